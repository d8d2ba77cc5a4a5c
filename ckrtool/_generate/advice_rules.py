"""Checks the words of advice: don'ts are prohibitions, dangerous steps name their danger, exceptions for stacks are data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool._generate.datafiles import Sources
    from ckrtool.schema.check import Problem

PROHIBITION = re.compile(r"(?:Don't|Do not|Never)\b")

# Commands that change or endanger the token: a step or check with one of them needs a `danger`.
COMMANDS = re.compile(
    r"--init-token|--init-pin|--change-pin|--unblock|unblock-pin|--keypairgen|--keygen|--delete-object|--initialize\b"
    r"|clear-lockout|tpm2_clear|piv reset|DisabledTokens|--risk-pin|resetpw|pkcsconf -[PuI]\b"
)
# The same in words; checks may name them, steps mean them.
WORDS = re.compile(
    COMMANDS.pattern
    + r"|C_InitToken|C_InitPIN|C_SetPIN|\bPUK\b|power-cycl|[Rr]estart the (?:device|HSM|token)\b|[Ff]actory reset|[Zz]eroi[sz]e|[Ff]irmware"
    r"|--store-private-key|--privkey FILE|CKA_EXTRACTABLE ?= ?true|CKA_SENSITIVE ?= ?false"
)

RISK = re.compile(r"\beras|\bcounts\b|uses? up")


def problems(sources: Sources) -> list[Problem]:
    """Return the problems of the advice of codes, findings and causes."""
    names = _names(sources)
    found: list[Problem] = []
    for kind in ("codes", "findings", "causes"):
        for name, table in getattr(sources, kind).items():
            found += _of(sources, f"{kind}/{name}.toml", table, names)
    return found


def _of(sources: Sources, file: str, table: dict[str, Any], names: dict[str, str]) -> Iterator[Problem]:
    for number, item in enumerate(table.get("warning", []), 1):
        if not PROHIBITION.match(item["text"]):
            message = 'a don\'t begins with "Don\'t", "Do not" or "Never"; advice is a step or a check'
            yield sources.problem(file, ("warning", number, "text"), message)
    yield from _hidden_dangers(sources, file, table)
    for kind in ("cause", "check", "recovery", "warning"):
        for number, item in enumerate(table.get(kind, []), 1):
            for key in _stacks_in(item.get("unless", "").lower(), names) - set(item.get("not_for", ())):
                message = (
                    f"names the stack {key}: add it to `not_for`, so that its users are not given the item"
                )
                yield sources.problem(file, (kind, number, "unless"), message)


def _hidden_dangers(sources: Sources, file: str, table: dict[str, Any]) -> Iterator[Problem]:
    """Yield the checks and steps, and the example, that name a dangerous command or change without its danger."""
    for kind, dangerous in (("check", COMMANDS), ("recovery", WORDS)):
        for number, item in enumerate(table.get(kind, []), 1):
            risk = dangerous.search(item["text"])
            if risk and not ("danger" in item or "harmless" in item):
                message = f"{risk.group()}: add `danger`, or `harmless` with the reason why it is not dangerous here"
                yield sources.problem(file, (kind, number, "text"), message)
    risk = WORDS.search(table.get("fix", ""))
    if risk and not RISK.search(table["fix"]):
        yield sources.problem(
            file, ("fix",), f"{risk.group()}: say in the same line what it may erase or use up"
        )
    risk = COMMANDS.search(table.get("example", {}).get("cure", ""))
    if risk:
        message = f"{risk.group()}: an example shows no danger, so it shows no dangerous command; give a step"
        yield sources.problem(file, ("example", "cure"), message)


def _stacks_in(words: str, names: dict[str, str]) -> set[str]:
    """Return the ids of the modules that `words` name."""
    return {key for name, key in names.items() if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words)}


def _names(sources: Sources) -> dict[str, str]:
    """Return the lower-case ids, names and aliases of modules with their ids."""
    return {
        word.lower(): key
        for key, facts in sources.stacks.items()
        if facts["kind"] == "module"
        for word in (key, facts["name"], *facts.get("aliases", ()))
    }
