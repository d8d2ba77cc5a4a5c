"""`ckr annotate` and `ckr scan` of a large file as a user runs them: output, faults, signals, what is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.logs.input.chunks import LONGEST
from ckrtool.logs.input.streams import AT_ONCE, LARGE
from ckrtool.logs.parallel import plan
from ckrtool.logs.parallel.plan import SHORTEST
from tests.logs.support import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

# As on a host where every large file is worth several processes.
DRIVER = (
    "from ckrtool.logs.parallel import plan; plan.WORTH = 0; from ckrtool.cli.main import process; process()"
)
CKR = [sys.executable, "-c", DRIVER]
CPUS = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
pytestmark = pytest.mark.skipif(len(CPUS) < 2, reason="needs two cores")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log larger than the size from which several processes read it: traces, and lines of programs with failures."""
    made = tmp_path_factory.mktemp("large") / "large.log"
    lines = b"".join(
        b"Nov 25 00:%02d:%02d host%d app[%d]: C_Sign failed: 0x%x\n"
        % (at // 60 % 60, at % 60, at % 9, at, at % 300)
        for at in range(8_000)
    )
    piece = (
        sample("spy-session.log") * 20
        + lines
        + sample("java-exceptions.log")
        + sample("p11kit-session.log") * 20
    )
    made.write_bytes(piece * (LARGE // len(piece) + 1))
    return made


@pytest.fixture(scope="module")
def larger(log: Path) -> Path:
    """A log that takes longer."""
    made = log.with_name("larger.log")
    made.write_bytes(log.read_bytes() * 4)
    return made


@pytest.fixture(scope="module")
def annotated(larger: Path) -> bytes:
    """What one process makes of it."""
    return in_one("annotate", str(larger)).stdout


def in_one(*words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command on one core, where one process reads."""
    return subprocess.run(
        ["taskset", "-c", str(min(CPUS)), *CKR, *words], capture_output=True, check=False, timeout=120
    )


def in_several(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*CKR, *words], capture_output=True, check=False, timeout=120)


def group_of(leader: int) -> list[int]:
    """Return the processes of a process group that have not ended."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == leader and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@contextmanager
def started(*words: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Start a command in a process group of its own that writes to a file; yield it when it has made its processes."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        with (
            out.open("wb") as sink,
            subprocess.Popen([*CKR, *words], stdout=sink, stderr=subprocess.PIPE, process_group=0) as running,
        ):
            while len(group_of(running.pid)) < 2:
                assert running.poll() is None, "it has made no processes"
                time.sleep(0.002)
            yield running, out


def is_empty_soon(leader: int, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while group_of(leader):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize(
    "words",
    [
        ["annotate"],
        ["annotate", "--json"],
        ["annotate", "--only", "-C", "2", "--redact"],
        ["scan", "--json"],
        ["scan", "--json", "--ok"],
    ],
    ids=" ".join,
)
def test_the_output_is_that_of_one_process(log: Path, words: list[str]) -> None:
    one, several = in_one(*words, str(log)), in_several(*words, str(log))
    assert several.stdout == one.stdout
    assert (several.returncode, several.stderr) == (one.returncode, one.stderr)
    assert len(one.stdout) > 1000


@pytest.mark.parametrize("words", [["annotate"], ["annotate", "--json"], ["scan"]], ids=" ".join)
def test_a_long_line_is_reported_whoever_reads_it(log: Path, words: list[str], tmp_path: Path) -> None:
    """Of two places a segment apart, one is read by another process than the first."""
    lines = log.read_bytes() * 2
    for segment in (3, 4):
        place = lines.index(b"\n", segment * SHORTEST * AT_ONCE + AT_ONCE // 2) + 1
        long = tmp_path / f"{segment}.log"
        long.write_bytes(lines[:place] + b"x" * (LONGEST + 100) + b"\n" + lines[place:])
        several = in_several(*words, str(long))
        assert several.stderr.count(b"is longer than 1 MiB") == 1
        assert several.stderr == in_one(*words, str(long)).stderr


def test_a_stack_trace_is_read_as_far_as_in_one_process(tmp_path: Path) -> None:
    """The function is named below the exception, where reads end too."""
    frames = b"".join(b"\tat com.example.Signer%d.sign(Signer.java:%d)\n" % (at, at) for at in range(20))
    trace = (
        b"sun.security.pkcs11.wrapper.PKCS11Exception: CKR_USER_NOT_LOGGED_IN\n"
        + frames
        + b"\tat sun.security.pkcs11.wrapper.PKCS11.C_Sign(Native Method)\n"
    )
    log = tmp_path / "traces.log"
    log.write_bytes(trace * (LARGE // len(trace) + 1))
    several = in_several("annotate", "--json", str(log)).stdout
    assert several.count(b'"C_Sign"') == several.count(b"\n") == LARGE // len(trace) + 1
    assert several == in_one("annotate", "--json", str(log)).stdout


def test_only_a_log_that_takes_its_time_is_read_by_several_processes(log: Path, larger: Path) -> None:
    plain = log.with_name("plain.log")
    plain.write_bytes(b"nothing to see here, or anywhere near\n" * (LARGE // 30))
    tells = "import os, sys; os.fork = lambda: sys.exit('fork'); from ckrtool.cli.main import main; sys.exit(main())"
    for name, told in ((plain, b""), (larger, b"fork\n")):
        done = subprocess.run(
            [sys.executable, "-c", tells, "scan", str(name)], capture_output=True, check=False, timeout=60
        )
        assert done.stderr == told


def test_several_files_add_up(log: Path, tmp_path: Path) -> None:
    small = tmp_path / "small.log"
    small.write_bytes(b"C_Login failed: 0xa4\nC_Nope failed: 0x80001234\n")
    files = [str(small), str(log), str(small)]
    for words in (["scan", "--json"], ["annotate"]):
        assert in_several(*words, *files).stdout == in_one(*words, *files).stdout


def test_standard_input_from_a_file_is_read_from_its_offset_to_its_end(log: Path) -> None:
    with log.open("rb") as source:
        source.seek(1000)
        os.lseek(source.fileno(), 1000, os.SEEK_SET)
        several = subprocess.run(
            [*CKR, "annotate"], stdin=source, capture_output=True, check=False, timeout=120
        )
        assert os.lseek(source.fileno(), 0, os.SEEK_CUR) == log.stat().st_size
    piped = subprocess.run(
        [*CKR, "annotate"], input=log.read_bytes()[1000:], capture_output=True, check=False, timeout=120
    )
    assert several.stdout == piped.stdout


def test_a_reader_that_has_enough_ends_it_with_0_and_nothing_is_left(larger: Path) -> None:
    command = [*CKR, "annotate", str(larger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, process_group=0) as running:
        assert running.stdout is not None
        while len(group_of(running.pid)) < 2:
            assert running.stdout.read(1 << 16)
        running.stdout.close()
        assert running.wait(60) == 0
    assert is_empty_soon(running.pid)


def test_a_full_disk_is_one_line_and_exit_3(log: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        done = subprocess.run(
            [*CKR, "annotate", str(log)], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    finally:
        os.close(full)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


def test_a_killed_process_is_reported_and_the_others_end(larger: Path, annotated: bytes) -> None:
    with started("annotate", str(larger)) as (running, out):
        child = next(pid for pid in group_of(running.pid) if pid != running.pid)
        os.kill(child, signal.SIGKILL)
        _, errors = running.communicate(timeout=60)
        assert annotated.startswith(out.read_bytes())
    assert running.returncode == 3
    assert b"was killed; the output is incomplete" in errors
    assert is_empty_soon(running.pid)


def test_children_end_with_the_first_process(larger: Path) -> None:
    with started("annotate", str(larger)) as (running, _):
        time.sleep(0.3)  # until they have asked the kernel to end them
        for pid in group_of(running.pid):
            os.kill(pid, signal.SIGSTOP)  # so that they do not end by themselves
        running.kill()
        running.wait(60)
        assert is_empty_soon(running.pid)


def test_ignored_ends_of_children_are_no_fault(log: Path) -> None:
    ignoring = "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", ignoring, *CKR, "scan", "-q", str(log)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    one = in_one("scan", "-q", str(log))
    assert (done.returncode, done.stdout, done.stderr) == (one.returncode, one.stdout, one.stderr)


def test_ctrl_c_stops_annotate_and_leaves_nothing(larger: Path, annotated: bytes) -> None:
    with started("annotate", str(larger)) as (running, out):
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=60)
        assert annotated.startswith(out.read_bytes())
    assert running.returncode == -signal.SIGINT
    assert b"Traceback" not in errors
    assert is_empty_soon(running.pid)


def test_ctrl_c_gives_the_summary_so_far(larger: Path, tmp_path: Path) -> None:
    with started("scan", "--json", str(larger)) as (running, out):
        time.sleep(0.1)
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=60)
        summary = json.loads(out.read_bytes())
    assert running.returncode == -signal.SIGINT
    assert b"interrupted" in errors
    assert is_empty_soon(running.pid)
    lines = larger.read_bytes().splitlines(keepends=True)
    assert 0 < summary["lines"] < len(lines)
    part = tmp_path / "part.log"
    part.write_bytes(b"".join(lines[: summary["lines"]]))
    assert summary["codes"] == json.loads(in_one("scan", "--json", str(part)).stdout)["codes"]


def test_small_files_pipes_and_programs_with_threads_are_read_by_one_process(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    descriptor = os.open(log, os.O_RDONLY)
    try:
        monkeypatch.setattr(plan, "_has_threads", lambda: False)
        found = plan.planned(descriptor, log.stat().st_size)
        assert found is not None
        assert found.processes == min(plan.MOST, len(CPUS), log.stat().st_size // plan.LEAST)
        assert found.place(found.segments - 1) < log.stat().st_size <= found.place(found.segments)
        # The stack trace below an exception is read as far as the same read has it.
        assert found.size == AT_ONCE
        assert not any(found.place(segment) % AT_ONCE for segment in range(found.segments))
        assert plan.planned(descriptor, LARGE - 1) is None
        os.lseek(descriptor, -1000, os.SEEK_END)
        assert plan.planned(descriptor, log.stat().st_size) is None
        os.lseek(descriptor, 0, os.SEEK_SET)
        monkeypatch.setattr(plan, "_has_threads", lambda: True)
        assert plan.planned(descriptor, log.stat().st_size) is None
        monkeypatch.undo()
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
        assert plan.planned(descriptor, log.stat().st_size) is None
    finally:
        os.close(descriptor)
