"""CKR_HOST_MEMORY: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_HOST_MEMORY.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.1',
        'Universal Cryptoki function return values',
        'CKR_HOST_MEMORY: The computer that the Cryptoki library is running on has insufficient memory to perform the requested function.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'openCryptoki: C_Initialize could not attach the shared memory of pkcsslotd (daemon not started, no shared memory in the container, wrong permissions)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Real allocation failure: cgroup/container memory limit, ulimit, leak of sessions or objects in a long-running process',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Misused as an internal error by a module or a layer above it (attribute that could not be read, crypto backend that refused)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'A garbage length made the library ask for an absurd buffer: attribute length CK_UNAVAILABLE_INFORMATION taken as a size, or 32/64-bit or struct-packing mismatch',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('AWS CloudHSM client on an old OpenSSL build that lacks the curve used for verification', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Is it C_Initialize? Then check the module's daemon and its shared memory first (openCryptoki: systemctl status pkcsslotd, the shared-memory segment of the daemon (ipcs -m or the tmpfs that holds POSIX shared memory), membership in group pkcs11)",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Compare process RSS with the container limit; look for OOM messages in dmesg', None, None, None, None, None, None),
    (
        'Log the requested lengths with pkcs11-spy: any ulValueLen of 0xFFFFFFFF(FFFFFFFF) is a missing or sensitive attribute, not a size',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Turn on the module's own trace (OPENCRYPTOKI_TRACE_LEVEL, provider debug) to see whether malloc really failed", None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'If the middleware daemon is down, start it and call C_Initialize once more; restarting a running daemon cuts off every program connected to it',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Free resources of your own process: close leaked sessions, destroy session objects it created; raise the memory limit',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Fix wrappers that treat CK_UNAVAILABLE_INFORMATION as a length; rebuild with the structure packing the platform requires (1-byte packing on Windows)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('If memory is plainly available and the daemon is healthy, treat it as a mis-mapped error and follow the module log', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Retrying in a tight loop under real memory pressure makes the pressure worse; back off. Do not remove a daemon's shared-memory segments by hand (ipcrm) while programs use it",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DEVICE_MEMORY', 'HOST_MEMORY is RAM of the computer (or a mis-mapped library failure); DEVICE_MEMORY is storage or a resource on the token'),
    ('CKR_FUNCTION_FAILED', 'openCryptoki reports FUNCTION_FAILED when the pkcsslotd socket is unreachable and HOST_MEMORY when the shared memory is'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        "C_Initialize returns it when attaching pkcsslotd's shared memory fails; nothing to do with free RAM",
        'opencryptoki/opencryptoki:usr/lib/api/api_interface.c',
        None,
    ),
    ('pkcs11-provider (older)', 'Returned it when a required attribute was sensitive or missing', 'openssl-projects/pkcs11-provider#163', None),
    (
        'AWS CloudHSM Client SDK 3 on EL6',
        'secp256k1 verification fails with this code because the local OpenSSL lacks the curve',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    (
        'openCryptoki',
        'FAQ: attaching shared memory fails because the user is not in group pkcs11 or pkcsslotd is not running',
        'openCryptoki FAQ (Chromium OS mirror)',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_Initialize',
    'C_Finalize',
    'C_GetInfo',
    'C_GetFunctionList',
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
    'C_GetInterfaceList',
    'C_GetInterface',
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
