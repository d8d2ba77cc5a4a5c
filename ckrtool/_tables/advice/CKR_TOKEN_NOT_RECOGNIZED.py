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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Module has no driver for this card, or it is the wrong vendor's module", None, None, None, None, None, None),
    ('Card blank, damaged, badly contacted or not supported by that reader (voltage, protocol)', None, None, None, None, None, None),
    ('SoftHSM: slot holds an uninitialised token and a session is opened on it', None, None, None, None, None, None),
    ('z/OS: caller not authorised for the token', None, None, None, None, None, None),
    ('Middleware too old for this card model', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('opensc-tool --atr and --name; compare ATR with the supported list', None, None, None, None, None, None),
    ("Try the card in another reader and with the vendor's module, without logging in", None, None, None, None, None, None),
    ('C_GetTokenInfo flags: CKF_TOKEN_INITIALIZED?', None, None, None, None, None, None),
    ('Driver selection: OPENSC_DRIVER, card_drivers in opensc.conf', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use the module that belongs to the card', None, None, None, None, None, None),
    ('Upgrade middleware/CCID driver; try another reader', None, None, None, None, None, None),
    ('For SoftHSM use the slot of the initialised token (initialise only if it is really new)', None, None, None, None, None, None),
    ('On z/OS grant the CRYPTOZ profile', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Do not format or initialise a card just because it is not recognised; it may hold keys another module can read', None, None, None, None, None, None),
    ('Initialising or formatting erases the card', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_TOKEN_NOT_PRESENT', 'nothing there'), ('CKR_TOKEN_NOT_INITIALIZED', '3.2 code for factory-state tokens'), ('CKR_DEVICE_ERROR', 'communication fault'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'C_OpenSession on an uninitialised token returns this', 'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp', None),
    ('OpenSC', 'Invalid, wrong or unsupported card', 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
    ('IBM z/OS ICSF', 'Means missing authorisation', 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes', None),
    ('Second reader', 'Same card fails in one reader model only', 'OpenSC/OpenSC#3539', None),
    (
        'strongSwan and others with SoftHSM2',
        'They open a session on every slot; SoftHSM always shows one extra uninitialised slot, which answers with this code - a harmless log line, the slot cannot be removed',
        'softhsm/SoftHSMv2#748',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetTokenInfo', 'C_GetMechanismList', 'C_GetMechanismInfo', 'C_InitToken', 'C_OpenSession')

NAMES: dict[str, str | None] = {}
