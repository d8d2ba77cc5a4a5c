"""Reads the vendor files of an overlay with the validator of the project's own data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ckrtool._tables.vendors import VENDORS
from ckrtool.knowledge.vendor_code import VendorCode
from ckrtool.printable import printable
from ckrtool.schema.check import Problem
from ckrtool.schema.forms import VENDOR
from ckrtool.schema.tomlfile import read
from ckrtool.schema.vendorfile import value_of


def read_all(folders: list[str]) -> tuple[tuple[str, ...], list[VendorCode], list[str]]:
    """Return the vendor ids and codes of every usable file, and every problem of the others."""
    ids: list[str] = []
    codes: list[VendorCode] = []
    wrong: list[str] = []
    for folder in folders:
        for path in sorted(Path(folder).glob("*.toml")):
            table, problems = read(path, VENDOR)
            if path.stem in VENDORS:
                problems.append(
                    Problem(str(path), "", "has the name of a catalogued vendor; give it another")
                )
            if table is None or problems:
                wrong += [f"{problem}; the file is left out" for problem in problems]
            else:
                ids.append(path.stem)
                codes += _codes(path, table)
    return tuple(ids), codes, wrong


def _codes(path: Path, table: dict[str, Any]) -> list[VendorCode]:
    """Return the codes of one validated file; control characters in its texts are escaped here, once."""
    sources = tuple((source["repo"], source["path"]) for source in table.get("source", [])) or (
        (str(path), ""),
    )
    return [
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
