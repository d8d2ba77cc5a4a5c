"""Join the lines of traces that were wrapped at a column, for instance by a terminal or a mail program."""

from __future__ import annotations

from ckrtool._lazy_re import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 80
"""Largest width of a wrapped trace; a trace that is not wrapped soon has a longer line."""
MOST_HELD = 400
LEAST_FULL = 3
STARTS = lazy(
    rb"\s*$|\[(?:in|out)\] |\d{1,9}: C_|Returned:|\d{4}-\d\d-\d\d |P:\d|C_[A-Z]|  IN: | OUT: |\t|      \}|    [0-9A-F]{8}  "
    rb"| {4,6}\S|\*{5}|Slot |Count |Object "
)
"""Beginnings of lines of pkcs11-spy and p11-kit; other lines may be the rest of a wrapped line."""
JOINED = lazy(rb"\[(?:in|out)\] |\d{1,9}: C_[A-Z]|Returned:|  IN: | OUT: |C_[A-Z]\w{2,40} = CKR_")
"""Beginnings of lines that only pkcs11-spy and p11-kit write.

A log without any is of a dialect whose lines do not begin as in STARTS: each of its lines would look like the rest of one.
"""
WHOLE = lazy(
    rb"    [0-9A-F]{8}  (?:[0-9A-F]{2} ){16}.{16,17}$|\{|0x|<\d|[A-Z][a-z]{2} [ \d]\d "
    rb"|\d{4}-\d\d-\d\d[T ].{10,50}[\w\]]: |-?\d+\[[0-9a-f]+\]: |(?:Calling|Entered) C_"
)
"""Lines that show that a trace is not wrapped, or that its dialect's lines are not joined."""


class Unwrapper:
    """Join wrapped lines. The first lines are held until it is known whether the trace is wrapped; if not, `plain` is set."""

    def __init__(self) -> None:
        self.plain = False
        self._held: list[tuple[int, bytes]] = []
        self._width = 0
        self._part: tuple[int, bytes] | None = None

    def push(self, number: int, text: bytes) -> Iterator[tuple[int, bytes]]:
        """Add a line and yield the complete lines, with the number of their first part."""
        if self._width:
            yield from self._join(number, text)
            return
        self._held.append((number, text))
        if len(text) > WIDEST or len(self._held) >= MOST_HELD or WHOLE.match(text):
            yield from self._decide()

    def finish(self) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that are still held at the end."""
        if not self._width:
            yield from self._decide()
        if self._part is not None:
            yield self._part
            self._part = None

    def _decide(self) -> Iterator[tuple[int, bytes]]:
        """Yield the lines held so far: joined if most lines of full width are continued, else unchanged."""
        held, self._held = self._held, []
        width = max((len(text) for _, text in held), default=0)
        after = [held[index + 1][1] for index, (_, text) in enumerate(held[:-1]) if len(text) == width]
        parts = [text for text in after if not STARTS.match(text)]
        whole = not any(JOINED.match(text) for _, text in held) or WHOLE.match(held[-1][1]) is not None
        if width > WIDEST or whole or len(after) < LEAST_FULL or 2 * len(parts) < len(after):
            self.plain = True
            yield from held
            return
        self._width = width
        for number, text in held:
            yield from self._join(number, text)

    def _join(self, number: int, text: bytes) -> Iterator[tuple[int, bytes]]:
        """Add a part; yield the line, with the number of its first part, unless this part has full width."""
        first, whole = (number, text) if self._part is None else (self._part[0], self._part[1] + text)
        self._part = None
        if len(text) == self._width:
            self._part = (first, whole)
        else:
            yield first, whole
