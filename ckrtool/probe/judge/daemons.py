"""Says whether the daemon that a module talks to can be reached, by its socket or by its process."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool.knowledge import stacks
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Members

PCSCD = "ykcs11"  # a profile whose daemon is pcscd
PCSC_LIBRARY = b"libpcsclite"  # as the name of a library that it is linked with, or that it loads itself
LARGEST_SEARCHED = 64 << 20
PATIENCE = 1.0  # seconds for a socket's answer


def findings(name: str, daemon: Members, *, looked_at: bool = False) -> Iterator[Finding]:
    """Yield what is wrong with a daemon: the variable that names its socket names nothing, or it does not run.

    A variable that is set decides where the module looks; with `looked_at` it was reported already where it names nothing. An
    address of another host is not looked at.
    """
    variable = str(daemon.get("variable") or "")
    value = os.environ.get(variable) if variable else None
    check = f"; {daemon['check']}" if daemon.get("check") else ""
    if value:
        path = _path(value)
        down = None if path is None else _silent(path)
        if path is not None and not _exists(path):
            if looked_at:
                return
            title = f"{variable} names no socket that is there"
            detail = f"{variable}={value}: where {name} looks for the daemon {daemon['name']}{check}"
            yield finding("error", "variable-nowhere", title, detail)
        elif down:
            yield _down(name, daemon, f"{variable}={value}: {down}{check}")
        return
    down = _missing(daemon)
    if down is not None:
        yield _down(name, daemon, f"{down}{check}")


def of_cards(libraries: list[str]) -> Members | None:
    """Return the facts of pcscd where a module of no known family uses it: a library loaded with it names that of PC/SC."""
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
    return finding("error", "daemon-down", f"{name}: the daemon {daemon['name']} does not run", detail)


def _path(value: str) -> str | None:
    """Return the path in a socket's address ("/run/...", "unix:path=/run/..."); None for one that is no path."""
    text = (
        value.partition("unix:path=")[2].partition(";")[0].partition(",")[0]
        if "unix:path=" in value
        else value
    )
    return text if text.startswith("/") and "\0" not in text else None


def _missing(daemon: Members) -> str | None:
    """Return what of a daemon is not there: none of its sockets (they move with the release), or no process of its name."""
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
    """Return why nothing listens at a socket; None where something does, or that can't be told (no rights, another kind)."""
    try:
        if not stat.S_ISSOCK(Path(path).stat().st_mode):
            return None
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
            asked.settimeout(PATIENCE)
            asked.connect(path)
    except ConnectionRefusedError:
        return f"nothing listens at the socket {path}"
    except (OSError, ValueError):
        return None
    return None


def _running(name: str) -> bool:
    """Return whether a process of that name runs; True where that can't be seen."""
    try:
        names = {
            entry.joinpath("comm").read_text("utf-8", "replace").strip()
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit()
        }
    except OSError:
        return True
    return not names or name[:15] in names
