"""Objects of the model: the calls that return their handles, their known attributes, and their end."""

from __future__ import annotations

from ckrtool.calls.model.sessions import session_for
from ckrtool.calls.model.state import MOST_FACTS, End, KnownObject, Process, Ref, Search
from ckrtool.calls.shows import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.record import Attribute, Call, Value

GENERATED = {
    "CKM_AES_KEY_GEN": "CKK_AES", "CKM_DES_KEY_GEN": "CKK_DES", "CKM_DES2_KEY_GEN": "CKK_DES2", "CKM_DES3_KEY_GEN": "CKK_DES3",
    "CKM_GENERIC_SECRET_KEY_GEN": "CKK_GENERIC_SECRET", "CKM_RSA_PKCS_KEY_PAIR_GEN": "CKK_RSA", "CKM_RSA_X9_31_KEY_PAIR_GEN": "CKK_RSA",
    "CKM_EC_KEY_PAIR_GEN": "CKK_EC", "CKM_EC_EDWARDS_KEY_PAIR_GEN": "CKK_EC_EDWARDS", "CKM_EC_MONTGOMERY_KEY_PAIR_GEN": "CKK_EC_MONTGOMERY",
    "CKM_DSA_KEY_PAIR_GEN": "CKK_DSA", "CKM_DH_PKCS_KEY_PAIR_GEN": "CKK_DH", "CKM_CHACHA20_KEY_GEN": "CKK_CHACHA20",
    "CKM_ML_DSA_KEY_PAIR_GEN": "CKK_ML_DSA", "CKM_ML_KEM_KEY_PAIR_GEN": "CKK_ML_KEM", "CKM_SLH_DSA_KEY_PAIR_GEN": "CKK_SLH_DSA",
}  # fmt: skip
"""The key type that a key generation mechanism creates."""
NEVER_KEPT = frozenset(
    {
        "CKA_VALUE",
        "CKA_PRIVATE_EXPONENT",
        "CKA_PRIME_1",
        "CKA_PRIME_2",
        "CKA_EXPONENT_1",
        "CKA_EXPONENT_2",
        "CKA_COEFFICIENT",
    }
)
"""Attributes whose values are key material, of which only the length is kept."""

MADE_AT = {
    "C_CreateObject": "phObject",
    "C_CopyObject": "phNewObject",
    "C_GenerateKey": "phKey",
    "C_UnwrapKey": "phKey",
    "C_DeriveKey": "phKey",
}
"""Functions that create one object, with the output that receives its handle."""


def _learn(obj: KnownObject, items: tuple[Attribute, ...], ref: Ref) -> None:
    for item in items[:MOST_FACTS]:
        if item.length == -1:
            obj.attributes.pop(item.name, None)
        elif item.name in NEVER_KEPT:
            if item.length and not item.null:
                obj.attributes[f"{item.name} length"] = (item.length, ref)
        elif item.value is not None:
            obj.attributes[item.name] = (item.value, ref)
            if item.name == "CKA_MODULUS" and isinstance(item.value, bytes):
                obj.attributes["CKA_MODULUS_BITS"] = (8 * len(item.value.lstrip(b"\0")), ref)
        elif item.name == "CKA_MODULUS" and item.length:
            obj.attributes.setdefault("CKA_MODULUS_BITS", (8 * item.length, ref))


def _new(
    process: Process, call: Call, handle: Value, template: str | None, defaults: dict[str, Value]
) -> KnownObject | None:
    """Add an object created by a call and return it; None if the trace does not show its handle."""
    if not isinstance(handle, int):
        process.blind.add("objects")
        return None
    session = session_for(process, call)
    slot = session.slot if session else None
    obj = KnownObject(handle, slot, call)
    obj.made = Ref(call)
    obj.owner = call.number_of("hSession")
    if obj.owner is not None:
        process.owned.setdefault(obj.owner, []).append(obj)
    for name, value in defaults.items():
        if value is not None:
            obj.attributes[name] = (value, obj.made)
    if template is not None and template in call.args:
        items = call.template(template)
        obj.named = frozenset(item.name for item in items)
        _learn(obj, items, obj.made)
        if "CKA_TOKEN" not in obj.named and call.function != "C_CopyObject":  # the standard's default
            obj.attributes["CKA_TOKEN"] = (False, obj.made)
    process.objects[(slot, handle)] = obj
    return obj


def _created(process: Process, call: Call) -> None:
    """Add the object that a call has created, copied, generated, unwrapped or derived."""
    session_for(process, call)
    if call.rv != 0:
        return
    defaults: dict[str, Value] = {}
    if call.function == "C_GenerateKey":
        defaults = {"CKA_CLASS": "CKO_SECRET_KEY", "CKA_KEY_TYPE": _key_type(call)}
    obj = _new(process, call, call.outputs.get(MADE_AT[call.function]), "pTemplate", defaults)
    original = process.object_of(call, "hObject") if call.function == "C_CopyObject" else None
    if obj is not None and original is not None:
        obj.attributes = {**original.attributes, **obj.attributes}
        if "CKA_TOKEN" not in (obj.named or ()):
            obj.attributes.pop("CKA_TOKEN", None)


def _pair(process: Process, call: Call) -> None:
    """Add both keys of a generated pair."""
    session_for(process, call)
    if call.rv != 0:
        return
    sizes = [item.value for item in call.template("pPublicKeyTemplate") if item.name == "CKA_MODULUS_BITS"]
    for template, pointer, name in (
        ("pPublicKeyTemplate", "phPublicKey", "CKO_PUBLIC_KEY"),
        ("pPrivateKeyTemplate", "phPrivateKey", "CKO_PRIVATE_KEY"),
    ):
        defaults = {"CKA_CLASS": name, "CKA_KEY_TYPE": _key_type(call)}
        obj = _new(process, call, call.outputs.get(pointer), template, defaults)
        if obj is not None and sizes and isinstance(sizes[0], int):
            obj.attributes["CKA_MODULUS_BITS"] = (sizes[0], Ref(call))


def _key_type(call: Call) -> str | None:
    mechanism = call.mechanism()
    return GENERATED.get(mechanism.name) if mechanism else None


def _destroy(process: Process, call: Call) -> None:
    session = session_for(process, call)
    handle = call.number_of("hObject")
    if call.rv != 0 or handle is None:
        return
    obj = process.object_of(call, "hObject")
    if obj is None:
        slot = session.slot if session else None
        obj = process.objects[(slot, handle)] = KnownObject(handle, slot, call)
    obj.end = End("destroyed", call)


def _attributes(process: Process, call: Call) -> None:
    session = session_for(process, call)
    handle = call.number_of("hObject")
    if handle is None or call.rv not in (0, 0x11, 0x12, 0x150):
        return
    obj = process.object_of(call, "hObject")
    if obj is None and call.rv == 0:
        slot = session.slot if session else None
        obj = process.objects[(slot, handle)] = KnownObject(handle, slot, call)
    if obj is None:
        return
    if call.rv == 0 and obj.end is not None:
        obj.end = None  # the success shows that the object still exists
    shown = call.args if call.function == "C_SetAttributeValue" else call.outputs
    items = shown.get("pTemplate")
    if isinstance(items, tuple) and (call.rv == 0 or call.function == "C_GetAttributeValue"):
        # A size query shows lengths only; its values are uninitialised memory.
        _learn(obj, tuple(item for item in items if not item.null), Ref(call))


def _find_init(process: Process, call: Call) -> None:
    session = session_for(process, call)
    if call.rv == 0 and session is not None:
        session.search = process.last_search = Search(call)


def _find(process: Process, call: Call) -> None:
    session = session_for(process, call)
    if call.rv != 0:
        return
    shown = call.outputs.get("phObject")
    found: tuple[int, ...] = shown if isinstance(shown, tuple) else ()
    count = call.outputs.get("pulObjectCount")
    if not isinstance(count, int):
        count = len(found) if isinstance(shown, tuple) else None
    if partial(call.dialect) or (not isinstance(shown, tuple) and count != 0):
        process.blind.add("objects")
    search = session.search if session else None
    if search is None and session is not None:
        search = session.search = process.last_search = Search(call, begun=False)
    if search is not None:
        search.last = Ref(call)
        search.found += (
            1 if count is None else count
        )  # count not shown: assume that an object may have been found
    slot = session.slot if session else None
    for handle in found:
        _found(process, call, slot, handle, search)


def _found(process: Process, call: Call, slot: int | None, handle: int, search: Search | None) -> None:
    """Add an object that a search has found; it has the attributes of the search template."""
    obj = process.objects.get((slot, handle))
    if obj is None or obj.end is not None:
        obj = process.objects[(slot, handle)] = KnownObject(handle, slot, call)
    obj.given = Ref(call)
    for name, value in search.template if search is not None else ():
        if value is not None and name not in NEVER_KEPT and search is not None:
            obj.attributes.setdefault(name, (value, search.started))


def _find_final(process: Process, call: Call) -> None:
    session = session_for(process, call)
    if session is not None and session.search is not None and call.rv == 0:
        session.search.ended = True


def apply_search(process: Process, call: Call) -> None:
    """Apply a search function to the objects; `operations` applies its effect on the session's operations."""
    {"C_FindObjectsInit": _find_init, "C_FindObjects": _find, "C_FindObjectsFinal": _find_final}[
        call.function
    ](process, call)


HANDLERS: dict[str, Callable[[Process, Call], None]] = {
    **dict.fromkeys(MADE_AT, _created),
    "C_GenerateKeyPair": _pair,
    "C_DestroyObject": _destroy,
    "C_GetAttributeValue": _attributes,
    "C_SetAttributeValue": _attributes,
}
