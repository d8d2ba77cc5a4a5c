"""Looks up the profiles of module families and client stacks by id, name, alias, or module file.

The table is imported at the first look-up, since most commands do not need it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Stack:
    """The profile of a module family or client stack; `facts` contains the keys of its data file."""

    __slots__ = ("facts", "id", "kind", "name", "vendor")

    def __init__(self, key: str, facts: dict[str, Any]) -> None:
        self.id = key
        self.facts = facts
        self.name: str = facts["name"]
        self.kind: str = facts["kind"]
        self.vendor: str | None = facts.get("vendor")

    def many(self, key: str) -> tuple[Any, ...]:
        """Return the entries of an array of the profile (`variable`, `config`, `store`, `departure`); () if it has none."""
        entries: tuple[Any, ...] = self.facts.get(key, ())
        return entries


def table() -> dict[str, dict[str, Any]]:
    """Return the data of every profile by its id."""
    from ckrtool._tables.stacks import STACKS

    return STACKS


def ids() -> tuple[str, ...]:
    """Return the ids of all profiles."""
    return tuple(table())


def profile(key: str) -> Stack | None:
    """Return the profile with this id; None if there is none."""
    facts = table().get(key)
    return None if facts is None else Stack(key, facts)


def no_generation(key: str | None) -> str | None:
    """Return the reason why the probe generates no keys with this stack (billed, slow, limited); None if it may."""
    reason: str | None = table().get(key, {}).get("no_generation") if key else None
    return reason


def kinds(key: str | None) -> frozenset[str]:
    """Return the kinds of token behind a stack, and its kind of caller; empty if unknown."""
    facts = table().get(key, {}) if key else {}
    caller = facts.get("caller")
    return frozenset((*facts.get("token", ()), *((caller,) if caller else ())))


def family(key: str | None) -> str | None:
    """Return the id of the stack whose advice applies to this one too; None if there is none."""
    return table().get(key, {}).get("family") if key else None


def is_other_module(key: str | None, module: str | None) -> bool:
    """Return whether the stack is a module, and another than the one of that id; False where either is not named."""
    if key is None or module is None or module in (key, family(key)):
        return False
    return bool(table().get(key, {}).get("kind") == "module")


def by_word(word: str) -> Stack | None:
    """Return the profile whose id, name or alias is `word`, in any case; None if there is none."""
    wanted = word.strip().lower()
    for key, facts in table().items():
        if wanted in (key, facts["name"].lower(), *(alias.lower() for alias in facts.get("aliases", ()))):
            return Stack(key, facts)
    return None


def by_name_or_file(word: str) -> Stack | None:
    """Return the profile with this id, name or alias, else that of the module with this file name; None if there is none."""
    found = by_word(word)
    if found is None and (key := stack_for_module(word)) is not None:
        found = profile(key)
    return found


def stack_for_module(path: str, manufacturer: str | None = None) -> str | None:
    """Return the id of the module family by file name, else by the manufacturerID of CK_INFO; None if neither is known.

    The file is not read and need not exist.
    """
    from ckrtool.knowledge.globs import Globs

    name = path.replace("\\", "/").rsplit("/", 1)[-1].lower()  # paths in logs may come from Windows
    patterns = [
        (pattern.lower(), key) for key, facts in table().items() for pattern in facts.get("files", ())
    ]
    number = Globs(pattern for pattern, _ in patterns).first(name)
    if number is not None:
        return patterns[number][1]
    claimed = (manufacturer or "").strip().lower()
    for key, facts in table().items():
        if claimed and any(known.lower() in claimed for known in facts.get("manufacturer", ())):
            return key
    return None
