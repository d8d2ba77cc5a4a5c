"""CKR_FUNCTION_REJECTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FUNCTION_REJECTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_FUNCTION_REJECTED: The signature request is rejected by the user.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The identity that logged in lacks the capability for this command, or shares no domain with the key',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#521, Yubico/yubihsm-shell#59',
        None,
        None,
        None,
        None,
    ),
    (
        'The algorithm is disabled on the device, or a template (SSH certificate) forbids this request',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
        None,
        None,
    ),
    (
        'The authentication object behind this slot is not a PIN',
        None,
        ('C_Login',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC:src/pkcs11/framework-pkcs15.c',
        None,
        None,
        None,
        None,
    ),
    (
        'The user declined on the device or in a dialogue, or did not touch or confirm in time',
        None,
        None,
        None,
        'nobody is asked on this token',
        None,
        None,
        ('card',),
        None,
        None,
        None,
    ),
    ("The token's permissions do not let this identity use this key or command", None, None, None, None, None, None, None, None, None, None),
    ('Algorithm, key length or purpose is switched off on the token or by its template for the key', None, None, None, None, None, None, None, None, None, None),
    ('A limit of the module was reached, or the card and its reader misbehave', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Was a touch, a PIN pad or a confirmation expected, and was anybody there?', None, None, None, None, None, None, ('card',), None, None, None),
    (
        "In other programs it is 512, 0x200 or 'reason(512)'",
        'OpenSSL prints only the number',
        None,
        None,
        None,
        None,
        'Yubico/yubihsm-shell#521',
        None,
        None,
        None,
        None,
    ),
    ('Does another key or another identity work with the same function?', None, None, None, None, None, None, None, None, None, None),
    (
        "yubihsm-shell: 'get objectinfo 0 ID authentication-key' and the same for the key; compare capabilities, delegated capabilities and domains",
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#59',
        None,
        None,
        None,
        None,
    ),
    (
        "debug, libdebug and dinout in yubihsm_pkcs11.conf show the refused command ('Wrong permissions for operation')",
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#207',
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Ask the user whether they refused or were too slow; start the operation again and let them confirm within the time limit',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
        None,
        None,
    ),
    ('Log in with an identity that has the permission for this operation on this key', None, None, None, None, None, None, None, None, None, None),
    (
        'If policy has switched off the algorithm, use another that the verifier accepts, or ask the HSM administrator to allow this one by name',
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
        'Make a new authentication key with the missing capability (sign-pkcs, sign-pss, sign-ecdsa, decrypt-oaep, get-opaque ...) and a domain of the key, and log in with it',
        None,
        None,
        'yubihsm',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If the key itself lacks the capability: put or generate it again with it, after a wrapped backup, and delete the old one only when the new one works',
        None,
        None,
        'yubihsm',
        None,
        'deleting the old object loses the key if there is no backup',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not repeat the request in a loop',
        'a missing permission stays missing, and asking again and again trains people to confirm what they meant to refuse',
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
        'Do not fall back to the default or an all-powerful identity to get past it',
        'the refusal is the protection the key was given',
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
        'Do not delete the key to give it other capabilities before a wrapped backup exists',
        'capabilities of an existing object cannot be changed',
        None,
        'yubihsm',
        None,
        'loses the key',
        None,
        None,
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_DEVICE_ERROR',
        'The authentication key lacks a capability or domain (older releases)',
        ('yubihsm',),
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_FindObjects',
            'C_GetAttributeValue',
        ),
        'Yubico/yubihsm-shell#207, Yubico/yubihsm-shell#521, Yubico/yubihsm-shell#59',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'CKA_SIGN, CKA_DECRYPT ... of the key forbids it for everybody'),
    ('CKR_FUNCTION_CANCELED', 'cancelled at the PIN pad, or a control point of an IBM adapter'),
    ('CKR_ACTION_PROHIBITED', 'the object may not be copied, changed or destroyed'),
    ('CKR_DEVICE_ERROR', 'older YubiHSM modules gave this for missing permissions'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('YubiHSM', 'Permissions, demo mode, disabled algorithm and SSH template violations all end here', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', 'yubihsm'),
    ('YubiHSM', 'Reset and password change need reset-device and change-authentication-key on the key you log in with', 'Yubico/yubihsm-shell#287', 'yubihsm'),
    ('OpenSC', "C_Login where the card's authentication object is not a PIN", 'OpenSC/OpenSC:src/pkcs11/framework-pkcs15.c', 'opensc'),
    ('IsoApplet', 'Seen with card or reader trouble, without any decision of a user', 'philipWendland/IsoApplet#27', 'opensc'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Sign', 'C_SignFinal', 'C_SignMessage', 'C_SignMessageNext', 'C_MessageSignFinal')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x200: CKR_FUNCTION_REJECTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_FUNCTION_REJECTED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_FUNCTION_REJECTED',
    'PyKCS11': 'CKR_FUNCTION_REJECTED (0x00000200)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': 'The request was rejected by the user',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_FUNCTION_REJECTED:512',
    'python-pkcs11': 'pkcs11.exceptions.FunctionRejected',
    'rust-cryptoki': 'RvError::FunctionRejected',
}
