"""CKR_OK: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OK.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.1',
        'Universal Cryptoki function return values',
        'CKR_OK: The function executed successfully. Technically, CKR_OK is not quite a “universal” return value; in particular, the legacy functions **C_GetFunctionStatus** and **C_CancelFunction** (see Section 5.20) cannot return CKR_OK.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('The call did what was asked', None, None, None, None, None, None),
    ('First half of the two-call idiom: a NULL output buffer returned only the required length, nothing was produced yet', None, None, None, None, None, None),
    (
        'C_FindObjects finished with zero hits, which is success with an empty result (often private objects hidden because nobody is logged in)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A stub in an incomplete module answered CKR_OK without doing the work', None, None, None, None, None, None),
    ('C_SeedRandom accepted the bytes but the hardware RNG discards them', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Check output lengths and counts, not only the return value: *pulCount from C_FindObjects, ulValueLen after C_GetAttributeValue (CK_UNAVAILABLE_INFORMATION is not a length)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('After key generation read back CKA_SIGN/CKA_DECRYPT/CKA_EXTRACTABLE and run one real sign/verify', None, None, None, None, None, None),
    (
        'Trace the call sequence with pkcs11-spy or pkcs11-logger when the result is wrong although every call returned CKR_OK (pkcs11-spy writes PINs in clear, pkcs11-logger leaves them out by default)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('No error handling needed', None, None, None, None, None, None),
    (
        'If the outcome is wrong anyway, verify the result with an independent implementation (for example check the signature with openssl) before trusting the module',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PENDING', 'PENDING (3.2 async sessions) means not finished; CKR_OK means finished'),
    ('CKR_BUFFER_TOO_SMALL', 'CKR_OK with a NULL buffer means only the length was computed; nothing has to be enlarged'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'kryoptic (older)',
        'Returned CKR_OK while ulValueLen was CK_UNAVAILABLE_INFORMATION, so a caller using the length blindly over-reads',
        'latchset/kryoptic#435',
        None,
    ),
    (
        'OpenSC + SmartCard-HSM',
        'SO login reports success for any SO-PIN of the right shape (16 hex digits); the value is only verified later, when it is used',
        'OpenSC/OpenSC#889',
        None,
    ),
    (
        'AWS CloudHSM',
        'Key pair generation with CKA_MODULUS_BITS or CKA_PUBLIC_EXPONENT in the private template succeeded but produced a key with every usage flag false',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    ('OP-TEE', 'C_SeedRandom returns CKR_OK although a hardware RNG build ignores the seed', 'OP-TEE/optee_os#5883', None),
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
    'GnuTLS': '0',
    'Go miekg/pkcs11': 'pkcs11: 0x0: CKR_OK',
    'Java SunPKCS11': 'PKCS11Exception: CKR_OK',
    'NSS (SEC_ERROR)': None,
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_OK',
    'PyKCS11': 'CKR_OK (0x00000000)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': None,
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
