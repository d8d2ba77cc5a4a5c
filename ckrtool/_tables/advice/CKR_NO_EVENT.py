"""CKR_NO_EVENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_NO_EVENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_NO_EVENT: This value can only be returned by **C_WaitForSlotEvent**. It is returned when **C_WaitForSlotEvent** is called in non-blocking mode and there are no new slot events to return.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Normal answer of C_WaitForSlotEvent with CKF_DONT_BLOCK when nothing changed', None, None, None, None, None, None),
    ('Module whose slots never change always answers this (SoftHSM)', None, None, None, None, None, None),
    ('Wrapper turned the informational value into an exception', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Confirm the call used CKF_DONT_BLOCK', None, None, None, None, None, None),
    ('If insertions are being missed, compare with C_GetSlotList polling and with the platform layer (pcsc_scan)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Treat as 'no change' and poll again later with a sleep", None, None, None, None, None, None),
    (
        'Prefer a blocking wait in its own thread where the module supports it, otherwise poll C_GetSlotList at a modest interval',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Polling without delay keeps the reader busy and can disturb other users of the card', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_NOT_SUPPORTED', 'module cannot wait for events at all (often only the blocking form is missing)'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Non-blocking call always returns NO_EVENT; blocking call returns FUNCTION_NOT_SUPPORTED', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    ('p11-kit proxy', 'Only the non-blocking form is implemented; it asks each module once', 'p11-glue/p11-kit#225', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WaitForSlotEvent',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x8: CKR_NO_EVENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_NO_EVENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_EVENT',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_NO_EVENT',
    'PyKCS11': 'CKR_NO_EVENT (0x00000008)',
    'libp11 (OpenSSL engine and provider)': 'No event',
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_NO_EVENT:8',
    'python-pkcs11': 'pkcs11.exceptions.NoEvent',
    'rust-cryptoki': 'RvError::NoEvent',
}
