"""A return code as one vendor uses it, with its sources."""

from __future__ import annotations

from ckrtool.numerals import hex_of


class VendorCode:
    """A value as one vendor (or a historic header) uses it, with its sources."""

    __slots__ = ("confidence", "name", "note", "sources", "value", "vendor", "vendor_name")

    def __init__(
        self,
        vendor: str,
        vendor_name: str,
        name: str,
        value: int,
        note: str | None,
        confidence: str,
        sources: tuple[tuple[str, str], ...],
    ) -> None:
        self.vendor = vendor
        self.vendor_name = vendor_name
        self.name = name
        self.value = value
        self.note = note
        self.confidence = confidence
        self.sources = sources

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object of this code in `candidates`."""
        return {
            "vendor": self.vendor,
            "vendor_name": self.vendor_name,
            "name": self.name,
            "value": self.value,
            "hex": hex_of(self.value),
            "note": self.note,
            "confidence": self.confidence,
            "sources": [{"repo": repo, "path": path} for repo, path in self.sources],
        }
