"""The ways of loading a completion that `man ckr-completion` names, other than an installed file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.generate import shell_terminal


@pytest.mark.parametrize(
    ("shell", "start"),
    [
        ("bash", ["source <(ckr completion bash)"]),
        ("bash", ['eval "$(ckr completion bash)"']),
        ("zsh", ["autoload -Uz compinit; compinit -u -D", "source <(ckr completion zsh)"]),
        ("zsh", ["autoload -Uz compinit; compinit -u -D", 'eval "$(ckr completion zsh)"']),
    ],
    ids=["bash source", "bash eval", "zsh source", "zsh eval"],
)
def test_loaded_into_a_running_shell(folder: Path, path: str, shell: str, start: list[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    command = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}[shell]
    quiet = {"bash": shell_terminal.BASH_START, "zsh": shell_terminal.ZSH_START}[shell]
    terminal = shell_terminal.Terminal(command, [*start, quiet], folder, path)
    try:
        assert terminal.completed("ckr explain CKR_PIN_LOC") == ["explain", "CKR_PIN_LOCKED"]
    finally:
        terminal.close()


def test_loaded_by_bash_completion_when_it_is_needed(folder: Path, path: str) -> None:
    if not Path(shell_terminal.BASH_HELPERS).exists():
        pytest.skip("bash-completion is not installed")
    place = folder / ".local/share/bash-completion/completions"
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "completions/bash/ckr", place / "ckr")
    start = [f"source {shell_terminal.BASH_HELPERS}", shell_terminal.BASH_START]
    terminal = shell_terminal.Terminal(["bash", "--norc", "--noprofile", "-i"], start, folder, path)
    try:
        assert terminal.completed("ckr explain CKR_PIN_LOC") == ["explain", "CKR_PIN_LOCKED"]
    finally:
        terminal.close()


def test_piped_into_fish(folder: Path, path: str) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    done = subprocess.run(
        ["fish", "--no-config", "-c", "ckr completion fish | source; complete -C 'ckr explain CKR_PIN_LOC'"],
        capture_output=True,
        text=True,
        check=True,
        env={"HOME": str(folder), "PATH": path, "LC_ALL": "C.UTF-8"},
    )
    assert done.stdout.startswith("CKR_PIN_LOCKED\t")
