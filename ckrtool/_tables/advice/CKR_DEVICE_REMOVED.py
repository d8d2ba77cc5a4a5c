"""CKR_DEVICE_REMOVED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DEVICE_REMOVED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.2',
        'Cryptoki function return values for functions that use a session handle',
        'CKR_DEVICE_REMOVED: The token was removed from its slot during the execution of the function.',
    ),
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_DEVICE_REMOVED: The token was removed from its slot during the execution of the function.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Card or USB token pulled, or lost power/USB reset during the call', None, None, None, None, None, None),
    ('Another process reset the card, which looks like remove-and-reinsert', None, None, None, None, None, None),
    ('PC/SC service stopped or restarted', None, None, None, None, None, None),
    ('Network connector to the HSM unreachable (YubiHSM connector)', None, None, None, None, None, None),
    ('z/OS: the software token no longer exists', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('pcsc_scan or opensc-tool --list-readers; journalctl -u pcscd; dmesg for USB disconnects', None, None, None, None, None, None),
    ('C_GetSlotInfo: CKF_TOKEN_PRESENT set?', None, None, None, None, None, None),
    ('Which other programs talk to the card (gpg-agent/scdaemon, browser, OS login)?', None, None, None, None, None, None),
    ('For network devices, connector URL and port reachable', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Re-insert or restore the connection; wait until C_GetSlotList(CK_TRUE) shows the slot again', None, None, None, None, None, None),
    ('Compare token serial number and label before the one login - it may be a different card', None, None, None, None, None, None),
    ('Drop all sessions and object handles of that slot, open a new session, find the keys again after the login', None, None, None, None, None, None),
    (
        'Let only one program own the card (keep gpg-agent/scdaemon off that reader, OpenSC lock_login, p11-kit sharing with care); do not kill a program that may be in the middle of a signature',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Disable USB autosuspend or fix power if it keeps happening', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Auto-login after re-insertion can burn tries on a different card; compare the serial number first. A state-changing call may have been carried out before the token went',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_PRESENT', 'was not there when the call started'),
    ('CKR_SESSION_HANDLE_INVALID', 'what most later calls on the old session return'),
    ('CKR_DEVICE_ERROR', 'still there but failing'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('ykcs11', 'All PC/SC errors map here, including a missing service or sharing violation', 'Yubico/yubico-piv-tool:ykcs11/utils.c', None),
    ('YubiHSM', 'Connector or connection errors map here', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', None),
    ('OpenSC', 'Foreign card reset is handled like removal; a detached reader is reported as TOKEN_NOT_PRESENT instead', 'OpenSC/OpenSC#850', None),
    ('IBM z/OS ICSF', 'Means the token was deleted; its flags are cleared', 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes', None),
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
    'Go miekg/pkcs11': 'pkcs11: 0x32: CKR_DEVICE_REMOVED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DEVICE_REMOVED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_TOKEN',
    'OpenSC (SC_ERROR)': 'SC_ERROR_CARD_REMOVED',
    'Pkcs11Interop': 'CKR.CKR_DEVICE_REMOVED',
    'PyKCS11': 'CKR_DEVICE_REMOVED (0x00000032)',
    'libp11 (OpenSSL engine and provider)': 'Device removed',
    'p11-kit': 'The device was removed or unplugged',
    'pkcs11-provider': 'The token was removed from its slot during the execution of the function',
    'pkcs11js': 'CKR_DEVICE_REMOVED:50',
    'python-pkcs11': 'pkcs11.exceptions.DeviceRemoved',
    'rust-cryptoki': 'RvError::DeviceRemoved',
}
