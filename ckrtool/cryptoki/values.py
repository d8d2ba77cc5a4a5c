"""Evaluates the expressions of a plan: numbers, bytes, NULL, the PIN, variables."""

from __future__ import annotations

import os

from ckrtool.cryptoki.memory import LARGEST, Buffer
from ckrtool.cryptoki.types import ULONG_MAX, ULONG_SIZE, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal, TypeAlias

    Expr: TypeAlias = Mapping[str, Any]
    Value: TypeAlias = "int | bytes | str | list[Any] | Pin | None"
    _Order: TypeAlias = Literal["little", "big"]

_MOST_INPUTS = 8  # input buffers kept for later calls

ORDER: _Order = "little" if memoryview(b"\1\0").cast("H")[0] == 1 else "big"
"""Byte order of a CK_ULONG."""


class ExprError(ValueError):
    """Raised for an expression that can't be evaluated; the message names the variable or the reason."""


class UnsetError(ExprError):
    """Raised for a variable that was never set, because the step that sets it did not run or did not succeed."""


class Pin:
    """The PIN; a separate type prevents its use as other bytes, and its `repr` does not show it."""

    __slots__ = ("secret",)

    def __init__(self, secret: bytes | None) -> None:
        self.secret = secret

    def __repr__(self) -> str:
        return "(PIN)"


VALUE_BYTES, LARGEST_VALUE_BYTES = 16384, 1 << 20
"""Size in bytes of the buffer for an attribute of variable length (certificates, large keys), and after CKR_BUFFER_TOO_SMALL."""


class Context:
    """Everything that expressions may refer to: variables, the PIN (or None), the reserved string of C_Initialize, limits.

    `claims` holds the sizes that calls with a NULL pointer returned, by function and parameter, so that the next call gets
    a buffer of that size.
    """

    def __init__(
        self,
        variables: dict[str, Any],
        pin: Pin | None = None,
        init_args: str | None = None,
        limits: Mapping[str, int] | None = None,
    ) -> None:
        self.variables = variables
        self.pin = pin
        self.init_args = init_args
        self.limits = dict(limits or {})
        self.claims: dict[str, int] = {}
        self.value_bytes = VALUE_BYTES
        self._inputs: dict[tuple[str, int, bytes], Buffer] = {}

    def input_buffer(self, parameter: str, size: int, raw: bytes) -> Buffer:
        """Return a buffer that contains `raw`; equal input of earlier calls gets the same buffer, as in most programs.

        A module may recognise the second of the two calls of section 5.2 (length, then output) by the address of the data.
        """
        key = (parameter, size, raw)
        buffer = self._inputs.pop(key, None) or Buffer(size)
        buffer.restore(raw)
        self._inputs[key] = buffer  # the most recent is the last
        if len(self._inputs) > _MOST_INPUTS:
            del self._inputs[next(iter(self._inputs))]
        return buffer

    def variable(self, expr: Expr) -> Value:
        """Return a variable's value, an entry of it, or a member of a saved structure."""
        name = expr["var"]
        if name not in self.variables:
            raise UnsetError(name)
        value: Any = self.variables[name]
        if "index" in expr and expr["index"] is not None:
            index = expr["index"]
            if not isinstance(value, list) or not -len(value) <= index < len(value):
                raise UnsetError(f"{name}[{index}]")
            value = value[index]
        if expr.get("member") is not None:
            if not isinstance(value, dict) or expr["member"] not in value:
                raise UnsetError(f"{name}.{expr['member']}")
            value = value[expr["member"]]
        result: Value = value
        return result

    def value(self, expr: Expr) -> Value:
        """Return the value of an expression: a number, bytes, None for NULL, a variable's value or the PIN."""
        if "var" in expr:
            return self.variable(expr)
        if "int" in expr:
            return int(expr["int"])
        if "bool" in expr:
            return int(bool(expr["bool"]))
        if "null" in expr:
            return None
        if "pin" in expr:
            if self.pin is None:
                raise ExprError("no PIN")
            return self.pin
        return self._bytes(expr)

    def _bytes(self, expr: Expr) -> bytes:
        if "bytes" in expr:
            return bytes.fromhex(expr["bytes"])
        if "hex" in expr:
            return bytes.fromhex(expr["hex"])
        if "text" in expr:
            return str(expr["text"]).encode()
        for key in ("random", "zeros"):
            if key in expr:
                count = int(expr[key])
                if not 0 <= count <= LARGEST:
                    raise ExprError(f"{key} = {count} is more than the largest buffer")
                return os.urandom(count) if key == "random" else bytes(count)
        if "flip" in expr:
            return self._flipped(self.plain(expr["flip"]), int(expr.get("bit") or 0))
        raise ExprError(f"unknown expression: {', '.join(sorted(expr))}")

    @staticmethod
    def _flipped(raw: bytes, bit: int) -> bytes:
        """Return the bytes with one bit changed; bit 0 is the lowest of the last byte, bit -1 the highest of the first."""
        if not -8 * len(raw) <= bit < 8 * len(raw):
            raise ExprError(f"bit {bit} is outside of {len(raw)} bytes")
        return (int.from_bytes(raw, "big") ^ 1 << bit % (8 * len(raw))).to_bytes(len(raw), "big")

    def number(self, expr: Expr) -> int:
        """Return an expression's value as an unsigned long."""
        value = self.value(expr)
        if not isinstance(value, int):
            raise ExprError(f"expected a number, not {type(value).__name__}")
        return value & ULONG_MAX

    def raw(self, expr: Expr) -> bytes | Pin | None:
        """Return an expression's value as bytes, the PIN, or None for NULL."""
        value = self.value(expr)
        if isinstance(value, str):
            return value.encode()
        if value is None or isinstance(value, (bytes, Pin)):
            return value
        raise ExprError(f"expected bytes, not {type(value).__name__}")

    def plain(self, expr: Expr) -> bytes:
        """Return an expression's value as bytes that may be shown (not the PIN)."""
        value = self.raw(expr)
        if isinstance(value, Pin):
            raise ExprError("the PIN can't be used here")
        return value or b""


def ulong(value: int) -> bytes:
    """Return a number as the bytes of a CK_ULONG, in the byte order of this machine."""
    return (value & ULONG_MAX).to_bytes(ULONG_SIZE, ORDER)


def from_ulong(raw: bytes) -> int:
    """Return the number in a CK_ULONG's bytes."""
    return int.from_bytes(raw, ORDER)


def version(text: str) -> Version:
    """Return "3.0" as a CK_VERSION."""
    major, _, minor = text.partition(".")
    return Version(int(major) & 0xFF, int(minor or 0) & 0xFF)
