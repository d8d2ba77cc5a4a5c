"""CKR_NEW_PIN_MODE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_NEW_PIN_MODE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = "C_Verify with an OTP mechanism whose verifier enforces PINs (CKM_SECURID) answers this when the PIN behind the submitted one-time password is to be replaced: the OTP was not accepted, and none will be until a new PIN has been set by the OTP system's own procedure and a fresh OTP computed with it. It concerns the PIN of the one-time-password system, not the PIN of C_Login."

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The OTP system wants a new PIN for this token before it accepts any OTP: first use, or an administrator has reset the PIN',
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
    ('The PIN has reached its age limit in the OTP system', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Was it C_Verify with an OTP mechanism such as CKM_SECURID? Elsewhere the code makes no sense: report it to the module's vendor",
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
        "State of this token in the OTP server: 'new PIN mode', 'PIN cleared' or the like, and its PIN rules",
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
        "The owner of the OTP token sets the new PIN through the OTP system's own portal or agent; PKCS #11 has no call for it",
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
    ('Wait for the next OTP, compute it with the new PIN, and verify that one, once', None, None, None, None, None, None, None, None, None, None),
    ("Let the application tell its user that a new PIN has to be set, instead of 'wrong code'", None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not submit the same OTP again, and do not try PINs',
        'each counts as a failed authentication, and the OTP token is locked after a few',
        None,
        None,
        None,
        'may lock the OTP token',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Do not call C_SetPIN or C_InitPIN for this: they change the token's PIN, and another one is meant",
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

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_NEXT_OTP', 'the PIN is right, the next code is wanted'),
    ('CKR_PIN_EXPIRED', 'the PIN of C_Login is too old'),
    ('CKR_SIGNATURE_INVALID', 'the OTP is simply wrong'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B0: CKR_NEW_PIN_MODE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_NEW_PIN_MODE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_NEW_PIN_MODE',
    'PyKCS11': 'CKR_NEW_PIN_MODE (0x000001B0)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_NEW_PIN_MODE:432',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::NewPinMode',
}
