"""`ckr diff`, run as a program."""

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.test_report import ckr
from tests.render.goldens import HERE, changes

HEALTHY, PIN = HERE / "reports" / "healthy.json", HERE / "reports" / "pin.json"


def test_text_and_markdown_are_the_golden_files() -> None:
    for option, name in (([], "diff.txt"), (["--markdown"], "diff.md")):
        done = ckr("diff", HEALTHY, PIN, *option)
        assert done.stdout == (HERE / "golden" / name).read_bytes()
        assert done.returncode == 1


def test_json_is_one_ascii_line_of_the_schema() -> None:
    done = ckr("diff", HEALTHY, PIN, "--json")
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert done.stdout.count(b"\n") == 1
    assert json.loads(done.stdout) == {"schema": "ckr.diff/1", "changes": changes()}


def test_nothing_changed_is_0_and_said_on_stderr() -> None:
    done = ckr("diff", PIN, PIN)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"nothing changed" in done.stderr
    done = ckr("diff", PIN, PIN, "--json")
    assert (done.returncode, done.stdout) == (0, b'{"schema":"ckr.diff/1","changes":[]}\n')


def test_stdin_stands_for_one_of_them(tmp_path: Path) -> None:
    done = ckr("diff", HEALTHY, "-", "-o", tmp_path / "d", stdin=PIN.read_bytes())
    assert (done.returncode, done.stdout) == (1, b"")
    assert (tmp_path / "d").read_bytes() == (HERE / "golden" / "diff.txt").read_bytes()
    done = ckr("diff", "-", "-", stdin=PIN.read_bytes())
    assert (done.returncode, done.stdout) == (2, b"")


def test_what_is_no_report_is_named() -> None:
    done = ckr("diff", PIN, __file__)
    assert (done.returncode, done.stdout) == (2, b"")
    assert __file__.encode() in done.stderr
    assert ckr("diff", PIN, "/nowhere.json").returncode == 3
    assert ckr("diff", PIN, PIN, "--json", "--markdown").returncode == 2


def test_a_closed_pipe_is_no_failure() -> None:
    command = f"{sys.executable} -m ckrtool diff {HEALTHY} {PIN} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stdout.strip() in {b"0", b"1"}  # 1 where the pipe took everything before it was closed
    assert done.stderr == b""


def test_a_pair_names_tokens_that_are_there() -> None:
    labels = [json.loads(path.read_bytes())["slots"][0]["token"]["label"] for path in (HEALTHY, PIN)]
    assert ckr("diff", HEALTHY, PIN, "--pair", "=".join(labels)).returncode == 1
    for pair, file in ((f"nope={labels[1]}", HEALTHY), (f"{labels[0]}=nope", PIN)):
        done = ckr("diff", HEALTHY, PIN, "--pair", pair)
        assert (done.returncode, done.stdout) == (2, b"")
        first, second = done.stderr.decode().splitlines()
        assert first == f"ckr: --pair: {file} has no token with the label or serial number 'nope'"
        assert labels[0] in second
