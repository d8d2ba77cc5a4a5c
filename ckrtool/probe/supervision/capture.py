"""Captures what a module prints, up to a limit; discards the output of calls that carry the PIN, and redacts the PIN elsewhere."""

from __future__ import annotations

import os

from ckrtool.probe.protocol import MARK_LENGTH, output_mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.pin.redaction import Redactor

KEPT_BYTES = 64 * 1024
"""Bytes of output to keep; the rest is only counted."""

_CHUNK = 64 * 1024
_READ_LIMIT = 4 << 20  # bytes to read before the journal is read again


class _Segment:
    """The output kept of one call; `may_hold_pin` is true if it was read while a call that carries the PIN may have been in progress."""

    __slots__ = ("call", "length", "may_hold_pin", "text")

    def __init__(self, call: int) -> None:
        self.call = call
        self.may_hold_pin = False
        self.length = 0
        self.text = bytearray()


class Capture:
    """Reads and keeps the output of one worker, from a non-blocking descriptor.

    With `mark`, the worker's marks (`protocol.output_mark`) are removed from the output and used to assign it to calls: `by_call` is
    the number of bytes by call number. `total` is the number of bytes printed in all.
    """

    def __init__(self, descriptor: int, redactor: Redactor, mark: str = "") -> None:
        self.descriptor = descriptor
        self.total = 0
        self.open = True
        self.by_call: dict[int, int] = {}
        self._redactor = redactor
        self._mark = output_mark(mark, 0)[: -len(b"00000000>\0")] if mark else b""
        self._marks = {0}
        self._tail = b""
        self._space_left = KEPT_BYTES + redactor.margin  # so that no part of a PIN is left at the end
        self._segments = [_Segment(0)]
        os.set_blocking(descriptor, False)

    def begin(self) -> int:
        """Begin a new part of the output; return its index, for `mark_possible_pin`."""
        parts = self._segments
        if len(parts) > 1 and (parts[-1].call, parts[-1].may_hold_pin) == (
            parts[-2].call,
            parts[-2].may_hold_pin,
        ):
            last = (
                parts.pop()
            )  # merged, so that a thread that keeps printing does not fill the memory with parts
            parts[-1].length += last.length
            parts[-1].text += last.text
        parts.append(_Segment(parts[-1].call))
        return len(parts) - 1

    def read(self) -> bool:
        """Read the available output, up to a limit; return False if there may be more."""
        amount = 0
        while amount < _READ_LIMIT:
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                return True
            except OSError:
                chunk = b""
            if not chunk:
                self.open = False
                return True
            amount += len(chunk)
            self._feed(chunk)
        return False

    def _feed(self, chunk: bytes) -> None:
        """Remove marks from the output and add the text between them to the call that printed it."""
        data = self._tail + chunk
        while self._mark:
            at = data.find(self._mark)
            if at < 0 or len(data) - at < MARK_LENGTH:
                break
            self._keep(data[:at])
            number = data[at + len(self._mark) : at + len(self._mark) + 8]
            if number.isdigit():
                self._marks.add(int(number))
                self._segments.append(_Segment(int(number)))
            data = data[at + MARK_LENGTH :]
        held = self._begun_mark(data)
        self._keep(data[: len(data) - held])
        self._tail = data[len(data) - held :]

    def _begun_mark(self, data: bytes) -> int:
        """Return how many bytes at the end of `data` may be the beginning of a mark that has not arrived completely."""
        at = data.find(self._mark) if self._mark else -1
        if at >= 0:
            return len(data) - at
        longest = min(len(self._mark), len(data))
        return next((size for size in range(longest, 0, -1) if self._mark.startswith(data[-size:])), 0)

    def _keep(self, data: bytes) -> None:
        segment = self._segments[-1]
        self.total += len(data)
        if data:
            self.by_call[segment.call] = self.by_call.get(segment.call, 0) + len(data)
        segment.length += len(data)
        kept = data[: self._space_left]
        self._space_left -= len(kept)
        segment.text += kept

    def mark_possible_pin(self, part: int) -> None:
        """Mark the output from `part` on as read while a call that carries the PIN may have been in progress."""
        for segment in self._segments[part:]:
            segment.may_hold_pin = True

    def finish(self, secret_calls: set[int]) -> tuple[bytes, int]:
        """Return the text, and the number of bytes dropped: the output of the calls (by number) that carry the PIN.

        If the mark of such a call is missing, everything that may be its output is dropped. A mark that was begun and never
        completed counts as output.
        """
        self._keep(self._tail)
        self._tail = b""
        marked = secret_calls <= self._marks
        text = bytearray()
        dropped = 0
        for segment in self._segments:
            if segment.call in secret_calls or (segment.may_hold_pin and not marked):
                dropped += segment.length
            else:
                text += segment.text
        return self._redactor.raw(bytes(text))[:KEPT_BYTES], dropped

    def close(self) -> None:
        """Close the descriptor."""
        os.close(self.descriptor)
