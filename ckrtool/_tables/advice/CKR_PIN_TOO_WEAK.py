"""CKR_PIN_TOO_WEAK: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PIN_TOO_WEAK.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PIN_TOO_WEAK: The specified PIN is too weak so that it could be easy to guess. If the PIN is too short, CKR_PIN_LEN_RANGE should be returned instead. This return code only applies to functions which attempt to set a PIN.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("New PIN fails the token's guessability policy (sequences, repeats, dictionary)", None, None, None, None, None, None),
    ('PIN equals a previous one where history is enforced', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Token's PIN policy", None, None, None, None, None, None),
    ('Is it C_SetPIN, C_InitPIN or the first C_InitToken? Only functions that set a PIN may return it', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Choose a stronger PIN and repeat once by hand; be certain of the old PIN and look at the PIN flags before', None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('C_SetPIN checks the old PIN each time; a wrong old PIN burns a try', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_LEN_RANGE', 'too short'), ('CKR_PIN_INVALID', 'bad characters or other refusals, used by modules that lack this code'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('openCryptoki', 'Uses PIN_INVALID for a new PIN equal to the old or default one', 'opencryptoki/opencryptoki:usr/lib/common/new_host.c', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
