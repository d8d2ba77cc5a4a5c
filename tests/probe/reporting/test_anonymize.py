"""--anonymize: no name of the owner's in any string, the same word for the same name, the product still told."""

import json
from typing import Any, cast

import pytest

from ckrtool.probe.reporting import anonymize as module
from ckrtool.probe.reporting import report_file
from ckrtool.probe.reporting.anonymize_text import anonymize_text
from ckrtool.probe.reporting.anonymize_words import word
from ckrtool.probe.reporting.diff import compare
from tests.render.goldens import REPORTS, report

SECRETS = ("signing-prod", "5fe1c2d41a2b3c4d", "hsm01", "example.org", "signer", "/usr/lib/softhsm")


def anonymize(report: Any) -> Any:
    """Return the anonymous copy; the tests look into structures that a report may lack."""
    return cast("Any", module.anonymize(report))


def telling() -> Any:
    """Return a report whose names stand in arguments, outputs, findings and keys as well."""
    full = report("pin")
    label = b"signing-prod".hex()
    full["findings"][0]["detail"] = (
        "hsm01: token 'signing-prod' (5fe1c2d41a2b3c4d) of signer, /home/signer/softhsm2.conf"
    )
    full["findings"][0]["advice"][0]["text"] = "Ask the owner of signing-prod."
    full["sequences"][0]["calls"][0]["args"] = {
        "path": "/usr/lib/softhsm/libsofthsm2.so",
        "uri": "pkcs11:token=signing-prod",
    }
    full["sequences"][0]["calls"][1]["output"] = {"pLabel": "signing-prod", "raw": label, "/home/signer/x": 1}
    full["sequences"][1]["reason"] = "configdir='sql:/home/signer/nssdb' in file:///home/signer/x"
    full["sequences"][1]["calls"][1]["output"] = {
        "pTemplate": {"CKA_LABEL": "Alice", "CKA_ID": "c0ffee", "CKA_CLASS": 3}
    }
    return full


def test_no_name_is_left_in_any_string() -> None:
    text = json.dumps(anonymize(telling()))
    for secret in (*SECRETS, "/home/signer", "Alice", "c0ffee", b"signing-prod".hex()):
        assert secret not in text


def test_slot_numbers_made_of_the_serial_go_too() -> None:
    text = json.dumps(anonymize(telling()))
    assert "439041101" not in text
    assert "1a2b3c4d" not in text.lower()
    other = report("pin")
    other["slots"][0]["id"] = 5
    assert anonymize(other)["slots"][0]["id"] == 5


def test_the_same_name_is_the_same_word_everywhere() -> None:
    hidden = anonymize(telling())
    label = word("label", "signing-prod")
    assert hidden["slots"][0]["token"]["label"] == label
    assert label in hidden["findings"][0]["detail"]
    assert hidden["sequences"][0]["calls"][1]["output"]["pLabel"] == label
    assert hidden["sequences"][0]["calls"][0]["args"]["uri"] == f"pkcs11:token={label}"
    assert anonymize(report("healthy"))["slots"][0]["token"]["label"] == label


def test_log_excerpts_use_the_same_words() -> None:
    label = anonymize(report("healthy"))["slots"][0]["token"]["label"]
    assert anonymize_text("token label: signing-prod") == f"token label: {label}"


def test_the_product_is_still_told() -> None:
    hidden = anonymize(report("pin"))
    assert hidden["module"]["path"].endswith("/libsofthsm2.so")
    assert hidden["module"]["info"] == report("pin")["module"]["info"]
    for member in ("manufacturerID", "model", "firmwareVersion", "flags"):
        assert hidden["slots"][0]["token"][member] == report("pin")["slots"][0]["token"][member]
    assert [row["title"] for row in hidden["findings"]] == [row["title"] for row in report("pin")["findings"]]


@pytest.mark.parametrize("name", REPORTS)
def test_it_stays_a_report_that_can_be_compared(name: str) -> None:
    hidden = anonymize(report(name))
    assert report_file.checked(hidden) is hidden
    assert anonymize(hidden) == hidden
    assert compare(hidden, anonymize(report(name))) == []
    plain = [change.where for change in compare(report("healthy"), report("pin"))]
    assert len(compare(anonymize(report("healthy")), anonymize(report("pin")))) == len(plain)


def test_the_report_itself_is_not_changed() -> None:
    before = telling()
    anonymize(before)
    assert before == telling()


def test_a_key_makes_other_words_and_no_secret_is_in_them() -> None:
    assert word("label", "a", b"k") != word("label", "a")
    assert word("label", "a", b"k") == word("label", "a", b"k")


@pytest.mark.parametrize(
    "label", ["a|b <b>/x</script>", "Team A/Signing", r"C:\keys", "it's", "caf\\xE9 key", '"quoted"']
)
def test_a_label_of_any_form_is_hidden_in_findings_too(label: str) -> None:
    odd = report("pin")
    odd["slots"][0]["token"]["label"] = label
    odd["findings"][0]["title"] = f"no token has the label 'prod-ca' (there are {label!r})"
    odd["findings"][0]["detail"] = f"slot 1, token {label}"
    hidden = anonymize(odd)
    stand_in = word("label", label)
    told = hidden["findings"][0]
    assert hidden["slots"][0]["token"]["label"] == stand_in
    assert told["title"].strip("')\"").endswith(stand_in)
    assert word("label", "prod-ca") in told["title"]
    assert "prod-ca" not in told["title"]
    assert told["detail"] == f"slot 1, token {stand_in}"


def test_a_short_label_is_hidden_in_its_place_and_spares_other_words() -> None:
    short = report("pin")
    short["slots"][0]["token"]["label"] = "CK"
    hidden = anonymize(short)
    assert hidden["slots"][0]["token"]["label"] == word("label", "CK")
    assert hidden["sequences"][3]["calls"][4]["function"] == "C_Login"
    assert "CKF_RNG" in hidden["slots"][0]["token"]["flags"]


@pytest.mark.parametrize(
    "text",
    [
        "C_Sign/C_Verify and/or neither",
        "https://docs.example/x",
        "rv = 0xa0 (CKR_PIN_INCORRECT)",
        "3/4 of 1/2",
        "text",
    ],
)
def test_what_names_nothing_stays(text: str) -> None:
    assert anonymize_text(text) == text


def test_text_of_a_log() -> None:
    text = anonymize_text(
        "label: 'My Token 1   ' serialNumber = 00AF31 in sql:/home/alice/db by alice", {"alice": "user"}
    )
    assert text == (
        f"label: '{word('label', 'My Token 1')}   ' serialNumber = {word('serial', '00AF31')} "
        f"in sql:/{word('path', '/home/alice/db')} by {word('user', 'alice')}"
    )


def test_addresses_in_the_texts_of_a_module_are_hidden() -> None:
    lan = report("pin")
    lan["slots"][0]["slotDescription"] = "3001@10.20.30.40 - SLOT_0000"
    lan["findings"][0]["detail"] = (
        "https://admin:hunter2@hsm.internal:8443, alice@corp.example, fe80::1, \\\\files\\share\\x"
    )
    lan["findings"][0]["advice"][0]["text"] = "See https://vendor.com/manual and /etc/softhsm2.conf."
    hidden = anonymize(lan)
    assert hidden["slots"][0]["slotDescription"] == f"3001@{word('host', '10.20.30.40')} - SLOT_0000"
    text = json.dumps(hidden)
    for secret in ("admin", "hunter2", "hsm.internal", "alice", "corp.example", "fe80", "files"):
        assert secret not in text
    assert hidden["findings"][0]["advice"][0]["text"] == lan["findings"][0]["advice"][0]["text"]


def test_a_known_name_is_hidden_even_where_it_looks_like_a_class_or_a_library() -> None:
    odd = report("pin")
    odd["slots"][0]["token"]["label"] = "acme.Signing"
    odd["findings"][0]["detail"] = "token acme.Signing, acme.Signing.so"
    hidden = anonymize(odd)
    assert "acme" not in json.dumps(hidden)
