"""The texts of findings, by id: meaning, consequences, warnings, checks and steps to take."""

from __future__ import annotations

from ckrtool.knowledge import registry
from ckrtool.knowledge.advice_items import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The last step for a finding that is a fault of the module; MODULE is replaced where the module is known.
REPORT = "ckr probe MODULE --markdown --anonymize -o ticket.md"
VENDOR = {
    "fault": f"Report it to the vendor; this writes the ticket's text: {REPORT}",
    "security": f"Report it to the vendor as a security matter; this writes the ticket's text: {REPORT}",
}


class FindingText:
    """The text of a finding, with the items that apply to the given function and stack."""

    __slots__ = (
        "checks", "consequence_of", "id", "matters", "meaning", "recovery", "see", "severities", "title", "warnings",
    )  # fmt: skip

    def __init__(self, key: str, row: tuple[Any, ...], function: str | None, stack: str | None) -> None:
        self.id = key
        self.title: str = row[0]
        self.severities: tuple[str, ...] = row[1]
        self.meaning: str = row[2]
        self.matters: str = row[3]
        self.warnings, self.checks, self.recovery = (_items(rows, function, stack) for rows in row[5:8])
        if row[4] is not None:
            self.recovery.append(Item(VENDOR[row[4]]))
        self.see: tuple[str, ...] = row[8]
        self.consequence_of: tuple[str, ...] = row[9]

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object of this text, without `schema` and `input`."""
        return {
            "kind": "finding",
            "id": self.id,
            "severities": list(self.severities),
            "title": self.title,
            "meaning": self.meaning,
            "matters": self.matters,
            "checks": [item.as_dict() for item in self.checks],
            "recovery": [item.as_dict() for item in self.recovery],
            "warnings": [item.as_dict() for item in self.warnings],
            "see": list(self.see),
        }


def ids() -> tuple[str, ...]:
    """Return the ids of all findings, sorted."""
    return tuple(_table())


def text(key: str, function: str | None = None, stack: str | None = None) -> FindingText | None:
    """Return the text of a finding; None for an unknown id.

    With a function (or stack), items about other functions (or stacks) are left out, and those that cannot apply to the stack.
    """
    row = _table().get(key)
    return None if row is None else FindingText(key, row, function, stack)


def by_word(word: str) -> FindingText | None:
    """Return the text of an id in any case, written with `_` or blanks in place of `-`; None for an unknown id."""
    return text("-".join(word.strip().lower().replace("_", " ").split()))


def _table() -> dict[str, tuple[Any, ...]]:
    from ckrtool._tables.findings import FINDINGS

    return FINDINGS


def _items(rows: tuple[tuple[Any, ...], ...], function: str | None, stack: str | None) -> list[Item]:
    """Return the rows that apply to function and stack as items, best fit first."""
    known = registry.function(function) if function else None
    name, phase = (known.name, known.phase) if known else ("dlopen", "load") if function else (None, None)
    items = [item for item in (Item(*row) for row in rows) if item.can_apply(stack)]
    fits = [(item.fit(name, phase, stack), item) for item in items]
    return [
        item for fit, item in sorted(((f, i) for f, i in fits if f is not None), key=lambda pair: -pair[0])
    ]
