"""The mechanisms of a sequence file: `{ mechanism = "CKM_AES_CBC", parameter = ... }` to the plan's expression.

Members of the structured parameters may be written as the standard writes them (`pIv`, `ulTagBits`) or plainly (`iv`, `tag_bits`).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ckrtool.probe import expressions
from ckrtool.probe.expressions import NULL, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ckrtool.probe.expressions import Context
    from ckrtool.probe.protocol import Expr

# Structure -> spelling without prefix, case and underscores -> (the plan's key, kind of value).
_IV, _AAD = ("iv", "hex"), ("aad", "hex")
_HASH, _MGF = ("hash", "number"), ("mgf", "number")
STRUCTURED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "gcm": {"iv": _IV, "ivbits": ("ivbits", "size"), "aad": _AAD, "tagbits": ("tagbits", "size")},
    "ccm": {"datalen": ("datalen", "size"), "nonce": ("nonce", "hex"), "aad": _AAD, "maclen": ("maclen", "size")},
    "ctr": {
        "counterbits": ("bits", "size"), "bits": ("bits", "size"), "cb": ("cb", "hex"), "counter": ("cb", "hex"),
        "counterblock": ("cb", "hex"), "iv": ("cb", "hex"),
    },
    "pss": {
        "hashalg": _HASH, "hash": _HASH, "mgf": _MGF, "slen": ("salt", "size"), "saltlen": ("salt", "size"), "salt": ("salt", "size"),
    },
    "oaep": {
        "hashalg": _HASH, "hash": _HASH, "mgf": _MGF, "source": ("source", "number"), "sourcedata": ("label", "hex"),
        "label": ("label", "hex"),
    },
    "ecdh1": {
        "kdf": ("kdf", "number"), "publicdata": ("public", "bytes"), "public": ("public", "bytes"), "shareddata": ("shared", "hex"),
        "shared": ("shared", "hex"),
    },
    "eddsa": {
        "phflag": ("ph", "bool"), "ph": ("ph", "bool"), "contextdata": ("context", "hex"), "context": ("context", "hex"),
    },
}  # fmt: skip
REQUIRED = {
    "gcm": ("iv",), "ccm": ("datalen", "nonce", "maclen"), "ctr": ("cb",), "pss": ("hash", "mgf", "salt"), "oaep": ("hash", "mgf"),
    "ecdh1": ("kdf", "public"), "eddsa": (),
}  # fmt: skip


def mechanism(value: object, context: Context) -> Expr:
    """Return the expression of a CK_MECHANISM (section 3.5): its type and its parameter, or "NULL"."""
    if value == "NULL":
        return NULL
    if not isinstance(value, dict) or "mechanism" not in value:
        return context.wrong(f'a mechanism is written {{ mechanism = "CKM_..." }}, not {shown(value)}')
    for key in value.keys() - {"mechanism", "parameter"}:
        context.wrong(f"a mechanism has no {shown(key)}, only mechanism and parameter")
    return {
        "mechanism": kind(value["mechanism"], context),
        "parameter": parameter(value.get("parameter"), context.at("parameter")),
    }


def kind(value: object, context: Context) -> int | Expr:
    """Return a mechanism type: its number, or the expression of a variable that holds one."""
    if isinstance(value, str) and not value.startswith(("$", "CKM_", "0x", "0X")):
        context.wrong(expressions.unknown_constant(value))
        return 0
    expression = expressions.number(value, context)
    return expression if "var" in expression else int(expression.get("int", 0))


def parameter(value: object, context: Context) -> Expr | None:
    """Return the expression of a mechanism's parameter; None where it has none."""
    if value is None or value == "NULL":
        return None
    if isinstance(value, dict) and len(value) == 1:
        form, content = next(iter(value.items()))
        if form in STRUCTURED:
            return {form: _structured(form, content, context.at(form))}
        if form == "ulong":
            expression = expressions.number(content, context)
            return (
                {"ulong": expression["int"]}
                if "int" in expression
                else context.wrong("ulong takes a number written out")
            )
        if form not in expressions.BYTE_FORMS:
            context.wrong(
                f"unknown parameter {shown(form)}; known are {', '.join((*STRUCTURED, 'ulong', 'hex'))}"
            )
            return None
    expression = expressions.data(value, context)
    return (
        {"hex": expression["text"].encode("utf-8", "surrogatepass").hex()}
        if "text" in expression
        else expression
    )


def _structured(form: str, content: object, context: Context) -> dict[str, Any]:
    """Return the members of a structured parameter."""
    if not isinstance(content, dict):
        context.wrong(f"takes a table, not {shown(content)}")
        return {}
    members: dict[str, Any] = {}
    for name, value in content.items():
        known = STRUCTURED[form].get(_plain(name))
        if known is None:
            context.wrong(
                f"has no {shown(name)}; its members are {', '.join(sorted({key for key, _ in STRUCTURED[form].values()}))}"
            )
        elif known[0] in members:
            context.wrong(f"{known[0]} stands twice")
        else:
            members[known[0]] = _member(known[1], value, context.at(name))
    if members.pop("source", 1) != 1:  # CKZ_DATA_SPECIFIED is the only one there is
        context.wrong("source must be CKZ_DATA_SPECIFIED")
    for name in REQUIRED[form]:
        if name not in members:
            context.wrong(f"needs {name}")
    return members


def _plain(name: str) -> str:
    """Return a member's name without the standard's prefix, case and underscores; lengths that follow stay unknown."""
    for prefix in ("ul", "p", "s" if name == "sLen" else "p"):
        rest = name.removeprefix(prefix)
        if rest != name and rest[:1].isupper():
            return "slen" if name == "sLen" else rest.lower()
    return name.replace("_", "").lower()


def _member(form: str, value: object, context: Context) -> Any:
    if form == "bool":
        return expressions.boolean(value, context).get("bool", False)
    if form in ("number", "size"):
        expression = expressions.number(value, context)
        if "var" in expression:
            context.wrong("must be written out")
        return expression.get("int", 0)
    if isinstance(value, str) and not value.startswith("$") and value != "NULL":
        value = {"hex": value}
    expression = expressions.data(value, context)
    if "var" in expression and form == "bytes":
        return expression
    return _written_out(expression, context)


def _written_out(expression: Expr, context: Context) -> str:
    """Return bytes as hex; those of a variable can't stand here."""
    if "bytes" in expression:
        return str(expression["bytes"])
    if "text" in expression:
        return str(expression["text"].encode("utf-8", "surrogatepass").hex())
    if "zeros" in expression:
        return "00" * int(expression["zeros"])
    if "random" in expression:
        return os.urandom(expression["random"]).hex()
    if "var" in expression:
        context.wrong("must be written out")
    return ""
