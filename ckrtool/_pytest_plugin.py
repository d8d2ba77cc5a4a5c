"""The pytest plugin (extra `pytest`): the fixtures `assert_legal` and `ckr_probe`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
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
        note = f"\n  {answer['note']}" if answer["note"] else ""
        returned = f"{verdict.function} returned {verdict.name or hex(verdict.value)}"
        pytest.fail(f"{returned}: {verdict.verdict} (PKCS #11 {answer['spec']}){against}{note}")


@pytest.fixture(name="assert_legal")
def assert_legal_fixture() -> Callable[..., None]:
    """Return the function `assert_legal(function, rv, spec="3.2")`."""
    return assert_legal


@pytest.fixture
def ckr_probe() -> Callable[..., dict[str, Any]]:
    """Return a function that probes a module in a subprocess: `ckr_probe(module, *options)` returns the report.

    With `-o FILE` the report is also written to the file. Options that print something else than a report fail the test.
    """

    def run(module: str | Path, *options: str | Path | int) -> dict[str, Any]:
        __tracebackhide__ = True
        words, output = _without_output([str(module), *map(str, options)])
        # -P: modules in the folder of the tests must not shadow the standard library.
        command = [sys.executable, "-P", "-m", "ckrtool", "probe", *words]
        command += [] if "--json" in words else ["--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not done.stdout:
            pytest.fail(f"ckr probe ended with status {done.returncode}: {done.stderr.strip()}")
        if not done.stdout.startswith("{"):
            pytest.fail(f"ckr probe printed no report with these options: {' '.join(words[1:])}")
        report: dict[str, Any] = json.loads(done.stdout)
        if output is not None:
            Path(output).write_text(done.stdout, "utf-8")
        return report

    return run


def _without_output(words: list[str]) -> tuple[list[str], str | None]:
    """Return the words without `-o FILE`, and the file: with it, the command prints no report."""
    output = None
    rest: list[str] = []
    each = iter(words)
    for word in each:
        if word in ("-o", "--output"):
            output = next(each, None)
            if output is None:
                rest.append(word)  # the command reports what is missing
        elif word.startswith("--output="):
            output = word.removeprefix("--output=")
        else:
            rest.append(word)
    return rest, output
