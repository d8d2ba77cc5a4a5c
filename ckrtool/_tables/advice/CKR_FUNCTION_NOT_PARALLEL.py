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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('C_GetFunctionStatus or C_CancelFunction was called: both always answer this', None, None, None, None, None, None, None, None, None, None),
    ('A wrapper or test walks through the whole function list', None, None, None, None, None, None, None, None, None, None),
    ('Both functions answer this for every open session', None, None, 'softhsm2', None, None, 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Which function was it? From any other it is a fault of the module', None, None, None, None, None, None, None, None, None, None),)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Remove the call. To end an operation: C_SessionCancel (3.0), or finish it with its Final call', None, None, None, None, None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not take it as a sign of a broken module, and do not wait for another answer', None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_NOT_SUPPORTED', 'the function is missing altogether'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_GetFunctionStatus', 'C_CancelFunction'), 'both are leftovers of parallel sessions and answer only this'),)

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
