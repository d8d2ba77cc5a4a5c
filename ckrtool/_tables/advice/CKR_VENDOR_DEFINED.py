"""CKR_VENDOR_DEFINED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_VENDOR_DEFINED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = '0x80000000 is the lower end of the range reserved for vendors: every value with the top bit set has the meaning that the vendor of this module gave it, and the same number means different things in different modules. The bare value 0x80000000 itself says only that something specific to the vendor happened.'

WHO_CAN_FIX: tuple[str, ...] = ('vendor', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("A condition of this vendor's own: only its header or manual gives the meaning of the number", None, None, None, None, None, None, None, None, None, None),
    (
        'The link between client and HSM broke (HSM restarted, network, secure channel out of step)',
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud'),
        None,
        None,
        None,
    ),
    (
        "A policy, role or partition rule of this HSM, reported by a code of the vendor's own",
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud'),
        None,
        None,
        None,
    ),
    ("The wrapper has thrown the number away and shows only 'vendor defined' or a general error", None, None, None, None, None, None, None, None, None, None),
    (
        'Versions up to 0.10 turn every vendor code into GeneralError: the number is lost',
        None,
        None,
        'rust-cryptoki',
        None,
        None,
        'parallaxsecond/rust-cryptoki#299',
        None,
        None,
        None,
        None,
    ),
    (
        '0x80000384: the secure messaging to the HSM failed, after a restart of the HSM or a network fault',
        None,
        None,
        'protecttoolkit',
        None,
        None,
        'OpenSC/libp11#615, xipki/pkcs11wrapper#3',
        None,
        None,
        None,
        None,
    ),
    (
        '0xCE534351 and 0xCE534352 (CKR_NSS_CERTDB_FAILED, CKR_NSS_KEYDB_FAILED): the database of configdir is missing, closed to this account, damaged, or of the other kind (sql: or dbm:)',
        None,
        ('C_Initialize', 'slot', 'session'),
        'nss',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        '0xC0000000 and up: ICSF return code in the second byte, reason code in the low half-word',
        None,
        None,
        'ibm-icsf',
        None,
        None,
        'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)',
        None,
        None,
        None,
        None,
    ),
    (
        '0x8000002F (CKR_ECC_POINT_INVALID): CKA_EC_POINT was given as the bare point; Luna wants it in a DER OCTET STRING',
        None,
        ('C_CreateObject', 'C_DeriveKey'),
        'luna',
        None,
        None,
        'OpenSC/OpenSC#1285',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The whole 32-bit value in hex, from pkcs11-spy or the module's own log: ckr decode VALUE lists every vendor that uses it",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Whose module is it? manufacturerID of C_GetInfo (pkcs11-tool --module MODULE -I), then ckr decode VALUE --module MODULE',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "The vendor's header for the number: cryptoki_v2.h (Luna), ctvdef.h (ProtectToolkit), the manual's error table",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Client log of the module and event log of the HSM at that second', None, None, None, None, None, None, None, None, None, None),
    ('ulDeviceError of C_GetSessionInfo, when the session still lives', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Follow the vendor's meaning of the exact number", None, None, None, None, None, None, None, None, None, None),
    (
        "Transport fault: restore the link, see that the vendor's own client tool reaches the HSM, then restart the process so that it initialises and logs in once",
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        ('hsm', 'cloud'),
        None,
        None,
        None,
    ),
    ('A wrapper that hides the number: upgrade it, or put pkcs11-spy between', None, None, None, None, None, None, None, None, None, None),
    (
        'Not in the manual: ticket to the vendor with number, function, module and firmware version, and both logs',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "certutil -L -d sql:FOLDER as the program's account shows whether the database opens; correct configdir and the rights on cert9.db and key4.db; in an empty folder certutil -N -d sql:FOLDER makes a new one",
        None,
        ('C_Initialize', 'slot', 'session'),
        'nss',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Wrap the point: 04 (tag), length, then 04||X||Y; or use a release of the tool that does so',
        None,
        ('C_CreateObject', 'C_DeriveKey'),
        'luna',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not retry before you know the meaning',
        'some vendor codes are authentication or tamper states, where each further try does damage',
        None,
        None,
        None,
        'may burn a PIN try or set off the tamper response',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Do not look the number up in another vendor's list",
        'the same value means different things in different modules',
        None,
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

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_PUBLIC_KEY_INVALID',
        'An EC point that is not wrapped in a DER OCTET STRING, or not on a curve the HSM has (0x8000002F, CKR_ECC_POINT_INVALID)',
        ('luna',),
        ('C_CreateObject', 'C_DeriveKey'),
        'OpenSC/OpenSC#1285, Thales Luna 7 documentation: System Operational and Error Messages (read 2026-11)',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_GENERAL_ERROR', 'what wrappers make of vendor codes'), ('CKR_FUNCTION_FAILED', "the standard's own code for 'failed, no detail'"))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('ProtectToolkit through xipki', '0x80000384 went away only with a new process', 'xipki/pkcs11wrapper#3', 'protecttoolkit'),
    ('SafeNet eToken', '0x81000001 from C_GetAttributeValue', 'jariq/Pkcs7SignatureGenerator#1', 'etoken'),
    ('z/OS ICSF', 'ulDeviceError has the same value', 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)', 'ibm-icsf'),
    ('OpenJDK', 'Newer versions print the possible vendor names of known vendor codes', 'openjdk/jdk#9555', 'java-sunpkcs11'),
    ('jacknji11', 'Names most of the Luna codes that are seen', 'joelhockey/jacknji11#53', 'luna'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x80000000: CKR_VENDOR_DEFINED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_VENDOR_DEFINED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_VENDOR_DEFINED',
    'PyKCS11': 'CKR_VENDOR_DEFINED (0x80000000)',
    'libp11 (OpenSSL engine and provider)': 'Vendor defined',
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:2147483648',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::VendorDefined',
}
