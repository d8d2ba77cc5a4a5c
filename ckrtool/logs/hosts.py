"""Names of hosts in a log line, for `--anonymize`; addresses and full names are recognised by the anonymiser itself."""

from __future__ import annotations

import re

_ISO = r"^(?:<\d{1,3}>\d? ?)?\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]+"
_ZONE = r"(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))"
HOSTS = (
    # syslog and journalctl: the host is between the time and the program
    re.compile(
        r"^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2},? )?(?:\d{4} )?[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?"
        r"\d\d:\d\d:\d\d(?:[.,]\d+)?(?: \d{4})? (?!\d{4} )(?P<host>[\w.-]+) (?=\S)"
    ),
    # the same with a date of ISO 8601: with a zone or the number of the process, or if it looks like the name of a host
    re.compile(
        rf"{_ISO}{_ZONE}? (?P<host>(?!C_)[A-Za-z](?=[\w.-]*[\d.-])[\w.-]*) [\w./()-]+(?:\[\d+\]:|: | )"
    ),
    re.compile(rf"{_ISO}{_ZONE}? (?P<host>[A-Za-z][\w.-]*) [\w./()-]+\[\d+\]:"),
    re.compile(rf"{_ISO}{_ZONE} (?P<host>[A-Za-z][\w.-]*) [\w./()-]+: "),
    re.compile(r"^<\d{1,3}>1 \S+ (?P<host>[A-Za-z][\w.-]*) "),
    # docker compose
    re.compile(r"^(?P<host>[a-z][\w.-]*\d) +\| "),
    # a key: host=, "hostname":, "pod_name":, nodeName=
    re.compile(
        r"(?i:(?<![a-z/])_?host(?:[_-]?(?:name|ip))?)\\{0,3}\"?\s?[=:]\s?\\{0,3}[\"']?(?P<host>[\w.-]+)"
    ),
    re.compile(
        r"(?i:(?<![a-z])(?:k8s_)?(?:pod|node|computer|machine|server|instance|container|namespace|cluster)[_-]?(?:name|id))"
        r"\\{0,3}\"?\s?[=:]\s?\\{0,3}[\"']?(?P<host>[\w.-]+)"
    ),
    re.compile(
        r"(?i:(?<![a-z])(?:pod|node|computer|machine|server|instance|container|namespace|peer|remote))"
        r"(?:=|\\{0,3}\"\s?:\s?(?=\\{0,3}\"))\\{0,3}[\"']?(?P<host>[\w.-]+)"
    ),
    # in brackets after the level, and like the name of a host: ERROR [prod-ca-01]
    re.compile(
        r"\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\]?:? {1,5}\[(?![^\]]{0,60}"
        r"(?i:thread|exec|pool|worker|nio|http|main|task|timer|qtp|reactor|scheduler|process|pid|tid|opensc|pkcs))"
        r"(?P<host>[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*(?<=\d))\]"
    ),
    # a connection: "connect hsm01:1792", "connection to hsm01 refused"
    re.compile(
        r"(?i:\b(?:connect(?:ing|ed|ion)?|dial(?:ing)?|resolve|ssh|peer|server|remote|tcp|hsm|address)\s(?:to\s|from\s|with\s)?)"
        r"(?P<host>(?!C_)[A-Za-z][\w.-]*)(?=:\d{2,5}(?!\d))"
    ),
    re.compile(
        r"(?i:\b(?:connect(?:ing|ed|ion)?|dial(?:ing)?)\s(?:to|from|with)\s)(?:(?i:host|server|hsm|node)\s)?"
        r"(?P<host>[A-Za-z][A-Za-z-]*\d[\w.-]*|[A-Za-z]\w*-[\w.-]+)"
    ),
)
NOBODY = frozenset(
    {"localhost", "localhost.localdomain", "127.0.0.1", "0.0.0.0",  # noqa: S104
     "unreachable", "null", "none", "unknown", "not", "is", "trace", "debug", "info", "notice",
     "warn", "warning", "error", "fatal", "critical", "utc", "gmt", "login", "logout", "open", "close", "sign", "session", "call",
     "calling", "function", "cannot", "could", "unable", "failed", "pkcs11"}
)  # fmt: skip
"""Words in the place of a name that name no host."""


def hosts_in(line: str) -> dict[str, str]:
    """Return the host names in a line that only their place there tells, each mapped to "host", as the anonymiser expects."""
    found = {match["host"].rstrip("."): "host" for pattern in HOSTS for match in pattern.finditer(line)}
    return {name: kind for name, kind in found.items() if name and name.lower() not in NOBODY}
