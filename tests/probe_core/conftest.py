"""Modules for the probe's core: the fake one, and a SoftHSM2 with a token of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests import fake_module

SOFTHSM = next(
    (
        path
        for path in map(
            Path,
            (
                "/usr/lib/softhsm/libsofthsm2.so",
                "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                "/usr/lib64/pkcs11/libsofthsm2.so",
                "/usr/lib64/libsofthsm2.so",
            ),
        )
        if path.exists()
    ),
    None,
)


@pytest.fixture(scope="session")
def fake() -> Path:
    if fake_module.compiler() is None:
        pytest.skip("no C compiler")
    return fake_module.build()


class Token:
    """A SoftHSM2 token: the module, its environment, its PIN."""

    def __init__(self, folder: Path) -> None:
        assert SOFTHSM
        self.module = SOFTHSM
        self.pin = "sesame-4711"
        (folder / "tokens").mkdir()
        conf = folder / "softhsm2.conf"
        conf.write_text(
            f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
        )
        self.folder = folder
        self.env = {**os.environ, "SOFTHSM2_CONF": str(conf)}
        command = [
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "core",
            "--so-pin",
            "87654321",
            "--pin",
            self.pin,
        ]
        subprocess.run(command, env=self.env, check=True, capture_output=True)

    def files(self) -> dict[str, bytes]:
        """Everything in the token's folder: none may come or go (the token's own file counts logins)."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.suffix != ".lock"
        }


@pytest.fixture(scope="session")
def softhsm(tmp_path_factory: pytest.TempPathFactory) -> Token:
    if SOFTHSM is None:
        pytest.skip("SoftHSM2 is not installed")
    return Token(tmp_path_factory.mktemp("softhsm"))
