"""Mechanisms that the slot does not list, that do not serve the function, or that have a wrong parameter."""

from __future__ import annotations

from ckrtool.calls.constants import named
from ckrtool.calls.model.tokens import MECHANISM_FLAGS, flags_of
from ckrtool.calls.record import Buffer
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule
from ckrtool.diagnosis.rules.fitting import FLAGS, IVS, PSS, STRUCTURES, WITHOUT, serves

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.record import Mechanism
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

HASHES = {
    "CKM_SHA1_": "CKM_SHA_1", "CKM_SHA224_": "CKM_SHA224", "CKM_SHA256_": "CKM_SHA256", "CKM_SHA384_": "CKM_SHA384",
    "CKM_SHA512_": "CKM_SHA512",
}  # fmt: skip


def _invalid(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    given = call.mechanism()
    name = given.name if given else call.args.get("type")
    slot = process.slot_of(call)
    if not isinstance(name, str):
        return
    if slot is not None and slot.mechanisms is not None and name not in slot.mechanisms:
        evidence = at(slot.mechanisms_ref, f"the list of slot {slot.shown} has no {name}")
        yield proven("mechanism-not-listed", evidence, mechanism=name, slot=slot.shown)
        return
    needed = FLAGS.get(call.function)
    if needed is None:
        return
    info = slot.mechanism_infos.get(name) if slot else None
    flags = flags_of(info[0], MECHANISM_FLAGS) if info else None
    values = {"mechanism": name, "function": call.function, "flag": needed}
    if info is not None and flags is not None and needed not in flags:
        yield proven("mechanism-not-for-this", at(info[1], f"the flags of {name} lack {needed}"), **values)
    elif serves(name, call.function) is False:
        yield likely("mechanism-not-for-this", here(call, f"{name} is not for {call.function}"), **values)


def _parameter(case: Case) -> Iterator[Cause]:
    given = case.call.mechanism()
    if given is None:
        return
    error = parameter_error(given)
    if error is not None:
        yield proven("mechanism-parameter", here(case.call, error), mechanism=given.name, wrong=error)


def _parameter_not_shown(case: Case) -> Iterator[Cause]:
    """Yield a likely cause where the trace shows no error in the parameter."""
    given = case.call.mechanism()
    if given is None or (given.name in WITHOUT and _empty(given)):
        return
    if parameter_error(given) is None:
        text = f"the parameter of {given.name}"
        yield likely(
            "mechanism-parameter", here(case.call, text), mechanism=given.name, wrong=f"{text} was refused"
        )


def _empty(mechanism: Mechanism) -> bool:
    parameter = mechanism.parameter
    return isinstance(parameter, Buffer) and not parameter.length


def parameter_error(mechanism: Mechanism) -> str | None:
    """Return the error in a mechanism's parameter as a sentence; None if the trace shows no error."""
    name, parameter = mechanism.name, mechanism.parameter
    if isinstance(parameter, dict):
        return _members(name, parameter)
    if not isinstance(parameter, Buffer):
        return None
    length = 0 if parameter.null and parameter.length is None else parameter.length
    if length is None:
        return None
    if name in IVS and length != IVS[name]:
        return f"the parameter of {name} has {length} bytes, but it must be an IV of {IVS[name]} bytes"
    structure = STRUCTURES.get(name) or (PSS if name.endswith("_PSS") else None)
    if structure is not None and length < min(structure[1]):
        return f"the parameter of {name} has {length} bytes, but it must be a {structure[0]}"
    if name in WITHOUT and length:
        return f"{name} takes no parameter, but {length} bytes were given"
    return _members(name, _read(name, parameter.data)) if parameter.data else None


def _read(name: str, data: bytes) -> dict[str, object]:
    """Return `hashAlg` and `mgf` of an RSA parameter structure that is shown as bytes; {} for other structures."""
    members = 3 if name.endswith("_PSS") else 5 if name == "CKM_RSA_PKCS_OAEP" else 0
    if not members or len(data) not in (4 * members, 8 * members):
        return {}
    size = len(data) // members
    hashed, mask = (int.from_bytes(data[start : start + size], "little") for start in (0, size))
    found: dict[str, object] = {"hashAlg": named("CKM_", hashed), "mgf": named("CKG_", mask)}
    return found if not any("_0x" in str(value) for value in found.values()) else {}


def _members(name: str, parameter: dict[str, object]) -> str | None:
    if not parameter:
        return None
    hashed = next(
        (value for prefix, value in HASHES.items() if name.startswith(prefix) and name.endswith("_PSS")), None
    )
    if hashed and isinstance(parameter.get("hashAlg"), str) and parameter["hashAlg"] != hashed:
        return f"hashAlg is {parameter['hashAlg']}, but {name} needs {hashed}"
    hash_alg, mgf = parameter.get("hashAlg"), parameter.get("mgf")
    if isinstance(hash_alg, str) and isinstance(mgf, str) and mgf.startswith("CKG_MGF1_"):
        expected = "CKG_MGF1_" + hash_alg.removeprefix("CKM_").replace("SHA_1", "SHA1")
        if mgf != expected:
            return f"mgf is {mgf}, but hashAlg is {hash_alg}"
    iv = parameter.get("pIv")
    if name == "CKM_AES_GCM" and isinstance(iv, Buffer) and iv.length == 0:
        return "the IV of CKM_AES_GCM is empty"
    tag = parameter.get("ulTagBits")
    if name == "CKM_AES_GCM" and isinstance(tag, int) and (tag > 128 or tag % 8):
        return f"ulTagBits is {tag}, but it must be at most 128 and a multiple of 8"
    return None


RULES = (
    Rule(("CKR_MECHANISM_INVALID",), _invalid, vague=True),
    Rule(("CKR_MECHANISM_PARAM_INVALID",), _parameter, near=("CKR_MECHANISM_INVALID",), vague=True),
    Rule(("CKR_MECHANISM_PARAM_INVALID",), _parameter_not_shown),
)
