"""What a step changes, computed from its call and its templates; never from what the file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.parameters import MAKING, roles
from ckrtool.probe.sequence import CONTEXT_SPECIFIC, USER
from ckrtool.probe.templates import is_false

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Expr

CHANGES = {
    "C_InitToken": "destroys", "C_InitPIN": "destroys", "C_SetPIN": "destroys", "C_SetAttributeValue": "token-objects",
}  # fmt: skip


def effect(call: str, args: dict[str, Expr], made: set[str]) -> str:
    """Return the effect of one call; `made` are the variables that hold nothing but objects this file made."""
    if call in CHANGES:
        return CHANGES[call]
    if call in ("C_Login", "C_LoginUser"):
        # Whoever is not known to be the user may be the security officer.
        return "login" if args.get("userType", {}).get("int") in (USER, CONTEXT_SPECIFIC) else "token-objects"
    if call in MAKING:
        templates = [args.get(name, {}) for name, role in roles(call).items() if role == "template"]
        return "session-objects" if all(is_false(template) for template in templates) else "token-objects"
    if call == "C_DestroyObject":
        return "session-objects" if args.get("hObject", {}).get("var") in made else "destroys"
    return "read"
