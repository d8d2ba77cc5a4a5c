"""Findings on a module's function lists and interfaces: NULL entries, and versions and names that contradict each other or the standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.facts import slots as facts
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Severity
    from ckrtool.probe.results import CallResult, RunResult

STANDARD = "PKCS 11"
KNOWN = frozenset(("2.1", "2.10", "2.11", "2.20", "2.30", "2.40", "3.0", "3.1", "3.2"))
"""Published versions, as in CK_VERSION: 2.01 has the minor number 1, 2.40 has 40."""

# No program can open a session without these: a NULL entry for one of them is an error, not a missing feature.
NEEDED = frozenset(
    ("C_Initialize", "C_Finalize", "C_GetInfo", "C_GetFunctionList", "C_GetSlotList", "C_GetSlotInfo", "C_GetTokenInfo",
     "C_GetMechanismList", "C_GetMechanismInfo", "C_OpenSession", "C_CloseSession", "C_GetSessionInfo")
)  # fmt: skip
SHOWN = 6


def findings(run: RunResult) -> Iterator[Finding]:
    """Yield the findings on function lists, interfaces and their versions."""
    yield from _null_entries(run)
    calls = [call for sequence in run.sequences for call in sequence.calls]
    info = facts.library_info(run.sequences) or {}
    reported = str(info.get("cryptokiVersion") or "")
    listed = _listed_version(calls)
    yield from _unknown_versions(reported, listed, run)
    yield from _different_versions(reported, listed, run)
    yield from _interfaces(run, calls)


def _null_entries(run: RunResult) -> Iterator[Finding]:
    """Yield one finding on all NULL entries; those that a sequence tried to call come first in it."""
    wanted = {
        call.function: sequence.name
        for sequence in run.sequences
        for call in sequence.calls
        if call.missing == "null-entry"
    }
    null = list(dict.fromkeys([*wanted, *run.load.null_entries]))
    if not null:
        return
    if len(null) == 1:
        title = f"{null[0]} is NULL in the function list"
    else:
        more = f" and {len(null) - SHOWN} more" if len(null) > SHOWN else ""
        title = f"{len(null)} entries of the function list are NULL: {', '.join(null[:SHOWN])}{more}"
    rule = "an unsupported function must have a stub that returns CKR_FUNCTION_NOT_SUPPORTED; a program that calls NULL crashes"
    where = "; ".join(f"{name} is needed in {sequence}" for name, sequence in list(wanted.items())[:SHOWN])
    rest = f"; all: {', '.join(null)}" if len(null) > SHOWN else ""
    severity: Severity = "error" if wanted or NEEDED.intersection(null) else "warning"
    yield finding(
        severity, "null-entry", title, "; ".join(filter(None, (where, rule))) + rest, function=null[0]
    )


def _listed_version(calls: list[CallResult]) -> str:
    """Return the version in the function list that C_GetFunctionList returned; "" if there is none."""
    for call in calls:
        if call.function == "C_GetFunctionList" and call.kind == "load":
            return str(call.output.get("version") or "")
    return ""


def _interface_versions(run: RunResult) -> list[str]:
    """Return the versions of the interfaces named `PKCS 11`, which are the standard's own."""
    return [
        str(row["version"])
        for row in run.load.interfaces
        if row.get("name") == STANDARD and row.get("version")
    ]


def _unknown_versions(reported: str, listed: str, run: RunResult) -> Iterator[Finding]:
    """Yield a finding if a version that the module reports was never published: programs compare versions."""
    places = {
        "C_GetInfo": [reported],
        "C_GetFunctionList": [listed],
        "C_GetInterfaceList": _interface_versions(run),
    }
    unknown = [
        (name, version)
        for name, versions in places.items()
        for version in versions
        if version and version not in KNOWN
    ]
    if unknown:
        title = f"unknown version of the standard: {unknown[0][1]}"
        detail = "; ".join(f"{name} reports {version}" for name, version in unknown)
        yield finding("warning", "version-unknown", title, detail, function=unknown[0][0])


def _different_versions(reported: str, listed: str, run: RunResult) -> Iterator[Finding]:
    """Yield a finding if the versions of C_GetInfo (`reported`), C_GetFunctionList (`listed`) and the interfaces disagree.

    C_GetInterfaceList (3.0) is the only way to get a function list of 3.x: C_GetFunctionList returns one of 2.40 in such a module too.
    An interface of a later version than C_GetInfo reports does no damage (OpenSC has one).
    """
    if reported not in KNOWN or (listed and listed not in KNOWN):
        return  # reported by _unknown_versions
    versions = _interface_versions(run)
    offers = any(version.startswith("3.") for version in versions)
    old = reported.startswith("2.")
    severity: Severity = "warning"
    if not old and not offers:
        title = "the module reports version 3.x but has no interface of 3.x: functions added in 3.x can't be called"
    elif old and listed.startswith("3."):
        title = f"C_GetInfo reports version {reported}, the function list {listed}"
    elif old and offers:
        severity, title = "info", "the module has an interface of 3.x, but C_GetInfo reports 2.x"
    elif old and listed and reported != listed:
        severity, title = "info", f"C_GetInfo reports version {reported}, the function list {listed}"
    else:
        return
    detail = f"C_GetInfo: {reported}; list of C_GetFunctionList: {listed or 'none'}; interfaces: {', '.join(versions) or 'none'}"
    yield finding(severity, "versions-differ", title, detail, function="C_GetInfo")


def _interfaces(run: RunResult, calls: list[CallResult]) -> Iterator[Finding]:
    asked = [
        call
        for call in calls
        if call.function == "C_GetInterfaceList" and call.kind == "load" and call.rv is not None
    ]
    for call in asked[:1]:
        if call.rv == 0 and not run.load.interfaces:
            title = "C_GetInterfaceList lists no interfaces: it must list at least the standard's own"
            yield finding("warning", "no-interfaces", title, function=call.function)
    broken = [
        f"interface {number}: {'no readable name' if row.get('name') is None else row['name']}"
        f"{'' if row.get('version') else ', no readable function list'}"
        for number, row in enumerate(run.load.interfaces, 1)
        if row.get("name") is None or not row.get("version")
    ]
    if broken:
        title = "an interface has no readable name or function list"
        yield finding(
            "warning", "interface-broken", title, "; ".join(broken[:8]), function="C_GetInterfaceList"
        )
    for sequence in run.sequences:
        if sequence.name == "interfaces":
            yield from _requested(sequence.calls, offered=bool(_interface_versions(run)))


def _requested(calls: list[CallResult], *, offered: bool) -> Iterator[Finding]:
    """Yield a finding for each C_GetInterface that returned an unreadable interface, or none although C_GetInterfaceList lists one."""
    for call in calls:
        if call.function != "C_GetInterface" or call.rv is None:
            continue
        got = call.output.get("ppInterface")
        if call.rv == 0 and isinstance(got, dict) and (got.get("name") is None or not got.get("version")):
            title = "C_GetInterface returned an invalid interface"
            yield finding("warning", "interface-broken", title, f"{got!r:.200}", function=call.function)
        elif call.rv != 0 and offered:
            title = "C_GetInterface does not return a listed interface"
            yield finding("warning", "interface-unreachable", title, function=call.function, rv=call.rv)
