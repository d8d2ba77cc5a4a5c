"""CKR_SAVED_STATE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SAVED_STATE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SAVED_STATE_INVALID: This value can only be returned by **C_SetOperationState**. It indicates that the supplied saved cryptographic operations state is invalid, and so it cannot be restored to the specified session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The state was saved on another token, with another module version, or in another session state or login',
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
    ('The blob is cut off, changed, or was read back with the wrong length', None, None, None, None, None, None, None, None, None, None),
    (
        'The mechanism can save but not restore, or the module kept only one of two running operations',
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
        'The operation identifier is unknown: another token, another function name, already finished, or lost at a restart',
        None,
        ('C_AsyncJoin',),
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

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Where, when and by which module version was it saved? Same token, same login state?', None, None, None, None, None, None, None, None, None, None),
    ('Length of the blob now against what C_GetOperationState returned', None, None, None, None, None, None, None, None, None, None),
    ('The identifier against what C_AsyncGetID returned for this function', None, ('C_AsyncJoin',), None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Start the operation again from the beginning with the input data', None, None, None, None, None, None, None, None, None, None),
    (
        'Keep the input (or a hash of your own) instead of the state, if it has to survive a restart or an upgrade',
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
        'Find out by other means whether the lost operation took effect (look for the object by label) before you start it again',
        None,
        ('C_AsyncJoin',),
        None,
        None,
        'a second run may create the object twice',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Do not feed states from outside your own process's keeping",
        'a state may carry key material or running values of the operation',
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
    ('CKR_STATE_UNSAVEABLE', 'it could not be saved in the first place'),
    ('CKR_KEY_NEEDED', 'the state is good, the key has to be handed over with it'),
    ('CKR_KEY_CHANGED', 'a key was handed over, but not the one in use when it was saved'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki (older)', 'Saved one of several running operations only', 'opencryptoki/opencryptoki#574', 'opencryptoki'),
    ('kryoptic', 'Default answer of mechanisms that cannot restore', 'latchset/kryoptic:src/mechanism.rs', 'kryoptic'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SetOperationState', 'C_AsyncJoin')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x160: CKR_SAVED_STATE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SAVED_STATE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SAVED_STATE_INVALID',
    'PyKCS11': 'CKR_SAVED_STATE_INVALID (0x00000160)',
    'libp11 (OpenSSL engine and provider)': 'Saved state invalid',
    'p11-kit': 'The saved state is invalid',
    'pkcs11-provider': 'The supplied saved cryptographic operations state is invalid',
    'pkcs11js': 'CKR_SAVED_STATE_INVALID:352',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::SavedStateInvalid',
}
