"""Module families and client stacks: which one a module file or a word belongs to. `fnmatch` is imported only for a module."""

from __future__ import annotations

from ckrtool._tables import stacks as _table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STACKS: dict[str, dict[str, Any]] = _table.STACKS


class Stack:
    """The profile of a module family or client stack; `facts` holds the keys of its data file that are there."""

    __slots__ = ("facts", "id", "kind", "name", "vendor")

    def __init__(self, key: str, facts: dict[str, Any]) -> None:
        self.id = key
        self.facts = facts
        self.name: str = facts["name"]
        self.kind: str = facts["kind"]
        self.vendor: str | None = facts.get("vendor")

    def many(self, key: str) -> tuple[Any, ...]:
        """Return the entries of an array of the profile (`variable`, `config`, `store`, `departure`, `refs`), or none."""
        entries: tuple[Any, ...] = self.facts.get(key, ())
        return entries


def ids() -> tuple[str, ...]:
    """Return the ids of all profiles."""
    return tuple(STACKS)


def profile(key: str) -> Stack | None:
    """Return the profile with that id, or None."""
    facts = STACKS.get(key)
    return None if facts is None else Stack(key, facts)


def kinds(key: str | None) -> frozenset[str]:
    """Return the kinds of token that the stack reaches, and its kind of caller; empty where that is not known."""
    facts = STACKS.get(key or "", {})
    caller = facts.get("caller")
    return frozenset((*facts.get("token", ()), *((caller,) if caller else ())))


def family(key: str | None) -> str | None:
    """Return the id of the stack whose advice holds for this one too; None for most."""
    return STACKS.get(key or "", {}).get("family")


def by_word(word: str) -> Stack | None:
    """Return the profile that a person means by `word`: its id, its name or an alias, in any case."""
    wanted = word.strip().lower()
    for key, facts in STACKS.items():
        if wanted in (key, facts["name"].lower(), *(alias.lower() for alias in facts.get("aliases", ()))):
            return Stack(key, facts)
    return None


def stack_for_module(path: str, manufacturer: str | None = None) -> str | None:
    """Return the id of the module family by file name, else by CK_INFO's manufacturerID; None where neither tells.

    Nothing is loaded and the file need not exist.
    """
    from fnmatch import fnmatchcase

    name = path.replace("\\", "/").rsplit("/", 1)[-1].lower()  # threads and logs come from Windows too
    for key, facts in STACKS.items():
        if any(fnmatchcase(name, pattern.lower()) for pattern in facts.get("files", ())):
            return key
    claimed = (manufacturer or "").strip().lower()
    for key, facts in STACKS.items():
        if claimed and any(known.lower() in claimed for known in facts.get("manufacturer", ())):
            return key
    return None
