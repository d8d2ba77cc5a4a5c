"""Generates the modules of `_tables` from the sources: one function per module, plain literals only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ckrtool._generate import constants, dialects, lattices, text_tables
from ckrtool._generate.literal import Hex, module
from ckrtool.numerals import VENDOR_FIRST
from ckrtool.schema.vendorfile import value_of

if TYPE_CHECKING:
    from ckrtool._generate.datafiles import Sources
    from ckrtool._generate.sequences import BuiltIn
    from ckrtool.probe.sequences.sequence import Step

# The types of rows in the annotations of the tables.
FUNCTION_ROW = "tuple[str, str, tuple[tuple[str, str], ...], bool, bool, str, str | None, str | None]"
RULE_ROW = "tuple[str, str | None, str | tuple[str, ...] | None, tuple[str, ...] | None, str | tuple[str, ...] | None, str]"
VENDOR_ROW = (
    "tuple[str, tuple[str, ...], str | None, str | None, str, tuple[tuple[str, str], ...], str | None]"
)


LATTICE_ROWS = "dict[tuple[int, int], tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]]"

HEADERS = "data/codes, data/functions (PKCS #11 headers 2.40 errata 1, 3.0, 3.1, 3.2, OASIS)"


def files(sources: Sources) -> dict[str, str]:
    """Return the text of every table module by its path below `_tables`."""
    made = {
        "codes.py": _codes(sources),
        "functions.py": _functions(sources),
        "listed.py": _listed(sources),
        "rules.py": _rules(sources),
        "precedence.py": _precedence(sources),
        "vendors.py": _vendors(sources),
        "vendor_codes.py": _vendor_codes(sources),
        "spellings.py": _spellings(sources),
        "normal.py": _normal(sources),
        "sequences.py": _sequences(sources),
        "findings.py": text_tables.findings(sources),
        "dialects.py": dialects.table(sources.dialects),
        "causes.py": text_tables.causes(sources),
        "lattices.py": module(
            "Reduced lattices of linear congruential generators: (multiplier, modulus) -> (relations, coefficients of d[0]).",
            "probe/verify/multipliers.py",
            {f"LATTICES: {LATTICE_ROWS}": lattices.table()},
        ),
        "stacks.py": module(
            "Module families and client stacks.",
            "data/stacks",
            {"STACKS: dict[str, dict[str, object]]": _frozen(_without_notes(sources.stacks))},
        ),
    }
    made |= constants.files(sources)
    for name, code in sources.codes.items():
        made[f"advice/{name}.py"] = text_tables.advice(sources, name, code)
    made["advice/__init__.py"] = (
        '"""One module per return code: its passages and advice, loaded only when that code is explained."""\n'
    )
    for row in sources.sequences:
        made[f"steps/{row.name.replace('-', '_')}.py"] = _steps(row)
    made["steps/__init__.py"] = (
        '"""One module per built-in sequence: its steps, loaded only when it is run."""\n'
    )
    made["__init__.py"] = '"""Compiled from data/ by ckrtool._generate; never edited."""\n'
    return made


def historic(sources: Sources) -> dict[int, tuple[str, str]]:
    """Return value -> (name, note) of the codes that only headers of older releases have; drafts are not releases."""
    known = {code["value"] for code in sources.codes.values()}
    rows = {
        entry["value"]: (entry["name"], entry.get("note", ""))
        for entry in sources.vendors["historic"]["code"]
    }
    return {value: row for value, row in sorted(rows.items()) if value not in known}


def compact(name: str) -> str:
    """Return a name in upper case without CKR_ and separators: the key for looking up CamelCase spellings."""
    return name.upper().removeprefix("CKR_").replace("_", "")


def _codes(sources: Sources) -> str:
    rows = {
        Hex(code["value"]): (name, code["since"], code["category"], code["retry"], code["summary"])
        for name, code in sources.codes.items()
    }
    return module(
        "Return codes: value -> (name, since, category, retry, summary); older codes: value -> (name, note); values that vendors reuse.",
        HEADERS,
        {
            "CODES: dict[int, tuple[str, str, str, str, str]]": rows,
            "HISTORIC: dict[int, tuple[str, str]]": {
                Hex(value): row for value, row in historic(sources).items()
            },
            "NAMES: dict[str, int]": {name: Hex(code["value"]) for name, code in sources.codes.items()},
            "REUSED: tuple[int, ...]": tuple(map(Hex, sorted(_values_of_vendors(sources, VENDOR_FIRST)))),
        },
    )


def _values_of_vendors(sources: Sources, end: int) -> set[int]:
    """Return the values below `end` that vendors use."""
    values = {value_of(vendor, entry) for vendor in sources.vendors.values() for entry in vendor["code"]}
    return {value for value in values if value < end}


def _functions(sources: Sources) -> str:
    no_token = sources.legality["classes"]["no_token"]
    rows = {}
    for name, function in sources.functions.items():
        arguments = tuple(tuple(argument) for argument in function["args"])
        rows[name] = (
            function["since"],
            function["chapter"],
            arguments,
            any(kind == "CK_SESSION_HANDLE" for kind, _ in arguments),
            name not in no_token,
            function["phase"],
            function.get("effect"),
            function.get("returns_as"),
        )
    row = "(since, chapter, args, takes a session, uses a token, phase, effect, returns_as)"
    title = f"Functions in the order of CK_FUNCTION_LIST_3_2: {row}."
    return module(title, HEADERS, {f"FUNCTIONS: dict[str, {FUNCTION_ROW}]": rows})


def _listed(sources: Sources) -> str:
    numbers = {name: code["value"] for name, code in sources.codes.items()}
    rows = {
        name: {
            version: tuple(sorted(numbers[code] for code in listed))
            for version, listed in function["listed"].items()
        }
        for name, function in sources.functions.items()
    }
    return module(
        "Each function's own list of return values, as numbers; DRAFT: additions in the draft after 3.2.",
        "data/functions (2.40 and 3.2 are the standard's own lists)",
        {
            "LISTED: dict[str, dict[str, tuple[int, ...]]]": rows,
            "DRAFT: dict[str, tuple[int, ...]]": {
                name: tuple(sorted(numbers[code] for code in function["draft"]))
                for name, function in sources.functions.items()
                if "draft" in function
            },
        },
    )


def _rules(sources: Sources) -> str:
    rules = []
    by_code: dict[int, list[int]] = {}
    for number, rule in enumerate(sources.legality["rule"]):
        values = tuple(sources.codes[name]["value"] for name in rule["codes"])
        for value in values:
            by_code.setdefault(value, []).append(number)
        rules.append(
            (
                rule["section"],
                rule.get("ground"),
                _names(rule.get("allows")),
                _names(rule.get("except")),
                _names(rule.get("rules_out")),
                rule["text"],
            )
        )
    title = "Passages that allow or rule out codes: (section, ground, allows, except, rules out, text); code -> indices of its passages."
    return module(
        title,
        "data/standard/legality.toml",
        {
            f"RULES: tuple[{RULE_ROW}, ...]": tuple(rules),
            "BY_CODE: dict[int, tuple[int, ...]]": {
                value: tuple(numbers) for value, numbers in sorted(by_code.items())
            },
        },
    )


def _names(value: str | list[str] | None) -> str | tuple[str, ...] | None:
    """Return a list as a tuple, and a class name or None unchanged."""
    return tuple(value) if isinstance(value, list) else value


def _precedence(sources: Sources) -> str:
    rows = sources.precedence
    between = rows["between"]
    members: dict[str, tuple[str, ...]] = {}
    for passage in sources.passages:
        members[passage.section] = (*members.get(passage.section, ()), passage.code)
    return module(
        "The chapter's passages about priority.",
        "data/standard/precedence.toml and the chapter",
        {
            "PAIRS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...]": tuple(
                (
                    pair["higher"],
                    pair["lower"],
                    pair["section"],
                    pair["text"],
                    tuple(pair.get("functions", ())),
                )
                for pair in rows["pair"]
            ),
            "LISTS: tuple[tuple[str, tuple[str, ...], str], ...]": tuple(
                (row["section"], tuple(row["codes"]), row["text"]) for row in rows["list"]
            ),
            "BETWEEN: tuple[str, tuple[str, ...], str]": (
                between["section"],
                tuple(between["order"]),
                between["text"],
            ),
            "ALIKE: tuple[tuple[tuple[str, ...], str, str], ...]": tuple(
                (tuple(row["codes"]), row["section"], row["text"]) for row in rows["alike"]
            ),
            "MEMBERS: dict[str, tuple[str, ...]]": {
                section: members[section] for section in between["order"]
            },
        },
    )


def _vendors(sources: Sources) -> str:
    rows = {}
    for key, vendor in sources.vendors.items():
        origin = tuple((source["repo"], source["path"]) for source in vendor.get("source", []))
        rows[key] = (
            vendor["name"], tuple(vendor.get("products", ())), vendor.get("base"), vendor.get("how_to_recognise"),
            vendor["confidence"], origin, vendor.get("stack"),
        )  # fmt: skip
    title = "Vendors: id -> (name, products, base, how to recognise, confidence, sources, stack)."
    return module(title, "data/vendors", {f"VENDORS: dict[str, {VENDOR_ROW}]": rows})


def _vendor_codes(sources: Sources) -> str:
    by_value: dict[int, list[tuple[str, str, str | None]]] = {}
    by_name: dict[str, list[tuple[str, int]]] = {}
    for key, vendor in sources.vendors.items():
        for entry in vendor["code"]:
            value = value_of(vendor, entry)
            by_value.setdefault(value, []).append((key, entry["name"], entry.get("note")))
            by_name.setdefault(entry["name"], []).append((key, Hex(value)))
    return module(
        "Vendors' codes: value -> (vendor, name, note), ..., and name -> (vendor, value), ...",
        "data/vendors",
        {
            "VALUES: dict[int, tuple[tuple[str, str, str | None], ...]]": {
                Hex(value): tuple(rows) for value, rows in sorted(by_value.items())
            },
            "NAMES: dict[str, tuple[tuple[str, int], ...]]": {
                name: tuple(rows) for name, rows in sorted(by_name.items())
            },
        },
    )


def _spellings(sources: Sources) -> str:
    numbers = {name: code["value"] for name, code in sources.codes.items()}
    forms: dict[str, int] = {}
    sentences: dict[str, int] = {}
    shared: dict[str, set[int]] = {}
    for binding in sources.bindings.values():
        values = [(form, numbers[name]) for name, form in binding.get("names", {}).items()]
        values += [(form, numbers[name]) for form, name in binding.get("forms", {}).items()]
        for form, value in values:
            forms.setdefault(form.lower(), value)
            shared.setdefault(form.lower(), set()).add(value)
        for sentence, name in binding.get("sentences", {}).items():
            key = " ".join(sentence.lower().split()).rstrip(".")
            sentences.setdefault(key, numbers[name])
            shared.setdefault(key, set()).add(numbers[name])
    clashes = {key: tuple(sorted(values)) for key, values in sorted(shared.items()) if len(values) > 1}
    return module(
        "Spellings: compact names, forms of bindings (lower case), messages printed without the name; SHARED: those of several codes.",
        "data/codes and data/bindings",
        {
            "COMPACT: dict[str, int]": dict(
                sorted((compact(name), value) for name, value in numbers.items())
            ),
            "FORMS: dict[str, int]": {
                key: value for key, value in sorted(forms.items()) if key not in clashes
            },
            "SENTENCES: dict[str, int]": {
                key: value for key, value in sorted(sentences.items()) if key not in clashes
            },
            "SHARED: dict[str, tuple[int, ...]]": clashes,
        },
    )


def _normal(sources: Sources) -> str:
    rows: dict[int, dict[str, str]] = {}
    for code in sources.codes.values():
        for normal in code.get("normal", []):
            rows.setdefault(code["value"], {}).update(dict.fromkeys(normal["functions"], normal["because"]))
    return module(
        "Returns that are part of normal operation: value -> function -> reason.",
        "data/codes",
        {"NORMAL: dict[int, dict[str, str]]": rows},
    )


def _sequences(sources: Sources) -> str:
    return module(
        "Built-in sequences in the order in which they run: name -> (profile, whether it needs a PIN, title); the cookbook by name.",
        "data/sequences and data/cookbook",
        {
            "SEQUENCES: dict[str, tuple[str, bool, str]]": {
                row.name: (row.profile, row.needs_pin, row.title) for row in sources.sequences
            },
            "COOKBOOK: tuple[str, ...]": tuple(row.name for row in sources.cookbook),
        },
    )


def _steps(row: BuiltIn) -> str:
    """Return the module of a sequence, with its steps as JSON: [line, plan, effect, why, names of the expected returns, finding]."""
    steps = tuple(
        json.dumps(
            [step.line, step.plan, step.effect, step.why, step.expect_names, _wrong(step)], ensure_ascii=True
        )
        for step in row.sequence.steps
    )
    title = (
        f"The sequence {row.name}, each step as JSON: [line, plan, effect, why, names of the expected returns, "
        "finding (id, function, severity) or null]."
    )
    return module(title, row.file, {"EFFECT: str": row.sequence.effect, "STEPS: tuple[str, ...]": steps})


def _wrong(step: Step) -> tuple[str, str, str] | None:
    """Return (id, function, severity) of the finding to report if a step returns a wrong result; None if it has none."""
    return None if step.wrong is None else (step.wrong.id, step.wrong.function, step.wrong.severity)


def _without_notes(stacks: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return profiles without their keys for contributors: the sources of the whole file, and what was not established."""
    notes = {"refs", "not_established"}
    return {
        name: {key: value for key, value in facts.items() if key not in notes}
        for name, facts in stacks.items()
    }


def _frozen(value: Any) -> Any:
    """Return parsed TOML with its arrays as tuples."""
    if isinstance(value, dict):
        return {key: _frozen(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return tuple(_frozen(entry) for entry in value)
    return value
