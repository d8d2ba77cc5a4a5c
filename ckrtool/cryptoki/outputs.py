"""What came back from a call: values for variables and comparisons, and data for the report.

Everything a module wrote is bounded by what it was given; what it claims beyond that is told as odd, not read.
"""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki import prototypes as p
from ckrtool.cryptoki.arguments import HANDLES, MOST_ENTRIES, SHOWN_BYTES
from ckrtool.cryptoki.load import MOST_INTERFACES, interface, written
from ckrtool.cryptoki.memory import UNTOUCHED, peek
from ckrtool.cryptoki.templates import shown_values
from ckrtool.cryptoki.text import handle, shown, structure
from ckrtool.cryptoki.types import NEVER_ZERO, POINTER_SIZE, STRUCTURES, ULONG_MAX, ULONG_SIZE, Interface
from ckrtool.cryptoki.values import from_ulong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.cryptoki.arguments import Call, Made
    from ckrtool.cryptoki.text import Json, Note

OK = 0x000
BUFFER_TOO_SMALL = 0x150
_ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID = 0x011, 0x012
_PARTLY = frozenset((OK, _ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID, BUFFER_TOO_SMALL))
_LIMIT_OF = {"pSlotList": "slots", "pMechanismList": "mechanisms", "phObject": "objects"}
_LISTS = (p.OUT, p.LIST, p.INTERFACES)
_READ = frozenset((*_LISTS, p.OUT_LENGTH, p.NUMBER, p.TEMPLATE, p.STRUCTURE, p.POINTER))


class Outputs:
    """The outputs of a call that returned `rv`: `values` by parameter, and `output` as a report shows them.

    `note` is told the id and detail of whatever is odd.
    """

    def __init__(self, call: Call, rv: int, note: Note) -> None:
        self.values: dict[str, Any] = {}
        self.output: dict[str, Json] = {}
        self._call = call
        self._rv = rv
        self._note = note
        for index, made in enumerate(call.made):
            role = made.parameter.role
            if made.buffer is not None and role in _READ:
                read: Callable[[Made, int], None] = getattr(self, "_" + role.replace("-", "_"))
                read(made, index)
            elif made.buffer is None and rv == OK and role in _LISTS:
                self._remember_claim(made, index)
        for buffer in call.kept:
            beyond = buffer.overrun()
            if beyond:
                note("wrote-past-buffer", f"{beyond} bytes behind a buffer of {buffer.size}")

    def _count_after(self, index: int) -> int | None:
        """Return what the module wrote as length of the output at `index`; None where the parameter is no pointer, or NULL."""
        for made in self._call.made[index + 1 : index + 2]:
            if made.parameter.role in (p.OUT_LENGTH, p.NUMBER) and made.buffer:
                return from_ulong(made.buffer.read(ULONG_SIZE))
        return None

    def _remember_claim(self, made: Made, index: int) -> None:
        claimed = self._count_after(index)
        if claimed is not None:
            self._call.context.claims[f"{self._call.function}.{made.parameter.name}"] = claimed

    def _measured(self, made: Made, index: int, id_: str) -> int:
        """Return how many units the module says it wrote, bounded by what it was given."""
        count = self._count_after(index)
        if count is None:
            return made.units
        if count > made.units:
            self._note(id_, f"{made.parameter.name}: {count} returned with CKR_OK, room for {made.units}")
        return min(count, made.units)

    def _out(self, made: Made, index: int) -> None:
        assert made.buffer
        if self._rv == OK:
            raw = made.buffer.read(self._measured(made, index, "length-beyond-buffer"))
            self.values[made.parameter.name] = raw
            self.output[made.parameter.name] = shown(raw, SHOWN_BYTES)

    def _list(self, made: Made, index: int) -> None:
        assert made.buffer
        if self._rv != OK:
            return
        name = made.parameter.name
        count = self._measured(made, index, "count-grew")
        kept = min(count, self._call.context.limits.get(_LIMIT_OF.get(name, ""), count))
        raw = made.buffer.read(kept * ULONG_SIZE)
        if count == made.units:  # perhaps a count that was cut down to the room there is
            while raw.endswith(UNTOUCHED[:ULONG_SIZE]):
                raw = raw[:-ULONG_SIZE]
        numbers = [from_ulong(raw[at : at + ULONG_SIZE]) for at in range(0, len(raw), ULONG_SIZE)]
        self.values[name] = numbers
        if made.parameter.type in HANDLES and 0 in numbers:
            self._note("handle-zero", name)
        self.output[name] = [
            handle(number) if made.parameter.type in HANDLES else number for number in numbers
        ]

    def _interfaces(self, made: Made, index: int) -> None:
        assert made.buffer
        if self._rv == OK:
            count = min(self._measured(made, index, "count-grew"), MOST_INTERFACES)
            rows = (Interface * count).from_address(made.buffer.address)
            filled = written(rows, count)
            if filled < count == made.units:
                self._note("count-not-set", f"pulCount: still {count}, {filled} written")
                rows = (Interface * filled).from_address(made.buffer.address)
            described: list[Json] = [dict(interface(row)[0]) for row in rows]
            self.values[made.parameter.name] = described
            self.output[made.parameter.name] = described

    def _out_length(self, made: Made, index: int) -> None:
        assert made.buffer
        if self._rv in (OK, BUFFER_TOO_SMALL):
            number = from_ulong(made.buffer.read(ULONG_SIZE))
            self.values[made.parameter.name] = number
            self.output[made.parameter.name] = None if number == ULONG_MAX else number
            entries = index and self._call.made[index - 1].parameter.role in (p.LIST, p.INTERFACES)
            if self._rv == OK and number > (MOST_ENTRIES if entries else 1 << 32):
                self._note("count-beyond-bound", f"{made.parameter.name}: {number}")
            told = self._call.made[index - 1].units if index else made.units
            if self._rv == BUFFER_TOO_SMALL and number <= told:
                self._note("need-not-told", f"{made.parameter.name}: {number} after a buffer of {told}")

    def _number(self, made: Made, _index: int) -> None:
        assert made.buffer
        if self._rv != OK:
            return
        name = made.parameter.name
        number = from_ulong(made.buffer.read(ULONG_SIZE))
        self.values[name] = number
        if made.parameter.type not in HANDLES:
            self.output[name] = None if number == ULONG_MAX else number
            return
        self.output[name] = handle(number)
        if number == 0:
            self._note("handle-zero", name)

    def _template(self, made: Made, _index: int) -> None:
        assert made.template
        if self._call.function == "C_GetAttributeValue" and self._rv in _PARTLY:
            read = made.template.read(self._note)
            self.values[made.parameter.name] = read
            self.output[made.parameter.name] = shown_values(read, made.template.kinds, SHOWN_BYTES)

    def _structure(self, made: Made, _index: int) -> None:
        assert made.buffer
        if self._rv != OK:
            return
        type_ = STRUCTURES[made.parameter.type]
        if type_ in NEVER_ZERO and made.buffer.is_zero():
            self._note("nothing-written", made.parameter.name)
            return
        filled = type_.from_buffer_copy(made.buffer.read())
        described = structure(filled, self._note)
        described.pop("pValue", None)
        self.values[made.parameter.name] = described
        self.output[made.parameter.name] = described

    def _pointer(self, made: Made, _index: int) -> None:
        assert made.buffer
        if self._rv != OK:
            return
        name = made.parameter.name
        address = from_ulong(made.buffer.read(POINTER_SIZE))
        described: Json = None
        if made.parameter.type == "CK_INTERFACE_PTR_PTR":
            raw = peek(address, ctypes.sizeof(Interface))
            described = None if raw is None else interface(Interface.from_buffer_copy(raw))[0]
        else:
            raw = peek(address, 2)
            described = None if raw is None else {"version": f"{raw[0]}.{raw[1]}"}
        if raw is None:
            self._note("null-list", name)
        self.values[name] = described
        self.output[name] = described
