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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The check worked and the answer is no: data, signature or key have been changed or do not belong together',
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
        'Wrong public key: several objects share a label, the certificate was renewed, or the CKA_ID of the pair differs',
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
        'ECDSA in the wrong form: PKCS #11 wants r and s side by side, each of full length, not a DER SEQUENCE; halves without their leading zeros fail at random',
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
        'Signer and verifier hash differently: a digest given to a mechanism that hashes again, or DigestInfo missing under CKM_RSA_PKCS',
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
    ('RSA-PSS with another salt length, hash or MGF than the signer used', None, None, None, None, None, None, None, None, None, None),
    (
        'The signature came from a module that returned DER in place of the raw form (older releases)',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#277',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Verify the same bytes with openssl and the public key from the certificate: same answer, then data or signature are wrong; other answer, then the form',
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
        'Length of an ECDSA signature: 64, 96 or 132 bytes is raw P-256, P-384 or P-521; first byte 0x30 and some 70, 102 or 137 bytes is DER',
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
        'How often does it fail? One in some hundred, or most of P-521, means lost leading zeros; always means wrong key, hash or form',
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
        "Compare CKA_ID and CKA_MODULUS or CKA_EC_POINT of the verifying key with the signer's certificate (pkcs11-tool --module M -O)",
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Treat data and signature as forged until the cause is known', None, None, None, None, None, None, None, None, None, None),
    ('Choose the verifying key by CKA_ID or certificate, not by label', None, None, None, None, None, None, None, None, None, None),
    (
        'Convert between DER and raw r||s where the data enter or leave PKCS #11, both halves left-padded to the field length',
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
        'Use the same mechanism, hash and PSS parameters on both sides; with CKM_ECDSA give the digest, with CKM_RSA_PKCS the DigestInfo, with the hashing mechanisms the data',
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
    ('If the signing module made broken signatures, update it and sign the data again', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't accept the data, skip the check or treat this as a temporary fault: forged updates and certificates get in that way",
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
        "Don't repeat the verification: the answer never changes; count the failures instead, they may be an attack",
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

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_DEVICE_ERROR', 'A wrong signature (older releases)', ('kryoptic',), ('C_Verify', 'C_VerifyFinal'), 'latchset/kryoptic#490'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_SIGNATURE_LEN_RANGE', 'already its length is wrong'),
    ('CKR_DATA_INVALID', 'the input of signing'),
    ('CKR_PUBLIC_KEY_INVALID', 'the verifying key is refused'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC (older)', 'Rare failures when r or s began with a zero byte', 'OpenSC/OpenSC#557', 'opensc'),
    ('Kryoptic 1.5.2', 'Answers DEVICE_ERROR for a signature that does not match', 'latchset/kryoptic#490', 'kryoptic'),
    (
        'OpenSSL with pkcs11-provider',
        "OpenSSL wants DER, the token gives raw: converting is the provider's job",
        'openssl-projects/pkcs11-provider#121',
        'pkcs11-provider',
    ),
    (
        'SoftHSM2 2.6.1 and 2.7.0',
        'CKM_ECDSA with a secp256k1 key is reported to return signatures that do not verify, in a third of the calls or more',
        'softhsm/SoftHSMv2#901',
        'softhsm2',
    ),
    ('AWS KMS module (older)', 'Signatures lost leading zeros: most of those on P-521 failed', 'JackOfMostTrades/aws-kms-pkcs11#50', 'aws-kms'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Verify', 'C_VerifyFinal', 'C_VerifyRecover', 'C_VerifyMessage', 'C_VerifyMessageNext', 'C_VerifySignature', 'C_VerifySignatureFinal')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SIGNATURE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xC0: CKR_SIGNATURE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SIGNATURE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_SIGNATURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SIGNATURE_INVALID',
    'PyKCS11': 'CKR_SIGNATURE_INVALID (0x000000C0)',
    'libp11 (OpenSSL engine and provider)': 'Signature invalid',
    'p11-kit': 'The signature is bad or corrupted',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_SIGNATURE_INVALID:192',
    'python-pkcs11': 'pkcs11.exceptions.SignatureInvalid',
    'rust-cryptoki': 'RvError::SignatureInvalid',
}
