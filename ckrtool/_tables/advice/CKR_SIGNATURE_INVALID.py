"""CKR_SIGNATURE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SIGNATURE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SIGNATURE_INVALID: The provided signature/MAC is invalid. This return value has lower priority than CKR_SIGNATURE_LEN_RANGE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Signature really does not match: altered data, wrong key, hash or padding (PSS: salt length or MGF hash differs)', None, None, None, None, None, None),
    ('ECDSA format: DER SEQUENCE passed where PKCS#11 wants raw r||s, or r/s not zero-padded to equal length', None, None, None, None, None, None),
    ('Double hashing (digest passed to a hashing mechanism) or missing DigestInfo', None, None, None, None, None, None),
    ('Public key object does not belong to the signing key (same label, different CKA_ID)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Verify with openssl using the certificate's public key", None, None, None, None, None, None),
    ('Signature length: 64/96/132 bytes for raw P-256/P-384/P-521, about 70/102/137 for DER', None, None, None, None, None, None),
    ('Occasional failures (1 in 256, or most of the time for P-521) mean lost leading zeros', None, None, None, None, None, None),
    ('Compare CKA_ID and modulus/EC point of public and private objects', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Reject the data until the cause is known; do not skip verification to get going again', None, None, None, None, None, None),
    ('Convert between DER and raw r||s at the boundary, with fixed width', None, None, None, None, None, None),
    ('Use matching mechanism and input on both sides', None, None, None, None, None, None),
    ('Select keys by CKA_ID', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Do not treat as transient; retrying verification never changes the answer', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SIGNATURE_LEN_RANGE', 'length already wrong'), ('CKR_DATA_INVALID', 'signing input'), ('CKR_PUBLIC_KEY_INVALID', 'verification key rejected'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('tpm2-pkcs11 (older)', 'C_Sign returned DER instead of raw', 'tpm2-software/tpm2-pkcs11#277', None),
    ('aws-kms-pkcs11', 'Dropped leading zeros, so most P-521 signatures failed', 'JackOfMostTrades/aws-kms-pkcs11#50', None),
    ('OpenSC (older)', 'Rare failures when r or s started with zero', 'OpenSC/OpenSC#557', None),
    ('openssl via pkcs11-provider', "OpenSSL wants DER, the token gives raw; conversion is the provider's job", 'openssl-projects/pkcs11-provider#121', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Verify', 'C_VerifyFinal', 'C_VerifyRecover', 'C_VerifyMessage', 'C_VerifyMessageNext', 'C_VerifySignature', 'C_VerifySignatureFinal')

NAMES: dict[str, str | None] = {}
