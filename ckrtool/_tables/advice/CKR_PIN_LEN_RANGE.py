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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The PIN is longer or shorter than the token takes (often 4 or 6 to 8), and the module, or the client before it, refuses it before the token sees it; the standard knows this code for new PINs only',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'What arrived is not the bare PIN: a prefix, a file name, quotes or a newline came with it, it is empty (no PIN given, a null password), or the wrapper passes a wrong length',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The new PIN is shorter or longer than the token allows', None, ('C_SetPIN', 'C_InitPIN', 'C_InitToken'), None, None, None, None, None, None),
    (
        'C_InitToken takes the SO PIN, whose length is its own: 16 hex digits on a SmartCard-HSM, the 48-digit management key on PIV; an empty or NULL one, or a newline after it, does not fit either',
        None,
        ('C_InitToken',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'With the SO logged in, C_SetPIN changes the SO PIN, not the user PIN: a user-length PIN does not fit there (pkcs11-tool --change-pin after an SO login)',
        None,
        ('C_SetPIN',),
        None,
        None,
        None,
        'OpenSC/OpenSC#1002',
        None,
        None,
    ),
    (
        'The module verifies the PIN once more inside this call (a PIN pad or a key that wants the PIN each time, no PIN in its cache) and has none of a valid length to send',
        None,
        ('operation', 'object'),
        None,
        None,
        None,
        None,
        ('card', 'code', 'program'),
        None,
    ),
    (
        'Wrong kind of secret for the role: PUK, management key or SO PIN have other lengths than the user PIN',
        None,
        ('login', 'C_Login', 'C_LoginUser', 'C_SetPIN', 'C_InitPIN', 'C_InitToken'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The PIN was set by other software, outside the limits that this module enforces', None, None, None, None, None, 'OpenSC/OpenSC#3047', None, None),
    (
        'PIN pad: OpenSC keeps no PIN that was entered there, and when the card wants the PIN again it sends a made-up one of 256 bytes (2016, MyEID)',
        None,
        ('operation', 'object'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#856',
        None,
        None,
    ),
    (
        "The PIN is outside the limits OpenSC knows for the card ('pin min/max' of pkcs11-tool -L); as SO: PIV's 48-digit management key is too long, a SmartCard-HSM (Nitrokey HSM) wants 16 hex digits",
        None,
        ('C_Login',),
        'opensc',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "The length does not fit as SO PIN: PIV's 48-digit management key is too long; a SmartCard-HSM (Nitrokey HSM) wants 16 hex digits, which OpenSC of 2014 held against the user PIN's limit",
        None,
        ('C_SetPIN', 'C_InitPIN', 'C_InitToken', 'C_GenerateKeyPair', 'C_CreateObject'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#1359, OpenSC/OpenSC#267',
        None,
        None,
    ),
    (
        'A PIN of 4 or 5 characters, as older YubiKeys may have, is refused without trying it',
        None,
        None,
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#95',
        None,
        None,
    ),
    (
        'The keystore password was null or an empty array, so the PIN had length 0',
        None,
        None,
        'java-sunpkcs11',
        None,
        None,
        'luisgoncalves/xades4j#102',
        None,
        None,
    ),
    ('An artificial limit of 32 bytes in older releases', None, None, 'pkcs11-provider', None, None, 'openssl-projects/pkcs11-provider#655', None, None),
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
    ),
    (
        'In FIPS mode a new database password needs 7 characters or more of three kinds; a capital at its start and a digit at its end do not count',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'nss',
        None,
        None,
        'nss-dev/nss:lib/softoken/fipstokn.c',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Limits of the token: pkcs11-tool --module M -L prints 'pin min/max'", None, None, None, None, None, None, None, None),
    ('ulPinLen in a trace, against the length you expect; never log the PIN itself', None, None, None, None, None, None, None, None),
    (
        'Which secret does this call want: user PIN, SO PIN, PUK, management key? Who is logged in at that moment?',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('PIN pad: is NULL with length 0 passed, as a protected path needs?', None, None, None, None, None, None, ('card',), None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Correct how the program gets the PIN (bare value, no newline, right length) before the next login',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Choose a new PIN within the limits that the token reports', None, ('C_SetPIN', 'C_InitPIN', 'C_InitToken'), None, None, None, None, None, None),
    (
        'To set a new user PIN as SO use C_InitPIN: pkcs11-tool --module M --login --login-type so --init-pin',
        None,
        ('C_SetPIN',),
        None,
        None,
        "checks the SO PIN, which has a counter of its own; the user's old PIN stops working",
        None,
        None,
        None,
    ),
    (
        "Enter a PIN within 'pin min/max' of pkcs11-tool --module M -L; one set elsewhere outside them works with the maker's module, or has to be changed there; as SO: 16 hex digits (SmartCard-HSM), PIV's management key through ykcs11",
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
    ),
    (
        "Find out which secret the call wants (user PIN, SO PIN, PUK, management key) and its length in the token's manual; give it once and by hand",
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
        "If the PIN is right but outside the module's limits, update the module or change the PIN with the maker's tool (sc-hsm-tool, ykman, the tool that set it), then come back",
        None,
        None,
        None,
        None,
        'the change checks the old PIN and may burn a try',
        None,
        None,
        None,
    ),
    (
        "If the limit is the client's own (32 bytes in libp11 and older pkcs11-provider): update it, or choose a shorter PIN",
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
        'PIN pad, and the call after the login fails: update OpenSC; until then log out and in again on the pad before each such call, or set the card up so that one login is enough',
        None,
        ('operation', 'object'),
        'opensc',
        None,
        'a wrong PIN uses up a try; setting up a card again can delete its keys',
        None,
        None,
        None,
    ),
    (
        'PIV: make keys with ykman or yubico-piv-tool, or through ykcs11, whose SO PIN is the management key; SmartCard-HSM: SO PIN of 16 hex digits, user PIN of 6 to 15 characters',
        None,
        ('C_SetPIN', 'C_InitPIN', 'C_InitToken', 'C_GenerateKeyPair', 'C_CreateObject'),
        'opensc',
        None,
        'a wrong SO PIN or management key may use up a try',
        None,
        None,
        None,
    ),
    (
        "Set pkcs11-max-pin-length, or update to a release that uses the token's ulMaxPinLen (August 2026 and later)",
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#774',
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
    ),
    (
        'Change the pass phrase with ppmk (softcard) or cardpp (each card of the set)',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'nshield',
        None,
        None,
        'Entrust nShield documentation: Passphrases and nfkminfo (13.6.5, read 2026-11)',
        None,
        None,
    ),
    (
        'Choose 7 characters or more with at least three of lower case, upper case (not first), digits (not last) and other characters (certutil -W -d sql:FOLDER)',
        None,
        ('C_SetPIN', 'C_InitPIN'),
        'nss',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't pad, cut or vary the PIN until it is accepted: the next attempt may reach the token and count as a wrong try",
        None,
        None,
        None,
        None,
        'may burn a PIN try',
        None,
        None,
        None,
    ),
    ("Don't rely on no try having been used, though most modules check the length before they ask the token", None, None, None, None, None, None, None, None),
    (
        "Don't repeat C_InitToken to find a length that fits: the SO PIN that is accepted erases the token",
        None,
        ('C_InitToken',),
        None,
        None,
        'erases the token',
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ('CKR_ARGUMENTS_BAD', 'A PIN of impossible length, refused before the token sees it', ('ykcs11',), ('C_Login',), 'Yubico/yubico-piv-tool:ykcs11/token.c'),
    (
        'CKR_ARGUMENTS_BAD',
        'A PIN of impossible length (not 12 to 68 characters), refused before the device sees it',
        ('yubihsm',),
        ('C_Login',),
        'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c',
    ),
    ('CKR_ARGUMENTS_BAD', 'A PIN longer than the card allows', ('opensc', 'smartcard-hsm'), ('C_Login',), 'OpenSC/OpenSC#1655'),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_INCORRECT', 'the token compared the PIN'),
    ('CKR_PIN_INVALID', 'characters, not length'),
    ('CKR_DATA_LEN_RANGE', 'what some OpenSC card drivers say for a PIN of the wrong length'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC CAC', 'Claims at most 8 characters, so a longer PIN set by ActivClient cannot be changed', 'OpenSC/OpenSC#3047', 'opensc'),
    ('OpenSC, SmartCard-HSM', 'A user PIN of 16 characters set elsewhere is refused: the module knows 15 at most', 'OpenSC/OpenSC#1655', 'opensc'),
    ('NSS', 'C_Login returns this for a PIN over 500 bytes (255 in old releases), in place of CKR_PIN_INCORRECT', None, 'nss'),
    ('ykcs11 (current)', 'C_Login answers ARGUMENTS_BAD, C_SetPIN this code', 'Yubico/yubico-piv-tool:ykcs11/token.c', 'ykcs11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitPIN', 'C_SetPIN')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_PIN_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xA2: CKR_PIN_LEN_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PIN_LEN_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_PASSWORD',
    'OpenSC (SC_ERROR)': 'SC_ERROR_INVALID_PIN_LENGTH',
    'Pkcs11Interop': 'CKR.CKR_PIN_LEN_RANGE',
    'PyKCS11': 'CKR_PIN_LEN_RANGE (0x000000A2)',
    'libp11 (OpenSSL engine and provider)': 'Invalid PIN length',
    'p11-kit': 'The password or PIN is of an invalid length',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_PIN_LEN_RANGE:162',
    'python-pkcs11': 'pkcs11.exceptions.PinLenRange',
    'rust-cryptoki': 'RvError::PinLenRange',
}
