"""`ckr scan` as a process."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "ckrtool.cli.main", "scan"]


def run(*words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *words], input=data, capture_output=True, check=False, timeout=60)


def test_a_failure_is_exit_1_and_nothing_is_exit_0() -> None:
    assert run(data=b"C_Sign failed: 0x30\n").returncode == 1
    quiet = run(data=b"all is well\nC_Sign returned CKR_OK\n")
    assert quiet.returncode == 0
    assert quiet.stdout.startswith(b"lines: 2\n")


def test_json_is_one_line_in_the_order_of_the_interface() -> None:
    done = run("--json", data=b"C_Sign failed: 0x30\n")
    assert done.stdout.count(b"\n") == 1
    summary = json.loads(done.stdout)
    assert list(summary) == ["schema", "lines", "codes", "first_failure", "calls"]
    assert list(summary["codes"][0]) == [
        "name",
        "value",
        "count",
        "normal",
        "functions",
        "first",
        "last",
        "verdicts",
    ]
    assert summary["first_failure"] == {"line": 1, "function": "C_Sign", "name": "CKR_DEVICE_ERROR"}


def test_merge_adds_up_files(tmp_path: Path) -> None:
    parts = (b"C_Sign failed: 0x30\nC_Sign failed: 0x30\n", b"C_Sign failed: 0x30\nC_Login failed: 160\n")
    for number, part in enumerate(parts):
        (tmp_path / f"{number}.json").write_bytes(run("--json", data=part).stdout)
    done = run("--merge", "--json", str(tmp_path / "0.json"), str(tmp_path / "1.json"))
    assert done.returncode == 1
    summary = json.loads(done.stdout)
    assert summary["lines"] == 4
    assert [(row["name"], row["count"]) for row in summary["codes"]] == [
        ("CKR_DEVICE_ERROR", 3),
        ("CKR_PIN_INCORRECT", 1),
    ]
    both = (tmp_path / "0.json").read_bytes() + (tmp_path / "1.json").read_bytes()
    assert run("--merge", "--json", data=both).stdout == done.stdout


def test_merge_of_something_else_is_a_usage_mistake(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    for words in (["--merge", str(tmp_path / "x.json")], ["--merge"]):
        done = run(*words, data=b"no json")
        assert done.returncode == 2
        assert done.stdout == b""
        assert b"Traceback" not in done.stderr


def test_an_unreadable_file_is_exit_3_after_the_summary(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"C_Sign failed: 0x30\n")
    done = run("--json", str(tmp_path / "a.log"), str(tmp_path / "missing.log"))
    assert done.returncode == 3
    assert json.loads(done.stdout)["codes"][0]["first"]["file"].endswith("a.log")
    assert run("--merge", str(tmp_path / "missing.json")).returncode == 3


def test_colours_can_be_asked_for() -> None:
    done = run("--color", "always", data=b"C_Sign failed: 0x30 [bold]\n")
    assert b"\x1b[" in done.stdout
    assert b"[bold]" in done.stdout
    assert b"\x1b" not in run(data=b"C_Sign failed: 0x30 \x1b[2J\n").stdout


def test_anonymize_hides_the_same_text_by_the_same_word() -> None:
    log = b"Jan  1 10:00:00 hsm01 app[5]: token=prod serial: 4711 /etc/app/conf C_Sign failed: 0x30\n" * 2
    row = json.loads(run("--json", "--anonymize", data=log).stdout)["codes"][0]
    text = row["first"]["text"]
    for secret in ("hsm01", "prod", "4711", "/etc"):
        assert secret not in text
    assert text.endswith("C_Sign failed: 0x30")
    assert row["last"]["text"] == text


def test_merge_anonymizes_as_the_scan_does(tmp_path: Path) -> None:
    log = (
        b"Jan  1 10:00:00 prodhost01 app[5]: token=PaymentsHSM C_Sign failed: 0x30\n"
        b"10.20.30.40: label: 'My Token': C_Login failed: 160\n"
        b"/opt/acme/libhsm.so: cannot open shared object file: No such file or directory\n"
    )
    for name in ("acme1.log", "acme2.log"):
        (tmp_path / name).write_bytes(log)
        (tmp_path / f"plain-{name}").write_bytes(run("--json", str(tmp_path / name)).stdout)
        (tmp_path / f"hidden-{name}").write_bytes(run("--json", "--anonymize", str(tmp_path / name)).stdout)
    plain, hidden = (
        [str(tmp_path / f"{kind}-{name}") for name in ("acme1.log", "acme2.log")]
        for kind in ("plain", "hidden")
    )
    merged = run("--merge", "--json", "--anonymize", *plain).stdout
    assert merged == run("--merge", "--json", *hidden).stdout
    assert merged == run("--merge", "--json", "--anonymize", plain[0], hidden[1]).stdout
    assert merged == run("--merge", "--json", "--anonymize", data=merged).stdout
    for secret in (b"prodhost01", b"PaymentsHSM", b"10.20.30.40", b"My Token", b"acme", bytes(tmp_path)):
        assert secret not in merged
    assert json.loads(merged)["loads"][0]["count"] == 2
    assert b"prodhost01" in run("--merge", "--json", *plain).stdout


def test_anonymize_hashes_the_name_of_a_file_as_a_whole(tmp_path: Path) -> None:
    from ckrtool.probe.reporting.anonymize_words import word

    for name in ("home/jsmith/acme/prodhost01.log", "prod host01.log", "prodhost01.log"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"C_Sign failed: 0x30\n")
        for given in (name, str(path)):
            alone = subprocess.run(
                [*COMMAND, "--json", "--anonymize", given], cwd=tmp_path, capture_output=True, check=False
            )
            assert json.loads(alone.stdout)["file"] == f"/{word('path', given)}"
            both = subprocess.run(
                [*COMMAND, "--anonymize", given, given], cwd=tmp_path, capture_output=True, check=False
            )
            assert word("path", given).encode() in both.stdout
            for secret in (b"jsmith", b"acme", b"host01"):
                assert secret not in both.stdout
