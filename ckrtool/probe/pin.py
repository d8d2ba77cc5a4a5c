"""Where the PIN comes from. It is read late, kept in one object that does not show it, and handed to the supervisor alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from ckrtool.errors import SurroundingsError, UsageError

LONGEST = 4096
FORMS = "env:NAME, file:PATH, fd:N, prompt, cmd:COMMAND or protected-path"
HINT = f"--pin-source takes {FORMS}."


class Secret:
    """A PIN. Neither str nor repr nor a traceback's locals show it."""

    __slots__ = ("_bytes",)

    def __init__(self, data: bytes) -> None:
        self._bytes = data

    def reveal(self) -> bytes:
        """Return the PIN itself, for the one call that needs it."""
        return self._bytes

    def __repr__(self) -> str:
        return "(PIN)"


@dataclass
class Source:
    """A PIN source as given: its kind, and what stands behind the colon."""

    kind: str
    rest: str = ""

    @property
    def interactive(self) -> bool:
        """Return whether a person gives the PIN while the probe waits."""
        return self.kind in ("prompt", "protected-path")


def parse(text: str) -> Source:
    """Return the source that `--pin-source` names; raises UsageError for any other text (which is not shown: it may be a PIN)."""
    kind, colon, rest = text.partition(":")
    if kind in ("prompt", "protected-path") and not colon:
        return Source(kind)
    if kind in ("env", "file", "fd", "cmd") and rest and "\0" not in rest:
        if kind == "fd" and not (rest.isascii() and rest.isdigit() and len(rest) < 8):
            raise UsageError("--pin-source: fd takes a number", HINT)
        return Source(kind, rest)
    raise UsageError(
        "--pin-source: not a source", f"{HINT} A PIN itself is never given there: argv is public."
    )


def of_uri(text: str) -> Source:
    """Return the source that a URI's pin-source names (RFC 7512, 2.4): a file: URI, a path, or one of our own forms."""
    if text.startswith("file:"):
        path = text[5:]
        if path.startswith("//"):
            _, _, path = path[2:].partition("/")
            path = f"/{path}"
        return Source("file", unquote(path))
    if text.startswith("/"):
        return Source("file", text)
    return parse(text)


def read(source: Source) -> Secret | None:
    """Return the PIN, None for a protected path (it is typed at the token).

    Raises UsageError or SurroundingsError where the source can't be read or gives nothing.
    """
    if source.kind == "protected-path":
        if not sys.stderr or not sys.stderr.isatty():
            raise UsageError(
                "--pin-source protected-path needs a terminal on stderr",
                "Somebody has to be told to use the keypad.",
            )
        return None
    data = {
        "env": _variable,
        "file": _file,
        "fd": _descriptor,
        "cmd": _command,
        "prompt": _prompt,
        "value": os.fsencode,
    }[source.kind](source.rest)
    line = data.split(b"\n", 1)[0].removesuffix(b"\r")
    if not line:
        raise SurroundingsError(f"--pin-source {source.kind}: it gave no PIN", "Its first line is the PIN.")
    if len(line) > LONGEST:
        raise SurroundingsError(
            f"--pin-source {source.kind}: far too long for a PIN", "Its first line is the PIN."
        )
    return Secret(line)


def worker_environment(source: Source | None) -> dict[str, str]:
    """Return the workers' environment: ours without the variable that holds the PIN."""
    environment = dict(os.environ)
    if source is not None and source.kind == "env":
        environment.pop(source.rest, None)
    return environment


def _variable(name: str) -> bytes:
    value = os.environb.get(os.fsencode(name))
    if value is None:
        raise UsageError(
            f"--pin-source: the variable {name} is not set", "Export it, or use file: or prompt."
        )
    return value


def _file(path: str) -> bytes:
    try:
        descriptor = os.open(Path(path).expanduser(), os.O_RDONLY | os.O_CLOEXEC)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor
            if stat.S_ISDIR(os.fstat(stream.fileno()).st_mode):
                raise SurroundingsError(f"--pin-source: {path} is a folder", HINT)
            return stream.read(LONGEST + 2)
    except OSError as error:
        raise SurroundingsError(f"--pin-source: {path}: {error.strerror}", HINT) from error


def _descriptor(number: str) -> bytes:
    try:
        with open(int(number), "rb", closefd=False) as stream:
            data = stream.read(LONGEST + 2)
        if int(number) > 2:
            os.close(int(number))
        else:  # a standard descriptor stays open: the next file to be opened would take its place
            os.dup2(os.open(os.devnull, os.O_RDWR), int(number))
    except OSError as error:
        raise SurroundingsError(
            f"--pin-source: descriptor {number}: {error.strerror}", "Open it for the probe: 3<file"
        ) from error
    return data


def _command(command: str) -> bytes:
    try:
        done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, check=False)  # noqa: S602 - the user's own command line
    except OSError as error:
        raise SurroundingsError(f"--pin-source: the command can't be run: {error.strerror}", HINT) from error
    if done.returncode:
        raise SurroundingsError(
            f"--pin-source: the command ended with status {done.returncode}",
            "Its first line of output is the PIN.",
        )
    return done.stdout


def _prompt(_: str) -> bytes:
    import getpass
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "error", getpass.GetPassWarning
            )  # it would show the PIN, or read it from a pipe
            return os.fsencode(getpass.getpass("PIN: "))
    except (getpass.GetPassWarning, EOFError, OSError):
        raise UsageError(
            "--pin-source prompt needs a terminal", "Use env:, file:, fd: or cmd: where there is none."
        ) from None


def given(value: str) -> Source:
    """Return the source of a PIN that stood in a URI (`pin-value`)."""
    return Source("value", value)
