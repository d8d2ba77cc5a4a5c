"""Reads the configuration of p11-kit: the modules registered on this host (`*.module` files, pkcs11.conf(5)). Nothing is loaded."""

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
    """A registered module: its name in p11-kit, its absolute path, and the path of its configuration file."""

    name: str
    path: str
    source: str


def folders() -> list[str]:
    """Return the folders of `*.module` files; a file in a later folder overrides a file of the same name in an earlier one."""
    found = list(SYSTEM)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or _user_config_for_root():
        found.append(str(Path(USER).expanduser()))
    return found


def _user_config_for_root() -> bool:
    """Return whether root has a user configuration, which p11-kit reads."""
    return Path(USER).expanduser().is_dir()


def registered(places: list[str], library_folder: str) -> list[Registered]:
    """Return the modules registered in `places`, by name; a relative path is relative to `library_folder`.

    Files that cannot be read, and files without a module (remote, or empty to disable a module), are left out.
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
    """Return the module files of a folder, sorted by name."""
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
