"""Where the PIN comes from: nobody finds it in /proc, nothing waits longer than --max-time, nothing stays behind."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from tests.conftest import Ckr

PIN = "unlikely-5150-pin"


def processes_with(text: bytes) -> list[str]:
    """Return the command lines of processes with a text in their command line or environment, as root sees them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (folder / "cmdline").read_bytes()
            if text in command or text in (folder / "environ").read_bytes():
                found.append(repr(command))
    return found


def left_after(text: bytes, seconds: float) -> list[str]:
    """Return what `processes_with` still finds after some seconds; what was killed may take its time to end."""
    until = time.monotonic() + seconds
    while (found := processes_with(text)) and time.monotonic() < until:
        time.sleep(0.05)
    return found


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc")
def test_the_pin_is_in_no_environment_and_no_command_line_while_the_probe_runs(
    ckr: Ckr, fake: Path, tmp_path: Path
) -> None:
    log = tmp_path / "calls"
    env = {
        **ckr.env, "THE_PIN": PIN, "CKR_FAKE_LOG": str(log),
        "CKR_FAKE": ";".join(f"slow:{name}" for name in ("C_Initialize", "C_GetInfo", "C_OpenSession", "C_Login", "C_Finalize")),
    }  # fmt: skip
    command = ckr.command(["probe", "--module", str(fake), "--pin-source", "env:THE_PIN", "--json"])
    said = tmp_path / "said"  # a file, because nobody reads a pipe while the processes are looked at
    with said.open("wb") as out, subprocess.Popen(command, env=env, stdout=out, stderr=out) as process:
        while not log.exists() and process.poll() is None:
            time.sleep(0.01)
        looks = 0
        while process.poll() is None:
            assert processes_with(PIN.encode()) == []
            looks += 1
            time.sleep(0.05)
    text = said.read_bytes()
    assert looks > 5
    assert b"ckr.probe/1" in text
    assert b"C_Login" in log.read_bytes()
    assert PIN.encode() not in text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("true", "it gave no PIN"),
        ("echo; echo second", "it gave no PIN"),
        ("echo 1234; exit 7", "ended with status 7"),
        ("kill -TERM $$", "was ended by signal 15"),
        ("yes 123456789", "prints without end"),
        ("head -c 5000 /dev/zero | tr '\\0' 1", "far too long"),
        ("/nonexistent/tool", "ended with status 127"),
    ],
)
def test_a_command_that_gives_no_pin(ckr: Ckr, fake: Path, tmp_path: Path, command: str, words: str) -> None:
    log = tmp_path / "calls"
    ran = ckr(
        "probe", "--module", str(fake), "--pin-source", f"cmd:{command}", env={"CKR_FAKE_LOG": str(log)}
    )
    assert (ran.status, ran.out) == (3, "")
    assert words in ran.err
    assert not log.exists()


def test_the_first_line_of_a_command_is_the_pin_though_a_process_keeps_its_pipe_open(
    ckr: Ckr, fake: Path
) -> None:
    started = time.monotonic()
    source = "cmd:printf '1234\\r\\nmore\\n'; sleep 8 2>/dev/null & exit 0"
    ran = ckr("probe", "--module", str(fake), "--sequence", "login", "--json", "--pin-source", source)
    assert json.loads(ran.out)["sequences"][-1]["outcome"] == "passed"
    assert time.monotonic() - started < 7


@pytest.mark.parametrize("kind", ["cmd", "tree", "file", "fd"])
def test_no_source_takes_longer_than_the_run_may(ckr: Ckr, fake: Path, tmp_path: Path, kind: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading, writing = os.pipe()
    sleeping = f"47.{uuid4().int}"  # a number of seconds that no other process has in its command line
    source = {
        "cmd": f"cmd:sleep {sleeping}",
        "tree": f"cmd:sh -c 'sleep {sleeping}; true' | cat; true",
        "file": f"file:{pipe}",
        "fd": f"fd:{reading}",
    }[kind]
    started = time.monotonic()
    done = subprocess.run(
        ckr.command(["probe", "--module", str(fake), "--max-time", "1.5", "--pin-source", source]),
        env=ckr.env, capture_output=True, text=True, check=False, timeout=30, pass_fds=(reading,),
    )  # fmt: skip
    took = time.monotonic() - started
    os.close(reading)
    os.close(writing)
    assert (done.returncode, done.stdout) == (3, "")
    assert "within --max-time" in done.stderr
    assert took < 20, "that of the commands sleeps for 47 s, and the others never end"
    assert left_after(sleeping.encode(), seconds=10) == []


def test_waiting_for_the_pin_counts(ckr: Ckr, fake: Path) -> None:
    ran = ckr(
        "probe", "--module", str(fake), "--json", "--max-time", "3", "--pin-source", "cmd:sleep 1; echo 1234",
        env={"CKR_FAKE": "hang:C_GetInfo"},
    )  # fmt: skip
    assert ran.status == 4
    assert json.loads(ran.out)["duration_ms"] < 2500


def test_a_pipe_that_stays_open_is_read_to_its_first_line(ckr: Ckr, fake: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"1234\n")
    command = [
        "probe",
        "--module",
        str(fake),
        "--sequence",
        "login",
        "--json",
        "--pin-source",
        f"fd:{reading}",
    ]
    done = subprocess.run(
        ckr.command(command), env=ckr.env, capture_output=True, check=False, timeout=30, pass_fds=(reading,)
    )
    os.close(reading)
    os.close(writing)
    assert json.loads(done.stdout)["sequences"][-1]["outcome"] == "passed"


class Terminal:
    """`ckr` in the foreground of a terminal of its own."""

    def __init__(self, ckr: Ckr, *arguments: str) -> None:
        self.main, side = pty.openpty()
        self.side = side
        code = "import fcntl,termios,os,sys; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *ckr.command(list(arguments))],
            stdin=side, stdout=side, stderr=side, env={**ckr.env, "TERM": "dumb"},
        )  # fmt: skip
        self.seen = b""

    def until(self, text: bytes, seconds: float = 20) -> None:
        """Read until the text has come."""
        end = time.monotonic() + seconds
        while text not in self.seen and time.monotonic() < end:
            if select.select([self.main], [], [], 0.1)[0]:
                self.seen += os.read(self.main, 65536)
        assert text in self.seen

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self.main)[3] & termios.ECHO)

    def end(self) -> int:
        """Read on until the process ends, and return its status."""
        end = time.monotonic() + 30
        while self.process.poll() is None and time.monotonic() < end:
            if select.select([self.main], [], [], 0.05)[0]:
                self.seen += os.read(self.main, 65536)
        status = self.process.wait(5)
        while select.select([self.main], [], [], 0.1)[0]:
            self.seen += os.read(self.main, 65536)
        return status

    def close(self) -> None:
        os.close(self.main)
        os.close(self.side)


def prompt(ckr: Ckr, fake: Path, *more: str) -> Terminal:
    """Start a probe that asks for the PIN, and wait for its question."""
    terminal = Terminal(
        ckr, "probe", "--module", str(fake), "--sequence", "login", "--pin-source", "prompt", *more
    )
    terminal.until(b"PIN: ")
    while terminal.echoes():
        time.sleep(0.01)
    return terminal


def test_the_prompt_shows_nothing_and_gives_the_terminal_back(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    ckr.env["CKR_FAKE_LOG"] = str(tmp_path / "calls")
    terminal = prompt(ckr, fake)
    os.write(terminal.main, b"1234\n")
    assert terminal.end() == 0
    assert terminal.echoes()
    assert b"1234" not in terminal.seen.partition(b"PIN: ")[2][:6]
    assert b"C_Login" in (tmp_path / "calls").read_bytes()
    terminal.close()


@pytest.mark.parametrize("typed", [b"125\x0834", b"12\x1b[D34", b"12\xc2\x9b34"])
def test_a_typed_control_character_is_refused(ckr: Ckr, fake: Path, tmp_path: Path, typed: bytes) -> None:
    """Ctrl-H, where the terminal erases by ^?, stays in the line: the PIN is not what the person sees, and would use up a try."""
    ckr.env["CKR_FAKE_LOG"] = str(tmp_path / "calls")
    terminal = prompt(ckr, fake)
    os.write(terminal.main, typed + b"\n")
    assert terminal.end() == 3
    assert b"contains a control character" in terminal.seen
    assert b"12" not in terminal.seen.partition(b"PIN: ")[2]
    assert b"C_Login" not in (tmp_path / "calls").read_bytes()
    assert not list((tmp_path / "state").rglob("*.json"))
    terminal.close()


@pytest.mark.parametrize("how", ["key", "signal"])
def test_ctrl_c_at_the_prompt(ckr: Ckr, fake: Path, tmp_path: Path, how: str) -> None:
    ckr.env["CKR_FAKE_LOG"] = str(tmp_path / "calls")
    terminal = prompt(ckr, fake)
    if how == "key":
        os.write(terminal.main, b"\x03")
    else:
        terminal.process.send_signal(signal.SIGINT)
    assert terminal.end() == -signal.SIGINT
    assert terminal.echoes()
    assert b"Traceback" not in terminal.seen
    assert (
        b"C_Login" not in (tmp_path / "calls").read_bytes()
    )  # the flags of the token are read before the question
    assert not list((tmp_path / "state").rglob("*.json"))
    terminal.close()


def test_the_question_names_token_and_consequence(ckr: Ckr, fake: Path) -> None:
    terminal = prompt(ckr, fake)
    assert f"token fake in {fake}; a wrong PIN uses up one try\r\nUser PIN: ".encode() in terminal.seen
    os.write(terminal.main, b"1234\n")
    assert terminal.end() == 0
    terminal.close()


@pytest.mark.parametrize("word", ["pin:low", "pin:final"])
def test_nobody_is_asked_where_no_login_would_be_made(
    ckr: Ckr, fake: Path, tmp_path: Path, word: str
) -> None:
    """The flags are read first; with --risk-pin, which the advice names, the question comes."""
    ckr.env |= {"CKR_FAKE": word, "CKR_FAKE_LOG": str(tmp_path / "calls")}
    words = ("probe", "--module", str(fake), "--sequence", "login", "--pin-source", "prompt")
    terminal = Terminal(ckr, *words)
    assert terminal.end() == 1
    assert b"User PIN: " not in terminal.seen
    assert b"--pin-source prompt --risk-pin" in b" ".join(terminal.seen.split())
    assert b"C_Login" not in (tmp_path / "calls").read_bytes()
    terminal.close()
    risking = prompt(ckr, fake, "--risk-pin")
    os.write(risking.main, b"1234\n")
    risking.end()
    risking.close()
    assert b"C_Login" in (tmp_path / "calls").read_bytes()


def test_the_prompt_does_not_outlast_the_run(ckr: Ckr, fake: Path) -> None:
    terminal = prompt(ckr, fake, "--max-time", "2")
    assert terminal.end() == 3
    assert b"within --max-time" in terminal.seen
    assert terminal.echoes()
    terminal.close()


def test_ctrl_c_ends_the_command_too(ckr: Ckr, fake: Path) -> None:
    command = ckr.command(["probe", "--module", str(fake), "--pin-source", "cmd:sleep 48.11; true"])
    with subprocess.Popen(command, env=ckr.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while (
            not any("'sleep" in one for one in processes_with(b"sleep\x0048.11")) and process.poll() is None
        ):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == -signal.SIGINT
    assert processes_with(b"sleep\x0048.11") == []
