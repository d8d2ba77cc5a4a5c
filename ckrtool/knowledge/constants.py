"""Constants of the standard that are no return codes: mechanisms, attributes, key types, flags and others, by name and by number."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._tables.families import FAMILIES, MEMBERS

TYPE_CHECKING = False  # `typing` is not imported on the quick path; type checkers know this name
if TYPE_CHECKING:
    from collections.abc import Iterator

RETURN_CODE = "return-code"
"""The family of the CKR_ names, which the registry knows."""
LONGEST = 100
# The families that people meet most, in the order in which a number of several families is told.
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
# Words in front of a number in messages of tools -> the prefix of the family.
NUMBERED = {"MECHTYPE_0X": "CKM_"}


class Constant:
    """A constant: its `family`, current name, number, the edition of the standard that brought it, and older names of the number.

    `name` is None for a number that has none in the family.
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
        """Return what one member of the family is called in a sentence: `key type`, `token flag`."""
        return kind_of(self.family)

    @property
    def edition(self) -> str | None:
        """Return when the constant came; the data begin with 2.40."""
        return "2.40 or earlier" if self.since == "2.40" else self.since


def families() -> tuple[str, ...]:
    """Return the ids of all families."""
    return tuple(FAMILIES)


def is_flags(family: str) -> bool:
    """Return whether the members of a family are bits that are combined."""
    return FAMILIES[family][2]


def kind_of(family: str) -> str:
    """Return what one member of a family is called in a sentence."""
    return family.replace("-flags", "-flag").replace("-", " ")


def family_of(word: str) -> str | None:
    """Return the id of a family that a person named: any case, `_` for `-`, plural or singular, or its prefix; None for others."""
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
    """Return the member of a family with a number; None where it has none."""
    row = MEMBERS[family].get(value)
    return None if row is None else Constant(family, value, *row)


def everywhere(value: int) -> tuple[Constant, ...]:
    """Return the constants of all families with a number, those of the families that people meet most first."""
    order = dict.fromkeys((*FIRST, *FAMILIES))
    return tuple(found for family in order if (found := by_number(family, value)) is not None)


def by_name(text: str) -> Constant | None:
    """Return the constant of a name in any case, with `-` for `_`; None for a name that no header has.

    `CKM_0x00001087` and `mechtype-0x1087`, which tools print where they know no name, are the number in that family.
    """
    upper = _upper(text)
    for mark, prefix in (*NUMBERED.items(), *((f"{prefix}0X", prefix) for prefix in MAIN)):
        if upper.startswith(mark):
            return _numbered(MAIN[prefix], upper[len(mark) :])
    prefix = upper[: upper.find("_") + 1]
    for family, (_, own, _, _) in FAMILIES.items():
        if own == prefix:
            for value, (name, since, older) in MEMBERS[family].items():
                if upper == name or upper in older:
                    return Constant(family, value, name, since, older)
    return None


def in_family(family: str, text: str) -> Constant | None:
    """Return the constant of a family by its name with or without the prefix (`AES_GCM`, `aes-gcm`)."""
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
    """Return the constants whose name without its prefix is a text (`SHA256_RSA_PKCS`, `aes-gcm`)."""
    upper = _upper(text)
    found = (by_name(prefix + upper) for prefix in dict.fromkeys(row[1] for row in FAMILIES.values()))
    return [constant.name for constant in found if constant is not None and constant.name is not None]


def nearest(text: str, wanted: tuple[str, ...], most: int = 5) -> list[str]:
    """Return the nearest names in some families, those of the text's own prefix only; `difflib` is imported only here."""
    from difflib import get_close_matches

    upper = _upper(text)
    if len(upper) > LONGEST:
        return []
    prefix = upper[: upper.find("_") + 1]
    own = {FAMILIES[family][1] for family in wanted}
    if prefix in MAIN:
        own &= {prefix}
        upper = upper.removeprefix(prefix)
    names = {
        name.removeprefix(FAMILIES[family][1]): name
        for family in wanted
        if FAMILIES[family][1] in own
        for current, _, older in MEMBERS[family].values()
        for name in (current, *older)
    }
    return [names[key] for key in get_close_matches(upper, names, n=most, cutoff=0.6)]


def _upper(text: str) -> str:
    return text.upper().replace("-", "_")


def _main() -> dict[str, str]:
    """Return prefix -> the family that a number with that prefix belongs to; flags have none."""
    found: dict[str, str] = {}
    for family, (_, prefix, flags, rank) in FAMILIES.items():
        if not flags and rank == 1:
            found.setdefault(prefix, family)
    return found


MAIN = _main()
