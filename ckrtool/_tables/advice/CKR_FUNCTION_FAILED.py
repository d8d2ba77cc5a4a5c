"""CKR_FUNCTION_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FUNCTION_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.1',
        'Universal Cryptoki function return values',
        'CKR_FUNCTION_FAILED: The requested function could not be performed, but detailed information about why not is not available in this error return. If the failed function uses a session, it is possible that the **CK_SESSION_INFO** structure that can be obtained by calling **C_GetSessionInfo** will hold useful information about what happened in its _ulDeviceError_ field. In any event, although the function call failed, the situation is not necessarily totally hopeless, as it is likely to be when CKR_GENERAL_ERROR is returned. Depending on what the root cause of the error actually was, it is possible that an attempt to make the exact same function call again would succeed.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Middleware daemon or access rights: openCryptoki without pkcsslotd running, or user not in group pkcs11', None, None, None, None, None, None),
    ('Policy rejection reported generically with the reason in CK_SESSION_INFO.ulDeviceError', None, None, None, None, None, None),
    (
        "Device or driver said 'not allowed' or 'unsupported' for this key, template or data and the module has no better mapping (card ACL, key usage, ykcs11 key template, curve, provider that cannot do the algorithm)",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('HSM too busy: AWS CloudHSM SDK 5 reports throttled requests this way', None, None, None, None, None, None),
    ('Session opened in a mode the module does not support (CloudHSM SDK 5: read-only session)', None, None, None, None, None, None),
    ('Input the token cannot process, for example a malformed DigestInfo for CKM_RSA_PKCS', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetSessionInfo on the same session and read ulDeviceError', None, None, None, None, None, None),
    (
        'Module log at the time of the call (systemctl status pkcsslotd, journalctl, OPENSC_DEBUG, CKNFAST_DEBUG, CloudHSM client log)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Unless the failing call is C_Login: repeat mechanism and key with pkcs11-tool, then with a session key (CKA_TOKEN=false) made for the test, to separate key problem from environment problem',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('id; getent group pkcs11 (openCryptoki) for the service account', None, None, None, None, None, None),
    ('Check session flags: was CKF_RW_SESSION passed?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Start the daemon if it is down, or add the service account to the required group and restart the service (openCryptoki: only fully trusted accounts belong in group pkcs11)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Correct session flags, template, DigestInfo or mechanism as the module log indicates', None, None, None, None, None, None),
    (
        'If it is intermittent and the call neither logs in, nor changes a PIN, nor creates, changes or deletes anything: repeat it once after a pause, with growing pauses for a busy HSM; if it persists re-open the session',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('If policy rejected the request, ask the HSM administrator for an allowed key type or mechanism rather than retrying', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Blind retries are pointless when a policy or permission is the reason; for C_Login they can burn PIN tries, for create calls they leave duplicates',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_GENERAL_ERROR', 'GENERAL_ERROR puts the whole library or token in doubt; FUNCTION_FAILED only this call'),
    ('CKR_FUNCTION_NOT_SUPPORTED', 'permanently unavailable function rather than a failed attempt'),
    ('CKR_FUNCTION_REJECTED', 'refused by the user or device policy, not failed'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki', 'C_Initialize returns it when pkcsslotd is not running or the user is not in group pkcs11', 'opencryptoki/opencryptoki#671', None),
    ('openCryptoki', 'A policy violation is FUNCTION_FAILED plus ulDeviceError = CKR_POLICY_VIOLATION', 'opencryptoki/opencryptoki#509', None),
    (
        'AWS CloudHSM Client SDK 5',
        'C_OpenSession without CKF_RW_SESSION fails with this code; read-only sessions are not supported',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    ('OpenSC', "Card status 'not allowed' during C_Sign or C_Decrypt is mapped here", 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
    (
        'ykcs11',
        'Generic and applet errors of the YubiKey map here, as did unimplemented functions in old versions',
        'Yubico/yubico-piv-tool:ykcs11/utils.c',
        None,
    ),
    (
        'openCryptoki',
        'Vendor check list: group pkcs11, pkcsslotd, host library of the token installed, syslog, trace',
        'IBM openCryptoki documentation: Trouble shooting',
        None,
    ),
    (
        'AWS CloudHSM Client SDK 5',
        'A throttled (busy) HSM surfaces as this code; client 5.8.0 and later retries up to three times by itself',
        'AWS CloudHSM User Guide: HSM throttling',
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

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x6: CKR_FUNCTION_FAILED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_FUNCTION_FAILED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_PKCS11_FUNCTION_FAILED',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_FUNCTION_FAILED',
    'PyKCS11': 'CKR_FUNCTION_FAILED (0x00000006)',
    'libp11 (OpenSSL engine and provider)': 'Function failed',
    'p11-kit': 'The operation failed',
    'pkcs11-provider': 'The requested function could not be performed',
    'pkcs11js': 'CKR_FUNCTION_FAILED:6',
    'python-pkcs11': 'pkcs11.exceptions.FunctionFailed',
    'rust-cryptoki': 'RvError::FunctionFailed',
}
