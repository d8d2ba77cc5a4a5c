"""Every finding id that the code can give has a text, and every text belongs to an id that the code can give."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import ckrtool
from ckrtool._tables.findings import FINDINGS
from ckrtool.knowledge import causes, findings, registry
from ckrtool.probe import protocol
from ckrtool.probe.judge import token_flags, whole_sequences
from ckrtool.probe.judge.finding import finding, for_stack, merged
from ckrtool.probe.sequences import builtin
from ckrtool.probe.verify.doubts import IDS

PACKAGE = Path(ckrtool.__file__).parent

# Calls of finding() whose id is not a literal: file and expression, and the ids that can come there.
FLEXIBLE: dict[tuple[str, str], tuple[str, ...]] = {
    ("single_calls.py", "_lost_id(call)"): ("crashed", "exited", "hung", "interrupted", "max-time"),
    ("single_calls.py", "odd['id']"): tuple(protocol.ODDITIES),
    ("single_calls.py", "name"): (
        "login-failed",
        "unexpected-return",
        "departure",
        "initialize-failed",
        "call-failed",
    ),
    ("single_calls.py", "wrong.id"): tuple(
        step.wrong.id
        for name in (*builtin.names(), builtin.LEFT_BEHIND)
        if name != builtin.APPLICATION
        for step in builtin.sequence(name).steps
        if step.wrong
    ),
    ("independent.py", "doubt.id"): IDS,
    ("token_flags.py", "name"): tuple(name for _, name, _ in token_flags.FLAG_FINDINGS.values()),
    ("judge.py", "load.kind"): ("broken-start",),
    ("judge.py", "name"): ("not-loaded", "constructor-crashed", "constructor-exited", "constructor-hung"),
    ("judge.py", "name if ' ' not in name else 'load-warning'"): ("load-warning", "entry-from-dependency"),
    ("judge.py", "chosen.reason or 'no-such-token'"): ("no-such-token", "no-such-slot", "no-slot-list"),
    ("whole_sequences.py", "reason"): tuple(whole_sequences.SKIPPED),
    ("whole_sequences.py", "sequence.outcome"): ("crashed", "exited", "hung"),
    ("whole_sequences.py", "protocol.NO_PYTHON_PKCS11"): (protocol.NO_PYTHON_PKCS11,),
}


def _calls() -> list[tuple[str, ast.Call]]:
    """Return every call of finding() in the package, with the name of its file."""
    return [
        (path.name, node)
        for path in sorted(PACKAGE.rglob("*.py"))
        if "_tables" not in path.parts and "finding(" in (text := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", None)) == "finding"
        and len(node.args) > 2
    ]


def _literals(node: ast.expr) -> list[str] | None:
    """Return the texts that an expression of literals can be; None for other expressions."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = _literals(node.body), _literals(node.orelse)
        return None if one is None or other is None else one + other
    return None


def _ids() -> set[str]:
    """Return every id that the code can give."""
    known = {name for names in FLEXIBLE.values() for name in names}
    for _, call in _calls():
        known.update(_literals(call.args[1]) or ())
    return known


def test_every_call_is_accounted_for() -> None:
    """An id that is computed must be in FLEXIBLE, else nobody sees that its text is missing."""
    calls = _calls()
    assert len(calls) > 50
    unknown = [
        f"{file}: finding(..., {ast.unparse(call.args[1])}, ...)"
        for file, call in calls
        if _literals(call.args[1]) is None and (file, ast.unparse(call.args[1])) not in FLEXIBLE
    ]
    assert not unknown


def test_every_id_has_a_text() -> None:
    """A finding without a text has no advice and no `ckr explain ID`: write ckrtool/data/findings/ID.toml."""
    assert (
        sorted(_ids() - set(findings.ids()) - set(causes.ids())) == []
    )  # a cause has its text in data/causes


def test_every_text_has_an_id() -> None:
    """A text that no code can give is dead: delete it, or name its id in FLEXIBLE."""
    assert sorted(set(findings.ids()) - _ids()) == []


def test_severities_are_those_of_the_code() -> None:
    """A literal severity is among those that the text names."""
    wrong = [
        f"{name}: {severity}"
        for _, call in _calls()
        for name in _literals(call.args[1]) or ()
        for severity in _literals(call.args[0]) or ()
        if name in FINDINGS and severity not in FINDINGS[name][1]  # type: ignore[operator]
    ]
    assert not wrong


@pytest.mark.parametrize("name", findings.ids())
def test_texts_say_what_to_do(name: str) -> None:
    """Every text has something to do or to check, and sentences that end."""
    text = findings.text(name)
    assert text is not None
    assert text.checks or text.recovery
    assert text.meaning.endswith(".")
    assert text.matters.endswith(".")
    assert not text.title.endswith(".")


def test_items_fit_the_function() -> None:
    """What is true of a login only is not said of a module that crashes while it is loaded."""
    login, load = findings.text("crashed", "C_Login"), findings.text("crashed", "dlopen")
    assert login is not None
    assert load is not None
    assert any("PIN" in item.text for item in login.warnings)
    assert not any("PIN" in item.text for item in load.warnings)
    assert "strace" in load.checks[0].text


@pytest.mark.parametrize("word", ["sessions-exhausted", "Sessions_Exhausted", " sessions exhausted "])
def test_found_by_word(word: str) -> None:
    """An id is understood in any case and with other separators."""
    text = findings.by_word(word)
    assert text is not None
    assert text.id == "sessions-exhausted"


def test_unknown_words_are_none() -> None:
    """A word that is no id has no text."""
    assert findings.by_word("sessions") is None
    assert registry.code(0xA0) is not None
    assert findings.by_word("pin-incorrect") is None


def test_one_cause_is_one_finding() -> None:
    """Several sequences stand in one detail, once; a flag and the login that was not made for it are one."""
    words = "no login: few tries"
    found = [finding("error", "pin-count-low", words, place=name) for name in ("login", "sign")]
    flag = finding("warning", "pin-count-low", "a wrong PIN was given", "slot 7")
    (one,) = merged(merged([*found, flag]))
    assert (one["severity"], one["title"]) == ("error", words)
    assert one["detail"] == "slot 7; in login, sign"
    assert one["places"] == ["login", "sign"]


def test_different_warnings_of_one_id_stay() -> None:
    """Two processes that were left are two findings."""
    both = [
        finding("error", "process-left", "it runs on"),
        finding("warning", "process-left", "it was killed"),
    ]
    assert len(merged(both)) == 2


def test_advice_of_one_family_is_for_that_family_alone() -> None:
    """What is true of SoftHSM2 is not said of a card's module, nor of one that is not known."""
    flag = finding("warning", "pin-count-low", "a wrong PIN was given")
    for stack, there in (("softhsm2", True), ("opensc", False), (None, False)):
        texts = [item["text"] for item in for_stack(flag, stack)["advice"]]
        assert any("SoftHSM2" in str(text) for text in texts) == there
