"""Checks a whole sequence file: every problem at once, each with the line of its step, and nothing loaded."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ckrtool.errors import SurroundingsError
from ckrtool.probe.sequences import effects, expressions
from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.compile import scopes, step_compiler
from ckrtool.probe.sequences.expressions import shown
from ckrtool.probe.sequences.own_objects import OwnObjects
from ckrtool.probe.sequences.parameters import MAKING
from ckrtool.probe.sequences.sequence import CONTEXT_SPECIFIC, EFFECTS, INTERNAL, PROFILES, USER, Sequence
from ckrtool.schema import toml_reader

if TYPE_CHECKING:
    from ckrtool.probe.sequences.sequence import Step

KEYS = frozenset({"sequence", "title", "effect", "profile", "order", "step"})
MOST_STEPS = 2000
_END_LOGIN = frozenset(("C_Logout", "C_Finalize", "C_CloseAllSessions"))
LONGEST_NAME = 100
LARGEST = 256 * 1024


class _Checker:
    """Collects the problems of one file with their lines."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[tuple[int, str]] = []

    def file(self, what: str, line: int = 1) -> None:
        """Report a problem of the file as a whole."""
        self.found.append((line, f"{self.source}:{line}: {what}"))

    def step(self, number: int, line: int, call: object, what: str) -> None:
        """Report a problem of one step."""
        named = f" ({call})" if isinstance(call, str) and len(call) <= 80 else ""
        self.found.append((line, f"{self.source}:{line}: step {number}{named}: {what}"))

    def finish(self) -> None:
        """Raise BrokenSequence if anything was found, in the order of the lines."""
        if self.found:
            raise BrokenSequence([text for _, text in sorted(self.found, key=lambda problem: problem[0])])


def read(path: str, profile: str = "file", source: str | None = None) -> Sequence:
    """Return the checked sequence of a file; `source` is how messages name it (default: the path).

    Raises BrokenSequence for what is wrong in it, SurroundingsError where it can't be read.
    """
    source = source or path
    checker = _Checker(source)
    try:
        text = toml_reader.read_text(Path(path), LARGEST)
    except toml_reader.Unreadable as unreadable:
        raise SurroundingsError(
            f"{path}: {unreadable}", "`ckr probe --list-sequences` lists the built-in ones."
        ) from unreadable
    except toml_reader.NotToml as broken:
        checker.file(broken.reason, broken.line)
        checker.finish()
        raise
    return check(text, source, profile)


def check(text: str, source: str, profile: str = "file") -> Sequence:
    """Return the sequence that the TOML text describes; raises BrokenSequence with everything that is wrong."""
    checker = _Checker(source)
    try:
        parsed = toml_reader.parse(text)
    except toml_reader.NotToml as broken:
        checker.file(broken.reason, broken.line)
        checker.finish()
        raise
    values = parsed.values
    for key in values.keys() - KEYS:
        checker.file(f"unknown key {shown(key)}{expressions.near(key, KEYS)}")
    _check_place(parsed, checker)
    sequence = Sequence(
        _name(values, checker), _title(values, checker), _declared(values, checker), source, text, profile
    )
    scope = scopes.Scope()
    for number, table in enumerate(_tables(values, checker), 1):
        line = parsed.line("step", f"entry {number}") or 1
        call = table.get("call") if isinstance(table, dict) else None
        step = step_compiler.step(number, line, table, scope, partial(checker.step, number, line, call))
        if step is not None:
            sequence.steps.append(step)
    _judge_effects(sequence, scope, checker)
    _judge_logins(sequence, checker)
    _judge_order_of_logins(sequence, checker)
    checker.finish()
    return sequence


def _name(values: dict[str, Any], checker: _Checker) -> str:
    name = values.get("sequence")
    if isinstance(name, str) and name.strip() and len(name) <= LONGEST_NAME and name.isprintable():
        return name
    checker.file(
        'needs a name: sequence = "..."' if name is None else f"sequence is a name, not {shown(name)}"
    )
    return ""


def _title(values: dict[str, Any], checker: _Checker) -> str:
    title = values.get("title", "")
    if not isinstance(title, str):
        checker.file(f"title is a text, not {shown(title)}")
        return ""
    return title


def _declared(values: dict[str, Any], checker: _Checker) -> str:
    """Return the effect that the file declares, the weakest by default; report an unknown one and return the strongest."""
    declared = values.get("effect", EFFECTS[0])
    if declared not in EFFECTS:
        checker.file(f"effect is one of {', '.join(EFFECTS)}, not {shown(declared)}")
        return EFFECTS[-1]
    return str(declared)


def _check_place(parsed: toml_reader.Document, checker: _Checker) -> None:
    """Check profile and order: they have a meaning in data/sequences only, and a copy of such a file may keep them."""
    profile, order = parsed.values.get("profile"), parsed.values.get("order", 0)
    if profile not in (None, *PROFILES, INTERNAL):
        allowed = ", ".join((*PROFILES, INTERNAL))
        checker.file(f"profile is one of {allowed}, not {shown(profile)}", parsed.line("profile") or 1)
    if not isinstance(order, int) or isinstance(order, bool) or order < 0:
        checker.file(f"order is a whole number, not {shown(order)}", parsed.line("order") or 1)


def _tables(values: dict[str, Any], checker: _Checker) -> list[Any]:
    tables = values.get("step")
    if not isinstance(tables, list) or not tables:
        checker.file("has no [[step]]" if not tables else f"step is written [[step]], not as {shown(tables)}")
        return []
    if len(tables) > MOST_STEPS:
        checker.file(f"more than {MOST_STEPS} steps")
        return []
    return tables


def _judge_effects(sequence: Sequence, scope: scopes.Scope, checker: _Checker) -> None:
    """Compute the effect of each step; one that is more than the file declares is a problem."""
    objects = OwnObjects(scope)
    for step in sequence.steps:
        made = objects.made(step) is not None and step.call in effects.ON_OBJECT
        exists = objects.exists(step, ends=step.call == "C_DestroyObject")
        step.effect = effects.effect(step.call, step.args, exists=exists, ended=made and not exists)
        if made and exists:
            step.plan["own"] = True
        if EFFECTS.index(step.effect) > EFFECTS.index(sequence.effect):
            remedy = _ended(step, objects) if made else _remedy(step)
            what = f"its effect is {step.effect}, the file declares {sequence.effect}{remedy}"
            checker.step(step.n, step.line, step.call, what)
        objects.follow(step)
        if (
            step.plan.get("fork") and step.effect != EFFECTS[0]
        ):  # a child's logins and objects are not tracked
            checker.step(step.n, step.line, step.call, "fork is allowed only for calls whose effect is read")


def _ended(step: Step, objects: OwnObjects) -> str:
    """Return why the handle of a step may be that of an object which the file did not make."""
    by = objects.ended_by(step)
    if by is not None and not objects.exists(step):
        return f"; step {by.n} ({by.call}) ends the object, and its handle may then be another object's"
    if objects.exists(step):
        return "; the loop repeats it with the same handle"
    return "; no step before it makes the object"


def _remedy(step: Step) -> str:
    if step.call in MAKING and step.effect == "token-objects":
        return "; write CKA_TOKEN = false into its template, or declare it"
    return ""


def _judge_order_of_logins(sequence: Sequence, checker: _Checker) -> None:
    """Report logins that no run makes: a second one as CKU_USER, and CKU_CONTEXT_SPECIFIC twice or without the login of the user."""
    logged_in = False
    seen: set[int] = set()
    for step in sequence.steps:
        user, what = step.user_type, None
        if step.call in _END_LOGIN:
            logged_in = False
        if user == USER and not (step.plan.get("relogin") or USER not in seen):
            what = "a second login as CKU_USER: a run makes one, so that a wrong PIN uses up one try at most"
        elif user == CONTEXT_SPECIFIC and user in seen:
            what = "a second login as CKU_CONTEXT_SPECIFIC: a run makes one"
        elif user == CONTEXT_SPECIFIC and not logged_in:
            what = "a login as CKU_CONTEXT_SPECIFIC follows one as CKU_USER that no step has ended"
        if what is not None:
            checker.step(step.n, step.line, step.call, what)
        if user is not None:
            seen.add(user)
            logged_in = logged_in or user == USER


def _judge_logins(sequence: Sequence, checker: _Checker) -> None:
    """Report a second login outside the sequence `login`: every failed one may use up a PIN try."""
    again = [
        step for step in sequence.steps if step.plan.get("relogin") and step.user_type != CONTEXT_SPECIFIC
    ]
    for step in again:
        if sequence.name != "login" or step is not again[0]:
            checker.step(
                step.n, step.line, step.call, "relogin is allowed only for one step of the sequence login"
            )
