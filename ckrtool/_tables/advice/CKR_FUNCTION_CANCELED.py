"""CKR_FUNCTION_CANCELED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FUNCTION_CANCELED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_FUNCTION_CANCELED: The function was canceled in mid-execution. This happens to a cryptographic function if the function makes a **CKN_SURRENDER** application callback which returns CKR_CANCEL (see CKR_CANCEL). It also happens to a function that performs PIN entry through a protected path. The method used to cancel a protected path PIN entry operation is device dependent.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('User pressed cancel on the PIN pad or the PIN pad timed out', None, None, None, None, None, None),
    ('IBM crypto hardware: a control point (access control policy) forbids the function - permanent, not a user action', None, None, None, None, None, None),
    ("Application's own surrender callback returned CKR_CANCEL", None, None, None, None, None, None),
    ('Operation cancelled from another thread', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Is CKF_PROTECTED_AUTHENTICATION_PATH set in CK_TOKEN_INFO? Then think of the PIN pad first', None, None, None, None, None, None),
    (
        'On openCryptoki EP11/CCA tokens check the access control points of the adapter (TKE/panel) and the required mechanism settings',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Ask the user or read the reader log', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Ask the user whether they cancelled; look at the PIN flags, then let them start again and tell them to watch the PIN pad',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Raise the PIN pad timeout or fix the reader driver (macOS CCID) if it is cancelled without user action', None, None, None, None, None, None),
    ('On IBM hardware ask the administrator to enable the control point or choose an allowed mechanism/attribute', None, None, None, None, None, None),
    ("Do not translate it into 'wrong PIN'", None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Repeating a PIN pad login by program can lead the user to enter wrong PINs or to confirm what they meant to refuse', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CANCEL', "callback's return value"),
    ('CKR_FUNCTION_REJECTED', 'device or user refused a signature request'),
    ('CKR_PIN_INCORRECT', 'PIN entered but wrong'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki EP11 and CCA', 'Means a control point on the adapter prohibits the function, nothing was cancelled', 'opencryptoki/opencryptoki#823', None),
    ('OpenSC', 'PIN pad cancel and PIN pad timeout both map here', 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
    ('macOS CCID driver', 'PIN pad verification may silently not happen or hang after cancel', 'web-eid/web-eid-app#345', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitToken',
    'C_InitPIN',
    'C_SetPIN',
    'C_Login',
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
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x50: CKR_FUNCTION_CANCELED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_FUNCTION_CANCELED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': 'SC_ERROR_KEYPAD_CANCELLED',
    'Pkcs11Interop': 'CKR.CKR_FUNCTION_CANCELED',
    'PyKCS11': 'CKR_FUNCTION_CANCELED (0x00000050)',
    'libp11 (OpenSSL engine and provider)': 'Function canceled',
    'p11-kit': 'The operation was cancelled',
    'pkcs11-provider': 'The function was canceled in mid-execution',
    'pkcs11js': 'CKR_FUNCTION_CANCELED:80',
    'python-pkcs11': 'pkcs11.exceptions.FunctionCancelled',
    'rust-cryptoki': 'RvError::FunctionCanceled',
}
