"""`ckr modules NAME`: facts about a module family, and the path of its module on this host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.cli.module_option import path_of
from ckrtool.errors import UsageError
from ckrtool.knowledge import stacks
from ckrtool.printable import printable

if TYPE_CHECKING:
    from ckrtool.cli.streams import Streams
    from ckrtool.knowledge.stacks import Stack
    from ckrtool.render.document import Line, Section


def answer(name: str, streams: Streams, *, json: bool) -> None:
    """Print the facts about `name`; raises UsageError if it is neither a module of this host nor a known family."""
    path = path_of(name)
    profile = stacks.by_word(name) or stacks.by_name_or_file(path or name)
    if profile is None and path is None:
        raise UsageError(
            f"{name!a} is not a known module or stack",
            "`ckr modules` lists the modules of this host, `ckr list stacks` the known families",
        )
    if json:
        from ckrtool.render.jsontext import line

        known = {"id": profile.id, "name": profile.name, **profile.facts} if profile else None
        streams.write(line("modules", {"name": name, "path": path, "stack": known}))
        return
    from ckrtool.render.document import Document

    title = profile.name if profile else "no profile of this module: advice for it is general"
    facts = [("file", printable(path) if path else "not found on this host")]
    parts = _sections(profile) if profile else []
    next_steps = [f"ckr probe {printable(name)}"] if path else []
    next_steps += [f"ckr explain CODE --stack {profile.id}"] if profile else []
    streams.show(Document(f"{printable(name)}  {title}", None, facts, [*parts, _next(next_steps)]))


def _sections(profile: Stack) -> list[Section]:
    from ckrtool.render.document import Line, Section

    def lines(key: str, label: str) -> list[Line]:
        return [Line(entry["meaning"], label=entry[label]) for entry in profile.many(key)]

    single = [
        Line(str(profile.facts[key]), label=label)
        for key, label in (("log", "log"), ("pin_format", "PIN"), ("lockout", "lockout"))
        if key in profile.facts
    ]
    departures = [
        Line(
            entry["text"],
            label=", ".join(entry.get("functions", ())) or None,
            tags=[entry["ref"]] if "ref" in entry else [],
        )
        for entry in profile.many("departure")
    ]
    return [
        Section("Configuration", [*lines("config", "path"), *lines("variable", "name")]),
        Section("Log, PIN and lockout", single),
        Section("Departs from the standard", departures),
    ]


def _next(commands: list[str]) -> Section:
    from ckrtool.render.document import Line, Section

    return Section("Next", [Line(command) for command in commands])
