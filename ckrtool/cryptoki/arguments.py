"""Builds the arguments of one call: expressions become memory, by one rule for each role of a parameter."""

from __future__ import annotations

import ctypes

from ckrtool.cryptoki import prototypes as p
from ckrtool.cryptoki.load import MOST_INTERFACES
from ckrtool.cryptoki.mechanisms import mechanism
from ckrtool.cryptoki.memory import LARGEST, Buffer
from ckrtool.cryptoki.templates import Template
from ckrtool.cryptoki.text import handle, shown
from ckrtool.cryptoki.types import (
    POINTER_SIZE,
    STRUCTURES,
    ULONG_SIZE,
    AsyncData,
    InitializeArgs,
    Interface,
)
from ckrtool.cryptoki.values import Context, ExprError, Pin, ulong, version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ckrtool.cryptoki.prototypes import Parameter
    from ckrtool.cryptoki.text import Json
    from ckrtool.cryptoki.values import Expr

AUTO_BYTES = 65536
"""Size in bytes of an output buffer for which the sequence gives none."""

AUTO_ENTRIES = 2048
"""Size in entries of an output list for which the sequence gives none."""

MOST_ENTRIES = 1 << 20
"""Largest number of entries for which a buffer is allocated, even where the module claims more."""

SHOWN_BYTES = 1024
"""Number of bytes above which a byte string is shown as its length and its beginning."""

PIN_PLACEHOLDER = "(PIN)"

OK = 0x000
BUFFER_TOO_SMALL = 0x150
_ATTRIBUTE_SENSITIVE, _ATTRIBUTE_TYPE_INVALID = 0x011, 0x012
HANDLES = frozenset(
    ("CK_SESSION_HANDLE", "CK_OBJECT_HANDLE", "CK_SESSION_HANDLE_PTR", "CK_OBJECT_HANDLE_PTR")
)
_LABEL_LENGTH = 32

_AUTO: Expr = {"auto": True}


class Argument:
    """One pointer argument of a call.

    `buffer` is its memory (None for NULL), `unit` the size of an element in bytes, `units` the number of elements that is
    passed to the module. `template` is set for CK_ATTRIBUTE arrays.
    """

    __slots__ = ("buffer", "parameter", "template", "unit", "units")

    def __init__(self, parameter: Parameter, buffer: Buffer | None, units: int, unit: int) -> None:
        self.parameter = parameter
        self.buffer = buffer
        self.units = units
        self.unit = unit
        self.template: Template | None = None


class Call:
    """The arguments of one call, built from expressions; `arguments` are the values to pass to the function.

    `shown` holds the arguments by parameter name as a report prints them; `carries_pin` is True if one of them is a PIN.
    Raises ExprError where an expression has no value (UnsetError where its variable was never set), or names a parameter
    that the function does not have.
    """

    def __init__(self, function: str, expressions: Mapping[str, Expr], context: Context) -> None:
        self.function = function
        self.shown: dict[str, Json] = {}
        self.carries_pin = False
        self.arguments: list[int | None] = []
        self._expressions = expressions
        self.context = context
        self.buffers: list[Buffer] = []
        self.pointers: list[Argument] = []
        self._parameters = p.parameters(function)
        unknown = set(expressions) - {parameter.name for parameter in self._parameters}
        if unknown:
            raise ExprError(f"{function} has no parameter {', '.join(sorted(unknown))}")
        for parameter in self._parameters:
            make: Callable[[Parameter, Expr], int | None] = getattr(
                self, "_" + parameter.role.replace("-", "_")
            )
            self.arguments.append(make(parameter, expressions.get(parameter.name) or _AUTO))

    # --- one method per role of a parameter: each returns the value to pass ---------------------------------------

    def _add_pointer(
        self, parameter: Parameter, buffer: Buffer | None, units: int = 0, unit: int = 1
    ) -> Argument:
        argument = Argument(parameter, buffer, units, unit)
        self.pointers.append(argument)
        if buffer:
            self.buffers.append(buffer)
        return argument

    def _show(self, parameter: Parameter, expr: Expr, value: Json) -> None:
        if "Pin" in parameter.name and value is not None:
            value = PIN_PLACEHOLDER
            self.carries_pin = True
        if expr is not _AUTO:
            self.shown[parameter.name] = value

    def _value(self, parameter: Parameter, expr: Expr) -> int:
        number = 0 if expr is _AUTO else self.context.number(expr)
        if parameter.type == "CK_BBOOL":
            self._show(parameter, expr, bool(number))
            return number & 0xFF
        self._show(parameter, expr, handle(number) if parameter.type in HANDLES else number)
        return number

    def _explicit_length(self, parameter: Parameter) -> int | None:
        """Return the length that the sequence gives for this pointer explicitly; None where it is the size of the buffer."""
        index = self._parameters.index(parameter) + 1
        if index >= len(self._parameters):
            return None
        following = self._parameters[index]
        expr = self._expressions.get(following.name)
        if expr is None or following.role not in (p.LENGTH, p.OUT_LENGTH) or "null" in expr or "auto" in expr:
            return None
        return self.context.number(expr)

    def _in(self, parameter: Parameter, expr: Expr) -> int | None:
        raw = None if expr is _AUTO else self.context.raw(expr)
        secret = isinstance(raw, Pin) or "Pin" in parameter.name
        if isinstance(raw, Pin):
            raw = raw.secret
            self._show(parameter, expr, None if raw is None else PIN_PLACEHOLDER)
        else:
            self._show(parameter, expr, None if raw is None else shown(raw, SHOWN_BYTES))
        if raw is None:
            self._add_pointer(parameter, None)
            return None
        length = self._explicit_length(parameter)
        size = max(len(raw), min(length or 0, LARGEST))
        buffer = Buffer(size, raw) if secret else self.context.input_buffer(parameter.name, size, raw)
        self._add_pointer(parameter, buffer, len(raw))
        return buffer.address

    def _output_units(self, parameter: Parameter, expr: Expr, unit: int, auto: int) -> int | None:
        """Return the number of elements of an output buffer; None for NULL."""
        if "null" in expr:
            return None
        if "buffer" in expr:
            size = expr["buffer"]
            units = self.context.number(size) if isinstance(size, dict) else int(size)
            if isinstance(size, dict):
                units = min(units, LARGEST // unit)  # a size that the module claimed
        elif "auto" in expr:
            claimed = self.context.claims.get(f"{self.function}.{parameter.name}", 0)
            units = max(auto, min(claimed, MOST_ENTRIES if unit > 1 else LARGEST))
        else:
            raise ExprError(f"{parameter.name} is an output: give a buffer, NULL, or leave it out")
        if units * unit > LARGEST:
            raise ExprError(f"{parameter.name}: {units} is more than the largest buffer")
        return units

    def _output(self, parameter: Parameter, expr: Expr, unit: int, auto: int) -> int | None:
        units = self._output_units(parameter, expr, unit, auto)
        if units is None:
            self._show(parameter, expr, None)
            self._add_pointer(parameter, None, 0, unit)
            return None
        length = self._explicit_length(parameter)
        if length is not None and expr is _AUTO:
            units = min(length, LARGEST // unit)  # the length that the sequence gives is also the buffer's
        self._show(parameter, expr, {"buffer": units})
        capacity = max(units, min(length or 0, LARGEST // unit))
        argument = self._add_pointer(parameter, Buffer(capacity * unit), units, unit)
        assert argument.buffer
        return argument.buffer.address

    def _out(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._output(parameter, expr, 1, AUTO_BYTES)

    def _list(self, parameter: Parameter, expr: Expr) -> int | None:
        address = self._output(parameter, expr, ULONG_SIZE, AUTO_ENTRIES)
        buffer = self.pointers[-1].buffer
        if buffer:
            buffer.fill()
        return address

    def _interfaces(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._output(parameter, expr, ctypes.sizeof(Interface), MOST_INTERFACES)

    def _length(self, parameter: Parameter, expr: Expr) -> int:
        if "auto" in expr:
            return self.pointers[-1].units
        number = self.context.number(expr)
        if not self.carries_pin:
            self._show(parameter, expr, number)
        self.pointers[-1].units = number
        return number

    def _out_length(self, parameter: Parameter, expr: Expr) -> int | None:
        if "null" in expr:
            self._show(parameter, expr, None)
            self._add_pointer(parameter, None)
            return None
        number = self.pointers[-1].units if "auto" in expr else self.context.number(expr)
        self.pointers[-1].units = number
        self._show(parameter, expr, number)
        argument = self._add_pointer(parameter, Buffer(ULONG_SIZE, ulong(number)))
        assert argument.buffer
        return argument.buffer.address

    def _template(self, parameter: Parameter, expr: Expr) -> int | None:
        if "null" in expr or expr is _AUTO:
            self._show(parameter, expr, None)
            self._add_pointer(parameter, None)
            return None
        spare = min(self._explicit_length(parameter) or 0, 4096)
        template = Template(self.context, expr, spare)
        self._show(parameter, expr, template.shown(self.context, expr, SHOWN_BYTES))
        argument = self._add_pointer(parameter, template.memory, template.count)
        argument.template = template
        self.buffers.extend(template.buffers())
        return template.memory.address

    def _mechanism(self, parameter: Parameter, expr: Expr) -> int | None:
        """Return the address of a CK_MECHANISM, None (NULL) if none is given; raise ExprError for any other expression."""
        if "mechanism" not in expr:
            if expr is _AUTO or "null" in expr:
                self._show(parameter, expr, None)
                return None
            raise ExprError(f"{parameter.name} must be a mechanism")
        buffer, others, number = mechanism(self.context, expr)
        self.buffers += [buffer, *others]
        described: dict[str, Json] = {"mechanism": number}
        if expr.get("parameter") is not None:
            described["parameter"] = expr["parameter"]
        self._show(parameter, expr, described)
        return buffer.address

    def _fixed(self, parameter: Parameter, expr: Expr, content: bytes) -> int | None:
        if "null" in expr:
            self._show(parameter, expr, None)
            return None
        argument = self._add_pointer(parameter, Buffer(len(content), content))
        assert argument.buffer
        return argument.buffer.address

    def _structure(self, parameter: Parameter, expr: Expr) -> int | None:
        type_ = STRUCTURES[parameter.type]
        if type_ is AsyncData:
            value = Buffer(AUTO_BYTES)
            self.buffers.append(value)
            return self._fixed(parameter, expr, bytes(AsyncData(0, value.address, value.size, 0, 0)))
        # Zeros, as programs pass them: some modules only set bits in the existing value (SoftHSM2: the flags of mechanisms).
        return self._fixed(parameter, expr, bytes(ctypes.sizeof(type_)))

    def _number(self, parameter: Parameter, expr: Expr) -> int | None:
        start = self.context.number(expr) if "int" in expr or "var" in expr else 0
        return self._fixed(parameter, expr, ulong(start))

    def _pointer(self, parameter: Parameter, expr: Expr) -> int | None:
        return self._fixed(parameter, expr, bytes(POINTER_SIZE))

    def _string(self, parameter: Parameter, expr: Expr) -> int | None:
        raw = None if expr is _AUTO else self.context.raw(expr)
        if isinstance(raw, Pin):
            raise ExprError(f"the PIN can't be used for {parameter.name}")
        self._show(parameter, expr, None if raw is None else raw.decode("utf-8", "backslashreplace"))
        if raw is None:
            return None
        raw = raw[:_LABEL_LENGTH].ljust(_LABEL_LENGTH) if parameter.name == "pLabel" else raw + b"\0"
        buffer = Buffer(len(raw), raw)
        self.buffers.append(buffer)
        return buffer.address

    def _version(self, parameter: Parameter, expr: Expr) -> int | None:
        raw = None if expr is _AUTO else self.context.raw(expr)
        if raw is None or isinstance(raw, Pin):
            return None
        self._show(parameter, expr, raw.decode())
        buffer = Buffer(2, bytes(version(raw.decode())))
        self.buffers.append(buffer)
        return buffer.address

    def _initargs(self, parameter: Parameter, expr: Expr) -> int | None:
        reserved = self.context.init_args
        flags = 0
        if expr is _AUTO:
            if reserved is None:
                return None
            self.shown[parameter.name] = {"flags": flags, "pReserved": reserved}
        elif "initargs" in expr:
            flags = int(expr["initargs"].get("flags") or 0)
            explicit = expr["initargs"].get("reserved")
            reserved = reserved if explicit is None else explicit
            self._show(parameter, expr, {"flags": flags, "pReserved": reserved})
        else:
            return self._reserved(parameter, expr)
        address = None
        if reserved is not None:
            raw = reserved.encode() + b"\0"
            text = Buffer(len(raw), raw)
            self.buffers.append(text)
            address = text.address
        raw = bytes(InitializeArgs(None, None, None, None, flags, address))
        buffer = Buffer(len(raw), raw)
        self.buffers.append(buffer)
        return buffer.address

    def _reserved(self, parameter: Parameter, expr: Expr) -> int | None:
        """Return None (NULL), or the address of zeros where the sequence asks for a value, to see the module refuse it.

        A number is never passed as an address.
        """
        if expr is _AUTO or "null" in expr:
            return None
        self._show(parameter, expr, "not NULL")
        buffer = Buffer(256)
        self.buffers.append(buffer)
        return buffer.address

    def wipe(self) -> None:
        """Overwrite every buffer with zeros if the call carried a PIN."""
        if self.carries_pin:
            for buffer in self.buffers:
                buffer.wipe()
