"""Structures and values of a module as plain data for a report (names and forms of the interface; flags stay numbers)."""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki.types import ULONG_MAX, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

    from collections.abc import Callable

    Note: TypeAlias = Callable[[str, str], None]

_NEVER_UNAVAILABLE = frozenset(("flags", "slotID", "state", "ulDeviceError"))


def fixed_text(raw: bytes) -> tuple[str, str | None]:
    r"""Decode a text field: UTF-8 padded with blanks (section 3, CK_UTF8CHAR).

    Returns the text without its padding, each undecodable byte as ``\xNN``, and the id of what is wrong with it: "not-utf8",
    "not-padded" (ended by NUL), or None.
    """
    head, nul, tail = raw.partition(b"\0")
    if nul:
        if tail.strip(b"\0 "):
            head = raw  # NUL in the middle: all of it is shown
        return _decoded(head.rstrip(b" \0"), "not-padded")
    return _decoded(head.rstrip(b" "), None)


def _decoded(raw: bytes, odd: str | None) -> tuple[str, str | None]:
    try:
        return raw.decode("utf-8"), odd
    except UnicodeDecodeError:
        return raw.decode("utf-8", "backslashreplace"), "not-utf8"


def version(value: Version) -> str:
    """Return a CK_VERSION as "3.0"."""
    return f"{value.major}.{value.minor}"


def structure(value: ctypes.Structure, note: Note) -> dict[str, Json]:
    """Return a structure's members by the standard's names; what is odd about its texts goes to `note`."""
    out: dict[str, Json] = {}
    for name, *_rest in value._fields_:
        member = getattr(value, name)
        where = f"{type(value).__name__}.{name}"
        if isinstance(member, Version):
            out[name] = version(member)
        elif isinstance(member, ctypes.Array):
            out[name], odd = fixed_text(bytes(member))
            if odd and not (odd == "not-padded" and name == "utcTime"):
                note(odd, where)
        elif name in _NEVER_UNAVAILABLE:
            out[name] = member
        else:
            out[name] = None if member == ULONG_MAX else member
    return out


def handle(value: int) -> str:
    """Return a session or object handle as a hex string."""
    return hex(value)


def shown(raw: bytes, longest: int) -> Json:
    """Return bytes as lower-case hex, or their length and beginning where there are more than `longest`."""
    if len(raw) <= longest:
        return raw.hex()
    return {"length": len(raw), "head": raw[:longest].hex()}
