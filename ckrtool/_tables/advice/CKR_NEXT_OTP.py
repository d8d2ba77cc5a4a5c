"""CKR_NEXT_OTP: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_NEXT_OTP.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = 'C_Verify with an OTP mechanism answers this when the one-time password matched, but so far from the expected clock or counter position that the verifier asks for the following code as well before it accepts. The verification is not complete: it is neither a success nor a plain mismatch (CKR_SIGNATURE_INVALID).'

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'application developer')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Clock or counter of the OTP token has drifted further than the normal window; the code was right, the next one is wanted as proof',
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
    ('Several wrong codes came before, so the verifier asks for two in a row', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Was it C_Verify with an OTP mechanism? Elsewhere the code makes no sense: report it to the module's vendor",
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
        'Clock of the verifier (chronyc tracking, timedatectl) and drift of this token in the OTP server',
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
    ('Wait until the device shows the next code, and submit that one, once', None, None, None, None, None, None, None, None, None, None),
    ('Comes back for one user: resynchronise that OTP token in the OTP system', None, None, None, None, None, None, None, None, None, None),
    ("Comes for many users at once: the verifier's clock is off; set that right first", None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not repeat the same code',
        'it counts as a failure, and a few failures lock the OTP token',
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
    ('Do not take this for success: nobody has been authenticated yet', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_NEW_PIN_MODE', 'a new PIN is wanted, not another code'), ('CKR_SIGNATURE_INVALID', 'the code is simply wrong'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B1: CKR_NEXT_OTP',
    'Java SunPKCS11': 'PKCS11Exception: CKR_NEXT_OTP',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_NEXT_OTP',
    'PyKCS11': 'CKR_NEXT_OTP (0x000001B1)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_NEXT_OTP:433',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::NextOtp',
}
