"""CKR_FUNCTION_NOT_PARALLEL: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FUNCTION_NOT_PARALLEL.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_FUNCTION_NOT_PARALLEL: There is currently no function executing in parallel in the specified session. This is a legacy error code which is only returned by the legacy functions **C_GetFunctionStatus** and **C_CancelFunction**.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Call to the legacy C_GetFunctionStatus or C_CancelFunction, which always answer this in modern modules', None, None, None, None, None, None),
    ('Table-driven wrapper calls every function once', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Check which function was called; nothing else may return it', None, None, None, None, None, None),)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Stop calling the legacy parallel-function management; use C_SessionCancel (3.0) or finish the operation', None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_NOT_SUPPORTED', 'function missing altogether'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('SoftHSM2', 'C_GetFunctionStatus and C_CancelFunction answer this unconditionally', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetFunctionStatus', 'C_CancelFunction')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_LOCKING_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x51: CKR_FUNCTION_NOT_PARALLEL',
    'Java SunPKCS11': 'PKCS11Exception: CKR_FUNCTION_NOT_PARALLEL',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_FUNCTION_NOT_PARALLEL',
    'PyKCS11': 'CKR_FUNCTION_NOT_PARALLEL (0x00000051)',
    'libp11 (OpenSSL engine and provider)': 'Function not parallel',
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_FUNCTION_NOT_PARALLEL:81',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::FunctionNotParallel',
}
