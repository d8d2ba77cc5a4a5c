"""CKR_NEXT_OTP: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_NEXT_OTP.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = 'C_Verify with an OTP mechanism answers this when the one-time password matched, but so far from the expected clock or counter position that the verifier asks for the following code as well before it accepts. The verification is not complete: it is neither a success nor a plain mismatch (CKR_SIGNATURE_INVALID).'

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'The OTP was right, but clock or counter of the token have drifted further than normal; the verifier wants the next code as proof',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Several wrong codes before', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Was it C_Verify with an OTP mechanism? The standard adds the code only there', None, None, None, None, None, None),
    ('Clock of the OTP token or counter position', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wait for the next code and submit that one, once', None, None, None, None, None, None),
    ('Resynchronise the OTP token with the server if it keeps happening', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Repeating the same code counts as another failure', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_NEW_PIN_MODE', 'new PIN requested'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
