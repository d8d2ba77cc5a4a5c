"""Every recipe of ckr-runbook(7), run as a user pastes it."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import fake_module
from tests.conftest import ROOT
from tests.tokens import make_token

if TYPE_CHECKING:
    from tests.conftest import Ckr

PAGE = (ROOT / "ckrtool/_generate/man/ckr-runbook.7.md").read_text("utf-8")
BLOCKS = [textwrap.dedent(found) for found in re.findall(r"(?:^(?:    .*)?\n)*^    .*\n", PAGE, re.MULTILINE)]
LOG = """2026-01-01 10:00:01 signer: C_Login failed: rv = 0xa0
2026-01-01 10:00:02 signer: retry in 5 s (attempt 160)
2026-01-01 10:00:07 signer: C_Sign returned CKR_USER_NOT_LOGGED_IN
"""


@pytest.fixture
def host(ckr: Ckr, tmp_path: Path) -> Ckr:
    """Return a runner on a host with a token called demo, a log, and `ckr` on the PATH."""
    (tmp_path / "app.log").write_text(LOG)
    (tmp_path / "bin").mkdir()
    shim = tmp_path / "bin/ckr"
    shim.write_text(f'#!/bin/sh\nexec {sys.executable} -m ckrtool "$@"\n')
    shim.chmod(0o755)
    ckr.env |= make_token(tmp_path, "demo", "1234").env
    ckr.env["PATH"] = f"{tmp_path}/bin:{ckr.env['PATH']}"
    return ckr


def block(start: str) -> str:
    """Return the recipe that starts so."""
    return next(found.lstrip("\n") for found in BLOCKS if found.lstrip("\n").startswith(start))


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


def test_journal_recipe_says_each_line_as_it_comes(host: Ckr) -> None:
    """The journal goes on and on here: what was annotated so far must come before its end."""
    script = "journalctl() { cat app.log; exec sleep 60; }\n" + block("journalctl")
    process = subprocess.Popen(
        ["bash", "-c", script],
        cwd=host.home,
        env=host.env,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout
        lines = [process.stdout.readline() for _ in LOG.splitlines()]
        assert process.poll() is None
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert sum("# CKR_" in line for line in lines) == 2


def configured(host: Ckr, module: str) -> None:
    """Make `prod` a name of the module, as the recipes have it."""
    host.env["CKR_CONFIG"] = str(host.home / "prod.toml")
    (host.home / "prod.toml").write_text(f'[module.prod]\npath = "{module}"\n')


def softhsm(host: Ckr) -> str:
    """Return the path of the module that the host's `demo` token belongs to."""
    rows = json.loads(host("modules", "--json").out)["modules"]
    return next(str(row["path"]) for row in rows if row["name"] == "softhsm2")


def test_cron_recipe_writes_metrics_whole(host: Ckr) -> None:
    parser = pytest.importorskip("prometheus_client.parser")
    configured(host, softhsm(host))
    setting, line = block("# /etc/cron.d/ckr").splitlines()[1:]
    assert setting.startswith("PATH=")
    *when, user, command = line.split(maxsplit=6)
    assert all(re.fullmatch(r"[*/0-9,-]+", word) for word in when)
    assert user == "hsm"
    assert "%" not in command, "cron takes it for the end of the line"
    folder = "/var/lib/prometheus/node-exporter"
    for old, new in ((folder, str(host.home)), ("/run/lock", str(host.home))):
        assert old in command
        command = command.replace(old, new)
    ran = shell(host, command)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout + ran.stderr == "", "cron would mail it"
    families = {
        one.name for one in parser.text_string_to_metric_families((host.home / "ckr.prom").read_text())
    }
    assert {"ckr_probe_success", "ckr_probe_start_timestamp_seconds"} <= families
    for name in re.findall(r"ckr_probe_[a-z_]+", PAGE):
        assert name in families


def test_nagios_recipe(host: Ckr) -> None:
    configured(host, softhsm(host))
    found = re.search(r"command_line +/usr/local/bin/(ckr .*)", block("define command"))
    assert found is not None
    ran = shell(host, found[1].replace("$ARG1$", "prod"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("PKCS11 OK - ")
    lost = shell(host, found[1].replace("$ARG1$", "nowhere"))
    assert lost.returncode == 3
    assert lost.stdout.startswith("PKCS11 UNKNOWN - ")


def test_archive_recipe_adds_summaries_up(host: Ckr) -> None:
    for name in ("logs/a", "logs/it's b", "logs/older/a"):
        (host.home / name).parent.mkdir(exist_ok=True)
        (host.home / f"{name}.log").write_text(LOG)
    ran = shell(host, f"TMPDIR={host.home}\n" + block("parts="))
    assert "CKR_PIN_INCORRECT (0xA0): 3" in ran.stdout, ran.stdout + ran.stderr


ENGINES = {
    "dask": "import glob, json, pathlib\nimport ckrtool, dask",
    "duckdb": "import io, json\nimport ckrtool, duckdb",
    "pyspark": "import io, json, os, sys\nimport ckrtool, pyspark",
}


@pytest.mark.parametrize(
    "engine",
    [
        "dask",
        "duckdb",
        pytest.param("pyspark", marks=pytest.mark.nightly("Spark is half a gigabyte and needs Java")),
    ],
)
def test_engine_recipes_give_the_summary_of_one_process(host: Ckr, engine: str) -> None:
    if importlib.util.find_spec(engine) is None:
        pytest.skip(f"the Python package {engine} is not installed")
    (host.home / "logs").mkdir()
    for number in range(12):
        failure = "" if number % 3 else "C_Sign: rv = 0x30\n"
        (host.home / f"logs/{number:02}.log").write_text(LOG + failure)
    (host.home / "recipe.py").write_text(block(ENGINES[engine]))
    host.env |= {"JAVA_TOOL_OPTIONS": "-Xmx512m"}
    # Another Python is first on the PATH, as where no environment is activated.
    other = host.home / "bin/python3"
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    ran = subprocess.run(
        [sys.executable, "recipe.py"], cwd=host.home, env=host.env, capture_output=True, text=True, check=False, timeout=300
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == json.loads(shell(host, "ckr scan --json logs/*.log").stdout)
    shown = host("scan", "--merge", stdin=ran.stdout).out
    assert "CKR_PIN_INCORRECT (0xA0): 12" in shown


def test_two_columns_for_logstash(host: Ckr) -> None:
    shell(host, block("ckr list codes --csv") + block("cut -d,"))
    rows = (host.home / "ckr-names.csv").read_text().splitlines()
    assert "160,CKR_PIN_INCORRECT" in rows
    assert all(re.fullmatch(r"value,name|\d+,CKR_\w+", row) for row in rows)


def test_lookup_recipe_in_duckdb(host: Ckr, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    shell(host, block("ckr list codes --csv"))
    monkeypatch.chdir(host.home)
    assert duckdb.sql(block("SELECT")).fetchall() == [("CKR_PIN_INCORRECT", "authentication", "never")]


def test_ansible_recipe_collects_reports_of_crashing_modules_too(host: Ckr) -> None:
    pytest.importorskip("ansible")
    if fake_module.compiler() is None:
        pytest.skip("no C compiler")
    configured(host, str(fake_module.build()))
    tasks = "".join(f"    {line}\n" for line in block("- name: Probe the HSM's module").splitlines())
    (host.home / "play.yml").write_text(f"- hosts: all\n  gather_facts: false\n  tasks:\n{tasks}")
    inventory = f"ansible_connection=local ansible_python_interpreter={sys.executable}\n"
    (host.home / "hosts").write_text(f"hsm1 {inventory}hsm2 {inventory}")
    ansible = Path(sys.executable).with_name("ansible-playbook")
    host.env |= {"CKR_FAKE": "segv:C_GenerateRandom", "LC_ALL": "C.UTF-8"}
    ran = shell(host, f"{ansible} -i hosts play.yml")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for name in ("hsm1", "hsm2"):
        told = host("report", str(host.home / f"reports/{name}.json"), "--nagios")
        assert told.status == 2
        assert "C_GenerateRandom crashed" in told.out
    assert ran.stdout.count("changed=2") == 1, "the folder and the report"
