"""CKR_PIN_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PIN_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PIN_INVALID: The specified PIN has invalid characters in it. This return code only applies to functions which attempt to set a PIN.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('New PIN has characters the token does not allow (letters on a numeric-only card, non-ASCII)', None, None, None, None, None, None),
    ('New PIN equals the old or the factory default PIN', None, None, None, None, None, None),
    ('PIN pad: the two entries of the new PIN did not match', None, None, None, None, None, None),
    ('Secret handed over in the wrong encoding', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token PIN policy in the vendor documentation; pkcs15-tool --list-pins shows type (ascii-numeric, bcd, utf8)', None, None, None, None, None, None),
    ('Is the new PIN different from the current and the default one?', None, None, None, None, None, None),
    ('PIN pad log', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Choose a new PIN within the policy, then repeat C_SetPIN/C_InitPIN once by hand; be certain of the old PIN and look at the PIN flags before',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('On a PIN pad repeat and enter the same new PIN twice', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Each C_SetPIN also verifies the old PIN; a wrong old PIN burns a try', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_LEN_RANGE', 'length'), ('CKR_PIN_TOO_WEAK', 'policy says guessable'), ('CKR_PIN_INCORRECT', 'old PIN or login PIN wrong'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        'C_SetPIN refuses a new PIN identical to the old one or to the built-in default',
        'opencryptoki/opencryptoki:usr/lib/common/new_host.c',
        None,
    ),
    ('OpenSC', 'Mismatch of the two new-PIN entries on a PIN pad maps here', 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitPIN', 'C_SetPIN')

NAMES: dict[str, str | None] = {}
