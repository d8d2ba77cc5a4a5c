"""`ckr decode -`: decode values from stdin in constant memory, writing each answer before more input is read."""

from __future__ import annotations

import os

from ckrtool import numerals
from ckrtool._tables import codes
from ckrtool.cli.streams import stdin_descriptor
from ckrtool.exitcodes import ExitCode
from ckrtool.render import decode_text
from ckrtool.values import decoder, literals, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.cli.streams import Streams
    from ckrtool.values.decoder import Decoded

BLOCK = 1 << 18
LONGEST_LINE = 1 << 20
CACHE_SIZE = 1 << 15
MOST_HINTS = 20
FOR_LOGS = "; `ckr annotate` reads whole logs"


def decode_stdin(
    streams: Streams,
    render: Callable[[Decoded], str],
    *,
    base: int | None,
    vendor: str | None,
    family: str | None = None,
) -> int:
    """Decode stdin line by line and return the exit status: 2 if a value was malformed, else 1 if one was unknown or undefined."""
    worker = _Lines(streams, render, base, vendor, family)
    for lines, ended in _blocks(stdin_descriptor()):
        streams.write(worker.answer(lines, ended=ended))
        streams.flush()
    if worker.malformed:
        return ExitCode.USAGE
    return ExitCode.SEEN if worker.seen else ExitCode.OK


def _blocks(descriptor: int) -> Iterator[tuple[list[bytes], bool]]:
    """Yield the complete lines of each read, and whether the last one is complete.

    A line longer than LONGEST_LINE is yielded in pieces that are split at blanks; a longer piece without a blank is split
    anywhere, because it is not a value.
    """
    rest = b""
    while chunk := os.read(descriptor, BLOCK):
        lines = (rest + chunk).split(b"\n")
        rest = lines.pop()
        if lines:
            yield lines, True
        if len(rest) > LONGEST_LINE:
            cut = max(rest.rfind(b" "), rest.rfind(b"\t")) + 1 or len(rest)
            yield [rest[:cut]], False
            rest = rest[cut:]
    if rest:
        yield [rest], True


class _Lines:
    """Decodes lines, with a cache of recent lines: logs repeat themselves."""

    def __init__(
        self,
        streams: Streams,
        render: Callable[[Decoded], str],
        base: int | None,
        vendor: str | None,
        family: str | None,
    ) -> None:
        self.streams = streams
        self.render = render
        self.base = base
        self.vendor = vendor
        self.family = family
        self.number = 0
        self.fresh = 1  # 0 if the next piece continues the last line
        self.refused = 0  # the number of the last line that is malformed as a whole
        self.malformed = 0
        self.annotate_suggested = False
        self.seen = False
        self.hints = 0
        self.cache: dict[bytes, tuple[str, bool]] = {}
        self.plain = base is None and vendor is None and family is None and render is decode_text.line

    def answer(self, lines: list[bytes], *, ended: bool = True) -> str:
        """Return the answers to `lines`, and report malformed values on stderr; without `ended` the last line is continued later."""
        answers = []
        cache = self.cache
        for line in lines:
            self.number += self.fresh
            self.fresh = 1
            if self.refused == self.number:  # the rest of a line that was reported
                continue
            found = cache.get(line)
            if found is None:
                malformed = self.malformed
                found = (self.plain and _bare_hex(line)) or self._line(line)
                if found is None:
                    continue
                if (
                    self.malformed == malformed
                ):  # a malformed line is reported each time, with its line number
                    if len(cache) >= CACHE_SIZE:
                        cache.clear()
                    cache[line] = found
            answers.append(found[0])
            if found[1]:
                self.seen = True
        self.fresh = 1 if ended else 0
        return "".join(answers)

    def _line(self, line: bytes) -> tuple[str, bool] | None:
        """Return the answer to a line (one VALUE, several, or a printed line), and whether it is unknown; None if there is no answer."""
        text = line.decode("utf-8", "surrogateescape")
        if not text.strip(literals.BLANKS):
            return None
        try:
            parsed = parser.parse(text, self.base)
            if parsed.constant or not parsed.unknown or self.family is not None:
                return self._answer(parsed)
        except literals.Malformed as error:
            words = text.replace("\t", " ").split(" ")
            words = [word for word in words if word.strip(literals.BLANKS)]
            if len(words) > 1 and all(self._is_like_a_value(word) for word in words):
                return self._list(words)
            if not isinstance(error, literals.NotAValue):
                self._refuse(error)
                return None
        from ckrtool.logs import printed_line

        try:
            return self._answer(printed_line.parse(text, self.base))
        except literals.Malformed as error:
            self._refuse(error)
            return None

    def _refuse(self, error: literals.Malformed) -> None:
        """Report a line that is malformed as a whole; a line that comes in several pieces is reported once."""
        self.refused = self.number
        self._report_malformed(error)

    def _is_like_a_value(self, word: str) -> bool:
        """Return whether a word is a VALUE or a malformed number: a line of such words is a list, not prose."""
        try:
            parsed = parser.parse(word, self.base)
        except literals.Malformed:
            return word.strip(literals.BLANKS)[0] in "+-0123456789"
        return parsed.constant or not parsed.unknown or word.upper().startswith("CKR_")

    def _list(self, words: list[str]) -> tuple[str, bool]:
        """Return the answers to the VALUEs of one line, and report malformed ones on stderr."""
        answers = []
        for word in words:
            try:
                answers.append(self._answer(parser.parse(word, self.base)))
            except literals.Malformed as error:
                self._report_malformed(error)
        return "".join(answer for answer, _ in answers), any(seen for _, seen in answers)

    def _answer(self, parsed: literals.Parsed) -> tuple[str, bool]:
        """Return the answer to one value, and whether the value is unknown or undefined; hints are written to stderr."""
        decoded = decoder.decode_any(parsed, self.vendor, self.family)
        for hint in [*decoded.hints, *decode_text.nearest(decoded)]:
            self.hints += 1
            if self.hints <= MOST_HINTS:
                self.streams.hint(f"ckr: line {self.number}: {hint}")
        return self.render(decoded) + "\n", not decoded.certain

    def _report_malformed(self, error: literals.Malformed) -> None:
        """Report a malformed value with its line number; the first time, suggest `ckr annotate` for logs."""
        suggestion = ""
        if isinstance(error, literals.NotAValue) and not self.annotate_suggested:
            suggestion = FOR_LOGS
            self.annotate_suggested = True
        self.malformed += 1
        self.streams.hint(f"ckr: line {self.number}: {error.message}{suggestion}")


def _bare_hex(line: bytes) -> tuple[str, bool] | None:
    """Return the answer to a bare `0x...` that is in no table, without the parser; None for any other line.

    Such values are the common case in long lists.
    """
    digits = line[2:]
    if line[:2] != b"0x" or not digits.isalnum() or len(digits) > 8:
        return None
    try:
        value = int(digits, 16)
    except ValueError:
        return None
    if value in codes.CODES or value in _historic_and_vendor_values():
        return None
    if value >= numerals.VENDOR_FIRST:
        return f"0x{value:08X}  vendor  {decoder.VENDOR}\n", False
    return f"0x{value:08X}  undefined  {decoder.UNDEFINED}\n", True


_tabulated: frozenset[int] | None = None


def _historic_and_vendor_values() -> frozenset[int]:
    """Return the values that older headers or vendors define."""
    global _tabulated  # noqa: PLW0603 - computed once, on first use
    if _tabulated is None:
        from ckrtool._tables.vendor_codes import VALUES
        from ckrtool.knowledge import overlay

        _tabulated = frozenset([*codes.HISTORIC, *VALUES, *(row.value for row in overlay.load().codes)])
    return _tabulated
