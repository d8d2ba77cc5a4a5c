"""Find the time of a log line."""

from __future__ import annotations

from ckrtool._lazy_re import lazy

NEAR = 80  # number of bytes at the start of a line in which its time is searched for
TIME = lazy(
    rb"(?P<date>\d{4}[-/]\d\d[-/]\d\d|\d\d[-/.]\d\d[-/.]\d{4}|\d\d-\d\d)[T ]{1,2}\d\d:\d\d:\d\d(?:[.,]\d{1,9})?"
    rb"(?:Z|[ ]?[+-]\d\d:?\d\d|[ ]UTC)?"
    rb"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: \d{4})?"
    rb"|(?<![\d:])\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:])"
)


def time_of(line: bytes) -> str | None:
    """Return the time of a line, as it is printed there; None if it has none."""
    match = TIME.search(line[:NEAR])
    return match[0].decode("ascii") if match else None
