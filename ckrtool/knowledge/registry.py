"""Looks up return codes, functions and vendor codes in the compiled tables; importing it loads one small table."""

from __future__ import annotations

from ckrtool._tables.codes import CODES, HISTORIC, NAMES
from ckrtool.numerals import VENDOR_FIRST, VENDOR_LAST

TYPE_CHECKING = False  # `typing` is not imported on the quick path; type checkers know this name
if TYPE_CHECKING:
    from typing import Final

    from ckrtool.knowledge.vendor_code import VendorCode

SPECS: Final = ("2.40", "3.0", "3.1", "3.2")
CURRENT: Final = "3.2"


class ReturnCode:
    """A return code of a header of the standard: `kind` is "standard" (3.2) or "historic" (an older header only)."""

    __slots__ = ("category", "kind", "name", "retry", "since", "summary", "value")

    def __init__(
        self, value: int, name: str, kind: str, since: str | None, category: str, retry: str, summary: str
    ) -> None:
        self.value = value
        self.name = name
        self.kind = kind
        self.since = since
        self.category = category
        self.retry = retry
        self.summary = summary


class Function:
    """A C_* function: its arguments as (type, name), whether it takes a session and uses a token, and its `effect` on the token."""

    __slots__ = (
        "args",
        "chapter",
        "effect",
        "name",
        "phase",
        "returns_as",
        "since",
        "takes_session",
        "uses_token",
    )

    def __init__(
        self,
        name: str,
        since: str,
        chapter: str,
        args: tuple[tuple[str, str], ...],
        takes_session: bool,
        uses_token: bool,
        phase: str,
        effect: str | None,
        returns_as: str | None,
    ) -> None:
        self.name = name
        self.since = since
        self.chapter = chapter
        self.args = args
        self.takes_session = takes_session
        self.uses_token = uses_token
        self.phase = phase
        self.effect = effect
        self.returns_as = returns_as


def code(value: int) -> ReturnCode | None:
    """Return the code with this value in the standard or in an older header; None if there is none."""
    row = CODES.get(value)
    if row is not None:
        return ReturnCode(value, row[0], "standard", row[1], row[2], row[3], row[4])
    old = HISTORIC.get(value)
    if old is not None:
        return historic(value, old[0], old[1])
    return None


def historic(value: int, name: str, note: str | None) -> ReturnCode:
    """Return a code that only an older header has."""
    return ReturnCode(
        value, name, "historic", None, "legacy", "never", note or "Only in older headers of the standard"
    )


def code_by_name(name: str) -> ReturnCode | None:
    """Return the standard's code with exactly this name, such as `CKR_PIN_LOCKED`; None if there is none."""
    value = NAMES.get(name)
    return None if value is None else code(value)


def codes() -> tuple[ReturnCode, ...]:
    """Return the 105 codes of 3.2 in the order of their values."""
    return tuple(
        ReturnCode(value, row[0], "standard", row[1], row[2], row[3], row[4]) for value, row in CODES.items()
    )


def historic_codes() -> tuple[ReturnCode, ...]:
    """Return the codes that only older headers have, in the order of their values."""
    return tuple(historic(value, name, note) for value, (name, note) in HISTORIC.items())


def kind_of(value: int) -> str:
    """Return "standard", "historic", "vendor" or "undefined" for a value whose sign extension is undone."""
    if value in CODES:
        return "standard"
    if value in HISTORIC:
        return "historic"
    return "vendor" if VENDOR_FIRST <= value <= VENDOR_LAST else "undefined"


def function(name: str) -> Function | None:
    """Return the function with exactly this name, such as `C_Login`; None if there is none."""
    from ckrtool._tables.functions import FUNCTIONS

    row = FUNCTIONS.get(name)
    return None if row is None else Function(name, *row)


def functions() -> tuple[Function, ...]:
    """Return the 104 functions in the order of CK_FUNCTION_LIST_3_2 (68 of 2.40, then those of 3.0, then those of 3.2)."""
    from ckrtool._tables.functions import FUNCTIONS

    return tuple(Function(name, *row) for name, row in FUNCTIONS.items())


def phases() -> list[tuple[str, str]]:
    """Return the name and the phase of each function, in the order of `functions`."""
    from ckrtool._tables.functions import FUNCTIONS

    return [(name, row[5]) for name, row in FUNCTIONS.items()]


def function_name(text: str) -> str | None:
    """Return the standard's spelling of a function's name given in any case; None for other names."""
    from ckrtool._tables.functions import FUNCTIONS

    if text in FUNCTIONS:
        return text
    lowered = text.lower()
    return next((name for name in FUNCTIONS if name.lower() == lowered), None)


def later(since: str | None, spec: str) -> bool:
    """Return whether version `since` is newer than version `spec`; False if it is unknown."""
    return since is not None and since in SPECS and SPECS.index(since) > SPECS.index(spec)


def candidates(value: int) -> tuple[VendorCode, ...]:
    """Return the vendor codes with this value, those with good sources first."""
    from ckrtool._tables.codes import REUSED
    from ckrtool.knowledge import overlay

    rows = overlay.vendor_codes(value=value)
    if value >= VENDOR_FIRST or value in REUSED:
        from ckrtool._tables.vendor_codes import VALUES

        found = VALUES.get(value, ())
        rows = [*(_vendor_code(vendor, name, value, note) for vendor, name, note in found), *rows]
    return tuple(sorted(rows, key=lambda row: row.confidence != "good"))


def candidates_by_name(name: str) -> tuple[VendorCode, ...]:
    """Return the vendor codes with exactly this name, those with good sources first."""
    from ckrtool._tables.vendor_codes import NAMES as VENDOR_NAMES
    from ckrtool._tables.vendor_codes import VALUES
    from ckrtool.knowledge import overlay

    rows = []
    for vendor, value in VENDOR_NAMES.get(name, ()):
        note = next((row[2] for row in VALUES[value] if row[0] == vendor and row[1] == name), None)
        rows.append(_vendor_code(vendor, name, value, note))
    rows += overlay.vendor_codes(name=name)
    return tuple(sorted(rows, key=lambda row: row.confidence != "good"))


def vendor_ids() -> tuple[str, ...]:
    """Return the ids of all catalogued vendors, including those of the overlay."""
    from ckrtool._tables.vendors import VENDORS
    from ckrtool.knowledge import overlay

    return (*VENDORS, *overlay.vendor_ids())


def _vendor_code(vendor: str, name: str, value: int, note: str | None) -> VendorCode:
    from ckrtool._tables.vendors import VENDORS
    from ckrtool.knowledge.vendor_code import VendorCode

    row = VENDORS[vendor]
    return VendorCode(vendor, row[0], name, value, note, row[4], row[5])
