"""Traces of p11-kit with `log-calls = yes`: a call's name, `  IN:` lines, ` OUT:` lines, and `C_Login = CKR_OK`.

The input of a call is written as one block, and so are its output and return code; lines of threads are therefore never
mixed, but neither thread nor process is shown. Input templates show names without values. A failed call shows no outputs,
except for the length after CKR_BUFFER_TOO_SMALL.
"""

from __future__ import annotations

import re

from ckrtool._lazy_re import lazy
from ckrtool._tables.codes import NAMES
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.constants import attribute_value, canonical
from ckrtool.calls.holes import unreturned
from ckrtool.calls.record import NULL, POINTER, Attribute, Buffer, Call, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.record import Value

HEAD = lazy(rb"^(C_[A-Z]\w{2,40})\s*$")
RETURN = lazy(rb"^(C_[A-Z]\w{2,40}) = (CKR_\w+)\s*$")
LINE = lazy(rb"^ ( IN|OUT): (\w+) = (.*)$")
MEMBER = lazy(rb"^\t(\w+): ?(.*)$")
ADDRESS = lazy(rb"^0x([0-9A-Fa-f]+)(?: = (?:SL|S|H)?(\d+))?$")
HANDLE = lazy(rb"^(?:SL|S|H)(\d+)$")
COUNTED = lazy(rb"^\((\d+|\?)\) (.*)$", re.DOTALL)
ITEM = lazy(rb"\{ (CKA_\w+) = (?:\((-?\d+|\d+)\) )?(.*?) \}(?=, \{ CKA_| \]$)", re.DOTALL)
ESCAPE = lazy(rb"\\x([0-9A-Fa-f]{2})|\\([tnr])")
PINS = frozenset({"pPin", "pOldPin", "pNewPin"})
PARAMETERS = {
    "object": "phObject", "max_object_count": "ulMaxObjectCount", "object_count": "pulObjectCount", "size": "pulSize",
    "signature": "pSignature", "signature_len": "pulSignatureLen", "encrypted_part": "pEncryptedPart", "part": "pPart",
    "last_part": "pLastPart",
    "parameter": "pParameter", "wrapping_key": "hWrappingKey", "unwrapping_key": "hUnwrappingKey",
    "wrapped_key": "pWrappedKey", "base_key": "hBaseKey",
}  # fmt: skip
"""Parameters that p11-kit names differently from the standard, with the standard's names."""
PARAMETER_NAMES = frozenset(parameter for row in FUNCTIONS.values() for _, parameter in row[2])
UNNAMED = re.compile(r"CKR_0x[0-9A-Fa-f]{1,16}$")
MOST_OPEN = 256
BUFFER_TOO_SMALL = 0x150
_CONTROLS = {b"t": b"\t", b"n": b"\n", b"r": b"\r"}


class Parser:
    """Parse the lines of p11-kit's call log."""

    dialect = "p11-kit"

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._open: list[Call] = []
        self._current: Call | None = None  # the call whose input is being read
        self._outputs: list[tuple[str, Value]] = []
        self._structure: tuple[bool, str, dict[str, Value]] | None = None
        self._first = True
        self._run = 0
        self._line = 0
        self._hole = 0  # the last line that belongs to a call of which other lines are missing

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        self._line = number
        if text.startswith(b"C_"):
            if (found := RETURN.match(text)) is not None:
                self._returned(number, found[1].decode(), found[2].decode())
                return
            head = HEAD.match(text)
            if head is not None and head[1].decode() in FUNCTIONS:
                self._head(number, head[1].decode())
            return
        if (member := MEMBER.match(text)) is not None and self._structure is not None:
            _member(self._structure[2], member[1].decode(), member[2])
            return
        if self._structure is not None and text.startswith(b"      }"):
            output, name, members = self._structure
            self._structure = None
            self._set(output, name, _closed(name, members))
            return
        found = LINE.match(text)
        if found is None:
            return
        output = found[1] == b"OUT"
        name = found[2].decode()
        name = PARAMETERS.get(name, name)
        if found[3] == b"{":
            self._structure = (output, name, {})
            return
        self._set(output, name, _value(name, found[3]))

    def inside(self, function: str) -> bool:
        """Return whether a call of this function has not returned yet."""
        return any(call.function == function for call in self._open)

    def finish(self) -> None:
        """End the trace; calls that are still open never returned."""
        for call in self._open:
            self._emit(call)
        self._open.clear()

    def _head(self, line: int, function: str) -> None:
        call = Call(self.dialect, function, line)
        call.first = self._first and function == "C_Initialize"
        self._first = False
        call.origin = f"run {self._run}"
        if self._outputs or self._structure is not None:
            self._hole = line  # the return of a call stands right after its outputs
        self._structure = None
        self._outputs = []
        if any(entry.function == function for entry in self._open):
            for entry in self._open:
                if entry.function == function:
                    entry.certain = False
            call.certain = False
        self._open.append(call)
        self._current = call
        if len(self._open) > MOST_OPEN:
            self._emit(self._open.pop(0))

    def _set(self, output: bool, name: str, value: Value) -> None:
        if output:
            self._outputs.append((name, value))
            return
        if self._current is None or name in self._current.args or not _takes(self._current.function, name):
            self._hole = self._line
        if self._current is not None:
            self._current.args.setdefault(name, value)

    def _returned(self, line: int, function: str, code: str) -> None:
        call = next((entry for entry in reversed(self._open) if entry.function == function), None)
        if call is None:
            self._outputs = []
            self._hole = line
            return
        self._open.remove(call)
        if not call.args and any(kind.endswith("_HANDLE") for kind, _ in FUNCTIONS[function][2]):
            self._hole = line
        call.hole = max(self._hole, unreturned(call, self._open))
        if call is self._current:
            self._current = None
        call.return_line = line
        call.rv = int(code[6:], 16) if UNNAMED.match(code) else NAMES.get(code)
        call.outputs.update(self._outputs)
        if call.rv == BUFFER_TOO_SMALL:  # shows the length and NOTHING, whether or not the pointer was NULL
            for name, value in call.outputs.items():
                if isinstance(value, Buffer):
                    call.outputs[name] = Buffer(value.length)
        self._outputs = []
        if "pulObjectCount" not in call.outputs and isinstance(found := call.outputs.get("phObject"), tuple):
            call.outputs["pulObjectCount"] = len(found)
        self._emit(call)


def _takes(function: str, name: str) -> bool:
    """Return whether a function has a parameter; names that are not the standard's may be any."""
    known = {parameter for _, parameter in FUNCTIONS[function][2]}
    return name in known or name not in PARAMETER_NAMES


def _value(name: str, text: bytes) -> Value:
    if text == b"NULL":
        return NULL
    if (handle := HANDLE.match(text)) is not None:
        return int(handle[1])
    if text.startswith(b"0x"):
        address = ADDRESS.match(text)
        if address is None:
            return POINTER
        if not int(address[1], 16):
            return NULL
        return int(address[2]) if address[2] else POINTER
    if (counted := COUNTED.match(text)) is not None:
        return _counted(name, None if counted[1] == b"?" else int(counted[1]), counted[2])
    if text in (b"CK_TRUE", b"CK_FALSE"):
        return int(text == b"CK_TRUE")
    number = text.split(b" ")[0]
    if number.isdigit():
        return int(number)
    if text.startswith(b"CK"):
        return canonical(text.decode("latin-1").strip())
    return text.strip(b'"').decode("latin-1")


def _counted(name: str, count: int | None, text: bytes) -> Value:
    """Return the value that follows a count in parentheses: a buffer, a list, or a template."""
    if text in (b"NOTHING", b"NULL", b"NO-VALUES", b"NONE"):
        if "emplate" in name:
            return ()
        return Buffer(count, null=True)
    if text.startswith(b"[") and "emplate" in name:
        if b"{" in text:
            return tuple(_item(found) for found in ITEM.finditer(text))
        names = text.strip(b"[ ]").split(b", ")
        return tuple(Attribute(canonical(item.decode("latin-1"))) for item in names if item)
    if text.startswith(b"["):
        return tuple(_value("", item) for item in text.strip(b"[ ]").split(b", ") if item)
    if text.startswith(b'"'):
        if name in PINS:
            return Buffer(count)
        data = _unescaped(text)
        whole = len(data) == count
        return Buffer(count, data if whole else None, shown=data if whole else data.removesuffix(b"..."))
    return Buffer(count)


def _unescaped(text: bytes) -> bytes:
    """Return the bytes of a quoted string with its escapes replaced."""
    return ESCAPE.sub(
        lambda found: bytes([int(found[1], 16)]) if found[1] else _CONTROLS[found[2]], text.strip()[1:-1]
    )


def _item(found: re.Match[bytes]) -> Attribute:
    name = canonical(found[1].decode())
    text = found[3]
    length = int(found[2]) if found[2] else None
    if length is not None and length in (-1, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF):
        return Attribute(name, -1)
    if text.startswith(b"CK"):
        if text in (b"CK_TRUE", b"CK_FALSE"):
            return Attribute(name, 1, text == b"CK_TRUE")
        return Attribute(name, 8, canonical(text.decode("latin-1")))
    if text == b"NULL":
        return Attribute(name, length, null=True)
    data = _unescaped(text) if text.startswith(b'"') else None
    if data is None or len(data) != length:
        return Attribute(name, length)
    return Attribute(name, length, attribute_value(name, data))


def _member(members: dict[str, Value], name: str, text: bytes) -> None:
    if name == "flags":
        number, _, names = text.partition(b" = ")
        members["flag_names"] = tuple(
            flag.strip().decode("latin-1") for flag in names.split(b"|") if flag.strip()
        )
        members["flags_text"] = number.decode("latin-1")
    elif name in ("mechanism", "state"):
        members[name] = canonical(text.decode("latin-1"))
    elif name == "pParameter":
        members[name] = _value(name, text)
    elif name == "slotID" or name.startswith("ul"):
        digits = text.removeprefix(b"SL")
        if digits.isdigit():
            members[name] = int(digits)
    elif name.endswith("Mutex") or name == "reserved":
        members["pReserved" if name == "reserved" else name] = _value(name, text)
    else:
        members[name] = text.strip(b'"').decode("latin-1")


def _closed(name: str, members: dict[str, Value]) -> Value:
    """Return the value of a complete structure: a Mechanism or NULL for `pMechanism`, else its members."""
    text = members.pop("flags_text", None)
    if text is not None:
        # p11-kit prints the flags of slots and tokens in decimal, all others in hexadecimal.
        decimal = "slotDescription" in members or "label" in members
        try:
            members["flags"] = int(text, 10 if decimal else 16)
        except ValueError:
            members.pop("flags", None)
    if name == "pMechanism":
        mechanism = members.get("mechanism", POINTER)  # POINTER if its line is missing
        if not isinstance(mechanism, str) or mechanism == "NULL":
            return POINTER if mechanism is POINTER else NULL
        parameter = members.get("pParameter")
        return Mechanism(mechanism, parameter if isinstance(parameter, Buffer) else None)
    return members
