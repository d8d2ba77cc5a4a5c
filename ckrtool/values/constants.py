"""Decodes constants that are not return codes: names such as CKM_AES_GCM, and any text with `decode --as FAMILY`."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool.knowledge import constants
from ckrtool.values import literals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.values.decoder import Decoded

KIND = "constant"
UNKNOWN = "no header of PKCS #11 has this name"


def fill(decoded: Decoded, family: str | None) -> None:
    """Fill in the facts about a constant's name, or about a name or number of `family`."""
    if family is not None:
        _fill_as(decoded, family)
        return
    found = constants.by_name(decoded.input)
    if found is None:
        _fill_vendor_name(decoded)
    else:
        _fill(decoded, found)


def _fill_vendor_name(decoded: Decoded) -> None:
    """Fill in the facts about a name that only a vendor uses."""
    from ckrtool.knowledge import vendor_constants

    rows = vendor_constants.by_name(decoded.input.strip(literals.BLANKS))
    if not rows:
        decoded.summary = UNKNOWN
        return
    _fill(decoded, constants.Constant(rows[0].family, rows[0].value, None, None))


def _fill_as(decoded: Decoded, family: str) -> None:
    """Fill in the facts about a text of `family`: a number, a combination of flags, or a name with or without the prefix."""
    decoded.hints.clear()
    value = decoded.value
    found = constants.in_family(family, decoded.input)
    if found is None and (value is None or decoded.name is not None):
        decoded.summary = f"no {constants.kind_of(family)} has this name"
        other = constants.by_name(decoded.input)
        if other is not None:
            decoded.hints.append(f"{other.name} is in another family: {other.family}")
        decoded.value = decoded.name = decoded.vendor = None
        decoded.family = family
        return
    if found is None:
        assert value is not None
        found = constants.by_number(family, value)
        if found is None and constants.is_flags(family):
            _fill_flags(decoded, family)
            return
        found = found or constants.Constant(family, value, None, None)
    _fill(decoded, found)


def _fill(decoded: Decoded, found: constants.Constant) -> None:
    decoded.kind, decoded.family = KIND, found.family
    decoded.value, decoded.since = found.value, found.since
    written = decoded.input.strip(literals.BLANKS).upper().replace("-", "_")
    decoded.name = written if written in found.older else found.name
    decoded.vendor = decoded.category = decoded.retry = None
    if found.name is None:
        if _fill_vendor_number(decoded, found):
            return
        in_range = found.value >= numerals.VENDOR_FIRST
        decoded.kind = "vendor" if in_range else "undefined"
        decoded.summary = (
            f"vendor-defined {found.kind}: the module's vendor says what it means"
            if in_range
            else f"not a {found.kind} of PKCS #11"
        )
        return
    note = f"; also {', '.join(found.older)}" if found.older else ""
    if decoded.name != found.name:
        note = f"; the current name is {found.name}"
    decoded.summary = f"{found.kind}, since {found.edition}{note}"
    if constants.is_flags(found.family):
        decoded.flags = (found.name,)


def _fill_vendor_number(decoded: Decoded, found: constants.Constant) -> bool:
    """Fill in the vendors that use a number of the vendor range; return False where none is known."""
    from ckrtool.knowledge import vendor_constants

    rows = vendor_constants.by_number(found.family, found.value)
    if not rows:
        return False
    decoded.kind = "vendor"
    decoded.vendor_constants = rows
    names = {row.name for row in rows}
    if len(rows) == 1 or len(names) == 1:
        decoded.name, decoded.vendor = rows[0].name, rows[0].vendor
    owners = ", ".join(row.vendor_name for row in rows)
    kind = f"{found.kind} of" if decoded.name else f"{found.kind} in the range of"
    decoded.summary = f"{kind} {owners}"
    return True


def _fill_flags(decoded: Decoded, family: str) -> None:
    """Fill in the flags that a number combines; bits without a name make it undefined."""
    assert decoded.value is not None
    decoded.flags, rest = constants.split(family, decoded.value)
    decoded.kind, decoded.family = KIND, family
    decoded.vendor = decoded.category = decoded.retry = None
    decoded.name = " | ".join(decoded.flags) or None
    count = len(decoded.flags)
    decoded.summary = (
        f"{count} {constants.kind_of(family)}{'' if count == 1 else 's'}" if count else "no flag is set"
    )
    if rest:
        decoded.kind = "undefined"
        decoded.name = " | ".join([*decoded.flags, numerals.hex_of(rest)])
        decoded.summary += f"; {numerals.hex_of(rest)} is not a {constants.kind_of(family)}"


def suggestions(text: str, family: str | None) -> list[str]:
    """Return the names of the constants nearest to an unknown name; [] for a text that resembles a return code more."""
    if family is not None:
        return constants.nearest(text, (family,))
    if literals.is_constant(text):
        found = constants.by_name(text)
        return [found.name] if found and found.name else constants.nearest(text, constants.families())
    return constants.unprefixed(text)


def family_for(word: str) -> str | None:
    """Return the id of the family that `--as WORD` names; None for return codes.

    Raises UsageError, with the nearest family, for an unknown one.
    """
    family = constants.family_of(word)
    if family is None:
        from ckrtool.errors import UsageError
        from ckrtool.schema.nearest import did_you_mean

        known = (*constants.families(), constants.RETURN_CODE)
        raise UsageError(
            f"{word!a} is not a family of constants{did_you_mean(word, known)}",
            f"families: {', '.join(sorted(known))}",
        )
    return None if family == constants.RETURN_CODE else family
