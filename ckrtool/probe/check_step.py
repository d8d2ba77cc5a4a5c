"""Checks one `[[step]]` of a sequence file and turns it into a step of the plan; all its problems are reported."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ckrtool import registry
from ckrtool.probe import expressions, mechanisms, templates
from ckrtool.probe.expressions import NAME, NULL, Context, shown
from ckrtool.probe.parameters import STRUCTURES, required, roles, type_of
from ckrtool.probe.sequence import CONTEXT_SPECIFIC, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.probe.parameters import Role
    from ckrtool.probe.protocol import Expr

KEYS = frozenset(
    {
        "call", "args", "save", "expect", "output", "why", "optional", "stop", "timeout", "each", "needs", "needs_slot", "skip_on",
        "skip_reason", "cleanup", "fork", "relogin",
    }
)  # fmt: skip
SWITCHES = ("optional", "stop", "cleanup", "fork", "relogin")
PREDEFINED = ("slot", "pin", "label")
LONGEST_TIMEOUT = 86400.0
MOST_ROUNDS = 1000
DONT_BLOCK = 1
_SAVED: frozenset[Role] = frozenset({"output", "claim", "list", "made", "structure", "attributes", "length"})


class Scope:
    """What the steps so far have saved: which variables there are, which hold lists, and in which loops they were saved."""

    def __init__(self) -> None:
        self.variables: set[str] = set(PREDEFINED)
        self.lists: set[str] = set()
        self.loops: dict[str, frozenset[str]] = {}
        self.writers: dict[str, set[tuple[str, str]]] = {}

    def context(self, report: Callable[[str], None], loops: list[dict[str, Any]]) -> Context:
        """Return what a step inside `loops` may refer to: under the same loop a variable stands for its entry."""
        over = frozenset(loop["in"] for loop in loops)
        own = {loop["var"] for loop in loops}
        lists = {
            name
            for name in self.variables
            if name in self.lists or not self.loops.get(name, frozenset()) <= over
        }
        return Context(report, self.variables | own, lists - own, own)

    def forgive(self, saved: object) -> None:
        """Take what a step of an unknown function saves as known: its own problem is reported, not those that follow."""
        if isinstance(saved, dict):
            self.variables |= {name for name in saved.values() if isinstance(name, str)}

    def save(self, name: str, role: Role, writer: tuple[str, str], loops: list[dict[str, Any]]) -> None:
        """Remember a saved variable."""
        self.variables.add(name)
        self.writers.setdefault(name, set()).add(writer)
        self.loops[name] = frozenset(loop["in"] for loop in loops)
        (self.lists.add if role == "list" else self.lists.discard)(name)


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
    args = _arguments(call, table.get("args", {}), context)
    expect, names = _expected(table.get("expect"), report)
    made = Step(number, line, call, {"n": number, "call": call, "args": args}, expect_names=names)
    made.plan["expect"] = expect
    made.why = _text(table, "why", report)
    if loops:
        made.plan["each"] = loops
    output = _outputs(call, table.get("output", {}), context)
    if output:
        made.plan["output"] = output
    _extras(made, table, context, report)
    saved = _saved(call, table.get("save", {}), scope, loops, report)
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
            report(f"each: {shown(over)} is no list saved earlier")
            return []
        if isinstance(limit, bool) or not isinstance(limit, int) or not 0 < limit <= MOST_ROUNDS:
            report(f"each: limit is a number from 1 to {MOST_ROUNDS}")
            return []
        found.append({"var": name, "in": over, "limit": limit})
    if len(found) > 3:
        report("each: at most three loops in one another")
        return []
    return found


def _arguments(call: str, value: object, context: Context) -> dict[str, Expr]:
    """Return the arguments by parameter; what is required and not there is a problem."""
    if not isinstance(value, dict):
        context.wrong(f"args is a table, not {shown(value)}")
        return {}
    known = roles(call)
    args: dict[str, Expr] = {}
    for name, given in value.items():
        if name in known:
            args[name] = _argument(call, name, known[name], given, context.at(name))
        else:
            context.wrong(f"unknown parameter {shown(name)}{expressions.near(name, known)}")
    for name in required(call):
        if name not in value:
            context.wrong(f"needs {name}")
    _special(call, args, context)
    return args


def _argument(call: str, name: str, role: Role, value: object, context: Context) -> Expr:
    """Return one argument's expression, by what the parameter is for."""
    if role in ("number", "handle", "flags", "length"):
        return expressions.number(value, context)
    if role == "bool":
        return expressions.boolean(value, context)
    if role == "mechanism":
        return mechanisms.mechanism(value, context)
    if role == "template":
        return templates.template(value, context)
    if role == "attributes":
        return templates.attributes(value, context)
    if role in ("output", "list"):
        return expressions.buffer(value, context)
    if role == "claim":
        return NULL if value == "NULL" else expressions.number(value, context)
    if role == "pin":
        return _pin(call, name, value, context)
    return _pointer(role, value, context)


def _pointer(role: Role, value: object, context: Context) -> Expr:
    if value == "NULL":
        return NULL
    if role == "initargs":
        return _init_args(value, context)
    if role == "text":
        return (
            {"text": value}
            if isinstance(value, str) and not value.startswith("$")
            else expressions.data(value, context)
        )
    if role == "version":
        return _version(value, context)
    if role == "input":
        return expressions.data(value, context)
    if role == "reserved" and isinstance(value, dict):  # to see it refused
        return expressions.data(value, context)
    return context.wrong(f'only "NULL" can be given, not {shown(value)}')


def _pin(call: str, name: str, value: object, context: Context) -> Expr:
    """Return a PIN's expression. A login takes the run's PIN, so that its guards hold and it is never written in a file."""
    if value == "NULL":
        return NULL
    if value == "$pin":
        return {"pin": True}
    if call in ("C_Login", "C_LoginUser"):
        return context.wrong('a login takes "$pin" (given with --pin-source) or "NULL" (protected path)')
    if name == "pOldPin":
        return context.wrong('the old PIN is "$pin" (given with --pin-source) or "NULL"')
    return expressions.data(value, context)


def _init_args(value: object, context: Context) -> Expr:
    if not isinstance(value, dict) or value.keys() - {"flags", "reserved"}:
        return context.wrong(f'is written {{ flags = [...], reserved = "..." }}, not {shown(value)}')
    flags = expressions.number(value.get("flags", 0), context.at("flags"))
    reserved = value.get("reserved")
    if reserved == "NULL":
        reserved = None
    if reserved is not None and (not isinstance(reserved, str) or "\0" in reserved):
        return context.wrong("reserved takes a text")
    return {"initargs": {"flags": flags.get("int", 0), "reserved": reserved}}


def _version(value: object, context: Context) -> Expr:
    parts = value.split(".") if isinstance(value, str) else []
    if len(parts) == 2 and all(
        part.isascii() and part.isdigit() and len(part) <= 3 and int(part) < 256 for part in parts
    ):
        return {"text": value}
    return context.wrong(f'a version is written "3.0", not {shown(value)}')


def _special(call: str, args: dict[str, Expr], context: Context) -> None:
    """Report what is refused whatever else is right."""
    flags = args.get("flags", {})
    if call == "C_WaitForSlotEvent" and not ("int" in flags and flags["int"] & DONT_BLOCK):
        context.wrong("needs CKF_DONT_BLOCK written out among its flags: without it the call waits for ever")


def _expected(value: object, report: Callable[[str], None]) -> tuple[Any, tuple[str, ...]]:
    """Return what the step expects, as the plan holds it and as names."""
    if value is None:
        return None, ("CKR_OK",)
    if value in ("error", "any"):
        return value, (str(value),)
    if not isinstance(value, list) or not value:
        report(f'expect is a list of names or hex values, or "error", not {shown(value)}')
        return None, ()
    numbers = codes(value, "expect", report)
    return numbers, tuple(
        str(entry) if isinstance(entry, str) else hex(entry)
        for entry in value
        if isinstance(entry, (str, int))
    )


def codes(values: list[Any], label: str, report: Callable[[str], None]) -> list[int]:
    """Return return codes given as names of the standard or of a vendor, as hex text or as numbers."""
    found: list[int] = []
    for entry in values:
        if isinstance(entry, str) and entry[:2] in ("0x", "0X"):
            try:
                found.append(registry.normalise(int(entry, 16)))
                continue
            except ValueError:
                report(f"{label}: {shown(entry)} is no hex value")
                continue
        if isinstance(entry, int) and not isinstance(entry, bool) and entry >= 0:
            found.append(registry.normalise(entry))
            continue
        value = _code(entry)
        if value is None:
            names = [code.name for code in registry.codes()]
            report(
                f"{label}: unknown return code {shown(entry)}{expressions.near(entry, names) if isinstance(entry, str) else ''}"
            )
        else:
            found.append(value)
    return found


def _code(name: object) -> int | None:
    """Return the value of a return code's name; None for names nobody uses, or that several vendors use differently."""
    if not isinstance(name, str):
        return None
    code = registry.code_by_name(name)
    if code is not None:
        return code.value
    old = next((code.value for code in registry.historic_codes() if code.name == name), None)
    if old is not None:
        return old
    values = {candidate.value for candidate in registry.candidates_by_name(name)}
    return values.pop() if len(values) == 1 else None


def _outputs(call: str, value: object, context: Context) -> dict[str, Expr]:
    """Return what is compared after CKR_OK, by parameter."""
    if not isinstance(value, dict):
        context.wrong(f"output is a table, not {shown(value)}")
        return {}
    known = roles(call)
    found: dict[str, Expr] = {}
    for name, wanted in value.items():
        role = known.get(name)
        at = context.at(f"output.{name}")
        if role is None:
            at.wrong(f"unknown parameter{expressions.near(name, known)}")
        elif role == "output":
            found[name] = expressions.data(wanted if not _plain_hex(wanted) else {"hex": wanted}, at)
        elif role in ("claim", "made"):
            found[name] = expressions.number(wanted, at)
        elif role == "structure":
            found[name] = _members(type_of(call, name), wanted, at)
        elif role == "attributes":
            found[name] = templates.template(wanted, at)
        else:
            at.wrong("is no output that can be compared")
    return found


def _plain_hex(value: object) -> bool:
    """Return whether an expected output is written as hex digits alone, which is their usual form."""
    return isinstance(value, str) and not value.startswith("$") and value != "NULL"


def _members(kind: str, value: object, context: Context) -> Expr:
    """Return the expected members of a structure."""
    if not isinstance(value, dict):
        return context.wrong(f"takes a table of members, not {shown(value)}")
    members: dict[str, Any] = {}
    for name, wanted in value.items():
        if name not in STRUCTURES[kind]:
            context.wrong(f"has no member {shown(name)}{expressions.near(name, STRUCTURES[kind])}")
        elif isinstance(wanted, str) and not wanted.startswith(("CK", "0x")):
            members[name] = wanted
        else:
            members[name] = expressions.number(wanted, context.at(name)).get("int", 0)
    return {"members": members}


def _extras(made: Step, table: dict[str, Any], context: Context, report: Callable[[str], None]) -> None:
    """Take over the keys that stand beside call, arguments and outcome."""
    plan = made.plan
    _switches(made, table, report)
    if "timeout" in table:
        plan["timeout"] = _seconds(table["timeout"], report)
    if "needs" in table:
        plan["needs"] = _needs(table["needs"], context.at("needs"))
    if "needs_slot" in table:
        plan["needs_slot"] = expressions.number(table["needs_slot"], context.at("needs_slot"))
    if "skip_on" in table:
        values = table["skip_on"]
        if isinstance(values, list):
            plan["skip_on"] = codes(values, "skip_on", report)
        else:
            report(f"skip_on is a list of return codes, not {shown(values)}")
    reason = _text(table, "skip_reason", report)
    if reason is not None:
        plan["skip_reason"] = reason


def _switches(made: Step, table: dict[str, Any], report: Callable[[str], None]) -> None:
    """Take over the keys that are true or false."""
    for key in SWITCHES:
        if isinstance(table.get(key, False), bool):
            if key in table:
                made.plan[key] = table[key]  # type: ignore[literal-required]
        else:
            report(f"{key} is true or false, not {shown(table[key])}")
    if made.plan.get("relogin") and made.call not in ("C_Login", "C_LoginUser"):
        report("relogin is for C_Login")
    if made.user_type == CONTEXT_SPECIFIC:  # follows the user's login by its nature (CKA_ALWAYS_AUTHENTICATE)
        made.plan["relogin"] = True
    if made.user_type is not None and made.plan.get("each"):
        report("a login is no step of a loop")


def _seconds(value: object, report: Callable[[str], None]) -> float | None:
    if (
        isinstance(value, bool)
        or not isinstance(value, (int, float))
        or not math.isfinite(value)
        or not 0 < value <= LONGEST_TIMEOUT
    ):
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
            context.wrong("must be written out")
        elif "flags" in table:
            found.append(
                {"mechanism": number, "flags": int(expressions.number(table["flags"], context).get("int", 0))}
            )
        else:
            found.append(number)
    return found


def _saved(
    call: str, value: object, scope: Scope, loops: list[dict[str, Any]], report: Callable[[str], None]
) -> dict[str, str]:
    """Return which outputs are saved under which names."""
    if not isinstance(value, dict):
        report(f"save is a table, not {shown(value)}")
        return {}
    known = roles(call)
    found: dict[str, str] = {}
    for parameter, name in value.items():
        role = known.get(parameter)
        if role is None:
            report(f"save: unknown parameter {shown(parameter)}{expressions.near(parameter, known)}")
        elif role not in _SAVED or role == "length":
            report(f"save: {parameter} is no output")
        elif not isinstance(name, str) or not NAME.fullmatch(name):
            report(f"save: {shown(name)} can't be a variable's name")
        elif name in PREDEFINED:
            report(f"save: ${name} is predefined")
        else:
            found[parameter] = name
            scope.save(name, role, (call, parameter), loops)
    return found


def _text(table: dict[str, Any], key: str, report: Callable[[str], None]) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        report(f"{key} is a text, not {shown(value)}")
        return None
    return value
