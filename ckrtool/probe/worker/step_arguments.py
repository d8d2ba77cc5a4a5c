"""Numbers among the arguments of a step, as its guards, its causes and the state of the module need them."""

from __future__ import annotations

from ckrtool.cryptoki.values import ExprError, Pin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cryptoki.values import Context
    from ckrtool.probe.protocol import Step

_NUMBERS = ("hSession", "slotID", "hObject", "userType", "flags")


def numbers_of(step: Step, context: Context) -> dict[str, int]:
    """Return those of session, slot, object, user type and flags that the step gives."""
    return {name: context.number(expr) for name in _NUMBERS if (expr := step["args"].get(name))}


def session_of(step: Step, context: Context) -> int | None:
    """Return the step's session; None where it has none, or the session was never opened."""
    expr = step["args"].get("hSession")
    try:
        return context.number(expr) if expr else None
    except ExprError:
        return None


def slot_of(step: Step, context: Context) -> int | None:
    """Return the slot that must offer the mechanism which the step needs; None for a step that needs none."""
    if not step.get("needs"):
        return None
    return context.number(step.get("needs_slot") or {"var": "slot"})


def pin_length_of(step: Step, context: Context) -> int | None:
    """Return the length in bytes of the PIN that the step gives; None where it gives none."""
    expr = step["args"].get("pPin")
    raw = context.raw(expr) if expr else None
    if isinstance(raw, Pin):
        raw = raw.secret
    return None if raw is None else len(raw)
