"""CKR_KEY_TYPE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_TYPE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_TYPE_INCONSISTENT: The specified key is not the correct type of key to use with the specified mechanism. This return value has a higher priority than CKR_KEY_FUNCTION_NOT_PERMITTED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'RSA key with an EC mechanism or the reverse, Ed25519 or X25519 key with plain ECDSA or ECDH',
        None,
        ('C_SignInit', 'C_VerifyInit', 'C_DecryptInit', 'C_EncryptInit', 'C_Sign', 'C_Verify', 'operation', 'C_DeriveKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Public, private or secret key taken for one another, often because several objects share label or ID',
        None,
        ('C_SignInit', 'C_VerifyInit', 'C_DecryptInit', 'C_EncryptInit', 'C_Sign', 'C_Verify', 'operation', 'C_DeriveKey', 'C_WrapKey', 'C_UnwrapKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'An AES key with an HMAC mechanism: that needs CKK_GENERIC_SECRET or CKK_..._HMAC',
        None,
        ('C_SignInit', 'C_VerifyInit'),
        None,
        None,
        None,
        'pyauth/python-pkcs11#13',
        None,
        None,
    ),
    (
        'The key lacks the usage for this operation (CKA_SIGN for an HMAC key), and the module reports that with this code',
        None,
        ('operation',),
        None,
        None,
        None,
        'latchset/kryoptic#176',
        None,
        None,
    ),
    (
        'A derived key is CKK_GENERIC_SECRET but is used with AES: the template lacked CKA_KEY_TYPE = CKK_AES',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_WrapKey'),
        None,
        None,
        None,
        'LudovicRousseau/PyKCS11#97',
        None,
        None,
    ),
    (
        "The wrapping key is not of the mechanism's type: AES mechanisms want CKK_AES (a derived generic secret is not), RSA ones the RSA pair",
        None,
        ('C_WrapKey', 'C_UnwrapKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The mechanism belongs to another variant of the key type (GOST with another hash, PSS-only key)',
        None,
        ('operation',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'HMAC keys must be generic secret or HMAC typed (since 2.3): an AES key is refused',
        None,
        ('C_SignInit', 'C_VerifyInit'),
        'softhsm2',
        None,
        None,
        'pyauth/python-pkcs11#13',
        None,
        None,
    ),
    (
        'The generic key lacks CKA_SIGN or CKA_VERIFY (older versions used this code)',
        None,
        ('C_SignInit', 'C_VerifyInit'),
        'kryoptic',
        None,
        None,
        'latchset/kryoptic#176',
        None,
        None,
    ),
    (
        'PIV: keys in the retired slots (and 9d) are for key management; a card may let an EC key there agree on keys (ECDH) only, not sign',
        None,
        ('C_SignInit',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#847',
        None,
        None,
    ),
    (
        'pkcs11-tool --sign ignored --label (April 2026) and used the first private key, of another type than the mechanism',
        None,
        ('C_SignInit', 'C_DecryptInit'),
        'pkcs11-tool',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The card or its driver cannot unwrap with this type of key at all',
        None,
        ('C_UnwrapKey',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC:src/pkcs11/pkcs11-object.c',
        None,
        None,
    ),
    (
        'The EC key on the card is for signing only (pkcs15-tool -D shows Usage)',
        None,
        ('C_DeriveKey',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC:src/pkcs11/pkcs11-object.c, OpenSC/OpenSC#2334',
        None,
        None,
    ),
    (
        'CKA_DERIVE or CKA_UNWRAP is missing: these two functions convert that into this code',
        None,
        ('C_DeriveKey', 'C_UnwrapKey'),
        'optee',
        None,
        None,
        'OP-TEE/optee_os#4451',
        None,
        None,
    ),
    (
        'The private key needs CKM_GOSTR3410 over a hash made separately',
        None,
        ('C_SignInit',),
        'rutoken',
        None,
        None,
        'PeculiarVentures/pkcs11js#40',
        None,
        None,
    ),
    (
        'The secret key was made without CKA_SIGN; NSS in FIPS mode (Java on a FIPS host) answers so for HMAC',
        None,
        ('C_SignInit', 'C_Sign'),
        'nss',
        None,
        None,
        'ibmruntimes/openj9-openjdk-jdk#507',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKA_CLASS and CKA_KEY_TYPE of the handle in use (C_GetAttributeValue)', None, None, None, None, None, None, None, None),
    ('pkcs11-tool --module M --login -O: several objects with that label or ID?', None, None, None, None, 'a wrong PIN costs a try', None, None, None),
    ('CKA_SIGN, CKA_DERIVE, CKA_UNWRAP of the key', None, None, None, None, None, None, None, None),
    ('The key types the mechanism allows', None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Sign with a key in 9a, 9c or 9e; derive and decrypt with 9d or a retired slot (pkcs15-tool -k shows Usage)',
        None,
        ('C_SignInit', 'C_DeriveKey'),
        'opensc',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Make the key with CKA_SIGN=true (SunPKCS11: attributes(*,CKO_SECRET_KEY,*) = { CKA_SIGN = true }), or update the JDK',
        None,
        ('C_SignInit', 'C_Sign'),
        'nss',
        None,
        None,
        'ibmruntimes/openj9-openjdk-jdk#507',
        None,
        None,
    ),
    (
        'Take the mechanism of this key: CKM_RSA_PKCS or a hashing form of it for RSA, CKM_ECDSA for P-256, CKM_EDDSA for Ed25519, CKM_AES_CMAC for AES; a finished program: name the right key (its ID) or the mechanism option',
        None,
        ('C_SignInit', 'C_VerifyInit', 'C_DecryptInit', 'C_EncryptInit', 'C_Sign', 'C_Verify', 'C_DeriveKey', 'operation'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Search with CKA_CLASS, CKA_KEY_TYPE and CKA_ID, not by label alone', None, None, None, None, None, None, None, None),
    (
        'Derive or unwrap again with CKA_CLASS = CKO_SECRET_KEY and CKA_KEY_TYPE = the type of the next mechanism (CKK_AES, CKK_GENERIC_SECRET for HMAC)',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_WrapKey'),
        None,
        None,
        None,
        None,
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
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
        "Wrap and unwrap with a key of the mechanism's type: CKK_AES for CKM_AES_*, the RSA public key wraps, the private one unwraps",
        None,
        ('C_WrapKey', 'C_UnwrapKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'For HMAC make a key of type CKK_GENERIC_SECRET with CKA_SIGN and CKA_VERIFY',
        None,
        ('C_SignInit', 'C_VerifyInit', 'C_Sign', 'C_Verify'),
        None,
        None,
        None,
        'pyauth/python-pkcs11#13',
        None,
        None,
    ),
    (
        'Make the key with the usage set (CKA_SIGN and CKA_VERIFY, CKA_DERIVE ...), or see CKR_KEY_FUNCTION_NOT_PERMITTED',
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
        'GOST key: hash first (CKM_GOSTR3411 or the 2012 form), then C_SignInit with CKM_GOSTR3410 over that hash',
        None,
        ('C_SignInit',),
        'rutoken',
        None,
        None,
        'PeculiarVentures/pkcs11js#40',
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not delete and re-import the key as another type before its data is copied: the value may be lost',
        None,
        None,
        None,
        None,
        'loses the key',
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
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'the type fits, the usage flag is missing'),
    ('CKR_MECHANISM_INVALID', 'mechanism not there at all'),
    ('CKR_KEY_HANDLE_INVALID', 'no key, or no such handle'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_EncapsulateKey',
    'C_VerifySignatureInit',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x63: CKR_KEY_TYPE_INCONSISTENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_TYPE_INCONSISTENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_TYPE_INCONSISTENT',
    'PyKCS11': 'CKR_KEY_TYPE_INCONSISTENT (0x00000063)',
    'libp11 (OpenSSL engine and provider)': 'Key type inconsistent',
    'p11-kit': 'The key is of the wrong type',
    'pkcs11-provider': 'The specified key is not the correct type of key to use with the specified mechanism',
    'pkcs11js': 'CKR_KEY_TYPE_INCONSISTENT:99',
    'python-pkcs11': 'pkcs11.exceptions.KeyTypeInconsistent',
    'rust-cryptoki': 'RvError::KeyTypeInconsistent',
}
