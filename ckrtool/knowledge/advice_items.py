"""The pieces of advice, with the situations to which they apply: items and relations between codes."""

from __future__ import annotations

from ckrtool.knowledge import registry, stacks

# Kinds that an item may be limited to (`fits`): kinds of token, and kinds of caller (own code, or a finished program).
TOKENS = frozenset(("card", "hsm", "cloud", "software", "tpm", "tee", "element"))
CALLERS = frozenset(("code", "program"))


class Item:
    """One piece of advice with the conditions under which it applies.

    `when` lists functions or phases, `stack` is the id of a stack, `fits` limits the kinds of token and caller; None means any.
    `not_for` lists stacks to which the item does not apply, with those that share their advice.
    `unless` names an exception and `danger` the risk of a step, as text; `because` is the reason and `ref` the source.
    `late` marks a general item that is listed after the specific ones, `first` a step that comes before all others.
    """

    __slots__ = (
        "because", "danger", "first", "fits", "late", "not_for", "ref", "stack", "text", "unless", "when",
    )  # fmt: skip

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
        not_for: tuple[str, ...] | None = None,
        first: bool | None = None,
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
        self.not_for = not_for
        self.first = first

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object of this item."""
        return {
            "text": self.text,
            "because": self.because,
            "when": None if self.when is None else functions_of(self.when),
            "stack": self.stack,
            "unless": self.unless,
            "danger": self.danger,
            "ref": self.ref,
        }

    def can_apply(self, stack: str | None) -> bool:
        """Return whether the item can apply to the stack: by its id, family, and kinds; unknown kinds exclude nothing."""
        if self.not_for is not None and (stack in self.not_for or stacks.family(stack) in self.not_for):
            return False
        wanted, kinds = frozenset(self.fits or ()), stacks.kinds(stack)
        return all(
            not (wanted & axis and kinds & axis) or bool(wanted & kinds & axis) for axis in (TOKENS, CALLERS)
        )

    def fit(self, function: str | None, phase: str | None, stack: str | None) -> int | None:
        """Return a score for the situation, higher for a better fit; None if the item does not apply."""
        score = 0
        if self.stack is not None:
            if stack is not None and self.stack != stack:
                return None
            score += (
                4 if self.stack == stack else -9
            )  # no stack is given: items about a single stack come last
        if self.when is not None and function is not None:
            if function in self.when:
                score += 3
            elif phase in self.when:
                score += 2
            else:
                return None
        return score


def functions_of(when: tuple[str, ...]) -> list[str]:
    """Return the functions that `when` names, directly or by their phase, in header order."""
    return [name for name, phase in registry.phases() if name in when or phase in when]


def sources(ref: str | None) -> list[str]:
    """Return the single sources that a reference names."""
    return ref.replace("; ", ", ").split(", ") if ref else []


class Relative:
    """States that some stacks return one code in place of another for the same cause; `code` is the other code."""

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
        """Return the JSON object of this relation."""
        return {
            "code": self.code,
            "text": self.text,
            "stacks": list(self.stacks),
            "functions": list(self.functions),
            "ref": self.ref,
        }

    def applies(self, function: str | None, stack: str | None) -> bool:
        """Return whether this applies to the function, and to the stack if it has a profile."""
        known = stack is not None and stacks.profile(stack) is not None
        return (not self.functions or function is None or function in self.functions) and (
            not known or self.of(stack)
        )

    def of(self, stack: str | None) -> bool:
        """Return whether the stack, or the stack whose advice it shares, returns the code in this way."""
        return stack in self.stacks or stacks.family(stack) in self.stacks
