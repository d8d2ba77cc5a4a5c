"""CKR_BUFFER_TOO_SMALL: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_BUFFER_TOO_SMALL.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_BUFFER_TOO_SMALL: The output of the function is too large to fit in the supplied buffer.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Output buffer really too small: length set for a digest while the signature or cipher output is longer', None, None, None, None, None, None),
    (
        'Size variable not reset between calls, or padding/tag not counted; C_GetAttributeValue with a buffer made for another object',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('List grew between the two calls (C_GetSlotList, C_GetMechanismList, C_GetInterfaceList)', None, None, None, None, None, None),
    ('Module does not report the required size back, so resizing never converges', None, None, None, None, None, None),
    ("Driver bug: not the caller's buffer but an internal or card buffer is meant", None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Value of *pul...Len after the call', None, None, None, None, None, None),
    ('Expected maximum: modulus length, 2 x curve bytes, input + one block + tag', None, None, None, None, None, None),
    ('Does a NULL-buffer probe return a sensible size?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Enlarge the buffer to the returned size and call the same function again without a new *Init - the operation stays active',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('If the returned size does not change, use a generous fixed buffer and cap the number of attempts', None, None, None, None, None, None),
    (
        'For lists repeat the size query; for C_GetAttributeValue ask again with pValue NULL, since a short entry comes back as CK_UNAVAILABLE_INFORMATION while the other entries are filled',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('If a large buffer still fails, suspect data/mechanism (wrong ECDSA input) or report the driver', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'An uncapped enlarge-and-retry loop spins forever with modules that never update the length; CK_UNAVAILABLE_INFORMATION (all ones) in a length is not a size to allocate',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_OK', 'returned for the NULL-buffer size query'),
    ('CKR_OPERATION_NOT_INITIALIZED', 'module wrongly ended the operation on the probe'),
    ('CKR_DATA_LEN_RANGE', 'input, not output'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('kryoptic (older)', 'Did not write the required length back', 'latchset/kryoptic#494', None),
    ('unnamed module via pam_pkcs11', 'Length not updated, leading to an endless loop', 'OpenSC/pam_pkcs11#40', None),
    ('OpenSC + ePass2003', 'C_Sign with ECDSA always failed with it whatever the buffer', 'OpenSC/OpenSC#2154', None),
    ('AEAD', 'C_DecryptUpdate may give no plaintext until Final, so size logic for streaming ciphers does not apply', 'softhsm/SoftHSMv2#730', None),
    ('yubihsm_pkcs11', 'A wrong attribute size (CKA_CLASS) produced it after key generation', 'Yubico/yubihsm-shell#511', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

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

NAMES: dict[str, str | None] = {}
