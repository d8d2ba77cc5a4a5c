"""Module families and client stacks.

Compiled by `python -m ckrtool._generate` from data/stacks; never edited by hand.
"""

from __future__ import annotations

STACKS: dict[str, dict[str, object]] = {
    'activclient': {
        'name': 'HID ActivClient',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('activid', 'actividentity', 'acpkcs211'),
        'files': ('acpkcs211.dll', 'acpkcs220.dylib', 'acpkcs.dll'),
        'log': "HKEY_LOCAL_MACHINE\\SOFTWARE\\HID Global\\Logging\\Products\\ActivClient : Enabled = 1 (DWORD), then restart the workstation; the agent's menu opens the log folder and runs Diagnostics",
        'config': (
            {
                'path': 'C:\\Program Files\\HID Global\\ActivClient\\acpkcs211.dll',
                'meaning': 'The module (older: ...\\ActivIdentity\\ActivClient; Program Files (x86) for 32-bit programs): take the one that fits the program',
            },
        ),
        'departure': (
            {
                'text': 'Little is published about its codes. Objects that are missing or outdated after a card was renewed: Clear Cache in the agent; a PIN that seems remembered: Forget PINs; then Diagnostics',
            },
            {
                'text': "The agent's icon tells no reader, no card, and a card that is not recognised apart: look there before the program",
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession', 'C_Login'),
                'ref': 'HID documentation: HID ActivClient 9.7, ActivClient Agent (read 2026-11)',
            },
        ),
    },
    'akis': {
        'name': 'AKIS (Turkish signature and ID cards)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('akisp11', 'akia', 'tubitak akis', 'e-imza'),
        'files': ('akisp11*.dll', 'libakisp11*.dylib', 'libakisp11*.so*'),
        'pin_format': "The card's own PIN; the signature certificate belongs to its holder alone",
        'daemon': {
            'name': 'pcscd (Windows: service SCardSvr)',
            'check': 'systemctl status pcscd.socket pcscd; opensc-tool --list-readers',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': 'macOS, and older releases on Linux: C_Initialize with arguments (CKF_OS_LOCKING_OK) is CKR_ARGUMENTS_BAD; only C_Initialize(NULL) is taken, so let one thread use the module at a time',
                'functions': ('C_Initialize',),
            },
            {
                'text': 'EC keys carry the whole curve in CKA_EC_PARAMS instead of its OID, which some programs cannot read',
                'functions': ('C_GetAttributeValue', 'C_Sign'),
                'ref': 'PeculiarVentures/node-webcrypto-p11#90',
            },
            {
                'text': 'CKR_TOKEN_NOT_RECOGNIZED has been seen with a card in the reader (cause not published): take the newest AKIS package, and look whether its management tool shows the card',
                'functions': ('C_GetTokenInfo', 'C_OpenSession'),
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'athena': {
        'name': 'Athena IDProtect',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('idprotect', 'asecard'),
        'files': ('libASEP11*.so*', 'libAsePkcs*.so*', 'asepkcs*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "Little is published about this module: read the tries in the maker's token manager, not from PIN flags; use this module rather than OpenSC's for the maker's own profile of the card",
            },
        ),
    },
    'awp': {
        'name': 'IDEMIA / Oberthur AWP',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('oberthur', 'awp', 'cosmo'),
        'files': ('libOcsCryptoki*.so*', 'OcsCryptoki*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "Little is published about this module: read the tries in the maker's token manager, not from PIN flags; use this module rather than OpenSC's for the maker's own profile of the card",
            },
        ),
    },
    'aws-kms': {
        'name': 'AWS KMS (aws-kms-pkcs11)',
        'kind': 'module',
        'token': ('cloud',),
        'aliases': ('aws-kms-pkcs11', 'aws_kms_pkcs11'),
        'files': ('aws_kms_pkcs11*.so*', 'libaws_kms_pkcs11*.so*'),
        'manufacturer': ('aws_kms',),
        'log': 'AWS_KMS_PKCS11_DEBUG=1 in the environment writes to standard output',
        'pin_format': 'None: there is no PIN; programs that insist on one may give an empty text',
        'lockout': 'None: AWS credentials and key policies decide',
        'no_generation': 'Nothing can be made through this module: keys are made in AWS KMS, where each one is billed',
        'variable': (
            {
                'name': 'AWS_KMS_PKCS11_DEBUG',
                'kind': 'switch',
                'meaning': 'Any value: trace',
            },
            {
                'name': 'XDG_CONFIG_HOME',
                'kind': 'folder',
                'meaning': "Where the user's configuration is, by default ~/.config",
            },
        ),
        'config': (
            {
                'path': '$XDG_CONFIG_HOME/aws-kms-pkcs11/config.json',
                'meaning': "The user's is tried first (~/.config without the variable): slots with label, kms_key_id, aws_region; credentials come from the usual places of AWS tools",
            },
            {
                'path': '/etc/aws-kms-pkcs11/config.json',
                'meaning': "System-wide, where the user's is not there or no valid JSON",
            },
        ),
        'departure': (
            {
                'text': "With no key configured it lists the account's keys; if AWS refuses or there is none, CKR_FUNCTION_FAILED",
                'functions': ('C_Initialize',),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11:aws_kms_pkcs11.cpp',
            },
            {
                'text': 'CKR_OK for every PIN',
                'functions': ('C_Login',),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11:aws_kms_pkcs11.cpp',
            },
            {
                'text': 'Always CKR_FUNCTION_FAILED',
                'functions': ('C_CloseAllSessions',),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11:aws_kms_pkcs11.cpp',
            },
            {
                'text': 'manufacturerID is empty here; that of the token is aws_kms',
                'functions': ('C_GetInfo',),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11:aws_kms_pkcs11.cpp',
            },
            {
                'text': 'Signing only: nothing is created, and a key is one that config.json names, or all keys of the account',
                'functions': ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject'),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11:README.md',
            },
            {
                'text': 'Wrong lengths are CKR_ARGUMENTS_BAD',
                'functions': ('C_Sign',),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11#16',
            },
            {
                'text': 'Older releases dropped leading zeros, so most P-521 signatures did not verify',
                'functions': ('C_Sign',),
                'ref': 'JackOfMostTrades/aws-kms-pkcs11#50',
            },
        ),
    },
    'azure': {
        'name': 'Azure Managed HSM and Key Vault',
        'kind': 'module',
        'token': ('cloud',),
        'aliases': ('azure key vault', 'azure managed hsm', 'mhsm'),
        'files': ('libmhsm-pkcs11*.so*', 'mhsm-pkcs11*.so*'),
        'departure': (
            {
                'text': 'No PKCS #11 module of Key Vault itself is known; Managed HSM has one for TLS offload with F5 and nginx (libmhsm-pkcs11.so), with few mechanisms; a bridge of another maker has its own rules',
            },
        ),
    },
    'belgian-eid': {
        'name': 'Belgian eID',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('beid', 'belgian eid', 'fedict'),
        'files': ('libbeidpkcs11*.so*', 'libbeidpkcs11*.dylib', 'beidpkcs11*.dll'),
        'log': 'Section [logging] of ~/.config/beid.conf: log_level = debug (error is the default), log_dirname = FOLDER; without it files .BEID* in the home folder',
        'pin_format': "4 to 12 digits, one PIN for both keys of the card; the middleware asks for it in its own dialog or on the reader's PIN pad",
        'lockout': 'Three tries; the issuer holds the PUK',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'config': (
            {
                'path': '~/.config/beid.conf',
                'meaning': 'Settings of the middleware on Linux; macOS: ~/Library/Preferences/beid.conf; Windows: HKEY_CURRENT_USER\\Software\\BEID',
            },
        ),
        'departure': (
            {
                'text': 'A PIN of a wrong length or with other characters is CKR_FUNCTION_FAILED, not CKR_PIN_LEN_RANGE; CKR_FUNCTION_CANCELED: the dialog was cancelled or the PIN pad timed out',
                'functions': ('C_Login', 'C_Sign', 'C_SignFinal', 'C_SetPIN'),
                'ref': 'Fedict/eid-mw:cardcomm/pkcs11/src/cal.cpp',
            },
            {
                'text': 'CKR_DEVICE_ERROR: no reader, pcscd or its library not found, a card that is not activated, or an error of card or PIN pad: insert card and reader again, then eid-viewer must read the card',
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession', 'C_Login', 'C_Sign', 'C_SignFinal'),
            },
            {
                'text': 'CKR_TOKEN_NOT_RECOGNIZED: the card in the reader is not a Belgian eID, or is newer than the middleware: update it, or choose the other reader',
                'functions': ('C_GetTokenInfo', 'C_OpenSession', 'C_GetMechanismList'),
                'ref': 'Fedict/eid-mw:cardcomm/pkcs11/src/cal.cpp',
            },
            {
                'text': 'After the card was taken out every session is CKR_DEVICE_REMOVED, also when it is back: open a new session',
                'functions': ('C_Login', 'C_SignInit', 'C_Sign', 'C_SignFinal', 'C_FindObjectsInit', 'C_GetSessionInfo'),
                'ref': 'Fedict/eid-mw:cardcomm/pkcs11/src/cal.cpp',
            },
            {
                'text': 'PIN dialog: without pinentry on the system CKR_GENERAL_ERROR; faulty cards, PC/SC drivers and a setting that cannot be written end in it too',
                'functions': ('C_Login', 'C_Sign', 'C_SignFinal'),
                'ref': 'Fedict/eid-mw#210, Fedict/eid-mw:cardcomm/pkcs11/src/cal.cpp',
            },
            {
                'text': 'The card is write-protected (CKF_WRITE_PROTECTED): keys and certificates cannot be made, changed or deleted',
                'functions': ('C_GenerateKeyPair', 'C_CreateObject', 'C_DestroyObject'),
                'ref': 'Fedict/eid-mw:cardcomm/pkcs11/src/cal.cpp',
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'bind': {
        'name': 'BIND 9',
        'kind': 'client',
        'caller': 'program',
        'family': 'pkcs11-provider',
        'aliases': ('named', 'bind9', 'dnssec-keyfromlabel', 'dnssec-signzone'),
        'log': "named -g -d 3; the codes are in OpenSSL's error lines ('pkcs11::...'), with PKCS11_PROVIDER_DEBUG=file:/tmp/p11.log all calls of the provider",
        'pin_format': 'pkcs11-module-token-pin = file:/PATH in openssl.cnf, or pin-source=/PATH in the label; the file holds the PIN alone, without a line break (echo -n)',
        'variable': (
            {
                'name': 'OPENSSL_CONF',
                'kind': 'file',
                'meaning': "The openssl.cnf with the provider's or engine's section; named needs it in its own unit, not only in your shell",
            },
        ),
        'config': ({'path': '$OPENSSL_CONF', 'meaning': 'OpenSSL 3: [pkcs11_init] with module, pkcs11-module-path and pkcs11-module-load-behavior = early'},),
        'departure': (
            {
                'text': "With pkcs11-module-load-behavior other than early, signing fails (CKR_TOKEN_NOT_PRESENT from the key store, 'operation not supported for this keytype')",
                'functions': ('C_OpenSession', 'C_SignInit'),
                'ref': 'openssl-projects/pkcs11-provider#266',
            },
            {
                'text': '-E pkcs11 is for the engine (OpenSSL 1.x) only; with the provider leave it out',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'isc-projects/bind9:doc/arm/pkcs11.inc.rst',
            },
            {
                'text': "The key is found by the label's PKCS #11 URI; libp11 confuses keys with the same ID or none: generate each with --id",
                'functions': ('C_FindObjects', 'C_FindObjectsInit'),
                'ref': 'isc-projects/bind9:doc/arm/pkcs11.inc.rst',
            },
            {
                'text': 'SoftHSM with the provider needs pkcs11-module-quirks = no-deinit',
                'functions': ('C_Finalize', 'C_Initialize'),
                'ref': 'isc-projects/bind9:doc/arm/pkcs11.inc.rst',
            },
            {
                'text': "Now and then 'private key is invalid' under load: the provider's key cache mixed up concurrent lookups in releases before mid-2026",
                'functions': ('C_FindObjects', 'C_SignInit', 'C_Sign'),
                'ref': 'openssl-projects/pkcs11-provider#737',
            },
            {
                'text': "named runs as its own user (bind, named), on many systems under AppArmor or SELinux: it must be able to read the module, its configuration and the token folder; journalctl -k | grep -iE 'apparmor|avc' names a refused file (/etc/apparmor.d/local/usr.sbin.named allows it)",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'bit4id': {
        'name': 'Bit4id Universal Middleware',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('bit4id', 'bit4xpki', 'bit4ipki'),
        'files': ('libbit4xpki*.so*', 'libbit4ipki*.so*', 'libbit4opki*.so*', 'libbit4xpki*.dylib', 'bit4xpki*.dll', 'bit4ipki*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'lockout': "The card counts wrong PINs; read the tries in the maker's PIN manager",
        'departure': (
            {
                'text': 'bit4ipki is for cards with an Incard chip, bit4opki for those of Oberthur: with the other one the token is not recognised',
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
                'ref': 'PeculiarVentures/fortify#314',
            },
            {
                'text': 'Windows: C:\\WINDOWS\\System32 holds the module of 64 bits, SysWOW64 that of 32 bits: the other one does not load ("not a valid Win32 application"), and an outdated one neither',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'PeculiarVentures/fortify#314, ctt-gob-es/clienteafirma#111',
            },
            {
                'text': 'Linux: libbit4xpki.so of a signing program crashes OpenSSL (bus error) and works in Firefox and Java programs: use another client, or another release of the module',
                'functions': ('C_Initialize', 'C_Sign'),
                'ref': 'openssl/openssl#12490',
            },
            {
                'text': "OpenSC's module on Italian CNS cards shows one certificate only, or C_Login is CKR_USER_PIN_NOT_INITIALIZED: compare with this module",
                'functions': ('C_Login', 'C_FindObjects'),
                'ref': 'OpenSC/OpenSC#3014, openssl/openssl#12490',
            },
            {
                'text': 'Some releases of bit4ipki.dll hang while certificates are read (cause not published): try the previous one',
                'functions': ('C_FindObjects', 'C_OpenSession'),
                'ref': 'damianofalcioni/Websocket-Smart-Card-Signer#31',
            },
        ),
    },
    'cie': {
        'name': 'Italian CIE',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('carta di identita elettronica', 'italian eid'),
        'files': ('libcie-pkcs11*.so*', 'libcie-pkcs11*.dylib', 'ciepki*.dll'),
        'log': '~/.CIEPKI/CIEPKI_DATE.log (UTC); LIB_LOG_LEVEL=1 in ~/.CIEPKI/config for all details (0 off, 2 info, 3 errors only)',
        'pin_format': 'The last four digits of the eight-digit PIN: the first four come from the pairing of the card with the CIE ID application on this account',
        'lockout': 'The card counts wrong PINs and locks; the holder unlocks it with the PUK in the CIE ID application',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'config': ({'path': '~/.CIEPKI', 'meaning': 'Pairing of each card, log and log level, for each account: another user or a service has none'},),
        'departure': (
            {
                'text': 'CKR_PIN_INCORRECT with the full eight digits: type only the last four; a wrong length is reported as a wrong PIN too',
                'functions': ('C_Login',),
                'ref': 'italia/cie-middleware-linux#29, italia/cie-middleware-linux:cie-pkcs11/PKCS11/CIEP11Template.cpp',
            },
            {
                'text': 'CKR_TOKEN_NOT_RECOGNIZED: a program of 32 bits with the 64-bit software (build it for 64 bits), or a card or ATR that this release does not know: update CIE ID',
                'functions': ('C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'italia/cie-middleware#80, italia/cie-middleware-linux:cie-pkcs11/PKCS11/Slot.cpp',
            },
            {
                'text': 'CKR_PIN_LOCKED: the card is locked (status 6983); unlock it with the PUK in the CIE ID application',
                'functions': ('C_Login',),
                'ref': 'italia/cie-middleware-linux:cie-pkcs11/PKCS11/CIEP11Template.cpp',
            },
            {
                'text': 'C_Login knows CKU_USER (PIN) and CKU_SO (PUK) only: any other user type, a context login too, is CKR_ARGUMENTS_BAD',
                'functions': ('C_Login',),
                'ref': 'italia/cie-middleware-linux:cie-pkcs11/PKCS11/CIEP11Template.cpp',
            },
            {
                'text': 'CKR_DEVICE_REMOVED: the reader was unplugged, or none is left: connect it, then take a new slot list',
                'functions': ('C_GetSlotInfo', 'C_GetSlotList', 'C_OpenSession'),
            },
            {
                'text': 'One RSA key with the label CIE0, for authentication and signature; nothing can be stored on the card',
                'functions': ('C_FindObjects', 'C_GenerateKeyPair', 'C_CreateObject'),
                'ref': 'italia/cie-middleware-linux:cie-pkcs11/PKCS11/CIEP11Template.cpp',
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'classic-client': {
        'name': 'Gemalto Classic Client (GemSafe)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('gemsafe', 'gclib'),
        'files': ('libgclib*.so*', 'gclib*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "CKR_KEY_FUNCTION_NOT_PERMITTED has been seen from C_GenerateKeyPair on a certified signature token (cause not published): it may allow no keys but the issuer's; use the one that is there",
                'functions': ('C_GenerateKeyPair',),
            },
            {
                'text': 'gclib.dll below Program Files (x86) is of 32 bits: use it with a program (a Java, for one) of 32 bits',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'intoolswetrust/jsignpdf#131',
            },
            {
                'text': "Little is published about this module: read the tries in the maker's token manager, not from PIN flags",
            },
        ),
    },
    'cloudhsm-sdk3': {
        'name': 'AWS CloudHSM (client SDK 3)',
        'kind': 'module',
        'token': ('hsm', 'cloud'),
        'family': 'cloudhsm',
        'aliases': ('cloudhsm sdk 3', 'cloudhsm-client'),
        'files': ('libcloudhsm_pkcs11_standard*.so*', 'libcloudhsm_pkcs11_redis*.so*'),
        'log': 'journalctl -u cloudhsm-client, or /opt/cloudhsm/run/cloudhsm_client.log',
        'pin_format': '<CU user name>:<password> of a crypto user (CU), with the colon',
        'lockout': 'A user is locked once five wrong passwords are exceeded, counted per HSM; an admin resets the password',
        'daemon': {
            'name': 'cloudhsm-client',
            'check': 'systemctl status cloudhsm-client',
            'process': 'cloudhsm_client',
        },
        'config': ({'path': '/opt/cloudhsm/etc/cloudhsm_client.cfg', 'meaning': 'The client daemon needs at least one valid address of an HSM of the cluster'},),
        'departure': (
            {
                'text': 'No more sessions is CKR_ARGUMENTS_BAD',
                'functions': ('C_OpenSession',),
                'ref': 'awsdocs/aws-cloudhsm-user-guide#27',
            },
            {
                'text': 'At most 16 KB can be hashed and signed in one go',
                'functions': ('C_Sign', 'C_SignUpdate'),
                'ref': 'AWS CloudHSM User Guide: Known issues for all HSM instances (read 2026-11)',
            },
            {
                'text': 'Attributes that PKCS #11 has and CloudHSM has not are CKR_TEMPLATE_INCONSISTENT in a template, CKR_ATTRIBUTE_TYPE_INVALID when read',
                'ref': 'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes for Client SDK 3 (read 2026-11)',
            },
        ),
    },
    'cloudhsm': {
        'name': 'AWS CloudHSM',
        'kind': 'module',
        'token': ('hsm', 'cloud'),
        'aliases': ('aws cloudhsm', 'cloudhsm sdk 5', 'cavium'),
        'files': ('libcloudhsm_pkcs11*.so*', 'cloudhsm_pkcs11*.dll'),
        'log': 'SDK 5: /opt/cloudhsm/run/cloudhsm-pkcs11.log (Windows: C:\\Program Files\\Amazon\\CloudHSM\\cloudhsm-pkcs11.log), level set with `configure-pkcs11 --log-level debug`. SDK 3: `journalctl -u cloudhsm-client` or /opt/cloudhsm/run/cloudhsm_client.log',
        'pin_format': 'USER:PASSWORD of a crypto user (CU), with the colon',
        'lockout': 'A user is locked once five wrong passwords are exceeded, counted per HSM; an admin resets the password',
        'config': ({'path': '/opt/cloudhsm/etc/cloudhsm-pkcs11.cfg', 'meaning': 'SDK 5: cluster addresses, log, retries; written by configure-pkcs11'},),
        'departure': (
            {
                'text': 'SDK 5: read-only sessions are not supported; C_OpenSession without CKF_RW_SESSION is CKR_FUNCTION_FAILED',
                'functions': ('C_OpenSession',),
                'ref': 'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
            },
            {
                'text': 'A busy HSM is CKR_FUNCTION_FAILED (SDK 5) or CKR_OPERATION_ACTIVE (SDK 3), and CKR_DEVICE_ERROR from C_GetAttributeValue: slow down, do not look for a stray operation',
            },
            {
                'text': 'SDK 3: no more sessions is CKR_ARGUMENTS_BAD',
                'functions': ('C_OpenSession',),
                'ref': 'awsdocs/aws-cloudhsm-user-guide#27',
            },
            {
                'text': 'A cluster of one HSM refuses to use keys until the key availability check is switched off (`configure-pkcs11 --disable-key-availability-check`); a second HSM is the better cure',
                'functions': ('C_SignInit', 'C_EncryptInit'),
                'ref': 'aws-samples/aws-cloudhsm-pkcs11-examples#78',
            },
            {
                'text': 'AES-GCM: the HSM makes the IV, only a zeroed buffer is accepted for it',
                'functions': ('C_EncryptInit',),
                'ref': 'gamringer/php-pkcs11#73',
            },
            {
                'text': 'Wrong call sequences are not detected and give wrong results in place of CKR_OPERATION_NOT_INITIALIZED',
                'ref': 'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
            },
            {
                'text': 'CKA_PRIVATE false is refused, for public keys too',
                'functions': ('C_GenerateKeyPair', 'C_CreateObject'),
                'ref': 'OpenSC/OpenSC#2747',
            },
        ),
    },
    'corepkcs11': {
        'name': 'corePKCS11',
        'kind': 'module',
        'token': ('element', 'software'),
        'aliases': ('core-pkcs11', 'freertos', 'amazon-freertos'),
        'log': 'Map LogError, LogWarn, LogInfo and LogDebug in core_pkcs11_config.h to your logger: they are empty by default, and they name the cause of each refused call',
        'pin_format': 'Any: C_Login is not implemented in the mbedTLS port and always returns CKR_OK; the configured PIN (0000) protects nothing',
        'lockout': 'None: C_Login and C_InitToken of the mbedTLS port check nothing',
        'config': (
            {
                'path': 'core_pkcs11_config.h',
                'meaning': 'Compiled in: pkcs11configMAX_SESSIONS (10), pkcs11configMAX_NUM_OBJECTS (6), pkcs11configMAX_LABEL_LENGTH (32), the labels of keys and certificates',
            },
        ),
        'departure': (
            {
                'text': 'The list of objects is full (pkcs11configMAX_NUM_OBJECTS, 6 by default): CKR_HOST_MEMORY',
                'functions': ('C_CreateObject', 'C_GenerateKeyPair', 'C_FindObjects'),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'The port (PKCS11_PAL_SaveObject) could not store the object, or does not know its label: CKR_DEVICE_MEMORY',
                'functions': ('C_CreateObject', 'C_GenerateKeyPair'),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'Key pairs are EC P-256 only: another key type or curve, or CKA_TOKEN, CKA_PRIVATE, CKA_SIGN or CKA_VERIFY false, is CKR_TEMPLATE_INCONSISTENT; a template without label, CKA_EC_PARAMS, CKA_VERIFY (public), CKA_PRIVATE or CKA_SIGN (private) is CKR_TEMPLATE_INCOMPLETE',
                'functions': ('C_GenerateKeyPair',),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'All pkcs11configMAX_SESSIONS sessions are taken (10 by default): CKR_SESSION_COUNT',
                'functions': ('C_OpenSession',),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'A mutex of mbedTLS that cannot be taken is CKR_CANT_LOCK, or CKR_FUNCTION_FAILED from C_OpenSession: is threading set up (threading_alt.h)?',
            },
            {
                'text': 'It signs with CKM_RSA_PKCS and CKM_ECDSA and verifies with CKM_RSA_X_509 and CKM_ECDSA: every other mechanism of a key pair is CKR_MECHANISM_INVALID',
                'functions': ('C_SignInit', 'C_VerifyInit'),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'CKR_DATA_LEN_RANGE unless the data has exactly the length expected: 32 bytes for CKM_ECDSA (a SHA-256 digest), the DigestInfo of SHA-256 (51 bytes) for CKM_RSA_PKCS, 256 bytes for CKM_RSA_X_509',
                'functions': ('C_Sign', 'C_Verify'),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'CKR_SIGNATURE_LEN_RANGE unless the signature has 64 bytes (P-256, r and s without DER) or 256 (RSA 2048)',
                'functions': ('C_Verify',),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'CKR_OPERATION_NOT_INITIALIZED in the second C_Sign: a call with a NULL buffer, for the length, ends the operation; give a buffer of 64 (P-256) or 256 bytes (RSA 2048) at once, or call C_SignInit again',
                'functions': ('C_Sign',),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'CKR_KEY_TYPE_INCONSISTENT: a public key was given to C_SignInit, a private one to C_VerifyInit, or RSA and EC were mixed up',
                'functions': ('C_SignInit', 'C_VerifyInit'),
                'ref': 'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
            },
            {
                'text': 'CKR_KEY_HANDLE_INVALID also where the stored key cannot be read or parsed (mbedtls_pk_parse_key in the log): was it stored as DER, under the label that the port knows?',
                'functions': ('C_SignInit', 'C_VerifyInit'),
            },
            {
                'text': 'Older releases write ulValueLen only for a NULL buffer: after CKR_BUFFER_TOO_SMALL ask for the length with pValue NULL, and do not take ulValueLen for the length of what was read',
                'functions': ('C_GetAttributeValue',),
                'ref': 'FreeRTOS/corePKCS11#170',
            },
        ),
    },
    'croatian-eid': {
        'name': 'Croatian eID (AKD)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('akd', 'croatian eid'),
        'files': ('libEidPkcs11*.so*', 'AkdEidPkcs11*.dll'),
        'pin_format': 'Digits; where the module shows several tokens, the PIN belongs to the token: log in to the one with the certificate (authentication or signature) that is used',
        'lockout': 'Three tries for each PIN; the issuer holds the PUK',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': 'The card is personalised by its issuer: keys and certificates cannot be made or changed by programs',
                'functions': ('C_GenerateKeyPair', 'C_CreateObject', 'C_DestroyObject'),
            },
            {
                'text': 'Choose the key by its certificate (key usage): one is for authentication, one for signature; a program that takes the first token or certificate uses the wrong one',
                'functions': ('C_FindObjects', 'C_Login', 'C_SignInit'),
            },
            {
                'text': "Little is published about this module: read the tries in the issuer's own program before another login",
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'cryptoauthlib': {
        'name': 'Microchip CryptoAuthLib (ATECC508A, ATECC608, TA100)',
        'kind': 'module',
        'token': ('element',),
        'aliases': ('atecc608', 'atecc608a', 'atecc608b', 'atecc508a', 'trust&go', 'ta100', 'microchip'),
        'files': ('libcryptoauth.so*', 'libcryptoauth*.dylib', 'cryptoauth*.dll'),
        'log': 'Build with PKCS11_DEBUG_ENABLE; the library then prints why a configuration line was refused',
        'no_generation': "A new key takes one of the chip's few slots",
        'config': (
            {
                'path': '/etc/cryptoauthlib/cryptoauthlib.conf',
                'meaning': 'One line: filestore = folder of the slot files',
            },
            {
                'path': '/var/lib/cryptoauthlib/0.conf',
                'meaning': 'Slot 0: device = ATECC608A-TNGTLS, interface = i2c,ADDRESS,BUS (hex), freeslots = 1,2,3, object = private,NAME,SLOT; copied from slot.conf.tmpl',
            },
        ),
        'departure': (
            {
                'text': 'A device or interface line that is not understood, or whose bus driver is not compiled in, is CKR_GENERAL_ERROR, unless a good line after it hides that; without ,BUS after the I2C address bus 0 is meant',
                'functions': ('C_Initialize',),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_config.c',
            },
            {
                'text': 'An empty or too long label line is CKR_ARGUMENTS_BAD',
                'functions': ('C_Initialize',),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_config.c',
            },
            {
                'text': 'A new key needs a slot of the right kind in freeslots and a writable filestore, else CKR_FUNCTION_FAILED',
                'functions': ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject'),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_config.c',
            },
            {
                'text': 'Only objects of a SLOT.N.conf file can be destroyed; those of object lines in the slot file are not marked destroyable (CKR_ACTION_PROHIBITED)',
                'functions': ('C_DestroyObject',),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_config.c',
            },
            {
                'text': 'Before 3.4.1 a NULL output buffer (size query) is CKR_ARGUMENTS_BAD',
                'functions': ('C_Sign',),
                'ref': 'MicrochipTech/cryptoauthlib#315',
            },
            {
                'text': 'Signatures and verifications in one call only: multi-part functions are CKR_FUNCTION_NOT_SUPPORTED; hash first, then C_Sign or C_Verify',
                'functions': ('C_SignUpdate', 'C_SignFinal', 'C_VerifyUpdate', 'C_VerifyFinal'),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_signature.c',
            },
            {
                'text': 'C_SignInit takes every mechanism; C_Sign then answers CKR_MECHANISM_INVALID for all but CKM_ECDSA and CKM_SHA256_HMAC (older releases)',
                'functions': ('C_Sign',),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_signature.c',
            },
            {
                'text': "CKR_DATA_LEN_RANGE unless CKM_ECDSA gets a digest of 32 bytes, CKR_SIGNATURE_LEN_RANGE unless the signature has 64 (r and s without DER); in older releases the module's lock stays taken then, and the next call hangs: restart",
                'functions': ('C_Verify',),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_signature.c',
            },
            {
                'text': 'CKR_DEVICE_ERROR from a verification that the chip did not carry out: another mechanism than CKM_ECDSA or CKM_SHA256_HMAC, or a bus error; a wrong signature is CKR_SIGNATURE_INVALID',
                'functions': ('C_Verify',),
                'ref': 'MicrochipTech/cryptoauthlib:lib/pkcs11/pkcs11_signature.c',
            },
        ),
    },
    'cryptovision': {
        'name': 'cryptovision SCinterface',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('sc/interface', 'scinterface', 'cv act sc/interface'),
        'files': ('cvP11*.dll', 'libcvP11*.so*', 'libcvP11*.dylib'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "Little is published about this module: read the tries in the maker's card manager, not from PIN flags; cards that it has set up are best used by this module, not by OpenSC's",
            },
            {
                'text': 'JSignPdf (Java on macOS) has been reported not to work with this module and a LuxTrust card: try another module for the card',
                'functions': ('C_Sign', 'C_Login'),
                'ref': 'intoolswetrust/jsignpdf#143',
            },
        ),
    },
    'dnie': {
        'name': 'Spanish DNIe',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('spanish eid', 'dni electronico'),
        'files': ('libpkcs11-dnie*.so*', 'libpkcs11-fnmtdnie*.so*'),
        'pin_format': 'The PIN of the DNIe, for the keys of authentication and signature alike',
        'lockout': "The card counts wrong PINs and locks; it is unlocked at the issuer's own terminals",
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': 'OpenSC\'s module in place of this one: C_Login is CKR_GENERAL_ERROR with every PIN for cards whose CA the release does not know ("Cannot verify icc Sub-CA certificate" in its log); a newer OpenSC knows it',
                'functions': ('C_Login',),
                'ref': 'OpenSC/OpenSC#2102, OpenSC/OpenSC#2109',
            },
            {
                'text': 'The card is personalised by its issuer: keys and certificates cannot be made or changed by programs',
                'functions': ('C_GenerateKeyPair', 'C_CreateObject', 'C_DestroyObject'),
            },
            {
                'text': "Little is published about this module's return codes: compare with OpenSC's module (pkcs11-tool -O), and read the tries in the issuer's own tool",
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'ejbca': {
        'name': 'EJBCA and SignServer',
        'kind': 'client',
        'caller': 'program',
        'family': 'java-sunpkcs11',
        'aliases': ('signserver', 'keyfactor', 'primekey'),
        'log': 'Server log; -Dsun.security.pkcs11 debug as for SunPKCS11; clientToolBox PKCS11HSMKeyTool test runs the same calls outside the server',
        'pin_format': 'PIN of the crypto token, in the form the module wants; auto-activation stores it, so a wrong one is tried at every start',
        'lockout': 'Auto-activation logs in again at each restart and health check: deactivate it before the PIN is changed',
        'config': ({'path': 'Crypto token: SHAREDLIBRARYNAME, SLOTLABELTYPE (SLOT_NUMBER, SLOT_INDEX, SLOT_LABEL), SLOTLABELVALUE, PIN, ATTRIBUTES'},),
        'departure': (
            {
                'text': 'SLOT_NUMBER is the slot ID, SLOT_INDEX its position in the list: one given for the other names no slot or a wrong one; SLOT_LABEL avoids both',
                'functions': ('C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'Keyfactor documentation: SignServer PKCS11CryptoToken and P11NGCryptoToken (docs.keyfactor.com, read 2026-11)',
            },
            {
                'text': "Attributes are global for each library: only the file of the first worker counts, so a later one's changes are not seen",
                'functions': ('C_GenerateKeyPair', 'C_CreateObject'),
                'ref': 'Keyfactor documentation: SignServer PKCS11CryptoToken and P11NGCryptoToken (docs.keyfactor.com, read 2026-11)',
            },
            {
                'text': 'A key is seen only with a certificate object of the same CKA_ID: a key made by another tool needs one ("No key with alias")',
                'functions': ('C_FindObjects', 'C_SignInit'),
                'ref': 'Keyfactor documentation: SignServer PKCS11CryptoToken and P11NGCryptoToken (docs.keyfactor.com, read 2026-11)',
            },
            {
                'text': 'The token stays offline while DEFAULTKEY names a key that does not exist, though the login worked',
                'functions': ('C_Login', 'C_FindObjects'),
                'ref': 'Keyfactor documentation: SignServer PKCS11CryptoToken and P11NGCryptoToken (docs.keyfactor.com, read 2026-11)',
            },
            {
                'text': 'SunPKCS11 has no context-specific login: a private key that asks for its PIN each time cannot be used through it (CKR_USER_NOT_LOGGED_IN)',
                'functions': ('C_Sign',),
                'ref': 'intoolswetrust/jsignpdf#210',
            },
            {
                'text': 'CKR_ATTRIBUTE_VALUE_INVALID from a YubiHSM ("truth check failed for attribute 0x1"): the default attributes make public keys with CKA_TOKEN = false; give an attribute file with CKA_TOKEN = true',
                'functions': ('C_GenerateKeyPair',),
                'ref': 'Yubico/yubihsm-shell#391, Keyfactor/ejbca-ce#438',
            },
            {
                'text': '"module jdk.crypto.cryptoki does not export sun.security.pkcs11.wrapper": add --add-exports=jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED to the server\'s Java options',
                'functions': ('C_Initialize',),
                'ref': 'Keyfactor/ejbca-ce#885',
            },
            {
                'text': "CKR_ARGUMENTS_BAD from C_Initialize with a YubiHSM: look first whether the application server has YUBIHSM_PKCS11_CONF in its unit; every module's variable must be set there, not only in your shell",
                'functions': ('C_Initialize',),
            },
            {
                'text': 'CKR_CRYPTOKI_NOT_INITIALIZED behind "Multi-threaded initialization failed" was seen with Java 17 where Java 11 worked with the same set-up: compare the Java releases, and update EJBCA',
                'functions': ('C_Initialize', 'C_GetInfo'),
            },
            {
                'text': "The application server's account and unit count, not your shell: module, its configuration and token folder readable for that account, the module's variable in the unit (Environment=) or in standalone.conf",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'epass2003': {
        'name': 'Feitian ePass2003',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('epass', 'feitian', 'castle'),
        'files': ('libcastle*.so*', 'libcastle*.dylib', 'eps2003csp11*.dll'),
        'pin_format': '8 to 255 characters (as the token reports it)',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'lockout': "The token counts wrong PINs of the user and of the SO; read the tries in the maker's token manager",
        'departure': (
            {
                'text': 'CKR_GENERAL_ERROR from libcastle_v2 with a token that libcastle.so.1.0.0 reads: try the other release of the library',
                'functions': ('C_GetTokenInfo', 'C_OpenSession'),
                'ref': 'OpenSC/OpenSC#2424',
            },
            {
                'text': 'CKR_GENERAL_ERROR where pkcs11-tool chose a mechanism of its own or got the whole file: name it (-m SHA256-RSA-PKCS), or hash first and sign the digest with RSA-PKCS',
                'functions': ('C_SignInit', 'C_SignUpdate', 'C_Sign'),
                'ref': 'OpenSC/OpenSC#1663',
            },
            {
                'text': "OpenSC's module on a token without a PKCS #15 structure: CKR_TOKEN_NOT_PRESENT or CKR_TOKEN_NOT_RECOGNIZED; a token that the maker's tool has set up stays with the maker's module, a new one is set up with pkcs15-init (its -E erases everything)",
                'functions': ('C_GetTokenInfo', 'C_InitToken', 'C_OpenSession'),
                'ref': 'OpenSC/OpenSC#1736, OpenSC/OpenSC#3301, OpenSC/OpenSC#1804',
            },
            {
                'text': '"%1 is not a valid Win32 application": module of 32 bits in a program of 64 bits or the other way round; eps2003csp1164.dll is the one of 64 bits',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'Pkcs11Interop/Pkcs11Interop#25, OpenSC/OpenSC#1663',
            },
            {
                'text': "Newer tokens fail to sign or decrypt with OpenSC's module where older ones work: compare with this module",
                'functions': ('C_Sign', 'C_SignFinal', 'C_Decrypt'),
                'ref': 'OpenSC/OpenSC#2843',
            },
        ),
    },
    'epassng': {
        'name': 'Feitian ePassNG (ePass2000, ePass3000)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('epass3000', 'epass2000'),
        'files': ('libepsng_p11*.so*', 'ngp11v211*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'lockout': "The token counts wrong PINs of the user and of the SO apart; read the tries in the maker's token manager",
        'departure': (
            {
                'text': "CKR_PIN_LOCKED: the PIN of the SO is locked, also for C_InitToken; the user's PIN is another matter (CKR_PIN_INCORRECT there costs a try of its own): ask the maker for a way to reset it",
                'functions': ('C_InitToken', 'C_Login'),
            },
            {
                'text': "Little is published about this module: use it rather than OpenSC's for tokens that the maker's tool has set up",
            },
        ),
    },
    'etoken': {
        'name': 'SafeNet eToken',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('aladdin etoken', 'safenet authentication client', 'sac', 'etpkcs11'),
        'files': ('libeTPkcs11.so*', 'libeToken*.so*', 'libeTPkcs11*.dylib', 'libeToken*.dylib', 'eTPKCS11*.dll'),
        'vendor': 'safenet-etoken',
        'pin_format': 'Token password',
        'lockout': 'The token counts wrong passwords and locks',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': '0x81000001 from C_GetAttributeValue is a vendor-defined code',
                'functions': ('C_GetAttributeValue',),
                'ref': 'jariq/Pkcs7SignatureGenerator#1',
            },
            {
                'text': 'Keys of a 5110 CC want a context-specific login before each signature; SunPKCS11 cannot give it and fails with CKR_USER_NOT_LOGGED_IN; PHP and other clients must log in with CKU_CONTEXT_SPECIFIC between C_SignInit and C_Sign',
                'functions': ('C_Sign',),
                'ref': 'intoolswetrust/jsignpdf#210, gamringer/php-pkcs11#75',
            },
            {
                'text': "With OpenSC's module a 5110+ in factory state fails in C_GetSlotInfo with CKR_DATA_LEN_RANGE until it is personalised",
                'functions': ('C_GetSlotInfo',),
                'ref': 'OpenSC/OpenSC#3478',
            },
            {
                'text': "In a Flatpak sandbox the fixed path /etc/eToken.conf and pcscd's socket must be visible, else the token is not seen",
                'functions': ('C_Initialize', 'C_GetSlotList'),
                'ref': 'LLawli/flatpak-adv-br:drivers/README.md',
            },
            {
                'text': '/etc/eToken.conf sets how many slots there are for readers (PcscSlots) and for software tokens (SoftwareSlots)',
                'functions': ('C_GetSlotList',),
                'ref': 'ArchLinux package of SafeNet Authentication Client (read 2026-11)',
            },
            {
                'text': "OpenSC's module in place of this one: signatures are CKR_GENERAL_ERROR on a 5110+ FIPS, login and certificates work: use libeToken.so",
                'functions': ('C_Sign', 'C_SignFinal'),
                'ref': 'mtrojnar/osslsigncode#465',
            },
            {
                'text': 'CKR_FUNCTION_FAILED before the password dialog (5110+ CC, iKey, MD840 in browser programs; cause not published): try pkcs11-tool with the same module, and the newest SafeNet Authentication Client',
                'functions': ('C_GenerateKeyPair', 'C_Login', 'C_Sign', 'C_CreateObject'),
            },
            {
                'text': 'Slot numbers change between runs (0 and 1): a fixed slot = or slotListIndex = in a Java configuration then finds no token; look which slot has it (pkcs11-tool -L) and set that, or choose by label where the program can',
                'functions': ('C_GetSlotInfo', 'C_OpenSession', 'C_GetTokenInfo'),
            },
        ),
        'config': ({'path': '/etc/eToken.conf', 'meaning': 'Settings of the SafeNet Authentication Client, read by that fixed path; /etc/eToken.common.conf too'},),
    },
    'fabric': {
        'name': 'Hyperledger Fabric',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('hyperledger', 'bccsp'),
        'log': 'FABRIC_LOGGING_SPEC=bccsp_p11=debug:info',
        'config': ({'path': 'core.yaml and orderer.yaml', 'meaning': 'BCCSP: Default: PKCS11, with Library, Label and Pin'},),
        'departure': (
            {
                'text': 'Sessions are kept in a pool; older releases never dropped dead ones (CKR_SESSION_HANDLE_INVALID until a restart) and left a search open on errors (CKR_OPERATION_ACTIVE)',
                'ref': 'hyperledger/fabric#1022, hyperledger/fabric#1976',
            },
            {
                'text': 'Key handles are cached and must be dropped together with the sessions, or a wrong key may be used',
                'ref': 'hyperledger/fabric#1697',
            },
        ),
    },
    'firefox': {
        'name': 'Firefox',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('thunderbird', 'mozilla', 'libreoffice'),
        'log': 'NSS_DEBUG_PKCS11_MODULE=NAME with MOZ_LOG or NSPR_LOG_MODULES=nss_mod_log:4 and NSPR_LOG_FILE=FILE (builds with DEBUG_PKCS11); otherwise load pkcs11-spy in place of the module',
        'store': ({'path': '~/.mozilla/firefox', 'kind': 'folder', 'meaning': 'One folder a profile; pkcs11.txt in it lists the modules'},),
        'config': ({'path': '~/.mozilla/firefox/PROFILE/pkcs11.txt', 'meaning': 'Lists the modules; changed under Security Devices in the settings'},),
        'departure': (
            {
                'text': 'Kept using a session that had become invalid and asked for the PIN again and again',
                'functions': ('C_Login',),
                'ref': 'OpenSC/OpenSC#1935',
            },
            {
                'text': 'Codes are shown as SEC_ERROR_*, several codes sharing one',
                'ref': 'nss-dev/nss:lib/pk11wrap/pk11err.c',
            },
        ),
    },
    'fortanix': {
        'name': 'Fortanix DSM',
        'kind': 'module',
        'token': ('cloud', 'hsm'),
        'aliases': ('fortanix dsm', 'sdkms', 'fortanix'),
        'files': ('fortanix_pkcs11*.so*', 'libfortanix_pkcs11*.so*', 'fortanix_pkcs11*.dll', 'fortanix_pkcs11*.dylib', 'sdkms-pkcs11*.so*'),
        'log': "Logging (system log or file, and the level) in the client configuration: local file, or tab CLIENT CONFIGURATION of the account's settings in DSM",
        'config': ({'path': '/etc/fortanix/pkcs11.conf', 'meaning': 'api_key, api_endpoint (default https://apps.smartkey.io), retry_timeout_millis'},),
        'departure': (
            {
                'text': 'An asymmetric key cannot be wrapped by another asymmetric key',
                'functions': ('C_WrapKey',),
                'ref': 'Fortanix documentation: Clients: PKCS#11 Library (support.fortanix.com, read 2026-11)',
            },
            {
                'text': 'RSA keys of 1024 to 8192 bits; HMAC keys of 112 to 8192 bits: others are refused',
                'functions': ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject'),
                'ref': 'Fortanix documentation: Clients: PKCS#11 Library (support.fortanix.com, read 2026-11)',
            },
            {
                'text': "The account, group or app in DSM may set the client's options: a value that differs from /etc/fortanix/pkcs11.conf may come from there",
                'functions': ('C_Initialize',),
                'ref': "Fortanix documentation: User's Guide: Account Client Configurations (support.fortanix.com, read 2026-11)",
            },
            {
                'text': 'Busy or unreachable service: calls are repeated up to retry_timeout_millis, so a call may hang that long before it fails; check api_endpoint and the network first',
                'functions': ('C_Initialize', 'C_OpenSession', 'C_Sign', 'C_Encrypt', 'C_Decrypt'),
                'ref': "Fortanix documentation: User's Guide: Account Client Configurations (support.fortanix.com, read 2026-11)",
            },
            {
                'text': 'AES modes are CBC, CFB, GCM, OFB (in parts also CTR), DES has ECB and CBC; AES-ECB is not among the supported modes',
                'functions': ('C_EncryptInit', 'C_DecryptInit'),
                'ref': 'Fortanix documentation: Clients: PKCS#11 Library (support.fortanix.com, read 2026-11)',
            },
        ),
    },
    'gnome-keyring': {
        'name': 'GNOME Keyring',
        'kind': 'module',
        'token': ('software',),
        'aliases': ('gnome-keyring-pkcs11',),
        'files': ('gnome-keyring-pkcs11.so*',),
        'manufacturer': ('GNOME Keyring',),
        'vendor': 'gnome-keyring',
        'log': 'GKM_DEBUG=all in the environment of gnome-keyring-daemon, in a build with debugging: messages on its storage alone, in the journal of the session',
        'pin_format': "The keyring's password, usually asked by the daemon's own window",
        'lockout': 'None is counted: the daemon asks again',
        'daemon': {
            'name': 'gnome-keyring-daemon',
            'check': 'systemctl --user status gnome-keyring-daemon; echo $GNOME_KEYRING_CONTROL',
            'variable': 'GNOME_KEYRING_CONTROL',
            'sockets': ('$XDG_RUNTIME_DIR/keyring/pkcs11',),
            'process': 'gnome-keyring-daemon',
        },
        'variable': (
            {
                'name': 'GNOME_KEYRING_CONTROL',
                'kind': 'folder',
                'meaning': "Folder of the daemon's socket; without it $XDG_RUNTIME_DIR/keyring/pkcs11 is tried",
            },
            {
                'name': 'XDG_RUNTIME_DIR',
                'kind': 'folder',
                'meaning': 'Holds keyring/pkcs11; not set in many services, sudo and cron',
            },
        ),
        'store': ({'path': '~/.local/share/keyrings', 'kind': 'folder', 'meaning': "The user's keyrings"},),
        'departure': (
            {
                'text': "Without a daemon to talk to it starts all the same and has no slots; the library description then reads 'GNOME Keyring (without daemon)'",
                'functions': ('C_Initialize', 'C_GetSlotList'),
                'ref': 'Debian package gnome-keyring-pkcs11 42.1',
            },
        ),
    },
    'gnutls': {
        'name': 'GnuTLS',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('p11tool', 'certtool', 'gnutls-cli'),
        'log': "GNUTLS_DEBUG_LEVEL=9 in the environment; p11tool -d 9. Codes are folded into GNUTLS_E_PKCS11_* errors: the module's own trace has the CK_RV",
        'variable': (
            {
                'name': 'GNUTLS_DEBUG_LEVEL',
                'kind': 'value',
                'meaning': '0 to 9',
            },
            {
                'name': 'GNUTLS_PIN',
                'kind': 'value',
                'meaning': 'User PIN for p11tool and other tools; the environment of a process is readable by its user',
            },
            {
                'name': 'GNUTLS_SO_PIN',
                'kind': 'value',
                'meaning': 'SO PIN for p11tool',
            },
        ),
        'departure': (
            {
                'text': "Modules come from p11-kit's configuration unless the program names one (p11tool --provider)",
                'ref': 'gnutls/gnutls:lib/pkcs11.c',
            },
            {
                'text': 'p11tool --so-login --write had a read-only session open when it logged the SO in: CKR_SESSION_READ_ONLY_EXISTS',
                'functions': ('C_Login',),
                'ref': 'softhsm/SoftHSMv2#451',
            },
        ),
    },
    'go-crypto11': {
        'name': 'Go crypto11',
        'kind': 'client',
        'caller': 'code',
        'aliases': ('crypto11', 'thalesignite/crypto11', 'step-ca', 'cosign', 'teleport'),
        'log': 'It writes no log; errors are those of miekg/pkcs11',
        'config': ({'path': 'crypto11.Config, or the JSON file given to ConfigureFromFile', 'meaning': 'Path, TokenLabel, TokenSerial or SlotNumber, Pin, MaxSessions'},),
        'departure': (
            {
                'text': "Opens up to 1024 sessions (MaxSessions) before using one again: set it below the token's limit",
                'functions': ('C_OpenSession',),
                'ref': 'gravitational/teleport#52768',
            },
            {
                'text': 'Sessions are read-write always, so modules that only sign refuse them with CKR_TOKEN_WRITE_PROTECTED',
                'functions': ('C_OpenSession',),
                'ref': 'sigstore/cosign#2685',
            },
            {
                'text': 'One Configure that fails (a wrong PIN) finalises the library for all other contexts of the process',
                'functions': ('C_Finalize',),
                'ref': 'eclipse-keypont/crypto11#113',
            },
            {
                'text': 'Old releases closed idle sessions after 30 seconds, the one that held the login included',
                'functions': ('C_CloseSession',),
                'ref': 'eclipse-keypont/crypto11#9',
            },
        ),
    },
    'go-miekg': {
        'name': 'Go miekg/pkcs11',
        'kind': 'client',
        'caller': 'code',
        'aliases': ('miekg/pkcs11', 'miekg', 'go pkcs11'),
        'log': 'It writes no log; errors read `pkcs11: 0xA0: CKR_PIN_INCORRECT`',
        'departure': (
            {
                'text': 'No attributes are given back at all on CKR_ATTRIBUTE_TYPE_INVALID, although the module filled in the valid ones',
                'functions': ('C_GetAttributeValue',),
                'ref': 'miekg/pkcs11#174',
            },
        ),
    },
    'google-kms': {
        'name': 'Google Cloud KMS',
        'kind': 'module',
        'token': ('cloud',),
        'aliases': ('kmsp11', 'cloud kms', 'google cloud hsm'),
        'files': ('libkmsp11.so*', 'libkmsp11.dylib', 'kmsp11.dll'),
        'manufacturer': ('Google',),
        'log': 'log_directory in the YAML configuration; without it standard error. log_filename_suffix names the files',
        'pin_format': 'Ignored: a login is not needed and any PIN is accepted',
        'lockout': "None: the service account's rights in IAM decide",
        'no_generation': 'A key made here becomes a key of the key ring, which is billed and can never be deleted',
        'variable': (
            {
                'name': 'KMS_PKCS11_CONFIG',
                'kind': 'file',
                'meaning': 'YAML configuration; writable by its owner only, or it is refused',
            },
            {
                'name': 'GOOGLE_APPLICATION_CREDENTIALS',
                'kind': 'file',
                'meaning': 'Key file of the service account, where none belongs to the machine',
            },
        ),
        'config': ({'path': '$KMS_PKCS11_CONFIG', 'meaning': 'tokens: one key_ring a slot; or give the path as pReserved (--init-args)'},),
        'departure': (
            {
                'text': 'If arguments are given to C_Initialize, CKF_OS_LOCKING_OK must be set and CKF_LIBRARY_CANT_CREATE_OS_THREADS must not',
                'functions': ('C_Initialize',),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md',
            },
            {
                'text': 'C_GenerateKey and C_GenerateKeyPair take exactly CKA_LABEL and CKA_KMS_ALGORITHM in the (private) template, and no public template',
                'functions': ('C_GenerateKey', 'C_GenerateKeyPair'),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md',
            },
            {
                'text': 'Digests, C_CreateObject, C_CopyObject, C_SetAttributeValue, wrapping and derivation do not exist',
                'functions': ('C_DigestInit', 'C_CreateObject', 'C_CopyObject', 'C_SetAttributeValue', 'C_WrapKey', 'C_UnwrapKey', 'C_DeriveKey'),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md',
            },
            {
                'text': 'Random data comes in pieces of 8 to 1024 bytes only',
                'functions': ('C_GenerateRandom',),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md',
            },
            {
                'text': '"environment variable KMS_PKCS11_CONFIG is not set": no configuration was found; the service lacks the variable',
                'functions': ('C_Initialize',),
            },
            {
                'text': '"Error occurred when fetching oauth2 token": the library could not get its credentials (CKR_DEVICE_ERROR)',
                'functions': ('C_Initialize',),
                'ref': 'GoogleCloudPlatform/kms-integrations#63',
            },
            {
                'text': '"key ... is not loadable" (unsupported purpose, protection level, state or algorithm) is for information: other keys of the ring work; only enabled HSM keys are shown',
                'functions': ('C_Initialize', 'C_FindObjects'),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/object_loader.cc',
            },
            {
                'text': 'C_InitToken, C_InitPIN, C_SetPIN and C_WaitForSlotEvent do not exist (CKR_FUNCTION_NOT_SUPPORTED)',
                'functions': ('C_InitToken', 'C_InitPIN', 'C_SetPIN', 'C_WaitForSlotEvent'),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md, GoogleCloudPlatform/kms-integrations:kmsp11/util/errors.h',
            },
            {
                'text': 'CKR_KEY_FUNCTION_NOT_PERMITTED, "mechanism 0x1 is not permitted for key": the key\'s algorithm fixes the padding; an rsa-sign-pss key refuses PKCS#1 v1.5: make a key with rsa-sign-pkcs1-..., or ask OpenSSL for PSS (-sigopt rsa_padding_mode:pss)',
                'functions': ('C_SignInit',),
            },
            {
                'text': '"argument pData was unexpectedly null" (CKR_ARGUMENTS_BAD) through OpenSSL 3 and the engine is a logged warning: the signature was made all the same',
                'functions': ('C_Sign',),
                'ref': 'GoogleCloudPlatform/kms-integrations#54',
            },
            {
                'text': 'CKR_OPERATION_ACTIVE from C_SignInit has been seen in web servers after days of work (cause not published), followed by "pData was unexpectedly null": restart the workers',
                'functions': ('C_SignInit',),
            },
            {
                'text': 'KMS stores no certificates: give the file (osslsigncode: -certs FILE, without -pkcs11cert)',
                'functions': ('C_FindObjects', 'C_FindObjectsInit'),
                'ref': 'mtrojnar/osslsigncode#145',
            },
            {
                'text': '"undefined symbol: C_GetFunctionList" names the engine\'s own pkcs11.so: PKCS11_MODULE_PATH (or MODULE_PATH) does not point to libkmsp11.so',
                'functions': ('C_GetFunctionList', 'C_Initialize'),
                'ref': 'GoogleCloudPlatform/kms-integrations#8',
            },
        ),
    },
    'ibm-ep11': {
        'name': 'IBM EP11 (Hyper Protect, GREP11)',
        'kind': 'module',
        'token': ('hsm', 'cloud'),
        'aliases': ('ep11', 'grep11', 'hpcs', 'hyper protect crypto services'),
        'files': ('pkcs11-grep11*.so*', 'libpkcs11-grep11*.so*', 'pkcs11-grep11*.dll'),
        'vendor': 'ibm-ep11',
        'pin_format': 'Hyper Protect Crypto Services: the IAM API key of the user type',
        'lockout': 'Decided by IAM, not by the library',
        'log': 'logging: loglevel (panic to trace) and logpath in grep11client.yaml',
        'config': (
            {
                'path': '/etc/ep11client/grep11client.yaml',
                'meaning': "Endpoint, IAM, keystores, TLS and log of the GREP11 client; it is also looked for next to the program; must be readable by the program's user",
            },
        ),
        'departure': (
            {
                'text': "Local EP11 adapters are reached through openCryptoki's EP11 token (stack opencryptoki); libep11 itself is not a PKCS #11 module",
                'ref': 'opencryptoki/opencryptoki:usr/lib/ep11_stdll/ep11_specific.c',
            },
            {
                'text': 'CKR_FUNCTION_CANCELED means that a control point prohibits the function',
                'ref': 'opencryptoki/opencryptoki#823',
            },
            {
                'text': 'Newer firmware answers CKR_ATTRIBUTE_TYPE_INVALID when CKA_VALUE_LEN of a key that is not symmetric is read; older firmware ignored that',
                'ref': 'opencryptoki/opencryptoki#903',
            },
            {
                'text': 'Hyper Protect Crypto Services ends: instances that still exist on 28 March 2027 are deleted with their keys; move them before',
                'ref': 'IBM Cloud documentation: Setting up PKCS #11 API user types (2026-07)',
            },
            {
                'text': 'The keystores must be initialised once: the SO logs in with the API key of the SO and calls C_InitToken; on keystores in use the same call deletes every key',
                'functions': ('C_InitToken', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject', 'C_FindObjects'),
                'ref': 'IBM Cloud documentation: Setting up PKCS #11 API user types (2026-07), IBM-Cloud/hpcs-pkcs11',
            },
            {
                'text': "Each user type has its own API key: the SO's deletes keystores, the normal user's opens the private keystore, without C_Login only the public one is there: with the wrong key the login or the object fails",
                'functions': ('C_Login', 'C_FindObjects', 'C_CreateObject', 'C_GenerateKeyPair'),
                'ref': 'IBM Cloud documentation: Setting up PKCS #11 API user types (2026-07)',
            },
            {
                'text': 'Java on s390x: use IBM Semeru, and start the program with -Xjit:noResumableTrapHandler',
                'functions': ('C_Initialize',),
                'ref': 'IBM Cloud documentation: Performing cryptographic operations with the PKCS #11 API (read 2026-11)',
            },
            {
                'text': 'The library exists for Linux only (amd64 and s390x)',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'IBM Cloud documentation: Performing cryptographic operations with the PKCS #11 API (read 2026-11)',
            },
        ),
    },
    'ibm-icsf': {
        'name': 'IBM z/OS ICSF',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('icsf', 'csnpca64', 'csnpcapi'),
        'files': ('csnpca64.so', 'csnpca3x.so', 'csnpcapi.so', 'csnpca64', 'csnpcapi'),
        'vendor': 'ibm-icsf-zos',
        'pin_format': 'None: RACF profiles (class CRYPTOZ) decide who may use a token as user or SO',
        'departure': (
            {
                'text': 'CKR_TOKEN_NOT_PRESENT means that ICSF is down or its token data set (TKDS) is not set up',
                'ref': 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)',
            },
            {
                'text': 'CKR_TOKEN_NOT_RECOGNIZED means missing authorisation',
                'ref': 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)',
            },
            {
                'text': 'CKR_DEVICE_REMOVED means that the token was deleted',
                'ref': 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)',
            },
            {
                'text': "0xC0RRSSSS is not a CKR of the standard: RR is ICSF's return code and SSSS its reason code",
                'ref': 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes (read 2026-11)',
            },
        ),
    },
    'idprime': {
        'name': 'IDPrime',
        'kind': 'module',
        'token': ('card',),
        'family': 'etoken',
        'aliases': ('gemalto idprime', 'thales idprime', 'idprime md'),
        'files': ('libIDPrimePKCS11*.so*', 'libIDPrimePKCS11*.dylib', 'IDPrimePKCS11*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'lockout': 'The card counts wrong PINs and locks; read the tries in the SafeNet Authentication Client tools',
        'departure': (
            {
                'text': "The PIN is padded otherwise than OpenSC expects on some cards: with OpenSC's module CKR_DATA_LEN_RANGE from C_Login; use this module",
                'functions': ('C_Login',),
                'ref': 'OpenSC/OpenSC#3263, OpenSC/OpenSC#2202',
            },
            {
                'text': "OpenSC's module in place of this one: CKR_GENERAL_ERROR from the signature of an MD 830, CKR_DATA_LEN_RANGE from the login of an 840: use this module, or a newer OpenSC",
                'functions': ('C_SignFinal', 'C_Sign', 'C_Login'),
                'ref': 'OpenSC/OpenSC#2953, OpenSC/OpenSC#2202',
            },
            {
                'text': 'CKR_FUNCTION_FAILED on an MD 840 when a certificate request is made in the browser (cause not published): try pkcs11-tool with the same module',
                'functions': ('C_GenerateKeyPair', 'C_Sign', 'C_CreateObject'),
                'ref': 'PeculiarVentures/fortify#522',
            },
        ),
        'config': ({'path': '/etc/eToken.conf', 'meaning': 'Settings of the SafeNet Authentication Client, which carries this module'},),
    },
    'jacarta': {
        'name': 'JaCarta',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('aladdin r.d. jacarta', 'jcpkcs11'),
        'files': ('libjcPKCS11*.so*', 'libjcPKCS11*.dylib', 'jcPKCS11*.dll', 'jcPKCS11-2'),
        'vendor': 'jacarta',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
    },
    'java-sunpkcs11': {
        'name': 'Java SunPKCS11',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('sunpkcs11', 'java', 'jdk', 'keytool', 'jarsigner'),
        'log': "-Djava.security.debug=sunpkcs11 (and pkcs11keystore); showInfo = true in the provider's configuration file",
        'config': (
            {
                'path': 'security.provider.N=SunPKCS11 FILE (java.security), keytool -providerArg FILE',
                'meaning': 'FILE: name, library, slot or slotListIndex, attributes, showInfo',
            },
        ),
        'departure': (
            {
                'text': 'No context-specific login: keys that want the PIN for each signature (seen with an eToken 5110 CC) are CKR_USER_NOT_LOGGED_IN when signing',
                'functions': ('C_Sign',),
                'ref': 'intoolswetrust/jsignpdf#210',
            },
            {
                'text': 'The key store contains only private keys that have a certificate with the same CKA_ID',
                'functions': ('C_FindObjects',),
                'ref': 'GoogleCloudPlatform/kms-integrations:kmsp11/docs/user_guide.md, openjdk/jdk:src/jdk.crypto.cryptoki/share/classes/sun/security/pkcs11/P11KeyStore.java',
            },
            {
                'text': 'Key objects from before the session was lost stay unusable (ProviderException from C_SignInit) until they are loaded again',
                'functions': ('C_SignInit',),
                'ref': 'jetty/jetty.project#8157',
            },
            {
                'text': 'Slot IDs are kept in a signed 32-bit number',
                'functions': ('C_GetSlotList',),
                'ref': 'softhsm/SoftHSMv2#199',
            },
        ),
    },
    'jsign': {
        'name': 'Jsign',
        'kind': 'client',
        'caller': 'program',
        'family': 'java-sunpkcs11',
        'aliases': ('net.jsign',),
        'log': "java -Djava.security.debug=sunpkcs11,pkcs11keystore -jar jsign.jar ...; the code is in the last 'Caused by: PKCS11Exception'",
        'pin_format': '--storepass PIN; a wrong one costs a try in each run',
        'config': (
            {
                'path': '--keystore FILE',
                'meaning': 'With --storetype PKCS11: the SunPKCS11 configuration (name, library, slotListIndex), or the name of a provider of java.security (SunPKCS11-NAME)',
            },
        ),
        'departure': (
            {
                'text': '--storetype YUBIKEY needs libykcs11 in its default place (Windows: its folder in PATH); PIV and OPENPGP need no PKCS #11 library at all',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'ebourg/jsign:jsign-crypto/src/main/java/net/jsign/KeyStoreType.java',
            },
            {
                'text': "--storetype OPENSC and NITROKEY go through OpenSC's module; Nitrokeys' keys without a certificate are ignored",
                'functions': ('C_FindObjects', 'C_Initialize'),
                'ref': 'ebourg/jsign:jsign-crypto/src/main/java/net/jsign/KeyStoreType.java',
            },
            {
                'text': "CKR_PIN_LOCKED as cause of 'Unable to load the keystore': the PIN was refused too often before; unlock it with the token maker's tool first",
                'functions': ('C_Login',),
            },
            {
                'text': "'No certificate found in the keystore' now and then with eToken 5110+ FIPS: the key store was empty when it was read; run it again, with the right slotListIndex",
                'functions': ('C_FindObjects', 'C_Login'),
            },
        ),
    },
    'knot': {
        'name': 'Knot DNS',
        'kind': 'client',
        'caller': 'program',
        'family': 'gnutls',
        'aliases': ('knotd', 'keymgr', 'knot-dns'),
        'log': "knotd's log (journalctl -u knot); the same keystore by hand: keymgr ZONE list, as user knot; GNUTLS_DEBUG_LEVEL=9 for the calls",
        'pin_format': 'pin-value= in the PKCS #11 URI of keystore.config, percent-encoded',
        'config': (
            {
                'path': '/etc/knot/knot.conf',
                'meaning': 'keystore: backend: pkcs11, config: "pkcs11:token=TOKEN;pin-value=PIN /PATH/MODULE.so"; the policy names the keystore',
            },
        ),
        'departure': (
            {
                'text': "config is one string of two parts: the PKCS #11 URI, one blank, the module's path; without the path the configuration is invalid, with the token's label misspelt the token is not available",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_OpenSession', 'C_Login'),
                'ref': 'CZ-NIC/knot:doc/reference.rst, CZ-NIC/knot:src/libdnssec/keystore/pkcs11.c',
            },
            {
                'text': 'A keystore that no policy names is not used, not even one with the id default: keys then go to PEM files',
                'functions': ('C_GenerateKeyPair', 'C_FindObjects'),
                'ref': 'CZ-NIC/knot:doc/reference.rst',
            },
            {
                'text': "The policy's algorithm (ecdsap256sha256 unless set) must be one that the token has: it generates the keys itself",
                'functions': ('C_GenerateKeyPair', 'C_SignInit'),
                'ref': 'CZ-NIC/knot:doc/reference.rst',
            },
            {
                'text': "knotd runs as user knot: module, its configuration and the token's folder must be readable and writable for it (SoftHSM: group softhsm)",
                'functions': ('C_Initialize', 'C_GenerateKeyPair'),
            },
            {
                'text': '"token not available" covers every failure of the login or of the list of keys, CKR_PIN_INCORRECT and CKR_PIN_LOCKED too: stop knotd and check the PIN once with p11tool --login before you start it again',
                'functions': ('C_Login', 'C_FindObjectsInit', 'C_GetTokenInfo', 'C_OpenSession'),
            },
            {
                'text': 'The prompt for a PIN is switched off: without pin-value or pin-source in the URI it does not log in and finds no private key',
                'functions': ('C_Login', 'C_GenerateKeyPair', 'C_FindObjects', 'C_SignInit'),
                'ref': 'CZ-NIC/knot:src/libdnssec/keystore/pkcs11.c',
            },
            {
                'text': 'A key generation that fails is reported without its code: put pkcs11-spy between knotd and the module, or try pkcs11-tool --keypairgen with the same type and size, to see which',
                'functions': ('C_GenerateKeyPair',),
            },
            {
                'text': 'Only keys with a CKA_ID of 20 bytes are listed: a key made by another tool needs such an ID',
                'functions': ('C_FindObjects',),
                'ref': 'CZ-NIC/knot:src/libdnssec/keystore/pkcs11.c',
            },
            {
                'text': 'An import that fails at the public key leaves the private one on the token: delete it before the next attempt',
                'functions': ('C_CreateObject',),
            },
        ),
    },
    'krill': {
        'name': 'Krill',
        'kind': 'client',
        'caller': 'program',
        'family': 'rust-cryptoki',
        'aliases': ('nlnetlabs krill', 'rpki'),
        'log': 'log_level = "debug" in krill.conf; signers are announced at the start and connected at the first signature',
        'pin_format': 'user_pin of the signer; leave it out for a PIN pad, login = false where no login is wanted',
        'lockout': 'A failed connection is retried: with a wrong user_pin each retry may cost a try',
        'config': ({'path': 'krill.conf', 'meaning': '[[signers]] type = "PKCS#11", lib_path, slot (ID or label), user_pin, login; read at the start only'},),
        'departure': (
            {
                'text': 'Connects at the first signature, not at the start, and retries: an HSM that is away shows late and does not stop the server',
                'functions': ('C_Initialize', 'C_OpenSession', 'C_Login', 'C_GetSlotList'),
                'ref': 'NLnetLabs/krill:doc/manual/source/hsm.rst',
            },
            {
                'text': 'A token that is away or not initialised yet is taken as a passing failure: the module is initialised again until the token is there; releases before January 2022 need a restart of Krill',
                'functions': ('C_GetTokenInfo', 'C_OpenSession'),
                'ref': 'NLnetLabs/krill#761',
            },
            {
                'text': 'Needs C_GenerateKeyPair, C_SignInit, C_Sign and C_GetAttributeValue: a module without them is unusable',
                'functions': ('C_GenerateKeyPair', 'C_Sign'),
                'ref': 'NLnetLabs/krill:doc/manual/source/hsm.rst',
            },
            {
                'text': 'Makes a signer identity key in the HSM at the first connection: a role that may not create keys fails there',
                'functions': ('C_GenerateKeyPair',),
                'ref': 'NLnetLabs/krill:doc/manual/source/hsm.rst',
            },
            {
                'text': 'slot takes an ID or a label; an ID that changed names no slot',
                'functions': ('C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'NLnetLabs/krill:doc/manual/source/hsm.rst',
            },
            {
                'text': 'A wrong user_pin (CKR_PIN_INCORRECT) is taken as a passing failure too, and tried again: stop Krill before you correct it',
                'functions': ('C_Login',),
            },
            {
                'text': 'CKR_SLOT_ID_INVALID with SoftHSM: a token moves to another slot ID when it is initialised; give its label',
                'functions': ('C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'NLnetLabs/krill#553, softhsm/SoftHSMv2#382, softhsm/SoftHSMv2#660',
            },
            {
                'text': "krill runs as its own user: put the module's variable into its unit (systemctl edit krill, Environment=) and give that user the token folder or the module's group",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'kryoptic': {
        'name': 'Kryoptic',
        'kind': 'module',
        'token': ('software',),
        'aliases': ('libkryoptic_pkcs11',),
        'files': ('libkryoptic*.so*', 'libkryoptic*.dylib', 'kryoptic*.dll'),
        'manufacturer': ('Kryoptic',),
        'vendor': 'kryoptic',
        'variable': (
            {
                'name': 'KRYOPTIC_CONF',
                'kind': 'file',
                'meaning': 'Configuration file (TOML, [[slots]] with slot, dbtype, dbpath); while it is set no other place is tried',
            },
        ),
        'config': (
            {
                'path': '$KRYOPTIC_CONF',
                'meaning': 'First choice; C_Initialize can name one too (pReserved: kryoptic_conf=FILE, or a .sql file)',
            },
            {
                'path': '$XDG_CONFIG_HOME/kryoptic/token.conf',
                'meaning': 'When XDG_CONFIG_HOME is set',
            },
            {
                'path': '~/.config/kryoptic/token.conf',
                'meaning': 'Otherwise, when HOME is set: another user has another configuration',
            },
            {
                'path': '/etc/kryoptic/token.conf',
                'meaning': 'Only without HOME; the folder is set at build time (CONFDIR, else /usr/local/etc)',
            },
        ),
        'departure': (
            {
                'text': 'No configuration file at the default place gives CKR_ARGUMENTS_BAD; a file that is not valid TOML gives CKR_TOKEN_NOT_RECOGNIZED',
                'functions': ('C_Initialize',),
                'ref': 'latchset/kryoptic:src/config.rs',
            },
            {
                'text': 'Every token call on an uninitialised token is CKR_TOKEN_NOT_INITIALIZED (3.2)',
                'ref': 'latchset/kryoptic:src/slot.rs',
            },
            {
                'text': 'CKR_USER_PIN_NOT_INITIALIZED could come out of C_Initialize now and then',
                'functions': ('C_Initialize',),
                'ref': 'latchset/kryoptic#391',
            },
            {
                'text': 'Cancelling message sign and verify operations is always CKR_OPERATION_CANCEL_FAILED',
                'functions': ('C_SessionCancel',),
                'ref': 'latchset/kryoptic:src/fns/sessmgmt.rs',
            },
        ),
    },
    'libp11': {
        'name': 'libp11',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('engine_pkcs11', 'pkcs11 engine', 'openssl engine', 'pkcs11prov'),
        'files': ('libp11.so*', 'libp11*.dylib', 'libp11*.dll'),
        'log': "Engine: `-pre VERBOSE` or VERBOSE in openssl.cnf; errors are OpenSSL's queue, whose reason number is the CK_RV",
        'variable': ({'name': 'PKCS11_MODULE_PATH', 'kind': 'file', 'meaning': 'The module that the engine or provider loads'},),
        'departure': (
            {
                'text': 'libp11.so is a helper library, not a PKCS #11 module: give the module itself to --module',
                'ref': 'OpenSC/libp11#76',
            },
            {
                'text': "Detects a fork and initialises the module again in the child; older releases kept the parent's slot table, so the child met CKR_SLOT_ID_INVALID",
                'functions': ('C_Initialize',),
                'ref': 'OpenSC/libp11#39',
            },
            {
                'text': 'CKR_KEY_FUNCTION_NOT_PERMITTED from a signature makes it try encryption with the same RSA key',
                'functions': ('C_SignInit', 'C_EncryptInit'),
                'ref': 'OpenSC/libp11#122',
            },
            {
                'text': 'Does not log in when the private key is visible without it, so the signature may be CKR_USER_NOT_LOGGED_IN (FORCE_LOGIN)',
                'functions': ('C_Sign',),
                'ref': 'OpenSC/libp11#160, OpenSC/libp11#496',
            },
        ),
    },
    'lithuanian-eid': {
        'name': 'Lithuanian eID',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('litEID', 'lithuanian eid'),
        'files': ('pwpw-card-pkcs11*.so*', 'pwpw-card-pkcs11*.dll', 'mcard-pkcs11*.so*', 'mcard-pkcs11*.dll'),
        'pin_format': 'Digits; where the module shows several tokens, the PIN belongs to the token: log in to the one with the certificate (authentication or signature) that is used',
        'lockout': 'The card counts wrong PINs (three tries on the newer cards); the issuer holds the PUK',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': 'The card is personalised by its issuer: keys and certificates cannot be made or changed by programs',
                'functions': ('C_GenerateKeyPair', 'C_CreateObject', 'C_DestroyObject'),
            },
            {
                'text': 'Choose the key by its certificate (key usage): one is for authentication, one for signature; a program that takes the first token or certificate uses the wrong one',
                'functions': ('C_FindObjects', 'C_Login', 'C_SignInit'),
            },
            {
                'text': 'Two modules exist: pwpw-card-pkcs11 for the older cards (RSA), mcard-pkcs11 for the newer ones (EC): load the one of your card',
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
                'ref': 'web-eid/libelectronic-id:src/electronic-ids/pkcs11/Pkcs11ElectronicID.cpp',
            },
            {
                'text': "Little is published about this module: read the tries in the issuer's own program before another login",
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'luna': {
        'name': 'Thales Luna',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('safenet luna', 'luna hsm', 'chrystoki', 'dpod', 'luna cloud hsm'),
        'files': ('libCryptoki2.so*', 'libCryptoki2_64.so*', 'libCryptoki2*.dylib', 'libcklog2.so*', 'cklog201.dll'),
        'vendor': 'thales-luna',
        'log': 'cklog: let LibUNIX (LibUNIX64) in section Chrystoki2 of Chrystoki.conf name the cklog library, and in section CkLog2 set the same key to the real library, Enabled=1, File=, Error=, NewFormat=1, LoggingMask=ALL_FUNC; keep the file private',
        'pin_format': 'Password of the partition role: Crypto Officer with CKU_USER, Partition SO with CKU_SO; Crypto User has a vendor user type',
        'lockout': 'Crypto Officer: ten wrong tries lock (permanently with HSM policy 15 off: the partition must be initialised again and restored from backup); ten wrong Partition SO tries zeroise the partition, three wrong HSM SO tries zeroise the HSM',
        'variable': (
            {
                'name': 'ChrystokiConfigurationPath',
                'kind': 'folder',
                'meaning': 'Folder of Chrystoki.conf (Windows: crystoki.ini) where it is not in the default place',
            },
        ),
        'config': (
            {
                'path': '$ChrystokiConfigurationPath/Chrystoki.conf',
                'meaning': 'First choice when the variable is set',
            },
            {
                'path': '/etc/Chrystoki.conf',
                'meaning': "Servers, certificates and library paths; the user of the program must be able to read it and the client's private key",
            },
        ),
        'departure': (
            {
                'text': 'Placeholder slots for backup and USB HSMs say CKR_TOKEN_NOT_PRESENT and are harmless; LunaG5Slots=0 in section CardReader of Chrystoki.conf removes those of USB HSMs',
                'functions': ('C_GetSlotList', 'C_GetTokenInfo'),
                'ref': 'Thales Luna 7 documentation: System Operational and Error Messages (read 2026-11)',
            },
            {
                'text': 'Crypto User logs in with a vendor user type; CKU_CONTEXT_SPECIFIC is CKR_USER_TYPE_INVALID',
                'functions': ('C_Login',),
                'ref': 'Pkcs11Interop/Pkcs11Interop#169',
            },
            {
                'text': 'Asking for CKA_VALUE of a sensitive object makes the whole call fail',
                'functions': ('C_GetAttributeValue',),
                'ref': 'lowRISC/opentitan#26453',
            },
            {
                'text': 'C_UnwrapKey of an AES key needs CKA_VALUE_LEN and that of a DES key must not have it; otherwise CKR_ATTRIBUTE_TYPE_INVALID',
                'functions': ('C_UnwrapKey',),
                'ref': 'opencryptoki/opencryptoki#897',
            },
            {
                'text': 'CK_GCM_PARAMS must have ulIvBits filled in',
                'functions': ('C_EncryptInit', 'C_DecryptInit'),
                'ref': 'miekg/pkcs11#83',
            },
            {
                'text': "lunacm uses the maker's own interface, not PKCS #11: the handles and object UIDs that it shows are not object handles of your session",
                'ref': 'bentonstark/py-hsm#15',
            },
            {
                'text': 'Section "LunaSA Client" names server address and port 1792, ClientCertFile, ClientPrivKeyFile and ServerCAFile: the program\'s account must be able to read all of them',
                'functions': ('C_Initialize', 'C_GetSlotList'),
            },
            {
                'text': "No link to the appliance: vtl verify, run as the program's account, must list the partition; if not, check address, port and both certificates",
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
            {
                'text': 'CKR_ECC_POINT_INVALID: curves or point encodings outside the NIST sets; CKA_EC_POINT is wanted as DER OCTET STRING',
                'functions': ('C_CreateObject', 'C_DeriveKey'),
                'ref': 'OpenSC/OpenSC#1285, Thales Luna 7 documentation: System Operational and Error Messages (read 2026-11)',
            },
            {
                'text': 'HA group: when every member was lost, the program must C_Finalize, C_Initialize, open a session and log in again, unless the recovery mode is activeEnhanced (lunacm: hagroup listgroups shows mode and members)',
                'functions': ('C_OpenSession', 'C_SignInit', 'C_Sign', 'C_GetSessionInfo', 'C_FindObjectsInit'),
                'ref': 'Thales Luna 6.2 documentation: HA Auto-Reconnect',
            },
            {
                'text': 'HA group: its serial number changes when the member that founded it is removed: select it by label; members need the same domain and the same Crypto Officer password',
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession', 'C_Login'),
                'ref': 'Thales Luna 7 documentation: Adding/Removing an HA Group Member',
            },
        ),
    },
    'nethsm': {
        'name': 'NetHSM',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('nitrokey nethsm', 'nethsm-pkcs11'),
        'files': ('libnethsm_pkcs11*.so*', 'nethsm-pkcs11*.so*', 'libnethsm_pkcs11*.dylib', 'nethsm_pkcs11*.dll', 'nethsm-pkcs11*.dll'),
        'manufacturer': ('Nitrokey',),
        'log': 'log_level and log_file in p11nethsm.conf, or RUST_LOG=debug (trace, info, warn) in the environment',
        'pin_format': "Passphrase of the NetHSM user that the slot's configuration names as operator (CKU_USER) or administrator (CKU_SO); a password of the form env:NAME in the configuration is read from that variable",
        'variable': (
            {
                'name': 'P11NETHSM_CONFIG_FILE',
                'kind': 'file',
                'meaning': 'The only file that is read while it is set',
            },
            {
                'name': 'RUST_LOG',
                'kind': 'value',
                'meaning': 'trace, debug, info, warn or error',
            },
        ),
        'config': (
            {
                'path': '$P11NETHSM_CONFIG_FILE',
                'meaning': 'First choice; otherwise all of the following are merged',
            },
            {
                'path': '/etc/nitrokey/p11nethsm.conf',
                'meaning': 'System-wide',
            },
            {
                'path': '/usr/local/etc/nitrokey/p11nethsm.conf',
                'meaning': 'Local build',
            },
            {
                'path': '~/.config/nitrokey/p11nethsm.conf',
                'meaning': "The user's",
            },
        ),
        'departure': (
            {
                'text': 'It starts threads: disable_threads in its configuration switches them off (for programs that fork), disable_thread_pool is for programs that unload the library',
                'functions': ('C_Initialize', 'C_Finalize'),
                'ref': 'Nitrokey/nethsm-pkcs11#329, Nitrokey/nethsm-pkcs11#93',
            },
            {
                'text': 'CKR_USER_NOT_LOGGED_IN also for a password or role that the NetHSM refuses (HTTP 401, 403): the log says "Invalid credentials"; keys are made and deleted with the slot\'s administrator, used with its operator',
                'functions': (
                    'C_GenerateKeyPair',
                    'C_GenerateKey',
                    'C_CreateObject',
                    'C_DestroyObject',
                    'C_FindObjectsInit',
                    'C_Sign',
                    'C_SignInit',
                    'C_Decrypt',
                    'C_DecryptInit',
                    'C_Encrypt',
                ),
                'ref': 'Nitrokey/nethsm-pkcs11:pkcs11/src/backend/mod.rs, Nitrokey/nethsm-pkcs11:pkcs11/src/backend/key.rs',
            },
            {
                'text': 'CKR_PIN_INCORRECT also where the password is right and the configured user has another role on the NetHSM: the log says which user was found',
                'functions': ('C_Login',),
                'ref': 'Nitrokey/nethsm-pkcs11:pkcs11/src/backend/login.rs',
            },
            {
                'text': 'CKR_TOKEN_NOT_PRESENT: the NetHSM answers, and is locked or not provisioned (HTTP 412, in the log "not set up properly"): unlock it; or the slot\'s configuration lists no instance',
            },
            {
                'text': 'CKR_DEVICE_REMOVED: no instance of the slot could be reached within its retries ("Retry count exceeded" in the log); list a second instance, or allow retries in the slot\'s configuration',
            },
            {
                'text': 'CKR_DEVICE_ERROR for every other answer of the NetHSM and for TLS: the log has the HTTP status ("Api error") or "Request error"',
                'ref': 'Nitrokey/nethsm-pkcs11:pkcs11/src/backend/mod.rs',
            },
            {
                'text': 'CKR_KEY_HANDLE_INVALID: the key was deleted on the NetHSM since it was found (HTTP 404); find it again',
                'functions': ('C_SignInit', 'C_Sign', 'C_DecryptInit', 'C_Decrypt', 'C_EncryptInit', 'C_Encrypt'),
            },
            {
                'text': 'CKR_ATTRIBUTE_VALUE_INVALID for a public key or data object (private keys, secret keys and certificates only), and for a curve that it does not have (P-224 to P-521 and Curve25519 in the release read)',
                'functions': ('C_CreateObject', 'C_GenerateKeyPair'),
                'ref': 'Nitrokey/nethsm-pkcs11:pkcs11/src/backend/key.rs, Nitrokey/nethsm-pkcs11:pkcs11/src/backend/mod.rs',
            },
            {
                'text': 'CKR_ARGUMENTS_BAD for an attribute that is missing (an RSA key needs both primes and the public exponent, a certificate CKA_ID or CKA_LABEL): the log names it',
                'functions': ('C_CreateObject',),
                'ref': 'Nitrokey/nethsm-pkcs11:pkcs11/src/backend/key.rs, Nitrokey/nethsm-pkcs11:pkcs11/src/backend/mod.rs',
            },
        ),
    },
    'nshield': {
        'name': 'Entrust nShield',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('ncipher', 'nfast', 'cknfast', 'thales nshield'),
        'files': ('libcknfast*.so*', 'cknfast*.dll'),
        'manufacturer': ('nCipher',),
        'vendor': 'entrust-nshield',
        'log': 'CKNFAST_DEBUG=10 and CKNFAST_DEBUGFILE=FILE, in the environment or in /opt/nfast/cknfastrc; keep the file private',
        'pin_format': 'Passphrase of the operator card set or softcard; with preload it is not checked at all',
        'lockout': 'No try counter of the library is known',
        'daemon': {
            'name': 'nShield hardserver',
            'check': '/opt/nfast/bin/enquiry; systemctl status nc_hardserver',
            'sockets': ('/dev/nfast/nserver',),
            'process': 'hardserver',
        },
        'variable': (
            {
                'name': 'CKNFAST_LOADSHARING',
                'kind': 'switch',
                'meaning': '1: one virtual token over all modules',
            },
            {
                'name': 'CKNFAST_FAKE_ACCELERATOR_LOGIN',
                'kind': 'switch',
                'meaning': '1: the accelerator slot (module-protected keys) accepts a login',
            },
            {
                'name': 'CKNFAST_NO_ACCELERATOR_SLOTS',
                'kind': 'switch',
                'meaning': '1: no accelerator slots, which moves the others',
            },
            {
                'name': 'CKNFAST_OVERRIDE_SECURITY_ASSURANCES',
                'kind': 'value',
                'meaning': 'Which insecure operations are allowed nevertheless (tokenkeys;unwrap_mech;...;all)',
            },
            {
                'name': 'CKNFAST_DEBUG',
                'kind': 'value',
                'meaning': "Level of the library's trace",
            },
            {
                'name': 'CKNFAST_DEBUGFILE',
                'kind': 'file',
                'meaning': 'Where the trace goes',
            },
        ),
        'config': ({'path': '/opt/nfast/cknfastrc', 'meaning': 'The same settings for every program of the host'},),
        'store': (
            {
                'path': '/opt/nfast/kmdata/local',
                'kind': 'folder',
                'group': 'nfast',
                'meaning': 'Security World and key files: keys whose files are missing here are not found, even if the HSM is right',
            },
        ),
        'departure': (
            {
                'text': 'Making insecure token keys is refused unless CKNFAST_OVERRIDE_SECURITY_ASSURANCES allows it; set CKA_SENSITIVE instead',
                'functions': ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey'),
                'ref': 'OpenSC/OpenSC#1149',
            },
            {
                'text': 'Removing the last operator card of a card set closes all sessions of that token',
                'ref': 'Entrust nShield documentation: PKCS #11 with load sharing mode (read 2026-11)',
            },
            {
                'text': 'With preload the passphrase given to C_Login is not checked',
                'functions': ('C_Login',),
                'ref': 'Entrust nShield documentation: PKCS #11 library with the preload utility (read 2026-11)',
            },
            {
                'text': 'Token objects made by another process, and key files copied in later, are seen only after a new C_Initialize; CKNFAST_ASSUME_SINGLE_PROCESS=0 makes it look each time, which is much slower',
                'functions': ('C_FindObjects', 'C_FindObjectsInit', 'C_SignInit', 'C_DecryptInit'),
                'ref': 'Pkcs11Interop/Pkcs11Interop#174',
            },
        ),
    },
    'nss': {
        'name': 'NSS softokn',
        'kind': 'module',
        'token': ('software',),
        'aliases': ('softokn', 'softoken', 'libsoftokn3', 'nssckbi'),
        'files': ('libsoftokn3.so*', 'libsoftokn3.dylib', 'softokn3.dll', 'libnssckbi.so*', 'libnssckbi.dylib', 'nssckbi.dll'),
        'vendor': 'nss',
        'log': 'NSS programs: NSS_DEBUG_PKCS11_MODULE="NSS Internal PKCS #11 Module" with NSPR_LOG_MODULES=nss_mod_log:4 and NSPR_LOG_FILE=FILE (debug builds, or builds with DEBUG_PKCS11)',
        'pin_format': 'The password of the database (certutil -W); an empty password is possible',
        'lockout': 'None is counted on disk; in FIPS mode a wrong password is followed by a pause before the next try',
        'variable': (
            {
                'name': 'NSS_LIB_PARAMS',
                'kind': 'value',
                'meaning': "Library parameters (configdir='sql:/path' ...) for programs that pass none to C_Initialize; newer releases",
            },
            {
                'name': 'NSS_LIB_PARAMS_FILE',
                'kind': 'file',
                'meaning': 'File that holds the library parameters; newer releases',
            },
        ),
        'config': ({'path': '/etc/nss/params.config', 'meaning': 'Library parameters used when none are given another way; newer releases on Linux'},),
        'store': ({'path': '~/.pki/nssdb', 'kind': 'folder', 'meaning': 'Database that many programs share: cert9.db, key4.db, pkcs11.txt; configdir= names another'},),
        'departure': (
            {
                'text': 'A key with CKA_EXTRACTABLE false is wrapped all the same (CKM_AES_KEY_WRAP and others): whoever is logged in can take its value out',
                'functions': ('C_WrapKey',),
                'ref': 'measured with softokn 3.87 and an independent program',
            },
            {
                'text': 'With an empty password CKF_LOGIN_REQUIRED is not set: C_Login with an empty PIN is CKR_OK, sessions stay public, and C_Logout is CKR_USER_NOT_LOGGED_IN',
                'functions': ('C_Login', 'C_Logout', 'C_GetSessionInfo'),
                'ref': 'measured with softokn 3.87',
            },
            {
                'text': 'C_Initialize wants a library parameter string (configdir=...) in CK_C_INITIALIZE_ARGS; without one releases such as 3.87 answer CKR_ARGUMENTS_BAD, newer ones start without a database. Pass it with --init-args',
                'functions': ('C_Initialize',),
                'ref': 'nss-dev/nss:lib/softoken/pkcs11.c, openssl-projects/pkcs11-provider:tests/softokn-init.sh, Mastercard/pkcs11-tools#88',
            },
            {
                'text': 'Of its two slots one (the generic crypto slot) is always write-protected',
                'functions': ('C_OpenSession',),
                'ref': 'openssl-projects/pkcs11-provider#159',
            },
            {
                'text': 'After a failed self test in FIPS mode nearly every function is CKR_DEVICE_ERROR until C_Finalize and C_Initialize',
                'ref': 'Mozilla wiki: NSS FIPS module interfaces (read 2026-11)',
            },
            {
                'text': 'A multi-part cipher operation stays active after a failed update',
                'functions': ('C_EncryptUpdate', 'C_DecryptUpdate'),
                'ref': 'openjdk/jdk#1901',
            },
        ),
    },
    'openbao': {
        'name': 'OpenBao and Vault (pkcs11 seal)',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('vault', 'hashicorp vault', 'bao'),
        'log': "Server log at start; the module's own log names the refused call",
        'pin_format': 'pin in the seal stanza or BAO_HSM_PIN (VAULT_HSM_PIN), in the form the module wants',
        'lockout': 'Every restart of the server is a login: stop the service before a wrong pin locks the token',
        'variable': (
            {
                'name': 'BAO_HSM_LIB',
                'kind': 'file',
                'meaning': 'The module, in place of lib',
            },
            {
                'name': 'BAO_HSM_SLOT',
                'kind': 'value',
                'meaning': 'Slot, in place of slot or token_label',
            },
            {
                'name': 'BAO_SEAL_TYPE',
                'kind': 'value',
                'meaning': 'pkcs11, where no seal stanza is used',
            },
        ),
        'config': ({'path': 'seal "pkcs11" { } of the server configuration', 'meaning': 'lib, token_label or slot, pin, key_label, rsa_oaep_hash'},),
        'departure': (
            {
                'text': 'OpenBao makes no key: create it first (pkcs11-tool --keygen or --keypairgen with the label of key_label), else none is found',
                'functions': ('C_FindObjects', 'C_EncryptInit', 'C_DecryptInit'),
                'ref': 'OpenBao documentation 2.5: pkcs11 seal (openbao.org, read 2026-11)',
            },
            {
                'text': 'With SoftHSM2 set rsa_oaep_hash = "sha1": other OAEP hashes are CKR_ARGUMENTS_BAD there',
                'functions': ('C_EncryptInit', 'C_DecryptInit'),
                'ref': 'softhsm/SoftHSMv2#474, eclipse-keypont/crypto11#101, OpenBao documentation: pkcs11 seal (website/content/docs/configuration/seal/pkcs11.mdx, read 2026-11)',
            },
            {
                'text': 'The binary must be the one built with cgo, on a system whose libc fits the module',
                'functions': ('C_Initialize',),
                'ref': 'OpenBao documentation 2.5: pkcs11 seal (openbao.org, read 2026-11)',
            },
            {
                'text': 'Use token_label in place of slot: numbers change with tokens and restarts (CKR_SLOT_ID_INVALID)',
                'functions': ('C_OpenSession', 'C_GetTokenInfo'),
            },
            {
                'text': 'CKR_SLOT_ID_INVALID: slot is a decimal string; a slot that pkcs11-tool lists as 0x2000000000000001 is "2305843009213693953": convert it, or use token_label',
                'functions': ('C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'OpenBao documentation: pkcs11 seal (website/content/docs/configuration/seal/pkcs11.mdx, read 2026-11)',
            },
            {
                'text': 'Only CKM_AES_GCM and CKM_RSA_PKCS_OAEP are used: a token or key without them is CKR_MECHANISM_INVALID or CKR_KEY_TYPE_INCONSISTENT; AES-CBC with HMAC, as in Vault Enterprise, does not exist',
                'functions': ('C_EncryptInit', 'C_DecryptInit'),
            },
            {
                'text': "A PIN given by BAO_HSM_PIN must be set for every start: look at the service's environment before you take CKR_PIN_INCORRECT for a wrong PIN",
                'functions': ('C_Login',),
            },
            {
                'text': 'RSA: public and private key need the same label or ID, and CKA_ENCRYPT and CKA_DECRYPT: a signing pair is CKR_KEY_FUNCTION_NOT_PERMITTED',
                'functions': ('C_FindObjects', 'C_EncryptInit', 'C_DecryptInit'),
            },
            {
                'text': 'After a rotation (new key_label) the old key still decrypts: never delete it',
                'functions': ('C_DestroyObject', 'C_DecryptInit', 'C_FindObjects'),
                'ref': 'OpenBao documentation: pkcs11 seal (website/content/docs/configuration/seal/pkcs11.mdx, read 2026-11)',
            },
            {
                'text': "The server runs as user openbao or vault: put the module's variable into its unit (Environment=) and give that user the token folder, device or group; a container also needs the module's own libraries and configuration",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'opencryptoki': {
        'name': 'openCryptoki',
        'kind': 'module',
        'token': ('hsm', 'software'),
        'aliases': ('ock', 'libopencryptoki'),
        'files': ('libopencryptoki.so*', 'PKCS11_API.so*'),
        'manufacturer': ('IBM',),
        'vendor': 'opencryptoki',
        'log': 'Reasons of C_Initialize go to syslog (`journalctl -t PROGRAM`); OPENCRYPTOKI_TRACE_LEVEL=1..4 writes /var/log/opencryptoki/trace.PID, which the user must be able to write (group pkcs11)',
        'lockout': "The third wrong PIN locks; CKF_USER_PIN_COUNT_LOW goes off when CKF_USER_PIN_FINAL_TRY comes on. A locked SO PIN can only be cleared by removing the token's data files, which deletes all objects",
        'daemon': {
            'name': 'pkcsslotd',
            'check': 'systemctl status pkcsslotd; ls -l /run/opencryptoki/pkcsslotd.socket (3.8: /var/run/pkcsslotd.socket); id -nG shows group pkcs11',
            'sockets': ('/run/pkcsslotd.socket', '/var/run/pkcsslotd.socket', '/run/opencryptoki/pkcsslotd.socket'),
            'process': 'pkcsslotd',
        },
        'variable': (
            {
                'name': 'OPENCRYPTOKI_TRACE_LEVEL',
                'kind': 'value',
                'meaning': '1 errors, 2 warnings, 3 informational, 4 development',
            },
            {
                'name': 'OCK_EP11_TOKEN_DIR',
                'kind': 'folder',
                'meaning': "Where the EP11 token's own configuration is, in place of /etc/opencryptoki",
            },
            {
                'name': 'PKCS_APP_STORE',
                'kind': 'folder',
                'meaning': 'Token data in place of the built-in folder; meant for debugging',
            },
        ),
        'config': (
            {
                'path': '/etc/opencryptoki/opencryptoki.conf',
                'meaning': 'Read by pkcsslotd when it starts: which slots there are and which token library each has',
            },
            {
                'path': '/etc/opencryptoki/strength.conf',
                'meaning': 'Newer releases; C_Initialize fails with CKR_GENERAL_ERROR when it is missing or unreadable',
            },
            {
                'path': '/etc/opencryptoki/policy.conf',
                'meaning': 'Optional: which mechanisms and key sizes are allowed',
            },
        ),
        'store': ({'path': '/var/lib/opencryptoki', 'kind': 'folder', 'group': 'pkcs11', 'meaning': 'Token data, one folder a token; folder mode 0770 root:pkcs11'},),
        'departure': (
            {
                'text': 'pkcsslotd not running is CKR_FUNCTION_FAILED',
                'functions': ('C_Initialize',),
                'ref': 'opencryptoki/opencryptoki#671',
            },
            {
                'text': 'A user who is not in group pkcs11 gets CKR_FUNCTION_FAILED',
                'functions': ('C_Initialize',),
                'ref': 'opencryptoki/opencryptoki#507',
            },
            {
                'text': 'Shared memory of the slot daemon that cannot be attached is CKR_HOST_MEMORY',
                'functions': ('C_Initialize',),
                'ref': 'opencryptoki/opencryptoki#370',
            },
            {
                'text': 'A policy refusal is CKR_FUNCTION_FAILED with ulDeviceError of C_GetSessionInfo set to CKR_POLICY_VIOLATION',
                'ref': 'opencryptoki/opencryptoki#509',
            },
            {
                'text': 'While a PIN must be changed, C_Login succeeds and almost every other call is CKR_PIN_EXPIRED until C_SetPIN',
                'functions': ('C_Login',),
                'ref': 'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c',
            },
            {
                'text': 'A new PIN equal to the old one is CKR_PIN_INVALID; so is a wrong old PIN, where the token has the newer data format (tokversion 3.12)',
                'functions': ('C_SetPIN',),
                'ref': 'opencryptoki/opencryptoki:usr/lib/common/new_host.c',
            },
            {
                'text': "A child process cannot use the parent's initialisation: it needs its own C_Initialize",
                'functions': ('C_Initialize',),
                'ref': 'OpenSC/libp11#245',
            },
            {
                'text': 'EP11 and CCA tokens: CKR_FUNCTION_CANCELED means that a control point of the adapter prohibits the function',
                'ref': 'opencryptoki/opencryptoki#823',
            },
        ),
    },
    'opendnssec': {
        'name': 'OpenDNSSEC',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('ods', 'ods-enforcer', 'ods-signer'),
        'log': 'syslog of ods-enforcerd and ods-signerd; ods-hsmutil list and ods-hsmutil test REPOSITORY run the same library by hand',
        'pin_format': '<PIN> of the repository, or typed once with ods-hsmutil login',
        'lockout': 'Both daemons log in at their start: stop both before the PIN is changed',
        'config': (
            {
                'path': '/etc/opendnssec/conf.xml',
                'meaning': '<Repository name=...> with <Module>, <TokenLabel>, <PIN>, <SkipPublicKey/>, <RequireBackup/>, <AllowExtraction/>',
            },
        ),
        'departure': (
            {
                'text': 'The token is found by its label: a wrong <TokenLabel> finds none',
                'functions': ('C_GetSlotList', 'C_OpenSession'),
                'ref': 'opendnssec/opendnssec: enforcer backup command and conf.xml (Repository), opendnssec/opendnssec:libhsm/src/lib/libhsm.c',
            },
            {
                'text': 'Without <SkipPublicKey/> the public key is stored too: a token that is full or refuses it fails there',
                'functions': ('C_GenerateKeyPair',),
                'ref': 'opendnssec/opendnssec: enforcer backup command and conf.xml (Repository), opendnssec/opendnssec:libhsm/src/lib/libhsm.c',
            },
            {
                'text': 'With <RequireBackup/> keys are not used until they are marked as backed up: that is not a failure of the HSM',
                'ref': 'opendnssec/opendnssec: enforcer backup command and conf.xml (Repository)',
            },
            {
                'text': 'The daemons run as their own user: module, configuration and token folder must be readable for it',
                'functions': ('C_Initialize',),
            },
            {
                'text': '"Incorrect PIN for repository NAME" is CKR_PIN_INCORRECT; any other failure of the login is reported without its code: run ods-hsmutil login and the module\'s own log',
                'functions': ('C_Login',),
                'ref': 'opendnssec/opendnssec:libhsm/src/lib/libhsm.c',
            },
            {
                'text': '"PKCS#11 module load failed: PATH" is CKR_FUNCTION_FAILED before any call: file missing, wrong architecture, a library it needs missing (ldd PATH), or no C_GetFunctionList',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
            },
            {
                'text': '"could not find token with the name LABEL": compare all 32 characters with pkcs11-tool -L; CKR_TOKEN_NOT_RECOGNIZED or CKR_TOKEN_NOT_PRESENT of another slot\'s C_GetTokenInfo is reported first',
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
            {
                'text': 'Sessions are always opened read-write ("Open first session"): a write-protected token is CKR_TOKEN_WRITE_PROTECTED',
                'functions': ('C_OpenSession',),
                'ref': 'opendnssec/opendnssec:libhsm/src/lib/libhsm.c',
            },
            {
                'text': '"Clone session" with CKR_SESSION_COUNT: each further context opens one session per repository; lower the number of threads (<SignerThreads>), or raise the token\'s limit',
                'functions': ('C_OpenSession',),
            },
            {
                'text': 'CKR_CRYPTOKI_ALREADY_INITIALIZED for a second repository with the same library is expected and ignored',
                'functions': ('C_Initialize',),
                'ref': 'opendnssec/opendnssec:libhsm/src/lib/libhsm.c',
            },
        ),
    },
    'opensc': {
        'name': 'OpenSC',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('opensc-pkcs11', 'onepin-opensc-pkcs11'),
        'files': (
            'opensc-pkcs11.so*',
            'onepin-opensc-pkcs11.so*',
            'opensc-pkcs11.dylib',
            'onepin-opensc-pkcs11.dylib',
            'opensc-pkcs11*.dll',
            'onepin-opensc-pkcs11*.dll',
        ),
        'manufacturer': ('OpenSC Project',),
        'log': 'OPENSC_DEBUG=9 in the environment (stderr), or `debug = 9;` and `debug_file = ...;` in the app block of opensc.conf; the trace may hold PINs, keep it private',
        'pin_format': "The card's own PIN; NULL with a PIN pad reader (CKF_PROTECTED_AUTHENTICATION_PATH)",
        'lockout': "The card counts and locks; the token's PIN flags are renewed from the card where its driver can read the counter (SmartCard-HSM: pkcs15-tool --list-pins shows the wrong number, sc-hsm-tool the true one)",
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd; opensc-tool --list-readers',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'variable': (
            {
                'name': 'OPENSC_CONF',
                'kind': 'file',
                'meaning': 'Configuration file in place of the built-in path',
            },
            {
                'name': 'OPENSC_DEBUG',
                'kind': 'value',
                'meaning': 'Debug level 0 to 9, over the one of opensc.conf',
            },
            {
                'name': 'OPENSC_DRIVER',
                'kind': 'value',
                'meaning': 'Card driver to use, over card_drivers of opensc.conf',
            },
        ),
        'config': (
            {
                'path': '$OPENSC_CONF',
                'meaning': 'First choice',
            },
            {
                'path': '/etc/opensc/opensc.conf',
                'meaning': 'Debian and Ubuntu',
            },
            {
                'path': '/etc/opensc.conf',
                'meaning': 'A build with sysconfdir /etc',
            },
        ),
        'departure': (
            {
                'text': 'Every card status without a mapping is CKR_GENERAL_ERROR; older card drivers report even a wrong PIN that way, so look at the PIN flags before another login',
                'ref': 'OpenSC/OpenSC:src/pkcs11/misc.c, OpenSC/OpenSC#871',
            },
            {
                'text': 'A card reset by another program counts as removal; a reader that was unplugged is CKR_TOKEN_NOT_PRESENT',
                'ref': 'OpenSC/OpenSC#850, OpenSC/OpenSC:src/pkcs11/misc.c',
            },
            {
                'text': "Any 'wrong length' from the card is CKR_DATA_LEN_RANGE, a PIN of the wrong length included",
                'functions': ('C_Login',),
                'ref': 'OpenSC/OpenSC:src/pkcs11/misc.c, OpenSC/OpenSC#3263',
            },
            {
                'text': "Card status 'security status not satisfied' is CKR_USER_NOT_LOGGED_IN, for example after another program used the card",
                'functions': ('C_Sign', 'C_Decrypt'),
                'ref': 'OpenSC/OpenSC#596',
            },
            {
                'text': 'Slot IDs may change between two calls when readers come and go',
                'functions': ('C_GetSlotList',),
                'ref': 'OpenSC/OpenSC#1945',
            },
            {
                'text': 'SmartCard-HSM: an SO login reports success for any SO PIN of the right shape; it is verified when it is used',
                'functions': ('C_Login',),
                'ref': 'OpenSC/OpenSC#889',
            },
        ),
    },
    'openssh': {
        'name': 'OpenSSH',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('ssh', 'ssh-agent', 'ssh-keygen', 'ssh-pkcs11-helper'),
        'log': "ssh -vvv; ssh-agent -d; ssh-pkcs11-helper -v. Codes are printed as decimal numbers, as in 'C_Login failed: 160'",
        'variable': ({'name': 'SSH_PKCS11_HELPER', 'kind': 'file', 'meaning': 'The helper that ssh-agent starts to load modules'},),
        'departure': (
            {
                'text': 'OpenSSH was logged in already and takes CKR_USER_ALREADY_LOGGED_IN for success: the failure to look for is in a later line',
                'functions': ('C_Login',),
                'ref': 'openssh/openssh-portable:ssh-pkcs11.c',
            },
            {
                'text': 'ssh-agent loads modules only from allowed folders (-P PATTERN, default /usr/lib*/* and /usr/local/lib*/*)',
                'ref': 'ssh-agent(1)',
            },
        ),
    },
    'optee': {
        'name': 'OP-TEE',
        'kind': 'module',
        'token': ('tee',),
        'aliases': ('op-tee', 'libckteec', 'ckteec'),
        'files': ('libckteec.so*',),
        'manufacturer': ('Linaro',),
        'vendor': 'optee-pkcs11-ta',
        'log': 'libckteec writes errors to stderr (more in builds with CFG_TEE_CLIENT_LOG_LEVEL=4); the trusted application writes to the secure console',
        'pin_format': 'Any text; a token may be bound to the TEE identity of a user or group (CKTEEC_LOGIN_TYPE) in place of a PIN',
        'daemon': {
            'name': 'tee-supplicant',
            'check': 'systemctl status tee-supplicant; ls -l /dev/tee0 /dev/teepriv0',
            'process': 'tee-supplicant',
        },
        'variable': (
            {
                'name': 'CKTEEC_LOGIN_TYPE',
                'kind': 'value',
                'meaning': 'public, user or group: how this process is identified to the TEE',
            },
            {
                'name': 'CKTEEC_LOGIN_GID',
                'kind': 'value',
                'meaning': 'Group number for the type group; missing it is CKR_ARGUMENTS_BAD',
            },
        ),
        'departure': (
            {
                'text': 'No access to /dev/tee0, no tee-supplicant, or the PKCS #11 trusted application not installed are all CKR_DEVICE_ERROR',
                'functions': ('C_Initialize',),
            },
            {
                'text': 'A notification callback or its pApplication is CKR_FUNCTION_NOT_SUPPORTED',
                'functions': ('C_OpenSession',),
                'ref': 'OP-TEE/optee_client:libckteec/src/pkcs11_token.c',
            },
            {
                'text': 'A session of another process protects the token from C_InitToken: CKR_SESSION_EXISTS',
                'functions': ('C_InitToken',),
                'ref': 'Pkcs11Interop/Pkcs11Interop#238',
            },
            {
                'text': 'Before a fix of 2023 C_InitToken wiped an initialised token without the old SO PIN',
                'functions': ('C_InitToken',),
                'ref': 'OP-TEE/optee_os#5914',
            },
            {
                'text': 'A key without the needed usage flag is CKR_KEY_TYPE_INCONSISTENT',
                'functions': ('C_DeriveKey', 'C_UnwrapKey'),
                'ref': 'OP-TEE/optee_os#4451',
            },
            {
                'text': 'A hardware RNG build ignores the seed and answers CKR_OK',
                'functions': ('C_SeedRandom',),
                'ref': 'OP-TEE/optee_os#5883',
            },
        ),
    },
    'osslsigncode': {
        'name': 'osslsigncode',
        'kind': 'client',
        'caller': 'program',
        'family': 'libp11',
        'aliases': ('authenticode',),
        'log': "OpenSSL's error queue on stderr; put pkcs11-spy.so as -pkcs11module to see the calls",
        'pin_format': '-pass, -readpass FILE, or pin-value in the PKCS #11 URI of -key',
        'config': ({'path': '-pkcs11engine ENGINE -pkcs11module MODULE -key pkcs11:... [-pkcs11cert pkcs11:... or -certs FILE]'},),
        'departure': (
            {
                'text': "-pkcs11engine names OpenSSL's engine (pkcs11.so), -pkcs11module the token's module: swapped, nothing loads",
                'functions': ('C_GetFunctionList', 'C_Initialize'),
                'ref': 'mtrojnar/osslsigncode#361',
            },
            {
                'text': "A new token that OpenSC's driver does not know fails when signing (CKR_GENERAL_ERROR): use its maker's module",
                'functions': ('C_Sign', 'C_SignFinal'),
                'ref': 'mtrojnar/osslsigncode#465',
            },
            {
                'text': 'With the OpenSSL provider a token without C_GetOperationState (CKR_FUNCTION_NOT_SUPPORTED, reason 84) fails when signing: set pkcs11-module-quirks = no-operation-state, or pkcs11-module-block-operations = digest',
                'functions': ('C_GetOperationState',),
                'ref': 'mtrojnar/osslsigncode#468, openssl-projects/pkcs11-provider#324, openssl-projects/pkcs11-provider#493',
            },
            {
                'text': 'AWS CloudHSM: -pass takes USER:PASSWORD; the bare password is CKR_PIN_INCORRECT, which counts as a wrong try',
                'functions': ('C_Login',),
                'ref': 'mtrojnar/osslsigncode#431',
            },
            {
                'text': 'Google Cloud KMS: CKR_KEY_FUNCTION_NOT_PERMITTED (mechanism 0x1) for a PSS key, because the signature is asked for with PKCS#1 v1.5: make a key with rsa-sign-pkcs1',
                'functions': ('C_SignInit',),
                'ref': 'mtrojnar/osslsigncode#184',
            },
            {
                'text': 'A token without certificates (cloud KMS): -certs FILE and no -pkcs11cert',
                'functions': ('C_FindObjects', 'C_FindObjectsInit'),
                'ref': 'mtrojnar/osslsigncode#145',
            },
        ),
    },
    'p11-kit-client': {
        'name': 'p11-kit client (remoting)',
        'kind': 'module',
        'aliases': ('p11-kit-client.so', 'p11-kit remote'),
        'files': ('p11-kit-client.so*', 'p11-kit-client.dylib'),
        'log': "P11_KIT_DEBUG=all in a debug build; on the server's side `p11-kit server -f` with the module's own trace",
        'pin_format': 'That of the module on the other side',
        'lockout': 'That of the module on the other side',
        'daemon': {
            'name': 'p11-kit server',
            'check': 'systemctl --user status p11-kit-server.socket; p11-kit server prints P11_KIT_SERVER_ADDRESS',
            'variable': 'P11_KIT_SERVER_ADDRESS',
            'sockets': ('$XDG_RUNTIME_DIR/p11-kit/pkcs11',),
            'process': 'p11-kit-server',
        },
        'variable': (
            {
                'name': 'P11_KIT_SERVER_ADDRESS',
                'kind': 'value',
                'meaning': 'Where the server listens, unix:path=/run/...; without it the socket p11-kit/pkcs11 in the runtime folder (XDG_RUNTIME_DIR) is used',
            },
            {
                'name': 'XDG_RUNTIME_DIR',
                'kind': 'folder',
                'meaning': 'Holds p11-kit/pkcs11, the default socket; not set in many services, sudo and cron',
            },
        ),
        'departure': (
            {
                'text': "With no server to talk to it starts all the same and has no slots; the library description then reads 'p11-kit (no connection)'",
                'functions': ('C_Initialize', 'C_GetSlotList'),
                'ref': 'Debian package p11-kit-modules 0.24.1',
            },
            {
                'text': 'Only CKF_OS_LOCKING_OK is accepted; any other kind of locking is CKR_CANT_LOCK',
                'functions': ('C_Initialize',),
                'ref': 'p11-glue/p11-kit#445',
            },
            {
                'text': 'When the server ends, every call fails and all handles are void: initialise again',
            },
        ),
    },
    'p11-kit-proxy': {
        'name': 'p11-kit proxy',
        'kind': 'module',
        'aliases': ('p11-kit', 'p11-kit-proxy.so'),
        'files': ('p11-kit-proxy.so*', 'p11-kit-proxy.dylib', 'libp11-kit.so*', 'libp11-kit*.dylib'),
        'log': '`log-calls: yes` in /etc/pkcs11/pkcs11.conf or ~/.config/pkcs11/pkcs11.conf writes every call of managed modules to stderr; P11_KIT_DEBUG=all in a debug build',
        'pin_format': "That of the slot's module",
        'lockout': "That of the slot's module",
        'variable': (
            {
                'name': 'P11_KIT_DEBUG',
                'kind': 'value',
                'meaning': 'Parts of p11-kit to trace',
            },
            {
                'name': 'P11_KIT_STRICT',
                'kind': 'switch',
                'meaning': 'yes: abort a program that breaks a rule, to get a stack trace',
            },
            {
                'name': 'P11_KIT_NO_USER_CONFIG',
                'kind': 'switch',
                'meaning': "Set: the user's files are not read",
            },
        ),
        'config': (
            {
                'path': '~/.config/pkcs11/pkcs11.conf',
                'meaning': "User's global settings (user-config, managed, log-calls)",
            },
            {
                'path': '/etc/pkcs11/pkcs11.conf',
                'meaning': "System's global settings",
            },
            {
                'path': '~/.config/pkcs11/modules',
                'meaning': "User's *.module files; not read in setuid programs",
            },
            {
                'path': '/etc/pkcs11/modules',
                'meaning': "Administrator's *.module files",
            },
            {
                'path': '/usr/share/p11-kit/modules',
                'meaning': '*.module files of installed packages',
            },
        ),
        'departure': (
            {
                'text': 'A module that fails to initialise is left out without an error unless its file says `critical: yes`: its slots are simply not there',
                'functions': ('C_Initialize', 'C_GetSlotList'),
                'ref': 'pkcs11.conf(5)',
            },
            {
                'text': "Slot IDs are the proxy's own, not those of its modules",
                'functions': ('C_GetSlotList',),
                'ref': 'p11-glue/p11-kit:p11-kit/proxy.c',
            },
            {
                'text': 'Only the non-blocking form is implemented; the blocking one is CKR_FUNCTION_NOT_SUPPORTED',
                'functions': ('C_WaitForSlotEvent',),
                'ref': 'p11-glue/p11-kit#222, p11-glue/p11-kit#225',
            },
            {
                'text': "A module whose .module file says critical: yes and that cannot be initialised makes C_Initialize of the proxy fail, with that module's code; the others are left out with a message",
                'functions': ('C_Initialize', 'C_GetFunctionList'),
            },
        ),
    },
    'p11-kit-trust': {
        'name': 'p11-kit trust module',
        'kind': 'module',
        'token': ('software',),
        'aliases': ('p11-kit-trust.so', 'trust'),
        'files': ('p11-kit-trust.so*', 'p11-kit-trust.dylib'),
        'log': 'P11_KIT_DEBUG=all in the environment of a debug build; `log-calls: yes` in pkcs11.conf writes every call of a managed module to stderr',
        'pin_format': 'None: there is no login',
        'lockout': 'None: it holds certificates and trust only, there is no login',
        'variable': ({'name': 'P11_KIT_DEBUG', 'kind': 'value', 'meaning': 'Parts of p11-kit to trace'},),
        'config': ({'path': '/usr/share/p11-kit/modules/p11-kit-trust.module', 'meaning': 'How p11-kit loads it; the proxy is told not to (disable-in: p11-kit-proxy)'},),
        'store': (
            {
                'path': '/etc/ssl/certs/ca-certificates.crt',
                'kind': 'file',
                'meaning': "Trust path of Debian's build; others: `pkg-config --variable=p11_trust_paths p11-kit-1`",
            },
        ),
    },
    'pkcs11-helper': {
        'name': 'pkcs11-helper',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('openvpn', 'gnupg-pkcs11-scd'),
        'files': ('libpkcs11-helper.so*',),
        'log': "OpenVPN: --verb 9; gnupg-pkcs11-scd: `verbose`, `debug-all` and `log-file` in gnupg-pkcs11-scd.conf. Codes are printed with number and name, as in 160-'CKR_PIN_INCORRECT'",
        'pin_format': "At most 1,023 bytes, from the program's prompt; a token with PIN pad gets none if protected authentication is allowed (--pkcs11-protected-authentication)",
        'lockout': 'CKR_PIN_INCORRECT and CKR_PIN_INVALID are answered with the next prompt: a stored PIN is sent again, up to the retry limit of the program',
        'departure': (
            {
                'text': 'OpenVPN as a daemon has no prompt: give the PIN by the management interface; --askpass is not used for it',
                'functions': ('C_Login',),
                'ref': 'OpenVPN/openvpn:src/openvpn/pkcs11.c',
            },
            {
                'text': 'The key is named by --pkcs11-id, which holds token and serial number: after a new card take it again from --show-pkcs11-ids MODULE',
                'functions': ('C_FindObjects', 'C_OpenSession'),
            },
            {
                'text': 'TLS 1.2 and later may ask for RSA-PSS or raw RSA: CKR_MECHANISM_INVALID on tokens without; limit the signature algorithms or use an EC key',
                'functions': ('C_SignInit',),
            },
            {
                'text': 'CKR_TOKEN_NOT_PRESENT: no token in any module has the label, serial number, model and maker of the identity, and the program forbids to ask for it; errors of single slots are not reported (--verb 9 shows them)',
                'functions': ('C_OpenSession', 'C_GetTokenInfo', 'C_GetSlotList', 'C_Login'),
                'ref': 'OpenSC/pkcs11-helper:lib/pkcs11h-session.c',
            },
            {
                'text': 'OpenVPN 2.7 on Windows: CKR_TOKEN_NOT_PRESENT from the automatic service, which runs as NT SERVICE\\OpenVPNService and cannot use the reader; started by the user it works',
                'ref': 'OpenVPN/openvpn#1056',
            },
            {
                'text': 'CKR_CANCEL comes from the PIN or token prompt: it was cancelled, or a daemon has nobody to ask',
                'functions': ('C_Login', 'C_OpenSession'),
                'ref': 'OpenSC/pkcs11-helper:lib/pkcs11h-session.c',
            },
            {
                'text': 'CKR_FUNCTION_REJECTED: the object with this ID and class is not on the token (also after it was exchanged)',
                'functions': ('C_FindObjects', 'C_FindObjectsInit', 'C_SignInit'),
                'ref': 'OpenSC/pkcs11-helper:lib/pkcs11h-session.c',
            },
            {
                'text': 'CKR_SESSION_HANDLE_INVALID may mean that the PIN cache ran out (--pkcs11-pin-cache): the helper has logged out and asks again',
                'functions': ('C_SignInit', 'C_Sign', 'C_GetSessionInfo'),
                'ref': 'OpenSC/pkcs11-helper:lib/pkcs11h-session.c',
            },
            {
                'text': 'CKR_ATTRIBUTE_VALUE_INVALID is made by the helper where the module answers C_GetAttributeValue with length -1 for one of the attributes',
                'functions': ('C_GetAttributeValue',),
                'ref': 'OpenSC/pkcs11-helper:lib/pkcs11h-session.c',
            },
            {
                'text': 'CKR_USER_NOT_LOGGED_IN without a call of C_Login: the prompt for the PIN was not allowed at this point',
                'functions': ('C_SignInit', 'C_Sign', 'C_FindObjects'),
                'ref': 'OpenSC/pkcs11-helper:lib/pkcs11h-session.c',
            },
            {
                'text': 'OpenVPN: --user, --group, --chroot and ProtectHome of its unit take away files and the pcscd socket that the module needs; try without them first',
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'pkcs11-provider': {
        'name': 'pkcs11-provider',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('openssl provider', 'latchset provider'),
        'log': "PKCS11_PROVIDER_DEBUG=file:/tmp/debug.log,level:2; errors are OpenSSL's queue, whose reason number is the CK_RV",
        'variable': (
            {
                'name': 'PKCS11_PROVIDER_MODULE',
                'kind': 'file',
                'meaning': 'The module, over pkcs11-module-path of openssl.cnf',
            },
            {
                'name': 'PKCS11_PROVIDER_DEBUG',
                'kind': 'value',
                'meaning': 'file:PATH and level:N, separated by a comma',
            },
        ),
        'departure': (
            {
                'text': 'Does not log in when CKF_USER_PIN_FINAL_TRY is set (CKR_CANCEL) or CKF_USER_PIN_LOCKED, nor again with a stored PIN that failed before; a manual login must put the counter back',
                'functions': ('C_Login',),
                'ref': 'openssl-projects/pkcs11-provider#457, openssl-projects/pkcs11-provider:src/session.c',
            },
            {
                'text': 'Reports CKR_PIN_EXPIRED itself, without a call, when CKF_USER_PIN_TO_BE_CHANGED is set',
                'functions': ('C_Login',),
                'ref': 'openssl-projects/pkcs11-provider:src/session.c',
            },
            {
                'text': "Raises CKR_SESSION_COUNT itself at the token's ulMaxSessionCount; older releases read 'unavailable' as a limit",
                'functions': ('C_OpenSession',),
                'ref': 'openssl-projects/pkcs11-provider#312, openssl-projects/pkcs11-provider#398',
            },
            {
                'text': 'Key objects keep handles of sessions that are gone: after a restart of the token or a proxy the application must be restarted',
                'ref': 'openssl-projects/pkcs11-provider#494',
            },
            {
                'text': 'Hashing saves states: tokens that cannot are CKR_STATE_UNSAVEABLE unless pkcs11-module-quirks has no-operation-state',
                'functions': ('C_GetOperationState',),
                'ref': 'openssl-projects/pkcs11-provider#300, openssl-projects/pkcs11-provider#324',
            },
        ),
    },
    'pkcs11-spy': {
        'name': 'pkcs11-spy',
        'kind': 'module',
        'aliases': ('spy', 'opensc spy'),
        'files': ('pkcs11-spy.so*', 'pkcs11-spy.dylib', 'pkcs11-spy*.dll'),
        'log': 'PKCS11SPY_OUTPUT=FILE (appended; without it stderr). PINs and key material are written in clear: use a private folder and delete the file',
        'pin_format': 'That of the module that it loads',
        'lockout': 'That of the module that it loads',
        'variable': (
            {
                'name': 'PKCS11SPY',
                'kind': 'file',
                'needed': 'always',
                'meaning': 'The module to watch; without it C_GetFunctionList is CKR_DEVICE_ERROR',
            },
            {
                'name': 'PKCS11SPY_OUTPUT',
                'kind': 'file',
                'meaning': 'Where the trace goes; a file that cannot be opened leaves it on stderr',
            },
        ),
        'departure': (
            {
                'text': 'PKCS11SPY not set, or a module that cannot be loaded, is CKR_DEVICE_ERROR from C_GetFunctionList',
                'functions': ('C_GetFunctionList', 'C_GetInterface'),
                'ref': 'OpenSC/OpenSC:src/pkcs11/pkcs11-spy.c',
            },
            {
                'text': 'It returns the answer of the module named by PKCS11SPY: if a call fails only under it, that variable names another module or build than the one that the program used before',
            },
        ),
    },
    'pkcs11-tool': {
        'name': 'pkcs11-tool',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('opensc tools',),
        'log': '-v; with pkcs11-spy: PKCS11SPY=MODULE pkcs11-tool --module pkcs11-spy.so ... Errors read `rv = CKR_PIN_INCORRECT (0xa0)`',
        'departure': (
            {
                'text': 'Without --slot or --token-label it takes the first slot with a token, which after a change of readers is another one',
                'functions': ('C_OpenSession',),
                'ref': 'OpenSC/OpenSC:src/tools/pkcs11-tool.c',
            },
            {
                'text': 'Older releases opened a read-write session for every --login: CKR_TOKEN_WRITE_PROTECTED from tokens that cannot be written',
                'functions': ('C_OpenSession',),
                'ref': 'OpenSC/OpenSC#2182',
            },
            {
                'text': 'Sends CKA_PRIVATE false for public keys, which AWS CloudHSM refuses with CKR_ATTRIBUTE_VALUE_INVALID',
                'functions': ('C_GenerateKeyPair',),
                'ref': 'OpenSC/OpenSC#2747',
            },
        ),
    },
    'pkcs11interop': {
        'name': 'Pkcs11Interop',
        'kind': 'client',
        'caller': 'code',
        'aliases': ('.net', 'c# pkcs11', 'pkcs11admin'),
        'log': "It writes no log; the message reads `Method C_Login returned CKR_PIN_INCORRECT`. Its author's PKCS11-LOGGER traces the calls, without PINs by default",
        'departure': (
            {
                'text': 'A code that its enum does not have is printed as a decimal number',
                'ref': 'Pkcs11Interop/Pkcs11Interop:src/Pkcs11Interop/Common/Pkcs11Exception.cs',
            },
        ),
    },
    'pkcs11js': {
        'name': 'pkcs11js',
        'kind': 'client',
        'caller': 'code',
        'aliases': ('graphene', 'graphene-pk11', 'node-webcrypto-p11'),
        'log': 'It writes no log; the message reads `CKR_PIN_INCORRECT:160`, and error.code is the CK_RV',
        'departure': (
            {
                'text': "CKR_CURVE_NOT_SUPPORTED, CKR_ACTION_PROHIBITED, codes of 3.0 and later and vendors' codes are all named CKR_VENDOR_DEFINED: rely on the number after the colon",
                'ref': 'PeculiarVentures/pkcs11js:src/common.cpp',
            },
        ),
    },
    'portuguese-eid': {
        'name': 'Portuguese Cartao de Cidadao',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('pteid', 'cartao de cidadao'),
        'files': ('libpteidpkcs11*.so*', 'libpteidpkcs11*.dylib', 'pteidpkcs11*.dll'),
        'log': 'The Autenticacao.gov application packs its log files into Autenticacao.gov_logs_TIMESTAMP.zip on the desktop',
        'pin_format': "4 to 8 digits, asked for by the middleware's own dialog (protected authentication path): pass NULL to C_Login",
        'lockout': 'The card counts wrong PINs and locks; the issuer holds the PUK',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "CKR_PIN_LOCKED is also returned when the card was taken out during the call (older releases): put it back and read the PIN's state in the Autenticacao.gov application before you unlock anything",
                'functions': ('C_Login', 'C_Sign', 'C_SignFinal'),
                'ref': 'amagovpt/autenticacao.gov:pteid-mw-pt/_src/eidmw/pkcs11/cal.cpp',
            },
            {
                'text': 'A PIN of a wrong length or with other characters is CKR_FUNCTION_FAILED; CKR_FUNCTION_CANCELED: the dialog was cancelled or the PIN pad timed out',
                'functions': ('C_Login', 'C_Sign', 'C_SignFinal', 'C_SetPIN'),
                'ref': 'amagovpt/autenticacao.gov:pteid-mw-pt/_src/eidmw/pkcs11/cal.cpp',
            },
            {
                'text': 'CKR_DEVICE_ERROR: no reader, or an error of card, reader or PIN pad: insert card and reader again, then try the Autenticacao.gov application',
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession', 'C_Login', 'C_Sign', 'C_SignFinal'),
                'ref': 'amagovpt/autenticacao.gov:pteid-mw-pt/_src/eidmw/pkcs11/cal.cpp',
            },
            {
                'text': 'CKR_TOKEN_NOT_RECOGNIZED: a card that this release does not know (another card, or one newer than the middleware): update it, or choose the other reader',
                'functions': ('C_GetTokenInfo', 'C_OpenSession'),
                'ref': 'amagovpt/autenticacao.gov:pteid-mw-pt/_src/eidmw/pkcs11/cal.cpp',
            },
            {
                'text': 'After the card was taken out every session is CKR_DEVICE_REMOVED, also when it is back: open a new session',
                'functions': ('C_Login', 'C_SignInit', 'C_Sign', 'C_SignFinal', 'C_FindObjectsInit', 'C_GetSessionInfo'),
                'ref': 'amagovpt/autenticacao.gov:pteid-mw-pt/_src/eidmw/pkcs11/cal.cpp',
            },
            {
                'text': 'One slot per reader: the keys for authentication and for signature are in the same token; choose by label or certificate, each key asks for its own PIN',
                'functions': ('C_FindObjects', 'C_SignInit'),
            },
            {
                'text': "The issuer has personalised the card: initialising it, making or importing keys and deleting objects are not for its holder, and fail; PINs are changed and unblocked in the issuer's own program",
                'functions': ('C_InitToken', 'C_InitPIN', 'C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_DestroyObject', 'C_SetAttributeValue', 'C_UnwrapKey'),
            },
        ),
    },
    'protecttoolkit': {
        'name': 'Thales ProtectToolkit',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('ptk', 'ptkc', 'protecttoolkit-c', 'protectserver', 'eracom'),
        'files': ('libcryptoki.so*', 'libcryptoki.sl', 'libcryptoki.a'),
        'vendor': 'thales-protecttoolkit',
        'log': 'The logger library: libcryptoki.so (Windows: the path to cryptoki.dll) is pointed at the logger, which passes the calls on to the real library; PINs are left out unless it is configured to write them',
        'variable': (
            {
                'name': 'ET_HSM_NETCLIENT_SERVERLIST',
                'kind': 'value',
                'meaning': 'Addresses of the network HSMs; a configuration item set for this process only',
            },
            {
                'name': 'ET_PTKC_GENERAL_LIBRARY_MODE',
                'kind': 'value',
                'meaning': 'Mode of the library, for example NORMAL, HA or WLD',
            },
            {
                'name': 'ET_PTKC_SW_DATAPATH',
                'kind': 'folder',
                'meaning': 'Where the software emulator keeps its tokens',
            },
        ),
        'departure': (
            {
                'text': '0x80000384 is the failure of the secure messaging to the HSM (HSM restarted, or the network): a new process was needed',
                'ref': 'OpenSC/libp11#615, xipki/pkcs11wrapper#3',
            },
            {
                'text': 'Several libraries carry the same file name (HSM, software emulator, logger, external key storage): which one is loaded decides which tokens there are',
                'ref': 'Thales ProtectToolkit 5.7 documentation: External Key Storage Configuration',
            },
        ),
    },
    'pykcs11': {
        'name': 'PyKCS11',
        'kind': 'client',
        'caller': 'code',
        'log': 'It writes no log; errors read `CKR_PIN_INCORRECT (0x000000A0)`, vendor codes `Vendor error (0x....)` without the vendor bit',
        'variable': ({'name': 'PYKCS11LIB', 'kind': 'file', 'meaning': 'The module that load() takes when none is named'},),
    },
    'python-pkcs11': {
        'name': 'python-pkcs11',
        'kind': 'client',
        'caller': 'code',
        'aliases': ('pkcs11 (python)', 'pyauth'),
        'log': 'It writes no log; exceptions carry no number, use pkcs11-spy to see it',
        'variable': ({'name': 'PKCS11_MODULE', 'kind': 'file', 'meaning': 'The module in its examples and tests'},),
        'departure': (
            {
                'text': "Codes without a class raise PKCS11Error with the text 'Unmapped error code 0x..'",
                'ref': 'pyauth/python-pkcs11:pkcs11/_pkcs11.pxd',
            },
            {
                'text': 'Older releases ended an object search only when all results were read: the next one was CKR_OPERATION_ACTIVE',
                'functions': ('C_FindObjectsInit',),
                'ref': 'pyauth/python-pkcs11#181',
            },
        ),
    },
    'rust-cryptoki': {
        'name': 'rust-cryptoki',
        'kind': 'client',
        'caller': 'code',
        'aliases': ('cryptoki crate', 'parsec'),
        'log': "RUST_LOG=cryptoki=debug in programs that use env_logger; Display prints the standard's sentence, Debug the variant",
        'departure': (
            {
                'text': "A code it does not know becomes GeneralError, and up to 0.10 every vendor code did: only the module's own trace has the number",
                'ref': 'parallaxsecond/rust-cryptoki#299',
            },
        ),
    },
    'rutoken': {
        'name': 'Rutoken',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('aktiv rutoken', 'rutoken ecp', 'rtpkcs11ecp'),
        'files': ('librtpkcs11ecp*.so*', 'librtpkcs11ecp*.dylib', 'rtpkcs11ecp*.dll', 'rtPKCS11*.dll'),
        'manufacturer': ('Aktiv Co',),
        'vendor': 'rutoken',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'log': "The maker's diagnostic utility for Rutoken writes what it found into the folder logs next to it; no log of the library is published",
        'departure': (
            {
                'text': "Not safe over fork: a child's own C_Initialize answered CKR_CRYPTOKI_ALREADY_INITIALIZED",
                'functions': ('C_Initialize',),
                'ref': 'OpenSC/OpenSC#960',
            },
            {
                'text': "With OpenSC's module, signing before pkcs15-init has finalised the card is CKR_GENERAL_ERROR",
                'functions': ('C_SignFinal',),
                'ref': 'OpenSC/OpenSC#693',
            },
        ),
    },
    'safesign': {
        'name': 'AET SafeSign (StarSign)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('aet', 'safesign', 'starsign'),
        'files': ('libaetpkss*.so*', 'libaetpkss*.dylib', 'aetpkss1*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'lockout': 'The token counts wrong PINs; look at the token in tokenadmin (SafeSign Identity Client)',
        'departure': (
            {
                'text': "CKR_SLOT_ID_INVALID with slot = 0 or 1 in a Java configuration: slot IDs are the module's own numbers; take them from pkcs11-tool -L, or write slotListIndex = 0",
                'functions': ('C_GetSlotInfo', 'C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'intoolswetrust/jsignpdf#242',
            },
            {
                'text': "Firefox as a Snap cannot load /usr/lib/libaetpkss.so: use the .deb or the maker's package of the browser",
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'joao-pedro-rdo/token-safesign-ubuntu22',
            },
            {
                'text': 'On newer systems the library does not load: it wants old libssl, wxWidgets or libgdbm_compat packages (ldd shows which); take the newest package for your release',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'DiegoRibeirodeSouza/starsign-driver:README.md, LLawli/flatpak-adv-br:drivers/io.github.llawli.AdvBr.Driver.SafeSign.yml',
            },
            {
                'text': 'Only libaetpkss.so.3.x may be there without the plain name: load the versioned file, or make the link',
                'functions': ('C_GetFunctionList',),
                'ref': 'LLawli/flatpak-adv-br:drivers/io.github.llawli.AdvBr.Driver.SafeSign.yml',
            },
            {
                'text': "Little is published about this module's return codes: compare with the maker's token administration, and read the tries there, not from PIN flags",
            },
        ),
    },
    'safeweb': {
        'name': 'SafeWeb / CIS token',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('cmp11',),
        'files': ('libcmP11*.so*', 'cmP11*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "Little is published about this module: read the tries in the maker's token manager, not from PIN flags; use this module rather than OpenSC's for the maker's own profile of the card",
            },
        ),
    },
    'securosys': {
        'name': 'Securosys Primus HSM',
        'kind': 'module',
        'token': ('hsm', 'cloud'),
        'aliases': ('primus', 'securosys cloudshsm', 'primus hsm', 'securosys'),
        'files': ('libprimusP11*.so*', 'primusP11*.dll', 'libprimusP11*.dylib'),
        'pin_format': 'The permanent secret that authenticates to the HSM is not the PIN of C_Login: ppin fetches it into .secrets.cfg',
        'variable': (
            {
                'name': 'SECUROSYS_PKCS11_CONF',
                'kind': 'file',
                'meaning': 'Full name of the configuration file; goes before both default places',
            },
            {
                'name': 'SECUROSYS_SECRETS_CONF',
                'kind': 'file',
                'meaning': 'Full name of the file with the permanent secret',
            },
        ),
        'config': (
            {
                'path': '/etc/primus/primus.cfg',
                'meaning': 'Host, port, partition names; the recommended place, not there after installation: copy it from the fallback',
            },
            {
                'path': '/usr/local/primus/etc/primus.cfg',
                'meaning': 'Fallback; an update of the provider overwrites it',
            },
            {
                'path': '/etc/primus/.secrets.cfg',
                'meaning': 'Permanent secret, fetched by ppin; readable by the program',
            },
        ),
        'departure': (
            {
                'text': 'If no configuration file is found, the initialisation fails (the page names no code): set SECUROSYS_PKCS11_CONF in the service',
                'functions': ('C_Initialize',),
                'ref': 'Securosys documentation: PKCS#11 provider configuration (docs.securosys.com, read 2026-11)',
            },
            {
                'text': 'After an update settings are gone: the file in /usr/local/primus/etc was overwritten; keep yours in /etc/primus',
                'functions': ('C_Initialize', 'C_Login'),
                'ref': 'Securosys documentation: PKCS#11 provider configuration (docs.securosys.com, read 2026-11)',
            },
            {
                'text': 'The library needs glibc: it cannot be loaded on Alpine (musl); add /usr/local/primus/lib to LD_LIBRARY_PATH',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'OpenBao documentation: Securosys Primus HSM (website/content/docs/guides/unseal/pkcs11/securosys.mdx, read 2026-11)',
            },
            {
                'text': 'In a container both files must be mounted, /etc/primus/primus.cfg and /etc/primus/.secrets.cfg: without the second one the client cannot authenticate to the HSM with any PIN',
                'functions': ('C_Initialize', 'C_Login', 'C_OpenSession'),
                'ref': 'OpenBao documentation: Securosys Primus HSM (website/content/docs/guides/unseal/pkcs11/securosys.mdx, read 2026-11), Securosys documentation: PKCS#11 provider configuration (docs.securosys.com, read 2026-11)',
            },
            {
                'text': 'Choose the slot by the partition of primus.cfg; the members of a cluster share one slot',
                'functions': ('C_GetSlotList', 'C_OpenSession'),
                'ref': 'Securosys documentation: PKCS#11 overview (docs.securosys.com, read 2026-11)',
            },
        ),
    },
    'smartcard-hsm': {
        'name': 'SmartCard-HSM (sc-hsm-embedded)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('sc-hsm', 'sc-hsm-embedded', 'nitrokey hsm', 'smartcard-hsm'),
        'files': ('libsc-hsm-pkcs11.so*', 'libsc-hsm-pkcs11.dylib', 'sc-hsm-pkcs11.dll'),
        'manufacturer': ('CardContact',),
        'pin_format': 'User PIN of 6 to 15 characters; the SO PIN is exactly 16 hex digits',
        'lockout': 'The card counts and locks; sc-hsm-tool shows the tries left (pkcs15-tool --list-pins a wrong number). pkcs15-tool --unblock-pin does not work and costs SO PIN tries',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd; sc-hsm-tool',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'departure': (
            {
                'text': "Releases before 2.10 only read the card: keys were made with OpenSC's module",
                'functions': ('C_GenerateKeyPair', 'C_CreateObject'),
                'ref': 'CardContact/sc-hsm-embedded#17, OpenSC/OpenSC#682',
            },
            {
                'text': 'A key that may not sign was reported as CKR_DEVICE_ERROR',
                'functions': ('C_Sign',),
                'ref': 'CardContact/sc-hsm-embedded#7',
            },
            {
                'text': 'CKR_USER_PIN_NOT_INITIALIZED: the card has not been initialised (status 6984); CKR_PIN_LOCKED: its counter is used up (status 6983)',
                'functions': ('C_Login',),
                'ref': 'CardContact/sc-hsm-embedded:src/pkcs11/token-sc-hsm.c',
            },
            {
                'text': 'CKR_PIN_INCORRECT for every other status of the card but 6A80 (CKR_PIN_LEN_RANGE), so not only for a wrong PIN: read the tries left before the next one',
                'functions': ('C_Login',),
                'ref': 'CardContact/sc-hsm-embedded:src/pkcs11/token-sc-hsm.c',
            },
            {
                'text': 'CKR_DEVICE_ERROR also for a key description or certificate on the card that the module cannot decode',
                'ref': 'CardContact/sc-hsm-embedded:src/pkcs11/token-sc-hsm.c',
            },
            {
                'text': "Keys are derived with the card's own mechanisms only (CKM_SC_HSM_EC_DERIVE, CKM_SC_HSM_SP80056C_DERIVE): every other is CKR_MECHANISM_INVALID; a CKA_ID that a key has already is CKR_ATTRIBUTE_VALUE_INVALID",
                'functions': ('C_DeriveKey',),
                'ref': 'CardContact/sc-hsm-embedded:src/pkcs11/token-sc-hsm.c',
            },
        ),
    },
    'softhsm2': {
        'name': 'SoftHSM2',
        'kind': 'module',
        'token': ('software',),
        'aliases': ('softhsm', 'softhsmv2', 'libsofthsm2'),
        'files': ('libsofthsm2*.so*', 'libsofthsm2*.dylib', 'softhsm2*.dll'),
        'manufacturer': ('SoftHSM',),
        'log': 'syslog only (Event Viewer on Windows): set log.level = DEBUG in softhsm2.conf, restart the program, then `journalctl -t PROGRAM` or /var/log/syslog; the log names the file or folder that could not be opened',
        'pin_format': 'Any text between ulMinPinLen and ulMaxPinLen of CK_TOKEN_INFO',
        'lockout': 'None: a wrong PIN only sets CKF_USER_PIN_COUNT_LOW, however often it is repeated; retry loops tested here lock real hardware',
        'variable': (
            {
                'name': 'SOFTHSM2_CONF',
                'kind': 'file',
                'meaning': 'Configuration file; while it is set no other place is tried. A service, sudo and cron do not inherit it from your shell',
            },
        ),
        'config': (
            {
                'path': '$SOFTHSM2_CONF',
                'meaning': 'First choice, whether or not the file is there',
            },
            {
                'path': '~/.config/softhsm2/softhsm2.conf',
                'meaning': 'Second, only if this user can read it: another user or another HOME means another configuration, and so other tokens',
            },
            {
                'path': '/etc/softhsm/softhsm2.conf',
                'meaning': 'System-wide file of Debian and Ubuntu; readable by root and group softhsm only',
            },
            {
                'path': '/etc/softhsm2.conf',
                'meaning': 'System-wide file of a build with sysconfdir /etc',
            },
        ),
        'store': (
            {
                'path': '/var/lib/softhsm/tokens',
                'kind': 'folder',
                'config_key': 'directories.tokendir',
                'group': 'softhsm',
                'meaning': 'Each token is a folder; C_Initialize fails with CKR_GENERAL_ERROR if the folder is missing or not readable. Debian: members of group softhsm (log in again after being added)',
            },
        ),
        'departure': (
            {
                'text': 'A missing or unreadable configuration, an unknown log level or backend and an unreadable token folder are all CKR_GENERAL_ERROR; only syslog says which',
                'functions': ('C_Initialize',),
                'ref': 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
            },
            {
                'text': 'The slot ID of a token changes once, when the library is initialised again after C_InitToken: choose slots by token label or serial, not by number',
                'functions': ('C_InitToken', 'C_GetSlotList'),
                'ref': 'softhsm/SoftHSMv2#334',
            },
            {
                'text': 'There is always one uninitialised slot; C_OpenSession on it answers CKR_TOKEN_NOT_RECOGNIZED, where 3.2 has CKR_TOKEN_NOT_INITIALIZED',
                'functions': ('C_OpenSession',),
                'ref': 'softhsm/SoftHSMv2#748',
            },
            {
                'text': 'C_InitToken answers CKR_PIN_INCORRECT for an SO PIN of the wrong length; for a new PIN C_SetPIN answers CKR_PIN_LEN_RANGE',
                'functions': ('C_InitToken', 'C_SetPIN'),
                'ref': 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
            },
            {
                'text': 'Before mid-2026: RSA-OAEP with anything but SHA-1, MGF1-SHA1 and an empty label is CKR_ARGUMENTS_BAD instead of CKR_MECHANISM_PARAM_INVALID',
                'functions': ('C_EncryptInit', 'C_DecryptInit', 'C_WrapKey', 'C_UnwrapKey'),
                'ref': 'softhsm/SoftHSMv2#474, eclipse-keypont/crypto11#101, LudovicRousseau/PyKCS11#94',
            },
            {
                'text': 'Only sessions of the same process protect a token from C_InitToken; sessions of other processes are not seen',
                'functions': ('C_InitToken',),
                'ref': 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
            },
            {
                'text': "Session handles start at 1 again after C_Finalize and C_Initialize, so a number kept from before may act on another thread's session",
                'functions': ('C_OpenSession', 'C_CloseSession'),
                'ref': 'softhsm/SoftHSMv2:src/lib/handle_mgr/HandleManager.cpp',
            },
            {
                'text': 'The blocking form is CKR_FUNCTION_NOT_SUPPORTED, the non-blocking form always CKR_NO_EVENT',
                'functions': ('C_WaitForSlotEvent',),
                'ref': 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
            },
        ),
    },
    'sssd': {
        'name': 'SSSD (p11_child)',
        'kind': 'client',
        'token': ('card',),
        'caller': 'program',
        'aliases': ('p11_child', 'pam_sss', 'sssd smart card'),
        'log': '/var/log/sssd/p11_child.log with debug_level = 9 in section [pam]',
        'pin_format': 'Asked for by the PAM prompt and passed on as it was typed',
        'lockout': 'A log-in with Kerberos (pkinit) can use the card twice with the same PIN',
        'config': (
            {
                'path': '/etc/sssd/sssd.conf',
                'meaning': '[pam] pam_cert_auth = true, p11_child_timeout = 10 (seconds), p11_wait_for_card_timeout = 60, p11_uri to name one slot',
            },
        ),
        'departure': (
            {
                'text': 'A slow card is killed by p11_child_timeout (10 s by default) before it answers: raise it',
                'functions': ('C_Login', 'C_Sign', 'C_GetSlotList'),
                'ref': 'SSSD/sssd: sssd.conf(5) options p11_child_timeout, p11_wait_for_card_timeout, p11_uri; src/util/util_errors.h (ERR_P11_PIN_LOCKED)',
            },
            {
                'text': 'CKR_PIN_LOCKED: the tries are used up, for example by log-ins with a wrong PIN at several prompts (screen lock, sudo); newer releases report it apart from a wrong PIN (ERR_P11_PIN_LOCKED)',
                'functions': ('C_Login',),
            },
            {
                'text': 'Modules come from p11-kit; with several readers or modules set p11_uri, else another slot may be asked',
                'functions': ('C_GetSlotList', 'C_OpenSession', 'C_Login'),
                'ref': 'SSSD/sssd: sssd.conf(5) options p11_child_timeout, p11_wait_for_card_timeout, p11_uri; src/util/util_errors.h (ERR_P11_PIN_LOCKED)',
            },
            {
                'text': 'The key may be used twice for one log-in: once by pkinit, once by SSSD; a key that wants its PIN or a touch each time asks twice',
                'functions': ('C_Sign',),
            },
            {
                'text': 'CKR_BUFFER_TOO_SMALL: a module with more than 64 slots; limit its slots, or keep it away from p11_child (disable-in: p11_child in its .module file)',
                'functions': ('C_GetSlotList',),
            },
            {
                'text': 'Only slots with CKF_REMOVABLE_DEVICE are looked at ("No removable slots found"): soft tokens and many HSMs are skipped',
                'functions': ('C_GetSlotInfo', 'C_GetSlotList', 'C_OpenSession'),
                'ref': 'SSSD/sssd:src/p11_child/p11_child_openssl.c',
            },
            {
                'text': 'CKR_MECHANISM_INVALID: none of the preferred RSA mechanisms is listed by the token, so CKM_SHA1_RSA_PKCS is tried; use a token or module with PKCS#1 v1.5 signatures, or an EC key',
                'functions': ('C_SignInit',),
                'ref': 'SSSD/sssd:src/p11_child/p11_child_openssl.c',
            },
            {
                'text': '"No private key found": none with the certificate\'s CKA_ID and CKA_SIGN true; several matching certificates end the log-in as well ("More than one certificate found")',
                'functions': ('C_FindObjectsInit', 'C_FindObjects'),
                'ref': 'SSSD/sssd:src/p11_child/p11_child_openssl.c',
            },
            {
                'text': '"Login required but no PIN available": it goes on without login and fails later with CKR_USER_NOT_LOGGED_IN: the prompt of the PAM service did not pass a PIN',
                'functions': ('C_Sign', 'C_SignInit'),
            },
            {
                'text': "p11_child has its own account and SELinux domain: pcscd's polkit rule must allow that account; ausearch -m avc -c p11_child names a refused file",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'strongswan': {
        'name': 'strongSwan',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('charon', 'swanctl', 'ipsec'),
        'log': 'charon log of group cfg: level 1 names modules, slots and failed calls, level 2 the mechanisms of each token',
        'pin_format': 'A secret of type PIN that belongs to the key\'s ID; without one: "no PIN found for PKCS#11 key"',
        'lockout': 'Every PIN that is configured for the key is tried in turn, and each wrong one counts: leave one PIN only',
        'config': ({'path': '/etc/strongswan.d/charon/pkcs11.conf', 'meaning': 'libstrongswan.plugins.pkcs11.modules.NAME { path = ..., os_locking = yes }'},),
        'departure': (
            {
                'text': 'A module without path is left out: "PKCS11 module ... lacks library path"',
                'functions': ('C_Initialize',),
                'ref': 'strongswan/strongswan:src/libstrongswan/plugins/pkcs11/pkcs11_manager.c',
            },
            {
                'text': '"does not support hot-plugging" after CKR_FUNCTION_NOT_SUPPORTED or CKR_NO_EVENT is harmless for cards present at the start; a card inserted later is not noticed: restart charon',
                'functions': ('C_WaitForSlotEvent',),
                'ref': 'strongswan/strongswan:src/libstrongswan/plugins/pkcs11/pkcs11_manager.c',
            },
            {
                'text': 'CKR_CRYPTOKI_NOT_INITIALIZED from the waiting thread is the normal end: C_Finalize was called',
                'functions': ('C_WaitForSlotEvent',),
                'ref': 'strongswan/strongswan:src/libstrongswan/plugins/pkcs11/pkcs11_manager.c',
            },
            {
                'text': "os_locking is off by default: set os_locking = yes for a module that is to lock with the system's own mutexes",
                'functions': ('C_Initialize',),
                'ref': 'strongswan/strongswan:src/libstrongswan/plugins/pkcs11/pkcs11_manager.c',
            },
            {
                'text': 'Only slots with a token are read at the start: a card inserted later needs a module with slot events',
                'functions': ('C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
                'ref': 'strongswan/strongswan:src/libstrongswan/plugins/pkcs11/pkcs11_manager.c',
            },
            {
                'text': '"login to \'MODULE\':SLOT failed" with CKR_PIN_INCORRECT or CKR_PIN_LOCKED: each PIN configured for this key was tried; remove the old ones before the next start',
                'functions': ('C_Login',),
            },
            {
                'text': '"no PKCS#11 module found having a keyid": the public key with this CKA_ID is not readable without login, or module or slot is wrong: store the public key (or certificate) with the same ID on the token',
                'functions': ('C_FindObjectsInit', 'C_FindObjects'),
            },
            {
                'text': 'A key that asks for its PIN each time gets a context login only if it reports CKA_ALWAYS_AUTHENTICATE, else C_Sign is CKR_USER_NOT_LOGGED_IN; "requires reauthentication, but no PIN found": configure the PIN as a secret',
                'functions': ('C_Sign', 'C_Decrypt'),
                'ref': 'strongswan/strongswan:src/libstrongswan/plugins/pkcs11/pkcs11_private_key.c',
            },
            {
                'text': 'CKR_DATA_LEN_RANGE from C_Sign has been seen with a SmartCard-HSM at the second tunnel while other cards worked: reproduce it with pkcs11-spy between charon and the module',
                'functions': ('C_Sign',),
            },
            {
                'text': 'charon is confined by AppArmor on Debian and Ubuntu: allow the module, its configuration, the token folder and /run/pcscd/pcscd.comm in /etc/apparmor.d/local/usr.lib.ipsec.charon (usr.sbin.charon-systemd), then systemctl reload apparmor',
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'systemd': {
        'name': 'systemd (cryptenroll, cryptsetup, homed)',
        'kind': 'client',
        'caller': 'program',
        'aliases': ('systemd-cryptenroll', 'systemd-cryptsetup', 'systemd-homed', 'luks'),
        'log': "journalctl -u systemd-cryptsetup@NAME; SYSTEMD_LOG_LEVEL=debug. Other failures are printed by p11-kit's sentence, without number",
        'pin_format': 'Typed at the prompt, or taken from the variable PIN of the process',
        'lockout': 'Up to three prompts in one run, each a real try: stop after the first refusal if the token counts three',
        'variable': ({'name': 'PIN', 'kind': 'value', 'meaning': "The token's PIN for a run without prompt (headless); erased from the environment when read"},),
        'departure': (
            {
                'text': '"PIN for token ... is incorrect, please try again" is printed for both CKR_PIN_INCORRECT and CKR_PIN_LEN_RANGE',
                'functions': ('C_Login',),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
            {
                'text': '"PIN has been locked, please reset PIN" is CKR_PIN_LOCKED: three prompts of one run can use up three tries',
                'functions': ('C_Login',),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
            {
                'text': 'A token with a PIN pad (protected authentication path) gets NULL as PIN and no prompt',
                'functions': ('C_Login',),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
            {
                'text': "Modules come from p11-kit's configuration: in an initramfs the module, its .module file and pcscd must be there as well",
                'functions': ('C_GetSlotList', 'C_Initialize'),
            },
            {
                'text': 'A list that grows while it is read is asked for again up to 16 times, then CKR_BUFFER_TOO_SMALL',
                'functions': ('C_GetSlotList',),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
            {
                'text': '"PIN querying disabled via \'headless\' option": set the variable PIN; it is used for one try only, a wrong one (CKR_PIN_INCORRECT) is not repeated',
                'functions': ('C_Login',),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
            {
                'text': 'CKR_TOKEN_NOT_PRESENT, CKR_TOKEN_NOT_RECOGNIZED, CKR_GENERAL_ERROR and others are printed as a sentence after "Failed to log into security token": look it up with ckr decode',
                'functions': ('C_Login', 'C_OpenSession', 'C_GetTokenInfo'),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
            {
                'text': '"Selected PKCS#11 object is not an X.509 certificate": the URI names another object (older releases take certificates only); name the token, or the certificate of the key',
                'functions': ('C_FindObjectsInit', 'C_FindObjects'),
                'ref': 'systemd/systemd:src/shared/pkcs11-util.c',
            },
        ),
    },
    'tpm2-pkcs11': {
        'name': 'tpm2-pkcs11',
        'kind': 'module',
        'token': ('tpm',),
        'aliases': ('tpm2', 'tpm'),
        'files': ('libtpm2_pkcs11.so*', 'tpm2_pkcs11.so*'),
        'manufacturer': ('tpm2-software.github.io',),
        'log': 'TPM2_PKCS11_LOG_LEVEL=2 (0 errors, 1 warnings, 2 verbose) writes to stderr; TSS2_LOG=all+DEBUG for the TPM software stack below',
        'pin_format': 'The user PIN given to tpm2_ptool addtoken',
        'lockout': "A wrong PIN counts in the TPM's dictionary-attack counter, which every user of the TPM shares; in lockout C_Login is CKR_PIN_LOCKED even with the right PIN. No PIN flag ever warns; `tpm2_getcap properties-variable` shows the counter",
        'variable': (
            {
                'name': 'TPM2_PKCS11_STORE',
                'kind': 'folder',
                'meaning': 'Folder of tpm2_pkcs11.sqlite3, tried first',
            },
            {
                'name': 'TPM2_PKCS11_TCTI',
                'kind': 'value',
                'meaning': 'How to reach the TPM, for example device:/dev/tpmrm0 or tabrmd:',
            },
            {
                'name': 'TPM2_PKCS11_LOG_LEVEL',
                'kind': 'value',
                'meaning': '0 errors, 1 warnings, 2 verbose',
            },
            {
                'name': 'TPM2_PKCS11_BACKEND',
                'kind': 'value',
                'meaning': 'esysdb (the SQLite store) or fapi',
            },
        ),
        'config': (
            {
                'path': '$TPM2_PKCS11_STORE/tpm2_pkcs11.sqlite3',
                'meaning': 'First choice',
            },
            {
                'path': '/etc/tpm2_pkcs11/tpm2_pkcs11.sqlite3',
                'meaning': 'System store, unless another was set at build time',
            },
            {
                'path': '$XDG_DATA_HOME/tpm2-pkcs11/tpm2_pkcs11.sqlite3',
                'meaning': 'In current releases, before HOME; without XDG_DATA_HOME below ~/.local/share',
            },
            {
                'path': '~/.tpm2_pkcs11/tpm2_pkcs11.sqlite3',
                'meaning': "Then the user's store: another user has other tokens",
            },
            {
                'path': './tpm2_pkcs11.sqlite3',
                'meaning': 'Last the current folder',
            },
        ),
        'store': (
            {
                'path': '/etc/tpm2_pkcs11',
                'kind': 'folder',
                'variable': 'TPM2_PKCS11_STORE',
                'beside': 'config',
                'meaning': 'SQLite file and its lock; the folder must be writable, and /dev/tpmrm0 accessible (often group tss)',
            },
        ),
        'departure': (
            {
                'text': 'The login belongs to the session that made it: closing that session logs the others out',
                'functions': ('C_Login', 'C_CloseSession'),
                'ref': 'tpm2-software/tpm2-pkcs11#844',
            },
            {
                'text': 'Session objects cannot be made in read-only sessions',
                'functions': ('C_CreateObject', 'C_DeriveKey'),
                'ref': 'tpm2-software/tpm2-pkcs11#921',
            },
            {
                'text': 'A TPM context out of step makes every C_Login CKR_GENERAL_ERROR until the module is loaded again',
                'functions': ('C_Login',),
                'ref': 'thin-edge/thin-edge.io#4353',
            },
            {
                'text': 'Curves are those of the TPM; some have P-256 and BN-256 alone',
                'functions': ('C_GenerateKeyPair',),
                'ref': 'tpm2-software/tpm2-pkcs11#199',
            },
        ),
    },
    'utimaco': {
        'name': 'Utimaco CryptoServer',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('utimaco securityserver', 'cryptoserver', 'cs_pkcs11'),
        'files': ('libcs_pkcs11_R2*.so*', 'libcs_pkcs11_R3*.so*', 'libcs2_pkcs11*.so*', 'cs_pkcs11_R2*.dll', 'cs_pkcs11_R3*.dll', 'cs2_pkcs11*.dll'),
        'log': 'In section [Global] of the configuration file: Logpath, Logging (level) and Logsize; attribute errors also go to stderr',
        'pin_format': 'User and SO: the PIN of the slot, which must be changed once after it was set (u.trust GP HSM); administrator (CKU_CS_GENERIC): user,PIN',
        'manufacturer': ('Utimaco',),
        'variable': (
            {
                'name': 'CS_PKCS11_R2_CFG',
                'kind': 'file',
                'meaning': 'Configuration file of the R2 library; without it default places are searched',
            },
            {
                'name': 'CS_PKCS11_R3_CFG',
                'kind': 'file',
                'meaning': 'Configuration file of the R3 library (u.trust, SecurityServer)',
            },
            {
                'name': 'CS_AUTH_KEYS',
                'kind': 'file',
                'meaning': 'Public key of the HSM (csadm GetHSMAuthKey), against which the link is authenticated',
            },
        ),
        'config': (
            {
                'path': '$CS_PKCS11_R3_CFG',
                'meaning': 'R3 library',
            },
            {
                'path': '$CS_PKCS11_R2_CFG',
                'meaning': 'R2 library: Device = PORT@HOST (the simulator: 3001@127.0.0.1)',
            },
            {
                'path': '/etc/utimaco/cs_pkcs11_R3.cfg',
                'meaning': 'Where the R3 file usually is',
            },
            {
                'path': '/etc/utimaco/cs_pkcs11_R2.cfg',
                'meaning': 'Where the R2 file usually is',
            },
        ),
        'departure': (
            {
                'text': 'Attribute errors are printed (Attribute 0x... not found) even where they are harmless',
                'functions': ('C_GetAttributeValue',),
                'ref': 'Mastercard/pkcs11-tools#45',
            },
            {
                'text': "A slot's SO is made by the CryptoServer administrator: login with user type CKU_CS_GENERIC (0x83) and a PIN of the form user,PIN or user,key file, then C_InitToken; the SO sets the user's PIN",
                'functions': ('C_Login', 'C_InitToken', 'C_InitPIN'),
                'ref': 'Utimaco sample code pkcs11_handson.c 1.3.0, Keyfactor/signserver:p11ng CKU_CS_GENERIC, bentonstark/py-hsm#3',
            },
            {
                'text': 'CKR_SLOT_ID_INVALID with the simulator: slots 0 to 9 exist only if the configuration file is found and has the sections [Global] and [CryptoServer] with Device: set CS_PKCS11_R2_CFG or CS_PKCS11_R3_CFG in the same environment',
                'functions': ('C_OpenSession', 'C_GetTokenInfo', 'C_GetSlotInfo', 'C_GetMechanismList'),
                'ref': 'bentonstark/py-hsm#12, OpenBao documentation: Utimaco HSMs (website/content/docs/guides/unseal/pkcs11/utimaco.mdx, read 2026-11)',
            },
            {
                'text': 'CKR_ATTRIBUTE_TYPE_INVALID for an attribute that the HSM does not have fails the whole search: leave it out of the template',
                'functions': ('C_FindObjectsInit', 'C_GetAttributeValue'),
            },
            {
                'text': 'RSA key pairs are made for signing unless the template says otherwise, and signing together with encryption is generally refused: for a key that decrypts give CKA_ENCRYPT and CKA_DECRYPT without CKA_SIGN',
                'functions': ('C_GenerateKeyPair', 'C_DecryptInit'),
                'ref': 'OpenBao documentation: Utimaco HSMs (website/content/docs/guides/unseal/pkcs11/utimaco.mdx, read 2026-11)',
            },
            {
                'text': 'CryptoServer CP5: a key must be authorised with cxitool AuthorizeKey before its first use and again after each restart of the HSM',
                'functions': ('C_SignInit', 'C_DecryptInit', 'C_EncryptInit', 'C_Sign', 'C_Decrypt'),
                'ref': 'OpenBao documentation: Utimaco HSMs (website/content/docs/guides/unseal/pkcs11/utimaco.mdx, read 2026-11)',
            },
            {
                'text': 'A new slot has no users: p11tool2 Login=ADMIN,KEYFILE InitToken, then LoginSO InitPIN; on a u.trust GP HSM both PINs must then be changed once (SetPIN) before they can be used',
                'functions': ('C_Login', 'C_InitPIN'),
                'ref': 'OpenBao documentation: Utimaco HSMs (website/content/docs/guides/unseal/pkcs11/utimaco.mdx, read 2026-11)',
            },
            {
                'text': 'The library needs glibc: it cannot be loaded on Alpine (musl)',
                'functions': ('C_Initialize', 'C_GetFunctionList'),
                'ref': 'OpenBao documentation: Utimaco HSMs (website/content/docs/guides/unseal/pkcs11/utimaco.mdx, read 2026-11)',
            },
        ),
    },
    'watchdata': {
        'name': 'Watchdata ProxKey',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('proxkey', 'watchdata'),
        'files': ('libwdpkcs*.so*', 'libwdpkcs*.dylib', 'wdpkcs*.dll'),
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'manufacturer': ('WatchData',),
        'departure': (
            {
                'text': "Little is published about this module: read the tries in the maker's token manager, not from PIN flags; use this module rather than OpenSC's for the maker's own profile of the card",
            },
        ),
    },
    'web-servers': {
        'name': "nginx, Apache, HAProxy, curl with OpenSSL's engine or provider",
        'kind': 'client',
        'caller': 'program',
        'family': 'libp11',
        'aliases': ('nginx', 'apache', 'httpd', 'haproxy', 'curl', 'mod_ssl'),
        'log': "The server's error log with OpenSSL's queue (its reason number is the CK_RV); ckr annotate reads it",
        'pin_format': 'pin-value or pin-source in the PKCS #11 URI, or PIN of the engine section in openssl.cnf',
        'lockout': 'Every reload and every worker logs in: one wrong PIN in the configuration can use up all tries at once',
        'config': (
            {
                'path': 'openssl.cnf (OPENSSL_CONF)',
                'meaning': 'engine_id = pkcs11, MODULE_PATH, PIN; or the provider section',
            },
            {
                'path': 'nginx.conf',
                'meaning': 'env NAME; for each variable the module needs: workers lose the environment',
            },
        ),
        'departure': (
            {
                'text': 'Workers are forked after the module was loaded: CKR_CRYPTOKI_NOT_INITIALIZED or CKR_SESSION_HANDLE_INVALID in the worker until engine and module handle the fork',
                'functions': ('C_SignInit', 'C_Sign', 'C_OpenSession'),
                'ref': 'OpenSC/libp11#245, OpenSC/libp11#39',
            },
            {
                'text': "nginx clears the environment of its workers: name the module's variables with env, else the module finds no configuration (CKR_ARGUMENTS_BAD with the YubiHSM's)",
                'functions': ('C_Initialize',),
                'ref': 'Yubico/yubihsm-shell#492',
            },
            {
                'text': 'TLS 1.3 signs with RSA-PSS: a token without it is CKR_MECHANISM_INVALID; allow TLS 1.2 with PKCS#1 v1.5 or use an EC key',
                'functions': ('C_SignInit',),
            },
            {
                'text': "Apache: variables go into /etc/apache2/envvars or the unit; the first process starts as root, the workers run as www-data or apache: both must be able to read the module's configuration and token folder",
                'functions': ('C_Initialize', 'C_GetSlotList', 'C_GetTokenInfo', 'C_OpenSession'),
            },
        ),
    },
    'wolfpkcs11': {
        'name': 'wolfPKCS11',
        'kind': 'module',
        'token': ('software',),
        'aliases': ('wolfssl pkcs11', 'libwolfpkcs11'),
        'files': ('libwolfpkcs11*.so*', 'libwolfpkcs11*.dylib', 'wolfpkcs11*.dll'),
        'manufacturer': ('wolfpkcs11',),
        'log': 'Only in builds with DEBUG_WOLFPKCS11: calls and results on standard error or output',
        'pin_format': 'Any text between ulMinPinLen and ulMaxPinLen of CK_TOKEN_INFO',
        'lockout': 'After the maximum number of wrong PINs CKF_USER_PIN_LOCKED (CKF_SO_PIN_LOCKED) stays on for a time and then goes off; builds without a clock never lock',
        'variable': (
            {
                'name': 'WOLFPKCS11_TOKEN_PATH',
                'kind': 'folder',
                'meaning': 'Where token files are; releases around 1.3 use /tmp without it, which a restart may empty',
            },
            {
                'name': 'WOLFPKCS11_NO_STORE',
                'kind': 'switch',
                'meaning': 'Any value: nothing is kept',
            },
        ),
        'departure': (
            {
                'text': 'Older releases reported any failure of a login, even a damaged object, as CKR_PIN_INCORRECT',
                'functions': ('C_Login',),
                'ref': 'wolfSSL/wolfPKCS11#115',
            },
            {
                'text': 'CKR_USER_PIN_NOT_INITIALIZED: the token has no such PIN yet, which is also what a token looks like whose files lie elsewhere (WOLFPKCS11_TOKEN_PATH of this process)',
                'functions': ('C_Login',),
                'ref': 'wolfSSL/wolfPKCS11:src/slot.c',
            },
            {
                'text': "CKR_DEVICE_ERROR in C_Login: PIN and roles are not the reason (they have codes of their own); look at the token's files and at builds that differ. With a TPM, CKR_DEVICE_MEMORY: its sessions or objects are used up",
                'functions': ('C_Login',),
            },
            {
                'text': 'CKU_CONTEXT_SPECIFIC is not supported and is always CKR_OPERATION_NOT_INITIALIZED',
                'functions': ('C_Login',),
                'ref': 'wolfSSL/wolfPKCS11:src/slot.c',
            },
            {
                'text': 'CKR_PIN_INCORRECT from C_InitToken also while the SO PIN is in its pause after wrong tries; CKR_FUNCTION_FAILED: the token could not be reset',
                'functions': ('C_InitToken',),
                'ref': 'wolfSSL/wolfPKCS11:src/slot.c',
            },
            {
                'text': 'CKR_FUNCTION_NOT_SUPPORTED: C_WaitForSlotEvent answers only with CKF_DONT_BLOCK (CKR_NO_EVENT, slots never change), and C_SessionCancel is a stub',
                'functions': ('C_WaitForSlotEvent', 'C_SessionCancel'),
                'ref': 'wolfSSL/wolfPKCS11:src/slot.c',
            },
        ),
    },
    'ykcs11': {
        'name': 'YKCS11 (YubiKey PIV)',
        'kind': 'module',
        'token': ('card',),
        'aliases': ('yubikey', 'yubikey piv', 'libykcs11'),
        'files': ('libykcs11.so*', 'libykcs11*.dylib', 'libykcs11*.dll', 'ykcs11*.dll'),
        'log': 'YKCS11_DBG=1 to 9 in the environment writes to stderr',
        'pin_format': 'PIV PIN of 6 to 8 characters; the SO PIN is the management key as 48 hex digits (or longer with AES-256), or a PIN where the management key is PIN-protected',
        'lockout': 'PIN and PUK have try counters in the applet; `ykman piv info` shows what is left without using one. The user PIN given as SO PIN uses up a PIN try',
        'daemon': {
            'name': 'pcscd',
            'check': 'systemctl status pcscd.socket pcscd; ykman list',
            'variable': 'PCSCLITE_CSOCK_NAME',
            'sockets': ('/run/pcscd/pcscd.comm',),
        },
        'variable': ({'name': 'YKCS11_DBG', 'kind': 'value', 'meaning': '1 (little) to 9 (all)'},),
        'departure': (
            {
                'text': 'PC/SC errors are CKR_DEVICE_REMOVED',
                'functions': ('C_GetSlotList', 'C_OpenSession'),
                'ref': 'Yubico/yubico-piv-tool:ykcs11/utils.c',
            },
            {
                'text': 'A PIN of impossible length is CKR_ARGUMENTS_BAD before the key sees it',
                'functions': ('C_Login',),
                'ref': 'Yubico/yubico-piv-tool:ykcs11/token.c',
            },
            {
                'text': '16 sessions for the whole library, although CK_TOKEN_INFO says 16 a token',
                'functions': ('C_OpenSession',),
                'ref': 'Yubico/yubico-piv-tool#573',
            },
            {
                'text': 'Unsupported algorithms and parse errors are CKR_ARGUMENTS_BAD; an empty PIV slot is CKR_KEY_HANDLE_INVALID',
                'ref': 'Yubico/yubico-piv-tool:ykcs11/utils.c, Yubico/yubico-piv-tool:lib/ykpiv.c',
            },
        ),
    },
    'yubihsm': {
        'name': 'YubiHSM',
        'kind': 'module',
        'token': ('hsm',),
        'aliases': ('yubihsm2', 'yubihsm_pkcs11', 'yubihsm-shell'),
        'files': ('yubihsm_pkcs11.so*', 'yubihsm_pkcs11.dylib', 'yubihsm_pkcs11.dll'),
        'log': 'In yubihsm_pkcs11.conf: debug (messages), dinout (every call), libdebug (device protocol), debug-file = FILE; or YUBIHSM_PKCS11_DBG=1, YUBIHSM_PKCS11_DINOUT=1, YUBIHSM_LIB_DBG=1 in the environment',
        'pin_format': "Four hex digits of the authentication key's ID, then its password: 0001password",
        'lockout': 'No try counter at the PKCS #11 level is known; CKU_SO does not exist',
        'daemon': {
            'name': 'yubihsm-connector',
            'check': 'curl -s http://127.0.0.1:12345/connector/status',
            'process': 'yubihsm-connector',
        },
        'variable': (
            {
                'name': 'YUBIHSM_PKCS11_CONF',
                'kind': 'file',
                'meaning': 'Configuration file; without it ./yubihsm_pkcs11.conf in the current folder, which a service does not have',
            },
            {
                'name': 'YUBIHSM_PKCS11_DBG',
                'kind': 'switch',
                'meaning': '1: debug messages',
            },
            {
                'name': 'YUBIHSM_PKCS11_DINOUT',
                'kind': 'switch',
                'meaning': '1: trace of every call',
            },
            {
                'name': 'YUBIHSM_LIB_DBG',
                'kind': 'switch',
                'meaning': '1: messages of the device library',
            },
        ),
        'config': (
            {
                'path': '$YUBIHSM_PKCS11_CONF',
                'meaning': 'Holds at least `connector = http://127.0.0.1:12345` or `connector = yhusb://`',
            },
            {
                'path': './yubihsm_pkcs11.conf',
                'meaning': 'Used when the variable is not set',
            },
        ),
        'departure': (
            {
                'text': 'No connector configured is CKR_ARGUMENTS_BAD; releases up to 2025 also refused C_Initialize(NULL)',
                'functions': ('C_Initialize',),
                'ref': 'Yubico/yubihsm-shell#492, Yubico/yubihsm-shell#501',
            },
            {
                'text': 'A PIN of impossible length is CKR_ARGUMENTS_BAD before the device sees it; other characters than hex in the first four count as an incorrect PIN',
                'functions': ('C_Login',),
                'ref': 'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c',
            },
            {
                'text': 'Missing capabilities or domains, a disabled algorithm and a demo device are CKR_FUNCTION_REJECTED',
                'ref': 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c, Yubico/yubihsm-shell#59',
            },
            {
                'text': '16 device sessions in all, freed after about 30 seconds without traffic',
                'functions': ('C_OpenSession',),
                'ref': 'oxidecomputer/offline-keystore#44',
            },
            {
                'text': 'A full audit log and a full store are both CKR_DEVICE_MEMORY',
                'ref': 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
            },
            {
                'text': 'There are no session objects: CKA_TOKEN false is refused with CKR_ATTRIBUTE_VALUE_INVALID',
                'functions': ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair'),
                'ref': 'Yubico/yubihsm-shell#391',
            },
            {
                'text': 'C_SetPIN, C_InitPIN and C_InitToken are CKR_FUNCTION_NOT_SUPPORTED: change the password of an authentication key with yubihsm-shell (change authkey), and make a new one before the old one is deleted',
                'functions': ('C_SetPIN', 'C_InitPIN', 'C_InitToken'),
            },
        ),
    },
}
