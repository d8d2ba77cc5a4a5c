"""Generates man pages: synopsis and options from the command tree, exit statuses from `exitcodes`, the rest from man/.

A file such as `man/ckr-decode.1.md` contains the hand-written sections, which are merged in the usual order of man pages.
A page without such a file has the command's help as its description. The date is that of the release, so that the same
sources give the same bytes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool import __version__
from ckrtool._generate import commandtree, roff
from ckrtool.schema import toml_reader

if TYPE_CHECKING:
    from ckrtool._generate.commandtree import Argument, Command, Option, Tree

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent
PROSE = HERE / "man"
TARGET = PACKAGE.parent / "man"
COOKBOOK = PACKAGE / "data/cookbook"
FIRST = ("NAME", "SYNOPSIS", "DESCRIPTION")
GENERATED = ("COMMANDS", "ARGUMENTS", "OPTIONS")
LAST = ("EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO")
DATE = "2026-11-28"  # of the release that __version__ names
KINDS = {"1": "User Commands", "3": "Library Functions", "5": "File Formats", "7": "Miscellaneous"}
# No hyphenation, so that names and options can be copied, and a ragged right edge.
HEAD = r""".\" Compiled by `python -m ckrtool._generate` from the command tree and its prose; never edited by hand.
.nr HY 0
.TH "{title}" "{number}" "{date}" "ckr {version}" "{kind}"
.nh
.ad l
"""


def files() -> dict[Path, str]:
    """Return path -> text of every page."""
    return {TARGET / f"man{name[-1]}" / name: text for name, text in pages(commandtree.tree()).items()}


def pages(tree: Tree) -> dict[str, str]:
    """Return name -> text of every page: `ckr.1`, one for each command, and those of file formats."""
    made = {"ckr.1": page("ckr.1", tree.root, tree)}
    for command in tree.commands:
        name = f"ckr-{command.name}.1"
        made[name] = page(name, command, tree)
    for path in sorted(PROSE.glob("*.[357].md")):
        made[path.stem] = page(path.stem)
    return made


def page(name: str, command: Command | None = None, tree: Tree | None = None) -> str:
    """Return one page as roff."""
    title, _, number = name.rpartition(".")
    written = prose(name)
    made: dict[str, str] = {}
    if command is not None:
        summary = command.summary if command.name else "explain the return codes of PKCS #11"
        brief = re.split(r"[:;.] ", summary)[0]  # man -k shows it on one line
        made["NAME"] = f"{title} - {brief[0].lower()}{brief[1:]}"
        made["DESCRIPTION"] = command.help
    sections = {heading: roff.convert(text) for heading, text in (made | written).items()}
    if command is not None:
        sections["SYNOPSIS"] = _synopsis(title, command)
        sections["OPTIONS"] = _definitions(command.options) + sections.get("OPTIONS", "")
        if command.arguments:
            sections["ARGUMENTS"] = _definitions(command.arguments)
        sections["EXIT STATUS"] = _statuses() + _after(sections.get("EXIT STATUS", ""))
        if "EXAMPLES" not in sections:
            sections["EXAMPLES"] = "\n".join(roff.shown(list(command.examples))) + "\n"
    if tree is not None and command is tree.root:
        sections["COMMANDS"] = "".join(
            _lines(roff.item(f"{roff.bold(f'ckr-{entry.name}')}(1)", entry.summary + "."))
            for entry in tree.commands
        )
    for heading, kind in (("ENVIRONMENT", "variable"), ("FILES", "file")):
        sections[heading] = _facts(kind, title) + _after(sections.get(heading, ""))
    sections["SEE ALSO"] = _see_also(title, number, tree) + sections.get("SEE ALSO", "")
    head = HEAD.format(
        title=roff.typed(title.upper()), number=number, date=DATE, version=__version__, kind=KINDS[number]
    )
    return head + "".join(
        f'.SH "{heading}"\n{text}'
        for heading, text in _ordered(sections, command=command is not None)
        if text
    )


def prose(name: str) -> dict[str, str]:
    """Return heading -> text of a prose file; {} if there is none. A line `{cookbook/NAME}` is replaced by that file."""
    path = PROSE / f"{name}.md"
    if not path.exists():
        return {}
    parts = re.split(r"^# (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    return {heading: _with_cookbook(text) for heading, text in zip(parts[1::2], parts[2::2], strict=True)}


def _with_cookbook(text: str) -> str:
    return re.sub(
        r"^\{cookbook/(.+)\}$", lambda found: _indented(COOKBOOK / found[1]), text, flags=re.MULTILINE
    )


def _indented(path: Path) -> str:
    return "\n".join(f"    {line}".rstrip() for line in path.read_text("utf-8").splitlines())


def _ordered(sections: dict[str, str], *, command: bool) -> list[tuple[str, str]]:
    """Return the sections in the usual order of man pages, with those of this page before the examples."""
    first = FIRST + (GENERATED if command else ())
    middle = [heading for heading in sections if heading not in {*first, *LAST}]
    return [(heading, sections[heading]) for heading in (*first, *middle, *LAST) if heading in sections]


def _after(text: str) -> str:
    """Return text as a paragraph after a list; "" for no text."""
    return f".PP\n{text}" if text else ""


def _synopsis(title: str, command: Command) -> str:
    called = " ".join(title.split("-", 1))
    if not command.name:
        return _lines(
            [
                f"{roff.bold('ckr')} {roff.italic('COMMAND')} [{roff.italic('OPTION')}]... [{roff.italic('ARGUMENT')}]...",
                ".br",
                f"{roff.bold('ckr --version')} [{roff.bold('--json')}]",
            ]
        )
    arguments = [_usage(entry) for entry in command.arguments]
    return _lines([" ".join([roff.bold(called), f"[{roff.italic('OPTION')}]...", *arguments])])


def _usage(entry: Argument) -> str:
    """Return an argument for a synopsis: names in italics, brackets and dots not."""
    return re.sub(r"[A-Za-z][A-Za-z.]*[A-Za-z]|[A-Za-z]", lambda found: roff.italic(found[0]), entry.metavar)


def _definitions(entries: tuple[Option, ...] | tuple[Argument, ...]) -> str:
    return "".join(_lines(roff.item(_term(entry), _description(entry))) for entry in entries)


def _term(entry: Option | Argument) -> str:
    if isinstance(entry, commandtree.Argument):
        return _usage(entry)
    names = ", ".join(roff.bold(name) for name in entry.names)
    if entry.metavar is None:
        return names
    value = (
        "|".join(roff.bold(choice) for choice in entry.choices)
        if entry.choices
        else roff.italic(entry.metavar)
    )
    return f"{names} {value}"


def _description(entry: Option | Argument) -> str:
    text = entry.help
    if isinstance(entry, commandtree.Argument) and entry.choices:
        text += f" One of {', '.join(f'`{choice}`' for choice in entry.choices)}."
    if isinstance(entry, commandtree.Option):
        text += " May be given several times." if entry.repeatable and "repeat" not in text else ""
        text += f" Default: `{entry.default}`." if entry.default and not entry.flag else ""
    return text


def _statuses() -> str:
    """Return the exit statuses with the comments after them in `exitcodes`."""
    source = (PACKAGE / "exitcodes.py").read_text("utf-8")
    rows = re.findall(r"^    [A-Z]+ = (\d+)  # (.+)$", source, re.MULTILINE)
    return "".join(
        _lines(roff.item(roff.bold(number), f"{text[0].upper()}{text[1:]}.")) for number, text in rows
    )


def _facts(kind: str, title: str) -> str:
    """Return the definitions of the environment variables or files that a page lists."""
    table = toml_reader.load(PROSE / "surroundings.toml").values
    entries = [entry for entry in table[kind] if title in entry["pages"] or title == "ckr"]
    return "".join(_lines(roff.item(roff.bold(entry["name"]), entry["text"])) for entry in entries)


def _see_also(title: str, number: str, tree: Tree | None) -> str:
    """Return the references to other pages."""
    table = toml_reader.load(PROSE / "surroundings.toml").values
    names = [name for name in table["see_also"].get(title, ()) if _is_there(name, tree)]
    if title != "ckr":
        names = ["ckr(1)", *names]
    return (
        _lines([", ".join(roff.bold(name[:-3]) + name[-3:] for name in names)])
        if names or number == "5"
        else ""
    )


def _is_there(name: str, tree: Tree | None) -> bool:
    """Return whether a page exists; `tree` may lack some commands."""
    command = name[:-3].removeprefix("ckr-")
    return (
        tree is None
        or not name.startswith("ckr-")
        or not name.endswith("(1)")
        or command in {entry.name for entry in tree.commands}
    )


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
