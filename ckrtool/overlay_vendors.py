"""Reads the vendor files of an overlay with the validator of the project's own data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool.registry import VendorCode
from ckrtool.schema.forms import VENDOR
from ckrtool.schema.tomlfile import read
from ckrtool.schema.vendorfile import value_of

if TYPE_CHECKING:
    from ckrtool.overlay import Overlay


def read_into(overlay: Overlay, folders: list[str]) -> None:
    """Add the vendors of every usable file to `overlay`; name every problem of the others."""
    for folder in folders:
        for path in sorted(Path(folder).glob("*.toml")):
            table, problems = read(path, VENDOR)
            if table is None or problems:
                overlay.problems += [f"{problem}; the file is left out" for problem in problems]
                continue
            sources = tuple((source["repo"], source["path"]) for source in table.get("source", [])) or (
                (str(path), ""),
            )
            overlay.vendors = (*overlay.vendors, path.stem)
            overlay.codes += [
                VendorCode(
                    path.stem,
                    table["name"],
                    entry["name"],
                    value_of(table, entry),
                    entry.get("note"),
                    table["confidence"],
                    sources,
                )
                for entry in table["code"]
            ]
