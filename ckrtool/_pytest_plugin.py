"""The pytest plugin (extra `pytest`): `assert_legal`, and a probe of a module as a fixture."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def assert_legal(function: str, rv: str | int, spec: str = "3.2") -> None:
    """Fail unless the standard allows `function` to return `rv`; the failure cites the passages against it."""
    from ckrtool import check

    __tracebackhide__ = True
    verdict = check(function, rv, spec)
    if not verdict:
        answer = verdict.as_dict()
        against = "".join(f"\n  {one['section']}: {one['text']}" for one in answer["excluded_by"])
        pytest.fail(f"{function} returned {verdict.name or hex(verdict.value)}: {verdict.verdict}{against}")


@pytest.fixture(name="assert_legal")
def assert_legal_fixture() -> Callable[..., None]:
    """Return `assert_legal`."""
    return assert_legal


@pytest.fixture
def ckr_probe() -> Callable[..., dict[str, Any]]:
    """Return a function that probes a module in a process of its own: `ckr_probe(module, *options)` gives the report."""

    def run(module: str, *options: str) -> dict[str, Any]:
        # -P: no module of the tests' folder is taken for one of Python's own.
        command = [sys.executable, "-P", "-m", "ckrtool", "probe", module, *options, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not done.stdout:
            pytest.fail(f"ckr probe ended with status {done.returncode}: {done.stderr.strip()}")
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    return run
