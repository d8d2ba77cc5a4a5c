"""Recognise the lines of a stack trace, which belong to the line with the exception above them."""

from __future__ import annotations

from ckrtool._lazy_re import lazy

LONGEST = 16384
"""Number of bytes of a stack trace that are read as one."""
LONGEST_ABOVE = 8192
"""Number of bytes above an error that are searched for its traceback."""
IN_FRAME = b'File "'
"""What each frame of a traceback contains."""
PARTS = (b"at ", b"... ", b"Caused by: ")
"""What a line of a stack trace contains, one of these; the expression below is slow to fail."""
LINE = lazy(rb"[^\r\n]{0,80}?(?:\s+at |\s+\.\.\. |Caused by: )")


def unfinished(block: bytes) -> int:
    """Return where the last line that more of a stack trace may follow starts in a block of whole lines.

    If more lines than a stack trace may have look like one, it is the first of those near enough to the end.
    """
    stop = len(block)
    earliest = stop - LONGEST
    while stop > 0:
        start = block.rfind(b"\n", 0, stop - 1) + 1
        if not continues(block, start, stop):
            return start
        if start < earliest:
            return stop
        stop = start
    return 0


def kept_above(before: bytes, block: bytes) -> bytes:
    """Return the last bytes of the text if they may be part of the traceback above an error in the next block, else b""."""
    last = block[-LONGEST_ABOVE:]
    if len(last) < LONGEST_ABOVE:
        last = (before + last)[-LONGEST_ABOVE:]
    return last if IN_FRAME in last else b""


def continues(block: bytes, start: int, stop: int) -> bool:
    """Return whether a line may be part of the stack trace below an exception, or the exception that caused it."""
    for part in PARTS:
        if block.find(part, start, stop) >= 0:
            return LINE.match(block, start, stop) is not None
    return not block[start:stop].strip()
