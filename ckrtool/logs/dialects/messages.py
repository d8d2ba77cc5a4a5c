"""Programs that report a return code in a message of their own form."""

from __future__ import annotations

from ckrtool.logs.dialects.model import Dialect
from ckrtool.logs.lazy_re import lazy

MESSAGES = (
    Dialect(
        "pkcs11-provider-error",
        "pkcs11-provider debug: a failed call",
        "message",
        b" returned by C_",
        lazy(rb"Error (?P<code>0x[0-9A-Fa-f]{1,16}|\d{1,20}) returned by (?P<function>C_\w{3,40})"),
        b"[./interface.gen.c:322] p11prov_Login(): Error 160 returned by C_Login",
        "the debug statements of pkcs11-provider's interface",
    ),
    Dialect(
        "pkcs11-provider-raise",
        "pkcs11-provider debug: an error it raised",
        "message",
        b"): Error: 0x",
        lazy(rb"\[\S{1,300}:\d{1,9}\] \w{1,80}\(\): Error: (?P<code>0x[0-9A-Fa-f]{8});"),
        b"[src/session.c:270] session_new(): Error: 0x000000B1; Max sessions (-1) exceeded",
        "openssl-projects/pkcs11-provider#312",
        strong=False,
    ),
    Dialect(
        "pkcs11-provider-session",
        "pkcs11-provider debug: what C_OpenSession returned",
        "message",
        b" ret:",
        lazy(rb"(?P<function>C_\w{3,40}) ret:(?P<code>\d{1,20})\b"),
        b"[session.c:72] token_session_open(): C_OpenSession ret:0 (session: 2)",
        "openssl-projects/pkcs11-provider#198",
        base="decimal",
    ),
    Dialect(
        "pkcs11-helper-validate",
        "pkcs11-helper (OpenVPN): asking whether a session is open before it in_trace one",
        "message",
        b"179",
        lazy(
            rb"(?:_pkcs11h_(?:session_validate|certificate_loadCertificate) return rv=|Get certificate attributes failed: )"
            rb"(?P<code>179)[-:]'(?P<name>CKR_SESSION_HANDLE_INVALID)"
        ),
        b"PKCS#11: _pkcs11h_session_validate return rv=179-'CKR_SESSION_HANDLE_INVALID'",
        "openvpn --verb 11 --show-pkcs11-ids with SoftHSM",
        base="decimal",
        normal=frozenset({179}),
    ),
    Dialect(
        "pkcs11-helper",
        "pkcs11-helper (OpenVPN)",
        "message",
        b"rv=",
        lazy(rb"\brv=(?P<code>-?\d{1,20})-'(?P<name>CKR_\w{1,80})?"),
        b"PKCS#11: _pkcs11h_session_validate return rv=179-'CKR_SESSION_HANDLE_INVALID'",
        "openvpn --verb 11 --show-pkcs11-ids with SoftHSM",
        base="decimal",
    ),
    Dialect(
        "java",
        "Java: PKCS11Exception, the function on a stack line below",
        "message",
        b"PKCS11Exception: ",
        lazy(rb"PKCS11Exception: (?:(?P<name>CKR_\w{1,80})|(?P<code>0x[0-9A-Fa-f]{1,16}))(?![\w.])"),
        b"Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT",
        "KeyStore.load of SunPKCS11 with a wrong PIN, JDK 17",
        base="hex",
        ahead=True,
    ),
    Dialect(
        "jacknji11",
        "jacknji11 (EJBCA, SignServer), the function on a stack line below",
        "message",
        b"CKRException: ",
        lazy(
            rb"CKRException: (?:[^:\r\n]{0,80}: )?(?P<code>0x[0-9A-Fa-f]{1,16})(?:: (?P<name>CKR_\w{1,80}))?"
        ),
        b"org.pkcs11.jacknji11.CKRException: 0x000000a0: CKR_PIN_INCORRECT",
        "jacknji11's CKRException",
        base="hex",
        ahead=True,
    ),
    Dialect(
        "pkcs11js",
        "pkcs11js and graphene (Node.js), the function on a stack line below",
        "message",
        b"Error: CKR_",
        lazy(rb"(?:^|[\s(])(?:Pkcs11)?Error: (?P<name>CKR_\w{1,80})(?::(?P<code>\d{1,20}))?"),
        b"Pkcs11Error: CKR_PIN_INCORRECT",
        "pkcs11js with SoftHSM",
        base="decimal",
        ahead=True,
    ),
    Dialect(
        "pkcs11js-old",
        "node-webcrypto-p11 and old pkcs11js: name and number, the function on a stack line below",
        "message",
        b"CKR_",
        lazy(rb"^\s*(?P<name>CKR_\w{1,80}):(?P<code>\d{1,20})\s*$"),
        b"CKR_DEVICE_ERROR:48",
        "PeculiarVentures/node-webcrypto-p11#56",
        base="decimal",
        ahead=True,
    ),
    Dialect(
        "go",
        "Go: miekg/pkcs11 and what is built on it (Vault, step-ca, Fabric)",
        "message",
        b"pkcs11: 0x",
        lazy(rb"pkcs11: (?P<code>0x[0-9A-Fa-f]{1,16}):(?: (?P<name>CKR_\w{1,80}))?"),
        b"pkcs11: 0x190: CKR_CRYPTOKI_NOT_INITIALIZED",
        "eclipse-keypont/crypto11#95",
        base="hex",
    ),
    Dialect(
        "rust-cryptoki",
        "rust-cryptoki: an error's debug form",
        "message",
        b"Pkcs11(",
        lazy(
            rb"\bPkcs11\((?:RvError::)?(?:(?P<word>[A-Z]\w{1,60})(?:\((?P<code>0x[0-9A-Fa-f]{1,16}|\d{1,20})\))?)"
            rb"(?:, (?:Function::)?(?P<spoken>[A-Z]\w{1,60}))?\)"
        ),
        b"Error: Pkcs11(PinIncorrect, Login)",
        "the Debug form of cryptoki::error::Error",
    ),
    Dialect(
        "rust-cryptoki-sentence",
        "rust-cryptoki: an error's display form, without name and number",
        "message",
        b"PKCS11 error: ",
        lazy(rb"(?:Function::(?P<spoken>\w{1,60}): )?PKCS11 error: (?P<sentence>[A-Z][^\r\n]{10,700})"),
        b"error: cryptoki::error::Error - Function::Initialize: PKCS11 error: This value can only be returned by "
        b"C_Login.  It indicates that the normal user's PIN has not yet been initialized with C_InitPIN.",
        "latchset/kryoptic#391",
    ),
    Dialect(
        "p11-kit-message",
        "p11-kit: a module that failed to initialise",
        "message",
        b"p11-kit: ",
        lazy(
            rb"\bp11-kit: \S{1,80}: module failed to initialize(?:, skipping)?: (?P<sentence>[A-Z][^\r\n]{5,200})"
        ),
        b"p11-kit: softhsm2: module failed to initialize, skipping: An error occurred on the device",
        "the message of p11-kit's modules.c",
        function="C_Initialize",
    ),
    Dialect(
        "rust-rverror",
        "rust-cryptoki: the name of a code",
        "message",
        b"RvError::",
        lazy(rb"\bRvError::(?P<word>[A-Z]\w{1,60})(?:\((?P<code>0x[0-9A-Fa-f]{1,16}|\d{1,20})\))?"),
        b"RvError::PinIncorrect",
        "parallaxsecond/rust-cryptoki",
    ),
    Dialect(
        "python-pkcs11",
        "python-pkcs11: an exception's name",
        "message",
        b"pkcs11.exceptions.",
        lazy(rb"\bpkcs11\.exceptions\.(?P<word>[A-Z]\w{1,60})"),
        b"pkcs11.exceptions.PinIncorrect",
        "python-pkcs11 with SoftHSM",
    ),
    Dialect(
        "pykcs11-vendor",
        "PyKCS11: a vendor's code, printed without 0x80000000",
        "message",
        b"Vendor error (0x",
        lazy(rb"\bVendor error \((?P<code>0x[0-9A-Fa-f]{8})\)"),
        b"PyKCS11.PyKCS11Error: Vendor error (0x0000000A)",
        "PyKCS11Error.__str__",
        base="hex",
        offset=0x80000000,
    ),
    Dialect(
        "pykcs11-unknown",
        "PyKCS11: a code it has no name for",
        "message",
        b"Unknown error (0x",
        lazy(rb"PyKCS11Error: Unknown error \((?P<code>0x[0-9A-Fa-f]{8})\)"),
        b"PyKCS11.PyKCS11Error: Unknown error (0x00000123)",
        "PyKCS11Error.__str__",
        base="hex",
    ),
    Dialect(
        "pykcs11-repr",
        "PyKCS11: an exception as repr() prints it",
        "message",
        b"PyKCS11Error(",
        lazy(rb"\bPyKCS11Error\((?P<code>-?\d{1,20})[,)]"),
        b"PyKCS11Error(160)",
        "PyKCS11 with SoftHSM, logging %r of the exception",
        base="decimal",
    ),
    Dialect(
        "gnutls",
        "GnuTLS debug: the result of a login",
        "message",
        b"Login result = ",
        lazy(rb"p11: Login result = [^\r\n]{0,80}\((?P<code>\d{1,20})\)\s*$"),
        b"|<2>| p11: Login result = ok (0)",
        "tpm2-software/tpm2-pkcs11#516",
        base="decimal",
        function="C_Login",
    ),
    Dialect(
        "openssl-error",
        "libp11 and pkcs11-provider in OpenSSL's error queue",
        "message",
        b"error:",
        lazy(
            rb"\berror:(?P<packed>[0-9A-Fa-f]{8}):(?P<library>PKCS#11 module|PKCS11 library|PKCS11|Vendor defined|lib\(\d+\)|"
            rb"(?:/[^:\r\n]{1,200}/)?pkcs11(?:\.(?:so|dylib))?):(?P<routine>[^:\r\n]{0,120})"
        ),
        b"401703828C7F0000:error:418000A0:PKCS#11 module:ERR_CKR_error:PIN incorrect:p11_slot.c:208:",
        "openssl pkeyutl with libp11's engine, SoftHSM and a wrong PIN",
    ),
    Dialect(
        "strongswan",
        "strongSwan: what failed, and the name without CKR_",
        "message",
        b"failed: ",
        lazy(
            rb"\b(?:(?P<function>C_\w{3,40})(?:\([^()\r\n]{0,80}\))?(?: for '[^'\r\n]{0,200}')?|(?P<spoken>login) to\b[^\r\n]{1,200}?) "
            rb"failed: (?P<word>[A-Z]{2,20}_[A-Z_]{2,40})\s*$"
        ),
        b"00[LIB] C_SignInit() failed: KEY_HANDLE_INVALID",
        "strongSwan's pki with SoftHSM and a wrong PIN; its pkcs11 plugin",
    ),
    Dialect(
        "strongswan-session",
        "strongSwan: a session that was not in_trace, the name without CKR_",
        "message",
        b"session",
        lazy(
            rb"\bopening\b[^\r\n]{0,60} ?session\b[^\r\n]{0,120}? failed: (?P<word>[A-Z]{2,20}_[A-Z_]{2,40})\s*$"
        ),
        b"00[CFG] opening session failed: TOKEN_NOT_RECOGNIZED",
        "softhsm/SoftHSMv2#748",
        function="C_OpenSession",
    ),
    Dialect(
        "strongswan-error",
        "strongSwan: an error of a function, the name without CKR_",
        "message",
        b" error",
        lazy(
            rb"\b(?P<function>C_\w{3,40})\([^()\r\n]{0,80}\) error(?: for '[^'\r\n]{0,200}')?: (?P<word>[A-Z]{2,20}_[A-Z_]{2,40})\s*$"
        ),
        b"00[CFG] C_Initialize() error for 'hsm': GENERAL_ERROR",
        "strongSwan's pkcs11 plugin, pkcs11_library.c",
    ),
)
