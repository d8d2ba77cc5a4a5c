"""`ckr decode -`: values from stdin as they come, in constant memory; nothing is held back while input is awaited."""

from __future__ import annotations

import os
import sys

from ckrtool import decoding, registry, values
from ckrtool.exitcodes import ExitCode
from ckrtool.render import decode_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.cli.streams import Streams
    from ckrtool.decoding import Decoded

BLOCK = 1 << 18
LONGEST_LINE = 1 << 20
REMEMBERED = 1 << 15
MOST_HINTS = 20


def decode_stdin(
    streams: Streams, render: Callable[[Decoded], str], *, base: int | None, vendor: str | None
) -> int:
    """Decode stdin line by line and return the exit status: 2 after a malformed word, 1 after something to see."""
    worker = _Lines(streams, render, base, vendor)
    for lines in _blocks(sys.stdin.fileno()):
        streams.write(worker.answer(lines))
        streams.flush()
    if worker.malformed:
        return ExitCode.USAGE
    return ExitCode.SEEN if worker.seen else ExitCode.OK


def _blocks(descriptor: int) -> Iterator[list[bytes]]:
    """Yield the complete lines of each read, and at the end a last line without newline.

    A line without end is handed on in pieces of LONGEST_LINE, each of which is malformed anyway.
    """
    rest = b""
    while chunk := os.read(descriptor, BLOCK):
        lines = (rest + chunk).split(b"\n")
        rest = lines.pop()
        if len(rest) > LONGEST_LINE:
            lines.append(rest)
            rest = b""
        if lines:
            yield lines
    if rest:
        yield [rest]


class _Lines:
    """Answers lines, remembering what the last ones were: logs repeat themselves."""

    def __init__(
        self, streams: Streams, render: Callable[[Decoded], str], base: int | None, vendor: str | None
    ) -> None:
        self.streams = streams
        self.render = render
        self.base = base
        self.vendor = vendor
        self.number = 0
        self.malformed = False
        self.seen = False
        self.hints = 0
        self.known: dict[bytes, tuple[str, bool]] = {}
        self.plain = base is None and vendor is None and render is decode_text.line

    def answer(self, lines: list[bytes]) -> str:
        """Return the answers to some lines; what is malformed is named on stderr."""
        made = []
        known = self.known
        for line in lines:
            self.number += 1
            found = known.get(line)
            if found is None:
                found = (self.plain and _bare_hex(line)) or self._line(line)
                if found is None:
                    continue
                if len(known) >= REMEMBERED:
                    known.clear()
                known[line] = found
            made.append(found[0])
            if found[1]:
                self.seen = True
        return "".join(made)

    def _line(self, line: bytes) -> tuple[str, bool] | None:
        """Answer one line: one VALUE, or words; None where there is nothing to remember."""
        text = line.decode("utf-8", "surrogateescape")
        if not text.strip(values.BLANKS):
            return None
        try:
            return self._word(text)
        except values.Malformed as error:
            words = text.split()
            if len(words) == 1:
                self._complain(error)
                return None
        made = []
        for word in words:
            try:
                made.append(self._word(word))
            except values.Malformed as error:
                self._complain(error)
        if made:
            self.streams.write("".join(answer for answer, _ in made))
            self.seen = self.seen or any(seen for _, seen in made)
        return None

    def _word(self, word: str) -> tuple[str, bool]:
        decoded = decoding.decode(values.parse(word, self.base), self.vendor)
        for hint in decoded.hints:
            self.hints += 1
            if self.hints <= MOST_HINTS:
                self.streams.hint(f"ckr: line {self.number}: {hint}")
        return self.render(decoded) + "\n", not decoded.certain

    def _complain(self, error: values.Malformed) -> None:
        self.malformed = True
        self.streams.hint(f"ckr: line {self.number}: {error.message}")


def _bare_hex(line: bytes) -> tuple[str, bool] | None:
    """Answer `0x...` of a value that no table knows, the common case of long lists, without a parser; None for all else."""
    digits = line[2:]
    if line[:2] != b"0x" or not digits.isalnum() or len(digits) > 8:
        return None
    try:
        value = int(digits, 16)
    except ValueError:
        return None
    if value in registry.CODES or value in _special():
        return None
    if value >= registry.VENDOR_FIRST:
        return f"0x{value:08X}  vendor  {decoding.VENDOR}\n", False
    return f"0x{value:08X}  undefined  {decoding.UNDEFINED}\n", True


_special_values: frozenset[int] | None = None


def _special() -> frozenset[int]:
    """Return the values that older headers or vendors use."""
    global _special_values  # noqa: PLW0603 - made once, when first needed
    if _special_values is None:
        from ckrtool import overlay
        from ckrtool._tables.vendor_codes import VALUES

        _special_values = frozenset(
            [*registry.HISTORIC, *VALUES, *(row.value for row in overlay.load().codes)]
        )
    return _special_values
