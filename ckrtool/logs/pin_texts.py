"""PINs in logs as text: p11-kit, pkcs11-logger, `pin-value` in URIs, `pin=`, `"pin": 1234`, options of commands."""

from __future__ import annotations

import re

from ckrtool._lazy_re import lazy

P11_KIT = lazy(rb"\bp(?:Old|New)?Pin = \((?P<count>\d{1,9})\) \\*\"")
# The end of an escaped line feed or tab, or of a colour, before a word; COLOUR and ESCAPE of a searchable line.
_AFTER_ESCAPE = rb"(?<=\\[nrtbf])|(?<=#01[125])|(?:\x1b|\\u001[bB]|\\x1[bB]|\\033|\\e)\[[0-9;?]*[A-Za-z]"
# pin, userPin, SO-PIN, HSM_PIN, card_user_pin, KeyStorePIN, pPin, puk
_KEY = rb"(?:[A-Za-z0-9]{1,20}[_-]){0,3}(?i:(?:user|so|new|old|hsm|card|token|slot|keystore|p|pold|pnew)?p(?:in|uk))"
TEXTS = (
    lazy(rb"(?P<left>\*p(?:Old|New)?Pin: )(?P<pin>[^\r\n]+)"),
    lazy(rb"(?P<left>pin-value(?:=|%3D)[\"']?)(?P<pin>[^&;?\s\"'<>]+)"),
    lazy(
        rb"(?P<left>(?:\b|"
        + _AFTER_ESCAPE
        + rb")"
        + _KEY
        + rb"\\*[\"']?\s?[=:]\s?b?\\*(?P<quote>[\"']))(?P<pin>(?:(?!(?P=quote))[^\r\n])+)(?=(?P=quote))"
    ),
    lazy(
        rb"(?P<left>(?:(?<![\w-])|"
        + _AFTER_ESCAPE
        + rb")"
        + _KEY
        + rb"(?:=|\\*[\"']?\s?[:=] ?(?=\d{4,16}(?!\w))))(?P<pin>[^\s\"'&;,)\]}]+)"
    ),
    lazy(
        rb"(?P<left>--(?:so-|new-|user-|set-|set-so-)?p(?:in|uk)[ =])(?!<|\[|or\b|and\b|option)"
        rb"(?P<pin>(?P<quote>\\*[\"'])(?:(?!(?P=quote))[^\r\n])*(?:(?P=quote)|(?=\r?$))|[^\s'\"]+)"
    ),
    lazy(
        rb"(?P<left>(?:pkcs11|pkcs15|piv)-tool (?:[^\r\n]{0,200}?\s)?-[pP]\s?\\*[\"']?)(?P<pin>[^\s'\"\\-][^\s'\"\\]*)"
    ),
)
ESCAPED = lazy(rb"\\x[0-9A-Fa-f]{2}|\\[0-7]{3}|\\.|[\xc0-\xff][\x80-\xbf]+|.", re.DOTALL)
LONGEST = 1024
"""Number of bytes of a PIN and its key, if a line is read in parts."""
# A line with a PIN as text contains one of these.
_WORDS = (b"pin", b"Pin", b"PIN", b"puk", b"PUK", b"-tool ")


def blank_text(line: bytes) -> bytes:
    """Return a line with the PINs redacted that it contains as text."""
    if not any(word in line for word in _WORDS):
        return line
    head = P11_KIT.search(line)
    if head is not None:
        line = _counted(line, head)
    for pattern in TEXTS:
        line = pattern.sub(_stars, line)
    return line


def safe_cut(text: bytes) -> int:
    """Return where the first part of a line that is read in parts can be cut such that no PIN and its key are cut through.

    The rest is to be read with the next part.
    """
    cut = max(0, len(text) - LONGEST)
    for pattern in TEXTS:
        for match in pattern.finditer(text, max(0, cut - LONGEST)):
            if match.start() < cut <= match.end():  # the quote after it belongs to it
                cut = match.start()
    return cut


def _counted(line: bytes, head: re.Match[bytes]) -> bytes:
    """Return a line of p11-kit with its PIN redacted.

    p11-kit prints the length but does not escape quotes, so the PIN ends after its length or at the last quote.
    """
    rest = line[head.end() :]
    count = int(head["count"])
    last = rest.rfind(b'"')
    if last < 0:
        length = len(rest.rstrip(b"\r"))
    elif rest[last + 1 :].strip() and rest[count:].lstrip(b"\\").startswith(b'"'):
        length = count  # inside a longer line, such as JSON
    else:
        length = last
    pin = rest[:length]
    stars = count if count <= length else len(ESCAPED.findall(pin))
    return line[: head.end()] + b"*" * stars + rest[length:]


def _stars(match: re.Match[bytes]) -> bytes:
    return match["left"] + b"*" * len(ESCAPED.findall(match["pin"]))
