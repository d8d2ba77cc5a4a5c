"""Marks of logins that failed: while one is there, no run sends a PIN to that token again.

A mark is made when C_Login is about to be called and taken away when it returned CKR_OK, so that a crash, a hang or a kill
leaves it too. It holds the module's path, the token's serial number and the time; nothing of the PIN.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from ckrtool import places
from ckrtool.errors import SurroundingsError

FOLDER = "failed-logins"


class Marks:
    """The marks of one module (by its real path)."""

    def __init__(self, module: str, folder: str | None = None) -> None:
        self.module = os.path.realpath(module)
        self.folder = Path(folder or places.state_folder()) / FOLDER

    def prepare(self) -> None:
        """Make sure that a mark can be written; raises SurroundingsError where it can't, before any PIN is used."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self.folder):
                pass
        except OSError as error:
            raise SurroundingsError(
                f"no mark can be written to {self.folder}: {error.strerror}",
                "A login that failed is remembered there, so that no later run repeats it. Set XDG_STATE_HOME, or use --risk-pin.",
            ) from error

    def found(self, serial: str | None) -> str | None:
        """Return when a login to that token failed (UTC); with no serial number, to any token of the module."""
        try:
            paths = [self._path(serial), self._path("")] if serial else sorted(self.folder.glob("*.json"))
            for path in paths:
                mark = self._read(path)
                if mark is not None and mark.get("module") == self.module:
                    return str(mark.get("time", "an unknown time"))
        except OSError:
            return None
        return None

    def make(self, serial: str) -> None:
        """Write the mark, whole or not at all; what fails was announced by `prepare`."""
        mark = {
            "module": self.module,
            "serial": serial,
            "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, name = tempfile.mkstemp(dir=self.folder, suffix=".tmp")
            with open(descriptor, "w", encoding="ascii") as stream:  # noqa: PTH123 - a descriptor
                json.dump(mark, stream)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(self._path(serial))
        except OSError:
            return

    def remove(self, serial: str) -> None:
        """Take the mark away: a login has succeeded."""
        for path in {self._path(serial), self._path("")}:
            path.unlink(missing_ok=True)

    def _path(self, serial: str) -> Path:
        key = hashlib.sha256(f"{self.module}\0{serial}".encode("utf-8", "surrogateescape")).hexdigest()
        return self.folder / f"{key[:32]}.json"

    def _read(self, path: Path) -> dict[str, object] | None:
        try:
            mark = json.loads(path.read_bytes()[:65536])
        except (OSError, ValueError, RecursionError):
            return {"module": self.module} if path.exists() else None  # a damaged mark is a mark
        return mark if isinstance(mark, dict) else {"module": self.module}


class LoginWatch:
    """Follows the worker's messages and keeps the mark in step with the first login of the run."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.serial = ""
        self.succeeded = False

    def hear(self, message: dict[str, object], again: bool) -> None:
        """Take a message; `again` tells that its step is a second login, which comes after a success only."""
        if message.get("f") == "C_GetTokenInfo" and message.get("m") == "leave":
            self._learn(message)
        if (
            message.get("f") not in ("C_Login", "C_LoginUser")
            or message.get("k") != "step"
            or again
            or self.succeeded
        ):
            return
        if message.get("m") == "enter":
            self.marks.make(self.serial)
        elif message.get("m") == "leave" and message.get("rv") == 0:
            self.succeeded = True
            self.marks.remove(self.serial)

    def _learn(self, message: dict[str, object]) -> None:
        """Take the serial number of the token that the guard looked at just before the login."""
        output = message.get("out")
        info = output.get("pInfo") if isinstance(output, dict) else None
        if message.get("k") == "guard" and isinstance(info, dict):
            self.serial = str(info.get("serialNumber") or "")
