"""Looks up the facts about a parsed value: name, kind, category, retry, and the vendors that use it."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool.errors import UsageError
from ckrtool.knowledge import registry
from ckrtool.values.literals import NAME_REST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.vendor_code import VendorCode
    from ckrtool.knowledge.vendor_constants import VendorConstant
    from ckrtool.values.literals import Parsed

UNDEFINED = f"not a return code of PKCS #11 {registry.CURRENT}"
VENDOR = "vendor-defined: the module's vendor says what it means"
SEVERAL = "several vendors use this name with different numbers"
SEVERAL_CODES = "several return codes are in this line"
FUNCTION = "a function of PKCS #11, not a return code"
UNKNOWN = "no header of PKCS #11 and no catalogued vendor uses this name"


class Decoded:
    """The facts about one input. `kind` is standard, historic, vendor, undefined, constant or unknown.

    `value` is None for an unknown name and for a name without a single value; `name` is None for a number without a name.
    `family` is set for constants that are not return codes, `flags` for a number that combines flags.
    """

    __slots__ = (
        "_candidates", "category", "family", "flags", "function", "hints", "input", "kind", "name", "retry", "since", "suggestions",
        "summary", "value", "vendor", "vendor_constants",
    )  # fmt: skip

    def __init__(self, parsed: Parsed) -> None:
        self.input = parsed.text
        self.value = parsed.value
        self.name = parsed.name
        self.vendor = parsed.vendor
        self.function = parsed.function
        self.hints = list(parsed.hints)
        self.suggestions = parsed.suggestions
        self.since: str | None = None
        self.category: str | None = None
        self.retry: str | None = None
        self.family: str | None = None
        self.flags: tuple[str, ...] = ()
        self.vendor_constants: tuple[VendorConstant, ...] = ()
        self.kind = "unknown"
        self.summary = UNKNOWN
        self._candidates: tuple[VendorCode, ...] | None = None

    @property
    def hex(self) -> str | None:
        """Return the value as `0x000000A0`; None where there is no single value."""
        return None if self.value is None else numerals.hex_of(self.value)

    @property
    def candidates(self) -> tuple[VendorCode, ...]:
        """Return the vendor codes with this value; with this name where the name has no single value."""
        if self._candidates is None:
            if self.family is not None:
                self._candidates = ()
            elif self.value is not None:
                self._candidates = registry.candidates(self.value)
            else:
                self._candidates = registry.candidates_by_name(self.name) if self.name else ()
        return self._candidates

    def settle(self, row: VendorCode) -> None:
        """Set the value to one vendor's number for a name that several vendors use; the candidates become those of the number."""
        self.value, self.vendor = row.value, row.vendor
        self._candidates = None

    @property
    def certain(self) -> bool:
        """Return whether a header or the vendor range defines the value; otherwise the exit status is 1."""
        return self.value is not None and self.kind != "undefined"


def decode_any(parsed: Parsed, vendor: str | None = None, family: str | None = None) -> Decoded:
    """Return the facts about a parsed text, which may name another constant than a return code.

    With `family`, an id of `ckrtool.knowledge.constants`, the text is decoded as a constant of that family.
    """
    if family is None and not parsed.constant:
        return decode(parsed, vendor)
    from ckrtool.values import constants

    decoded = Decoded(parsed)
    constants.fill(decoded, family)
    return decoded


def decode(parsed: Parsed, vendor: str | None = None) -> Decoded:
    """Return the facts about a parsed text as a return code; `vendor` (an id) selects one of the vendors that use it."""
    decoded = Decoded(parsed)
    if parsed.unknown:
        if parsed.suggestions:
            decoded.summary = SEVERAL_CODES
        elif registry.function_name(parsed.text) is not None:
            decoded.summary = FUNCTION
        return decoded
    if parsed.value is None or (
        vendor is not None and parsed.name is not None and NAME_REST.issuperset(parsed.text)
    ):
        _pick_by_name(decoded, vendor)
        if decoded.value is None:
            return decoded
    assert decoded.value is not None
    decoded.kind = registry.kind_of(decoded.value)
    code = registry.code(decoded.value)
    if code is not None and (decoded.vendor is None or code.kind == "standard"):
        _fill(decoded, code)
    if code is None or decoded.vendor is not None:
        _fill_vendor(decoded, vendor)
    return decoded


def _fill(decoded: Decoded, code: registry.ReturnCode) -> None:
    """Fill in the facts that the standard's headers give about the value."""
    if decoded.name is not None and decoded.name != code.name:
        decoded.hints.append(
            f"{decoded.name} is the name of an older header or a vendor; PKCS #11 {registry.CURRENT} calls {decoded.hex} {code.name}"
        )
    decoded.name = code.name
    decoded.vendor = None
    decoded.since = code.since
    decoded.category = code.category
    decoded.retry = code.retry
    decoded.summary = code.summary


def _fill_vendor(decoded: Decoded, vendor: str | None) -> None:
    """Fill in the vendor's name for the value where a vendor is selected; otherwise only the candidates name it."""
    decoded.retry = "never"
    decoded.summary = VENDOR if decoded.kind == "vendor" else UNDEFINED
    if decoded.kind == "historic":
        decoded.category = "legacy"
        decoded.summary = "Only in older headers of the standard"
    wanted = vendor or decoded.vendor
    if wanted is None:
        return
    picked = [row for row in decoded.candidates if row.vendor == wanted]
    picked = [row for row in picked if row.name == decoded.name] or picked
    if picked:
        decoded.name, decoded.vendor = picked[0].name, wanted
        decoded.summary = picked[0].note or f"{picked[0].vendor_name}'s own code"
    elif vendor is not None:
        decoded.hints.append(f"{vendor} is not known to use {decoded.hex}")


def _pick_by_name(decoded: Decoded, vendor: str | None) -> None:
    """Set the value to the number that the selected vendor uses for the name, if it does."""
    if decoded.value is None:
        decoded.kind = "vendor"
        decoded.summary = SEVERAL
    for row in registry.candidates_by_name(decoded.name or ""):
        if row.vendor == vendor:
            decoded.settle(row)


def _vendor_hint(word: str, known: tuple[str, ...]) -> str:
    """Return a hint with the nearest vendor and stack for an unknown vendor."""
    from ckrtool.knowledge import stacks
    from ckrtool.schema.nearest import nearest

    near = next((id_ for id_ in sorted(known, key=len) if word.lower() in id_.split("-")), None) or nearest(
        word, known
    )
    stack = stacks.by_word(word)
    hints = [f"did you mean --vendor {near}?"] if near else []
    hints += [f"--stack {stack.id} picks advice for {stack.name}"] if stack else []
    return "; ".join([*hints, f"`ckr list vendors` prints all {len(known)}"])


def _by_short_name(word: str, known: tuple[str, ...]) -> str | None:
    """Return the vendor of the stack with this name (`luna`), else the only vendor whose id contains the word (`gnome`)."""
    from ckrtool.knowledge import stacks

    stack = stacks.by_word(word)
    if stack is not None and stack.vendor in known:
        return stack.vendor
    parts = [id_ for id_ in known if word.lower() in id_.split("-")]
    return parts[0] if len(parts) == 1 else None


def vendor_for(vendor: str | None, module: str | None) -> str | None:
    """Return the vendor id that `--vendor ID` or `--module FILE` selects; None for a module of unknown family.

    Instead of an id, a short name that stands for one vendor is accepted. Raises UsageError for other names.
    """
    if vendor is not None:
        known = registry.vendor_ids()
        if vendor in known:
            return vendor
        if (found := _by_short_name(vendor, known)) is not None:
            return found
        raise UsageError(f"{vendor!a} is not a catalogued vendor", _vendor_hint(vendor, known))
    if module is None:
        return None
    from ckrtool.knowledge import stacks

    profile = stacks.by_name_or_file(module)
    return profile.vendor if profile else None
