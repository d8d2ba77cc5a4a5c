"""Relative priorities: every sentence of 5.1.1 to 5.1.8 about priority, and the circles of the standard's order."""

from __future__ import annotations

import itertools
import json

import pytest

from ckrtool._tables.precedence import MEMBERS
from ckrtool.errors import UsageError
from ckrtool.knowledge import precedence, registry
from tests.conftest import ROOT, Ckr

UNIVERSAL = ["CKR_GENERAL_ERROR", "CKR_HOST_MEMORY", "CKR_FUNCTION_FAILED", "CKR_OPERATION_NOT_VALIDATED"]
SESSION = ["CKR_SESSION_HANDLE_INVALID", "CKR_DEVICE_REMOVED", "CKR_SESSION_CLOSED"]
TOKEN = ["CKR_DEVICE_MEMORY", "CKR_DEVICE_ERROR", "CKR_TOKEN_NOT_PRESENT", "CKR_TOKEN_NOT_INITIALIZED"]
PAIRS = [  # higher, lower: read off the descriptions of 5.1.6
    ("CKR_DATA_LEN_RANGE", "CKR_DATA_INVALID"),
    ("CKR_ENCRYPTED_DATA_LEN_RANGE", "CKR_ENCRYPTED_DATA_INVALID"),
    ("CKR_EXCEEDED_MAX_ITERATIONS", "CKR_FUNCTION_FAILED"),
    ("CKR_FIPS_SELF_TEST_FAILED", "CKR_GENERAL_ERROR"),
    ("CKR_KEY_TYPE_INCONSISTENT", "CKR_KEY_FUNCTION_NOT_PERMITTED"),
    ("CKR_PIN_LEN_RANGE", "CKR_PIN_TOO_WEAK"),
    ("CKR_PUBLIC_KEY_INVALID", "CKR_MECHANISM_PARAM_INVALID"),
    ("CKR_RANDOM_NO_RNG", "CKR_RANDOM_SEED_NOT_SUPPORTED"),
    ("CKR_TOKEN_WRITE_PROTECTED", "CKR_SESSION_READ_ONLY"),
    ("CKR_SIGNATURE_LEN_RANGE", "CKR_SIGNATURE_INVALID"),
    ("CKR_OPERATION_NOT_INITIALIZED", "CKR_STATE_UNSAVEABLE"),
    ("CKR_WRAPPED_KEY_LEN_RANGE", "CKR_WRAPPED_KEY_INVALID"),
]


@pytest.mark.parametrize(("higher", "lower"), PAIRS)
def test_pairs_of_descriptions(higher: str, lower: str) -> None:
    for names in ([higher, lower], [lower, higher]):
        answer = precedence.of(names)
        assert answer.order == [[higher], [lower]]
        assert not answer.unordered
    text = (ROOT / "ckrtool/data/standard/function-return-values.md").read_text("utf-8")
    assert answer.relations[0].text.split()[-1].strip(".,") in text


@pytest.mark.parametrize("names", [UNIVERSAL, SESSION, TOKEN])
def test_lists_are_in_the_order_of_the_chapter(names: list[str]) -> None:
    assert precedence.of(list(reversed(names))).order == [[name] for name in names]


def test_sections_outrank_each_other() -> None:
    names = ["CKR_ARGUMENTS_BAD", "CKR_DEVICE_ERROR", "CKR_SESSION_CLOSED", "CKR_HOST_MEMORY"]
    assert precedence.of(names).order == [[name] for name in reversed(names)]


def test_codes_of_the_last_section_are_not_ordered() -> None:
    answer = precedence.of(["CKR_ARGUMENTS_BAD", "CKR_PIN_INCORRECT", "CKR_DEVICE_ERROR"])
    assert answer.order == [["CKR_DEVICE_ERROR"], ["CKR_ARGUMENTS_BAD", "CKR_PIN_INCORRECT"]]
    assert answer.unordered == [("CKR_ARGUMENTS_BAD", "CKR_PIN_INCORRECT")]


def test_device_removed_counts_under_sessions_or_under_tokens() -> None:
    names = ["CKR_DEVICE_REMOVED", "CKR_DEVICE_ERROR"]
    assert precedence.of(names).order == [["CKR_DEVICE_REMOVED"], ["CKR_DEVICE_ERROR"]]
    assert precedence.of(names, "C_Sign").order == [["CKR_DEVICE_REMOVED"], ["CKR_DEVICE_ERROR"]]
    without = precedence.of(names, "C_GetTokenInfo")
    assert without.order == [["CKR_DEVICE_ERROR"], ["CKR_DEVICE_REMOVED"]]
    [(_, opposed)] = precedence.of(names).conflicts
    assert (opposed.higher, opposed.lower, opposed.section) == (
        "CKR_DEVICE_ERROR",
        "CKR_DEVICE_REMOVED",
        "5.1.3",
    )


def test_no_circle_survives_and_each_pair_has_its_passage() -> None:
    names = [name for members in MEMBERS.values() for name in members if name != "CKR_OK"]
    answer = precedence.of(list(dict.fromkeys(names)))
    rank = {name: level for level, layer in enumerate(answer.order) for name in layer}
    assert sorted(rank) == sorted(set(names))
    for relation in answer.relations:
        assert rank[relation.higher] < rank[relation.lower]
    for _, opposed in answer.conflicts:
        assert rank[opposed.higher] > rank[opposed.lower]


@pytest.mark.parametrize(
    "names",
    [
        ["CKR_DEVICE_REMOVED", "CKR_TOKEN_NOT_PRESENT", "CKR_GENERAL_ERROR", "CKR_FIPS_SELF_TEST_FAILED"],
        ["CKR_EXCEEDED_MAX_ITERATIONS", "CKR_FUNCTION_FAILED", "CKR_DEVICE_REMOVED"],
        ["CKR_HOST_MEMORY", "CKR_GENERAL_ERROR", "CKR_FIPS_SELF_TEST_FAILED"],
        ["CKR_DEVICE_REMOVED", "CKR_DEVICE_ERROR", "CKR_SESSION_CLOSED"],
    ],
)
def test_the_order_in_which_codes_are_named_does_not_matter(names: list[str]) -> None:
    answers = [precedence.of(list(order)) for order in itertools.permutations(names)]
    assert all(answer == answers[0] for answer in answers)


def test_a_failed_self_test_outranks_what_a_general_error_outranks() -> None:
    names = ["CKR_DEVICE_REMOVED", "CKR_TOKEN_NOT_PRESENT", "CKR_GENERAL_ERROR", "CKR_FIPS_SELF_TEST_FAILED"]
    assert precedence.of(names).order == [[name] for name in (names[3], names[2], names[0], names[1])]


def test_treat_alike() -> None:
    [(codes, section, _)] = precedence.of(["CKR_DATA_INVALID", "CKR_DATA_LEN_RANGE"]).alike
    assert (codes, section) == (["CKR_DATA_INVALID", "CKR_DATA_LEN_RANGE"], "5.1.8")


@pytest.mark.parametrize("name", ["CKR_OK", "CKR_VENDOR_DEFINED", "CKR_NOPE"])
def test_codes_without_a_place(name: str) -> None:
    with pytest.raises(UsageError):
        precedence.of([name, "CKR_HOST_MEMORY"])


def test_two_codes_never_contradict_their_own_passage() -> None:
    for one, other in itertools.combinations(
        [code.name for code in registry.codes() if code.name not in {"CKR_OK", "CKR_VENDOR_DEFINED"}], 2
    ):
        answer = precedence.of([one, other])
        assert len(answer.relations) <= 2
        assert bool(answer.unordered) is not bool(answer.relations)


def test_json(ckr: Ckr) -> None:
    ran = ckr("precedence", "0xE0", "0xB3", "--json")
    answer = json.loads(ran.out)
    assert answer["schema"] == "ckr.precedence/1"
    assert answer["order"] == [["CKR_SESSION_HANDLE_INVALID"], ["CKR_TOKEN_NOT_PRESENT"]]
    assert set(answer["relations"][0]) == {"higher", "lower", "section", "text"}


@pytest.mark.parametrize(
    "values", [["0", "5"], ["0x80000001", "5"], ["CKR_NOPE", "5"], ["5"], ["5", "CKR_GENERAL_ERROR"]]
)
def test_usage(ckr: Ckr, values: list[str]) -> None:
    ran = ckr("precedence", *values)
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize("function", ["C_VerifyInit", "C_CreateObject", "C_SignInit"])
def test_what_is_said_of_one_function_is_not_applied_to_others(function: str) -> None:
    names = ["CKR_PUBLIC_KEY_INVALID", "CKR_MECHANISM_PARAM_INVALID"]
    answer = precedence.of(names, function)
    assert (answer.relations, len(answer.order), len(answer.unordered)) == ([], 1, 1)
    said = precedence.of(names, "C_DeriveKey")
    assert (said.order, said.conditional()) == ([[name] for name in names], [])


def test_without_a_function_the_condition_is_named(ckr: Ckr) -> None:
    values = ["precedence", "CKR_PUBLIC_KEY_INVALID", "CKR_MECHANISM_PARAM_INVALID"]
    ran = ckr(*values)
    assert (
        "CKR_PUBLIC_KEY_INVALID  is returned by C_DeriveKey; for other functions the standard gives no order"
        in ran.out
    )
    [row] = json.loads(ckr(*values, "--json").out)["conditional"]
    assert row == {"higher": values[1], "lower": values[2], "functions": ["C_DeriveKey"]}


@pytest.mark.parametrize("name", ["CKR_CANCEL", "CKR_MUTEX_BAD", "CKR_MUTEX_NOT_LOCKED"])
def test_a_code_of_callbacks_is_returned_by_no_function(name: str, ckr: Ckr) -> None:
    answer = json.loads(ckr("precedence", name, "CKR_ARGUMENTS_BAD", "--json").out)
    assert answer["order"] == [["CKR_ARGUMENTS_BAD"], [name]]
    assert [row["code"] for row in answer["never_returned"]] == [name]
    assert "CKR_ARGUMENTS_BAD  is returned" in ckr("precedence", name, "CKR_ARGUMENTS_BAD").out
    assert "no function returns them" in ckr("precedence", "CKR_CANCEL", "CKR_MUTEX_BAD").out
