"""CKR_INFORMATION_SENSITIVE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_INFORMATION_SENSITIVE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_INFORMATION_SENSITIVE: The information requested could not be obtained because the token considers it sensitive, and is not able or willing to reveal it.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The token does not tell the size of this object: the one function that lists the code is C_GetObjectSize',
        None,
        ('C_GetObjectSize',),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('An old module uses it in place of CKR_ATTRIBUTE_SENSITIVE or CKR_STATE_UNSAVEABLE', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Function and object in the trace: is the object sensitive or not extractable?', None, None, None, None, None, None, None, None, None, None),)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Leave the call out: no use of the key needs its size, only its handle', None, ('C_GetObjectSize',), None, None, None, None, None, None, None, None),
    (
        'From another function: treat it as CKR_ATTRIBUTE_SENSITIVE and read only attributes that are not secret',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not make the key extractable to get at it',
        'CKA_SENSITIVE and CKA_EXTRACTABLE are the protection of the key, and the standard lets them change in one direction only',
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
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_ATTRIBUTE_SENSITIVE', 'the normal code for attribute values'), ('CKR_KEY_UNEXTRACTABLE', 'the same refusal when wrapping'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetObjectSize',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x170: CKR_INFORMATION_SENSITIVE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_INFORMATION_SENSITIVE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_INFORMATION_SENSITIVE',
    'PyKCS11': 'CKR_INFORMATION_SENSITIVE (0x00000170)',
    'libp11 (OpenSSL engine and provider)': 'Information sensitive',
    'p11-kit': 'The information is sensitive and cannot be revealed',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_INFORMATION_SENSITIVE:368',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::InformationSensitive',
}
