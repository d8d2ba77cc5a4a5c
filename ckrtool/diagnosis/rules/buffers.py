"""Buffers that are too small: the given length and the needed length."""

from __future__ import annotations

from ckrtool.calls.model.functions import OUTPUT, USED
from ckrtool.calls.record import NULL, Buffer
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import KnownObject, Operation
    from ckrtool.diagnosis.cause import Cause, Evidence
    from ckrtool.diagnosis.rule import Case

DIGESTS = {
    "CKM_MD5": 16,
    "CKM_SHA_1": 20,
    "CKM_SHA224": 28,
    "CKM_SHA256": 32,
    "CKM_SHA384": 48,
    "CKM_SHA512": 64,
}


def _too_small(case: Case) -> Iterator[Cause]:
    call = case.call
    if call.function == "C_GetAttributeValue":
        yield from _attributes(case)
        return
    name = OUTPUT.get(call.function)
    if name is None or call.args.get(name) is NULL:
        return  # no buffer is too small for a query of the length (5.2)
    given = call.number_of("pulCount" if "List" in call.function else f"pul{name[1:]}Len")
    unit = "entries" if "List" in call.function else "bytes"
    needed, evidence = _needed(case, name)
    if given is not None and needed is not None and given < needed:
        this_call = here(call, f"{name} has space for {given} {unit}")
        yield proven(
            "buffer-too-small", this_call + evidence, argument=name, given=f"{given} {unit}", needed=needed
        )
        return
    if given is not None and needed is not None:
        return  # the buffer was large enough: the module is at fault
    text = f"{name} needs {needed} {unit}" if needed is not None else f"{name} is too small"
    this_call = () if any(item.line == call.shown_at for item in evidence) else here(call, text)
    yield likely("buffer-too-small", this_call + evidence, text=_text(name, needed, unit))


def _needed(case: Case, name: str) -> tuple[int | None, tuple[Evidence, ...]]:
    """Return the length that the output needs, and its evidence: this call, an earlier size query or the mechanism."""
    call, process, _ = case
    shown = call.outputs.get(name)
    needed: int | None = None
    evidence: tuple[Evidence, ...] = ()
    if isinstance(shown, Buffer) and shown.length:
        unit = "entries" if "List" in call.function else "bytes"
        needed, evidence = shown.length, here(call, f"{name} needs {shown.length} {unit}")
    session = process.session_of(call)
    for kind in USED.get(call.function, ()):
        sized = session.sized.get(kind) if session else None
        if sized is not None and sized[0]:
            return sized[0], evidence + at(sized[1], f"the size query returned {sized[0]} bytes")
        operation = session.operations.get(kind) if session else None
        if needed is None and operation is not None and session is not None:
            needed, evidence = _by_mechanism(operation, process.object_at(operation.key, session.slot))
    return needed, evidence


def _by_mechanism(operation: Operation, key: KnownObject | None) -> tuple[int | None, tuple[Evidence, ...]]:
    """Return the output length of a mechanism in bytes, from its digest or the key's modulus, and its evidence."""
    mechanism = operation.mechanism or ""
    if operation.kind == "digest" and mechanism in DIGESTS:
        return DIGESTS[mechanism], at(operation.started, f"{mechanism} returns {DIGESTS[mechanism]} bytes")
    bits = key.value("CKA_MODULUS_BITS") if key else None
    if operation.kind == "sign" and "RSA" in mechanism and isinstance(bits, int) and key is not None:
        return (bits + 7) // 8, at(key.ref("CKA_MODULUS_BITS"), f"the modulus has {bits} bits")
    return None, ()


def _attributes(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    obj = process.object_of(call, "hObject")
    shown = call.outputs.get("pTemplate")
    short = [item.name for item in shown if item.length == -1] if isinstance(shown, tuple) else []
    given = {item.name: item.length for item in call.template()}
    names = short or ([item.name for item in call.template()] if len(call.template()) == 1 else [])
    if not names:
        return
    name = names[0]
    value = obj.value(name) if obj else None
    needed = len(value) if isinstance(value, bytes) else None
    evidence = here(
        call,
        f"the buffer for {name} is too small"
        if given.get(name) is None
        else f"the buffer for {name} has {given[name]} bytes",
    )
    if needed is not None and obj is not None:
        evidence += at(obj.ref(name), f"{name} has {needed} bytes")
    length = given.get(name)
    if needed is not None and length is not None:
        yield proven("buffer-too-small", evidence, argument=name, given=f"{length} bytes", needed=needed)
    else:
        yield likely("buffer-too-small", evidence, text=_text(name, needed, "bytes"))


def _text(name: str, needed: int | None, unit: str) -> str:
    """Return the cause's text for a buffer whose given or needed length is not shown."""
    return f"{name} is too small" if needed is None else f"{name} is too small, {needed} {unit} are needed"


RULES = (Rule(("CKR_BUFFER_TOO_SMALL",), _too_small),)
