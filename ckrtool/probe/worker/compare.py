"""Compares the return value and the outputs of a call with those that the step expects."""

from __future__ import annotations

from ckrtool.cryptoki.templates import SIZES, decode, encode
from ckrtool.cryptoki.text import shown
from ckrtool.cryptoki.values import Pin
from ckrtool.probe.protocol import SHOWN_BYTES

BUFFER_TOO_SMALL = 0x150

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.cryptoki.text import Json
    from ckrtool.cryptoki.values import Context, Expr
    from ckrtool.probe.protocol import Step
    from ckrtool.probe.worker.calls import Answer


def rv_expected(step: Step, rv: int) -> bool:
    """Return whether the step expects the return value `rv` (sign extension undone)."""
    expect = step.get("expect")
    if expect == "any":
        return True
    if expect == "error":
        return rv != 0
    return rv in (expect or (0,))


def expects_ok(step: Step) -> bool:
    """Return whether the step expects or allows CKR_OK."""
    return rv_expected(step, 0)


def lacks_room(step: Step, answer: Answer) -> bool:
    """Return whether the module found a buffer of ours too small: CKR_BUFFER_TOO_SMALL, and a value that it did not return."""
    asked = step["args"].get("pTemplate", {})
    if answer.rv != BUFFER_TOO_SMALL or "attributes" not in asked or rv_expected(step, answer.rv):
        return False
    kinds, values = asked.get("kinds") or {}, answer.values.get("pTemplate") or {}
    return any(value is None and kinds.get(str(type_)) not in SIZES for type_, value in values.items())


def _shown(value: Any) -> Json:
    if isinstance(value, bytes):
        return shown(value, SHOWN_BYTES)
    if isinstance(value, Pin):
        return repr(value)
    known: Json = value
    return known


def _mismatch(param: str, expected: Any, got: Any) -> dict[str, Json]:
    return {"param": param, "expected": _shown(expected), "got": _shown(got)}


def _members(param: str, expected: dict[str, Any], got: Any) -> list[dict[str, Json]]:
    have = got if isinstance(got, dict) else {}
    return [
        _mismatch(f"{param}.{name}", value, have.get(name))
        for name, value in expected.items()
        if have.get(name) != value
    ]


def _template(context: Context, param: str, rows: list[Any], got: Any) -> list[dict[str, Json]]:
    have = got if isinstance(got, dict) else {}
    out = []
    for type_, kind, expr in rows:
        wanted = encode(context, kind, expr)
        raw = have.get(int(type_))
        if wanted != raw:
            seen = decode(kind, raw, SHOWN_BYTES) if isinstance(raw, bytes) else raw
            out.append(_mismatch(f"{param}.{type_}", decode(kind, wanted or b"", SHOWN_BYTES), seen))
    return out


def _one(context: Context, param: str, expr: Expr, got: Any) -> list[dict[str, Json]]:
    if "members" in expr:
        return _members(param, expr["members"], got)
    if "template" in expr:
        return _template(context, param, expr["template"], got)
    if "contains" in expr:
        absent = [entry for entry in expr["contains"] if not isinstance(got, list) or entry not in got]
        return [_mismatch(param, {"contains": absent}, None)] if absent else []
    wanted: Any = list(expr["ints"]) if "ints" in expr else context.value(expr)
    if isinstance(wanted, str) and isinstance(got, bytes):
        wanted = wanted.encode()
    return [] if wanted == got else [_mismatch(param, wanted, got)]


def outputs(context: Context, step: Step, values: dict[str, Any]) -> list[dict[str, Json]]:
    """Return a mismatch per output that differs from the one that the step expects."""
    out: list[dict[str, Json]] = []
    for param, expr in (step.get("output") or {}).items():
        out += _one(context, param, expr, values.get(param))
    return out
