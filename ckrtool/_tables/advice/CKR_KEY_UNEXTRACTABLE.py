"""CKR_KEY_UNEXTRACTABLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_UNEXTRACTABLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_UNEXTRACTABLE: The specified private or secret key can’t be wrapped because its **CKA_EXTRACTABLE** attribute is set to CK_FALSE. Compare with CKR_KEY_NOT_WRAPPABLE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The key was made with CKA_EXTRACTABLE=false or without that attribute, as most tools do unless told otherwise: it was meant never to leave the token',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        'The handle is that of a public key or certificate; only secret and private keys can be wrapped',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        'The key was unwrapped or restored by a tool that forces CKA_EXTRACTABLE=false on what comes in',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        None,
        None,
        None,
        'Mastercard/pkcs11-tools#16, Mastercard/pkcs11-tools#17',
        None,
        None,
        None,
        None,
    ),
    (
        'A backup or a move to another HSM was planned only after the keys existed',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        'The object lacks the capability exportable-under-wrap, without which a YubiHSM exports nothing',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#165',
        None,
        None,
        None,
        None,
    ),
    (
        'It ignored --extractable for secret keys (until 2021)',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        'pkcs11-tool',
        None,
        None,
        'OpenSC/OpenSC#2393',
        None,
        None,
        None,
        None,
    ),
    (
        'A public key was passed: it has no CKA_EXTRACTABLE, and SoftHSM takes that for false',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#608',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Read CKA_CLASS, CKA_EXTRACTABLE and CKA_NEVER_EXTRACTABLE of the key (pkcs11-tool --module M -l -O prints them as Access)',
        None,
        None,
        None,
        None,
        'a wrong PIN after -l uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Compare CKA_ID with the key you meant: a public and a private key often share one label', None, None, None, None, None, None, None, None, None, None),
    (
        'Does the vendor have its own backup: cloning to a backup HSM, security world files, DKEK shares? That way is made for keys that are not extractable',
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
        'yubihsm-shell, get objectinfo: look for exportable-under-wrap on the object and in the delegated capabilities of the wrap key',
        None,
        None,
        'yubihsm',
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
    (
        "If it was meant so, accept it: copy the key with the vendor's cloning or backup inside the same security domain",
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
        'If a public key is wanted, read its attributes with C_GetAttributeValue; it needs no wrapping',
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
        'If keys must be exportable, generate a new one with CKA_EXTRACTABLE=true and CKA_SENSITIVE=true (pkcs11-tool --extractable --sensitive; SunPKCS11: attributes(generate,*,*) = { CKA_EXTRACTABLE = true }), then re-issue certificates or re-encrypt the data',
        'CKA_EXTRACTABLE can be switched off later, never on',
        None,
        None,
        None,
        'such a key can leave the token under any key that may wrap',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Keep the old key until everything that depends on it has moved and been tested', None, None, None, None, None, None, None, None, None, None),
    ('Before the next production key is made, decide how it will be backed up', None, None, None, None, None, None, None, None, None, None),
    (
        'Import the key again with exportable-under-wrap from its original source; a capability cannot be added to an existing object',
        None,
        None,
        'yubihsm',
        'no original source exists: then only a new key helps',
        None,
        'Yubico/yubihsm-shell#165',
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't delete the key to make it again exportable before its successor works: what cannot be exported cannot be brought back",
        None,
        None,
        None,
        None,
        'loses keys',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Don't look for a trick around CKA_EXTRACTABLE (vulnerable mechanisms, patched modules): the flag is the protection that was bought",
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_NOT_WRAPPABLE', 'extractable, but not with this wrapping key or mechanism'),
    ('CKR_ATTRIBUTE_SENSITIVE', 'reading the value in clear instead of wrapping it'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'YubiHSM',
        "Capabilities are fixed at creation; only a new import can carry exportable-under-wrap, so don't delete the object unless you have its source",
        None,
        'yubihsm',
    ),
    ('SoftHSM2', 'Answers so for public keys too, which have no CKA_EXTRACTABLE', 'softhsm/SoftHSMv2#608', 'softhsm2'),
    ('step-ca and similar tools', 'Make unextractable keys unless an option at generation time says otherwise', 'smallstep/certificates#613', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x6A: CKR_KEY_UNEXTRACTABLE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_UNEXTRACTABLE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_UNEXTRACTABLE',
    'PyKCS11': 'CKR_KEY_UNEXTRACTABLE (0x0000006A)',
    'libp11 (OpenSSL engine and provider)': 'Key unextractable',
    'p11-kit': 'Cannot export this key',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_KEY_UNEXTRACTABLE:106',
    'python-pkcs11': 'pkcs11.exceptions.KeyUnextractable',
    'rust-cryptoki': 'RvError::KeyUnextractable',
}
