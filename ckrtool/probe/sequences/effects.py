"""Compute the effect of a step from its call and its templates, independent of the effect that the file declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.sequences.parameters import MAKING, counts, roles
from ckrtool.probe.sequences.sequence import CONTEXT_SPECIFIC, USER
from ckrtool.probe.sequences.templates import is_false

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Expr

CHANGES = {
    "C_InitToken": "destroys", "C_InitPIN": "destroys", "C_SetPIN": "destroys", "C_SetAttributeValue": "token-objects",
}  # fmt: skip


ON_OBJECT = ("C_DestroyObject", "C_SetAttributeValue", "C_CopyObject")
"""Functions that change, end or copy the object `hObject`."""


def effect(call: str, args: dict[str, Expr], *, exists: bool, ended: bool) -> str:
    """Return the effect of one call (one of EFFECTS).

    `exists`: hObject is an object that this file made and that exists. `ended`: it was one, so its handle may now be that of another.
    """
    if ended and call in ON_OBJECT:
        return "destroys"
    if call in CHANGES:
        return CHANGES[call]
    if call in ("C_Login", "C_LoginUser"):
        # A user type that is not a constant may be the security officer.
        return "login" if args.get("userType", {}).get("int") in (USER, CONTEXT_SPECIFIC) else "token-objects"
    if call in MAKING:
        return "session-objects" if _session_objects_only(call, args) else "token-objects"
    if call == "C_DestroyObject":
        return "session-objects" if exists else "destroys"
    return "read"


def _session_objects_only(call: str, args: dict[str, Expr]) -> bool:
    """Return whether every template has CKA_TOKEN false, and its count argument covers the whole template."""
    for name, role in roles(call).items():
        if role == "template":
            template, count = args.get(name, {}), args.get(counts(call)[name])
            whole = count is None or count.get("int") == len(template.get("template", ()))
            if not whole or not is_false(template):
                return False
    return True
