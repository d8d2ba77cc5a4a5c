"""The cheap test for arguments leaves out no log in which the parsers find some."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ckrtool.calls.read import read
from ckrtool.calls.signs import has_arguments

TESTS = Path(__file__).parents[1]
FOLDERS = ("calls/samples", "logs/samples", "logs/details", "diagnosis/corpus")
LOGS = sorted(
    path for folder in FOLDERS for path in (TESTS / folder).iterdir() if path.suffix in {".trace", ".log"}
)
PREFIXES = (
    b"",
    b"Nov 28 10:00:01 host signer[812]: ",
    b"2026-11-28T10:00:01.123456789Z stdout F ",
    b"signer-1  | ",
)


@pytest.mark.parametrize("prefix", PREFIXES, ids=lambda prefix: prefix.decode().strip() or "none")
def test_every_log_with_arguments_is_recognised(prefix: bytes) -> None:
    seen = 0
    for path in LOGS:
        head = b"".join(prefix + line for line in path.read_bytes()[: 1 << 13].splitlines(keepends=True))
        expected = any(call.args for call in read(head.split(b"\n")))
        assert has_arguments(head) is expected, path
        seen += expected
    assert seen > 100


def test_a_log_without_arguments_is_recognised_without_the_parsers() -> None:
    code = (
        "import sys; from ckrtool.calls.signs import has_arguments; "
        "print(has_arguments(b'signer[812]: C_Login failed: rv = 0xa0'), 'ckrtool.calls.read' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
