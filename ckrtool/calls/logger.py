"""Traces of pkcs11-logger: `Calling C_Login`, ` hSession: 1`, `Returning 0 (CKR_OK)`, each line with process and thread.

PKCS11_LOGGER_FLAGS turns each of the two off (0x2 the process, 0x4 the thread), and nothing says which of them a single
number is. Newer versions print a thread with 16 digits and a process with 8, version 2.2 and older both with 8: a number of
8 digits is that of a thread only if no process can have it.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.calls.constants import attribute_value, canonical, named
from ckrtool.calls.record import LONGEST_VALUE, NULL, POINTER, Attribute, Buffer, Mechanism
from ckrtool.calls.threads import ThreadParser

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ckrtool.calls.record import Call, Value

LINE = lazy(
    rb"^(?:0x(?P<process>[0-9A-Fa-f]{4,16}) : )?(?:0x(?P<thread>[0-9A-Fa-f]{4,16}) : )?(?:[0-9-]{10} [0-9:.]{8,18} - )?(?P<text>.*)$"
)
HEAD = lazy(rb"^(?:Calling|Entered) (C_\w{3,40})\s*$")
RETURN = lazy(rb"^Returning (-?\d{1,20})(?: |$)")
VALUE = lazy(rb"^ {1,3}(\*?)(\w+)(?:\[(\d+)\])?:(?: (.*))?$")
NAMED = lazy(rb"^(\d+) \((\w+)\)$")
ATTRIBUTE = lazy(rb"^ +Attribute: (\d+) \((\w+)\)")
HEX = lazy(rb"^HEX\(((?:[0-9A-Fa-f]{2})*)\)$")
FLAG = lazy(rb"^ +(CKF_\w+): TRUE\s*$")
LENGTHS = {"ulPinLen": "pPin", "ulOldLen": "pOldPin", "ulNewLen": "pNewPin"}
ENUMS = {"userType": "CKU_", "type": "CKM_"}
LISTS = frozenset({"pSlotList", "pMechanismList", "phObject"})


HIGHEST_PROCESS = 1 << 26
"""The highest number that a process can have: 2^22 on Linux, less on macOS, four times the 2^24 handles on Windows."""
PROCESS_DIGITS = 8


class _State:
    """The parser's position in the lines of one call: its input or output, current template, attribute and structure."""

    __slots__ = ("info", "output", "template", "type")

    def __init__(self) -> None:
        self.output = False
        self.template = "pTemplate"
        self.type: str | None = None
        self.info = False


class Parser(ThreadParser):
    """Parse the lines of pkcs11-logger."""

    dialect = "pkcs11-logger"
    begins_with = frozenset({"C_GetFunctionList", "C_GetInterface", "C_GetInterfaceList"})

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._states: dict[bytes, _State] = {}

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        found = LINE.match(text)
        if found is None:
            return
        first, second = found["process"], found["thread"]
        thread = b"%s/%s" % (first, second) if second else first or b""
        rest = found["text"]
        if rest[:1] in (b"C", b"E") and (head := HEAD.match(rest)) is not None:
            self._head(number, thread, head[1].decode(), first, alone=second is None)
            return
        call = self.call_of(thread)
        if call is None:
            if rest.startswith(b"Returning"):
                self.orphan(number)
            return
        if rest.startswith(b"Returning") and (returned := RETURN.match(rest)) is not None:
            self._states.pop(thread, None)
            self._complete_outputs(call, int(returned[1]))
            self.leave(number, thread, int(returned[1]))
            return
        state = self._states.get(thread)
        if state is None:
            return
        if rest.startswith(b"Output"):
            state.output = True
            state.info = False
            return
        _read(call, state, rest)

    def _head(self, line: int, thread: bytes, function: str, first: bytes | None, *, alone: bool) -> None:
        """Start a call; `alone` is true if the lines name no second number after `first`."""
        value = int(first, 16) if first else None
        is_thread = first is not None and (len(first) > PROCESS_DIGITS or int(first, 16) > HIGHEST_PROCESS)
        call = self.enter(line, thread, function, None if alone else value, mixed=alone and not is_thread)
        if call is None:
            return
        self._states[thread] = _State()
        if alone and not is_thread:
            call.unclear = value

    @staticmethod
    def _complete_outputs(call: Call, rv: int) -> None:
        """Truncate lists to their counts, and give each output buffer its length."""
        count = call.outputs.get("pulObjectCount")
        objects = call.outputs.get("phObject")
        if isinstance(count, int) and isinstance(objects, tuple):
            call.outputs["phObject"] = objects[:count]
        if rv == 0 and call.function == "C_FindObjects" and count == 0:
            call.outputs["phObject"] = ()
        for name in ("pSlotList", "pMechanismList"):
            if call.args.get(name) is NULL and rv == 0:
                call.outputs[name] = NULL
        for name, value in tuple(call.outputs.items()):
            if name.startswith("pul") and name.endswith("Len") and isinstance(value, int):
                buffer = f"p{name[3:-3]}"
                known = call.outputs.get(buffer)
                data = known.data if isinstance(known, Buffer) else None
                call.outputs[buffer] = Buffer(value, data, null=call.args.get(buffer) is NULL)


def _read(call: Call, state: _State, text: bytes) -> None:
    """Add the content of a line to its call."""
    if (attribute := ATTRIBUTE.match(text)) is not None:
        _begin_attribute(call, state, attribute)
    elif (flag := FLAG.match(text)) is not None:
        if state.output:
            info = _info(call)
            info["flag_names"] = (*info.get("flag_names", ()), flag[1].decode())
    elif (found := VALUE.match(text.rstrip())) is not None:
        starred, name, value = found[1] == b"*", found[2].decode(), found[4] or b""
        if state.type is not None and text.startswith(b"   ") and name in ("pValue", "ulValueLen"):
            _attribute_line(call, state, starred, name, value)
        elif text.startswith(b" p") and "emplate" in name:
            state.template = name
            into = call.outputs if state.output else call.args
            into[name] = NULL if _null(value) else ()
        elif not (_of_mechanism(call, text) and _mechanism_line(call, starred, name, value)):
            _assign(call, state, text, starred, name, found[3], value)


def _of_mechanism(call: Call, text: bytes) -> bool:
    """Return whether a line can be about the mechanism: indented below its pointer, or the bytes of its parameter."""
    if text.startswith(b" *pParameter"):
        return True
    pointer = call.args.get("pMechanism")
    below = text.startswith(b"  ") and not text.startswith(b"   *")
    return below and (pointer is POINTER or isinstance(pointer, Mechanism))


def _begin_attribute(call: Call, state: _State, found: re.Match[bytes]) -> None:
    """Add an attribute without a value to the current template; the lines that follow fill it."""
    into = call.outputs if state.output else call.args
    name = canonical(found[2].decode())
    if not name.startswith("CKA_"):
        name = named("CKA_", int(found[1]))
    held = into.get(state.template)
    into[state.template] = (*(held if isinstance(held, tuple) else ()), Attribute(name))
    state.type = name


def _info(call: Call) -> dict[str, Value]:
    """Return the members of the output structure `pInfo`, which is created on first use."""
    info = call.outputs.get("pInfo")
    if not isinstance(info, dict):
        info = call.outputs["pInfo"] = {}
    return info


def _attribute_line(call: Call, state: _State, starred: bool, name: str, value: bytes) -> None:
    into = call.outputs if state.output else call.args
    held = into.get(state.template)
    if not isinstance(held, tuple) or not held:
        return
    attribute = held[-1]
    if name == "ulValueLen":
        number = int(value) if value.lstrip(b"-").isdigit() else None
        attribute.length = -1 if number in (0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF, -1) else number
    elif not starred:
        attribute.null = _null(value)
    elif (digits := HEX.match(value)) is not None:
        data = bytes.fromhex(digits[1].decode())
        attribute.value = attribute_value(attribute.name, data)


def _mechanism_line(call: Call, starred: bool, name: str, value: bytes) -> bool:
    """Add a line about the mechanism or its parameter; return False if the line is not about them."""
    if name == "mechanism":
        found = NAMED.match(value)
        if found is None:
            return False
        constant = found[2].decode()
        call.args["pMechanism"] = Mechanism(
            canonical(constant) if constant.startswith("CKM_") else named("CKM_", int(found[1]))
        )
        return True
    mechanism = call.args.get("pMechanism")
    if not isinstance(mechanism, Mechanism):
        return False
    if name == "pParameter" and not starred:
        mechanism.parameter = Buffer(0 if _null(value) else None, null=_null(value))
        return True
    if name == "pParameter" and (digits := HEX.match(value)) is not None:
        data = bytes.fromhex(digits[1].decode())
        mechanism.parameter = Buffer(len(data), data[:LONGEST_VALUE])
        return True
    return name == "ulParameterLen"


def _assign(
    call: Call, state: _State, text: bytes, starred: bool, name: str, index: bytes | None, value: bytes
) -> None:
    """Add an argument, an output, or a member of a structure."""
    if name in LISTS and index is not None:
        if state.output:
            _list_item(call, name, value)
    elif name in LENGTHS and value.isdigit():
        call.args[LENGTHS[name]] = Buffer(int(value), null=call.args.get(LENGTHS[name]) is NULL)
    elif name == "pInfo":
        state.info = True
        call.args[name] = NULL if _null(value) else POINTER
    elif state.output and state.info and text.startswith(b"  "):
        _member(call, name, value)
    elif starred:
        _starred(call, state, name, value)
    elif not _init_args(call, name, value):
        _plain(call, state, name, value)


def _list_item(call: Call, name: str, value: bytes) -> None:
    found = NAMED.match(value)
    item: Value = canonical(found[2].decode()) if found else int(value) if value.isdigit() else None
    held = call.outputs.get(name)
    call.outputs[name] = (*(held if isinstance(held, tuple) else ()), item)


def _init_args(call: Call, name: str, value: bytes) -> bool:
    """Add a member of C_Initialize's structure; return False if the line is not one."""
    if name == "pInitArgs":
        call.args[name] = NULL if _null(value) else {}
        return True
    structure = call.args.get("pInitArgs")
    if not isinstance(structure, dict):
        return False
    if name == "Flags" and value.isdigit():
        structure["flags"] = int(value)
    elif name.endswith("Mutex") or name == "pReserved":
        structure[name] = NULL if _null(value) else POINTER
    return True


def _plain(call: Call, state: _State, name: str, value: bytes) -> None:
    """Add an argument that is a constant's name, a number or a pointer."""
    into = call.outputs if state.output else call.args
    if name in ENUMS and (enum := NAMED.match(value)) is not None:
        constant = enum[2].decode()
        is_name = constant.startswith("CK")
        call.args[name] = canonical(constant) if is_name else named(ENUMS[name], int(enum[1]))
    elif value.isdigit():
        _number(call, into, name, int(value))
    elif not state.output:
        call.args[name] = NULL if _null(value) else POINTER


def _number(call: Call, into: dict[str, Value], name: str, number: int) -> None:
    """Set a number; a length sets the length of its buffer."""
    buffer = f"p{name[2:-3]}"
    if name.startswith("ul") and name.endswith("Len") and buffer in call.args:
        held = call.args[buffer]
        data = held.data if isinstance(held, Buffer) else None
        call.args[buffer] = Buffer(number, data, null=held is NULL)
        return
    into[name] = number


def _starred(call: Call, state: _State, name: str, value: bytes) -> None:
    """Set the value that a pointer points to, as an input before the call and as an output after it. A PIN is dropped."""
    if name in LENGTHS.values():
        return
    digits = HEX.match(value)
    if digits is not None:
        data = bytes.fromhex(digits[1].decode())
        (call.outputs if state.output else call.args)[name] = Buffer(len(data), data[:LONGEST_VALUE])
    elif value.isdigit():
        if state.output:
            call.outputs[name] = int(value)
        elif name.startswith("pul"):
            call.args[name] = int(value)


def _member(call: Call, name: str, value: bytes) -> None:
    info = _info(call)
    if name == "state":
        found = NAMED.match(value)
        info[name] = found[2].decode() if found else value.decode("latin-1")
    elif value.isdigit() and name not in (
        "label",
        "serialNumber",
        "model",
        "manufacturerID",
        "slotDescription",
    ):
        info[name] = int(value)
    else:
        info[name] = value.decode("latin-1")


def _null(value: bytes) -> bool:
    return value in (b"(nil)", b"NULL") or not value.removeprefix(b"0x").strip(b"0")
