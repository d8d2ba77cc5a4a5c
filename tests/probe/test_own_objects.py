"""An object that a sequence file did not make is neither destroyed nor changed, even if its handle is one that the file got."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe import protocol
from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.compile import file_compiler
from ckrtool.probe.supervision import supervisor

if TYPE_CHECKING:
    from ckrtool.probe.results import SequenceResult
    from tests.tokens import Token

INIT = '[[step]]\ncall = "C_Initialize"\n'
END = '[[step]]\ncall = "C_Finalize"\n'
OTHER = (
    '[[step]]\ncall = "C_OpenSession"\nargs = { slotID = "$slot", flags = 6 }\nsave = { phSession = "t" }\n'
)
OPEN = OTHER.replace('"t"', '"s"')
CLOSE = '[[step]]\ncall = "C_CloseSession"\nargs = { hSession = "$s" }\n'
LOGOUT = '[[step]]\ncall = "C_Logout"\nargs = { hSession = "$s" }\n'
ALL = '[[step]]\ncall = "C_CloseAllSessions"\nargs = { slotID = "$slot" }\n'
SEARCH = """[[step]]
call = "C_FindObjectsInit"
args = { hSession = "$t", pTemplate = {} }
[[step]]
call = "C_FindObjects"
args = { hSession = "$t" }
save = { phObject = "all" }
[[step]]
call = "C_FindObjectsFinal"
args = { hSession = "$t" }
"""
MAKE = """[[step]]
call = "C_CreateObject"
args = { hSession = "$s", pTemplate = { CKA_CLASS = "CKO_DATA", CKA_TOKEN = false, CKA_PRIVATE = false, CKA_LABEL = "x" } }
save = { phObject = "k" }
"""
DESTROY = '[[step]]\ncall = "C_DestroyObject"\nargs = { hSession = "$t", hObject = "$k" }\n'
CHANGE = '[[step]]\ncall = "C_SetAttributeValue"\nargs = { hSession = "$t", hObject = "$k", pTemplate = { CKA_LABEL = "y" } }\n'
COPY = '[[step]]\ncall = "C_CopyObject"\nargs = { hSession = "$t", hObject = "$k", pTemplate = { CKA_TOKEN = false } }\n'
EACH = DESTROY + 'each = { var = "one", in = "all" }\n'
AGAIN = [CLOSE, END, INIT, OTHER, SEARCH]


def effect_of(*steps: str) -> str:
    """Return the effect that is computed for the last step."""
    text = 'sequence = "x"\neffect = "destroys"\n' + INIT + "".join(steps)
    return file_compiler.check(text, "f.toml").steps[-1].effect


@pytest.mark.parametrize("call", [DESTROY, CHANGE, COPY])
@pytest.mark.parametrize(
    "between",
    [[CLOSE], [END], [LOGOUT], [ALL], [DESTROY], AGAIN, [SEARCH, CLOSE.replace("$s", "$all[0]")]],
    ids=["closed", "finalised", "logged out", "all closed", "destroyed", "reused", "closed by another name"],
)
def test_a_handle_whose_object_ended_is_not_the_files_own(between: list[str], call: str) -> None:
    assert effect_of(OPEN, OTHER, MAKE, *between, call) == "destroys"


def test_an_own_object_is_destroyed_by_any_declaration() -> None:
    assert effect_of(OPEN, OTHER, MAKE, DESTROY) == "session-objects"
    assert effect_of(OPEN, OTHER, MAKE, CLOSE.replace("$s", "$t"), OTHER, DESTROY) == "session-objects"
    assert effect_of(OPEN, OTHER, MAKE, DESTROY, MAKE, DESTROY) == "session-objects"
    assert effect_of(OPEN, OTHER, MAKE, CHANGE) == "token-objects"
    assert effect_of(OPEN, OTHER, MAKE, COPY) == "session-objects"


def test_a_loop_destroys_an_own_object_once() -> None:
    assert effect_of(OPEN, OTHER, SEARCH, MAKE, EACH) == "destroys"
    slots = (
        '[[step]]\ncall = "C_GetSlotList"\nargs = { tokenPresent = true }\nsave = { pSlotList = "slots" }\n'
    )
    each = 'each = { var = "one", in = "slots" }\n'
    assert effect_of(slots, OPEN, OTHER, MAKE + each, DESTROY + each) == "session-objects"
    keys = DESTROY.replace("$k", "$one") + 'each = { var = "one", in = "k" }\n'
    assert effect_of(slots, OPEN, OTHER, MAKE + each, keys) == "session-objects"
    assert effect_of(slots, OPEN, OTHER, MAKE + each, keys, keys) == "destroys"


def test_the_message_names_the_step_that_ended_the_object() -> None:
    text = f'sequence = "x"\neffect = "session-objects"\n{INIT}{OPEN}{OTHER}{MAKE}{CLOSE}{DESTROY}'
    with pytest.raises(BrokenSequence) as raised:
        file_compiler.check(text, "f.toml")
    assert "its effect is destroys" in raised.value.problems[0]
    assert "step 5 (C_CloseSession) ends the object" in raised.value.problems[0]


@pytest.mark.parametrize(
    ("call", "key"),
    [("C_DestroyObject", 'bench = "b"'), ("C_Finalize", 'bench = "b"'), ("C_Login", "threads = true"), ("C_CreateObject", "key = true")],
)  # fmt: skip
def test_calls_made_outside_the_guards_are_harmless(call: str, key: str) -> None:
    args = {
        "C_DestroyObject": "hSession = 1, hObject = 1",
        "C_Finalize": "",
        "C_Login": 'hSession = 1, userType = 1, pPin = "$pin"',
        "C_CreateObject": "hSession = 1, pTemplate = { CKA_TOKEN = false }",
    }[call]
    text = f'sequence = "x"\neffect = "destroys"\n[[step]]\ncall = "{call}"\nargs = {{ {args} }}\n{key}\n'
    with pytest.raises(BrokenSequence, match=f"{key.split(maxsplit=1)[0]} is "):
        file_compiler.check(text, "f.toml")


# --- in the worker, whatever the file check says ---------------------------------------------------------------------


def run(token: Token, slot: int, effect: str, *steps: str, own: bool = False) -> SequenceResult:
    """Run steps with a declared effect that the file check would refuse; with `own` each destroying step relies on an own object."""
    text = 'sequence = "x"\neffect = "destroys"\n' + INIT + "".join(steps)
    planned = file_compiler.check(text, "f.toml").planned()
    planned["effect"] = effect
    for step in planned["steps"]:
        step.pop("own", None)
        if own and step["call"] in ("C_DestroyObject", "C_SetAttributeValue", "C_CopyObject"):
            step["own"] = True
    plan: protocol.Plan = {
        "schema": protocol.PLAN_SCHEMA, "module": {"path": str(token.module), "init_args": None}, "label": "ckr-probe-1",
        "limits": dict(protocol.DEFAULT_LIMITS), "vars": {"slot": slot}, "pin": None, "sequences": [planned],
    }  # fmt: skip
    return supervisor.run(plan, env=token.environ).sequences[0]


def keep_users_object(token: Token) -> int:
    """Make a token object with a process of its own, and return the slot."""
    if shutil.which("pkcs11-tool") is None:
        pytest.skip("pkcs11-tool is not installed")
    command = [
        "pkcs11-tool",
        "--module",
        str(token.module),
        "--token-label",
        token.label,
        "--login",
        "--pin",
        token.pin,
    ]
    (token.folder / "data").write_text("x")
    subprocess.run(
        [*command, "--write-object", str(token.folder / "data"), "--type", "data", "--label", "users"],
        check=True, capture_output=True, env=token.environ,
    )  # fmt: skip
    listed = (
        '[[step]]\ncall = "C_GetSlotList"\nargs = { tokenPresent = true }\nsave = { pSlotList = "slots" }\n'
    )
    result = run(token, 0, "read", listed)
    call = next(call for call in result.calls if call.function == "C_GetSlotList" and call.kind == "step")
    return int(call.output["pSlotList"][0])  # type: ignore[arg-type,index]


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("between", [AGAIN, [END, INIT, OTHER, SEARCH]], ids=["closed", "finalised"])
def test_a_reused_handle_destroys_no_object_of_the_user(token: Token, between: list[str], own: bool) -> None:
    slot = keep_users_object(token)
    before = token.files()
    result = run(
        token, slot, "destroys" if own else "session-objects", OPEN, MAKE, *between, DESTROY, own=own
    )
    search = next(call for call in result.calls if call.function == "C_FindObjects")
    made = next(call for call in result.calls if call.function == "C_CreateObject")
    assert made.output["phObject"] in search.output["phObject"]  # type: ignore[operator]  # SoftHSM2 reuses the handle
    assert not any(call.function == "C_DestroyObject" and call.outcome != "skipped" for call in result.calls)
    assert (result.outcome, result.reason) == ("skipped", "object-not-own")
    assert token.files().keys() == before.keys()


@pytest.mark.parametrize("call", [CHANGE, COPY])
def test_a_reused_handle_changes_and_copies_nothing(token: Token, call: str) -> None:
    slot = keep_users_object(token)
    result = run(token, slot, "token-objects", OPEN, MAKE, *AGAIN, call, own=True)
    assert (result.outcome, result.reason) == ("skipped", "object-not-own")


def test_an_object_found_by_a_search_needs_the_declaration(token: Token) -> None:
    slot = keep_users_object(token)
    found = DESTROY.replace("$k", "$all[0]")
    refused = run(token, slot, "token-objects", OTHER, SEARCH, found)
    assert refused.reason == "object-not-own"
    own = run(token, slot, "session-objects", OPEN, OTHER, MAKE, SEARCH, DESTROY)
    assert own.outcome == "passed"
