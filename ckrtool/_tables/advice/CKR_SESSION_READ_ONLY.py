"""CKR_SESSION_READ_ONLY: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_READ_ONLY.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_READ_ONLY: The specified session was unable to accomplish the desired action because it is a read-only session. This return value has lower priority than CKR_TOKEN_WRITE_PROTECTED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A token object is to be created, changed or deleted in a session opened without CKF_RW_SESSION',
        None,
        (
            'C_CreateObject',
            'C_CopyObject',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_DestroyObject',
            'C_SetAttributeValue',
            'object',
        ),
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
        "The template contains CKA_TOKEN=true (or that is the wrapper's default), though a session object would do",
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey'),
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
        'The module wants a read/write session for session objects too, which the standard does not ask for',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey'),
        None,
        None,
        None,
        'harrison314/BouncyHsm#104',
        None,
        None,
        None,
        None,
    ),
    ('A PIN is to be set in a session opened without CKF_RW_SESSION', None, ('C_InitPIN', 'C_SetPIN'), None, None, None, None, None, None, None, None),
    ('The wrapper opens sessions read-only unless told otherwise, and the program did not tell it', None, None, None, None, None, None, None, None, None, None),
    ('The module returns this code if a login is missing', None, ('object',), None, None, None, 'tpm2-software/tpm2-pkcs11#860', None, None, None, None),
    (
        'Objects, session objects included, can be made only with the user logged in on a read/write session',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#921',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('C_GetSessionInfo: flags (CKF_RW_SESSION?) and state (RO_* or RW_*)', None, None, None, None, None, None, None, None, None, None),
    ('CKA_TOKEN in the template of the trace', None, None, None, None, None, None, None, None, None, None),
    ('Token flag CKF_WRITE_PROTECTED (pkcs11-tool --module M -T): then no session can write', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Open read/write and log in before deriving or creating anything; if that was so already, update the module',
        None,
        None,
        'tpm2-pkcs11',
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Open another session with CKF_SERIAL_SESSION | CKF_RW_SESSION and repeat there; an open session cannot be upgraded',
        None,
        (
            'object',
            'login',
            'C_CreateObject',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_DestroyObject',
            'C_SetAttributeValue',
            'C_CopyObject',
        ),
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
        None,
        None,
    ),
    (
        'Temporary object: set CKA_TOKEN=false and stay in the read-only session',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey'),
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
        None,
        None,
    ),
    (
        'A program that opens read-only: use its option for writing, or write with pkcs11-tool --login',
        None,
        ('object',),
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        ('program',),
        None,
        None,
        None,
    ),
    (
        'Log in before private objects are written; the login holds for the new session as well',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    ('python-pkcs11: token.open(rw=True)', None, None, 'python-pkcs11', None, None, 'pyauth/python-pkcs11#155', None, None, None, None),
    (
        'Give the program or wrapper its read/write option (rw=True, CKF_RW_SESSION, not readonly), and write in that session',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code',),
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't close the only session to reopen it read/write: with the last session the login and the session objects go",
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
    ("Don't open everything read/write from now on: write-protected tokens refuse such sessions", None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_WRITE_PROTECTED', 'the token itself is read-only; it has priority'),
    ('CKR_USER_NOT_LOGGED_IN', 'the login is missing'),
    ('CKR_ACTION_PROHIBITED', "the object's own flags forbid it"),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'tpm2-pkcs11 (older)',
        'Returned it for a public read/write session, which kept certutil from asking for the PIN',
        'tpm2-software/tpm2-pkcs11#860',
        'tpm2-pkcs11',
    ),
    (
        'AWS CloudHSM Client SDK 5',
        'Has no read-only sessions; C_OpenSession for one answers FUNCTION_FAILED',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
        'cloudhsm',
    ),
    ('NetHSM', 'Lets some writes through in read-only sessions', 'Nitrokey/nethsm-pkcs11#271', 'nethsm'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitPIN',
    'C_SetPIN',
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_SetAttributeValue',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB5: CKR_SESSION_READ_ONLY',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_READ_ONLY',
    'NSS (SEC_ERROR)': 'SEC_ERROR_READ_ONLY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_READ_ONLY',
    'PyKCS11': 'CKR_SESSION_READ_ONLY (0x000000B5)',
    'libp11 (OpenSSL engine and provider)': 'Session read only',
    'p11-kit': 'The session is read-only',
    'pkcs11-provider': 'Session is Read Only',
    'pkcs11js': 'CKR_SESSION_READ_ONLY:181',
    'python-pkcs11': 'pkcs11.exceptions.SessionReadOnly',
    'rust-cryptoki': 'RvError::SessionReadOnly',
}
