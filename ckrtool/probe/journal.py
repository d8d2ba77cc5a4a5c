"""The journal: shared memory in which the worker writes messages and the supervisor reads them.

Messages survive a crash of the worker and a module that closes descriptors. `protocol` defines the format.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os

from ckrtool.probe.protocol import JOURNAL_BYTES, JOURNAL_HEADER, JOURNAL_MAGIC

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Message

# Values of Linux (fcntl.h): Python 3.11 has no name for the last one.
_ADD_SEALS = 1033
_SEAL_SEAL, _SEAL_SHRINK, _SEAL_GROW, _SEAL_FUTURE_WRITE = 0x1, 0x2, 0x4, 0x10

_LONGEST_CALL = 10_000_000  # seconds; a plan never allows more
_LARGEST_MESSAGE = 1 << 20
_RESERVE = 1 << 16  # bytes reserved for the messages that end a sequence and the run


_encode = json.JSONEncoder(
    separators=(",", ":")
).encode  # made once, since json.dumps makes an encoder per message
_NONE = type(None)
_TYPES: dict[str, tuple[type, ...]] = {
    "m": (str,),
    "s": (int,),
    "n": (int, _NONE),
    "i": (list,),
    "k": (str,),
    "f": (str,),
    "a": (dict,),
    "t": (int, float),
    "pin": (bool,),
    "login": (bool,),
    "rv": (int, _NONE),
    "ns": (int,),
    "out": (dict,),
    "room": (dict,),
    "met": (bool, _NONE),
    "bad": (list,),
    "odd": (list,),
    "own": (list,),
    "gone": (list,),
    "child": (bool,),
    "reason": (str, _NONE),
    "detail": (str, _NONE),
    "why": (str,),
    "outcome": (str,),
    "result": (dict,),
    "error": (str,),
}


def well_formed(message: object) -> bool:
    """Return whether the values of a message have the types of the protocol; a message that a module overwrote may have any."""
    if not isinstance(message, dict) or "m" not in message:
        return False
    for key, value in message.items():
        types = _TYPES.get(key)
        if types and not isinstance(value, types):
            return False
    if not 0 <= message.get("t", 0) <= _LONGEST_CALL:  # false for NaN too
        return False
    return not any(isinstance(message.get(key), int) and message[key] < 0 for key in ("s", "n"))


def _seal(fd: int, seals: int) -> None:
    """Add seals to the memory file; do nothing if the system does not support them (not Linux, or before 5.1)."""
    import fcntl

    with contextlib.suppress(OSError):
        fcntl.fcntl(fd, _ADD_SEALS, seals)


def create(mark: str = "") -> int:
    """Create an empty journal of fixed size; return its descriptor, which the caller closes.

    Its name contains the mark, so that a process that has mapped it can be recognised.
    """
    try:
        fd = os.memfd_create(f"ckr-journal-{mark}", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    except (AttributeError, OSError):  # not Linux, or not allowed
        import tempfile

        with tempfile.TemporaryFile() as file:
            fd = os.dup(file.fileno())
    os.truncate(fd, JOURNAL_BYTES)
    os.pwrite(fd, JOURNAL_MAGIC, 0)
    _seal(fd, _SEAL_SHRINK | _SEAL_GROW)
    return fd


class Writer:
    """The worker's end: writes messages and wakes the supervisor.

    The journal is sealed against every write except through this mapping, because `mmap` keeps a descriptor open, and a module may
    write to any open descriptor.

    Only the process that created the writer writes: if a module forks and both processes return, the copy exits at its first message.
    """

    def __init__(self, journal: int, wakeup: int) -> None:
        self._map = mmap.mmap(journal, JOURNAL_BYTES)
        _seal(journal, _SEAL_FUTURE_WRITE | _SEAL_SEAL)
        self._wakeup = wakeup
        self._wakeup_inode = os.fstat(wakeup).st_ino
        self._written = 0
        self._number = 0
        self._process = os.getpid()

    def write(self, message: Message, last: bool = False, wake: bool = True) -> None:
        """Append a message. A message that is too large loses "out" and "a"; a full journal accepts only messages marked `last`.

        Without `wake` the supervisor reads the message when something else wakes it: the mark of a call in the output.
        """
        if os.getpid() != self._process:
            os._exit(0)
        line = self._line(message)
        if len(line) > _LARGEST_MESSAGE:
            line = self._line({**message, "out": {}, "a": {}})
        start = JOURNAL_HEADER + self._written
        if start + len(line) > JOURNAL_BYTES - (0 if last else _RESERVE):
            return
        self._number += 1
        self._map[start : start + len(line)] = line
        self._written += len(line)
        self._map[8:16] = self._written.to_bytes(8, "little")
        if wake:
            self.wake()

    def _line(self, message: Message) -> bytes:
        return _encode({**message, "q": self._number + 1}).encode("ascii") + b"\n"

    def wakeup_is_open(self) -> bool:
        """Return whether the wake-up pipe is still open; a module may have closed it, and its number may be reused."""
        try:
            return os.fstat(self._wakeup).st_ino == self._wakeup_inode
        except OSError:
            return False

    def wake(self) -> None:
        """Wake the supervisor."""
        if self.wakeup_is_open():
            with contextlib.suppress(OSError):
                os.write(self._wakeup, b".")


class Cut(dict[str, object]):
    """A value of which only the beginning is in a message (`length`, `head`); it can be a member of a set, as complete values can."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash((str(self.get("length")), str(self.get("head"))))


def _read_members(members: dict[str, object]) -> dict[str, object]:
    return Cut(members) if members.keys() == {"length", "head"} else members


class Reader:
    """The supervisor's end: returns each message once; `lost` counts messages that the module overwrote before they were read.

    It reads the file instead of mapping it, so that a truncated file gives a short read and not SIGBUS.
    """

    def __init__(self, journal: int) -> None:
        self._file = os.dup(journal)
        self._read = 0
        self._number = 0
        self.lost = 0

    def messages(self) -> list[Message]:
        """Return the messages written since the last call.

        Lines that are not valid messages (the module overwrote them) are left out.
        """
        written = int.from_bytes(os.pread(self._file, 8, 8), "little")
        if not self._read < written <= JOURNAL_BYTES - JOURNAL_HEADER:
            return []
        raw = os.pread(self._file, written - self._read, JOURNAL_HEADER + self._read)
        end = raw.rfind(b"\n") + 1
        self._read += end
        out: list[Message] = []
        for line in raw[:end].split(b"\n"):
            try:
                message = json.loads(line, object_hook=_read_members) if line else None
            except (ValueError, RecursionError):
                continue
            if message is not None and well_formed(message):
                self._count(message.pop("q", None))
                out.append(message)
        return out

    def _count(self, number: object) -> None:
        """Count the messages missing between the last one and the one with this number."""
        if not isinstance(number, int) or number <= self._number:
            self.lost += 1
            return
        self.lost += number - self._number - 1
        self._number = number

    def is_whole(self) -> bool:
        """Return whether the header is as the writer of the last message left it."""
        return os.pread(self._file, JOURNAL_HEADER, 0) == JOURNAL_MAGIC + self._read.to_bytes(8, "little")

    def close(self) -> None:
        """Close the journal and free its memory."""
        os.close(self._file)
