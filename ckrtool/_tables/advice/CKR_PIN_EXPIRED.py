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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token still has its initial/default PIN and requires a change before use (openCryptoki)', None, None, None, None, None, None),
    ('PIN lifetime policy of the token reached', None, None, None, None, None, None),
    ('PIN was reset by the SO and must be changed by the user', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_USER_PIN_TO_BE_CHANGED, CKF_SO_PIN_TO_BE_CHANGED', None, None, None, None, None, None),
    ('openCryptoki: pkcsconf -t shows the flags', None, None, None, None, None, None),
    ('Did C_Login succeed and only later calls fail? Then it is expiry, not a wrong PIN', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Stop the services that hold the old PIN: after the change they would lock the token', None, None, None, None, None, None),
    (
        'Log in by hand with the current PIN and call C_SetPIN in a R/W session (pkcs11-tool --change-pin, pkcsconf -p for the user, -P for the SO - not -I, which re-initialises the token)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Distribute the new PIN to every service configuration, then start the services', None, None, None, None, None, None),
    ('Check again that the TO_BE_CHANGED flag is cleared', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Services that keep using the old PIN after the change will lock the token; stop them first', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_LOCKED', 'blocked by wrong tries'), ('CKR_USER_PIN_NOT_INITIALIZED', 'no user PIN yet'), ('CKR_PIN_INCORRECT', 'wrong value'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        'With a TO_BE_CHANGED flag login succeeds but almost every other call returns PIN_EXPIRED until C_SetPIN',
        'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c',
        None,
    ),
    ('openCryptoki TPM token', 'Initial user PIN change was impossible in 3.15.1 because of a flag check', 'opencryptoki/opencryptoki#358', None),
    (
        'pkcs11-provider',
        'Reports it without calling C_Login when the token has CKF_USER_PIN_TO_BE_CHANGED set',
        'openssl-projects/pkcs11-provider:src/session.c',
        None,
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

NAMES: dict[str, str | None] = {}
