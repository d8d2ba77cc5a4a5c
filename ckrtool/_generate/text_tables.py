"""Generates the tables of texts: the advice of each return code, findings, and causes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._generate.literal import module

if TYPE_CHECKING:
    from ckrtool._generate.datafiles import Sources

# The types of rows in the annotations of the tables.
NAMES = "tuple[str, ...] | None"
TEXTS = ", ".join(["str | None"] * 4)
ITEM_ROWS = (
    f"tuple[tuple[str, str | None, {NAMES}, {TEXTS}, {NAMES}, bool | None, {NAMES}, bool | None], ...]"
)
RELATIVE_ROWS = "tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...]"
CAUSE_ROW = f"tuple[str, str, str, str, str, str, {ITEM_ROWS}, {ITEM_ROWS}, {ITEM_ROWS}, tuple[str, ...]]"
ITEM_KEYS = (
    "text",
    "because",
    "when",
    "stack",
    "unless",
    "danger",
    "ref",
    "fits",
    "late",
    "not_for",
    "first",
)
ITEM_LISTS = ("when", "fits", "not_for")


def findings(sources: Sources) -> str:
    """Return the table of the texts of findings."""
    return module(
        "Findings of a probe: id -> (title, severities, meaning, why it matters, vendor's fault, warnings, checks, recovery, see also, "
        "ids of findings that it follows from).",
        "data/findings",
        {
            "FINDINGS: dict[str, tuple[object, ...]]": {
                name: (
                    text["title"],
                    tuple(text["severity"]),
                    text["meaning"],
                    text["matters"],
                    text.get("vendor"),
                    *(_items(text, kind) for kind in ("warning", "check", "recovery")),
                    tuple(text.get("see", ())),
                    tuple(text.get("consequence_of", ())),
                )
                for name, text in sources.findings.items()
            }
        },
    )


def _items(table: dict[str, Any], kind: str) -> tuple[tuple[object, ...], ...]:
    """Return the items of one kind as rows of `ITEM_KEYS`."""
    return tuple(
        tuple(tuple(item[key]) if key in ITEM_LISTS and key in item else item.get(key) for key in ITEM_KEYS)
        for item in table.get(kind, [])
    )


def _relative(row: dict[str, Any], code: str) -> tuple[object, ...]:
    """Return the row of a code that is reported in place of another; `code` is the other one."""
    return (code, row["text"], tuple(row["stacks"]), tuple(row.get("functions", ())), row["ref"])


def advice(sources: Sources, name: str, code: dict[str, Any]) -> str:
    """Return the module with the advice of one return code."""
    names = {binding["name"]: binding.get("names", {}).get(name) for binding in sources.bindings.values()}
    return module(
        f"{name}: passages and advice.",
        f"data/codes/{name}.toml, data/bindings and the chapter",
        {
            "PASSAGES: tuple[tuple[str, str, str], ...]": tuple(
                (passage.section, passage.title, passage.text)
                for passage in sources.passages
                if passage.code == name
            ),
            "MEANING: str | None": code.get("meaning", "").strip() or None,
            "WHO_CAN_FIX: tuple[str, ...]": tuple(code["who_can_fix"]),
            f"CAUSES: {ITEM_ROWS}": _items(code, "cause"),
            f"CHECKS: {ITEM_ROWS}": _items(code, "check"),
            f"RECOVERY: {ITEM_ROWS}": _items(code, "recovery"),
            f"WARNINGS: {ITEM_ROWS}": _items(code, "warning"),
            "EXAMPLE: tuple[str, str] | None": (code["example"]["seen"], code["example"]["cure"])
            if "example" in code
            else None,
            "EXAMPLE_OF: str | None": code.get("example", {}).get("stack"),
            "EXAMPLE_WHEN: tuple[str, ...]": tuple(code.get("example", {}).get("when", ())),
            f"ALSO_REPORTED_AS: {RELATIVE_ROWS}": tuple(
                _relative(row, row["code"]) for row in code.get("also_reported", [])
            ),
            f"MAY_MEAN: {RELATIVE_ROWS}": tuple(
                _relative(row, other)
                for other, rows in sources.codes.items()
                for row in rows.get("also_reported", [])
                if row["code"] == name
            ),
            "CONFUSED_WITH: tuple[tuple[str, str], ...]": tuple(
                (entry["code"], entry["difference"]) for entry in code.get("confused_with", [])
            ),
            "FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...]": tuple(
                (note["stack"], note["note"], note.get("ref"), note.get("profile"))
                for note in code.get("field_note", [])
            ),
            "NORMAL: tuple[tuple[tuple[str, ...], str], ...]": tuple(
                (tuple(normal["functions"]), normal["because"]) for normal in code.get("normal", [])
            ),
            "FUNCTIONS: tuple[str, ...]": tuple(
                fn for fn, function in sources.functions.items() if name in function["listed"].get("3.2", ())
            ),
            "NAMES: dict[str, str | None]": dict(sorted(names.items())),
        },
    )


def causes(sources: Sources) -> str:
    """Return the table of the texts of causes and mistakes."""
    row = "(title, text, fix, kind, meaning, why it matters, warnings, checks, recovery, see also)"
    return module(
        f"Causes and mistakes that `ckr why` finds: id -> {row}.",
        "data/causes",
        {
            f"CAUSES: dict[str, {CAUSE_ROW}]": {
                name: (
                    text["title"],
                    text["text"],
                    text["fix"],
                    text["kind"],
                    text["meaning"],
                    text["matters"],
                    *(_items(text, kind) for kind in ("warning", "check", "recovery")),
                    tuple(text.get("see", ())),
                )
                for name, text in sources.causes.items()
            }
        },
    )
