"""Selects the explanation of a return code for a function and a stack: meaning, causes, checks, recovery, warnings.

Each code has one table module, which is loaded only when that code is explained. Passages quote section 5.1 of the standard.
"""

from __future__ import annotations

from ckrtool.knowledge import registry, stacks
from ckrtool.knowledge.advice_items import Item, Relative, sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LATE = 2  # first possible index of a late item
NAMED = 3  # least score of an item that names the stack or the function
# The warning for C_InitToken after every code whose own warnings do not name that function.
ERASES = (
    "Don't call C_InitToken for a token that holds anything of use: the call that succeeds erases it",
    None, ("C_InitToken",), None, None, "erases the token",
)  # fmt: skip
UNATTENDED = ("as-is", "after-backoff", "after-reopen-session", "after-reinitialise")


class Explanation:
    """The explanation of a value for a function and a stack; items are in the order in which they should be read."""

    __slots__ = (
        "also_reported_as", "causes", "checks", "confused_with", "example", "field_notes", "function", "functions", "may_mean",
        "meaning", "names", "normal", "passages", "recovery", "stack", "value", "warnings", "who_can_fix",
    )  # fmt: skip

    def __init__(
        self, value: int, function: str | None, stack: str | None, table: Any, phase: str | None
    ) -> None:
        self.value = value
        self.function = function
        self.stack = stack
        self.passages: tuple[tuple[str, str, str], ...] = table.PASSAGES
        self.meaning: str | None = table.MEANING
        self.who_can_fix: tuple[str, ...] = table.WHO_CAN_FIX
        self.example = _example(table, function, phase, stack)
        self.also_reported_as = _relatives(table.ALSO_REPORTED_AS, function, stack)
        self.may_mean = _relatives(table.MAY_MEAN, function, stack)
        causes = _applicable(table.CAUSES, function, phase, stack)
        causes += _replaced(self.may_mean, stack, causes)
        if stack is not None and not _has_own(table.CAUSES, function, phase, stack):
            causes += _of_profile(value, function, stack, causes)
        self.causes = _ordered(causes, function, phase, stack)
        self.checks = _ordered(_applicable(table.CHECKS, function, phase, stack), function, phase, stack)
        self.recovery = _steps(_applicable(table.RECOVERY, function, phase, stack), function, phase, stack)
        warnings = _warnings(table.WARNINGS, function) if value else table.WARNINGS
        self.warnings = _ordered(_applicable(warnings, function, phase, stack), function, phase, stack)
        self.confused_with: tuple[tuple[str, str], ...] = table.CONFUSED_WITH
        notes: tuple[tuple[str, str, str | None, str | None], ...] = table.FIELD_NOTES
        self.field_notes = tuple(
            note for note in notes if stack is None or note[3] in (stack, stacks.family(stack) or stack)
        )
        self.functions: tuple[str, ...] = table.FUNCTIONS
        self.names: dict[str, str | None] = table.NAMES
        self.normal: tuple[tuple[tuple[str, ...], str], ...] = table.NORMAL


def explain(value: int, function: str | None = None, stack: str | None = None) -> Explanation | None:
    """Return the explanation of a standard code, with advice for `function` and `stack` first; None for other values.

    Without a function (or stack) it contains all items; with one, items about other functions (or stacks) are left out.
    """
    code = registry.code(value)
    if code is None or code.kind != "standard":
        return None
    known = registry.function(function) if function else None
    return Explanation(value, function, stack, _table(code.name), known.phase if known else None)


def retry_is_safe(value: int, function: str | None) -> bool:
    """Return whether a program may repeat the call unattended.

    False for a login, a PIN change, or a call that creates or destroys objects, after any code.
    """
    code = registry.code(value)
    if code is None or code.retry not in UNATTENDED:
        return False
    known = registry.function(function) if function else None
    return known is None or known.effect is None


def _warnings(rows: tuple[tuple[Any, ...], ...], function: str | None) -> tuple[tuple[Any, ...], ...]:
    """Return the warnings, for C_InitToken with one that it erases the token."""
    items = [item for item in (Item(*row) for row in rows) if item.danger and item.stack is None]
    named = any(
        "C_InitToken" in item.text or (function in (item.when or ()) and "erase" in (item.danger or ""))
        for item in items
    )
    return rows if named or function not in ERASES[2] else (ERASES, *rows)


def _applicable(
    rows: tuple[tuple[Any, ...], ...], function: str | None, phase: str | None, stack: str | None
) -> list[Item]:
    """Return the rows that apply as items; if none is general or for this stack, those for other functions too."""
    family = stacks.family(stack)
    items = [item for item in (Item(*row) for row in rows) if item.can_apply(stack)]
    for item in items:
        if family is not None and item.stack == family:
            item.stack = stack
    fitting = [item for item in items if item.fit(function, phase, stack) is not None]
    if any(item.stack in (None, stack) and not item.late for item in fitting):
        return fitting
    return fitting + [
        item for item in items if item not in fitting and item.fit(None, None, stack) is not None
    ]


def _ordered(items: list[Item], function: str | None, phase: str | None, stack: str | None) -> list[Item]:
    """Return the items, best fit first, in the order of the file within one fit.

    Items for the stack come first, then those that name the function, then those of its phase, then general ones. A late
    item is third, or after all that name the stack or the function: it applies nearly always, so it says little;
    that of another stack is among the last. A general
    item whose sources are all those of items for the stack is last, because it repeats them.
    """
    told = {ref for item in items if stack is not None and item.stack == stack for ref in sources(item.ref)}
    fits = {id(item): item.fit(function, phase, stack) or 0 for item in items}
    ordered = sorted(items, key=lambda item: -fits[id(item)])
    late = [item for item in ordered if item.late and item.stack in (None, stack)]
    found = [
        item
        for item in ordered
        if item not in late
        and (item.stack is not None or not item.ref or not told.issuperset(sources(item.ref)))
    ]
    named = sum(1 for item in found if fits[id(item)] >= NAMED)
    found[max(LATE, named) : max(LATE, named)] = late
    return found + [item for item in ordered if item not in found]


def _example(
    table: Any, function: str | None, phase: str | None, stack: str | None
) -> tuple[str, str] | None:
    """Return the example (what is seen, what cures it); None if there is none, or it is for another function or module."""
    example: tuple[str, str] | None = table.EXAMPLE
    when: tuple[str, ...] = table.EXAMPLE_WHEN
    other_function = function is not None and when and function not in when and phase not in when
    return None if other_function or stacks.is_other_module(stack, table.EXAMPLE_OF) else example


def _relatives(rows: tuple[tuple[Any, ...], ...], function: str | None, stack: str | None) -> list[Relative]:
    """Return the relations that apply to function and stack."""
    return [row for row in (Relative(*values) for values in rows) if row.applies(function, stack)]


def _replaced(relatives: list[Relative], stack: str | None, causes: list[Item]) -> list[Item]:
    """Return the causes for which the stack returns this code in place of another.

    Those that share a source with one of the stack's own `causes` are left out: they repeat it.
    """
    known = {ref for item in causes if item.stack == stack for ref in sources(item.ref)}
    return [
        Item(
            f"{row.text} (reported here in place of {row.code})",
            stack=stack,
            ref=row.ref,
        )
        for row in relatives
        if stack is not None and row.of(stack) and known.isdisjoint(sources(row.ref))
    ]


def _has_own(rows: tuple[tuple[Any, ...], ...], function: str | None, phase: str | None, stack: str) -> bool:
    """Return whether a row is written for this very stack, not for its family, and fits the function."""
    items = (Item(*row) for row in rows)
    return any(item.stack == stack and item.fit(function, phase, stack) is not None for item in items)


def _of_profile(value: int, function: str | None, stack: str, causes: list[Item]) -> list[Item]:
    """Return the departures of the stack's profile that name the code and fit the function, as causes.

    Those of a source that is among `causes` already are left out.
    """
    from ckrtool.knowledge import departures

    code = registry.code(value)
    known = {item.ref for item in causes if item.stack == stack and item.ref}
    return [
        Item(entry["text"], when=entry.get("functions"), stack=stack, ref=entry.get("ref"))
        for entry in departures.naming(stack, function, code.name if code else "")
        if entry.get("ref") not in known
    ]


def _steps(items: list[Item], function: str | None, phase: str | None, stack: str | None) -> list[Item]:
    """Return the steps in the order in which to take them.

    Steps marked `first` lead. Then come those for the stack; if all of them are dangerous, one general step comes before the
    first, unless a step marked `first` does. Then follow steps
    that name the function, those of its phase, and general ones. A dangerous step never moves before a step that precedes it
    in the file. Late steps follow all these, and steps for other stacks come last.
    """
    own = [item for item in items if item.stack is not None and item.stack == stack]
    general = [item for item in items if item.stack is None]
    foreign = [item for item in items if item.stack not in (None, stack)]
    stop = [item for item in general if item.first]
    lead = [*stop, *(item for item in own if not item.danger)]
    if own and len(lead) == len(stop):
        lead = [*(stop or general[:1]), *own[:1]]
    rest = [item for item in items if item not in lead and item not in foreign]
    fits = [item.fit(function, phase, stack) or 0 for item in rest]
    places = [min(fits[: place + 1]) if item.danger else fits[place] for place, item in enumerate(rest)]
    order = sorted(range(len(rest)), key=lambda place: (bool(rest[place].late), -places[place]))
    return [*lead, *(rest[place] for place in order), *foreign]


def _table(name: str) -> Any:
    """Return the advice module of a code."""
    return getattr(__import__("ckrtool._tables.advice", fromlist=[name]), name)
