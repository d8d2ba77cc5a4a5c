"""What a return code means, what causes it and what to do, chosen for the function and module at hand.

One table module a code, loaded only for the code that is asked for. The quoted text is the standard's section 5.1.
"""

from __future__ import annotations

from ckrtool.knowledge import registry, stacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LATE = 2  # the place of a late item, counted from 0, where fewer others name the module or the function
NAMED = 3  # the least score of an item that names the module or the very function
UNATTENDED = ("as-is", "after-backoff", "after-reopen-session", "after-reinitialise")


# What an item may be limited to (`fits`): the kind of token, and whether the caller is own code or a program as it is.
TOKENS = frozenset(("card", "hsm", "cloud", "software", "tpm", "tee", "element"))
CALLERS = frozenset(("code", "program"))


class Item:
    """One piece of advice: its text, and when it applies (functions or phases, stack, kinds, exceptions, danger)."""

    __slots__ = ("because", "danger", "fits", "late", "ref", "stack", "text", "unless", "when")

    def __init__(
        self,
        text: str,
        because: str | None = None,
        when: tuple[str, ...] | None = None,
        stack: str | None = None,
        unless: str | None = None,
        danger: str | None = None,
        ref: str | None = None,
        fits: tuple[str, ...] | None = None,
        late: bool | None = None,
    ) -> None:
        self.text = text
        self.because = because
        self.when = when
        self.stack = stack
        self.unless = unless
        self.danger = danger
        self.ref = ref
        self.fits = fits
        self.late = late

    def as_dict(self) -> dict[str, object]:
        """Return the ITEM mapping of the interface."""
        return {
            "text": self.text,
            "because": self.because,
            "when": None if self.when is None else functions_of(self.when),
            "stack": self.stack,
            "unless": self.unless,
            "danger": self.danger,
            "ref": self.ref,
        }

    def can_apply(self, kinds: frozenset[str]) -> bool:
        """Return whether the item can apply to a stack of these kinds; of what is not known, it can."""
        wanted = frozenset(self.fits or ())
        return all(
            not (wanted & axis and kinds & axis) or bool(wanted & kinds & axis) for axis in (TOKENS, CALLERS)
        )

    def fit(self, function: str | None, phase: str | None, stack: str | None) -> int | None:
        """Return how well the item fits the situation: higher is better, None where it does not apply."""
        score = 0
        if self.stack is not None:
            if stack is not None and self.stack != stack:
                return None
            score += (
                4 if self.stack == stack else -9
            )  # nobody named a stack: what is true of one only comes last
        if self.when is not None and function is not None:
            if function in self.when:
                score += 3
            elif phase in self.when:
                score += 2
            else:
                return None
        return score


def functions_of(when: tuple[str, ...]) -> list[str]:
    """Return the functions that `when` names, by themselves or by their phase, in header order."""
    return [
        function.name for function in registry.functions() if function.name in when or function.phase in when
    ]


class Relative:
    """A code that real modules return in place of another for the same cause: `code` is the other of the two."""

    __slots__ = ("code", "functions", "ref", "stacks", "text")

    def __init__(
        self, code: str, text: str, stacks: tuple[str, ...], functions: tuple[str, ...], ref: str | None
    ) -> None:
        self.code = code
        self.text = text
        self.stacks = stacks
        self.functions = functions
        self.ref = ref

    def as_dict(self) -> dict[str, object]:
        """Return the mapping of the interface."""
        return {
            "code": self.code,
            "text": self.text,
            "stacks": list(self.stacks),
            "functions": list(self.functions),
            "ref": self.ref,
        }

    def applies(self, function: str | None, stack: str | None) -> bool:
        """Return whether the function fits, and the stack where a profile was named."""
        known = stack is not None and stacks.profile(stack) is not None
        return (not self.functions or function is None or function in self.functions) and (
            not known or self.of(stack)
        )

    def of(self, stack: str | None) -> bool:
        """Return whether the stack, or the one whose advice it shares, reports the code so."""
        return stack in self.stacks or stacks.family(stack) in self.stacks


class Explanation:
    """Everything known of one value in one situation; the items are in the order in which they should be read."""

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
        self.example: tuple[str, str] | None = table.EXAMPLE
        self.also_reported_as = _relatives(table.ALSO_REPORTED_AS, function, stack)
        self.may_mean = _relatives(table.MAY_MEAN, function, stack)
        causes = _applicable(table.CAUSES, function, phase, stack)
        self.causes = _ordered([*causes, *_meant(self.may_mean, stack, causes)], function, phase, stack)
        self.checks = _ordered(_applicable(table.CHECKS, function, phase, stack), function, phase, stack)
        self.recovery = _steps(_applicable(table.RECOVERY, function, phase, stack), function, phase, stack)
        self.warnings = _ordered(_applicable(table.WARNINGS, function, phase, stack), function, phase, stack)
        self.confused_with: tuple[tuple[str, str], ...] = table.CONFUSED_WITH
        notes: tuple[tuple[str, str, str | None, str | None], ...] = table.FIELD_NOTES
        self.field_notes = tuple(
            note for note in notes if stack is None or note[3] in (stack, stacks.family(stack) or stack)
        )
        self.functions: tuple[str, ...] = table.FUNCTIONS
        self.names: dict[str, str | None] = table.NAMES
        self.normal: tuple[tuple[tuple[str, ...], str], ...] = table.NORMAL


def explain(value: int, function: str | None = None, stack: str | None = None) -> Explanation | None:
    """Return the explanation of a standard code, advice that fits `function` and `stack` first; None for other values.

    Without a function (or stack) everything is there; with one, items that are about other functions (or stacks) are left out.
    """
    code = registry.code(value)
    if code is None or code.kind != "standard":
        return None
    known = registry.function(function) if function else None
    return Explanation(value, function, stack, _table(code.name), known.phase if known else None)


def is_normal(value: int, function: str | None) -> bool:
    """Return whether this return is part of normal life where it stands (a size query, an attribute that is not shown)."""
    from ckrtool._tables.normal import NORMAL

    return function is not None and function in NORMAL.get(value, ())


def retry_is_safe(value: int, function: str | None) -> bool:
    """Return whether a program may repeat the call unattended.

    Never after a login, a PIN change, or a call that creates or destroys objects, whatever the code.
    """
    code = registry.code(value)
    if code is None or code.retry not in UNATTENDED:
        return False
    known = registry.function(function) if function else None
    return known is None or known.effect is None


def _applicable(
    rows: tuple[tuple[Any, ...], ...], function: str | None, phase: str | None, stack: str | None
) -> list[Item]:
    """Return the rows that apply as items; where nothing was written for an unusual function, what holds for others."""
    kinds, family = stacks.kinds(stack), stacks.family(stack)
    items = [item for item in (Item(*row) for row in rows) if item.can_apply(kinds)]
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

    The module's own come first, then those that name the function, then those of its phase, then general ones. A late item
    is third, or after all that name the module or the function: it fits nearly everything and so says little. What one of
    the module's own says from the same source is last.
    """
    told = {item.ref for item in items if item.ref and stack is not None and item.stack == stack}
    fits = {id(item): item.fit(function, phase, stack) or 0 for item in items}
    ordered = sorted(items, key=lambda item: -fits[id(item)])
    found = [item for item in ordered if not item.late and (item.stack is not None or item.ref not in told)]
    named = sum(1 for item in found if fits[id(item)] >= NAMED)
    found[max(LATE, named) : max(LATE, named)] = [item for item in ordered if item.late]
    return found + [item for item in ordered if item not in found]


def _relatives(rows: tuple[tuple[Any, ...], ...], function: str | None, stack: str | None) -> list[Relative]:
    """Return the relatives that apply to function and stack."""
    return [row for row in (Relative(*values) for values in rows) if row.applies(function, stack)]


def _meant(relatives: list[Relative], stack: str | None, told: list[Item]) -> list[Item]:
    """Return causes for which the named stack returns this code in place of another, without those that `told` has."""
    known = {item.ref for item in told if item.stack == stack and item.ref}
    return [
        Item(
            f"{row.text} (reported here in place of {row.code})",
            stack=stack,
            ref=row.ref,
        )
        for row in relatives
        if stack is not None and row.of(stack) and row.ref not in known
    ]


def _steps(items: list[Item], function: str | None, phase: str | None, stack: str | None) -> list[Item]:
    """Return the steps in the order of doing: the stack's own first, or second after a precaution where all are dangerous.

    Then steps that name the function, those of its phase, general ones. A dangerous step never passes a step that the file
    has before it; steps of stacks nobody named come last.
    """
    own = [item for item in items if item.stack is not None and item.stack == stack]
    general = [item for item in items if item.stack is None]
    foreign = [item for item in items if item.stack not in (None, stack)]
    lead = [item for item in own if not item.danger]
    if not lead:
        lead = [*general[:1], *own[:1]]
    rest = [item for item in items if item not in lead and item not in foreign]
    fits = [item.fit(function, phase, stack) or 0 for item in rest]
    places = [min(fits[: place + 1]) if item.danger else fits[place] for place, item in enumerate(rest)]
    order = sorted(range(len(rest)), key=lambda place: -places[place])
    return [*lead, *(rest[place] for place in order), *foreign]


def _table(name: str) -> Any:
    """Return the advice module of a code."""
    return getattr(__import__("ckrtool._tables.advice", fromlist=[name]), name)
