"""The texts of causes and mistakes that `ckr why` finds: what an id means, why it matters, what to do."""

from __future__ import annotations

from ckrtool.knowledge.advice import Item

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
        """Return the mapping of the interface, without schema and input."""
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
    """Return a text with its placeholders as words (`{session}` is SESSION)."""
    out = template
    while "{" in out:
        before, _, rest = out.partition("{")
        name, _, after = rest.partition("}")
        out = f"{before}{name.upper()}{after}"
    return out


def ids() -> tuple[str, ...]:
    """Return the ids of all causes and mistakes, sorted; general advice is none."""
    return tuple(name for name in _table() if name != "general")


def text(key: str) -> CauseText | None:
    """Return the text of an id; None for an unknown id."""
    row = _table().get(key)
    return None if row is None or key == "general" else CauseText(key, row)


def by_word(word: str) -> CauseText | None:
    """Return the text of the id that a person means by `word`, in any case, with `_` or blanks for `-`."""
    return text("-".join(word.strip().lower().replace("_", " ").split()))


def _table() -> dict[str, tuple[Any, ...]]:
    from ckrtool._tables.causes import CAUSES

    return CAUSES
