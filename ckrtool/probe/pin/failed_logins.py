"""Records failed logins in files ("marks"): while a mark exists, no run sends a PIN to that token again.

A mark is written before a worker may call C_Login, and removed if C_Login returned CKR_OK or was never called. So a crash, a hang or
a kill also leaves the mark, and only one of two concurrent runs logs in. A mark contains the path of the module, the serial number of
the token and the time; it never contains the PIN.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from ckrtool.config import locations
from ckrtool.errors import SurroundingsError
from ckrtool.probe.pin.redaction import Redactor
from ckrtool.probe.protocol import RELOGIN_HARMLESS, is_login

FOLDER = "failed-logins"
MARK_HINT = "Failed logins are recorded there, so that no later run repeats one. Set XDG_STATE_HOME to another folder, or add --risk-pin."


class Marks:
    """The marks of one module, identified by its real path."""

    def __init__(self, module: str, folder: str | None = None) -> None:
        self.module = os.path.realpath(module)
        self.folder = Path(folder or locations.state_folder()) / FOLDER
        self.redactor = Redactor(None)

    def prepare(self) -> None:
        """Check, before any PIN is used, that a mark can be written; raise SurroundingsError if not."""
        try:
            self._write_temporary("").unlink()
        except OSError as error:
            raise SurroundingsError(
                f"no mark can be written to {self.folder}: {error.strerror}", MARK_HINT
            ) from error

    def failed_at(self, serial: str | None) -> str | None:
        """Return when a login to the token failed (UTC), None if none did; without a serial number, check all tokens of the module."""
        try:
            paths = [self._path(serial), self._path("")] if serial else sorted(self.folder.glob("*.json"))
            for path in paths:
                mark = self._read(path)
                if mark is not None and mark.get("module") == self.module:
                    return str(mark.get("time", "an unknown time"))
        except OSError:
            return None
        return None

    def reserve(self, serial: str) -> bool:
        """Write the mark before a login; return False if it exists, because a login failed or another run is logging in.

        Raises SurroundingsError if it cannot be written. Of two concurrent runs only one gets True.
        """
        written = None
        try:
            written = self._write_temporary(serial)
            os.link(written, self._path(serial))
        except FileExistsError:
            return False
        except OSError as error:
            raise SurroundingsError(
                f"no mark can be written to {self.folder}: {error.strerror}", MARK_HINT
            ) from error
        finally:
            if written is not None:
                written.unlink(missing_ok=True)
        return True

    def write(self, serial: str) -> None:
        """Write the mark atomically unless it exists; ignore errors, since `prepare` or `reserve` has checked that it can be."""
        with contextlib.suppress(OSError):
            if self._path(serial).exists():
                return
            self._write_temporary(serial).replace(self._path(serial))

    def _write_temporary(self, serial: str) -> Path:
        """Write a mark to a temporary file in the folder of the marks and return its path; delete the file if that fails."""
        mark = {
            "module": self.module,
            "serial": self.redactor.text(serial),
            "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = tempfile.mkstemp(dir=self.folder, suffix=".tmp")
        try:
            with open(descriptor, "w", encoding="ascii") as stream:  # noqa: PTH123 - a descriptor
                json.dump(mark, stream)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)

    def remove(self, serial: str) -> None:
        """Remove the mark after a login that succeeded."""
        for path in {self._path(serial), self._path("")}:
            path.unlink(missing_ok=True)

    def _path(self, serial: str) -> Path:
        key = hashlib.sha256(f"{self.module}\0{serial}".encode("utf-8", "surrogateescape")).hexdigest()
        return self.folder / f"{key[:32]}.json"

    def _read(self, path: Path) -> dict[str, object] | None:
        try:
            mark = json.loads(path.read_bytes()[:65536])
        except (OSError, ValueError, RecursionError):
            return {"module": self.module} if path.exists() else None  # a damaged mark counts as a mark
        return mark if isinstance(mark, dict) else {"module": self.module}


CONTEXT_SPECIFIC = 2  # CKU_CONTEXT_SPECIFIC


class LoginWatch:
    """Watches the messages of the workers: each login writes the mark, and removes it if it used up no PIN try."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.serial = ""
        self.reserved: str | None = None
        self.entered = False
        self.succeeded = False
        self._context = False
        self._refused = False  # from then on the mark stays

    def observe(self, message: dict[str, object]) -> None:
        """Process a message of a worker."""
        if message.get("f") == "C_GetTokenInfo" and message.get("m") == "leave":
            self._note_serial(message)
        if not is_login(message):
            return
        if message.get("m") == "enter":
            self.entered = True
            self._context = self._is_context_specific(message)
            self.marks.write(self.serial)
        elif message.get("m") == "leave" and not self._is_harmless(message.get("rv")):
            self._refused = True
        elif message.get("m") == "leave" and not self._refused:
            self.succeeded = True
            self.marks.remove(self.serial)
            if self.reserved not in (None, self.serial):
                self.marks.remove(self.reserved or "")

    def _is_harmless(self, rv: object) -> bool:
        """Return whether a login used up no PIN try: CKR_OK, and for a repeated one CKR_USER_ALREADY_LOGGED_IN."""
        return rv in RELOGIN_HARMLESS if self.succeeded and not self._context else rv == 0

    def _is_context_specific(self, message: dict[str, object]) -> bool:
        """Return whether a login is CKU_CONTEXT_SPECIFIC, which also uses up a try if the PIN is wrong."""
        given = message.get("a")
        return isinstance(given, dict) and given.get("userType") == CONTEXT_SPECIFIC

    def _note_serial(self, message: dict[str, object]) -> None:
        """Note the serial number of the token that the guard inspected just before the login."""
        output = message.get("out")
        info = output.get("pInfo") if isinstance(output, dict) else None
        if message.get("k") == "guard" and isinstance(info, dict):
            self.serial = str(info.get("serialNumber") or "")
