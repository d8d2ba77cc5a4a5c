"""CKR_NEW_PIN_MODE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_NEW_PIN_MODE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = "C_Verify with an OTP mechanism whose verifier enforces PINs (CKM_SECURID) answers this when the PIN behind the submitted one-time password is to be replaced: the OTP was not accepted, and none will be until a new PIN has been set by the OTP system's own procedure and a fresh OTP computed with it. It concerns the PIN of the one-time-password system, not the PIN of C_Login."

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('One-time-password token (CKM_SECURID) demands a new PIN before it accepts OTPs: the one supplied was not accepted', None, None, None, None, None, None),
    ('First use or administrator reset of the OTP PIN', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Was it C_Verify with an OTP mechanism? The standard adds the code only there', None, None, None, None, None, None),
    ("Token's PIN rules, and whether the OTP PIN was reset", None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Set the new PIN with the token vendor's procedure (outside PKCS #11)", None, None, None, None, None, None),
    ('Compute a fresh OTP with the new PIN and verify that one', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Wrong entries in new-PIN mode can lock the OTP token', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_NEXT_OTP', 'next code requested'), ('CKR_PIN_EXPIRED', 'ordinary token PIN'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
