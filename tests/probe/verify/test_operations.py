"""Signatures, ciphertexts and digests of recorded calls are checked outside the module."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ckrtool._tables.constants import CONSTANTS
from ckrtool.probe.results import CallResult, SequenceResult
from ckrtool.probe.verify import check, signatures
from ckrtool.probe.verify.public_keys import unwrapped

if TYPE_CHECKING:
    from ckrtool.probe.verify.doubts import Doubt

RSA = rsa.generate_private_key(65537, 2048)
EC = ec.generate_private_key(ec.SECP256R1())
HASHED = {"mechanism": CONSTANTS["CKM_SHA256_RSA_PKCS"]}
RAW = {"mechanism": CONSTANTS["CKM_ECDSA"]}
CBC = {"mechanism": CONSTANTS["CKM_AES_CBC"], "parameter": {"bytes": "00" * 16}}


def call(
    function: str, args: dict[str, Any], output: dict[str, Any] | None = None, rv: int = 0
) -> CallResult:
    return CallResult(1, (), "step", function, {"hSession": "0x1", **args}, rv=rv, output=output or {})


def told(*calls: CallResult) -> list[Doubt]:
    return check.doubts([SequenceResult("sign", "health", "passed", calls=list(calls))])


def rsa_pair() -> list[CallResult]:
    numbers = RSA.public_key().public_numbers()
    shown = {str(CONSTANTS["CKA_MODULUS"]): f"{numbers.n:x}", str(CONSTANTS["CKA_PUBLIC_EXPONENT"]): "010001"}
    return [
        call(
            "C_GenerateKeyPair",
            {"pMechanism": {"mechanism": 0}},
            {"phPublicKey": "0x2", "phPrivateKey": "0x3"},
        ),
        call("C_GetAttributeValue", {"hObject": "0x2"}, {"pTemplate": shown}),
    ]


@pytest.mark.parametrize(("bits", "smaller"), [(2048, False), (2047, False), (2046, True), (1024, True)])
def test_a_modulus_may_be_one_bit_shorter_than_was_asked_for(bits: int, smaller: bool) -> None:
    """A product of two primes of half the size has the size that was asked for, or one bit less."""
    assert signatures._smaller(bits, 2048) is smaller


def rsa_signed(data: bytes) -> bytes:
    return RSA.sign(data, padding.PKCS1v15(), hashes.SHA256())


def signed(mechanism: dict[str, Any], data: bytes, signature: bytes) -> list[CallResult]:
    return [
        call("C_SignInit", {"pMechanism": mechanism, "hKey": "0x3"}),
        call("C_Sign", {"pData": data.hex()}, {"pSignature": signature.hex()}),
    ]


def test_a_right_signature_raises_no_doubt() -> None:
    assert told(*rsa_pair(), *signed(HASHED, b"data", rsa_signed(b"data"))) == []


@pytest.mark.parametrize("wrong", [b"\x5a" * 256, bytes(256), rsa_signed(b"other"), b""])
def test_a_forged_signature(wrong: bytes) -> None:
    (doubt,) = told(*rsa_pair(), *signed(HASHED, b"data", wrong))
    assert (doubt.severity, doubt.id, doubt.function) == ("error", "signature-forged", "C_Sign")


def test_only_a_public_key_that_was_asked_for_is_said_not_to_be_shown() -> None:
    made, use = rsa_pair()[0], signed(HASHED, b"data", rsa_signed(b"data"))
    (doubt,) = told(made, *use)
    assert (doubt.severity, doubt.id) == ("info", "not-verified")
    assert doubt.detail == "the sequence does not read the public key"
    refused = call("C_GetAttributeValue", {"hObject": "0x2"}, rv=CONSTANTS["CKR_ATTRIBUTE_TYPE_INVALID"])
    (doubt,) = told(made, refused, *use)
    assert doubt.detail == "the token does not show the public key"


def ec_pair(point: bytes | None = None) -> list[CallResult]:
    raw = (
        EC.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        if point is None
        else point
    )
    shown = {
        str(CONSTANTS["CKA_EC_PARAMS"]): "06082a8648ce3d030107",
        str(CONSTANTS["CKA_EC_POINT"]): raw.hex(),
    }
    return [rsa_pair()[0], call("C_GetAttributeValue", {"hObject": "0x2"}, {"pTemplate": shown})]


def ec_signed(digest: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

    r, s = decode_dss_signature(EC.sign(digest, ec.ECDSA(Prehashed(hashes.SHA256()))))
    return r.to_bytes(32) + s.to_bytes(32)


def test_ecdsa_and_the_forms_of_its_point() -> None:
    digest = hashlib.sha256(b"data").digest()
    raw = EC.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    right = signed(RAW, digest, ec_signed(digest))
    assert told(*ec_pair(b"\4\x41" + raw), *right) == []
    assert [doubt.id for doubt in told(*ec_pair(raw), *right)] == ["ec-point-raw"]
    assert [doubt.id for doubt in told(*ec_pair(b"\4\x41\4" + bytes(64)), *right)] == ["public-key-wrong"]
    assert [doubt.id for doubt in told(*ec_pair(b""), *right)] == ["public-key-wrong"]
    signature = ec_signed(digest)
    (doubt,) = told(*ec_pair(b"\4\x41" + raw), *signed(RAW, digest, signature[32:] + signature[:32]))
    assert "halves exchanged" in doubt.detail


@pytest.mark.parametrize(
    ("curve", "size"), [(ec.SECP256R1(), 32), (ec.SECP384R1(), 48), (ec.SECP521R1(), 66)]
)
def test_points_that_are_not_wrapped_are_read_whatever_their_coordinates(
    curve: ec.EllipticCurve, size: int
) -> None:
    """The second byte of such a point may be the length that an OCTET STRING of these bytes would have."""
    look_alike = bytes([4, 2 * size - 1]) + os.urandom(2 * size - 1)
    assert unwrapped(look_alike) == look_alike
    point = (
        ec.generate_private_key(curve)
        .public_key()
        .public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    )
    head = bytes([4, len(point)]) if len(point) < 0x80 else bytes([4, 0x81, len(point)])
    assert unwrapped(point) == unwrapped(head + point) == point


def test_a_random_number_that_comes_twice() -> None:
    one, two = hashlib.sha256(b"one").digest(), hashlib.sha256(b"two").digest()
    first = ec_signed(one)
    second = first[:32] + os.urandom(32)
    found = {doubt.id for doubt in told(*ec_pair(), *signed(RAW, one, first), *signed(RAW, two, second))}
    assert "nonce-repeated" in found


def test_a_signature_in_parts_that_holds_the_first_part_only() -> None:
    parts = [
        call("C_SignInit", {"pMechanism": HASHED, "hKey": "0x3"}),
        call("C_SignUpdate", {"pPart": b"one".hex()}),
        call("C_SignUpdate", {"pPart": b"two".hex()}),
    ]
    whole = signed(HASHED, b"onetwo", rsa_signed(b"onetwo"))
    for wrong, function in ((rsa_signed(b"one"), "C_SignUpdate"), (bytes(256), "C_SignFinal")):
        final = call("C_SignFinal", {}, {"pSignature": wrong.hex()})
        (doubt,) = told(*rsa_pair(), *parts, final, *whole)
        assert (doubt.id, doubt.function) == ("multi-part-differs", function)
    final = call("C_SignFinal", {}, {"pSignature": rsa_signed(b"onetwo").hex()})
    assert told(*rsa_pair(), *parts, final, *whole) == []


def key(handle: str) -> CallResult:
    return call("C_GenerateKey", {"pMechanism": {"mechanism": 0}}, {"phKey": handle})


def encrypted(handle: str, data: bytes, out: bytes, mechanism: dict[str, Any] = CBC) -> list[CallResult]:
    return [
        call("C_EncryptInit", {"pMechanism": mechanism, "hKey": handle}),
        call("C_Encrypt", {"pData": data.hex()}, {"pEncryptedData": out.hex()}),
    ]


def cbc(secret: bytes, data: bytes) -> bytes:
    encryptor = Cipher(algorithms.AES(secret), modes.CBC(bytes(16))).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def test_ciphertexts() -> None:
    data = bytes(range(32))
    one, two = cbc(bytes(16), data), cbc(b"k" * 16, data)
    both = [key("0x5"), key("0x6")]
    assert told(*both, *encrypted("0x5", data, one), *encrypted("0x6", data, two)) == []
    assert [d.id for d in told(*both, *encrypted("0x5", data, data))] == ["not-encrypted"]
    (same,) = told(*both, *encrypted("0x5", data, one), *encrypted("0x6", data, one))
    assert (same.id, same.function) == ("key-repeated", "C_GenerateKey")
    other = {**CBC, "parameter": {"bytes": "01" * 16}}
    (ignored,) = told(*both, *encrypted("0x5", data, one), *encrypted("0x5", data, one, other))
    assert (ignored.id, ignored.function) == ("iv-ignored", "C_EncryptInit")


def test_digests() -> None:
    sha = {"pMechanism": {"mechanism": CONSTANTS["CKM_SHA256"]}}
    right = hashlib.sha256(b"ab").hexdigest()
    parts = [
        call("C_DigestInit", sha),
        *(call("C_DigestUpdate", {"pPart": part.hex()}) for part in (b"a", b"b")),
    ]
    assert told(*parts, call("C_DigestFinal", {}, {"pDigest": right})) == []
    first = hashlib.sha256(b"a").hexdigest()
    (doubt,) = told(*parts, call("C_DigestFinal", {}, {"pDigest": first}))
    assert (doubt.id, doubt.function) == ("multi-part-differs", "C_DigestUpdate")


def test_a_logout_that_ends_nothing() -> None:
    said = call("C_GetSessionInfo", {}, {"pInfo": {"state": 1}})
    assert told(said, call("C_Logout", {}), call("C_GetSessionInfo", {}, {"pInfo": {"state": 0}})) == []
    (doubt,) = told(call("C_Logout", {}), said)
    assert (doubt.id, doubt.function) == ("logout-ineffective", "C_Logout")
