"""The profiles of modules and clients: what each must say, and that its failures reach the pages."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from ckrtool.knowledge import advice, departures, module_facts, registry
from ckrtool.values.decoder import decode
from ckrtool.values.parser import parse
from ckrtool.values.situation import Situation
from tests.conftest import ROOT

DATA = ROOT / "ckrtool/data"
PROFILES: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((DATA / "stacks").glob("*.toml"))
}
CODES: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((DATA / "codes").glob("*.toml"))
}
# The stacks that people ask about most; each has at least five failures with a source that was read.
ASKED = (
    "luna", "nshield", "utimaco", "cloudhsm", "cloudhsm-sdk3", "etoken", "securosys", "fortanix", "google-kms", "ibm-ep11",
    "cryptoauthlib", "corepkcs11", "epass2003", "belgian-eid", "portuguese-eid", "cie", "bit4id",
    "strongswan", "systemd", "sssd", "pkcs11-helper", "openbao", "ejbca", "bind", "knot", "opendnssec", "krill", "jsign",
    "java-sunpkcs11", "osslsigncode", "web-servers",
)  # fmt: skip
# Closed modules about which little is published: their profile says so.
LITTLE_KNOWN = (
    "azure",
    "safesign",
    "idprime",
    "dnie",
    "croatian-eid",
    "lithuanian-eid",
    "akis",
    "activclient",
    "cryptovision",
)
LEAST = 5


def said(profile: dict[str, Any], word: str) -> bool:
    """Return whether the profile states that this could not be found or does not exist."""
    return any(entry.startswith((word, f"own {word}")) for entry in profile.get("not_established", ()))


def failures(stack: str) -> set[str]:
    """Return the failures of a stack that have a source: its departures, and its or its family's causes."""
    profile = PROFILES[stack]
    owners = {stack, profile.get("family")} - {None}
    found = {
        entry["text"]
        for entry in profile.get("departure", ())
        if entry.get("ref") and (entry.get("functions") or "CKR_" in entry["text"])
    }
    for table in CODES.values():
        found |= {
            item["text"] for item in table.get("cause", ()) if item.get("stack") in owners and item.get("ref")
        }
    return found


@pytest.mark.parametrize("stack", PROFILES)
def test_a_profile_has_each_fact_or_says_that_it_is_not_known(stack: str) -> None:
    profile = PROFILES[stack]
    assert "log" in profile or said(profile, "log")
    assert profile.get("config") or profile.get("variable") or said(profile, "configuration")
    if profile["kind"] == "module":
        assert profile.get("files") or profile.get("manufacturer") or profile.get("aliases")
        assert "pin_format" in profile or said(profile, "PIN format")
        assert "lockout" in profile or said(profile, "lockout")


@pytest.mark.parametrize("stack", PROFILES)
def test_what_is_stated_as_unknown_is_not_given(stack: str) -> None:
    profile = PROFILES[stack]
    unknown = profile.get("not_established", ())
    assert not [key for key in ("log", "lockout", "manufacturer") if key in profile and key in unknown]
    assert not (profile.get("config") or profile.get("variable")) or "configuration" not in unknown


@pytest.mark.parametrize("stack", ASKED)
def test_a_stack_that_is_asked_about_has_five_failures_with_a_source(stack: str) -> None:
    assert len(failures(stack)) >= LEAST


@pytest.mark.parametrize("stack", LITTLE_KNOWN)
def test_a_stack_about_which_little_is_known_says_so(stack: str) -> None:
    assert PROFILES[stack].get("not_established")
    assert PROFILES[stack].get("refs")


@pytest.mark.parametrize("stack", PROFILES)
def test_a_failure_of_a_profile_is_on_the_pages_of_its_codes(stack: str) -> None:
    """A failure that is on no page helps nobody: each departure is shown for its codes and functions."""
    for entry in PROFILES[stack].get("departure", ()):
        for name in departures.codes_in(entry["text"]):
            code = registry.code_by_name(name)
            if code is None:
                continue  # a vendor's own code
            for function in entry.get("functions", (None,)):
                facts = module_facts.of(
                    stack, None, function, name, advice.explain(code.value, function, stack)
                )
                assert facts is not None
                assert entry["text"] in [text for _, text in facts.facts], (name, function, entry["text"])


def test_a_failure_of_the_profile_is_a_cause_where_the_code_has_none_for_the_stack() -> None:
    found = advice.explain(0xA0, "C_Login", "cie")
    assert found is not None
    assert "last four" in found.causes[0].text
    found = advice.explain(0x5, "C_Initialize", "softhsm2")
    assert found is not None
    assert not any("only syslog says which" in item.text for item in found.causes)
    situation = Situation(decode(parse("CKR_PIN_INCORRECT")), "C_Login", "cie")
    assert situation.module is not None
    assert not any("type only the last four" in text for _, text in situation.module.facts)


def test_an_alias_and_a_file_name_lead_to_one_profile_only() -> None:
    seen: dict[str, str] = {}
    for stack, profile in PROFILES.items():
        for name in (*profile.get("aliases", ()), *profile.get("files", ())):
            assert seen.setdefault(name.lower(), stack) == stack, name
