"""`ckr WORD...` without a command: what people type first is answered, or refused with the right command named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests import fake_module
from tests.tokens import SOFTHSM

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token

LIBP11 = "- SSL error:80009101:Vendor defined:PKCS11_rsa_encrypt:User not logged in: p11_rsa.c:113"
# What is typed -> the command that has to run, as stderr names it.
RUNS = [
    (["0xA0"], "ckr explain 0xA0 --brief"),
    (["0xa0", "--json"], "ckr explain 0xa0 --json"),
    (["160"], "ckr explain 160 --brief"),
    (["-2147483638"], "ckr explain -2147483638 --brief"),
    (["CKR_PIN_INCORRECT"], "ckr explain CKR_PIN_INCORRECT --brief"),
    (["pin-incorrect"], "ckr explain pin-incorrect --brief"),
    (["0xA0", "0x101"], "ckr explain 0xA0 0x101 --brief"),
    (["rv = 0xa0"], "ckr explain 'rv = 0xa0' --brief"),
    (["rv", "=", "0xa0"], "ckr explain 'rv = 0xa0' --brief"),
    (["C_Login failed: rv = 0xa0"], "ckr explain 'C_Login failed: rv = 0xa0' --brief"),
    (["PKCS11", "function", "C_Login", "failed:", "rv", "=", "CKR_PIN_INCORRECT", "(0xa0)"],
     "ckr explain 'PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)' --brief"),
    (["C_Login:", "0xa4"], "ckr explain 'C_Login: 0xa4' --brief"),
    (["C_Login:", "rv=0xa4"], "ckr explain 'C_Login: rv=0xa4' --brief"),
    (["C_Login:", "CKR_PIN_LOCKED"], "ckr explain 'C_Login: CKR_PIN_LOCKED' --brief"),
    (["C_Login()", "failed:", "0xa4"], "ckr explain 'C_Login() failed: 0xa4' --brief"),
    (["PKCS#11", "error:", "0x101"], "ckr explain 'PKCS#11 error: 0x101' --brief"),
    (["0xA0:", "CKR_PIN_INCORRECT"], "ckr explain '0xA0: CKR_PIN_INCORRECT' --brief"),
    ([LIBP11], f"ckr explain '{LIBP11}' --brief"),
    (["--", LIBP11], f"ckr explain '{LIBP11}' --brief"),
    (LIBP11.split(), f"ckr explain '{LIBP11}' --brief"),
    (["-> C_Login failed: 0xa0"], "ckr explain '-> C_Login failed: 0xa0' --brief"),
    (["CKR_PIN_LOCKED:"], "ckr explain CKR_PIN_LOCKED --brief"),
    (["CKR_PIN_LOCKED."], "ckr explain CKR_PIN_LOCKED --brief"),
    (["CKR_DEVICE_ERROR,"], "ckr explain CKR_DEVICE_ERROR --brief"),
    (["CKR_NOPE:"], "ckr explain CKR_NOPE --brief"),
    (["0xa4."], "ckr explain 0xa4 --brief"),
    (["(0xa4)"], "ckr explain 0xa4 --brief"),
    (['"0xa4"'], "ckr explain 0xa4 --brief"),
    (["[0xa4]"], "ckr explain 0xa4 --brief"),
    (["0xa4;"], "ckr explain 0xa4 --brief"),
    (["\u201cCKR_PIN_LOCKED\u201d,"], "ckr explain CKR_PIN_LOCKED --brief"),
    (["(-2147483638)"], "ckr explain -2147483638 --brief"),
    (["CKM_AES_GCM,"], "ckr explain CKM_AES_GCM"),
    (["sessions-exhausted."], "ckr explain sessions-exhausted"),
    (["C_Login()"], "ckr returns C_Login"),
    (["C_Login:"], "ckr returns C_Login"),
    (["0xa4,0xa0"], "ckr explain 0xa4 0xa0 --brief"),
    (["0xa4,", "0xa0"], "ckr explain 0xa4 0xa0 --brief"),
    (["0xa4 0xa0"], "ckr explain 0xa4 0xa0 --brief"),
    (["C_Login", "0xa4,0xa0"], "ckr explain 0xa4 0xa0 C_Login --brief"),
    (["C_Login", "0xa0", "--stack", "luna"], "ckr explain 0xa0 C_Login --brief --stack luna"),
    (["C_Login"], "ckr returns C_Login"),
    (["c_login"], "ckr returns c_login"),
    (["C_Login", "0xA0"], "ckr check C_Login 0xA0"),
    (["0xA0", "C_Login"], "ckr check C_Login 0xA0"),
    (["CKR_PIN_LOCKED", "C_Login"], "ckr check C_Login CKR_PIN_LOCKED"),
    (["0xA0", "--full"], "ckr explain 0xA0 --full"),
    (["--color", "never", "decode", "5"], "ckr decode 5 --color never"),
    (["--json", "returns", "C_Login"], "ckr returns C_Login --json"),
]  # fmt: skip
NINE = (
    "C_Sign",
    "C_Verify",
    "C_Digest",
    "C_Encrypt",
    "C_Decrypt",
    "C_SignInit",
    "C_VerifyInit",
    "C_DigestInit",
    "C_FindObjects",
)
# What is typed -> what stderr has to name; the exit status is 2.
REFUSED = [
    (["-"], "ckr decode -"),
    (["-", "0xA0"], "ckr decode -"),
    (["explian", "0xA0"], "ckr explain 0xA0"),
    (["scna"], "ckr scan"),
    (["Login"], "ckr C_Login"),
    (["C_Lgoin"], "C_Login"),
    (["+5"], "nearest command"),
    (["something", "went", "wrong"], "ckr annotate"),
    (["hlep"], "did you mean: ckr help\n"),
    (["hlep", "explain"], "did you mean: ckr help explain\n"),
    (["versoin"], "did you mean: ckr version\n"),
    (["help", "explain", "surplus"], "too many arguments: surplus"),
    (["login", "failed", "0xa0"], "did you mean: ckr explain 0xa0 C_Login\n"),
    (["sign", "failed", "0x30"], "did you mean: ckr explain 0x30 C_Sign\n  or: ckr scan failed 0x30\n"),
    (["0xa0", "softhsm2"], "did you mean: ckr explain 0xa0 --stack softhsm2\n"),
    (["something", "0xa0"], "did you mean: ckr explain 0xa0\n"),
    (["something", "5"], "ckr annotate"),
    (["PIN"], "did you mean: ckr CKR_PIN_INCORRECT\n  or: ckr CKR_PIN_LOCKED\n"),
    (["KEY"], "or: ckr why\n"),
    (["0xa4,nope"], "nearest command"),
    (["(xyzzy)"], "nearest command"),
    (["check", "C_Login", "C_Sign failed: rv = 0x30"], "names C_Sign, not C_Login"),
    (["decode", "0xA4;"], "did you mean 0xA4, without the marks around it?"),
    (["explain", "(0xA4)"], "did you mean 0xA4, without the marks around it?"),
    (["token", "not", "present"], "did you mean: ckr CKR_TOKEN_NOT_PRESENT\n"),
    (["CKR_PIN_LOCKED", "(0xa0)"], "CKR_PIN_LOCKED does not have the number 0x000000A0"),
    (["CKR_PIN_LOCKED (0xa0)"], "CKR_PIN_LOCKED does not have the number 0x000000A0"),
    (["error:0A000086:SSL routines::certificate verify failed"], "an error of another OpenSSL library"),
    (["check", "C_Login", "CKR_PIN_LOCKED", "(0xa0)"], "too many arguments"),
    (["explain", "rv", "=", "0xa0"], "did you mean: ckr explain 'rv = 0xa0'\n"),
    (["check", "C_Login:", "0xa4"], "did you mean: ckr check 'C_Login: 0xa4'\n"),
    (
        ["check", "C_Login", "failed:", "rv", "=", "0xa0", "--json"],
        "did you mean: ckr check 'C_Login failed: rv = 0xa0' --json\n",
    ),
    (["decode", "nothing", "=", "here"], "a value is hex"),
    (["precedence", "0xa0", "0xa4", "C_Login"], "--function C_Login\n"),
    (["decode", "--5"], "only decimal numbers can be negative"),
]


@pytest.mark.parametrize(
    ("typed", "command"), RUNS, ids=lambda one: " ".join(one) if isinstance(one, list) else ""
)
def test_words_run_the_command_that_they_ask_for(ckr: Ckr, typed: list[str], command: str) -> None:
    import shlex

    ran = ckr(*typed)
    assert ran.err.splitlines()[0] == command
    asked = ckr(*shlex.split(command)[1:])
    assert (ran.status, ran.out) == (asked.status, asked.out)


@pytest.mark.parametrize(
    ("typed", "named"), REFUSED, ids=lambda one: " ".join(one) if isinstance(one, list) else ""
)
def test_other_words_are_refused_with_the_nearest_command(ckr: Ckr, typed: list[str], named: str) -> None:
    ran = ckr(*typed)
    assert (ran.status, ran.out) == (2, "")
    assert named in ran.err


def test_the_worst_of_several_answers_is_the_exit_status(ckr: Ckr) -> None:
    for typed in (["C_Digest", "C_Login", "0xA0"], ["C_Login", "C_Digest", "0xA0"]):
        ran = ckr(*typed)
        assert ran.err.splitlines() == [f"ckr check {function} 0xA0" for function in typed[:2]]
        assert ran.status == 1


def test_every_function_of_several_is_checked(ckr: Ckr) -> None:
    ran = ckr("0xa0", "C_Login", "C_Sign", "--json")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(answer["function"], answer["verdict"]) for answer in answers] == [
        ("C_Login", "listed"),
        ("C_Sign", "unlisted"),
    ]
    assert ran.status == 1


@pytest.mark.parametrize("command", ["decode", "explain"])
@pytest.mark.parametrize("before", [[], ["--"]])
def test_a_line_that_begins_with_a_dash_is_no_option(ckr: Ckr, command: str, before: list[str]) -> None:
    answer = json.loads(ckr(command, "--json", *before, LIBP11).out)
    assert (answer["value"], answer["input"]) == (0x101, LIBP11)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("login", "is written C_Login"),
        ("softhsm2", "ckr explain CODE --stack softhsm2"),
        ("C_Login", "ckr returns C_Login"),
    ],
)
def test_decode_says_what_a_word_is_instead_of_a_code(ckr: Ckr, word: str, hint: str) -> None:
    ran = ckr("decode", "0xA0", word)
    assert ran.status == 1
    assert hint in ran.err


def test_explain_says_that_the_line_names_another_function(ckr: Ckr) -> None:
    assert "the line names C_Sign" in ckr("explain", "C_Sign failed: rv = 0x30", "-f", "C_Login").err
    assert "the line names" not in ckr("explain", "C_Sign failed: rv = 0x30", "-f", "C_Sign").err


@pytest.mark.parametrize("typed", [["help"], ["help", "help"], ["help", "explain"], ["version"], ["-V"]])
def test_usual_words_for_help_and_version(ckr: Ckr, typed: list[str]) -> None:
    ran = ckr(*typed)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out


def test_a_log_is_summarised_and_a_path_is_always_the_file(ckr: Ckr, tmp_path: Path) -> None:
    (tmp_path / "160").write_text("C_Login: rv = 0xa0\n")
    assert ckr("./160").err.splitlines()[0] == "ckr scan ./160"
    assert ckr("160").err.splitlines()[0] == "ckr explain 160 --brief"
    assert ckr("./161").status == 3
    assert ckr(str(tmp_path)).status == 2


@pytest.mark.skipif(fake_module.compiler() is None, reason="no C compiler")
def test_a_module_that_others_can_write_is_not_loaded(ckr: Ckr, tmp_path: Path) -> None:
    module = tmp_path / "libfake.so"
    module.write_bytes(fake_module.build().read_bytes())
    module.chmod(0o666)
    ran = ckr(str(module), env={"CKR_FAKE": "crash:C_Initialize"})
    assert (ran.status, ran.out) == (2, "")
    assert "not loaded" in ran.err
    assert f"ckr probe {module}" in ran.err


@pytest.mark.skipif(fake_module.compiler() is None, reason="no C compiler")
def test_a_library_that_only_uses_a_module_is_not_loaded_as_one(ckr: Ckr, tmp_path: Path) -> None:
    source = "int C_GetFunctionList(void *); int x(void) { return C_GetFunctionList(0); }"
    user = fake_module.shared_object(tmp_path, "libuser.so", source)
    ran = ckr(str(user))
    assert (ran.status, ran.out) == (2, "")
    assert "does not export C_GetFunctionList" in ran.err


@pytest.mark.skipif(SOFTHSM is None, reason="no SoftHSM2")
def test_a_link_that_others_can_replace_is_not_followed(ckr: Ckr, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    (folder / "module.so").symlink_to(str(SOFTHSM))
    ran = ckr(str(folder / "module.so"))
    assert (ran.status, ran.out) == (2, "")
    assert f"{folder} can be written by others" in ran.err


def test_no_pin_is_ever_used_unasked(ckr: Ckr, token: Token) -> None:
    """A module named alone is probed without the PIN that the environment offers to `ckr probe`."""
    env = {**token.env, "CKR_PIN_SOURCE": "env:THE_PIN"}
    alone = ckr(str(token.module.resolve()), env=env)
    assert alone.status == 0, alone.err
    assert "digest: ok" in alone.out
    assert "login: " not in alone.out
    assert "login: ok" in ckr("probe", str(token.module), "--token", token.label, env=env).out


def test_module_name_prints_what_is_known_and_loads_nothing(ckr: Ckr) -> None:
    ran = ckr("luna")
    assert ran.status == 0
    assert "/etc/Chrystoki.conf" in ran.out
    assert "ckr explain CODE --stack luna" in ran.out


@pytest.mark.parametrize("stack", ["softhsm2", "luna", "yubihsm", "SoftHSM2", "opensc"])
def test_module_takes_the_name_of_a_stack(ckr: Ckr, stack: str) -> None:
    by_module = ckr("explain", "0xA0", "--module", stack, "--json")
    assert by_module == ckr("explain", "0xA0", "--stack", stack, "--json")
    assert json.loads(by_module.out)["module"]["known"] is True


def test_module_takes_a_name_of_the_configuration(ckr: Ckr) -> None:
    config = ckr.home / "config" / "ckr" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[module.prod]\npath = "/opt/x/libCryptoki2_64.so"\n')
    module = json.loads(ckr("explain", "0xA0", "--module", "prod", "--json").out)["module"]
    assert (module["id"], module["known"]) == ("luna", True)


@pytest.mark.parametrize("command", [["decode", "0x80000064"], ["check", "C_Login", "0x80000064", "--json"]])
def test_module_takes_the_name_of_a_stack_in_other_commands(ckr: Ckr, command: list[str]) -> None:
    by_file = ckr(*command, "--module", "libCryptoki2_64.so")
    assert ckr(*command, "--module", "luna") == by_file != ckr(*command)


@pytest.mark.parametrize("name", ["nosuch", "nosuch" * 100])
def test_a_module_that_nobody_knows_is_said_to_be_unknown(ckr: Ckr, name: str) -> None:
    ran = ckr("explain", "0xA0", "--module", name, "--json")
    assert json.loads(ran.out)["module"]["known"] is False
    assert f"{name}: no profile knows this module" in ran.err
    assert ckr(name).status == 2


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (["explain", "0xA0", "--stack", "opensc-pkcs11.so"], ["explain", "0xA0", "--stack", "opensc"]),
        (
            ["explain", "0xA0", "--stack", "/usr/lib/softhsm/libsofthsm2.so"],
            ["explain", "0xA0", "--stack", "softhsm2"],
        ),
        (["explain", "0xA0", "C_Login"], ["explain", "0xA0", "--function", "C_Login"]),
        (["explain", "0xA0", "-f", "Login"], ["explain", "0xA0", "--function", "C_Login"]),
        (["explain", "0xA0", "-q"], ["explain", "0xA0", "--brief"]),
        (["explain", "0xA0", "-v"], ["explain", "0xA0", "--full"]),
        (["check", "0xA0", "C_Login"], ["check", "C_Login", "0xA0"]),
        (["check", "C_Login failed: rv = 0xa0"], ["check", "C_Login", "0xA0"]),
        (["returns", "Login"], ["returns", "C_Login"]),
        (["decode", "0xA0,0x101"], ["decode", "0xA0", "0x101"]),
        (["decode", "0xA0 0x101"], ["decode", "0xA0", "0x101"]),
        (["precedence", "0xE0,0xB3"], ["precedence", "0xE0", "0xB3"]),
    ],
)
def test_commands_are_as_forgiving(ckr: Ckr, typed: list[str], same: list[str]) -> None:
    assert ckr(*typed) == ckr(*same)


@pytest.mark.parametrize("command", [[], ["decode"], ["explain"], ["precedence"]])
@pytest.mark.parametrize("text", ["1,000", "2,147,483,658", "160,257"])
def test_a_number_with_separators_is_not_taken_for_a_list(ckr: Ckr, command: list[str], text: str) -> None:
    done = ckr(*command, text)
    assert (done.status, done.out) == (2, "")
    assert "thousands separators" in done.err
    assert text.replace(",", " ") in done.err


@pytest.mark.parametrize("command", ["decode", "explain"])
def test_a_module_that_no_profile_knows_is_reported(ckr: Ckr, command: str) -> None:
    unknown = ckr(command, "0x80000001", "-m", "/nonexist/foo.so")
    assert unknown.err.startswith("ckr: hint: /nonexist/foo.so: no profile knows this module: ")
    assert unknown.status == 0
    assert ckr(command, "0x80000001", "-m", "/nonexist/libsofthsm2.so").err == ""


def test_check_quiet_prints_nothing(ckr: Ckr) -> None:
    assert (ckr("check", "-q", "C_Login", "0xA0").status, ckr("check", "-q", "C_Login", "0xA0").out) == (
        0,
        "",
    )
    assert (ckr("check", "-q", "C_Digest", "0xA0").status, ckr("check", "-q", "C_Digest", "0xA0").out) == (
        1,
        "",
    )


@pytest.mark.parametrize("command", ["decode", "returns", "list", "annotate"])
def test_commands_without_a_short_form_refuse_q(ckr: Ckr, command: str) -> None:
    assert ckr(command, "-q").status == 2


@pytest.mark.parametrize(
    "command",
    [
        ["decode", "0x80000001"],
        ["check", "C_Login", "0xA0"],
        ["returns", "C_Login"],
        ["precedence", "0x5", "0x6"],
        ["list", "codes"],
        ["modules"],
        ["scan", "app.log"],
    ],
    ids=lambda one: one[0],
)
def test_v_says_everything(ckr: Ckr, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "app.log").write_text("".join(f"{name}: rv = 0x5\n" for name in NINE))
    plain, verbose = ckr(*command), ckr(*command, "-v")
    assert verbose.status == plain.status
    assert len(verbose.out) >= len(plain.out)
    if command[0] == "decode":
        assert "more (see --json)" in plain.out
        assert "more (see --json)" not in verbose.out
    if command[0] == "list":
        assert "after-fix" in verbose.out
        assert "after-fix" not in plain.out
    if command[0] == "scan":
        assert all(name in verbose.out.split("functions: ")[1].splitlines()[0] for name in NINE)
