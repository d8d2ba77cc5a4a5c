"""CKR_PIN_LOCKED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PIN_LOCKED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PIN_LOCKED: The specified PIN is “locked”, and cannot be used. That is, because some particular number of failed authentication attempts has been reached, the token is unwilling to permit further attempts at authentication. Depending on the token, the specified PIN may or may not remain locked indefinitely.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Try counter exhausted, often by a service or agent that retried a wrong or outdated PIN', None, None, None, None, None, None),
    ('Locked PIN from an earlier host or another application using the same token', None, None, None, None, None, None),
    ('SO PIN or PUK itself locked by attempts to unlock', None, None, None, None, None, None),
    ('TPM in dictionary-attack lockout, perhaps through another program; it ends after a time', None, None, None, None, None, None),
    ('Administrative lock on the HSM user or partition role', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_USER_PIN_LOCKED versus CKF_SO_PIN_LOCKED (pkcs11-tool -T or -L)', None, None, None, None, None, None),
    (
        'Remaining PUK/SO tries with the vendor tool - read only, no attempts (TPM: tpm2_getcap properties-variable shows inLockout and the lockout interval)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Which service caused it? Look for repeated login failures in its log', None, None, None, None, None, None),
    ('HSM side: user/partition status (CloudHSM user list, Luna partition policies 20 and HSM policy 15)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Stop whatever is retrying and correct the stored PIN in every client before anything is unlocked', None, None, None, None, None, None),
    ('With one PUK/SO try left, or a PUK/SO PIN that is not known for certain: stop, and ask the issuer or vendor', None, None, None, None, None, None),
    (
        'Let the holder of the PUK or SO PIN unlock or reset once: pkcs15-tool --unblock-pin (not on SmartCard-HSM), pkcs11-tool --login --login-type so --init-pin, ykman piv access unblock-pin, CloudHSM admin password change, Luna role resetpw by the Partition SO',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Issuer-managed cards (bank, eID, corporate): go to the issuer', None, None, None, None, None, None),
    (
        'TPM: wait until the lockout time has passed, or let the holder of the lockout password reset it (tpm2_dictionarylockout); a wrong lockout password blocks that way as well',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Only if SO PIN and PUK are lost too: the vendor's factory reset (C_InitToken wants the SO PIN of an initialised token), which destroys all keys - check first that a tested backup exists",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'PUK and SO PIN have their own, usually unrecoverable, counters; on Luna three wrong HSM SO attempts zeroise the HSM. Never try defaults',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'C_InitToken, card or applet reset and deleting the token files unlock only by destroying every object on the token; on a Luna with HSM policy 15 off a locked Crypto Officer means re-initialising the partition',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_INCORRECT', 'tries remain'), ('CKR_PIN_EXPIRED', 'must be changed'), ('CKR_USER_PIN_NOT_INITIALIZED', 'never set'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        "Third wrong try locks; a locked SO PIN can only be cleared by removing the token's data files, which deletes all objects",
        'opencryptoki/opencryptoki#322',
        None,
    ),
    (
        'SmartCard-HSM',
        'pkcs15-tool --unblock-pin did not work and cost SO-PIN tries; use sc-hsm-tool/pkcs11-tool per vendor instructions',
        'OpenSC/OpenSC#3352',
        None,
    ),
    (
        'Thales Luna 7.1',
        'With HSM policy 15 at its default 0, a locked Crypto Officer is locked permanently and the partition must be re-initialised and restored from backup; switching the policy on afterwards is destructive too',
        'Thales Luna 7.1 documentation: Failed Logins',
        None,
    ),
    (
        'AWS CloudHSM',
        'User locked once five wrong passwords are exceeded (counted per HSM); an admin resets the password',
        'AWS CloudHSM User Guide: CloudHSM CLI login',
        None,
    ),
    ('Bank tokens', 'CKF_USER_PIN_LOCKED set: only the issuer could unlock', 'OpenSC/OpenSC#1199', None),
    (
        'SoftHSM2',
        'Never locks a PIN (declined by its maintainers), so automatic-retry bugs stay hidden until production hardware is used',
        'softhsm/SoftHSMv2#221',
        None,
    ),
    (
        'Services with restart policies',
        'A key-management plugin that crashes and restarts on login failure repeats the bad PIN; an exponential back-off was added',
        'ThalesGroup/k8s-kms-plugin#34',
        None,
    ),
    (
        'tpm2-pkcs11',
        'Returned while the TPM is in dictionary-attack lockout, also for the right PIN; the counter belongs to the TPM, not to the token',
        'tpm2-software/tpm2-pkcs11#534',
        None,
    ),
    (
        'openCryptoki',
        'A context-specific login that uses up the last try also logs the user out, as the standard asks',
        'opencryptoki/opencryptoki:usr/lib/common/new_host.c',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitToken', 'C_SetPIN', 'C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
