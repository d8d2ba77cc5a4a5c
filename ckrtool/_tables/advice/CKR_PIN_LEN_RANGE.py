"""CKR_PIN_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PIN_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PIN_LEN_RANGE: The specified PIN is too long or too short. This return code only applies to functions which attempt to set a PIN.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('New PIN in C_SetPIN or C_InitPIN shorter or longer than the token allows (the standard knows the code only there)', None, None, None, None, None, None),
    (
        'Module answers it from C_Login too, when the PIN is outside its own limits (checked in software before the token sees it)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Existing PIN was set by other software outside the limits this module enforces', None, None, None, None, None, None),
    ('Wrong kind of secret for the role: management key or PUK used as SO PIN', None, None, None, None, None, None),
    ('NULL or empty PIN, or wrong ulPinLen from the wrapper (counting bytes of wide characters, 0 for a character array)', None, None, None, None, None, None),
    ('PIN pad reader: module passes a bogus length on the second operation', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.ulMinPinLen / ulMaxPinLen (pkcs11-tool -L prints pin min/max)', None, None, None, None, None, None),
    ('Log ulPinLen; look for trailing newline or NUL', None, None, None, None, None, None),
    ('Which role: user PIN, SO PIN, PUK, management key?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Find out which secret and length the role needs, then supply it once by hand', None, None, None, None, None, None),
    (
        'If the existing PIN is outside the limits, change it with the tool that set it (or the vendor tool), or use a module with the correct limits',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('For PIN pads pass NULL_PTR and length 0', None, None, None, None, None, None),
    ('Update the wrapper if it caps PIN length (32 bytes in some)', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Normally no try is burned because the check is local, but do not rely on it', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_INCORRECT', 'token compared the PIN'),
    ('CKR_PIN_INVALID', 'characters'),
    ('CKR_DATA_LEN_RANGE', 'some OpenSC card drivers report a PIN length problem this way'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC PIV', 'SO PIN for PIV is the 48-digit management key; the length check refuses it', 'OpenSC/OpenSC#1359', None),
    (
        'ykcs11',
        'Refuses to even try PINs shorter than 6 characters that older YubiKeys may have (current releases: ARGUMENTS_BAD from C_Login, this code only from C_SetPIN)',
        'Yubico/yubico-piv-tool#95',
        None,
    ),
    ('OpenSC CAC', 'Driver claims max 8 characters, so a longer PIN set by ActivClient cannot be changed', 'OpenSC/OpenSC#3047', None),
    ('SmartCard-HSM', 'SO-PIN must be exactly 16 hex digits', 'OpenSC/OpenSC#889', None),
    ('pkcs11-provider', 'Had an artificial 32-byte PIN limit', 'openssl-projects/pkcs11-provider#655', None),
    (
        'libp11/OpenSSL scripts',
        'PIN of the wrong length because the value passed was not the bare PIN (prefix, file name or newline); log ulPinLen',
        'OpenSC/libp11#611',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitPIN', 'C_SetPIN')

NAMES: dict[str, str | None] = {}
