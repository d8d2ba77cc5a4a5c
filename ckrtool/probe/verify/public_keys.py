"""Converts the public key that a token shows to a key of `cryptography`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._tables.constants import CONSTANTS
from ckrtool.probe.verify.doubts import Doubt
from ckrtool.probe.verify.operations import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.verify.operations import Key

MODULUS, EXPONENT, BITS, PARAMS, POINT, VALUE = (
    str(CONSTANTS[name])
    for name in (
        "CKA_MODULUS",
        "CKA_PUBLIC_EXPONENT",
        "CKA_MODULUS_BITS",
        "CKA_EC_PARAMS",
        "CKA_EC_POINT",
        "CKA_VALUE",
    )
)
_CURVES = {
    "06082a8648ce3d030107": "SECP256R1",
    "06052b81040022": "SECP384R1",
    "06052b81040023": "SECP521R1",
    "06052b8104000a": "SECP256K1",
}
_ED25519 = ("130c656477617264733235353139", "06032b6570")
# Lengths of points that are not wrapped: Ed25519, and uncompressed points of fields of 160 to 521 bits. No wrapped point has one of these.
_BARE_LENGTHS = frozenset((32, *(1 + 2 * size for size in (20, 24, 28, 32, 40, 48, 64, 66))))
_OCTET_STRING, _UNCOMPRESSED = 4, 4


class UnreadableError(Exception):
    """The attributes are not a public key; `wrong` is true if the token shows an invalid key, not just an incomplete one."""

    def __init__(self, reason: str, *, wrong: bool = False) -> None:
        super().__init__(reason)
        self.wrong = wrong


def public_key(key: Key) -> Any:
    """Return the public key of a key pair as an object of `cryptography`.

    Raises UnreadableError if its attributes were not read, or are not a public key.
    """
    attributes = {**(key.template or {}), **key.read}
    if attributes.get(MODULUS):
        return _rsa(attributes)
    if attributes.get(POINT) is not None:
        return _ec(attributes)
    if attributes.get(VALUE):
        return _of_certificate(attributes[VALUE])
    shown = key.asked or not key.made_by  # what was found on the token was searched for its attributes
    raise UnreadableError(
        f"the {'token does not show' if shown else 'sequence does not read'} the public key"
    )


def _rsa(attributes: dict[str, Any]) -> Any:
    from cryptography.hazmat.primitives.asymmetric import rsa

    modulus, exponent = bytes_of(attributes[MODULUS]), bytes_of(attributes.get(EXPONENT))
    if not modulus or not exponent:
        raise UnreadableError("the token does not show modulus and public exponent")
    try:
        return rsa.RSAPublicNumbers(int.from_bytes(exponent), int.from_bytes(modulus)).public_key()
    except ValueError as error:
        raise UnreadableError(f"modulus and exponent are not an RSA key: {error}", wrong=True) from None


def _of_certificate(shown: Any) -> Any:
    """Return the public key of a certificate, of which a report may contain only the beginning."""
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    der = bytes_of(shown.get("head") if isinstance(shown, dict) else shown)
    info = key_info(der or b"")
    if info is None:
        raise UnreadableError("the certificate is too long, or is not a certificate")
    try:
        return load_der_public_key(info)
    except ValueError as error:
        raise UnreadableError(f"the certificate has no public key: {error}", wrong=True) from None


def key_info(der: bytes) -> bytes | None:
    """Return the SubjectPublicKeyInfo from the beginning of a certificate (RFC 5280, 4.1), None if `der` ends before it."""
    at = _content(der, _content(der, 0)[0])[0]
    before = 5  # serial number, algorithm, issuer, validity, subject
    if der[at : at + 1] == b"\xa0":  # version
        before += 1
    for _ in range(before):
        at = _content(der, at)[1]
    end = _content(der, at)[1]
    return der[at:end] if at < end <= len(der) else None


def _content(der: bytes, at: int) -> tuple[int, int]:
    """Return the start and end offsets of the content of the DER element at offset `at`."""
    if at + 2 > len(der):
        return len(der), len(der)
    size, begin = der[at + 1], at + 2
    if size & 0x80:
        begin += size & 0x7F
        size = int.from_bytes(der[at + 2 : begin])
    return begin, begin + size


def _ec(attributes: dict[str, Any]) -> Any:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519

    params, shown = attributes.get(PARAMS), bytes_of(attributes[POINT])
    if not isinstance(params, str) or not shown:
        raise UnreadableError("CKA_EC_PARAMS or CKA_EC_POINT is empty", wrong=shown == b"")
    point = unwrapped(shown)
    try:
        if params in _ED25519:
            return ed25519.Ed25519PublicKey.from_public_bytes(point)
        if params not in _CURVES:
            raise UnreadableError(f"the curve is not supported by the check ({params})")
        return ec.EllipticCurvePublicKey.from_encoded_point(getattr(ec, _CURVES[params])(), point)
    except ValueError as error:
        raise UnreadableError(f"CKA_EC_POINT is not a point on the curve: {error}", wrong=True) from None


def unwrapped(shown: bytes) -> bytes:
    """Return the point in CKA_EC_POINT, which is wrapped in a DER OCTET STRING (6.3); some modules omit that.

    A point of a known length is taken as it is: one in 256 of them looks like an OCTET STRING (its tag is the 4 of an uncompressed point).
    """
    if len(shown) in _BARE_LENGTHS:
        return shown
    if len(shown) > 2 and shown[0] == _OCTET_STRING:
        if shown[1] == len(shown) - 2:
            return shown[2:]
        if shown[1] == 0x81 and shown[2] == len(shown) - 3:
            return shown[3:]
    return shown


def is_raw(key: Key) -> bool:
    """Return whether CKA_EC_POINT is a point of a Weierstrass curve without the DER OCTET STRING."""
    shown = bytes_of(key.read.get(POINT)) or b""
    bare = len(shown) % 2 == 1 and shown[:1] == bytes([_UNCOMPRESSED])
    return bare and unwrapped(shown) == shown


def repeated(keys: list[Key]) -> Iterator[Doubt]:
    """Yield a doubt where two key pairs that the token generated have the same public key."""
    seen: set[object] = set()
    for key in keys:
        shown = key.read.get(MODULUS) or key.read.get(POINT)
        if key.made_by != "C_GenerateKeyPair" or not isinstance(shown, str) or not shown:
            continue
        if shown in seen:
            title = "two generated key pairs have the same public key"
            yield Doubt("error", "key-repeated", "C_GenerateKeyPair", title, f"{shown[:64]}...")
        seen.add(shown)
