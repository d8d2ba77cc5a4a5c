"""CKR_ARGUMENTS_BAD: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ARGUMENTS_BAD.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ARGUMENTS_BAD: This is a rather generic error code which indicates that the arguments supplied to the Cryptoki function were in some way not appropriate.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('NULL pointer, zero count or inconsistent length passed to the function', None, None, None, None, None, None),
    (
        'C_Initialize: non-NULL pReserved, only some mutex callbacks, a module that refuses NULL, or one that did not get its configuration (YubiHSM without connector, NSS softokn without its parameter string)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Mechanism parameter missing, wrong size, or a legal value the module does not implement (OAEP with SHA-256 on SoftHSM), or a parameter given to a mechanism that takes none',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Key value length does not match the key type in C_CreateObject', None, None, None, None, None, None),
    ('Some other refusal mapped here: CloudHSM session limit, ykcs11 unsupported algorithm, wrapping a key with itself', None, None, None, None, None, None),
    ('Structure packing or CK_ULONG width mismatch between caller and module', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Dump the exact arguments with pkcs11-spy or pkcs11-logger and compare every pointer/length pair with the function description (pkcs11-spy writes PINs in clear, pkcs11-logger leaves them out by default)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('For C_Initialize test three variants: NULL, zeroed args, args with CKF_OS_LOCKING_OK', None, None, None, None, None, None),
    ('Check sizeof(CK_ULONG) and struct packing of the build against the module (Windows headers need 1-byte packing)', None, None, None, None, None, None),
    (
        "Module debug log from the very start (YUBIHSM_PKCS11_DBG=1, SoftHSM syslog) and the vendor's list of deviations for that function",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Pass exactly what the module accepts (for C_Initialize usually a zeroed CK_C_INITIALIZE_ARGS with CKF_OS_LOCKING_OK and pReserved NULL)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Point the module at its configuration (for YubiHSM set YUBIHSM_PKCS11_CONF or pass the connector in pReserved); supply complete mechanism parameters that this module implements',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('AWS CloudHSM SDK 3: when many sessions are open, treat it as the session limit and close sessions of your own', None, None, None, None, None, None),
    ('Report to the module vendor when a NULL that the spec allows is refused', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_PARAM_INVALID', 'the precise code for a bad mechanism parameter; several modules return ARGUMENTS_BAD instead'),
    ('CKR_TEMPLATE_INCOMPLETE', 'attribute missing from a template rather than a bad function argument'),
    ('CKR_SESSION_COUNT', 'CloudHSM used ARGUMENTS_BAD when its session limit was hit'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'yubihsm_pkcs11',
        'C_Initialize ends here when no connector is configured, that is when yubihsm_pkcs11.conf is not in the working directory and YUBIHSM_PKCS11_CONF is unset; releases up to 2025 also refused C_Initialize(NULL)',
        'Yubico/yubihsm-shell#501',
        None,
    ),
    ('AKIS (Turkish eID)', 'Refuses a non-NULL CK_C_INITIALIZE_ARGS and works with NULL', 'PeculiarVentures/pkcs11js#114', None),
    ('SoftHSM2', 'Non-NULL pReserved or an incomplete set of mutex callbacks in C_Initialize', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    (
        'AWS CloudHSM Client SDK 3',
        'C_OpenSession returned it when the maximum number of sessions was already issued',
        'awsdocs/aws-cloudhsm-user-guide#27',
        None,
    ),
    (
        'AWS CloudHSM Client SDK 3',
        'C_SignFinal with a real buffer fails with it because multi-part signing is not implemented',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    ('ykcs11', 'Unsupported algorithm, parse and range errors are all mapped here', 'Yubico/yubico-piv-tool:ykcs11/utils.c', None),
    (
        'SoftHSM2',
        'RSA-OAEP with anything but SHA-1/MGF1-SHA1 and an empty label is refused with this code instead of MECHANISM_PARAM_INVALID (still so in the sources of May 2026); syslog names the field',
        'softhsm/SoftHSMv2#474',
        None,
    ),
    ('Microchip cryptoauthlib (before 3.4.1)', 'C_Sign with a NULL output buffer (the size query) was refused', 'MicrochipTech/cryptoauthlib#315', None),
    (
        'NSS softokn',
        'C_Initialize without a library parameter string (configdir=...) is refused, whether the argument is NULL, zeroed or asks for OS locking (seen with 3.87); newer releases also take the string from NSS_LIB_PARAMS',
        'openssl-projects/pkcs11-provider:tests/softokn-init.sh',
        None,
    ),
    (
        'ykcs11, yubihsm_pkcs11',
        'C_Login refuses a PIN of impossible length with this code before the device sees it',
        'Yubico/yubico-piv-tool:ykcs11/token.c',
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
    'C_GetSessionInfo',
    'C_GetOperationState',
    'C_SetOperationState',
    'C_Login',
    'C_CreateObject',
    'C_CopyObject',
    'C_GetObjectSize',
    'C_GetAttributeValue',
    'C_SetAttributeValue',
    'C_FindObjectsInit',
    'C_FindObjects',
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
    'C_WaitForSlotEvent',
    'C_GetInterfaceList',
    'C_GetInterface',
    'C_LoginUser',
    'C_EncryptMessage',
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
    'C_AsyncGetID',
    'C_AsyncJoin',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_INVALID_REQUEST',
    'Go miekg/pkcs11': 'pkcs11: 0x7: CKR_ARGUMENTS_BAD',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ARGUMENTS_BAD',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_ARGS',
    'OpenSC (SC_ERROR)': 'SC_ERROR_INVALID_ARGUMENTS',
    'Pkcs11Interop': 'CKR.CKR_ARGUMENTS_BAD',
    'PyKCS11': 'CKR_ARGUMENTS_BAD (0x00000007)',
    'libp11 (OpenSSL engine and provider)': 'Invalid arguments',
    'p11-kit': 'Invalid arguments',
    'pkcs11-provider': 'Invalid or improper arguments were provided to the invoked function',
    'pkcs11js': 'CKR_ARGUMENTS_BAD:7',
    'python-pkcs11': 'pkcs11.exceptions.ArgumentsBad',
    'rust-cryptoki': 'RvError::ArgumentsBad',
}
