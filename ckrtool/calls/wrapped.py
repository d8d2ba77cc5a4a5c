"""Traces that were wrapped at a column (by a terminal, a mail program): their lines are put together again."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 80
"""Lines of a trace that is not wrapped are soon longer than this."""
MOST_HELD = 400
LEAST_FULL = 3
STARTS = re.compile(
    rb"\s*$|\[(?:in|out)\] |\d{1,9}: C_|Returned:|\d{4}-\d\d-\d\d |P:\d|C_[A-Z]|  IN: | OUT: |\t|      \}|    [0-9A-F]{8}  "
    rb"| {4,6}\S|\*{5}|Slot |Count |Object "
)
"""How lines of pkcs11-spy and p11-kit begin."""
WHOLE = re.compile(
    rb"    [0-9A-F]{8}  (?:[0-9A-F]{2} ){16}.{16,17}$|\{|0x|<\d|[A-Z][a-z]{2} [ \d]\d "
    rb"|\d{4}-\d\d-\d\d[T ].{10,50}[\w\]]: |-?\d+\[[0-9a-f]+\]: "
)
"""Lines that no wrapped trace has at its beginning, or of dialects whose lines are not put together."""


class Unwrapper:
    """Holds the first lines until it is clear that they are not wrapped; then `plain` is set and it is not needed any more."""

    def __init__(self) -> None:
        self.plain = False
        self._held: list[tuple[int, bytes]] = []
        self._width = 0
        self._part: tuple[int, bytes] | None = None

    def push(self, number: int, text: bytes) -> Iterator[tuple[int, bytes]]:
        """Take a line and give those that are complete, with the number of their first part."""
        if self._width:
            yield from self._join(number, text)
            return
        self._held.append((number, text))
        if len(text) > WIDEST or len(self._held) >= MOST_HELD or WHOLE.match(text):
            yield from self._decide()

    def finish(self) -> Iterator[tuple[int, bytes]]:
        """Give what is held at the end."""
        if not self._width:
            yield from self._decide()
        if self._part is not None:
            yield self._part
            self._part = None

    def _decide(self) -> Iterator[tuple[int, bytes]]:
        held, self._held = self._held, []
        width = max((len(text) for _, text in held), default=0)
        after = [held[index + 1][1] for index, (_, text) in enumerate(held[:-1]) if len(text) == width]
        parts = [text for text in after if not STARTS.match(text)]
        whole = not held or WHOLE.match(held[-1][1]) is not None
        if width > WIDEST or whole or len(after) < LEAST_FULL or 2 * len(parts) < len(after):
            self.plain = True
            yield from held
            return
        self._width = width
        for number, text in held:
            yield from self._join(number, text)

    def _join(self, number: int, text: bytes) -> Iterator[tuple[int, bytes]]:
        first, whole = (number, text) if self._part is None else (self._part[0], self._part[1] + text)
        self._part = None
        if len(text) == self._width:
            self._part = (first, whole)
        else:
            yield first, whole
