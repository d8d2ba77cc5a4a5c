"""CKR_SIGNATURE_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SIGNATURE_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SIGNATURE_LEN_RANGE: The provided signature/MAC can be seen to be invalid solely on the basis of its length. This return value has higher priority than CKR_SIGNATURE_INVALID.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A DER-encoded ECDSA signature was passed; PKCS #11 takes r and s side by side, twice the field length',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The signature was cut, or its leading zero bytes were stripped (as a number in another library)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'This release of module or client gives or expects the signature in another form: it began with an update, or another release works',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    (
        'The key is of another size than the one that signed: 2048 against 3072 bits, P-256 against P-384',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A MAC was truncated on one side only, or *_GENERAL asks for another length', None, None, None, None, None, None, None, None, None, None),
    (
        'DSA whose subprime has its top bit set: a wrong signature is reported so',
        None,
        ('C_Verify', 'C_VerifyFinal'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#487',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Compare its length with the modulus in bytes (RSA) or with 64, 96, 132 (P-256, P-384, P-521)', None, None, None, None, None, None, None, None, None, None),
    ('A first byte 0x30 mostly means DER', None, None, None, None, None, None, None, None, None, None),
    ("CKA_MODULUS_BITS or CKA_EC_PARAMS of the verifying key against the signer's certificate", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Decode DER to r||s and left-pad both halves; left-pad an RSA signature to the modulus length', None, None, None, None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    ('Use the key that belongs to the signature', None, None, None, None, None, None, None, None, None, None),
    ('If form and key are right, the signature is invalid: reject the data', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't pad or cut a signature until it passes, and don't accept the data meanwhile: a wrong length is a failed verification",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SIGNATURE_INVALID', 'right length, wrong value'), ('CKR_DATA_LEN_RANGE', 'length of the signed data'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'PKCS #11 3.2',
        'The published list of C_VerifySignatureInit lacks this code although the signature is given there; a later correction adds it',
        'oasis-tcs/pkcs11#73',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Verify', 'C_VerifyFinal', 'C_VerifyRecover', 'C_VerifyMessage', 'C_VerifyMessageNext', 'C_VerifySignature', 'C_VerifySignatureFinal')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SIGNATURE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xC1: CKR_SIGNATURE_LEN_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SIGNATURE_LEN_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_SIGNATURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SIGNATURE_LEN_RANGE',
    'PyKCS11': 'CKR_SIGNATURE_LEN_RANGE (0x000000C1)',
    'libp11 (OpenSSL engine and provider)': 'Signature len range',
    'p11-kit': 'The signature is unrecognized or corrupted',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_SIGNATURE_LEN_RANGE:193',
    'python-pkcs11': 'pkcs11.exceptions.SignatureLenRange',
    'rust-cryptoki': 'RvError::SignatureLenRange',
}
