"""Data whose length does not fit the mechanism, and altered signatures, ciphertexts and wrapped keys."""

from __future__ import annotations

from ckrtool.calls.model.functions import USED
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule
from ckrtool.diagnosis.rules.fitting import BLOCKS, PADDED, any_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import KnownObject, Operation, Ref
    from ckrtool.calls.record import Buffer
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

SMALLEST_MODULUS = 117
"""Longest data in bytes that CKM_RSA_PKCS takes with a modulus of 1024 bits."""
MOST_ALTERED = 8
"""A signature that differs from one made in this trace in at most this many bytes is taken for that one, altered."""


def _operation(case: Case) -> tuple[Operation | None, KnownObject | None]:
    """Return the operation that the call belongs to, and its key."""
    session = case.process.session_of(case.call)
    for kind in USED.get(case.call.function, ()):
        operation = session.operations.get(kind) if session else None
        if operation is not None and session is not None:
            return operation, case.process.object_at(operation.key, session.slot)
    return None, None


def _modulus(key: KnownObject | None) -> tuple[int | None, Ref | None]:
    """Return the length of an RSA key's modulus in bytes and the call that shows it; (None, None) if unknown."""
    bits = key.value("CKA_MODULUS_BITS") if key else None
    return ((bits + 7) // 8, key.ref("CKA_MODULUS_BITS")) if isinstance(bits, int) and key else (None, None)


def _input(case: Case) -> tuple[str, Buffer] | None:
    """Return name and buffer of the input of a cryptographic call; None if its length is unknown."""
    names = ("pEncryptedData", "pEncryptedPart") if "Decrypt" in case.call.function else ("pData", "pPart")
    for name in names:
        buffer = case.call.buffer(name)
        if buffer is not None and buffer.length is not None:
            return name, buffer
    return None


def _length(case: Case) -> Iterator[Cause]:
    call = case.call
    operation, key = _operation(case)
    if operation is None or operation.mechanism is None:
        return
    mechanism = operation.mechanism
    given = _input(case)
    length = given[1].length if given else operation.fed if call.function.endswith("Final") else None
    if length is None:
        return
    name = given[0] if given else "the data"
    started = at(operation.started, f"started it with {mechanism}")
    values = {"length": str(length), "mechanism": mechanism}
    block = BLOCKS.get(mechanism) or (PADDED.get(mechanism) if "Decrypt" in call.function else None)
    if block and length % block:
        evidence = here(call, f"{name} has {length} bytes") + started
        yield proven("data-length", evidence, **values, needed=f"a multiple of {block} bytes")
        return
    size, shown = _modulus(key)
    if (
        size is None
        and key is not None
        and mechanism in ("CKM_RSA_PKCS", "CKM_RSA_X_509")
        and length > SMALLEST_MODULUS
    ):
        evidence = (
            here(call, f"{name} has {length} bytes")
            + started
            + at(key.made, "created the key, its size is not shown")
        )
        yield likely("data-length", evidence, **values, needed=_of_modulus(call.function, mechanism))
    if size is None:
        return
    most = {"CKM_RSA_PKCS": size - 11, "CKM_RSA_X_509": size}.get(mechanism)
    if "Decrypt" in call.function and mechanism in ("CKM_RSA_PKCS", "CKM_RSA_X_509", "CKM_RSA_PKCS_OAEP"):
        if length != size:
            evidence = (
                here(call, f"{name} has {length} bytes")
                + at(shown, f"the modulus has {size} bytes")
                + started
            )
            yield proven("data-length", evidence, **values, needed=f"{size} bytes")
    elif most is not None and length > most:
        evidence = (
            here(call, f"{name} has {length} bytes") + at(shown, f"the modulus has {size} bytes") + started
        )
        yield proven("data-length", evidence, **values, needed=f"at most {most} bytes")


def _of_modulus(function: str, mechanism: str) -> str:
    """Return the length that an RSA mechanism needs, where that of the key's modulus is not known."""
    if "Decrypt" in function:
        return "exactly as many bytes as the modulus of the key"
    return f"at most the bytes of the key's modulus{' minus 11' if mechanism == 'CKM_RSA_PKCS' else ''}"


def _length_unknown(case: Case) -> Iterator[Cause]:
    """Yield a likely cause where the trace does not show the sizes that would prove it."""
    if any(True for _ in _length(case)):
        return
    if any(cause.certainty == "proven" for cause in _signature_length(case)):
        return
    operation, _ = _operation(case)
    given = _input(case)
    if (
        operation is not None
        and given is not None
        and not any_length(operation.mechanism, case.call.function)
        and operation.mechanism not in BLOCKS  # for these, `_length` has checked the length
    ):
        evidence = here(case.call, f"{given[0]} has {given[1].length} bytes")
        evidence += at(operation.started, f"started it with {operation.mechanism}")
        yield likely(
            "data-length",
            evidence,
            length=given[1].length,
            mechanism=operation.mechanism,
            needed="another length",
        )


def _signature_length(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    signature = call.buffer("pSignature")
    operation, key = _operation(case)
    if signature is None or signature.length is None:
        return
    size, shown = _modulus(key)
    this_call = here(call, f"the signature has {signature.length} bytes")
    if size is not None and operation is not None and "RSA" in (operation.mechanism or ""):
        if signature.length != size:
            evidence = this_call + at(shown, f"the modulus has {size} bytes")
            yield proven("signature-length", evidence, length=signature.length, needed=f"{size} bytes")
        return
    made = [
        (row.length, row.ref)
        for row in process.made["sign"].values()
        if operation is not None and row.mechanism == operation.mechanism and row.length is not None
    ]
    if made and all(length != signature.length for length, _ in made):
        evidence = this_call + at(made[-1][1], f"made a signature of {made[-1][0]} bytes")
        yield proven("signature-length", evidence, length=signature.length, needed=f"{made[-1][0]} bytes")
    elif case.call.rv == 0xC1:
        yield likely("signature-length", this_call, length=signature.length, needed="another length")


def _altered(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    sign = "Verify" in call.function
    name, kind, what = (
        ("pSignature", "sign", "signature") if sign else ("pEncryptedData", "encrypt", "ciphertext")
    )
    if call.function == "C_UnwrapKey":
        name, kind, what = "pWrappedKey", "wrap", "wrapped key"
    given = call.buffer(name)
    if given is None or not given.shown:
        return
    made = process.made[kind]
    same = made.get(given.shown)
    data = call.buffer("pData")
    if same is not None and same.length == given.length:
        if (
            sign
            and data is not None
            and data.data is not None
            and same.data is not None
            and same.data != data.data
        ):
            evidence = at(same.ref, "signed other data") + here(call, "the data differs")
            yield proven("data-altered", evidence, what="data")
        return
    for other, row in reversed(made.items()):
        if row.length == given.length and _differences(other, given.shown) <= MOST_ALTERED:
            evidence = at(row.ref, f"made a {what} that differs") + here(call, f"the {what} differs")
            yield proven("data-altered", evidence, what=what)
            return
    for row in reversed(made.values()):
        fits = sign and data is not None and data.data is not None and row.data == data.data
        if fits or (not sign and row.length != given.length):
            yield likely(
                "data-altered",
                at(row.ref, f"made another {what}") + here(call, f"the {what} differs"),
                what=what,
            )
            return


def _differences(left: bytes, right: bytes) -> int:
    """Return the number of bytes in which two strings differ; the longer length if their lengths differ."""
    return (
        sum(a != b for a, b in zip(left, right, strict=True))
        if len(left) == len(right)
        else max(len(left), len(right))
    )


RULES = (
    Rule(
        (
            "CKR_DATA_LEN_RANGE",
            "CKR_ENCRYPTED_DATA_LEN_RANGE",
            "CKR_DATA_INVALID",
            "CKR_ENCRYPTED_DATA_INVALID",
        ),
        _length,
        weak=True,
    ),
    Rule(("CKR_DATA_LEN_RANGE", "CKR_ENCRYPTED_DATA_LEN_RANGE"), _length_unknown),
    Rule(
        ("CKR_SIGNATURE_LEN_RANGE", "CKR_SIGNATURE_INVALID"), _signature_length, near=("CKR_DATA_LEN_RANGE",)
    ),
    Rule(
        (
            "CKR_SIGNATURE_INVALID",
            "CKR_ENCRYPTED_DATA_INVALID",
            "CKR_AEAD_DECRYPT_FAILED",
            "CKR_WRAPPED_KEY_INVALID",
            "CKR_WRAPPED_KEY_LEN_RANGE",
        ),
        _altered,
        vague=True,
    ),
)
