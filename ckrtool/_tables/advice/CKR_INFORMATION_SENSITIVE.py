"""CKR_INFORMATION_SENSITIVE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_INFORMATION_SENSITIVE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_INFORMATION_SENSITIVE: The information requested could not be obtained because the token considers it sensitive, and is not able or willing to reveal it.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetObjectSize on an object whose size the token will not tell - the one function that lists the code', None, None, None, None, None, None),
    ('Old module using it in place of CKR_ATTRIBUTE_SENSITIVE or CKR_STATE_UNSAVEABLE', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Which function and what was requested?', None, None, None, None, None, None),
    ('Is the object sensitive or unextractable?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Do without that information: a size is never needed to use the key; use it through its handle', None, None, None, None, None, None),
    ('From any other function treat it like CKR_ATTRIBUTE_SENSITIVE', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_ATTRIBUTE_SENSITIVE', 'normal code for attributes'), ('CKR_KEY_UNEXTRACTABLE', 'wrapping'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetObjectSize',)

NAMES: dict[str, str | None] = {}
