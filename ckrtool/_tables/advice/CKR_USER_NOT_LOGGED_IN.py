"""CKR_USER_NOT_LOGGED_IN: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_NOT_LOGGED_IN.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_NOT_LOGGED_IN: The desired action cannot be performed because the appropriate user (or an appropriate user) is not logged in. One example is that a session cannot be logged out unless it is logged in. Another example is that a private object cannot be created on a token unless the session attempting to create it is logged in as the normal user. A final example is that cryptographic operations on certain tokens cannot be performed unless the normal user is logged in.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'Nobody is logged in in this process: C_Login was left out or failed, or was made in another process or before a fork',
        None,
        ('operation', 'object'),
        None,
        None,
        None,
        'OpenSC/libp11#245',
        None,
    ),
    (
        'The key asks for a login before each use (CKA_ALWAYS_AUTHENTICATE; PIV 9c, signature PINs, qualified keys), and CKU_USER alone is not enough',
        None,
        ('C_Sign', 'C_SignFinal', 'C_SignInit', 'C_Decrypt'),
        None,
        None,
        None,
        'Yubico/yubico-piv-tool#392',
        None,
    ),
    (
        'The login was lost: its last session was closed by a pool, another thread called C_Logout, the card was reset by another program, the HSM reconnected',
        None,
        None,
        None,
        None,
        None,
        'eclipse-keypont/crypto11#9',
        None,
    ),
    (
        "C_InitPIN needs the SO logged in, on a read/write session; the user's login does not do",
        None,
        ('C_InitPIN',),
        None,
        None,
        None,
        'PeculiarVentures/graphene#150',
        None,
    ),
    (
        'Only the user may make private objects: the SO cannot, and CKA_PRIVATE may be true by default',
        None,
        ('object',),
        None,
        None,
        None,
        'tpm2-software/tpm2-pkcs11#664',
        None,
    ),
    ('Nobody was logged in: harmless, there is nothing to undo', None, ('C_Logout',), None, None, None, None, None),
    (
        'The card forgot the PIN because another program, or another command of the same one, came between PIN and use',
        None,
        ('operation',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#596',
        None,
    ),
    (
        "Making, importing or deleting keys and certificates wants the SO with the management key (48 hex digits); the user's PIN does not do",
        None,
        ('object',),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#453',
        None,
    ),
    (
        'PIV keys of slot 9c want the PIN directly before each signature; any command between PIN and signature spoils it',
        None,
        ('operation',),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#347',
        None,
    ),
    (
        'SunPKCS11 has no context-specific login, so keys that want the PIN each time (eToken 5110 CC, PIV 9c) fail when signing',
        None,
        ('operation',),
        'java-sunpkcs11',
        None,
        None,
        'intoolswetrust/jsignpdf#210',
        None,
    ),
    (
        'The private key could be seen without a login, so the library skipped the login (SafeNet ProtectToolkit)',
        None,
        None,
        'libp11',
        None,
        None,
        'OpenSC/libp11#160',
        None,
    ),
    ('eToken 5110 CC wants the PIN for each signature even after a login', None, ('operation',), 'etoken', None, None, 'gamringer/php-pkcs11#75', None),
    ('Closing the session that logged in logged the others out', None, None, 'tpm2-pkcs11', None, None, 'tpm2-software/tpm2-pkcs11#844', None),
    ('The pool closed the session that held the login after 30 s (old releases)', None, None, 'go-crypto11', None, None, 'eclipse-keypont/crypto11#9', None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ('C_GetSessionInfo.state just before the call: public, user or SO?', None, None, None, None, None, None, None),
    ('CKA_ALWAYS_AUTHENTICATE and CKA_PRIVATE of the key', None, ('operation',), None, None, None, None, None),
    ('Trace: did C_Login return CKR_OK in this process, and was there a C_Logout or a last C_CloseSession after it?', None, None, None, None, None, None, None),
    (
        "Does it work with every other program that uses the card or token stopped (browser, ssh-agent, gpg-agent's scdaemon)?",
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
    ),
    ('Sessions open at that moment: with none left, nobody is logged in', None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'Log in as SO with the management key, or make and import keys with yubico-piv-tool or ykman; look first whether the slot is occupied',
        None,
        ('object',),
        'ykcs11',
        None,
        'a new key in an occupied PIV slot replaces the old one for good',
        'Yubico/yubico-piv-tool#453',
        None,
    ),
    (
        'C_Login(CKU_USER) once per process (pkcs11-tool: --login; --pin alone may not do), keep one session open as long as it is to last, and find private objects again afterwards',
        None,
        ('operation', 'object'),
        None,
        "a PIV card's keys are to be made or written: that is the SO's",
        'a wrong PIN uses up a try',
        None,
        None,
    ),
    (
        'For an always-authenticate key: *Init again, C_Login(CKU_CONTEXT_SPECIFIC, PIN), then the operation, each time, with nothing between',
        None,
        ('C_Sign', 'C_SignFinal', 'C_SignInit', 'C_Decrypt'),
        None,
        None,
        'each such login checks the PIN and may use up a try',
        'Yubico/yubico-piv-tool#347',
        None,
    ),
    (
        'Keep others from the card between PIN and use: one session at a time, lock_login = true in opensc.conf, or end the other program',
        None,
        ('operation',),
        None,
        None,
        None,
        'OpenSC/OpenSC#1039',
        ('card',),
    ),
    (
        'After a fork: C_Initialize, new session and C_Login in the child',
        None,
        ('operation', 'object'),
        None,
        None,
        'a wrong PIN uses up a try',
        'OpenSC/libp11#245',
        None,
    ),
    (
        'Log in as SO on a read/write session, then C_InitPIN: pkcs11-tool --login --login-type so --init-pin',
        None,
        ('C_InitPIN',),
        None,
        None,
        'a wrong SO PIN uses up a try',
        None,
        None,
    ),
    ('Ignore it, or ask C_GetSessionInfo before logging out', None, ('C_Logout',), None, None, None, None, None),
    (
        'Use a provider that knows the context-specific login (JSignPKCS11), or log the provider out and in before each signature',
        None,
        ('operation',),
        'java-sunpkcs11',
        None,
        'each login may use up a PIN try',
        'ebourg/jsign#230',
        None,
    ),
    (
        "Set the engine's FORCE_LOGIN, or give a PIN in the URI, so that it logs in before it looks for the key",
        None,
        ('operation',),
        'libp11',
        None,
        'a wrong PIN uses up a try',
        'OpenSC/libp11#496',
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        "Don't log in again in a loop with a stored PIN: if it is outdated, that locks the token. One login per lost login, with a PIN that worked in this process",
        None,
        None,
        None,
        None,
        'may lock the PIN',
        None,
        None,
    ),
    ("Don't log in as SO to use keys: the SO does not see private objects, and SO tries are few", None, None, None, None, 'may burn SO PIN tries', None, None),
    (
        "Don't switch on pin_cache_ignore_user_consent to be rid of it: then keys that need the user's consent sign without it",
        None,
        None,
        'opensc',
        None,
        'weakens user consent',
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'logged in, but the key may not do this'),
    ('CKR_OBJECT_HANDLE_INVALID', 'what some modules say after a logout'),
    ('CKR_SESSION_READ_ONLY', 'writing in a read-only session'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'pkcs11-provider with PIV',
        'Requests of other threads between *Init and use drop the authentication',
        'openssl-projects/pkcs11-provider#185',
        'pkcs11-provider',
    ),
    (
        'OpenSC',
        "The card's 'security status not satisfied' is mapped to this; pkcs11-tool --test on PIV and CAC cards shows it for keys that want a fresh PIN",
        'OpenSC/OpenSC#1531',
        'opensc',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitPIN',
    'C_Logout',
    'C_CreateObject',
    'C_CopyObject',
    'C_SetAttributeValue',
    'C_EncryptInit',
    'C_DecryptInit',
    'C_Decrypt',
    'C_DecryptUpdate',
    'C_DecryptFinal',
    'C_DigestInit',
    'C_SignInit',
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecoverInit',
    'C_SignRecover',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_SignEncryptUpdate',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_SeedRandom',
    'C_GenerateRandom',
    'C_MessageEncryptInit',
    'C_EncryptMessageBegin',
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
    'C_VerifyMessageBegin',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_USER_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x101: CKR_USER_NOT_LOGGED_IN',
    'Java SunPKCS11': 'PKCS11Exception: CKR_USER_NOT_LOGGED_IN',
    'NSS (SEC_ERROR)': 'SEC_ERROR_TOKEN_NOT_LOGGED_IN',
    'OpenSC (SC_ERROR)': 'SC_ERROR_SECURITY_STATUS_NOT_SATISFIED',
    'Pkcs11Interop': 'CKR.CKR_USER_NOT_LOGGED_IN',
    'PyKCS11': 'CKR_USER_NOT_LOGGED_IN (0x00000101)',
    'libp11 (OpenSSL engine and provider)': 'User not logged in',
    'p11-kit': 'No user has logged in',
    'pkcs11-provider': 'The desired action cannot be performed because an appropriate user is not logged in',
    'pkcs11js': 'CKR_USER_NOT_LOGGED_IN:257',
    'python-pkcs11': 'pkcs11.exceptions.UserNotLoggedIn',
    'rust-cryptoki': 'RvError::UserNotLoggedIn',
}
