"""The refusal of arguments that no command fits, with hints on what was probably meant."""

from __future__ import annotations

from ckrtool.cli.commands import COMMANDS
from ckrtool.cli.shell_line import shown
from ckrtool.errors import UsageError
from ckrtool.knowledge import registry, stacks
from ckrtool.values import literals, spellings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = 2
MOST_NAMES = 3
FIRST_WORDS = (*COMMANDS, "help", "version")


def refused(words: Sequence[str], kinds: Sequence[tuple[str, str | None]]) -> UsageError:
    """Return the error for arguments that are not understood; `kinds` are the words without marks, each with its kind."""
    first = words[0]
    near = min(FIRST_WORDS, key=lambda command: _distance(first.lower(), command))
    is_near = _distance(first.lower(), near) <= NEAR
    wanted = literals.quoted(" ".join(words))
    meant = _meant(kinds)
    names = (
        [f"ckr {name}" for name in spellings.suggestions(kinds[0][0], MOST_NAMES)] if len(words) == 1 else []
    )
    if is_near:
        begins = [line for line in names if line.startswith(f"ckr CKR_{first.upper()}")]
        meant = (meant if _function(*kinds[0]) else begins) + [shown([near, *words[1:]])]
        return UsageError(f"{literals.quoted(first)} is not a command", _did_you_mean(meant))
    if len(words) > 1 or " " in first:
        return UsageError(
            f"{wanted} is not a line that contains one return code",
            _did_you_mean(meant) or "for a log: ckr annotate FILE, or pipe it into `ckr annotate`",
        )
    return UsageError(
        f"{wanted} is not a return code, a function, a file or a command",
        _did_you_mean(meant or names) or f"nearest command: ckr {near}; `ckr --help` shows all",
    )


def _did_you_mean(meant: Sequence[str]) -> str:
    """Return the hint that names the command lines, one per line; "" without one."""
    return "\n".join(f"{'or' if number else 'did you mean'}: {line}" for number, line in enumerate(meant))


def _meant(kinds: Sequence[tuple[str, str | None]]) -> list[str]:
    """Return the command line for the code, the function and the module among the words; an empty list if there is none."""
    values = [word for word, kind in kinds if kind == "value"]
    functions = [name for word, kind in kinds if (name := _function(word, kind))]
    named = [found.id for word, kind in kinds if kind is None and (found := stacks.by_name_or_file(word))]
    if not values:
        name = literals.standard_name("_".join(word for word, _ in kinds))
        return [f"ckr {found}" for found in [*functions, name][:1] if found]
    if len(functions) != 1 and not named:
        values = [word for word in values if not word.isdigit()]  # a number in a sentence may be anything
    if not values:
        return []
    line = ["explain", *values, *(functions if len(functions) == 1 else [])]
    return [shown([*line, *(["--stack", named[0]] if len(named) == 1 else [])])]


def _function(word: str, kind: str | None) -> str | None:
    """Return the name of the function that a word names, with or without `C_`."""
    return registry.function_name(word if kind == "function" else f"C_{word}")


def _distance(first: str, second: str) -> int:
    """Return the edit distance of two words; a swap of neighbours is one edit.

    If `first` is much longer than `second`, its length is returned, to bound the time.
    """
    if len(first) > 2 * len(second) + NEAR:
        return len(first)
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        older, before = before, row
        row = [i]
        for j, right in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
