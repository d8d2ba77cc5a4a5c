"""Fixtures for all tests: `ckr` as a user runs it, in surroundings of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import settings

from tests import fake_module
from tests.tokens import SOFTHSM, Token, make_token

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Signals that are ignored here are ignored by what the tests start too: under nohup, or in the background of a script.
signal.signal(signal.SIGHUP, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).resolve().parent.parent
T = TypeVar("T")


# How many examples a property is tried with. The usual check takes the same ones each time: what turns red is the change at hand.
settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=400, deadline=None, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --nightly."""
    parser.addoption(
        "--nightly", action="store_true", help="also run what the usual check leaves out, and more examples"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Load the profile of hypothesis."""
    config.addinivalue_line("markers", "nightly(why): left out of the usual check; run with --nightly")
    settings.load_profile("nightly" if config.getoption("--nightly") else "ci")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what is for --nightly, with a reason that the summary shows."""
    if config.getoption("--nightly"):
        return
    for item in items:
        for mark in item.iter_markers("nightly"):
            item.add_marker(pytest.mark.skip(reason=f"left out, see --nightly: {mark.args[0]}"))


@dataclass(frozen=True)
class Ran:
    """What a run of `ckr` left behind."""

    status: int
    out: str
    err: str


def when_free(start: Callable[[], T]) -> T:
    """Start a process, when there is one to be had: tests of modules whose copies make copies use up all for a moment."""
    for pause in (0.5, 1, 2, 4):
        try:
            return start()
        except BlockingIOError:
            time.sleep(pause)
    return start()


def run(command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[Any]:
    """Run a process, when there is one to be had."""
    return when_free(lambda: subprocess.run(command, capture_output=True, check=False, **options))


class Ckr:
    """Runs `ckr` as a process: no terminal, no configuration of the host's user."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CONFIG_DIRS": str(home / "site"),
            "XDG_STATE_HOME": str(home / "state"),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }

    def __call__(
        self,
        *arguments: str,
        stdin: bytes | str = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Ran:
        """Run and return status, stdout and stderr as text (undecodable bytes as surrogates)."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = run(
            self.command(arguments),
            input=data,
            env={**self.env, **(env or {})},
            cwd=cwd or self.home,
            timeout=120,
        )
        return Ran(
            done.returncode,
            done.stdout.decode("utf-8", "surrogateescape"),
            done.stderr.decode("utf-8", "surrogateescape"),
        )

    def command(self, arguments: Sequence[str]) -> list[str]:
        """Return the command line of a run."""
        return [sys.executable, "-m", "ckrtool", *arguments]


@pytest.fixture(scope="session")
def fake() -> Path:
    """Return the misbehaving module; what it does wrong is chosen by variables (tests/fake_module)."""
    if fake_module.compiler() is None:
        pytest.skip("no C compiler")
    return fake_module.build()


@pytest.fixture
def token(tmp_path: Path) -> Token:
    """Return a new SoftHSM2 token called `probe`."""
    if SOFTHSM is None:
        pytest.skip("SoftHSM2 is not installed")
    folder = tmp_path / "softhsm"
    folder.mkdir()
    return make_token(folder)


@pytest.fixture(scope="session")
def shared_token(tmp_path_factory: pytest.TempPathFactory) -> Token:
    """Return a SoftHSM2 token called `core` that all tests of a worker share: they leave it as it was."""
    if SOFTHSM is None:
        pytest.skip("SoftHSM2 is not installed")
    return make_token(tmp_path_factory.mktemp("softhsm"), "core")


@pytest.fixture
def ckr(tmp_path: Path) -> Ckr:
    """Return a runner with an empty home."""
    return Ckr(tmp_path)
