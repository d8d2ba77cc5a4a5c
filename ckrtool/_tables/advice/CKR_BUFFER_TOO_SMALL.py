"""CKR_BUFFER_TOO_SMALL: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_BUFFER_TOO_SMALL.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_BUFFER_TOO_SMALL: The output of the function is too large to fit in the supplied buffer.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'The buffer is shorter than the output: a digest length for a signature, a forgotten padding block or AEAD tag, 256 bytes for an RSA-4096 signature',
        None,
        ('operation', 'C_WrapKey', 'C_EncapsulateKey', 'C_GetOperationState'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The output buffer is only as long as the input: buffered bytes and padding can make an Update or the whole one block longer',
        None,
        ('C_EncryptUpdate', 'C_DecryptUpdate', 'C_Encrypt', 'C_Decrypt'),
        None,
        None,
        None,
        'latchset/kryoptic#179',
        None,
    ),
    (
        'The module counts the length query as part of the operation, or returns a length that is too short: a fault of this release',
        None,
        ('operation',),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The length variable still holds the value that the previous call left in it',
        None,
        ('operation', 'C_WrapKey', 'C_EncapsulateKey', 'C_GetAttributeValue'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "A buffer that is not NULL was passed with length 0, or one made for another object's attribute",
        None,
        ('C_GetAttributeValue',),
        None,
        None,
        None,
        'pyauth/python-pkcs11#221',
        None,
    ),
    (
        'The list grew between the size query and this call: reader plugged in, token added, another card of a pool answering',
        None,
        ('C_GetSlotList', 'C_GetMechanismList', 'C_GetInterfaceList'),
        None,
        None,
        None,
        'opencryptoki/opencryptoki#567',
        None,
    ),
    (
        'The module does not write the needed length back, so a loop that trusts the returned length never ends',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/pam_pkcs11#40',
        None,
    ),
    (
        'Not your buffer at all: an internal or card buffer is too small, for instance for a curve with explicit parameters',
        None,
        ('operation',),
        None,
        None,
        None,
        'PeculiarVentures/node-webcrypto-p11#90',
        None,
    ),
    (
        'The module reports CKA_CLASS with a length of 16384 after C_GenerateKeyPair',
        None,
        ('C_GetAttributeValue',),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#511',
        None,
    ),
    (
        'The size query of ECDSA may come out a byte short of the signature that follows (older versions)',
        None,
        ('C_Sign', 'C_SignFinal'),
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#201',
        None,
    ),
    (
        'Remote module with no slot: a count of 0 with a buffer is sent as no buffer',
        None,
        ('C_GetSlotList',),
        'p11-kit-client',
        None,
        None,
        'p11-glue/p11-kit#257',
        None,
    ),
    ('ePass2003: ECDSA with C_Sign failed whatever the buffer', None, ('C_Sign', 'C_SignFinal'), 'opensc', None, None, 'OpenSC/OpenSC#2154', None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'The length after the call: larger than before (take it), unchanged (module fault), all ones (CK_UNAVAILABLE_INFORMATION, not a size)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The length you can expect: modulus bytes for RSA; 2 x curve bytes for ECDSA (P-521: 132); input + one block for padded CBC; input + tag for GCM',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Does the same call with a NULL buffer return CKR_OK and a sensible length?', None, None, None, None, None, None, None),
    ('Input length of a raw ECDSA signature: the hash, not the message', None, ('C_Sign', 'C_SignFinal'), None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'Make the buffer as long as the returned length and repeat the same call; no new *Init, the operation is still active',
        None,
        None,
        None,
        'the length did not change',
        None,
        None,
        None,
    ),
    (
        'Length unchanged: use a generous fixed buffer (1 KiB for signatures, input + 64 for ciphers) and stop after two tries',
        None,
        None,
        None,
        None,
        None,
        'latchset/kryoptic#494',
        None,
    ),
    (
        'Attributes: ask again with pValue NULL for the short entry alone, allocate, read it; keep the entries that were filled',
        None,
        ('C_GetAttributeValue',),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Lists: ask for the count again, leave a few entries to spare, at most three rounds',
        None,
        ('C_GetSlotList', 'C_GetMechanismList', 'C_GetInterfaceList'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If each repetition fails, start the operation again with *Init, give a large buffer at once and leave the length query out; try another release of the module',
        None,
        ('operation',),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "A large buffer fails too: check mechanism and input length, then report to the module's vendor with a pkcs11-spy log",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'Do not enlarge and repeat without a limit',
        'a module that never updates the length keeps such a loop running for ever',
        None,
        None,
        None,
        None,
        'OpenSC/pam_pkcs11#39',
        None,
    ),
    ('Do not allocate what stands in a length of all ones', 'CK_UNAVAILABLE_INFORMATION is no size', None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = ('C_Sign: CKR_BUFFER_TOO_SMALL (0x150)', 'C_Sign(..., NULL, &length) -> allocate length bytes -> C_Sign again; the operation is still active')

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OK', 'what a size query with a NULL buffer returns'),
    ('CKR_OPERATION_NOT_INITIALIZED', 'the module wrongly ended the operation on the size query'),
    ('CKR_DATA_LEN_RANGE', 'the input is too long, not the output buffer too short'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('kryoptic (older)', 'Did not write the required length back', 'latchset/kryoptic#494', 'kryoptic'),
    ('tpm2-pkcs11 (older)', 'C_GetSlotList left the count as it was', 'tpm2-software/tpm2-pkcs11#299', 'tpm2-pkcs11'),
    ('graphene with Vormetric', 'C_DecryptUpdate into a buffer of the rounded input length', 'PeculiarVentures/graphene#82', 'pkcs11js'),
    ('Gemalto through miekg/pkcs11', 'Answers so to C_GetMechanismList with a NULL list', 'miekg/pkcs11#33', 'go-miekg'),
    ('openCryptoki EP11', 'Mixed card levels: the second card has more mechanisms than the first one counted', 'opencryptoki/opencryptoki#567', 'opencryptoki'),
    ('AEAD', 'C_DecryptUpdate may give no plaintext until Final: size rules of stream ciphers do not fit', 'softhsm/SoftHSMv2#730', 'softhsm2'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = (
    (('C_GetAttributeValue',), 'Not a true error: the other attributes of the template were filled in'),
    (
        (
            'C_Sign',
            'C_SignFinal',
            'C_SignRecover',
            'C_SignMessage',
            'C_SignMessageNext',
            'C_VerifyRecover',
            'C_Encrypt',
            'C_EncryptUpdate',
            'C_EncryptFinal',
            'C_EncryptMessage',
            'C_EncryptMessageNext',
            'C_Decrypt',
            'C_DecryptUpdate',
            'C_DecryptFinal',
            'C_DecryptMessage',
            'C_DecryptMessageNext',
            'C_Digest',
            'C_DigestFinal',
            'C_DigestEncryptUpdate',
            'C_DecryptDigestUpdate',
            'C_SignEncryptUpdate',
            'C_DecryptVerifyUpdate',
            'C_WrapKey',
            'C_WrapKeyAuthenticated',
            'C_EncapsulateKey',
            'C_GetOperationState',
        ),
        'Asking for the size: the length comes back, the operation stays active',
    ),
    (('C_GetSlotList', 'C_GetMechanismList', 'C_GetInterfaceList'), 'Asking for the count, or the list grew since'),
)

FUNCTIONS: tuple[str, ...] = (
    'C_GetSlotList',
    'C_GetMechanismList',
    'C_GetOperationState',
    'C_GetAttributeValue',
    'C_Encrypt',
    'C_EncryptUpdate',
    'C_EncryptFinal',
    'C_Decrypt',
    'C_DecryptUpdate',
    'C_DecryptFinal',
    'C_Digest',
    'C_DigestFinal',
    'C_Sign',
    'C_SignFinal',
    'C_SignRecover',
    'C_VerifyRecover',
    'C_DigestEncryptUpdate',
    'C_DecryptDigestUpdate',
    'C_SignEncryptUpdate',
    'C_DecryptVerifyUpdate',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_GetInterfaceList',
    'C_GetInterface',
    'C_EncryptMessage',
    'C_EncryptMessageNext',
    'C_DecryptMessage',
    'C_DecryptMessageNext',
    'C_SignMessage',
    'C_SignMessageNext',
    'C_DecapsulateKey',
    'C_AsyncJoin',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_SHORT_MEMORY_BUFFER',
    'Go miekg/pkcs11': 'pkcs11: 0x150: CKR_BUFFER_TOO_SMALL',
    'Java SunPKCS11': 'PKCS11Exception: CKR_BUFFER_TOO_SMALL',
    'NSS (SEC_ERROR)': 'SEC_ERROR_OUTPUT_LEN',
    'OpenSC (SC_ERROR)': 'SC_ERROR_BUFFER_TOO_SMALL',
    'Pkcs11Interop': 'CKR.CKR_BUFFER_TOO_SMALL',
    'PyKCS11': 'CKR_BUFFER_TOO_SMALL (0x00000150)',
    'libp11 (OpenSSL engine and provider)': 'Buffer too small',
    'p11-kit': 'Not enough space to store the result',
    'pkcs11-provider': 'The output of the function is too large to fit in the supplied buffer',
    'pkcs11js': 'CKR_BUFFER_TOO_SMALL:336',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::BufferTooSmall',
}
