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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A person pressed cancel on the PIN pad or in the PIN dialog, or it timed out',
        None,
        ('C_Login', 'C_LoginUser', 'C_SetPIN', 'C_InitPIN', 'C_Sign', 'C_Decrypt', 'C_SignFinal'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'The PIN pad or its driver gave up without anybody touching it (macOS CCID driver)',
        None,
        ('C_Login', 'C_SetPIN'),
        None,
        None,
        None,
        'web-eid/web-eid-app#345',
        ('card',),
        None,
    ),
    (
        'The connection to the card broke off during the call (weak USB power, for example)',
        None,
        ('C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_DecryptFinal'),
        None,
        None,
        None,
        'A-Trust/RKSV#7',
        ('card',),
        None,
    ),
    ("The program's own surrender callback answered CKR_CANCEL", None, None, None, None, None, None, None, None),
    ('Another thread cancelled the operation', None, ('object', 'operation'), None, None, None, None, None, None),
    (
        'A policy forbids it (control points of IBM hardware): permanent, nothing was cancelled',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        'opencryptoki/opencryptoki#823',
        ('hsm',),
        None,
    ),
    (
        'An access control point of the adapter prohibits this function (EP11 and CCA tokens)',
        None,
        ('object', 'operation'),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#823',
        None,
        None,
    ),
    (
        'A control point forbids CKA_EXTRACTABLE together with CKA_IBM_PROTKEY_EXTRACTABLE and the like',
        None,
        ('object', 'operation'),
        'ibm-ep11',
        None,
        None,
        'opencryptoki/opencryptoki#756',
        None,
        None,
    ),
    (
        'PIN pad cancelled or timed out: both come back as this code',
        None,
        ('C_Login', 'C_SetPIN', 'C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC:src/pkcs11/misc.c',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "pkcs11-tool --module M -T: 'PIN pad present' (CKF_PROTECTED_AUTHENTICATION_PATH) points to the PIN pad; look at the PIN flags too",
        None,
        ('C_Login', 'C_SetPIN', 'C_InitPIN', 'C_Sign'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'Ask the person: cancelled on purpose, too slow, or no prompt at all?',
        None,
        ('C_Login', 'C_SetPIN', 'C_Sign', 'C_Decrypt'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Was a Notify callback given to C_OpenSession, and what does it return?', None, None, None, None, None, None, None, None),
    (
        "The adapter's active control points (TKE or its list tool) against what the mechanism needs",
        None,
        ('object', 'operation'),
        'opencryptoki',
        None,
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Look at the PIN flags; if tries are left let the person start again, with the PIN pad in view',
        None,
        ('C_Login', 'C_SetPIN', 'C_Sign', 'C_Decrypt'),
        None,
        None,
        'each wrong PIN at the pad costs a try',
        None,
        ('card',),
        None,
    ),
    (
        "No prompt appeared: raise the PIN pad's time limit, update the reader's driver, try another reader",
        None,
        ('C_Login', 'C_SetPIN', 'C_Sign'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        "Plug the token straight into the computer (no hub), try another reader and the middleware's own test program, with its log on",
        None,
        ('C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_DecryptFinal'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'Ask the HSM administrator to enable the control point, or use a mechanism and attributes that are allowed',
        None,
        ('object', 'operation'),
        'opencryptoki',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "If the program's own callback or another thread did it, treat the operation as ended and begin again from its Init call",
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
        'Do not start the login again by program: the person may have refused on purpose, and a PIN typed in haste uses up tries',
        None,
        ('login', 'operation'),
        None,
        None,
        'may burn a PIN try',
        None,
        None,
        None,
    ),
    ("Do not show it as 'wrong PIN': no PIN was checked", None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_KEY_FUNCTION_NOT_PERMITTED',
        'A control point prohibits the function',
        ('ibm-ep11', 'opencryptoki'),
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
        ),
        'opencryptoki/opencryptoki#823',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CANCEL', "the callback's own answer"),
    ('CKR_FUNCTION_REJECTED', 'device or person refused this request'),
    ('CKR_PIN_INCORRECT', 'a PIN was entered and is wrong'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('macOS CCID driver', 'PIN pad verification may silently not happen or hang after cancel', 'web-eid/web-eid-app#345', None),)

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
