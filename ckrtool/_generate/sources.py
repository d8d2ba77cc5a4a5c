"""Reads everything under data/ that tables are made of, and collects every problem with file and key."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ckrtool._generate.chapter import Passage, Section, passages, sections
from ckrtool.schema.check import Problem
from ckrtool.schema.forms import KINDS, PHASES
from ckrtool.schema.tomlfile import read

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path


@dataclass
class Sources:
    """The parsed data files by kind and key, the chapter in pieces, and the problems found."""

    codes: dict[str, dict[str, Any]] = field(default_factory=dict)
    functions: dict[str, dict[str, Any]] = field(default_factory=dict)
    vendors: dict[str, dict[str, Any]] = field(default_factory=dict)
    stacks: dict[str, dict[str, Any]] = field(default_factory=dict)
    bindings: dict[str, dict[str, Any]] = field(default_factory=dict)
    legality: dict[str, Any] = field(default_factory=dict)
    precedence: dict[str, Any] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(data: Path) -> Sources:
    """Return all sources below `data`; what is wrong with them stands in `.problems`."""
    sources = Sources()
    for kind, form in KINDS.items():
        table = getattr(sources, kind)
        for path in sorted((data / kind).glob("*.toml")):
            parsed, problems = read(path, form)
            sources.problems += problems
            if parsed is not None:
                table[path.stem] = parsed
    standard = data / "standard"
    headings = tomllib.loads((standard / "sections.toml").read_text("utf-8"))["section"]
    chapter = (standard / "function-return-values.md").read_text("utf-8")
    sources.sections = sections(chapter, [(heading["number"], heading["title"]) for heading in headings])
    sources.passages = passages(sources.sections)
    sources.legality = tomllib.loads((standard / "legality.toml").read_text("utf-8"))
    sources.precedence = tomllib.loads((standard / "precedence.toml").read_text("utf-8"))
    if sources.problems:  # references between broken files would only add noise
        return sources
    _order(sources)
    sources.problems += list(_crossings(sources)) + list(_quotes(sources))
    return sources


def _order(sources: Sources) -> None:
    """Put codes into the order of their values and functions into that of the function list."""
    sources.codes = dict(sorted(sources.codes.items(), key=lambda item: item[1]["value"]))
    sources.functions = dict(sorted(sources.functions.items(), key=lambda item: item[1]["position"]))


def _crossings(sources: Sources) -> list[Problem]:
    """Return problems of references from file to file."""
    places = {*sources.functions, *PHASES}
    described = {passage.code for passage in sources.passages}
    found: list[Problem] = []
    for name, code in sources.codes.items():
        found += _code_crossings(sources, f"codes/{name}.toml", code, places)
        if name not in described and "meaning" not in code:
            found.append(
                Problem(f"codes/{name}.toml", "meaning", "is needed: the chapter does not describe this code")
            )
    for name, function in sources.functions.items():
        for version, listed in function["listed"].items():
            found += _unknown(f"functions/{name}.toml", f"listed {version}", listed, sources.codes)
    for name, stack in sources.stacks.items():
        found += _unknown(f"stacks/{name}.toml", "vendor", [stack.get("vendor")], sources.vendors)
    for name, vendor in sources.vendors.items():
        found += _unknown(f"vendors/{name}.toml", "stack", [vendor.get("stack")], sources.stacks)
    for name, binding in sources.bindings.items():
        found += _unknown(f"bindings/{name}.toml", "names", binding.get("names", {}), sources.codes)
        for part in ("forms", "sentences"):
            found += _unknown(f"bindings/{name}.toml", part, binding.get(part, {}).values(), sources.codes)
    return found


def _code_crossings(sources: Sources, file: str, code: dict[str, Any], places: set[str]) -> list[Problem]:
    """Return problems of what one code's file refers to."""
    found: list[Problem] = []
    for kind in ("cause", "check", "recovery", "warning"):
        for number, item in enumerate(code.get(kind, []), 1):
            found += _unknown(file, f"{kind} {number} when", item.get("when", []), places)
            found += _unknown(file, f"{kind} {number} stack", [item.get("stack")], sources.stacks)
    for note in code.get("field_note", []):
        found += _unknown(file, "field_note profile", [note.get("profile")], sources.stacks)
    for normal in code.get("normal", []):
        found += _unknown(file, "normal", normal["functions"], sources.functions)
    found += _unknown(
        file, "confused_with", [entry["code"] for entry in code.get("confused_with", [])], sources.codes
    )
    return found


def _unknown(file: str, key: str, names: Iterable[str | None], known: Container[str]) -> list[Problem]:
    """Return a problem for each name that is given and not known."""
    return [
        Problem(file, key, f"{name} is not known") for name in names if name is not None and name not in known
    ]


def _quotes(sources: Sources) -> list[Problem]:
    """Return problems of rules whose words do not stand in the section (or description) that they name."""
    found: list[Problem] = []
    texts = {section.number: section.text for section in sources.sections}
    described: dict[str, str] = {}
    for passage in sources.passages:
        described[passage.code] = described.get(passage.code, "") + passage.text
    for rule in sources.legality["rule"]:
        for code in rule["codes"]:
            text = described.get(code, "") if rule.get("ground") == "described" else texts[rule["section"]]
            if rule["text"] not in text:
                found.append(
                    Problem("standard/legality.toml", code, f"{rule['section']} does not say: {rule['text']}")
                )
    precedence = sources.precedence
    for rule in [*precedence["list"], precedence["between"], *precedence["pair"], *precedence["alike"]]:
        if rule["text"] not in texts[rule["section"]]:
            found.append(
                Problem(
                    "standard/precedence.toml", rule["section"], f"the section does not say: {rule['text']}"
                )
            )
    return found
