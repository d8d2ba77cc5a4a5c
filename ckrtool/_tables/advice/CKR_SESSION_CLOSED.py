"""CKR_SESSION_CLOSED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_CLOSED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.2',
        'Cryptoki function return values for functions that use a session handle',
        'CKR_SESSION_CLOSED: The session was closed during the execution of the function.  Note that, as stated in [PKCS11-UG], the behavior of Cryptoki is undefined if multiple threads of an application attempt to access a common Cryptoki session simultaneously. Therefore, there is actually no guarantee that a function invocation could ever return the value CKR_SESSION_CLOSED. An example of multiple threads accessing a common session simultaneously is where one thread is using a session when another thread closes that same session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Session closed while the call was running: another thread called C_CloseSession/C_CloseAllSessions/C_Finalize', None, None, None, None, None, None),
    ('Device-side session expired through inactivity (YubiHSM secure channel)', None, None, None, None, None, None),
    ('Token removed or backend restarted', None, None, None, None, None, None),
    ('Logging out a session that is already logged out (EP11 tools) - harmless there', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Thread trace: who closed the handle?', None, None, None, None, None, None),
    ('Time since last activity versus device timeout', None, None, None, None, None, None),
    ('C_GetSessionInfo on the handle, and on a fresh session', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Open a new session, log in once if the state is public, re-find objects; look whether a state-changing call was carried out, then repeat the whole operation',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If new sessions fail the same way: C_Finalize/C_Initialize to drop the dead device session, after stopping the other threads of the process',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Serialise close and use in the application; add keep-alive traffic or session validation before use', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Repeat only operations that are safe to repeat: a signature or key generation may already have been done', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_HANDLE_INVALID', 'session was gone before the call; far more common, handle both the same'), ('CKR_DEVICE_REMOVED', 'token gone'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'YubiHSM',
        'The device ends a session after about 30 s without traffic and reports it as invalid; the library renews sessions of a password login by itself, so this code surfaces mainly with YubiHSM Auth',
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
    ),
    (
        'yubihsm_pkcs11 with YubiHSM Auth',
        'One device session per slot is reused, so reopening PKCS#11 sessions does not help; C_Finalize does',
        'Yubico/yubihsm-shell#541',
        None,
    ),
    ('openCryptoki EP11 tool', 'Already-closed sessions during logout are not an error', 'opencryptoki/opencryptoki#225', None),
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
