"""CKR_STATE_UNSAVEABLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_STATE_UNSAVEABLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_STATE_UNSAVEABLE: The cryptographic operations state of the specified session cannot be saved for some reason (possibly the token is simply unable to save the current state). This return value has lower priority than CKR_OPERATION_NOT_INITIALIZED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The module's crypto library cannot export this state: hash contexts of OpenSSL 3",
        None,
        ('C_GetOperationState', 'session'),
        None,
        None,
        None,
        'openssl/openssl#14222, opencryptoki/opencryptoki#546',
        None,
        None,
        None,
        None,
    ),
    (
        'A framework clones a running hash (MessageDigest.clone, EVP_MD_CTX_copy, TLS handshake hash) and the token cannot',
        None,
        ('C_GetOperationState', 'session'),
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
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    ('A search is open in the session, or two operations run at once', None, ('C_GetOperationState', 'session'), None, None, None, None, None, None, None, None),
    ("The mechanism's state never leaves the token by design", None, ('C_GetOperationState', 'session'), None, None, None, None, None, None, None, None),
    ('The asynchronous operation cannot outlive its session', None, ('C_AsyncGetID',), None, None, None, None, None, None, None, None),
    (
        'States can be saved since December 2025 only, for SHA-2 and SHA-3 (HMAC from January 2026), and the digests need OpenSSL 4.0',
        None,
        ('C_GetOperationState',),
        'kryoptic',
        None,
        None,
        'latchset/kryoptic#389, latchset/kryoptic#410',
        None,
        None,
        None,
        None,
    ),
    (
        'The software token hashes with OpenSSL: MD5 states cannot be saved any more, and with OpenSSL 3 those of SHA-2 neither',
        None,
        ('C_GetOperationState',),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#546',
        None,
        None,
        None,
        None,
    ),
    (
        "OpenSSL duplicates contexts with a hash in progress, and the token's module cannot save it: the failed attempt stays in OpenSSL's error queue",
        None,
        ('C_GetOperationState',),
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#324',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Does another hash, or a session without an open search, work?', None, None, None, None, None, None, None, None, None, None),
    (
        'Is C_GetOperationState there at all, or does it answer CKR_FUNCTION_NOT_SUPPORTED for every operation?',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Who asks for the state: the stack of the caller (TLS library, JCA provider)', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Hash in software and let the token only sign; or keep the data and hash again',
        None,
        ('C_GetOperationState', 'session', 'operation'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Call C_FindObjectsFinal before saving', None, ('C_GetOperationState', 'session'), None, None, None, None, None, None, None, None),
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
        None,
        None,
    ),
    ('SunPKCS11: put the digests into disabledMechanisms, so that Java hashes itself', None, None, 'java-sunpkcs11', None, None, None, None, None, None, None),
    (
        'Set pkcs11-module-quirks = no-operation-state, and leave the digests to OpenSSL',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#324',
        None,
        None,
        None,
        None,
    ),
    ('Stay in the session and poll C_AsyncComplete to the end', None, ('C_AsyncGetID',), None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (("Do not switch the token's signing mechanisms off as well: only the digests are concerned", None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_SAVED_STATE_INVALID', 'restoring failed'),
    ('CKR_FUNCTION_NOT_SUPPORTED', 'the module has no operation states'),
    ('CKR_OPERATION_NOT_INITIALIZED', 'there is nothing to save; it has priority'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki with OpenSSL 3', 'Hash contexts cannot be turned into bytes, so states became unsaveable', 'openssl/openssl#14222', 'opencryptoki'),
    ('tpm2-pkcs11 with pkcs11-provider', 'C_GetOperationState errors while TLS hashes the handshake', 'openssl-projects/pkcs11-provider#300', 'tpm2-pkcs11'),
    ('OpenSSL 3', 'Copies contexts by default, which tokens often cannot', None, 'pkcs11-provider'),
    ('openCryptoki', 'Also with a search open', 'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c', 'opencryptoki'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetOperationState', 'C_AsyncGetID')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x180: CKR_STATE_UNSAVEABLE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_STATE_UNSAVEABLE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_STATE_UNSAVEABLE',
    'PyKCS11': 'CKR_STATE_UNSAVEABLE (0x00000180)',
    'libp11 (OpenSSL engine and provider)': 'State unsaveable',
    'p11-kit': 'The state cannot be saved',
    'pkcs11-provider': 'The cryptographic operations state of the specified session cannot be saved',
    'pkcs11js': 'CKR_STATE_UNSAVEABLE:384',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::StateUnsaveable',
}
