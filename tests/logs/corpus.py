"""Lines of real logs with what they say: (line, [(text, value, function), ...]). Where each is from stands beside it.

`text` is what is annotated: the name where there is one, else the number. The lines that come from threads of public
projects are shortened to what matters.
"""

from __future__ import annotations

from pathlib import Path

Expected = list[tuple[str, int, str | None]]

# How rust-cryptoki prints a code: parallaxsecond/parsec#730
PARSEC = "parsec[391160]: [ERROR cryptoki::context] Failed to finalize: PKCS11 error: "
NOT_INITIALIZED = (
    "This value can be returned by any function other than C_Initialize and C_GetFunctionList.  It indicates that the "
    "function cannot be executed because the Cryptoki library has not yet been initialized by a call to C_Initialize."
)

SAYING: list[tuple[str, Expected]] = [
    # a time before the message looks like a compiler's FILE:LINE:COLUMN
    (
        "2026-11-25T12:00:42: error: C_Sign: CKR_DEVICE_ERROR",
        [("CKR_DEVICE_ERROR", 0x30, "C_Sign")],
    ),
    # pkcs11-tool (run with SoftHSM; OpenSC/OpenSC#1655)
    (
        "error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)",
        [("CKR_PIN_INCORRECT", 0xA0, "C_Login")],
    ),
    (
        "error: PKCS11 function C_Login failed: rv = CKR_DATA_LEN_RANGE (0x21)",
        [("CKR_DATA_LEN_RANGE", 0x21, "C_Login")],
    ),
    (
        "error: PKCS11 function C_OpenSession failed: rv = unknown PKCS11 error (0x80000333)",
        [("0x80000333", 0x80000333, "C_OpenSession")],
    ),
    ("Main C_Initialize(NULL) rv:CKR_ARGUMENTS_BAD", [("CKR_ARGUMENTS_BAD", 7, "C_Initialize")]),
    (
        "C_GetTokenInfo() failed: rv = CKR_TOKEN_NOT_RECOGNIZED",
        [("CKR_TOKEN_NOT_RECOGNIZED", 0xE1, "C_GetTokenInfo")],
    ),
    # openCryptoki (opencryptoki#671, #764; trace statements)
    ("Error initializing the PKCS11 library: 0x6 (CKR_FUNCTION_FAILED)", [("CKR_FUNCTION_FAILED", 6, None)]),
    (
        "pkcsconf: Error initializing the PKCS11 library: 0x5 (CKR_GENERAL_ERROR)",
        [("CKR_GENERAL_ERROR", 5, None)],
    ),
    (
        "08/01/2019 09:21:59 [../common/new_host.c:1021 tpmtok] INFO: C_Login: rc = 0x000000a0, sess = 3",
        [("0x000000a0", 0xA0, "C_Login")],
    ),
    (
        "[new_host.c:482 swtok] INFO: C_OpenSession: rc = 0x00000000 sess = 1",
        [("0x00000000", 0, "C_OpenSession")],
    ),
    (
        "[../common/new_host.c:682 swtok] INFO: SC_InitPIN: rc = 0x00000101, session = 1",
        [("0x00000101", 0x101, "C_InitPIN")],
    ),
    (
        "[../common/new_host.c:682 swtok] INFO: C_InitPin: rc = 0x00000101, session = 1",
        [("0x00000101", 0x101, "C_InitPIN")],
    ),
    (
        "   C_GetFunctionList returned:  48 - CKR_DEVICE_ERROR",
        [("CKR_DEVICE_ERROR", 48, "C_GetFunctionList")],
    ),
    # What ssh-keygen and ssh-agent of OpenSSH print
    ("C_Initialize for provider /usr/lib/libopencryptoki.so failed: 6\r", [("6", 6, "C_Initialize")]),
    ("C_Login failed: 160", [("160", 160, "C_Login")]),
    (
        "C_GetTokenInfo for provider /usr/lib/libykcs11.so slot 3 failed: 224",
        [("224", 224, "C_GetTokenInfo")],
    ),
    ("debug1: pkcs11_sign: C_Sign failed: 257", [("257", 257, "C_Sign")]),
    ("C_GetAttributeValue failed: 18", [("18", 18, "C_GetAttributeValue")]),
    # libp11, openxpki#935, libp11#118, pkcs11-provider#266
    (
        "401703828C7F0000:error:418000A0:PKCS#11 module:ERR_CKR_error:PIN incorrect:p11_slot.c:208:",
        [("418000A0", 0xA0, "C_Login")],
    ),
    (
        "140735271227472:error:800090A0:Vendor defined:PKCS11_rsa_encrypt:PIN incorrect:p11_rsa.c:120:",
        [("800090A0", 0xA0, None)],
    ),
    (
        "140044868650640:error:80004003:PKCS11 library:PKCS11_open_session:Invalid slot ID:p11_slot.c:75:",
        [("80004003", 3, None)],
    ),
    (
        "140:error:81067070:PKCS#11 module:pkcs11_login:Mechanism invalid:p11_slot.c:175:",
        [("81067070", 0x70, None)],
    ),
    (
        "dnssec-signzone: info: error:408000E0:pkcs11::The token was not present in its slot when the function was invoked:store.c:114:",
        [("408000E0", 0xE0, None)],
    ),
    ("4087:error:40800200:pkcs11::reason(512):../src/signature.c:777:", [("40800200", 0x200, None)]),
    # pkcs11-provider (#198, #312)
    ("[./interface.gen.c:322] p11prov_Login(): Error 160 returned by C_Login", [("160", 160, "C_Login")]),
    ("[session.c:72] token_session_open(): C_OpenSession ret:0 (session: 2)", [("0", 0, "C_OpenSession")]),
    (
        "[src/signature.c:700] Error 0x80000042 returned by C_SignInit",
        [("0x80000042", 0x80000042, "C_SignInit")],
    ),
    # What pkcs11-helper in OpenVPN prints (run; yubico-piv-tool#370, #369; openvpn#928)
    (
        "2022-04-09 16:24:25 us=640000 PKCS#11: _pkcs11h_session_login_context C_Login rv=0-'CKR_OK'",
        [("CKR_OK", 0, "C_Login")],
    ),
    (
        "2022-04-09 16:24:25 us=640000 PKCS#11: _pkcs11h_session_login return rv=0-'CKR_OK'",
        [("CKR_OK", 0, None)],
    ),
    (
        "PKCS#11: Cannot add provider 'C:\\\\libykcs11.dll' 6-'CKR_FUNCTION_FAILED'",
        [("CKR_FUNCTION_FAILED", 6, None)],
    ),
    (
        "2026 us=259157 PKCS#11: Get certificate attributes failed: 179:'CKR_SESSION_HANDLE_INVALID'",
        [("CKR_SESSION_HANDLE_INVALID", 179, None)],
    ),
    (
        "PKCS#11: _pkcs11h_token_newTokenId return rv=0-'CKR_OK', *p_token_id=0x555e4ef458b0",
        [("CKR_OK", 0, None)],
    ),
    # Java, from a run and nexu#52
    (
        "Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT",
        [("CKR_PIN_INCORRECT", 160, None)],
    ),
    (
        "java.security.ProviderException: sun.security.pkcs11.wrapper.PKCS11Exception: 0x80000387",
        [("0x80000387", 0x80000387, None)],
    ),
    ("iaik.pkcs.pkcs11.wrapper.PKCS11Exception: CKR_DEVICE_ERROR", [("CKR_DEVICE_ERROR", 0x30, None)]),
    (
        "org.xipki.pkcs11.wrapper.PKCS11Exception: 0x00000021: CKR_DATA_LEN_RANGE",
        [("CKR_DATA_LEN_RANGE", 0x21, None)],
    ),
    # Go: crypto11#95
    ("pkcs11: 0x190: CKR_CRYPTOKI_NOT_INITIALIZED", [("CKR_CRYPTOKI_NOT_INITIALIZED", 0x190, None)]),
    (
        '{"level":"error","error":"error initializing seal: pkcs11: 0xA0: CKR_PIN_INCORRECT","ts":1700000160}',
        [("CKR_PIN_INCORRECT", 0xA0, None)],
    ),
    ("panic: pkcs11: 0x80000101: ", [("0x80000101", 0x80000101, None)]),
    (
        "2020-01-01 [bccsp_p11] signP11ECDSA -> P11: Sign failed [pkcs11: 0x101: CKR_USER_NOT_LOGGED_IN]",
        [("CKR_USER_NOT_LOGGED_IN", 0x101, None)],
    ),
    # Rust: rust-cryptoki, parsec
    ("Error: Pkcs11(PinIncorrect, Login)", [("PinIncorrect", 160, "C_Login")]),
    (
        "called `Result::unwrap()` on an `Err` value: Pkcs11(GeneralError, Initialize)",
        [("GeneralError", 5, "C_Initialize")],
    ),
    ("Err(Pkcs11(RvError::DeviceRemoved))", [("DeviceRemoved", 0x32, None)]),
    # Python, from runs
    ("PyKCS11.PyKCS11Error: CKR_USER_NOT_LOGGED_IN (0x00000101)", [("CKR_USER_NOT_LOGGED_IN", 0x101, None)]),
    ("PyKCS11.PyKCS11Error: Vendor error (0x0000000A)", [("0x0000000A", 0x8000000A, None)]),
    ("pkcs11.exceptions.PinIncorrect", [("PinIncorrect", 160, None)]),
    (
        "pkcs11.exceptions.AnotherUserAlreadyLoggedIn: User already logged in",
        [("AnotherUserAlreadyLoggedIn", 0x104, None)],
    ),
    ("\tC_InitToken(): 0xa0", [("0xa0", 160, "C_InitToken")]),
    ("C_Login(USER): 0x102", [("0x102", 0x102, "C_Login")]),
    # Node.js (run; pkcs11js#30, pvpkcs11#22)
    ("Pkcs11Error: CKR_PIN_INCORRECT", [("CKR_PIN_INCORRECT", 160, None)]),
    ("Error: CKR_GENERAL_ERROR:5", [("CKR_GENERAL_ERROR", 5, None)]),
    # Pkcs11Interop (#221, jariq/Pkcs7SignatureGenerator#1)
    (
        "Operation error: Net.Pkcs11Interop.Common.Pkcs11Exception - Method C_GetAttributeValue returned 2164260865",
        [("2164260865", 0x81000001, "C_GetAttributeValue")],
    ),
    ("Method C_Login returned CKR_SESSION_HANDLE_INVALID", [("CKR_SESSION_HANDLE_INVALID", 0xB3, "C_Login")]),
    # tpm2-pkcs11, from a run
    ('INFO on line: "457" in file: "src/pkcs11.c": return "C_Login" value: 145', [("145", 145, "C_Login")]),
    # OP-TEE (optee_os#5773, nxp-imx/imx-optee-os#1)
    (
        "D/TA:  TA_InvokeCommandEntryPoint:364 PKCS11_CMD_LOGIN rc 0xa0/PIN_INCORRECT",
        [("0xa0", 160, "C_Login")],
    ),
    (
        "D/TA:  TA_InvokeCommandEntryPoint:364 PKCS11_CMD_FIND_OBJECTS_INIT rc 0/OK",
        [("0", 0, "C_FindObjectsInit")],
    ),
    (
        "pkcs11_1000.c:2218: rv has an unexpected value: 0x30 = CKR_DEVICE_ERROR, expected 0x0 = CKR_OK",
        [("CKR_DEVICE_ERROR", 0x30, None)],
    ),
    # aws-c-io#426
    (
        "[ERROR] [pkcs11] - id=0x7fd88cd03040 session=1: C_Login() failed. PKCS#11 error: CKR_PIN_INCORRECT (0x000000A0). AWS error: AWS_IO_PKCS11_ERROR.",
        [("CKR_PIN_INCORRECT", 160, "C_Login")],
    ),
    # OpenSC debug (OpenSC#2428, #2109)
    (
        "P:573369; T:0x1 21:03:07.269 [opensc-pkcs11] pkcs11-object.c:690:C_SignInit: C_SignInit() = CKR_OK",
        [("CKR_OK", 0, "C_SignInit")],
    ),
    (
        "P:12499; T:0x4559961536 15:13:26.647 [opensc-pkcs11] pkcs11-session.c:322:C_Login: fLogin() rv 5",
        [("5", 5, "C_Login")],
    ),
    # pam_pkcs11 (#38)
    ("\x1b[31mC_Login() failed: 0x000000A0\x1b[0m", [("0x000000A0", 160, "C_Login")]),
    ("ERROR:pkcs11_lib.c:1437: C_Sign() failed: 0x00000007", [("0x00000007", 7, "C_Sign")]),
    # nShield: smallstep/certificates#2409
    (
        "2025-09-24 16:25:24 [2036444] tc0c6b5844e7f0000: pkcs11: 000008CC <    rv 0x00000070 (CKR_MECHANISM_INVALID)",
        [("CKR_MECHANISM_INVALID", 0x70, None)],
    ),
    # web-eid/libelectronic-id#45, PyKCS11, keychain-pkcs11#1
    (
        '"PKCS11_ERROR": C_GetSlotList failed with return code 0x00000005',
        [("0x00000005", 5, "C_GetSlotList")],
    ),
    (
        "(keychain-pkcs11.so) [mil.navy.nrl.cmf.pkcs11:general] C_GetSlotInfo returning CKR_OK",
        [("CKR_OK", 0, "C_GetSlotInfo")],
    ),
    # OpenSC-Java#4
    (
        "C_Login for PKCS11 slot 1 failed. (CKR_USER_ANOTHER_ALREADY_LOGGED_IN)",
        [("CKR_USER_ANOTHER_ALREADY_LOGGED_IN", 0x104, "C_Login")],
    ),
    # BIND's pkcs11 tools, OpenDNSSEC's libhsm
    ("pkcs11-keygen: C_GenerateKeyPair: Error = 0x000000D1", [("0x000000D1", 0xD1, "C_GenerateKeyPair")]),
    ("Error: C_OpenSession: Error = 0x000000E1", [("0x000000E1", 0xE1, "C_OpenSession")]),
    (
        "[hsm] hsm_find_key_by_id: C_FindObjectsInit: CKR_SESSION_HANDLE_INVALID",
        [("CKR_SESSION_HANDLE_INVALID", 0xB3, "C_FindObjectsInit")],
    ),
    # CloudHSM and others: libp11#412, chrome-token-signing#113, py-hsm#13, pkcs11key#20, yubihsm-shell#521, pvpkcs11#22
    (
        "2021 ERROR [2517] ThreadId(3) [cloudhsm_pkcs11::session::C_OpenSession] C_OpenSession failed, returning 0x00000006",
        [("0x00000006", 6, "C_OpenSession")],
    ),
    (
        "2018-08-03 13:31:15 [23497] C_Initialize() [PKCS11CardManager.h:127] return value 0",
        [("0", 0, "C_Initialize")],
    ),
    (
        "open_session: PKCS#11 C_OpenSession on slot 1 failed with return value 400. CKR_CRYPTOKI_NOT_INITIALIZED (0x00000190)",
        [("CKR_CRYPTOKI_NOT_INITIALIZED", 0x190, "C_OpenSession")],
    ),
    (
        "C_GetAttributeValue failed with error CKR_ATTRIBUTE_TYPE_INVALID : 0x00000012",
        [("CKR_ATTRIBUTE_TYPE_INVALID", 0x12, "C_GetAttributeValue")],
    ),
    ("failed to create signature: error:41800200:PKCS#11 module::reason(512)", [("41800200", 0x200, None)]),
    (
        "[2026-08-11 20:58:07.669] [../src/interface.gen.c:568] p11prov_GetAttributeValue(): Error 18 returned by C_GetAttributeValue",
        [("18", 18, "C_GetAttributeValue")],
    ),
    (
        "2024 DEBUG [807] [C_GetAttributeValue@615] GetAttributeValue - result 0",
        [("0", 0, "C_GetAttributeValue")],
    ),
    (PARSEC + NOT_INITIALIZED, [(NOT_INITIALIZED, 0x190, None)]),
    # the general forms
    ("C_Login = CKR_PIN_INCORRECTerror: login failed", [("CKR_PIN_INCORRECT", 0xA0, "C_Login")]),
    ("rv is CKR.PIN_LOCKED", [("CKR.PIN_LOCKED", 0xA4, None)]),
    ("Error { kind: CkError, origin: None, errmsg: None, ckrv: 5, reqsize: 0 }", [("5", 5, None)]),
    ("WOLFPKCS11 LEAVE: C_Login, return 0xA0", [("0xA0", 0xA0, "C_Login")]),
    ("C_OpenSession failed. Error code: 0xB1", [("0xB1", 0xB1, "C_OpenSession")]),
    ("C_Login failed! (0xA0)", [("0xA0", 0xA0, "C_Login")]),
    ("C_Sign failed - 0x30", [("0x30", 0x30, "C_Sign")]),
    ('C_Login(1, 1, "9", 6) = 160', [("160", 160, "C_Login")]),
    ("C_Login: ERROR 0x000000a0", [("0x000000a0", 0xA0, "C_Login")]),
    (
        "[TRACE] C_GenerateKeyPair(mech=0x0) returned rv=0xd1 [CKR_TEMPLATE_INCONSISTENT]",
        [("CKR_TEMPLATE_INCONSISTENT", 0xD1, "C_GenerateKeyPair")],
    ),
    ('{"error_code":160,"function":"C_Login","session":5}', [("160", 160, "C_Login")]),
    ('{"fn":"C_Sign","error_code":48,"slot":3}', [("48", 48, "C_Sign")]),
    ('{"rv":"0x30","function":"C_Sign"}', [("0x30", 0x30, "C_Sign")]),
    ("level=error err=0x30 fn=C_Sign", [("0x30", 0x30, "C_Sign")]),
    ("func=C_Sign ret=0x30", [("0x30", 0x30, "C_Sign")]),
    ("CKR error: 0xa0", [("0xa0", 0xA0, None)]),
    ("C_SignInit() failed: a0", [("a0", 0xA0, "C_SignInit")]),
    ("C_SignInit() failed: 1b8", [("1b8", 0x1B8, "C_SignInit")]),
    ("PKCS11Error rv: 0x000000A0UL", [("0x000000A0", 0xA0, None)]),
    ("00[LIB] C_SignInit() failed: KEY_HANDLE_INVALID", [("KEY_HANDLE_INVALID", 0x60, "C_SignInit")]),
    ("C_Login failed, error: 0X0000A0", [("0X0000A0", 0xA0, "C_Login")]),
    ("C_Login failed:  160", [("160", 160, "C_Login")]),
    ("crypto_api_ec_sign: C_SignInit() failed with error 112 (0x70)!", [("112", 0x70, "C_SignInit")]),
    ("pkcs11: error: C_GetFunctionList returned 0x00000005", [("0x00000005", 5, "C_GetFunctionList")]),
    ("C_Initialize returned 6.", [("6", 6, "C_Initialize")]),
    ("Key generation failed. CK_RV: 0x130", [("0x130", 0x130, None)]),
    ("C_Sign Error: 0x30  size:256", [("0x30", 0x30, "C_Sign")]),
    ("C_Sign failed: rv=0x6 session=0x12 req=99", [("0x6", 6, "C_Sign")]),
    ("C_Sign failed: 48 session=5", [("48", 48, "C_Sign")]),
    ("ret = 0x150 from C_Encrypt", [("0x150", 0x150, "C_Encrypt")]),
    ("CK_RV returned: 257", [("257", 257, None)]),
    ("return code from C_DestroyObject is 130", [("130", 130, "C_DestroyObject")]),
    ("C_Verify: signature invalid (0xC0)", [("0xC0", 0xC0, "C_Verify")]),
    ("Unexpected return value from C_DeriveKey: 0x00000071", [("0x00000071", 0x71, "C_DeriveKey")]),
    ("C_WaitForSlotEvent(CKF_DONT_BLOCK) = 8", [("8", 8, "C_WaitForSlotEvent")]),
    ("C_GetMechanismInfo(CKM_RSA_PKCS 0x1) failed: 0x70", [("0x70", 0x70, "C_GetMechanismInfo")]),
    ("C_GetAttributeValue(hObject=160): rv=18", [("18", 18, "C_GetAttributeValue")]),
    ("C_Login(session=3, CKU_USER=1) returned 0xa0 after 160 ms", [("0xa0", 160, "C_Login")]),
    (
        "Error code: 0x000000E0 (CKR_TOKEN_NOT_PRESENT) in function C_OpenSession at line 160",
        [("CKR_TOKEN_NOT_PRESENT", 0xE0, "C_OpenSession")],
    ),
    ("org.pkcs11.jacknji11.CKRException: 0x000000a0: CKR_PIN_INCORRECT", [("CKR_PIN_INCORRECT", 160, None)]),
    (
        "libhsm connection error: hsm_session_init(): C_Login: CKR_PIN_INCORRECT",
        [("CKR_PIN_INCORRECT", 160, "C_Login")],
    ),
    ("C_Sign failed: 0x30", [("0x30", 0x30, "C_Sign")]),
    ("[C_Login] 0xA0", [("0xA0", 0xA0, "C_Login")]),
    ("<- C_Login 0xA0", [("0xA0", 0xA0, "C_Login")]),
    ("0xA0 returned from C_Login", [("0xA0", 0xA0, "C_Login")]),
    ("12:00:01: 0x00000030 was returned by the call to C_Sign", [("0x00000030", 0x30, "C_Sign")]),
    ("signing: rv=0x6", [("0x6", 6, None)]),
    ("2026 sign worker rv: 160", [("160", 160, None)]),
    ("C_Login returned CKR_PIN_LOCKED", [("CKR_PIN_LOCKED", 0xA4, "C_Login")]),
    ("error 0xA0 (160) from C_Login", [("0xA0", 0xA0, "C_Login")]),
    ("CKR=0x000000A0", [("0x000000A0", 160, None)]),
    ("CK_RV 0x80000001", [("0x80000001", 0x80000001, None)]),
    ("C_Sign() -> 48", [("48", 48, "C_Sign")]),
    ("C_SignInit rv = -2147483647", [("-2147483647", 0x80000001, "C_SignInit")]),
    ("C_SignInit rv = 0xFFFFFFFF80000001", [("0xFFFFFFFF80000001", 0x80000001, "C_SignInit")]),
    (
        "C_SignInit failed with error code 18446744071562067969",
        [("18446744071562067969", 0x80000001, "C_SignInit")],
    ),
    ("C_Login failed with 000000A4", [("000000A4", 0xA4, "C_Login")]),
    ("call to C_Encrypt failed (rv=0x150)", [("0x150", 0x150, "C_Encrypt")]),
    ('{"level":"error","func":"C_Sign","rv":48,"session":5,"msg":"sign failed"}', [("48", 48, "C_Sign")]),
    ('{"msg":"\\u001b[31mC_Login failed: 0xa0\\u001b[0m"}', [("0xa0", 160, "C_Login")]),
    ('{"msg":"line one\\nC_Login failed: 0xa0"}', [("0xa0", 160, "C_Login")]),
    ("rv=CKR_HOST_MEMORY from C_CreateObject", [("CKR_HOST_MEMORY", 2, "C_CreateObject")]),
    (
        "CKR_TOKEN_NOT_PRESENT returned by C_GetTokenInfo for slot 3",
        [("CKR_TOKEN_NOT_PRESENT", 0xE0, "C_GetTokenInfo")],
    ),
    (
        "C_Login: CKR_USER_ALREADY_LOGGED_IN; C_Logout: CKR_OK",
        [("CKR_USER_ALREADY_LOGGED_IN", 0x100, "C_Login"), ("CKR_OK", 0, "C_Logout")],
    ),
    (
        "C_Login failed: 0xa0, C_Finalize failed: 0x190",
        [("0xa0", 160, "C_Login"), ("0x190", 0x190, "C_Finalize")],
    ),
    ("PKCS#11 error: 0x30", [("0x30", 0x30, None)]),
    ("pkcs11 error 0x000000B3 while signing", [("0x000000B3", 0xB3, None)]),
    ("Cryptoki call failed with return value 0x101", [("0x101", 0x101, None)]),
    ("got CKR_SGD_UNHEARD_OF (0x80001234) from the card", [("CKR_SGD_UNHEARD_OF", 0x80001234, None)]),
    ("C_DigestInit failed: 0x12345", [("0x12345", 0x12345, "C_DigestInit")]),
    ("Oct 10 10:10:10 host app[1234]: C_GenerateRandom: error 5 (0x5)", [("5", 5, "C_GenerateRandom")]),
]

SILENT: list[str] = [
    "sign.c:12:34: error: use of undeclared CKR_DEVICE_ERROR in C_Sign",
    "                rv = 2**(1-n)*Add(*[binomial(n, k)*cos((n - 2*k)*x)",
    "        rv = 2 + n % 2",
    '{"status":401,"function":"C_Login","path":"/login"}',
    '{"http_code":400,"function":"C_Login"}',
    "TEEC_OpenSession failed with code 0x5 origin 0x3",
    "session 12 of user 5 closed, rv=0",
    "C_SignInit() failed to convert mechanism: 0x5f",
    "darpc_initialize returned status 5",
    "C_Sign failed: bad signature",
    "C_Sign failed: add more",
    "[C_FindObjects] 0x5",
    "[C_Login] = 160",
    "[C_Sign] 0x30 0x100",
    "-> C_Login 0xA0",
    "handle 0x82 returned by C_CreateObject",
    "new object 0x82 was returned by C_CreateObject",
    "calls[C_Sign] = 5",
    "Signed (data len=83, signature 256 bytes): rv=1",
    "Signature verified successfully: rv=1",
    "2024 DEBUG [807] [C_FindObjects@677] result[0]: 2",
    "2024 DEBUG [807] [C_FindObjects@681] ## found 1 objects",
    "[2026 20:58:07.669] [../src/util.c:23] p11prov_fetch_attributes(): Fetching attributes (4): 0x00000202",
    "[2026 20:58:07.669] [../src/util.c:72] p11prov_fetch_attributes(): Attribute| type:0x00000102 value:0x169d5d0, len:16",
    "2025 [2036444] tc0c6b5844e7f0000: pkcs11: 000008CD D    Session 0x7f4e64039530",
    "2025 [2036444] tc0c6b5844e7f0000: pkcs11: 00000000 <    *phSession 0x000008CD",
    "Cfm3LoginHSM returned: 0x00 : HSM Return: SUCCESS",
    "ERROR:fapi:src/tss2-fapi/ifapi_io.c:292:ifapi_io_check_create_dir() ErrorCode (0x0006000a) Directory is not writeable.",
    "Number of rows returned:  5",
    "Status Returned:  160",
    # handles, slot ids, sessions, lengths, flags and types in the very logs that hold codes
    "[in] hSession = 0x1",
    "[in] slotID = 0x412c2eb9",
    "[out] *pulCount = 0x2",
    "[in] pPin[ulPinLen] 00007ffd08e2a9a2 / 6",
    "    00000000  39 39 39 39 39 39                                999999          ",
    "  IN: slotID = SL1093414585",
    " OUT: phSession = 0x7FFE9BB06570 = S1",
    "  IN: pMechanism = { mechanism: CKM_RSA_PKCS, pParameter: (0) NULL }",
    "-1481296064[5623a9074cc0]:   pInitArgs = 0x7f6ea7e8c6a0",
    "-1481296064[5623a9074cc0]:   deviceError = 0x0",
    "0x000061f8 : 0x00001090 :  ppFunctionList: 000002043DF36AD0",
    "0x000056c8 : 0x10e99700 :   CKF_RW_SESSION: TRUE",
    "0x000056c8 : 0x10e99700 :  *phSession: 140256735754096",
    "Using slot 0 with a present token (0x0)",
    "P:12499; T:0x4559961536 15:13:26.647 [opensc-pkcs11] framework-pkcs15.c:1714:pkcs15_login: PKCS15 verify PIN returned -1200",
    "P:12499; T:0x4559961536 15:13:26.647 [opensc-pkcs11] misc.c:71:sc_to_cryptoki_error_common: libopensc return value: -1200 (Card command failed)",
    "P:1; T:0x1 10:00:00.000 [opensc-pkcs11] pkcs11-global.c:505:C_GetSlotList: returned 0 slots",
    "P:1; T:0x1 10:00:00.000 [opensc-pkcs11] pkcs11-session.c:279:C_Login: C_Login() slot->login_user 38654705663",
    "P:1; T:0x1 10:00:00.000 [opensc-pkcs11] pkcs11-session.c:288:C_Login: C_Login() userType 1",
    "0x801807400 09:52:33.315 [opensc-pkcs11] pkcs11-session.c:259:C_Login: C_Login(0x80182e520, 1)",
    "P:1; T:0x1 11:00:00.000 [opensc-pkcs11] pkcs15-pin.c:477:verify: returning with: -1200 (Card command failed)",
    "P:1; T:0x1 11:00:00.000 [opensc-pkcs11] reader-pcsc.c:479:pcsc_detect_card_presence: returning with: 5",
    "D/TA:  TA_InvokeCommandEntryPoint:143 PKCS11_CMD_MECHANISM_INFO p#0 8@0x40013838, p#1 --- 0@0x0, p#2 out 12@0x40012708",
    "D/TA:  entry_ck_token_mecha_info:528 PKCS11 token 0: mechanism 0x1080 info",
    "ERR [1214] ckteec:ckteec_invoke_init:304: TEEC open session failed ffff0008 from 3",
    "[P11 - INF 17:46:03.420394] yubihsm_pkcs11.c:2823 (C_FindObjects): Returning 0 object(s)",
    "[P11 - INF 17:46:03.420362] yubihsm_pkcs11.c:572 (C_GetSlotList): Returning slot 0",
    "[session.c:717] p11prov_get_session(): Get session on slot 18446744073709551615, reqlogin=true, rw=false",
    "PKCS#11: Setting property 10=0x1",
    "PKCS#11: key_prompt/pin_prompt hook return rv=0",
    "CKM_SHA256_RSA_PKCS (0x40), CKA_LABEL (0x3), CKO_PRIVATE_KEY 0x3, CKU_USER 1, CKF_LOGIN_REQUIRED 0x4",
    "C_FindObjects returned 5 objects",
    "C_FindObjects returned 5 object(s)",
    "C_GetSlotList returned 2 slots",
    "C_Encrypt returned 256 bytes",
    "C_OpenSession(slot 5, flags 6): session 0x1",
    "C_OpenSession: session handle 160",
    "C_GetSlotList took 160 ms",
    "C_Login called from 0x7f6ea7e8c6a0",
    # other libraries' error numbers
    "4017C985CA7F0000:error:40000065:pkcs11 engine:ERR_ENG_error:object not found:eng_back.c:887:",
    "401703828C7F0000:error:13000080:engine routines:ENGINE_load_private_key:failed loading private key:../crypto/engine/eng_pkey.c:79:",
    "140044868650640:error:25066067:DSO support routines:func(102):reason(103):dso_dlfcn.c:187:filename(libgost.so)",
    "40FCFA0140000000:error:05800074:x509 certificate routines:X509_check_private_key:key values mismatch:x509_cmp.c:408:",
    "error:0A000086:SSL routines::certificate verify failed",
    "WARNING:tcti:src/util/io.c:262:socket_connect() Failed to connect to host 127.0.0.1, port 2321: errno 111: Connection refused",
    "ERROR: Could not initialize tpm ctx: 0x5",
    "ERROR:esys:src/tss2-esys/api/Esys_StartAuthSession.c:132:Esys_StartAuthSession() Esys Finish ErrorCode (0x000002c4)",
    "ERROR: Esys_StartAuthSession: 0x2c4",
    "pcscd: 00000123 winscard.c:241:SCardConnect() rv=0x80100069",
    "SCardEstablishContext failed: 0x8010001D",
    "C_Initialize: SCardEstablishContext failed: 0x8010001D",
    "E/TC:? 0 TA panicked with code 0xffff0000",
    "/usr/bin/delv: dns_lib_init failed: 25",
    "DEBUG:  No cookie given -7",
    "java.security.cert.CertPathValidatorException: error 160",
    # ordinary logs
    '10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "POST /pkcs11/sign HTTP/1.1" 401 160 "-" "curl/8.0"',
    "process exited with code 5",
    "pkcs11-tool exited with status 1",
    "main process exited, code=exited, status=160/n/a",
    "open failed: errno 2",
    "server returned 401",
    "nginx: error 500 returned by upstream",
    "rv=5",
    "apr_socket_accept rv=0x6",
    "mozilla: rv=0x80004005",
    "service=web server=5 rv: 0",
    "observed interval: 160, curve: 5",
    "driver: 48",
    "OpenSC 0.23.0, pkcs11 version 2.40, libpkcs11 5.0",
    "kernel: [  160.112233] usb 1-1: device descriptor read/64, error -71",
    "sshd[160]: error: maximum authentication attempts exceeded",
    "error: returned 160 failed 0xa0 status 5",
    "loaded module /usr/lib/pkcs11.so at 0x7f0000000000 (5 slots)",
    # names that nobody returned
    "#define CKR_PIN_INCORRECT 0x000000A0UL",
    "if (rv != CKR_OK) goto end;",
    "C_Login did not return CKR_OK, see below",
    "expected CKR_OK",
    "expecting rv = CKR_USER_NOT_LOGGED_IN next",
    "XCKR_OK and CKR_okay and CKRX",
    "CKR_",
    "CKR_FOOBar CKR__ CKR_A",
]


def _lines() -> list[tuple[str, Expected]]:
    """Return the lines of lines.tsv: single ones of runs and of public threads, each with what it says."""
    rows = []
    for row in (Path(__file__).parent / "lines.tsv").read_text().splitlines()[1:]:
        said, _, line = row.split("\t", 2)
        codes = [] if said == "-" else [code.rsplit(" ", 2) for code in said.split("; ")]
        rows.append((line, [(text, int(value), None if who == "-" else who) for text, value, who in codes]))
    return rows


REAL = _lines()
