"""Hides labels, serials, hosts and paths in excerpts: the same text becomes the same word, in one run and the next."""

from __future__ import annotations

import hashlib
import re

DIGITS = 8
PATTERNS = (
    (
        "path",
        re.compile(r"(?<![\w.:/%])(?:/(?:[\w.+@%-]+/)*[\w.+@%-]+|[A-Za-z]:\\(?:[^\\\s\"']+\\)*[^\\\s\"']+)"),
    ),
    (
        "label",
        re.compile(
            r"(?P<key>\b(?:[Tt]oken|[Ll]abel|[Oo]bject|manufacturerID|id|[Kk]ey|[Pp]artition)\s?[=:]\s?)"
            r"(?P<value>\"[^\"]*\"|'[^']*'|[^\s;,&?)\]\"']+)"
        ),
    ),
    ("label", re.compile(r"(?P<key>\b(?:[Tt]oken|[Ll]abel|[Ss]lot)\s)(?P<value>\"[^\"]*\"|'[^']*')")),
    (
        "serial",
        re.compile(
            r"(?P<key>\b[Ss]erial(?:[Nn]umber|[Nn]o|[Nn]r)?\.?\s?[=:]\s?)(?P<value>\"[^\"]*\"|'[^']*'|[\w-]+)"
        ),
    ),
    ("host", re.compile(r"(?P<key>^(?:<\d+>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )(?P<value>[\w.-]+)")),
    (
        "host",
        re.compile(
            r"(?P<key>^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d) )(?P<value>[\w.-]+)(?= [\w./-]+(?:\[\d+\])?:)"
        ),
    ),
    ("host", re.compile(r"(?P<key>\b[Hh]ost(?:name)?\s?[=:]\s?\"?)(?P<value>[\w.-]+)")),
    ("host", re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b")),
)


class Anonymizer:
    """Replaces what would tell whose log this is by a hash."""

    def text(self, line: str) -> str:
        """Return an excerpt without labels, serials, hosts and paths."""
        for kind, pattern in PATTERNS:
            line = pattern.sub(lambda match, kind=kind: _hidden(kind, match), line)  # type: ignore[misc]
        return line

    def path(self, name: str) -> str:
        """Return what stands for a file name."""
        return _word("path", name)


def _hidden(kind: str, match: re.Match[str]) -> str:
    groups = match.groupdict()
    if "value" not in groups:
        return _word(kind, match[0])
    value = groups["value"]
    mark = value[0] if value[:1] in "\"'" and len(value) > 1 else ""
    return f"{groups['key']}{mark}{_word(kind, value.strip(mark) if mark else value)}{mark}"


def _word(kind: str, text: str) -> str:
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
