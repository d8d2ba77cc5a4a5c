"""Compile the templates of a sequence file: tables of attributes, and lists of attribute names for C_GetAttributeValue.

An attribute's kind (CK_BBOOL, CK_ULONG, date, text, bytes, list or template) follows from its type; `{ hex = }` and the
other byte forms are accepted for all of them, so that wrong lengths can be tested.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Any

from ckrtool._tables.constants import CONSTANTS, KINDS
from ckrtool.probe.sequences import expressions
from ckrtool.probe.sequences.expressions import NULL, shown

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Expr
    from ckrtool.probe.sequences.expressions import Context

DEEPEST = 4
MOST = 256
TOKEN = CONSTANTS["CKA_TOKEN"]
# Kinds of values with the same name in a plan.
PLAIN = ("ulong", "bool", "date", "text")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]{1,16}")
ULONG = struct.calcsize("L")


def attribute(name: object, context: Context) -> int | None:
    """Return the type of an attribute by its name or hex number (vendor attributes); None, with a problem reported, for others."""
    if isinstance(name, str):
        if name.startswith("CKA_") and name in CONSTANTS:
            return CONSTANTS[name]
        if _NUMBER.fullmatch(name):
            return int(name, 16)
        family = [known for known in CONSTANTS if known.startswith("CKA_")]
        context.wrong(f"unknown attribute {shown(name)}{expressions.near(name, family)}")
        return None
    context.wrong(f"an attribute is a name, not {shown(name)}")
    return None


def template(value: object, context: Context, depth: int = 0) -> Expr:
    """Return the expression of a template: a table of attribute names and values, or "NULL"."""
    if value == "NULL":
        return NULL
    if not isinstance(value, dict):
        return context.wrong(f"a template is written {{ CKA_CLASS = ... }}, not {shown(value)}")
    if depth > DEEPEST or len(value) > MOST:
        return context.wrong("the template is too large or nested too deeply")
    rows: list[list[Any]] = []
    for name, entry in value.items():
        found = attribute(name, context)
        if found is None:
            continue
        if any(row[0] == found for row in rows):
            context.wrong(f"{shown(name)} is given twice, by name and by number")
        plan_kind, expression = typed(found, entry, context.at(str(name)), depth)
        rows.append([found, plan_kind, expression])
    return {"template": rows}


def attributes(value: object, context: Context) -> Expr:
    """Return the expression of a template for C_GetAttributeValue: a list of names, or a table of names and buffers."""
    if value == "NULL":
        return NULL
    if isinstance(value, list):
        if len(value) > MOST:
            return context.wrong("too many attributes")
        asked = [found for name in value if (found := attribute(name, context)) is not None]
        kinds = {str(found): KINDS[found] for found in asked if KINDS.get(found) in PLAIN}
        return {"attributes": asked, "kinds": kinds}
    if isinstance(value, dict):
        rows = [
            [found, "bytes", expressions.buffer(entry, context.at(str(name)))]
            for name, entry in value.items()
            if (found := attribute(name, context)) is not None
        ]
        return {"template": rows}
    return context.wrong(f'a list of attributes is written ["CKA_LABEL"], not {shown(value)}')


def typed(kind_of: int, value: object, context: Context, depth: int = 0) -> tuple[str, Expr]:
    """Return the kind of an attribute in the plan, and the expression of its value."""
    kind = KINDS.get(kind_of) or _guess(kind_of, value)
    if value == "NULL":
        return "bytes", NULL
    if isinstance(value, dict) and expressions.BYTE_FORMS & value.keys():
        return "bytes", expressions.data(value, context)
    if kind == "bool":
        return "bool", expressions.boolean(value, context) if not _is_variable(
            value
        ) else expressions.variable(str(value), context)
    if kind == "ulong":
        return "ulong", expressions.number(value, context)
    if kind == "date":
        return "date", expressions.date(value, context)
    if kind == "text":
        return "text", _text(value, context)
    if kind == "ulongs":
        return "bytes", _numbers(value, context)
    if kind == "template":
        return "array", template(value, context, depth + 1)
    return "bytes", expressions.data(value, context)


def is_false(expression: Expr) -> bool:
    """Return whether a template sets CKA_TOKEN to the constant false (one byte, CK_FALSE)."""
    return any(row[0] == TOKEN and row[2].get("bool") is False for row in expression.get("template", []))


def _guess(kind_of: int, value: object) -> str:
    """Return the kind of an attribute without a known kind, by its value."""
    if kind_of in CONSTANTS.values() and kind_of < 0x80000000:
        return "bytes"
    if isinstance(value, bool):
        return "bool"
    return "ulong" if isinstance(value, int) else "bytes"


def _is_variable(value: object) -> bool:
    return isinstance(value, str) and value.startswith("$")


def _text(value: object, context: Context) -> Expr:
    if isinstance(value, str) and not value.startswith("$"):
        return {"text": value}
    return expressions.data(value, context)


def _numbers(value: object, context: Context) -> Expr:
    """Return the bytes of an attribute whose value is an array of CK_ULONG (`unsigned long`, section 2.1)."""
    if not isinstance(value, list) or len(value) > MOST:
        return context.wrong(f"takes a list of numbers or names, not {shown(value)}")
    packed = b""
    for entry in value:
        expression = expressions.number(entry, context)
        if "var" in expression:
            return context.wrong("must be constants, not variables")
        packed += struct.pack("L", int(expression.get("int", 0)) & ((1 << 8 * ULONG) - 1))
    return {"bytes": packed.hex()}
