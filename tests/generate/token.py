"""Where the examples of man pages and the cookbook are run: a SoftHSM token, logs, reports, and `ckr` on the PATH."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, Ran
from tests.tokens import SOFTHSM, make_token

PIN = "648219"
SPY = "C_OpenSession\nReturned:  0 CKR_OK\nsign: C_Sign returned 0x30\nnothing here\nC_Login failed: rv = 0xa0\n"


class Bench:
    """A token with the label ckr-example, a key `signing` that wants its PIN for each use, and a certificate `server`."""

    def __init__(self, folder: Path, module: str) -> None:
        self.folder = folder
        self.module = module
        (folder / "bin").mkdir()
        self.config = Path(make_token(folder, "ckr-example", PIN).env["SOFTHSM2_CONF"])
        wrapper(folder / "bin")
        self._fill()
        self.report = self._probe()

    def _fill(self) -> None:
        """Make the token's objects."""
        tool = [
            "pkcs11-tool",
            "--module",
            self.module,
            "--token-label",
            "ckr-example",
            "--login",
            "--pin",
            PIN,
        ]
        self.run(
            [
                *tool,
                "--keypairgen",
                "--key-type",
                "rsa:2048",
                "--label",
                "signing",
                "--id",
                "01",
                "--always-auth",
            ]
        )
        certificate = str(self.folder / "server.der")
        self.run(
            [
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "/dev/null",
                "-subj",
                "/CN=server",
                "-outform",
                "DER",
                "-out",
                certificate,
            ]
        )
        self.run([*tool, "--write-object", certificate, "--type", "cert", "--label", "server", "--id", "02"])

    def _probe(self) -> dict[str, object]:
        home = self.home(self.folder / "first")
        ran, _ = self.type("ckr probe --module softhsm2 --token ckr-example --json", home, home)
        report: dict[str, object] = json.loads(ran.out)
        return report

    def run(self, command: list[str]) -> None:
        """Run a tool that prepares something."""
        subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "SOFTHSM2_CONF": str(self.config)}
        )

    def home(self, folder: Path) -> Path:
        """Fill and return a home with the files that the examples name; it has no folder, as that of a new user."""
        folder.mkdir(exist_ok=True)
        trace = ROOT / "tests/calls/samples/spy.trace"
        (folder / "spy.log").write_bytes(trace.read_bytes())
        for name in ("app.log", "part1.log", "part2.log"):
            (folder / name).write_text(SPY)
        (folder / "pin").write_text(PIN)
        (folder / "pin").chmod(0o600)
        if hasattr(self, "report"):
            (folder / "probe.json").write_text(json.dumps(self.report))
            changed = (
                json.dumps(self.report).replace('"PKCS 11"', '"PKCS 11 changed"').replace('"CKF_RNG", ', "")
            )
            (folder / "after.json").write_text(changed)
        return folder

    def type(self, command: str, home: Path, folder: Path) -> tuple[Ran, Path]:
        """Run a command line in a shell that stands in `folder`; return what came of it, and where the shell stands then."""
        env = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8", "SOFTHSM2_CONF": str(self.config),
        }  # fmt: skip
        where = home / ".where"
        script = f"{command}\nstatus=$?; pwd > '{where}'; exit $status"
        done = subprocess.run(
            ["sh", "-c", script],
            capture_output=True,
            text=True,
            cwd=folder,
            env=env,
            check=False,
            timeout=120,
        )
        stands = where.read_text().strip()
        where.unlink()
        return Ran(done.returncode, done.stdout, done.stderr), Path(stands)


def wrapper(folder: Path) -> None:
    """Put a `ckr` that runs this checkout into a folder."""
    file = folder / "ckr"
    file.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m ckrtool "$@"\n')
    file.chmod(0o755)


def softhsm() -> str | None:
    """Return SoftHSM's module where everything that the bench needs is installed."""
    if not all(map(shutil.which, ("softhsm2-util", "pkcs11-tool", "openssl"))):
        return None
    return None if SOFTHSM is None else str(SOFTHSM)
