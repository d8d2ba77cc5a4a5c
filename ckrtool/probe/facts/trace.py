"""Convert the calls of a run to the records of the model of Cryptoki, with constants by name and values as bytes instead of hex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.record import NULL, Attribute, Buffer, Call, Mechanism
from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ckrtool.probe.results import CallResult, SequenceResult

DIALECT = "ckr-probe"
NOT_MODELLED = frozenset(("application", "fork", "threads"))
"""Sequences with calls from several threads or processes, or without calls of C_ functions."""
CONSTANTS = {"userType": "CKU_", "type": "CKM_", "state": "CKS_"}
TEXTS = frozenset(("CKA_LABEL", "CKA_APPLICATION", "CKA_START_DATE", "CKA_END_DATE", "CKA_URL"))


def records(sequences: Iterable[SequenceResult]) -> Iterator[tuple[SequenceResult, CallResult, Call]]:
    """Yield each call that returned, with its sequence and its record; `line` numbers the calls of the run, `origin` is the worker."""
    line = 0
    seen: set[int | None] = set()
    for sequence in sequences:
        if sequence.name in NOT_MODELLED:
            seen.add(sequence.worker)
            continue
        for call in sequence.calls:
            line += 1
            made = call.outcome == "returned" and call.rv is not None and call.kind not in ("load", "bench")
            if not made or call.function not in FUNCTIONS:
                continue
            record = _record(call, line)
            record.origin = f"worker {sequence.worker}"
            record.first = sequence.worker not in seen
            record.number = 1 if record.first else None  # 1: no calls are missing before it
            seen.add(sequence.worker)
            yield sequence, call, record


def _record(call: CallResult, line: int) -> Call:
    record = Call(DIALECT, call.function, line)
    record.rv = call.rv
    record.return_line = line
    for name, value in names.arguments(call.args).items():
        made = _value(call.function, name, value)
        if made is not None:
            record.args[name] = made
    if call.rv == 0 or call.function == "C_GetAttributeValue":
        for name, value in names.outputs(call.function, call.output).items():
            made = _value(call.function, name, value)
            if value is not None and made is not None:
                record.outputs[name] = made
    return record


def _value(function: str, name: str, value: Any) -> Any:
    """Return an argument or output in the form of the model; None if it has no such form."""
    if value is None:
        return NULL
    if "emplate" in name:
        return _template(value)
    if name in CONSTANTS and isinstance(value, int) and not isinstance(value, bool):
        return names.constant(CONSTANTS[name], value)
    if isinstance(value, (bool, int)):
        return int(value)
    if name == "pMechanism":
        known = value.get("mechanism") if isinstance(value, dict) else None
        return Mechanism(known) if isinstance(known, str) else None
    if name == "pInfo" and isinstance(value, dict):
        return _info(function, value)
    if isinstance(value, list):
        return tuple(_handle(entry) for entry in value)
    if name[:1] == "h" or name[:2] == "ph":
        return _handle(value)
    return _bytes(value)


def _info(function: str, members: dict[str, Any]) -> dict[str, Any]:
    """Return a structure with its flags as a number."""
    found = {name: value for name, value in members.items() if name not in ("flags", "flags_value")}
    found["flags"] = members.get("flags_value")
    if function == "C_GetSessionInfo" and isinstance(state := members.get("state"), int):
        found["state"] = names.constant("CKS_", state)
    return found


def _handle(value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith("0x"):
        return value if isinstance(value, (str, int)) else None
    try:
        return int(value, 16)
    except ValueError:
        return None


def _bytes(value: Any) -> Buffer | None:
    if isinstance(value, dict):
        length = value.get("length")
        return Buffer(length) if isinstance(length, int) else None
    try:
        data = bytes.fromhex(value)
    except (TypeError, ValueError):
        return None  # the redacted PIN, or a text
    return Buffer(len(data), data)


def _template(value: Any) -> tuple[Attribute, ...] | None:
    if isinstance(value, list):
        return tuple(Attribute(name) for name in value if isinstance(name, str))
    if not isinstance(value, dict):
        return None
    return tuple(_attribute(name, entry) for name, entry in value.items())


def _attribute(name: str, value: Any) -> Attribute:
    if value is None:
        return Attribute(name, -1)
    if isinstance(value, bool):
        return Attribute(name, 1, value)
    if isinstance(value, int) or (isinstance(value, str) and value[:3] in ("CKO", "CKK", "CKC", "CKM")):
        return Attribute(name, 8, value)
    if isinstance(value, str) and name in TEXTS:
        return Attribute(name, len(value.encode()), value.encode())
    found = _bytes(value)
    return Attribute(name) if found is None else Attribute(name, found.length, found.data)
