"""The module that `--module` names: a file, a stack, or a module of this host. Nothing is loaded."""

from __future__ import annotations


def named(word: str | None) -> str | None:
    """Return the path of the module of this host that has the name `word`; any other word, and None, unchanged.

    A name that a profile has, and a path, are not searched for.
    """
    if word is None or "/" in word or "\\" in word:
        return word
    from ckrtool.knowledge import stacks

    return word if stacks.by_name_or_file(word) is not None else path_of(word) or word


def path_of(name: str) -> str | None:
    """Return the path of the module of this host with this name; None if there is none."""
    from ckrtool.errors import SurroundingsError, UsageError
    from ckrtool.probe.target import modules

    try:
        return modules.resolve(name).path
    except (SurroundingsError, UsageError, OSError):  # OSError: the name is too long for a file
        return None
