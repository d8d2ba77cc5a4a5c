"""The section "Your module": what a profile knows, chosen for function and code, and honest where it knows nothing."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from ckrtool.knowledge import advice, module_facts, registry, stacks


def shown(stack: str, code: str, function: str | None = None) -> str:
    """Return the facts that are shown of a stack, one per line."""
    value = registry.code_by_name(code)
    assert value is not None
    found = advice.explain(value.value, function, stack)
    facts = module_facts.of(stack, None, function, code, found)
    assert facts is not None
    return "\n".join(f"{label}: {text}" for label, text in facts.facts)


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ckrtool", "explain", *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("stack", "code", "function", "fact"),
    [
        ("luna", "CKR_GENERAL_ERROR", "C_Initialize", "/etc/Chrystoki.conf"),
        ("luna", "CKR_GENERAL_ERROR", "C_Initialize", "ChrystokiConfigurationPath"),
        ("luna", "CKR_PIN_INCORRECT", "C_Login", "zeroise"),
        ("luna", "CKR_TEMPLATE_INCONSISTENT", "C_UnwrapKey", "CKA_VALUE_LEN"),
        ("ykcs11", "CKR_DEVICE_ERROR", "C_GetSlotList", "PC/SC"),
        ("cloudhsm", "CKR_TEMPLATE_INCONSISTENT", "C_GenerateKeyPair", "public keys too"),
        ("cloudhsm", "CKR_PIN_INCORRECT", "C_Login", "USER:PASSWORD"),
        ("yubihsm", "CKR_ARGUMENTS_BAD", "C_Initialize", "YUBIHSM_PKCS11_CONF"),
    ],
)
def test_the_fact_that_solves_it_is_shown(stack: str, code: str, function: str, fact: str) -> None:
    assert fact in shown(stack, code, function)


def test_at_most_eight_facts_for_every_stack() -> None:
    for stack in stacks.ids():
        for code in ("CKR_GENERAL_ERROR", "CKR_PIN_INCORRECT", "CKR_TEMPLATE_INCONSISTENT"):
            for function in (None, "C_Initialize", "C_Login", "C_GenerateKeyPair"):
                assert len(shown(stack, code, function).splitlines()) <= module_facts.MOST_FACTS


def test_a_pin_s_format_is_not_shown_where_no_pin_is_at_stake() -> None:
    assert "PIN:" not in shown("yubihsm", "CKR_MECHANISM_INVALID", "C_SignInit")


def test_departures_about_other_functions_are_left_out() -> None:
    assert "CK_GCM_PARAMS" not in shown("luna", "CKR_PIN_INCORRECT", "C_Login")


def test_where_nothing_particular_is_known_it_says_so() -> None:
    assert "Nothing particular is known of Kryoptic" in shown("kryoptic", "CKR_NEXT_OTP", "C_Login")


def test_json_has_the_module() -> None:
    done = explain("CKR_GENERAL_ERROR", "C_Initialize", "--module", "libCryptoki2_64.so", "--json")
    module = json.loads(done.stdout)["module"]
    assert module["id"] == "luna"
    assert module["known"] is True
    assert {"path": "/etc/Chrystoki.conf"}.items() <= module["config"][1].items()
    assert module["variables"][0]["name"] == "ChrystokiConfigurationPath"
    assert module["log"].startswith("cklog")
    assert set(module["departures"][0]) == {"text", "functions", "ref"}
    assert json.loads(explain("CKR_GENERAL_ERROR", "--json").stdout)["module"] is None


def test_an_unknown_module_is_told_on_stderr() -> None:
    done = explain("0x30", "--module", "/opt/x/libunheard.so", "--json")
    assert "libunheard.so" in done.stderr
    module = json.loads(done.stdout)["module"]
    assert (module["id"], module["name"], module["known"]) == (None, "libunheard.so", False)
    assert explain("0x30", "--module", "libCryptoki2_64.so").stderr == ""


@pytest.mark.parametrize("form", ["--full", "--brief", "--markdown"])
def test_every_form_names_the_module(form: str) -> None:
    done = explain("CKR_GENERAL_ERROR", "C_Initialize", "--stack", "luna", form)
    assert "Chrystoki.conf" in done.stdout.replace("\\", "")


NETWORK = [key for key in stacks.ids() if stacks.kinds(key) & {"hsm", "cloud"}]


@pytest.mark.parametrize("stack", NETWORK)
def test_card_advice_is_not_given_for_hsms(stack: str) -> None:
    for code in registry.codes():
        found = advice.explain(code.value, None, stack)
        assert found is not None
        for item in found.recovery:
            assert item.stack == stack or not any(
                word in item.text for word in ("Insert the card", "pcscd", "PIN pad", "PUK unlocks once")
            ), (code.name, item.text)


def test_the_module_s_own_step_is_first_or_second() -> None:
    late = []
    for code in registry.codes():
        for stack in stacks.ids():
            found = advice.explain(code.value, None, stack)
            assert found is not None
            steps = [item.stack for item in found.recovery if item.stack in (None, stack)]
            if stack in steps and steps.index(stack) > 1:
                late.append((code.name, stack))
    assert late == []


def test_a_near_relative_is_not_told_after_a_cause_that_has_its_source_and_another() -> None:
    code = registry.code_by_name("CKR_TOKEN_NOT_PRESENT")
    assert code is not None
    found = advice.explain(code.value, "C_GetTokenInfo", "opencryptoki")
    assert found is not None
    assert found.may_mean
    own = [item for item in found.causes if item.stack == "opencryptoki"]
    assert [item.text for item in own if "in place of" in item.text] == []
    assert found.may_mean[0].ref in (own[0].ref or "").split(", ")


def test_a_near_relative_is_a_cause_for_the_module_that_reports_it_so() -> None:
    code = registry.code_by_name("CKR_GENERAL_ERROR")
    assert code is not None
    found = advice.explain(code.value, "C_CreateObject", "opensc")
    assert found is not None
    assert any("in place of CKR_DEVICE_MEMORY" in item.text for item in found.causes[:3])
    other = advice.explain(code.value, "C_CreateObject", "luna")
    assert other is not None
    assert not any("in place of" in item.text for item in other.causes)


def test_near_relatives_are_told_in_both_directions() -> None:
    done = json.loads(explain("CKR_PIN_LEN_RANGE", "C_Login", "--json").stdout)
    assert {row["code"] for row in done["also_reported_as"]} == {"CKR_ARGUMENTS_BAD"}
    done = json.loads(explain("CKR_ARGUMENTS_BAD", "C_Login", "--json").stdout)
    assert "CKR_PIN_LEN_RANGE" in {row["code"] for row in done["may_mean"]}
    assert all(row["ref"] and row["stacks"] for row in done["may_mean"])


def test_a_stack_of_a_family_has_the_family_s_advice() -> None:
    found = advice.explain(0xA0, "C_Login", "cloudhsm-sdk3")
    assert found is not None
    assert found.causes[0].stack == "cloudhsm-sdk3"
    assert "<CU user name>:<password>" in found.causes[0].text


def test_steps_in_c_are_not_the_first_for_a_program_that_cannot_be_changed() -> None:
    found = advice.explain(0x101, "C_Sign", "java-sunpkcs11")
    assert found is not None
    assert not any("C_Login(" in item.text for item in found.recovery[:3])


def test_without_a_function_causes_are_grouped_by_phase() -> None:
    text = explain("CKR_GENERAL_ERROR", "--full").stdout
    causes = text[text.index("Usual causes") : text.index("\nCheck\n")]
    order = [causes.index(f" {word}: ") for word in ("at the start", "login", "objects", "any call")]
    assert order == sorted(order)
    assert "at the start:" not in explain("CKR_GENERAL_ERROR", "C_Login", "--full").stdout


def test_every_page_keeps_dangers_and_exceptions_of_its_steps() -> None:
    text = explain("CKR_PIN_LOCKED", "C_Login", "--stack", "luna", "--brief").stdout
    assert "role resetpw -name co" in text
    assert "[danger: wrong SO logins erase" in text
    text = explain("CKR_PIN_LOCKED", "C_InitToken", "--stack", "opencryptoki", "--brief").stdout
    assert "C_InitToken" in text[text.index("do not:") : text.index("cause:")]
    assert "Luna" not in text


@pytest.mark.parametrize("stack", ["luna", "yubihsm", "cloudhsm", "nshield", "google-kms"])
def test_false_assurances_are_gone(stack: str) -> None:
    found = advice.explain(0x5, "C_Login", stack)
    assert found is not None
    assert not any("pkcs15-tool" in item.text for item in found.checks)


def test_clean_flags_are_not_called_safe() -> None:
    found = advice.explain(0x5, "C_Login", "opensc")
    assert found is not None
    assert "flags do not move" in found.checks[0].text


def test_findings_of_a_probe_tell_of_the_module() -> None:
    from ckrtool.probe.judge.finding import finding

    made = finding("error", "initialize-failed", "x", function="C_Initialize", rv=5, stack="luna")
    assert any("Chrystoki.conf" in str(item["text"]) for item in made["advice"])
    other = finding("error", "initialize-failed", "x", function="C_Initialize", rv=5)
    assert not any("Chrystoki.conf" in str(item["text"]) for item in other["advice"])


def test_a_fact_does_not_repeat_a_cause_of_the_same_source() -> None:
    found = advice.explain(0x6, "C_Initialize", "opencryptoki")
    assert found is not None
    shown = tuple(item.text for item in found.causes[:3])
    alone = module_facts.of("opencryptoki", None, "C_Initialize", "CKR_FUNCTION_FAILED", found)
    facts = module_facts.of("opencryptoki", None, "C_Initialize", "CKR_FUNCTION_FAILED", found, shown)
    assert alone is not None
    assert facts is not None
    assert any("pkcsslotd not running" in text for _, text in alone.facts)
    assert not any("pkcsslotd not running" in text for _, text in facts.facts)
    assert facts.departures == alone.departures


def test_a_code_in_place_of_another_does_not_repeat_a_cause_of_the_same_source() -> None:
    found = advice.explain(0x7, "C_Initialize", "yubihsm")
    assert found is not None
    assert not any("reported here in place of" in item.text for item in found.causes)
