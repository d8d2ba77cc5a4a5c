"""Reads the PIN from its source, as late as possible and within the time limit of the run."""

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
from ckrtool.probe.pin.sources import HINT, Secret, take_from_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.probe.pin.sources import Source

LONGEST = 4096
_MOST_OUTPUT = 64 * 1024
_LOOK_AGAIN = (
    0.05  # seconds between checks of a command that has closed its output, or left it to another process
)


class _TooLateError(Exception):
    """The time limit of the run expired before the source gave a PIN."""


def read(
    source: Source, seconds: float | None = None, notice: str = "", *, empty: bool = False
) -> Secret | None:
    """Return the PIN, None for a protected path (it is typed on the token's keypad).

    `notice` is shown before the prompt. `empty` allows an empty PIN, which is refused otherwise because it is usually an unset
    variable and would use up a try. `seconds` is the rest of --max-time, the time limit for a command, a named pipe or a person.
    Raises UsageError or SurroundingsError if the source cannot be read or gives nothing.
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
            data = _prompt(notice) if source.kind == "prompt" else _READERS[source.kind](source)
    except _TooLateError:
        raise SurroundingsError(
            f"--pin-source {source.kind}: it gave no PIN within --max-time",
            "No login was made.",
        ) from None
    if source.kind == "prompt":
        _refuse_control_characters(data)
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


def _refuse_control_characters(typed: bytes) -> None:
    """Refuse a typed PIN with a control character: a key such as Backspace that the terminal did not interpret, so the PIN is wrong."""
    text = typed.decode("utf-8", "surrogateescape")
    if any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in text):
        raise SurroundingsError(
            "--pin-source prompt: the PIN contains a control character, for example from Backspace",
            "No login was made. Run the command again and type the PIN without correcting it; `stty erase '^H'` or `stty erase '^?'` "
            "sets the Backspace key of the terminal. For a PIN with such a character use file:.",
        )


@contextlib.contextmanager
def _within(seconds: float | None) -> Iterator[None]:
    """Raise _TooLateError in the block when `seconds` have passed, even in a blocking open, read or prompt."""
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
    take_from_environment(source)
    if source.secret is None:
        raise UsageError(
            f"--pin-source: the variable {source.argument} is not set", "Export it, or use file: or prompt."
        )
    return source.secret.reveal()


def _first_line(descriptor: int) -> bytes:
    """Read up to the end of the first line, since the writer of a pipe may keep it open."""
    data = b""
    while b"\n" not in data and len(data) <= LONGEST:
        part = os.read(descriptor, LONGEST)
        if not part:
            break
        data += part
    return data


def _file(source: Source) -> bytes:
    path = source.argument
    try:
        descriptor = os.open(Path(path).expanduser(), os.O_RDONLY)
        try:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise SurroundingsError(f"--pin-source: {path} is a folder", HINT)
            return _first_line(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, RuntimeError) as error:  # RuntimeError: ~user without a home directory
        why = error.strerror if isinstance(error, OSError) else error
        raise SurroundingsError(f"--pin-source: {path}: {why}", HINT) from error


def _descriptor(source: Source) -> bytes:
    number = int(source.argument)
    try:
        data = _first_line(number)
        if number > 2:
            os.close(number)
        else:  # a standard descriptor stays open, else the next file opened would get its number
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
    """Return the output of the command, run in our process group so that it can use the terminal; on failure kill all it started."""
    try:
        process = subprocess.Popen(source.argument, shell=True, stdout=subprocess.PIPE)  # noqa: S602 - the user's own command line
    except OSError as error:
        raise SurroundingsError(f"--pin-source: cannot run the command: {error.strerror}", HINT) from error
    try:
        data = _output(process)
        status = process.wait()
    except BaseException:  # Ctrl-C too: no process is left running
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
    """Return the output of the command until it ends, even if a process that it started keeps the pipe open."""
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
    """Kill the command and all processes that it started."""
    for pid in [*_descendants(process.pid), process.pid]:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


def _descendants(pid: int) -> list[int]:
    """Return the process IDs of all descendants of a process (Linux)."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            parent = int(entry.read_bytes().rpartition(b")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.parent.name))
    found = children.get(pid, [])
    for descendant in found:  # the list grows during the loop
        found += children.get(descendant, [])
    return found


def _prompt(notice: str) -> bytes:
    import getpass
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "error", getpass.GetPassWarning
            )  # it would show the PIN, or read it from a pipe
            return os.fsencode(getpass.getpass(f"{notice}\nUser PIN: " if notice else "User PIN: "))
    except (getpass.GetPassWarning, EOFError, OSError):
        raise UsageError(
            "--pin-source prompt needs a terminal", "Without a terminal use env:, file:, fd: or cmd:."
        ) from None


def _value(source: Source) -> bytes:
    return os.fsencode(source.argument)


_READERS: dict[str, Callable[[Source], bytes]] = {
    "env": _variable,
    "file": _file,
    "fd": _descriptor,
    "cmd": _command,
    "value": _value,
}
