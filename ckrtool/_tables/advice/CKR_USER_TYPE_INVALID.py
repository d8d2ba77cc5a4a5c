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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Vendor roles (Luna Crypto User, audit roles) need vendor-defined user type numbers', None, None, None, None, None, None),
    ('Module has no SO role or no context-specific login', None, None, None, None, None, None),
    ('Arguments swapped in the wrapper', None, None, None, None, None, None),
    (
        'CKU_CONTEXT_SPECIFIC used as if it were a second kind of user (the standard answers that with OPERATION_NOT_INITIALIZED)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('userType value in the trace: 0 SO, 1 user, 2 context-specific', None, None, None, None, None, None),
    ('Vendor header for additional CKU_* constants', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use CKU_USER for normal work and CKU_SO only for token administration', None, None, None, None, None, None),
    ('Use CKU_CONTEXT_SPECIFIC only between *Init and the operation with an always-authenticate key', None, None, None, None, None, None),
    ("Use the vendor's constant for extra roles", None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Guessing user types with a PIN can burn tries of another role', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_INCORRECT', 'role right, PIN wrong'), ('CKR_OPERATION_NOT_INITIALIZED', 'context-specific login without pending operation'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Thales DPoD/Luna', 'Crypto User is a vendor user type, not CKU_CONTEXT_SPECIFIC', 'Pkcs11Interop/Pkcs11Interop#169', None),
    ('YubiHSM', 'No SO role at all; every authentication key logs in as CKU_USER', 'Yubico/yubihsm-shell#213', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
