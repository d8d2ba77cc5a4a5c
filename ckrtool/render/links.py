"""URLs of references: issues, pull requests and files on GitHub."""

from __future__ import annotations

GITHUB = "https://github.com"
NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


def url_of(reference: str) -> str | None:
    """Return the URL of `owner/name#12` or `owner/name:path/file.c`; None for any other reference."""
    for mark, form in (("#", "issues"), (":", "blob/HEAD")):
        repository, found, rest = reference.partition(mark)
        owner, slash, name = repository.partition("/")
        if (
            not found
            or not slash
            or not owner.strip(".")
            or not name.strip(".")
            or not NAME.issuperset(owner + name)
        ):
            continue
        if (mark == "#" and rest.isdigit()) or (mark == ":" and rest and " " not in rest):
            return f"{GITHUB}/{repository}/{form}/{rest}"
    return None
