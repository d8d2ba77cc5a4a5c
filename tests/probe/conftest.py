"""Surroundings of the probe's tests: a SoftHSM2 token of their own, the misbehaving module, and runs of `ckr probe`."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests import fake_module
from tests.probe_core.conftest import SOFTHSM

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr, Ran

PIN = "sesame-4711"


@dataclass
class Token:
    """A SoftHSM2 token in a folder of its own."""

    module: Path
    env: dict[str, str]
    label: str = "probe"
    pin: str = PIN


@pytest.fixture(scope="session")
def fake() -> Path:
    if fake_module.compiler() is None:
        pytest.skip("no C compiler")
    return fake_module.build()


@pytest.fixture
def token(tmp_path: Path) -> Token:
    if SOFTHSM is None:
        pytest.skip("no SoftHSM2")
    folder = tmp_path / "tokens"
    folder.mkdir()
    config = tmp_path / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\n")
    env = {"SOFTHSM2_CONF": str(config), "THE_PIN": PIN}
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", "probe", "--so-pin", "87654321", "--pin", PIN],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", **env},
    )
    return Token(SOFTHSM, env)


@dataclass
class Probed:
    """A run of `ckr probe --json`: its status, its report, and what else it said."""

    ran: Ran
    report: Any

    @property
    def status(self) -> int:
        return self.ran.status

    def ids(self, *severities: str) -> set[str]:
        """Return the ids of the findings (of those severities)."""
        return {
            one["id"] for one in self.report["findings"] if not severities or one["severity"] in severities
        }

    def sequence(self, name: str) -> Any:
        """Return one sequence."""
        return next(one for one in self.report["sequences"] if one["name"] == name)

    def outcomes(self) -> dict[str, str]:
        """Return outcome by sequence."""
        return {one["name"]: one["outcome"] for one in self.report["sequences"]}

    def calls(self, function: str) -> Any:
        """Return the calls of a function that were made."""
        return [
            call
            for one in self.report["sequences"]
            for call in one["calls"]
            if call["function"] == function and call.get("outcome") != "skipped"
        ]


def probe(ckr: Ckr, module: Path | str, *arguments: str, env: dict[str, str] | None = None) -> Probed:
    """Run `ckr probe --json` and read its report strictly."""
    from ckrtool.probe.reporting import report_file

    ran = ckr("probe", "--module", str(module), "--json", *arguments, env=env)
    assert "Traceback" not in ran.err, ran.err
    assert ran.out.isascii()
    assert ran.out.count("\n") == 1, ran.err
    return Probed(ran, report_file.checked(json.loads(ran.out)))
