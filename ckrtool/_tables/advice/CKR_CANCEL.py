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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("An application's own CKN_SURRENDER callback hands it back to make the module abort the running function", None, None, None, None, None, None),
    (
        'pkcs11-provider puts it on the OpenSSL error stack when it refuses to log in because CKF_USER_PIN_FINAL_TRY is set; no C_* function returned it',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A wrapper or log printed the bare number 1 (a boolean or an exit status) as if it were a CK_RV', None, None, None, None, None, None),
    ('Non-conformant module leaking its internal callback result', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Who produced the value? No C_* function may return 0x1, so look at the callback passed to C_OpenSession (Notify) or at the layer above the module',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('With pkcs11-provider read CK_TOKEN_INFO.flags (pkcs11-tool -T) without logging in: is the final-try flag set?', None, None, None, None, None, None),
    (
        'Confirm with a trace which C_* call really returned what (pkcs11-spy writes PINs in clear, pkcs11-logger leaves them out by default)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'If pkcs11-provider raised it: leave the login alone and find out who sent wrong PINs; one manual login by an owner who is certain of the PIN resets the counter, otherwise have it reset by PUK or SO',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If your Notify callback returned it on purpose, expect CKR_FUNCTION_CANCELED from the interrupted function and handle that',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If a C_* function returned it, treat the operation as aborted, start it again with its *Init and report the trace to the module vendor',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Behind pkcs11-provider it can mean that one PIN try is left: forcing a login with a wrong PIN locks the token', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_CANCELED', "FUNCTION_CANCELED is what the C_* function reports; CANCEL is only the callback's answer"),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('pkcs11-provider', 'Raises it itself instead of logging in when the token reports that one PIN try is left', 'openssl-projects/pkcs11-provider#457', None),)

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
