"""Names and addresses of hosts in a log line, for `--anonymize`."""

from __future__ import annotations

import re

HOSTS = (
    re.compile(r"^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?P<host>[\w.-]+) "),
    re.compile(
        r"^(?:<\d{1,3}>\d )?\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d) (?P<host>[A-Za-z][\w.-]*) [\w./()-]+(?:\[\d+\]:|: | )"
    ),
    re.compile(r"\b[Hh]ost(?:name)?\"?\s?[=:]\s?[\"']?(?P<host>[\w.-]+)"),
    re.compile(r"(?<![\w.])(?P<host>(?:\d{1,3}\.){3}\d{1,3})(?![\w.])"),
)
LEVELS = frozenset({"trace", "debug", "info", "notice", "warn", "warning", "error", "fatal", "critical"})


def hosts_in(line: str) -> dict[str, str]:
    """Return the hosts that a line names, each as "host": what the anonymiser takes as known."""
    found = {match["host"].rstrip("."): "host" for pattern in HOSTS for match in pattern.finditer(line)}
    return {name: kind for name, kind in found.items() if name.lower() not in LEVELS}
