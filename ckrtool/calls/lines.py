"""Prefixes of trace lines in the logs of other programs: syslog, journald, containers.

The program and process named by syslog identify the trace: lines of two processes are two traces.
"""

from __future__ import annotations

import re

from ckrtool._lazy_re import lazy

_TIME = rb"\d{4}-\d\d-\d\dT[\d:.,]{8,20}"
_ZONE = rb"(?:Z|[+-]\d\d:?\d\d)"
_TAG = rb"[\w.:-]{1,255} [^\s:\[]{1,80}"
PREFIXES = tuple(
    lazy(pattern, re.DOTALL)
    for pattern in (
        # Nov 28 10:00:01 host signer[812]: TEXT
        rb"^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?P<who>"
        + _TAG
        + rb"(?:\[\d{1,10}\])?): ?(?P<text>.*)$",
        # 2026-11-28T10:00:01.123456+01:00 host signer[812]: TEXT
        rb"^(?:<\d{1,3}>)?(?:1 )?"
        + _TIME
        + _ZONE
        + rb"? (?P<who>"
        + _TAG
        + rb"\[\d{1,10}\]): ?(?P<text>.*)$",
        # <34>1 2026-11-28T10:00:01Z host signer 812 ID - TEXT
        rb"^<\d{1,3}>1 \S{1,40} (?P<who>\S{1,255} \S{1,80} \S{1,20}) \S{1,40} (?:-|\[.*?\]) ?(?P<text>.*)$",
        # 2026-11-28T10:00:01.123456789Z stdout F TEXT
        rb"^" + _TIME + _ZONE + rb" (?P<who>stdout|stderr) [FP] (?P<text>.*)$",
        # 2026-11-28T10:00:01.123456789Z TEXT
        rb"^" + _TIME + _ZONE + rb"(?: (?P<who>(?!.))?(?P<text>.*))?$",
        # [pod/signer-0/app] TEXT
        rb"^\[(?P<who>pod/[\w./-]{1,250})\] (?P<text>.*)$",
        # signer-1  | TEXT
        rb"^(?P<who>[\w.-]{1,80}) +\| ?(?P<text>.*)$",
    )
)
DOCKER = lazy(rb'^\{"log":"(?P<text>(?:[^"\\]|\\.)*)"(?:,"stream":"(?P<who>\w+)")?')
_ESCAPES = {
    b"n": b"\n",
    b"t": b"\t",
    b"r": b"\r",
    b'"': b'"',
    b"\\": b"\\",
    b"/": b"/",
    b"b": b"\b",
    b"f": b"\f",
}
_ESCAPE = lazy(rb"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)

LONGEST_NUMBER = 4000
"""Digits of the longest number that is read: Python refuses to convert many more, and those of a trace have 20 at most."""
_NUMBER = lazy(rb'(?<![0-9A-Fa-f"])(?<!HEX\()[0-9A-Fa-f]{%d,}' % LONGEST_NUMBER)


def readable(text: bytes) -> bytes:
    """Return a line with `?` in place of numbers that are too long to be any, as damaged lines have; bytes in hex are kept."""
    return text if len(text) < LONGEST_NUMBER else _NUMBER.sub(b"?", text)


def split(text: bytes) -> tuple[str, bytes] | None:
    """Return the writer of a line and the line without its prefix; None if the line has no prefix.

    The writer is the text that identifies it in the prefix, such as `host signer[812]`, and may be empty.
    """
    if text.startswith(b'{"log":'):
        found = DOCKER.match(text)
        if found is None:
            return None
        inner = _ESCAPE.sub(_unescaped, found["text"]).rstrip(b"\r\n")
        return (found["who"] or b"").decode("ascii", "replace"), inner
    for pattern in PREFIXES:
        found = pattern.match(text)
        if found is not None:
            return (found["who"] or b"").decode("latin-1"), found["text"] or b""
    return None


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return chr(int(found[1], 16)).encode("utf-8", "replace")
    return _ESCAPES.get(found[2], found[2])


def process_of(writer: str) -> int | None:
    """Return the process ID that a prefix contains (`host signer[812]`); None if it contains none."""
    found = re.search(r"\[(\d{1,10})\]$", writer) or re.search(r" (\d{1,10})$", writer)
    return int(found[1]) if found else None
