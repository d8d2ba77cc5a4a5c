"""The structures of PKCS #11 in ctypes (2.40 to 3.2, section 3 "General data types" and section 6 for mechanism parameters).

CK_ULONG is `unsigned long`, and structures are aligned naturally, as on every Unix (only Windows packs them to one byte).
Member names are the standard's, since they go into reports as they are.
"""

from __future__ import annotations

import ctypes

Ulong = ctypes.c_ulong
Pointer = ctypes.c_void_p

ULONG_SIZE = ctypes.sizeof(Ulong)
POINTER_SIZE = ctypes.sizeof(Pointer)
ULONG_MAX = (1 << (8 * ULONG_SIZE)) - 1
"""~0UL: CK_UNAVAILABLE_INFORMATION as a count or length, and -1 as a length that could not be given."""


class Version(ctypes.Structure):
    """CK_VERSION: two bytes."""

    _fields_ = [("major", ctypes.c_ubyte), ("minor", ctypes.c_ubyte)]


def _text(length: int) -> type[ctypes.Array[ctypes.c_ubyte]]:
    return ctypes.c_ubyte * length


class Info(ctypes.Structure):
    """CK_INFO."""

    _fields_ = [
        ("cryptokiVersion", Version),
        ("manufacturerID", _text(32)),
        ("flags", Ulong),
        ("libraryDescription", _text(32)),
        ("libraryVersion", Version),
    ]


class SlotInfo(ctypes.Structure):
    """CK_SLOT_INFO."""

    _fields_ = [
        ("slotDescription", _text(64)),
        ("manufacturerID", _text(32)),
        ("flags", Ulong),
        ("hardwareVersion", Version),
        ("firmwareVersion", Version),
    ]


class TokenInfo(ctypes.Structure):
    """CK_TOKEN_INFO."""

    _fields_ = [
        ("label", _text(32)),
        ("manufacturerID", _text(32)),
        ("model", _text(16)),
        ("serialNumber", _text(16)),
        ("flags", Ulong),
        ("ulMaxSessionCount", Ulong),
        ("ulSessionCount", Ulong),
        ("ulMaxRwSessionCount", Ulong),
        ("ulRwSessionCount", Ulong),
        ("ulMaxPinLen", Ulong),
        ("ulMinPinLen", Ulong),
        ("ulTotalPublicMemory", Ulong),
        ("ulFreePublicMemory", Ulong),
        ("ulTotalPrivateMemory", Ulong),
        ("ulFreePrivateMemory", Ulong),
        ("hardwareVersion", Version),
        ("firmwareVersion", Version),
        ("utcTime", _text(16)),
    ]


class SessionInfo(ctypes.Structure):
    """CK_SESSION_INFO."""

    _fields_ = [("slotID", Ulong), ("state", Ulong), ("flags", Ulong), ("ulDeviceError", Ulong)]


class MechanismInfo(ctypes.Structure):
    """CK_MECHANISM_INFO."""

    _fields_ = [("ulMinKeySize", Ulong), ("ulMaxKeySize", Ulong), ("flags", Ulong)]


class Mechanism(ctypes.Structure):
    """CK_MECHANISM."""

    _fields_ = [("mechanism", Ulong), ("pParameter", Pointer), ("ulParameterLen", Ulong)]


class Attribute(ctypes.Structure):
    """CK_ATTRIBUTE."""

    _fields_ = [("type", Ulong), ("pValue", Pointer), ("ulValueLen", Ulong)]


class InitializeArgs(ctypes.Structure):
    """CK_C_INITIALIZE_ARGS; NSS names the last member LibraryParameters and reads a string there."""

    _fields_ = [
        ("CreateMutex", Pointer),
        ("DestroyMutex", Pointer),
        ("LockMutex", Pointer),
        ("UnlockMutex", Pointer),
        ("flags", Ulong),
        ("pReserved", Pointer),
    ]


class Interface(ctypes.Structure):
    """CK_INTERFACE (3.0)."""

    _fields_ = [("pInterfaceName", Pointer), ("pFunctionList", Pointer), ("flags", Ulong)]


class AsyncData(ctypes.Structure):
    """CK_ASYNC_DATA (3.2)."""

    _fields_ = [
        ("ulVersion", Ulong),
        ("pValue", Pointer),
        ("ulValue", Ulong),
        ("hObject", Ulong),
        ("hAdditionalObject", Ulong),
    ]


class GcmParams(ctypes.Structure):
    """CK_GCM_PARAMS, with ulIvBits (the header's form since 2.40 errata)."""

    _fields_ = [
        ("pIv", Pointer),
        ("ulIvLen", Ulong),
        ("ulIvBits", Ulong),
        ("pAAD", Pointer),
        ("ulAADLen", Ulong),
        ("ulTagBits", Ulong),
    ]


class CcmParams(ctypes.Structure):
    """CK_CCM_PARAMS."""

    _fields_ = [
        ("ulDataLen", Ulong),
        ("pNonce", Pointer),
        ("ulNonceLen", Ulong),
        ("pAAD", Pointer),
        ("ulAADLen", Ulong),
        ("ulMACLen", Ulong),
    ]


class CtrParams(ctypes.Structure):
    """CK_AES_CTR_PARAMS (CK_CAMELLIA_CTR_PARAMS is the same)."""

    _fields_ = [("ulCounterBits", Ulong), ("cb", _text(16))]


class PssParams(ctypes.Structure):
    """CK_RSA_PKCS_PSS_PARAMS."""

    _fields_ = [("hashAlg", Ulong), ("mgf", Ulong), ("sLen", Ulong)]


class OaepParams(ctypes.Structure):
    """CK_RSA_PKCS_OAEP_PARAMS."""

    _fields_ = [
        ("hashAlg", Ulong),
        ("mgf", Ulong),
        ("source", Ulong),
        ("pSourceData", Pointer),
        ("ulSourceDataLen", Ulong),
    ]


class DerivationData(ctypes.Structure):
    """CK_KEY_DERIVATION_STRING_DATA."""

    _fields_ = [
        ("pData", Pointer),
        ("ulLen", Ulong),
    ]


class Ecdh1Params(ctypes.Structure):
    """CK_ECDH1_DERIVE_PARAMS."""

    _fields_ = [
        ("kdf", Ulong),
        ("ulSharedDataLen", Ulong),
        ("pSharedData", Pointer),
        ("ulPublicDataLen", Ulong),
        ("pPublicData", Pointer),
    ]


class EddsaParams(ctypes.Structure):
    """CK_EDDSA_PARAMS."""

    _fields_ = [("phFlag", ctypes.c_ubyte), ("ulContextDataLen", Ulong), ("pContextData", Pointer)]


STRUCTURES: dict[str, type[ctypes.Structure]] = {
    "CK_INFO_PTR": Info,
    "CK_SLOT_INFO_PTR": SlotInfo,
    "CK_TOKEN_INFO_PTR": TokenInfo,
    "CK_SESSION_INFO_PTR": SessionInfo,
    "CK_MECHANISM_INFO_PTR": MechanismInfo,
    "CK_ASYNC_DATA_PTR": AsyncData,
}
"""Structures that a function fills in, by the parameter's type."""

NEVER_ZERO = frozenset((Info, SlotInfo, TokenInfo, SessionInfo))
"""Structures that can't be all zeros once filled in: their texts are padded with blanks, or CKF_SERIAL_SESSION is set."""
