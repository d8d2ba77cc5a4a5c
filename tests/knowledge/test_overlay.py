"""The site's own vendors and runbook notes."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import platformdirs
import pytest

from ckrtool.config import locations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

ACME = """
name = "Acme HSM"
confidence = "good"
base = "0x80000000|0x1230"
[[code]]
name = "CKR_ACME_DOOR_OPEN"
offset = 5
note = "The cabinet door is open."
"""


def put(path: Path, text: str) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_own_vendor_codes_are_found_by_value_name_and_id(ckr: Ckr, tmp_path: Path) -> None:
    put(tmp_path / "config/ckr/vendors/acme.toml", ACME)
    answer = json.loads(ckr("decode", "0x80001235", "--json").out)
    assert [(row["vendor"], row["name"]) for row in answer["candidates"]] == [("acme", "CKR_ACME_DOOR_OPEN")]
    assert ckr("decode", "CKR_ACME_DOOR_OPEN").out.startswith("0x80001235  CKR_ACME_DOOR_OPEN")
    assert (
        json.loads(ckr("decode", "0x80001235", "--vendor", "acme", "--json").out)["name"]
        == "CKR_ACME_DOOR_OPEN"
    )


def test_runbook_appears_in_explain(ckr: Ckr, tmp_path: Path) -> None:
    put(
        tmp_path / "site/ckr/notes/CKR_PIN_LOCKED.md",
        "Call the key custodian.\nNever reset without a ticket.\n",
    )
    ran = ckr("explain", "CKR_PIN_LOCKED")
    assert "Your runbook" in ran.out
    assert "Call the key custodian." in ran.out
    answer = json.loads(ckr("explain", "0xA4", "--json").out)
    assert answer["runbook"][0]["text"].startswith("Call the key custodian.")
    assert "Your runbook" not in ckr("explain", "CKR_PIN_INCORRECT").out


@pytest.mark.parametrize(
    "content", ["name = ", "name = 5", 'name = "x"\nconfidence = "good"\n[[code]]\nname = "A"', "\x00"]
)
def test_broken_overlay_is_a_warning_that_names_the_file(ckr: Ckr, tmp_path: Path, content: str) -> None:
    put(tmp_path / "config/ckr/vendors/bad.toml", content)
    put(tmp_path / "config/ckr/vendors/acme.toml", ACME)
    ran = ckr("explain", "0x80001235")
    assert ran.status == 0
    assert "bad.toml" in ran.err
    assert "CKR_ACME_DOOR_OPEN" in ran.out


def test_a_key_of_many_parts_is_refused_at_once(ckr: Ckr, tmp_path: Path) -> None:
    put(tmp_path / "config/ckr/vendors/acme.toml", 'name = "Acme"\n' + "a." * 20_000 + "a = 1\n")
    ran = ckr("decode", "0x80000001")
    assert ran.status == 0
    assert "acme.toml:2: is not valid TOML: a key of too many parts" in ran.err


def test_a_fifo_in_the_overlay_is_a_warning(ckr: Ckr, tmp_path: Path) -> None:
    for name in ("vendors/x.toml", "notes/CKR_GENERAL_ERROR.md"):
        path = tmp_path / "config/ckr" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(path)
    ran = ckr("explain", "5")
    assert ran.status == 0
    assert "x.toml" in ran.err
    assert "CKR_GENERAL_ERROR.md" in ran.err


def test_an_overlay_may_not_take_a_catalogued_name(ckr: Ckr, tmp_path: Path) -> None:
    put(tmp_path / "config/ckr/vendors/nss.toml", ACME)
    ran = ckr("decode", "0x80001235")
    assert "nss.toml" in ran.err
    assert "ACME" not in ran.out


def test_own_vendors_are_listed_harmlessly(ckr: Ckr, tmp_path: Path) -> None:
    put(tmp_path / "config/ckr/vendors/acme.toml", ACME.replace("Acme HSM", "Acme \\u001b[31mHSM"))
    ran = ckr("list", "vendors")
    assert "acme" in ran.out
    assert "\x1b" not in ran.out + ckr("decode", "0x80001235").out + ckr("explain", "0x80001235").out


def test_hostile_note_is_shown_harmlessly(ckr: Ckr, tmp_path: Path) -> None:
    put(tmp_path / "config/ckr/notes/CKR_PIN_LOCKED.md", "\x1b[2J[bold]boo[/bold]\n")
    ran = ckr("explain", "CKR_PIN_LOCKED")
    assert "\x1b" not in ran.out
    assert "[bold]boo[/bold]" in ran.out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
def test_places_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for config, dirs in ((None, None), (str(tmp_path / "c"), f"{tmp_path}/a:{tmp_path}/b"), ("", "")):
        for name, value in (("XDG_CONFIG_HOME", config), ("XDG_CONFIG_DIRS", dirs)):
            monkeypatch.delenv(name, raising=False)
            if value is not None:
                monkeypatch.setenv(name, value)
        assert locations.config_folders() == [
            platformdirs.user_config_dir("ckr"),
            platformdirs.site_config_dir("ckr"),
        ]


ACME_LOG = """
title = "Acme HSM's daemon"
shows = []
[[line]]
name = "failed"
kind = "message"
pattern = 'acmed: (?P<spoken>[a-z]+) gave (?P<code>\\d+)'
[[line.sample]]
text = "acmed: login gave 160"
value = 160
function = "C_Login"
source = "acmed 3.1 with a wrong PIN"
"""


def test_own_dialect_is_read_by_annotate_scan_and_decode(ckr: Ckr, tmp_path: Path) -> None:
    line = "Nov 28 10:00:01 hsm1 acmed: login gave 164"
    assert "CKR_PIN_LOCKED" not in ckr("annotate", stdin=line + "\n").out
    assert ckr("decode", line).status == 2
    put(tmp_path / "config/ckr/dialects/acme.toml", ACME_LOG)
    assert "CKR_PIN_LOCKED" in ckr("annotate", stdin=line + "\n").out
    answer = json.loads(ckr("decode", line, "--json").out)
    assert (answer["value"], answer["function"]) == (0xA4, "C_Login")
    scanned = json.loads(ckr("scan", "--json", stdin=line + "\n").out)
    assert scanned["codes"][0]["functions"] == {"C_Login": 1}


def test_own_dialect_may_read_a_number_inside_a_word(ckr: Ckr, tmp_path: Path) -> None:
    own = ACME_LOG.replace("acmed: (?P<spoken>[a-z]+) gave (?P<code>\\d+)", r"ACMEX(?P<code>\d{1,5})E zap")
    own = own.replace("acmed: login gave 160", "ACMEX160E zap").replace('function = "C_Login"', "")
    put(tmp_path / "config/ckr/dialects/acme.toml", own)
    ran = ckr("annotate", stdin="ACMEX160E zap\nACMEX164E zap\n")
    assert ran.err == ""
    assert [line.split()[3] for line in ran.out.splitlines()] == ["CKR_PIN_INCORRECT", "CKR_PIN_LOCKED"]


@pytest.mark.parametrize(
    ("pattern", "line", "others"),
    [
        (r"ACME 12345: gave (?P<code>\d+)", "ACME 12345: gave 160", ["ACME 54321: gave 160"]),
        (r"acmed \d{3} (?P<code>0x[0-9a-f]+)", "acmed 123 0xa0", ["acmed 12 0xa0"]),
        (
            r"acmed [0-9a-f]{6}: (?P<code>\d+)",
            "acmed 1a2b3c: 160",
            ["acmed 1a2b3: 160", "acmed 1a2b3cd: 160"],
        ),
        (r"acmed [0-9a-f]{6}: (?P<code>\d+)", "acmed aaaaaa: 160", ["acmed zzzzzz: 160"]),
        (r"acmed [a-z]{5}: (?P<code>\d+)", "acmed zebra: 160", ["acmed zebras: 160"]),
    ],
)
def test_own_dialect_tells_any_words_apart(
    ckr: Ckr, tmp_path: Path, pattern: str, line: str, others: list[str]
) -> None:
    """The letters and lengths of words are those of the pattern, though the project's own dialects do not know them."""
    own = ACME_LOG.replace(r"acmed: (?P<spoken>[a-z]+) gave (?P<code>\d+)", pattern)
    own = own.replace("acmed: login gave 160", line).replace('function = "C_Login"', "")
    put(tmp_path / "config/ckr/dialects/acme.toml", own)
    for lines in ([line, *others], [*others, line]):
        ran = ckr("annotate", stdin="".join(f"pkcs11: {one}\n" for one in [*lines, *lines]))
        assert ran.err == ""
        read = [one.partition("  # ")[0] for one in ran.out.splitlines() if "CKR_PIN_INCORRECT" in one]
        assert read == [f"pkcs11: {line}"] * 2


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (
            "value = 160",
            "value = 161",
            "acme.toml:10: line: entry 1: sample: entry 1: value: 0xa1 is expected, 0xa0 is read",
        ),
        ("acmed: (?P<spoken>[a-z]+) gave", "(?P<spoken>[a-z]+) [a-z]+", "pattern: no literal finds it"),
        ('kind = "message"', 'kind = "note"', "acme.toml:6: line: entry 1: kind:"),
        ("(?P<code>", "(?P<code", "is not a regular expression"),
    ],
)
def test_broken_dialect_is_named_and_left_out(
    ckr: Ckr, tmp_path: Path, before: str, after: str, words: str
) -> None:
    assert before in ACME_LOG
    put(tmp_path / "config/ckr/dialects/acme.toml", ACME_LOG.replace(before, after))
    for arguments in (["annotate"], ["scan"], ["decode", "-"]):
        ran = ckr(*arguments, stdin="acmed: login gave 164\nC_Login failed: 0xa0\n")
        assert "CKR_PIN_INCORRECT" in ran.out
        assert "CKR_PIN_LOCKED" not in ran.out
        assert words in ran.err
        assert "the file is left out" in ran.err


def test_dialect_with_the_name_of_a_known_one_is_refused(ckr: Ckr, tmp_path: Path) -> None:
    put(tmp_path / "config/ckr/dialects/nss.toml", ACME_LOG)
    assert "has the name of a known dialect" in ckr("annotate", stdin="x\n").err
