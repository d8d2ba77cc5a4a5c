"""Verifies signatures outside the module, with `cryptography` and the public key that the token shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._tables.constants import CONSTANTS
from ckrtool.probe.verify import public_keys
from ckrtool.probe.verify.doubts import Doubt
from ckrtool.probe.verify.operations import bytes_of
from ckrtool.probe.verify.public_keys import UnreadableError, public_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.verify.operations import Key, Operation

_HASHED = ("SHA1", "SHA224", "SHA256", "SHA384", "SHA512")
RSA_RAW, RSA_PSS_RAW, ECDSA_RAW, EDDSA = (
    CONSTANTS[name] for name in ("CKM_RSA_PKCS", "CKM_RSA_PKCS_PSS", "CKM_ECDSA", "CKM_EDDSA")
)
RSA = {CONSTANTS[f"CKM_{name}_RSA_PKCS"]: name for name in _HASHED}
PSS = {CONSTANTS[f"CKM_{name}_RSA_PKCS_PSS"]: name for name in _HASHED}
ECDSA = {CONSTANTS[f"CKM_ECDSA_{name}"]: name for name in _HASHED}
_BY_HASH = {CONSTANTS["CKM_SHA_1"]: "SHA1"} | {CONSTANTS[f"CKM_{name}"]: name for name in _HASHED[1:]}
_BY_LENGTH = {20: "SHA1", 28: "SHA224", 32: "SHA256", 48: "SHA384", 64: "SHA512"}
KNOWN = frozenset((RSA_RAW, RSA_PSS_RAW, ECDSA_RAW, EDDSA, *RSA, *PSS, *ECDSA))


def doubts(operations: list[Operation]) -> Iterator[Doubt]:
    """Yield the errors in the signatures of a sequence, and in the results of its C_Verify."""
    signed = [
        operation
        for operation in operations
        if operation.kind == "Sign" and operation.mechanism in KNOWN and operation.key
    ]
    if not signed:
        return
    try:
        import cryptography.exceptions  # noqa: F401  (only to check that it is installed)
    except ImportError as error:
        title = "signatures were not verified outside the module: the Python package cryptography can't be imported"
        yield Doubt("info", "not-verified", "C_Sign", title, str(error)[:200])
        return
    yield from _keys(signed)
    for operation in signed:
        yield from _signature(operation, signed)
    yield from _nonces(signed)
    yield from _accepted(operations, signed)


def _keys(signed: list[Operation]) -> Iterator[Doubt]:
    """Check each public key once."""
    for key in dict.fromkeys(
        operation.key.public for operation in signed if operation.key and operation.key.public
    ):
        if key is None:
            continue
        if public_keys.is_raw(key):
            title = "CKA_EC_POINT is not wrapped in a DER OCTET STRING"
            yield Doubt(
                "info", "ec-point-raw", "C_GetAttributeValue", title, "6.3: the DER-encoding of the point"
            )
        yield from _size(key)


def _size(key: Key) -> Iterator[Doubt]:
    """Compare the size of an RSA modulus with the requested size and with CKA_MODULUS_BITS."""
    asked, reported = key.template.get(public_keys.BITS), key.read.get(public_keys.BITS)
    modulus = bytes_of(key.read.get(public_keys.MODULUS))
    if not modulus:
        return
    bits = int.from_bytes(modulus).bit_length()
    if isinstance(asked, int) and _smaller(bits, asked):
        title = f"an RSA key of {asked} bits was requested, but the module generated one of {bits} bits"
        yield Doubt("error", "key-attributes", "C_GenerateKeyPair", title)
    if isinstance(reported, int) and _smaller(min(reported, bits), max(reported, bits)):
        title = f"CKA_MODULUS_BITS is {reported}, but the modulus has {bits} bits"
        calls = [key.read_by] if key.read_by else []
        yield Doubt("error", "key-attributes", "C_GetAttributeValue", title, explains=calls)


def _smaller(bits: int, asked: int) -> bool:
    return bits < asked - 1  # a product of two primes of half the size can be one bit short


def _signature(operation: Operation, signed: list[Operation]) -> Iterator[Doubt]:
    assert operation.key
    try:
        public = public_key(operation.key.public or operation.key)
        verdict = valid(public, operation.mechanism, operation.parameter, operation.input, operation.output)
    except UnreadableError as unreadable:
        yield _unreadable(operation, unreadable)
        return
    if verdict is None:
        title = "a signature was not verified outside the module: its mechanism or key type is not supported by the check"
        yield Doubt(
            "info", "not-verified", "C_Sign", title, f"mechanism {operation.mechanism:#x}", operation.sequence
        )
    elif verdict and not operation.key.made_by and operation.key.public:
        title = "a signature by a key of the token is valid, as verified outside the module"
        yield Doubt(
            "info",
            "signature-verified",
            "C_Sign",
            title,
            f"mechanism {operation.mechanism:#x}",
            operation.sequence,
        )
    elif not verdict:
        yield _forged(operation, public, signed)


def _unreadable(operation: Operation, unreadable: UnreadableError) -> Doubt:
    if unreadable.wrong:
        title = "the public key that the token shows is not a valid public key"
        return Doubt(
            "error", "public-key-wrong", "C_GetAttributeValue", title, str(unreadable), operation.sequence
        )
    title = "a signature was not verified outside the module"
    return Doubt("info", "not-verified", "C_Sign", title, str(unreadable), operation.sequence)


def _forged(operation: Operation, public: Any, signed: list[Operation]) -> Doubt:
    """Return the doubt for an invalid signature, with the function at fault."""
    if operation.multi and _whole_is_right(operation, public, signed):
        first = valid(public, operation.mechanism, operation.parameter, operation.data[0], operation.output)
        blamed = "C_SignUpdate" if first else "C_SignFinal"
        title = "signing in parts gives a wrong signature, signing in one call a valid one"
        detail = (
            "it is the signature of the first part only"
            if first
            else "the same key signs the message correctly in one call"
        )
        return Doubt(
            "error", "multi-part-differs", blamed, title, detail, operation.sequence, [operation.last]
        )
    title = "a signature does not verify outside the module with the public key that the token shows"
    sizes = f"{len(operation.input)} bytes signed, signature of {len(operation.output)} bytes"
    detail = f"mechanism {operation.mechanism:#x}, {sizes}{_hint(operation, public)}"
    blamed = "C_SignFinal" if operation.multi else "C_Sign"
    return Doubt("error", "signature-forged", blamed, title, detail, operation.sequence, [operation.last])


def _whole_is_right(operation: Operation, public: Any, signed: list[Operation]) -> bool:
    return any(
        not other.multi
        and other.key is operation.key
        and other.mechanism == operation.mechanism
        and valid(public, other.mechanism, other.parameter, other.input, other.output)
        for other in signed
    )


def _hint(operation: Operation, public: Any) -> str:
    """Return a hint on the change that would make the signature valid, "" if none is known."""
    half = len(operation.output) // 2
    variants = {
        "with its two halves exchanged": operation.output[half:] + operation.output[:half],
        "with its bytes in reverse order": operation.output[::-1],
    }
    if operation.mechanism in (ECDSA_RAW, *ECDSA):
        from_der = _raw_from_der(operation.output, public)
        if from_der:
            variants["if read as DER, but the standard requires r and s of fixed length"] = from_der
    for words, signature in variants.items():
        if valid(public, operation.mechanism, operation.parameter, operation.input, signature):
            return f"; it is valid {words}"
    if operation.mechanism in RSA and any(
        valid(public, mechanism, None, operation.input, operation.output)
        for mechanism in RSA
        if mechanism != operation.mechanism
    ):
        return "; it is valid for another hash algorithm"
    return ""


def _raw_from_der(signature: bytes, public: Any) -> bytes | None:
    """Return a DER signature in the form of PKCS #11: r and s, each as long as the curve's size; None if it is not DER or too long."""
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    try:
        r, s = decode_dss_signature(signature)
    except ValueError:
        return None
    size = (public.key_size + 7) // 8
    try:
        return r.to_bytes(size) + s.to_bytes(size)
    except OverflowError:
        return None


def _nonces(signed: list[Operation]) -> Iterator[Doubt]:
    """Compare r of ECDSA signatures of different data by the same key: the private key can be computed if they are equal."""
    seen: dict[tuple[int, bytes], Operation] = {}
    for operation in signed:
        if operation.mechanism not in (ECDSA_RAW, *ECDSA) or len(operation.output) < 40:
            continue
        first = seen.setdefault(
            (id(operation.key), operation.output[: len(operation.output) // 2]), operation
        )
        if first is not operation and first.input != operation.input and first.output != operation.output:
            title = "two ECDSA signatures have the same r: the private key can be computed from them"
            yield Doubt(
                "error",
                "nonce-repeated",
                "C_Sign",
                title,
                "6.3: the random number k must never be used twice",
                operation.sequence,
            )


def _accepted(operations: list[Operation], signed: list[Operation]) -> Iterator[Doubt]:
    """Yield a doubt for each invalid signature that C_Verify accepted, except those made by C_Sign, which are reported there."""
    made = {operation.output for operation in signed}
    for operation in operations:
        if (
            operation.kind != "Verify"
            or not operation.accepted
            or operation.mechanism not in KNOWN
            or not operation.key
        ):
            continue
        if operation.signature is None or operation.signature in made:
            continue
        try:
            verdict = valid(
                public_key(operation.key),
                operation.mechanism,
                operation.parameter,
                operation.input,
                operation.signature,
            )
        except UnreadableError:
            continue
        if verdict is False:
            title = "C_Verify accepts an invalid signature"
            yield Doubt(
                "error", "signature-accepted", "C_Verify", title, "", operation.sequence, [operation.last]
            )


def valid(public: Any, mechanism: int, parameter: Any, data: bytes, signature: bytes) -> bool | None:
    """Return whether a signature is valid, None if the mechanism or key type is not supported."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        return _check(public, mechanism, parameter, data, signature)
    except InvalidSignature:
        return False
    except UnsupportedAlgorithm:
        return None


def _check(public: Any, mechanism: int, parameter: Any, data: bytes, signature: bytes) -> bool | None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, encode_dss_signature

    if isinstance(public, rsa.RSAPublicKey):
        if mechanism in RSA:
            public.verify(signature, data, padding.PKCS1v15(), getattr(hashes, RSA[mechanism])())
            return True
        if mechanism == RSA_RAW:
            return public.recover_data_from_signature(signature, padding.PKCS1v15(), None) == data
        pss = parameter.get("pss") if isinstance(parameter, dict) else None
        hashed = PSS.get(mechanism) or _BY_HASH.get((pss or {}).get("hash", 0))
        if (mechanism in PSS or mechanism == RSA_PSS_RAW) and pss and hashed:
            algorithm = getattr(hashes, hashed)()
            scheme = padding.PSS(padding.MGF1(getattr(hashes, _mgf(pss["mgf"]) or hashed)()), pss["salt"])
            public.verify(signature, data, scheme, algorithm if mechanism in PSS else Prehashed(algorithm))
            return True
    elif isinstance(public, ec.EllipticCurvePublicKey):
        hashed = ECDSA.get(mechanism) or (_BY_LENGTH.get(len(data)) if mechanism == ECDSA_RAW else None)
        if hashed is None:
            return None
        if len(signature) != 2 * ((public.key_size + 7) // 8):
            return False
        half = len(signature) // 2
        der = encode_dss_signature(int.from_bytes(signature[:half]), int.from_bytes(signature[half:]))
        algorithm = getattr(hashes, hashed)()
        public.verify(der, data, ec.ECDSA(algorithm if mechanism in ECDSA else Prehashed(algorithm)))
        return True
    elif isinstance(public, ed25519.Ed25519PublicKey) and mechanism == EDDSA and not parameter:
        public.verify(signature, data)
        return True
    return None


def _mgf(number: int) -> str | None:
    return {1: "SHA1", 2: "SHA256", 3: "SHA384", 4: "SHA512", 5: "SHA224"}.get(number)
