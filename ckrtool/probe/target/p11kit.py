"""p11-kit's configuration: which modules this host has registered (`*.module` files, pkcs11.conf(5)). Nothing is loaded."""

from __future__ import annotations

import os
from pathlib import Path

from ckrtool._records import record

SYSTEM = ("/usr/share/p11-kit/modules", "/etc/pkcs11/modules")
USER = "~/.config/pkcs11/modules"
LARGEST = 64 * 1024
MOST = 1000


@record(frozen=True)
class Registered:
    """One registered module: p11-kit's name for it, the file as configured (absolute), and the file that says so."""

    name: str
    path: str
    source: str


def folders() -> list[str]:
    """Return the folders of `*.module` files; a file in a later one stands in for its namesake in an earlier one."""
    found = list(SYSTEM)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or _user_config_for_root():
        found.append(str(Path(USER).expanduser()))
    return found


def _user_config_for_root() -> bool:
    """Return whether root reads a configuration of its own, as p11-kit lets it."""
    return Path(USER).expanduser().is_dir()


def registered(places: list[str], library_folder: str) -> list[Registered]:
    """Return the modules registered in `places`, by name; a relative file is taken from `library_folder`.

    Files that can't be read, and those without a module (remote ones, or blank to switch one off), are left out.
    """
    found: dict[str, Registered] = {}
    for place in places:
        for file in _files(place):
            name = file.name.removesuffix(".module")
            module = _settings(file).get("module")
            if module is None:
                continue
            found.pop(name, None)
            if module:
                found[name] = Registered(name, str(Path(library_folder) / module), str(file))
    return [found[name] for name in sorted(found)]


def _files(place: str) -> list[Path]:
    """Return the module files of a folder in the order of their names."""
    try:
        return sorted(file for file in Path(place).glob("*.module") if file.is_file())[:MOST]
    except OSError:
        return []


def _settings(file: Path) -> dict[str, str]:
    """Return the `name: value` settings of one file."""
    try:
        with file.open("rb") as stream:
            text = stream.read(LARGEST).decode("utf-8", "replace")
    except OSError:
        return {}
    settings = {}
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and not name.lstrip().startswith("#") and "\0" not in value:
            settings[name.strip()] = value.strip()
    return settings
