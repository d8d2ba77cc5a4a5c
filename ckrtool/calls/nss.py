"""Traces of NSS's module logger (NSS_DEBUG_PKCS11_MODULE), level 3 and higher.

Every line names its thread, and in Firefox's logs also its process: `[Parent 4711: Main Thread]`. Level 3 prints arguments,
level 4 also templates, mechanisms and outputs. The outputs of failed calls are uninitialised memory, so they are used only
after CKR_OK (and templates after the codes that leave them valid).
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._tables.codes import NAMES
from ckrtool.calls.constants import BOOLEANS, NUMBERS, attribute_value, canonical, named
from ckrtool.calls.record import NULL, POINTER, Attribute, Buffer, Mechanism
from ckrtool.calls.threads import ThreadParser

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ckrtool.calls.record import Call

LINE = lazy(
    rb"^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6} UTC - )?(?P<thread>-?\d{1,20}\[[0-9a-fA-F]{1,16}\]|\[[^\]\r\n]{1,80}\]): "
    rb"(?:[A-Z]/\S{1,60} )?(?P<text>.*)$"
)
PROGRAM = lazy(rb"^\[([^:\]]{1,40} \d{1,10})[:,]")
HEAD = lazy(rb"^(C_[A-Z]\w{2,40})\s*$")
RETURN = lazy(rb"^  rv = (?:(CKR_\w+)|(0x[0-9a-fA-F]{1,16}|\d{1,20}))")
VALUE = lazy(rb"^  (\*?)(\w+)(?:\[(\d+)\])? =(?: (.*))?$")
ATTRIBUTE = lazy(rb"^    (CKA_\w+|0x[0-9a-fA-F]+) =(?: (.*?))?(?: \[(-?\d+)\])?$")
MECHANISM = lazy(rb"^      mechanism = (?:(CKM_\w+)|0x([0-9A-Fa-f]+))")
SESSIONS = lazy(rb"^  max(Rw)?Sessions = (\d+), (?:Rw)?Sessions = (\d+)")
LENGTHS = {
    "ulPinLen": "pPin", "ulOldLen": "pOldPin", "ulNewLen": "pNewPin", "ulDataLen": "pData", "ulPartLen": "pPart",
    "ulSignatureLen": "pSignature",
    "ulEncryptedDataLen": "pEncryptedData", "ulEncryptedPartLen": "pEncryptedPart", "ulWrappedKeyLen": "pWrappedKey", "ulSeedLen": "pSeed",
    "ulOperationStateLen": "pOperationState",
}  # fmt: skip
"""Length arguments with the buffers that they belong to."""
ENUMS = {"userType": "CKU_", "type": "CKM_"}
FLAGS = {"CKF_USER_PIN_INIT": "CKF_USER_PIN_INITIALIZED"}
VALID_TEMPLATES = frozenset({0, 0x11, 0x12, 0x150})


def begins_or_ends_call(text: bytes) -> bool:
    """Return whether a line of the module logger begins or ends a call."""
    found = LINE.match(text)
    if found is None:
        return False
    rest = found["text"].removeprefix(b"nss_mod_log ")
    return bool(HEAD.match(rest) or RETURN.match(rest))


class Parser(ThreadParser):
    """Parse the lines of NSS's module logger."""

    dialect = "nss"

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        found = LINE.match(text)
        if found is None:
            return
        thread, rest = found["thread"], found["text"].removeprefix(b"nss_mod_log ")
        if rest.startswith(b"C_"):
            head = HEAD.match(rest)
            if head is not None:
                program = PROGRAM.match(thread)
                run = program[1].decode("latin-1") if program is not None else "1"
                call = self.enter(number, thread, head[1].decode(), run=run)
                if call is not None:
                    call.first = call.first and call.function in ("C_Initialize", "C_GetFunctionList")
            return
        call = self.call_of(thread)
        if call is None:
            if RETURN.match(rest):
                self.orphan(number)
            return
        if (returned := RETURN.match(rest)) is not None:
            value = NAMES.get(returned[1].decode()) if returned[1] else int(returned[2], 0)
            _keep_valid_outputs(call, value)
            self.leave(number, thread, value)
            return
        _read(call, rest.rstrip())


def _read(call: Call, text: bytes) -> None:
    """Add the content of a line to its call."""
    if (attribute := ATTRIBUTE.match(text)) is not None:
        item = _attribute(attribute)
        if call.function == "C_GetAttributeValue":
            call.outputs["pTemplate"] = (*call.outputs.get("pTemplate", ()), item)
            return
        # C_GenerateKeyPair prints the counts of both templates, then the templates one after the other.
        name = "pTemplate"
        if call.function == "C_GenerateKeyPair":
            count = call.args.get("ulPublicKeyAttributeCount", 0)
            name = (
                "pPublicKeyTemplate"
                if len(call.template("pPublicKeyTemplate")) < count
                else "pPrivateKeyTemplate"
            )
        call.args[name] = (*call.template(name), item)
        return
    if (mechanism := MECHANISM.match(text)) is not None:
        name = canonical(mechanism[1].decode()) if mechanism[1] else named("CKM_", int(mechanism[2], 16))
        call.args["pMechanism"] = Mechanism(name)
        return
    if (sessions := SESSIONS.match(text)) is not None:
        info = call.outputs.setdefault("pInfo", {})
        info[f"ulMax{'Rw' if sessions[1] else ''}SessionCount"] = int(sessions[2])
        return
    found = VALUE.match(text)
    if found is not None:
        _assign(call, found[1] == b"*", found[2].decode(), found[3], found[4] or b"")


def _assign(call: Call, starred: bool, name: str, index: bytes | None, text: bytes) -> None:
    if starred:
        _starred(call, name, text)
    elif index is not None:
        _indexed(call, name, text)
    elif name in LENGTHS:
        if text.isdigit():
            call.args[LENGTHS[name]] = Buffer(int(text), null=call.args.get(LENGTHS[name]) is NULL)
    elif not _member(call, name, text):
        _argument(call, name, text)


def _member(call: Call, name: str, text: bytes) -> bool:
    """Add a member of an output structure; return False if the line is not one."""
    if name in ("label", "model", "serial", "manufacturerID", "slotDescription"):
        call.outputs.setdefault("pInfo", {})[name] = text.strip(b'"').rstrip().decode("latin-1")
    elif name == "flags" and (text.startswith(b"CKF_") or not text or not text.startswith(b"0x")):
        names = tuple(FLAGS.get(flag, flag) for flag in text.decode("latin-1").split())
        call.outputs.setdefault("pInfo", {})["flag_names"] = names
    elif name == "state":
        call.outputs.setdefault("pInfo", {})[name] = text.decode("latin-1")
    else:
        return False
    return True


def _argument(call: Call, name: str, text: bytes) -> None:
    """Add an argument that is a constant's name, a pointer or a number."""
    number = _number(text)
    if name in ENUMS:
        call.args[name] = text.decode("latin-1") if number is None else named(ENUMS[name], number)
    elif name.startswith(("p", "Notify", "RandomData")):
        call.args[name] = NULL if number == 0 else POINTER
    elif number is not None:
        call.args[name] = number


def _starred(call: Call, name: str, text: bytes) -> None:
    number = _number(text)
    if number is None:
        return
    pointer = f"pul{name[3:]}" if name.startswith("pul") else name
    call.outputs[pointer] = number
    if pointer.startswith("pul") and pointer.endswith("Len"):
        buffer = f"p{pointer[3:-3]}"
        null = call.args.get(buffer) is NULL
        call.outputs[buffer] = Buffer(number, null=null)


def _indexed(call: Call, name: str, text: bytes) -> None:
    try:
        number = int(text.split(b" ")[0], 16)
    except ValueError:
        return
    pointer = "pSlotList" if name == "slotID" else name
    call.outputs[pointer] = (*call.outputs.get(pointer, ()), number)


def _number(text: bytes) -> int | None:
    digits = text.split(b" ")[0]
    try:
        return int(digits, 16) if digits[:2] in (b"0x", b"0X") else int(digits)
    except ValueError:
        return None


def _attribute(found: re.Match[bytes]) -> Attribute:
    name = canonical(found[1].decode()) if found[1].startswith(b"CKA") else named("CKA_", int(found[1], 16))
    text = found[2] or b""
    if found[3] is None:
        return Attribute(name, None, int(text) if text.isdigit() else None)
    length = int(found[3])
    if length == -1:
        return Attribute(name, -1)
    if text in (b"CK_TRUE", b"CK_FALSE"):
        return Attribute(name, length, text == b"CK_TRUE")
    if text.startswith(b"CK"):
        return Attribute(name, length, canonical(text.decode("latin-1")))
    if text.startswith(b'"'):
        return Attribute(name, length, text.strip(b'"'))
    if text.startswith(b"[0x"):
        return Attribute(name, length, null=text == b"[0x0]")
    if name in NUMBERS and text.startswith(b"0x"):
        number = _number(text)
        prefix = NUMBERS[name]
        return Attribute(name, length, number if not prefix or number is None else named(prefix, number))
    try:
        data = bytes.fromhex(text.decode("ascii"))
    except ValueError:
        return Attribute(name, length)
    if len(data) != length:
        return Attribute(name, length)
    return Attribute(
        name, length, attribute_value(name, data) if name in NUMBERS or name in BOOLEANS else data
    )


def _keep_valid_outputs(call: Call, rv: int | None) -> None:
    """Drop the outputs that are not valid with this return code, and add the lists that were empty."""
    if rv not in VALID_TEMPLATES:
        call.outputs.pop("pTemplate", None)
    if rv == 0x150:
        call.outputs = {
            name: value
            for name, value in call.outputs.items()
            if isinstance(value, Buffer) or name == "pTemplate"
        }
    elif rv:
        call.outputs = {name: value for name, value in call.outputs.items() if name == "pTemplate"}
    elif call.function in ("C_GetSlotList", "C_GetMechanismList"):
        name = "pSlotList" if call.function == "C_GetSlotList" else "pMechanismList"
        if call.args.get(name) is NULL:
            call.outputs[name] = NULL
        elif call.outputs.get("pulCount") == 0:
            call.outputs[name] = ()
    elif call.function == "C_FindObjects" and call.outputs.get("pulObjectCount") == 0:
        call.outputs["phObject"] = ()
