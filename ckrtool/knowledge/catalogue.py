"""The contents of the compiled tables as rows for `ckr list`."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._tables.vendor_codes import VALUES
from ckrtool._tables.vendors import VENDORS
from ckrtool.knowledge import constant_details, constants, legality, overlay, registry, stacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, object]


def codes() -> list[Row]:
    """Return the 105 codes of 3.2, then those that only older headers have."""
    return [
        {
            "value": code.value, "hex": numerals.hex_of(code.value), "name": code.name, "kind": code.kind, "since": code.since,
            "category": code.category, "retry": code.retry, "summary": code.summary,
        }
        for code in (*registry.codes(), *registry.historic_codes())
    ]  # fmt: skip


def functions() -> list[Row]:
    """Return the 104 functions in header order."""
    return [
        {
            "name": function.name,
            "since": since_of(function.since),
            "chapter": function.chapter,
            "args": [f"{kind} {name}" for kind, name in function.args],
            "takes_session": function.takes_session,
            "uses_token": function.uses_token,
            "phase": function.phase,
        }
        for function in registry.functions()
    ]


def since_of(version: str) -> str:
    """Return the version that introduced a function; the data begin with 2.40, so that one may be earlier."""
    return "2.40 or earlier" if version == "2.40" else version


def _vendors() -> list[Row]:
    """Return the catalogued vendors, with the number and the sources of their codes."""
    counts: dict[str, int] = {}
    for rows in VALUES.values():
        for vendor, _, _ in rows:
            counts[vendor] = counts.get(vendor, 0) + 1
    return [
        {
            "id": key, "name": row[0], "codes": counts.get(key, 0), "confidence": row[4], "base": row[2], "products": list(row[1]),
            "how_to_recognise": row[3], "sources": [f"{repo}: {path}" for repo, path in row[5]],
        }
        for key, row in VENDORS.items()
    ]  # fmt: skip


def vendors() -> list[Row]:
    """Return the catalogued vendors and those of the site's overlay."""
    return [*_vendors(), *_overlay_vendors()]


def _overlay_vendors() -> list[Row]:
    """Return the vendors of the site's overlay."""
    codes = overlay.load().codes
    return [
        {
            "id": key, "name": next(row.vendor_name for row in codes if row.vendor == key),
            "codes": len([row for row in codes if row.vendor == key]),
            "confidence": next(row.confidence for row in codes if row.vendor == key),
            "base": None, "products": [], "how_to_recognise": "from the site's overlay",
            "sources": [f"{repo}: {path}" for repo, path in next(row.sources for row in codes if row.vendor == key)],
        }
        for key in overlay.vendor_ids()
    ]  # fmt: skip


def stack_rows() -> list[Row]:
    """Return the module families and client stacks that have a profile."""
    profiles = [profile for key in stacks.ids() if (profile := stacks.profile(key)) is not None]
    return [
        {
            "id": profile.id,
            "name": profile.name,
            "kind": profile.kind,
            "files": list(profile.many("files")),
            "aliases": list(profile.many("aliases")),
        }
        for profile in profiles
    ]


def categories() -> list[Row]:
    """Return the categories with the codes in each."""
    found: dict[str, list[str]] = {}
    for code in registry.codes():
        found.setdefault(code.category, []).append(code.name)
    return [{"category": name, "count": len(names), "codes": names} for name, names in sorted(found.items())]


def contradictions() -> list[Row]:
    """Return the pairs of function and code that the function's own list allows and another passage rules out."""
    return [
        {
            "function": function, "name": _name(value), "value": value, "hex": numerals.hex_of(value),
            "listed_by": f"{function}'s own list of return values", "section": passage.section, "text": passage.text,
        }
        for function, value, against in legality.contradictions()
        for passage in against
    ]  # fmt: skip


def constant_rows() -> list[Row]:
    """Return the constants of all families except return codes."""
    return [row for family in constants.families() for row in _family(family)]


def mechanisms() -> list[Row]:
    """Return the mechanisms in the order of their numbers, with the functions that they can be used for."""
    rows = []
    for constant in constants.members("mechanism"):
        known = constant_details.mechanism(constant)
        rows.append(
            _constant(constant)
            | {
                "functions": list(known.functions) if known else [],
                "parameter": known.structure if known else None,
                "key_types": list(known.key_types) if known else [],
            }
        )
    return rows


def attributes() -> list[Row]:
    """Return the attributes in the order of their numbers, with their type and meaning."""
    rows = []
    for constant in constants.members("attribute"):
        known = constant_details.attribute(constant)
        rows.append(
            _constant(constant)
            | {
                "type": known.type if known else None,
                "meaning": known.meaning if known else None,
                "sensitive": known.sensitive if known else None,
            }
        )
    return rows


def _family(family: str) -> list[Row]:
    return [_constant(constant) for constant in constants.members(family)]


def _constant(constant: constants.Constant) -> Row:
    return {
        "family": constant.family, "value": constant.value, "hex": numerals.hex_of(constant.value), "name": constant.name,
        "since": since_of(constant.since or ""), "older": list(constant.older),
    }  # fmt: skip


def _name(value: int) -> str:
    code = registry.code(value)
    return code.name if code else numerals.hex_of(value)


def findings() -> list[Row]:
    """Return the findings that a probe can report."""
    from ckrtool.knowledge import findings as table

    texts = [text for key in table.ids() if (text := table.text(key)) is not None]
    return [
        {"id": text.id, "severities": list(text.severities), "title": text.title, "meaning": text.meaning}
        for text in texts
    ]


def causes() -> list[Row]:
    """Return the causes and mistakes that `ckr why` can name."""
    from ckrtool.knowledge import causes as table

    texts = [text for key in table.ids() if (text := table.text(key)) is not None]
    return [
        {"id": text.id, "kind": text.kind, "title": text.title, "meaning": text.meaning} for text in texts
    ]


def dialects() -> list[Row]:
    """Return the dialects: the programs whose log lines are parsed, the names of the lines, and the contents of their traces."""
    from ckrtool._tables.dialects import LINES, SHOWS, TITLES

    return [
        {
            "id": key,
            "title": title,
            "lines": [row[1] for row in LINES if row[0] == key],
            "shows": list(SHOWS.get(key, ())),
        }
        for key, title in TITLES.items()
    ]


def vendor_codes(vendor: str) -> list[Row]:
    """Return the codes of one vendor, in the order of their values."""
    found = [row for value in VALUES for row in registry.candidates(value) if row.vendor == vendor]
    found += [row for row in overlay.load().codes if row.vendor == vendor and row not in found]
    return [
        {"value": row.value, "hex": numerals.hex_of(row.value), "name": row.name, "note": row.note or ""}
        for row in sorted(found, key=lambda row: row.value)
    ]


KINDS: dict[str, Callable[[], list[Row]]] = {
    "codes": codes,
    "functions": functions,
    "vendors": vendors,
    "stacks": stack_rows,
    "categories": categories,
    "contradictions": contradictions,
    "constants": constant_rows,
    "mechanisms": mechanisms,
    "attributes": attributes,
    "findings": findings,
    "causes": causes,
    "dialects": dialects,
}
# The columns of the table on a terminal; --json and --csv have all columns.
SHOWN = {
    "codes": ("hex", "name", "category", "since", "summary"),
    "functions": ("name", "since", "chapter"),
    "vendors": ("id", "codes", "confidence", "name"),
    "stacks": ("id", "kind", "name", "files"),
    "categories": ("category", "count", "codes"),
    "contradictions": ("function", "name", "section", "text"),
    "constants": ("hex", "name", "family", "since"),
    "mechanisms": ("hex", "name", "since", "functions"),
    "attributes": ("hex", "name", "since", "meaning"),
    "findings": ("id", "severities", "title"),
    "causes": ("id", "kind", "title"),
    "dialects": ("id", "title"),
    "vendor-codes": ("hex", "name", "note"),
}
