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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The lock is that of another module in the same program (card or HSM): NSS's own database counts no wrong passwords; modutil -list -dbdir sql:DIR names the modules",
        None,
        None,
        'nss',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The try counter is used up, mostly by a service, agent or loop with an old PIN; one run may log in several times',
        None,
        None,
        None,
        None,
        None,
        'ThalesGroup/k8s-kms-plugin#34',
        None,
        None,
    ),
    ('It was locked earlier, on another host or by another program', None, None, None, None, None, None, None, None),
    (
        "The PIN was never activated: the signature PIN of a new eID card, or the PIN of a card as delivered, is blocked until issuer or holder sets it with the issuer's program",
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'It is the SO PIN or the PUK that is locked, by attempts to unlock or to initialise',
        None,
        ('C_InitToken', 'C_InitPIN'),
        None,
        None,
        None,
        None,
        ('card', 'hsm', 'software', 'tpm'),
        None,
    ),
    ('An administrator has locked the user or the partition role', None, None, None, None, None, None, ('hsm', 'cloud'), None),
    (
        'The TPM is in dictionary-attack lockout, perhaps through another program: even the right PIN is refused until it ends',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#534',
        None,
        None,
    ),
    (
        'The third wrong try locked it; after a locked SO PIN C_InitToken fails too',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#322',
        None,
        None,
    ),
    (
        'SmartCard-HSM, Nitrokey HSM: initialised without the option that lets the SO-PIN reset the user PIN, or the SO-PIN is used up',
        None,
        None,
        'smartcard-hsm',
        None,
        None,
        'OpenSC/OpenSC#668',
        None,
        None,
    ),
    (
        'More than five wrong passwords for this crypto user, counted per HSM',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: CloudHSM CLI login (read 2026-11)',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Whose PIN? pkcs11-tool --module M -T: 'user PIN locked' or 'SO PIN locked'", None, None, None, None, None, None, None, None),
    (
        'Tries left of PUK and SO PIN, read without trying: ykman piv info, pkcs15-tool --list-pins; sc-hsm-tool also prints whether the SO-PIN may reset the user PIN',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        'Which service did it? Look for repeated login failures in its log and on its host before anything is unlocked',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('tpm2_getcap properties-variable: inLockout, the lockout counter and the recovery interval', None, None, 'tpm2-pkcs11', None, None, None, None, None),
    ('pkcsconf -t -c SLOT: USER_PIN_LOCKED or SO_PIN_LOCKED', None, None, 'opencryptoki', None, None, None, None, None),
    (
        "HSM policy 15 (SO can reset the partition PIN) as the HSM SO sees it; read it, don't change it",
        None,
        None,
        'luna',
        None,
        None,
        'Thales Luna 7.1 documentation: Failed Logins',
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Stop whatever retries, and correct the stored PIN in every client, before anything is unlocked', None, None, None, None, None, None, None, None),
    ('Bank, eID and corporate cards: go to the issuer, who alone has the PUK', None, None, None, None, None, 'OpenSC/OpenSC#1199', ('card',), None),
    ('If the PUK or SO PIN is not known for certain, or one try is left: stop, and ask the issuer or vendor', None, None, None, None, None, None, None, None),
    (
        'With all clients stopped, the SO sets a new user PIN: pkcsconf -u -c SLOT (not -I)',
        None,
        None,
        'opencryptoki',
        None,
        'a wrong SO PIN uses up a try',
        'opencryptoki/opencryptoki#465',
        None,
        None,
    ),
    (
        'Wait until the recovery time has passed, or let the holder of the lockout authorisation run tpm2_dictionarylockout --clear-lockout',
        None,
        None,
        'tpm2-pkcs11',
        None,
        'a wrong lockout password blocks that way as well',
        None,
        None,
        None,
    ),
    (
        'With all clients stopped, an admin sets a new password for the crypto user in the CloudHSM CLI; then every client gets it',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: CloudHSM CLI login (read 2026-11)',
        None,
        None,
    ),
    (
        'With all clients stopped: with HSM policy 15 on, the Partition SO runs role resetpw -name co in lunacm; with it off only initialising the partition and restoring its backup is left',
        None,
        None,
        'luna',
        None,
        'wrong SO logins erase: ten the partition, three as HSM SO the whole HSM',
        'Thales Luna 7 documentation: Resetting the Crypto Officer Credential',
        None,
        None,
    ),
    (
        'SmartCard-HSM, Nitrokey HSM: pkcs11-tool --login --login-type so --init-pin works only if sc-hsm-tool says that the SO-PIN may reset the user PIN',
        None,
        None,
        'opensc',
        None,
        'a wrong SO-PIN uses up a try that cannot be restored',
        'OpenSC/OpenSC#2737',
        None,
        None,
    ),
    (
        'The holder of PUK or SO PIN unlocks once: pkcs15-tool --unblock-pin, ykman piv access unblock-pin, or pkcs11-tool --login --login-type so --init-pin',
        None,
        None,
        None,
        'a step for your module is listed above; or the card is a SmartCard-HSM, where --unblock-pin failed and cost SO-PIN tries',
        'a wrong PUK or SO PIN uses up one of its tries',
        'OpenSC/OpenSC#3352',
        ('card',),
        None,
    ),
    (
        "If SO PIN and PUK are lost too: find a tested backup of every key; then only the vendor's factory reset is left",
        None,
        None,
        None,
        None,
        'destroys all objects on the token',
        None,
        None,
        None,
    ),
    (
        'A locked SO PIN is not unlocked by any command: with every key safe elsewhere, remove MK_SO, MK_USER, NVTOK.DAT and TOK_OBJ/* of that token and initialise it again',
        None,
        None,
        'opencryptoki',
        None,
        'destroys all objects on the token',
        'opencryptoki/opencryptoki#322',
        None,
        None,
    ),
    (
        'With all clients stopped, the holder of the PUK runs once: ykman piv access unblock-pin; without the PUK only ykman piv reset is left',
        None,
        None,
        'ykcs11',
        None,
        'a wrong PUK uses up one of its few tries; the reset erases all PIV keys',
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Never guess an SO password: three wrong HSM SO logins zeroise the HSM, ten wrong Partition SO logins the partition',
        None,
        None,
        'luna',
        None,
        'erases all keys',
        'Thales Luna 7 documentation: Logging In as HSM Security Officer, Logging In to the Application Partition',
        None,
        None,
    ),
    (
        "Don't try PUK or SO PIN on a guess, and never defaults; their counters are usually final",
        None,
        None,
        None,
        None,
        'may make the token unusable or erase it',
        None,
        None,
        None,
    ),
    (
        "Don't unlock by C_InitToken, a card or applet reset, or deleting the token's files; each destroys every object on it",
        None,
        None,
        None,
        None,
        'loses keys',
        None,
        None,
        None,
    ),
    (
        "Don't switch HSM policy 15 on to be able to reset the PIN; the change itself erases all partitions",
        None,
        None,
        'luna',
        None,
        'erases all keys',
        'Thales Luna 7 documentation: Resetting the Crypto Officer Credential',
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'user PIN locked  (pkcs11-tool --module M -T, token flags)',
    'stop all clients; the holder of the PUK runs once: pkcs15-tool --unblock-pin, ykman piv access unblock-pin, or lunacm: role resetpw -name co',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_PIN_INCORRECT', 'wrong, but tries remain'), ('CKR_PIN_EXPIRED', 'right, but must be changed'), ('CKR_USER_PIN_NOT_INITIALIZED', 'was never set'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SmartCard-HSM', 'pkcs15-tool --unblock-pin did not work and cost SO-PIN tries; an SO login checks nothing by itself', 'OpenSC/OpenSC#3352', 'opensc'),
    ('SoftHSM2', 'Never locks a PIN, so retry bugs stay hidden until production hardware is used', 'softhsm/SoftHSMv2#221', 'softhsm2'),
    (
        'openCryptoki',
        'A context-specific login that uses up the last try also logs the user out',
        'opencryptoki/opencryptoki:usr/lib/common/new_host.c',
        'opencryptoki',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitToken', 'C_SetPIN', 'C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_PIN_LOCKED',
    'Go miekg/pkcs11': 'pkcs11: 0xA4: CKR_PIN_LOCKED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PIN_LOCKED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LOCKED_PASSWORD',
    'OpenSC (SC_ERROR)': 'SC_ERROR_AUTH_METHOD_BLOCKED',
    'Pkcs11Interop': 'CKR.CKR_PIN_LOCKED',
    'PyKCS11': 'CKR_PIN_LOCKED (0x000000A4)',
    'libp11 (OpenSSL engine and provider)': 'PIN locked',
    'p11-kit': 'The password or PIN is locked',
    'pkcs11-provider': 'The specified PIN is locked, and cannot be used',
    'pkcs11js': 'CKR_PIN_LOCKED:164',
    'python-pkcs11': 'pkcs11.exceptions.PinLocked',
    'rust-cryptoki': 'RvError::PinLocked',
}
