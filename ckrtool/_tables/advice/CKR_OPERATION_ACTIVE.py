"""CKR_OPERATION_ACTIVE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_ACTIVE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OPERATION_ACTIVE: There is already an active operation (or combination of active operations) which prevents Cryptoki from activating the specified operation. For example, an active object-searching operation would prevent Cryptoki from activating an encryption operation with **C_EncryptInit**. Or, an active digesting operation and an active encryption operation would prevent Cryptoki from activating a signature operation. Or, on a token which doesn’t support simultaneous dual cryptographic operations in a session (see the description of the **CKF_DUAL_CRYPTO_OPERATIONS** flag in the **CK_TOKEN_INFO** structure), an active signature operation would prevent Cryptoki from activating an encryption operation.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'C_FindObjectsInit without C_FindObjectsFinal: an iterator was left early or an error path skipped it',
        None,
        None,
        None,
        None,
        None,
        'hyperledger/fabric#1976',
        None,
    ),
    (
        'Two threads use one session, so the operations of one collide with those of the other',
        None,
        None,
        None,
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#229',
        None,
    ),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
    ),
    ('An earlier *Init was never finished, because the program failed before its next call reached the module', None, None, None, None, None, None, None),
    (
        'A size query (NULL buffer) left the operation open, and a second *Init followed without the call that ends it',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/libp11#178',
        None,
    ),
    (
        'Login, key generation or random data was asked for in a session with a running operation',
        None,
        ('C_Login', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_GenerateRandom'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The HSM throttles: Client SDK 3 reports a busy HSM so. There is no stray operation then',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: HSM throttling (read 2026-11)',
        None,
    ),
    (
        'State was kept per token, so two sessions blocked each other (older releases)',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#155',
        None,
    ),
    (
        'The search generator was not run to its end (older releases call Final only then)',
        None,
        None,
        'python-pkcs11',
        None,
        None,
        'pyauth/python-pkcs11#181',
        None,
    ),
    ("Several threads without locking callbacks share the library's session", None, None, 'libp11', None, None, 'OpenSC/libp11#82', None),
    ('Softoken keeps a multi-part cipher open after a failed update', None, None, 'nss', None, None, 'openjdk/jdk#1901', None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ('Trace it (pkcs11-spy) and pair every *Init of that session with the call that ended it', None, None, None, None, None, None, None),
    ('Log the thread with hSession: one session must never be seen in two threads at a time', None, None, None, None, None, None, None),
    ('Does the same call work in a fresh session? Then the old one is stuck', None, None, None, None, None, None, None),
    ('Token flag CKF_DUAL_CRYPTO_OPERATIONS, if two operations at once are meant (pkcs11-tool --module M -L)', None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ('Back off and retry later with fewer parallel calls', None, None, 'cloudhsm', None, None, 'AWS CloudHSM User Guide: HSM throttling (read 2026-11)', None),
    (
        'Run the generator to its end, close it, or wrap it in list(); update python-pkcs11',
        None,
        None,
        'python-pkcs11',
        None,
        None,
        'pyauth/python-pkcs11#181',
        None,
    ),
    ('End the stray operation if it is your own: C_FindObjectsFinal, or the *Final with a scratch buffer', None, None, None, None, None, None, None),
    ('With a module of version 3.0 or later: C_SessionCancel, or the *Init with a NULL mechanism', None, None, None, None, None, None, None),
    (
        'Else close that session alone and open a new one; keep another session open meanwhile, because the login ends with the last',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Give each thread a session of its own, and call C_FindObjectsFinal in every error path', None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        "Don't clean up with C_CloseAllSessions or C_Logout: they hit every thread of the process, its objects and its login",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Don't repeat the *Init in a loop: the session stays blocked until the operation is ended", None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OPERATION_NOT_INITIALIZED', 'the opposite'),
    ('CKR_OPERATION_CANCEL_FAILED', 'the attempt to cancel did not work'),
    ('CKR_SESSION_COUNT', 'no sessions left'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Hyperledger Fabric (older)', 'A search left open on the error path made pooled sessions unusable', 'hyperledger/fabric#1976', 'fabric'),
    (
        'node-webcrypto-p11',
        'Sequential signing started digest operations that overlapped in the one session',
        'PeculiarVentures/node-webcrypto-p11#53',
        'pkcs11js',
    ),
    (
        'pkcs11-provider',
        'Reading attributes between C_FindObjectsInit and Final upsets some modules; collect the handles first',
        'openssl-projects/pkcs11-provider#148',
        'pkcs11-provider',
    ),
    ('NSS softoken', 'Does not end a multi-part cipher after a failed update; SunPKCS11 had to cancel it explicitly', 'openjdk/jdk#1901', 'nss'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitPIN',
    'C_SetPIN',
    'C_CloseSession',
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
    'C_GetSessionValidationFlags',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x90: CKR_OPERATION_ACTIVE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_OPERATION_ACTIVE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_OPERATION_ACTIVE',
    'PyKCS11': 'CKR_OPERATION_ACTIVE (0x00000090)',
    'libp11 (OpenSSL engine and provider)': 'Operation active',
    'p11-kit': 'Another operation is already taking place',
    'pkcs11-provider': 'There is already an active operation that prevents executing the requested function',
    'pkcs11js': 'CKR_OPERATION_ACTIVE:144',
    'python-pkcs11': 'pkcs11.exceptions.OperationActive',
    'rust-cryptoki': 'RvError::OperationActive',
}
