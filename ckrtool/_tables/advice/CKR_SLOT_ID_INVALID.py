"""CKR_SLOT_ID_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SLOT_ID_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_SLOT_ID_INVALID: The specified slot ID is not valid.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Configuration holds a slot number that is not the module's CK_SLOT_ID (slot index versus slot ID, decimal versus hex)",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "SoftHSM v2 moved the token to a new slot: after initialisation the ID is derived from the token serial number, and the free slot's ID is the number of existing tokens",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Readers or devices were replugged, reordered or the host rebooted, so IDs were reassigned', None, None, None, None, None, None),
    (
        'A forked child or a re-initialised library still uses slot IDs from before; the slot list must be fetched again after every C_Initialize',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Wrong module or wrong module configuration loaded (other SOFTHSM2_CONF, other HSM client config), so a different set of slots exists',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Container or service starts before the HSM client, so the partition slot does not exist yet', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'pkcs11-tool --module <m> --list-slots (shows both index and ID in hex) or softhsm2-util --show-slots, run as the same user with the same environment as the service',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Compare the number in the config: does the software want the ID or the index (SunPKCS11 has slot= and slotListIndex=; crypto11 and others have SlotNumber versus TokenLabel)?',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Call C_GetSlotList(CK_FALSE, NULL, &n) then again with a buffer in this process before using any ID', None, None, None, None, None, None),
    ('Check that the token label and serial in C_GetTokenInfo are the expected ones before logging in', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Select the token by label or serial number (pkcs11: URI, tokenLabel, TOKEN_LABEL:) instead of by slot number', None, None, None, None, None, None),
    (
        'If only a number is possible, read the current ID and update the configuration; use --free (softhsm2-util) rather than a fixed slot when initialising a new SoftHSM token',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Re-enumerate slots after C_Initialize, after fork and after hot-plug', None, None, None, None, None, None),
    ('Make the service depend on the HSM client/pcscd being up; restart it once the slot is listed', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Do not 'repair' this by initialising a token in the slot that happens to exist: C_InitToken / --init-token erases whatever token is there",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("None from the error itself; guessing another slot and initialising it destroys that token's objects", None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_PRESENT', 'slot exists but no usable token in it'),
    ('CKR_TOKEN_NOT_RECOGNIZED', 'slot and card exist but the module cannot drive the card or the token is uninitialised'),
    ('CKR_ARGUMENTS_BAD', 'a NULL pointer rather than a wrong slot number'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'SoftHSM2',
        'Initialised token gets a slot ID from the low 31 bits of its serial number after the next library initialisation; slot 0 exists only while there are no tokens',
        'softhsm/SoftHSMv2#334',
        None,
    ),
    ('SoftHSM2', 'Slot IDs are masked to 31 bits because SunPKCS11 stores them in a signed int', 'softhsm/SoftHSMv2#199', None),
    (
        'OpenSC',
        'Slot IDs may change between C_GetSlotList calls when readers are added or removed; numbering also changed between releases',
        'OpenSC/OpenSC#1945',
        None,
    ),
    ('libp11 engine after fork', "Child kept the parent's slot table and failed with invalid slot until the table was reloaded", 'OpenSC/libp11#39', None),
    (
        'FreeIPA, PowerDNS, crypki, Parsec',
        'All had to change from slot number to token label or serial number after SoftHSM 2.2 or re-plugging moved the token',
        'freeipa/freeipa#675',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetSlotInfo', 'C_GetTokenInfo', 'C_GetMechanismList', 'C_GetMechanismInfo', 'C_InitToken', 'C_OpenSession', 'C_CloseAllSessions')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SLOT_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x3: CKR_SLOT_ID_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SLOT_ID_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SLOT_ID_INVALID',
    'PyKCS11': 'CKR_SLOT_ID_INVALID (0x00000003)',
    'libp11 (OpenSSL engine and provider)': 'Invalid slot ID',
    'p11-kit': 'The specified slot ID is not valid',
    'pkcs11-provider': 'The specified slot ID is not valid',
    'pkcs11js': 'CKR_SLOT_ID_INVALID:3',
    'python-pkcs11': 'pkcs11.exceptions.SlotIDInvalid',
    'rust-cryptoki': 'RvError::SlotIdInvalid',
}
