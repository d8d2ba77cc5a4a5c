"""Checks one `[[step]]` of a sequence file and turns it into a step of the plan; all its problems are reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from ckrtool.knowledge import registry
from ckrtool.probe.sequences import expressions, mechanisms
from ckrtool.probe.sequences.compile import outcome_compiler
from ckrtool.probe.sequences.compile.argument_compiler import arguments
from ckrtool.probe.sequences.effects import CHANGES, ON_OBJECT
from ckrtool.probe.sequences.expressions import NAME, shown
from ckrtool.probe.sequences.parameters import MAKING, roles
from ckrtool.probe.sequences.sequence import CONTEXT_SPECIFIC, Step, Wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.probe.facts.report_types import Severity
    from ckrtool.probe.sequences.compile.scopes import Scope
    from ckrtool.probe.sequences.expressions import Context

KEYS = frozenset(
    {
        "call", "args", "save", "expect", "output", "why", "optional", "stop", "timeout", "each", "needs", "needs_slot", "skip_on",
        "refused_on",
        "skip_reason", "cleanup", "follows", "fork", "relogin", "key", "threads", "unlisted", "finding", "blame", "severity",
        "bench",
    }
)  # fmt: skip
SWITCHES = ("optional", "stop", "cleanup", "follows", "fork", "relogin", "key", "threads", "unlisted")
FINDING = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
SEVERITIES = ("error", "warning", "info")
LONGEST_TIMEOUT = 86400.0
# Functions for the keys whose calls are made by worker/threads.py and worker/key_use.py, or are second logins.
_ALLOWED = {
    "relogin": ("C_Login", "C_LoginUser"),
    "threads": ("C_DigestInit", "C_GenerateRandom", "C_SignInit"),
    "key": (
        "C_FindObjectsInit", "C_FindObjects", "C_FindObjectsFinal", "C_GetAttributeValue", "C_SignInit", "C_Login", "C_Sign",
    ),
}  # fmt: skip
_NOT_REPEATED = frozenset(
    (
        *CHANGES, *ON_OBJECT, *MAKING, "C_Initialize", "C_Finalize", "C_CloseAllSessions", "C_Logout",
    )
)  # fmt: skip
MOST_ROUNDS = 1000


def step(number: int, line: int, table: object, scope: Scope, report: Callable[[str], None]) -> Step | None:
    """Return the checked step, or None where not even its function is known."""
    if not isinstance(table, dict):
        report(f"is {shown(table)}, not a table")
        return None
    for key in table.keys() - KEYS:
        report(f"unknown key {shown(key)}{expressions.near(key, KEYS)}")
    call = table.get("call")
    if not isinstance(call, str) or not roles(call):
        _unknown_call(call, report)
        scope.forgive(table.get("save"))
        return None
    loops = _loops(table.get("each"), scope, report)
    context = scope.context(report, loops)
    args = arguments(call, table.get("args", {}), context)
    expect, names = outcome_compiler.expected(table.get("expect"), report)
    made = Step(number, line, call, {"n": number, "call": call, "args": args}, expect_names=names)
    made.plan["expect"] = expect
    made.why = _text(table, "why", report)
    if loops:
        made.plan["each"] = loops
    output = outcome_compiler.outputs(call, table.get("output", {}), context)
    if output:
        made.plan["output"] = output
    _extras(made, table, context, report)
    saved = outcome_compiler.saved(call, table.get("save", {}), scope, loops, report)
    if saved:
        made.plan["save"] = saved
    return made


def _unknown_call(call: object, report: Callable[[str], None]) -> None:
    if call is None:
        report("has no call")
        return
    names = [function.name for function in registry.functions()]
    report(f"unknown function {shown(call)}{expressions.near(call, names) if isinstance(call, str) else ''}")


def _loops(value: object, scope: Scope, report: Callable[[str], None]) -> list[dict[str, Any]]:
    """Return the loops of `each`, outermost first."""
    if value is None:
        return []
    found: list[dict[str, Any]] = []
    for entry in value if isinstance(value, list) else [value]:
        if not isinstance(entry, dict) or not {"var", "in"} <= entry.keys() <= {"var", "in", "limit"}:
            report('each is written { var = "slot", in = "slots" }')
            return []
        name, over, limit = entry["var"], entry["in"], entry.get("limit", MOST_ROUNDS)
        over = over.removeprefix("$") if isinstance(over, str) else over
        if not isinstance(name, str) or not NAME.fullmatch(name) or name in ("pin", "label"):
            report(f"each: {shown(name)} can't be a variable's name")
            return []
        known = scope.lists | {saved for saved, where in scope.loops.items() if where}
        if over not in known:
            report(f"each: {shown(over)} is not a list saved earlier")
            return []
        if isinstance(limit, bool) or not isinstance(limit, int) or not 0 < limit <= MOST_ROUNDS:
            report(f"each: limit is a number from 1 to {MOST_ROUNDS}")
            return []
        found.append({"var": name, "in": over, "limit": limit})
    if len(found) > 3:
        report("each: at most three nested loops")
        return []
    return found


def _extras(made: Step, table: dict[str, Any], context: Context, report: Callable[[str], None]) -> None:
    """Copy the keys other than call, arguments and outcome to the plan; report wrong ones."""
    plan = made.plan
    _switches(made, table, report)
    if "timeout" in table:
        plan["timeout"] = _seconds(table["timeout"], report)
    if "needs" in table:
        plan["needs"] = _needs(table["needs"], context.at("needs"))
    if "needs_slot" in table:
        plan["needs_slot"] = expressions.number(table["needs_slot"], context.at("needs_slot"))
    for key in ("skip_on", "refused_on"):
        values = table.get(key, [])
        if not isinstance(values, list):
            report(f"{key} is a list of return codes, not {shown(values)}")
        elif key in table:
            plan[key] = outcome_compiler.codes(values, key, report)
    _finding(made, table, report)
    _bench(made, table, report)
    reason = _text(table, "skip_reason", report)
    if reason is not None:
        plan["skip_reason"] = reason


def _bench(made: Step, table: dict[str, Any], report: Callable[[str], None]) -> None:
    """Set the operation that --bench repeats; report calls that must not be repeated."""
    name = _text(table, "bench", report)
    if name is None:
        return
    made.plan["bench"] = name
    if made.user_type is not None or made.plan.get("each") or made.plan.get("fork"):
        report("bench is not for a login, a loop or a fork")
    if made.call in _NOT_REPEATED:
        report(f"bench is not for {made.call}: the calls of an operation are repeated")


def _finding(made: Step, table: dict[str, Any], report: Callable[[str], None]) -> None:
    """Set the finding to report if the module returns CKR_OK and that, or an output, is wrong: its id, function and severity."""
    name = _text(table, "finding", report)
    if name is not None and not FINDING.fullmatch(name):
        report(f"finding is the id of a finding, not {shown(name)}")
    blamed = _text(table, "blame", report)
    if blamed is not None and not roles(blamed):
        _unknown_call(blamed, report)
    severity = table.get("severity", "error")
    if severity not in SEVERITIES:
        report(f"severity is one of {', '.join(SEVERITIES)}, not {shown(severity)}")
    if name is None and ("blame" in table or "severity" in table):
        report("blame and severity need the key finding")
    if name is not None:
        made.wrong = Wrong(name, blamed or made.call, cast("Severity", severity))


def _switches(made: Step, table: dict[str, Any], report: Callable[[str], None]) -> None:
    """Copy the keys that are true or false to the plan; report wrong ones."""
    for key in SWITCHES:
        if isinstance(table.get(key, False), bool):
            if key in table:
                made.plan[key] = table[key]  # type: ignore[literal-required]
        else:
            report(f"{key} is true or false, not {shown(table[key])}")
    for key, functions in _ALLOWED.items():
        if made.plan.get(key) and made.call not in functions:
            report(f"{key} is allowed only for {', '.join(functions)}")
    if made.user_type == CONTEXT_SPECIFIC:  # follows the user's login by its nature (CKA_ALWAYS_AUTHENTICATE)
        made.plan["relogin"] = True
    if made.user_type is not None and made.plan.get("each"):
        report("a login cannot be in a loop")


def _seconds(value: object, report: Callable[[str], None]) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= LONGEST_TIMEOUT:
        report(f"timeout is a number of seconds up to {LONGEST_TIMEOUT:.0f}, not {shown(value)}")
        return None
    return float(value)


def _needs(value: object, context: Context) -> list[int | dict[str, int]]:
    """Return the mechanisms that the slot must have."""
    found: list[int | dict[str, int]] = []
    if not isinstance(value, list):
        context.wrong(f"is a list of mechanisms, not {shown(value)}")
        return found
    for entry in value:
        table = entry if isinstance(entry, dict) else {"mechanism": entry}
        if not {"mechanism"} <= table.keys() <= {"mechanism", "flags"}:
            context.wrong('is written { mechanism = "CKM_...", flags = ["CKF_SIGN"] }')
            continue
        number = mechanisms.kind(table["mechanism"], context)
        if isinstance(number, dict):
            context.wrong("must be a constant, not a variable")
        elif "flags" in table:
            found.append(
                {"mechanism": number, "flags": int(expressions.number(table["flags"], context).get("int", 0))}
            )
        else:
            found.append(number)
    return found


def _text(table: dict[str, Any], key: str, report: Callable[[str], None]) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        report(f"{key} is a text, not {shown(value)}")
        return None
    return value
