"""CKR_SESSION_ASYNC_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_ASYNC_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_ASYN**C_NOT**_SUPPORTED: This value is returned if the token doesn’t support async operations.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('The token or module does not do asynchronous sessions (new in 3.2)', None, None, None, None, None, None, None, None, None, None),
    ('The program or its library sets CKF_ASYNC_SESSION by default', None, None, None, None, None, None, None, None, None, None),
    ('A proxy or wrapper between offers only an older interface', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKF_ASYNC_SESSION_SUPPORTED in the token flags', None, None, None, None, None, None, None, None, None, None),
    ('pkcs11-tool --module MODULE --list-interfaces: is there a 3.2 interface?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Open the session without CKF_ASYNC_SESSION, and make long calls from a worker thread with a session of its own',
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
    ('Let the program ask for asynchronous sessions only where the token flag is set', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not share one session between threads to make up for it', 'the standard leaves that undefined', None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_NOT_SUPPORTED', 'the C_Async functions are missing'), ('CKR_SESSION_PARALLEL_NOT_SUPPORTED', 'an old code: CKF_SERIAL_SESSION was not set'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x205: CKR_SESSION_ASYNC_NOT_SUPPORTED',
    'Java SunPKCS11': None,
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_SESSION_ASYNC_NOT_SUPPORTED (0x00000205)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:517',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
