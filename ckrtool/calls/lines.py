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
TIMED = lazy(rb"^" + _TIME + _ZONE + rb" ")
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


MESSAGES = ("MESSAGE", "message", "log", "msg")
"""Keys of journald's and of log collectors' JSON that hold the line of the program."""
MOST_WRAPPERS = 3


def split(text: bytes) -> tuple[str, bytes] | None:
    """Return the writer of a line and the line without its prefixes; None if the line has no prefix.

    The writer is the text that identifies it in the prefix, such as `host signer[812]`, and may be empty. A prefix that
    holds another one is that of a collector, whose line has a time or is JSON.
    """
    found = _split(text)
    if found is None:
        return None
    who, inner = found
    for _ in range(MOST_WRAPPERS - 1):
        deeper = _split(inner) if inner.startswith(b"{") or TIMED.match(inner) else None
        if deeper is None:
            break
        who, inner = f"{who} {deeper[0]}".strip(), deeper[1]
    return who, inner


def _of_json(text: bytes) -> tuple[str, bytes] | None:
    """Return the writer and the line that an object of journald or of a log collector holds; None if it holds none."""
    if not any(b'"%s"' % key.encode() in text for key in MESSAGES):
        return None
    import json

    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or "function" in row:  # a call in JSON Lines is a line of its own
        return None
    inner = next((row[key] for key in MESSAGES if key in row), None)
    if isinstance(inner, list):  # journald writes a line with other than printable characters as numbers
        if not all(isinstance(byte, int) and 0 <= byte < 256 for byte in inner):
            return None
        inner = bytes(inner).decode("utf-8", "replace")
    if not isinstance(inner, str):
        return None
    process = row.get("_PID")
    who = f"{row.get('_HOSTNAME') or ''} {row.get('_COMM') or row.get('stream') or ''}".strip()
    if isinstance(process, str) and process.isdigit():
        who += f"[{process}]"
    return who, inner.rstrip("\r\n").encode("utf-8", "replace")


def _split(text: bytes) -> tuple[str, bytes] | None:
    """Return the writer of a line and the line without its first prefix; None if the line has no prefix."""
    if text.startswith(b'{"log":'):
        found = DOCKER.match(text)
        if found is None:
            return _of_json(text)
        inner = _ESCAPE.sub(_unescaped, found["text"]).rstrip(b"\r\n")
        return (found["who"] or b"").decode("ascii", "replace"), inner
    if text.startswith(b"{"):
        return _of_json(text)
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
