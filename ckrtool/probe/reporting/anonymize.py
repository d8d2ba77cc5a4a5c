"""Anonymize a probe report: replace labels, serial numbers, host, user and paths by short hashes.

The same text gets the same replacement in every report and log excerpt, on every host, so that two reports can still be
compared and a token recognised. This has a price: the hash is not secret, so anyone who can guess a
label or a host name can confirm the guess by hashing it. A random salt would prevent that, but also the comparison;
a fixed key in public source would only look like a secret. Callers that need more pass their own `key`, the same
for all reports that they compare. Eight hexadecimal digits are enough to distinguish names, and so few that a
search through all serial numbers finds many matches.

Values that identify the product and not the owner stay: manufacturer, model, versions, flags, mechanisms, the module's file
name and SHA-256.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ckrtool.probe.facts.report_types import Report
from ckrtool.probe.reporting.anonymize_finders import COMMON, SURE
from ckrtool.probe.reporting.anonymize_text import SHORTEST, Known, Texts
from ckrtool.probe.reporting.anonymize_words import DIGITS, DONE, hidden, word

#: Members of structures and attributes that identify the owner → the kind of their replacement.
_NAMING = {
    "label": "label",
    "serialNumber": "serial",
    "pLabel": "label",
    **dict.fromkeys(
        ("CKA_LABEL", "CKA_APPLICATION", "CKA_OWNER", "CKA_SUBJECT", "CKA_ISSUER", "CKA_AC_ISSUER", "CKA_URL"),
        "label",
    ),
    **dict.fromkeys(
        (
            "CKA_ID", "CKA_OBJECT_ID", "CKA_SERIAL_NUMBER", "CKA_UNIQUE_ID", "CKA_VALUE", "CKA_MODULUS",
            "CKA_EC_POINT", "CKA_PUBLIC_KEY_INFO", "CKA_HASH_OF_SUBJECT_PUBLIC_KEY",
            "CKA_HASH_OF_ISSUER_PUBLIC_KEY",
        ),
        "serial",
    ),
}  # fmt: skip
#: Keys of advice, whose paths and addresses are common to all hosts.
_ADVICE = frozenset({"text", "because", "unless", "danger", "ref"})
#: Keys whose strings are terms of the standard or of this program, never names given by an owner.
_OURS = frozenset(
    {"schema", "function", "name", "outcome", "verdict", "severity", "expected", "flags", "started", "sha256", "version",
     "profile", "manufacturerID", "model", "libraryDescription", "hardwareVersion", "firmwareVersion", "type", "utcTime"}
)  # fmt: skip
#: A requested label that no token has: it appears only in the text of a finding.
_ASKED = re.compile(r"\blabel (?:'((?:[^'\\]|\\.)+)'|\"((?:[^\"\\]|\\.)+)\")")


def anonymize(report: Report, key: bytes = b"") -> Report:
    """Return a copy of a `ckr.probe/1` report with labels, serial numbers, host, user and paths replaced in all strings.

    Names from known places of the report (such as a token's label) are replaced everywhere else too: in
    arguments, outputs, findings, advice. Anonymizing the result again does not change it.
    """
    known = dict(_known(report))
    numbers = _slot_numbers(report, key)
    walk = _Walk(Texts({**known, **_number_names(numbers)}, key), numbers, known, key)
    hidden_report: Report = walk.value(report, "")
    host = dict(hidden_report.get("host") or {})
    for member, kind in (("name", "host"), ("user", "user")):
        if isinstance((report.get("host") or {}).get(member), str):
            host[member] = hidden(kind, report["host"][member], key)
    if host:
        hidden_report["host"] = host
    path = report["module"]["path"]
    hidden_report["module"] = {
        **hidden_report["module"],
        "path": path and hidden("path", path, key),
    }
    return hidden_report


def _known(report: Report) -> Iterator[tuple[str, str]]:
    """Yield (text, kind) for every name in a known place of the report, such as a token's label."""
    for text, kind in _named_places(report):
        usual = len(text) < SHORTEST or text.lower() in COMMON or text.startswith("ckr-probe-")
        if not usual and not DONE.match(text):
            yield text, kind


def _named_places(report: Report) -> Iterator[tuple[str, str]]:
    """Yield (text, kind) from the known places; texts may be empty or repeated."""
    host = report.get("host") or {}
    name, user = host.get("name") or "", host.get("user") or ""
    yield name.partition(".")[0], "host"
    yield name, "host"
    yield user, "user"
    for slot in report.get("slots") or ():
        token = slot.get("token") or {}
        for member in ("label", "serialNumber"):
            if isinstance(token.get(member), str):
                yield token[member].strip(), _NAMING[member]
    for finding in report["findings"]:
        for asked in _ASKED.finditer(f"{finding['title']} {finding.get('detail') or ''}"):
            yield asked[1] or asked[2], "label"
    for certificate in report.get("certificates") or ():
        yield str(certificate.get("label") or ""), "label"
    yield report["module"]["path"] or "", "path"


def _slot_numbers(report: Report, key: bytes) -> dict[int, int]:
    """Return replacements for slot numbers that are derived from a serial number.

    SoftHSM takes the last eight digits of the token's serial, without the top bit, as the slot's number.
    """
    numbers = {}
    for slot in report.get("slots") or ():
        serial = str((slot.get("token") or {}).get("serialNumber") or "")
        if re.fullmatch(r"[0-9A-Fa-f]{8,}", serial) and int(serial[-8:], 16) & 0x7FFFFFFF == slot["id"]:
            numbers[slot["id"]] = int(word("slot", serial, key)[-DIGITS:], 16) & 0x7FFFFFFF
    return numbers


def _number_names(numbers: Mapping[int, int]) -> dict[str, str]:
    """Return the slot numbers in the forms that texts print: decimal and hex."""
    return {form: "slot" for number in numbers for form in (str(number), f"0x{number:x}", f"0x{number:08X}")}


class _Walk:
    """Replaces names in a report recursively."""

    def __init__(
        self,
        patterns: Texts,
        numbers: Mapping[int, int],
        known: Known,
        key: bytes,
    ) -> None:
        self.patterns = patterns
        self.numbers = numbers
        self.known = known
        self.key = key

    def value(self, value: Any, name: str, kind: str | None = None) -> Any:
        """Return the replacement for a value under the key `name`; `kind` is set if all strings below it are of one kind."""
        kind = _NAMING.get(name, kind)
        if isinstance(value, dict):
            return {self.key_name(part): self.value(inner, part, kind) for part, inner in value.items()}
        if isinstance(value, list):
            return [self.value(inner, name, kind) for inner in value]
        if isinstance(value, str):
            return self.string(value, name, kind)
        if type(value) is int and value in self.numbers:
            return self.numbers[value]
        return value

    def key_name(self, name: str) -> str:
        """Return a key, with names replaced if it is not an identifier: it may contain a path or label."""
        return name if re.fullmatch(r"[A-Za-z0-9_]+", name) else self.string(name, "", None)

    def string(self, text: str, name: str, kind: str | None) -> str:
        """Return a string with names of the owner replaced."""
        if kind and not text.startswith("ckr-probe-"):
            return hidden(kind, text.strip() if kind == "label" else text, self.key)
        if text in self.known:
            return hidden(self.known[text], text, self.key)
        if name in _OURS:
            return text
        return self.patterns.hide(text, () if name in _ADVICE else SURE)
