"""What a module's function lists and interfaces claim: versions, entries, names, each against the others and against the standard."""

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
"""Versions as a CK_VERSION holds them: 2.01 has the minor number 1, 2.40 has 40."""

# Without these no program gets as far as a session: a NULL there is no lacking feature.
NEEDED = frozenset(
    ("C_Initialize", "C_Finalize", "C_GetInfo", "C_GetFunctionList", "C_GetSlotList", "C_GetSlotInfo", "C_GetTokenInfo",
     "C_GetMechanismList", "C_GetMechanismInfo", "C_OpenSession", "C_CloseSession", "C_GetSessionInfo")
)  # fmt: skip
SHOWN = 6


def findings(run: RunResult) -> Iterator[Finding]:
    """Yield what is wrong with the lists themselves."""
    yield from _null_entries(run)
    calls = [call for sequence in run.sequences for call in sequence.calls]
    info = facts.library_info(run.sequences) or {}
    told = str(info.get("cryptokiVersion") or "")
    listed = _listed(calls)
    yield from _unknown(told, listed, run)
    yield from _contradictions(told, listed, run)
    yield from _interfaces(run, calls)


def _null_entries(run: RunResult) -> Iterator[Finding]:
    """Yield one finding on all NULL entries; the calls that could not be made for them are named first."""
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
    rule = "a function that is not supported has a stub that returns CKR_FUNCTION_NOT_SUPPORTED; a program that calls NULL crashes"
    where = "; ".join(f"{name} was wanted in {sequence}" for name, sequence in list(wanted.items())[:SHOWN])
    rest = f"; all: {', '.join(null)}" if len(null) > SHOWN else ""
    severity: Severity = "error" if wanted or NEEDED.intersection(null) else "warning"
    yield finding(
        severity, "null-entry", title, "; ".join(filter(None, (where, rule))) + rest, function=null[0]
    )


def _listed(calls: list[CallResult]) -> str:
    """Return the version in the list of C_GetFunctionList."""
    for call in calls:
        if call.function == "C_GetFunctionList" and call.kind == "load":
            return str(call.output.get("version") or "")
    return ""


def _standard(run: RunResult) -> list[str]:
    """Return the versions of the interfaces that are the standard's own."""
    return [
        str(row["version"])
        for row in run.load.interfaces
        if row.get("name") == STANDARD and row.get("version")
    ]


def _unknown(told: str, listed: str, run: RunResult) -> Iterator[Finding]:
    """Yield a finding on versions that the standard never had, which programs compare with."""
    places = {"C_GetInfo": [told], "C_GetFunctionList": [listed], "C_GetInterfaceList": _standard(run)}
    odd = [
        (name, version)
        for name, versions in places.items()
        for version in versions
        if version and version not in KNOWN
    ]
    if odd:
        title = f"a version that the standard never had, or none of today's modules: {odd[0][1]}"
        detail = "; ".join(f"{name} says {version}" for name, version in odd)
        yield finding("warning", "version-unknown", title, detail, function=odd[0][0])


def _contradictions(told: str, listed: str, run: RunResult) -> Iterator[Finding]:
    """Compare C_GetInfo's version, the function list's and the interfaces'.

    With 3.0 came C_GetInterfaceList, the only way to a list of 3.x: what C_GetFunctionList gives is of 2.40 in such a module too.
    An interface beyond what C_GetInfo says harms nobody (OpenSC has it so).
    """
    if told not in KNOWN or (listed and listed not in KNOWN):
        return  # said already
    versions = _standard(run)
    offers = any(version.startswith("3.") for version in versions)
    old = told.startswith("2.")
    severity: Severity = "warning"
    if not old and not offers:
        title = "the module says 3.x and offers no interface of 3.x: the functions that came with it can't be reached"
    elif old and listed.startswith("3."):
        title = f"C_GetInfo says version {told}, the function list {listed}"
    elif old and offers:
        severity, title = "info", "the module offers an interface of 3.x, and its C_GetInfo says 2.x"
    elif old and listed and told != listed:
        severity, title = "info", f"C_GetInfo says version {told}, the function list {listed}"
    else:
        return
    detail = f"C_GetInfo: {told}; list of C_GetFunctionList: {listed or 'none'}; interfaces: {', '.join(versions) or 'none'}"
    yield finding(severity, "versions-differ", title, detail, function="C_GetInfo")


def _interfaces(run: RunResult, calls: list[CallResult]) -> Iterator[Finding]:
    asked = [
        call
        for call in calls
        if call.function == "C_GetInterfaceList" and call.kind == "load" and call.rv is not None
    ]
    for call in asked[:1]:
        if call.rv == 0 and not run.load.interfaces:
            title = "C_GetInterfaceList gives no interface: a module has at least the standard's own"
            yield finding("warning", "no-interfaces", title, function=call.function)
    broken = [
        f"interface {number}: {'no readable name' if row.get('name') is None else row['name']}"
        f"{'' if row.get('version') else ', no readable function list'}"
        for number, row in enumerate(run.load.interfaces, 1)
        if row.get("name") is None or not row.get("version")
    ]
    if broken:
        title = "an interface has no name or no function list that can be read"
        yield finding(
            "warning", "interface-broken", title, "; ".join(broken[:8]), function="C_GetInterfaceList"
        )
    for sequence in run.sequences:
        if sequence.name == "interfaces":
            yield from _given(sequence.calls, offered=bool(_standard(run)))


def _given(calls: list[CallResult], *, offered: bool) -> Iterator[Finding]:
    """Compare what C_GetInterface gives with what C_GetInterfaceList lists."""
    for call in calls:
        if call.function != "C_GetInterface" or call.rv is None:
            continue
        got = call.output.get("ppInterface")
        if call.rv == 0 and isinstance(got, dict) and (got.get("name") is None or not got.get("version")):
            title = "C_GetInterface gives something that is no interface"
            yield finding("warning", "interface-broken", title, f"{got!r:.200}", function=call.function)
        elif call.rv != 0 and offered:
            title = "C_GetInterface does not give what C_GetInterfaceList lists"
            yield finding("warning", "interface-unreachable", title, function=call.function, rv=call.rv)
