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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wrong PIN, or the PIN of another token, role or PIN type (user PIN versus PUK versus SO PIN versus signature PIN)', None, None, None, None, None, None),
    ('PIN in the wrong format: CloudHSM wants user:password, YubiHSM the 4-hex-digit auth key ID followed by the password', None, None, None, None, None, None),
    ('Caller passes wrong bytes or length (garbage pointer, trailing newline, NUL terminator counted, encoding)', None, None, None, None, None, None),
    ('Empty string instead of NULL for a PIN pad reader, or the entry on a PIN pad or fingerprint reader was refused', None, None, None, None, None, None),
    ('Different failure hidden behind this code by the module (any failed TPM unseal, object decode error)', None, None, None, None, None, None),
    ('Credentials changed on only part of a cluster', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Before any new C_Login read CK_TOKEN_INFO.flags: CKF_USER_PIN_COUNT_LOW, CKF_USER_PIN_FINAL_TRY, CKF_USER_PIN_LOCKED (SO equivalents for the SO). Clear flags prove nothing: tpm2-pkcs11 never sets them, and openCryptoki drops COUNT_LOW when it sets FINAL_TRY',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Read the tries left with the vendor tool, without logging in: sc-hsm-tool (pkcs15-tool --list-pins shows a wrong count for SmartCard-HSM), ykman piv info, tpm2_getcap properties-variable',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Confirm token label and serial number: right card, right slot?', None, None, None, None, None, None),
    ('Log ulPinLen (never the PIN) and how the secret is read (trailing newline in the secret file?)', None, None, None, None, None, None),
    ('CKF_PROTECTED_AUTHENTICATION_PATH set? Then pass NULL and enter the PIN on the pad', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Stop all automatic retries and services that log in with this PIN', None, None, None, None, None, None),
    ('Obtain the correct PIN from its owner; do not guess or try vendor defaults', None, None, None, None, None, None),
    (
        'If only one try is left, or the number cannot be read: do not try. The PIN owner or the SO/PUK holder decides (PUK, C_InitPIN by the SO, vendor procedure) - the SO PIN and the PUK have counters of their own',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Otherwise verify format and length first, then make exactly one manual attempt; if it fails, stop', None, None, None, None, None, None),
    ('After success the counter is normally reset; correct the PIN in every client, then re-enable the services', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Every attempt burns a try: smart cards and openCryptoki often lock after 3, CloudHSM users after more than 5, a Luna Crypto Officer after 10, a TPM locks every program that uses it; three wrong HSM SO logins zeroise a Luna HSM and ten wrong Partition SO logins zeroise the partition',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Exhausting SO tries can destroy all keys (Luna) or make the token permanently unmanageable', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_PIN_LOCKED', 'no tries left'),
    ('CKR_PIN_LEN_RANGE', 'length refused before the token checked it (usually no try burned)'),
    ('CKR_PIN_INVALID', 'new PIN contains unacceptable characters'),
    ('CKR_USER_TYPE_INVALID', 'wrong role constant'),
    ('CKR_GENERAL_ERROR', 'older OpenSC card drivers report a wrong PIN this way'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'YubiHSM',
        'First four characters of the PIN are the authentication key ID in hex: other characters there count as an incorrect PIN, a wrong length as ARGUMENTS_BAD',
        'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c',
        None,
    ),
    (
        'AWS CloudHSM',
        'PIN is <CU user name>:<password>; a password change may not have reached every HSM of the cluster; lockout when five bad attempts are exceeded',
        'AWS CloudHSM User Guide: CloudHSM CLI login',
        None,
    ),
    (
        'Thales Luna',
        'Three consecutive bad HSM SO logins zeroise the HSM; the limit cannot be changed',
        'Thales Luna 7 documentation: Logging In as HSM Security Officer',
        None,
    ),
    (
        'SoftHSM2',
        "C_InitToken with a PIN of the wrong length returns this; the standard's list for C_InitToken has no length code",
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
    ),
    (
        'nShield with preload',
        'Passphrase given to C_Login is not checked at all',
        'Entrust nShield documentation: PKCS #11 library with the preload utility',
        None,
    ),
    ('wolfPKCS11 (older)', 'Any login failure, even an object decode error, was reported as PIN_INCORRECT', 'wolfSSL/wolfPKCS11#115', None),
    ('SoftHSM2', 'No lockout: code tested only there never meets PIN_LOCKED; it only sets the COUNT_LOW flags', 'softhsm/SoftHSMv2#399', None),
    (
        'pkcs11-provider',
        'Refuses to log in when CKF_USER_PIN_FINAL_TRY is set, so that a manual login must reset the counter first',
        'openssl-projects/pkcs11-provider#455',
        None,
    ),
    (
        'ykcs11 SO login',
        'Giving the user PIN as SO PIN uses up a user PIN try even when no PIN-protected management key exists',
        'Yubico/yubico-piv-tool#110',
        None,
    ),
    (
        'tpm2-pkcs11',
        'A wrong PIN counts in the dictionary-attack counter of the TPM (often 3 tries), which other users of the TPM share; then C_Login answers PIN_LOCKED. The PIN flags are never set, so nothing warns',
        'tpm2-software/tpm2-pkcs11#534',
        None,
    ),
    ('OpenSC + SmartCard-HSM', 'pkcs15-tool --list-pins always showed the default number of tries; sc-hsm-tool shows the real one', 'OpenSC/OpenSC#2647', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitToken', 'C_SetPIN', 'C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
