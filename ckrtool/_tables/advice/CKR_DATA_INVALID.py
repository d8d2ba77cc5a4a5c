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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Input not in the form the mechanism expects: raw digest where DigestInfo is needed, wrong digest for the curve, number not below the modulus for raw RSA',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Card rejected the data field of the command (status words such as 6A80), which OpenSC passes on under this name', None, None, None, None, None, None),
    ('Middleware mapped a PIN or PIN-change problem here, because the card complained about the PIN block', None, None, None, None, None, None),
    ('Corrupt or foreign metadata object on the token', None, None, None, None, None, None),
    ('Wrong driver selected for the card, so even C_GetSlotInfo fails', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Which function? For C_Login or C_SetPIN suspect PIN format/driver, for C_Sign suspect data and mechanism', None, None, None, None, None, None),
    ('APDU trace (OPENSC_DEBUG=9) and look at the status word; it can contain the PIN, so keep it private', None, None, None, None, None, None),
    ('Length of pData compared with hash length, key size and what the mechanism expects', None, None, None, None, None, None),
    ("Try another card driver or the vendor's module, without logging in", None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Prepare the input as the mechanism requires (DigestInfo for CKM_RSA_PKCS, full digest for CKM_ECDSA)', None, None, None, None, None, None),
    ('For login problems stop, check PIN length limits and remaining tries before another attempt', None, None, None, None, None, None),
    ('Update or change the card driver/middleware', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('If it comes from C_Login, each repetition may count as a PIN try', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DATA_LEN_RANGE', 'length alone is wrong'),
    ('CKR_ENCRYPTED_DATA_INVALID', 'ciphertext input, not plaintext'),
    ('CKR_PIN_INCORRECT', 'may be hidden behind DATA_INVALID on some card drivers'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', "Card errors 'invalid data' and 'incorrect parameters' map here, whatever the function", 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
    ('OpenSC + SmartCard-HSM (older)', 'C_SetPIN failed with this code because it tried to change the SO PIN', 'OpenSC/OpenSC#1076', None),
    ('OpenSC + Athena IDProtect', 'C_GetSlotInfo failed with it because the driver guessed wrong', 'OpenSC/OpenSC#3265', None),
    ('yubihsm_pkcs11', 'Used for damaged PKCS#11 metadata objects stored on the device', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', None),
)

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
