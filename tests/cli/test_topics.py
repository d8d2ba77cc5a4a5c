"""Every id that a command prints can be explained and listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool.knowledge import causes, findings

if TYPE_CHECKING:
    from tests.conftest import Ckr


@pytest.mark.parametrize(
    ("word", "kind"),
    [("sessions-exhausted", "finding"), ("crashed", "finding"), ("search-found-nothing", "cause")],
)
def test_an_id_is_explained_like_a_code(ckr: Ckr, word: str, kind: str) -> None:
    ran = ckr("explain", word)
    assert ran.status == 0
    assert ran.out.startswith(f"{word}  ")
    answer = json.loads(ckr("explain", word, "--json").out)
    assert (answer["schema"], answer["kind"], answer["id"]) == ("ckr.explain/1", kind, word)
    assert answer["meaning"]
    assert len(ckr("explain", word, "--brief").out.splitlines()) <= 20


def test_a_code_that_is_also_a_finding_is_the_code_and_ends_with_the_other_meaning(ckr: Ckr) -> None:
    ran = ckr("explain", "pin-locked")
    assert ran.out.startswith("CKR_PIN_LOCKED")
    assert ran.out.split("\n\n")[-1].startswith("Also the finding of ckr probe pin-locked")
    assert json.loads(ckr("explain", "pin-locked", "--json").out)["also"]["id"] == "pin-locked"


@pytest.mark.parametrize(("what", "ids"), [("findings", findings.ids()), ("causes", causes.ids())])
def test_ids_are_listed(ckr: Ckr, what: str, ids: tuple[str, ...]) -> None:
    rows = json.loads(ckr("list", what, "--json").out)["rows"]
    assert [row["id"] for row in rows] == list(ids)
    assert all(row["title"] and row["meaning"] for row in rows)


def test_codes_of_one_vendor_are_listed(ckr: Ckr) -> None:
    ran = ckr("list", "codes", "--vendor", "thales-luna", "--json")
    rows = json.loads(ran.out)["rows"]
    assert len(rows) == next(
        row["codes"]
        for row in json.loads(ckr("list", "vendors", "--json").out)["rows"]
        if row["id"] == "thales-luna"
    )
    assert ckr("list", "functions", "--vendor", "thales-luna").status == 2
    assert "did you mean --vendor thales-luna" in ckr("list", "--vendor", "thales-lune").err


@pytest.mark.parametrize(("word", "vendor"), [("luna", "thales-luna"), ("Gnome", "gnome-keyring")])
def test_a_short_name_of_one_vendor_is_accepted(ckr: Ckr, word: str, vendor: str) -> None:
    by_id = ckr("list", "codes", "--vendor", vendor)
    assert ckr("list", "codes", "--vendor", word) == by_id
    assert by_id.out


def test_a_short_name_of_several_vendors_is_refused(ckr: Ckr) -> None:
    ran = ckr("list", "codes", "--vendor", "ibm")
    assert ran.status == 2
    assert "'ibm' is not a catalogued vendor" in ran.err


def test_nothing_that_matches_is_status_1_as_with_grep(ckr: Ckr) -> None:
    assert ckr("list", "codes", "--grep", "zzz").status == 1


def test_explain_reads_stdin(ckr: Ckr) -> None:
    ran = ckr("explain", "-", "--json", stdin="0xA0\nnot a value\nCKR_OK\n")
    assert ran.status == 2
    assert [json.loads(line)["name"] for line in ran.out.splitlines()] == ["CKR_PIN_INCORRECT", "CKR_OK"]
    assert "line 2" in ran.err
    assert "ckr annotate" in ran.err
