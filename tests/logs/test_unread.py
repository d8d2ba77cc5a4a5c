"""What can't be searched for return codes is reported: other forms of text, long lines, reads that fail."""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
from typing import TYPE_CHECKING

import pytest

from ckrtool.logs.input.chunks import LONGEST
from ckrtool.logs.input.forms import foreign
from ckrtool.logs.input.streams import LARGE
from tests.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

LINE = "C_Login: rv = CKR_PIN_INCORRECT (0xa0)\r\n"
LINES = LINE * 99
FORMS = {
    "gzip": gzip.compress(LINES.encode()),
    "xz": lzma.compress(LINES.encode()),
    "bzip2": bz2.compress(LINES.encode()),
    "UTF-16": LINES.encode("utf-16"),
    "UTF-16 without a mark": LINES.encode("utf-16-le"),
    "UTF-16 of the other order": LINES.encode("utf-16-be"),
    "journal": b"LPKSHHRH" + bytes(200),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_a_log_in_another_form_is_not_called_clean(
    ckr: Ckr, tmp_path: Path, data: bytes, *, large: bool
) -> None:
    log = tmp_path / "other.log"
    log.write_bytes(data + (b"\0x" * LARGE if large else b""))
    for command in ("scan", "why"):
        ran = ckr(command, str(log))
        assert (ran.status, ran.out) == (3, "")
        assert "other.log': it is " in ran.err
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_annotate_copies_another_form_with_a_warning(tmp_path: Path, data: bytes) -> None:
    log = tmp_path / "other.log"
    log.write_bytes(data)
    for words in ([str(log)], []):
        with log.open("rb") as stdin:
            command = [sys.executable, "-m", "ckrtool", "annotate", *words]
            ran = run(command, stdin=stdin, timeout=60)
        assert (ran.returncode, ran.stdout) == (0, data)
        assert ran.stderr.startswith(b"ckr: warning: ")
        assert ran.stderr.count(b"\n") == 1


def test_the_other_files_are_scanned(ckr: Ckr, tmp_path: Path) -> None:
    packed, plain = tmp_path / "a.gz", tmp_path / "b.log"
    packed.write_bytes(FORMS["gzip"])
    plain.write_bytes(LINE.encode())
    ran = ckr("scan", str(packed), str(plain))
    assert ran.status == 3
    assert "CKR_PIN_INCORRECT" in ran.out
    assert "zcat" in ran.err


@pytest.mark.parametrize(
    "head",
    [b"", b"\xff", b"a\0b\0", b"C_Login: rv = 0xa0\n", b"\0" * 64, bytes(range(64)), "é".encode() * 32],
)
def test_text_and_noise_are_read(head: bytes) -> None:
    assert foreign(head) is None


@pytest.mark.parametrize("before", [b"", LINE.encode() * (LARGE // len(LINE))], ids=["small", "large"])
@pytest.mark.parametrize("command", [["scan"], ["annotate"], ["annotate", "--json"]], ids=" ".join)
def test_a_line_of_which_only_the_beginning_is_searched_is_reported(
    tmp_path: Path, command: list[str], before: bytes
) -> None:
    log = tmp_path / "one.json"
    for length, told in ((LONGEST - 100, 0), (LONGEST + 100, 1)):
        log.write_bytes(before + b"x" * length + b" " + LINE.encode())
        ran = run([sys.executable, "-m", "ckrtool", *command, str(log)], timeout=60)
        assert ran.stderr.count(b"one.json': a line is longer than 1 MiB") == told


def test_a_long_line_with_thousands_of_returns_takes_no_minutes() -> None:
    for returns in ('{"rv": "0x30"}, ' * 12_000, "rv = 0xa0 " * 20_000):
        command = [sys.executable, "-m", "ckrtool", "annotate"]
        line = returns.encode() + b"\n"
        ran = run(command, input=line, timeout=60)
        assert b"  # CKR_" in ran.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="/proc/self/mem can't be read from its beginning")
def test_a_read_of_stdin_that_fails_names_stdin() -> None:
    with open("/proc/self/mem", "rb") as stdin:  # noqa: PTH123
        command = [sys.executable, "-m", "ckrtool", "scan"]
        ran = run(command, stdin=stdin, timeout=60)
    assert ran.returncode == 3
    assert ran.stderr.startswith(b"ckr: can't read stdin: ")
