"""What is said of a line does not depend on where the reads of the log end."""

from __future__ import annotations

import json
import re
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.cli import annotate
from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.input.chunks import Cutter, Kind
from ckrtool.logs.line.stack_trace import STACK_LINE
from ckrtool.logs.scan import Scanner
from ckrtool.logs.stack_lines import LONGEST, continues, unfinished
from tests.conftest import when_free

if TYPE_CHECKING:
    from collections.abc import Iterator

JAVA = b"""\
2026-11-28 10:00:00 WARN starting
java.security.ProviderException: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT
\tat sun.security.pkcs11.SunPKCS11.login(SunPKCS11.java:1482)

\t... 12 more
Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT
\tat com.example.Signer.open(Signer.java:17)
\tat jdk.crypto.cryptoki/sun.security.pkcs11.wrapper.PKCS11.C_Login(Native Method)
2026-11-28 10:00:01 WARN again
"""
PYTHON = b"""\
Traceback (most recent call last):
  File "sign.py", line 4, in <module>
    session.login("secret")
  File "/usr/lib/python3/dist-packages/PyKCS11/__init__.py", line 1190, in login
    raise PyKCS11Error(rv)
PyKCS11.PyKCS11Error: CKR_PIN_INCORRECT (0x000000A0)
Traceback (most recent call last):
  File "/srv/enrol.py", line 9, in set_pin
    return session.change(new)
pkcs11.exceptions.PinLenRange
"""
SPY = b"""\
12: C_Login
2026-11-28 10:00:00.000
[in] hSession = 0x1
[in] userType = CKU_USER
[in] pPin[ulPinLen] 00007ffd / 4
    00000000  31 32 33 34                                      1234
Returned:  160 CKR_PIN_INCORRECT
"""


def objects(reads: list[bytes], **options: Any) -> bytes:
    annotator = JsonAnnotator(**options)
    annotator.begin("a.log")
    return b"".join([*map(annotator.push, reads), annotator.finish()])


def text(reads: list[bytes], **options: Any) -> bytes:
    annotator = Annotator(Style(**options))
    annotator.begin("a.log")
    return b"".join([*map(annotator.push, reads), annotator.finish()])


def summary(reads: list[bytes]) -> bytes:
    scanner = Scanner()
    for read in reads:
        scanner.push(read)
    scanner.finish()
    return json.dumps(scanner.summary()).encode()


def answers(reads: list[bytes]) -> list[bytes]:
    return [objects(reads), objects(reads, every_line=True), summary(reads), text(reads, redact=True)]


def ways(log: bytes) -> Iterator[list[bytes]]:
    """Yield the log cut in two at, next to and between the ends of lines, and cut into lines and into bytes."""
    ends = [match.end() for match in re.finditer(b"\n", log[:-2])]
    for at in (place for end in ends for place in (end - 1, end, end + 1, end + 20)):
        yield [log[:at], log[at:]]
    yield log.splitlines(keepends=True)
    yield [log[at : at + 1] for at in range(len(log))]


@pytest.mark.parametrize(
    "log", [JAVA, PYTHON, SPY, JAVA + PYTHON + SPY], ids=["Java", "Python", "spy", "all"]
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CR LF"])
def test_it_does_not_matter_where_a_read_ends(log: bytes, end: bytes) -> None:
    log = log.replace(b"\n", end)
    for part in (log, log.rstrip()):
        expected = answers([part])
        for reads in ways(part):
            assert answers(reads) == expected, reads


def test_functions_are_found_below_and_above_in_other_reads() -> None:
    lines = [*JAVA.splitlines(keepends=True), *PYTHON.splitlines(keepends=True)]
    found = [json.loads(line)["codes"][0]["function"] for line in objects(lines).splitlines()]
    assert found == [None, "C_Login", "C_Login", "C_SetPIN"]


def test_a_cause_in_another_read_is_no_second_failure() -> None:
    (code,) = json.loads(summary(JAVA.splitlines(keepends=True)))["codes"]
    assert code["count"] == 1


@pytest.mark.parametrize("frames", [1, 79, 80, 81, 119, 120, 121, 170, 180, 240, 250, 400])
def test_a_stack_trace_is_as_long_in_several_reads_as_in_one(frames: int) -> None:
    error = b"sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT\n"
    below = b"\tat sun.security.pkcs11.wrapper.PKCS11.C_Login(Native Method)\n"
    for width in (20, 100, 140):
        trace = [b"\tat com.example.Signer".ljust(width, b"x") + b".sign(Signer.java)\n"] * frames
        for log in ([error, *trace, below], [error, *trace, b"Caused by: " + error, *trace, below]):
            assert objects(log) == objects([b"".join(log)])
            assert summary(log) == summary([b"".join(log)])


def test_what_waits_is_bounded() -> None:
    frames = b"".join(b"\tat com.example.Signer%d.sign(Signer.java)\n" % at for at in range(9999))
    waiting = len(frames) - unfinished(frames)
    assert 0 < waiting <= LONGEST


@pytest.mark.parametrize(
    "line",
    [
        b"\tat a.B.c(D.java:1)\n",
        b"app: \tat a.B.c(D.java)\n",
        b"  ... 12 more\n",
        b"x Caused by: a.PKCS11Exception\n",
    ],
)
def test_what_the_search_below_an_exception_passes_waits_for_more(line: bytes) -> None:
    assert STACK_LINE.match(line)
    assert continues(line, 0, len(line))


def test_pieces_are_the_stream_whatever_waits() -> None:
    log = JAVA + PYTHON + SPY + b"no end"
    for longest in (30, 100, 10_000):
        for step in (1, 7, 50, len(log)):
            cutter = Cutter(unfinished, longest)
            pieces = [piece for at in range(0, len(log), step) for piece in cutter.push(log[at : at + step])]
            pieces += cutter.finish()
            assert b"".join(piece.data for piece in pieces) == log
            at = 0
            for piece in pieces:
                at += len(piece.data)
                assert log[at:].startswith(piece.after)
                assert piece.kind is not Kind.LINES or piece.data


def annotating(patience: float = annotate.PATIENCE) -> subprocess.Popen[bytes]:
    """Return a running `ckr annotate --json`, whose lines wait that long for a stack trace below them."""
    program = (
        f"import sys; from ckrtool.cli import annotate; annotate.PATIENCE = {patience}\n"
        "from ckrtool.cli.main import main; sys.argv[1:] = ['annotate', '--json']; sys.exit(main())"
    )
    command = [sys.executable, "-c", program]
    return when_free(
        lambda: subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    )


def answer(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert process.stdout is not None
    assert select.select([process.stdout], [], [], 60)[0], "no output"
    found: dict[str, Any] = json.loads(process.stdout.readline())
    return found


def write(process: subprocess.Popen[bytes], line: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(line)


def test_a_trace_that_is_written_line_by_line_names_the_function() -> None:
    with annotating(patience=60) as process:
        write(process, b"C_Sign: rv = 0x30\n")
        assert answer(process)["line"] == 1  # it reads now
        for line in JAVA.splitlines(keepends=True):
            time.sleep(0.02)
            write(process, line)
        assert answer(process)["line"] == 3
        assert answer(process)["codes"][0]["function"] == "C_Login"


@pytest.mark.parametrize("last", [b"PKCS11Exception: CKR_PIN_INCORRECT\n", b"C_Login: rv = 0xa0\n"])
def test_a_line_is_written_while_nothing_follows(last: bytes) -> None:
    with annotating() as process:
        for number in (1, 2):
            write(process, b"sun.security.pkcs11.wrapper." + last)
            assert answer(process)["line"] == number  # the pipe is still open
