"""Recognise files whose text can't be read as it is: compressed ones, UTF-16, and the journal of systemd."""

from __future__ import annotations

SHOWN = 64
"""Number of bytes of a file that show its form."""
LEAST = 16
"""Number of bytes from which NULs show UTF-16 without a byte order mark."""
FORMS = (
    (b"\x1f\x8b\x08", "it is compressed by gzip; pass the output of zcat"),
    (b"\xfd7zXZ\x00", "it is compressed by xz; pass the output of xzcat"),
    (b"\x28\xb5\x2f\xfd", "it is compressed by Zstandard; pass the output of zstdcat"),
    (b"BZh91AY&SY", "it is compressed by bzip2; pass the output of bzcat"),
    (b"PK\x03\x04", "it is a ZIP archive; pass the files in it"),
    (b"LPKSHHRH", "it is a journal of systemd; pass the output of journalctl --file"),
)
UTF_16 = "it is UTF-16 text; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)"


def foreign(head: bytes) -> str | None:
    """Return what a file is and what to do if its first bytes show that its text can't be read as it is, else None."""
    for magic, form in FORMS:
        if head.startswith(magic):
            return form
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return UTF_16
    pairs = len(head) // 2
    zeros = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    return UTF_16 if len(head) >= LEAST and max(zeros) >= 0.8 * pairs and min(zeros) == 0 else None
