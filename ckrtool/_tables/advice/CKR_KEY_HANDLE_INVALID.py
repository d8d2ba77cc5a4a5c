"""CKR_KEY_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_HANDLE_INVALID: The specified key handle is not valid. It may be the case that the specified handle is a valid handle for an object which is not a key. We reiterate here that 0 is never a valid key handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Handle remembered from another session, process, login or module instance', None, None, None, None, None, None),
    ('Session that owned a session key was closed, or the user logged out (private handles die at C_Logout)', None, None, None, None, None, None),
    ('Handle 0 because the earlier search found nothing', None, None, None, None, None, None),
    ('Handle of a non-key object, or key bytes/ID passed where a handle is expected', None, None, None, None, None, None),
    (
        'C_WrapKey: the key does not match CKA_WRAP_TEMPLATE of the wrapping key (this is the code that the standard gives to that case)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('HSM cluster member without that key, or key deleted meanwhile', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Check the count returned by C_FindObjects before use', None, None, None, None, None, None),
    ('C_GetAttributeValue(CKA_CLASS, CKA_LABEL, CKA_ID) on the handle in the same session', None, None, None, None, None, None),
    ('Is the session still logged in (C_GetSessionInfo.state)?', None, None, None, None, None, None),
    ('Same process and same library instance as when the handle was obtained?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Find the key again by CKA_ID/CKA_LABEL in the current session and use the new handle', None, None, None, None, None, None),
    ('Store CKA_ID (or CKA_UNIQUE_ID), never the numeric handle, across restarts and forks', None, None, None, None, None, None),
    ('Create keys that must survive as token objects (CKA_TOKEN=true)', None, None, None, None, None, None),
    ('After a reconnect clear every cached handle before the first operation', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'A stale number can silently denote a different key after re-initialisation; compare CKA_ID and key type after re-finding, especially before signing',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OBJECT_HANDLE_INVALID', 'same cause, many modules use it instead'),
    ('CKR_SESSION_HANDLE_INVALID', 'session gone, so its keys are too'),
    ('CKR_KEY_TYPE_INCONSISTENT', 'valid key of the wrong type'),
    ('CKR_WRAPPING_KEY_HANDLE_INVALID', 'variant used by C_WrapKey'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('ykcs11', 'Empty or unusable PIV key slot maps here', 'Yubico/yubico-piv-tool:ykcs11/utils.c', None),
    ('Thales DPoD/Luna via py-hsm', 'Handles shown by the vendor CLI are not PKCS#11 object handles of your session', 'bentonstark/py-hsm#15', None),
    (
        'pkcs11-provider',
        'Key objects keep handles of a session that a proxy restart destroyed; only restarting the application helped',
        'openssl-projects/pkcs11-provider#494',
        None,
    ),
    ('Hyperledger Fabric', 'Cached handles must be purged together with the session cache or a wrong key may be used', 'hyperledger/fabric#1697', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestKey',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_WrapKey',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_EncapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x60: CKR_KEY_HANDLE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_HANDLE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_HANDLE_INVALID',
    'PyKCS11': 'CKR_KEY_HANDLE_INVALID (0x00000060)',
    'libp11 (OpenSSL engine and provider)': 'Key handle invalid',
    'p11-kit': 'The key is missing or invalid',
    'pkcs11-provider': 'The specified key handle is not valid',
    'pkcs11js': 'CKR_KEY_HANDLE_INVALID:96',
    'python-pkcs11': 'pkcs11.exceptions.KeyHandleInvalid',
    'rust-cryptoki': 'RvError::KeyHandleInvalid',
}
