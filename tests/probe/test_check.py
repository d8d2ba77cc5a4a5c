"""What a sequence file may say, what is wrong in it, and the effect that follows from its calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.compile import file_compiler

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.probe.sequences.sequence import Sequence

HEAD = 'sequence = "x"\neffect = "{effect}"\n'
SESSION = """[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
"""
# As the contract shows it.
DIGEST = """sequence = "digest"                 # its name
title = "SHA-256 of a known string"
effect = "read"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
expect = ["CKR_OK"]
[[step]]
call = "C_DigestInit"
args = { hSession = "$session", pMechanism = { mechanism = "CKM_SHA256" } }
[[step]]
call = "C_Digest"
args = { hSession = "$session", pData = { text = "abc" } }
output = { pDigest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" }
why = "FIPS 180-4 example"
"""


def read(steps: str, effect: str = "destroys") -> Sequence:
    return file_compiler.check(HEAD.format(effect=effect) + steps, "f.toml")


def problems(steps: str, effect: str = "destroys") -> list[str]:
    with pytest.raises(BrokenSequence) as caught:
        read(steps, effect)
    return caught.value.problems


def args_of(line: str) -> dict[str, Any]:
    return read(SESSION + line).steps[-1].args


def test_the_contracts_example() -> None:
    sequence = file_compiler.check(DIGEST, "digest.toml")
    assert (sequence.name, sequence.effect, sequence.computed) == ("digest", "read", "read")
    assert [step.line for step in sequence.steps] == [4, 6, 11, 14]
    assert sequence.steps[1].args == {"slotID": {"var": "slot"}, "flags": {"int": 4}}
    assert sequence.steps[3].plan["output"]["pDigest"]["bytes"].startswith("ba7816bf")
    assert sequence.needs_slot
    assert not sequence.needs_pin


def test_all_problems_at_once_with_step_and_line() -> None:
    broken = (
        DIGEST.replace("CKM_SHA256", "CKM_SHA265")
        .replace("pData", "pDaten")
        .replace('"$session", pM', '"$sesion", pM')
    )
    with pytest.raises(BrokenSequence) as caught:
        file_compiler.check(broken, "runbook.toml")
    found = caught.value.problems
    assert (
        found[0]
        == "runbook.toml:11: step 3 (C_DigestInit): hSession: undefined $sesion; did you mean session?"
    )
    assert (
        "runbook.toml:11: step 3 (C_DigestInit): pMechanism: unknown constant 'CKM_SHA265'; did you mean CKM_SHA256?"
        in found
    )
    assert (
        "runbook.toml:14: step 4 (C_Digest): unknown parameter 'pDaten'; did you mean pData?" in found
        or any(
            line.startswith("runbook.toml:14: step 4 (C_Digest): unknown parameter 'pDaten'")
            for line in found
        )
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('[[step]]\ncall = "C_Login"\nargs = { hSession = "$session", userType = "CKU_USER", pPin = "$pin" }',
         {"hSession": {"var": "session"}, "userType": {"int": 1}, "pPin": {"pin": True}}),
        ('[[step]]\ncall = "C_Initialize"\nargs = { pInitArgs = { flags = ["CKF_OS_LOCKING_OK"], reserved = "configdir=x" } }',
         {"pInitArgs": {"initargs": {"flags": 2, "reserved": "configdir=x"}}}),
        ('[[step]]\ncall = "C_GetSlotList"\nargs = { tokenPresent = true, pSlotList = "NULL" }',
         {"tokenPresent": {"bool": True}, "pSlotList": {"null": True}}),
        ('[[step]]\ncall = "C_Digest"\nargs = { hSession = "$session", pData = { zeros = 3 }, pDigest = { buffer = 32 } }',
         {"hSession": {"var": "session"}, "pData": {"zeros": 3}, "pDigest": {"buffer": 32}}),
        ('[[step]]\ncall = "C_FindObjectsInit"\nargs = { hSession = "$session", pTemplate = { CKA_CLASS = "CKO_DATA", "0x80000001" = true } }',
         {"hSession": {"var": "session"},
          "pTemplate": {"template": [[0, "ulong", {"int": 0}], [0x80000001, "bool", {"bool": True}]]}}),
        ('[[step]]\ncall = "C_GetAttributeValue"\nargs = { hSession = "$session", hObject = 5, pTemplate = ["CKA_LABEL"] }',
         {"hSession": {"var": "session"}, "hObject": {"int": 5}, "pTemplate": {"attributes": [3], "kinds": {"3": "text"}}}),
        ('[[step]]\ncall = "C_GenerateRandom"\nargs = { hSession = "$session", RandomData = { buffer = 8 } }',
         {"hSession": {"var": "session"}, "RandomData": {"buffer": 8}}),
        ('[[step]]\ncall = "C_GetInterface"\nargs = { pInterfaceName = "PKCS 11", pVersion = "3.0", flags = 0 }',
         {"pInterfaceName": {"text": "PKCS 11"}, "pVersion": {"text": "3.0"}, "flags": {"int": 0}}),
        ('[[step]]\ncall = "C_CloseSession"\nargs = { hSession = "0xFFFF" }', {"hSession": {"int": 65535}}),
    ],
)  # fmt: skip
def test_forms_of_arguments(line: str, expected: dict[str, Any]) -> None:
    assert args_of(line) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{ mechanism = "CKM_AES_CBC", parameter = { hex = "00 01" } }', {"mechanism": 0x1082, "parameter": {"bytes": "0001"}}),
        ('{ mechanism = "0x80000001" }', {"mechanism": 0x80000001, "parameter": None}),
        ('{ mechanism = "CKM_AES_GCM", parameter = { gcm = { pIv = { hex = "0a" }, ulTagBits = 96, aad = "0b" } } }',
         {"mechanism": 0x1087, "parameter": {"gcm": {"iv": "0a", "tagbits": 96, "aad": "0b"}}}),
        ('{ mechanism = "CKM_AES_GCM", parameter = { gcm = { pIv = "$label", ulIvLen = 12, pAAD = { random = 4 }, ulAADLen = 4 } } }',
         {"mechanism": 0x1087, "parameter": {"gcm": {"iv": {"var": "label"}, "aad": {"random": 4}}}}),
        ('{ mechanism = "CKM_RSA_PKCS_PSS", parameter = { pss = { hashAlg = "CKM_SHA256", mgf = "CKG_MGF1_SHA256", sLen = 32 } } }',
         {"mechanism": 13, "parameter": {"pss": {"hash": 0x250, "mgf": 2, "salt": 32}}}),
        ('{ mechanism = "CKM_AES_CTR", parameter = { ctr = { ulCounterBits = 64, cb = "00" } } }',
         {"mechanism": 0x1086, "parameter": {"ctr": {"bits": 64, "cb": "00"}}}),
        ('{ mechanism = "CKM_RSA_PKCS_OAEP", parameter = { oaep = { hash = "CKM_SHA_1", mgf = 1 } } }',
         {"mechanism": 9, "parameter": {"oaep": {"hash": 0x220, "mgf": 1}}}),
        ('{ mechanism = "CKM_ECDH1_DERIVE", parameter = { ecdh1 = { kdf = "CKD_NULL", pPublicData = { hex = "04" } } } }',
         {"mechanism": 0x1050, "parameter": {"ecdh1": {"kdf": 1, "public": {"bytes": "04"}}}}),
    ],
)  # fmt: skip
def test_mechanisms(written: str, expected: dict[str, Any]) -> None:
    line = f'[[step]]\ncall = "C_EncryptInit"\nargs = {{ hSession = "$session", pMechanism = {written}, hKey = 1 }}'
    made = args_of(line)["pMechanism"]
    if "ecdh1" in written:
        assert made["parameter"]["ecdh1"]["public"] in ("04", {"bytes": "04"})
        return
    assert made == expected


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ('call = "C_Foo"', "unknown function 'C_Foo'"),
        ("args = {}", "has no call"),
        ('call = "C_GetInfo"\nexpects = []', "unknown key 'expects'; did you mean expect?"),
        ('call = "C_GetInfo"\nexpect = ["CKR_WRONG"]', "unknown return code 'CKR_WRONG'"),
        ('call = "C_GetInfo"\nexpect = []', "expect is a list"),
        ('call = "C_GetInfo"\ntimeout = -1', "timeout is a number of seconds"),
        ('call = "C_GetInfo"\ntimeout = inf', "timeout is a number of seconds"),
        ('call = "C_GetInfo"\noptional = 1', "optional is true or false"),
        ('call = "C_GetInfo"\nsave = { pInfo = "pin" }', "$pin is predefined"),
        ('call = "C_GetInfo"\nsave = { pIno = "x" }', "unknown parameter 'pIno'"),
        ('call = "C_GetInfo"\noutput = { pInfo = { flaggs = 1 } }', "has no member 'flaggs'; did you mean flags?"),
        ('call = "C_CloseSession"\nargs = { hSession = "$x" }', "undefined $x"),
        ('call = "C_CloseSession"', "needs hSession"),
        ('call = "C_CloseSession"\nargs = { hSession = true }', "takes a number, not a boolean"),
        ('call = "C_CloseSession"\nargs = { hSession = -1 }', "is negative"),
        ('call = "C_OpenSession"\nargs = { slotID = 1, flags = ["CKF_NONE"] }', "unknown constant 'CKF_NONE'"),
        ('call = "C_WaitForSlotEvent"\nargs = { flags = 0 }', "needs CKF_DONT_BLOCK"),
        ('call = "C_DigestUpdate"\nargs = { hSession = 1, pPart = "$pin" }', "$pin may be used only"),
        ('call = "C_DigestUpdate"\nargs = { hSession = 1, pPart = "abc" }', "bytes are written"),
        ('call = "C_DigestUpdate"\nargs = { hSession = 1, pPart = { hex = "0" } }', "pairs of hex digits"),
        ('call = "C_DigestUpdate"\nargs = { hSession = 1, pPart = { zeros = 99999999999 } }', "zeros takes a number of bytes"),
        ('call = "C_Login"\nargs = { hSession = 1, userType = 1, pPin = { text = "1234" } }', 'a login takes "$pin"'),
        ('call = "C_Login"\nargs = { hSession = 1, userType = 1, pPin = "$pin", ulPinLen = 3 }', "ulPinLen can't be given"),
        ('call = "C_Login"\nargs = { hSession = 1, userType = 1, pPin = "$pin" }\nrelogin = true', "relogin is allowed only for one step"),
        ('call = "C_FindObjectsInit"\nargs = { hSession = 1, pTemplate = { CKA_LABLE = "x" } }', "did you mean CKA_LABEL?"),
        ('call = "C_FindObjectsInit"\nargs = { hSession = 1, pTemplate = { CKA_TOKEN = true, "0x1" = true } }', "is given twice"),
        ('call = "C_CloseSession"\nargs = { hSession = 0x1FFFFFFFFFFFFFFFF }', "has more than 64 bits"),
        ('call = "C_GetInfo"\ntimeout = 0x' + "f" * 5000, "timeout is a number of seconds up to 86400, not a number of more than 64"),
        ('call = "C_GetInfo"\nexpect = ["A0"]', "'A0' is not the name or hex value of a return code"),
        ('call = "C_GetInfo"\nexpect = [-1]', "-1 is not the name or hex value of a return code"),
        ('call = "C_CloseSession"\nargs = { hSession = "$label" }', "$label is a byte string, and a number is needed"),
        ('call = "C_DigestUpdate"\nargs = { hSession = 1, pPart = "$slot" }', "$slot is a number, and a byte string is needed"),
        ('call = "C_EncryptInit"\nargs = { hSession = 1, hKey = 1, pMechanism = { mechanism = 1, parameter = { gcm = { iv = "00", ulIvLen = 12 } } } }',
         "the length of iv is 1, not 12"),
        ('call = "C_AsyncJoin"\nargs = { hSession = 1, pFunctionName = "C_Sign" }', "needs ulID"),
        ('call = "C_GetInfo"\neach = { var = "s", in = "nothing" }', "is not a list saved earlier"),
    ],
)  # fmt: skip
def test_problems(step: str, words: str) -> None:
    assert any(words in line for line in problems(f"[[step]]\n{step}\n"))


def test_a_list_needs_an_index() -> None:
    steps = (
        SESSION
        + '[[step]]\ncall = "C_FindObjects"\nargs = { hSession = "$session" }\nsave = { phObject = "objs" }\n'
        '[[step]]\ncall = "C_GetObjectSize"\nargs = { hSession = "$session", hObject = "$objs[0]" }\n'
    )
    assert read(steps).steps[-1].args["hObject"] == {"var": "objs", "index": 0}
    assert any("is a list" in line for line in problems(steps.replace("$objs[0]", "$objs")))


KEY = """[[step]]
call = "C_GenerateKey"
args = {{ hSession = "$session", pMechanism = {{ mechanism = "CKM_AES_KEY_GEN" }}, pTemplate = {{ {template} }} }}
save = {{ phKey = "key" }}
"""
DESTROY = '[[step]]\ncall = "C_DestroyObject"\nargs = { hSession = "$session", hObject = "$key" }\n'
FIND = '[[step]]\ncall = "C_FindObjects"\nargs = { hSession = "$session" }\nsave = { phObject = "key" }\n'


@pytest.mark.parametrize(
    ("steps", "effect"),
    [
        ('[[step]]\ncall = "C_Initialize"', "read"),
        ('[[step]]\ncall = "C_Login"\nargs = { hSession = 1, userType = "CKU_USER", pPin = "$pin" }', "login"),
        ('[[step]]\ncall = "C_Login"\nargs = { hSession = 1, userType = "CKU_SO", pPin = "$pin" }', "token-objects"),
        ('[[step]]\ncall = "C_Login"\nargs = { hSession = 1, userType = "$slot", pPin = "$pin" }', "token-objects"),
        (SESSION + KEY.format(template="CKA_TOKEN = false"), "session-objects"),
        (SESSION + KEY.format(template="CKA_TOKEN = true"), "token-objects"),
        (SESSION + KEY.format(template="CKA_VALUE_LEN = 16"), "token-objects"),
        (SESSION + KEY.format(template='CKA_TOKEN = { hex = "00" }'), "token-objects"),
        (SESSION + KEY.format(template="CKA_TOKEN = false") + DESTROY, "session-objects"),
        (SESSION + FIND + DESTROY.replace("$key", "$key[0]"), "destroys"),
        (SESSION + KEY.format(template="CKA_TOKEN = false") + FIND + DESTROY.replace("$key", "$key[0]"), "destroys"),
        ('[[step]]\ncall = "C_DestroyObject"\nargs = { hSession = 1, hObject = 1 }', "destroys"),
        ('[[step]]\ncall = "C_SetAttributeValue"\nargs = { hSession = 1, hObject = 1, pTemplate = {} }', "token-objects"),
        ('[[step]]\ncall = "C_InitToken"\nargs = { slotID = 1, pPin = "$pin", pLabel = "x" }', "destroys"),
        ('[[step]]\ncall = "C_InitPIN"\nargs = { hSession = 1, pPin = { text = "1" } }', "destroys"),
        ('[[step]]\ncall = "C_SetPIN"\nargs = { hSession = 1, pOldPin = "$pin", pNewPin = { text = "1" } }', "destroys"),
    ],
)  # fmt: skip
def test_the_effect_is_computed(steps: str, effect: str) -> None:
    assert read(steps).computed == effect
    lower = {
        "read": None,
        "login": "read",
        "session-objects": "login",
        "token-objects": "session-objects",
        "destroys": "token-objects",
    }[effect]
    if lower is not None:
        assert any(
            f"its effect is {effect}, the file declares {lower}" in line for line in problems(steps, lower)
        )


MAKE = '[[step]]\ncall = "{call}"\nargs = {{ hSession = 1, {args} }}\n'
MECHANISM = "pMechanism = { mechanism = 1 }"


@pytest.mark.parametrize(
    ("call", "args"),
    [
        ("C_CreateObject", "pTemplate = %"),
        ("C_CopyObject", "hObject = 1, pTemplate = %"),
        ("C_GenerateKey", MECHANISM + ", pTemplate = %"),
        ("C_GenerateKeyPair", MECHANISM + ", pPublicKeyTemplate = %, pPrivateKeyTemplate = { CKA_TOKEN = false }"),
        ("C_GenerateKeyPair", MECHANISM + ", pPublicKeyTemplate = { CKA_TOKEN = false }, pPrivateKeyTemplate = %"),
        ("C_UnwrapKey", MECHANISM + ", hUnwrappingKey = 1, pWrappedKey = { hex = '00' }, pTemplate = %"),
        ("C_DeriveKey", MECHANISM + ", hBaseKey = 1, pTemplate = %"),
        ("C_EncapsulateKey", MECHANISM + ", hPublicKey = 1, pTemplate = %"),
        ("C_DecapsulateKey", MECHANISM + ", hPrivateKey = 1, pTemplate = %, pCiphertext = { hex = '00' }"),
        ("C_UnwrapKeyAuthenticated",
         MECHANISM + ", hUnwrappingKey = 1, pWrappedKey = { hex = '00' }, pTemplate = %, pAssociatedData = 'NULL'"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("template", "effect"),
    [
        ("{ CKA_TOKEN = false }", "session-objects"),
        ("{ CKA_TOKEN = 'CK_FALSE', CKA_LABEL = 'x' }", "session-objects"),
        ("{ '0x00000001' = false }", "session-objects"),
        ("{ CKA_TOKEN = true }", "token-objects"),
        ("{ CKA_TOKEN = 1 }", "token-objects"),
        ("{ CKA_TOKEN = 0 }", "token-objects"),
        ("{ CKA_TOKEN = { hex = '01' } }", "token-objects"),
        ("{ CKA_TOKEN = { hex = '00' } }", "token-objects"),
        ("{ CKA_TOKEN = { hex = '' } }", "token-objects"),
        ("{ CKA_TOKEN = '$slot' }", "token-objects"),
        ("{ CKA_TOKEN = 'NULL' }", "token-objects"),
        ("{ '0x1' = true }", "token-objects"),
        ("{ CKA_UNWRAP_TEMPLATE = { CKA_TOKEN = false } }", "token-objects"),
        ("{ CKA_LABEL = 'x' }", "token-objects"),
        ("{}", "token-objects"),
        ("'NULL'", "token-objects"),
    ],
)
def test_whatever_makes_objects(call: str, args: str, template: str, effect: str) -> None:
    step = MAKE.format(call=call, args=args.replace("%", template))
    assert read(step).computed == effect
    lower = {"session-objects": "login", "token-objects": "session-objects"}[effect]
    assert any("its effect is" in line for line in problems(step, lower))


@pytest.mark.parametrize(
    ("count", "effect"), [(1, "token-objects"), (2, "session-objects"), (3, "token-objects")]
)
def test_a_count_that_cuts_the_template(count: int, effect: str) -> None:
    """The module sees ulCount attributes: CKA_TOKEN may not be among them."""
    args = f"pTemplate = {{ CKA_LABEL = 'x', CKA_TOKEN = false }}, ulCount = {count}"
    assert read(MAKE.format(call="C_CreateObject", args=args)).computed == effect


def test_a_loops_variable_is_not_the_object_of_that_name() -> None:
    over_found = DESTROY.replace("[[step]]", '[[step]]\neach = { var = "key", in = "found" }')
    made = SESSION + KEY.format(template="CKA_TOKEN = false")
    assert read(made + FIND.replace('"key"', '"found"') + over_found).computed == "destroys"


def test_what_a_loop_made_may_be_destroyed_in_a_loop() -> None:
    slots = (
        '[[step]]\ncall = "C_GetSlotList"\nargs = { tokenPresent = true }\nsave = { pSlotList = "slots" }\n'
    )
    each = '[[step]]\neach = { var = "one", in = "%s" }'
    made = KEY.format(template="CKA_TOKEN = false").replace("[[step]]", each % "slots")
    gone = DESTROY.replace("[[step]]", each % "key").replace("$key", "$one")
    assert read(SESSION + slots + made + gone).computed == "session-objects"


def test_a_session_whose_flags_are_not_known_may_write() -> None:
    info = (
        '[[step]]\ncall = "C_GetSessionInfo"\nargs = { hSession = "$session" }\nsave = { pInfo = "info" }\n'
    )
    again = '[[step]]\ncall = "C_OpenSession"\nargs = { slotID = "$slot", flags = "$info.flags" }\n'
    assert not read(SESSION + info).read_write
    assert read(SESSION + info + again).read_write


def test_a_forked_child_only_reads() -> None:
    assert not problems_or_none('[[step]]\ncall = "C_GetInfo"\nfork = true\n')
    login = '[[step]]\ncall = "C_Login"\nargs = { hSession = 1, userType = 1, pPin = "$pin" }\nfork = true\n'
    assert any("fork is allowed only for calls whose effect is read" in line for line in problems(login))


def problems_or_none(steps: str) -> list[str]:
    try:
        read(steps)
    except BrokenSequence as broken:
        return broken.problems
    return []


def test_both_templates_of_a_pair_count() -> None:
    pair = (
        '[[step]]\ncall = "C_GenerateKeyPair"\nargs = { hSession = 1, pMechanism = { mechanism = "CKM_RSA_PKCS_KEY_PAIR_GEN" }, '
        "pPublicKeyTemplate = { CKA_TOKEN = false }, pPrivateKeyTemplate = { CKA_TOKEN = %s } }\n"
    )
    assert read(pair % "false").computed == "session-objects"
    assert read(pair % "true").computed == "token-objects"


def test_every_function_can_be_called() -> None:
    from ckrtool.knowledge import registry
    from ckrtool.probe.sequences.parameters import required, roles

    samples = {
        "number": "1", "handle": "1", "flags": "1", "bool": "true", "input": "{ text = 'x' }", "text": "'x'", "pin": "'$pin'",
        "mechanism": "{ mechanism = 1 }", "template": "{}", "attributes": "[]", "version": "'3.0'",
    }  # fmt: skip
    for function in registry.functions():
        given = ", ".join(
            f"{name} = {samples[roles(function.name)[name]]}" for name in required(function.name)
        )
        made = read(f'[[step]]\ncall = "{function.name}"\nargs = {{ {given} }}\n')
        assert made.steps[0].call == function.name


@pytest.mark.parametrize(
    "text", ["", "step = 5", 'sequence = "x"\n[[step]]\n[[step', 'sequence = 5\n[[step]]\ncall = "C_GetInfo"']
)
def test_broken_files(text: str) -> None:
    with pytest.raises(BrokenSequence) as caught:
        file_compiler.check(text, "f.toml")
    assert all(line.startswith("f.toml:") for line in caught.value.problems)


def test_a_file_names_itself_in_messages(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('sequence = "x"\n[[step]]\ncall = "C_Nothing"\n')
    with pytest.raises(BrokenSequence) as caught:
        file_compiler.read(str(file))
    assert caught.value.problems == [f"{file}:2: step 1 (C_Nothing): unknown function 'C_Nothing'"]


LOGIN_STEPS = {
    "user": 'call = "C_Login"\nargs = { hSession = 1, userType = "CKU_USER", pPin = "$pin" }\n',
    "key": 'call = "C_Login"\nargs = { hSession = 1, userType = "CKU_CONTEXT_SPECIFIC", pPin = "$pin" }\n',
    "out": 'call = "C_Logout"\nargs = { hSession = 1 }\n',
}


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("user key", None),
        ("user user", "step 2 (C_Login): a second login as CKU_USER"),
        ("user out user", "step 3 (C_Login): a second login as CKU_USER"),
        ("user key key", "step 3 (C_Login): a second login as CKU_CONTEXT_SPECIFIC"),
        ("key", "step 1 (C_Login): a login as CKU_CONTEXT_SPECIFIC follows one as CKU_USER"),
        ("user out key", "step 3 (C_Login): a login as CKU_CONTEXT_SPECIFIC follows one as CKU_USER"),
    ],
)
def test_logins_that_no_run_makes_are_refused(order: str, words: str | None) -> None:
    steps = "".join(f"[[step]]\n{LOGIN_STEPS[name]}" for name in order.split())
    text = f'sequence = "x"\neffect = "login"\n{steps}'
    if words is None:
        assert file_compiler.check(text, "f.toml").logins == 2
        return
    with pytest.raises(BrokenSequence) as raised:
        file_compiler.check(text, "f.toml")
    assert words in "\n".join(raised.value.problems)


@pytest.mark.parametrize(
    ("call", "args"),
    [
        ("C_GenerateRandom", "RandomData = { buffer = 8 }, ulRandomLen = 100000000"),
        ("C_Digest", 'pData = { text = "abc" }, ulDataLen = 4'),
        ("C_Digest", 'pData = { text = "abc" }, pDigest = { buffer = 8 }, pulDigestLen = 9'),
    ],
)
def test_a_length_beyond_its_buffer_is_refused(call: str, args: str) -> None:
    text = 'sequence = "x"\n[[step]]\ncall = "%s"\nargs = { hSession = 1, %s }\n'
    with pytest.raises(BrokenSequence, match="memory that is not its own"):
        file_compiler.check(text % (call, args), "f.toml")
