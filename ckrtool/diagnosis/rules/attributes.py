"""Attributes that are unknown, sensitive, read-only, missing or given twice, or that have an invalid value."""

from __future__ import annotations

from ckrtool.calls.constants import BOOLEANS, NUMBERS
from ckrtool.calls.model.objects import GENERATED, NEVER_KEPT
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.record import Attribute
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

READ_ONLY = frozenset(
    {"CKA_LOCAL", "CKA_ALWAYS_SENSITIVE", "CKA_NEVER_EXTRACTABLE", "CKA_KEY_GEN_MECHANISM", "CKA_UNIQUE_ID"}
)
"""Attributes that only the token sets."""
FIXED = READ_ONLY | {
    "CKA_CLASS", "CKA_KEY_TYPE", "CKA_TOKEN", "CKA_PRIVATE", "CKA_MODIFIABLE", "CKA_VALUE", "CKA_MODULUS", "CKA_MODULUS_BITS",
    "CKA_VALUE_LEN",
    "CKA_PUBLIC_EXPONENT", "CKA_PRIVATE_EXPONENT", "CKA_EC_PARAMS", "CKA_EC_POINT", "CKA_CERTIFICATE_TYPE", "CKA_ALWAYS_AUTHENTICATE",
    "CKA_COPYABLE",
    "CKA_DESTROYABLE", "CKA_PRIME", "CKA_SUBPRIME", "CKA_BASE", "CKA_ALLOWED_MECHANISMS", "CKA_WRAP_WITH_TRUSTED",
}  # fmt: skip
"""Attributes that cannot be changed after the object was created."""
VALUE_INVALID = 0x13
READS = frozenset({"C_GetAttributeValue"})
"""Functions whose template sets no attribute."""
TEMPLATES = ("pTemplate", "pPublicKeyTemplate", "pPrivateKeyTemplate")
SECRET = NEVER_KEPT | {"CKA_PRIME", "CKA_SEED"}


def _items(case: Case) -> list[Attribute]:
    return [item for name in TEMPLATES for item in case.call.template(name)]


def _without_value(case: Case) -> tuple[list[str], bool]:
    """Return the attributes without a value, and whether that is certain.

    These are the attributes that were returned with length -1; if the trace shows none, all that were asked for.
    """
    shown = case.call.outputs.get("pTemplate")
    if isinstance(shown, tuple):
        names = [item.name for item in shown if item.length == -1]
        if names:
            return names, True
    names = [item.name for item in case.call.template()]
    return names, len(names) == 1


def _unknown(case: Case) -> Iterator[Cause]:
    call = case.call
    if call.function == "C_GetAttributeValue":
        names, shown = _without_value(case)
        names = [name for name in names if name not in SECRET] or names
        if names:
            make = proven if shown else likely
            listed = ", ".join(names[:5])
            yield make(
                "attribute-unknown",
                here(call, f"{listed} has no value"),
                attribute=listed,
                function=call.function,
            )
        return
    items = _items(case)
    suspects = [item.name for item in items if item.name.startswith("CKA_0x")] or [
        item.name for item in items if item.name in READ_ONLY
    ]
    if suspects:
        yield likely(
            "attribute-unknown",
            here(call, f"the template has {suspects[0]}"),
            attribute=suspects[0],
            function=call.function,
        )
    elif len(items) == 1:
        yield proven(
            "attribute-unknown",
            here(call, f"the template has only {items[0].name}"),
            attribute=items[0].name,
            function=call.function,
        )


def _sensitive(case: Case) -> Iterator[Cause]:
    call = case.call
    if call.function != "C_GetAttributeValue":
        return
    names, shown = _without_value(case)
    names = [name for name in names if name in SECRET] or names
    if not names:
        return
    listed = ", ".join(names[:5])
    obj = case.process.object_of(call, "hObject")
    evidence = here(call, f"{listed} is not revealed")
    if obj is not None and obj.value("CKA_SENSITIVE") is True:
        evidence += at(obj.ref("CKA_SENSITIVE"), "CKA_SENSITIVE is true")
    result_shown = isinstance(call.outputs.get("pTemplate"), tuple)
    make = proven if shown and (result_shown or names[0] in SECRET) else likely
    yield make("attribute-sensitive", evidence, attribute=listed)


def _read_only(case: Case) -> Iterator[Cause]:
    call = case.call
    items = _items(case) if call.function not in READS else []
    obj = (
        case.process.object_of(call, "hObject")
        if call.function in ("C_SetAttributeValue", "C_CopyObject")
        else None
    )
    changing = call.function == "C_SetAttributeValue"
    if obj is not None and obj.value("CKA_MODIFIABLE") is False and changing:
        shown = at(obj.ref("CKA_MODIFIABLE"), "CKA_MODIFIABLE is false")
        text = "the object cannot be modified: its CKA_MODIFIABLE is false"
        yield proven("attribute-read-only", shown, text=text, attribute="all attributes of the object")
        return
    fixed = [item for item in items if item.name in (FIXED if changing else READ_ONLY)]
    one_way = [
        item
        for item in items
        if (item.name == "CKA_SENSITIVE" and item.value is False)
        or (item.name == "CKA_EXTRACTABLE" and item.value is True)
    ]
    for item in (*fixed, *(one_way if obj is not None else ())):
        yield proven("attribute-read-only", here(call, f"the template sets {item.name}"), attribute=item.name)
        return
    if len(items) == 1 and changing:
        yield proven(
            "attribute-read-only",
            here(call, f"the template sets only {items[0].name}"),
            attribute=items[0].name,
        )


def _missing(case: Case) -> Iterator[Cause]:
    call = case.call
    items = call.template()
    if (
        call.function == "C_CreateObject"
        and items
        and not required(case)
        and all(item.value is None for item in items)
    ):
        text = f"only {', '.join(item.name for item in items[:6])} are given"
        yield likely(
            "attribute-missing",
            here(call, text),
            attribute="an attribute that its class requires",
            function=call.function,
        )
    for missing in required(case):
        yield proven(
            "attribute-missing",
            here(call, f"the template lacks {missing}"),
            attribute=missing,
            function=call.function,
        )
        return


def required(case: Case) -> list[str]:
    """Return the attributes that the standard requires in the template of a call and that are missing there.

    The list is empty if the trace does not show the names of the template's attributes.
    """
    call = case.call
    items = call.template()
    values = {item.name: item.value for item in items}
    mechanism = call.mechanism()
    needed: tuple[str, ...] = ()
    if call.function == "C_CreateObject" and "pTemplate" in call.args:
        needed = ("CKA_CLASS",)
        kind = values.get("CKA_CLASS")
        if kind in ("CKO_SECRET_KEY", "CKO_PRIVATE_KEY", "CKO_PUBLIC_KEY"):
            needed = ("CKA_CLASS", "CKA_KEY_TYPE", *_material(str(kind), values.get("CKA_KEY_TYPE")))
        elif kind == "CKO_CERTIFICATE":
            needed = ("CKA_CLASS", "CKA_CERTIFICATE_TYPE", "CKA_SUBJECT", "CKA_VALUE")
    elif call.function == "C_GenerateKey" and mechanism is not None and "pTemplate" in call.args:
        needed = (
            ("CKA_VALUE_LEN",) if GENERATED.get(mechanism.name) in ("CKK_AES", "CKK_GENERIC_SECRET") else ()
        )
    elif call.function == "C_GenerateKeyPair" and mechanism is not None and "pPublicKeyTemplate" in call.args:
        values = {item.name: item.value for item in call.template("pPublicKeyTemplate")}
        kind = GENERATED.get(mechanism.name)
        needed = (
            ("CKA_MODULUS_BITS",) if kind == "CKK_RSA" else ("CKA_EC_PARAMS",) if kind == "CKK_EC" else ()
        )
    elif call.function in ("C_UnwrapKey", "C_DeriveKey") and "pTemplate" in call.args:
        needed = ("CKA_CLASS", "CKA_KEY_TYPE")
    return [name for name in needed if name not in values]


def _material(kind: str, key_type: object) -> tuple[str, ...]:
    """Return the attributes that contain the key material of a class and key type."""
    if kind == "CKO_SECRET_KEY":
        return ("CKA_VALUE",)
    if key_type == "CKK_RSA":
        return (
            ("CKA_MODULUS", "CKA_PUBLIC_EXPONENT")
            if kind == "CKO_PUBLIC_KEY"
            else ("CKA_MODULUS", "CKA_PRIVATE_EXPONENT")
        )
    if key_type in ("CKK_EC", "CKK_EC_EDWARDS", "CKK_EC_MONTGOMERY"):
        return (
            ("CKA_EC_PARAMS", "CKA_EC_POINT") if kind == "CKO_PUBLIC_KEY" else ("CKA_EC_PARAMS", "CKA_VALUE")
        )
    return ()


def _twice(case: Case) -> Iterator[Cause]:
    for name in TEMPLATES:
        seen: set[str] = set()
        for item in case.call.template(name):
            if item.name in seen:
                yield proven(
                    "attribute-twice", here(case.call, f"{name} has {item.name} twice"), attribute=item.name
                )
                return
            seen.add(item.name)


def _value(case: Case) -> Iterator[Cause]:
    call = case.call
    items = _items(case) if call.function not in READS else []
    for item in items:
        error = value_error(case, item)
        if error is not None:
            yield proven("attribute-value", here(call, error), attribute=item.name, wrong=error)
            return
    if len(items) == 1:
        text = f"the template has only {items[0].name}"
        yield proven("attribute-value", here(call, text), attribute=items[0].name, wrong=text)
    elif items and call.rv == VALUE_INVALID:
        text = f"one of {', '.join(item.name for item in items[:6])} was refused"
        yield likely("attribute-value", here(call, text), attribute="the wrong attribute", wrong=text)


CLASSES = {"C_GenerateKey": "CKO_SECRET_KEY"}
PAIR = {"pPublicKeyTemplate": "CKO_PUBLIC_KEY", "pPrivateKeyTemplate": "CKO_PRIVATE_KEY"}


def value_error(case: Case, item: Attribute) -> str | None:
    """Return the error in an attribute's value as a sentence; None if the trace shows no error."""
    call = case.call
    if item.name in BOOLEANS and item.length not in (None, 1):
        return f"{item.name} is a CK_BBOOL of 1 byte, but {item.length} bytes were given"
    if item.name in NUMBERS and item.length not in (None, 4, 8):
        return f"{item.name} is a CK_ULONG, but {item.length} bytes were given"
    mechanism = call.mechanism()
    kind = GENERATED.get(mechanism.name) if mechanism else None
    if (
        item.name == "CKA_KEY_TYPE"
        and kind
        and isinstance(item.value, str)
        and item.value != kind
        and mechanism
    ):
        return f"CKA_KEY_TYPE is {item.value}, but {mechanism.name} creates a {kind} key"
    if item.name == "CKA_CLASS" and isinstance(item.value, str):
        expected = CLASSES.get(call.function)
        if call.function == "C_GenerateKeyPair":
            expected = next((right for name, right in PAIR.items() if item in call.template(name)), None)
        if (
            expected is not None
            and item.value != expected
            and not (expected == "CKO_SECRET_KEY" and item.value == "CKO_DOMAIN_PARAMETERS")
        ):
            return f"CKA_CLASS is {item.value}, but {call.function} creates a {expected}"
    if (
        item.name == "CKA_VALUE_LEN"
        and kind == "CKK_AES"
        and isinstance(item.value, int)
        and item.value not in (16, 24, 32)
    ):
        return f"CKA_VALUE_LEN is {item.value}, but an AES key has 16, 24 or 32 bytes"
    if item.name == "CKA_VALUE" and item.length is not None and call.function == "C_CreateObject":
        types = {other.value for other in call.template() if other.name == "CKA_KEY_TYPE"}
        if "CKK_AES" in types and item.length not in (16, 24, 32):
            return f"CKA_VALUE has {item.length} bytes, but an AES key has 16, 24 or 32"
    return None


RULES = (
    Rule(("CKR_ATTRIBUTE_TYPE_INVALID",), _unknown),
    Rule(("CKR_ATTRIBUTE_SENSITIVE",), _sensitive),
    Rule(
        ("CKR_ATTRIBUTE_READ_ONLY", "CKR_ACTION_PROHIBITED"), _read_only, near=("CKR_TEMPLATE_INCONSISTENT",)
    ),
    Rule(("CKR_TEMPLATE_INCOMPLETE",), _missing, vague=True),
    Rule(("CKR_TEMPLATE_INCONSISTENT",), _twice, vague=True),
    Rule(("CKR_ATTRIBUTE_VALUE_INVALID", "CKR_TEMPLATE_INCONSISTENT"), _value),
)
