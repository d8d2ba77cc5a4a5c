"""Reads /proc (Linux), fast enough to see a process that lives for half a millisecond."""

from __future__ import annotations

import contextlib
import os

from ckrtool._records import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDED = (b"Z", b"X")
_MAX_DEPTH = 64


@record(frozen=True, slots=True)
class ProcessInfo:
    """A process at one moment. A module that forks without end makes process IDs repeat within seconds; `identity` does not repeat."""

    pid: int
    group: int
    session: int
    identity: tuple[int, int]
    ended: bool
    first_ended: bool  # its first thread has ended: only the entries of the other threads show its memory


def _read(path: str) -> bytes:
    """Return the content of a file below /proc, b"" if the process is gone or the file cannot be read."""
    try:
        fd = os.open(f"/proc/{path}", os.O_RDONLY)
    except OSError:
        return b""
    parts = []
    try:
        while block := os.read(fd, 65536):
            parts.append(block)
    except OSError:
        return b""
    finally:
        os.close(fd)
    return b"".join(parts)


def _threads(pid: int) -> list[str]:
    with contextlib.suppress(OSError):
        return os.listdir(f"/proc/{pid}/task")  # noqa: PTH208
    return []


def children(pid: int) -> list[int]:
    """Return the children of a process, including those that have ended, the newest last."""
    return [
        int(child) for thread in _threads(pid) for child in _read(f"{pid}/task/{thread}/children").split()
    ]


def descendants(pid: int, depth: int = _MAX_DEPTH) -> Iterator[ProcessInfo]:
    """Iterate over the running descendants of a process."""
    for child in children(pid):
        seen = process_info(child)
        if seen and not seen.ended:
            yield seen
            if depth:
                yield from descendants(child, depth - 1)


def process_info(pid: int) -> ProcessInfo | None:
    """Return the current state of a process, None if it does not exist."""
    words = _read(f"{pid}/stat").rpartition(b") ")[2].split()
    if len(words) < 20:
        return None
    first_ended = words[0] in _ENDED
    return ProcessInfo(
        pid,
        group=int(words[2]),
        session=int(words[3]),
        identity=(pid, int(words[19])),
        ended=first_ended and int(words[17]) < 2,
        first_ended=first_ended,
    )


def _memory_paths(seen: ProcessInfo) -> list[str]:
    """Return the paths below /proc that show the memory of a process."""
    if not seen.first_ended:
        return [str(seen.pid)]
    return [f"{seen.pid}/task/{thread}" for thread in _threads(seen.pid)]


def has_memory(seen: ProcessInfo) -> bool:
    """Return whether a process still has memory; a process that is ending has none by which a copy could be recognised."""
    return any(_read(f"{place}/statm")[:2] not in (b"", b"0 ") for place in _memory_paths(seen))


def has_mark(seen: ProcessInfo, marks: list[bytes]) -> bool:
    """Return whether one of the marks is an argument of a process, or part of the name of a mapping in its memory.

    All users can read the arguments, but only root can read the mappings, since workers are not dumpable.
    """
    for place in _memory_paths(seen):
        words = _read(f"{place}/cmdline").split(b"\0")
        if any(mark in words for mark in marks):
            return True
    for place in _memory_paths(seen):
        maps = _read(f"{place}/maps")
        if any(mark in maps for mark in marks):
            return True
    return False


def name(pid: int) -> str:
    """Return the name of a process, also if it has ended but was not waited for."""
    return _read(f"{pid}/comm").decode("utf-8", "backslashreplace").strip()
