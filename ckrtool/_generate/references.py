"""Checks the references between data files; each problem has file, line, key, and the nearest existing name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.schema.forms import PHASES
from ckrtool.schema.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ckrtool._generate.datafiles import Sources
    from ckrtool.schema.check import Problem

# A table or key by its parts; a table of an array is the array's name and its number: ("cause", 9, "when").
Key = tuple[str | int, ...]
Named = tuple[Key, str | None]
ITEMS = ("cause", "check", "recovery", "warning")


def problems(sources: Sources) -> list[Problem]:
    """Return a problem for each name that a data file uses and no data file defines."""
    return [
        *_codes(sources),
        *_functions(sources),
        *_others(sources),
        *_findings(sources),
        *_causes(sources),
        *_rules(sources),
    ]


def _codes(sources: Sources) -> Iterator[Problem]:
    described = {passage.code for passage in sources.passages}
    for name, code in sources.codes.items():
        file = f"codes/{name}.toml"
        yield from _items(sources, file, code)
        normal = _each(code, "normal", "functions")
        yield from _unknown(sources, file, "a function", normal, sources.functions)
        alike = [
            (("confused_with", number, "code"), entry["code"])
            for number, entry in enumerate(code.get("confused_with", []), 1)
        ]
        yield from _unknown(sources, file, "a code", alike, sources.codes)
        yield from _relatives(sources, file, code)
        if name not in described and "meaning" not in code:
            yield sources.problem(file, ("meaning",), "is missing: the chapter does not describe this code")


def _relatives(sources: Sources, file: str, code: dict[str, Any]) -> Iterator[Problem]:
    """Yield problems of the codes that are reported in place of this one: unknown codes, stacks and functions."""
    rows = list(enumerate(code.get("also_reported", []), 1))
    codes: list[Named] = [(("also_reported", number, "code"), row["code"]) for number, row in rows]
    yield from _unknown(sources, file, "a code", codes, sources.codes)
    yield from _unknown(sources, file, "a stack", _each(code, "also_reported", "stacks"), sources.stacks)
    functions = _each(code, "also_reported", "functions")
    yield from _unknown(sources, file, "a function", functions, sources.functions)


def _items(sources: Sources, file: str, table: dict[str, Any]) -> Iterator[Problem]:
    """Yield problems of the functions, phases and stacks that items of advice name."""
    places = (*sources.functions, *PHASES)
    yield from _unknown(sources, file, "a function or phase", list(_whens(table)), places)
    stacks = [*_stacks(table), *(name for kind in ITEMS for name in _each(table, kind, "not_for"))]
    yield from _unknown(sources, file, "a stack", stacks, sources.stacks)


def _whens(code: dict[str, Any]) -> Iterator[Named]:
    for kind in ITEMS:
        yield from _each(code, kind, "when")
    for name in code.get("example", {}).get("when", ()):
        yield ("example", "when"), name


def _stacks(code: dict[str, Any]) -> Iterator[Named]:
    for kind, key in (
        ("cause", "stack"),
        ("check", "stack"),
        ("recovery", "stack"),
        ("warning", "stack"),
        ("field_note", "profile"),
    ):
        for number, item in enumerate(code.get(kind, []), 1):
            yield (kind, number, key), item.get(key)


def _each(table: dict[str, Any], kind: str, key: str) -> Iterator[Named]:
    """Yield the names in the list `key` of each table of the array `kind`."""
    for number, item in enumerate(table.get(kind, []), 1):
        for name in item.get(key, []):
            yield (kind, number, key), name


def _functions(sources: Sources) -> Iterator[Problem]:
    for name, function in sources.functions.items():
        listed = [
            (("listed", version), code) for version, codes in function["listed"].items() for code in codes
        ]
        yield from _unknown(sources, f"functions/{name}.toml", "a code", listed, sources.codes)


def _others(sources: Sources) -> Iterator[Problem]:
    for name, stack in sources.stacks.items():
        file = f"stacks/{name}.toml"
        yield from _unknown(sources, file, "a vendor", [(("vendor",), stack.get("vendor"))], sources.vendors)
        yield from _unknown(sources, file, "a stack", [(("family",), stack.get("family"))], sources.stacks)
        departing = _each(stack, "departure", "functions")
        yield from _unknown(sources, file, "a function", departing, sources.functions)
    for name, vendor in sources.vendors.items():
        file = f"vendors/{name}.toml"
        yield from _unknown(sources, file, "a stack", [(("stack",), vendor.get("stack"))], sources.stacks)
    for name, binding in sources.bindings.items():
        file = f"bindings/{name}.toml"
        names: list[Named] = [(("names", code), code) for code in binding.get("names", {})]
        for part in ("forms", "sentences"):
            names += [((part, form), code) for form, code in binding.get(part, {}).items()]
        yield from _unknown(sources, file, "a code", names, sources.codes)


def _findings(sources: Sources) -> Iterator[Problem]:
    """Yield problems of the texts of findings: advice for unknown functions or stacks, and unknown references."""
    known = (*sources.findings, *sources.codes, *sources.functions)
    for name, text in sources.findings.items():
        file = f"findings/{name}.toml"
        yield from _items(sources, file, text)
        see = [(("see",), other) for other in text.get("see", [])]
        yield from _unknown(sources, file, "a finding, code or function", see, known)
        causes = [(("consequence_of",), other) for other in text.get("consequence_of", [])]
        yield from _unknown(sources, file, "a finding", causes, sources.findings)
        if not any(text.get(kind) for kind in ("check", "recovery", "vendor")):
            yield sources.problem(file, ("recovery",), "is missing: say what to do, or give a check")


def _causes(sources: Sources) -> Iterator[Problem]:
    """Yield problems of the texts of causes: advice for unknown functions or stacks, and unknown references."""
    known = (*sources.causes, *sources.findings, *sources.codes, *sources.functions)
    for name, text in sources.causes.items():
        file = f"causes/{name}.toml"
        yield from _items(sources, file, text)
        see = [(("see",), other) for other in text.get("see", [])]
        yield from _unknown(sources, file, "a cause, finding, code or function", see, known)


def _rules(sources: Sources) -> Iterator[Problem]:
    """Yield problems of the rules of legality and precedence: unknown codes, functions and sections."""
    sections = [section.number for section in sources.sections]
    legality, precedence = "standard/legality.toml", "standard/precedence.toml"
    no_token: list[Named] = [
        (("classes", "no_token"), name) for name in sources.legality["classes"]["no_token"]
    ]
    yield from _unknown(sources, legality, "a function", no_token, sources.functions)
    for number, rule in enumerate(sources.legality["rule"], 1):
        codes: list[Named] = [(("rule", number, "codes"), code) for code in rule["codes"]]
        yield from _unknown(sources, legality, "a code", codes, sources.codes)
        for key in ("allows", "except", "rules_out"):
            named = rule.get(key, [])  # a class of functions is a string
            functions: list[Named] = [(("rule", number, key), name) for name in named if named != str(named)]
            yield from _unknown(sources, legality, "a function", functions, sources.functions)
        section: list[Named] = [(("rule", number, "section"), rule["section"])]
        yield from _unknown(sources, legality, "a section", section, sections)
    order: list[Named] = [(("between", "order"), name) for name in sources.precedence["between"]["order"]]
    yield from _unknown(sources, precedence, "a section", order, sections)
    for kind in ("list", "pair", "alike"):
        for number, rule in enumerate(sources.precedence[kind], 1):
            section = [((kind, number, "section"), rule["section"])]
            yield from _unknown(sources, precedence, "a section", section, sections)
    of_functions = _each(sources.precedence, "pair", "functions")
    yield from _unknown(sources, precedence, "a function", of_functions, sources.functions)


def _unknown(
    sources: Sources, file: str, what: str, names: Iterable[Named], known: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each name that is not in `known`; skip None."""
    for key, name in names:
        if name is not None and name not in known:
            yield sources.problem(file, key, f"{name} is not {what}{did_you_mean(name, known)}", name)
