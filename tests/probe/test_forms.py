"""Sequence files as a stranger writes them, on a real token; and all 104 functions of the standard called from one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool.knowledge import registry
from ckrtool.probe.sequences.parameters import required, roles
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from tests.conftest import Ckr
    from tests.tokens import Token

FORMS = Path(__file__).with_name("forms.toml")
HEAD = """sequence = "all"
effect = "destroys"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
"""
SAMPLES = {
    "number": "1", "handle": '"$session"', "flags": '["CKF_DONT_BLOCK"]', "bool": "true", "input": '{ text = "x" }', "text": '"x"',
    "pin": '"NULL"', "mechanism": "{ mechanism = 1 }", "template": "{ CKA_TOKEN = false }", "attributes": '["CKA_CLASS"]', "version": '"3.0"',
}  # fmt: skip
LAST = ("C_CloseSession", "C_CloseAllSessions", "C_Finalize")


def test_every_form_on_a_real_token(ckr: Ckr, token: Token) -> None:
    probed = probe(ckr, token.module, "--sequence", str(FORMS), "--pin-source", "env:THE_PIN", env=token.env)
    assert probed.outcomes()["crypto-forms"] == "passed", probed.report["findings"]
    assert probed.status == 0
    assert "left_objects" not in probed.sequence("crypto-forms")


def test_all_functions_are_called(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    # Each login of a run but the first is left out, with what follows: test_probe.py calls those.
    names = [
        one.name for one in registry.functions() if one.name not in ("C_Initialize", "C_Login", "C_LoginUser")
    ]
    steps = ""
    for name in [name for name in names if name not in LAST] + list(LAST):
        given = ", ".join(f"{one} = {SAMPLES[roles(name)[one]]}" for one in required(name))
        steps += f'[[step]]\ncall = "{name}"\nargs = {{ {given} }}\nexpect = "any"\noptional = true\nstop = false\n'
    (tmp_path / "all.toml").write_text(HEAD + steps)
    probed = probe(
        ckr, fake, "--sequence", str(tmp_path / "all.toml"), "--destroy", "--pin-source", "env:P", "--risk-pin",
        env={"CKR_FAKE": "", "P": "1234"},
    )  # fmt: skip
    seen: dict[str, list[str]] = {}
    for call in probed.sequence("all")["calls"]:
        seen.setdefault(call["function"], []).append(
            call["name"] or call.get("reason") or call.get("outcome", "")
        )
    old = {one.name for one in registry.functions() if one.since == "2.40"}
    for name in names:
        absent = {"not-in-this-version", "missing"} & set(seen[name])
        assert bool(absent) == (name not in old), (name, seen[name])
    assert seen["C_Encrypt"] == ["CKR_FUNCTION_NOT_SUPPORTED"]
