"""Keys of a wrong class, type or size, and keys that must not be used or extracted."""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple
from ckrtool._tables.codes import NAMES
from ckrtool.calls.model.functions import BEGIN, USED
from ckrtool.calls.model.objects import GENERATED
from ckrtool.calls.model.state import KnownObject  # noqa: TC001  a NamedTuple's fields are read at run time
from ckrtool.diagnosis.cause import Evidence, at, here, likely, proven
from ckrtool.diagnosis.rule import Rule
from ckrtool.diagnosis.rules.fitting import SYMMETRIC, USES, classes, key_types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.record import Mechanism, Value
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

NOT_PERMITTED = NAMES["CKR_KEY_FUNCTION_NOT_PERMITTED"]
GENERATES = frozenset({"C_GenerateKey", "C_GenerateKeyPair"})


class _Use(NamedTuple):
    """A known key that a call uses: the function and argument that named it, its mechanism, and the start of the operation."""

    function: str
    argument: str
    obj: KnownObject
    mechanism: str | None
    begun: tuple[Evidence, ...]


def _keys(case: Case) -> Iterator[_Use]:
    """Yield each key that the call names, and the key of the operation that the call continues."""
    call = case.call
    given = call.mechanism()
    for function, name in USES:
        if function == call.function:
            obj = case.process.object_of(call, name)
            if obj is not None and obj.end is None:
                yield _Use(function, name, obj, given.name if given else None, ())
    session = case.process.session_of(call)
    for kind in USED.get(call.function, ()):
        operation = session.operations.get(kind) if session else None
        if operation is None or session is None or kind == "search":
            continue
        obj = case.process.object_at(operation.key, session.slot)
        if obj is not None and obj.end is None:
            begun = at(operation.started, f"started it with {operation.mechanism}")
            yield _Use(BEGIN[kind], "hKey", obj, operation.mechanism, begun)


def _shown(obj: KnownObject, name: str, text: str) -> tuple[Evidence, ...]:
    """Return the call that shows an attribute, and the later search that found the object, as evidence."""
    ref = obj.ref(name)
    later = ref is not None and obj.given.line > ref.line and obj.given.function == "C_FindObjects"
    found = at(obj.given, f"found object 0x{obj.handle:x}") if later else ()
    return at(ref, text) + found


def _class(case: Case) -> Iterator[Cause]:
    for use in _keys(case):
        obj = use.obj
        found = obj.value("CKA_CLASS")
        row = USES.get((use.function, use.argument))
        fitting = classes(use.function, use.mechanism, row[1]) if row else ()
        if isinstance(found, str) and fitting and found not in fitting:
            yield proven(
                "key-wrong-class",
                _shown(obj, "CKA_CLASS", f"object 0x{obj.handle:x} is a {found}") + use.begun,
                handle=f"0x{obj.handle:x}",
                found=found,
                function=use.function,
                needed=" or ".join(fitting),
            )


def _type(case: Case) -> Iterator[Cause]:
    for use in _keys(case):
        obj, mechanism = use.obj, use.mechanism or ""
        found = obj.value("CKA_KEY_TYPE")
        fitting = key_types(mechanism)
        wrong = isinstance(found, str) and fitting and found not in fitting
        if "HMAC" in mechanism and not fitting:
            wrong = isinstance(found, str) and (found in SYMMETRIC or found in ("CKK_RSA", "CKK_EC"))
        if wrong and (case.call.function != "C_WrapKey" or use.argument == "hWrappingKey"):
            yield proven(
                "key-wrong-type",
                _shown(obj, "CKA_KEY_TYPE", f"object 0x{obj.handle:x} is a {found} key") + use.begun,
                handle=f"0x{obj.handle:x}",
                found=found,
                mechanism=mechanism,
                needed=" or ".join(fitting) or "CKK_GENERIC_SECRET",
            )


def _type_unknown(case: Case) -> Iterator[Cause]:
    """Yield a likely cause where the trace does not show the key's type."""
    call = case.call
    mechanism = call.mechanism()
    names = [name for function, name in USES if function == call.function]
    fitting = key_types(mechanism.name) if mechanism else ()
    number = call.number_of(names[0]) if names else None
    obj = case.process.object_of(call, names[0]) if names else None
    if mechanism is None or not fitting or not number or (obj and obj.value("CKA_KEY_TYPE")):
        return
    needed = " or ".join(fitting)
    evidence = here(call, f"{mechanism.name} needs a key of type {needed}")
    if obj is not None:
        evidence += at(obj.given, f"returned key 0x{number:x}, its type is not shown")
    yield likely(
        "key-wrong-type",
        evidence,
        handle=f"0x{number:x}",
        found="another",
        mechanism=mechanism.name,
        needed=needed,
        text=f"{mechanism.name} needs a key of type {needed}, key 0x{number:x} seems to have another type",
    )


def _use(case: Case) -> Iterator[Cause]:
    for use in _keys(case):
        obj = use.obj
        row = USES.get((use.function, use.argument))
        if row is None:
            continue
        attribute = row[0]
        values = {"handle": f"0x{obj.handle:x}", "attribute": attribute, "function": use.function}
        if obj.value(attribute) is False:
            shown = _shown(obj, attribute, f"{attribute} is false")
            yield proven("key-use-not-allowed", shown + use.begun, **values)
        elif obj.value(attribute) is None and obj.named is not None and case.call.rv == NOT_PERMITTED:
            text = (
                f"created with a {attribute} that is not shown"
                if attribute in obj.named
                else f"created without {attribute}"
            )
            yield likely("key-use-not-allowed", at(obj.made, text), **values)


def _extractable(case: Case) -> Iterator[Cause]:
    if case.call.function != "C_WrapKey":
        return
    obj = case.process.object_of(case.call, "hKey")
    if obj is None or obj.end is not None:
        number = case.call.number_of("hKey")
        shown = "the key" if number is None else f"0x{number:x}"
        text = "the key to be wrapped does not have CKA_EXTRACTABLE true" if number is None else None
        evidence = here(case.call, f"{shown} must not leave the token")
        yield likely("key-not-extractable", evidence, handle=shown, text=text)
        return
    handle = f"0x{obj.handle:x}"
    if obj.value("CKA_EXTRACTABLE") is False:
        yield proven(
            "key-not-extractable", at(obj.ref("CKA_EXTRACTABLE"), "CKA_EXTRACTABLE is false"), handle=handle
        )
    elif obj.value("CKA_EXTRACTABLE") is None:
        if obj.named is not None and "CKA_EXTRACTABLE" not in obj.named:
            yield likely(
                "key-not-extractable", at(obj.made, "created without CKA_EXTRACTABLE"), handle=handle
            )
        else:
            yield likely("key-not-extractable", at(obj.given, f"returned key {handle}"), handle=handle)


def _size(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    mechanism = call.mechanism()
    slot = process.slot_of(call)
    if mechanism is None:
        return
    info = slot.mechanism_infos.get(mechanism.name) if slot else None
    shown = _requested_size(case, mechanism) if call.function in GENERATES else _key_size(case)
    if shown is None:
        return
    size, key_type, evidence = shown
    limits = _limits(info[0]) if info is not None else None
    if info is not None and limits is not None and (size is None or not limits[0] <= size <= limits[1]):
        evidence += at(info[1], f"{mechanism.name} supports {limits[0]} to {limits[1]}")
        yield likely(
            "key-size-out-of-range", evidence, size=size or "of the template", mechanism=mechanism.name
        )
    elif size is not None and not _size_exists(key_type, size):
        yield likely("key-size-out-of-range", evidence, size=size, mechanism=mechanism.name)


def _requested_size(
    case: Case, mechanism: Mechanism
) -> tuple[int | None, object, tuple[Evidence, ...]] | None:
    """Return the size requested from a key generation (None if its value is not shown), the key type, and the evidence.

    The size is in bits for CKA_MODULUS_BITS and in bytes for CKA_VALUE_LEN. The result is None if neither is given.
    """
    items = (*case.call.template("pPublicKeyTemplate"), *case.call.template())
    for name, unit in (("CKA_MODULUS_BITS", "bits"), ("CKA_VALUE_LEN", "bytes")):
        for item in items:
            if item.name != name:
                continue
            size = item.value if isinstance(item.value, int) else None
            text = (
                f"asks for a key of {size} {unit}"
                if size is not None
                else f"asks for a {name} that is not shown"
            )
            return size, GENERATED.get(mechanism.name), here(case.call, text)
    return None


def _key_size(case: Case) -> tuple[int | None, object, tuple[Evidence, ...]] | None:
    """Return the size of the call's key (RSA: bits, others: bytes), its type, and the evidence; None if not shown."""
    use = next(_keys(case), None)
    if use is None:
        return None
    obj = use.obj
    for name, unit in (
        ("CKA_MODULUS_BITS", "bits"),
        ("CKA_VALUE_LEN", "bytes"),
        ("CKA_VALUE length", "bytes"),
    ):
        size = obj.value(name)
        if isinstance(size, int):
            return (
                size,
                obj.value("CKA_KEY_TYPE"),
                at(obj.ref(name), f"key 0x{obj.handle:x} has {size} {unit}"),
            )
    return None


def _limits(info: dict[str, Value]) -> tuple[int, int] | None:
    """Return the least and the greatest key size of a mechanism; None if they are not shown or the maximum is 0."""
    least, most = info.get("ulMinKeySize"), info.get("ulMaxKeySize")
    return (least, most) if isinstance(least, int) and isinstance(most, int) and most else None


def _size_exists(key_type: object, size: int) -> bool:
    """Return whether keys of a type can have this size (RSA: 512 to 16384 bits, AES: 16, 24 or 32 bytes)."""
    if key_type == "CKK_AES":
        return size in (16, 24, 32)
    return key_type != "CKK_RSA" or 512 <= size <= 16384


TYPES = (
    "CKR_KEY_TYPE_INCONSISTENT",
    "CKR_WRAPPING_KEY_TYPE_INCONSISTENT",
    "CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT",
)
RULES = (
    Rule(
        (
            *TYPES,
            "CKR_KEY_FUNCTION_NOT_PERMITTED",
            "CKR_KEY_HANDLE_INVALID",
            "CKR_WRAPPING_KEY_HANDLE_INVALID",
        ),
        _class,
        vague=True,
    ),
    Rule((*TYPES, "CKR_KEY_FUNCTION_NOT_PERMITTED"), _type, near=("CKR_MECHANISM_INVALID",), vague=True),
    Rule(TYPES, _type_unknown),
    Rule((*TYPES, "CKR_KEY_FUNCTION_NOT_PERMITTED"), _use, vague=True),
    Rule(("CKR_KEY_UNEXTRACTABLE", "CKR_KEY_NOT_WRAPPABLE"), _extractable),
    Rule(
        (
            "CKR_KEY_SIZE_RANGE",
            "CKR_WRAPPING_KEY_SIZE_RANGE",
            "CKR_UNWRAPPING_KEY_SIZE_RANGE",
            "CKR_ATTRIBUTE_VALUE_INVALID",
            "CKR_TEMPLATE_INCONSISTENT",
        ),
        _size,
        weak=True,
    ),
)
