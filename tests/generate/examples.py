"""The examples of the man pages' prose: command lines with the first line of what they print, and their statuses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from ckrtool._generate import manpages


@dataclass
class Example:
    """A command line as it is typed, the output shown below it, and the status that `echo $?` shows (0 where it is not asked)."""

    command: str
    shown: list[str] = field(default_factory=list)
    status: int = 0


def blocks(page: str) -> list[list[Example]]:
    """Return the examples of a page by block; those of one block are typed one after the other in one shell."""
    text = (manpages.PROSE / f"{page}.md").read_text("utf-8").partition("# EXAMPLES\n")[2]
    text = re.split(r"^# ", text, flags=re.MULTILINE)[0]
    found = []
    for block in re.findall(r"(?:^    .*\n)+", text, re.MULTILINE):
        examples = in_block([line[4:] for line in block.splitlines()])
        if examples:
            found.append(examples)
    return found


def in_block(lines: list[str]) -> list[Example]:
    """Return the examples of one block."""
    examples: list[Example] = []
    asked = False
    for line in lines:
        if line == "$ echo $?":
            asked = True
        elif asked:
            examples[-1].status, asked = int(line), False
        elif line.startswith("$ "):
            examples.append(Example(line[2:]))
        elif examples and re.search(r"[\\|]$", examples[-1].command):
            examples[-1].command += f"\n{line}"
        elif examples:
            examples[-1].shown.append(line)
    return examples


def fits(shown: list[str], printed: str) -> bool:
    """Return whether the first line printed is the first one shown; `...` is anything, no line is no output."""
    if not shown:
        return printed == ""
    first = printed.partition("\n")[0]
    return re.fullmatch(re.escape(shown[0]).replace(r"\.\.\.", ".*"), first) is not None and first != ""


def pages() -> list[str]:
    """Return the pages that have prose: `ckr-decode.1`."""
    return sorted(path.stem for path in Path(manpages.PROSE).glob("*.md"))
