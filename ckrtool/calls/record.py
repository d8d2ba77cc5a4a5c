"""The record of one call, which the parsers of traces create and the model of Cryptoki reads.

Arguments and outputs have the names of the standard's parameters (`hSession`, `pTemplate`, `phObject`). A name that
is missing was not shown in the trace: unknown is not the same as zero or NULL. Values are:

- an int for handles, slots, flags, lengths and counts,
- `Buffer` for bytes, with the length and, if shown, the bytes; for a PIN only the length,
- `NULL` for a NULL pointer, `POINTER` for a pointer that is not NULL and whose target is not shown,
- a tuple of `Attribute` for templates, `Mechanism` for mechanisms,
- a tuple of ints or names for lists (slots, object handles, mechanisms),
- a dict of the structure's members for information structures,
- a str for names of constants (`CKU_USER`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Value: TypeAlias = Any

LONGEST_VALUE = 4096
"""Number of bytes of a buffer that are kept; its length is kept in full."""


class _Pointer:
    """A pointer of which only is known whether it was NULL."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


NULL = _Pointer("NULL")
POINTER = _Pointer("POINTER")


class Buffer:
    """An input or output buffer: `length` in bytes and `data` (None if not shown); `null` is true for a NULL pointer.

    `shown` holds the bytes that the trace shows: all of them, or only the first if the dialect truncates them.
    """

    __slots__ = ("data", "length", "null", "shown")

    def __init__(
        self, length: int | None, data: bytes | None = None, *, null: bool = False, shown: bytes | None = None
    ) -> None:
        self.length = length
        self.data = data
        self.null = null
        self.shown = data if shown is None else shown

    def __repr__(self) -> str:
        return f"Buffer({self.length}, {self.data!r}{', null=True' if self.null else ''})"


class Attribute:
    """One attribute of a template.

    `name` is the standard's (`CKA_LABEL`), or `CKA_0x...` for an unknown type. `length` is in bytes, None if not shown,
    and -1 (CK_UNAVAILABLE_INFORMATION) if the module returned no value. `value` is an int, a bool, a constant's name
    (`CKO_SECRET_KEY`) or bytes; None if not shown.
    """

    __slots__ = ("length", "name", "null", "value")

    def __init__(
        self, name: str, length: int | None = None, value: Value = None, *, null: bool = False
    ) -> None:
        self.name = name
        self.length = length
        self.value = value
        self.null = null

    def __repr__(self) -> str:
        return f"Attribute({self.name}, {self.length}, {self.value!r})"


class Mechanism:
    """A mechanism: its name (`CKM_AES_CBC`, `CKM_0x...` for an unknown one) and its parameter.

    `parameter` is a Buffer, a dict of the members of a structure, or None if it is not shown.
    """

    __slots__ = ("name", "parameter")

    def __init__(self, name: str, parameter: Buffer | dict[str, Value] | None = None) -> None:
        self.name = name
        self.parameter = parameter

    def __repr__(self) -> str:
        return f"Mechanism({self.name}, {self.parameter!r})"


class Call:
    """One call of a C_ function.

    `line` is the line of its start and `return_line` that of its return code, both counted from 1; `rv` is None for
    a call that never returned. `process` is the process ID and `thread` the thread's name in the trace; both are None if
    the dialect does not show them. `origin` distinguishes programs also where the process is not shown: calls of different
    origins share no handles. `certain` is False if lines of several calls are mixed, so that the arguments may belong to
    another call. `first` is True if this is the first call of its process, so that no earlier call is missing.

    `unclear` is the number that a line names where it may be the process or the thread; `process` is None then, `thread` its
    text, and `origin` that of the program whose threads the numbers would be. `waiting` holds the functions of the calls
    that had not returned when an unclear call did.

    `hole` is the last line before the return at which a call of the program, or a part of one, is missing; 0 if none is.
    """

    __slots__ = (
        "args",
        "certain",
        "dialect",
        "first",
        "function",
        "hole",
        "line",
        "number",
        "origin",
        "outputs",
        "process",
        "return_line",
        "rv",
        "thread",
        "time",
        "unclear",
        "waiting",
    )

    def __init__(self, dialect: str, function: str, line: int) -> None:
        self.dialect = dialect
        self.function = function
        self.line = line
        self.args: dict[str, Value] = {}
        self.outputs: dict[str, Value] = {}
        self.rv: int | None = None
        self.return_line: int | None = None
        self.process: int | None = None
        self.thread: str | None = None
        self.origin: str = ""
        self.time: str | None = None
        self.number: int | None = None
        self.certain = True
        self.first = False
        self.hole = 0
        self.unclear: int | None = None
        self.waiting: frozenset[str] = frozenset()

    def of_process(self, process: int, *, first: bool) -> Call:
        """Return the unclear call as that of a process of its own; both share arguments and outputs."""
        other = Call(self.dialect, self.function, self.line)
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        other.process = process
        other.thread = other.unclear = None
        other.origin = origin_of(self.origin, process)
        other.first = first
        return other

    @property
    def shown_at(self) -> int:
        """Return the line to cite: the line of the return, or of the start for a call that never returned."""
        return self.line if self.return_line is None else self.return_line

    def number_of(self, name: str) -> int | None:
        """Return an argument that is a number; None if it is not one or is not shown."""
        value = self.args.get(name)
        return value if isinstance(value, int) else None

    def buffer(self, name: str) -> Buffer | None:
        """Return an argument that is a buffer; None if it is not one or is not shown."""
        value = self.args.get(name)
        return value if isinstance(value, Buffer) else None

    def mechanism(self) -> Mechanism | None:
        """Return the mechanism of the call; None if it is not shown, is NULL, or the function takes none."""
        value = self.args.get("pMechanism")
        return value if isinstance(value, Mechanism) else None

    def template(self, name: str = "pTemplate") -> tuple[Attribute, ...]:
        """Return an input template; () if it is empty or not shown."""
        value = self.args.get(name)
        return value if isinstance(value, tuple) else ()

    def __repr__(self) -> str:
        return f"{self.function}@{self.line}({self.args}) -> {self.rv} {self.outputs}"


def origin_of(program: str, process: int) -> str:
    """Return the origin of the calls of a process that may be one of a program's threads."""
    return f"{program} process {process}"
