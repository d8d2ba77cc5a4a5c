"""Parse the lines of one call of pkcs11-spy into arguments and outputs with the standard's names."""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.constants import attribute_value, canonical, named
from ckrtool.calls.record import LONGEST_VALUE, NULL, POINTER, Attribute, Buffer, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.record import Call, Value

LINE = lazy(rb"^\[(in|out)\] (\*?)(\w+)((?:->\w+)*)(\[[^\]]*\])?(?: = |:\s*$|:? )?(.*)$")
SPEC = lazy(rb"^\s*=?\s*([0-9A-Fa-f]{8,16}) / (-?\d+)\s*$")
SIZED_NULL = lazy(rb"NULL \[size : 0x[0-9A-Fa-f]+ \((-?\d+)\)\]")
ATTRIBUTE = lazy(rb"^ {4}(CKA_\w+|CKA_\? \(0x([0-9A-Fa-f]+)\))\s+(.*?)\s*$")
DUMP = lazy(rb"^ {4}[0-9A-F]{8}  (?=[0-9A-F]{2} )")
GROUPS = lazy(rb"^ {4}((?:[0-9A-F]{8} ){0,7}[0-9A-F]{2,8})\s*$")
MEMBER = lazy(rb"^\s+(\w[\w ]*?):\s+(.*?)\s*$")
FLAG = lazy(rb"^\s+(CKF_\w+)\s*$")
MECHANISM_INFO = lazy(rb"min:(\d+) max:(\d+) flags:0x([0-9A-Fa-f]+)")
SLOT = lazy(rb"^Slot (-?\d+)")
COUNT = lazy(rb"^Count is (-?\d+)")
OBJECT = lazy(rb"^Object 0x([0-9A-Fa-f]+) matches")
UNKNOWN = lazy(rb"Unknown (?:Mechanism|\w+)? ?\(?(?:0x)?([0-9A-Fa-f]+)\)?")
PINS = frozenset({"pPin", "pOldPin", "pNewPin", "pSoPin", "pUserPin"})
ENUMS = {"userType": "CKU_", "hashAlg": "CKM_", "prfHashMechanism": "CKM_", "type": "CKM_"}
NUMBER = lazy(rb"^\[in\] (\w+) = 0x([0-9A-Fa-f]+)\s*$")
IN_NUMBERS = {
    name.encode(): name
    for row in FUNCTIONS.values()
    for kind, name in row[2]
    if not kind.endswith("_PTR") and kind != "CK_NOTIFY" and name not in ENUMS
}
"""Arguments that are plain numbers; these are most lines of a trace and have a fast path."""
OUTPUTS = {
    "hKey": "phKey",
    "hPublicKey": "phPublicKey",
    "hPrivateKey": "phPrivateKey",
    "ulObjectCount": "pulObjectCount",
}
"""Outputs that the spy prints without the pointer's prefix, with the standard's names."""


def fill(call: Call, lines: list[bytes]) -> None:
    """Set the arguments and outputs of a call from its lines."""
    index = 0
    count = len(lines)
    while index < count:
        line = lines[index]
        index += 1
        if not line.startswith(b"["):
            if line.startswith(b"Object "):
                _object(call, line)
            elif call.function == "C_Initialize":
                _init_args(call, line)
            continue
        found = NUMBER.match(line)
        if found is not None and (name := IN_NUMBERS.get(found[1])) is not None:
            call.args[name] = int(found[2], 16)
            continue
        first = index
        while index < count and not lines[index].startswith(b"["):
            index += 1
        _item(call, line, lines[first:index])


def _item(call: Call, line: bytes, rest: list[bytes]) -> None:
    match = LINE.match(line)
    if match is None:
        return
    into = call.args if match[1] == b"in" else call.outputs
    name = match[3].decode()
    text = match[6].strip()
    if b"[out] " in text:  # pkcs11-spy 0.23 omits the line end after the type of C_GetMechanismInfo
        text, _, _ = text.partition(b"[out] ")
        text = text.strip()
        _structure(call, rest)
        rest = []
    if match[4]:
        _mechanism(into, name, match[4].decode(), text, rest)
    elif into is call.outputs:
        _output(call, name, match[2] == b"*", text, match[5], rest)
    elif match[5] is not None and not text and "emplate" in name:
        into[name] = _template(rest)
    elif name == "pInitArgs":
        into[name] = NULL if text in (b"(nil)", b"0x0", b"NULL") else POINTER
        for member in rest:
            _init_args(call, member)
    else:
        into[name] = _value(name, text, rest)


def _output(
    call: Call, name: str, starred: bool, text: bytes, index: bytes | None, rest: list[bytes]
) -> None:
    name = OUTPUTS.get(name, name)
    if name == "pSlotList":
        slots = tuple(int(found[1]) for found in map(SLOT.match, rest) if found)
        call.outputs[name] = slots if slots or not any(map(COUNT.match, rest)) else NULL
    elif name == "pMechanismList":
        names = tuple(_enum("CKM_", line.strip()) for line in rest if not COUNT.match(line) and line.strip())
        call.outputs[name] = names if names or not any(map(COUNT.match, rest)) else NULL
        if index is not None and index[1:-1].isdigit():
            call.outputs["pulCount"] = int(index[1:-1])
    elif name == "pInfo":
        _structure(call, rest)
    elif "emplate" in name:
        call.outputs[name] = _template(rest)
    elif not starred and name.startswith("ph") and text in (b"(nil)", b"0x0"):
        call.args[name] = NULL
    else:
        call.outputs[name] = _value(name, text, rest)
        for line in rest:
            if line.startswith(b"Object "):
                _object(call, line)


def _object(call: Call, line: bytes) -> None:
    found = OBJECT.match(line)
    if found:
        call.outputs["phObject"] = (*call.outputs.get("phObject", ()), int(found[1], 16))


def _value(name: str, text: bytes, rest: list[bytes]) -> Value:
    """Return the value of an argument: a number, a constant's name, a buffer, NULL or POINTER."""
    if (spec := SPEC.match(text)) is not None:
        length = int(spec[2])
        return Buffer(length, None if name in PINS else _bytes(rest, length))
    if (sized := SIZED_NULL.search(text)) is not None:
        return Buffer(int(sized[1]), null=True)
    if text.startswith(b"0x"):
        try:
            number = int(text, 16)
        except ValueError:
            return POINTER
        return named(ENUMS[name], number) if name in ENUMS else number
    if text in (b"(nil)", b"NULL"):
        return NULL
    if text == b"EMPTY":
        return Buffer(None)
    prefix = ENUMS.get(name)
    if prefix:
        return _enum(prefix, text)
    return int(text) if text.isdigit() else text.decode("latin-1")


def _enum(prefix: str, text: bytes) -> str:
    constant = text.split(b" ")[0].decode("latin-1")
    if constant.startswith(prefix):
        return canonical(constant)
    found = UNKNOWN.search(text)
    if found is not None:
        return named(prefix, int(found[1], 16))
    if constant.startswith("0x"):
        try:
            return named(prefix, int(constant, 16))
        except ValueError:
            return constant
    return constant


def _bytes(rest: list[bytes], length: int) -> bytes | None:
    """Return the bytes of a dump, at most LONGEST_VALUE of them; None if the dump is incomplete."""
    if length < 0 or not rest:
        return b"" if length == 0 else None
    if DUMP.match(rest[0]):
        dumped = rest[: min(length, LONGEST_VALUE) // 16 + 1]
        hexes = b"".join([line[14:62] for line in dumped])
    else:  # labels: two lines for 32 bytes, hexadecimal and characters
        found = [match[1] for match in map(GROUPS.match, rest[0 : length // 16 + 2 : 2]) if match]
        hexes = b"".join(found)
    try:
        data = bytes.fromhex(hexes.decode("ascii"))
    except ValueError:
        return None
    return data if len(data) >= min(length, LONGEST_VALUE) else None


def _template(rest: list[bytes]) -> tuple[Attribute, ...]:
    out: list[Attribute] = []
    index = 0
    while index < len(rest):
        match = ATTRIBUTE.match(rest[index])
        index += 1
        if match is None:
            continue
        first = index
        while index < len(rest) and not ATTRIBUTE.match(rest[index]):
            index += 1
        name = named("CKA_", int(match[2], 16)) if match[2] else canonical(match[1].decode())
        out.append(_attribute(name, match[3], rest[first:index]))
    return tuple(out)


def _attribute(name: str, text: bytes, rest: list[bytes]) -> Attribute:
    spec = SPEC.match(text)
    if spec is not None:
        length = int(spec[2])
        null = not spec[1].strip(b"0")
        data = None if null else _bytes(rest, length) if rest else None
        return Attribute(name, length, None if data is None else attribute_value(name, data), null=null)
    if text in (b"True", b"False"):
        return Attribute(name, 1, text == b"True")
    if text.startswith(b"CK"):
        return Attribute(name, 8, canonical(text.decode("latin-1").strip()))
    return Attribute(name)


def _mechanism(into: dict[str, Value], name: str, path: str, text: bytes, rest: list[bytes]) -> None:
    """Add a line about a mechanism: `pMechanism->type`, `pMechanism->pParameter[...]` or a member of its structure."""
    mechanism = into.get(name)
    if path == "->type":
        into[name] = Mechanism(_enum("CKM_", text))
        return
    if not isinstance(mechanism, Mechanism):
        return
    member = path.removeprefix("->pParameter")
    if not member:
        value = _value("", text, rest)
        mechanism.parameter = (
            Buffer(0, null=True) if value is NULL else value if isinstance(value, Buffer) else None
        )
        return
    if not isinstance(mechanism.parameter, dict):
        mechanism.parameter = {}
    short = member.removeprefix("->")
    mechanism.parameter[short] = _value(short, text, rest)


def _structure(call: Call, rest: list[bytes]) -> None:
    """Set the output `pInfo` from the lines after its head; other lines are skipped.

    `flags` is a number, and the flags that the spy prints by name are in `flag_names`.
    """
    info: dict[str, Value] = {}
    flags: list[str] = []
    for line in rest:
        found = MECHANISM_INFO.search(line)
        if found is not None:
            info.update(ulMinKeySize=int(found[1]), ulMaxKeySize=int(found[2]), flags=int(found[3], 16))
            break
        if (flag := FLAG.match(line)) is not None:
            flags.append(flag[1].decode())
        elif (member := MEMBER.match(line)) is not None:
            _member(info, member[1].decode(), member[2].decode("latin-1"))
    if "flags" in info and isinstance(info["flags"], str):
        info["flags"] = int(info["flags"] or "0", 16)
    if flags:
        info["flag_names"] = tuple(flags)
    call.outputs["pInfo"] = info


def _member(info: dict[str, Value], name: str, text: str) -> None:
    """Set a member of an info structure: a number, the name of a state or a text; an unreadable number is left out."""
    if name.startswith("ul") or name == "slotID":
        try:
            info[name] = int(text)
        except ValueError:
            return
    elif name == "state":
        info[name] = text.partition("(")[2].rstrip(") ").strip() or text
    elif name == "flags":
        if text and all(digit in "0123456789abcdefABCDEF" for digit in text):
            info[name] = text
    else:
        info[name] = text.strip("'").rstrip()


def _init_args(call: Call, line: bytes) -> None:
    """Add a member of the structure that `pInitArgs` points to."""
    member = MEMBER.match(line)
    if member is None:
        return
    name, text = member[1].decode(), member[2]
    structure = call.args.get("pInitArgs")
    if not isinstance(structure, dict):
        structure = call.args["pInitArgs"] = {}
    if name == "flags":
        structure[name] = int(text) if text.isdigit() else 0
    else:
        structure[name] = NULL if text in (b"(nil)", b"0x0", b"NULL") else POINTER
