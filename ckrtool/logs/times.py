"""When a line was written, in the line's own words."""

from __future__ import annotations

from ckrtool.logs.lazy_re import lazy

NEAR = 80  # so far from its beginning a line has its time
TIME = lazy(
    rb"(?P<date>\d{4}[-/]\d\d[-/]\d\d|\d\d[-/.]\d\d[-/.]\d{4}|\d\d-\d\d)[T ]{1,2}\d\d:\d\d:\d\d(?:[.,]\d{1,9})?"
    rb"(?:Z|[ ]?[+-]\d\d:?\d\d|[ ]UTC)?"
    rb"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: \d{4})?"
    rb"|(?<![\d:])\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:])"
)


def time_of(line: bytes) -> str | None:
    """Return the time that a line gives, as it gives it; None where it has none."""
    match = TIME.search(line[:NEAR])
    return match[0].decode("ascii") if match else None
