"""Resolves the groups of constants that share facts, and checks their names and references."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from ckrtool.schema.forms import VERSIONS
from ckrtool.schema.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool._generate.datafiles import Sources
    from ckrtool.schema.check import Problem

FAMILIES = {"mechanisms": "mechanism", "attributes": "attribute"}
# Constants that mark the start of a range, and are not members of the family.
NO_MEMBERS = ("CKM_VENDOR_DEFINED", "CKA_VENDOR_DEFINED")


def by_name(sources: Sources, kind: str) -> dict[str, dict[str, Any]]:
    """Return current name -> group for the members of a family, in its order; full names take precedence over patterns."""
    groups = [group for file in getattr(sources, kind).values() for group in file["group"]]
    exact = {name: group for group in groups for name in group["names"] if "*" not in name}
    patterns = [(name, group) for group in groups for name in group["names"] if "*" in name]
    found = {}
    for name in _members(sources, kind):
        group = exact.get(name) or next(
            (group for pattern, group in patterns if fnmatchcase(name, pattern)), None
        )
        if group is not None:
            found[name] = group
    return found


def problems(sources: Sources) -> Iterator[Problem]:
    """Yield problems: names unknown to the headers, members with no group or two, and unknown structures, key types and codes."""
    for kind in FAMILIES:
        yield from _of_names(sources, kind)
        yield from _of_references(sources, kind)
    yield from vendor_problems(sources)


def vendor_problems(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each family of vendors' constants that is not in data/constants."""
    for file, vendor in sources.vendor_constants.items():
        for family in vendor["constants"]:
            if family not in sources.constants:
                known = did_you_mean(family, sources.constants)
                key = ("constants", family)
                yield sources.problem(
                    f"vendor_constants/{file}.toml", key, f"is not a family of data/constants{known}"
                )


def _members(sources: Sources, kind: str) -> list[str]:
    family = sources.constants[FAMILIES[kind]]
    names = [name for version in VERSIONS for name in family.get(version, {})]
    return [name for name in names if name not in (*family.get("older", ()), *NO_MEMBERS)]


def _of_names(sources: Sources, kind: str) -> Iterator[Problem]:
    members = _members(sources, kind)
    used: dict[str, str] = {}
    for file, table in getattr(sources, kind).items():
        for number, group in enumerate(table["group"], 1):
            for name in group["names"]:
                hits = [member for member in members if fnmatchcase(member, name)]
                place = (f"{kind}/{file}.toml", ("group", number, "names"))
                if not hits:
                    yield sources.problem(
                        *place, f"{name} is not in data/constants{did_you_mean(name, members)}", name
                    )
                for hit in hits:
                    if used.get(hit) == name or ("*" not in name and hit in used and "*" not in used[hit]):
                        yield sources.problem(*place, f"{hit} is in two groups", name)
                    used[hit] = name
    for member in members:
        if member not in used:
            yield sources.problem(
                f"constants/{FAMILIES[kind]}.toml", (), f"{member} is not in any group of data/{kind}", member
            )


def _of_references(sources: Sources, kind: str) -> Iterator[Problem]:
    structures = sources.structures["parameters"]["structure"]
    keys = [name for version in VERSIONS for name in sources.constants["key-type"].get(version, {})]
    for file, table in getattr(sources, kind).items():
        for number, group in enumerate(table["group"], 1):
            asked = (
                (
                    "parameter",
                    [group["parameter"]] if "parameter" in group else [],
                    structures,
                    "a structure",
                ),
                ("key_types", group.get("key_types", []), keys, "a key type"),
                ("codes", group.get("codes", []), sources.codes, "a code"),
            )
            for key, names, known, what in asked:
                for name in names:
                    if name not in known:
                        where = (f"{kind}/{file}.toml", ("group", number, key))
                        yield sources.problem(
                            *where, f"{name} is not {what}{did_you_mean(name, known)}", name
                        )
