"""CKR_PARAMETER_SET_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PARAMETER_SET_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PARAMETER_SET_NOT_SUPPORTED: This parameter set is not supported by this token. Used with XMSS, XMSSMT, ML-KEM, ML-DSA and SLH-DSA mechanisms.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The token lacks this set: ML-KEM, ML-DSA and SLH-DSA are often there in part only, XMSS in few sets',
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
    ('CKA_PARAMETER_SET is missing, has the wrong width, or belongs to another algorithm', None, None, None, None, None, None, None, None, None, None),
    ("A vendor's own constant from before 3.2 was passed", None, None, None, None, None, None, None, None, None, None),
    ("Firmware is older than the client's library", None, None, None, None, None, None, None, None, None, None),
    ('Any CKP value other than those of the standard', None, None, 'kryoptic', None, None, 'latchset/kryoptic:src/mldsa.rs', None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'CKA_PARAMETER_SET in the template (pkcs11-spy log): a CK_ULONG with CKP_ML_DSA_44, _65, _87, CKP_ML_KEM_512, _768, _1024 ...',
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
    ('Firmware of the token, and what its release notes say of sets', None, None, None, None, None, None, None, None, None, None),
    ('Key type and mechanism of the same family? pkcs11-tool --module MODULE -M', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Pass CKA_PARAMETER_SET as CK_ULONG with the CKP_ constant of that very algorithm', None, None, None, None, None, None, None, None, None, None),
    ('Use a set that both sides have, mostly ML-KEM-768 and ML-DSA-65', None, None, None, None, None, None, None, None, None, None),
    (
        'Bring firmware and module up to a version that has the set',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not fall back to a weaker set without asking the owner of the policy', None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CURVE_NOT_SUPPORTED', 'the same for elliptic curves'),
    ('CKR_MECHANISM_INVALID', 'the whole algorithm is missing'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'the key value does not have the length of the set'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('kryoptic', "Only the standard's CKP values are taken", 'latchset/kryoptic:src/mldsa.rs', 'kryoptic'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x209: CKR_PARAMETER_SET_NOT_SUPPORTED',
    'Java SunPKCS11': None,
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_PARAMETER_SET_NOT_SUPPORTED (0x00000209)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:521',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
