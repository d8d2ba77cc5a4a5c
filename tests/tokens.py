"""SoftHSM2 tokens for tests: each in a folder of its own, made by softhsm2-util."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOFTHSM = next(
    (
        path
        for path in map(
            Path,
            (
                "/usr/lib/softhsm/libsofthsm2.so",
                "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                "/usr/lib64/softhsm/libsofthsm2.so",
                "/usr/lib64/pkcs11/libsofthsm2.so",
                "/usr/lib64/libsofthsm2.so",
            ),
        )
        if path.exists()
    ),
    None,
)
PIN = "sesame-4711"
SO_PIN = "87654321"


@dataclass
class Token:
    """A SoftHSM2 token: the module, its folder, and the variables that a program needs to see it; THE_PIN holds its PIN."""

    module: Path
    folder: Path
    env: dict[str, str]
    label: str
    pin: str

    @property
    def environ(self) -> dict[str, str]:
        """Return this process's environment with those variables."""
        return {**os.environ, **self.env}

    def files(self) -> dict[str, bytes]:
        """Return the content of each file in the token's folder but lock files."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.suffix != ".lock"
        }


def make_token(folder: Path, label: str = "probe", pin: str = PIN) -> Token:
    """Make a token below an existing folder and return it; SOFTHSM must not be None."""
    assert SOFTHSM
    (folder / "tokens").mkdir()
    config = folder / "softhsm2.conf"
    config.write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    env = {"SOFTHSM2_CONF": str(config), "THE_PIN": pin}
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", SO_PIN, "--pin", pin],
        check=True,
        capture_output=True,
        env={**os.environ, **env},
    )
    return Token(SOFTHSM, folder, env, label, pin)
