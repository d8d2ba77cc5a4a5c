"""Requirements of functions and mechanisms: key classes, key types, usage attributes, flags, block sizes and parameters."""

from __future__ import annotations

import re

PUBLIC, PRIVATE, SECRET = "CKO_PUBLIC_KEY", "CKO_PRIVATE_KEY", "CKO_SECRET_KEY"
USES = {
    ("C_EncryptInit", "hKey"): ("CKA_ENCRYPT", (PUBLIC, SECRET), "CKF_ENCRYPT"),
    ("C_DecryptInit", "hKey"): ("CKA_DECRYPT", (PRIVATE, SECRET), "CKF_DECRYPT"),
    ("C_SignInit", "hKey"): ("CKA_SIGN", (PRIVATE, SECRET), "CKF_SIGN"),
    ("C_SignRecoverInit", "hKey"): ("CKA_SIGN_RECOVER", (PRIVATE,), "CKF_SIGN_RECOVER"),
    ("C_VerifyInit", "hKey"): ("CKA_VERIFY", (PUBLIC, SECRET), "CKF_VERIFY"),
    ("C_VerifySignatureInit", "hKey"): ("CKA_VERIFY", (PUBLIC, SECRET), "CKF_VERIFY"),
    ("C_VerifyRecoverInit", "hKey"): ("CKA_VERIFY_RECOVER", (PUBLIC,), "CKF_VERIFY_RECOVER"),
    ("C_MessageEncryptInit", "hKey"): ("CKA_ENCRYPT", (PUBLIC, SECRET), "CKF_ENCRYPT"),
    ("C_MessageDecryptInit", "hKey"): ("CKA_DECRYPT", (PRIVATE, SECRET), "CKF_DECRYPT"),
    ("C_MessageSignInit", "hKey"): ("CKA_SIGN", (PRIVATE, SECRET), "CKF_SIGN"),
    ("C_MessageVerifyInit", "hKey"): ("CKA_VERIFY", (PUBLIC, SECRET), "CKF_VERIFY"),
    ("C_WrapKey", "hWrappingKey"): ("CKA_WRAP", (PUBLIC, SECRET), "CKF_WRAP"),
    ("C_UnwrapKey", "hUnwrappingKey"): ("CKA_UNWRAP", (PRIVATE, SECRET), "CKF_UNWRAP"),
    ("C_DeriveKey", "hBaseKey"): ("CKA_DERIVE", (PRIVATE, SECRET), "CKF_DERIVE"),
    ("C_EncapsulateKey", "hPublicKey"): ("CKA_ENCAPSULATE", (PUBLIC,), "CKF_ENCAPSULATE"),
    ("C_DecapsulateKey", "hPrivateKey"): ("CKA_DECAPSULATE", (PRIVATE,), "CKF_DECAPSULATE"),
}
"""For each function and key argument: the attribute that allows the use, the valid classes, and the mechanism's flag."""

FLAGS = {name: flag for (name, _), (_, _, flag) in USES.items()} | {
    "C_DigestInit": "CKF_DIGEST",
    "C_GenerateKey": "CKF_GENERATE",
    "C_GenerateKeyPair": "CKF_GENERATE_KEY_PAIR",
}
"""The flag that a mechanism must have, by function."""

_TYPES = (
    ("CKM_ECDSA", ("CKK_EC",)),
    ("CKM_ECDH", ("CKK_EC", "CKK_EC_MONTGOMERY")),
    ("CKM_ECMQV", ("CKK_EC",)),
    ("CKM_EDDSA", ("CKK_EC_EDWARDS",)),
    ("CKM_XEDDSA", ("CKK_EC_MONTGOMERY",)),
    ("CKM_AES_", ("CKK_AES",)),
    ("CKM_DES3_", ("CKK_DES3", "CKK_DES2")),
    ("CKM_DES_", ("CKK_DES",)),
    ("CKM_CAMELLIA_", ("CKK_CAMELLIA",)),
    ("CKM_ARIA_", ("CKK_ARIA",)),
    ("CKM_SEED_", ("CKK_SEED",)),
    ("CKM_CHACHA20", ("CKK_CHACHA20",)),
    ("CKM_DSA", ("CKK_DSA",)),
    ("CKM_DH_PKCS", ("CKK_DH",)),
    ("CKM_X9_42", ("CKK_X9_42_DH",)),
    ("CKM_ML_DSA", ("CKK_ML_DSA",)),
    ("CKM_HASH_ML_DSA", ("CKK_ML_DSA",)),
    ("CKM_ML_KEM", ("CKK_ML_KEM",)),
    ("CKM_SLH_DSA", ("CKK_SLH_DSA",)),
    ("CKM_HASH_SLH_DSA", ("CKK_SLH_DSA",)),
)
SYMMETRIC = frozenset(
    {"CKK_AES", "CKK_DES", "CKK_DES2", "CKK_DES3", "CKK_CAMELLIA", "CKK_ARIA", "CKK_SEED", "CKK_CHACHA20"}
)


def key_types(mechanism: str) -> tuple[str, ...]:
    """Return the key types that a mechanism works with; () if that is not known or not restricted."""
    if mechanism.endswith(("_ENCRYPT_DATA", "_KEY_DERIVATION")):
        mechanism = mechanism.replace("_ENCRYPT_DATA", "_")
    if "RSA" in mechanism and "KEY_PAIR_GEN" not in mechanism:
        return ("CKK_RSA",)
    return next((types for prefix, types in _TYPES if mechanism.startswith(prefix)), ())


def classes(function: str, mechanism: str | None, fitting: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the classes `fitting` that a function accepts with a mechanism."""
    types = key_types(mechanism) if mechanism else ()
    if not types:
        return (SECRET,) if mechanism and "HMAC" in mechanism and function != "C_DeriveKey" else fitting
    if types[0] in SYMMETRIC:
        return tuple(name for name in fitting if name == SECRET)
    return tuple(name for name in fitting if name != SECRET)


DIGESTS = frozenset(
    {"CKM_MD2", "CKM_MD5", "CKM_SHA_1", "CKM_RIPEMD128", "CKM_RIPEMD160", "CKM_SHA224", "CKM_SHA256", "CKM_SHA384", "CKM_SHA512",
    "CKM_SHA512_224",
     "CKM_SHA512_256", "CKM_SHA3_224", "CKM_SHA3_256", "CKM_SHA3_384", "CKM_SHA3_512"}
)  # fmt: skip


SIGNING = frozenset(
    {"C_SignInit", "C_VerifyInit", "C_VerifySignatureInit", "C_MessageSignInit", "C_MessageVerifyInit"}
)
CIPHERS = (
    "_CBC", "_CBC_PAD", "_ECB", "_CTR", "_GCM", "_CCM", "_OFB", "_CFB8", "_CFB128", "_KEY_WRAP", "_KEY_WRAP_PAD", "_OAEP",
)  # fmt: skip
_SERVES = (
    (("_KEY_PAIR_GEN",), frozenset({"C_GenerateKeyPair"})),
    (("_KEY_GEN", "_PARAMETER_GEN"), frozenset({"C_GenerateKey"})),
    (("_DERIVE", "_DERIVATION", "_ENCRYPT_DATA"), frozenset({"C_DeriveKey"})),
    (("_CMAC", "_MAC", "_GMAC", "_CMAC_GENERAL", "_MAC_GENERAL"), SIGNING),
    (("_PSS", "_HMAC", "_HMAC_GENERAL"), SIGNING),
)
"""The functions that a mechanism serves, by the end of its name."""
_SIGNS = ("CKM_ECDSA", "CKM_EDDSA", "CKM_DSA", "CKM_ML_DSA", "CKM_SLH_DSA")
_NO_KEY = frozenset({"C_GenerateKey", "C_GenerateKeyPair", "C_DigestInit"})
_NO_CIPHER = SIGNING | {"C_DeriveKey"}


def serves(mechanism: str, function: str) -> bool | None:
    """Return whether a mechanism serves a function, judged by its name; None if the name does not show it."""
    if mechanism in DIGESTS:
        return function == "C_DigestInit"
    for ends, functions in _SERVES:
        if mechanism.endswith(ends):
            return function in functions
    if function in _NO_KEY:
        return False if key_types(mechanism) else None
    if mechanism.startswith(_SIGNS) or "_RSA_PKCS" in mechanism.removeprefix("CKM"):
        return function in SIGNING if mechanism not in ("CKM_RSA_PKCS", "CKM_RSA_PKCS_OAEP") else None
    return False if mechanism.endswith(CIPHERS) and function in _NO_CIPHER else None


BLOCKS = {
    "CKM_AES_CBC": 16,
    "CKM_AES_ECB": 16,
    "CKM_DES3_CBC": 8,
    "CKM_DES3_ECB": 8,
    "CKM_DES_CBC": 8,
    "CKM_DES_ECB": 8,
    "CKM_CAMELLIA_CBC": 16,
}
PADDED = {"CKM_AES_CBC_PAD": 16, "CKM_DES3_CBC_PAD": 8, "CKM_DES_CBC_PAD": 8}
IVS = {
    "CKM_AES_CBC": 16, "CKM_AES_CBC_PAD": 16, "CKM_AES_OFB": 16, "CKM_AES_CFB128": 16, "CKM_AES_CFB8": 16, "CKM_DES3_CBC": 8,
    "CKM_DES3_CBC_PAD": 8,
    "CKM_DES_CBC": 8, "CKM_DES_CBC_PAD": 8, "CKM_CAMELLIA_CBC": 16, "CKM_CAMELLIA_CBC_PAD": 16,
}  # fmt: skip
"""Mechanisms whose parameter is an initialisation vector, with its length in bytes."""
STRUCTURES = {
    "CKM_AES_GCM": ("CK_GCM_PARAMS", (40, 48)),
    "CKM_AES_CCM": ("CK_CCM_PARAMS", (40, 48)),
    "CKM_AES_CTR": ("CK_AES_CTR_PARAMS", (24, 20)),
    "CKM_RSA_PKCS_OAEP": ("CK_RSA_PKCS_OAEP_PARAMS", (40, 20)),
    "CKM_ECDH1_DERIVE": ("CK_ECDH1_DERIVE_PARAMS", (40, 20)),
    "CKM_ECDH1_COFACTOR_DERIVE": ("CK_ECDH1_DERIVE_PARAMS", (40, 20)),
}
"""Mechanisms whose parameter is a structure, with its name and its possible sizes in bytes."""
PSS = ("CK_RSA_PKCS_PSS_PARAMS", (24, 12))
WITHOUT = frozenset(
    {"CKM_RSA_PKCS", "CKM_RSA_X_509", "CKM_AES_ECB", "CKM_DES3_ECB", "CKM_DES_ECB", "CKM_ECDSA", "CKM_AES_KEY_GEN",
    "CKM_RSA_PKCS_KEY_PAIR_GEN",
     "CKM_EC_KEY_PAIR_GEN", "CKM_DES3_KEY_GEN", "CKM_GENERIC_SECRET_KEY_GEN", "CKM_SHA1_RSA_PKCS", "CKM_SHA224_RSA_PKCS",
     "CKM_SHA256_RSA_PKCS",
     "CKM_SHA384_RSA_PKCS", "CKM_SHA512_RSA_PKCS", "CKM_SHA_1_HMAC", "CKM_SHA256_HMAC", "CKM_SHA384_HMAC", "CKM_SHA512_HMAC",
     "CKM_ECDSA_SHA256",
     "CKM_AES_CMAC", *DIGESTS}
)  # fmt: skip
"""Mechanisms that take no parameter."""
_ANY_LENGTH = re.compile(
    r"CKM_(?:SHA|MD|RIPEMD)|CKM_(?:ECDSA|DSA|EDDSA)_?SHA|CKM_EDDSA$|CKM_AES_(?:CMAC|CTR|GCM|CCM|OFB|CFB)"
)


def any_length(mechanism: str | None, function: str) -> bool:
    """Return whether a mechanism takes data of any length in a function: it hashes, pads, or is a stream cipher."""
    if mechanism is None:
        return False
    if mechanism in PADDED and "Encrypt" in function:
        return True
    return "Decrypt" not in function and _ANY_LENGTH.match(mechanism) is not None
