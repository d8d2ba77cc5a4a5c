"""CKR_TEMPLATE_INCOMPLETE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TEMPLATE_INCOMPLETE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TEMPLATE_INCOMPLETE: The template specified for creating an object is incomplete, and lacks some necessary attributes. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'An attribute that the key type requires is missing: CKA_VALUE_LEN (AES, generic secret) or CKA_MODULUS_BITS, CKA_EC_PARAMS in the public template',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'CKA_CLASS, CKA_KEY_TYPE or components of the key are missing: for RSA the primes and CRT values, for EC CKA_EC_PARAMS, for a certificate CKA_CERTIFICATE_TYPE or CKA_SUBJECT',
        None,
        ('C_CreateObject',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The module does not support this class of object (data objects, secret keys) and reports that with this code',
        None,
        ('C_CreateObject',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'This release of the module demands an attribute that others do not, or the client left one out: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
    ),
    (
        'The module wants an attribute that is optional in the standard or has a default there, such as CKA_VALUE_LEN of a key derived by ECDH; others ask for CKA_TOKEN, CKA_PRIVATE, CKA_ID or CKA_PUBLIC_EXPONENT',
        None,
        ('C_DeriveKey', 'C_UnwrapKey', 'C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'CKA_CLASS or CKA_KEY_TYPE is missing, or CKA_VALUE_LEN where neither key type nor mechanism fixes the length',
        None,
        ('C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The wrapper passed an empty template or a count of 0', None, None, None, None, None, None, None, None),
    (
        'CK_ULONG or structure packing differ between caller and module (Windows: 1-byte packing), so the attributes arrive damaged',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Older NSS wants CKA_NSS_DB (the public value) in the template of a private DSA, DH or EC key that is imported',
        None,
        ('C_CreateObject',),
        'nss',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'CKA_LABEL or CKA_KMS_ALGORITHM is missing in the (private) template',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        'google-kms',
        None,
        None,
        'GoogleCloudPlatform/kms-integrations:kmsp11/session.cc',
        None,
        None,
    ),
    (
        'ECDH to a generic secret is refused without CKA_VALUE_LEN, though the length is optional (older releases)',
        None,
        ('C_DeriveKey',),
        'softhsm2',
        None,
        None,
        'OpenSC/OpenSC#898',
        None,
        None,
    ),
    (
        'OpenSC takes no template without CKA_TOKEN here, though the standard has a default for it',
        None,
        ('C_DeriveKey',),
        'opensc',
        None,
        None,
        'openssl-projects/pkcs11-provider#502',
        None,
        None,
    ),
    (
        'eToken middleware wants CKA_SUBJECT for a certificate, which libp11 sends since late 2018',
        None,
        ('C_CreateObject',),
        'etoken',
        None,
        None,
        'OpenSC/libp11#250',
        None,
        None,
    ),
    (
        'Releases up to 1.3 (August 2020) store no certificates by this call: they want CKA_KEY_TYPE in every template',
        None,
        ('C_CreateObject',),
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#544',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Trace it (pkcs11-spy): does the template that arrives hold what you wrote?', None, None, None, None, None, None, None, None),
    (
        'Compare with the table of the key type and mechanism in the standard: attributes that must be given for this function',
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
        "The module's log mostly names the attribute (SoftHSM: log.level = INFO in softhsm2.conf; OpenSC: OPENSC_DEBUG=3)",
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
        'Update tpm2-pkcs11, or store the certificate with tpm2_ptool addcert',
        None,
        ('C_CreateObject',),
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#587',
        None,
        None,
    ),
    (
        'Send CKA_TOKEN = false with the template, or update the client',
        None,
        ('C_DeriveKey',),
        'opensc',
        None,
        None,
        'openssl-projects/pkcs11-provider#502, openssl-projects/pkcs11-provider#505',
        None,
        None,
    ),
    (
        'Add CKA_NSS_DB with the public value (SunPKCS11: nssNetscapeDbWorkaround = true), import by pk12util, or use a newer NSS',
        None,
        ('C_CreateObject',),
        'nss',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Add CKA_VALUE_LEN (secret keys), CKA_MODULUS_BITS (RSA) or CKA_EC_PARAMS (EC) to the template, the last two to the public one',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        ('code',),
        None,
    ),
    (
        "Finished program: make the key with pkcs11-tool --keypairgen (--keygen) or the vendor's tool and let the program find it, or give the attribute by its option (SunPKCS11: attributes(generate,...) = { ... })",
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'object'),
        None,
        None,
        None,
        None,
        ('program',),
        None,
    ),
    (
        'Give class, key type and all components; for RSA modulus, both exponents, primes and CRT values',
        None,
        ('C_CreateObject',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'State CKA_CLASS, CKA_KEY_TYPE, CKA_TOKEN and, if the module takes it, CKA_VALUE_LEN',
        None,
        ('C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Store another class there (certificate, key), or use another module or the device's tool for this object",
        None,
        ('C_CreateObject',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Add the one attribute that the log names, and try again: nothing was created', None, None, None, None, None, None, None, None),
    (
        'Same code, other platform: build with the PKCS #11 headers and packing of that platform (Windows: pragma pack 1)',
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
        'Look in a pkcs11-spy log whether the template arrived at all (count above 0), and correct or update the wrapper',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code',),
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
        "Don't copy a whole template from another vendor to fill the gap: what is too much comes back as TEMPLATE_INCONSISTENT or ATTRIBUTE_READ_ONLY, or silently weakens the key",
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
        'Try templates on a test token, or in a free slot: on PIV tokens a new key replaces the one in the slot',
        None,
        ('C_GenerateKeyPair',),
        None,
        None,
        'overwrites the key in the slot',
        None,
        ('card',),
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'C_GenerateKey: CKR_TEMPLATE_INCOMPLETE (0xd0)  (AES)',
    'add CKA_VALUE_LEN = 32 to the template; for key pairs CKA_MODULUS_BITS or CKA_EC_PARAMS to the public one',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ('C_GenerateKey', 'C_GenerateKeyPair')

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_TEMPLATE_INCONSISTENT', 'attributes conflict; modules mix the two'), ('CKR_ATTRIBUTE_VALUE_INVALID', 'present, but a value is wrong'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('python-pkcs11', 'For some key types the template must contain the length as CKA_VALUE_LEN', 'pyauth/python-pkcs11#140', 'python-pkcs11'),
    ('NSS softoken', 'C_UnwrapKey of a private key by pkcs11-tool answered so; the blob came from another module', 'latchset/kryoptic#236', 'nss'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xD0: CKR_TEMPLATE_INCOMPLETE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_TEMPLATE_INCOMPLETE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_TEMPLATE_INCOMPLETE',
    'PyKCS11': 'CKR_TEMPLATE_INCOMPLETE (0x000000D0)',
    'libp11 (OpenSSL engine and provider)': 'Incomplete template',
    'p11-kit': 'Certain required fields are missing',
    'pkcs11-provider': 'The template to create an object is incomplete',
    'pkcs11js': 'CKR_TEMPLATE_INCOMPLETE:208',
    'python-pkcs11': 'pkcs11.exceptions.TemplateIncomplete',
    'rust-cryptoki': 'RvError::TemplateIncomplete',
}
