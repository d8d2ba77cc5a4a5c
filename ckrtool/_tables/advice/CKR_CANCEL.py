"""CKR_CANCEL: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_CANCEL.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.4',
        'Special return value for application-supplied callbacks',
        'CKR_CANCEL: When a function executing in serial with an application decides to give the application a chance to do some work, it calls an application-supplied function with a **CKN_SURRENDER** callback (see Section 5.21). If the callback returns the value CKR_CANCEL, then the function aborts and returns CKR_FUNCTION_CANCELED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The program's own Notify callback (CKN_SURRENDER) returned it to make the module abort the running call",
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
    ('A program or log printed a plain 1 (true, or an exit status) as if it were a CK_RV', None, None, None, None, None, None, None, None, None, None),
    (
        "A module that departs from the standard let the callback's answer out instead of CKR_FUNCTION_CANCELED",
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
        'The provider itself refused to log in because the token reports that one PIN try is left; no C_ function returned this',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#457',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Find out who produced the 1: a pkcs11-logger trace shows whether any C_ function returned it', None, None, None, None, None, None, None, None, None, None),
    ('Look at the Notify argument of C_OpenSession: a NULL callback cannot have answered this', None, None, None, None, None, None, None, None, None, None),
    (
        "pkcs11-tool --module M -T: is 'final user PIN try' among the token flags? This costs no PIN try",
        None,
        None,
        'pkcs11-provider',
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
        'Stop whatever sends the wrong PIN. Then one login by a person who is sure of the PIN resets the counter; otherwise have the PUK or SO holder reset the PIN',
        None,
        None,
        'pkcs11-provider',
        None,
        'a wrong PIN locks the token',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If your callback returned it on purpose, expect CKR_FUNCTION_CANCELED from the interrupted call and treat the operation as ended',
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
        "If a C_ function returned it, begin the operation again from its Init call and send the trace to the module's vendor",
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
        'Do not force a login past this answer: with one try left a wrong PIN locks the token',
        None,
        None,
        None,
        None,
        'may lock the PIN',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_CANCELED', 'what the interrupted C_ function returns; CANCEL is only what a callback answers'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'pkcs11-provider',
        'Raises it itself instead of logging in when the token reports that one PIN try is left',
        'openssl-projects/pkcs11-provider#457',
        'pkcs11-provider',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1: CKR_CANCEL',
    'Java SunPKCS11': 'PKCS11Exception: CKR_CANCEL',
    'NSS (SEC_ERROR)': 'SEC_ERROR_IO',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_CANCEL',
    'PyKCS11': 'CKR_CANCEL (0x00000001)',
    'libp11 (OpenSSL engine and provider)': 'Cancel',
    'p11-kit': 'The operation was cancelled',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_CANCEL:1',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::Cancel',
}
