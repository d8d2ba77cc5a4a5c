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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The handle is stale: from another session, process, login, fork or module instance, from before a reconnect, or of a key that was deleted or whose session was closed',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated', 'operation', 'object'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Handle 0: the search before found nothing, often because private keys are hidden until C_Login',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated', 'operation', 'object'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The handle is of something else: a public key where a private one is needed, or key bytes or an ID given as a handle',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated', 'operation', 'object'),
        None,
        None,
        None,
        'Cosmian/kms#1076, PeculiarVentures/pkcs11js#87',
        None,
        None,
    ),
    (
        'The key is not on this member of the cluster or this partition, or another process made it after the library had read its list',
        None,
        ('operation', 'object'),
        None,
        None,
        None,
        None,
        ('hsm', 'cloud'),
        None,
    ),
    (
        'The key does not match CKA_WRAP_TEMPLATE of the wrapping key, for which the standard names this code',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The PIV slot is empty or cannot be used', None, ('operation',), 'ykcs11', None, None, 'Yubico/yubico-piv-tool:ykcs11/utils.c', None, None),
    ("Handles shown by the vendor's own tool are not handles of your session", None, None, 'luna', None, None, None, None, None),
    (
        'Key objects keep handles of a session that a restarted proxy or daemon destroyed',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#494',
        None,
        None,
    ),
    (
        'After a fork the child could not log in again by itself (PIN only in the URI), so its handles were not renewed',
        None,
        ('operation',),
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#313',
        None,
        None,
    ),
    ('The handle cache outlived its session', None, None, 'fabric', None, None, 'hyperledger/fabric#1697', None, None),
    (
        "The key was made by another process or its file was copied in after C_Initialize: nShield's library does not see it until C_Initialize is called again",
        None,
        None,
        'nshield',
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#174',
        None,
        None,
    ),
    (
        "The peer's public key was imported without a handle on the token and then used there: TLS reports a bad signature that is none (August 2026)",
        None,
        ('C_VerifyInit', 'C_Verify'),
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#769',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('The count from C_FindObjects: was there a hit at all?', None, None, None, None, None, None, None, None),
    ('In the same session: C_GetAttributeValue of CKA_CLASS, CKA_KEY_TYPE, CKA_ID, CKA_LABEL on that handle', None, None, None, None, None, None, None, None),
    ('C_GetSessionInfo.state: still logged in?', None, None, None, None, None, None, None, None),
    ('Same process id and same module since the handle was obtained?', None, None, None, None, None, None, None, None),
    ('pkcs11-tool --module M --login -O lists the keys with their IDs', None, None, None, None, 'a wrong PIN costs a try', None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Find the key again by CKA_CLASS and CKA_ID and use the new handle',
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
        'Restart the program, so that it looks for the key again; if the code comes back, list the keys (pkcs11-tool --module M --login -O) and name the right one by its ID',
        None,
        None,
        None,
        None,
        'each login with a wrong PIN uses up a try',
        None,
        ('program',),
        None,
    ),
    ('Compare CKA_ID and key type (or the public key) before using it', None, None, None, None, None, None, None, None),
    (
        'After a reconnect clear every cached handle first; keep CKA_ID, never the number, across restarts and forks',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    ('Restart the program that holds the old handles', None, None, 'pkcs11-provider', None, None, 'openssl-projects/pkcs11-provider#494', None, None),
    ('A key that must outlive its session has to be made with CKA_TOKEN=true', None, None, None, None, None, None, None, None),
    (
        'Check that the search found exactly one object (count 1) after the login, by CKA_CLASS (private key to sign or decrypt, public to verify), CKA_KEY_TYPE and CKA_ID, and take its handle only then',
        None,
        ('operation', 'object'),
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'ykman piv info shows which slots hold a key and a certificate: make or import the key there, with its certificate, or use a filled slot',
        None,
        None,
        'ykcs11',
        None,
        'a new key replaces the one in the slot',
        None,
        None,
        None,
    ),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
    ),
    (
        'Initialise the library again (restart the program) after keys were made elsewhere, or set CKNFAST_ASSUME_SINGLE_PROCESS=0, which costs speed',
        None,
        None,
        'nshield',
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#174',
        None,
        None,
    ),
    (
        'CKA_WRAP_TEMPLATE of the wrapping key (C_GetAttributeValue): if the key to be wrapped does not match it, use another wrapping key, or make the key with those attributes',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        'Do not use the old handle in a new session or after re-initialisation: it can be a different key there, and it would sign',
        None,
        None,
        None,
        None,
        'may use the wrong key',
        'hyperledger/fabric#1697',
        None,
        None,
    ),
    (
        "Do not make a new key because this one 'is invalid': it is usually still on the token",
        None,
        None,
        None,
        None,
        'a second key under the same label',
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'C_SignInit: CKR_KEY_HANDLE_INVALID (0x60), key handle 0',
    'C_FindObjectsInit(CKA_CLASS, CKA_ID) must return one object: pkcs11-tool --module M --login -O --type privkey',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OBJECT_HANDLE_INVALID', 'same cause; many modules use it instead'),
    ('CKR_SESSION_HANDLE_INVALID', 'the session is gone, and its handles with it'),
    ('CKR_KEY_TYPE_INCONSISTENT', 'a valid key of the wrong type'),
    ('CKR_WRAPPING_KEY_HANDLE_INVALID', 'the wrapping key of C_WrapKey'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('Hyperledger Fabric', 'Cached handles must be purged together with the session cache or a wrong key may be used', 'hyperledger/fabric#1697', 'fabric'),)

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
