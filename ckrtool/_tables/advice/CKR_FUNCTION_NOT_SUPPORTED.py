"""CKR_FUNCTION_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FUNCTION_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_FUNCTION_NOT_SUPPORTED: The requested function is not supported by this Cryptoki library. Even unsupported functions in the Cryptoki API should have a “stub” in the library; this stub should simply return the value CKR_FUNCTION_NOT_SUPPORTED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Module is a read-only or minimal implementation (no key generation, no object creation, no login)', None, None, None, None, None, None),
    ('Wrong module for the job: a light or shim library instead of the full one from the same vendor', None, None, None, None, None, None),
    ('Device type cannot do it (TPM or PIV token generating AES keys; blocking slot wait; C_SetOperationState)', None, None, None, None, None, None),
    (
        'Function is newer than the module (3.0: message calls, C_LoginUser, C_SessionCancel; 3.2: C_Async*, C_EncapsulateKey)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Function needs another role or an out-of-band tool (C_InitToken on network HSMs, key generation on YubiKey via the management key)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Old middleware version', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Which function, and does C_GetFunctionList contain a real pointer for it? pkcs11-tool -M and the vendor's function table",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_GetMechanismInfo flags (CKF_GENERATE, CKF_GENERATE_KEY_PAIR) for the wanted operation', None, None, None, None, None, None),
    ('Is another module for the same token installed (opensc-pkcs11 versus vendor module)?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Load the module that implements the function', None, None, None, None, None, None),
    (
        'Use the vendor tool for that step (ykman/yubico-piv-tool, tpm2_ptool, partition tools) and PKCS#11 only for use of the key; look first whether the slot is occupied',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Make the application skip the optional call (C_WaitForSlotEvent blocking, C_SeedRandom, C_GetOperationState)', None, None, None, None, None, None),
    ('Upgrade the middleware', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Vendor provisioning tools overwrite: generating a key in an occupied PIV slot replaces the key there for good', None, None, None, None, 'loses keys', None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_INVALID', 'function exists but not this mechanism'),
    ('CKR_FUNCTION_FAILED', 'supported but failed now'),
    ('CKR_FUNCTION_NOT_PARALLEL', 'legacy functions'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('sc-hsm-embedded', "Read-only module; generate keys with OpenSC's module instead", 'OpenSC/OpenSC#682', None),
    ('TPM-backed modules', 'C_GenerateKey for symmetric keys unsupported; use asymmetric keys', 'Azure/iot-identity-service#162', None),
    ('YubiKey via older modules', 'C_GenerateKeyPair not available; use yubico-piv-tool', 'LudovicRousseau/PyKCS11#11', None),
    ('p11-kit proxy and SoftHSM2', 'C_WaitForSlotEvent without CKF_DONT_BLOCK', 'p11-glue/p11-kit#222', None),
    ('pvpkcs11 (Fortify)', 'C_Login and C_Logout unsupported because the OS handles the PIN', 'PeculiarVentures/pkcs11js#57', None),
    ('OpenSC', 'Card driver without the operation maps to this code', 'OpenSC/OpenSC:src/pkcs11/misc.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_UNSUPPORTED_FEATURE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x54: CKR_FUNCTION_NOT_SUPPORTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_FUNCTION_NOT_SUPPORTED',
    'NSS (SEC_ERROR)': 'PR_NOT_IMPLEMENTED_ERROR',
    'OpenSC (SC_ERROR)': 'SC_ERROR_NOT_SUPPORTED',
    'Pkcs11Interop': 'CKR.CKR_FUNCTION_NOT_SUPPORTED',
    'PyKCS11': 'CKR_FUNCTION_NOT_SUPPORTED (0x00000054)',
    'libp11 (OpenSSL engine and provider)': 'Function not supported',
    'p11-kit': 'This operation is not supported',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_FUNCTION_NOT_SUPPORTED:84',
    'python-pkcs11': 'pkcs11.exceptions.FunctionNotSupported',
    'rust-cryptoki': 'RvError::FunctionNotSupported',
}
