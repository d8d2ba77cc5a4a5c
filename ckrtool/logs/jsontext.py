"""Convert bytes of a log to JSON strings in ASCII; each byte that is not valid UTF-8 becomes U+FFFD."""

from __future__ import annotations

import codecs

try:
    # What json.encoder uses itself: the rest of `json` would take a seventh of a bare start, of every annotate and scan.
    from _json import encode_basestring_ascii as json_string
except ImportError:  # Python without the C part of json
    from json.encoder import encode_basestring_ascii as json_string

__all__ = ["decoded", "json_string"]


def _each_byte(error: UnicodeError) -> tuple[str, int]:
    """Return one U+FFFD per byte; the error handler "replace" would merge several."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("ckr-each-byte", _each_byte)


def decoded(text: bytes) -> str:
    """Return `text` decoded as UTF-8; each invalid byte becomes one U+FFFD."""
    return text.decode("utf-8", "ckr-each-byte")
