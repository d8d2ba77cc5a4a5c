"""Handles Ctrl-C, SIGTERM and SIGHUP: the run stops, the remaining sequences are skipped, and the report is still written."""

from __future__ import annotations

import contextlib
import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Any, Self

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_DEFAULT = (signal.SIG_DFL, signal.default_int_handler)


class Interruption:
    """Handles signals that ask to end the run; `descriptor` becomes readable with the first one, whose number is `number`.

    A signal that is ignored (nohup) stays ignored. A second Ctrl-C raises KeyboardInterrupt, because a user who types it twice wants
    the prompt back, not the report.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self.descriptor: int | None = None
        self._wakeup: int | None = None
        self._previous_handlers: dict[int, Any] = {}

    @property
    def name(self) -> str:
        """Return the name of the signal that was received, "" if there was none."""
        return "" if self.number is None else signal.Signals(self.number).name

    def __enter__(self) -> Self:
        self.descriptor, self._wakeup = os.pipe()
        os.set_blocking(self._wakeup, False)
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) in _DEFAULT:
                with contextlib.suppress(
                    ValueError
                ):  # not in the main thread, which alone can set signal handlers
                    self._previous_handlers[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._previous_handlers.items():
            signal.signal(number, handler)
        self._previous_handlers.clear()
        for descriptor in (self.descriptor, self._wakeup):
            if descriptor is not None:
                os.close(descriptor)
        self.descriptor = self._wakeup = None

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Restore the previous handlers while a person is asked for input, so that Ctrl-C ends the run there without a report."""
        for number, handler in self._previous_handlers.items():
            signal.signal(number, handler)
        try:
            yield
        finally:
            for number in self._previous_handlers:
                signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGINT and self.number == number:
            raise KeyboardInterrupt
        self.number = self.number or number
        with contextlib.suppress(OSError, TypeError):
            os.write(self._wakeup, b".")  # type: ignore[arg-type]
