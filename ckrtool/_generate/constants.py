"""Generates the tables of constants: numbers by name, families by number, and the flags of each structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate import groups
from ckrtool._generate.literal import Hex, module
from ckrtool.schema.forms import VERSIONS

if TYPE_CHECKING:
    from ckrtool._generate.datafiles import Sources

SOURCE = "data/constants (PKCS #11 headers 2.40 errata 1, 3.0, 3.1, 3.2, OASIS)"
PITFALLS = "tuple[tuple[str, str | None], ...]"
MECHANISM_ROW = (
    f"tuple[tuple[str, ...], str | None, str | None, tuple[str, ...] | None, str | None, {PITFALLS}]"
)
ATTRIBUTE_ROW = f"tuple[str, str, str, str, str | None, tuple[str, ...] | None, str, {PITFALLS}]"
MEMBER_ROW = "tuple[str, str, tuple[str, ...]]"


def files(sources: Sources) -> dict[str, str]:
    """Return the text of the tables of constants by their path below `_tables`."""
    return {
        "constants.py": _constants(sources),
        "families.py": _families(sources),
        "mechanisms.py": _mechanisms(sources),
        "attributes.py": _attributes(sources),
        "vendor_constants.py": _vendor_constants(sources),
    }


def numbers(sources: Sources) -> dict[str, int]:
    """Return name -> number, sorted by prefix and number; of several names with one number, the current one comes first."""
    rows: list[tuple[str, int, bool, int, str]] = [
        (name[:4], value, name in family.get("older", ()), family.get("rank", 1), name)
        for family in sources.constants.values()
        for version in VERSIONS
        for name, value in family.get(version, {}).items()
    ]
    rows += [("CKR_", code["value"], False, 1, name) for name, code in sources.codes.items()]
    return {name: value for _, value, _, _, name in sorted(rows)}


def _constants(sources: Sources) -> str:
    named = numbers(sources)
    flags = {
        family["flags_of"]: {
            Hex(value): name
            for version in VERSIONS
            for name, value in family.get(version, {}).items()
            if name not in family.get("older", ())
        }
        for family in sources.constants.values()
        if "flags_of" in family
    }
    kinds = {
        Hex(named[name]): group["kind"]
        for name, group in groups.by_name(sources, "attributes").items()
        if group["kind"] != "bytes"
    }
    return module(
        "Constants of the standard by name; the flags of each structure by bit; attributes that are not byte arrays by kind.",
        SOURCE,
        {
            "CONSTANTS: dict[str, int]": {name: Hex(value) for name, value in named.items()},
            "FLAGS: dict[str, dict[int, str]]": {
                group: dict(sorted(bits.items())) for group, bits in sorted(flags.items())
            },
            "KINDS: dict[int, str]": dict(sorted(kinds.items())),
        },
    )


def _families(sources: Sources) -> str:
    members: dict[str, dict[int, tuple[str, str, tuple[str, ...]]]] = {}
    for key, family in sources.constants.items():
        older = family.get("older", ())
        rows = [
            (value, name in older, name, version)
            for version in VERSIONS
            for name, value in family.get(version, {}).items()
        ]
        found: dict[int, tuple[str, str, tuple[str, ...]]] = {}
        for value, old, name, version in sorted(rows):
            row = found.get(value)
            if row is None:
                found[Hex(value)] = (name, version, ())
            else:  # an older name of the number, which may have been introduced earlier
                assert old, f"{name} has the number of {row[0]} and is not among the older names of {key}"
                found[Hex(value)] = (row[0], min(row[1], version), (*row[2], name))
        members[key] = found
    titles = {
        key: (family["title"], family["prefix"], "flags_of" in family, family.get("rank", 1))
        for key, family in sources.constants.items()
    }
    return module(
        "Families: id -> (title, prefix, whether flags, rank among those of one prefix); members by number: (name, since, older names).",
        SOURCE,
        {
            "FAMILIES: dict[str, tuple[str, str, bool, int]]": titles,
            f"MEMBERS: dict[str, dict[int, {MEMBER_ROW}]]": members,
        },
    )


def _mechanisms(sources: Sources) -> str:
    rows, of = _grouped(
        sources, "mechanisms", ("functions", "parameter", "parameter_note", "key_types", "sizes")
    )
    return module(
        "Mechanisms: (functions, parameter, note on it, key types, sizes, pitfalls) by group; number -> group; structures.",
        "data/mechanisms and data/structures",
        {
            f"GROUPS: tuple[{MECHANISM_ROW}, ...]": rows,
            "OF: dict[int, int]": of,
            "STRUCTURES: dict[str, tuple[tuple[str, str], ...]]": {
                name: tuple((kind, member) for kind, member in members)
                for name, members in sources.structures["parameters"]["structure"].items()
            },
        },
    )


def _attributes(sources: Sources) -> str:
    rows, of = _grouped(
        sources, "attributes", ("type", "meaning", "objects", "set_by", "default", "codes", "sensitive")
    )
    return module(
        "Attributes: (type, meaning, objects, who sets it, default, codes, sensitive, pitfalls) by group; number -> group.",
        "data/attributes",
        {f"GROUPS: tuple[{ATTRIBUTE_ROW}, ...]": rows, "OF: dict[int, int]": of},
    )


def _grouped(
    sources: Sources, kind: str, keys: tuple[str, ...]
) -> tuple[tuple[tuple[object, ...], ...], dict[int, int]]:
    """Return the groups as rows with their pitfalls last, and number -> index of its group."""
    named = numbers(sources)
    rows: list[tuple[object, ...]] = []
    of: dict[int, int] = {}
    index: dict[int, int] = {}
    for name, group in groups.by_name(sources, kind).items():
        if id(group) not in index:
            index[id(group)] = len(rows)
            values = (group.get(key) for key in keys)
            pitfalls = tuple((pit["text"], pit.get("ref")) for pit in group.get("pitfall", ()))
            rows.append((*(tuple(value) if isinstance(value, list) else value for value in values), pitfalls))
        of[Hex(named[name])] = index[id(group)]
    return tuple(rows), dict(sorted(of.items()))


def _vendor_constants(sources: Sources) -> str:
    values: dict[str, dict[int, tuple[tuple[str, str], ...]]] = {}
    names: dict[str, tuple[tuple[str, str, int], ...]] = {}
    ranges: list[tuple[int, int, str]] = []
    for key, vendor in sources.vendor_constants.items():
        ranges += [(Hex(first), Hex(last), key) for first, last in vendor["ranges"]]
        for family, table in vendor["constants"].items():
            for name, value in table.items():
                known = values.setdefault(family, {})
                known[Hex(value)] = (*known.get(value, ()), (key, name))
                names[name] = (*names.get(name, ()), (key, family, Hex(value)))
    return module(
        "Constants of vendors: family -> number -> (vendor, name), ...; name -> (vendor, family, number), ...; ranges; names of vendors.",
        "data/vendor_constants",
        {
            "VALUES: dict[str, dict[int, tuple[tuple[str, str], ...]]]": {
                family: dict(sorted(known.items())) for family, known in sorted(values.items())
            },
            "NAMES: dict[str, tuple[tuple[str, str, int], ...]]": dict(sorted(names.items())),
            "RANGES: tuple[tuple[int, int, str], ...]": tuple(sorted(ranges)),
            "VENDORS: dict[str, str]": {
                key: vendor["name"] for key, vendor in sources.vendor_constants.items()
            },
        },
    )
