"""CKR_CRYPTOKI_NOT_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_CRYPTOKI_NOT_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_CRYPTOKI_NOT_INITIALIZED: This value can be returned by any function other than **C_Initialize**,  **C_GetFunctionList**, **C_GetInterfaceList** and **C_GetInterface**. It indicates that the function cannot be executed because the Cryptoki library has not yet been initialized by a call to **C_Initialize**.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Child process after fork() uses the parent's initialisation (prefork servers, daemonising after key load)", None, None, None, None, None, None),
    (
        'Another component in the process called C_Finalize (failed login clean-up, garbage-collected context, library unload)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_Initialize failed earlier and the error was ignored (HSM not active, config missing)', None, None, None, None, None, None),
    ('Calls before C_Initialize or after shutdown (static destructors, atexit order)', None, None, None, None, None, None),
    ('Two copies of the module loaded; only one was initialised', None, None, None, None, None, None),
    ('Thread waiting in C_WaitForSlotEvent while another called C_Finalize - normal at shutdown', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('PID/TID of C_Initialize versus the failing call (pkcs11-spy shows the sequence)', None, None, None, None, None, None),
    ('Return value of the first C_Initialize in this process', None, None, None, None, None, None),
    ('Who else in the process uses the module (several providers, engines, contexts)?', None, None, None, None, None, None),
    ('List the libraries mapped into the process (pmap or lsof) and look for the module mapped twice, or under two paths', None, None, None, None, None, None),
    ('pkcs11-tool --test-fork to see whether the module supports fork', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('In the child: C_Initialize, get slots, open sessions, log in, find keys again - never reuse parent handles', None, None, None, None, None, None),
    ('Initialise after forking/daemonising (run in foreground, lazy initialisation, pthread_atfork-aware wrapper)', None, None, None, None, None, None),
    ('Have one owner of C_Initialize/C_Finalize with reference counting', None, None, None, None, None, None),
    ('Fix the reason the first C_Initialize failed (HSM not active, config) and restart', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Every child logs in again; with a wrong PIN a prefork server locks the token in seconds. Re-initialise and log in at most once per process, and let one refused PIN stop all children',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CRYPTOKI_ALREADY_INITIALIZED', 'opposite'),
    ('CKR_SESSION_HANDLE_INVALID', 'library initialised again but old handles used'),
    ('CKR_USER_NOT_LOGGED_IN', 'child re-initialised but not logged in'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki', 'Cannot be used in a child without its own C_Initialize', 'OpenSC/libp11#245', None),
    ('crypto11', 'One failed Configure (wrong PIN) finalised the library for all other contexts', 'eclipse-keypont/crypto11#113', None),
    (
        'AWS CloudHSM via py-hsm',
        'Client was configured before the HSM was active, initialisation failed silently, every call gave this',
        'bentonstark/py-hsm#13',
        None,
    ),
    ('libp11', 'Detects fork and re-initialises, which must include the slot table', 'OpenSC/libp11#43', None),
    ('Rutoken library', "Child's C_Initialize answered ALREADY_INITIALIZED; not fork-safe", 'OpenSC/OpenSC#960', None),
    ('Solaris/Heimdal', 'Library state invalid after fork; C_Initialize on every use', 'heimdal/heimdal#380', None),
    (
        'nginx (master and workers)',
        "Keys are opened by the master while it tests the configuration, workers inherit dead state after fork; a provider/engine that re-initialises in the child cures it ('master_process off; daemon off;' shows the cause but is for tests only)",
        'OpenSC/libp11#195',
        None,
    ),
    ('NetHSM module and other modules with a background runtime', 'Threads do not survive fork, so the child hangs or fails', 'Nitrokey/nethsm-pkcs11#93', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_Finalize',
    'C_GetInfo',
    'C_GetSlotList',
    'C_GetSlotInfo',
    'C_GetTokenInfo',
    'C_GetMechanismList',
    'C_GetMechanismInfo',
    'C_InitToken',
    'C_InitPIN',
    'C_SetPIN',
    'C_OpenSession',
    'C_CloseSession',
    'C_CloseAllSessions',
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
    'C_WaitForSlotEvent',
    'C_LoginUser',
    'C_SessionCancel',
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
