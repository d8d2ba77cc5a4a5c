"""Reads the overlay: the site's own vendors, dialects and runbook notes.

`vendors/ID.toml` and `dialects/ID.toml` have the form of the project's data files; `explain` shows `notes/CKR_X.md` as
"your runbook". A file with errors is left out and reported in `problems`; it is never a failure. Without an overlay folder
this module costs a few os.stat calls and imports nothing.
"""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.knowledge.overlay_dialects import SiteDialect
    from ckrtool.knowledge.vendor_code import VendorCode

LARGEST_NOTE = 64 * 1024


class Overlay:
    """The vendors of the overlay with their codes, and the problems of files that could not be used."""

    __slots__ = ("codes", "problems", "vendors")

    def __init__(self) -> None:
        self.vendors: tuple[str, ...] = ()
        self.codes: list[VendorCode] = []
        self.problems: list[str] = []


_loaded: Overlay | None = None
_reported: list[str] = []


def load() -> Overlay:
    """Return the overlay's vendors, which are read once per process."""
    global _loaded  # noqa: PLW0603 - read once per process
    if _loaded is None:
        _loaded = Overlay()
        folders = _existing("vendors")
        if folders:
            from ckrtool.knowledge import overlay_vendors

            _loaded.vendors, _loaded.codes, _loaded.problems = overlay_vendors.read_all(folders)
    return _loaded


def _existing(folder: str) -> list[str]:
    """Return the existing folders of this name in the overlay."""
    from ckrtool.config import locations

    return locations.existing(folder)


def problems() -> list[str]:
    """Return the problems of those overlay files that were read so far; this reads none."""
    return [*(_loaded.problems if _loaded else ()), *_reported]


def report(problems: Iterable[str]) -> None:
    """Add problems that were found when files of the overlay were used."""
    _reported.extend(problems)


def dialects() -> list[SiteDialect]:
    """Return the site's dialects in the order of their files; report those with errors."""
    folders = _existing("dialects")
    if not folders:
        return []
    from ckrtool.knowledge import overlay_dialects

    found, problems = overlay_dialects.read_all(folders)
    report(problems)
    return found


def vendor_codes(value: int | None = None, name: str | None = None) -> list[VendorCode]:
    """Return the site's vendor codes with that value or that name."""
    return [row for row in load().codes if value in (None, row.value) and name in (None, row.name)]


def vendor_ids() -> tuple[str, ...]:
    """Return the ids of the site's own vendors."""
    return load().vendors


def notes(name: str, problems: list[str]) -> list[tuple[str, str]]:
    """Return (path, text) of the site's runbook notes on a code; add those that can't be read to `problems`."""
    found = []
    for folder in _existing("notes"):
        path = f"{folder}/{name}.md"
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a FIFO would block for ever
                problems.append(f"{path} is not a regular file; the note is left out")
                continue
            with open(path, "rb") as stream:  # noqa: PTH123 - pathlib is not on the quick path
                raw = stream.read(LARGEST_NOTE + 1)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(f"{path}: {error.strerror}; the note is left out")
            continue
        if len(raw) > LARGEST_NOTE:
            problems.append(f"{path}: only the first {LARGEST_NOTE} bytes are shown")
        found.append((path, raw[:LARGEST_NOTE].decode("utf-8", "replace").strip()))
    return found
