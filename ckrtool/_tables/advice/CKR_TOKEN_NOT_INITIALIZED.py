"""CKR_TOKEN_NOT_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_NOT_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_TOKEN_NOT_INITIALIZED: The token is in factory state and C_InitToken (or an out of band initialization method) needs to be called before any other token related operations can be completed.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The wrong slot: software tokens always show one blank token next to the real ones, and slot numbers move',
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
        'The token store is not the one you think: another configuration file, user or environment, a volume not mounted, a recreated container, so that the token looks new',
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
        'The token really is in factory state: new device or partition, set-up never done',
        None,
        None,
        None,
        'keys were used on this token before',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The token was erased: reset by its owner, by a tamper response, or re-initialised under another label',
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
        'The database that the configuration names does not exist, so a blank token is shown: KRYOPTIC_CONF or dbargs points elsewhere',
        None,
        None,
        'kryoptic',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "pkcs11-tool --module MODULE -L: which slot shows your label and serial number? This code belongs to the slot marked 'uninitialized'",
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
        'CKF_TOKEN_INITIALIZED, label and serial number of the slot in question: ckr probe --module MODULE',
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
        'Does a backup, the inventory or a certificate say that keys should be there? Then it is not a new token',
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
        'The token store as the service sees it: its user, environment, configuration file and mounts (/proc/PID/environ, /proc/PID/mounts)',
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
    ("softhsm2-util --show-slots, run as the service's user with its SOFTHSM2_CONF", None, None, 'softhsm2', None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'If keys were expected: stop, and go to the right slot (by label or serial number, not by number), configuration or mount',
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
        'If the store is lost: restore it from the backup, then check label and serial number before anything else runs',
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
        "If the token was erased: find out by whom and why in the HSM's log, then restore the keys from backup or clone",
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
        'Only for a token known to be new: the SO initialises it with a label and an SO PIN and sets the user PIN, on that slot alone',
        None,
        None,
        None,
        None,
        'C_InitToken erases every object of a token that was in use after all',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Write down label, serial number and custody of the SO PIN before the first key is made', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Never answer this code with C_InitToken, not by hand and not in a program',
        'on the wrong slot or on a token that merely looks new it destroys or hides the keys',
        None,
        None,
        None,
        'loses all keys of the token',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Do not let a start script initialise 'the first free token'",
        'it turns a missing mount into a new, empty token and hides the loss',
        None,
        None,
        None,
        None,
        'NeySlim/ultimate-ca-manager#195',
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
    ('CKR_TOKEN_NOT_RECOGNIZED', 'what SoftHSM2 answers for a blank token'),
    ('CKR_USER_PIN_NOT_INITIALIZED', 'token initialised, but no user PIN set'),
    ('CKR_CRYPTOKI_NOT_INITIALIZED', 'the library, not the token'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('kryoptic', 'Answers every token call on a blank token this way', 'latchset/kryoptic:src/slot.rs', 'kryoptic'),
    (
        'SoftHSM2',
        'Does not know the code: C_OpenSession returns CKR_TOKEN_NOT_RECOGNIZED',
        'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp',
        'softhsm2',
    ),
    ('strongSwan with SoftHSM2', 'Stumbles over the blank slot that is always there (as CKR_TOKEN_NOT_RECOGNIZED)', 'softhsm/SoftHSMv2#748', 'softhsm2'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x208: CKR_TOKEN_NOT_INITIALIZED',
    'Java SunPKCS11': None,
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_TOKEN_NOT_INITIALIZED (0x00000208)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:520',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
