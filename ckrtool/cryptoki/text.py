"""Converts structures and values of a module to plain data for a report, with the names of the standard; flags stay numbers."""

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

    Returns the text without its padding, with each undecodable byte as ``\xNN``, and the id of an anomaly: "not-utf8",
    "not-padded" (ended by NUL), or None.
    """
    head, nul, tail = raw.partition(b"\0")
    if nul:
        if tail.strip(b"\0 "):
            head = raw  # NUL in the middle: show the whole field
        return _decoded(head.rstrip(b" \0"), "not-padded")
    return _decoded(head.rstrip(b" "), None)


def _decoded(raw: bytes, anomaly: str | None) -> tuple[str, str | None]:
    """Return the text and `anomaly`; for text that is not UTF-8, the bytes escaped and "not-utf8"."""
    try:
        return raw.decode("utf-8"), anomaly
    except UnicodeDecodeError:
        return raw.decode("utf-8", "backslashreplace"), "not-utf8"


def version(value: Version) -> str:
    """Return a CK_VERSION as "3.0"."""
    return f"{value.major}.{value.minor}"


def structure(value: ctypes.Structure, note: Note) -> dict[str, Json]:
    """Return a structure's members by the standard's names; anomalies of its text fields are passed to `note`."""
    out: dict[str, Json] = {}
    for name, *_rest in value._fields_:
        member = getattr(value, name)
        where = f"{type(value).__name__}.{name}"
        if isinstance(member, Version):
            out[name] = version(member)
        elif isinstance(member, ctypes.Array):
            out[name], anomaly = fixed_text(bytes(member))
            if anomaly and not (anomaly == "not-padded" and name == "utcTime"):
                note(anomaly, where)
        elif name in _NEVER_UNAVAILABLE:
            out[name] = member
        else:
            out[name] = None if member == ULONG_MAX else member
    return out


def handle(value: int) -> str:
    """Return a session or object handle as a hex string."""
    return hex(value)


def shown(raw: bytes, longest: int) -> Json:
    """Return bytes as lower-case hex; their length and beginning where there are more than `longest`."""
    if len(raw) <= longest:
        return raw.hex()
    return {"length": len(raw), "head": raw[:longest].hex()}
