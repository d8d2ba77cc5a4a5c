"""CKR_SLOT_ID_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SLOT_ID_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_SLOT_ID_INVALID: The specified slot ID is not valid.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The configured number is not a slot ID of this module: an index or 0, 1, 2 taken for an ID, decimal for hex, an example's slot 0, or a number cut to 32 bits or read as signed",
        None,
        ('slot', 'session'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Slots were renumbered by a reboot, a replugged reader or a newly initialised token, or this token was made or plugged in after the program read its slot list',
        None,
        ('slot', 'session'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The program reads another configuration than the shell where it worked (service user, environment, HSM client file), so other slots exist',
        None,
        ('slot', 'session'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A slot list from before a fork or C_Finalize is used; it must be read again', None, ('slot', 'session'), None, None, None, None, None, None),
    ('The HSM client or reader service was not up yet when the program started', None, ('slot', 'session'), None, None, None, None, None, None),
    (
        'The caller passes an unset slot (-1, 0xFFFFFFFFFFFFFFFF), as programs do that kept a slot without a reader',
        None,
        ('slot',),
        None,
        None,
        None,
        'OpenSC/OpenSC#451',
        None,
        None,
    ),
    (
        'After initialisation the token moved to a slot ID made from its serial number; slot 0 is there only while no token exists',
        None,
        ('C_OpenSession', 'C_GetTokenInfo', 'C_GetSlotInfo', 'C_InitToken', 'C_GetMechanismList', 'C_GetMechanismInfo', 'C_CloseAllSessions'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#334',
        None,
        None,
    ),
    ("'--slot 0' of an old guide: there is no slot 0 any more, use --free", None, ('C_InitToken',), 'softhsm2', None, None, 'softhsm/SoftHSMv2#660', None, None),
    (
        "SOFTHSM2_CONF of this process points elsewhere, or the token files belong to another user, so the token's slot is missing",
        None,
        ('slot', 'session'),
        'softhsm2',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The token was made by another process after this one called C_Initialize: SoftHSM reads its tokens there only',
        None,
        ('slot', 'session'),
        'softhsm2',
        None,
        None,
        'PowerDNS/pdns#2823',
        None,
        None,
    ),
    (
        'The program used a slot ID without calling C_GetSlotList first, which this module needs in every process',
        None,
        ('slot', 'session'),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#312',
        None,
        None,
    ),
    (
        "Slot IDs shift when readers come and go and differ between releases; Java's slot= can also come before the slot list is built",
        None,
        ('slot', 'session'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#523',
        None,
        None,
    ),
    ('slot= wants the ID, slotListIndex= the position: one was given for the other', None, None, 'java-sunpkcs11', None, None, 'OpenSC/OpenSC#523', None, None),
    (
        'The module knows no slot before C_GetSlotList was called (ykcs11, OpenSC), and slot= makes SunPKCS11 ask for the slot without it',
        None,
        ('slot', 'session'),
        'java-sunpkcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#571, OpenSC/OpenSC#523',
        None,
        None,
    ),
    ("A forked child kept the parent's slot table", None, None, 'libp11', None, None, 'OpenSC/libp11#39', None, None),
    (
        "HA group: its slot appears only with its configuration, and with 'only show HA slots' on the members' own slots are gone (lunacm: hagroup listgroups)",
        None,
        ('slot', 'session'),
        'luna',
        None,
        None,
        'Thales Luna 7.2 documentation: Replacing an HA Group Member',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'pkcs11-tool --module M -L as the same user and with the same environment as the service: shows index, ID (hex), label and serial',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Does the program's setting mean the ID or the index, and does it read it as decimal or hex?", None, None, None, None, None, None, None, None),
    ('Compare label and serial number of that slot with the token you mean, before any login', None, None, None, None, None, None, None, None),
    ('softhsm2-util --show-slots as the service user; grep tokendir "$SOFTHSM2_CONF"', None, None, 'softhsm2', None, None, None, None, None),
    ('pkcsconf -t and pkcsconf -s list slots and tokens; the slots are defined in opencryptoki.conf', None, None, 'opencryptoki', None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'softhsm2-util --init-token --free --label NAME uses an empty slot and leaves existing tokens alone',
        None,
        ('C_InitToken',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#660',
        None,
        None,
    ),
    (
        'Put slotListIndex=N (position in the list, from 0) into the configuration in place of slot=, so that SunPKCS11 reads the slot list first; the order is that of pkcs11-tool -L',
        None,
        None,
        'java-sunpkcs11',
        None,
        None,
        'OpenSC/OpenSC#523',
        None,
        None,
    ),
    (
        'Call C_GetSlotList in this process before any other slot function (Java: slotListIndex= in place of slot=)',
        None,
        ('slot', 'session'),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#571',
        None,
        None,
    ),
    (
        "Run softhsm2-util --show-slots as the service's user, take the slot of the label, and give the program the same SOFTHSM2_CONF; the number changes once, when the token is initialised",
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
        'After making a token with another program: restart the service, or let it call C_Finalize and C_Initialize',
        None,
        ('slot', 'session'),
        'softhsm2',
        None,
        'ends every session of the process',
        'PowerDNS/pdns#2823',
        None,
        None,
    ),
    (
        'Select the token by label or serial (pkcs11: URI with token= or serial=, tokenLabel, SlotDescription) instead of a number',
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
        "If only a number is possible: read today's ID with -L and put that in, decimal or hex as the program wants",
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
        'An empty token has no label yet: take the slot that pkcs11-tool --module M -L shows as uninitialized, by its ID of this moment, and never one that is in use (SoftHSM: softhsm2-util --init-token --free)',
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
        'In the program: call C_GetSlotList after every C_Initialize, fork and replug, and find the slot by its token info',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code',),
        None,
    ),
    (
        'Start the service after pcscd (systemd After=pcscd.socket), and restart it once pkcs11-tool -L lists the slot',
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
        'Start the service after the HSM client (systemd After= and Requires=), and restart it once pkcs11-tool -L lists the slot',
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        "HA group: select it by its label; lunacm: hagroup listgroups shows it, hagroup haonly -disable brings the members' own slots back after a restart of the program",
        None,
        None,
        'luna',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Do not initialise 'the slot that is there' to make the number fit: C_InitToken, --init-token and vendor equivalents erase that token",
        None,
        None,
        None,
        None,
        'loses all objects of that token',
        None,
        None,
        None,
    ),
    (
        'Do not try the PIN on another slot to find the right one: a wrong token counts it as a wrong PIN',
        None,
        None,
        None,
        None,
        'may burn a PIN try',
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'C_OpenSession: CKR_SLOT_ID_INVALID (0x3)  (slot 0 worked before C_InitToken)',
    'pkcs11-tool --module M -L ; select by label: pkcs11:token=LABEL, or --token-label LABEL',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_PRESENT', 'the slot exists, no token is in it'),
    ('CKR_TOKEN_NOT_RECOGNIZED', 'slot and card are there, the module cannot drive the card'),
    ('CKR_ARGUMENTS_BAD', 'a NULL pointer or bad flag, not a wrong number'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'SoftHSM2',
        'Initialised token gets a slot ID from the low 31 bits of its serial number after the next library initialisation; slot 0 exists only while there are no tokens',
        'softhsm/SoftHSMv2#334',
        'softhsm2',
    ),
    ('SoftHSM2', 'Slot IDs are masked to 31 bits because SunPKCS11 stores them in a signed int', 'softhsm/SoftHSMv2#199', 'softhsm2'),
    (
        'OpenSC',
        'Slot IDs may change between C_GetSlotList calls when readers are added or removed; numbering also changed between releases',
        'OpenSC/OpenSC#1945',
        'opensc',
    ),
    ('libp11 engine after fork', "Child kept the parent's slot table and failed with invalid slot until the table was reloaded", 'OpenSC/libp11#39', 'libp11'),
    ('FreeIPA, PowerDNS', 'Had to change from slot number to token label after SoftHSM 2 had moved the token', 'freeipa/freeipa#675, PowerDNS/pdns#2812', None),
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
