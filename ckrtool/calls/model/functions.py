"""Which functions begin, feed and end which operation, and which handle and buffer they take."""

from __future__ import annotations

KINDS = {
    "Encrypt": "encrypt", "Decrypt": "decrypt", "Digest": "digest", "Sign": "sign", "SignRecover": "sign-recover", "Verify": "verify",
    "VerifyRecover": "verify-recover", "MessageEncrypt": "message-encrypt", "MessageDecrypt": "message-decrypt",
    "MessageSign": "message-sign",
    "MessageVerify": "message-verify", "VerifySignature": "verify-signature",
}  # fmt: skip
INIT = {f"C_{word}Init": kind for word, kind in KINDS.items()} | {"C_FindObjectsInit": "search"}
"""Functions that begin an operation."""

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
"""Functions that end an operation, with the buffer whose NULL makes the call a size query."""

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
"""Functions that go on with an operation (several for the dual-function ones)."""

OUTPUT = {
    "C_EncryptUpdate": "pEncryptedPart", "C_DecryptUpdate": "pPart", "C_WrapKey": "pWrappedKey", "C_GetOperationState": "pOperationState",
    "C_DigestEncryptUpdate": "pEncryptedPart", "C_DecryptDigestUpdate": "pPart", "C_SignEncryptUpdate": "pEncryptedPart",
    "C_DecryptVerifyUpdate": "pPart", "C_GetSlotList": "pSlotList", "C_GetMechanismList": "pMechanismList",
} | {name: buffer for name, (_, buffer) in (SINGLE | FINAL).items() if buffer}  # fmt: skip
"""The buffer whose length may be asked for with a NULL pointer."""

USED = UPDATE | {name: (kind,) for name, (kind, _) in (SINGLE | FINAL).items()}
"""Every function that needs an operation, with the kinds it needs."""

BEGIN = {kind: name for name, kind in INIT.items()}
"""The function that begins each kind of operation."""

KEYS = {
    "C_WrapKey": ("hWrappingKey", "hKey"),
    "C_UnwrapKey": ("hUnwrappingKey",),
    "C_DeriveKey": ("hBaseKey",),
    "C_DigestKey": ("hKey",),
    "C_EncapsulateKey": ("hPublicKey",),
    "C_DecapsulateKey": ("hPrivateKey",),
} | {name: ("hKey",) for name in INIT if name not in ("C_DigestInit", "C_FindObjectsInit")}
"""Arguments that name a key."""

OBJECTS = dict.fromkeys(
    ("C_CopyObject", "C_DestroyObject", "C_GetObjectSize", "C_GetAttributeValue", "C_SetAttributeValue"),
    ("hObject",),
)
HANDLES = KEYS | OBJECTS
"""Arguments that name an object of any kind."""
