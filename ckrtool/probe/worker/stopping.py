"""Ends the worker between two calls after SIGTERM, because a call that is cut off may leave a damaged token (C_Login of SoftHSM2).

The supervisor sends SIGTERM when the run is interrupted or its time is over, and kills the worker if the call does not return soon. A
service manager may send the signal to all processes at once.
"""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType


class _Received:
    """Whether SIGTERM was received."""

    yes = False


def catch() -> None:
    """Note SIGTERM from now on instead of ending the process. The handler does not interrupt system calls of the module."""
    signal.signal(signal.SIGTERM, _note)
    signal.siginterrupt(signal.SIGTERM, False)


def _note(_number: int, _frame: FrameType | None) -> None:
    _Received.yes = True


def asked() -> bool:
    """Return whether SIGTERM was received."""
    return _Received.yes


def end_if_asked() -> None:
    """End the process by SIGTERM if it was received; called before each call of the module."""
    if _Received.yes:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTERM)
        os._exit(1)  # the signal is blocked
