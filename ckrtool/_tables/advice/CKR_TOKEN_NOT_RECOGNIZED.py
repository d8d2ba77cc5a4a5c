"""CKR_TOKEN_NOT_RECOGNIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_NOT_RECOGNIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TOKEN_NOT_RECOGNIZED: The Cryptoki library and/or slot does not recognize the token in the slot.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The module has no driver for this card: another vendor's module, or middleware older than the card model",
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'Another program (or a second middleware) used or reset the card between two commands, or the card was changed, which the module did not expect',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'The slot holds an uninitialised token and a session is opened on it, as SoftHSM answers',
        None,
        ('C_OpenSession', 'C_Login'),
        None,
        None,
        None,
        'softhsm/SoftHSMv2#748',
        ('software', 'tpm', 'tee'),
        None,
    ),
    (
        'The token in the slot is not initialised, of a kind or firmware that this client does not know, or this client is not authorised for it',
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud', 'tpm', 'tee', 'element'),
        None,
    ),
    (
        'A slot with a card that is not yours to use, in a second reader: harmless where a program lists all tokens',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        "A reader that cannot do this card's voltage or protocol, a bad contact, or a damaged or blank card: the same card works in another reader",
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'SoftHSM shows one uninitialised slot more than there are tokens; the number 0 or 1 of the examples is that one',
        None,
        None,
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#692',
        None,
        None,
    ),
    (
        "The card is new, or set up by its maker's own software: it has no PKCS #15 structure that OpenSC could read (ePass2003)",
        None,
        None,
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#3301, OpenSC/OpenSC#3834',
        None,
        None,
    ),
    (
        'The caller is not authorised for this token (CRYPTOZ profile)',
        None,
        None,
        'ibm-icsf',
        None,
        None,
        'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "softhsm2-util --show-slots: 'Initialized: yes' at which slot? And is SOFTHSM2_CONF the one of the service?",
        None,
        None,
        'softhsm2',
        None,
        None,
        None,
        None,
        None,
    ),
    ('opensc-tool --atr and opensc-tool --name: does OpenSC know the card?', None, None, None, None, None, None, ('card',), None),
    ("Try the maker's own module, and another reader, both without logging in: pkcs11-tool --module M -T", None, None, None, None, None, None, ('card',), None),
    ("Token flag 'token initialized' in pkcs11-tool --module M -L", None, None, None, None, None, None, None, None),
    ('Is a driver forced: OPENSC_DRIVER, card_drivers or card_atr in opensc.conf?', None, None, 'opensc', None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Open the slot whose token is initialised, found by label: softhsm2-util --show-slots. The extra slot cannot be removed; ignore its answer',
        None,
        None,
        'softhsm2',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Use the module that belongs to the card (librtpkcs11ecp for a Rutoken, the maker's own for ePass, eID and bank cards), in a release that knows the card: opensc-tool --name",
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'Take the slot of the initialised token, by its label (pkcs11-tool --module M -L), and look whether the program reads the configuration that you think',
        None,
        ('C_OpenSession', 'C_Login'),
        None,
        None,
        None,
        None,
        ('software', 'tpm', 'tee'),
        None,
    ),
    (
        'Only if the token is known to be new and empty: initialise it once, with a label, SO PIN and user PIN',
        None,
        ('C_OpenSession', 'C_Login'),
        None,
        None,
        'initialising erases the token in that slot',
        None,
        ('software', 'tpm', 'tee'),
        None,
    ),
    (
        "Compare the client's release with the device's firmware, and see with the device's own tool whether the token is initialised and assigned to this client; update or register the client",
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud', 'tpm', 'tee', 'element'),
        None,
    ),
    (
        'End the other programs that use the card (browser, agent, OS login), take the card out and put it in again, then try once more; update a middleware that does not lock the card',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    ('Update the middleware and the CCID driver; clean the contacts; try another reader', None, None, None, None, None, None, ('card',), None),
    (
        "Only if the token is known to be new and empty (the maker's own module shows no object either): initialise it, for OpenSC with pkcs15-init --create-pkcs15",
        None,
        None,
        None,
        None,
        'erases everything on it',
        None,
        ('card',),
        None,
    ),
    ('Skip that slot and go on with the others; update a program that stops there', None, None, None, None, None, None, ('card',), None),
    ('Have the security administrator grant the CRYPTOZ profile of the token', None, None, 'ibm-icsf', None, None, None, None, None),
    (
        "macOS: the system's own CryptoTokenKit uses PIV cards too; sudo defaults write /Library/Preferences/com.apple.security.smartcard DisabledTokens -array com.apple.CryptoTokenKit.pivtoken keeps it off",
        None,
        None,
        None,
        None,
        "ends the system's own login with that card",
        None,
        ('card',),
        None,
    ),
    (
        'macOS 14 and later, reader seen and card not: sudo defaults write /Library/Preferences/com.apple.security.smartcard useIFDCCID -bool yes, then plug the reader in again',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#2887',
        ('card',),
        None,
    ),
    (
        'Correct the file that KRYOPTIC_CONF names (TOML: [[slots]] with slot, dbtype, dbpath), or without the variable ~/.config/kryoptic/token.conf, then start again',
        None,
        ('C_Initialize',),
        'kryoptic',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't format or initialise a card or token just because it is not recognised: another module may read the keys on it",
        None,
        None,
        None,
        None,
        'erases the card',
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
    ('CKR_TOKEN_NOT_PRESENT', 'nothing is there'),
    ('CKR_TOKEN_NOT_INITIALIZED', 'the code of 3.2 for a token in factory state'),
    ('CKR_DEVICE_ERROR', 'trouble talking to it'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'C_OpenSession on an uninitialised token', 'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp', 'softhsm2'),
    ('strongSwan and others with SoftHSM2', 'Open a session on every slot, so this is a harmless line in their log', 'softhsm/SoftHSMv2#748', 'softhsm2'),
    ('OpenSC', 'Invalid, wrong or unsupported card', 'OpenSC/OpenSC:src/pkcs11/misc.c', 'opensc'),
    ('Java SunPKCS11', 'The provider fails to initialise on it: set slot or slotListIndex to the slot of the right token', None, 'java-sunpkcs11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetTokenInfo', 'C_GetMechanismList', 'C_GetMechanismInfo', 'C_InitToken', 'C_OpenSession')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_TOKEN_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xE1: CKR_TOKEN_NOT_RECOGNIZED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_TOKEN_NOT_RECOGNIZED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_IO',
    'OpenSC (SC_ERROR)': 'SC_ERROR_INVALID_CARD',
    'Pkcs11Interop': 'CKR.CKR_TOKEN_NOT_RECOGNIZED',
    'PyKCS11': 'CKR_TOKEN_NOT_RECOGNIZED (0x000000E1)',
    'libp11 (OpenSSL engine and provider)': 'PKCS#11 token not recognized',
    'p11-kit': 'The device is invalid or unrecognizable',
    'pkcs11-provider': 'The token in the slot is not recognized',
    'pkcs11js': 'CKR_TOKEN_NOT_RECOGNIZED:225',
    'python-pkcs11': 'pkcs11.exceptions.TokenNotRecognised',
    'rust-cryptoki': 'RvError::TokenNotRecognized',
}
