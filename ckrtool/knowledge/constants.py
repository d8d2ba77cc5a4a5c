"""Looks up constants other than return codes, by name and by number: mechanisms, attributes, key types, flags and others."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._tables.families import FAMILIES, MEMBERS

TYPE_CHECKING = False  # `typing` is not imported on the quick path; type checkers know this name
if TYPE_CHECKING:
    from collections.abc import Iterator

RETURN_CODE = "return-code"
"""The family of the CKR_ names, which are in `registry`."""
LONGEST = 100
# The most frequent families, in the order in which the constants with one number are listed.
FIRST = (
    "mechanism",
    "attribute",
    "key-type",
    "object-class",
    "user-type",
    "state",
    "token-flags",
    "mechanism-flags",
)
# Prefixes of a number in the output of tools -> the prefix of the family.
NUMBERED = {"MECHTYPE_0X": "CKM_"}


class Constant:
    """A constant of a `family`: its number, current and older names, and the version of the standard that introduced it.

    `name` and `since` are None for a number without a name in the family.
    """

    __slots__ = ("family", "name", "older", "since", "value")

    def __init__(
        self, family: str, value: int, name: str | None, since: str | None, older: tuple[str, ...] = ()
    ) -> None:
        self.family = family
        self.value = value
        self.name = name
        self.since = since
        self.older = older

    @property
    def kind(self) -> str:
        """Return the noun for a member of the family: `key type`, `token flag`."""
        return kind_of(self.family)

    @property
    def edition(self) -> str | None:
        """Return the version that introduced the constant; the data begin with 2.40, so that one may be earlier."""
        return "2.40 or earlier" if self.since == "2.40" else self.since


def families() -> tuple[str, ...]:
    """Return the ids of all families."""
    return tuple(FAMILIES)


def is_flags(family: str) -> bool:
    """Return whether the members of a family are bits that can be combined."""
    return FAMILIES[family][2]


def kind_of(family: str) -> str:
    """Return the noun for a member of a family: `key type`, `token flag`."""
    return family.replace("-flags", "-flag").replace("-", " ")


def family_of(word: str) -> str | None:
    """Return the id of a family given in any case, in plural or singular, with `_` or `-`, or by its prefix; None if unknown."""
    wanted = word.lower().replace("_", "-").strip("-")
    for family, (_, prefix, _, _) in FAMILIES.items():
        if (
            wanted in (family, family + "s", family.removesuffix("s"))
            or f"{family}s".replace("ys", "ies") == wanted
        ):
            return family
        if wanted.upper() == prefix[:3] and MAIN[prefix] == family:
            return family
    return RETURN_CODE if wanted in (RETURN_CODE, RETURN_CODE + "s", "ckr", "rv", "ck-rv") else None


def members(family: str) -> Iterator[Constant]:
    """Yield the members of a family in the order of their numbers."""
    for value, (name, since, older) in MEMBERS[family].items():
        yield Constant(family, value, name, since, older)


def by_number(family: str, value: int) -> Constant | None:
    """Return the member of a family with this number; None if there is none."""
    row = MEMBERS[family].get(value)
    return None if row is None else Constant(family, value, *row)


def everywhere(value: int) -> tuple[Constant, ...]:
    """Return the constants with this number in all families, the most frequent families first."""
    order = dict.fromkeys((*FIRST, *FAMILIES))
    return tuple(found for family in order if (found := by_number(family, value)) is not None)


def by_name(text: str) -> Constant | None:
    """Return the constant with a name in any case, written with `-` or `_`; None for a name that is not in any header.

    `CKM_0x00001087` and `mechtype-0x1087`, which tools print for unknown mechanisms, give the number of that family.
    """
    upper = _upper(text)
    for start, prefix in (*NUMBERED.items(), *((f"{prefix}0X", prefix) for prefix in MAIN)):
        if upper.startswith(start):
            return _numbered(MAIN[prefix], upper[len(start) :])
    prefix = upper[: upper.find("_") + 1]
    for family, (_, family_prefix, _, _) in FAMILIES.items():
        if family_prefix == prefix:
            for value, (name, since, older) in MEMBERS[family].items():
                if upper == name or upper in older:
                    return Constant(family, value, name, since, older)
    return None


def in_family(family: str, text: str) -> Constant | None:
    """Return the constant of a family with a name, given with or without the prefix (`AES_GCM`, `aes-gcm`); None if unknown."""
    prefix = FAMILIES[family][1]
    upper = _upper(text)
    for full in (upper, prefix + upper):
        found = by_name(full)
        if found is not None and found.family == family:
            return found
    return None


def _numbered(family: str, digits: str) -> Constant | None:
    try:
        value = numerals.normalise(int(digits, 16))
    except ValueError:
        return None
    return by_number(family, value) or Constant(family, value, None, None)


def split(family: str, value: int) -> tuple[tuple[str, ...], int]:
    """Return the names of the flags in a number, lowest bit first, and the bits that have no name."""
    names: list[str] = []
    for bit, (name, _, _) in MEMBERS[family].items():
        if value & bit:
            names.append(name)
            value &= ~bit
    return tuple(names), value


def unprefixed(text: str) -> list[str]:
    """Return the names of the constants that `text` is without their prefix (`SHA256_RSA_PKCS`, `aes-gcm`)."""
    upper = _upper(text)
    found = (by_name(prefix + upper) for prefix in dict.fromkeys(row[1] for row in FAMILIES.values()))
    return [constant.name for constant in found if constant is not None and constant.name is not None]


def nearest(text: str, wanted: tuple[str, ...], most: int = 5) -> list[str]:
    """Return at most `most` names similar to `text` in the families `wanted`; only those with its prefix, if it has one.

    Imports `difflib`.
    """
    from difflib import get_close_matches

    upper = _upper(text)
    if len(upper) > LONGEST:
        return []
    prefix = upper[: upper.find("_") + 1]
    prefixes = {FAMILIES[family][1] for family in wanted}
    if prefix in MAIN:
        prefixes &= {prefix}
        upper = upper.removeprefix(prefix)
    names = {
        name.removeprefix(FAMILIES[family][1]): name
        for family in wanted
        if FAMILIES[family][1] in prefixes
        for current, _, older in MEMBERS[family].values()
        for name in (current, *older)
    }
    return [names[key] for key in get_close_matches(upper, names, n=most, cutoff=0.6)]


def _upper(text: str) -> str:
    return text.upper().replace("-", "_")


def _main() -> dict[str, str]:
    """Return prefix -> the family of a number with that prefix, such as `CKM_0x1087`; flags are left out."""
    found: dict[str, str] = {}
    for family, (_, prefix, flags, rank) in FAMILIES.items():
        if not flags and rank == 1:
            found.setdefault(prefix, family)
    return found


MAIN = _main()
