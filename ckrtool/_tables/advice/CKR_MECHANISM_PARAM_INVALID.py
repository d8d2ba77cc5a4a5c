"""CKR_MECHANISM_PARAM_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MECHANISM_PARAM_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_MECHANISM_PARAM_INVALID: Invalid parameters were supplied to the mechanism specified to the cryptographic operation. Which parameter values are supported by a given mechanism can vary from token to token.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'RSA-PSS: hash or MGF does not match the mechanism, or the salt length is another than the hash length, which many tokens demand',
        None,
        ('C_SignInit', 'C_VerifyInit'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'ECDH with a key derivation function or shared data: many modules take CKD_NULL with no shared data only',
        None,
        ('C_DeriveKey',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'A parameter was given to a mechanism that takes none: CKM_AES_KEY_GEN with an IV, CKM_ECDSA with a hash',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        'thales-e-security/p11tool#5',
        None,
        None,
    ),
    (
        'The structure does not have the layout that the module expects: size, packing, or CK_GCM_PARAMS with ulIvBits where the module was built without it (or the reverse), or ulIvBits never set',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_SignInit', 'C_MessageEncryptInit', 'C_EncryptMessage', 'C_WrapKey', 'C_UnwrapKey', 'operation', 'object'),
        None,
        None,
        None,
        'LudovicRousseau/PyKCS11#106; Pkcs11Interop/Pkcs11Interop#126',
        None,
        None,
    ),
    (
        'Hash, MGF or salt length of OAEP or PSS is one that this token does not have; many know SHA-1 only, or want the same hash for both',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_MessageEncryptInit', 'C_EncryptMessage', 'C_WrapKey', 'C_UnwrapKey', 'operation', 'object'),
        None,
        None,
        None,
        'softhsm/SoftHSMv2#474',
        None,
        None,
    ),
    (
        'This release of module or client loses or misreads the parameter: it began with an update, or another release works',
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
        'The HSM makes the IV itself and refuses one from the caller',
        None,
        ('C_EncryptInit', 'C_MessageEncryptInit', 'C_EncryptMessage', 'C_WrapKey'),
        None,
        None,
        None,
        'gamringer/php-pkcs11#73',
        ('hsm', 'cloud'),
        None,
    ),
    (
        'No parameter where one is needed, one where none is allowed (CKM_AES_CMAC, CKM_ECDSA), or an IV of the wrong length',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_SignInit', 'C_VerifyInit', 'C_WrapKey', 'C_UnwrapKey', 'operation', 'object'),
        None,
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#197',
        None,
        None,
    ),
    (
        "Peer's ECDH point in the other encoding: raw 04||X||Y where a DER OCTET STRING is wanted, or the reverse",
        None,
        ('C_DeriveKey',),
        None,
        None,
        None,
        'OpenSC/OpenSC#901',
        None,
        None,
    ),
    (
        'The data or peer value in the parameter is missing, has the wrong length (CKM_*_ENCRYPT_DATA wants whole blocks) or its pointer is gone by the time of the call',
        None,
        ('C_DeriveKey',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The CK_MECHANISM was not zeroed, so pParameter and its length are garbage', None, None, None, None, None, 'OpenSC/OpenSC#469', None, None),
    (
        'A caller-supplied IV: CloudHSM accepts only a zeroed IV buffer and writes its own IV there',
        None,
        ('C_EncryptInit', 'C_EncryptMessage', 'C_WrapKey'),
        'cloudhsm',
        None,
        None,
        'gamringer/php-pkcs11#73',
        None,
        None,
    ),
    (
        "The module's own bug: 1.3.0 lost the parameter of CKM_RSA_PKCS_PSS in C_SignInit",
        None,
        ('operation',),
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#553',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Trace the call (pkcs11-spy) and compare ulParameterLen with sizeof of the structure in the header that the module was built with',
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
        'Try the plainest values once: 12-byte IV, ulIvBits 96, 128-bit tag; SHA-256 with MGF1-SHA256, salt as long as the hash',
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
        'First byte of the peer point: 04 with 2 x field length + 1 bytes is raw, 04 followed by a length byte and another 04 is DER',
        None,
        ('C_DeriveKey',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Does the vendor's own sample for this mechanism work on the same slot?", None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Pass the generation mechanism with a NULL parameter and length 0',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        'thales-e-security/p11tool#5',
        None,
        None,
    ),
    (
        'Zero the whole structure, then fill every field: ulIvLen, ulIvBits = 8 x ulIvLen, ulTagBits, AAD pointer and length',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Pass a zeroed IV buffer and store the IV that comes back with the ciphertext', None, None, 'cloudhsm', None, None, 'gamringer/php-pkcs11#73', None, None),
    ('Use a hash, MGF and salt length that the token takes; both sides must use the same', None, None, None, None, None, None, None, None),
    ('Send the ECDH point raw (04||X||Y) first, DER-wrapped if the module wants it', None, ('C_DeriveKey',), None, None, None, 'OpenSC/OpenSC#901', None, None),
    (
        "CK_GCM_PARAMS: take the form of the module's own pkcs11t.h, with or without ulIvBits; update the wrapper that has the other one",
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_WrapKey', 'C_UnwrapKey'),
        None,
        None,
        None,
        'LudovicRousseau/PyKCS11#106; Pkcs11Interop/Pkcs11Interop#126',
        None,
        None,
    ),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
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
        'Derive with CKD_NULL and no shared data, and apply the key derivation function in the program or in a second C_DeriveKey',
        None,
        ('C_DeriveKey',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't try IVs by hand with a production key: two messages under one GCM key and IV give the key stream away",
        None,
        None,
        None,
        None,
        'breaks GCM for that key',
        None,
        None,
        None,
    ),
    (
        "Don't weaken the parameter (SHA-1, short tag) on one side only to get past it: what was encrypted before then no longer opens",
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_WrapKey', 'C_UnwrapKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'C_SignInit: CKR_MECHANISM_PARAM_INVALID  (RSA-PSS)',
    'CK_RSA_PKCS_PSS_PARAMS = { CKM_SHA256, CKG_MGF1_SHA256, 32 }: salt as long as the hash; pkcs11-tool --salt-len -1',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ('C_SignInit', 'C_VerifyInit')

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_ARGUMENTS_BAD',
        'RSA-OAEP with another hash than SHA-1, or with a label',
        ('softhsm2',),
        ('C_EncryptInit', 'C_DecryptInit', 'C_WrapKey', 'C_UnwrapKey'),
        'softhsm/SoftHSMv2#474',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ARGUMENTS_BAD', 'what several modules return instead'),
    ('CKR_MECHANISM_INVALID', 'the mechanism itself is not there'),
    ('CKR_PUBLIC_KEY_INVALID', "peer's key refused in key agreement"),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('NetHSM and Luna', 'Want ulIvBits in CK_GCM_PARAMS', 'LudovicRousseau/PyKCS11#106, miekg/pkcs11#83', None),
    ('miekg/pkcs11', 'GCM parameters need their own constructor; the IV is read back from it after the call', 'miekg/pkcs11#83', 'go-miekg'),
    (
        'SoftHSM2',
        'Releases before mid-2026 reject OAEP with a hash other than SHA-1 with CKR_ARGUMENTS_BAD instead of this code',
        'softhsm/SoftHSMv2#632',
        'softhsm2',
    ),
    ('SoftHSM2 against others', 'Used to want the DER-encoded point for ECDH where other tokens want the raw one', 'OpenSC/OpenSC#901', 'softhsm2'),
    ('OP-TEE', 'A point in the wrong encoding once gave a wrong shared secret instead of an error', 'OP-TEE/optee_os#6715', 'optee'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
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
    'C_EncryptMessage',
    'C_EncryptMessageBegin',
    'C_EncryptMessageNext',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_DecryptMessageBegin',
    'C_DecryptMessageNext',
    'C_MessageSignInit',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageVerifyInit',
    'C_VerifyMessage',
    'C_VerifyMessageBegin',
    'C_VerifyMessageNext',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_INVALID_REQUEST',
    'Go miekg/pkcs11': 'pkcs11: 0x71: CKR_MECHANISM_PARAM_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_MECHANISM_PARAM_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_MECHANISM_PARAM_INVALID',
    'PyKCS11': 'CKR_MECHANISM_PARAM_INVALID (0x00000071)',
    'libp11 (OpenSSL engine and provider)': 'Mechanism param invalid',
    'p11-kit': 'The crypto mechanism has an invalid argument',
    'pkcs11-provider': 'Invalid mechanism parameters were supplied',
    'pkcs11js': 'CKR_MECHANISM_PARAM_INVALID:113',
    'python-pkcs11': 'pkcs11.exceptions.MechanismParamInvalid',
    'rust-cryptoki': 'RvError::MechanismParamInvalid',
}
