"""CKR_DATA_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DATA_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_DATA_INVALID: The plaintext input data to a cryptographic operation is invalid. This return value has lower priority than CKR_DATA_LEN_RANGE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The input is not in the form the mechanism wants: a bare digest where CKM_RSA_PKCS needs a DigestInfo, text or a whole file where CKM_ECDSA needs a digest (another key of the card may accept it)',
        None,
        ('operation', 'C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_Verify'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The number is not below the modulus, or the key is too small for this input (CKM_RSA_X_509)',
        None,
        ('operation', 'C_Sign', 'C_SignFinal', 'C_Decrypt'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The driver mishandles this curve, key size or card (length of the signature, form of the padding): a fault of this release',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal', 'C_Decrypt', 'C_DecryptFinal', 'C_Verify'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Reader or its driver loses track of long, chained commands (defective reader, protocol T=0); the same card works in another reader',
        None,
        ('C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_DecryptFinal'),
        None,
        None,
        None,
        'OpenSC/OpenSC#1966',
        ('card',),
        None,
    ),
    (
        'The card rejected the PIN block, or the driver does not fit the card: treat it as a wrong PIN until shown otherwise',
        None,
        ('login',),
        None,
        None,
        None,
        'OpenSC/OpenSC#2105',
        ('card',),
        None,
    ),
    (
        "The card refuses the object's content (often 6A80): PEM in place of DER, a certificate that is too large, or a kind of object that its profile does not have",
        None,
        ('C_CreateObject', 'C_SetAttributeValue', 'C_CopyObject'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        "The card's driver has no working random number command: harmless where the program can take the system's generator",
        None,
        ('C_GenerateRandom', 'C_SeedRandom'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        "The driver cannot read the card: another driver than the card's was chosen, or the card was never personalised",
        None,
        ('C_GetSlotList', 'C_GetSlotInfo', 'C_GetTokenInfo', 'C_OpenSession', 'C_GetMechanismList'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'State kept in program or driver (session keys of two tokens of one make, or of a card that a second program uses, mixed up): it comes now and then with the right PIN, and a restart ends it',
        None,
        ('C_Login',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "The key's algorithm fixes one hash (..._SHA256, ..._SHA384, ..._SHA512): a digest or DigestInfo of another hash does not fit it",
        None,
        ('C_Sign', 'C_Verify'),
        'google-kms',
        None,
        None,
        None,
        None,
        None,
    ),
    ("The card answered 6A80 or 'incorrect parameters', in any function", None, None, 'opensc', None, None, 'OpenSC/OpenSC:src/pkcs11/misc.c', None, None),
    (
        'The driver is older than the card (Spanish DNIe 3.0: secure channel not known), so the PIN is not even checked',
        None,
        ('C_Login',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#2105',
        None,
        None,
    ),
    (
        "SmartCard-HSM with a key on secp521r1: OpenSC's driver mistakes some signatures for another curve's (2022), so that signing fails now and then",
        None,
        ('C_Sign', 'C_SignFinal'),
        'smartcard-hsm',
        None,
        None,
        'OpenSC/OpenSC#2623',
        None,
        None,
    ),
    (
        "SmartCard-HSM with a key on secp521r1: OpenSC's driver mistakes some signatures for another curve's (2022), so that signing fails now and then",
        None,
        ('C_Sign', 'C_SignFinal'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#2623',
        None,
        None,
    ),
    (
        'The driver guessed the wrong card, so slot information cannot be read (Athena IDProtect)',
        None,
        ('C_GetSlotInfo', 'C_GetTokenInfo', 'C_GetSlotList'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#3265',
        None,
        None,
    ),
    (
        'SmartCard-HSM, older versions: the call tried to change the SO PIN instead of the user PIN',
        None,
        ('C_SetPIN',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#1076',
        None,
        None,
    ),
    (
        "The module's metadata object on the device is damaged or foreign",
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Length and first bytes of pData: a SHA-256 DigestInfo is 51 bytes and begins with 30 31; a bare SHA-256 digest is 32 bytes',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal', 'C_Verify', 'C_VerifyInit'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('pkcs11-tool --module M -T: PIN flags, before any further login', None, ('login',), None, None, None, None, None, None),
    ("Does another module for the same token (the maker's) accept the same data, without a login first?", None, None, None, None, None, None, None, None),
    ("The card's status word in OPENSC_DEBUG=9 (the log can hold the PIN; keep it private)", None, None, 'opensc', None, None, None, None, None),
    ('opensc-tool -n names the driver in use; compare with the card', None, ('login', 'slot'), 'opensc', None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Write certificates in DER (openssl x509 -outform der -in C.pem -out C.der), with the tool that set the card up',
        None,
        ('C_CreateObject', 'C_SetAttributeValue', 'C_CopyObject'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Load the card maker's own module, or name the driver (OpenSC: card_drivers in opensc.conf, opensc-tool --name shows which was chosen)",
        None,
        ('C_GetSlotList', 'C_GetSlotInfo', 'C_GetTokenInfo', 'C_OpenSession', 'C_GetMechanismList'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        "Hash with the hash of the key's algorithm (gcloud kms keys versions describe): openssl dgst -sha256 for ..._SHA256, TLS with a matching SignatureAlgorithms; or make a key for the other hash",
        None,
        ('C_Sign', 'C_Verify'),
        'google-kms',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Give the mechanism its form: DigestInfo for CKM_RSA_PKCS, bare digest for CKM_ECDSA and CKM_RSA_PKCS_PSS, whole message for CKM_SHA256_RSA_PKCS and the like',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal', 'C_VerifyInit', 'C_Verify', 'operation'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Update OpenSC, or set the right card driver (card_drivers in opensc.conf), or use the maker's module",
        None,
        ('login', 'slot'),
        'opensc',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'One token and one program at a time: pull the second token, end other users of the card, restart this program, update the driver; then one login by a person',
        None,
        ('C_Login',),
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
    ),
    (
        "Stop. Compare the PIN's length with ulMinPinLen and ulMaxPinLen, look at the PIN flags, update the middleware; then one login by a person",
        None,
        ('login',),
        None,
        None,
        'a wrong PIN costs a try',
        None,
        None,
        None,
    ),
    (
        'CKM_RSA_X_509: as many bytes as the modulus has, padded before the call, with 0 as the first byte',
        None,
        ('C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_Encrypt'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Try another reader, the newest reader driver, or another USB port with the same card and data',
        None,
        ('C_Sign', 'C_SignFinal', 'C_Decrypt', 'C_DecryptFinal'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'Now and then only, or one curve only: try another release of the module with the same key and data',
        None,
        ('operation',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("If the data is right, repeat with pkcs11-tool and send trace and status word to the module's vendor", None, None, None, None, None, None, None, None),
    ("Take the operating system's generator (getrandom, /dev/urandom)", None, ('C_GenerateRandom', 'C_SeedRandom'), None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Do not repeat the login: the card may count each as a wrong PIN although the code says 'data'",
        None,
        ('login',),
        None,
        None,
        'may burn a PIN try',
        None,
        ('card', 'tpm', 'hsm'),
        None,
    ),
    ('Do not retry the same data: the answer will be the same', None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DATA_LEN_RANGE', 'only the length is wrong'),
    ('CKR_ENCRYPTED_DATA_INVALID', 'about ciphertext'),
    ('CKR_PIN_INCORRECT', 'may hide behind DATA_INVALID with some card drivers'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Encrypt', 'C_Sign', 'C_SignRecover', 'C_Verify', 'C_VerifyRecover', 'C_EncryptMessage', 'C_SignMessage', 'C_VerifyMessage', 'C_VerifySignature')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DATA_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x20: CKR_DATA_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DATA_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': 'SC_ERROR_INVALID_DATA',
    'Pkcs11Interop': 'CKR.CKR_DATA_INVALID',
    'PyKCS11': 'CKR_DATA_INVALID (0x00000020)',
    'libp11 (OpenSSL engine and provider)': 'Data invalid',
    'p11-kit': 'The data is not valid or unrecognized',
    'pkcs11-provider': 'The plaintext input data to a cryptographic operation is invalid',
    'pkcs11js': 'CKR_DATA_INVALID:32',
    'python-pkcs11': 'pkcs11.exceptions.DataInvalid',
    'rust-cryptoki': 'RvError::DataInvalid',
}
