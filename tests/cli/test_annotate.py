"""`ckr annotate` as a process: pipes, exit statuses, files that can't be read, output that can't be written."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "ckrtool.cli.main", "annotate"]
LINE = b"C_Login failed: 160\n"


def run(*words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *words], input=data, capture_output=True, check=False, timeout=60)


def test_stdin_to_stdout() -> None:
    done = run(data=b"before\n" + LINE)
    assert done.returncode == 0
    assert done.stdout.startswith(b"before\nC_Login failed: 160  # CKR_PIN_INCORRECT (0xA0): ")
    assert done.stderr == b""


def test_files_in_order_and_an_unreadable_one_after_the_readable_ones(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(LINE)
    (tmp_path / "b.log").write_bytes(b"end")
    done = run(str(tmp_path / "a.log"), str(tmp_path / "missing"), str(tmp_path), str(tmp_path / "b.log"))
    assert done.returncode == 3
    assert done.stdout.startswith(b"C_Login failed: 160  # ")
    assert done.stdout.endswith(b"end")
    assert b"missing" in done.stderr
    assert b"Traceback" not in done.stderr


def test_json_names_the_file_when_files_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(b"\n" + LINE)
    (row,) = [json.loads(line) for line in run("--json", str(path)).stdout.splitlines()]
    assert list(row) == ["schema", "file", "line", "text", "codes"]
    assert (row["file"], row["line"]) == (str(path), 2)
    (piped,) = [json.loads(line) for line in run("--json", data=LINE).stdout.splitlines()]
    assert "file" not in piped
    assert piped["schema"] == "ckr.annotate/1"


@pytest.mark.parametrize("words", [[], ["--json"], ["--only"]])
def test_each_complete_line_is_written_before_the_next_read(words: list[str]) -> None:
    process = subprocess.Popen([*COMMAND, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        for _ in range(3):
            process.stdin.write(LINE)
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], 60)
            assert ready, "nothing was written while the next line is awaited"
            assert b"CKR_PIN_INCORRECT" in os.read(process.stdout.fileno(), 65536)
    finally:
        process.stdin.close()
        assert process.wait(60) == 0
        process.stdout.close()


def test_a_closed_pipe_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "big.log").write_bytes(LINE * 100_000)
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path / "big.log")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(LINE.rstrip())
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_output_that_can_t_be_written_is_one_line_and_exit_3() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            COMMAND, input=LINE, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


def test_usage_mistakes() -> None:
    assert run("-C", "-1", data=LINE).returncode == 2
    assert run("--nonsense", data=LINE).returncode == 2


def test_options_reach_the_filter() -> None:
    log = (
        b"x\n[in] pPin[ulPinLen] 00007ffd08e2a9a2 / 2\n    00000000  39 39                                            99\ny\n"
        + LINE
    )
    assert run("--inline", data=LINE).stdout == b"C_Login failed: 160 [CKR_PIN_INCORRECT]\n"
    assert run("--only", data=log).stdout.count(b"\n") == 1
    assert run("-C", "1", data=log).stdout.startswith(b"y\n")
    assert b"99" not in run("--redact", data=log).stdout.split(b"\n")[2]
    assert len(run("--json", "--all", data=log).stdout.splitlines()) == log.count(b"\n")
    assert run("--ok", data=b"C_Logout returned CKR_OK\n").stdout.count(b"CKR_OK") == 2
    help_text = run("--help").stdout
    assert help_text.count(b"ckr annotate") >= 2


def test_a_closed_stdin_is_said() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *COMMAND], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
