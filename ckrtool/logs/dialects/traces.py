"""Programs that log every call: the lines where a call starts, and those where it returns."""

from __future__ import annotations

from ckrtool.logs.dialects.model import Dialect
from ckrtool.logs.lazy_re import lazy

_NSS_THREAD = (
    rb"(?:(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}) UTC - )?"
    rb"(?P<thread>-?\d{1,20}\[[0-9a-fA-F]{1,16}\]|\[[^\]\r\n]{1,80}\])"
)
_LOGGER_THREAD = (
    rb"(?:(?P<thread>0x[0-9a-fA-F]{4,16} : 0x[0-9a-fA-F]{4,16}) : )?"
    rb"(?:(?P<time>[0-9-]{10} [0-9:]{8}(?:\.\d{1,9})?) - )?"
)

TRACES = (
    Dialect(
        "pkcs11-provider",
        "pkcs11-provider debug: a call's head",
        "call",
        b"Calling C_",
        lazy(rb"p11prov_\w{1,60}\(\): Calling (?P<function>C_\w{3,40})"),
        b"[./interface.gen.c:215] p11prov_OpenSession(): Calling C_OpenSession",
        "openssl-projects/pkcs11-provider#198",
        counts=True,
    ),
    Dialect(
        "pkcs11-spy",
        "OpenSC pkcs11-spy: a call's head",
        "call",
        b": C_",
        lazy(rb"(?:^|[\s\]>|])(?P<thread>\d{1,9}): (?P<function>C_\w{3,40})\s*$"),
        b"7: C_Login",
        "pkcs11-spy around SoftHSM",
        pairing="stack",
        counts=True,
    ),
    Dialect(
        "pkcs11-spy-unprefixed",
        "OpenSC pkcs11-spy: the head of C_SetOperationState, printed without C_",
        "call",
        b": SetOperationState",
        lazy(rb"(?:^|[\s\]>|])(?P<thread>\d{1,9}): SetOperationState\s*$"),
        b"93: SetOperationState",
        "pkcs11-spy 0.23 around SoftHSM",
        pairing="stack",
        function="C_SetOperationState",
        strong=False,
        counts=True,
    ),
    Dialect(
        "pkcs11-spy-return",
        "OpenSC pkcs11-spy: what a call returned",
        "return",
        b"Returned:",
        lazy(
            rb"(?<![A-Za-z]\s)(?<![A-Za-z])Returned:\s{1,4}(?P<code>-?\d{1,20})(?:\s+(?P<name>CKR_\w{1,80}))?(?![\w.%])"
        ),
        b"Returned:  160 CKR_PIN_INCORRECT",
        "pkcs11-spy around SoftHSM",
        pairing="stack",
        base="decimal",
        strong=False,
    ),
    Dialect(
        "p11-kit",
        "p11-kit's call log: a call's head",
        "call",
        b"C_",
        lazy(rb"^(?P<function>C_[A-Z][A-Za-z]{2,40})\s*$"),
        b"C_Login",
        "p11-kit-proxy with log-calls = yes around SoftHSM",
        counts=True,
    ),
    Dialect(
        "p11-kit-return",
        "p11-kit's call log: what a call returned",
        "return",
        b" = CKR_",
        lazy(
            rb"(?<!\w)(?P<function>C_[A-Z][A-Za-z]{2,40}) = (?:CKR_(?P<code>0x[0-9A-Fa-f]{1,16})|(?P<name>CKR_\w{1,80}))\s*$"
        ),
        b"C_Login = CKR_PIN_INCORRECT",
        "p11-kit-proxy with log-calls = yes around SoftHSM",
        base="hex",
    ),
    Dialect(
        "nss",
        "NSS module logger: a call's head",
        "call",
        b": C_",
        lazy(_NSS_THREAD + rb": (?P<function>C_\w{3,40})\s*$"),
        b"-1481296064[5623a9074cc0]: C_Initialize",
        "certutil with NSS_DEBUG_PKCS11_MODULE",
        pairing="thread",
        counts=True,
    ),
    Dialect(
        "nss-return",
        "NSS module logger: what a call returned",
        "return",
        b"  rv = ",
        lazy(
            _NSS_THREAD
            + rb": (?:[A-Z]/\S{1,60})?\s+rv = (?:(?P<name>CKR_\w{1,80})|(?P<code>0x[0-9a-fA-F]{1,16}|\d{1,20}))\s*$"
        ),
        b"-1481296064[5623a9074cc0]:   rv = CKR_OK",
        "certutil with NSS_DEBUG_PKCS11_MODULE",
        pairing="thread",
    ),
    Dialect(
        "nss-firefox",
        "NSS module logger in Firefox (MOZ_LOG): a call's head",
        "call",
        b"nss_mod_log",
        lazy(rb"(?P<thread>\[[^\]\r\n]{1,80}\]): [A-Z]/nss_mod_log\s+(?P<function>C_\w{3,40})\s*$"),
        b"[Parent 4711: Main Thread]: D/nss_mod_log C_Login",
        "format of MOZ_LOG around the module logger's lines",
        pairing="thread",
        counts=True,
    ),
    Dialect(
        "pkcs11-logger",
        "pkcs11-logger: a call's head",
        "call",
        b" C_",
        lazy(rb"(?:^|[\s:-])" + _LOGGER_THREAD + rb"(?:Calling|Entered) (?P<function>C_\w{3,40})\s*$"),
        b"0x00002450 : 0x00001060 : Calling C_Finalize",
        "Pkcs11Interop/pkcs11-logger#3",
        pairing="thread",
        counts=True,
    ),
    Dialect(
        "pkcs11-logger-return",
        "pkcs11-logger: what a call returned",
        "return",
        b"Returning ",
        lazy(
            rb"(?:^|[\s:-])"
            + _LOGGER_THREAD
            + rb"Returning (?P<code>-?\d{1,20}) \((?:(?P<name>CKR_\w{1,80})|[^)]{0,40})\)"
        ),
        b"0x000061f8 : 0x00001090 : Returning 401 (CKR_CRYPTOKI_ALREADY_INITIALIZED)",
        "web-eid/libelectronic-id#45",
        pairing="thread",
        base="decimal",
    ),
    Dialect(
        "opencryptoki",
        "openCryptoki trace: a call of the API",
        "call",
        b" api] ",
        lazy(rb"\[\S{1,300}:\d{1,9} api\] [A-Z]+:\s+(?P<function>C_\w{3,40})\b(?!:)"),
        b"08/01/2019 09:21:54 [usr/lib/api/api_interface.c:2311 api] INFO: C_GetSlotList",
        "opencryptoki/opencryptoki#242",
        counts=True,
    ),
    Dialect(
        "opencryptoki-return",
        "openCryptoki trace: what the token's library returned",
        "return",
        b": rc = ",
        lazy(rb"\bS?(?P<function>C_\w{3,40}): rc = (?P<code>0x[0-9a-fA-F]{1,16})"),
        b"[../common/new_host.c:1021 swtok] INFO: C_Login: rc = 0x000000a0, sess = 1",
        "the trace statements of openCryptoki's common/new_host.c",
        base="hex",
    ),
    Dialect(
        "tpm2-pkcs11",
        "tpm2-pkcs11 log: a call's head",
        "call",
        b'enter "C_',
        lazy(rb'enter "(?P<function>C_\w{3,40})"'),
        b'INFO on line: "457" in file: "src/pkcs11.c": enter "C_Login"',
        "pkcs11-tool with tpm2-pkcs11 on swtpm, TPM2_PKCS11_LOG_LEVEL=2",
        counts=True,
    ),
    Dialect(
        "tpm2-pkcs11-return",
        "tpm2-pkcs11 log: what a call returned",
        "return",
        b'return "C_',
        lazy(rb'return "(?P<function>C_\w{3,40})" value: (?P<code>-?\d{1,20})'),
        b'INFO on line: "457" in file: "src/pkcs11.c": return "C_Login" value: 145',
        "pkcs11-tool with tpm2-pkcs11 on swtpm, TPM2_PKCS11_LOG_LEVEL=2",
        base="decimal",
    ),
    Dialect(
        "nshield",
        "nShield (Entrust) PKCS #11 debug: a call's head",
        "call",
        b" >> ",
        lazy(rb"(?P<thread>\bt[0-9a-f]{4,20}|\[\d+\]): pkcs11: [0-9A-F]{8} >>\s+(?P<function>C_\w{3,40})"),
        b"2025-09-24 16:25:24 [2036444] tc0c6b5844e7f0000: pkcs11: 000008CD >>   C_SignInit",
        "smallstep/certificates#2409",
        pairing="thread",
        counts=True,
    ),
    Dialect(
        "nshield-return",
        "nShield (Entrust) PKCS #11 debug: what a call returned",
        "return",
        b" rv 0x",
        lazy(
            rb"(?P<thread>\bt[0-9a-f]{4,20}|\[\d+\]): pkcs11: [0-9A-F]{8} <\s+rv (?P<code>0x[0-9A-Fa-f]{8,16})"
            rb"(?: \((?P<name>CKR_\w{1,80}))?"
        ),
        b"2025-09-24 16:25:24 [2036444] tc0c6b5844e7f0000: pkcs11: 000008CC <    rv 0x00000000 (CKR_OK)",
        "smallstep/certificates#2409",
        pairing="thread",
        base="hex",
    ),
    Dialect(
        "yubihsm",
        "yubihsm_pkcs11 debug: a call's head",
        "call",
        b"): In",
        lazy(rb"\((?P<function>C_\w{3,40})\): In\s*$"),
        b"[P11 - INF 17:46:03.420362] yubihsm_pkcs11.c:515 (C_GetSlotList): In",
        "Yubico/yubihsm-shell#492",
        counts=True,
    ),
    Dialect(
        "opensc",
        "OpenSC debug log: what a call returned",
        "return",
        b"() = ",
        lazy(
            rb"(?<![\w()])(?P<function>C_[A-Z]\w{2,40})\(\) = (?:(?P<name>CKR_\w{1,80})|(?P<code>0x[0-9A-Fa-f]{1,16}|\d{1,20}))(?![\w.])"
        ),
        b"P:573369; T:0x140736495433280 21:03:07.269 [opensc-pkcs11] pkcs11-object.c:690:C_SignInit: "
        b"C_SignInit() = CKR_OK",
        "OpenSC/OpenSC#2428",
        counts=True,
    ),
    Dialect(
        "optee",
        "OP-TEE PKCS #11 trusted application: what a command returned",
        "return",
        b"PKCS11_CMD_",
        lazy(
            rb"\bPKCS11_CMD_(?P<spoken>\w{1,60}) rc (?P<code>0x[0-9a-fA-F]{1,16}|\d{1,20})/(?P<word>\w{1,60})"
        ),
        b"D/TA:  TA_InvokeCommandEntryPoint:364 PKCS11_CMD_LOGIN rc 0/OK",
        "OP-TEE/optee_os#5965",
        counts=True,
    ),
    Dialect(
        "cloudhsm",
        "CloudHSM client SDK 5: a call's head",
        "call",
        b" invoked",
        lazy(rb"\[cloudhsm_pkcs11\S{0,80}\] (?P<function>C_\w{3,40}) invoked\s*$"),
        b"2021-06-23T11:24:38.628Z DEBUG [2517] ThreadId(3) [cloudhsm_pkcs11::session::C_OpenSession] C_OpenSession invoked",
        "OpenSC/libp11#412",
        counts=True,
    ),
    Dialect(
        "keychain-pkcs11",
        "keychain-pkcs11: a call's head",
        "call",
        b" called",
        lazy(rb"pkcs11:\w{1,40}\] (?P<function>C_\w{3,40}) called\s*$"),
        b"firefox: (keychain-pkcs11.so) [mil.navy.nrl.cmf.pkcs11:general] C_GetSlotInfo called",
        "kenh/keychain-pkcs11#1",
        counts=True,
    ),
    Dialect(
        "luna-cklog",
        "Luna cklog: a finished call",
        "return",
        b"FINI",
        lazy(rb"\bFINI(?P<spoken>[A-Z][A-Za-z]{1,60})\W{1,3}(?P<name>CKR_\w{1,80})\((?P<ms>\d+)ms\)"),
        b"10:41:02 04412-139872:FINILogin CKR_PIN_INCORRECT(12ms) {}",
        "the compact format (NewFormat=1) of Luna's cklog",
        counts=True,
    ),
)
