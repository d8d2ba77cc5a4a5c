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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('No C_Login in this process (login does not carry over to other processes or forked children)', None, None, None, None, None, None),
    ('Key has CKA_ALWAYS_AUTHENTICATE: a context-specific login is required after each *Init', None, None, None, None, None, None),
    (
        'Login was lost: last session closed by a pool, token reset by another program, C_Logout in another thread, HSM reconnect',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Role wrong: C_InitPIN needs the SO, private objects need the user (SO does not see them)', None, None, None, None, None, None),
    ('Card dropped its security state because another APDU came between authentication and operation (PIV 9c)', None, None, None, None, None, None),
    ('C_Logout although nobody is logged in - harmless', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetSessionInfo.state', None, None, None, None, None, None),
    ('CKA_ALWAYS_AUTHENTICATE and CKA_PRIVATE of the key', None, None, None, None, None, None),
    ('Which other programs access the token; does it work with all of them stopped?', None, None, None, None, None, None),
    ('Token flag CKF_LOGIN_REQUIRED', None, None, None, None, None, None),
    ('How many sessions are open when it happens (zero sessions = logged out)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Call C_Login(CKU_USER) once per process, keep a session open, re-find private objects afterwards', None, None, None, None, None, None),
    (
        'For always-authenticate keys: C_SignInit, C_Login(CKU_CONTEXT_SPECIFIC, PIN), C_Sign - for each operation; repeated failures there lock the PIN and log the user out',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Log in as SO only to set the user PIN (C_InitPIN) and for administration; C_InitToken needs no login and erases the token',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Serialise card access (OpenSC lock_login or atomic), or end the competing program properly', None, None, None, None, None, None),
    ('After fork, C_Initialize and C_Login in the child', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Automatic re-login loops with a cached, outdated PIN lock the token; allow one login per loss of state and only with a PIN known to work. OpenSC's pin_cache_ignore_user_consent weakens user consent",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_USER_ALREADY_LOGGED_IN', 'opposite'),
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'logged in, but key not allowed'),
    ('CKR_OBJECT_HANDLE_INVALID', 'after logout some modules report the handle instead'),
    ('CKR_SESSION_READ_ONLY', 'write attempted in R/O session'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('PIV / ykcs11 9c key', 'PIN needed for every signature, and only directly after SignInit', 'Yubico/yubico-piv-tool#347', None),
    ('SafeNet HSM via libp11', 'Private key visible without login, so libp11 skipped the login and signing failed', 'OpenSC/libp11#160', None),
    ('crypto11 (old)', 'Idle pool closed the login-holding session after 30 s', 'eclipse-keypont/crypto11#9', None),
    ('tpm2-pkcs11', 'Closing the session that logged in logs out the others', 'tpm2-software/tpm2-pkcs11#844', None),
    ('OpenSC', "Card status 'security status not satisfied' maps here, for example after another program used the card", 'OpenSC/OpenSC#596', None),
    ('pkcs11-provider with PIV', 'Interleaved requests between Init and operation drop the authentication', 'openssl-projects/pkcs11-provider#185', None),
    (
        'Java SunPKCS11',
        'Has no context-specific login, so always-authenticate keys (eToken 5110 CC, PIV 9c) fail in engineSign; a provider that supports it (JSignPKCS11) or a logout/login before each signature is needed',
        'intoolswetrust/jsignpdf#210',
        None,
    ),
    (
        'crypto libraries without CKA_ALWAYS_AUTHENTICATE support',
        'letsencrypt pkcs11key failed with OpenSC 0.18 until a CKU_CONTEXT_SPECIFIC login was added after SignInit',
        'letsencrypt/pkcs11key#19',
        None,
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

NAMES: dict[str, str | None] = {}
