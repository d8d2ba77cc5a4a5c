"""One call, made ready: arguments in memory from expressions, and what came back as values and as report data."""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki import prototypes as p
from ckrtool.cryptoki.load import MOST_INTERFACES, interface
from ckrtool.cryptoki.mechanisms import mechanism
from ckrtool.cryptoki.memory import LARGEST, Buffer, peek
from ckrtool.cryptoki.templates import Template, shown_values
from ckrtool.cryptoki.text import handle, shown, structure
from ckrtool.cryptoki.types import (
    POINTER_SIZE,
    STRUCTURES,
    ULONG_MAX,
    ULONG_SIZE,
    AsyncData,
    InitializeArgs,
    Interface,
)
from ckrtool.cryptoki.values import Context, ExprError, Pin, from_ulong, ulong, version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ckrtool.cryptoki.prototypes import Parameter
    from ckrtool.cryptoki.text import Json, Note
    from ckrtool.cryptoki.values import Expr

AUTO_BYTES = 65536
"""Room of an output buffer for which a sequence gives no size."""

AUTO_ENTRIES = 2048
"""Room of an output list for which a sequence gives no size, in entries."""

MOST_ENTRIES = 1 << 20
"""A module that claims more entries than this is not given a buffer for all of them."""

SHOWN_BYTES = 1024
"""Byte strings longer than this are shown as their length and beginning."""

PIN_SHOWN = "(PIN)"

OK = 0x000
BUFFER_TOO_SMALL = 0x150
_ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID = 0x011, 0x012
_PARTLY = frozenset((OK, _ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID, BUFFER_TOO_SMALL))

_HANDLES = frozenset(
    ("CK_SESSION_HANDLE", "CK_OBJECT_HANDLE", "CK_SESSION_HANDLE_PTR", "CK_OBJECT_HANDLE_PTR")
)
_LIMIT_OF = {"pSlotList": "slots", "pMechanismList": "mechanisms", "phObject": "objects"}
_LABEL_LENGTH = 32


class _Made:
    """A parameter made ready: its memory (None for NULL), how many units the module is told of, what to read afterwards."""

    __slots__ = ("buffer", "expr", "parameter", "template", "units", "unit")

    def __init__(
        self, parameter: Parameter, expr: Expr, buffer: Buffer | None, units: int = 0, unit: int = 1
    ) -> None:
        self.parameter = parameter
        self.expr = expr
        self.buffer = buffer
        self.units = units
        self.unit = unit
        self.template: Template | None = None


class Call:
    """A function's arguments, made from expressions; `arguments` are what the function is called with.

    `shown` is what a report shows of them; `carries_pin` tells that a PIN is among them.
    Raises ExprError where an expression has no value (UnsetError where its variable was never set).
    """

    def __init__(self, function: str, given: Mapping[str, Expr], context: Context) -> None:
        self.function = function
        self.shown: dict[str, Json] = {}
        self.carries_pin = False
        self.arguments: list[int | None] = []
        self._given = given
        self._context = context
        self._kept: list[Buffer] = []
        self._made: list[_Made] = []
        self._parameters = p.parameters(function)
        unknown = set(given) - {parameter.name for parameter in self._parameters}
        if unknown:
            raise ExprError(f"{function} has no parameter {', '.join(sorted(unknown))}")
        for parameter in self._parameters:
            self.arguments.append(
                _MAKERS[parameter.role](self, parameter, given.get(parameter.name) or _AUTO)
            )

    # --- making the arguments, one rule a role -------------------------------------------------------------------

    def _keep(
        self, parameter: Parameter, expr: Expr, buffer: Buffer | None, units: int = 0, unit: int = 1
    ) -> _Made:
        made = _Made(parameter, expr, buffer, units, unit)
        self._made.append(made)
        if buffer:
            self._kept.append(buffer)
        return made

    def _show(self, parameter: Parameter, expr: Expr, value: Json) -> None:
        if "Pin" in parameter.name and value is not None:
            value = PIN_SHOWN
            self.carries_pin = True
        if expr is not _AUTO:
            self.shown[parameter.name] = value

    def _value(self, parameter: Parameter, expr: Expr) -> int:
        number = 0 if expr is _AUTO else self._context.number(expr)
        if parameter.type == "CK_BBOOL":
            self._show(parameter, expr, bool(number))
            return number & 0xFF
        self._show(parameter, expr, handle(number) if parameter.type in _HANDLES else number)
        return number

    def _told(self, parameter: Parameter) -> int | None:
        """Return the length that the sequence gives for this pointer itself, None where it follows the buffer."""
        index = self._parameters.index(parameter) + 1
        if index >= len(self._parameters):
            return None
        following = self._parameters[index]
        expr = self._given.get(following.name)
        if expr is None or following.role not in (p.LENGTH, p.OUT_LENGTH) or "null" in expr or "auto" in expr:
            return None
        return self._context.number(expr)

    def _in(self, parameter: Parameter, expr: Expr) -> int | None:
        raw = None if expr is _AUTO else self._context.raw(expr)
        if isinstance(raw, Pin):
            self._show(parameter, expr, PIN_SHOWN)
            raw = raw.secret
        else:
            self._show(parameter, expr, None if raw is None else shown(raw, SHOWN_BYTES))
        if raw is None:
            self._keep(parameter, expr, None)
            return None
        length = self._told(parameter)
        room = max(len(raw), min(length or 0, LARGEST))
        made = self._keep(parameter, expr, Buffer(room, raw), len(raw))
        assert made.buffer
        return made.buffer.address

    def _room(self, parameter: Parameter, expr: Expr, unit: int, auto: int) -> int | None:
        """Return the units of an output buffer; None for NULL."""
        if "null" in expr:
            return None
        if "buffer" in expr:
            size = expr["buffer"]
            units = self._context.number(size) if isinstance(size, dict) else int(size)
            if isinstance(size, dict):
                units = min(units, LARGEST // unit)  # a size that the module claimed
        elif "auto" in expr:
            claimed = self._context.claims.get(f"{self.function}.{parameter.name}", 0)
            units = max(auto, min(claimed, MOST_ENTRIES if unit > 1 else LARGEST))
        else:
            raise ExprError(f"{parameter.name} is an output: a buffer, NULL or nothing is given for it")
        if units * unit > LARGEST:
            raise ExprError(f"{parameter.name}: {units} is more than a buffer may be")
        return units

    def _output(self, parameter: Parameter, expr: Expr, unit: int, auto: int) -> int | None:
        units = self._room(parameter, expr, unit, auto)
        if units is None:
            self._show(parameter, expr, None)
            self._keep(parameter, expr, None, 0, unit)
            return None
        told = self._told(parameter)
        if told is not None and expr is _AUTO:
            units = min(told, LARGEST // unit)  # the sequence's length is the size it wants
        self._show(parameter, expr, {"buffer": units})
        room = max(units, min(told or 0, LARGEST // unit))
        made = self._keep(parameter, expr, Buffer(room * unit), units, unit)
        assert made.buffer
        return made.buffer.address

    def _out(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._output(parameter, expr, 1, AUTO_BYTES)

    def _list(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._output(parameter, expr, ULONG_SIZE, AUTO_ENTRIES)

    def _interfaces(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._output(parameter, expr, ctypes.sizeof(Interface), MOST_INTERFACES)

    def _length(self, parameter: Parameter, expr: Expr) -> int:
        if "auto" in expr:
            return self._made[-1].units
        number = self._context.number(expr)
        if not self.carries_pin:
            self._show(parameter, expr, number)
        self._made[-1].units = number
        return number

    def _out_length(self, parameter: Parameter, expr: Expr) -> int | None:
        if "null" in expr:
            self._show(parameter, expr, None)
            self._keep(parameter, expr, None)
            return None
        number = self._made[-1].units if "auto" in expr else self._context.number(expr)
        self._made[-1].units = number
        self._show(parameter, expr, number)
        made = self._keep(parameter, expr, Buffer(ULONG_SIZE, ulong(number)))
        assert made.buffer
        return made.buffer.address

    def _template(self, parameter: Parameter, expr: Expr) -> int | None:
        if "null" in expr or expr is _AUTO:
            self._show(parameter, expr, None)
            self._keep(parameter, expr, None)
            return None
        spare = min(self._told(parameter) or 0, 4096)
        template = Template(self._context, expr, spare)
        self._show(parameter, expr, template.shown(self._context, expr, SHOWN_BYTES))
        made = self._keep(parameter, expr, template.memory, template.count)
        made.template = template
        self._kept.extend(template.buffers())
        return template.memory.address

    def _mechanism(self, parameter: Parameter, expr: Expr) -> int | None:
        if "mechanism" not in expr:
            if expr is _AUTO or "null" in expr:
                self._show(parameter, expr, None)
                return None
            raise ExprError(f"{parameter.name} is a mechanism")
        buffer, others, number = mechanism(self._context, expr)
        self._kept += [buffer, *others]
        described: dict[str, Json] = {"mechanism": number}
        if expr.get("parameter") is not None:
            described["parameter"] = expr["parameter"]
        self._show(parameter, expr, described)
        return buffer.address

    def _fixed(self, parameter: Parameter, expr: Expr, content: bytes) -> int | None:
        if "null" in expr:
            self._show(parameter, expr, None)
            return None
        made = self._keep(parameter, expr, Buffer(len(content), content))
        assert made.buffer
        return made.buffer.address

    def _structure(self, parameter: Parameter, expr: Expr) -> int | None:
        type_ = STRUCTURES[parameter.type]
        if type_ is AsyncData:
            value = Buffer(AUTO_BYTES)
            self._kept.append(value)
            return self._fixed(parameter, expr, bytes(AsyncData(0, value.address, value.size, 0, 0)))
        return self._fixed(parameter, expr, bytes(ctypes.sizeof(type_)))

    def _number(self, parameter: Parameter, expr: Expr) -> int | None:
        start = self._context.number(expr) if "int" in expr or "var" in expr else 0
        return self._fixed(parameter, expr, ulong(start))

    def _pointer(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._fixed(parameter, expr, bytes(POINTER_SIZE))

    def _string(self, parameter: Parameter, expr: Expr) -> int | None:
        raw = None if expr is _AUTO else self._context.raw(expr)
        if isinstance(raw, Pin):
            raise ExprError(f"{parameter.name} is no PIN")
        self._show(parameter, expr, None if raw is None else raw.decode("utf-8", "backslashreplace"))
        if raw is None:
            return None
        raw = raw[:_LABEL_LENGTH].ljust(_LABEL_LENGTH) if parameter.name == "pLabel" else raw + b"\0"
        buffer = Buffer(len(raw), raw)
        self._kept.append(buffer)
        return buffer.address

    def _version(self, parameter: Parameter, expr: Expr) -> int | None:
        raw = None if expr is _AUTO else self._context.raw(expr)
        if raw is None or isinstance(raw, Pin):
            return None
        self._show(parameter, expr, raw.decode())
        buffer = Buffer(2, bytes(version(raw.decode())))
        self._kept.append(buffer)
        return buffer.address

    def _initargs(self, parameter: Parameter, expr: Expr) -> int | None:
        reserved = self._context.init_args
        flags = 0
        if expr is _AUTO:
            if reserved is None:
                return None
            self.shown[parameter.name] = {"flags": flags, "pReserved": reserved}
        elif "initargs" in expr:
            flags = int(expr["initargs"].get("flags") or 0)
            own = expr["initargs"].get("reserved")
            reserved = reserved if own is None else own
            self._show(parameter, expr, {"flags": flags, "pReserved": reserved})
        else:
            return self._reserved(parameter, expr)
        address = None
        if reserved is not None:
            raw = reserved.encode() + b"\0"
            text = Buffer(len(raw), raw)
            self._kept.append(text)
            address = text.address
        whole = bytes(InitializeArgs(None, None, None, None, flags, address))
        buffer = Buffer(len(whole), whole)
        self._kept.append(buffer)
        return buffer.address

    def _reserved(self, parameter: Parameter, expr: Expr) -> int | None:
        """Return NULL; where a sequence says otherwise (to see it refused), a pointer to zeros, never a number as an address."""
        if expr is _AUTO or "null" in expr:
            return None
        self._show(parameter, expr, "not NULL")
        buffer = Buffer(256)
        self._kept.append(buffer)
        return buffer.address

    # --- reading what came back -----------------------------------------------------------------------------------

    def results(self, rv: int, note: Note) -> tuple[dict[str, Any], dict[str, Json]]:
        """Read the outputs: values by parameter (for variables and comparisons), and what a report shows.

        Call it once, after the function returned `rv`; `note` is told of what is odd. Nothing is read past a buffer's end.
        """
        values: dict[str, Any] = {}
        output: dict[str, Json] = {}
        for index, made in enumerate(self._made):
            if made.buffer is not None:
                reader = _READERS.get(made.parameter.role)
                if reader:
                    reader(self, made, index, rv, values, output, note)
            elif rv == OK and made.parameter.role in (p.OUT, p.LIST, p.INTERFACES):
                self._remember_claim(made, index)
        for buffer in self._kept:
            beyond = buffer.overrun()
            if beyond:
                note("wrote-past-buffer", f"{beyond} bytes behind a buffer of {buffer.size}")
        return values, output

    def wipe(self) -> None:
        """Overwrite every buffer of a call that carried a PIN."""
        if self.carries_pin:
            for buffer in self._kept:
                buffer.wipe()

    def _count_after(self, index: int) -> int | None:
        """Return what the module wrote as length of the output at `index`; None where the parameter is no pointer, or NULL."""
        for made in self._made[index + 1 : index + 2]:
            if made.parameter.role in (p.OUT_LENGTH, p.NUMBER) and made.buffer:
                return from_ulong(made.buffer.read(ULONG_SIZE))
        return None

    def _remember_claim(self, made: _Made, index: int) -> None:
        claimed = self._count_after(index)
        if claimed is not None:
            self._context.claims[f"{self.function}.{made.parameter.name}"] = claimed

    def _measured(self, made: _Made, index: int, note: Note, id_: str) -> int:
        """Return how many units the module says it wrote, bounded by what it was given."""
        count = self._count_after(index)
        if count is None:
            return made.units
        if count > made.units:
            note(id_, f"{made.parameter.name}: {count} returned with CKR_OK, room for {made.units}")
        return min(count, made.units)

    def _read_out(
        self, made: _Made, index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv == OK:
            raw = made.buffer.read(self._measured(made, index, note, "length-beyond-buffer"))
            values[made.parameter.name] = raw
            output[made.parameter.name] = shown(raw, SHOWN_BYTES)

    def _read_list(
        self, made: _Made, index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv != OK:
            return
        name = made.parameter.name
        count = self._measured(made, index, note, "count-grew")
        kept = min(count, self._context.limits.get(_LIMIT_OF.get(name, ""), count))
        raw = made.buffer.read(kept * ULONG_SIZE)
        numbers = [from_ulong(raw[at : at + ULONG_SIZE]) for at in range(0, len(raw), ULONG_SIZE)]
        values[name] = numbers
        output[name] = [handle(number) if made.parameter.type in _HANDLES else number for number in numbers]

    def _read_interfaces(
        self, made: _Made, index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv == OK:
            count = min(self._measured(made, index, note, "count-grew"), MOST_INTERFACES)
            rows = (Interface * count).from_address(made.buffer.address)
            described: list[Json] = [dict(interface(row)[0]) for row in rows]
            values[made.parameter.name] = described
            output[made.parameter.name] = described

    def _read_length(
        self, made: _Made, index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv in (OK, BUFFER_TOO_SMALL):
            number = from_ulong(made.buffer.read(ULONG_SIZE))
            values[made.parameter.name] = number
            output[made.parameter.name] = None if number == ULONG_MAX else number
            entries = index and self._made[index - 1].parameter.role in (p.LIST, p.INTERFACES)
            if rv == OK and number > (MOST_ENTRIES if entries else 1 << 32):
                note("count-beyond-bound", f"{made.parameter.name}: {number}")

    def _read_number(
        self, made: _Made, _index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv != OK:
            return
        name = made.parameter.name
        number = from_ulong(made.buffer.read(ULONG_SIZE))
        values[name] = number
        if made.parameter.type not in _HANDLES:
            output[name] = None if number == ULONG_MAX else number
            return
        output[name] = handle(number)
        if number == 0:
            note("handle-zero", name)

    def _read_template(
        self, made: _Made, _index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.template
        if self.function == "C_GetAttributeValue" and rv in _PARTLY:
            read = made.template.read(note)
            values[made.parameter.name] = read
            output[made.parameter.name] = shown_values(read, made.template.kinds, SHOWN_BYTES)

    def _read_structure(
        self, made: _Made, _index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv != OK:
            return
        type_ = STRUCTURES[made.parameter.type]
        filled = type_.from_buffer_copy(made.buffer.read())
        described = structure(filled, note)
        described.pop("pValue", None)
        values[made.parameter.name] = described
        output[made.parameter.name] = described

    def _read_pointer(
        self, made: _Made, _index: int, rv: int, values: dict[str, Any], output: dict[str, Json], note: Note
    ) -> None:
        assert made.buffer
        if rv != OK:
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
            note("null-list", name)
        values[name] = described
        output[name] = described


_AUTO: Expr = {"auto": True}

_MAKERS: dict[str, Callable[[Call, Parameter, Expr], int | None]] = {
    p.VALUE: Call._value,
    p.IN: Call._in,
    p.OUT: Call._out,
    p.LENGTH: Call._length,
    p.OUT_LENGTH: Call._out_length,
    p.LIST: Call._list,
    p.INTERFACES: Call._interfaces,
    p.TEMPLATE: Call._template,
    p.MECHANISM: Call._mechanism,
    p.STRUCTURE: Call._structure,
    p.NUMBER: Call._number,
    p.POINTER: Call._pointer,
    p.STRING: Call._string,
    p.VERSION: Call._version,
    p.INITARGS: Call._initargs,
    p.RESERVED: Call._reserved,
}

_READERS: dict[str, Callable[[Call, _Made, int, int, dict[str, Any], dict[str, Json], Note], None]] = {
    p.OUT: Call._read_out,
    p.LIST: Call._read_list,
    p.INTERFACES: Call._read_interfaces,
    p.OUT_LENGTH: Call._read_length,
    p.NUMBER: Call._read_number,
    p.TEMPLATE: Call._read_template,
    p.STRUCTURE: Call._read_structure,
    p.POINTER: Call._read_pointer,
}
