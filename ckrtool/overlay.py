"""The site's own vendors and runbook notes. Where no overlay folder exists this costs a few os.stat calls and imports nothing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.registry import VendorCode


def vendor_codes(value: int | None = None, name: str | None = None) -> list[VendorCode]:
    """Return the site's vendor codes with that value or name."""
    return []


def vendor_ids() -> tuple[str, ...]:
    """Return the ids of the site's own vendors."""
    return ()
