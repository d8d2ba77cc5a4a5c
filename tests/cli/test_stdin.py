"""Commands that read stdin: order, long lines, malformed values, memory, and Ctrl-C."""

from __future__ import annotations

import fcntl
import json
import signal
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Ckr


def test_the_answers_to_stdin_keep_its_order(ckr: Ckr) -> None:
    ran = ckr("decode", "-", "--format", "{value}", stdin="0xA0\n0x101 0x5 +1\n0x6\n0x101 0x5 +1\n0x30\n")
    assert ran.out.split() == ["160", "257", "5", "6", "257", "5", "48"]
    assert ran.err.splitlines() == [f"ckr: line {line}: '+1' is not a value" for line in (2, 4)]
    assert ran.status == 2


@pytest.mark.parametrize(
    "arguments", [["check", "C_Login", "-"], ["precedence", "-", "0xA0"], ["returns", "-"]]
)
def test_a_dash_where_stdin_is_not_read_names_the_commands_that_read_it(
    ckr: Ckr, arguments: list[str]
) -> None:
    ran = ckr(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "ckr decode -" in ran.err


@pytest.mark.parametrize("arguments", [["decode", "-"], ["annotate"], ["scan"]])
def test_closed_stdin(ckr: Ckr, arguments: list[str]) -> None:
    command = " ".join(ckr.command(arguments)) + " <&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=ckr.env, check=False)
    assert done.returncode == 3
    assert b"CKR_" not in done.stdout.replace(b"CKR_OK", b"")
    assert len(done.stderr.splitlines()) == 1


def test_stream_cuts_a_long_line_only_between_words(ckr: Ckr) -> None:
    ran = ckr("decode", "-", "--format", "{hex}", stdin="0x101 " * 300_000 + "\n0xZZ\n")
    assert ran.out.split() == ["0x00000101"] * 300_000
    assert "line 2" in ran.err


@pytest.mark.parametrize("command", ["decode", "explain"])
@pytest.mark.parametrize(
    "line", ["x" * 5_000_000, "no value " * 600_000, "1" * 5_000_000, "0xA0" + "," * 3_000_000 + "0x101 no value"]
)  # fmt: skip
def test_a_long_malformed_line_is_reported_once(ckr: Ckr, command: str, line: str) -> None:
    ran = ckr(command, "-", "--json", stdin=f"0x5\n{line}\n0xA0\n")
    assert [json.loads(answer)["value"] for answer in ran.out.splitlines()] == [5, 160]
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("ckr: line 2: ")
    assert ran.status == 2


def test_stream_answers_each_line_before_the_next_comes(ckr: Ckr) -> None:
    with subprocess.Popen(
        ckr.command(["decode", "-"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ckr.env
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        for text, name in (("0xA0", b"CKR_PIN_INCORRECT"), ("rv = 0x6", b"CKR_FUNCTION_FAILED")):
            run.stdin.write(text.encode() + b"\n")
            run.stdin.flush()
            assert name in run.stdout.readline()
        run.stdin.close()
        assert run.wait(30) == 0


def test_stream_names_malformed_words_and_goes_on(ckr: Ckr) -> None:
    ran = ckr("decode", "-", stdin=b"0xA0 0xZZ 5\n\n\xff\xfe\nCKR_OK\n0x6")
    assert ran.status == 2
    assert [line.split("  ")[1] for line in ran.out.splitlines()] == [
        "CKR_PIN_INCORRECT",
        "CKR_GENERAL_ERROR",
        "CKR_OK",
        "CKR_FUNCTION_FAILED",
    ]
    assert "line 1" in ran.err
    assert "0xZZ" in ran.err
    assert "line 3" in ran.err


def test_stream_is_the_same_by_its_short_cut_and_without(ckr: Ckr) -> None:
    values = [
        0,
        5,
        0xA0,
        0x61,
        0x1C3,
        0x1234,
        0x7FFFFFFF,
        0x80000000,
        0x80000001,
        0x8FFFFFF1,
        0xCE534351,
        0xFFFFFFFF,
        0x07000000,
    ]
    lines = "".join(f"0x{value:X}\n" for value in values)
    assert ckr("decode", "-", stdin=lines).out == ckr("decode", *[f"0x{value:X}" for value in values]).out


def _peak(ckr: Ckr, values: int) -> int:
    """Return the largest resident size, in KiB, of a decode of so many values."""
    script = (
        "import resource, subprocess, sys\n"
        f"source = subprocess.Popen([sys.executable, '-c', 'import sys\\nfor i in range({values}): sys.stdout.write(hex(i * 37) + chr(10))'], stdout=subprocess.PIPE)\n"
        f"done = subprocess.Popen({ckr.command(['decode', '-', '--json'])!r}, stdin=source.stdout, stdout=subprocess.PIPE)\n"
        "count = sum(block.count(b'\\n') for block in iter(lambda: done.stdout.read(1 << 16), b''))\n"
        "source.wait(), done.wait()\n"
        "print(count, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=ckr.env, text=True, check=True
    )
    count, kib = map(int, done.stdout.split())
    assert count == values
    assert kib < 80_000
    return kib


@pytest.mark.parametrize(
    ("fewer", "more"),
    [
        (50_000, 100_000),  # more than are remembered
        pytest.param(100_000, 1_000_000, marks=pytest.mark.nightly("a million values take 40 s")),
    ],
)
def test_memory_does_not_grow_with_the_values(ckr: Ckr, fewer: int, more: int) -> None:
    assert _peak(ckr, more) < _peak(ckr, fewer) + 1024


def test_interrupt(ckr: Ckr) -> None:
    with subprocess.Popen(
        ckr.command(["decode", "-"]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ckr.env,
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(b"0xA0\n")
        run.stdin.flush()
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        assert run.wait(30) == -signal.SIGINT
        assert run.stderr is not None
        assert b"Traceback" not in run.stderr.read()


@pytest.mark.parametrize(("command", "told"), [("scan", b"CKR_PIN_INCORRECT"), ("why", b"C_Login")])
def test_an_interrupted_log_is_summed_up(ckr: Ckr, command: str, told: bytes) -> None:
    log = (ROOT / "tests/logs/samples/spy-bad-pin.log").read_bytes()
    with subprocess.Popen(
        ckr.command([command]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ckr.env,
    ) as run:
        assert run.stdin is not None
        run.stdin.write(log)
        run.stdin.flush()
        while fcntl.ioctl(run.stdin, termios.FIONREAD, bytes(4)) != bytes(4):  # not yet read
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        out, error = run.communicate(timeout=60)
    assert run.returncode == -signal.SIGINT
    assert told in out
    assert error.splitlines()[-1].startswith(b"ckr: interrupted")


def test_stream_takes_a_line_of_text_as_one_malformed_item(ckr: Ckr) -> None:
    text = "the token is gone, ask 5 people\nCKR_OK\nno value here 0xA0 !\nHost signer[812]: C_Login failed: 0xa0\n"
    ran = ckr("decode", "-", stdin=text)
    assert ran.status == 2
    assert [line.split("  ")[1] for line in ran.out.splitlines()] == ["CKR_OK", "CKR_PIN_INCORRECT"]
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["line 1", "line 3"]
    assert ran.err.count("ckr annotate") == 1


def test_line_with_several_codes_is_unknown_and_suggests_them(ckr: Ckr) -> None:
    ran = ckr("decode", "C_Login: CKR_PIN_LOCKED; C_Logout: CKR_OK", "--json")
    answer = json.loads(ran.out)
    assert ran.status == 1
    assert (answer["kind"], answer["suggestions"]) == ("unknown", ["CKR_PIN_LOCKED", "CKR_OK"])


def test_explain_and_check_take_the_function_of_a_printed_line(ckr: Ckr) -> None:
    line = "Nov 28 10:00:01 host signer[812]: C_Login failed: rv = 0xa0"
    assert json.loads(ckr("explain", line, "--json").out)["function"] == "C_Login"
    assert json.loads(ckr("check", line, "--json").out)["verdict"] == "listed"
