"""Stores the variables of a sequence, and iterates over saved lists."""

from __future__ import annotations

from ckrtool.cryptoki.values import UnsetError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from ckrtool.probe.protocol import Step

_MOST_ITERATIONS = 100_000
_NO_SLOT = 0x7FFFFFF3  # an ID that a slot is unlikely to have


def absent_slot(slots: Collection[int]) -> int:
    """Return a slot ID that is not in the list."""
    return next(number for number in range(_NO_SLOT, _NO_SLOT + len(slots) + 1) if number not in slots)


class _Gathered:
    """The values that a step saved under `each`, one per iteration."""

    __slots__ = ("items", "sources")

    def __init__(self, sources: tuple[str, ...]) -> None:
        self.sources = sources
        self.items: dict[tuple[int, ...], Any] = {}

    def flat(self) -> list[Any]:
        """Return all values in order; lists are concatenated."""
        out: list[Any] = []
        for value in self.items.values():
            if isinstance(value, list):
                out.extend(value)
            else:
                out.append(value)
        return out


class Scope:
    """The variables of one sequence, and the loops of its steps.

    A variable saved under `each` is the value of the current iteration in a loop over the same list, and the list of all values
    elsewhere.
    """

    def __init__(self, predefined: dict[str, Any]) -> None:
        self._variables: dict[str, Any] = dict(predefined)

    def view(
        self, sources: tuple[str, ...] = (), indices: tuple[int, ...] = (), **loop: Any
    ) -> dict[str, Any]:
        """Return the variables of a step in the given iteration; `loop` are the loop variables."""
        out: dict[str, Any] = {}
        for name, value in self._variables.items():
            if not isinstance(value, _Gathered):
                out[name] = value
            elif sources[: len(value.sources)] == value.sources:
                key = indices[: len(value.sources)]
                if key in value.items:
                    out[name] = value.items[key]
            else:
                out[name] = value.flat()
        out.update(loop)
        return out

    def save(self, name: str, value: Any, sources: tuple[str, ...], indices: tuple[int, ...]) -> None:
        """Set a variable in the given iteration."""
        if not sources:
            self._variables[name] = value
            return
        gathered = self._variables.get(name)
        if not isinstance(gathered, _Gathered) or gathered.sources != sources:
            gathered = self._variables[name] = _Gathered(sources)
        gathered.items[indices] = value

    def iterations(self, step: Step) -> Iterator[tuple[tuple[str, ...], tuple[int, ...], dict[str, Any]]]:
        """Yield the lists, indices and loop variables of each iteration; for a step without `each` yield one iteration without any.

        Raises UnsetError if the list of a loop was never saved.
        """
        each = step.get("each")
        loops = [] if not each else (each if isinstance(each, list) else [each])
        for count, found in enumerate(self._nested(loops, (), (), {})):
            if count >= _MOST_ITERATIONS:
                return
            yield found

    def _nested(
        self,
        loops: list[dict[str, Any]],
        sources: tuple[str, ...],
        indices: tuple[int, ...],
        loop: dict[str, Any],
    ) -> Iterator[tuple[tuple[str, ...], tuple[int, ...], dict[str, Any]]]:
        if not loops:
            yield sources, indices, loop
            return
        first, *rest = loops
        values = self.view(sources, indices, **loop).get(first["in"])
        if values is None:
            if not sources:
                raise UnsetError(first["in"])
            return  # this entry of the outer list has no list
        if not isinstance(values, list):
            raise UnsetError(f"{first['in']} as a list")
        for index, value in enumerate(values[: first.get("limit") or None]):
            inner = {**loop, first["var"]: value}
            yield from self._nested(rest, (*sources, first["in"]), (*indices, index), inner)
