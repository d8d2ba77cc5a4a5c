"""Processes that form a ring, in which each sends messages to the next."""

from __future__ import annotations

import marshal
import os
import signal
import sys

from ckrtool._parent import end_with
from ckrtool.errors import SurroundingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, Self

    # The kind of a message and its content, in types that `marshal` writes.
    Message = tuple[str, Any]

LENGTH = 8
"""Number of bytes of the length before a message."""


class Broken(SurroundingsError):
    """A process of the ring has ended before its work was done."""

    def __init__(self) -> None:
        super().__init__(
            "one of the processes that read a large file was killed; the output is incomplete",
            "Was there too little memory? `cat FILE | ckr ...` reads it in one process.",
        )


class OneProcess(Exception):
    """One process is to read the file, because the results of several can't be added up."""


class Ring:
    """A ring of this process, which has number 0, and its children; leaving the context ends these."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._open: set[int] = set()
        self._children: list[int] = []
        self._source = self._target = -1

    def __enter__(self) -> Self:
        """Return the ring."""
        # Where SIGCHLD is ignored, the number of a child that has ended could be given to another process before it is killed.
        self._at_child_end = signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        return self

    def __exit__(self, *_: object) -> None:
        """End the children."""
        self._end()
        signal.signal(signal.SIGCHLD, self._at_child_end)

    def _end(self) -> None:
        for child in self._children:
            os.kill(child, signal.SIGKILL)
        for child in self._children:
            os.waitpid(child, 0)
        self._children.clear()
        self._close_all_but()

    def fork(self, serve: Callable[[int, Ring], None]) -> bool:
        """Start the children; each calls `serve` with its number and the ring, and ends.

        Return False, without any children, if the system cannot create a process or a pipe.
        """
        parent = os.getpid()
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # Ctrl-C finds all children
        try:
            import ctypes  # noqa: F401 - a child may have no descriptor left to import it

            pipes = [self._pipe() for _ in range(self._processes)]
            for number in range(1, self._processes):
                child = os.fork()
                if not child:
                    self._run(serve, number, parent, pipes)
                self._children.append(child)
        except (OSError, ImportError):
            self._end()
            return False
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        self._take(0, pipes)
        return True

    def _pipe(self) -> tuple[int, int]:
        pipe = os.pipe()
        self._open.update(pipe)
        return pipe

    def _run(
        self, serve: Callable[[int, Ring], None], number: int, parent: int, pipes: list[tuple[int, int]]
    ) -> NoReturn:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides
            end_with(parent)
            self._take(number, pipes)
            serve(number, self)
        except (Broken, MemoryError):
            pass  # the first process reports it
        except Exception:  # noqa: BLE001 - a fault of ours is shown as in one process
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(0)

    def _take(self, number: int, pipes: list[tuple[int, int]]) -> None:
        """Keep the pipe from the process before and the one to the next."""
        self._source = pipes[number][0]
        self._target = pipes[(number + 1) % len(pipes)][1]
        self._close_all_but(self._source, self._target)

    def _close_all_but(self, *kept: int) -> None:
        for descriptor in self._open.difference(kept):
            os.close(descriptor)
        self._open = set(kept)

    def send(self, message: Message) -> None:
        """Send a message to the next process."""
        data = marshal.dumps(message)
        view = memoryview(len(data).to_bytes(LENGTH, "big") + data)
        try:
            while view:
                view = view[os.write(self._target, view) :]
        except BrokenPipeError:
            raise Broken from None

    def receive(self) -> Message:
        """Wait for a message from the process before."""
        length = int.from_bytes(self._exactly(LENGTH), "big")
        message: Message = marshal.loads(self._exactly(length))  # noqa: S302 - written by a process of ours
        return message

    def go_round(self, kind: str, item: object) -> list[Any]:
        """Send a message with a list that starts with `item` round; return what comes back, to which each process has added one."""
        if not self._children:
            return [item]
        self.send((kind, [item]))
        while True:
            received, items = self.receive()
            if received == kind:
                made: list[Any] = items
                return made

    def _exactly(self, length: int) -> bytes:
        parts = []
        while length:
            part = os.read(self._source, length)
            if not part:
                raise Broken
            parts.append(part)
            length -= len(part)
        return b"".join(parts)
