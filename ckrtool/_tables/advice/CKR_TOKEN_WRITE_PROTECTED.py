"""CKR_TOKEN_WRITE_PROTECTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_WRITE_PROTECTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TOKEN_WRITE_PROTECTED: The requested action could not be performed because the token is write-protected. This return value has higher priority than CKR_SESSION_READ_ONLY.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Application asks for a read/write session or writes although the token is read-only by design (signature cards, signing services, NSS built-in slot)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Tool always opens R/W sessions even for signing', None, None, None, None, None, None),
    ('Write protection configured in the middleware (OpenSC read_only, p11-kit write-protected, CKNFAST_WRITE_PROTECTED)', None, None, None, None, None, None),
    ('Token counts as write-protected until the user has logged in (the flag may depend on the session state)', None, None, None, None, None, None),
    ('Token database opened read-only (file permissions)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_WRITE_PROTECTED', None, None, None, None, None, None),
    ('Flags of C_OpenSession in the trace', None, None, None, None, None, None),
    ('Middleware configuration and file ownership of the token store', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('For signing, open a read-only session (CKF_SERIAL_SESSION only) and use a tool version that does so', None, None, None, None, None, None),
    ("Do provisioning with the issuer's or vendor's tool", None, None, None, None, None, None),
    (
        'Remove the configured protection only if writing is intended and permitted; correct owner and group of a token store rather than opening it to everybody (no chmod 777)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('If CKF_WRITE_PROTECTED clears after the login, open the session R/O, log in and write from a R/W session afterwards', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_ONLY', 'session mode; lower priority'), ('CKR_ACTION_PROHIBITED', 'single object'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('pkcs11-tool (older)', '--login always opened a R/W session', 'OpenSC/OpenSC#2182', None),
    ('crypto11 / cosign', 'Always R/W sessions, so read-only signing modules fail', 'sigstore/cosign#2685', None),
    ('NSS softoken', 'One of its two slots is always write-protected', 'openssl-projects/pkcs11-provider#159', None),
    ('p11-kit server', 'Can mark an exported token write-protected', 'p11-glue/p11-kit#129', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitToken',
    'C_InitPIN',
    'C_SetPIN',
    'C_OpenSession',
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

NAMES: dict[str, str | None] = {}
