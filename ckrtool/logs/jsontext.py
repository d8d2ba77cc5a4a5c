"""Bytes of a log as JSON text: UTF-8 with each undecodable byte as U+FFFD, written in ASCII."""

from __future__ import annotations

import codecs
from json.encoder import encode_basestring_ascii as json_string

__all__ = ["decoded", "json_string"]


def _each_byte(error: UnicodeError) -> tuple[str, int]:
    """One U+FFFD for each byte, where "replace" would merge several."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("ckr-each-byte", _each_byte)


def decoded(text: bytes) -> str:
    """Return `text` as characters; every undecodable byte is one U+FFFD."""
    return text.decode("utf-8", "ckr-each-byte")
