"""Returns numeric arguments of a step, as used by the guards, the causes and the state of the module."""

from __future__ import annotations

from ckrtool.cryptoki.values import ExprError, Pin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cryptoki.values import Context
    from ckrtool.probe.protocol import Step

_NUMBERS = ("hSession", "slotID", "hObject", "userType", "flags")


def numbers_of(step: Step, context: Context) -> dict[str, int]:
    """Return the session, slot, object, user type and flags given by the step, by parameter name."""
    return {name: context.number(expr) for name in _NUMBERS if (expr := step["args"].get(name))}


def session_of(step: Step, context: Context) -> int | None:
    """Return the session of the step, None if it has none or the session was never opened."""
    expr = step["args"].get("hSession")
    try:
        return context.number(expr) if expr else None
    except ExprError:
        return None


def slot_of(step: Step, context: Context) -> int | None:
    """Return the slot that must offer the mechanisms needed by the step, None if it needs none."""
    if not step.get("needs"):
        return None
    return context.number(step.get("needs_slot") or {"var": "slot"})


def pin_length_of(step: Step, context: Context) -> int | None:
    """Return the length in bytes of the PIN given by the step, None if it gives none."""
    expr = step["args"].get("pPin")
    raw = context.raw(expr) if expr else None
    if isinstance(raw, Pin):
        raw = raw.secret
    return None if raw is None else len(raw)
