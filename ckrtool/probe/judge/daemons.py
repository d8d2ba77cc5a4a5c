"""Findings on the daemon that a module connects to: whether its socket accepts connections, or its process exists."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool.knowledge import stacks
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Members

PCSCD = "ykcs11"  # a profile whose daemon is pcscd
PCSC_LIBRARY = b"libpcsclite"  # found in a module that is linked with it or loads it with dlopen
LARGEST_SEARCHED = 64 << 20
CONNECT_TIMEOUT = 1.0  # seconds


def findings(name: str, daemon: Members, *, variable_checked: bool = False) -> Iterator[Finding]:
    """Yield a finding if a daemon is not running, or the variable for its socket names a file that does not exist.

    A variable that is set decides where the module looks; with `variable_checked` a missing file was reported already. The
    address of another host is not checked.
    """
    variable = str(daemon.get("variable") or "")
    value = os.environ.get(variable) if variable else None
    check = f"; {daemon['check']}" if daemon.get("check") else ""
    if value:
        path = _path(value)
        down = None if path is None else _silent(path)
        if path is not None and not _exists(path):
            if variable_checked:
                return
            title = f"{variable} names a socket that does not exist"
            detail = f"{variable}={value}: where {name} looks for the daemon {daemon['name']}{check}"
            yield finding("error", "variable-nowhere", title, detail)
        elif down:
            yield _down(name, daemon, f"{variable}={value}: {down}{check}")
        return
    down = _missing(daemon)
    if down is not None:
        yield _down(name, daemon, f"{down}{check}")


def of_cards(libraries: list[str]) -> Members | None:
    """Return the facts of pcscd if one of the module's loaded libraries refers to PC/SC; None otherwise. For unknown modules."""
    if not any(map(_names_pcsc, libraries)):
        return None
    profile = stacks.profile(PCSCD)
    daemon = profile.facts.get("daemon") if profile else None
    return {**daemon, "check": "systemctl status pcscd.socket pcscd"} if isinstance(daemon, dict) else None


def _names_pcsc(path: str) -> bool:
    try:
        with Path(path).open("rb") as stream:
            return PCSC_LIBRARY in stream.read(LARGEST_SEARCHED)
    except (OSError, ValueError):
        return False


def _down(name: str, daemon: Members, detail: str) -> Finding:
    return finding("error", "daemon-down", f"{name}: the daemon {daemon['name']} is not running", detail)


def _path(value: str) -> str | None:
    """Return the path in a socket's address ("/run/...", "unix:path=/run/..."); None if the address is not a path."""
    text = (
        value.partition("unix:path=")[2].partition(";")[0].partition(",")[0]
        if "unix:path=" in value
        else value
    )
    return text if text.startswith("/") and "\0" not in text else None


def _missing(daemon: Members) -> str | None:
    """Return why a daemon seems to be down: no socket in any of its known places, or no process of its name; None if it is up."""
    known = [
        os.path.expanduser(os.path.expandvars(str(path)))  # noqa: PTH111 - Path's raises where there is no home
        for path in daemon.get("sockets", ())
    ]
    sockets = [path for path in known if "$" not in path]
    there = [path for path in sockets if _exists(path)]
    silent = [_silent(path) for path in there]
    if there and None in silent:
        return None
    process = daemon.get("process")
    if isinstance(process, str) and _running(process):
        return None
    if there:
        return silent[0]
    if sockets:
        return f"no socket {' or '.join(sockets)}"
    return f"no process {process}" if isinstance(process, str) else None


def _exists(path: str) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - never raises


def _silent(path: str) -> str | None:
    """Return why a connection to a socket is refused; None if a process listens or that is unknown (permissions, other kinds)."""
    import socket

    try:
        if not stat.S_ISSOCK(Path(path).stat().st_mode):
            return None
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
            client.settimeout(CONNECT_TIMEOUT)
            client.connect(path)
    except ConnectionRefusedError:
        return f"no process listens on the socket {path}"
    except (OSError, ValueError):
        return None
    return None


def _running(name: str) -> bool:
    """Return whether a process of that name exists; True if /proc can't be read."""
    try:
        names = {
            entry.joinpath("comm").read_text("utf-8", "replace").strip()
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit()
        }
    except OSError:
        return True
    return not names or name[:15] in names
