"""Splits the quoted chapter of the standard into its sections and passages."""

from __future__ import annotations

from dataclasses import dataclass

# The only damaged name in the supplied text: it contains emphasis marks.
DAMAGED = {"CKR_SESSION_ASYN**C_NOT**_SUPPORTED": "CKR_SESSION_ASYNC_NOT_SUPPORTED"}


@dataclass(frozen=True)
class Passage:
    """One bullet that describes a return code; `text` is quoted from the chapter, as one line."""

    code: str
    section: str
    title: str
    text: str


@dataclass(frozen=True)
class Section:
    """One section with its number, its heading and its text as one line."""

    number: str
    title: str
    text: str
    bullets: tuple[str, ...]


def fold(lines: list[str]) -> str:
    """Return the lines joined with blanks, without their indentation."""
    return " ".join(stripped for line in lines if (stripped := line.strip()))


def sections(chapter: str, headings: list[tuple[str, str]]) -> list[Section]:
    """Return the chapter's sections; raise ValueError when its headings are not the expected ones, in order."""
    blocks: list[tuple[str, list[str]]] = []
    for line in chapter.splitlines():
        if line.startswith("#"):
            blocks.append((line.lstrip("#").strip(), []))
        elif blocks:
            blocks[-1][1].append(line)
    if [title for title, _ in blocks] != [title for _, title in headings]:
        raise ValueError("the headings of the chapter are not those of sections.toml")
    return [
        Section(number, title, fold(lines), tuple(_bullets(lines)))
        for (number, _), (title, lines) in zip(headings, blocks, strict=True)
    ]


def _bullets(lines: list[str]) -> list[str]:
    """Return the bullets of a section: lines that start with `* ` and the indented lines that belong to them."""
    bullets: list[list[str]] = []
    inside = False
    for line in lines:
        if line.startswith("* "):
            bullets.append([line[2:]])
            inside = True
        elif inside and (line.startswith("  ") or not line.strip()):
            bullets[-1].append(line)
        else:
            inside = False
    return [fold(bullet) for bullet in bullets]


def passages(parts: list[Section]) -> list[Passage]:
    """Return every bullet that describes a return code, in the chapter's order."""
    found = []
    for part in parts:
        for bullet in part.bullets:
            head = bullet.partition(":")[0]
            name = DAMAGED.get(head, head)
            if name.startswith("CKR_"):
                found.append(Passage(name, part.number, part.title, bullet))
    return found
