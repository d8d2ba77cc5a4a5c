"""CKR_DEVICE_MEMORY: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DEVICE_MEMORY.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_DEVICE_MEMORY: The token does not have sufficient memory to perform the requested function.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("The token's storage is full: keys, certificates, left-over test objects", None, None, None, None, None, None, None, None),
    (
        "Sessions or session objects that are never released fill the HSM's working memory",
        None,
        ('session', 'object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The object is larger than any free file of the card (fixed-size files)',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        None,
        None,
        None,
        'PeculiarVentures/webcrypto-local#105',
        None,
        None,
    ),
    (
        'Many sessions are opened at once, or right after an earlier run that did not close its own',
        None,
        ('C_OpenSession', 'C_Login'),
        None,
        None,
        None,
        'miekg/pkcs11#112',
        None,
        None,
    ),
    (
        'The audit log is full with force-audit on (every command is refused until it is read), or storage is full',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
    ),
    ("The card said 'not enough memory'; many cards answer with a general error instead", None, None, 'opensc', None, None, 'carblue/acos5#7', None, None),
    (
        'Seen while opening sessions under load and right after a previous run',
        None,
        ('C_OpenSession', 'C_Login', 'C_SignInit'),
        'cloudhsm',
        None,
        None,
        'miekg/pkcs11#112',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("ulFreePublicMemory and ulFreePrivateMemory of C_GetTokenInfo (often 'unavailable')", None, None, None, None, None, None, None, None),
    ('pkcs11-tool --module M --login -O: count, look for duplicates and test left-overs', None, None, None, None, 'a wrong PIN costs a try', None, None, None),
    ('ulSessionCount against ulMaxSessionCount (pkcs11-tool --module M -T)', None, ('session',), None, None, None, None, None, None),
    ('yubihsm-shell: get deviceinfo shows log used and total; get logs', None, None, 'yubihsm', None, None, None, None, None),
    ('pkcs15-tool -D shows what is on the card', None, None, 'opensc', None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Close sessions and destroy session objects of this program; wait a little after a run that ended', None, None, None, None, None, None, None, None),
    (
        'Export the audit log first, then set the log index with an identity that has get-log-entries',
        'entries up to the index may be overwritten from then on',
        None,
        'yubihsm',
        None,
        'unread audit entries get lost',
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
    ),
    (
        'Remove objects that are certainly unused: backup first, compare CKA_ID and certificates with what production uses',
        None,
        None,
        None,
        None,
        'a deleted key is gone',
        None,
        None,
        None,
    ),
    (
        'Store a smaller object (shorter chain, smaller certificate), or move to a larger token; for a partition ask the HSM administrator to raise its size',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not repeat key generation: on a nearly full token it can leave half a pair each time',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject'),
        None,
        None,
        'leaves half-made pairs',
        None,
        None,
        None,
    ),
    ("Do not delete 'old-looking' objects to free space: find out by CKA_ID who still uses them", None, None, None, None, 'loses keys', None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_GENERAL_ERROR', 'The card is full', ('opensc',), ('C_CreateObject',), 'carblue/acos5#7'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_TOKEN_RESOURCE_EXCEEDED',
        'The audit log is full and must be read, or the store is full',
        ('yubihsm',),
        (),
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_HOST_MEMORY', 'memory of the computer'),
    ('CKR_TOKEN_RESOURCE_EXCEEDED', 'short for this operation only (3.0)'),
    ('CKR_SESSION_COUNT', 'too many sessions'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('OpenSC', "Card status 'not enough memory' maps here; many cards report a generic error instead when full", 'carblue/acos5#7', 'opensc'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
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

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DEVICE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x31: CKR_DEVICE_MEMORY',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DEVICE_MEMORY',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_MEMORY',
    'OpenSC (SC_ERROR)': 'SC_ERROR_NOT_ENOUGH_MEMORY',
    'Pkcs11Interop': 'CKR.CKR_DEVICE_MEMORY',
    'PyKCS11': 'CKR_DEVICE_MEMORY (0x00000031)',
    'libp11 (OpenSSL engine and provider)': 'Device memory',
    'p11-kit': 'Insufficient memory available on the device',
    'pkcs11-provider': 'The token does not have sufficient memory to perform the requested function',
    'pkcs11js': 'CKR_DEVICE_MEMORY:49',
    'python-pkcs11': 'pkcs11.exceptions.DeviceMemory',
    'rust-cryptoki': 'RvError::DeviceMemory',
}
