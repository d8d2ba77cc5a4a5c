"""CKR_USER_PIN_NOT_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_PIN_NOT_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_PIN_NOT_INITIALIZED: This value can only be returned by **C_Login**. It indicates that the normal user’s PIN has not yet been initialized with **C_InitPIN**.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The token was initialised with C_InitToken, and the SO has not set a user PIN since',
        None,
        None,
        None,
        None,
        None,
        'PeculiarVentures/graphene#150',
        None,
        None,
    ),
    (
        'The card is as delivered: its PIN is still the transport PIN, or the signature PIN was never set by its holder',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    ('It is the wrong slot: an empty or another token than the one with your keys', None, None, None, None, None, None, None, None),
    ('The token was re-initialised meanwhile, which takes the user PIN away, and the objects with it', None, None, None, None, None, None, None, None),
    ('The driver misreads the card, often after a new card batch or an upgrade: the PIN is there', None, None, None, None, None, None, ('card',), None),
    (
        "The card's layout is new to OpenSC (set up by its maker's own software), or this release does not read it: it finds no PIN object",
        None,
        None,
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#3014, OpenSC/OpenSC#2445',
        None,
        None,
    ),
    ("The user's seal object is missing in the store: TPM2_PKCS11_STORE may point to another store", None, None, 'tpm2-pkcs11', None, None, None, None, None),
    (
        'SO login with something that is not the 48-hex-digit management key (2.x of 2020)',
        None,
        None,
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#278',
        None,
        None,
    ),
    (
        'Now and then C_Initialize itself returns this (January 2026, cause not found)',
        None,
        ('C_Initialize',),
        'kryoptic',
        None,
        None,
        'latchset/kryoptic#391',
        None,
        None,
    ),
    (
        "TPM token of release 3.15: C_InitPIN sets nothing until the user's first login, which that release refuses",
        None,
        ('C_Login', 'C_SetPIN'),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#358',
        None,
        None,
    ),
    (
        '--pin given together with --init-token makes the tool log in before a user PIN is set',
        None,
        ('C_Login',),
        'pkcs11-tool',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#573',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "softhsm2-util --show-slots: 'User PIN init.' and label of each slot; is SOFTHSM2_CONF that of the service?",
        None,
        None,
        'softhsm2',
        None,
        None,
        None,
        None,
        None,
    ),
    ("'PIN initialized' among the token flags: pkcs11-tool --module M -T; compare label and serial too", None, None, None, None, None, None, None, None),
    (
        'Are the public objects you expect on it: pkcs11-tool --module M -O (no login)? If not, it is another token, or was erased',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Did it work before? Then what changed: slot number, driver, configuration or environment of the service', None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('If this token had a PIN before, stop: find the right slot, store or driver first', None, None, None, None, None, None, None, None),
    (
        "A card as delivered: set the PIN once with the issuer's program and the transport PIN or PIN letter, without initialising it",
        None,
        ('C_Login',),
        None,
        None,
        'a wrong transport PIN uses up a try',
        None,
        ('card',),
        None,
    ),
    (
        'Only if the PIN was never set: the SO logs in once, read/write, and sets it: pkcs11-tool --module M --login --login-type so --init-pin',
        None,
        None,
        None,
        None,
        'a wrong SO PIN uses up a try; on a token in use the old user PIN stops working',
        None,
        None,
        None,
    ),
    ("If the card certainly has a PIN, update the driver or use the maker's module", None, None, None, None, None, None, ('card',), None),
    (
        'pkcsconf -u -c SLOT sets the user PIN, then the user changes it with -p (not -I)',
        None,
        None,
        'opencryptoki',
        None,
        'a wrong SO PIN uses up a try',
        None,
        None,
        None,
    ),
    (
        'It worked with another OpenSC: go back to that release, or take a newer one, before anything is initialised',
        None,
        None,
        'opensc',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'A SmartCard-HSM or its emulation whose device certificate was erased: bring its firmware and device certificate back first; initialising cannot make them',
        None,
        None,
        'opensc',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'TPM token: update past 3.15.1, then set the PIN with pkcsconf -p',
        None,
        ('C_Login', 'C_SetPIN'),
        'opencryptoki',
        None,
        'a wrong old PIN uses up a try',
        None,
        None,
        None,
    ),
    (
        'Give --so-pin alone with --init-token, then set the user PIN with --init-pin',
        None,
        ('C_Login',),
        'pkcs11-tool',
        None,
        'a wrong SO PIN uses up a try',
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't answer with C_InitToken (--init-token, pkcsconf -I): the token is initialised already, and this erases its objects",
        None,
        None,
        None,
        None,
        'erases the token',
        None,
        None,
        None,
    ),
    (
        "Don't let the SO set a PIN on a token that is in use: every service that holds the old PIN is locked out, and then burns tries",
        None,
        None,
        None,
        None,
        'may lock the new PIN',
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
    ('CKR_PIN_EXPIRED', 'there is a PIN, but it must be changed'),
    ('CKR_TOKEN_NOT_INITIALIZED', 'the token itself is in factory state'),
    ('CKR_USER_NOT_LOGGED_IN', "C_InitPIN without the SO's login"),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Kryoptic', 'May come out of C_Initialize now and then', 'latchset/kryoptic#391', 'kryoptic'),
    ('OpenSC and the Italian CNS', 'A new batch of cards was reported without an initialised PIN', 'OpenSC/OpenSC#3014', 'opensc'),
    ('AWS CloudHSM', "The token does not set the PIN-initialised flag at all; old libp11 then said 'slot without user PIN'", 'OpenSC/libp11#242', 'cloudhsm'),
    ('openCryptoki 3.15.1, TPM token', 'C_InitPIN left the flag unset, so the user could never log in', 'opencryptoki/opencryptoki#358', 'opencryptoki'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_USER_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x102: CKR_USER_PIN_NOT_INITIALIZED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_USER_PIN_NOT_INITIALIZED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_TOKEN',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_USER_PIN_NOT_INITIALIZED',
    'PyKCS11': 'CKR_USER_PIN_NOT_INITIALIZED (0x00000102)',
    'libp11 (OpenSSL engine and provider)': 'User pin not initialized',
    'p11-kit': "The user's password or PIN is not set",
    'pkcs11-provider': 'The user PIN is not initialized',
    'pkcs11js': 'CKR_USER_PIN_NOT_INITIALIZED:258',
    'python-pkcs11': 'pkcs11.exceptions.UserPinNotInitialized',
    'rust-cryptoki': 'RvError::UserPinNotInitialized',
}
