"""What the steps of a file have saved so far, and what a step may refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.sequences.expressions import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.probe.sequences.expressions import Kind
    from ckrtool.probe.sequences.parameters import Role

PREDEFINED: dict[str, Kind] = {"slot": "number", "no_slot": "number", "pin": "bytes", "label": "bytes"}
_KINDS: dict[Role, Kind] = {"output": "bytes", "claim": "number", "made": "number"}


class Scope:
    """What the steps so far have saved: which variables there are, which hold lists, and in which loops they were saved."""

    def __init__(self) -> None:
        self.variables: set[str] = set(PREDEFINED)
        self.lists: set[str] = set()
        self.loops: dict[str, frozenset[str]] = {}
        self.writers: dict[str, set[tuple[str, str]]] = {}
        self.kinds: dict[str, set[Kind]] = {name: {kind} for name, kind in PREDEFINED.items()}

    def context(self, report: Callable[[str], None], loops: list[dict[str, Any]]) -> Context:
        """Return the names that a step inside `loops` may use; a variable set in the same loop is one entry, not the list."""
        over = frozenset(loop["in"] for loop in loops)
        own = {loop["var"] for loop in loops}
        lists = {
            name
            for name in self.variables
            if name in self.lists or not self.loops.get(name, frozenset()) <= over
        }
        kinds = {name: kinds for name, kinds in self.kinds.items() if name not in own}
        return Context(report, self.variables | own, lists - own, own, kinds)

    def forgive(self, saved: object) -> None:
        """Add the variables that a step with an unknown function saves, so that only the function is reported, not their use."""
        if isinstance(saved, dict):
            self.variables |= {name for name in saved.values() if isinstance(name, str)}

    def save(self, name: str, role: Role, writer: tuple[str, str], loops: list[dict[str, Any]]) -> None:
        """Remember a saved variable."""
        self.variables.add(name)
        self.writers.setdefault(name, set()).add(writer)
        self.loops[name] = frozenset(loop["in"] for loop in loops)
        self.kinds.setdefault(name, set()).add(_KINDS.get(role, "other"))
        (self.lists.add if role == "list" else self.lists.discard)(name)
