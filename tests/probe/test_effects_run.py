"""What reaches a module: no login, no PIN and no write that a sequence file did not declare, whatever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ckrtool.probe import protocol
from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.compile import file_compiler
from ckrtool.probe.sequences.parameters import required, roles
from ckrtool.probe.sequences.sequence import EFFECTS
from ckrtool.probe.supervision import supervisor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

LOGINS = {"C_Login", "C_LoginUser"}
MAKES = {"C_CreateObject", "C_CopyObject", "C_GenerateKey", "C_GenerateKeyPair", "C_UnwrapKey", "C_DeriveKey"}
LOWEST = {
    **dict.fromkeys(LOGINS, "login"),
    **dict.fromkeys(MAKES, "session-objects"),
    "C_SetAttributeValue": "token-objects",
    **dict.fromkeys(("C_InitToken", "C_InitPIN", "C_SetPIN"), "destroys"),
}


HEAD = """sequence = "x"
effect = "%s"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = 6 }
save = { phSession = "session" }
[[step]]
call = "C_FindObjectsInit"
args = { hSession = "$session", pTemplate = {} }
[[step]]
call = "C_FindObjects"
args = { hSession = "$session" }
save = { phObject = "objs" }
"""
VALUES = {
    "number": ["1", "7"], "handle": ['"$session"', "1", '"$objs[0]"'], "flags": ["4", "6"], "bool": ["true"], "input": ['{ text = "x" }', '"NULL"'],
    "text": ['"x"'], "pin": ['"$pin"', '"NULL"'], "mechanism": ['{ mechanism = "CKM_AES_KEY_GEN" }', '"NULL"'],
    "template": ["{ CKA_TOKEN = false }", "{ CKA_TOKEN = true }", "{}", '"NULL"'], "attributes": ['["CKA_CLASS"]'], "version": ['"3.0"'],
}  # fmt: skip
OTHERS = [
    "C_DestroyObject",
    "C_Logout",
    "C_Finalize",
    "C_CloseAllSessions",
    "C_SetOperationState",
    "C_SessionCancel",
    "C_AsyncComplete",
]
MORE = ["", "optional = true", "stop = false", "cleanup = true", 'expect = "any"', "fork = true"]


@st.composite
def sound_steps(draw: st.DrawFn) -> str:
    """A step with all that its function needs, each value one of its kind."""
    name = draw(st.sampled_from([*LOWEST, *OTHERS]))
    given = ", ".join(f"{one} = {draw(st.sampled_from(VALUES[roles(name)[one]]))}" for one in required(name))
    return f'[[step]]\ncall = "{name}"\nargs = {{ {given} }}\n{draw(st.sampled_from(MORE))}\n'


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(st.lists(sound_steps(), min_size=1, max_size=3), st.sampled_from(EFFECTS))
def test_a_module_sees_nothing_undeclared(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: list[str], declared: str
) -> None:
    log = tmp_path / "calls"
    log.write_text("")
    monkeypatch.setenv("CKR_FAKE_LOG", str(log))
    monkeypatch.setenv("CKR_FAKE", "")
    try:
        sequence = file_compiler.check(HEAD % declared + "".join(written), "f.toml")
    except BrokenSequence:
        return  # nothing was loaded
    plan: protocol.Plan = {
        "schema": protocol.PLAN_SCHEMA, "module": {"path": str(fake), "init_args": None}, "label": "ckr-probe-1",
        "limits": dict(protocol.DEFAULT_LIMITS), "vars": {"slot": 7}, "pin": {"given": True, "protected_path": False, "risk": False},
        "sequences": [sequence.planned()],
    }  # fmt: skip
    supervisor.run(plan, pin=b"1234")
    seen = set(log.read_text().split())
    assert "C_Initialize" in seen
    for function in seen & LOWEST.keys():
        assert EFFECTS.index(declared) >= EFFECTS.index(LOWEST[function]), function


@pytest.mark.parametrize("first", ["C_SetPIN", "C_Login"])
def test_a_refused_pin_is_not_given_to_set_pin_again(
    ckr: Ckr, fake: Path, tmp_path: Path, first: str
) -> None:
    """A wrong PIN costs a try in C_SetPIN as in C_Login."""
    change = '[[step]]\ncall = "C_SetPIN"\nstop = false\nargs = { hSession = "$s", pOldPin = "$pin", pNewPin = { text = "4321" } }\n'
    login = (
        '[[step]]\ncall = "C_Login"\nstop = false\nargs = { hSession = "$s", userType = 1, pPin = "$pin" }\n'
    )
    (tmp_path / "p.toml").write_text(
        'sequence = "p"\neffect = "destroys"\n[[step]]\ncall = "C_Initialize"\n[[step]]\ncall = "C_OpenSession"\n'
        'args = { slotID = "$slot", flags = 6 }\nsave = { phSession = "s" }\n'
        + (login if first == "C_Login" else "")
        + change * 3
        + (login if first != "C_Login" else "")
    )
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(tmp_path / "calls"), "P": "9999"}
    ran = ckr(
        "probe",
        "--module",
        str(fake),
        "--sequence",
        str(tmp_path / "p.toml"),
        "--destroy",
        "--pin-source",
        "env:P",
        env=env,
    )
    assert ran.status == 1
    assert [name for name in (tmp_path / "calls").read_text().split() if name in ("C_SetPIN", "C_Login")] == [
        first
    ]


@pytest.mark.parametrize("function", ["C_Login", "C_CreateObject"])
def test_a_declaration_that_is_too_low_loads_nothing(
    ckr: Ckr, fake: Path, tmp_path: Path, function: str
) -> None:
    arguments = {"C_Login": 'userType = 1, pPin = "$pin"', "C_CreateObject": "pTemplate = {}"}[function]
    (tmp_path / "x.toml").write_text(
        f'sequence = "x"\n[[step]]\ncall = "{function}"\noptional = true\nargs = {{ hSession = 1, {arguments} }}\n'
    )
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(tmp_path / "calls"), "P": "1234"}
    ran = ckr(
        "probe",
        "--module",
        str(fake),
        "--sequence",
        str(tmp_path / "x.toml"),
        "--pin-source",
        "env:P",
        "--destroy",
        env=env,
    )
    assert ran.status == 2
    assert not (tmp_path / "calls").exists()
