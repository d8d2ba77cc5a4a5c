"""Names and addresses of hosts in a log line, for `--anonymize`."""

from __future__ import annotations

import re

HOSTS = (
    # syslog and journalctl: the host is between the time and the program
    re.compile(
        r"^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2},? )?(?:\d{4} )?[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?"
        r"\d\d:\d\d:\d\d(?:[.,]\d+)?(?: \d{4})? (?P<host>[\w.-]+) (?=\S)"
    ),
    re.compile(
        r"^(?:<\d{1,3}>\d? ?)?\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]+(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))? "
        r"(?P<host>(?!C_)[A-Za-z][\w.-]*) [\w./()-]+(?:\[\d+\]:|: | )"
    ),
    re.compile(r"(?i:(?<![a-z])_?host(?:[_-]?name)?)\"?\s?[=:]\s?[\"']?(?P<host>[\w.-]+)"),
    re.compile(r"(?<![\w.])(?P<host>(?:\d{1,3}\.){3}\d{1,3})(?![\w.])"),
)
LEVELS = frozenset({"trace", "debug", "info", "notice", "warn", "warning", "error", "fatal", "critical"})


def hosts_in(line: str) -> dict[str, str]:
    """Return the host names and addresses in a line, each mapped to "host", as the anonymiser expects."""
    found = {match["host"].rstrip("."): "host" for pattern in HOSTS for match in pattern.finditer(line)}
    return {name: kind for name, kind in found.items() if name.lower() not in LEVELS}
