"""The functions that start, continue and end each kind of operation, with their handles and buffers."""

from __future__ import annotations

KINDS = {
    "Encrypt": "encrypt", "Decrypt": "decrypt", "Digest": "digest", "Sign": "sign", "SignRecover": "sign-recover", "Verify": "verify",
    "VerifyRecover": "verify-recover", "MessageEncrypt": "message-encrypt", "MessageDecrypt": "message-decrypt",
    "MessageSign": "message-sign",
    "MessageVerify": "message-verify", "VerifySignature": "verify-signature",
}  # fmt: skip
INIT = {f"C_{name}Init": kind for name, kind in KINDS.items()} | {"C_FindObjectsInit": "search"}
"""Functions that start an operation, with its kind."""

SINGLE = {
    "C_Encrypt": ("encrypt", "pEncryptedData"),
    "C_Decrypt": ("decrypt", "pData"),
    "C_Digest": ("digest", "pDigest"),
    "C_Sign": ("sign", "pSignature"),
    "C_SignRecover": ("sign-recover", "pSignature"),
    "C_Verify": ("verify", None),
    "C_VerifyRecover": ("verify-recover", "pData"),
    "C_VerifySignature": ("verify-signature", None),
}
FINAL = {
    "C_EncryptFinal": ("encrypt", "pLastEncryptedPart"),
    "C_DecryptFinal": ("decrypt", "pLastPart"),
    "C_DigestFinal": ("digest", "pDigest"),
    "C_SignFinal": ("sign", "pSignature"),
    "C_VerifyFinal": ("verify", None),
    "C_VerifySignatureFinal": ("verify-signature", None),
    "C_MessageEncryptFinal": ("message-encrypt", None),
    "C_MessageDecryptFinal": ("message-decrypt", None),
    "C_MessageSignFinal": ("message-sign", None),
    "C_MessageVerifyFinal": ("message-verify", None),
    "C_FindObjectsFinal": ("search", None),
}
"""Functions that end an operation, with its kind and the buffer that is NULL in a size query."""

UPDATE = {
    "C_EncryptUpdate": ("encrypt",),
    "C_DecryptUpdate": ("decrypt",),
    "C_DigestUpdate": ("digest",),
    "C_DigestKey": ("digest",),
    "C_SignUpdate": ("sign",),
    "C_VerifyUpdate": ("verify",),
    "C_VerifySignatureUpdate": ("verify-signature",),
    "C_DigestEncryptUpdate": ("digest", "encrypt"),
    "C_DecryptDigestUpdate": ("decrypt", "digest"),
    "C_SignEncryptUpdate": ("sign", "encrypt"),
    "C_DecryptVerifyUpdate": ("decrypt", "verify"),
    "C_EncryptMessage": ("message-encrypt",),
    "C_EncryptMessageBegin": ("message-encrypt",),
    "C_EncryptMessageNext": ("message-encrypt",),
    "C_DecryptMessage": ("message-decrypt",),
    "C_DecryptMessageBegin": ("message-decrypt",),
    "C_DecryptMessageNext": ("message-decrypt",),
    "C_SignMessage": ("message-sign",),
    "C_SignMessageBegin": ("message-sign",),
    "C_SignMessageNext": ("message-sign",),
    "C_VerifyMessage": ("message-verify",),
    "C_VerifyMessageBegin": ("message-verify",),
    "C_VerifyMessageNext": ("message-verify",),
    "C_FindObjects": ("search",),
}
"""Functions that continue an operation, with its kind (two kinds for dual-function calls)."""

OUTPUT = {
    "C_EncryptUpdate": "pEncryptedPart", "C_DecryptUpdate": "pPart", "C_WrapKey": "pWrappedKey", "C_GetOperationState": "pOperationState",
    "C_DigestEncryptUpdate": "pEncryptedPart", "C_DecryptDigestUpdate": "pPart", "C_SignEncryptUpdate": "pEncryptedPart",
    "C_DecryptVerifyUpdate": "pPart", "C_GetSlotList": "pSlotList", "C_GetMechanismList": "pMechanismList",
} | {name: buffer for name, (_, buffer) in (SINGLE | FINAL).items() if buffer}  # fmt: skip
"""Functions whose output length can be queried with a NULL pointer, with the name of that output."""

USED = UPDATE | {name: (kind,) for name, (kind, _) in (SINGLE | FINAL).items()}
"""Functions that require an active operation, with its kinds."""

BEGIN = {kind: name for name, kind in INIT.items()}
"""The function that starts each kind of operation."""

KEYS = {
    "C_WrapKey": ("hWrappingKey", "hKey"),
    "C_UnwrapKey": ("hUnwrappingKey",),
    "C_DeriveKey": ("hBaseKey",),
    "C_DigestKey": ("hKey",),
    "C_EncapsulateKey": ("hPublicKey",),
    "C_DecapsulateKey": ("hPrivateKey",),
} | {name: ("hKey",) for name in INIT if name not in ("C_DigestInit", "C_FindObjectsInit")}
"""Arguments that are the handle of a key, by function."""

OBJECTS = dict.fromkeys(
    ("C_CopyObject", "C_DestroyObject", "C_GetObjectSize", "C_GetAttributeValue", "C_SetAttributeValue"),
    ("hObject",),
)
HANDLES = KEYS | OBJECTS
"""Arguments that are the handle of a key or another object, by function."""
