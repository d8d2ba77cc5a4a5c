"""Reads the PIN from its source, late, and no longer than the run may take."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.probe.pin.sources import HINT, Secret, hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.probe.pin.sources import Source

LONGEST = 4096
_MOST_OUTPUT = 64 * 1024
_LOOK_AGAIN = (
    0.05  # seconds between looks at a command that has closed its output, or left it to another process
)


class _TooLateError(Exception):
    """The time for the whole run is over, and the source has not given a PIN."""


def read(
    source: Source, seconds: float | None = None, words: str = "", *, empty: bool = False
) -> Secret | None:
    """Return the PIN, None for a protected path (it is typed at the token).

    `words` are shown to a person before the question. `empty` takes an empty PIN, which most often is a variable that somebody forgot
    to fill, and would cost a try. `seconds` is what is left of --max-time: a command, a named pipe or a
    person may take that long and no longer.
    Raises UsageError or SurroundingsError where the source can't be read or gives nothing.
    """
    if source.kind == "protected-path":
        if not sys.stderr or not sys.stderr.isatty():
            raise UsageError(
                "--pin-source protected-path needs a terminal on stderr",
                "The request to enter the PIN on the keypad is shown there.",
            )
        return None
    try:
        with _within(seconds):
            data = _prompt(words) if source.kind == "prompt" else _READERS[source.kind](source)
    except _TooLateError:
        raise SurroundingsError(
            f"--pin-source {source.kind}: it gave no PIN within --max-time",
            "No login was made.",
        ) from None
    line = data.split(b"\n", 1)[0].removesuffix(b"\r")
    if not line and not empty:
        raise SurroundingsError(
            f"--pin-source {source.kind}: it gave no PIN",
            "Its first line is the PIN; for a token whose PIN is empty add --risk-pin.",
        )
    if len(line) > LONGEST:
        raise SurroundingsError(
            f"--pin-source {source.kind}: far too long for a PIN (over {LONGEST} bytes)",
            "Its first line is the PIN.",
        )
    return Secret(line)


@contextlib.contextmanager
def _within(seconds: float | None) -> Iterator[None]:
    """Raise _TooLateError in whatever the block waits for, once the time is over: open of a named pipe, read, a prompt."""
    if seconds is None:
        yield
        return

    def late(_number: int, _frame: object) -> None:
        raise _TooLateError

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _variable(source: Source) -> bytes:
    hold(source)
    if source.held is None:
        raise UsageError(
            f"--pin-source: the variable {source.rest} is not set", "Export it, or use file: or prompt."
        )
    return source.held.reveal()


def _first_line(descriptor: int) -> bytes:
    """Read up to the first line's end; who writes into a pipe may keep it open."""
    data = b""
    while b"\n" not in data and len(data) <= LONGEST:
        part = os.read(descriptor, LONGEST)
        if not part:
            break
        data += part
    return data


def _file(source: Source) -> bytes:
    path = source.rest
    try:
        descriptor = os.open(Path(path).expanduser(), os.O_RDONLY)
        try:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise SurroundingsError(f"--pin-source: {path} is a folder", HINT)
            return _first_line(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, RuntimeError) as error:  # RuntimeError: ~user without a home
        why = error.strerror if isinstance(error, OSError) else error
        raise SurroundingsError(f"--pin-source: {path}: {why}", HINT) from error


def _descriptor(source: Source) -> bytes:
    number = int(source.rest)
    try:
        data = _first_line(number)
        if number > 2:
            os.close(number)
        else:  # a standard descriptor stays open: the next file to be opened would take its place
            null = os.open(os.devnull, os.O_RDWR)
            os.dup2(null, number)
            os.close(null)
    except OSError as error:
        raise SurroundingsError(
            f"--pin-source: descriptor {number}: {error.strerror}",
            "Open it for the probe, for example 3<file",
        ) from error
    return data


def _command(source: Source) -> bytes:
    """Run the command in our own process group, so that it may ask on the terminal; where that fails, end all it started."""
    try:
        process = subprocess.Popen(source.rest, shell=True, stdout=subprocess.PIPE)  # noqa: S602 - the user's own command line
    except OSError as error:
        raise SurroundingsError(f"--pin-source: cannot run the command: {error.strerror}", HINT) from error
    try:
        data = _output(process)
        status = process.wait()
    except BaseException:  # Ctrl-C too: nothing of it stays behind
        _end(process)
        raise
    finally:
        assert process.stdout
        process.stdout.close()
    if status:
        how = f"ended with status {status}" if status > 0 else f"was ended by signal {-status}"
        raise SurroundingsError(
            f"--pin-source: the command {how}",
            "The first line of its output is the PIN; its error messages are printed above.",
        )
    return data


def _output(process: subprocess.Popen[bytes]) -> bytes:
    """Return what the command prints until it ends, even where a process it started keeps the pipe open."""
    assert process.stdout
    descriptor = process.stdout.fileno()
    data = b""
    while len(data) <= _MOST_OUTPUT:
        if select.select([descriptor], [], [], _LOOK_AGAIN)[0]:
            part = os.read(descriptor, _MOST_OUTPUT)
            if not part:
                return data
            data += part
        elif process.poll() is not None:
            return data
    raise SurroundingsError(
        "--pin-source: the command prints without end", "The first line of its output is the PIN."
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the command and what it started."""
    for pid in [*_descendants(process.pid), process.pid]:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


def _descendants(pid: int) -> list[int]:
    """Return the processes that a process started, and those that they did (Linux)."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            parent = int(entry.read_bytes().rpartition(b")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.parent.name))
    found = children.get(pid, [])
    for one in found:  # grows while it is walked
        found += children.get(one, [])
    return found


def _prompt(words: str) -> bytes:
    import getpass
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "error", getpass.GetPassWarning
            )  # it would show the PIN, or read it from a pipe
            return os.fsencode(getpass.getpass(f"{words}\nUser PIN: " if words else "User PIN: "))
    except (getpass.GetPassWarning, EOFError, OSError):
        raise UsageError(
            "--pin-source prompt needs a terminal", "Use env:, file:, fd: or cmd: where there is none."
        ) from None


def _value(source: Source) -> bytes:
    return os.fsencode(source.rest)


_READERS: dict[str, Callable[[Source], bytes]] = {
    "env": _variable,
    "file": _file,
    "fd": _descriptor,
    "cmd": _command,
    "value": _value,
}
