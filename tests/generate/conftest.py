"""Shells that tests ask for completions, a token, and a copy of the project to change."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.generate import project as projects
from tests.generate import shell_terminal, token

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file, in which the shells stand; it is their home too, with an alias in the configuration."""
    path = tmp_path_factory.mktemp("shell")
    (path / "app log.txt").write_text("")
    (path / ".config/ckr").mkdir(parents=True)
    (path / ".config/ckr/config.toml").write_text('[module.acme-prod]\npath = "/opt/acme.so"\n')
    return path


@pytest.fixture(scope="module", params=["bash", "bash with bash-completion", "zsh"])
def terminal(request: pytest.FixtureRequest, folder: Path) -> Iterator[shell_terminal.Terminal]:
    """An interactive shell with the completion loaded, and nothing on its PATH: no program can be started."""
    shell = str(request.param).split()[0]
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    helpers = request.param != shell
    if helpers and not Path(shell_terminal.BASH_HELPERS).exists():
        pytest.skip("bash-completion is not installed")
    started = shell_terminal.zsh(folder) if shell == "zsh" else shell_terminal.bash(folder, helpers=helpers)
    started.completed("ckr --vers")  # zsh loads the file now
    started.type("PATH=/nonexistent\n")
    yield started
    started.close()


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> token.Bench:
    """A SoftHSM token and the files that examples name."""
    module = token.softhsm()
    if module is None:
        pytest.skip("softhsm2-util, pkcs11-tool or openssl is not installed")
    return token.Bench(tmp_path_factory.mktemp("bench"), module)


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which `ckr` is this checkout's."""
    folder = tmp_path_factory.mktemp("bin")
    token.wrapper(folder)
    return f"{folder}:{os.environ['PATH']}"


@pytest.fixture
def project(tmp_path: Path) -> projects.Project:
    """A copy of the project that the test may change."""
    return projects.copied(tmp_path)
