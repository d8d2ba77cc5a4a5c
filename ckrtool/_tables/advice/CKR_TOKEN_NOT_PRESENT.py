"""CKR_TOKEN_NOT_PRESENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_NOT_PRESENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_TOKEN_NOT_PRESENT: The token was not present in its slot at the time that the function was invoked.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'No card in that reader, the reader is not passed through to this VM or container, or the slot number now belongs to another, empty reader',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/libp11#254',
        ('card',),
        None,
    ),
    ('The network HSM, its client daemon, the connector or the proxy is down or out of reach', None, None, None, None, None, None, ('hsm', 'cloud'), None),
    (
        'The card is seen by PC/SC, but the module cannot use it and calls it absent: wrong module for this card, or too old',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#1397',
        ('card',),
        None,
    ),
    (
        'The library cached that the token was away and does not look again before C_Finalize and C_Initialize',
        None,
        None,
        None,
        None,
        None,
        'NLnetLabs/krill#761',
        None,
        None,
    ),
    ('A slot that never has a token (an empty reader, a placeholder): harmless when programs list all slots', None, None, None, None, None, None, None, None),
    (
        'The token store is not the one that was set up (TPM2_PKCS11_STORE unset in this environment), or the TPM cannot be reached',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#319',
        None,
        None,
    ),
    (
        'yubihsm-connector is not running or not found under the configured address',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
    ),
    (
        'Empty placeholder slots for backup or USB HSMs show it; they are harmless',
        None,
        None,
        'luna',
        None,
        None,
        'Thales Luna documentation: System Operational and Error Messages',
        None,
        None,
    ),
    (
        'ICSF is down, or its token data set is not set up',
        None,
        None,
        'ibm-icsf',
        None,
        None,
        'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes',
        None,
        None,
    ),
    (
        "SoftHSM's extra uninitialised slot, of which the provider says it itself; other slots are fine (older releases stop there)",
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#212',
        None,
        None,
    ),
    (
        'The user is not in group pkcs11, the device driver is not loaded, or the token library has unresolved symbols',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'openCryptoki FAQ (Chromium OS mirror)',
        None,
        None,
    ),
    (
        'No link to the appliance: address or port 1792, client or server certificate, or the partition is not assigned to this client',
        None,
        None,
        'luna',
        None,
        None,
        'Keyfactor documentation: example-chrystoki-ha.conf (read 2026-11)',
        None,
        None,
    ),
    (
        'The modules of p11-kit are not those that the service sees: the .module file or pcscd is missing there (initramfs, container)',
        None,
        None,
        'systemd',
        None,
        None,
        'systemd/systemd:src/shared/pkcs11-util.c',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Does PC/SC see the card: opensc-tool --list-readers (or pcsc_scan)? And this module: pkcs11-tool --module M -L ?',
        None,
        None,
        None,
        None,
        None,
        None,
        ('card',),
        None,
    ),
    ('C_GetSlotList(CK_TRUE) and C_GetTokenInfo now, in a fresh process: slot flags alone may be stale', None, None, None, None, None, None, None, None),
    (
        'Network HSM: vtl verify (Luna), enquiry (nShield), curl http://HOST:12345/connector/status (YubiHSM)',
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud'),
        None,
    ),
    (
        "VM or container: is it the USB device itself that is passed through (no 'VMware Virtual USB CCID'), and /run/pcscd/pcscd.comm mounted?",
        None,
        None,
        None,
        None,
        None,
        'LudovicRousseau/CCID#23',
        ('card',),
        None,
    ),
    (
        'With TPM2_PKCS11_LOG_LEVEL=2 the module says which store and which TCTI it takes; is the store readable for this user?',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#319',
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Insert the card or plug in the token, then ask for the slot list again', None, None, None, None, None, None, ('card',), None),
    (
        'Bring the link to the HSM back: client daemon, connector, route, and the registration of this client at the HSM; then restart the program',
        None,
        None,
        None,
        None,
        None,
        None,
        ('hsm', 'cloud'),
        None,
    ),
    (
        'VM: pass the reader\'s USB device itself instead of a shared virtual reader (VMware: usb.generic.allowCCID = "TRUE"); container: mount /run/pcscd',
        None,
        None,
        None,
        None,
        None,
        'vmware/open-vm-tools#129',
        ('card',),
        None,
    ),
    (
        'Set TPM2_PKCS11_STORE for this program to the folder that tpm2_ptool used, give the account group tss, start it again',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#319',
        None,
        None,
    ),
    ('Select the token by label or serial number instead of a slot number', None, None, None, None, None, None, None, None),
    ("Take the module of the card's maker if OpenSC does not know the card", None, None, None, None, None, None, ('card',), None),
    (
        'If a fresh process sees the token, restart the service, or let it C_Finalize and C_Initialize',
        None,
        None,
        None,
        None,
        'ends every session of the process',
        None,
        None,
        None,
    ),
    (
        'Restart pcscd only if the reader itself has vanished',
        None,
        None,
        None,
        None,
        'disconnects every program on the host that uses a card',
        None,
        ('card',),
        None,
    ),
    (
        "Run vtl verify as the program's account until it lists the partition (network, certificates, client registration), then restart the program",
        None,
        None,
        'luna',
        None,
        None,
        'Keyfactor documentation: example-chrystoki-ha.conf (read 2026-11)',
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't initialise anything because a token seems missing: a token that is not seen is not an empty token",
        None,
        None,
        None,
        None,
        'may erase a token that only was not seen',
        None,
        None,
        None,
    ),
    ("Don't poll in a tight loop: wait for the slot event, or pause some seconds between looks", None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = (
    'pkcs11-tool -L: Slot 0 (0x0): Reader ... (empty)',
    'pcsc_scan must show the card; then pkcs11-tool --module MODULE -L again; in a container mount /run/pcscd/pcscd.comm',
)

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_DEVICE_REMOVED',
        'Any error of PC/SC, a service that is not running included',
        ('ykcs11',),
        ('C_GetSlotList', 'C_OpenSession'),
        'Yubico/yubico-piv-tool:ykcs11/utils.c',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_FUNCTION_FAILED',
        'The account is not in group pkcs11, or the token library lacks symbols',
        ('opencryptoki',),
        ('C_GetTokenInfo', 'C_OpenSession', 'C_GetMechanismList'),
        'openCryptoki FAQ (Chromium OS mirror)',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_RECOGNIZED', 'a card is there, but unknown'),
    ('CKR_SLOT_ID_INVALID', 'no such slot'),
    ('CKR_DEVICE_REMOVED', 'removed during the call'),
    ('CKR_SESSION_HANDLE_INVALID', 'what calls with a session return instead'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC before 0.21', 'Called unsupported cards absent; now TOKEN_NOT_RECOGNIZED', 'OpenSC/OpenSC#2037', 'opensc'),
    ('OpenSC', 'Slot flags may say present while C_GetTokenInfo says not present', 'SSSD/sssd#7912', 'opensc'),
    ('privacyIDEA with an HSM', 'After losing the link the web workers had to be restarted', 'privacyidea/privacyidea#787', 'pykcs11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_GetTokenInfo',
    'C_GetMechanismList',
    'C_GetMechanismInfo',
    'C_InitToken',
    'C_OpenSession',
    'C_CloseAllSessions',
    'C_SessionCancel',
    'C_AsyncGetID',
    'C_AsyncJoin',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_TOKEN_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xE0: CKR_TOKEN_NOT_PRESENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_TOKEN_NOT_PRESENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_NO_TOKEN',
    'OpenSC (SC_ERROR)': 'SC_ERROR_CARD_NOT_PRESENT',
    'Pkcs11Interop': 'CKR.CKR_TOKEN_NOT_PRESENT',
    'PyKCS11': 'CKR_TOKEN_NOT_PRESENT (0x000000E0)',
    'libp11 (OpenSSL engine and provider)': 'No PKCS#11 token present',
    'p11-kit': 'The device is not present or unplugged',
    'pkcs11-provider': 'The token was not present in its slot when the function was invoked',
    'pkcs11js': 'CKR_TOKEN_NOT_PRESENT:224',
    'python-pkcs11': 'pkcs11.exceptions.TokenNotPresent',
    'rust-cryptoki': 'RvError::TokenNotPresent',
}
