"""Ctrl-C while input is read: reading ends between two reads, so that what is known so far can be shown."""

from __future__ import annotations

import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

TOLD = "ckr: interrupted: only what was read until then is counted"


class Reading:
    """Hears SIGINT while input is read. A signal that is ignored (nohup) stays ignored."""

    def __init__(self) -> None:
        self.interrupted = False
        self._waiting = False
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> Self:
        """Hear the signal."""
        if self._before == signal.default_int_handler:
            signal.signal(signal.SIGINT, self._heard)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the signal as it was."""
        signal.signal(signal.SIGINT, self._before)

    def chunks(self, source: Iterator[bytes]) -> Iterator[bytes]:
        """Yield what `source` gives until it ends or the signal comes; no chunk is left half read by who takes them."""
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

    def _heard(self, *_: object) -> None:
        again, self.interrupted = self.interrupted, True
        if again or self._waiting:
            raise KeyboardInterrupt
