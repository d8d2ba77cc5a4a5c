"""Checks what a step says of its outcome: the return codes and outputs it expects, and what it saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool import numerals
from ckrtool.knowledge import registry
from ckrtool.probe.sequences import expressions, templates
from ckrtool.probe.sequences.compile.scopes import PREDEFINED
from ckrtool.probe.sequences.expressions import NAME, shown
from ckrtool.probe.sequences.parameters import STRUCTURES, roles, type_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.probe.protocol import Expr
    from ckrtool.probe.sequences.compile.scopes import Scope
    from ckrtool.probe.sequences.expressions import Context
    from ckrtool.probe.sequences.parameters import Role

_SAVED: frozenset[Role] = frozenset({"output", "claim", "list", "made", "structure", "attributes"})


def expected(value: object, report: Callable[[str], None]) -> tuple[Any, tuple[str, ...]]:
    """Return the expected return codes as the plan holds them (None for the default, CKR_OK), and their names.

    A single word is read as a list of one. "error" and "any" stay as they are.
    """
    if value is None:
        return None, ("CKR_OK",)
    words = value if isinstance(value, list) else [value]
    if len(words) == 1 and words[0] in ("error", "any"):
        return words[0], (str(words[0]),)
    if not words or isinstance(value, dict):
        report(f'expect is a list of names or hex values, or "error", not {shown(value)}')
        return None, ()
    numbers = codes(words, "expect", report)
    names = tuple(
        str(word) if isinstance(word, str) else hex(word) for word in words if isinstance(word, (str, int))
    )
    return numbers, names


def codes(values: list[Any], label: str, report: Callable[[str], None]) -> list[int]:
    """Return return codes given as names of the standard or of a vendor, as hex text or as numbers."""
    found: list[int] = []
    for entry in values:
        value = _code(entry)
        if value is not None:
            found.append(value)
        elif isinstance(entry, str) and entry.startswith("CKR_"):
            near = expressions.near(entry, [code.name for code in registry.codes()])
            report(f"{label}: unknown return code {shown(entry)}{near}")
        else:
            report(f"{label}: {shown(entry)} is not the name or hex value of a return code")
    return found


def _code(entry: object) -> int | None:
    """Return the value of a return code; None for what is none, or a name that several vendors use differently."""
    if isinstance(entry, str) and expressions.HEX_NUMBER.fullmatch(entry):
        entry = int(entry, 16)
    if isinstance(entry, int) and not isinstance(entry, bool):
        return numerals.normalise(entry) if 0 <= entry <= expressions.LARGEST_NUMBER else None
    if not isinstance(entry, str):
        return None
    code = registry.code_by_name(entry)
    if code is not None:
        return code.value
    old = next((code.value for code in registry.historic_codes() if code.name == entry), None)
    if old is not None:
        return old
    values = {candidate.value for candidate in registry.candidates_by_name(entry)}
    return values.pop() if len(values) == 1 else None


def outputs(call: str, value: object, context: Context) -> dict[str, Expr]:
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


def saved(
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
        elif role not in _SAVED:
            report(f"save: {parameter} is not an output")
        elif not isinstance(name, str) or not NAME.fullmatch(name):
            report(f"save: {shown(name)} can't be a variable's name")
        elif name in PREDEFINED:
            report(f"save: ${name} is predefined")
        else:
            found[parameter] = name
            scope.save(name, role, (call, parameter), loops)
    return found
