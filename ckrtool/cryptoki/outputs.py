"""Reads the outputs of a call: values for variables and comparisons, and data for the report.

Reads are limited to the buffers that were passed; a length or count beyond them is reported as an anomaly.
"""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki import prototypes as p
from ckrtool.cryptoki.arguments import HANDLES, MOST_ENTRIES, SHOWN_BYTES
from ckrtool.cryptoki.load import MOST_INTERFACES, interface, written_count
from ckrtool.cryptoki.memory import UNTOUCHED, peek
from ckrtool.cryptoki.templates import shown_values
from ckrtool.cryptoki.text import handle, shown, structure
from ckrtool.cryptoki.types import NEVER_ZERO, POINTER_SIZE, STRUCTURES, ULONG_MAX, ULONG_SIZE, Interface
from ckrtool.cryptoki.values import from_ulong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.cryptoki.arguments import Argument, Call
    from ckrtool.cryptoki.text import Json, Note

OK = 0x000
BUFFER_TOO_SMALL = 0x150
_ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID = 0x011, 0x012
_PARTLY = frozenset((OK, _ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID, BUFFER_TOO_SMALL))
_LIMIT_OF = {"pSlotList": "slots", "pMechanismList": "mechanisms", "phObject": "objects"}
_LISTS = (p.OUT, p.LIST, p.INTERFACES)
_READ = frozenset((*_LISTS, p.OUT_LENGTH, p.NUMBER, p.TEMPLATE, p.STRUCTURE, p.POINTER))


class Outputs:
    """The outputs of a call that returned `rv`: `values` by parameter name, and `output` as a report prints them.

    `note` is called with the id and the detail of each anomaly.
    """

    def __init__(self, call: Call, rv: int, note: Note) -> None:
        self.values: dict[str, Any] = {}
        self.output: dict[str, Json] = {}
        self.room: dict[
            str, int
        ] = {}  # after CKR_BUFFER_TOO_SMALL, the length that was given for each buffer
        self._call = call
        self._rv = rv
        self._note = note
        for index, argument in enumerate(call.pointers):
            role = argument.parameter.role
            if argument.buffer is not None and role in _READ:
                read: Callable[[Argument, int], None] = getattr(self, "_" + role.replace("-", "_"))
                read(argument, index)
            elif argument.buffer is None and rv == OK and role in _LISTS:
                self._remember_claim(argument, index)
        for buffer in call.buffers:
            overrun = buffer.overrun()
            if overrun:
                note("wrote-past-buffer", f"{overrun} bytes after a buffer of {buffer.size}")

    def _reported_count(self, index: int) -> int | None:
        """Return the length that the module wrote for the output at `index`; None where the next parameter is NULL or not a pointer."""
        for argument in self._call.pointers[index + 1 : index + 2]:
            if argument.parameter.role in (p.OUT_LENGTH, p.NUMBER) and argument.buffer:
                return from_ulong(argument.buffer.read(ULONG_SIZE))
        return None

    def _remember_claim(self, argument: Argument, index: int) -> None:
        claimed = self._reported_count(index)
        if claimed is not None:
            self._call.context.claims[f"{self._call.function}.{argument.parameter.name}"] = claimed

    def _written_units(self, argument: Argument, index: int, id_: str) -> int:
        """Return the number of elements that the module reports, at most the capacity; note the anomaly `id_` for more."""
        count = self._reported_count(index)
        if count is None:
            return argument.units
        if count > argument.units:
            self._note(
                id_,
                f"{argument.parameter.name}: {count} returned with CKR_OK, the buffer holds {argument.units}",
            )
        return min(count, argument.units)

    def _out(self, argument: Argument, index: int) -> None:
        assert argument.buffer
        if self._rv == OK:
            raw = argument.buffer.read(self._written_units(argument, index, "length-beyond-buffer"))
            self.values[argument.parameter.name] = raw
            self.output[argument.parameter.name] = shown(raw, SHOWN_BYTES)

    def _list(self, argument: Argument, index: int) -> None:
        assert argument.buffer
        if self._rv != OK:
            return
        name = argument.parameter.name
        count = self._written_units(argument, index, "count-grew")
        limit = min(count, self._call.context.limits.get(_LIMIT_OF.get(name, ""), count))
        raw = argument.buffer.read(limit * ULONG_SIZE)
        if count == argument.units:  # `count` may have been cut to the capacity
            while raw.endswith(UNTOUCHED[:ULONG_SIZE]):
                raw = raw[:-ULONG_SIZE]
        numbers = [from_ulong(raw[at : at + ULONG_SIZE]) for at in range(0, len(raw), ULONG_SIZE)]
        self.values[name] = numbers
        if argument.parameter.type in HANDLES and 0 in numbers:
            self._note("handle-zero", name)
        self.output[name] = [
            handle(number) if argument.parameter.type in HANDLES else number for number in numbers
        ]

    def _interfaces(self, argument: Argument, index: int) -> None:
        assert argument.buffer
        if self._rv == OK:
            count = min(self._written_units(argument, index, "count-grew"), MOST_INTERFACES)
            rows = (Interface * count).from_address(argument.buffer.address)
            filled = written_count(rows, count)
            if filled < count == argument.units:
                self._note("count-not-set", f"pulCount: still {count}, {filled} written")
                rows = (Interface * filled).from_address(argument.buffer.address)
            described: list[Json] = [dict(interface(row)[0]) for row in rows]
            self.values[argument.parameter.name] = described
            self.output[argument.parameter.name] = described

    def _out_length(self, argument: Argument, index: int) -> None:
        assert argument.buffer
        if self._rv in (OK, BUFFER_TOO_SMALL):
            number = from_ulong(argument.buffer.read(ULONG_SIZE))
            self.values[argument.parameter.name] = number
            self.output[argument.parameter.name] = None if number == ULONG_MAX else number
            entries = index and self._call.pointers[index - 1].parameter.role in (p.LIST, p.INTERFACES)
            if self._rv == OK and number > (MOST_ENTRIES if entries else 1 << 32):
                self._note("count-beyond-bound", f"{argument.parameter.name}: {number}")
            if self._rv == BUFFER_TOO_SMALL and index and self._call.pointers[index - 1].buffer:
                self.room[argument.parameter.name] = self._call.pointers[index - 1].units
            capacity = self._call.pointers[index - 1].units if index else argument.units
            if self._rv == BUFFER_TOO_SMALL and number <= capacity:
                self._note(
                    "need-not-told", f"{argument.parameter.name}: {number} after a buffer of {capacity}"
                )

    def _number(self, argument: Argument, _index: int) -> None:
        assert argument.buffer
        if self._rv != OK:
            return
        name = argument.parameter.name
        number = from_ulong(argument.buffer.read(ULONG_SIZE))
        self.values[name] = number
        if argument.parameter.type not in HANDLES:
            self.output[name] = None if number == ULONG_MAX else number
            return
        self.output[name] = handle(number)
        if number == 0:
            self._note("handle-zero", name)

    def _template(self, argument: Argument, _index: int) -> None:
        assert argument.template
        if self._call.function == "C_GetAttributeValue" and self._rv in _PARTLY:
            read = argument.template.read(self._note)
            self.values[argument.parameter.name] = read
            self.output[argument.parameter.name] = shown_values(read, argument.template.kinds, SHOWN_BYTES)

    def _structure(self, argument: Argument, _index: int) -> None:
        assert argument.buffer
        if self._rv != OK:
            return
        type_ = STRUCTURES[argument.parameter.type]
        if type_ in NEVER_ZERO and argument.buffer.is_zero():
            self._note("nothing-written", argument.parameter.name)
            return
        filled = type_.from_buffer_copy(argument.buffer.read())
        described = structure(filled, self._note)
        described.pop("pValue", None)
        self.values[argument.parameter.name] = described
        self.output[argument.parameter.name] = described

    def _pointer(self, argument: Argument, _index: int) -> None:
        assert argument.buffer
        if self._rv != OK:
            return
        name = argument.parameter.name
        address = from_ulong(argument.buffer.read(POINTER_SIZE))
        described: Json = None
        if argument.parameter.type == "CK_INTERFACE_PTR_PTR":
            raw = peek(address, ctypes.sizeof(Interface))
            described = None if raw is None else interface(Interface.from_buffer_copy(raw))[0]
        else:
            raw = peek(address, 2)
            described = None if raw is None else {"version": f"{raw[0]}.{raw[1]}"}
        if raw is None:
            self._note("null-list", name)
        self.values[name] = described
        self.output[name] = described
