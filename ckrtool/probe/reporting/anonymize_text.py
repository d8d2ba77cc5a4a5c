"""Replace the names of an owner in a text: those that are known, and those that `anonymize_finders` recognises."""

import ipaddress
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote, unquote, unquote_to_bytes

from ckrtool.probe.reporting.anonymize_finders import ALL, COMMON, OWN, SURE, Finder
from ckrtool.probe.reporting.anonymize_words import hidden

#: name -> its kind (label, serial, path and so on).
Known = Mapping[str, str]
SHORTEST = 3
_FREE, _KEPT, _TAKEN = 0, 1, 2
_LEVELS = frozenset({"trace", "debug", "info", "notice", "warn", "warning", "error", "fatal", "critical"})
_SECRET = "***"  # noqa: S105 - stands for one
_HOME = re.compile(r"(?:/home/|/Users/|\\Users\\{1,2})(?P<user>[\w.-]{4,40})")
_SOURCE = re.compile(
    r"[^/\\]+\.(?:pyx?|c|cc|cpp|cxx|hpp|h|java|kt|scala|go|rs|rb|m?js|ts|cs|pl|pm|php|swift|lua)\Z"
)
_LINE_NUMBER = re.compile(r":\d|\(\d|\\?[\"'], line \d")
#: A truth value, a handle: no label.
_NUMBER = re.compile(r"(?:\d{1,2}|0x[0-9A-Fa-f]+)\Z")
#: Kinds of groups that are forms of others.
_KINDS = {
    "six": "host",
    "four": "host",
    "uri": "label",
    "uriserial": "serial",
    "uripath": "path",
    "id": "serial",
}


def anonymize_text(text: str, known: Known | None = None, key: bytes = b"") -> str:
    """Return `text` with all names that are recognised in it, and all `known` ones (text → kind), replaced."""
    return Texts(known or {}, key).hide(text, ALL, learn=True)


class Texts:
    """Replaces known and recognised names in texts.

    Paths are replaced before known names, so that the same path gets the same replacement even if it contains names. A label
    with a slash would be cut by that, and is replaced first.
    """

    def __init__(self, known: Known, key: bytes) -> None:
        slashed = {name: kind for name, kind in known.items() if re.search(r"[/\\]", name)}
        self.key = key
        self.first = self._forms({name: kind for name, kind in slashed.items() if kind != "path"})
        self.then = self._forms(
            {name: kind for name, kind in known.items() if kind == "path" or name not in slashed}
        )

    def _forms(self, known: Known) -> list[tuple[str, str]]:
        """Return (form, replacement) for the forms that each name has in other texts, the longest name first."""
        names = sorted(filter(None, known), key=len, reverse=True)
        return [
            (form, hidden(known[name], name, self.key))
            for name in names
            for form in dict.fromkeys(_forms(name))
        ]

    def hide(self, text: str, finders: Sequence[Finder] = SURE, *, learn: bool = False) -> str:
        """Return the text with known names, and those that the finders recognise, replaced.

        With `learn`, names that were recognised are replaced wherever else the text contains them.
        """
        spans = _Spans(text, self.key)
        spans.take_names(self.first, _TAKEN)
        for finder in finders:
            spans.take_all(finder)
        spans.take_names(self.then, _TAKEN)
        if learn:
            spans.take_names(self._forms(dict(spans.learned())), _KEPT)
        return spans.replaced()


def _forms(name: str) -> Iterator[str]:
    """Yield the forms of a name: as it is, as repr, in a URI, in hex."""
    yield name
    yield repr(name)[1:-1]
    yield quote(name)
    if len(name) > SHORTEST:
        data = name.encode("utf-8", "surrogatepass").hex()
        yield data
        yield data.upper()


class _Spans:
    """The parts of a text that are replaced; they do not overlap, the first to take a part has it."""

    def __init__(self, text: str, key: bytes) -> None:
        self.text = text
        self.key = key
        self.state = bytearray(len(text))
        self.found: list[tuple[int, int, str]] = []
        self.names: dict[str, str] = {}

    def take(self, start: int, end: int, replacement: str, limit: int = _KEPT) -> None:
        """Replace a part of the text, unless some of it has a state of at least `limit`."""
        if start < end and max(self.state[start:end]) < limit:
            self.state[start:end] = bytes((_TAKEN,)) * (end - start)
            self.found.append((start, end, replacement))

    def take_all(self, finder: Finder) -> None:
        """Replace all that a finder recognises."""
        for match in finder.finditer(self.text):
            for group, value in match.groupdict().items():
                if value is None or group[0] == "q":
                    continue
                start, end = match.span(group)
                kind = group.rstrip("0123456789")
                if kind == "keep":
                    if max(self.state[start:end]) == _FREE:
                        self.state[start:end] = bytes((_KEPT,)) * (end - start)
                elif kind == "secret":
                    self.take(start, end, _SECRET)
                else:
                    self._take(kind, start, end)

    def _take(self, kind: str, start: int, end: int) -> None:
        """Replace a value, without the blanks around it, if it may be a name of its kind."""
        value = self.text[start:end]
        start += len(value) - len(value.lstrip())
        value = value.strip()
        if kind in {"host", "user", "six"}:
            value = value.rstrip(".")
        if value.endswith(":") and kind == "six" and not value.endswith("::"):
            value = value[:-1]
        end = start + len(value)
        if not _may_be(kind, value):
            return
        real = _KINDS.get(kind, kind)
        name = _decoded(kind, value)
        named = real == "path" and bool(_SOURCE.search(value)) and bool(_LINE_NUMBER.match(self.text, end))
        self.take(start, end, hidden(real, name, self.key, named=named))
        if real != "path":
            self.names[name] = real
        else:
            self.names.update((home["user"], "user") for home in _HOME.finditer(value))

    def take_names(self, forms: Sequence[tuple[str, str]], limit: int) -> None:
        """Replace names in all their forms; only whole words, because a short name is part of many words."""
        for form, replacement in forms:
            start = self.text.find(form)
            while start >= 0:
                end = start + len(form)
                if not (_is_inside(self.text, start - 1) or _is_inside(self.text, end)):
                    self.take(start, end, replacement, limit)
                start = self.text.find(form, end)

    def learned(self) -> Iterator[tuple[str, str]]:
        """Yield (name, kind) of the recognised names that are no common words or short numbers."""
        for name, kind in self.names.items():
            plain = name.isalpha() and name.islower()
            if len(name) > (SHORTEST if kind == "user" or not name.isdigit() else 5) and (
                kind == "user" or not plain
            ):
                yield name, kind

    def replaced(self) -> str:
        """Return the text with the parts replaced."""
        parts: list[str] = []
        position = 0
        for start, end, replacement in sorted(self.found):
            parts += (self.text[position:start], replacement)
            position = end
        return "".join((*parts, self.text[position:]))


def _is_inside(text: str, position: int) -> bool:
    """Return whether a name next to this position would be part of a word."""
    if not 0 <= position < len(text):
        return False
    letter = text[position]
    return letter == "_" or (letter.isascii() and letter.isalnum())


def _may_be(kind: str, value: str) -> bool:
    """Return whether a value may be a name of the owner's."""
    if kind == "six":
        return _is_ipv6(value)
    if kind == "four":
        return value not in COMMON and all(int(part) < 256 for part in value.split("."))
    common = value.lower() in COMMON | _LEVELS or (value.isdigit() and len(value) < SHORTEST)
    if kind in {"host", "user"} and common:
        return False
    if kind == "label" and _NUMBER.match(value):
        return False
    return not OWN.match(value) and any(letter.isalnum() for letter in value)


def _is_ipv6(value: str) -> bool:
    try:
        ipaddress.IPv6Address(value)
    except ValueError:
        return False
    return value not in COMMON and any(letter.isdigit() for letter in value)


def _decoded(kind: str, value: str) -> str:
    """Return a name as a report has it: without the escapes of a URI, of JSON."""
    if kind in {"uri", "uriserial", "uripath"}:
        return unquote(value)
    if kind == "id" and "%" in value:
        return unquote_to_bytes(value).hex()
    return value.replace("\\\\", "\\") if kind == "user" else value
