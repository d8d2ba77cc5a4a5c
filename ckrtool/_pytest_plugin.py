"""The pytest plugin (extra `pytest`): the fixtures `assert_legal` and `ckr_probe`."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def assert_legal(function: str, rv: str | int, spec: str = "3.2") -> None:
    """Fail the test unless the standard allows `function` to return `rv`; the message cites the passages that rule it out."""
    from ckrtool import check

    __tracebackhide__ = True
    verdict = check(function, rv, spec)
    if not verdict:
        answer = verdict.as_dict()
        against = "".join(f"\n  {passage['section']}: {passage['text']}" for passage in answer["excluded_by"])
        pytest.fail(f"{function} returned {verdict.name or hex(verdict.value)}: {verdict.verdict}{against}")


@pytest.fixture(name="assert_legal")
def assert_legal_fixture() -> Callable[..., None]:
    """Return the function `assert_legal(function, rv, spec="3.2")`."""
    return assert_legal


@pytest.fixture
def ckr_probe() -> Callable[..., dict[str, Any]]:
    """Return a function that probes a module in a subprocess: `ckr_probe(module, *options)` returns the report."""

    def run(module: str, *options: str) -> dict[str, Any]:
        # -P: modules in the folder of the tests must not shadow the standard library.
        command = [sys.executable, "-P", "-m", "ckrtool", "probe", module, *options, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not done.stdout:
            pytest.fail(f"ckr probe ended with status {done.returncode}: {done.stderr.strip()}")
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    return run
