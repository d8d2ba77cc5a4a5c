"""CKR_KEY_NOT_WRAPPABLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_NOT_WRAPPABLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_NOT_WRAPPABLE: Although the specified private or secret key does not have its **CKA_EXTRACTABLE** attribute set to CK_FALSE, Cryptoki (or the token) is unable to wrap the key as requested (possibly the token can only wrap a given key with certain types of keys, and the wrapping key specified is not one of these types). Compare with CKR_KEY_UNEXTRACTABLE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'CKA_WRAP_WITH_TRUSTED is set on the key and the wrapping key is not CKA_TRUSTED',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        'The mechanism cannot carry this key: a private key under plain RSA, an Ed25519 or Ed448 key',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        "The key does not match CKA_WRAP_TEMPLATE of the wrapping key (the standard's code for that is KEY_HANDLE_INVALID)",
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The object is neither a secret nor a private key', None, ('C_WrapKey', 'C_WrapKeyAuthenticated'), None, None, None, None, None, None, None, None),
    (
        "The partition lets no private key out by wrapping (a cloning partition: policy 'Allow private key wrapping' is off)",
        None,
        ('C_WrapKey',),
        'luna',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Private key under an RSA mechanism, WRAP_WITH_TRUSTED without a trusted key, or a wrap-template mismatch',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
    (
        "The wrapping key's CKA_WRAP_TEMPLATE has a byte string (CKA_LABEL, CKA_ID): it never matches a private object, whose strings are compared in their encrypted form",
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#898',
        None,
        None,
        None,
        None,
    ),
    (
        'Ed25519 and Ed448 private keys could not be wrapped with AES-KWP',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        'softhsm2',
        None,
        None,
        'Mastercard/pkcs11-tools#26, softhsm/SoftHSMv2#595',
        None,
        None,
        None,
        None,
    ),
    (
        'CCA: plain RSA mechanisms wrap secret keys only',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/cca_stdll/cca_specific.c',
        None,
        None,
        None,
        None,
    ),
    (
        "CCA: AES CIPHER keys cannot be wrapped with CKM_RSA_PKCS or CKM_RSA_PKCS_OAEP (the token's configuration decides whether such keys are made); CKM_RSA_AES_KEY_WRAP takes no other AES keys",
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#818, opencryptoki/opencryptoki#825',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('On the key: CKA_EXTRACTABLE, CKA_WRAP_WITH_TRUSTED, CKA_CLASS, CKA_KEY_TYPE', None, None, None, None, None, None, None, None, None, None),
    ('On the wrapping key: CKA_TRUSTED, CKA_WRAP, CKA_WRAP_TEMPLATE', None, None, None, None, None, None, None, None, None, None),
    ('pkcs11-tool --module M -M: does the mechanism have wrap?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Wrap with a key that the SO has marked CKA_TRUSTED', None, None, None, None, None, None, None, None, None, None),
    (
        'Copy private keys by cloning or backup (lunacm partition clone, partition archive backup) within the domain; a partition that exports keys has to be set up as such before keys are made',
        None,
        ('C_WrapKey',),
        'luna',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'CKA_WRAP_TEMPLATE: keep to booleans and numbers (CKA_CLASS, CKA_KEY_TYPE, CKA_EXTRACTABLE), leave CKA_LABEL and CKA_ID out; compare the key with it attribute by attribute',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('For private keys use AES-KWP, a CBC-PAD mechanism or CKM_RSA_AES_KEY_WRAP', None, None, None, None, None, None, None, None, None, None),
    ("If the key is not meant to be wrapped: the vendor's backup or cloning", None, None, None, None, None, None, None, None, None, None),
    ('If the module cannot encode this key type, update it, or plan a key type it can carry', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not delete the original before the wrapped copy was unwrapped and tested elsewhere',
        None,
        None,
        None,
        None,
        'loses the key',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Do not have just any key marked trusted to get through: it can then export every key protected that way',
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
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_UNEXTRACTABLE', 'CKA_EXTRACTABLE is false'),
    ('CKR_WRAPPING_KEY_TYPE_INCONSISTENT', 'the wrapping key does not fit the mechanism'),
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'the wrapping key lacks CKA_WRAP'),
    ('CKR_KEY_HANDLE_INVALID', "the standard's code for a wrap-template mismatch"),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x69: CKR_KEY_NOT_WRAPPABLE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_NOT_WRAPPABLE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_NOT_WRAPPABLE',
    'PyKCS11': 'CKR_KEY_NOT_WRAPPABLE (0x00000069)',
    'libp11 (OpenSSL engine and provider)': 'Key not wrappable',
    'p11-kit': 'The key cannot be wrapped',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_KEY_NOT_WRAPPABLE:105',
    'python-pkcs11': 'pkcs11.exceptions.KeyNotWrappable',
    'rust-cryptoki': 'RvError::KeyNotWrappable',
}
