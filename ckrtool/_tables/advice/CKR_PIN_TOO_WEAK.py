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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The new PIN breaks the token's rule against easy guesses: runs (1234), repeats (0000), dictionary, label or user name",
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
    ('The new PIN is one of the last ones, where the token keeps a history', None, None, None, None, None, None, None, None, None, None),
    ('The default or transport PIN was set again as the new one', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Which function? C_SetPIN proves the old PIN each time; C_InitPIN and C_InitToken set a PIN as the SO',
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
        "The token's PIN rules: ulMinPinLen and ulMaxPinLen in the token information, the rest only in the vendor's manual or partition policy",
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
        'CKF_USER_PIN_COUNT_LOW or CKF_USER_PIN_FINAL_TRY set? Then make sure of the old PIN before you try again',
        None,
        ('C_SetPIN',),
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A person chooses a better PIN: longer, mixed as far as the rules allow, not derived from label or date',
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
        'C_SetPIN: look at the PIN flags (ckr probe --module MODULE), then call it once with the right old PIN',
        None,
        None,
        None,
        None,
        'a wrong old PIN burns a try',
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_InitPIN: set the new PIN in the SO session that is still open; no new login is needed', None, None, None, None, None, None, None, None, None, None),
    (
        'Update the secret store only when the call returned CKR_OK; until then the old PIN is the valid one',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not let a program try PIN after PIN until one passes',
        'C_SetPIN checks the old PIN each time; if that one is wrong the tries run out',
        None,
        None,
        None,
        'may lock the PIN',
        None,
        None,
        None,
        None,
        None,
    ),
    ("Do not relax the token's PIN policy for one application", None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_LEN_RANGE', 'too short or too long'),
    ('CKR_PIN_INVALID', 'characters not allowed, and every other refusal on modules without this code'),
    ('CKR_PIN_INCORRECT', 'the old PIN is wrong'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('openCryptoki', 'Answers CKR_PIN_INVALID when the new PIN equals the old one', 'opencryptoki/opencryptoki:usr/lib/common/new_host.c', 'opencryptoki'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B8: CKR_PIN_TOO_WEAK',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PIN_TOO_WEAK',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_PIN_TOO_WEAK',
    'PyKCS11': 'CKR_PIN_TOO_WEAK (0x000001B8)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_PIN_TOO_WEAK:440',
    'python-pkcs11': 'pkcs11.exceptions.PinTooWeak',
    'rust-cryptoki': 'RvError::PinTooWeak',
}
