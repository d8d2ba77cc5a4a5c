"""`ckr decode -`: values from stdin as they come, in constant memory; nothing is held back while input is awaited."""

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
REMEMBERED = 1 << 15
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
    """Decode stdin line by line and return the exit status: 2 after a malformed word, 1 after something to see."""
    worker = _Lines(streams, render, base, vendor, family)
    for lines, ended in _blocks(stdin_descriptor()):
        streams.write(worker.answer(lines, ended=ended))
        streams.flush()
    if worker.malformed:
        return ExitCode.USAGE
    return ExitCode.SEEN if worker.seen else ExitCode.OK


def _blocks(descriptor: int) -> Iterator[tuple[list[bytes], bool]]:
    """Yield the complete lines of each read, and whether the last of them ended there.

    A line longer than LONGEST_LINE comes in pieces that are cut at blanks; one word longer than that is cut anyway, since
    it is no value.
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
    """Answers lines, remembering what the last ones were: logs repeat themselves."""

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
        self.fresh = 1  # 0 where the next piece belongs to the line of the last one
        self.malformed = 0
        self.told_of_logs = False
        self.seen = False
        self.hints = 0
        self.known: dict[bytes, tuple[str, bool]] = {}
        self.plain = base is None and vendor is None and family is None and render is decode_text.line

    def answer(self, lines: list[bytes], *, ended: bool = True) -> str:
        """Return the answers to some lines; what is malformed is named on stderr. Without `ended` the last one goes on."""
        made = []
        known = self.known
        for line in lines:
            self.number += self.fresh
            self.fresh = 1
            found = known.get(line)
            if found is None:
                malformed = self.malformed
                found = (self.plain and _bare_hex(line)) or self._line(line)
                if found is None:
                    continue
                if self.malformed == malformed:  # a complaint is repeated with each line's own number
                    if len(known) >= REMEMBERED:
                        known.clear()
                    known[line] = found
            made.append(found[0])
            if found[1]:
                self.seen = True
        self.fresh = 1 if ended else 0
        return "".join(made)

    def _line(self, line: bytes) -> tuple[str, bool] | None:
        """Answer one line: a VALUE, several of them, or a line that a program printed; None where it has no answer."""
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
                self._complain(error)
                return None
        from ckrtool.logs import printed_line

        try:
            return self._answer(printed_line.parse(text, self.base))
        except literals.Malformed as error:
            self._complain(error)
            return None

    def _is_like_a_value(self, word: str) -> bool:
        """Return whether a word of a line is a VALUE or a malformed number, so that the line is a list and no text."""
        try:
            parsed = parser.parse(word, self.base)
        except literals.Malformed:
            return word.strip(literals.BLANKS)[0] in "+-0123456789"
        return parsed.constant or not parsed.unknown or word.upper().startswith("CKR_")

    def _list(self, words: list[str]) -> tuple[str, bool]:
        """Return the answers to the VALUEs of one line; those that are malformed are named on stderr."""
        made = []
        for word in words:
            try:
                made.append(self._answer(parser.parse(word, self.base)))
            except literals.Malformed as error:
                self._complain(error)
        return "".join(answer for answer, _ in made), any(seen for _, seen in made)

    def _answer(self, parsed: literals.Parsed) -> tuple[str, bool]:
        """Return the answer to one value, and whether there is something to see; hints go to stderr."""
        decoded = decoder.decode_any(parsed, self.vendor, self.family)
        for hint in [*decoded.hints, *decode_text.nearest(decoded)]:
            self.hints += 1
            if self.hints <= MOST_HINTS:
                self.streams.hint(f"ckr: line {self.number}: {hint}")
        return self.render(decoded) + "\n", not decoded.certain

    def _complain(self, error: literals.Malformed) -> None:
        """Name a malformed item with its line, and where logs are read."""
        told = ""
        if isinstance(error, literals.NotAValue) and not self.told_of_logs:
            told = FOR_LOGS
            self.told_of_logs = True
        self.malformed += 1
        self.streams.hint(f"ckr: line {self.number}: {error.message}{told}")


def _bare_hex(line: bytes) -> tuple[str, bool] | None:
    """Answer `0x...` of a value that no table knows, the common case of long lists, without a parser; None for all else."""
    digits = line[2:]
    if line[:2] != b"0x" or not digits.isalnum() or len(digits) > 8:
        return None
    try:
        value = int(digits, 16)
    except ValueError:
        return None
    if value in codes.CODES or value in _special():
        return None
    if value >= numerals.VENDOR_FIRST:
        return f"0x{value:08X}  vendor  {decoder.VENDOR}\n", False
    return f"0x{value:08X}  undefined  {decoder.UNDEFINED}\n", True


_special_values: frozenset[int] | None = None


def _special() -> frozenset[int]:
    """Return the values that older headers or vendors use."""
    global _special_values  # noqa: PLW0603 - made once, when first needed
    if _special_values is None:
        from ckrtool._tables.vendor_codes import VALUES
        from ckrtool.knowledge import overlay

        _special_values = frozenset([*codes.HISTORIC, *VALUES, *(row.value for row in overlay.load().codes)])
    return _special_values
