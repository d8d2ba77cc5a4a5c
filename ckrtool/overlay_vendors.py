"""Reads the vendor files of an overlay with the validator of the project's own data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool._tables.vendors import VENDORS
from ckrtool.registry import VendorCode
from ckrtool.render.safe import printable
from ckrtool.schema.check import Problem
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
            if path.stem in VENDORS:
                problems.append(
                    Problem(str(path), "", "has the name of a catalogued vendor; give it another")
                )
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
                    printable(table["name"]),
                    printable(entry["name"]),
                    value_of(table, entry),
                    printable(entry["note"]) if "note" in entry else None,
                    table["confidence"],
                    sources,
                )
                for entry in table["code"]
            ]
