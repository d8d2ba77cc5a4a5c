"""The supplied chapter: quoted word for word, read as it says. The chapter is cut anew here, by other means than the generator's."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool import numerals
from ckrtool.knowledge import advice, legality, registry
from ckrtool.render.explain import as_dict
from ckrtool.values.decoder import decode
from ckrtool.values.parser import parse
from ckrtool.values.situation import Situation
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Ckr

CHAPTER = (ROOT / "ckrtool/data/standard/function-return-values.md").read_text("utf-8")
BULLETS = re.findall(r"^\* (CKR_[A-Z_*]+): (.*?)(?=\n\n(?! )|\Z)", CHAPTER, re.MULTILINE | re.DOTALL)
FUNCTIONS = {function.name: function for function in registry.functions()}
CODES = {code.name: code for code in registry.codes()}
NOT_DESCRIBED = {
    "CKR_AEAD_DECRYPT_FAILED",
    "CKR_NEW_PIN_MODE",
    "CKR_NEXT_OTP",
    "CKR_TOKEN_RESOURCE_EXCEEDED",
    "CKR_KEY_EXHAUSTED",
    "CKR_VENDOR_DEFINED",
}


def clean(name: str) -> str:
    """Return a code's name without the emphasis marks that damage one of them."""
    return name.replace("**", "")


def folded(text: str) -> str:
    """Return text with its line breaks and their indentation as one blank."""
    return re.sub(r"\s*\n\s*", " ", text.strip())


def explained(name: str) -> dict[str, Any]:
    """Return the JSON mapping of a code's explanation."""
    return json.loads(json.dumps(as_dict(Situation(decode(parse(name)), None, None))))  # type: ignore[no-any-return]


def test_counts() -> None:
    assert len(registry.codes()) == 105
    assert [
        len([f for f in FUNCTIONS.values() if f.since in versions])
        for versions in (("2.40",), ("2.40", "3.0"), ("2.40", "3.0", "3.2"))
    ] == [68, 92, 104]
    assert len(BULLETS) == 100  # 99 codes; CKR_DEVICE_REMOVED is described in two sections


@pytest.mark.parametrize(
    ("head", "text"), BULLETS, ids=[clean(head) + str(n) for n, (head, _) in enumerate(BULLETS)]
)
def test_every_description_is_quoted_word_for_word(head: str, text: str) -> None:
    spec = explained(clean(head))["spec"]
    assert spec["quoted"] is True
    assert folded(text) in spec["text"]
    assert any(folded(text) in passage["text"] for passage in spec["passages"])


@pytest.mark.parametrize("name", CODES)
def test_only_what_the_chapter_describes_is_called_quoted(name: str) -> None:
    spec = explained(name)["spec"]
    assert spec["quoted"] is (name not in NOT_DESCRIBED)
    assert spec["text"].strip()
    if not spec["quoted"]:
        assert folded(spec["text"]) not in folded(CHAPTER)


def test_sections_of_passages() -> None:
    assert [passage["section"] for passage in explained("CKR_DEVICE_REMOVED")["spec"]["passages"]] == [
        "5.1.2",
        "5.1.3",
    ]
    assert explained("CKR_CANCEL")["spec"]["section"] == "5.1.4"
    assert explained("CKR_MUTEX_BAD")["spec"]["section"] == "5.1.5"
    assert explained("CKR_PIN_INCORRECT")["spec"]["title"] == "All other Cryptoki function return values"


ONLY = re.compile(
    r"only be returned by|only returned by|only applies to functions which attempt to set a PIN"
)


@pytest.mark.parametrize(
    ("head", "text"), BULLETS, ids=[clean(head) + str(n) for n, (head, _) in enumerate(BULLETS)]
)
def test_what_a_description_reserves_is_ruled_out_elsewhere(head: str, text: str) -> None:
    value = CODES[clean(head)].value
    sentence = next((part for part in re.split(r"(?<=\.)\s", folded(text)) if ONLY.search(part)), None)
    named = set(re.findall(r"C_[A-Za-z]+", sentence or ""))
    if sentence and "set a PIN" in sentence:
        named = {"C_InitToken", "C_InitPIN", "C_SetPIN"}
    for name in FUNCTIONS:
        judged = legality.check(name, value)
        if sentence is not None and name not in named:
            assert judged.verdict in {"excluded", "contradicted"}, name
            assert any(passage.section == "5.1.6" for passage in judged.excluded_by)
        elif sentence is not None:
            assert judged.allowed, name


def expected_grounds(name: str, code: str) -> tuple[set[str], bool]:
    """Return the general grounds of 5.1.1 to 5.1.3 and whether 5.1.1, 5.1.4, 5.1.5 or 5.1.7 rules the pair out, from the text of the chapter."""
    function = FUNCTIONS[name]
    session = any(kind == "CK_SESSION_HANDLE" for kind, _ in function.args)
    tokenless = {
        "C_Initialize",
        "C_Finalize",
        "C_GetInfo",
        "C_GetFunctionList",
        "C_GetSlotList",
        "C_GetSlotInfo",
        "C_WaitForSlotEvent",
    }
    tokenless |= {"C_GetInterfaceList", "C_GetInterface"}
    grounds = set()
    if code in {
        "CKR_GENERAL_ERROR",
        "CKR_HOST_MEMORY",
        "CKR_FUNCTION_FAILED",
        "CKR_OPERATION_NOT_VALIDATED",
        "CKR_OK",
    }:
        grounds.add("universal")
    if session and code in {"CKR_SESSION_HANDLE_INVALID", "CKR_DEVICE_REMOVED", "CKR_SESSION_CLOSED"}:
        grounds.add("session")
    token = {
        "CKR_DEVICE_MEMORY",
        "CKR_DEVICE_ERROR",
        "CKR_TOKEN_NOT_PRESENT",
        "CKR_DEVICE_REMOVED",
        "CKR_TOKEN_NOT_INITIALIZED",
    }
    if code in token and (name not in tokenless or (name, code) == ("C_GetSlotInfo", "CKR_DEVICE_ERROR")):
        grounds.add("token")
    ruled_out = (
        code in {"CKR_CANCEL", "CKR_MUTEX_BAD", "CKR_MUTEX_NOT_LOCKED"}
        or (code == "CKR_OK" and name in {"C_GetFunctionStatus", "C_CancelFunction"})
        or (code == "CKR_TOKEN_NOT_PRESENT" and session)
    )
    return grounds, ruled_out


@pytest.mark.parametrize("name", FUNCTIONS)
def test_rules_of_classes(name: str) -> None:
    raw = tomllib.loads((ROOT / f"ckrtool/data/functions/{name}.toml").read_text("utf-8"))
    for code in registry.codes():
        grounds, ruled_out = expected_grounds(name, code.name)
        why, against = legality.grounds(name, code.value)
        assert {"universal", "session", "token"} & set(why) == grounds, code.name
        assert ("listed" in why) is (code.name in raw["listed"]["3.2"])
        verdict = legality.check(name, code.value).verdict
        if code.value == numerals.VENDOR_FIRST:
            assert verdict == "vendor"
            continue
        if ruled_out:
            assert against
        if against:
            assert verdict == ("contradicted" if "listed" in why else "excluded")
        else:
            assert verdict == ("listed" if "listed" in why else "general" if why else "unlisted")


def test_not_initialised_is_general_but_for_four() -> None:
    excluded = {name for name in FUNCTIONS if legality.check(name, 0x190).verdict == "excluded"}
    assert excluded == {"C_Initialize", "C_GetFunctionList", "C_GetInterfaceList", "C_GetInterface"}


def test_not_supported_is_general_for_every_function() -> None:
    assert all(legality.check(name, 0x54).allowed for name in FUNCTIONS)


def test_contradictions_are_over_thirty_and_cite_both() -> None:
    rows = legality.contradictions()
    assert len(rows) > 30
    assert ("C_EncryptInit", 0x202) in {(name, value) for name, value, _ in rows}
    for name, value, against in rows:
        assert against
        assert "listed" in legality.check(name, value).why


@pytest.mark.parametrize("value", [0x80000000, 0x80000001, 0xFFFFFFFF])
def test_vendor_range(value: int) -> None:
    assert legality.check("C_Login", value).verdict == "vendor"


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(0x7FFFFFFF, "undefined"), (0x61, "historic"), (0x1FFFFFFFF, "undefined"), (4, "historic")],
)
def test_numbers_without_a_code(value: int, verdict: str) -> None:
    assert legality.check("C_Login", value).verdict == verdict


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("spec", registry.SPECS)
def test_versions(name: str, spec: str) -> None:
    function = FUNCTIONS[name]
    if registry.later(function.since, spec):
        assert legality.check(name, 0, spec).verdict == "later"
        return
    raw = tomllib.loads((ROOT / f"ckrtool/data/functions/{name}.toml").read_text("utf-8"))["listed"]
    known = {code.name: code for code in registry.codes()}
    want = (
        raw["2.40"]
        if spec == "2.40"
        else [code for code in raw["3.2"] if not registry.later(known[code].since, spec)]
    )
    assert sorted(legality.listed(name, spec)) == sorted(known[code].value for code in want)
    for code in registry.codes():
        if registry.later(code.since, spec):
            assert legality.check(name, code.value, spec).verdict == "later"


def test_async_complete_says_what_it_returns(ckr: Ckr) -> None:
    answer = json.loads(ckr("returns", "C_AsyncComplete", "--json").out)
    assert "named by its" in answer["returns_as"]
    assert "named by its" in json.loads(ckr("check", "C_AsyncComplete", "0x21", "--json").out)["note"]


@pytest.mark.parametrize("code", registry.codes(), ids=lambda code: code.name)
def test_every_code_has_good_advice(code: registry.ReturnCode) -> None:
    found = advice.explain(code.value)
    assert found is not None
    assert code.summary
    assert code.name == "CKR_OK" or (found.causes and found.recovery)
    texts = [
        (item.text, item.stack)
        for items in (found.causes, found.checks, found.recovery, found.warnings)
        for item in items
    ]
    assert len(texts) == len(set(texts))
    assert not [
        text for text, _ in texts if re.search(r"contact your (system )?administrator", text, re.IGNORECASE)
    ]


LOGIN_AND_CHANGES = [
    "C_Login",
    "C_LoginUser",
    "C_SetPIN",
    "C_InitPIN",
    "C_InitToken",
    "C_CreateObject",
    "C_CopyObject",
    "C_DestroyObject",
    "C_GenerateKey",
]


@pytest.mark.parametrize("name", [*LOGIN_AND_CHANGES, "C_GenerateKeyPair", "C_UnwrapKey", "C_DeriveKey"])
def test_nothing_that_changes_is_retried_by_a_program(name: str) -> None:
    assert not [code.name for code in registry.codes() if advice.retry_is_safe(code.value, name)]


@pytest.mark.parametrize(
    ("function", "value", "verdict"),
    [("C_VerifySignatureInit", 0xC1, "unlisted"), ("C_LoginUser", 0x102, "contradicted")],
)
def test_what_the_draft_after_3_2_lists_is_said(function: str, value: int, verdict: str) -> None:
    judgement = legality.check(function, value)
    assert (judgement.verdict, judgement.note) == (verdict, "the draft after 3.2 lists it")
    assert legality.check("C_Sign", 0xC1).note is None
