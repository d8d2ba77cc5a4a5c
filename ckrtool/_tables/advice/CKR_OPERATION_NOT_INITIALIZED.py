"""CKR_OPERATION_NOT_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_NOT_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OPERATION_NOT_INITIALIZED: There is no active operation of an appropriate type in the specified session. For example, an application cannot call **C_Encrypt** in a session without having called **C_EncryptInit** first to activate an encryption operation.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Operation already ended: a previous Sign/Encrypt/Final succeeded, or failed with anything but BUFFER_TOO_SMALL', None, None, None, None, None, None),
    ('Module wrongly ends the operation on the size query (NULL buffer)', None, None, None, None, None, None),
    ("Two threads share a session and one finished the other's operation", None, None, None, None, None, None),
    (
        'C_Login as CKU_CONTEXT_SPECIFIC without a pending operation (it must follow *Init directly), or for a key whose CKA_ALWAYS_AUTHENTICATE is false',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Session was replaced by a pool or reset by failover between Init and the operation', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Trace the exact order of calls per session', None, None, None, None, None, None),
    ('Repeat with one call and a large enough buffer instead of the two-call idiom', None, None, None, None, None, None),
    ('Did the preceding C_SignInit really return CKR_OK on the same handle?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Start again with *Init and repeat the whole operation', None, None, None, None, None, None),
    ('Avoid the NULL-buffer probe by allocating the maximum (modulus length, 2 x curve size)', None, None, None, None, None, None),
    ('One session per thread', None, None, None, None, None, None),
    ('For always-authenticate keys use the sequence SignInit, Login(CKU_CONTEXT_SPECIFIC), Sign', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OPERATION_ACTIVE', 'opposite'),
    ('CKR_SESSION_HANDLE_INVALID', 'session lost altogether'),
    ('CKR_USER_NOT_LOGGED_IN', 're-authentication missing for the key'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('native-pkcs11', 'First C_Sign call for the length cleared the operation', 'google/native-pkcs11#171', None),
    ('tpm2-pkcs11 (older)', 'C_Digest with NULL output ended the operation', 'tpm2-software/tpm2-pkcs11#264', None),
    ('SoftHSM2', 'C_Login(CKU_CONTEXT_SPECIFIC) without a key operation that needs it returns this', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    ('kryoptic (older)', 'Returned GENERAL_ERROR for this situation', 'latchset/kryoptic#191', None),
    (
        'AWS CloudHSM',
        'Wrong call sequences are not detected and give wrong results instead',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_GetOperationState',
    'C_Login',
    'C_FindObjects',
    'C_FindObjectsFinal',
    'C_Encrypt',
    'C_EncryptUpdate',
    'C_EncryptFinal',
    'C_Decrypt',
    'C_DecryptUpdate',
    'C_DecryptFinal',
    'C_Digest',
    'C_DigestUpdate',
    'C_DigestKey',
    'C_DigestFinal',
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecover',
    'C_Verify',
    'C_VerifyUpdate',
    'C_VerifyFinal',
    'C_VerifyRecover',
    'C_DigestEncryptUpdate',
    'C_DecryptDigestUpdate',
    'C_SignEncryptUpdate',
    'C_DecryptVerifyUpdate',
    'C_LoginUser',
    'C_EncryptMessage',
    'C_EncryptMessageBegin',
    'C_EncryptMessageNext',
    'C_MessageEncryptFinal',
    'C_DecryptMessage',
    'C_DecryptMessageBegin',
    'C_DecryptMessageNext',
    'C_MessageDecryptFinal',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageSignFinal',
    'C_VerifyMessage',
    'C_VerifyMessageBegin',
    'C_VerifyMessageNext',
    'C_MessageVerifyFinal',
    'C_VerifySignature',
    'C_VerifySignatureUpdate',
    'C_VerifySignatureFinal',
)

NAMES: dict[str, str | None] = {}
