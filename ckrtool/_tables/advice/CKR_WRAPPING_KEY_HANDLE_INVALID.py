"""CKR_WRAPPING_KEY_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPING_KEY_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPING_KEY_HANDLE_INVALID: This value can only be returned by **C_WrapKey**.  It indicates that the key handle specified to be used to wrap another key is not valid.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The handle is stale: from another session, process or login, or the key was deleted meanwhile',
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
    ('The search for the wrapping key found nothing, and handle 0 went into the call', None, None, None, None, None, None, None, None, None, None),
    (
        'The handle is of something else: RSA private key or certificate where the RSA public key is needed',
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
    ('The public key is on the token only inside a certificate', None, None, None, None, None, None, None, None, None, None),
    (
        "Another module's code for an unwrapping handle: the standard has CKR_UNWRAPPING_KEY_HANDLE_INVALID for that",
        None,
        ('C_UnwrapKey',),
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
        'The same key was given as wrapping key and as the key to be wrapped',
        None,
        ('C_WrapKey',),
        None,
        None,
        None,
        'OP-TEE/optee_os#4469',
        None,
        None,
        None,
        None,
    ),
    (
        'The key to be wrapped and the wrapping key are the same object, which the trusted application forbids',
        None,
        ('C_WrapKey',),
        'optee',
        None,
        None,
        'OP-TEE/optee_os#4469',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('What the search returned just before, and the handle in the call (pkcs11-spy log)', None, None, None, None, None, None, None, None, None, None),
    ('CKA_CLASS, CKA_KEY_TYPE and CKA_WRAP of that object: pkcs11-tool --module MODULE -O', None, None, None, None, None, None, None, None, None, None),
    ('Is the user logged in here? Private keys are not found without login', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Look the wrapping key up again in this session, with CKA_CLASS, CKA_KEY_TYPE and CKA_ID, and demand exactly one result',
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
        'Public key missing: create it as a session object (CKA_TOKEN false, CKA_WRAP true) from the certificate, after checking its fingerprint',
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
    ('Wrap with another key than the one to be wrapped', None, ('C_WrapKey',), None, None, None, 'OP-TEE/optee_os#4469', None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not take the next best key that wraps',
        'who holds its counterpart can read the key that leaves the token',
        None,
        None,
        None,
        'gives the wrapped key to the wrong party',
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
    ('CKR_UNWRAPPING_KEY_HANDLE_INVALID', 'the counterpart in C_UnwrapKey'),
    ('CKR_KEY_HANDLE_INVALID', 'the key that is to leave the token'),
    ('CKR_WRAPPING_KEY_TYPE_INCONSISTENT', 'the handle is good, the key is of the wrong kind'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki', 'Made from CKR_OBJECT_HANDLE_INVALID in C_WrapKey', 'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c', 'opencryptoki'),
    ('pkcs11test (older)', 'Expected this code from C_UnwrapKey until June 2020', 'google/pkcs11test#23', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x113: CKR_WRAPPING_KEY_HANDLE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_WRAPPING_KEY_HANDLE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_WRAPPING_KEY_HANDLE_INVALID',
    'PyKCS11': 'CKR_WRAPPING_KEY_HANDLE_INVALID (0x00000113)',
    'libp11 (OpenSSL engine and provider)': 'Wrapping key handle invalid',
    'p11-kit': 'Cannot export because the key is invalid',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_WRAPPING_KEY_HANDLE_INVALID:275',
    'python-pkcs11': 'pkcs11.exceptions.WrappingKeyHandleInvalid',
    'rust-cryptoki': 'RvError::WrappingKeyHandleInvalid',
}
