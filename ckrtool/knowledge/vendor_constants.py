"""Looks up vendors' constants other than return codes, by name, number and range: attributes, mechanisms and others."""

from __future__ import annotations

from ckrtool._tables.vendor_constants import NAMES, RANGES, VALUES, VENDORS
from ckrtool.numerals import hex_of


class VendorConstant:
    """A vendor's constant: family, number, name and vendor; `name` is None where only the vendor's range is known."""

    __slots__ = ("family", "name", "value", "vendor", "vendor_name")

    def __init__(self, vendor: str, family: str, value: int, name: str | None) -> None:
        self.vendor = vendor
        self.vendor_name = VENDORS[vendor]
        self.family = family
        self.value = value
        self.name = name

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object of this constant in `candidates`."""
        return {
            "vendor": self.vendor,
            "vendor_name": self.vendor_name,
            "name": self.name,
            "value": self.value,
            "hex": hex_of(self.value),
        }


def by_name(text: str) -> tuple[VendorConstant, ...]:
    """Return the vendors' constants with a name in any case, written with `-` or `_`."""
    upper = text.upper().replace("-", "_")
    return tuple(
        VendorConstant(vendor, family, value, upper) for vendor, family, value in NAMES.get(upper, ())
    )


def by_number(family: str, value: int) -> tuple[VendorConstant, ...]:
    """Return the vendors' constants of a family with this number; if none has a name, the vendors whose range contains it."""
    rows = tuple(
        VendorConstant(vendor, family, value, name) for vendor, name in VALUES.get(family, {}).get(value, ())
    )
    if rows:
        return rows
    return tuple(
        VendorConstant(vendor, family, value, None)
        for first, last, vendor in RANGES
        if first <= value <= last
    )
