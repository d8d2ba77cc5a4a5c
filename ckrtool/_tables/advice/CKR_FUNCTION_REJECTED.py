"""CKR_FUNCTION_REJECTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FUNCTION_REJECTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_FUNCTION_REJECTED: The signature request is rejected by the user.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('User declined on the device or in a confirmation dialog, or did not touch the token in time', None, None, None, None, None, None),
    ('Logged-in identity lacks the capability or domain for this key or command (YubiHSM)', None, None, None, None, None, None),
    ('Algorithm disabled on the device, or a template constraint violated', None, None, None, None, None, None),
    ('Authentication object on the card is not a PIN (OpenSC)', None, None, None, None, None, None),
    ('Module limit such as the number of derived session keys', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Shown as 512 or 0x200 in many tools ('reason(512)' from OpenSSL)", None, None, None, None, None, None),
    (
        'YubiHSM: get objectinfo of the authentication key and the target key; compare capabilities, delegated capabilities and domains; enable debug and libdebug in yubihsm_pkcs11.conf',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Was a touch or confirmation expected?', None, None, None, None, None, None),
    ('Device options: disabled algorithms, demo mode', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Log in with an identity that has the capability (sign-pkcs, sign-ecdsa, decrypt-oaep, ...) and a domain in common with the key; on YubiHSM that means a new authentication key, with no more rights than needed',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Ask the user whether they refused or were too slow; let them start again and confirm within the time-out', None, None, None, None, None, None),
    ('Choose another algorithm, or ask the HSM administrator whether policy allows enabling this one', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Retrying does not help when a permission is missing, and asking again and again trains users to confirm what they meant to refuse',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'On YubiHSM capabilities cannot be changed on an existing object; it must be deleted and put again - keep a wrapped backup',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'key attribute missing'),
    ('CKR_FUNCTION_CANCELED', 'PIN pad cancel, or control point on IBM hardware'),
    ('CKR_DEVICE_ERROR', 'older YubiHSM modules for the same cause'),
    ('CKR_ACTION_PROHIBITED', 'object flags'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'YubiHSM',
        'Insufficient permissions, demo mode, disabled algorithm and SSH template violations all map here',
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
    ),
    (
        'YubiHSM via pkcs11-provider/RAUC',
        "OpenSSL prints only 'PKCS#11 module::reason(512)'; the key's permissions were wrong",
        'Yubico/yubihsm-shell#521',
        None,
    ),
    ('OpenSC', 'C_Login where the authentication object of the card is not a PIN', 'OpenSC/OpenSC:src/pkcs11/framework-pkcs15.c', None),
    ('IsoApplet', 'Seen together with card/reader trouble, not a user decision', 'philipWendland/IsoApplet#27', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Sign', 'C_SignFinal', 'C_SignMessage', 'C_SignMessageNext', 'C_MessageSignFinal')

NAMES: dict[str, str | None] = {}
