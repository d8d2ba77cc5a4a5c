"""CKR_SESSION_CLOSED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_CLOSED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.2',
        'Cryptoki function return values for functions that use a session handle',
        'CKR_SESSION_CLOSED: The session was closed during the execution of the function.  Note that, as stated in [PKCS11-UG], the behavior of Cryptoki is undefined if multiple threads of an application attempt to access a common Cryptoki session simultaneously. Therefore, there is actually no guarantee that a function invocation could ever return the value CKR_SESSION_CLOSED. An example of multiple threads accessing a common session simultaneously is where one thread is using a session when another thread closes that same session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Another thread closed the session or finalised the library while this call was running (C_CloseSession, C_CloseAllSessions, C_Finalize)',
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
        'The device ended its session because it was idle, and the library reports it on the next call',
        None,
        None,
        None,
        None,
        None,
        'Yubico/yubihsm-shell#541',
        None,
        None,
    ),
    ('The token was removed, or the HSM, its client daemon or a proxy restarted', None, None, None, None, None, None, None, None),
    (
        'A session was logged out that was logged out or closed already: harmless',
        None,
        ('C_Logout',),
        None,
        None,
        None,
        'opencryptoki/opencryptoki#225',
        None,
        None,
    ),
    (
        'The one device session that the slot reuses has expired, mostly with YubiHSM Auth; password logins are renewed by the library itself',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#541',
        None,
        None,
    ),
    (
        'Session-bound EP11 keys are re-enciphered through an adapter where this EP11 session is not logged in (before June 2023)',
        None,
        None,
        'ibm-ep11',
        None,
        None,
        'opencryptoki/opencryptoki#698',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Which thread closed it? Log thread and hSession around every C_CloseSession, C_CloseAllSessions and C_Finalize',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Time since the last call, against the idle timeout of the device (YubiHSM: about 30 s)', None, None, None, None, None, None, None, None),
    (
        'C_GetSessionInfo on this handle, then on a freshly opened session: if new ones fail too, the link to the device is dead',
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Look first whether it was done: find the object by its label or CKA_ID before you create, change or delete it again',
        'the call may have been carried out before the session ended',
        ('object', 'C_InitToken', 'C_SetPIN', 'C_InitPIN'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Open a new session, log in once if its state is public, find the keys again, repeat the whole operation from *Init',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'If new sessions fail the same way: stop the other threads, C_Finalize, C_Initialize, or restart the process',
        None,
        None,
        None,
        None,
        'ends every session of the process',
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'In the program: never close a session that another thread may be using; check pooled sessions with C_GetSessionInfo before use',
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
        'Finished program: restart it once HSM, daemon or card is back; if it closes sessions under its own threads, run it with one thread or worker, and update it',
        None,
        None,
        None,
        None,
        'every restart logs in again: a wrong PIN uses up a try',
        None,
        ('program',),
        None,
    ),
    (
        'If it comes back after the same time: an idle timeout of the HSM, a proxy or a firewall; lengthen it, or keep traffic going within it',
        None,
        None,
        None,
        None,
        None,
        None,
        ('program', 'hsm', 'cloud'),
        None,
    ),
    (
        'Call C_Finalize and C_Initialize: reopening PKCS #11 sessions does not renew the device session of the slot',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#541',
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Don't repeat a call that creates, changes or deletes before you have looked whether it was carried out", None, None, None, None, None, None, None, None),
    (
        "Don't log in again in a loop: one login per lost session, with a PIN that worked in this process",
        None,
        None,
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
    ('CKR_SESSION_HANDLE_INVALID', 'the session was gone before the call; far more frequent, handle both alike'),
    ('CKR_DEVICE_REMOVED', 'the token went away during the call'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'YubiHSM',
        'Ends a session after about 30 s without traffic; the library renews those of a password login',
        'Yubico/yubihsm-shell#541, Yubico/yubihsm-shell#268',
        'yubihsm',
    ),
    (
        'openCryptoki EP11 tool',
        'While it logs out leftover sessions, the code means that one is already logged out; it ignores that',
        'opencryptoki/opencryptoki#225',
        'ibm-ep11',
    ),
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
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB0: CKR_SESSION_CLOSED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_CLOSED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_CLOSED',
    'PyKCS11': 'CKR_SESSION_CLOSED (0x000000B0)',
    'libp11 (OpenSSL engine and provider)': 'Session closed',
    'p11-kit': 'The session is closed',
    'pkcs11-provider': 'Session is already closed',
    'pkcs11js': 'CKR_SESSION_CLOSED:176',
    'python-pkcs11': 'pkcs11.exceptions.SessionClosed',
    'rust-cryptoki': 'RvError::SessionClosed',
}
