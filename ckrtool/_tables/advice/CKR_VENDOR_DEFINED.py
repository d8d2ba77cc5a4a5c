"""CKR_VENDOR_DEFINED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_VENDOR_DEFINED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = '0x80000000 is the lower end of the range reserved for vendors: every value with the top bit set has the meaning that the vendor of this module gave it, and the same number means different things in different modules. The bare value 0x80000000 itself says only that something specific to the vendor happened.'

WHO_CAN_FIX: tuple[str, ...] = ('vendor', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Value 0x80000000 or above: vendor-specific condition whose meaning only the vendor header or manual gives', None, None, None, None, None, None),
    ('Transport or secure-messaging failure between client and HSM after an HSM restart', None, None, None, None, None, None),
    ('Vendor policy or role error (Luna, ProtectToolkit, Utimaco, ICSF return/reason codes)', None, None, None, None, None, None),
    ('Wrapper collapses it into a generic error', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Print the full 32-bit value in hex and look it up in the vendor's header (Luna cryptoki_v2.h, Utimaco, ProtectToolkit ctvdef.h)",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'z/OS ICSF: codes 0xC0000000 and up: the second byte holds the ICSF return code and the low half-word the reason code; the same value is put in ulDeviceError',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Vendor client log and HSM event log at that time', None, None, None, None, None, None),
    ('Identify the vendor from C_GetInfo.manufacturerID first: the same number means different things per vendor', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Follow the vendor's meaning; for transport errors restore the link and re-initialise or restart the process", None, None, None, None, None, None),
    ('Upgrade wrappers that hide the number', None, None, None, None, None, None),
    ('Open a vendor ticket with number, function and log', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Do not guess: some vendor codes are authentication or tamper states where retries do damage', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_GENERAL_ERROR', 'wrappers may collapse vendor codes into it'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'ProtectToolkit (through xipki)',
        '0x80000384 = failure of the secure messaging to the HSM (HSM restarted or network); a new process was needed',
        'xipki/pkcs11wrapper#3',
        None,
    ),
    ('SafeNet eToken', '0x81000001 from C_GetAttributeValue is vendor-specific', 'jariq/Pkcs7SignatureGenerator#1', None),
    ('IBM z/OS ICSF', '0xC0000000 plus return code and reason code', 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes', None),
    ('rust-cryptoki 0.10', 'Mapped every vendor code to GeneralError, hiding the number', 'parallaxsecond/rust-cryptoki#299', None),
    ('OpenJDK (since a 2022 change)', 'Prints possible vendor names for known vendor codes', 'openjdk/jdk#9555', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
