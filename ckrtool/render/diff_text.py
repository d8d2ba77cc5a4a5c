"""Changes between two probe reports, as plain text (one change a line) and as Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ckrtool.printable import printable
from ckrtool.render.report_facts import plural, shorten, value_text
from ckrtool.render.report_markdown import code, table

#: Characters of one side of a change.
LONGEST = 400
#: Escape sequences of the terminal's own palette: red for what went, green for what came.
_WENT, _CAME, _DIM, _END = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"

Change = Mapping[str, Any]


def plain(changes: Iterable[Change], *, colour: bool = False) -> str:
    """Return a line for each change ("where: before -> after", or "+added -removed" for flags); "" if there is none."""
    return "".join(_line(change, colour) for change in changes)


def _line(change: Change, colour: bool) -> str:
    where = printable(change["where"])
    gone, came = _gone_and_come(change)
    pieces = [_styled(f"-{_shown(piece)}", _WENT, colour) for piece in gone]
    pieces += [_styled(f"+{_shown(piece)}", _CAME, colour) for piece in came]
    if pieces:
        return f"{where}: {' '.join(pieces)}\n"
    before, after = _side(change["before"]), _side(change["after"])
    arrow = _styled("->", _DIM, colour)
    return f"{where}: {_styled(before, _WENT, colour)} {arrow} {_styled(after, _CAME, colour)}\n"


def _styled(text: str, style: str, colour: bool) -> str:
    return f"{style}{text}{_END}" if colour else text


def _gone_and_come(change: Change) -> tuple[list[str], list[str]]:
    """Return what left and what joined a list of names; nothing where the change is of another kind."""
    before, after = change["before"], change["after"]
    if not isinstance(before, list) or not isinstance(after, list):
        return [], []
    gone = [value_text(name) for name in before if name not in after]
    return gone, [value_text(name) for name in after if name not in before]


def _shown(value: object) -> str:
    return printable(shorten(value_text(value), LONGEST))


def _side(value: object) -> str:
    """Return one side of a change; a side that is not there says so."""
    return "(none)" if value is None else _shown(value) or '""'


def markdown(changes: Sequence[Change]) -> str:
    """Return the changes as a table to be pasted into a ticket."""
    if not changes:
        return "No changes.\n"
    rows = [(code(change["where"]), _cell(change["before"]), _cell(change["after"])) for change in changes]
    return f"**{plural(len(changes), 'change')}**\n\n{table(('Where', 'Before', 'After'), rows)}\n"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return ", ".join(map(_cell, value)) if isinstance(value, list) else code(value_text(value))
