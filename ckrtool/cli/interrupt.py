"""Ctrl-C while input is read: stop between two reads, so that the results so far can be shown."""

from __future__ import annotations

import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

NOTICE = "ckr: interrupted; the summary covers only the input read so far"


class Reading:
    """Context manager that handles SIGINT while input is read. A signal that is ignored (nohup) stays ignored."""

    def __init__(self) -> None:
        self.interrupted = False
        self._waiting = False
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> Self:
        """Install the handler of SIGINT."""
        if self._before == signal.default_int_handler:
            signal.signal(signal.SIGINT, self._on_sigint)
        return self

    def __exit__(self, *_: object) -> None:
        """Restore the previous handler."""
        signal.signal(signal.SIGINT, self._before)

    def chunks(self, source: Iterator[bytes]) -> Iterator[bytes]:
        """Yield the chunks of `source` until it ends or SIGINT is received; the caller processes each chunk completely."""
        while not self.interrupted:
            try:
                self._waiting = True
                chunk = next(source, None)
                self._waiting = False
            except KeyboardInterrupt:
                self._waiting = False
                return
            if chunk is None:
                return
            yield chunk

    def _on_sigint(self, *_: object) -> None:
        second, self.interrupted = self.interrupted, True
        if second or self._waiting:
            raise KeyboardInterrupt
