"""Names of an owner in lines of logs: what is recognised is hashed, what names nobody stays."""

import itertools
import re
import time

import pytest

from ckrtool.logs.hosts import hosts_in
from ckrtool.probe.reporting.anonymize_text import anonymize_text
from ckrtool.probe.reporting.anonymize_words import word


def hide(line: str) -> str:
    """Return a line as `ckr scan --anonymize` shows it; doing it again must not change it."""
    hidden = anonymize_text(line, hosts_in(line))
    assert anonymize_text(hidden, hosts_in(hidden)) == hidden
    return hidden


NAMES = [
    # labels
    ('slot label "PROD-CA Key": rv = 0xa0', 'slot label "{label:PROD-CA Key}": rv = 0xa0'),
    ('CKA_LABEL="VisaIssuerKey" C_Sign', 'CKA_LABEL="{label:VisaIssuerKey}" C_Sign'),
    ('CKA_LABEL = (5) "My 1", C_Sign', 'CKA_LABEL = (5) "{label:My 1}", C_Sign'),
    ('token "Visa Issuing CA" slot 4', 'token "{label:Visa Issuing CA}" slot 4'),
    ("token label 'dnssec.acme.com' C_Sign", "token label '{label:dnssec.acme.com}' C_Sign"),
    ("token: Acme HSM Production, C_Sign", "token: {label:Acme HSM Production}, C_Sign"),
    ("Token label: Acme HSM Production  C_Sign", "Token label: {label:Acme HSM Production}  C_Sign"),
    ("token: Acme HSM in slot 4: 0x30", "token: {label:Acme HSM} in slot 4: 0x30"),
    ("token: Acme HSM is not present", "token: {label:Acme HSM} is not present"),
    ("token=Acme HSM rv=0x30", "token={label:Acme HSM} rv=0x30"),
    ('"token_label":"Prod HSM","x":1', '"token_label":"{label:Prod HSM}","x":1'),
    (r'{"log":"label \"Prod Key\" C_Sign\n"}', r'{"log":"label \"{label:Prod Key}\" C_Sign\n"}'),
    ("token “Acme Root” failed", "token “{label:Acme Root}” failed"),
    ("key 'it' of token `prod'x`", "key '{label:it}' of token `{label:prod'x}`"),
    ("token=Acme%20HSM", "token={label:Acme%20HSM}"),
    (
        'key "engine:pkcs11:token=Acme%20HSM;object=www": C_Sign',
        'key "engine:pkcs11:token={label:Acme HSM};object={label:www}": C_Sign',
    ),
    ("pkcs11:id=%01%02;serial=0a;model=X", "pkcs11:id={serial:0102};serial={serial:0a};model=X"),
    (
        "slot 0: label <demo> manufacturerID <SoftHSM project> serial <a2d71e484d7f434> flags 0x1",
        "slot 0: label <{label:demo}> manufacturerID <SoftHSM project> serial <{serial:a2d71e484d7f434}> flags 0x1",
    ),
    ("--slot 10 --label user_ssh --id 0102 -l", "--slot 10 --label {label:user_ssh} --id {serial:0102} -l"),
    ("found token in slot 'hsm-module':18", "found token in slot '{label:hsm-module}':18"),
    ("could not authenticate to token demo.: SEC", "could not authenticate to token {label:demo}.: SEC"),
    (
        "pkcs11:manufacturer=Yubico%20%28www.yubico.com%29;token=a",
        "pkcs11:manufacturer=Yubico%20%28www.yubico.com%29;token={label:a}",
    ),
    # serial numbers
    ("serial 4b2add3e4b2add3e: rv", "serial {serial:4b2add3e4b2add3e}: rv"),
    ("reader 'Yubico 00 00' serial 00A1B2C3", "reader 'Yubico 00 00' serial {serial:00A1B2C3}"),
    ("S/N: 1234567890123 C_Login", "S/N: {serial:1234567890123} C_Login"),
    ("YubiKey PIV #12345678 C_Sign", "YubiKey PIV #{serial:12345678} C_Sign"),
    ('slot 0 "YubiKey PIV #12345678" C_Sign', 'slot 0 "{label:YubiKey PIV #12345678}" C_Sign'),
    ("serial number: 0123AB  C_Sign", "serial number: {serial:0123AB}  C_Sign"),
    # hosts
    ("from fe80::1ff:fe23:4567:890a%eth0 and 2001:db8::7: x", "from {host:fe80::1ff:fe23:4567:890a%eth0} and {host:2001:db8::7}: x"),
    ("[2001:db8::7]:1792 and ::ffff:10.1.2.3", "[{host:2001:db8::7}]:1792 and {host:::ffff:10.1.2.3}"),
    ("peer 10.20.30.40. Or 10.20.30.41:1792", "peer {host:10.20.30.40}. Or {host:10.20.30.41}:1792"),
    ("connect hsm01.corp.acme.com:1792 C_Sign", "connect {host:hsm01.corp.acme.com}:1792 C_Sign"),
    ("connect hsm01:1792 C_Sign", "connect {host:hsm01}:1792 C_Sign"),
    ("HSM01.CORP.ACME.COM refused", "{host:HSM01.CORP.ACME.COM} refused"),
    ("10:00:02,123 ERROR [prod-ca-01] C_Sign", "10:00:02,123 ERROR [{host:prod-ca-01}] C_Sign"),
    ("ip-10-1-2-3 kernel: C_Sign", "{host:ip-10-1-2-3} kernel: C_Sign"),
    ('{"pod_name":"signer-7f9-abcde"}', '{"pod_name":"{host:signer-7f9-abcde}"}'),
    (r"\\fileserver\share\hsm.log: C_Sign", r"/{path:\\fileserver\share\hsm.log}: C_Sign"),
    ("mac 00:1a:2b:3c:4d:5e C_Sign", "mac {host:00:1a:2b:3c:4d:5e} C_Sign"),
    (
        "https://admin:hunter2@hsm.internal:8443/api?x=1 C_Sign",
        "https://{user:admin}:***@{host:hsm.internal}:8443/{path:/api?x=1} C_Sign",
    ),
    ("tcp://hsm.internal:1792, C_Sign", "tcp://{host:hsm.internal}:1792, C_Sign"),
    ("HSM 'hsm-prod-1' slot 3", "HSM '{host:hsm-prod-1}' slot 3"),
    ('{"host":{"name":"prod"},"user":{"name":"bob"}}', '{"host":{"name":"{host:prod}"},"user":{"name":"{user:bob}"}}'),
    (
        "instance i-0abcd1234ef567890 account 123456789012 cluster-abcdefghijk",
        "instance {host:i-0abcd1234ef567890} account {serial:123456789012} {host:cluster-abcdefghijk}",
    ),
    ("arn:aws:kms:eu-west-1:123456789012:key/ab-cd, x", "{serial:arn:aws:kms:eu-west-1:123456789012:key/ab-cd}, x"),
    ("signer-7f9b6c5d4-x2x9z: C_Sign", "{host:signer-7f9b6c5d4-x2x9z}: C_Sign"),
    ("<Computer>PROD1</Computer>", "<Computer>{host:PROD1}</Computer>"),
    # users
    ("Accepted publickey for jsmith from 10.1.2.3", "Accepted publickey for {user:jsmith} from {host:10.1.2.3}"),
    ("C_Login failed for user jsmith on slot", "C_Login failed for user {user:jsmith} on slot"),
    ("uid=1000(jdoe) C_Sign", "uid=1000({user:jdoe}) C_Sign"),
    ("user jsmith: jsmith's card", "user {user:jsmith}: {user:jsmith}'s card"),
    ("username: carol, CKR_OK", "username: {user:carol}, CKR_OK"),
    (r"DOMAIN\mmustermann: C_Sign", r"{user:DOMAIN\mmustermann}: C_Sign"),
    (r'"log":"DOMAIN\\mmustermann: C_Sign"', r'"log":"{user:DOMAIN\mmustermann}: C_Sign"'),
    ("user=alice@corp.example C_Sign by alice", "user={user:alice}@{host:corp.example} C_Sign by {user:alice}"),
    ("ssh mmeier@build-srv: C_Sign", "ssh {user:mmeier}@{host:build-srv}: C_Sign"),
    ("CN=John Smith,O=Acme Bank", "CN={label:John Smith},O={label:Acme Bank}"),
    ("/C=DE/O=Acme Bank/CN=John Smith C_Sign", "/C=DE/O={label:Acme Bank}/CN={label:John Smith} C_Sign"),
    ("CN = John Smith, O = Acme, C = DE", "CN = {label:John Smith}, O = {label:Acme}, C = DE"),
    ("uid [aduser] UPN [adname@DOMAIN.COMPANY.COM]", "uid [{user:aduser}] UPN [{user:adname}@{host:DOMAIN.COMPANY.COM}]"),
    # paths
    (r"filename(C:\lib\engines\pkcs11.dll)", r"filename(/{path:C:\lib\engines\pkcs11.dll}/pkcs11.dll)"),
    ("'/home/John Smith/x.cfg': C_Sign", "'/{path:/home/John Smith/x.cfg}': C_Sign"),
    (r"C:\Program Files\Acme HSM\a.exe: C_Sign", r"/{path:C:\Program Files\Acme HSM\a.exe}: C_Sign"),
    ("ERROR /home/jsmith/secret/app.c:120 C_Sign", "ERROR /{path:/home/jsmith/secret/app.c}/app.c:120 C_Sign"),
    ('File "/srv/acme/sign.py", line 12, in f', 'File "/{path:/srv/acme/sign.py}/sign.py", line 12, in f'),
    ("in /etc/app.conf.", "in /{path:/etc/app.conf}."),
    # passwords are not even hashed
    ("password=hunter2 Authorization: Bearer abcdefgh", "password=*** Authorization: Bearer ***"),
]  # fmt: skip


def expected(pattern: str) -> str:
    """Return a pattern with the words of its {kind:name}."""
    return re.sub(
        r"\{(label|serial|host|user|path):([^{}]*)\}", lambda found: word(found[1], found[2]), pattern
    )


@pytest.mark.parametrize(("line", "pattern"), NAMES, ids=[line for line, _ in NAMES])
def test_names_are_hashed(line: str, pattern: str) -> None:
    assert hide(line) == expected(pattern)


@pytest.mark.parametrize(
    "line",
    [
        "C_Login failed",
        "C_Login failed: 0xA0 CKR_PIN_INCORRECT (CKM_RSA_PKCS, CKU_USER, CKO_PRIVATE_KEY)",
        "at iaik.pkcs.pkcs11.wrapper.PKCS11Implementation.C_Login(Native Method)",
        "at com.acme.payments.Signer.sign(Signer.java:55) ~[signer-1.2.3.jar:?]",
        "at com.acme.Session@7d4991ad.login",
        "java.net.ConnectException: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT",
        "System.Security.Cryptography.CryptographicException at Net.Pkcs11Interop.HighLevelAPI.Session.Sign(Session.cs:line 44)",
        "pkcs11.exceptions.PinIncorrect: self.session.info key.id token.name",
        "pkcs11-session.c:293:C_Login: returned CKR_PIN_LOCKED",
        "SoftHSM.cpp(1234): C_Login, SoftHSM.cpp:1234 Session::login()",
        "libsofthsm2.so version 2.6.1, firmware 7.4.0.1, OpenSC/0.22.0.0, cs_pkcs11.dll",
        "2026-11-28 10:00:02.123 [main] INFO  c.a.s.HsmClient - C_Login failed rv=0xA0",
        "2026-11-28T10:00:02.123+01:00 INFO 1 --- [nio-8080-exec-1] com.acme.Signer : C_Sign",
        "0x1f40 : 0x2a2a : 2026-01-01 10:00:00.000000 - Returning 160 (CKR_PIN_INCORRECT)",
        "user not logged in, user PIN is locked, user type CKU_USER, user = CKU_SO, user cancelled",
        "token: not present; token state: uninitialized; slot 0 (0x1234)",
        '"error":"login: pkcs11: 0xA0: CKR_PIN_INCORRECT"',
        "C_GetSlotList(token=0, plug-n-play), object: 0x12f0",
        "eng_list.c:428:id=rdrand, SEC_ERROR_BAD_PASSWORD: The password entered is incorrect",
        "certificate \"(null)\", object 'libfakeroot-sysv.so', The user pressed cancel, This user doesn't exist, <b>x</b>",
        "github.com/miekg/pkcs11._Cfunc_Initialize(0x7f17c4000b50), Yubico (www.yubico.com)",
        "the serial port, serial: none",
        "127.0.0.1 localhost ::1",
        "1.2.840.113549.1.1.11 TLS1.2 AES-128-CBC sha256WithRSA",
        "memcpy@plt pcscd@1.service std::string ab::cd",
        r"ERROR\tC_Login failed\n",
    ],
)
def test_what_names_nobody_stays(line: str) -> None:
    assert hide(line) == line


UNITS = tuple(
    'a a. \\ \' " \\" : / - _ 1. 0: 0:: { [ ( # @ é label:x label=" token=A a@ a- /a http://a: C:\\a \\\\a\\ user= CN=a '  # noqa: SIM905
    "x= A. ip-1- host= uid=1( key' ?id=%20 “ password=\" serial".split()
)


def test_a_hostile_excerpt_takes_no_time() -> None:
    begun = time.process_time()
    lines = 0
    for one, two in itertools.chain(zip(UNITS, UNITS, strict=True), itertools.pairwise(UNITS)):
        for glue in ("", " "):
            text = ((one + glue + two + glue) * 1000)[:1000]
            anonymize_text(text, hosts_in(text))
            lines += 1
    assert (time.process_time() - begun) / lines < 0.1


def test_a_name_without_a_letter_ends_the_search() -> None:
    assert hide("host=... C_Login failed: 160") == "host=... C_Login failed: 160"
    assert anonymize_text("C_Login", {"": "host"}) == "C_Login"
