"""The numbers of a vendor file: a code has a `value`, or an `offset` from the file's `base` (`0x80000000|0x4E534350`)."""

from __future__ import annotations

from typing import Any


def base_of(text: str) -> int:
    """Return the number that a `base` such as "0x80000000|0x1230" denotes; raise ValueError for other text."""
    base = 0
    for part in text.split("|"):
        base |= int(part.strip(), 0)
    return base


def value_of(vendor: dict[str, Any], entry: dict[str, Any]) -> int:
    """Return the number of one code of a validated vendor file."""
    if "value" in entry:
        return int(entry["value"])
    return base_of(vendor["base"]) + int(entry["offset"])


def problems(vendor: dict[str, Any]) -> list[str]:
    """Return the problems of the numbers in a vendor file: bases, codes without exactly one number, names with two numbers."""
    found = []
    if "base" in vendor:
        try:
            base_of(str(vendor["base"]))
        except ValueError:
            found.append(f"base {vendor['base']!r} is not a number or numbers joined by |")
    seen: dict[str, object] = {}
    for entry in vendor["code"] if isinstance(vendor["code"], list) else []:
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            continue
        name = entry["name"]
        if ("value" in entry) == ("offset" in entry):
            found.append(f"{name} needs either `value` or `offset`")
        if "offset" in entry and "base" not in vendor:
            found.append(f"{name} has an `offset`, but the file has no `base`")
        number = entry.get("value", entry.get("offset"))
        if seen.setdefault(name, number) != number:
            found.append(f"{name} is defined twice with different numbers")
    return found
