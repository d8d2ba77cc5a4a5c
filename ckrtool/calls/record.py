"""The record of one call: what every parser of a trace makes, and what the model of Cryptoki reads.

Arguments and outputs have the names of the standard's parameters (`hSession`, `pTemplate`, `phObject`). A name that
is missing was not shown: unknown is not the same as zero or NULL. Values are:

- an int for handles, slots, flags, lengths and counts,
- `Buffer` for bytes, with the length that was given and, where shown, the bytes; a PIN has its length alone,
- `NULL` for a pointer that was NULL, `POINTER` for one that was not and of which nothing else is shown,
- a tuple of `Attribute` for templates, `Mechanism` for mechanisms,
- a tuple of ints or names for lists (slots, object handles, mechanisms),
- a dict of the structure's members for information structures,
- a text for names of constants (`CKU_USER`).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Value: TypeAlias = Any

LONGEST_VALUE = 4096
"""More bytes of a buffer are not kept; its length is."""


class _Pointer:
    """A pointer of which only this is known: whether it was NULL."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


NULL = _Pointer("NULL")
POINTER = _Pointer("POINTER")


class Buffer:
    """Bytes that were given or written: `length` and `data` (None where not shown), `null` pointer.

    `shown` is the beginning of the bytes, where a dialect prints no more than that; all of them where it does.
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

    `name` is the standard's (`CKA_LABEL`), or `CKA_0x...` for an unknown type. `length` is None where not shown and -1
    where the module said that it has no such value. `value` is an int, a bool, a name (`CKO_SECRET_KEY`) or bytes;
    None where not shown.
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
    """A mechanism: its name (`CKM_AES_CBC`, `CKM_0x...` for an unknown one), and its parameter as far as it is shown.

    `parameter` is a Buffer, a dict of the members of a structure, or None where nothing is shown.
    """

    __slots__ = ("name", "parameter")

    def __init__(self, name: str, parameter: Buffer | dict[str, Value] | None = None) -> None:
        self.name = name
        self.parameter = parameter

    def __repr__(self) -> str:
        return f"Mechanism({self.name}, {self.parameter!r})"


class Call:
    """One call of a C_ function.

    `line` is where it was entered and `return_line` where its return value is shown, both counted from 1; `rv` is None for
    a call that never returned. `process` is the number of the process or None where the dialect does not tell;
    `thread` its mark. `origin` tells programs apart whose process is not shown: calls of different origins share no handles.
    `certain` is False where lines of several calls are mixed so that the arguments may belong to another one.
    `first` says that this call began what is shown of its process, and that nothing can be missing before it.
    """

    __slots__ = (
        "args",
        "certain",
        "dialect",
        "first",
        "function",
        "line",
        "number",
        "origin",
        "outputs",
        "process",
        "return_line",
        "rv",
        "thread",
        "time",
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

    @property
    def shown_at(self) -> int:
        """Return the line to cite: where the call returned, or was made where it never did."""
        return self.line if self.return_line is None else self.return_line

    def number_of(self, name: str) -> int | None:
        """Return an argument that is shown as a number; None where it is not."""
        value = self.args.get(name)
        return value if isinstance(value, int) else None

    def buffer(self, name: str) -> Buffer | None:
        """Return an argument that is shown as bytes; None where it is not."""
        value = self.args.get(name)
        return value if isinstance(value, Buffer) else None

    def mechanism(self) -> Mechanism | None:
        """Return the mechanism of the call; None where it is not shown, is NULL, or the function takes none."""
        value = self.args.get("pMechanism")
        return value if isinstance(value, Mechanism) else None

    def template(self, name: str = "pTemplate") -> tuple[Attribute, ...]:
        """Return the template that was given; () where it is empty or not shown."""
        value = self.args.get(name)
        return value if isinstance(value, tuple) else ()

    def __repr__(self) -> str:
        return f"{self.function}@{self.line}({self.args}) -> {self.rv} {self.outputs}"
