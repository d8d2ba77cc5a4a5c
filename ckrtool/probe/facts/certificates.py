"""Certificates and private keys whose attributes a run has read, and the expiry of certificates.

notAfter is near the beginning of a certificate (RFC 5280, 4.1.2.5), so the first bytes of CKA_VALUE, which the report keeps, suffice.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ckrtool._records import record
from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from ckrtool.probe.results import CallResult

CERTIFICATE, PRIVATE_KEY, PUBLIC_KEY = "CKO_CERTIFICATE", "CKO_PRIVATE_KEY", "CKO_PUBLIC_KEY"
BUFFER_TOO_SMALL = 0x150
LONGEST_ID = 64  # hex digits shown
SEQUENCE, INTEGER, VERSION, UTC_TIME, GENERALIZED_TIME = 0x30, 0x02, 0xA0, 0x17, 0x18


@record(frozen=True)
class Certificate:
    """A certificate of the token: name, label, expiry (None: unknown), and whether its private or public key is on the token.

    `has_key` is None if the run could not see the private keys, which takes a login.
    """

    name: str
    label: str
    ends: datetime | None
    has_key: bool | None
    has_public_key: bool


def found(calls: list[CallResult]) -> list[Certificate]:
    """Return the certificates of the token without duplicates."""
    keys = {values["CKA_ID"] for _, values in private_keys(calls) if values.get("CKA_ID")}
    public = {values["CKA_ID"] for _, values in _objects(calls, PUBLIC_KEY) if values.get("CKA_ID")}
    unseen = None if not any(map(_looks_for_private_keys, calls)) else False
    seen: dict[tuple[Any, ...], Certificate] = {}
    for name, values in _objects(calls, CERTIFICATE):
        if "CKA_VALUE" in values:
            identity = values.get("CKA_ID")
            key = (name, str(identity), str(values["CKA_VALUE"]))
            seen[key] = Certificate(
                name,
                str(values.get("CKA_LABEL") or ""),
                _ends(values),
                identity in keys or unseen,
                identity in public,
            )
    return list(seen.values())


def _looks_for_private_keys(call: CallResult) -> bool:
    """Return whether a call begins the search for all private keys of the token, which `login` makes after its login."""
    asked = names.template(call.args.get("pTemplate"))
    everything = {"CKA_CLASS": PRIVATE_KEY, "CKA_TOKEN": True}
    return call.function == "C_FindObjectsInit" and call.rv == 0 and asked == everything


def private_keys(calls: list[CallResult]) -> list[tuple[str, dict[str, Any]]]:
    """Return name and attributes of the token's private keys without duplicates and without the run's own."""
    seen = {}
    for name, values in _objects(calls, PRIVATE_KEY):
        seen[name, str(values.get("CKA_ID"))] = (name, values)
    return list(seen.values())


def _objects(calls: list[CallResult], wanted: str) -> list[tuple[str, dict[str, Any]]]:
    """Return name and attributes of the token objects of class `wanted` (CKO_*) whose CKA_ID was read."""
    out = []
    for call in calls:
        if call.function != "C_GetAttributeValue" or call.rv == BUFFER_TOO_SMALL:  # read again after that
            continue
        read = call.output.get("pTemplate")
        values = names.template(read) if isinstance(read, dict) else {}
        if values.get("CKA_CLASS") == wanted and values.get("CKA_TOKEN") is True and "CKA_ID" in values:
            out.append((named(values), values))
    return out


def named(values: dict[str, Any]) -> str:
    """Return the name of an object for a sentence: its label, or else its CKA_ID."""
    label, identity = values.get("CKA_LABEL"), values.get("CKA_ID")
    if label:
        return f"label {str(label)!r}"
    return f"id {shown_id(identity)}" if identity else "one without label and id"


def shown_id(identity: Any) -> str:
    """Return a CKA_ID for a sentence; a long one as its beginning and its length."""
    head, length = (
        (identity["head"], identity["length"]) if isinstance(identity, dict) else (str(identity), None)
    )
    if length is None and len(head) <= LONGEST_ID:
        return str(head)
    return f"{head[:LONGEST_ID]}... ({length or len(head) // 2} bytes)"


def _ends(values: dict[str, Any]) -> datetime | None:
    value = values.get("CKA_VALUE")
    head = value.get("head") if isinstance(value, dict) else value
    try:
        return end_of(bytes.fromhex(head)) if isinstance(head, str) else None
    except ValueError:
        return None


def end_of(der: bytes) -> datetime | None:
    """Return the notAfter of a certificate, given at least its beginning in DER; None if it can't be parsed."""
    try:
        at, _ = _enter(der, 0, SEQUENCE)  # Certificate
        at, _ = _enter(der, at, SEQUENCE)  # TBSCertificate
        if der[at] == VERSION:
            at = _past(der, at)
        for tag in (INTEGER, SEQUENCE, SEQUENCE):  # serial number, signature, issuer
            if der[at] != tag:
                return None
            at = _past(der, at)
        at, _ = _enter(der, at, SEQUENCE)  # validity
        at = _past(der, at)  # notBefore
        first, length = _enter(der, at, der[at])
        return _time(der[at], der[first : first + length].decode("ascii"))
    except (IndexError, ValueError):
        return None


def _enter(der: bytes, at: int, tag: int) -> tuple[int, int]:
    """Return the offset and length of the content of the DER element at `at`. Raises ValueError if it has another tag."""
    if der[at] != tag:
        raise ValueError
    length = der[at + 1]
    if length < 0x80:
        return at + 2, length
    size = length & 0x7F
    if not 0 < size <= 4 or at + 2 + size > len(der):
        raise ValueError
    return at + 2 + size, int.from_bytes(der[at + 2 : at + 2 + size], "big")


def _past(der: bytes, at: int) -> int:
    first, length = _enter(der, at, der[at])
    return first + length


def _time(tag: int, text: str) -> datetime | None:
    """Return a UTCTime or GeneralizedTime as datetime; two-digit years mean 1950 to 2049 (RFC 5280, 4.1.2.5.1)."""
    if not text.endswith("Z") or not text[:-1].isdigit():
        return None
    digits = text[:-1]
    if tag == UTC_TIME and len(digits) == 12:
        digits = f"{'20' if digits[:2] < '50' else '19'}{digits}"
    if tag not in (UTC_TIME, GENERALIZED_TIME) or len(digits) != 14:
        return None
    year, *rest = int(digits[:4]), *(int(digits[at : at + 2]) for at in range(4, 14, 2))
    month, day, hour, minute, second = rest
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
