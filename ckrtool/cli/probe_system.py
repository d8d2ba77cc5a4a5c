"""The operating systems that `ckr probe` supports: workers are forked, which Windows cannot do."""

from __future__ import annotations

import os

from ckrtool.errors import SurroundingsError


def expect_probe_system() -> None:
    """Raise SurroundingsError unless modules can be probed on this operating system."""
    if not hasattr(os, "fork"):
        raise SurroundingsError("probe runs on Linux and macOS only; every other command works here")
