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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The client itself says it, before any call: the mechanism is not in the key's CKA_ALLOWED_MECHANISMS, or that list came back empty and is read as 'nothing is allowed' (pkcs11-provider)",
        None,
        ('operation', 'object'),
        None,
        None,
        None,
        'openssl-projects/pkcs11-provider#229',
        None,
        None,
        None,
        None,
    ),
    ('The object has CKA_DESTROYABLE = false', None, ('C_DestroyObject',), None, None, None, None, None, None, None, None),
    ('The object has CKA_MODIFIABLE = false', None, ('C_SetAttributeValue',), None, None, None, None, None, None, None, None),
    ('The object has CKA_COPYABLE = false', None, ('C_CopyObject',), None, None, None, None, None, None, None, None),
    ('A token policy forbids deleting, copying or changing this class of object', None, ('object',), None, None, None, None, None, None, None, None),
    (
        'This release of the module sets the flag wrongly itself: the object was made without it',
        None,
        ('object',),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A maintenance tool must rewrite objects that were locked on purpose', None, ('object',), None, None, None, None, None, None, None, None),
    (
        "SoftHSM gives CKA_ALLOWED_MECHANISMS as an empty list; older releases of pkcs11-provider take that as 'no mechanism is allowed'",
        None,
        ('operation',),
        'softhsm2',
        None,
        None,
        'openssl-projects/pkcs11-provider#229',
        None,
        None,
        None,
        None,
    ),
    (
        'From C_DestroyObject, C_SetAttributeValue and C_CopyObject: exactly the attribute of that function is false (CKA_DESTROYABLE, CKA_MODIFIABLE, CKA_COPYABLE)',
        None,
        ('C_DestroyObject', 'C_SetAttributeValue', 'C_CopyObject'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
    (
        'Keys with CKA_MODIFIABLE = false stopped re-encipherment under a new master key, until newer versions made an exception',
        None,
        ('C_SetAttributeValue',),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#864',
        None,
        None,
        None,
        None,
    ),
    (
        'The key is named by an object line of the slot file, not made by the library: such objects are not marked destroyable',
        None,
        ('C_DestroyObject',),
        'cryptoauthlib',
        None,
        None,
        'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_config.c',
        None,
        None,
        None,
        None,
    ),
    (
        "The key lists CKA_ALLOWED_MECHANISMS without this mechanism, or the token gives an empty list, which older releases take as 'nothing is allowed'",
        None,
        ('operation',),
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#229',
        None,
        None,
        None,
        None,
    ),
    (
        'Fault since release 3.7.3: a key pair made by C_GenerateKeyPair loses its destroyable flag again',
        None,
        ('C_DestroyObject',),
        'cryptoauthlib',
        None,
        None,
        'MicrochipTech/cryptoauthlib#381',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Who says it? A line of the client alone (p11prov_..., 'mechanism not allowed with this key') and no failed C_ call near it: the client's own rule",
        None,
        ('operation',),
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
        'CKA_DESTROYABLE, CKA_MODIFIABLE and CKA_COPYABLE with C_GetAttributeValue: which one is false?',
        None,
        ('object',),
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
        'The function: C_DestroyObject, C_SetAttributeValue and C_CopyObject are the only ones that may return it',
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
    ('Is it the object you mean? Compare CKA_ID, CKA_LABEL and class', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Raised by pkcs11-provider at a signature: update it, or set pkcs11-module-quirks = no-allowed-mechanisms in openssl.cnf; the key is not protected and needs no change',
        None,
        ('operation',),
        None,
        None,
        None,
        'openssl-projects/pkcs11-provider#229, openssl-projects/pkcs11-provider#237',
        None,
        None,
        None,
        None,
    ),
    (
        'Leave the object: the protection was set on purpose. Find out by whom (key ceremony, policy)',
        None,
        ('object',),
        None,
        "all three attributes are true: then the refusal is the client's, or a policy's",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Make a new object with the attributes you need and move its users over',
        None,
        ('object',),
        None,
        'all three attributes are true',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "If it has to be deleted: the HSM administrator's own tool may remove it, after a tested backup and with the owner's consent",
        None,
        ('C_DestroyObject',),
        None,
        None,
        'loses the object for good',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If the flag is false although the template said true: use another release of the module, and report it',
        None,
        ('object',),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Next time decide on the three attributes at creation; they cannot be loosened later', None, ('object',), None, None, None, None, None, None, None, None),
    (
        'Remove the object line from /var/lib/cryptoauthlib/0.conf; for keys that the library made, check its release: the flag is kept in the file SLOT.N.conf',
        None,
        ('C_DestroyObject',),
        'cryptoauthlib',
        None,
        'the key itself stays in the chip until its slot is used again',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not re-initialise the token to get round it: that deletes every other object, and this one may survive',
        None,
        None,
        None,
        None,
        'loses all objects of the token',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Do not retry or look for another session or role: the answer stays the same', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ATTRIBUTE_READ_ONLY', 'only that attribute is fixed'),
    ('CKR_FUNCTION_REJECTED', 'a person or the device refused'),
    ('CKR_SESSION_READ_ONLY', "the session's mode"),
    ('CKR_TOKEN_WRITE_PROTECTED', 'the whole token'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki CCA/EP11',
        'CKA_MODIFIABLE=false keys blocked master-key re-encipherment tools until an exception was made for the opaque key blob',
        'opencryptoki/opencryptoki#864',
        'opencryptoki',
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
