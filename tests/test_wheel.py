"""The wheel: what is in it, and that it works where it is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SHARED = {
    "share/bash-completion/completions/ckr": "completions/bash/ckr",
    "share/zsh/site-functions/_ckr": "completions/zsh/_ckr",
    "share/fish/vendor_completions.d/ckr.fish": "completions/fish/ckr.fish",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as `pip install .` builds it; skipped where hatchling can be had from nowhere."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--quiet",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=quiet())
    if done.returncode:
        no_network(done.stderr)
    (made,) = folder.glob("*.whl")
    return made


def quiet() -> dict[str, str]:
    """Return an environment in which pip asks nothing and waits for nothing."""
    return {
        **os.environ,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_RETRIES": "0",
        "PIP_TIMEOUT": "10",
        "PIP_NO_INPUT": "1",
    }


def no_network(error: str) -> None:
    """Skip where pip failed for want of an index; anything else is a failure."""
    wanting = (
        "No matching distribution found",
        "Could not find a version",
        "ConnectionError",
        "Failed to establish",
        "No module named pip",
    )
    if any(word in error for word in wanting):
        pytest.skip(f"no package index can be reached: {error.strip().splitlines()[-1]}")
    pytest.fail(error)


def names(wheel: Path) -> set[str]:
    """Return what is in the wheel."""
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_every_module_and_no_generator(wheel: Path) -> None:
    inside = names(wheel)
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ckrtool").rglob("*")
        if path.is_file() and not {"_generate", "__pycache__"} & set(path.parts)
    }
    assert ours <= inside
    assert not [
        name for name in inside if "_generate" in name or name.startswith("tests") or "__pycache__" in name
    ]
    assert "ckrtool/py.typed" in inside


def test_licence_and_notice(wheel: Path) -> None:
    inside = names(wheel)
    assert [name for name in inside if re.search(r"\.dist-info/licenses/LICENSE$", name)]
    assert [name for name in inside if re.search(r"\.dist-info/licenses/.*NOTICE\.md$", name)]


def test_man_pages_and_completions_go_to_share(wheel: Path) -> None:
    wanted = {
        f"share/man/{path.parent.name}/{path.name}": f"man/{path.parent.name}/{path.name}"
        for path in (ROOT / "man").rglob("ckr*.[1-9]")
    } | SHARED
    with zipfile.ZipFile(wheel) as opened:
        shared = {
            name.partition(".data/data/")[2]: opened.read(name)
            for name in opened.namelist()
            if ".data/data/" in name
        }
    assert set(shared) == set(wanted), (
        "list every page of man/ in pyproject.toml, [tool.hatch.build.targets.wheel.shared-data]"
    )
    for name, source in wanted.items():
        assert shared[name] == (ROOT / source).read_bytes()


def test_installed_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv/bin/python"
    done = subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", str(wheel)],
        capture_output=True,
        text=True,
        check=False,
        env=quiet(),
    )
    if done.returncode:
        no_network(done.stderr)
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    ckr = str(tmp_path / "venv/bin/ckr")
    ran = subprocess.run(
        [ckr, "decode", "0xA0", "--json"], capture_output=True, text=True, check=True, env=env
    )
    assert json.loads(ran.stdout)["name"] == "CKR_PIN_INCORRECT"
    ran = subprocess.run([ckr, "list", "codes", "--csv"], capture_output=True, text=True, check=True, env=env)
    assert len(ran.stdout.splitlines()) > 105
    versions = json.loads(
        subprocess.run([ckr, "--version", "--json"], capture_output=True, check=True, env=env).stdout
    )
    absent = {name for name, version in versions["dependencies"].items() if version is None}
    assert absent == {"hyperscan"}, "what the extra `fast` brings"
    completed = subprocess.run([ckr, "completion", "bash"], capture_output=True, check=True, env=env).stdout
    assert (tmp_path / "venv/share/bash-completion/completions/ckr").read_bytes() == completed
    assert (tmp_path / "venv/share/man/man1/ckr.1").exists()
    assert (tmp_path / "venv/share/man/man5/ckr-sequence.5").exists()
