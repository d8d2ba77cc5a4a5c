"""CKR_OPERATION_CANCEL_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_CANCEL_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OPERATION_CANCEL_FAILED: This value can only be returned by **C_SessionCancel**. It means that one or more of the requested operations could not be cancelled for implementation or vendor-specific reasons.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The module has no cancel for this kind of operation, such as message signing and verifying',
        None,
        None,
        None,
        None,
        None,
        'latchset/kryoptic:src/fns/sessmgmt.rs',
        None,
        None,
        None,
        None,
    ),
    (
        'One half of a dual operation (digest and encrypt, sign and encrypt) cannot be cancelled alone',
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
    ('The hardware has already begun and cannot be stopped', None, None, None, None, None, None, None, None, None, None),
    (
        'Flags of message signing or verifying were among those passed: not implemented',
        None,
        None,
        'kryoptic',
        None,
        None,
        'latchset/kryoptic:src/fns/sessmgmt.rs',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Which CKF_ flags went into C_SessionCancel? Try one kind at a time', None, ('C_SessionCancel',), None, None, None, None, None, None, None, None),
    ('Was an *Init call made with a NULL mechanism, which means cancel since 3.0?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Finish the operation in the normal way: the Final call into a scratch buffer, and throw the result away',
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
    ('Ask for the cancel only of what you have started', None, None, None, None, None, None, None, None, None, None),
    (
        'Close this session and open a new one, while another session is held open',
        'closing the last session logs the application out',
        None,
        None,
        None,
        'session objects of the closed session are lost; closing the last session ends the login',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not close the last session for this, and do not repeat the cancel in a loop',
        'the login is gone with it, and a new one needs the PIN',
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
    ('Do not use the output of an operation that you wanted cancelled', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_OPERATION_ACTIVE', 'something is running and was not asked to stop'), ('CKR_OPERATION_NOT_INITIALIZED', 'nothing was running'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki', 'C_SessionCancel since 2022', 'opencryptoki/opencryptoki#592', 'opencryptoki'),
    ('openCryptoki', 'Cancel by *Init with a NULL mechanism since 2025', 'opencryptoki/opencryptoki#895', 'opencryptoki'),
    ('kryoptic', 'Always for message sign and verify flags', 'latchset/kryoptic:src/fns/sessmgmt.rs', 'kryoptic'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_SessionCancel',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_VerifySignatureInit',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x202: CKR_OPERATION_CANCEL_FAILED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_OPERATION_CANCEL_FAILED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_OPERATION_CANCEL_FAILED (0x00000202)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': 'The operation cannot be cancelled',
    'pkcs11js': 'CKR_VENDOR_DEFINED:514',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
