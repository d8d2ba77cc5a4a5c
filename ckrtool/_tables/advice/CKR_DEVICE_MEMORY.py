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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token storage full: too many keys, certificates or leftover test objects', None, None, None, None, None, None),
    ("Leaked session objects or sessions fill the HSM's working memory", None, None, None, None, None, None),
    ('YubiHSM: audit log full with force-audit on, so the device refuses further commands', None, None, None, None, None, None),
    ('Object larger than any free file on a smart card (fixed-size files)', None, None, None, None, None, None),
    ('Transient exhaustion while many sessions are being set up', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.ulFreePublicMemory / ulFreePrivateMemory (may be unavailable)', None, None, None, None, None, None),
    ('pkcs11-tool --list-objects (with --login once, for private objects) and count duplicates and session leftovers', None, None, None, None, None, None),
    ('yubihsm-shell: get deviceinfo / get logs to see the log usage', None, None, None, None, None, None),
    ('pkcs15-tool -D or the vendor tool for free card space', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Close leaked sessions and destroy session objects you own', None, None, None, None, None, None),
    (
        'YubiHSM: export the audit log first, then set the log index with an identity that has get-log-entries (entries up to the index may be overwritten from then on)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Delete objects that are certainly unused - after a backup and after matching CKA_ID with what is in production', None, None, None, None, None, None),
    ('Move to a larger partition/token or raise the partition size (HSM administrator)', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Retrying key generation on a nearly full token leaves half-created pairs', None, None, None, None, None, None),
    (
        'Deleting objects to make room is irreversible; identify by CKA_ID and check certificates that still use the key first',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_HOST_MEMORY', 'memory of the computer'),
    ('CKR_TOKEN_RESOURCE_EXCEEDED', 'temporary per-operation resource, introduced with 3.0'),
    ('CKR_SESSION_COUNT', 'too many sessions'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('YubiHSM', "'Log full' and storage failure both map here", 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', None),
    ('OpenSC', "Card status 'not enough memory' maps here; many cards report a generic error instead when full", 'carblue/acos5#7', None),
    ('AWS CloudHSM', 'Seen intermittently while opening sessions under load and right after a previous run', 'miekg/pkcs11#112', None),
)

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
