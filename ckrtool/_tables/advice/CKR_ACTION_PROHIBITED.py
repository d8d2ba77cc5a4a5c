"""CKR_ACTION_PROHIBITED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ACTION_PROHIBITED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ACTION_PROHIBITED: This value can only be returned by **C_CopyObject**,, **C_SetAttributeValue**, and **C_DestroyObject**,. It denotes that the action may not be taken, either because of underlying policy restrictions on the token, or because the object has the relevant **CKA_COPYABLE**, **CKA_MODIFIABLE** or **CKA_DESTROYABLE** policy attribute set to CK_FALSE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Object created with CKA_MODIFIABLE, CKA_COPYABLE or CKA_DESTROYABLE set to false', None, None, None, None, None, None),
    ('Token policy forbids deleting, copying or changing this class of object', None, None, None, None, None, None),
    ('Maintenance tool needs to rewrite objects that were locked against modification', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Read CKA_MODIFIABLE, CKA_COPYABLE and CKA_DESTROYABLE of the object', None, None, None, None, None, None),
    ('Find out which function failed: only C_CopyObject, C_SetAttributeValue and C_DestroyObject may return it', None, None, None, None, None, None),
    ('Look for a vendor administration path (HSM console) that can remove such objects', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Accept the protection: create a new object with the wanted attributes', None, None, None, None, None, None),
    ("Use the vendor's administration tool if the object really must go", None, None, None, None, None, None),
    ('Decide these flags deliberately at creation; they cannot be loosened afterwards', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Re-initialising the token is no way round the flag: it deletes every other object, and indestructible objects may survive it',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ATTRIBUTE_READ_ONLY', 'only that attribute is fixed'),
    ('CKR_FUNCTION_REJECTED', 'user or device refused the operation'),
    ('CKR_SESSION_READ_ONLY', 'session mode, not object flags'),
    ('CKR_TOKEN_WRITE_PROTECTED', 'whole token is read-only'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Checks exactly the three flags and nothing else', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    (
        'openCryptoki CCA/EP11',
        'CKA_MODIFIABLE=false keys blocked master-key re-encipherment tools until an exception was made for the opaque key blob',
        'opencryptoki/opencryptoki#864',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CopyObject', 'C_DestroyObject', 'C_SetAttributeValue')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B: CKR_ACTION_PROHIBITED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ACTION_PROHIBITED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_ACTION_PROHIBITED',
    'PyKCS11': 'CKR_ACTION_PROHIBITED (0x0000001B)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:27',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::ActionProhibited',
}
