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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('The blocking form is not implemented; with CKF_DONT_BLOCK it works', None, ('C_WaitForSlotEvent',), None, None, None, 'p11-glue/p11-kit#222', None, None),
    (
        'Key generation is not done through this module or on this device: read-only module, PIV token, TPM without symmetric keys',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        'LudovicRousseau/PyKCS11#11',
        ('card', 'tpm'),
        None,
    ),
    (
        "The module or token does not implement this function (read-only or light module); the caller uses it as a matter of course, as Java's key store does when it stores an entry",
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey', 'C_WrapKey'),
        None,
        None,
        None,
        'OpenSC/OpenSC#682',
        None,
        None,
    ),
    (
        'The operating system handles the PIN, so the module has no login',
        None,
        ('C_Login', 'C_Logout', 'C_SetPIN', 'C_InitPIN'),
        None,
        None,
        None,
        'PeculiarVentures/pkcs11js#57',
        None,
        None,
    ),
    (
        "Tokens are made with the vendor's tool, not by PKCS #11 (partitions of network HSMs, TPM stores)",
        None,
        ('C_InitToken', 'C_InitPIN'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'An optional function that many tokens do not have; the caller can do without',
        None,
        ('C_GetOperationState', 'C_SetOperationState', 'C_SeedRandom', 'C_GetFunctionStatus', 'C_CancelFunction'),
        None,
        None,
        None,
        'mtrojnar/osslsigncode#468',
        None,
        None,
    ),
    (
        'The function is newer than the module: message calls, C_LoginUser, C_SessionCancel (3.0), C_Async, C_EncapsulateKey (3.2)',
        None,
        None,
        None,
        'the function is of 2.40 or earlier',
        None,
        None,
        None,
        None,
    ),
    ('The wrong module of several for this token is loaded (light or shim library)', None, None, None, None, None, None, None, None),
    (
        'Releases before 2.10 are read-only: they have no key generation and no object creation',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        'smartcard-hsm',
        None,
        None,
        'OpenSC/OpenSC#682; CardContact/sc-hsm-embedded:src/pkcs11/token-sc-hsm.c',
        None,
        None,
    ),
    (
        'Symmetric keys cannot be made; versions of 2018 had no key pair generation either',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        'tpm2-pkcs11',
        None,
        None,
        'Azure/iot-identity-service#162',
        None,
        None,
    ),
    (
        'Older versions have no key pair generation; use yubico-piv-tool or ykman',
        None,
        ('C_GenerateKeyPair',),
        'ykcs11',
        None,
        None,
        'LudovicRousseau/PyKCS11#11',
        None,
        None,
    ),
    ('The card driver lacks this operation', None, None, 'opensc', None, None, 'OpenSC/OpenSC:src/pkcs11/misc.c', None, None),
    ('Only CKF_DONT_BLOCK is implemented', None, ('C_WaitForSlotEvent',), 'p11-kit-proxy', None, None, 'p11-glue/p11-kit#222', None, None),
    ('Only CKF_DONT_BLOCK is implemented', None, ('C_WaitForSlotEvent',), 'softhsm2', None, None, 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Which function, and does the vendor's table of supported functions name it?", None, None, None, None, None, None, None, None),
    (
        'pkcs11-tool --module M -M: does a mechanism have generate or generate_key_pair?',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'pkcs11-tool --module M -I: vendor and version; is another module for this token installed (p11-kit list-modules)?',
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Call with CKF_DONT_BLOCK and pause between polls, or compare C_GetSlotList', None, ('C_WaitForSlotEvent',), None, None, None, None, None, None),
    (
        'Use the key that is on the card: search for it (CKA_CLASS private key) instead of making one',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject'),
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    (
        "Make the key with the device's tool (yubico-piv-tool, ykman piv, pkcs15-init, tpm2_ptool, partition tools); see first whether the slot is occupied",
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject'),
        None,
        None,
        'a new key in an occupied PIV slot replaces the old one for good',
        None,
        None,
        None,
    ),
    (
        "Update the module, or store the certificate with another tool (pkcs11-tool --write-object, the device's tool) and let the program only read it",
        None,
        ('C_SetAttributeValue', 'C_CopyObject', 'C_CreateObject', 'C_DestroyObject'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Leave this call out: programs must do without it',
        None,
        ('C_SeedRandom', 'C_GetOperationState', 'C_SetOperationState', 'C_WaitForSlotEvent', 'C_GetFunctionStatus', 'C_CancelFunction'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'OpenSSL with pkcs11-provider: set pkcs11-module-quirks = no-operation-state, so that it does not ask',
        None,
        ('C_GetOperationState', 'C_SetOperationState'),
        None,
        None,
        None,
        'openssl-projects/pkcs11-provider#324',
        None,
        None,
    ),
    (
        'Skip the login where the module has none; the system asks for the PIN at the first use',
        None,
        ('C_Login', 'C_Logout'),
        None,
        None,
        None,
        'PeculiarVentures/pkcs11js#57',
        None,
        None,
    ),
    ('Load the module that has the function, or update it', None, None, None, None, None, None, None, None),
    (
        "Make keys with OpenSC's module (pkcs11-tool --keypairgen) or pkcs15-init, or update sc-hsm-embedded to 2.10 or later",
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject'),
        'smartcard-hsm',
        None,
        None,
        'CardContact/sc-hsm-embedded:src/pkcs11/token-sc-hsm.c',
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not generate with a vendor tool before you know that the slot is empty: it overwrites',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject', 'C_InitToken'),
        None,
        None,
        'loses the old key',
        None,
        None,
        None,
    ),
    ('Do not retry: a missing function stays missing', None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_FUNCTION_FAILED', 'A function that version 1.x does not have', ('ykcs11',), ('C_InitToken', 'C_WaitForSlotEvent'), 'Yubico/yubico-piv-tool#106'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_INVALID', 'the function is there, this mechanism is not'),
    ('CKR_FUNCTION_FAILED', 'supported, but failed now'),
    ('CKR_FUNCTION_NOT_PARALLEL', 'only the two legacy functions'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('pvpkcs11 (Fortify)', 'C_Login and C_Logout unsupported because the OS handles the PIN', 'PeculiarVentures/pkcs11js#57', None),)

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
