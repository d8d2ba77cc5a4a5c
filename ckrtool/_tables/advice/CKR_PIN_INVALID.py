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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The new PIN has characters that the token does not take: letters on a numeric card, accents, control characters, a newline from a file',
        None,
        ('C_SetPIN', 'C_InitPIN', 'C_InitToken'),
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
        'The new PIN is the old one or the factory default, which the token refuses',
        None,
        ('C_SetPIN', 'C_InitPIN'),
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
        'The two entries of the new PIN on the PIN pad were not the same',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        None,
        None,
        None,
        'OpenSC/OpenSC:src/pkcs11/misc.c',
        ('card',),
        None,
        None,
        None,
    ),
    (
        'No PIN arrived at the login: empty, or NULL because the token has the flag for a PIN pad (CKF_PROTECTED_AUTHENTICATION_PATH) without having one',
        None,
        ('C_Login',),
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
        'The secret was handed over in another encoding (UTF-16, hex text instead of bytes) or with a wrong length',
        None,
        ('C_SetPIN', 'C_InitPIN', 'C_InitToken', 'C_Login'),
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
        'Java passes NULL instead of your PIN to a token that has the flag for a PIN pad',
        None,
        ('C_Login',),
        'java-sunpkcs11',
        None,
        None,
        'ThalesGroup/CipherTrust_Application_Protection#207',
        None,
        None,
        None,
        None,
    ),
    (
        'The new PIN is the old one; a token in the newer data format (tokversion 3.12) says this of a wrong old PIN as well',
        None,
        ('C_SetPIN',),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/common/new_host.c',
        None,
        None,
        None,
        None,
    ),
    (
        'The new password breaks the quality rules stored on the token (length, kinds of characters, repeats, history), which SafeNet Authentication Client Tools shows',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'etoken',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'In FIPS mode a new database password must be valid UTF-8 (one that is too short or too plain is CKR_PIN_LEN_RANGE)',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'nss',
        None,
        None,
        'nss-dev/nss:lib/softoken/fipstokn.c',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'pkcs15-tool --list-pins shows the kind of PIN a card wants (ascii-numeric, bcd, utf8) and its lengths',
        None,
        None,
        'opensc',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Token's PIN policy in the vendor's documentation, ulMinPinLen and ulMaxPinLen in pkcs11-tool --module M -L",
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
        'Is the new PIN different from the present one and from the default? Log its length and whether it is printable, never the PIN',
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
    ('PIN flags before the next attempt: pkcs11-tool --module M -T', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Look at the token's flags: CKF_PROTECTED_AUTHENTICATION_PATH makes programs send no PIN; where the token has no keypad, correct or update the module",
        None,
        ('C_Login',),
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
        'Let the owner choose another PIN within the policy; digits always pass',
        None,
        ('C_SetPIN', 'C_InitPIN', 'C_InitToken'),
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
        'Repeat C_SetPIN or C_InitPIN once, by hand, with an old PIN (or SO PIN) known to be right, after a look at the PIN flags',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        None,
        None,
        'C_SetPIN checks the old PIN and may burn a try',
        None,
        None,
        None,
        None,
        None,
    ),
    ('On a PIN pad start over and enter the same new PIN twice', None, ('C_SetPIN', 'C_InitPIN'), None, None, None, None, ('card',), None, None, None),
    (
        'Own code can pass the PIN to C_Login itself, although the flag is set: once, with a PIN known to be right',
        None,
        ('C_Login',),
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
        None,
        None,
    ),
    (
        'Choose the new password in SafeNet Authentication Client Tools, which names the rule that is broken',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'etoken',
        None,
        'a wrong present password uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Give the password as UTF-8 (locale of the shell, encoding of the password file), ASCII first: certutil -W -d sql:FOLDER',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'nss',
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
        "Don't run through candidate PINs in a loop: each C_SetPIN also checks the old PIN, and a wrong old PIN burns a try",
        None,
        ('C_SetPIN', 'C_InitPIN'),
        None,
        None,
        'may lock the PIN',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Don't conclude that the old PIN was wrong: this code is about the new one (openCryptoki says it of both)",
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

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_LEN_RANGE', 'too short or too long'),
    ('CKR_PIN_TOO_WEAK', 'policy finds it easy to guess'),
    ('CKR_PIN_INCORRECT', 'the old PIN, or the login PIN, is wrong'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        'C_SetPIN refuses a new PIN equal to the old one; the older data format refuses the default PIN too, the newer one (tokversion 3.12) answers a wrong old PIN with this code',
        'opencryptoki/opencryptoki:usr/lib/common/new_host.c',
        'opencryptoki',
    ),
    ('OpenSC', 'A mismatch of the two new entries on a PIN pad is mapped to this', 'OpenSC/OpenSC:src/pkcs11/misc.c', 'opensc'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitPIN', 'C_SetPIN')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_PIN_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xA1: CKR_PIN_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PIN_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_PASSWORD',
    'OpenSC (SC_ERROR)': 'SC_ERROR_KEYPAD_PIN_MISMATCH',
    'Pkcs11Interop': 'CKR.CKR_PIN_INVALID',
    'PyKCS11': 'CKR_PIN_INVALID (0x000000A1)',
    'libp11 (OpenSSL engine and provider)': 'PIN invalid',
    'p11-kit': 'The password or PIN is invalid',
    'pkcs11-provider': 'The specified PIN is invalid',
    'pkcs11js': 'CKR_PIN_INVALID:161',
    'python-pkcs11': 'pkcs11.exceptions.PinInvalid',
    'rust-cryptoki': 'RvError::PinInvalid',
}
