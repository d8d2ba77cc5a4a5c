"""Selects the facts about a module for a function and code: configuration, log, PIN format, lockout, departures."""

from __future__ import annotations

from ckrtool.knowledge import departures, registry, stacks
from ckrtool.knowledge.advice_items import sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ckrtool.knowledge.advice import Explanation
    from ckrtool.knowledge.stacks import Stack

MOST_FACTS = 8
MOST_DEPARTURES, MOST_NAMED, MOST_PATHS = 4, 2, 3
STARTING = ("load", "initialise", "slot")
# Codes for which a wrong configuration or a missing daemon is a cause in every function.
START_CODES = (
    "CKR_GENERAL_ERROR", "CKR_FUNCTION_FAILED", "CKR_DEVICE_ERROR", "CKR_HOST_MEMORY", "CKR_TOKEN_NOT_PRESENT",
    "CKR_CRYPTOKI_NOT_INITIALIZED", "CKR_LIBRARY_LOAD_FAILED", "CKR_SLOT_ID_INVALID", "CKR_DEVICE_REMOVED", "CKR_ARGUMENTS_BAD",
    "CKR_TOKEN_NOT_INITIALIZED",
)  # fmt: skip
NOTHING_KNOWN = "Nothing particular is known of {name} for this code: causes and steps are general"
UNKNOWN = "no profile knows this module: causes and steps are general, other modules' are left out"


class ModuleFacts:
    """The facts about a module (or client) in one situation; `facts` are at most eight pairs (label, text) to show."""

    __slots__ = ("departures", "facts", "name", "note", "profile")

    def __init__(self, profile: Stack | None, name: str) -> None:
        self.profile = profile
        self.name = name
        self.note: str | None = None
        self.departures: list[dict[str, Any]] = []
        self.facts: list[tuple[str, str]] = []

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object `module`: all facts, but only the departures that apply."""
        profile = self.profile
        many = profile.many if profile else lambda _key: ()
        single = profile.facts.get if profile else lambda _key: None
        return {
            "id": profile.id if profile else None,
            "name": self.name,
            "known": profile is not None,
            "config": [dict(entry) for entry in many("config")],
            "variables": [dict(entry) for entry in many("variable")],
            "log": single("log"),
            "pin_format": single("pin_format"),
            "lockout": single("lockout"),
            "departures": [
                {
                    "text": entry["text"],
                    "functions": list(entry.get("functions", ())),
                    "ref": entry.get("ref"),
                }
                for entry in self.departures
            ],
            "note": self.note,
        }


def of(
    stack: str | None,
    module: str | None,
    function: str | None,
    code: str | None,
    found: Explanation | None,
    shown: tuple[str, ...] = (),
) -> ModuleFacts | None:
    """Return the facts about a stack for this function and code; for a `module` file without a profile, only its name.

    None without a stack and a module. `found` is the explanation of the code: a note says so if it has no item for this stack.
    Texts that are `shown` elsewhere, as causes, are not among `facts`, nor are departures that name the code and have the
    source of a shown cause of this stack: they repeat it.
    """
    profile = stacks.profile(stack) if stack else None
    if profile is None:
        if module is None:
            return None
        unknown = ModuleFacts(None, module.replace("\\", "/").rsplit("/", 1)[-1])
        unknown.note = UNKNOWN
        return unknown
    selected = ModuleFacts(profile, profile.name)
    selected.departures = departures.applying(profile, function, code)
    has_items = found is not None and any(
        item.stack == profile.id
        for items in (found.causes, found.checks, found.recovery, found.warnings)
        for item in items
    )
    if not has_items and not selected.departures:
        selected.note = NOTHING_KNOWN.format(name=profile.name)
    repeated = {*shown, *_repeated(selected, code, found, shown)}
    selected.facts = [fact for fact in _facts(selected, function, code) if fact[1] not in repeated][
        :MOST_FACTS
    ]
    return selected


def _repeated(
    selected: ModuleFacts, code: str | None, found: Explanation | None, shown: tuple[str, ...]
) -> Iterator[str]:
    """Yield the texts of the departures that name the code and have the source of a `shown` cause of this stack."""
    if found is None or selected.profile is None:
        return
    own = [cause for cause in found.causes if cause.stack == selected.profile.id and cause.text in shown]
    known = {source for cause in own for source in sources(cause.ref)}
    for entry in selected.departures:
        if code in departures.codes_in(entry["text"]) and known.intersection(sources(entry.get("ref"))):
            yield str(entry["text"])


def _facts(selected: ModuleFacts, function: str | None, code: str | None) -> Iterator[tuple[str, str]]:
    """Yield (label, text), the facts that are most useful in the phase of the call first."""
    profile = selected.profile
    if profile is None:
        return
    known = registry.function(function) if function else None
    row = registry.code_by_name(code) if code else None
    phase = known.phase if known else None
    login = phase == "login" or (row is not None and row.category == "authentication")
    start = phase in STARTING or (not login and code in START_CODES)
    if selected.note:
        yield "", selected.note
    if login:
        yield from _single(profile, "pin_format", "PIN")
        yield from _single(profile, "lockout", "lockout")
    close = [
        entry for entry in selected.departures if entry.get("functions") or departures.codes_in(entry["text"])
    ]
    named = [entry for entry in close if code in departures.codes_in(entry["text"])][:MOST_NAMED]
    close = [*named, *_without_other_codes(close, named, code)]
    yield from ((_label(entry), str(entry["text"])) for entry in named)
    if start:
        yield from _configuration(profile)
    others = [entry for entry in close[:MOST_DEPARTURES] if entry not in named]
    yield from ((_label(entry), str(entry["text"])) for entry in others)
    yield from _single(profile, "log", "log")
    yield from (
        (_label(entry), str(entry["text"]))
        for entry in selected.departures
        if not (entry.get("functions") or departures.codes_in(entry["text"]))
    )


def _without_other_codes(
    close: list[dict[str, Any]], named: list[dict[str, Any]], code: str | None
) -> list[dict[str, Any]]:
    """Return the departures of `close` that are not in `named`, at most two of those that name other codes only.

    If one names the code that is asked about, those that name other codes only are left out.
    """
    others = [entry for entry in close if entry not in named]
    if code is None:
        return others
    foreign = [
        entry
        for entry in others
        if departures.codes_in(entry["text"]) and code not in departures.codes_in(entry["text"])
    ]
    kept = foreign[: 0 if named else MOST_NAMED]
    return [entry for entry in others if entry not in foreign or entry in kept]


def _single(profile: Stack, key: str, label: str) -> Iterator[tuple[str, str]]:
    if key in profile.facts:
        yield label, str(profile.facts[key])


def _configuration(profile: Stack) -> Iterator[tuple[str, str]]:
    """Yield the configuration files in one entry, then two variables, those that name files first, then the daemon."""
    files = [str(entry["path"]) for entry in profile.many("config")]
    if files:
        meaning = next((entry["meaning"] for entry in profile.many("config") if "meaning" in entry), None)
        tail = f" and {len(files) - MOST_PATHS} more" if len(files) > MOST_PATHS else ""
        yield (
            "configuration",
            ", ".join(files[:MOST_PATHS]) + tail + (f" ({meaning})" if len(files) == 1 and meaning else ""),
        )
    weights = {"file": 0, "folder": 0, "value": 1, "switch": 2}
    variables = sorted(profile.many("variable"), key=lambda entry: weights.get(entry.get("kind", ""), 1))
    for variable in variables[:2]:
        meaning = variable.get("meaning")
        yield "variable", variable["name"] + (f": {meaning}" if meaning else "")
    daemon = profile.facts.get("daemon")
    if daemon:
        check = daemon.get("check")
        yield "daemon", daemon["name"] + (f"; check: {check}" if check else "")


def _label(departure: dict[str, Any]) -> str:
    """Return the first two functions of a departure, "note" if it has none."""
    functions = departure.get("functions", ())
    return ", ".join(functions[:2]) + (", ..." if len(functions) > 2 else "") or "note"
