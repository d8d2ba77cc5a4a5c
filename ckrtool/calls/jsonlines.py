"""Traces with one JSON object per call: hsm-doctor's recorder and `ckr trace`."""

from __future__ import annotations

import json

from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.constants import UNAVAILABLE, canonical
from ckrtool.calls.processes import Numbers
from ckrtool.calls.record import NULL, Attribute, Buffer, Call, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.record import Value

KEYS = frozenset(
    {
        "C_EncryptInit",
        "C_DecryptInit",
        "C_SignInit",
        "C_VerifyInit",
        "C_SignRecoverInit",
        "C_VerifyRecoverInit",
        "C_DigestKey",
    }
)
INPUTS = {
    "C_Encrypt": "pData",
    "C_Sign": "pData",
    "C_Digest": "pData",
    "C_Verify": "pData",
    "C_Decrypt": "pEncryptedData",
}

MOST_PROGRAMS = 4096


class Parser:
    """Parse objects of `ckr.trace/1` and of hsm-doctor, distinguished by their keys."""

    dialect = "json-lines"

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._begun: set[str] = set()
        self._sequence = 0
        self._numbers: dict[str, Numbers] = {}  # by origin
        self._runs = 1

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        if not text.startswith(b"{"):
            return
        try:
            row = json.loads(text)
        except (ValueError, RecursionError):
            return
        if not isinstance(row, dict) or row.get("function") not in FUNCTIONS:
            return
        is_ckr_trace = row.get("schema") == "ckr.trace/1"
        call = Call("ckr-trace" if is_ckr_trace else "hsm-doctor", row["function"], number)
        rv = row.get("rv")
        call.rv = rv if isinstance(rv, int) and not isinstance(rv, bool) else None
        call.return_line = number if call.rv is not None else None
        if is_ckr_trace:
            _set_from_ckr_trace(call, row)
        else:
            self._set_from_hsm_doctor(call, row)
        if call.origin not in self._begun:
            self._begun.add(call.origin)
            call.first = (
                call.function in ("C_Initialize", "C_GetFunctionList", "C_GetInterface")
                or row.get("seq") == 1
            )
        sequence = row.get("seq")
        if isinstance(sequence, int) and not isinstance(sequence, bool):
            call.hole = self._hole(call, sequence)
        self._emit(call)

    def _hole(self, call: Call, sequence: int) -> int:
        """Return the last line before which a number of the call's program is missing."""
        numbers = self._numbers.get(call.origin)
        if numbers is None:
            numbers = self._numbers[call.origin] = Numbers(sequence)
            if len(self._numbers) > MOST_PROGRAMS:
                del self._numbers[next(iter(self._numbers))]
        numbers.take(sequence, call.line)
        return numbers.hole

    @staticmethod
    def inside(_function: str) -> bool:
        """Return False, because each line is a complete call."""
        return False

    def finish(self) -> None:
        """End the trace."""

    def _set_from_hsm_doctor(self, call: Call, row: dict[str, Value]) -> None:
        """Set a call from hsm-doctor's keys; its `object` is the key of an Init function or the first object found."""
        call.thread = str(row["thread"]) if isinstance(row.get("thread"), int) else None
        sequence = row.get("seq")
        if isinstance(sequence, int):
            if sequence <= 1 and self._sequence > 1:
                self._runs += 1  # the numbers restart: another program
            self._sequence = sequence
        call.origin = f"run {self._runs}"
        _set_number(call.args, "slotID", row.get("slot"))
        _set_session(call, row.get("session"))
        if call.function == "C_FindObjects" and call.rv == 0 and "object" not in row:
            call.outputs.update(phObject=(), pulObjectCount=0)
        _set_object(call, row.get("object"))
        if isinstance(mechanism := row.get("mechanism"), str) and mechanism.startswith("CKM_"):
            call.args["pMechanism"] = Mechanism(canonical(mechanism))
        length = row.get("data_len")
        if isinstance(length, int) and call.function in INPUTS:
            call.args[INPUTS[call.function]] = Buffer(length)
        attributes = row.get("attrs")
        if isinstance(attributes, list):
            call.args["pTemplate"] = tuple(
                Attribute(canonical(name)) for name in attributes if isinstance(name, str)
            )


def _set_number(values: dict[str, Value], name: str, value: Value) -> None:
    if isinstance(value, int) and not isinstance(value, bool):
        values[name] = value


def _set_session(call: Call, value: Value) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if call.function != "C_OpenSession":
        if any(name == "hSession" for _, name in FUNCTIONS[call.function][2]):
            call.args["hSession"] = value
    elif call.rv == 0 and value not in UNAVAILABLE:
        call.outputs["phSession"] = value


def _set_object(call: Call, value: Value) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if call.function in KEYS:
        call.args["hKey"] = value
    elif call.function == "C_FindObjects":
        if call.rv == 0 and value not in UNAVAILABLE and value:
            call.outputs["phObject"] = (value,)
    elif any(name == "hObject" for _, name in FUNCTIONS[call.function][2]):
        call.args["hObject"] = value


def _set_from_ckr_trace(call: Call, row: dict[str, Value]) -> None:
    """Set a call from the keys of `ckr trace`."""
    if isinstance(pid := row.get("pid"), int):
        call.process = pid
    call.thread = str(row["tid"]) if isinstance(row.get("tid"), int) else None
    call.time = row["time"] if isinstance(row.get("time"), str) else None
    call.origin = f"process {call.process} {row.get('module') or ''}"
    args = row.get("args")
    for name, value in args.items() if isinstance(args, dict) else ():
        call.args[name] = _argument(name, value)
    outputs = row.get("output")
    for name, value in outputs.items() if isinstance(outputs, dict) else ():
        call.outputs[name] = _argument(name, value)
    for length, buffer in (("ulDataLen", "pData"), ("ulPartLen", "pPart"), ("ulSignatureLen", "pSignature")):
        if isinstance(number := call.args.get(length), int) and not isinstance(call.args.get(buffer), Buffer):
            call.args[buffer] = Buffer(number, null=call.args.get(buffer) is NULL)


def _argument(name: str, value: Value) -> Value:
    if value == "NULL":
        return NULL
    if isinstance(value, str) and value.startswith("0x"):
        try:
            return int(value, 16)
        except ValueError:
            return value
    if name == "pMechanism":
        if isinstance(value, str):
            return Mechanism(canonical(value))
        if isinstance(value, dict) and isinstance(value.get("mechanism"), str):
            return Mechanism(canonical(value["mechanism"]))
    if isinstance(value, list):
        return tuple(_argument("", item) for item in value)
    return value
