"""Compile the values of a sequence file into expressions of the plan (see protocol.py), and report errors in them.

Every function returns an expression; a problem is reported to the `Context` and NULL returned, so that
all problems of a file are found at once.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Literal

from ckrtool._records import field, record, replace
from ckrtool._tables.constants import CONSTANTS
from ckrtool.schema.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ckrtool.probe.protocol import Expr

Kind = Literal["number", "bytes", "other"]

NULL: Expr = {"null": True}
LARGEST_BUFFER = 4 << 20
LARGEST_NUMBER = (1 << 64) - 1
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_VARIABLE = re.compile(r"\$([A-Za-z_][A-Za-z0-9_]*)(?:\[(\d{1,9})\])?(?:\.([A-Za-z][A-Za-z0-9_]*))?")
HEX_NUMBER = re.compile(r"0[xX][0-9a-fA-F]{1,16}")
# Constants of the standard's section 3 that belong to no family.
_OTHERS = {
    "CK_UNAVAILABLE_INFORMATION": LARGEST_NUMBER,
    "CK_EFFECTIVELY_INFINITE": 0,
    "CK_INVALID_HANDLE": 0,
    "CK_TRUE": 1,
    "CK_FALSE": 0,
}
_HELD: Mapping[Kind, str] = {"number": "a number", "bytes": "a byte string"}
BYTE_FORMS = frozenset({"text", "hex", "zeros", "random", "flip"})
_FLIP_KEYS = frozenset({"flip", "bit"})


@record
class Context:
    """The names that an expression may refer to, and the function that its problems are reported to.

    `lists` are the variables that hold lists, `loops` those of the step's loops, `kinds` the kinds of value of the others.
    """

    report: Callable[[str], None]
    variables: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    loops: set[str] = field(default_factory=set)
    kinds: Mapping[str, set[Kind]] = field(default_factory=dict)
    label: str = ""

    def wrong(self, what: str) -> Expr:
        """Report a problem with the current value, and return NULL as its expression."""
        self.report(f"{self.label}: {what}" if self.label else what)
        return NULL

    def at(self, label: str) -> Context:
        """Return the same context for the member `label` of the current value."""
        return replace(self, label=f"{self.label}.{label}" if self.label else label)


def shown(value: object) -> str:
    """Return a short form of a value for an error message."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int) and value.bit_length() > 64:  # repr() refuses those of thousands of digits
        return "a number of more than 64 bits"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def constant(name: str) -> int | None:
    """Return the number of a constant of the standard by its name; None if it is unknown."""
    found = CONSTANTS.get(name)
    if found is None:
        from ckrtool.knowledge import registry

        code = registry.code_by_name(name) if name.startswith("CKR_") else None
        found = code.value if code else _OTHERS.get(name)
    return found


def near(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean ...?" with the known name nearest to `name`; "" if none is near."""
    close = nearest(name, known, 0.75)
    return f"; did you mean {close}?" if close else ""


def unknown_constant(name: str) -> str:
    """Return the error message for a name that is not a constant."""
    family = [known for known in CONSTANTS if known[:4] == name[:4]]
    return f"unknown constant {shown(name)}{near(name, family)}"


def variable(text: str, context: Context, wanted: Kind = "other") -> Expr:
    """Return the expression of `$name`, `$name[0]` or `$name.member`; reports a variable that can't hold a value of the kind `wanted`."""
    found = _VARIABLE.fullmatch(text)
    if found is None:
        return context.wrong(f"{shown(text)} is not a variable; write $name or $name[0]")
    name, index, member = found[1], found[2], found[3]
    if name not in context.variables:
        return context.wrong(f"undefined ${name}{near(name, context.variables)}")
    if name == "pin":
        return context.wrong("$pin may be used only for a PIN parameter of the standard")
    if name in context.lists and index is None:
        return context.wrong(f"${name} is a list; take one entry, ${name}[0]")
    if index is not None and name not in context.lists:
        return context.wrong(f"${name} is not a list")
    held = context.kinds.get(name, set())
    if member is None and held in ({"number"}, {"bytes"}) and wanted not in held | {"other"}:
        return context.wrong(f"${name} is {_HELD[held.copy().pop()]}, and {_HELD[wanted]} is needed")
    expression: Expr = {"var": name}
    if index is not None:
        expression["index"] = int(index)
    if member is not None:
        expression["member"] = (
            CONSTANTS[member] if member.startswith("CKA_") and member in CONSTANTS else member
        )
    return expression


def number(value: object, context: Context) -> Expr:
    """Return the expression of a number: digits, a constant's name, hex text, a variable, or a list of flag names."""
    if isinstance(value, bool):
        return context.wrong("takes a number, not a boolean")
    if isinstance(value, int):
        if 0 <= value <= LARGEST_NUMBER:
            return {"int": value}
        return context.wrong("is negative" if value < 0 else "has more than 64 bits")
    if isinstance(value, list):
        return flags(value, context)
    if not isinstance(value, str):
        return context.wrong(f"takes a number, not {shown(value)}")
    if value.startswith("$"):
        return variable(value, context, "number")
    if HEX_NUMBER.fullmatch(value):
        return {"int": int(value, 16)}
    known = constant(value)
    return {"int": known} if known is not None else context.wrong(unknown_constant(value))


def flags(value: list[Any], context: Context) -> Expr:
    """Return the expression of a list of flag names: the bitwise OR of the flags."""
    together = 0
    for name in value:
        bit = constant(name) if isinstance(name, str) and name.startswith("CKF_") else None
        if bit is not None:
            together |= bit
        else:
            context.wrong(
                unknown_constant(name)
                if isinstance(name, str)
                else f"{shown(name)} is not the name of a flag"
            )
    return {"int": together}


def boolean(value: object, context: Context) -> Expr:
    """Return the expression of a CK_BBOOL: true, false, or a number up to 255 for an invalid value (a byte, section 3.1)."""
    if isinstance(value, bool):
        return {"bool": value}
    if isinstance(value, int) and 0 <= value <= 255:
        return {"int": value}
    if value in ("CK_TRUE", "CK_FALSE"):
        return {"bool": value == "CK_TRUE"}
    return context.wrong(f"takes true or false, not {shown(value)}")


def data(value: object, context: Context) -> Expr:
    """Return the expression of bytes: text, hex, zeros, random, a variable, or "NULL"."""
    if isinstance(value, str):
        if value == "NULL":
            return NULL
        if value.startswith("$"):
            return variable(value, context, "bytes")
        return context.wrong(f"bytes are written {{ text = {shown(value)} }} or {{ hex = ... }}")
    if isinstance(value, dict) and "flip" in value:
        return _flipped(value, context)
    if not isinstance(value, dict) or len(value) != 1 or not BYTE_FORMS & value.keys():
        return context.wrong(
            f"takes bytes: {{ text = }}, {{ hex = }}, {{ zeros = N }} or {{ random = N }}, not {shown(value)}"
        )
    form, content = next(iter(value.items()))
    if form == "text":
        return text_bytes(content, context)
    if form == "hex":
        return hex_bytes(content, context)
    return _sized(form, content, context)


def _flipped(value: dict[str, Any], context: Context) -> Expr:
    """Return the expression of a variable's bytes with one bit changed."""
    bit = value.get("bit", 0)
    if (
        not value.keys() <= _FLIP_KEYS
        or not isinstance(value["flip"], str)
        or not value["flip"].startswith("$")
    ):
        return context.wrong(
            'bytes with one bit changed are written { flip = "$name" } or { flip = "$name", bit = N }'
        )
    if not isinstance(bit, int) or isinstance(bit, bool) or abs(bit) >= 8 * LARGEST_BUFFER:
        return context.wrong(
            f"bit takes a number, 0 for the lowest bit of the last byte, -1 for the highest of the first, not {shown(bit)}"
        )
    return {"flip": variable(value["flip"], context, "bytes"), "bit": bit}


def text_bytes(content: object, context: Context) -> Expr:
    """Return the expression of a text, which is encoded as UTF-8."""
    if not isinstance(content, str):
        return context.wrong(f"text takes a string, not {shown(content)}")
    return {"text": content}


def hex_bytes(content: object, context: Context) -> Expr:
    """Return the expression of bytes written in hex; spaces between bytes are allowed."""
    try:
        return {"bytes": bytes.fromhex(content if isinstance(content, str) else "?").hex()}
    except ValueError:
        return context.wrong(f"hex takes pairs of hex digits, not {shown(content)}")


def _sized(form: str, content: object, context: Context) -> Expr:
    if not isinstance(content, int) or isinstance(content, bool) or not 0 <= content <= LARGEST_BUFFER:
        return context.wrong(
            f"{form} takes a number of bytes from 0 to {LARGEST_BUFFER}, not {shown(content)}"
        )
    return {form: content}


def buffer(value: object, context: Context) -> Expr:
    """Return the expression of an output buffer: a size, a variable with a size, or "NULL" to query the length."""
    if value == "NULL":
        return NULL
    if isinstance(value, dict) and value.keys() == {"buffer"}:
        size = value["buffer"]
        if isinstance(size, str) and size.startswith("$"):
            return {"buffer": variable(size, context, "number")}
        return _sized("buffer", size, context)
    return context.wrong(f'an output buffer is written {{ buffer = N }} or "NULL", not {shown(value)}')


def date(value: object, context: Context) -> Expr:
    """Return the expression of a CK_DATE as eight digits, or of an empty date."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return {"text": value.strftime("%Y%m%d").rjust(8, "0")}
    if isinstance(value, str) and re.fullmatch(r"\d{4}-?\d\d-?\d\d|", value, re.ASCII):
        return {"text": value.replace("-", "")}
    return data(value, context)
