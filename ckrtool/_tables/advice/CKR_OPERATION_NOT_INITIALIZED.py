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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The call before ended the operation (success, or any failure but BUFFER_TOO_SMALL); in some modules even a size query (NULL buffer) does, which is wrong',
        None,
        None,
        None,
        None,
        None,
        'google/native-pkcs11#171',
        None,
        None,
    ),
    ('Two threads share the session and one ended the operation of the other', None, None, None, None, None, 'Pkcs11Interop/Pkcs11Interop#229', None, None),
    ('*Init failed and its return was ignored, or it went to another session (pool, reconnect) than this call', None, None, None, None, None, None, None, None),
    (
        'CKU_CONTEXT_SPECIFIC without a pending operation: it must come right after *Init, and C_Login(CKU_USER) must have come before',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        None,
        'tpm2-software/tpm2-pkcs11#171',
        None,
        None,
    ),
    (
        'The key of the pending operation does not ask for it: its CKA_ALWAYS_AUTHENTICATE is false',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
    ),
    (
        'C_SignInit for an always-authenticate key was refused before the context-specific login could follow (older releases)',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#169',
        None,
        None,
    ),
    (
        'C_Sign came back with USER_NOT_LOGGED_IN, which ended the operation: *Init must be called again before the context-specific login',
        None,
        None,
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#347',
        None,
        None,
    ),
    (
        'Older releases (2019) end a digest on the size query with a NULL buffer',
        None,
        ('C_Digest', 'C_DigestFinal'),
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#264',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Trace the order of calls of that one session: what did the *Init return, and what came between it and this call?',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Repeat with one call and a buffer that is large enough: if that works, the module ends the operation on size queries',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('CKA_ALWAYS_AUTHENTICATE of the key', None, ('C_Login', 'C_LoginUser'), None, None, None, None, None, None),
    ('Is the session used by two threads, or exchanged by a pool between *Init and the call?', None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'For an always-authenticate key: *Init, then C_Login(CKU_CONTEXT_SPECIFIC), then the operation, with nothing between',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        'each such login checks the PIN and may use up a try',
        'Yubico/yubico-piv-tool#347',
        None,
        None,
    ),
    (
        'Key of slot 9c: *Init again, C_Login(CKU_CONTEXT_SPECIFIC, PIN), then the operation, with nothing between',
        None,
        ('C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_DecryptFinal'),
        'ykcs11',
        None,
        'each such login checks the PIN and may use up a try',
        'Yubico/yubico-piv-tool#347',
        None,
        None,
    ),
    (
        'Start again at *Init and feed the whole data once more; what was given before is lost',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'Avoid the size query: allocate the modulus length (RSA), twice the field length (ECDSA) or input plus one block',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'Give each thread its own session and stop at the first *Init that does not return CKR_OK',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'For any other key drop the context-specific login; C_Login(CKU_USER) once is enough',
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Finished program: repeat the whole job; if it comes again, run it with one thread or worker and update it together with the module',
        None,
        None,
        None,
        None,
        None,
        None,
        ('program',),
        None,
    ),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't go on with the next part of the data as if nothing had happened: the result would cover a part only",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Don't loop the context-specific login: each one is a PIN check, and wrong ones lock the PIN",
        None,
        ('C_Login', 'C_LoginUser'),
        None,
        None,
        'may burn PIN tries',
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OPERATION_ACTIVE', 'the opposite'),
    ('CKR_SESSION_HANDLE_INVALID', 'the session is lost altogether'),
    ('CKR_USER_NOT_LOGGED_IN', 'the key wants its own login first'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('native-pkcs11', 'The first C_Sign call for the length cleared the operation', 'google/native-pkcs11#171', None),
    ('tpm2-pkcs11 (older)', 'C_Digest with a NULL output ended the operation', 'tpm2-software/tpm2-pkcs11#264', 'tpm2-pkcs11'),
    ('SoftHSM2', 'Returns it for CKU_CONTEXT_SPECIFIC without an operation whose key needs it', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
    ('Kryoptic (older)', 'Answered GENERAL_ERROR in this situation', 'latchset/kryoptic#191', 'kryoptic'),
    (
        'AWS CloudHSM',
        'Wrong call sequences are not noticed and give wrong results instead',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
        'cloudhsm',
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

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x91: CKR_OPERATION_NOT_INITIALIZED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_OPERATION_NOT_INITIALIZED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_OPERATION_NOT_INITIALIZED',
    'PyKCS11': 'CKR_OPERATION_NOT_INITIALIZED (0x00000091)',
    'libp11 (OpenSSL engine and provider)': 'Operation not initialized',
    'p11-kit': 'No operation is taking place',
    'pkcs11-provider': 'There is no active operation of appropriate type in the specified session',
    'pkcs11js': 'CKR_OPERATION_NOT_INITIALIZED:145',
    'python-pkcs11': 'pkcs11.exceptions.OperationNotInitialized',
    'rust-cryptoki': 'RvError::OperationNotInitialized',
}
