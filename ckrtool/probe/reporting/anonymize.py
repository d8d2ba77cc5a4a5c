"""Makes a probe report fit to leave the house: labels, serials, host, user and paths become short hashes.

The same text becomes the same word in every report and log excerpt, on every host, so that two reports can still be
compared and a token recognised. That is the point, and its price: there is no secret in it, so whoever can guess a
label or a host name can confirm the guess by hashing it. A random salt would end that and the comparison with it;
a fixed key in public source would only look like a secret. Who needs more hands over a `key` of his own, the same
for all reports that are to be compared. Eight hexadecimal digits are enough to tell things apart, and so few that a
search through all serial numbers finds many that fit.

What tells the product and not the owner stays: manufacturer, model, versions, flags, mechanisms, the module's file
name and SHA-256.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from ckrtool.probe.facts.report_types import Report

DIGITS = 8
KINDS = ("path", "serial", "label", "host", "user", "slot")
#: Members of structures and attributes that name an owner's things → what their hash is called.
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
#: Keys whose strings are words of the standard or of this program, never an owner's.
_OURS = frozenset(
    {"schema", "function", "name", "outcome", "verdict", "severity", "expected", "flags", "started", "sha256", "version",
     "profile", "manufacturerID", "model", "libraryDescription", "hardwareVersion", "firmwareVersion", "type", "utcTime"}
)  # fmt: skip
#: Users and hosts that say nothing about anybody, and whose names are words of many texts.
_COMMON = frozenset({"root", "localhost", "user", "token", "host"})
_SHORTEST = 3
_DONE = re.compile(rf"/?(?:{'|'.join(KINDS)})-[0-9a-f]{{{DIGITS}}}(?:/[^/]*)?\Z")
_PATH = re.compile(
    r"(?:(?<=file://)|(?<![\w./]))(?:~|\.{1,2})?/(?!/)[^\s'\"<>|:;,()\[\]{}`\x00-\x1f]+|\b[A-Za-z]:\\[^\s'\"<>|;,]+"
)
_LIBRARY = re.compile(r"[\w.+-]+\.(?:so(?:\.\d+)*|dll|dylib)\Z")
#: "label: 'x'", "serial num : x", "token=x;" as traces and URIs write them.
_NAMED = re.compile(
    r"(?P<lead>\b(?P<kind>label|serial|token|object)(?:Number| ?num(?:ber)?)?\s*[:=]\s*)"
    r"(?P<mark>[\"']?)(?P<value>(?<=[\"'])[^\"']+|[^\s;,&\"'?]+)",
    re.IGNORECASE,
)

#: A label that was asked for and is on no token: only the words of a finding have it.
_ASKED = re.compile(r"\blabel (?:'((?:[^'\\]|\\.)+)'|\"((?:[^\"\\]|\\.)+)\")")

Known = Mapping[str, str]


def word(kind: str, text: str, key: bytes = b"") -> str:
    """Return what stands for `text`: its kind and eight digits of its SHA-256 (HMAC-SHA-256 where there is a key)."""
    data = text.encode("utf-8", "surrogatepass")
    digest = hmac.new(key, data, "sha256").hexdigest() if key else hashlib.sha256(data).hexdigest()
    return f"{kind}-{digest[:DIGITS]}"


def hidden(kind: str, text: str, key: bytes = b"") -> str:
    """Return the word for a whole value; "" and what is hidden already stay. A library's own file name is kept."""
    if not text.strip() or _DONE.match(text):
        return text
    if kind != "path":
        return word(kind, text, key)
    name = re.split(r"[/\\]", text)[-1]
    return f"/{word(kind, text, key)}" + (f"/{name}" if _LIBRARY.match(name) else "")


def anonymize_text(text: str, known: Known | None = None, key: bytes = b"") -> str:
    """Return `text` without paths, named labels and serials, and whatever is `known` (text → kind) to name something."""
    text = _Patterns(known or {}, key).hide(text)
    return _NAMED.sub(lambda found: _named(found, key), text)


def _named(found: re.Match[str], key: bytes) -> str:
    kind = "serial" if found["kind"].lower() == "serial" else "label"
    value = found["value"].rstrip()
    padding = found["value"][len(value) :]
    return f"{found['lead']}{found['mark']}{hidden(kind, value, key)}{padding}"


Replacement = Callable[[re.Match[str]], str]


class _Patterns:
    """Hides paths and known names in a text.

    Whole paths before names: the same path gets the same word whatever names it is made of. But a label with a slash
    would be cut by that, and goes first.
    """

    def __init__(self, known: Known, key: bytes) -> None:
        slashed = {name: kind for name, kind in known.items() if kind != "path" and re.search(r"[/\\]", name)}
        self.first = _known_patterns(slashed, key)
        self.then = _known_patterns({name: kind for name, kind in known.items() if name not in slashed}, key)
        self.key = key

    def hide(self, text: str, *, paths: bool = True) -> str:
        """Return the text with a word for each."""
        for pattern, replacement in self.first:
            text = pattern.sub(replacement, text)
        if paths:
            text = _PATH.sub(lambda found: hidden("path", found[0], self.key), text)
        for pattern, replacement in self.then:
            text = pattern.sub(replacement, text)
        return text


def _known_patterns(known: Known, key: bytes) -> list[tuple[re.Pattern[str], Replacement]]:
    """Return patterns for the known names, the longest first, in the forms in which they turn up in other texts."""
    patterns = []
    for name in sorted(known, key=len, reverse=True):
        stand_in = hidden(known[name], name, key)
        for form in dict.fromkeys(_forms(name)):
            # A short name is part of many words; so whole words only.
            pattern = re.compile(rf"(?<![0-9A-Za-z_]){re.escape(form)}(?![0-9A-Za-z_])")
            patterns.append((pattern, _always(stand_in)))
    return patterns


def _always(text: str) -> Replacement:
    return lambda _: text


def _forms(name: str) -> Iterator[str]:
    yield name
    yield repr(name)[1:-1]
    yield quote(name)
    if len(name) > _SHORTEST:
        data = name.encode("utf-8", "surrogatepass").hex()
        yield data
        yield data.upper()


def anonymize(report: Report, key: bytes = b"") -> Report:
    """Return a copy of a `ckr.probe/1` report without labels, serials, host, user and paths, in no string of it.

    Names that stand in one place of the report (a token's label) are hidden wherever else they stand: in
    arguments, outputs, findings, advice. Done twice it is the same as done once.
    """
    known = dict(_known(report))
    numbers = _slot_numbers(report, key)
    walk = _Walk(_Patterns({**known, **_number_names(numbers)}, key), numbers, known, key)
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
    """Yield (text, kind) for everything that the report says in a place of its own."""
    for text, kind in _named_places(report):
        usual = len(text) < _SHORTEST or text.lower() in _COMMON or text.startswith("ckr-probe-")
        if not usual and not _DONE.match(text):
            yield text, kind


def _named_places(report: Report) -> Iterator[tuple[str, str]]:
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
    """Return stand-ins for slot numbers that are made of a serial number.

    SoftHSM takes the last eight digits of the token's serial, without the top bit, as the slot's number.
    """
    numbers = {}
    for slot in report.get("slots") or ():
        serial = str((slot.get("token") or {}).get("serialNumber") or "")
        if re.fullmatch(r"[0-9A-Fa-f]{8,}", serial) and int(serial[-8:], 16) & 0x7FFFFFFF == slot["id"]:
            numbers[slot["id"]] = int(word("slot", serial, key)[-DIGITS:], 16) & 0x7FFFFFFF
    return numbers


def _number_names(numbers: Mapping[int, int]) -> dict[str, str]:
    """Return the slot numbers in the forms in which texts print them."""
    return {form: "slot" for number in numbers for form in (str(number), f"0x{number:x}", f"0x{number:08X}")}


class _Walk:
    """Rewrites a report's values from the outside in."""

    def __init__(
        self,
        patterns: _Patterns,
        numbers: Mapping[int, int],
        known: Known,
        key: bytes,
    ) -> None:
        self.patterns = patterns
        self.numbers = numbers
        self.known = known
        self.key = key

    def value(self, value: Any, name: str, kind: str | None = None) -> Any:
        """Return the stand-in for a value that stands under `name`; `kind` if all below it names one thing."""
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
        """Return a member's name; one that is not an identifier may hold a path or label."""
        return name if re.fullmatch(r"[A-Za-z0-9_]+", name) else self.string(name, "", None)

    def string(self, text: str, name: str, kind: str | None) -> str:
        """Return a string without what names an owner."""
        if kind and not text.startswith("ckr-probe-"):
            return hidden(kind, text.strip() if kind == "label" else text, self.key)
        if text in self.known:
            return hidden(self.known[text], text, self.key)
        if name in _OURS:
            return text
        advice = name in {"text", "because", "unless", "danger", "ref"}  # its paths are everybody's
        return self.patterns.hide(text, paths=not advice)
