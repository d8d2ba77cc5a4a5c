"""Reads the data files that tables are generated from, and checks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._generate import advice_rules, groups, references, sequences
from ckrtool._generate.chapter import passages, sections
from ckrtool._generate.datafiles import Sources, shown
from ckrtool.schema import toml_reader
from ckrtool.schema.forms import KINDS
from ckrtool.schema.tomlfile import read_document

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.schema.check import Problem


def load(data: Path) -> Sources:
    """Return all sources below the folder `data`, with their problems in `.problems`."""
    sources = Sources()
    for kind, form in KINDS.items():
        table = getattr(sources, kind)
        for path in sorted((data / kind).glob("*.toml")):
            file = f"{kind}/{path.name}"
            document, problems = read_document(path, form, shown(file))
            sources.problems += problems
            if document is not None:
                sources.documents[file] = document
                table[path.stem] = document.values
    _load_standard(sources, data / "standard")
    sources.sequences, sources.cookbook, problems = sequences.load(data)
    sources.problems += problems
    if sources.problems:  # references between broken files would only add noise
        return sources
    _order(sources)
    sources.problems += [
        *references.problems(sources),
        *advice_rules.problems(sources),
        *groups.problems(sources),
    ]
    if not sources.problems:
        sources.problems += _quotes(sources)
    return sources


def _load_standard(sources: Sources, standard: Path) -> None:
    """Read the chapter of the standard and the rules that are derived from it."""
    for name in ("sections", "legality", "precedence"):
        sources.documents[f"standard/{name}.toml"] = toml_reader.load(standard / f"{name}.toml")
    headings = sources.documents["standard/sections.toml"].values["section"]
    chapter = (standard / "function-return-values.md").read_text("utf-8")
    sources.sections = sections(chapter, [(heading["number"], heading["title"]) for heading in headings])
    sources.passages = passages(sources.sections)
    sources.legality = sources.documents["standard/legality.toml"].values
    sources.precedence = sources.documents["standard/precedence.toml"].values


def _order(sources: Sources) -> None:
    """Sort codes by value, and functions by their position in the function list."""
    sources.codes = dict(sorted(sources.codes.items(), key=lambda item: item[1]["value"]))
    sources.functions = dict(sorted(sources.functions.items(), key=lambda item: item[1]["position"]))


def _quotes(sources: Sources) -> list[Problem]:
    """Return a problem for each rule whose quoted text is not in the section (or description) that it names."""
    found: list[Problem] = []
    texts = {section.number: section.text for section in sources.sections}
    described: dict[str, str] = {}
    for passage in sources.passages:
        described[passage.code] = described.get(passage.code, "") + passage.text
    for number, rule in enumerate(sources.legality["rule"], 1):
        for code in rule["codes"]:
            text = described.get(code, "") if rule.get("ground") == "described" else texts[rule["section"]]
            if rule["text"] not in text:
                what = f"{rule['section']} does not say this of {code}: {rule['text']}"
                found.append(sources.problem("standard/legality.toml", ("rule", number, "text"), what))
    precedence = sources.precedence
    rules: list[tuple[tuple[str | int, ...], dict[str, Any]]] = [(("between",), precedence["between"])]
    for kind in ("list", "pair", "alike"):
        rules += [((kind, number), rule) for number, rule in enumerate(precedence[kind], 1)]
    for key, rule in rules:
        if rule["text"] not in texts[rule["section"]]:
            what = f"{rule['section']} does not say: {rule['text']}"
            found.append(sources.problem("standard/precedence.toml", (*key, "text"), what))
    return found
