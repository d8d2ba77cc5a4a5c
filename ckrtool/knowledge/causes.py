"""The texts of the causes and mistakes that `ckr why` finds, by id: meaning, consequences, and steps to take."""

from __future__ import annotations

from ckrtool.knowledge.advice_items import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class CauseText:
    """The text of one cause or mistake (`kind`)."""

    __slots__ = (
        "checks",
        "fix",
        "id",
        "kind",
        "matters",
        "meaning",
        "recovery",
        "see",
        "text",
        "title",
        "warnings",
    )

    def __init__(self, key: str, row: tuple[Any, ...]) -> None:
        self.id = key
        self.title: str = row[0]
        self.text: str = row[1]
        self.fix: str = row[2]
        self.kind: str = row[3]
        self.meaning: str = row[4]
        self.matters: str = row[5]
        self.warnings, self.checks, self.recovery = ([Item(*item) for item in rows] for rows in row[6:9])
        self.see: tuple[str, ...] = row[9]

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object of this text, without `schema` and `input`."""
        return {
            "kind": self.kind,
            "id": self.id,
            "title": self.title,
            "meaning": self.meaning,
            "matters": self.matters,
            "fix": plain(self.fix),
            "checks": [item.as_dict() for item in self.checks],
            "recovery": [item.as_dict() for item in self.recovery],
            "warnings": [item.as_dict() for item in self.warnings],
            "see": list(self.see),
        }


def plain(template: str) -> str:
    """Return a template with its placeholders in capitals: `{session}` becomes SESSION."""
    out = template
    while "{" in out:
        before, _, rest = out.partition("{")
        name, _, after = rest.partition("}")
        out = f"{before}{name.upper()}{after}"
    return out


def ids() -> tuple[str, ...]:
    """Return the ids of all causes and mistakes, sorted, without that of general advice."""
    return tuple(name for name in _table() if name != "general")


def text(key: str) -> CauseText | None:
    """Return the text of a cause or mistake; None for an unknown id."""
    row = _table().get(key)
    return None if row is None or key == "general" else CauseText(key, row)


def by_word(word: str) -> CauseText | None:
    """Return the text of an id in any case, written with `_` or blanks in place of `-`; None for an unknown id."""
    return text("-".join(word.strip().lower().replace("_", " ").split()))


def _table() -> dict[str, tuple[Any, ...]]:
    from ckrtool._tables.causes import CAUSES

    return CAUSES
