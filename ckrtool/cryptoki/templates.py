"""Templates: arrays of CK_ATTRIBUTE, to pass attributes to a module and to read them from it."""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki.memory import Buffer
from ckrtool.cryptoki.text import shown
from ckrtool.cryptoki.types import ULONG_MAX, ULONG_SIZE, Attribute
from ckrtool.cryptoki.values import Context, ExprError, Pin, from_ulong, ulong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.cryptoki.text import Json, Note
    from ckrtool.cryptoki.values import Expr

SIZES = {"ulong": ULONG_SIZE, "bool": 1, "date": 8}
"""Sizes of CK_ULONG, CK_BBOOL and CK_DATE in bytes: programs pass exactly these, and NSS softokn refuses more for CK_ULONG."""


def encode(context: Context, kind: str, expr: Expr) -> bytes | None:
    """Return an attribute's value as bytes; None for NULL. Raises ExprError for a value that does not fit `kind`."""
    if kind == "array":
        if "ints" in expr:
            return b"".join(ulong(number) for number in expr["ints"])
        raise ExprError("give an array attribute as ints or as a template")
    value = context.value(expr)
    if value is None:
        return None
    if isinstance(value, Pin):
        raise ExprError("the PIN can't be an attribute")
    if kind == "ulong" and isinstance(value, int):
        return ulong(value)
    if kind == "bool" and isinstance(value, int):
        return b"\1" if value else b"\0"
    if isinstance(value, str):
        value = value.encode()
    if not isinstance(value, bytes):
        raise ExprError(f"an attribute of kind {kind} can't be {type(value).__name__}")
    return value.replace(b"-", b"") if kind == "date" else value


def decode(kind: str | None, raw: bytes, longest: int) -> Json:
    """Return an attribute's value as a report prints it; bytes that do not fit `kind` are returned as hex."""
    if kind == "ulong" and len(raw) == ULONG_SIZE:
        number = from_ulong(raw)
        return None if number == ULONG_MAX else number
    if kind == "bool" and len(raw) == 1:
        return bool(raw[0])
    if kind in ("text", "date"):
        return raw[:longest].decode("utf-8", "backslashreplace")
    if kind == "array" and len(raw) % ULONG_SIZE == 0:
        numbers: list[Json] = [from_ulong(raw[at : at + ULONG_SIZE]) for at in range(0, len(raw), ULONG_SIZE)]
        return numbers[:longest]
    return shown(raw, longest)


class Template:
    """An array of `count` CK_ATTRIBUTEs in memory, with space for `spare` of them where that is more.

    `asked` is True for a list of types to read with C_GetAttributeValue: then each has a buffer for its value.
    """

    def __init__(self, context: Context, expr: Expr, spare: int = 0) -> None:
        self.kinds: dict[int, str] = {}
        self.types: list[int] = []
        self.values: list[Buffer | None] = []
        self._nested: list[Template] = []
        self.asked = "attributes" in expr
        if self.asked:
            kinds = expr.get("kinds") or {}
            for type_ in expr["attributes"]:
                kind = kinds.get(str(type_), "bytes")
                self._add(int(type_), kind, Buffer(SIZES.get(kind, context.value_bytes)))
        else:
            for type_, kind, value in expr["template"]:
                self._add(int(type_), kind, self._value(context, kind, value))
        self.count = len(self.types)
        self.memory = Buffer(ctypes.sizeof(Attribute) * max(self.count, spare))
        self._rows = (Attribute * self.count).from_address(self.memory.address)
        for row, type_, buffer in zip(self._rows, self.types, self.values, strict=True):
            row.type = type_
            row.pValue = buffer.address if buffer else None
            row.ulValueLen = buffer.size if buffer else 0

    def _add(self, type_: int, kind: str, buffer: Buffer | None) -> None:
        self.kinds[type_] = kind
        self.types.append(type_)
        self.values.append(buffer)

    def _value(self, context: Context, kind: str, expr: Expr) -> Buffer | None:
        if kind == "array" and "template" in expr:
            inner = Template(context, expr)
            self._nested.append(inner)
            return inner.memory
        if "buffer" in expr:
            return Buffer(int(expr["buffer"]))
        raw = encode(context, kind, expr)
        return None if raw is None else Buffer(len(raw), raw)

    def shown(self, context: Context, expr: Expr, longest: int) -> Json:
        """Return the template as a report prints it: attribute number → value, or the list of the numbers to read."""
        if self.asked:
            return list(self.types)
        out: dict[str, Json] = {}
        for type_, kind, value in expr["template"]:
            if kind == "array" and "template" in value:
                out[str(type_)] = Template(context, value).shown(context, value, longest)
                continue
            raw = encode(context, kind, value) if "buffer" not in value else b""
            out[str(type_)] = None if raw is None else decode(kind, raw, longest)
        return out

    def read(self, note: Note) -> dict[int, bytes | int | None]:
        """Return the values by attribute number: bytes, the length where NULL was passed, None for CK_UNAVAILABLE_INFORMATION."""
        out: dict[int, bytes | int | None] = {}
        for row, type_, buffer in zip(self._rows, self.types, self.values, strict=True):
            length: int = row.ulValueLen
            if length == ULONG_MAX:
                out[type_] = None
            elif buffer is None:
                out[type_] = length
            else:
                if length > buffer.size:
                    note(
                        "template-length",
                        f"attribute {type_:#x}: {length} bytes, the buffer has {buffer.size}",
                    )
                out[type_] = buffer.read(length)
        return out

    def buffers(self) -> list[Buffer]:
        """Return all buffers of this template, whose guard zones are checked after the call."""
        return [self.memory, *(buffer for buffer in self.values if buffer)]


def shown_values(values: dict[int, Any], kinds: dict[int, str], longest: int) -> dict[str, Json]:
    """Return the values from `Template.read` as a report prints them."""
    out: dict[str, Json] = {}
    for type_, value in values.items():
        out[str(type_)] = (
            {"length": value}
            if isinstance(value, int)
            else (None if value is None else decode(kinds.get(type_), value, longest))
        )
    return out
