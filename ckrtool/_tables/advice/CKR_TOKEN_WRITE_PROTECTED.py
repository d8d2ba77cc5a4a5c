"""CKR_TOKEN_WRITE_PROTECTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_WRITE_PROTECTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TOKEN_WRITE_PROTECTED: The requested action could not be performed because the token is write-protected. This return value has higher priority than CKR_SESSION_READ_ONLY.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The program asks for a read/write session only to sign or list, and the token is read-only by design: signature cards, signing services',
        None,
        ('C_OpenSession',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Token objects are to be made, changed or deleted on a token whose contents only the issuer or a back end manages',
        None,
        ('object', 'login'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Write protection is configured: OpenSC read_only, p11-kit write-protected, CKNFAST_WRITE_PROTECTED', None, None, None, None, None, None, None, None),
    ("The token counts as protected until somebody logs in; the flag may depend on the session's state", None, None, None, None, None, None, None, None),
    (
        "The token's files belong to another user or lie on a read-only mount, so the store was opened for reading only",
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
        'The built-in slot for cryptographic services, which never stores anything; or the database was opened read-only',
        None,
        None,
        'nss',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'crypto11 opens read/write sessions only, and so did cosign until March 2023',
        None,
        None,
        'go-crypto11',
        None,
        None,
        'sigstore/cosign#2685, eclipse-keypont/crypto11#109',
        None,
        None,
    ),
    ('--login always opens a read/write session (older releases)', None, ('C_OpenSession',), 'pkcs11-tool', None, None, 'OpenSC/OpenSC#2576', None, None),
    ('The server exports the token write-protected', None, None, 'p11-kit-client', None, None, 'p11-glue/p11-kit#129', None, None),
    (
        'The trust store may be written by root only, or this location is read-only by design (/usr/share/p11-kit, a folder without write right); p11-kit shows it as a read-only token',
        None,
        None,
        'p11-kit-trust',
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("CKF_WRITE_PROTECTED: 'readonly' among the token flags of pkcs11-tool --module M -T", None, None, None, None, None, None, None, None),
    ('Flags of C_OpenSession in the trace: 0x6 asks for writing, 0x4 does not', None, None, None, None, None, None, None, None),
    (
        'Owner, group and mount options of the token store (softhsm2.conf: directories.tokendir; NSS: cert9.db, key4.db)',
        None,
        None,
        None,
        None,
        None,
        None,
        ('software', 'tpm'),
        None,
    ),
    ("read_only in opensc.conf, and the card's own profile", None, None, 'opensc', None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Open the session with CKF_SERIAL_SESSION alone (node-webcrypto-p11: readWrite: false; python-pkcs11: open() without rw); update a tool that cannot',
        None,
        ('C_OpenSession',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Make keys and certificates with the issuer's or vendor's tool, or in the service's back end", None, None, None, None, None, None, None, None),
    (
        'If the flag goes away with the login: open read-only, log in, then write in a read/write session',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
    ),
    (
        "Correct owner and group of a software token's store, so that the service's user can write; take configured protection off only where writing is meant",
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
        'sudo trust anchor FILE.pem (to remove: sudo trust anchor --remove FILE.pem), or put the file into /etc/ca-certificates/trust-source/anchors or /etc/pki/ca-trust/source/anchors and run update-ca-trust',
        None,
        None,
        'p11-kit-trust',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Write to the key and certificate slot (PK11_GetInternalKeySlot, 'NSS Certificate DB'), not to the crypto slot; give the account write rights on the folder, cert9.db and key4.db, and leave readOnly out of the flags",
        None,
        None,
        'nss',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't take write protection off just to sign: signing needs no write access, a read-only session is the cure",
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
        "Don't open a token store to everybody (chmod 777): whoever reads it can try PINs without limit, and whoever writes can delete keys",
        None,
        None,
        None,
        None,
        'exposes the keys',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_ONLY', 'only this session is read-only; lower priority'), ('CKR_ACTION_PROHIBITED', 'one object forbids it'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('pkcs11-tool (older)', '--login opened a read/write session whatever it was to do', 'OpenSC/OpenSC#2182', 'pkcs11-tool'),
    ('crypto11, cosign', 'Always read/write sessions, so signing-only modules failed', 'sigstore/cosign#2685', 'go-crypto11'),
    ('NSS softoken', 'One of its two slots is always write-protected', 'openssl-projects/pkcs11-provider#159', 'nss'),
    ('p11-kit server', 'Can mark an exported token write-protected', 'p11-glue/p11-kit#129', 'p11-kit-client'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitToken',
    'C_InitPIN',
    'C_SetPIN',
    'C_OpenSession',
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_SetAttributeValue',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_TOKEN_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xE2: CKR_TOKEN_WRITE_PROTECTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_TOKEN_WRITE_PROTECTED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_READ_ONLY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_TOKEN_WRITE_PROTECTED',
    'PyKCS11': 'CKR_TOKEN_WRITE_PROTECTED (0x000000E2)',
    'libp11 (OpenSSL engine and provider)': 'Token write protected',
    'p11-kit': 'The device is write protected',
    'pkcs11-provider': 'Action denied because the token is write-protected',
    'pkcs11js': 'CKR_TOKEN_WRITE_PROTECTED:226',
    'python-pkcs11': 'pkcs11.exceptions.TokenWriteProtected',
    'rust-cryptoki': 'RvError::TokenWriteProtected',
}
