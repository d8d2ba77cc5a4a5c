"""The words that replace the names of an owner: the kind and a hash of the name."""

import hashlib
import hmac
import re

DIGITS = 8
KINDS = ("path", "serial", "label", "host", "user", "slot")
DONE = re.compile(rf"/?(?:{'|'.join(KINDS)})-[0-9a-f]{{{DIGITS}}}(?:/[^/]*)?\Z")
_LIBRARY = re.compile(r"[\w.+-]+\.(?:so(?:\.\d+)*|dll|dylib)\Z")


def word(kind: str, text: str, key: bytes = b"") -> str:
    """Return the replacement for `text`: its kind and eight digits of its SHA-256 (HMAC-SHA-256 if `key` is not empty)."""
    data = text.encode("utf-8", "surrogatepass")
    digest = hmac.new(key, data, "sha256").hexdigest() if key else hashlib.sha256(data).hexdigest()
    return f"{kind}-{digest[:DIGITS]}"


def hidden(kind: str, text: str, key: bytes = b"", *, named: bool = False) -> str:
    """Return the replacement for a whole value; empty and already replaced values stay.

    The file name of a library is kept, and that of any path that is `named`.
    """
    if not text.strip() or DONE.match(text):
        return text
    if kind != "path":
        return word(kind, text, key)
    name = re.split(r"[/\\]", text)[-1]
    return f"/{word(kind, text, key)}" + (f"/{name}" if named or _LIBRARY.match(name) else "")
