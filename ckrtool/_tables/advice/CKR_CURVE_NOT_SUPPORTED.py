"""CKR_CURVE_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_CURVE_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_CURVE_NOT_SUPPORTED: This curve is not supported by this token. Used with Elliptic Curve mechanisms.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The token or its firmware does not have this curve (P-224 on a TPM, P-384 on an older YubiKey; P-521, Brainpool, secp256k1, Ed25519 and X25519 are often missing too)',
        None,
        ('C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey', 'object', 'operation'),
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
        'Edwards or Montgomery curve (Ed25519, X25519) with the plain EC mechanism',
        None,
        ('C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey'),
        None,
        None,
        None,
        'softhsm/SoftHSMv2#468',
        None,
        None,
        None,
        None,
    ),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
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
        'CKA_EC_PARAMS holds something other than the object identifier of a known curve: a wrong name was mapped, an old OID, explicit parameters',
        None,
        ('C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey'),
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
        'FIPS mode or a policy leaves only some curves',
        None,
        ('C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey', 'C_DeriveKey'),
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
        'Only some of the adapters behind the token have the curve',
        None,
        None,
        None,
        None,
        None,
        'opencryptoki/opencryptoki#369',
        ('hsm', 'cloud'),
        None,
        None,
        None,
    ),
    ('The TPM has few curves, some only P-256 and BN-256', None, None, 'tpm2-pkcs11', None, None, 'tpm2-software/tpm2-pkcs11#199', None, None, None, None),
    (
        'Edwards and Montgomery keys need every configured adapter to know the curve',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#369',
        None,
        None,
        None,
        None,
    ),
    (
        'The CCA token has no twisted Brainpool curves (brainpoolP...t1)',
        None,
        ('C_GenerateKeyPair', 'C_CreateObject'),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#519',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The OID in CKA_EC_PARAMS (pkcs11-spy log): 06082a8648ce3d030107 is P-256, 06052b81040022 P-384, 06052b81040023 P-521',
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
        'Sizes: pkcs11-tool --module MODULE -M | grep -i EC (keySize is in bits; it does not name curves)',
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
        "Curve list in the vendor's manual for this very firmware; are all members of the pool at the same level?",
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
    ('tpm2_getcap ecc-curves', None, None, 'tpm2-pkcs11', None, None, 'tpm2-software/tpm2-pkcs11#199', None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Use P-256 or P-384 if the other side allows it; nearly all tokens have them', None, None, None, None, None, None, None, None, None, None),
    (
        'Edwards: CKM_EC_EDWARDS_KEY_PAIR_GEN with CKK_EC_EDWARDS; Montgomery: CKM_EC_MONTGOMERY_KEY_PAIR_GEN with CKK_EC_MONTGOMERY',
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
        'Bring firmware and module of all members to a level that has the curve',
        None,
        None,
        None,
        None,
        'a firmware change can erase keys and end the certification: only after a tested backup',
        None,
        None,
        None,
        None,
        None,
    ),
    ('The curve is prescribed: choose another token for this key', None, None, None, None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not make the key in software and import it only because the token lacks the curve',
        'a token without the curve can hardly use the key, and the private key has been outside',
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

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ('CKR_GENERAL_ERROR', 'A curve that the crypto library cannot make by CKM_EC_KEY_PAIR_GEN', ('softhsm2',), ('C_GenerateKeyPair',), 'softhsm/SoftHSMv2#468'),
    (
        'CKR_FUNCTION_FAILED',
        'A curve that the crypto library behind the token does not know',
        ('opencryptoki',),
        ('C_GenerateKeyPair', 'C_CreateObject'),
        'opencryptoki/opencryptoki#404',
    ),
    (
        'CKR_ATTRIBUTE_TYPE_INVALID',
        'A curve that the trusted application does not have (releases up to 2026)',
        ('optee',),
        ('C_GenerateKeyPair',),
        'OP-TEE/optee_os#7807',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DOMAIN_PARAMS_INVALID', 'parameters malformed or explicit'),
    ('CKR_MECHANISM_INVALID', 'the whole family (Edwards, Montgomery) is missing'),
    ('CKR_PARAMETER_SET_NOT_SUPPORTED', 'the same for post-quantum keys'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki ICA and CCA', 'Use this code since 2018; before that other codes', 'opencryptoki/opencryptoki#195', 'opencryptoki'),
    (
        'openCryptoki EP11',
        "The host library's own code came through (2018; since 2021 the token checks the curve itself)",
        'opencryptoki/opencryptoki#195',
        'opencryptoki',
    ),
    ('SoftHSM2', 'Ed25519 OID with the ordinary EC mechanism gives CKR_GENERAL_ERROR', 'softhsm/SoftHSMv2#468', 'softhsm2'),
    ('ykcs11 (older)', 'Unsupported curve or template shows up as CKR_FUNCTION_FAILED', 'Yubico/yubico-piv-tool#149', 'ykcs11'),
    ('OP-TEE (older)', 'Answers CKR_ATTRIBUTE_TYPE_INVALID for a curve it does not know', 'OP-TEE/optee_os#7807', 'optee'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x140: CKR_CURVE_NOT_SUPPORTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_CURVE_NOT_SUPPORTED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_CURVE_NOT_SUPPORTED',
    'PyKCS11': 'CKR_CURVE_NOT_SUPPORTED (0x00000140)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': 'The specified curve is not supported by this token',
    'pkcs11js': 'CKR_VENDOR_DEFINED:320',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::CurveNotSupported',
}
