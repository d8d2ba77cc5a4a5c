"""The lists that completions offer, each entry with a description, read from the data files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool._generate import sources, tables
from ckrtool.knowledge.constants import kind_of
from ckrtool.probe.sequences import builtin
from ckrtool.probe.sequences.sequence import INTERNAL
from ckrtool.probe.target.p11kit import SYSTEM, USER
from ckrtool.schema.forms import CATEGORIES, VERSIONS

if TYPE_CHECKING:
    from ckrtool._generate.datafiles import Sources

DATA = Path(__file__).resolve().parent.parent / "data"
PROFILES = (
    ("health", "calls of a well-behaved program, in the right order"),
    ("conformance", "calls that a correct module must refuse; real modules crash on some"),
    ("all", "both"),
)
# Sources of a PIN; a name follows those that end in a colon.
PIN_SOURCES = (
    ("env:", "an environment variable"),
    ("file:", "the first line of a file"),
    ("fd:", "an open descriptor"),
    ("cmd:", "the first line that a command prints"),
    ("prompt", "a prompt on the terminal"),
    ("protected-path", "entered at the token itself"),
)
# Folders of p11-kit's configuration, one NAME.module per module; the shell reads them when it completes.
P11KIT_FOLDERS = (*SYSTEM, USER)

# What may be typed in place of a command, for its help and for --version.
HELP = (("help", "Show the help of a command."), ("version", "Print the version."))

Words = tuple[tuple[str, str], ...]


def lists() -> dict[str, Words]:
    """Return the name of each list -> its entries (value, description).

    "names" contains codes and functions, "builtins" the sequences that can be shown, "sequences" those that can be run.
    """
    read = sources.load(DATA)
    codes = tuple((name, code["summary"]) for name, code in read.codes.items())
    codes += tuple(
        (name, "only in older headers of the standard") for name, _ in tables.historic(read).values()
    )
    functions = tuple((name, function["chapter"]) for name, function in read.functions.items())
    named = tuple((row.name, row.title) for row in read.sequences if row.profile != INTERNAL)
    runnable = (*named, (builtin.APPLICATION, builtin.APPLICATION_TITLE))
    return {
        "codes": codes,
        "constants": _constants(read),
        "functions": functions,
        "names": functions + codes,
        "families": tuple((name, family["title"]) for name, family in sorted(read.constants.items())),
        "vendors": tuple((name, vendor["name"]) for name, vendor in sorted(read.vendors.items())),
        "stacks": tuple((name, stack["name"]) for name, stack in sorted(read.stacks.items())),
        "categories": tuple((name, "") for name in CATEGORIES),
        "versions": tuple((name, "") for name in VERSIONS),
        "sequences": runnable,
        "builtins": named,
        "profiles": PROFILES,
        "pin-sources": PIN_SOURCES,
    }


def _constants(read: Sources) -> Words:
    """Return the current names of the constants other than return codes, each with the noun for its family."""
    return tuple(
        (name, kind_of(key))
        for key, family in read.constants.items()
        for version in VERSIONS
        for name in family.get(version, {})
        if name not in family.get("older", ())
    )
