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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A reader that is gone, or came new, is not reported: a pulled USB token takes its reader along (0.20), a C_GetSlotList before the poll swallows the removal (0.22), a first reader plugged in later is not seen (2024)',
        None,
        ('C_WaitForSlotEvent',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#1942, OpenSC/OpenSC#2600, OpenSC/OpenSC#3241',
        None,
        None,
        None,
        None,
    ),
    ('Nothing was inserted or removed since the last poll (CKF_DONT_BLOCK): the normal answer', None, None, None, None, None, None, None, None, None, None),
    (
        'A reader or token came or went and the module missed it: the reader vanished together with a USB token, was plugged in later than the program started, or an earlier C_GetSlotList took the event',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#1942, OpenSC/OpenSC#2600, OpenSC/OpenSC#3241',
        ('code', 'program', 'card'),
        None,
        None,
        None,
    ),
    ('The wrapper turns this answer into an exception although nothing failed', None, None, None, None, None, None, None, None, None, None),
    (
        "The module's slots never change, so every poll answers this",
        None,
        ('C_WaitForSlotEvent',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
    (
        'The proxy asks each module once without blocking; a module that cannot poll never reports an event',
        None,
        ('C_WaitForSlotEvent',),
        'p11-kit-proxy',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Another thread called C_Finalize during a blocking wait: the standard wants CKR_CRYPTOKI_NOT_INITIALIZED, some modules answer with this',
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

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The flags of the call (without CKF_DONT_BLOCK this answer is a fault of the module), and whether token and reader really are as before',
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
        'Events seem to be missed: compare with pkcs11-tool --module M -L before and after, and with pcsc_scan for card readers',
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Nothing was plugged in or pulled: take it as 'no change', wait (a second or more), poll again",
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
        'Something was plugged in or pulled: compare C_GetSlotList(CK_FALSE) and C_GetSlotInfo (CKF_TOKEN_PRESENT) of each slot with the last state, act on the difference, and update the module',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code', 'program', 'card'),
        None,
        None,
        None,
    ),
    (
        'Where the module supports it, block in a thread of its own; else compare C_GetSlotList(CK_TRUE) at a modest interval',
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
        'After a blocking wait ended so: ask whether the library is still initialised (C_GetInfo) and end the thread if it is not',
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

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not poll without a pause: it keeps reader and card busy and disturbs other programs', None, None, None, None, None, None, ('card',), None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_NOT_SUPPORTED', 'the module cannot wait at all, or only the blocking form is missing'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Non-blocking call always returns NO_EVENT; blocking call returns FUNCTION_NOT_SUPPORTED', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
    ('p11-kit proxy', 'Only the non-blocking form is implemented; it asks each module once', 'p11-glue/p11-kit#225', 'p11-kit-proxy'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_WaitForSlotEvent',), "with CKF_DONT_BLOCK it is the plain answer 'nothing happened'"),)

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
