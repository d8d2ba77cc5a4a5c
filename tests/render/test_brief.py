"""Tests that `explain --brief` and the page of a terminal keep every warning with a danger, and stay short."""

from __future__ import annotations

import re

import pytest
from rich.console import Console

from ckrtool.knowledge import advice, causes, findings, registry
from ckrtool.render import explain, explain_page, explain_topic
from ckrtool.render.document import Section
from ckrtool.render.terminal import labelled
from ckrtool.values import decoder, parser
from ckrtool.values.situation import Situation

CODES = [code.name for code in registry.codes() if code.kind == "standard"]
STACKS = (None, "opensc", "luna", "cloudhsm", "yubihsm", "java-sunpkcs11")


def situations(name: str) -> list[Situation]:
    """Return the situations of a code: each function that lists it, and none, with each stack."""
    decoded = decoder.decode(parser.parse(name))
    found = advice.explain(decoded.value or 0)
    functions = [None, *(found.functions if found else ())]
    return [Situation(decoded, function, stack) for function in functions for stack in STACKS]


def dangers(situation: Situation) -> list[tuple[str, str | None]]:
    """Return the first clause of each warning that carries a danger, with its danger."""
    assert situation.explanation is not None
    shown = explain.fitting(situation.explanation.warnings, situation)
    return [(beginning(item.text), item.danger) for item in shown if item.danger]


def beginning(text: str) -> str:
    """Return the first clause of an advice, without what is in parentheses from there on."""
    return re.split(r"; | \(", text)[0]


@pytest.mark.parametrize("name", CODES)
def test_short_forms_keep_every_warning_with_a_danger(name: str) -> None:
    for situation in situations(name):
        shown = {line.text: line.danger for line in explain_page.brief(situation) if line.label == "do not"}
        page = [part for part in explain_page.page(situation, "").parts if isinstance(part, Section)]
        shown_on_page = {line.text: line.danger for part in page for line in part.lines}
        for text, danger in dangers(situation):
            where = (name, situation.function, situation.stack, text)
            assert any(text in line and shown[line] == danger for line in shown), where
            assert any(text in line and shown_on_page[line] == danger for line in shown_on_page), where


@pytest.mark.parametrize("name", CODES)
def test_brief_keeps_the_exceptions_of_what_it_shows(name: str) -> None:
    for situation in situations(name):
        found = situation.explanation
        assert found is not None
        lines = [line.text for line in explain_page.brief(situation)]
        for item in (*found.warnings, *found.recovery):
            shown = [line for line in lines if beginning(item.text) in line]
            assert not item.unless or not shown or any(item.unless in line for line in shown)


@pytest.mark.parametrize("name", CODES)
def test_brief_does_not_end_inside_parentheses(name: str) -> None:
    for situation in situations(name):
        for line in explain_page.brief(situation):
            assert line.text.count("(") == line.text.count(")"), line.text


@pytest.mark.parametrize("name", CODES)
def test_brief_with_all_dangers_has_twenty_lines_of_80_columns_at_most(name: str) -> None:
    console = Console(width=80, color_system=None)
    most = sorted(situations(name), key=lambda situation: -len(dangers(situation)))[:4]
    for situation in most:
        with console.capture() as captured:
            console.print(labelled(explain_page.brief(situation)))
        shown = captured.get().splitlines()
        assert len(shown) <= 20, (situation.function, situation.stack)
        labels = {line.label for line in explain_page.brief(situation)}
        assert {"cause", "do"} <= labels or name == "CKR_OK"


def test_brief_topic_keeps_every_warning_with_a_danger() -> None:
    for topic in [*map(causes.text, causes.ids()), *map(findings.text, findings.ids())]:
        assert topic is not None
        lines = explain_topic.brief(topic)
        shown = [line.danger for line in lines if line.label == "do not"]
        assert all(item.danger in shown for item in topic.warnings if item.danger)
        assert len(lines) <= 20


@pytest.mark.parametrize("name", CODES)
def test_what_is_not_to_be_done_stands_in_the_part_that_brief_shows(name: str) -> None:
    found = advice.explain(decoder.decode(parser.parse(name)).value or 0)
    assert found is not None
    for item in (*found.warnings, *found.recovery):
        if item.danger:
            assert not re.search(r"\b([Dd]o not|[Dd]on't|[Nn]ever)\b", item.text.partition("; ")[2]), (
                item.text
            )


def test_a_clause_ends_at_a_semicolon_outside_parentheses() -> None:
    shortened = explain_page._first_clause
    assert shortened("The daemon (pcscd; pkcsslotd) is not running; start it") == "The daemon is not running"
    assert shortened("Give f(a, b) (as = x(1); y) first, then go on") == "Give f(a, b) first, then go on"
    assert shortened("One (two; three)") == "One"
