"""CKR_PIN_EXPIRED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PIN_EXPIRED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PIN_EXPIRED: The specified PIN has expired, and the requested operation cannot be carried out unless **C_SetPIN** is called to change the PIN value. Whether or not the normal user’s PIN on a token ever expires varies from token to token.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The token still has its initial or default PIN, which must be changed before anything else is allowed',
        None,
        None,
        None,
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c, opencryptoki/opencryptoki:usr/lib/common/utility.c',
        None,
        None,
        None,
        None,
    ),
    ('The SO has reset the PIN and the token makes its owner choose a new one', None, None, None, None, None, None, None, None, None, None),
    ("The lifetime that the token's policy gives a PIN is over", None, None, None, None, None, None, None, None, None, None),
    (
        'Login succeeds, yet almost every other call is refused until C_SetPIN: a TO_BE_CHANGED flag is set',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c',
        None,
        None,
        None,
        None,
    ),
    (
        'The Crypto Officer or Crypto User still has the initial password, good for the first login only',
        None,
        None,
        'luna',
        None,
        None,
        'Thales Luna 7.4 documentation: Initialize the Crypto User Role',
        None,
        None,
        None,
        None,
    ),
    (
        'The provider saw CKF_USER_PIN_TO_BE_CHANGED and did not even try the login',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider:src/session.c',
        None,
        None,
        None,
        None,
    ),
    (
        "The token was delivered or reset with a password that its owner has to change at the first logon (SafeNet Authentication Client), or the password's lifetime is over",
        None,
        None,
        'etoken',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('pkcsconf -t -c SLOT: look for USER_PIN_TO_BE_CHANGED or SO_PIN_TO_BE_CHANGED', None, None, 'opencryptoki', None, None, None, None, None, None, None),
    (
        'Token flags CKF_USER_PIN_TO_BE_CHANGED and CKF_SO_PIN_TO_BE_CHANGED: pkcs11-tool --module M -T',
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
    (
        'Did C_Login return CKR_OK and only later calls fail? Then the PIN is right and expired, not wrong',
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
    ('Which services hold this PIN? All of them need the new one', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Stop the services that hold the old PIN: after the change they would burn tries with it', None, None, None, None, None, None, None, None, None, True),
    (
        'Change it in SafeNet Authentication Client Tools (Change Token Password) within the quality rules shown there',
        None,
        None,
        'etoken',
        None,
        'a wrong present password uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Change the PIN by hand, with its owner: pkcs11-tool --module M --login --change-pin, or the vendor's tool",
        'C_SetPIN is the one call that clears this state',
        None,
        None,
        None,
        'a wrong old PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Write the new PIN into every service's configuration, then start the services one after the other",
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
    ('Look again that the TO_BE_CHANGED flag is gone', None, None, None, None, None, None, None, None, None, None),
    (
        'With the services stopped: pkcsconf -p -c SLOT changes the user PIN, -P the SO PIN (not -I: it initialises the token)',
        None,
        None,
        'opencryptoki',
        None,
        'a wrong old PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'With the services stopped, in lunacm: role login -name co, then role changepw -name co; applications take the new password',
        None,
        None,
        'luna',
        None,
        'a wrong password uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't change the PIN while services still run with the old one: they lock the token",
        None,
        None,
        None,
        None,
        'locks the PIN',
        None,
        None,
        None,
        None,
        None,
    ),
    ("Don't initialise the token to get a fresh PIN: that erases its objects", None, None, None, None, 'erases the token', None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_LOCKED', 'blocked by wrong tries'), ('CKR_USER_PIN_NOT_INITIALIZED', 'never had a user PIN'), ('CKR_PIN_INCORRECT', 'the value is wrong'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki TPM token 3.15.1',
        'The first change of the user PIN was impossible because of a wrong flag check',
        'opencryptoki/opencryptoki#358',
        'opencryptoki',
    ),
    (
        'pkcs11-provider',
        'Reports it without calling C_Login when the token says the user PIN must be changed',
        'openssl-projects/pkcs11-provider:src/session.c',
        'pkcs11-provider',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_FindObjectsInit',
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
    'C_EncryptMessageBegin',
    'C_MessageDecryptInit',
    'C_DecryptMessageBegin',
    'C_MessageSignInit',
    'C_SignMessageBegin',
    'C_MessageVerifyInit',
    'C_VerifyMessageBegin',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_PIN_EXPIRED',
    'Go miekg/pkcs11': 'pkcs11: 0xA3: CKR_PIN_EXPIRED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PIN_EXPIRED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_EXPIRED_PASSWORD',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_PIN_EXPIRED',
    'PyKCS11': 'CKR_PIN_EXPIRED (0x000000A3)',
    'libp11 (OpenSSL engine and provider)': 'PIN expired',
    'p11-kit': 'The password or PIN has expired',
    'pkcs11-provider': 'The specified PIN has expired',
    'pkcs11js': 'CKR_PIN_EXPIRED:163',
    'python-pkcs11': 'pkcs11.exceptions.PinExpired',
    'rust-cryptoki': 'RvError::PinExpired',
}
