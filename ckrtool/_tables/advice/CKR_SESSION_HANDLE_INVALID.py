"""CKR_SESSION_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.2',
        'Cryptoki function return values for functions that use a session handle',
        'CKR_SESSION_HANDLE_INVALID: The specified session handle was invalid at the time that the function was invoked. Note that this can happen if the session’s token is removed before the function invocation, since removing a token closes all sessions with it.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('HSM failover, proxy or client daemon restart, network idle timeout killed all sessions', None, None, None, None, None, None),
    ('Token removed or reset, which closes every session', None, None, None, None, None, None),
    ('Session used after C_CloseSession, C_CloseAllSessions or C_Finalize (double close, pool bug)', None, None, None, None, None, None),
    ('Handle inherited across fork or used in another process', None, None, None, None, None, None),
    ('Session cache keeps a dead session and hands it out again', None, None, None, None, None, None),
    ('System sleep/resume', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetSessionInfo on the handle before use (cheap validity check for pools)', None, None, None, None, None, None),
    ('Did one DEVICE_ERROR/DEVICE_REMOVED precede it?', None, None, None, None, None, None),
    ('Same PID as the one that called C_OpenSession?', None, None, None, None, None, None),
    ('Is the HSM/daemon reachable and did it restart at that time?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Discard the handle and everything derived from it (operations, object handles)', None, None, None, None, None, None),
    ('Open a new session; if C_GetSessionInfo shows a public state, log in once; re-find keys; repeat the operation', None, None, None, None, None, None),
    (
        'If C_OpenSession fails too: C_Finalize/C_Initialize (some modules only re-read state then; stop the other threads first), or restart the process',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Validate and evict pooled sessions; cap retries', None, None, None, None, None, None),
    ('After fork initialise the library again in the child', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Logging in automatically on every failure can lock the PIN if the credential changed or another card is in: one login per recovery, after comparing the serial number. A stale number may by now be another thread's session",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_SESSION_CLOSED', 'closed during the call'),
    ('CKR_CRYPTOKI_NOT_INITIALIZED', 'library not initialised in this process'),
    ('CKR_TOKEN_NOT_PRESENT', 'functions with a session handle return SESSION_HANDLE_INVALID instead of this'),
    ('CKR_OBJECT_HANDLE_INVALID', 'session fine, object gone'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Hyperledger Fabric (older)', 'Session cache never evicted dead sessions, so the peer could not recover', 'hyperledger/fabric#1022', None),
    ('Firefox/NSS with OpenSC', 'Kept using the invalidated session and asked for the PIN forever', 'OpenSC/OpenSC#1935', None),
    ('AWS CloudHSM', 'Client does not retry; application must check session state and retry itself', 'mozilla-services/autograph#244', None),
    ('SunPKCS11', 'Surfaces as ProviderException from C_SignInit; key objects obtained earlier stay unusable until re-loaded', 'jetty/jetty.project#8157', None),
    (
        'nShield',
        'Removing the last operator card of the card set closes all sessions of that token',
        'Entrust nShield documentation: PKCS #11 with load sharing mode',
        None,
    ),
    (
        'SoftHSM2',
        'Gives the numbers of closed sessions out again, so a stale handle can silently act on a session of another thread',
        'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitPIN',
    'C_SetPIN',
    'C_CloseSession',
    'C_GetSessionInfo',
    'C_GetOperationState',
    'C_SetOperationState',
    'C_Login',
    'C_Logout',
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_GetObjectSize',
    'C_GetAttributeValue',
    'C_SetAttributeValue',
    'C_FindObjectsInit',
    'C_FindObjects',
    'C_FindObjectsFinal',
    'C_EncryptInit',
    'C_Encrypt',
    'C_EncryptUpdate',
    'C_EncryptFinal',
    'C_DecryptInit',
    'C_Decrypt',
    'C_DecryptUpdate',
    'C_DecryptFinal',
    'C_DigestInit',
    'C_Digest',
    'C_DigestUpdate',
    'C_DigestKey',
    'C_DigestFinal',
    'C_SignInit',
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecoverInit',
    'C_SignRecover',
    'C_VerifyInit',
    'C_Verify',
    'C_VerifyUpdate',
    'C_VerifyFinal',
    'C_VerifyRecoverInit',
    'C_VerifyRecover',
    'C_DigestEncryptUpdate',
    'C_DecryptDigestUpdate',
    'C_SignEncryptUpdate',
    'C_DecryptVerifyUpdate',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_SeedRandom',
    'C_GenerateRandom',
    'C_GetFunctionStatus',
    'C_CancelFunction',
    'C_LoginUser',
    'C_MessageEncryptInit',
    'C_EncryptMessage',
    'C_EncryptMessageBegin',
    'C_EncryptMessageNext',
    'C_MessageEncryptFinal',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_DecryptMessageBegin',
    'C_DecryptMessageNext',
    'C_MessageDecryptFinal',
    'C_MessageSignInit',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageSignFinal',
    'C_MessageVerifyInit',
    'C_VerifyMessage',
    'C_VerifyMessageBegin',
    'C_VerifyMessageNext',
    'C_MessageVerifyFinal',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_VerifySignature',
    'C_VerifySignatureUpdate',
    'C_VerifySignatureFinal',
    'C_GetSessionValidationFlags',
    'C_AsyncGetID',
    'C_AsyncJoin',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {}
