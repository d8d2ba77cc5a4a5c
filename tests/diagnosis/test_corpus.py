"""Traces of real runs with planted mistakes, by several tools: cause, proof, mistakes, and silence where nothing is wrong.

Each `ID.trace` has an `ID.json` that was written down when the trace was made: the failures with the causes that are right,
the lines that prove them, whether they are part of normal life, and the mistakes of the program.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.diagnosis.files import why

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.diagnosis.engine import Failure

CORPUS = Path(__file__).parent / "corpus"
IDS = sorted(path.stem for path in CORPUS.glob("*.json"))


def read(ident: str) -> tuple[dict[str, Any], dict[int, Failure], dict[str, Any]]:
    """Return what is expected of a trace, what is found by line, and the mistakes that are found by id."""
    expected = json.loads((CORPUS / f"{ident}.json").read_text())
    found, explainer = why([(CORPUS / f"{ident}.trace").read_bytes()])
    mistakes: dict[str, Any] = {str(row["id"]): row for row in explainer.engine.mistakes.as_list()}
    return expected, {failure.call.shown_at: failure for failure in found}, mistakes


@pytest.mark.parametrize("ident", IDS)
def test_no_proven_cause_is_wrong(ident: str) -> None:
    expected, found, _ = read(ident)
    right = {row["line"]: row["causes"] for row in expected["failures"]}
    for line, failure in found.items():
        for cause in failure.causes:
            assert cause.certainty != "proven" or cause.id in right.get(line, ()), (line, cause.id)


@pytest.mark.parametrize("ident", IDS)
def test_mistakes_are_those_of_the_program(ident: str) -> None:
    expected, _, mistakes = read(ident)
    assert set(mistakes) == {row["id"] for row in expected["mistakes"]}
    for row in expected["mistakes"]:
        assert set(row["lines"]) <= {item["line"] for item in mistakes[row["id"]]["evidence"]}


@pytest.mark.parametrize("ident", IDS)
def test_only_expected_failures_are_found(ident: str) -> None:
    expected, found, _ = read(ident)
    lines = {row["line"] for row in expected["failures"] if not row.get("normal")}
    assert {line for line, failure in found.items() if not failure.normal} <= lines


NUMBERS = re.compile(rb"0x([0-9a-f]{8}) : 0x([0-9a-f]{8,16}) : ")
FORMS: dict[str, Callable[[re.Match[bytes]], bytes]] = {
    "process": lambda found: b"0x%s : " % found[1],
    "thread": lambda found: b"0x%s : " % found[2],
    "thread of 8 digits": lambda found: b"0x%s : " % found[2][-8:],
    "thread like a process": lambda found: b"0x%08x : " % (int(found[2][-8:], 16) >> 8),
    "neither": lambda found: b"",
}
"""What pkcs11-logger writes before its lines with other flags or in older versions."""


@pytest.mark.parametrize("form", FORMS)
def test_less_before_the_lines_of_pkcs11_logger_makes_nothing_false(form: str) -> None:
    read_so, proven = 0, 0
    for ident in IDS:
        trace = (CORPUS / f"{ident}.trace").read_bytes()
        if not NUMBERS.search(trace):
            continue
        read_so += 1
        right = {row["line"]: row["causes"] for row in read(ident)[0]["failures"]}
        for failure in why([NUMBERS.sub(FORMS[form], trace)])[0]:
            for cause in failure.causes:
                assert cause.certainty != "proven" or cause.id in right.get(failure.call.shown_at, ()), ident
                proven += cause.certainty == "proven"
    assert read_so > 60
    assert proven > 55  # 62 where both are shown


def test_causes_and_proof_lines_are_right_almost_everywhere() -> None:
    causes = proofs = count = 0
    for ident in IDS:
        expected, found, _ = read(ident)
        for row in expected["failures"]:
            failure = found.get(row["line"]) or found.get(row.get("folded_into"))
            if not row["causes"]:
                continue
            count += 1
            cause = failure.causes[0] if failure is not None and failure.causes else None
            causes += cause is not None and cause.id in row["causes"]
            lines = {item.line for item in cause.evidence} if cause is not None else set()
            proofs += set(row["evidence"]) <= lines or (failure is not None and failure.repeats > 0)
    assert causes / count >= 0.98
    assert proofs / count >= 0.96
