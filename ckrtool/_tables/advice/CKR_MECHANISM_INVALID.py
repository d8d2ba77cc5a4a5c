"""CKR_MECHANISM_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MECHANISM_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_MECHANISM_INVALID: An invalid mechanism was specified to the cryptographic operation. This error code is an appropriate return value if an unknown mechanism was specified or if the mechanism specified cannot be used in the selected token with the selected function.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'The token or its firmware does not offer this mechanism, or offers it for another function only (sign, but not encrypt or wrap)',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#334',
        None,
    ),
    (
        'TLS or the crypto library asks for RSA-PSS, or pads itself and asks for raw RSA (CKM_RSA_X_509), which many tokens do not have; some OpenSSL releases changed this',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignFinal', 'C_SignUpdate'),
        None,
        None,
        None,
        'OpenSC/libp11#628',
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
        'A generation call was given the mechanism of an operation (CKM_SHA256_HMAC, CKM_AES_CBC) instead of a *_KEY_GEN or *_KEY_PAIR_GEN one',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        'pyauth/python-pkcs11#111',
        None,
    ),
    (
        'The module lists mechanisms whose information it then refuses: a fault of the module, harmless for the others',
        None,
        ('C_GetMechanismInfo',),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'FIPS or approved mode, or a policy of the HSM, has switched it off: SHA-1, 3DES, RSA PKCS#1 v1.5 encryption, RSA without padding',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "The token offers it, but this key does not: CKA_ALLOWED_MECHANISMS or the card's own key data exclude it",
        None,
        None,
        None,
        'the call generates a key',
        None,
        'OpenSC/OpenSC#1147',
        None,
    ),
    (
        "The caller sends a wrong number: a field left at 0 (CKM_RSA_PKCS_KEY_PAIR_GEN), an old or another vendor's constant",
        None,
        None,
        None,
        None,
        None,
        'OpenSC/libp11#426',
        None,
    ),
    (
        'The multi-part form was used for a mechanism that the HSM has only in one part (AES-GCM)',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_EncryptUpdate', 'C_DecryptUpdate'),
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
        None,
    ),
    (
        'The wrapper sent its old number for AES key wrap (0x1090); SoftHSM knows 0x2109',
        None,
        ('C_WrapKey', 'C_UnwrapKey'),
        'softhsm2',
        None,
        None,
        'PeculiarVentures/pkcs11js#36',
        None,
    ),
    (
        'EdDSA was not compiled in: the crypto library that SoftHSM was built with lacked it',
        None,
        ('C_GenerateKeyPair', 'C_SignInit', 'C_VerifyInit', 'C_GetMechanismInfo'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#565',
        None,
    ),
    (
        'Of ECDSA it may have CKM_ECDSA alone (no hash-and-sign form such as CKM_ECDSA_SHA384)',
        None,
        ('C_SignInit', 'C_VerifyInit'),
        'softhsm2',
        None,
        None,
        'LudovicRousseau/PyKCS11#104',
        None,
    ),
    (
        "In FIPS mode CKM_RSA_PKCS_KEY_PAIR_GEN is off: RSA keys are made by the vendor's FIPS 186 mechanisms (0x80000142, 0x80000143)",
        None,
        ('C_GenerateKeyPair',),
        'luna',
        None,
        None,
        'OpenSC/OpenSC#1301',
        None,
    ),
    (
        'It sends mechanism 0 (a field left unset) for decryption before the right one (2021): harmless if the next C_DecryptInit succeeds',
        None,
        ('C_DecryptInit', 'C_Decrypt'),
        'libp11',
        None,
        None,
        'OpenSC/libp11#426',
        None,
    ),
    (
        "The client's default mechanism is another vendor's (Barbican): set its encryption and HMAC mechanisms to ones that SoftHSM lists",
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_GenerateKey'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#511',
        None,
    ),
    (
        'The crypto card or coprocessor behind the token is missing or lacks the algorithm',
        None,
        None,
        'ibm-icsf',
        None,
        None,
        'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes',
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'List what the token has for what: pkcs11-tool --module M --slot S -M (the flags sign, decrypt, wrap, generate_key_pair decide)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Trace the call (pkcs11-spy) and compare the mechanism number with pkcs11t.h and the vendor's header", None, None, None, None, None, None, None),
    ('Read CKA_ALLOWED_MECHANISMS, CKA_KEY_TYPE and the usage attributes of the key, if the call uses one', None, None, None, None, None, None, None),
    ('Ask whether FIPS mode or a policy was switched on, or the firmware changed, since it last worked', None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'Take one that the token lists for this function: CKM_RSA_PKCS or CKM_ECDSA over a hash made on the host, CKM_AES_KEY_WRAP_KWP instead of CBC',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Skip the mechanisms whose information cannot be read and go on; update the client if it stops there',
        None,
        ('C_GetMechanismInfo',),
        None,
        None,
        None,
        None,
        None,
    ),
    ("Set the mechanism in the application's configuration instead of relying on a default", None, None, None, None, None, None, None),
    (
        'Take the *_KEY_GEN or *_KEY_PAIR_GEN mechanism of the key type: CKM_GENERIC_SECRET_KEY_GEN for HMAC keys, CKM_AES_KEY_GEN for AES',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'For TLS with a token that has no PSS: allow TLS 1.2 with PKCS#1 v1.5 signatures on both sides, use an EC key, or another OpenSSL release',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignFinal', 'C_SignUpdate'),
        None,
        None,
        None,
        'OpenSC/libp11#628',
        None,
    ),
    (
        'Ask the HSM administrator which policy forbids it and whether a firmware that has it is certified for you; upgrade only after a tested backup',
        None,
        None,
        None,
        None,
        None,
        None,
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        "Don't switch an HSM out of FIPS mode to get rid of this: on several products a change of mode zeroises the HSM or the partition",
        None,
        None,
        None,
        None,
        'may erase all keys',
        None,
        None,
    ),
    ("Don't repeat the call: the answer changes only with the mechanism, the key or the token", None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = (
    'C_SignInit: CKR_MECHANISM_INVALID  (mechanism CKM_RSA_PKCS_PSS or CKM_RSA_X_509 in TLS)',
    'pkcs11-tool --module M -M | grep -i pss ; without it: MaxProtocol = TLSv1.2 and SignatureAlgorithms = RSA+SHA256 in openssl.cnf, or an EC key',
)

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_ARGUMENTS_BAD',
        'An algorithm that the key or module does not support',
        ('ykcs11',),
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
        ),
        'Yubico/yubico-piv-tool:ykcs11/utils.c',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_PARAM_INVALID', 'mechanism known, its parameter refused'),
    ('CKR_FUNCTION_NOT_SUPPORTED', 'the whole function is missing'),
    ('CKR_KEY_TYPE_INCONSISTENT', 'mechanism fine, wrong kind of key'),
    ('CKR_PARAMETER_SET_NOT_SUPPORTED', 'parameter set of a post-quantum mechanism'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'AWS CloudHSM',
        'Older SDKs lack AES wrapping by CBC and RSA-OAEP of AES keys; multi-part GCM answers so',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
        'cloudhsm',
    ),
    ('SoftHSM2', 'With the Botan build an unsupported GCM tag size is reported so, not as a parameter error', 'softhsm/SoftHSMv2#569', 'softhsm2'),
    (
        'OpenSC 0.27 packages on FIPS hosts',
        'SHA-1 combinations could not be registered and no slot appeared at all; update OpenSC',
        'OpenSC/OpenSC#3658',
        'opensc',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_GetMechanismInfo',), 'it is the answer to a question: programs ask for mechanisms one by one to learn what the token offers'),)

FUNCTIONS: tuple[str, ...] = (
    'C_GetMechanismInfo',
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_UNSUPPORTED_FEATURE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x70: CKR_MECHANISM_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_MECHANISM_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_ALGORITHM',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_MECHANISM_INVALID',
    'PyKCS11': 'CKR_MECHANISM_INVALID (0x00000070)',
    'libp11 (OpenSSL engine and provider)': 'Mechanism invalid',
    'p11-kit': 'The crypto mechanism is invalid or unrecognized',
    'pkcs11-provider': 'An invalid mechanism was specified to the cryptographic operation',
    'pkcs11js': 'CKR_MECHANISM_INVALID:112',
    'python-pkcs11': 'pkcs11.exceptions.MechanismInvalid',
    'rust-cryptoki': 'RvError::MechanismInvalid',
}
