"""CKR_SESSION_COUNT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_COUNT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_COUNT: This value can only be returned by **C_OpenSession**. It indicates that the attempt to open a session failed, either because the token has too many sessions already open, or because the token has too many read/write sessions already open.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Sessions leaked: opened per request and never closed, or leaked on error paths', None, None, None, None, None, None),
    ("Pool limit above the token's limit (library default 1024 sessions, device allows 16)", None, None, None, None, None, None),
    ('Several processes or hosts share the same token quota', None, None, None, None, None, None),
    ('Short-lived processes exit without closing, and the device keeps the session until its timeout', None, None, None, None, None, None),
    ('Limit on read/write sessions reached', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'CK_TOKEN_INFO: ulMaxSessionCount, ulMaxRwSessionCount, and ulSessionCount, ulRwSessionCount - the last two count only your own application; any may be unavailable',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Count C_OpenSession against C_CloseSession in a trace', None, None, None, None, None, None),
    ('Number of processes times pool size against the device limit', None, None, None, None, None, None),
    ('Device-side list of sessions (yubihsm-shell, vendor console)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wait for idle sessions to time out, with exponential back-off, then retry', None, None, None, None, None, None),
    (
        'Close sessions in finally/defer and close leaked ones one by one; C_CloseAllSessions hits every thread of the process: it ends their operations, destroys session objects and logs out',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Set the pool maximum below the device limit (crypto11 MaxSessions and similar)', None, None, None, None, None, None),
    ('Use one long-lived process or a queue for bulk jobs; raise the limit on the HSM if possible', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Immediate retries from many workers keep the token saturated', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DEVICE_MEMORY', 'memory rather than session slots'),
    ('CKR_ARGUMENTS_BAD', 'CloudHSM SDK 3 used it for the session limit'),
    ('CKR_SESSION_EXISTS', 'token initialisation blocked by open sessions'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('YubiHSM', '16 sessions, freed after about 30 s without traffic', 'oxidecomputer/offline-keystore#44', None),
    ('crypto11 based software', 'Opens up to 1024 sessions before reusing any unless limited', 'gravitational/teleport#52768', None),
    ('AWS CloudHSM Client SDK 3', 'Session limit surfaces as CKR_ARGUMENTS_BAD', 'awsdocs/aws-cloudhsm-user-guide#27', None),
    ('SoftHSM2', 'Never returns it; a leak only shows as growing memory', 'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp', None),
    ('Hyperledger Fabric (older)', 'Treated it as fatal although it is recoverable', 'hyperledger/fabric#1124', None),
    ('ykcs11', '16 sessions for the whole library, not per slot, although CK_TOKEN_INFO reports 16 per token', 'Yubico/yubico-piv-tool#573', None),
    (
        'pkcs11-provider (older) with OP-TEE',
        'Raised by the provider itself: an unavailable ulMaxSessionCount (all ones) was read as the limit -1',
        'openssl-projects/pkcs11-provider#312',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {}
