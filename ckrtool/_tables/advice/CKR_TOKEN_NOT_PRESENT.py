"""CKR_TOKEN_NOT_PRESENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_NOT_PRESENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_TOKEN_NOT_PRESENT: The token was not present in its slot at the time that the function was invoked.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('No card in the reader, or slot index now points to another, empty reader', None, None, None, None, None, None),
    ('Card is seen by PC/SC but the module cannot use it, and says absent instead of unrecognised', None, None, None, None, None, None),
    ('Network HSM, proxy or connector unreachable', None, None, None, None, None, None),
    ('Placeholder slots that never hold a token', None, None, None, None, None, None),
    ('Wrong slot number given directly to C_OpenSession', None, None, None, None, None, None),
    ('z/OS: ICSF not running or its token data set not configured', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('pcsc_scan / opensc-tool --list-readers, then pkcs11-tool --list-slots with the same module', None, None, None, None, None, None),
    ('C_GetSlotList(CK_TRUE) and C_GetTokenInfo, because CKF_TOKEN_PRESENT alone may be stale', None, None, None, None, None, None),
    ('HSM client connectivity: vtl verify / lunacm (Luna), enquiry (nShield), connector status (YubiHSM)', None, None, None, None, None, None),
    ('VM or container: is the reader passed through and pcscd reachable?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Insert the card or restore the HSM connection; select the token by label/serial', None, None, None, None, None, None),
    ("Use the vendor's middleware if OpenSC does not support the card", None, None, None, None, None, None),
    ('Re-initialise the library if it cached the absence (this ends every session of the process), or restart the process', None, None, None, None, None, None),
    ('Restart pcscd only when the reader itself vanished: it disconnects every program on the host that uses a card', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_RECOGNIZED', 'card there but unknown'),
    ('CKR_SLOT_ID_INVALID', 'no such slot'),
    ('CKR_DEVICE_REMOVED', 'removed during the call'),
    ('CKR_SESSION_HANDLE_INVALID', 'what session functions return instead'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC before 0.21', 'Unsupported card reported as not present; now TOKEN_NOT_RECOGNIZED', 'OpenSC/OpenSC#2037', None),
    ('OpenSC', 'Slot flags say present while C_GetTokenInfo says not present', 'SSSD/sssd#7912', None),
    (
        'Thales Luna',
        "Placeholder slots for backup/USB HSMs show 'token not present' and are harmless",
        'Thales Luna documentation: System Operational and Error Messages',
        None,
    ),
    ('IBM z/OS ICSF', 'ICSF down or TKDS not set up; unrelated to CKF_TOKEN_PRESENT', 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes', None),
    ('privacyIDEA + HSM', 'After losing the HSM link the web workers had to be restarted', 'privacyidea/privacyidea#787', None),
    ('YubiHSM', 'Connector not found', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', None),
    (
        'openCryptoki (old releases)',
        'User not in group pkcs11, device driver not loaded, or the token library has unresolved symbols',
        'openCryptoki FAQ (Chromium OS mirror)',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_GetTokenInfo',
    'C_GetMechanismList',
    'C_GetMechanismInfo',
    'C_InitToken',
    'C_OpenSession',
    'C_CloseAllSessions',
    'C_SessionCancel',
    'C_AsyncGetID',
    'C_AsyncJoin',
)

NAMES: dict[str, str | None] = {}
