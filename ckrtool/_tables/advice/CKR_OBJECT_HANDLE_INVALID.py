"""CKR_OBJECT_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OBJECT_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OBJECT_HANDLE_INVALID: The specified object handle is not valid. We reiterate here that 0 is never a valid object handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Its session was closed or the login ended (earlier run, idle pool, C_Logout): session objects, private objects and some modules' handles end with it",
        None,
        (
            'C_GetAttributeValue',
            'C_SetAttributeValue',
            'C_DestroyObject',
            'C_CopyObject',
            'C_SignInit',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'operation',
            'object',
            'session',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'HSM, client daemon or proxy restarted: sessions were opened again, but the handles kept from before are dead',
        None,
        (
            'C_GetAttributeValue',
            'C_SetAttributeValue',
            'C_DestroyObject',
            'C_CopyObject',
            'C_SignInit',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'operation',
            'object',
            'session',
        ),
        None,
        None,
        None,
        'openssl-projects/pkcs11-provider#494',
        ('hsm', 'cloud', 'tpm', 'tee'),
        None,
    ),
    (
        'The number is not a handle of this process: 0 after a search without result (no login, a public key or certificate under another CKA_ID than the private key), key bytes or an ID in place of a handle, or a handle of another process or host',
        None,
        (
            'C_GetAttributeValue',
            'C_SetAttributeValue',
            'C_DestroyObject',
            'C_CopyObject',
            'C_SignInit',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'operation',
            'object',
            'session',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The object is gone: deleted by another session or program (a running search may still return it), or the HSM of the cluster that answers does not hold it yet',
        None,
        (
            'C_GetAttributeValue',
            'C_SetAttributeValue',
            'C_DestroyObject',
            'C_CopyObject',
            'C_SignInit',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'operation',
            'object',
            'session',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The key sits on one HSM only and the key availability check refuses it until the key exists twice',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'aws-samples/aws-cloudhsm-pkcs11-examples#78',
        None,
        None,
    ),
    (
        'The provider renewed its session but kept the old key handles',
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
        'The pool closed the session that held the login after 30 s of idling (old releases)',
        None,
        None,
        'go-crypto11',
        None,
        None,
        'eclipse-keypont/crypto11#9',
        None,
        None,
    ),
    (
        "C_DestroyObject failed on the object's file, but the handle is already gone; the object is there again after a restart",
        None,
        ('C_DestroyObject', 'C_GetAttributeValue'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#903',
        None,
        None,
    ),
    (
        'The provider tried to copy a key that has no handle on the token into its session cache (before August 2026)',
        None,
        ('C_CopyObject',),
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#772',
        None,
        None,
    ),
    (
        'Session objects made in one session of the program are not found by its other sessions (seen in April 2025)',
        None,
        None,
        'wolfpkcs11',
        None,
        None,
        'wolfSSL/wolfPKCS11#59, wolfSSL/wolfPKCS11#62',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Number of objects that C_FindObjects returned, and whether the handle is 0', None, None, None, None, None, None, None, None),
    (
        'Time since the last use: failing after a fixed idle time points to a pool or an HSM timeout; failing after a restart to cached handles',
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
        'C_GetSessionInfo.state: still a *_USER_FUNCTIONS state? A public state means the login, and with it every private handle, is gone',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('CKA_TOKEN at creation: a session object dies with the session that made it', None, None, None, None, None, None, None, None),
    (
        'Is the object still there for a fresh process? pkcs11-tool --module M -l -O',
        None,
        None,
        None,
        None,
        'a wrong PIN after -l uses up a try',
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Drop the cached handle; find the object again by CKA_CLASS and CKA_ID in the present session, and log in once before if the state is public',
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
        'Compare CKA_ID (and the public key) before the new handle signs, decrypts or deletes',
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
        'Purge cached handles whenever a session is replaced; keep one session open as long as the login is to last, and do not log out after each operation',
        "login and logout hold for the whole process: one thread's C_Logout kills the private handles of all",
        None,
        None,
        None,
        None,
        'cloudflare/cfssl#330, hyperledger/fabric#1697',
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'Make what must last a token object (CKA_TOKEN=true); of a public key from elsewhere make a session object first (C_CreateObject)',
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
        'After deleting an object end the search and start a new one, before the next handle is used',
        None,
        ('C_GetAttributeValue', 'C_DestroyObject', 'C_FindObjects'),
        None,
        None,
        None,
        'Yubico/yubico-piv-tool#454',
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
    ),
    (
        'Create the key on a second HSM of the cluster; only in a test cluster switch the key availability check off',
        'a key on one HSM is lost with that HSM',
        None,
        'cloudhsm',
        None,
        None,
        'aws-samples/aws-cloudhsm-pkcs11-examples#78',
        None,
        None,
    ),
    (
        'Restart the service that uses the provider; it does not refresh handles by itself',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#494',
        None,
        None,
    ),
    ('Set pkcs11-module-cache-keys = false in openssl.cnf, or update the provider', None, ('C_CopyObject',), 'pkcs11-provider', None, None, None, None, None),
    (
        'Finished program: restart it after HSM, daemon or card was away; if it comes back at intervals, lengthen or switch off its idle timeout of sessions',
        None,
        None,
        None,
        None,
        'every start logs in again: a wrong PIN uses up a try',
        None,
        ('program',),
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't use the old number again, not even in a new session: handles are small integers, and it may now be another object",
        None,
        None,
        None,
        None,
        'may sign with or delete the wrong key',
        None,
        None,
        None,
    ),
    (
        'Never call C_DestroyObject or C_SetAttributeValue with a handle kept over a reconnect',
        None,
        ('C_DestroyObject', 'C_SetAttributeValue'),
        None,
        None,
        'loses keys',
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
    ('CKR_KEY_HANDLE_INVALID', 'the same for keys in cryptographic calls'),
    ('CKR_SESSION_HANDLE_INVALID', 'the session is gone too; it has priority'),
    ('CKR_USER_NOT_LOGGED_IN', 'what some modules say for the lost login'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('pkcs11js', 'Raw key bytes given as a handle end here; import the key first or verify outside the token', 'PeculiarVentures/pkcs11js#87', 'pkcs11js'),
    (
        'crypto11 (old)',
        'Closing idle sessions after 30 s logged the program out; then everything failed with this or USER_NOT_LOGGED_IN',
        'eclipse-keypont/crypto11#9',
        'go-crypto11',
    ),
    (
        'Pkcs11Interop',
        'A key generated in one library instance cannot be used by handle in the next; make it a token object and find it again',
        'Pkcs11Interop/Pkcs11Interop#135',
        'pkcs11interop',
    ),
    ('YubiHSM', 'Unknown object or invalid ID on the device is mapped to this', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', 'yubihsm'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CopyObject', 'C_DestroyObject', 'C_GetObjectSize', 'C_GetAttributeValue', 'C_SetAttributeValue')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DATA_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x82: CKR_OBJECT_HANDLE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_OBJECT_HANDLE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_OBJECT_HANDLE_INVALID',
    'PyKCS11': 'CKR_OBJECT_HANDLE_INVALID (0x00000082)',
    'libp11 (OpenSSL engine and provider)': 'Object handle invalid',
    'p11-kit': 'The object is missing or invalid',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_OBJECT_HANDLE_INVALID:130',
    'python-pkcs11': 'pkcs11.exceptions.ObjectHandleInvalid',
    'rust-cryptoki': 'RvError::ObjectHandleInvalid',
}
