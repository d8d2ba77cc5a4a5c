"""CKR_USER_PIN_NOT_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_PIN_NOT_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_PIN_NOT_INITIALIZED: This value can only be returned by **C_Login**. It indicates that the normal user’s PIN has not yet been initialized with **C_InitPIN**.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token initialised with C_InitToken but the SO never set the user PIN', None, None, None, None, None, None),
    ('Token was re-initialised meanwhile, which clears the user PIN - and deletes the objects', None, None, None, None, None, None),
    ('Wrong slot: an empty or another token', None, None, None, None, None, None),
    ('Driver misjudges the card, or a middleware upgrade lost or misread the flag', None, None, None, None, None, None),
    ('TPM token database without user seal object', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_USER_PIN_INITIALIZED', None, None, None, None, None, None),
    ("pkcs11-tool -L output, softhsm2-util --show-slots ('User PIN init.')", None, None, None, None, None, None),
    ('Label and serial number: right slot, right token? Are the expected public objects still there?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'If the token had a working PIN before: stop and find the right slot, store or driver; C_InitPIN would replace a PIN that others still use',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Only if the PIN was never set: the SO logs in once on a R/W session and calls C_InitPIN (pkcs11-tool --login --login-type so --init-pin)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('If the card certainly has a PIN, update the driver or use the vendor module', None, None, None, None, None, None),
    ('Never answer this with C_InitToken: the token is already initialised and may hold objects', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wrong SO PIN attempts are limited; know the SO PIN before trying', None, None, None, None, None, None),
    (
        'C_InitToken instead of C_InitPIN would erase the token; C_InitPIN on a token in use locks out every service that holds the old PIN',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_EXPIRED', 'PIN exists but must be changed'),
    ('CKR_TOKEN_NOT_INITIALIZED', 'token itself in factory state'),
    ('CKR_USER_NOT_LOGGED_IN', 'C_InitPIN called without SO login'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('kryoptic', 'Could come out of C_Initialize intermittently', 'latchset/kryoptic#391', None),
    ('openCryptoki TPM token', 'C_InitPIN did not set the flag, so the user could never log in on 3.15.1', 'opencryptoki/opencryptoki#358', None),
    ('OpenSC + Italian CNS', 'New card batch reported without initialised PIN', 'OpenSC/OpenSC#3014', None),
    ('tpm2-pkcs11', 'Missing user seal object in the store', 'tpm2-software/tpm2-pkcs11:src/lib/backend_esysdb.c', None),
    (
        'ykcs11 (2.x, 2020)',
        'SO login with something that is not the 48-hex-digit management key was reported with this code',
        'Yubico/yubico-piv-tool#278',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
