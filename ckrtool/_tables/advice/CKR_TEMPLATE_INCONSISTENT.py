"""CKR_TEMPLATE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TEMPLATE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TEMPLATE_INCONSISTENT: The template specified for creating an object has conflicting attributes. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'A private or secret key was offered in the clear to a token that takes keys only wrapped, by C_UnwrapKey',
        None,
        ('C_CreateObject',),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'An attribute that must not be given here, is there twice, or belongs to the other half: CKA_MODULUS_BITS in the private template, usage flags of the other half (CKA_ENCRYPT for a private key), CKA_EC_PARAMS on unwrap',
        None,
        None,
        None,
        None,
        None,
        'Mastercard/pkcs11-tools#14',
        None,
    ),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "A combination that the token's policy forbids: every usage true, wrap together with decrypt, sensitive together with extractable",
        None,
        None,
        None,
        None,
        None,
        'OpenSC/libp11#685',
        None,
    ),
    (
        'The template contradicts CKA_UNWRAP_TEMPLATE or CKA_DERIVE_TEMPLATE of the base key',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated', 'C_DeriveKey'),
        None,
        None,
        None,
        'softhsm/SoftHSMv2#441',
        None,
    ),
    ('CKA_CLASS or CKA_KEY_TYPE does not fit the mechanism, or is not the same in both templates', None, None, None, None, None, None, None),
    (
        'The module has a form of template of its own: an attribute of the vendor that must be there, or no public template',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The standard allows the attribute, this token does not (or wants CKA_PRIVATE=true for every key)',
        None,
        None,
        None,
        None,
        None,
        'pyauth/python-pkcs11#14',
        None,
    ),
    (
        'A private key was offered in the clear: Luna takes keys from outside only wrapped, by C_UnwrapKey',
        None,
        ('C_CreateObject',),
        'luna',
        None,
        None,
        'OpenSC/OpenSC#1570',
        None,
    ),
    (
        'A private key was offered in the clear: CloudHSM takes it only wrapped, by C_UnwrapKey',
        None,
        ('C_CreateObject',),
        'cloudhsm',
        None,
        None,
        'OpenSC/OpenSC#1570',
        None,
    ),
    (
        'An attribute that CloudHSM does not support, though it is valid in PKCS #11',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3 and SDK 5 pages, read 2026-11)',
        None,
    ),
    (
        'CKA_WRAP=true on an AES key: wrap keys are another kind of object there',
        None,
        ('C_GenerateKey', 'C_CreateObject', 'C_UnwrapKey'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#349',
        None,
    ),
    (
        'CKA_VALUE_LEN in the unwrap template of a DES key, whose length is fixed',
        None,
        ('C_UnwrapKey',),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#897',
        None,
    ),
    (
        'The template sets every usage (sign, encrypt, wrap ...), which the Security World refuses as an insecure key',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey'),
        'nshield',
        None,
        None,
        'openssl-projects/pkcs11-provider#791',
        None,
    ),
    (
        'AES key wrap of an EC key is not possible there; AES-CBC wrapping is',
        None,
        ('C_UnwrapKey', 'C_WrapKey'),
        'nshield',
        None,
        None,
        'dogtagpki/pki#292',
        None,
    ),
    (
        'CKA_KMS_ALGORITHM is missing: the private template takes exactly CKA_LABEL and CKA_KMS_ALGORITHM, the public one nothing',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        'google-kms',
        None,
        None,
        'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md',
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ('Cut the template down to class, key type, token and length; add the rest back one by one until it fails', None, None, None, None, None, None, None),
    (
        'Read CKA_UNWRAP_TEMPLATE, CKA_DERIVE_TEMPLATE of the key that unwraps or derives',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated', 'C_DeriveKey'),
        None,
        None,
        None,
        None,
        None,
    ),
    ("The module's log (SoftHSM: log.level = INFO; OpenSC: OPENSC_DEBUG=3), and a trace of what really arrives", None, None, None, None, None, None, None),
    ('Does a key with one purpose only (just sign and verify) work?', None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        "Leave out what the base key's template fixes already, and CKA_VALUE and CKA_EC_PARAMS; CKA_VALUE_LEN: leave it out first, and put it in for AES where the module needs it (Luna, MyEID)",
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
        None,
        None,
        None,
        'OpenSC/OpenSC#3198',
        None,
    ),
    (
        "A token that refuses keys in the clear: import wrapped: encrypt the PKCS #8 under a key of the HSM, then C_UnwrapKey with the same mechanism; or use the vendor's import tool",
        None,
        ('C_CreateObject',),
        None,
        'the object is no key',
        None,
        'OpenSC/OpenSC#1570',
        None,
    ),
    ('Take out the attribute found by cutting down; keep one template for each vendor', None, None, None, None, None, None, None),
    (
        "Use the template of the vendor's own sample, or make the key with the vendor's tool and only use it over PKCS #11",
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
    ),
    ('Make keys for one purpose: sign and verify, or decrypt, or wrap and unwrap', None, None, None, None, None, None, None),
    (
        "Set CKA_SIGN and CKA_VERIFY only (or the one other pair you need) in the key pair's templates",
        None,
        None,
        'nshield',
        None,
        None,
        'openssl-projects/pkcs11-provider#791',
        None,
    ),
    (
        'Choose a wrapping mechanism that the HSM supports for this key type',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
        None,
        None,
        None,
        'dogtagpki/pki#292',
        None,
    ),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Unwrapping AES: put CKA_VALUE_LEN into the template; unwrapping DES: leave it out',
        None,
        ('C_UnwrapKey',),
        'luna',
        None,
        None,
        'opencryptoki/opencryptoki#897',
        None,
    ),
    (
        'Import the key wrapped: a temporary AES key on the HSM, CKM_AES_CBC_PAD or AES-KWP over the PKCS #8, then C_UnwrapKey',
        None,
        ('C_CreateObject',),
        'luna',
        None,
        None,
        'OpenSC/OpenSC#1570',
        None,
    ),
    (
        'Import the key wrapped by C_UnwrapKey, or with the import command of the CloudHSM CLI',
        None,
        ('C_CreateObject',),
        'cloudhsm',
        None,
        None,
        'OpenSC/OpenSC#1570',
        None,
    ),
    (
        'Make the key with gcloud kms keys create and use it over PKCS #11, or generate with a program that sends CKA_LABEL and CKA_KMS_ALGORITHM only',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        'google-kms',
        None,
        None,
        'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md',
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ("Don't get past it by dropping CKA_SENSITIVE or setting CKA_EXTRACTABLE=true on a production key", None, None, None, None, None, None, None),
    (
        "Don't destroy the wrapped blob or the source key: nothing was imported",
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
        None,
        None,
        'loses keys',
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = ('C_UnwrapKey: CKR_TEMPLATE_INCONSISTENT (0xd1)', 'send CKA_CLASS, CKA_KEY_TYPE, CKA_TOKEN and one usage only; add the other attributes back one by one')

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_ATTRIBUTE_TYPE_INVALID',
        'An attribute that PKCS #11 has and CloudHSM has not, in a template',
        ('cloudhsm',),
        ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey'),
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3 and SDK 5 pages, read 2026-11)',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TEMPLATE_INCOMPLETE', 'something is missing'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'a single bad value'),
    ('CKR_ATTRIBUTE_TYPE_INVALID', 'what Luna says about CKA_VALUE_LEN on unwrap'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki, MyEID, SoftHSM', 'CKA_VALUE_LEN in unwrap templates is forbidden by some and required by others', 'OpenSC/OpenSC#3198', None),
    ('SoftHSM2', 'A conflict with CKA_UNWRAP_TEMPLATE; the log at INFO says which attribute', 'softhsm/SoftHSMv2#441', 'softhsm2'),
    ('HSMs with a strict policy', 'Refuse templates with every usage set as an insecure key', 'OpenSC/libp11#685', 'libp11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_CreateObject',
    'C_CopyObject',
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
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xD1: CKR_TEMPLATE_INCONSISTENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_TEMPLATE_INCONSISTENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_TEMPLATE_INCONSISTENT',
    'PyKCS11': 'CKR_TEMPLATE_INCONSISTENT (0x000000D1)',
    'libp11 (OpenSSL engine and provider)': 'Inconsistent template',
    'p11-kit': 'Certain fields have invalid values',
    'pkcs11-provider': 'The template to create an object has conflicting attributes',
    'pkcs11js': 'CKR_TEMPLATE_INCONSISTENT:209',
    'python-pkcs11': 'pkcs11.exceptions.TemplateInconsistent',
    'rust-cryptoki': 'RvError::TemplateInconsistent',
}
