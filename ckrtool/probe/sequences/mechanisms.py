"""Compile the mechanisms of a sequence file, `{ mechanism = "CKM_AES_CBC", parameter = ... }`, into expressions of the plan.

Members of structured parameters may have the standard's names (`pIv`, `ulTagBits`) or short ones (`iv`, `tag_bits`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ckrtool.probe.sequences import expressions
from ckrtool.probe.sequences.expressions import NULL, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ckrtool.probe.protocol import Expr
    from ckrtool.probe.sequences.expressions import Context

# Structure -> name without prefix, case and underscores -> (the plan's key, kind of value). Lengths are derived from the bytes; if
# one is written anyway ("length"), it must be right.
_IV, _AAD = ("iv", "bytes"), ("aad", "bytes")
_HASH, _MGF = ("hash", "number"), ("mgf", "number")
STRUCTURED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "gcm": {
        "iv": _IV, "ivlen": ("iv", "length"), "ivbits": ("ivbits", "size"), "aad": _AAD, "aadlen": ("aad", "length"),
        "tagbits": ("tagbits", "size"),
    },
    "ccm": {
        "datalen": ("datalen", "size"), "nonce": ("nonce", "bytes"), "noncelen": ("nonce", "length"), "aad": _AAD,
        "aadlen": ("aad", "length"), "maclen": ("maclen", "size"),
    },
    "ctr": {
        "counterbits": ("bits", "size"), "bits": ("bits", "size"), "cb": ("cb", "bytes"), "counter": ("cb", "bytes"),
        "counterblock": ("cb", "bytes"), "iv": ("cb", "bytes"),
    },
    "pss": {
        "hashalg": _HASH, "hash": _HASH, "mgf": _MGF, "slen": ("salt", "size"), "saltlen": ("salt", "size"), "salt": ("salt", "size"),
    },
    "oaep": {
        "hashalg": _HASH, "hash": _HASH, "mgf": _MGF, "source": ("source", "number"), "sourcedata": ("label", "bytes"),
        "sourcedatalen": ("label", "length"), "label": ("label", "bytes"),
    },
    "ecdh1": {
        "kdf": ("kdf", "number"), "publicdata": ("public", "bytes"), "publicdatalen": ("public", "length"), "public": ("public", "bytes"),
        "shareddata": ("shared", "bytes"), "shareddatalen": ("shared", "length"), "shared": ("shared", "bytes"),
    },
    "derivation": {"data": ("data", "bytes"), "len": ("data", "length")},
    "eddsa": {
        "phflag": ("ph", "bool"), "ph": ("ph", "bool"), "contextdata": ("context", "bytes"), "contextdatalen": ("context", "length"),
        "context": ("context", "bytes"),
    },
}  # fmt: skip
_PREFIX = re.compile(r"^(?:ul|p)(?=[A-Z])")
REQUIRED = {
    "gcm": ("iv",), "ccm": ("datalen", "nonce", "maclen"), "ctr": ("cb",), "pss": ("hash", "mgf", "salt"), "oaep": ("hash", "mgf"),
    "ecdh1": ("kdf", "public"), "derivation": ("data",), "eddsa": (),
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
    """Return a mechanism type: its number, or the expression of a variable that contains one."""
    if isinstance(value, str) and not value.startswith(("$", "CKM_", "0x", "0X")):
        context.wrong(expressions.unknown_constant(value))
        return 0
    expression = expressions.number(value, context)
    return expression if "var" in expression else int(expression.get("int", 0))


def parameter(value: object, context: Context) -> Expr | None:
    """Return the expression of a mechanism's parameter; None if it has none."""
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
                else context.wrong("ulong takes a number, not a variable")
            )
        if form not in expressions.BYTE_FORMS:
            context.wrong(
                f"unknown parameter {shown(form)}; known are {', '.join((*STRUCTURED, 'ulong', 'hex'))}"
            )
            return None
    expression = expressions.data(value, context)
    return {"hex": _hex(expression)} if "text" in expression else expression


def _structured(structure: str, content: object, context: Context) -> dict[str, Any]:
    """Return the members of a structured parameter."""
    if not isinstance(content, dict):
        context.wrong(f"takes a table, not {shown(content)}")
        return {}
    members: dict[str, Any] = {}
    lengths: dict[str, int] = {}
    for name, value in content.items():
        at = context.at(name)
        key, form = STRUCTURED[structure].get(_plain(name), ("", ""))
        if not key:
            known = sorted({key for key, _ in STRUCTURED[structure].values()})
            context.wrong(f"has no {shown(name)}; its members are {', '.join(known)}")
        elif form == "length":
            lengths[key] = _member("size", value, at)
        elif key in members:
            context.wrong(f"{key} is given twice")
        else:
            members[key] = _member(form, value, at)
    if members.pop("source", 1) != 1:  # CKZ_DATA_SPECIFIED is the only source in the standard
        context.wrong("source must be CKZ_DATA_SPECIFIED")
    for name in REQUIRED[structure]:
        if name not in members:
            context.wrong(f"needs {name}")
    _check_lengths(members, lengths, context)
    return members


def _check_lengths(members: dict[str, Any], lengths: dict[str, int], context: Context) -> None:
    """Report lengths that differ from the number of bytes."""
    for name, length in lengths.items():
        have = _length(members.get(name, ""))
        if have is not None and have != length:
            context.wrong(f"the length of {name} is {have}, not {length} (it can be left out)")


def _length(value: Any) -> int | None:
    """Return the number of bytes of a member; None if it is known only during the run."""
    return len(value) // 2 if isinstance(value, str) else value.get("random", value.get("zeros"))


def _plain(name: str) -> str:
    """Return a member's name without the standard's prefix, case and underscores."""
    return _PREFIX.sub("", name).replace("_", "").lower()


def _member(form: str, value: object, context: Context) -> Any:
    if form == "bool":
        return expressions.boolean(value, context).get("bool", False)
    if form in ("number", "size"):
        expression = expressions.number(value, context)
        if "var" in expression:
            context.wrong("must be a constant, not a variable")
        return expression.get("int", 0)
    if isinstance(value, str) and not value.startswith("$") and value != "NULL":
        value = {"hex": value}
    return _hex(expressions.data(value, context))


def _hex(expression: Expr) -> str | Expr:
    """Return constant bytes as hex; values known only during the run (variables, random bytes) stay expressions."""
    if "null" in expression:
        return ""
    if "bytes" in expression:
        return str(expression["bytes"])
    if "text" in expression:
        return str(expression["text"].encode("utf-8", "surrogatepass").hex())
    return expression
