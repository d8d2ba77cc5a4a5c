"""CKR_DEVICE_ERROR: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DEVICE_ERROR.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_DEVICE_ERROR: Some problem has occurred with the token and/or slot. This error code can be returned by more than just the functions mentioned above; in particular, it is possible for **C_GetSlotInfo** to return CKR_DEVICE_ERROR.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Connection between module and token/HSM/proxy broke (daemon restarted, idle timeout, network, USB reset)', None, None, None, None, None, None),
    ('The logged-in identity lacks the permission or the device denied the command, and the module maps that here', None, None, None, None, None, None),
    (
        'Process has no access to the device node or trusted OS (for example the TEE client device node or the TPM resource-manager device node)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Card unresponsive, reader locked exclusively by another process, EEPROM failure', None, None, None, None, None, None),
    ('HSM overloaded: requests are throttled', None, None, None, None, None, None),
    ('Module-internal: bad seed length, malformed signature from the TPM, crypto backend error', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'First or subsequent error? After a broken connection typically one DEVICE_ERROR is followed by SESSION_HANDLE_INVALID',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_GetTokenInfo (CKF_ERROR_STATE = failed self-test) and C_GetSessionInfo (ulDeviceError) on the slot', None, None, None, None, None, None),
    (
        'Access rights of the service account: ls -l on the device node, id, udev group. Do not run the module as root to find out - it can leave root-owned lock and token files behind',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Device health: vendor status command, connector status page, pcsc_scan, dmesg for USB errors', None, None, None, None, None, None),
    ('Module debug log (yubihsm_pkcs11.conf: debug, libdebug, dinout)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Restore the link, daemon or permission first; then discard all sessions of the slot, re-open, log in once with a PIN known to be good, re-find keys',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If re-opening is not enough: C_Finalize/C_Initialize, after stopping the other threads of the process (it ends all their sessions)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Give the identity the missing capability/domain or the account the device permission', None, None, None, None, None, None),
    ("Behind a service, set an 'HSM down' flag and stop hammering the device until a health check passes", None, None, None, None, None, None),
    (
        'If a fresh process also fails, involve the HSM administrator; before replacing a card or reader settle where its keys are backed up',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('A storm of retries hides the first, meaningful error and can trip lockouts if each retry logs in again', None, None, None, None, None, None),
    ('If the token reports memory/EEPROM failure, stop writing to it and restore the backup to another token', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DEVICE_REMOVED', 'token known to be gone'),
    ('CKR_DEVICE_MEMORY', 'full rather than faulty'),
    ('CKR_FUNCTION_REJECTED', 'what current YubiHSM modules use for missing permission'),
    ('CKR_GENERAL_ERROR', 'library or unknown cause'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'pkcs11-proxy',
        'After the remote daemon restarts the first call gives DEVICE_ERROR, all later ones SESSION_HANDLE_INVALID',
        'letsencrypt/boulder#3468',
        None,
    ),
    ('OP-TEE', 'Non-root user without access to the TEE device gets it from C_Initialize or session calls', 'OP-TEE/optee_test#649', None),
    ('OpenSC', 'Reader locked by another program, unresponsive card and EEPROM failure map here', 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
    ('kryoptic (older)', 'C_SeedRandom with fewer than 32 bytes returned it', 'latchset/kryoptic#379', None),
    ('sc-hsm-embedded + Starcos', 'Key not allowed to sign was reported as DEVICE_ERROR', 'CardContact/sc-hsm-embedded#7', None),
    ('HSM with idle timeout', 'A session left unused for an hour or two fails with this code', 'PeculiarVentures/node-webcrypto-p11#56', None),
    (
        'NSS softoken in FIPS mode',
        'After a failed self test the module enters an error state in which nearly every function returns this; only shutdown and re-initialisation help',
        'Mozilla wiki: NSS FIPS module interfaces',
        None,
    ),
    (
        'OP-TEE (NXP and others)',
        'Also when the PKCS#11 trusted application is not installed (TA not found) or when group-based login is configured wrongly',
        'nxp-imx/imx-optee-os#1',
        None,
    ),
    (
        'AWS CloudHSM',
        'C_GetAttributeValue can return it while the HSM throttles requests; each call is one request, so ask for all attributes in one template',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
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
    'Go miekg/pkcs11': 'pkcs11: 0x30: CKR_DEVICE_ERROR',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DEVICE_ERROR',
    'NSS (SEC_ERROR)': 'SEC_ERROR_PKCS11_DEVICE_ERROR',
    'OpenSC (SC_ERROR)': 'SC_ERROR_CARD_UNRESPONSIVE',
    'Pkcs11Interop': 'CKR.CKR_DEVICE_ERROR',
    'PyKCS11': 'CKR_DEVICE_ERROR (0x00000030)',
    'libp11 (OpenSSL engine and provider)': 'Device error',
    'p11-kit': 'An error occurred on the device',
    'pkcs11-provider': 'Some problem has occurred with the token and/or slot',
    'pkcs11js': 'CKR_DEVICE_ERROR:48',
    'python-pkcs11': 'pkcs11.exceptions.DeviceError',
    'rust-cryptoki': 'RvError::DeviceError',
}
