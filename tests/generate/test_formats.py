"""What the pages on file formats show is right: every block and every inline form is read by the program."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate import manpages
from ckrtool.config import config_file
from ckrtool.probe.sequences import mechanisms
from ckrtool.probe.sequences.compile import file_compiler
from ckrtool.probe.sequences.compile.step_compiler import KEYS
from ckrtool.probe.sequences.expressions import Context
from ckrtool.probe.sequences.sequence import EFFECTS
from ckrtool.schema.check import problems_of
from ckrtool.schema.forms import VENDOR

if TYPE_CHECKING:
    from ckrtool.schema.check import Table

SEQUENCE = manpages.prose("ckr-sequence.5")
OVERLAY = manpages.prose("ckr-overlay.5")


def block(text: str, first: str) -> str:
    """Return the block that is shown as it is and begins with `first`, without its indent."""
    found = next(
        part
        for part in re.findall(r"(?:^(?:    .*)?\n)+", text, re.MULTILINE)
        if part.lstrip().startswith(first)
    )
    return re.sub(r"^    ", "", found, flags=re.MULTILINE)


def test_the_sequence_of_the_description() -> None:
    sequence = file_compiler.check(block(SEQUENCE["DESCRIPTION"], "sequence ="), "man page")
    assert (sequence.computed, [step.call for step in sequence.steps][-1]) == ("read", "C_Digest")


def test_every_key_of_a_step_is_described() -> None:
    described = set(re.findall(r"`([a-z_]+)`", SEQUENCE["KEYS OF A STEP"]))
    undescribed = KEYS - described
    # fork and relogin are for the built-in sequences fork and login only.
    assert undescribed <= {"fork", "relogin", "key", "threads"}


def test_every_effect_is_described() -> None:
    assert set(re.findall(r"^`([a-z-]+)`$", SEQUENCE["EFFECTS"], re.MULTILINE)) == set(EFFECTS)


FORMS = re.findall(
    r"`(\{ (?:gcm|ccm|ctr|pss|oaep|ecdh1|eddsa|derivation|ulong) = .*?\})`", SEQUENCE["ARGUMENTS"]
)


def test_every_structured_parameter_is_shown() -> None:
    assert {re.split(r"\W+", form)[1] for form in FORMS} == {*mechanisms.STRUCTURED, "ulong"}


@pytest.mark.parametrize("form", FORMS)
def test_a_structured_parameter_is_read(form: str) -> None:
    problems: list[str] = []
    value = tomllib.loads("x = " + form.replace('"..."', '"00112233445566778899aabb"'))["x"]
    assert mechanisms.parameter(value, Context(problems.append)) is not None
    assert problems == []


@pytest.mark.parametrize(
    ("text", "first", "form"),
    [
        (OVERLAY["CONFIGURATION"], "default-module", config_file.FORM),
        (OVERLAY["VENDORS"], "name =", VENDOR),
    ],
    ids=["configuration", "vendor"],
)
def test_a_file_that_is_shown_is_right(text: str, first: str, form: Table) -> None:
    table = tomllib.loads(block(text, first))
    assert problems_of("man page", table, form) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [(OVERLAY["CONFIGURATION"], config_file.FORM), (OVERLAY["VENDORS"], VENDOR)],
    ids=["configuration", "vendor"],
)
def test_every_key_of_a_file_is_described(text: str, form: Table) -> None:
    for key in (*form.required, *form.optional):
        if key != "confidence":
            assert re.search(rf"`(?:\[+)?{re.escape(key)}[`\].]", text), key
