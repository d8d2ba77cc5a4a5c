"""What is done with the segments of a file."""

from __future__ import annotations

from typing import Any, Protocol

State = tuple[Any, ...]
"""What the results of the next read depend on besides its bytes; the first item is the state of the cutter."""


class Work(Protocol):
    """Make results of the reads of a file; those since the last delivery are delivered, or dropped.

    `deliver` may raise OneProcess.

    Numbers of lines in results are not part of the state.
    """

    def push(self, data: bytes) -> None:
        """Read `data`."""

    def finish(self) -> None:
        """End the file; the state is that at the start of a file afterwards."""

    def state(self) -> State:
        """Return the state, in types that `marshal` writes."""

    def resume(self, state: State, line: int) -> None:
        """Go on from a state; `line` is the number of the next line."""

    def line(self) -> int:
        """Return the number of the next line."""

    def renumber(self, line: int) -> None:
        """Let the next line have this number, and change those of the lines in the kept results accordingly."""

    def lasting(self, state: State, guess: State, seed: State) -> State:
        """Return what of a true state is likely to count later in the file too, given what was guessed and from which `seed`."""

    def drop(self) -> None:
        """Drop the results that were not delivered."""

    def deliver(self) -> None:
        """Deliver the results, which are next in the order of the file."""

    def begin(self) -> None:
        """Begin in a new process: what was delivered before belongs to another one."""

    def total(self) -> object:
        """Return what this process has delivered and the first one needs, in types that `marshal` writes."""
