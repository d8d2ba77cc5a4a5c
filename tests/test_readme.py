"""Every `$ ckr` block and every recipe of README.md, run as a user types it. `...` stands for text, or for lines, that may differ."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from ckrtool.schema.check import problems_of
from ckrtool.schema.forms import CODE, ITEM, VENDOR
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

TEXT = (ROOT / "README.md").read_text("utf-8")
LOG = """2026-01-01 10:00:01 signer: C_Login failed: rv = 0xa0
2026-01-01 10:00:02 signer: retry in 5 s (attempt 160)
2026-01-01 10:00:07 signer: C_Sign returned CKR_USER_NOT_LOGGED_IN
"""


def examples() -> list[tuple[str, str]]:
    """Return (command line, expected output) of every example."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = piece.partition("\n")
            found.append((command, expected))
    return found


def as_pattern(expected: str) -> str:
    """Return the expected output as a pattern: a line of dots stands for any lines, dots in a line for any text."""
    return "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in expected.splitlines()
    )


@pytest.fixture
def host(ckr: Ckr, tmp_path: Path) -> Ckr:
    """Return a runner on a host with a token called demo, a log, and `ckr` on the PATH."""
    (tmp_path / "app.log").write_text(LOG)
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path}/tokens\n")
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin/ckr"
    shim.write_text(f'#!/bin/sh\nexec {sys.executable} -m ckrtool "$@"\n')
    shim.chmod(0o755)
    ckr.env["SOFTHSM2_CONF"] = str(tmp_path / "softhsm2.conf")
    ckr.env["PATH"] = f"{tmp_path}/bin:{ckr.env['PATH']}"
    ckr.env["TEXTFILES"] = str(tmp_path)
    init = [
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "demo",
        "--pin",
        "1234",
        "--so-pin",
        "12345678",
    ]
    subprocess.run(init, check=True, capture_output=True, env=ckr.env)
    return ckr


def test_there_are_examples() -> None:
    assert len(examples()) >= 7


@pytest.mark.parametrize(("command", "expected"), examples())
def test_example(host: Ckr, command: str, expected: str) -> None:
    words = shlex.split(command)
    assert words[0] == "ckr"
    ran = host(*words[1:])
    assert re.fullmatch(as_pattern(expected), ran.out), ran.out


def block(start: str) -> str:
    """Return the block of the README that starts so."""
    blocks: list[str] = re.findall(r"```[a-z]+\n(.*?)```", TEXT, re.DOTALL)
    return next(found for found in blocks if found.startswith(start))


def shell(host: Ckr, script: str) -> subprocess.CompletedProcess[str]:
    """Run a recipe as a person would paste it."""
    return subprocess.run(
        ["bash", "-c", script],
        cwd=host.home,
        env=host.env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(("code", "tries"), [("0xB3", 3), ("0xA0", 1), ("0x30", 1)])
def test_retry_loop_tries_three_times_where_that_is_safe(host: Ckr, code: str, tries: int) -> None:
    prelude = f'sign_it() {{ echo try >> tries; echo "{code}"; return 1; }}; rv_of() {{ echo "$1"; }}; sleep() {{ :; }}\n'
    shell(host, prelude + block("for i in"))
    assert len((host.home / "tries").read_text().splitlines()) == tries


def test_journal_recipe(host: Ckr) -> None:
    ran = shell(host, "journalctl() { cat app.log; }\n" + block("journalctl"))
    assert ran.stdout.count("# CKR_") == 2


def test_cron_recipe_writes_metrics_whole(host: Ckr) -> None:
    parser = pytest.importorskip("prometheus_client.parser")
    ran = shell(host, block("flock"))
    assert ran.returncode == 0, ran.stderr
    assert list(parser.text_string_to_metric_families((host.home / "ckr.prom").read_text()))


def test_nagios_recipe(host: Ckr) -> None:
    ran = shell(host, block("ckr probe --module softhsm2 --token demo --max-time 50 --nagios"))
    assert ran.returncode == 0
    assert "OK" in ran.stdout.splitlines()[0]


def test_archive_recipe_adds_summaries_up(host: Ckr) -> None:
    (host.home / "logs").mkdir()
    for name in ("a", "b", "c"):
        (host.home / f"logs/{name}.log").write_text(LOG)
    ran = shell(host, block("mkdir -p summaries"))
    assert "CKR_PIN_INCORRECT (0xA0): 3" in ran.stdout, ran.stdout + ran.stderr


def test_lookup_recipe_in_duckdb(host: Ckr, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    shell(host, block("ckr list codes --csv"))
    monkeypatch.chdir(host.home)
    assert duckdb.sql(block("SELECT")).fetchall() == [("CKR_PIN_INCORRECT", "authentication", "never")]


def test_ansible_recipe_probes_and_changes_nothing(host: Ckr) -> None:
    tasks = block("- name: Probe the HSM's module")
    command = re.search(r"command: (ckr probe .*)", tasks)
    assert command is not None
    assert "changed_when: false" in tasks
    assert shell(host, command[1].replace("prod", "softhsm2") + " --dry-run").returncode == 0


def test_contributors_examples_have_the_form_of_data_files() -> None:
    vendor = tomllib.loads(block('name = "Acme HSM"'))
    item = tomllib.loads(block("[[cause]]"))
    assert problems_of("README", vendor, VENDOR) == []
    assert problems_of("README", item["cause"][0], ITEM) == []
    assert set(item) <= set(CODE.optional)
