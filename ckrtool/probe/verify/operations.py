"""Replays the calls of a sequence into keys and finished operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._records import field, record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ckrtool.probe.results import CallResult, SequenceResult

OK = 0
# Input and output parameters of the calls of an operation, by the name of the operation.
ONE_PART = {
    "Encrypt": ("pData", "pEncryptedData"),
    "Decrypt": ("pEncryptedData", "pData"),
    "Digest": ("pData", "pDigest"),
    "Sign": ("pData", "pSignature"),
    "Verify": ("pData", None),
}
UPDATE = {
    "Encrypt": ("pPart", "pEncryptedPart"),
    "Decrypt": ("pEncryptedPart", "pPart"),
    "Digest": ("pPart", None),
    "Sign": ("pPart", None),
    "Verify": ("pPart", None),
}
FINAL = {
    "Encrypt": "pLastEncryptedPart",
    "Decrypt": "pLastPart",
    "Digest": "pDigest",
    "Sign": "pSignature",
    "Verify": None,
}
_ID = "258"
_PUBLIC = frozenset(("288", "385", "17"))  # CKA_MODULUS, CKA_EC_POINT, CKA_VALUE (of a certificate)
_MADE = ("phKey", "phObject", "phNewObject")


@record(eq=False)
class Key:
    """A key that a sequence created or used: how it was created, and its attributes from the template or as read.

    `asked` is whether any attribute was requested, even without success.
    """

    handle: object
    made_by: str | None = None
    mechanism: int | None = None
    template: dict[str, Any] = field(default_factory=dict)
    read: dict[str, Any] = field(default_factory=dict)
    public: Key | None = None
    read_by: CallResult | None = None
    asked: bool = False


@record(eq=False)
class Operation:
    """An operation from its C_...Init to its end with CKR_OK, or with a refused verification."""

    kind: str
    sequence: str
    mechanism: int
    parameter: Any
    key: Key | None
    data: list[bytes] = field(default_factory=list)
    outputs: list[bytes] = field(default_factory=list)
    signature: bytes | None = None
    calls: list[CallResult] = field(default_factory=list)
    multi: bool = False
    whole: bool = True
    accepted: bool | None = None

    @property
    def input(self) -> bytes:
        """Return the complete input."""
        return b"".join(self.data)

    @property
    def output(self) -> bytes:
        """Return the complete output."""
        return b"".join(self.outputs)

    @property
    def last(self) -> CallResult:
        """Return the call that ended the operation."""
        return self.calls[-1]

    @property
    def same(self) -> tuple[object, ...]:
        """Return a key for comparing operations apart from their keys: kind, mechanism, parameter and input."""
        return self.kind, self.mechanism, repr(self.parameter), self.input


def bytes_of(value: object) -> bytes | None:
    """Return the bytes of a value in a report, None if the report contains only a part of them."""
    if value is None:
        return b""
    try:
        return bytes.fromhex(value) if isinstance(value, str) else None
    except ValueError:
        return None


class Replay:
    """The keys and finished operations of one sequence, replayed from its calls."""

    def __init__(self, sequence: SequenceResult) -> None:
        self.name = sequence.name
        self.keys: list[Key] = []
        self.finished: list[Operation] = []
        self._by_handle: dict[object, Key] = {}
        self._active: dict[tuple[object, str], Operation] = {}
        for call in sequence.calls:
            if call.kind == "step" and call.outcome == "returned":
                self._take(call)

        self._pair_up()

    def _pair_up(self) -> None:
        """Assign the public key or certificate with the same CKA_ID to keys of the token."""
        shown = [key for key in self.keys if key.read.keys() & _PUBLIC]
        for key in self.keys:
            if key.public is None and key.read.get(_ID) and not key.made_by:
                others = (
                    other for other in shown if other is not key and other.read.get(_ID) == key.read[_ID]
                )
                key.public = next(others, None)

    def _take(self, call: CallResult) -> None:
        name = call.function.removeprefix("C_")
        if name == "GetAttributeValue" and (known := self._by_handle.get(call.args.get("hObject"))):
            known.asked = True
        if call.rv == OK:
            self._objects(call)
        for kind in ONE_PART:
            if name == f"{kind}Init" and call.rv == OK:
                self._begin(kind, call)
            elif name in (kind, f"{kind}Update", f"{kind}Final"):
                self._go_on(kind, name.removeprefix(kind), call)

    def key(self, handle: object) -> Key:
        """Return the key of a handle; add one if the handle is not known, because the sequence found it on the token."""
        if handle not in self._by_handle:
            self._by_handle[handle] = Key(handle)
            self.keys.append(self._by_handle[handle])
        return self._by_handle[handle]

    def _objects(self, call: CallResult) -> None:
        if call.function == "C_GenerateKeyPair":
            public = self._made(call, "phPublicKey", "pPublicKeyTemplate")
            private = self._made(call, "phPrivateKey", "pPrivateKeyTemplate")
            if public and private:
                private.public = public
        elif call.function == "C_GetAttributeValue":
            read = call.output.get("pTemplate")
            if isinstance(read, dict):
                key = self.key(call.args.get("hObject"))
                key.read.update(read)
                key.read_by = call
        else:
            for parameter in _MADE:
                self._made(call, parameter, "pTemplate")

    def _made(self, call: CallResult, parameter: str, template: str) -> Key | None:
        handle = call.output.get(parameter)
        if not isinstance(handle, str):
            return None
        mechanism, given = call.args.get("pMechanism"), call.args.get(template)
        key = Key(handle, call.function)
        if isinstance(mechanism, dict) and isinstance(number := mechanism.get("mechanism"), int):
            key.mechanism = number
        if isinstance(given, dict):
            key.template = given
        self._by_handle[handle] = key
        self.keys.append(key)
        return key

    def _begin(self, kind: str, call: CallResult) -> None:
        mechanism = call.args.get("pMechanism")
        if not isinstance(mechanism, dict) or not isinstance(number := mechanism.get("mechanism"), int):
            return
        key = self.key(call.args["hKey"]) if "hKey" in call.args else None
        made = Operation(kind, self.name, number, mechanism.get("parameter"), key)
        self._active[call.args.get("hSession"), kind] = made

    def _go_on(self, kind: str, part: str, call: CallResult) -> None:
        """Process a call that continues or ends an operation; a size query does neither."""
        at = (call.args.get("hSession"), kind)
        operation = self._active.get(at)
        if operation is None:
            return
        given, gives = _parameters(kind, part)
        if gives is not None and gives in call.args and call.args[gives] is None:
            return
        if call.rv != OK and not (kind == "Verify" and part != "Update"):
            del self._active[at]
            return
        operation.calls.append(call)
        operation.multi |= bool(part)
        self._collect(operation, operation.data, call.args, given)
        self._collect(operation, operation.outputs, call.output, gives)
        if part == "Update":
            return
        if kind == "Verify":
            operation.signature = bytes_of(call.args.get("pSignature"))
            operation.accepted = call.rv == OK
        del self._active[at]
        if operation.whole:
            self.finished.append(operation)

    def _collect(
        self, operation: Operation, into: list[bytes], values: dict[str, Any], name: str | None
    ) -> None:
        if name is None:
            return
        found = bytes_of(values.get(name))
        if found is None:
            operation.whole = False
        else:
            into.append(found)


def _parameters(kind: str, part: str) -> tuple[str | None, str | None]:
    if part == "Update":
        return UPDATE[kind]
    return (None, FINAL[kind]) if part == "Final" else ONE_PART[kind]


def replays(sequences: list[SequenceResult]) -> Iterator[Replay]:
    """Yield a replay per sequence, since handles of one sequence are not valid in another."""
    for sequence in sequences:
        yield Replay(sequence)
