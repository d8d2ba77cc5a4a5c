"""What is said of a trace does not depend on where the reads of it end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.diagnosis.files import LONGEST_LINE, why

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parents[1]
FOLDERS = ("calls/samples", "logs/samples", "logs/details", "diagnosis/corpus")
TRACES = [
    path
    for folder in FOLDERS
    for path in sorted((TESTS / folder).iterdir())
    if path.suffix in {".trace", ".log"} and b"C_" in path.read_bytes()
]
SHORT = 20_000
"""Longest trace, in bytes, that is read byte by byte."""
CLOSED = """Calling C_OpenSession
 slotID: 0
 flags: 4
Output
 *phSession: 1
Returning 0 (CKR_OK)
Calling C_CloseSession
 hSession: 1
Returning 0 (CKR_OK)
Calling C_GetSessionInfo
 hSession: 1
Returning 179 (CKR_SESSION_HANDLE_INVALID)
""".replace("\n", "\r\n").encode()


def answer(reads: list[bytes]) -> list[dict[str, Any]]:
    """Return what `ckr why --json` says of a trace that is read in these pieces."""
    found, explainer = why(reads)
    return [*(failure.as_dict() for failure in found), explainer.engine.summary()]


def halves(trace: bytes) -> Iterator[list[bytes]]:
    """Yield the trace cut in two at, next to and between the ends of its lines."""
    for match in re.finditer(b"\n", trace):
        for at in (match.start() - 1, match.start(), match.end(), match.end() + 9):
            yield [trace[:at], trace[at:]]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CR LF"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_lines_and_bytes_are_read_as_the_whole(folder: str, end: bytes) -> None:
    traces = [path for path in TRACES if path.parent == TESTS / folder]
    assert traces
    for path in traces:
        trace = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", end)
        expected = answer([trace])
        assert answer(trace.splitlines(keepends=True)) == expected, path
        if len(trace) <= SHORT:
            assert answer([trace[at : at + 1] for at in range(len(trace))]) == expected, path


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CR LF"])
@pytest.mark.parametrize(
    "name", ["b-mix-spy-kit", "b-mix-log-nss-kit", "forked-1.logger", "two-threads-3", "wrapped-1"]
)
def test_a_trace_may_be_cut_in_two_anywhere(name: str, end: bytes) -> None:
    trace = (TESTS / "diagnosis" / "corpus" / f"{name}.trace").read_bytes()
    trace = trace.replace(b"\r\n", b"\n").replace(b"\n", end)[:6000]
    expected = answer([trace])
    for reads in halves(trace):
        assert answer(reads) == expected, len(reads[0])


def test_a_line_too_long_is_cut_off_at_the_same_place() -> None:
    # Up to there it is a number, and behind it is more.
    before, _, after = CLOSED.rpartition(b" hSession: 1")
    trace = before + b" hSession: 1" + b" " * LONGEST_LINE + b"7" + after
    for block in (1 << 10, 1 << 16, LONGEST_LINE, LONGEST_LINE + 21, len(trace)):
        reads = [trace[at : at + block] for at in range(0, len(trace), block)]
        assert [row["id"] for row in answer(reads)[0]["causes"]] == ["session-closed"], block
