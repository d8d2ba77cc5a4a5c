"""Split a line into words and the separators between them.

A word consists of letters, digits and the characters of `JOINERS`, so that a number with its sign, a version, a file name
or a class is one word; each other byte is a separator, so that there may be empty words. Whole lines are split at the speed of
`bytes.translate` and `bytes.split`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

JOINERS = b"-."
LETTERS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_" + JOINERS
_BYTES = [bytes((byte,)) for byte in range(256)]
TO_BLANKS = bytes(byte if byte in LETTERS else 0x20 for byte in range(256))

# A range of a line: number of the first word and offset in it, number of the last word and offset from its end. The offset is -1
# if the range starts with the separator before the word, or ends with the one after it.
Place = tuple[int, int, int, int]


def split(line: bytes) -> list[bytes]:
    """Return the words of a line; there is one more than separators."""
    return line.translate(TO_BLANKS).split(b" ")


def separators(line: bytes) -> bytes:
    """Return the separators of a line, each one byte."""
    return line.translate(None, LETTERS)


def joined(words: Sequence[bytes], between: bytes) -> bytes:
    """Return the line of the words with the separators between them."""
    pieces = [b""] * (2 * len(words) - 1)
    pieces[::2] = words
    pieces[1::2] = map(_BYTES.__getitem__, between)
    return b"".join(pieces)


def offset(words: Sequence[bytes], place: Place) -> int:
    """Return the offset in the line at which a place starts."""
    return sum(map(len, words[: place[0]])) + place[0] + place[1]


def extent(words: Sequence[bytes], place: Place) -> tuple[int, int]:
    """Return the offsets in the line at which a place starts and ends."""
    first, start, last, back = place
    begin = sum(map(len, words[:first])) + first
    return begin + start, begin + sum(map(len, words[first : last + 1])) + last - first - back


def part(line: bytes, words: Sequence[bytes], place: Place | None) -> bytes:
    """Return the bytes at a place of a line; b"" if `place` is None."""
    if place is None:
        return b""
    first, start, last, back = place
    if first == last and start >= 0 and back >= 0:  # within a word
        word = words[first]
        return word[start : len(word) - back]
    start, end = extent(words, place)
    return line[start:end]
