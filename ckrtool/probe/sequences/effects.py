"""Compute the effect of a step from its call and its templates, independent of the effect that the file declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.sequences.parameters import MAKING, counts, roles
from ckrtool.probe.sequences.sequence import CONTEXT_SPECIFIC, USER
from ckrtool.probe.sequences.templates import is_false

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Expr

CHANGES = {
    "C_InitToken": "destroys", "C_InitPIN": "destroys", "C_SetPIN": "destroys", "C_SetAttributeValue": "token-objects",
}  # fmt: skip


def effect(call: str, args: dict[str, Expr], made: set[str]) -> str:
    """Return the effect of one call (one of EFFECTS); `made` are the variables that hold only objects created by this file."""
    if call in CHANGES:
        return CHANGES[call]
    if call in ("C_Login", "C_LoginUser"):
        # A user type that is not a constant may be the security officer.
        return "login" if args.get("userType", {}).get("int") in (USER, CONTEXT_SPECIFIC) else "token-objects"
    if call in MAKING:
        return "session-objects" if _session_objects_only(call, args) else "token-objects"
    if call == "C_DestroyObject":
        return "session-objects" if args.get("hObject", {}).get("var") in made else "destroys"
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


def own(made: set[str], loops: list[dict[str, Any]]) -> set[str]:
    """Return the variables that hold only objects created by this file, for a step inside `loops`."""
    found = set(made)
    for loop in loops:
        (found.add if loop["in"] in made else found.discard)(loop["var"])
    return found
