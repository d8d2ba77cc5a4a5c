"""Collects the explanation of a value for the function that returned it and the stack that it came from."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool.errors import UsageError
from ckrtool.knowledge import advice, overlay, stacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.legality import Judgement
    from ckrtool.knowledge.module_facts import ModuleFacts
    from ckrtool.values.decoder import Decoded

VENDOR_DEFINED = numerals.VENDOR_FIRST


MOST_CAUSES = 3  # causes that each page shows; the section on the module does not repeat them
FOREIGN = "-"  # the stack of a module without a profile; no item of advice has it


class Situation:
    """The content of an `explain` answer: advice for function and code, facts about the module, the site's runbook.

    `file` is the module file from the command line; `stack` is None for a module without a profile.
    """

    __slots__ = ("decoded", "explanation", "function", "judgement", "module", "problems", "runbook", "stack")

    def __init__(
        self, decoded: Decoded, function: str | None, stack: str | None, *, file: str | None = None
    ) -> None:
        self.decoded = decoded
        self.function = function or decoded.function
        self.stack = stack
        # For a module without a profile, advice about other stacks is left out.
        foreign = stack is None and file is not None
        self.explanation = _explanation(decoded, self.function, FOREIGN if foreign else stack)
        self.module = self._module(file) if stack or file else None
        self.judgement = _judgement(decoded, self.function) if self.function else None
        self.problems: list[str] = []
        self.runbook = overlay.notes(decoded.name, self.problems) if decoded.name else []

    def _module(self, file: str | None) -> ModuleFacts | None:
        """Return the facts about the module from the command line."""
        from ckrtool.knowledge import module_facts

        explained = self.explanation
        shown = tuple(item.text for item in explained.causes[:MOST_CAUSES]) if explained else ()
        return module_facts.of(self.stack, file, self.function, self.decoded.name, explained, shown)

    @property
    def retry_is_safe(self) -> bool:
        """Return whether a program may repeat the call unattended."""
        value = self.decoded.value
        return (
            value is not None
            and self.decoded.kind == "standard"
            and advice.retry_is_safe(value, self.function)
        )


def _judgement(decoded: Decoded, function: str) -> Judgement | None:
    """Return the verdict on the function returning the code; None for other values."""
    if decoded.value is None or decoded.family is not None:
        return None
    from ckrtool.knowledge import legality

    return legality.check(function, decoded.value)


def stack_for(word: str | None, module: str | None) -> str | None:
    """Return the stack id that `--stack NAME` or `--module FILE` selects; None for an unknown module.

    Each option takes a stack's name or the file name of a module. Raises UsageError for a `word` that is neither.
    """
    given = module if word is None else word
    found = stacks.by_name_or_file(given) if given is not None else None
    if found is None and word is not None:
        from ckrtool.schema.nearest import did_you_mean

        near = did_you_mean(word, stacks.ids())
        raise UsageError(f"{word!a} is not a known stack{near}", "`ckr list stacks` prints all of them")
    return found.id if found else None


def _explanation(decoded: Decoded, function: str | None, stack: str | None) -> advice.Explanation | None:
    """Return the advice for the code; for a vendor's code, that for CKR_VENDOR_DEFINED. None for other values."""
    if decoded.value is None or decoded.family is not None:
        return None
    if decoded.kind == "vendor":
        return advice.explain(VENDOR_DEFINED, function, stack)
    return advice.explain(decoded.value, function, stack)
