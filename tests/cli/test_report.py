"""`ckr report`, run as a program: formats, files, statuses, and what it says about mistakes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.render.goldens import HERE

REPORTS = HERE / "reports"
OPTIONS = {
    "--markdown": "md",
    "--junit": "junit.xml",
    "--nagios": "nagios.txt",
    "--prometheus": "prom",
    "--html": "html",
}


def ckr(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "ckrtool", *map(str, arguments)], input=stdin, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("option", OPTIONS)
def test_each_format_is_the_golden_file(option: str) -> None:
    done = ckr("report", REPORTS / "crashed.json", option)
    assert done.stdout == (HERE / "golden" / f"crashed.{OPTIONS[option]}").read_bytes()
    assert done.stderr == b""
    assert done.returncode == (2 if option == "--nagios" else 0)


@pytest.mark.parametrize(("name", "status"), [("healthy", 0), ("pin", 2)])
def test_nagios_exits_as_a_plugin(name: str, status: int, tmp_path: Path) -> None:
    assert ckr("report", REPORTS / f"{name}.json", "--nagios").returncode == status
    assert ckr("report", REPORTS / f"{name}.json", "--nagios", "-o", tmp_path / "x").returncode == status


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"[" * 5000])
def test_nagios_without_a_report_is_unknown_on_stdout(data: bytes) -> None:
    done = ckr("report", "-", "--nagios", stdin=data)
    assert done.returncode == 3
    assert done.stdout.startswith(b"PKCS11 UNKNOWN - stdin: not a report")
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--module", "no-such-module"], "no-such-module"),
        (["--module", "/nowhere/m.so", "--slot", "x"], "--slot"),
        (["--bogus"], "--bogus"),
        (["--module", "/nowhere/m.so", "--sequence", "./broken.toml"], "sequence file"),
        (["--module", "/nowhere/m.so", "--pin-source", "file:/nowhere/pin"], "/nowhere/pin"),
    ],
)
def test_a_plugin_that_can_not_probe_is_unknown_and_never_critical(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CKR_CONFIG", "/dev/null")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.toml").write_text("sequence = 'broken'\n[[step]]\ncall = 'C_Nothing'\n")
    done = ckr("probe", *arguments, "--nagios")
    assert done.returncode == 3
    assert done.stdout.startswith(b"PKCS11 UNKNOWN - ")
    assert words in done.stdout.decode()
    assert done.stdout.count(b"\n") == 1
    assert (
        words if "--sequence" not in arguments else "broken.toml:2: step 1 (C_Nothing)"
    ) in done.stderr.decode()


def test_stdin_and_output_file(tmp_path: Path) -> None:
    data = (REPORTS / "pin.json").read_bytes()
    done = ckr("report", "-", "--html", "-o", tmp_path / "r.html", stdin=data)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "r.html").read_bytes() == (HERE / "golden" / "pin.html").read_bytes()
    assert ckr("report", "-", "--html", "-o", "-", stdin=data).stdout == (tmp_path / "r.html").read_bytes()


def test_without_a_format_it_is_shown_as_probe_did(tmp_path: Path) -> None:
    """Exit 0: showing is the answer here."""
    data = (REPORTS / "pin.json").read_bytes()
    done = ckr("report", "-", stdin=data)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("ERROR: C_Login returned CKR_PIN_INCORRECT")
    assert lines[-1].startswith("verdict: error: ")
    assert ckr("report", REPORTS / "pin.json", "-q").stdout.decode() == f"{lines[-1]}\n"
    assert len(ckr("report", REPORTS / "pin.json", "-v").stdout.splitlines()) > len(lines)
    assert ckr("report", "-", "-o", tmp_path / "r.txt", stdin=data).stdout == b""
    assert (tmp_path / "r.txt").read_bytes() == done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("report", REPORTS / "pin.json", "--html", "-v"), 2, "-v applies to text output only"),
        (("report", REPORTS / "pin.json", "-q", "-v"), 2, "cannot be used together"),
        (("report", REPORTS / "pin.json", "--html", "--junit"), 2, "cannot be used together"),
        (("report",), 2, ""),
        (("report", REPORTS / "missing.json", "--html"), 3, "missing.json"),
        (("report", REPORTS, "--html"), 3, "s a directory"),
        (("report", Path(__file__), "--html"), 2, "not a report"),
        (("report", REPORTS / "pin.json", "--html", "-o", "/nowhere/x"), 3, "/nowhere/x"),
        (("report", REPORTS / "pin.json", "--html", "-o", "/dev/full"), 3, "/dev/full"),
    ],
)
def test_mistakes_are_told_on_stderr_alone(arguments: tuple[object, ...], status: int, words: str) -> None:
    done = ckr(*arguments)
    assert done.returncode == status
    assert done.stdout == b""
    assert words in done.stderr.decode()


def test_a_failure_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "r.md").write_text("old")
    assert ckr("report", Path(__file__), "--markdown", "-o", tmp_path / "r.md").returncode == 2
    assert (tmp_path / "r.md").read_text() == "old"


def test_help_shows_examples() -> None:
    assert ckr("report", "--help").stdout.decode().count("  ckr ") >= 2
