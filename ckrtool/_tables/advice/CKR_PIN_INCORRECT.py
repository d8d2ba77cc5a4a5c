"""CKR_PIN_INCORRECT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PIN_INCORRECT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PIN_INCORRECT: The specified PIN is incorrect, i.e., does not match the PIN stored on the token. More generally-- when authentication to the token involves something other than a PIN-- the attempt to authenticate the user has failed.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'CloudHSM wants <CU user name>:<password> as the PIN: the user name, the colon, or the crypto user (not an admin) is missing; or a new password has not reached every HSM yet',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: Authenticate to the PKCS #11 library',
        None,
    ),
    (
        'The first four characters must be the authentication key ID in hex (0001), followed by its password (too short a PIN gives ARGUMENTS_BAD)',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c',
        None,
    ),
    (
        'Wrong PIN, or the right PIN of another token, slot or role: user PIN, SO PIN, PUK and signature PIN are different secrets',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The program sends other bytes than you think: a newline from a secret file, the NUL counted in, a wrong pointer, or an empty string where a PIN pad needs NULL',
        None,
        None,
        None,
        None,
        None,
        'Yubico/yubico-piv-tool#39',
        None,
    ),
    (
        'The token was pulled and put back while the program ran: some modules report the dead connection as a wrong PIN',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
    ),
    (
        'The vendor packs more into the PIN than a secret: user:password, key ID plus password',
        None,
        None,
        None,
        "the module's documentation says the PIN is a plain secret",
        None,
        None,
        ('hsm', 'cloud', 'tpm'),
    ),
    (
        'The SO PIN given for a token that is already initialised is not its present SO PIN; C_InitToken checks it',
        None,
        ('C_InitToken',),
        None,
        None,
        None,
        'LudovicRousseau/PyKCS11#8',
        None,
    ),
    (
        'The old PIN is wrong; which PIN is meant depends on who is logged in (nobody or the user: user PIN, the SO: SO PIN)',
        None,
        ('C_SetPIN',),
        None,
        None,
        None,
        'softhsm/SoftHSMv2#224',
        None,
    ),
    ('The entry on the PIN pad or fingerprint reader was refused or timed out', None, None, None, None, None, None, ('card',)),
    ('Another failure hides behind this code: an unseal that failed, an object that could not be decoded', None, None, None, None, None, None, None),
    (
        'Older releases call every failed login so, even an object in the store that could not be decoded',
        None,
        None,
        'wolfpkcs11',
        None,
        None,
        'wolfSSL/wolfPKCS11#115',
        None,
    ),
    (
        'The PIN of the context-specific login came from a callback that no longer held it (development version of 2016): look at its bytes in a trace with a test PIN',
        None,
        None,
        'libp11',
        None,
        None,
        'OpenSC/libp11#118',
        None,
    ),
    (
        'The slot number belongs to another token now: SoftHSM renumbers slots at initialisation. Or SO and user PIN were mixed up',
        None,
        None,
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#382',
        None,
    ),
    (
        'The unseal by the TPM failed; a wrong PIN and some other TPM failures look the same',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#107',
        None,
    ),
    (
        'CKU_USER is the Crypto Officer there: the password of the Crypto User (who has a vendor user type) or of the Partition SO is refused, and counts',
        None,
        None,
        'luna',
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#169',
        None,
    ),
    (
        'SO login wants the 48-hex-digit management key; the user PIN given there uses up a user PIN try',
        None,
        None,
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#110',
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'Before any further login read the token flags: pkcs11-tool --module M -T (user PIN count low / final try / locked; SO PIN the same)',
        None,
        None,
        None,
        'the module is tpm2-pkcs11, which never sets them; clear flags prove nothing there',
        None,
        None,
        None,
    ),
    (
        "Read the tries left with the vendor's tool, without a login: sc-hsm-tool, ykman piv info, pkcs15-tool --list-pins, tpm2_getcap properties-variable",
        None,
        None,
        None,
        'the card is a SmartCard-HSM: --list-pins shows a wrong count, sc-hsm-tool the real one',
        None,
        'OpenSC/OpenSC#2647',
        None,
    ),
    ('Compare token label and serial number with what you expect: right card, right slot, right partition?', None, None, None, None, None, None, None),
    (
        'Log ulPinLen, never the PIN: one more than you counted is a newline or NUL (printf %s, not echo, into the secret file)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'CKF_PROTECTED_AUTHENTICATION_PATH set? Then pass NULL and length 0 and enter the PIN on the pad',
        None,
        None,
        None,
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#147',
        None,
    ),
    (
        "softhsm2-util --show-slots: label, serial and 'User PIN init.' of the slot; and does SOFTHSM2_CONF of the service point to the same token folder?",
        None,
        None,
        'softhsm2',
        None,
        None,
        None,
        None,
    ),
    ('pkcsconf -t -c SLOT shows the same flags; the third wrong try locks', None, None, 'opencryptoki', None, None, 'opencryptoki/opencryptoki#322', None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ('Stop every service, agent and retry loop that logs in with this PIN', None, None, None, None, None, None, None),
    ('Get the present PIN from its owner, and compare role, format and length with what the program sends', None, None, None, None, None, None, None),
    (
        'After the token was pulled or the host slept: start a new process before any further login, and update the module',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
    ),
    (
        "If one try is left or the number cannot be read, don't try: the owner or the holder of PUK or SO PIN decides",
        'PUK and SO PIN have counters of their own, and those often cannot be reset',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'With all clients stopped: take user:password of a crypto user as the PIN, once the CloudHSM CLI (user list) has shown that this user is not locked',
        None,
        None,
        'cloudhsm',
        None,
        'may burn a PIN try',
        'AWS CloudHSM User Guide: CloudHSM CLI login',
        None,
    ),
    (
        'With all clients stopped: take the 4-digit hex ID of the authentication key directly followed by its password as the PIN',
        None,
        None,
        'yubihsm',
        None,
        'may burn a PIN try',
        'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c',
        None,
    ),
    (
        'Then, if tries are left, make one login by hand, interactively, on the token whose serial you compared; if it fails, stop',
        None,
        None,
        None,
        None,
        'burns a PIN try if it is wrong',
        None,
        None,
    ),
    (
        'After it succeeded (which resets the counter on most tokens) correct the PIN in every client, then start the services again',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Select the token by label or serial, not by slot number', None, None, 'softhsm2', None, None, 'softhsm/SoftHSMv2#382', None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        "Don't try again automatically, and don't guess or try vendor defaults: smart cards and openCryptoki often lock at the 3rd wrong PIN, CloudHSM after more than 5, Luna's Crypto Officer at the 10th",
        None,
        None,
        None,
        None,
        'locks the PIN',
        'opencryptoki/opencryptoki#322',
        None,
    ),
    (
        'Never experiment with an SO PIN or PUK: three wrong HSM SO logins zeroise a Luna HSM, ten wrong Partition SO logins the partition',
        None,
        None,
        None,
        None,
        'may erase all keys',
        'Thales Luna 7 documentation: Logging In as HSM Security Officer',
        None,
    ),
    (
        "Don't repeat C_InitToken with other SO PINs: each try counts, and the one that fits erases the token",
        None,
        ('C_InitToken',),
        None,
        None,
        'erases the token',
        None,
        None,
    ),
    (
        "Don't try on the off chance: a wrong PIN counts in the TPM's own lockout, which blocks every program that uses the TPM",
        None,
        None,
        'tpm2-pkcs11',
        None,
        'may lock the TPM',
        'tpm2-software/tpm2-pkcs11#534',
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)',
    'stop every service that uses the token; pkcs11-tool --module M -T (tries); then once, by hand: pkcs11-tool --module M --token-label LABEL --login -O',
)

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_ARGUMENTS_BAD',
        'A bare password in place of <CU user name>:<password>',
        ('cloudhsm',),
        ('C_Login',),
        'AWS CloudHSM User Guide: Authenticate to the PKCS #11 library',
    ),
    ('CKR_GENERAL_ERROR', 'A wrong PIN whose status the card driver does not map', ('opensc',), ('C_Login',), 'OpenSC/OpenSC#871'),
    ('CKR_DATA_LEN_RANGE', 'A PIN block that the card does not take in this form', ('opensc',), ('C_Login',), 'OpenSC/OpenSC#3263'),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ('CKR_DEVICE_ERROR', 'Any failure of the login, even a damaged object (older releases)', ('wolfpkcs11',), ('C_Login',), 'wolfSSL/wolfPKCS11#115'),
    ('CKR_DEVICE_ERROR', 'The TPM could not unseal, for whatever reason', ('tpm2-pkcs11',), ('C_Login',), 'tpm2-software/tpm2-pkcs11#107'),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_LOCKED', 'no tries left; even the right PIN is refused'),
    ('CKR_PIN_LEN_RANGE', 'refused for its length before it was compared'),
    ('CKR_PIN_INVALID', 'a new PIN has unacceptable characters'),
    ('CKR_GENERAL_ERROR', 'what older OpenSC card drivers say for a wrong PIN'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'SoftHSM2',
        'No lockout: code tested only here never meets PIN_LOCKED. C_InitToken answers so for a PIN of the wrong length too',
        'softhsm/SoftHSMv2#399',
        'softhsm2',
    ),
    (
        'pkcs11-provider',
        'Refuses to log in when CKF_USER_PIN_FINAL_TRY is set; reset the counter by one login by hand',
        'openssl-projects/pkcs11-provider#455',
        'pkcs11-provider',
    ),
    (
        'nShield with preload',
        'The passphrase given to C_Login is not checked at all',
        'Entrust nShield documentation: PKCS #11 library with the preload utility',
        'nshield',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitToken', 'C_SetPIN', 'C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_PIN_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xA0: CKR_PIN_INCORRECT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PIN_INCORRECT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_PASSWORD',
    'OpenSC (SC_ERROR)': 'SC_ERROR_PIN_CODE_INCORRECT',
    'Pkcs11Interop': 'CKR.CKR_PIN_INCORRECT',
    'PyKCS11': 'CKR_PIN_INCORRECT (0x000000A0)',
    'libp11 (OpenSSL engine and provider)': 'PIN incorrect',
    'p11-kit': 'The password or PIN is incorrect',
    'pkcs11-provider': 'The specified PIN is incorrect',
    'pkcs11js': 'CKR_PIN_INCORRECT:160',
    'python-pkcs11': 'pkcs11.exceptions.PinIncorrect',
    'rust-cryptoki': 'RvError::PinIncorrect',
}
