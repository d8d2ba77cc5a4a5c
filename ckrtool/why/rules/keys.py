"""Keys that do not fit: class, type, allowed use, extractable, size."""

from __future__ import annotations

from ckrtool.calls.model.objects import GENERATED
from ckrtool.why.cause import at, here, likely, proven
from ckrtool.why.rule import Rule
from ckrtool.why.rules.fitting import SYMMETRIC, USES, classes, key_types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import Thing
    from ckrtool.why.cause import Cause
    from ckrtool.why.rule import Case

KEY_CLASSES = frozenset({"CKO_PUBLIC_KEY", "CKO_PRIVATE_KEY", "CKO_SECRET_KEY"})
IN_BYTES = frozenset({"CKK_AES", "CKK_DES", "CKK_DES3", "CKK_GENERIC_SECRET", "CKK_CAMELLIA", "CKK_ARIA"})


def _keys(case: Case) -> Iterator[tuple[str, Thing]]:
    """Give each argument that names a key of known object, with the object."""
    for function, name in USES:
        if function == case.call.function:
            thing = case.process.thing_of(case.call, name)
            if thing is not None and thing.end is None:
                yield name, thing


def _class(case: Case) -> Iterator[Cause]:
    mechanism = case.call.mechanism()
    for name, thing in _keys(case):
        found = thing.value("CKA_CLASS")
        fitting = classes(
            case.call.function, mechanism.name if mechanism else None, USES[case.call.function, name][1]
        )
        if isinstance(found, str) and fitting and found not in fitting:
            yield proven(
                "key-wrong-class",
                at(thing.ref("CKA_CLASS"), f"object 0x{thing.handle:x} is a {found}"),
                handle=f"0x{thing.handle:x}",
                found=found,
                function=case.call.function,
                needed=" or ".join(fitting),
            )


def _type(case: Case) -> Iterator[Cause]:
    mechanism = case.call.mechanism()
    if mechanism is None:
        return
    fitting = key_types(mechanism.name)
    for name, thing in _keys(case):
        found = thing.value("CKA_KEY_TYPE")
        wrong = isinstance(found, str) and fitting and found not in fitting
        if "HMAC" in mechanism.name and not fitting:
            wrong = isinstance(found, str) and (found in SYMMETRIC or found in ("CKK_RSA", "CKK_EC"))
        if (wrong and case.call.function != "C_WrapKey") or (wrong and name == "hWrappingKey"):
            yield proven(
                "key-wrong-type",
                at(thing.ref("CKA_KEY_TYPE"), f"object 0x{thing.handle:x} is a {found} key"),
                handle=f"0x{thing.handle:x}",
                found=found,
                mechanism=mechanism.name,
                needed=" or ".join(fitting) or "CKK_GENERIC_SECRET",
            )


def _use(case: Case) -> Iterator[Cause]:
    for name, thing in _keys(case):
        attribute = USES[case.call.function, name][0]
        values = {"handle": f"0x{thing.handle:x}", "attribute": attribute, "function": case.call.function}
        if thing.value(attribute) is False:
            yield proven("key-use-not-allowed", at(thing.ref(attribute), f"{attribute} is false"), **values)
        elif thing.value(attribute) is None and thing.named is not None and attribute not in thing.named:
            yield likely("key-use-not-allowed", at(thing.made, f"made without {attribute}"), **values)


def _extractable(case: Case) -> Iterator[Cause]:
    if case.call.function != "C_WrapKey":
        return
    thing = case.process.thing_of(case.call, "hKey")
    if thing is None or thing.end is not None:
        return
    handle = f"0x{thing.handle:x}"
    if thing.value("CKA_EXTRACTABLE") is False:
        yield proven(
            "key-not-extractable", at(thing.ref("CKA_EXTRACTABLE"), "CKA_EXTRACTABLE is false"), handle=handle
        )
    elif thing.value("CKA_EXTRACTABLE") is None:
        if thing.named is not None and "CKA_EXTRACTABLE" not in thing.named:
            yield likely("key-not-extractable", at(thing.made, "made without CKA_EXTRACTABLE"), handle=handle)
        else:
            yield likely("key-not-extractable", at(thing.given, f"gave key {handle}"), handle=handle)


def _size(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    mechanism = call.mechanism()
    slot = process.slot_of(call)
    if mechanism is None:
        return
    info = slot.mechanism_infos.get(mechanism.name) if slot else None
    if call.function in ("C_GenerateKey", "C_GenerateKeyPair"):
        items = (*call.template("pPublicKeyTemplate"), *call.template())
        sizes = {
            item.name: item.value
            for item in items
            if isinstance(item.value, int) and not isinstance(item.value, bool)
        }
        size = sizes.get("CKA_MODULUS_BITS") or sizes.get("CKA_VALUE_LEN")
        evidence = here(
            call, f"asks for a key of {size} {'bits' if 'CKA_MODULUS_BITS' in sizes else 'bytes'}"
        )
        kind = GENERATED.get(mechanism.name)
    else:
        pair = next(_keys(case), None)
        if pair is None:
            return
        thing = pair[1]
        kind = thing.value("CKA_KEY_TYPE")
        name = next(
            (
                n
                for n in ("CKA_MODULUS_BITS", "CKA_VALUE_LEN", "CKA_VALUE length")
                if isinstance(thing.value(n), int)
            ),
            None,
        )
        if name is None:
            return
        size = thing.value(name)
        evidence = at(
            thing.ref(name),
            f"key 0x{thing.handle:x} has {size} {'bits' if name == 'CKA_MODULUS_BITS' else 'bytes'}",
        )
    if size is None:
        return
    if info is not None:
        least, most = info[0].get("ulMinKeySize"), info[0].get("ulMaxKeySize")
        if isinstance(least, int) and isinstance(most, int) and (size < least or (most and size > most)):
            evidence += at(info[1], f"{mechanism.name} takes {least} to {most}")
            yield likely("key-size-out-of-range", evidence, size=size, mechanism=mechanism.name)
            return
    if (kind == "CKK_AES" and size not in (16, 24, 32)) or (kind == "CKK_RSA" and not 512 <= size <= 16384):
        yield likely("key-size-out-of-range", evidence, size=size, mechanism=mechanism.name)


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
    Rule((*TYPES, "CKR_KEY_FUNCTION_NOT_PERMITTED", "CKR_MECHANISM_INVALID"), _type, vague=True),
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
        vague=True,
    ),
)
