"""CKR_USER_TYPE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_TYPE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_TYPE_INVALID: An invalid value was specified as a **CK_USER_TYPE**. Valid types are **CKU_SO**, **CKU_USER**, and **CKU_CONTEXT**_SPECIFIC.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "A vendor's role was addressed with a standard number: Luna's Crypto User is a user type of its own",
        None,
        None,
        None,
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#169',
        ('hsm', 'cloud'),
        None,
        None,
        None,
    ),
    (
        'CKU_CONTEXT_SPECIFIC was used as if it were a third kind of user; it only re-authenticates for a pending operation',
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
    ('The module has no SO, or no context-specific login', None, None, None, None, None, None, None, None, None, None),
    (
        'The wrapper swapped its arguments or passed something else (0 is the SO, 1 the user, 2 context-specific)',
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
        'Crypto User is 0x80000001, not CKU_CONTEXT_SPECIFIC',
        None,
        None,
        'luna',
        None,
        None,
        'ThalesGroup/pycryptoki#13, Pkcs11Interop/Pkcs11Interop#169',
        None,
        None,
        None,
        None,
    ),
    ('There is no SO: every authentication key logs in as CKU_USER', None, None, 'yubihsm', None, None, 'Yubico/yubihsm-shell#213', None, None, None, None),
    (
        "No key database, or no password set in it yet; or the SO wants in although the user's password is set",
        None,
        None,
        'nss',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Releases before mid-2026 log in as CKU_USER only: Luna's Crypto User has a user type of its own",
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#748',
        None,
        None,
        None,
        None,
    ),
    (
        "Not logged in as SO: writing, making or deleting keys and certificates wants the management key; no login, or the user's, gets this code",
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_GenerateKey', 'C_GenerateKeyPair'),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#467',
        None,
        None,
        None,
        None,
    ),
    (
        'The slot\'s configuration names no such user (operator for CKU_USER, administrator for CKU_SO), or no NetHSM answers ("Login check failed" in the log)',
        None,
        None,
        'nethsm',
        None,
        None,
        'Nitrokey/nethsm-pkcs11:pkcs11/src/backend/login.rs',
        None,
        None,
        None,
        None,
    ),
    (
        'CKU_CONTEXT_SPECIFIC is not supported (2025) and returns this code',
        None,
        None,
        'nethsm',
        None,
        None,
        'Nitrokey/nethsm-pkcs11#240',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('userType in the trace: 0 SO, 1 user, 2 context-specific', None, None, None, None, None, None, None, None, None, None),
    ("CKU_* constants in the vendor's header", None, None, None, None, None, None, None, None, None, None),
    ('certutil -K -d sql:DIR: does the database exist, and has it a password?', None, None, 'nss', None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKU_USER for normal work; CKU_SO only to administer the token, where the module has one', None, None, None, None, None, None, None, None, None, None),
    (
        'CKU_CONTEXT_SPECIFIC only between *Init and the operation of a key with CKA_ALWAYS_AUTHENTICATE',
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
        'For the Crypto User pass user type 0x80000001; wrappers take a number (pycryptoki and python-pkcs11: user_type)',
        None,
        None,
        'luna',
        None,
        'a wrong password uses up a try of that role',
        'ThalesGroup/pycryptoki#13, pyauth/python-pkcs11#109',
        None,
        None,
        None,
        None,
    ),
    (
        "Log in as CKU_USER with the authentication key's ID and password as PIN",
        None,
        None,
        'yubihsm',
        None,
        'may burn a PIN try',
        'Yubico/yubihsm-shell#213',
        None,
        None,
        None,
        None,
    ),
    (
        'See first whether the slot is occupied, then log in as CKU_SO with the management key (48 hex digits, or longer; not the PIN), or write with yubico-piv-tool or ykman',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_GenerateKey', 'C_GenerateKeyPair'),
        'ykcs11',
        None,
        'a new key in an occupied PIV slot replaces the old one for good',
        None,
        None,
        None,
        None,
        None,
    ),
    ("For other roles take the vendor's constant and that role's own PIN", None, None, None, None, None, None, None, None, None, None),
    (
        "Update the provider, which can then be told the user type in its configuration, or give it the Crypto Officer's password",
        None,
        None,
        'pkcs11-provider',
        None,
        'a wrong password uses up a try of that role',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't try user types one after the other with a PIN: each that is accepted checks it, and burns tries of another role, perhaps the SO's",
        None,
        None,
        None,
        None,
        'may lock or erase',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_INCORRECT', 'role right, PIN wrong'), ('CKR_OPERATION_NOT_INITIALIZED', 'context-specific login without a pending operation'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Thales DPoD and Luna', 'Crypto User is a vendor user type', 'Pkcs11Interop/Pkcs11Interop#169', 'luna'),
    ('YubiHSM', 'No SO role at all', 'Yubico/yubihsm-shell#213', 'yubihsm'),
    ('libp11 engine', 'Can log in as CKU_USER only', 'OpenSC/libp11#389', 'libp11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_USER_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x103: CKR_USER_TYPE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_USER_TYPE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_USER_TYPE_INVALID',
    'PyKCS11': 'CKR_USER_TYPE_INVALID (0x00000103)',
    'libp11 (OpenSSL engine and provider)': 'User type invalid',
    'p11-kit': 'The user is of an invalid type',
    'pkcs11-provider': 'An invalid user type was specified',
    'pkcs11js': 'CKR_USER_TYPE_INVALID:259',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::UserTypeInvalid',
}
