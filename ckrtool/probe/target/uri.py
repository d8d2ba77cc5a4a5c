"""Parses PKCS #11 URIs (RFC 7512): which module, slot and token they select, and the source of the PIN.

Attributes that do not select a token (object, id, type) are parsed and ignored. Unknown attributes, including those of vendors, are
refused in the path, because a token chosen without one of the conditions may be the wrong one; in the query they are ignored
(RFC 7512, section 2.5).
"""

from __future__ import annotations

import re

from ckrtool._records import field, record
from ckrtool.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 8192
PATH_NAMES = frozenset(
    {
        "token", "manufacturer", "serial", "model", "library-manufacturer", "library-version", "library-description",
        "object", "type", "id", "slot-description", "slot-manufacturer", "slot-id",
    }
)  # fmt: skip
QUERY_NAMES = frozenset({"pin-source", "pin-value", "module-name", "module-path"})
# pchar and the additions of section 2.3, both for path and query; all other characters must be written as %XX.
# Compiled when a URI is parsed.
PATH_FORM = r"(?:[A-Za-z0-9\-._~:\[\]@!$'()*+,=&]|%[0-9A-Fa-f]{2})*"
QUERY_FORM = r"(?:[A-Za-z0-9\-._~:\[\]@!$'()*+,=/?|]|%[0-9A-Fa-f]{2})*"
NAME_FORM = r"[A-Za-z0-9_-]+"  # pk11-v-attr-nm


@record
class Uri:
    """A parsed URI: values that token, slot and library must match (by attribute name), the query, and ignored query attributes."""

    match: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    @property
    def slot_id(self) -> int | None:
        """Return the requested slot, or None."""
        return int(self.match["slot-id"]) if "slot-id" in self.match else None


def is_uri(text: str) -> bool:
    """Return whether `text` has the scheme of a PKCS #11 URI, in any case (RFC 3986, 3.1)."""
    return text[:7].lower() == "pkcs11:"


def parse(text: str) -> Uri:
    """Return the percent-decoded parts of a URI; raise UsageError, which never shows the value of a PIN."""
    if not is_uri(text) or len(text) > LONGEST:
        raise UsageError(
            f"not a PKCS #11 URI, or longer than {LONGEST} characters", "Write 'pkcs11:token=My%20token'."
        )
    path, _, query = text[7:].partition("?")
    uri = Uri()
    for part in filter(None, path.split(";")):
        name, value = _attribute(part, PATH_FORM)
        if name not in PATH_NAMES:
            raise _error(f"unknown attribute {name[:40]!r}, which no token matches")
        _add(uri.match, name, value)
    for part in filter(None, query.split("&")):
        name, value = _attribute(part, QUERY_FORM)
        if name in QUERY_NAMES:
            _add(uri.query, name, value)
        elif re.fullmatch(NAME_FORM, name):
            uri.ignored.append(name[:40])
        else:
            raise _error(f"{name[:40]!r} is not a valid attribute name")
    _check(uri)
    return uri


def matches(
    uri: Uri,
    info: Mapping[str, object] | None,
    slot: Mapping[str, object],
    token: Mapping[str, object] | None,
    slot_id: int,
) -> bool:
    """Return whether the URI selects this module, slot and token (members by their names in the standard, padding stripped)."""
    library, present = info or {}, token or {}
    facts = {
        "token": present.get("label"),
        "manufacturer": present.get("manufacturerID"),
        "serial": present.get("serialNumber"),
        "model": present.get("model"),
        "library-manufacturer": library.get("manufacturerID"),
        "library-version": library.get("libraryVersion"),
        "library-description": library.get("libraryDescription"),
        "slot-description": slot.get("slotDescription"),
        "slot-manufacturer": slot.get("manufacturerID"),
        "slot-id": str(slot_id),
    }
    for name, wanted in uri.match.items():
        if name not in facts:
            continue
        given = str(facts[name] if facts[name] is not None else "")
        if name == "library-version":
            wanted = wanted if "." in wanted else f"{wanted}.0"  # noqa: PLW2901 - "3" means 3.0 (section 2.3)
        if name == "slot-id":
            wanted = str(int(wanted))  # noqa: PLW2901 - leading zeros
        if given != wanted:
            return False
    return True


def _attribute(part: str, form: str) -> tuple[str, str]:
    """Return name and decoded value of `name=value`; `form` is the pattern of the value. Errors never show the value of a PIN."""
    name, equals, value = part.partition("=")
    if not equals:
        raise _error(f"{name[:40]!r} has no value")
    if not re.fullmatch(form, value):
        shown = "" if name.startswith("pin") else f" {value[:40]!r}"
        raise _error(f"the value{shown} of {name[:40]!r} has a character that must be written as %XX")
    return name, _decoded(name, value)


def _decoded(name: str, value: str) -> str:
    """Return the value with %XX decoded: as hexadecimal for `id`, else as text, which must be UTF-8 without NUL."""
    raw = bytearray()
    position = 0
    while position < len(value):
        if value[position] == "%":
            raw.append(int(value[position + 1 : position + 3], 16))
            position += 3
        else:
            raw += value[position].encode("ascii")
            position += 1
    if name == "id":  # bytes, and not used to choose a token
        return raw.hex()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise _error(f"the value of {name[:40]!r} is not UTF-8") from None
    if "\0" in text:
        raise _error(f"the value of {name[:40]!r} contains a NUL character")
    return text


def _add(table: dict[str, str], name: str, value: str) -> None:
    if name in table:
        raise _error(f"{name!r} is given twice")
    table[name] = value


def _check(uri: Uri) -> None:
    slot = uri.match.get("slot-id")
    if slot is not None and (
        not slot.isascii() or not slot.isdigit() or len(slot) > 20 or int(slot) >= 1 << 64
    ):
        raise _error(f"slot-id {slot[:40]!r} is not a number")
    version = uri.match.get("library-version")
    if version is not None and not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?", version):
        raise _error(f"library-version {version[:40]!r} is not a version")
    named = [uri.match[name] for name in ("token", "serial", "slot-id") if name in uri.match]
    if named and not any(named):  # an unset variable would choose a token without a label
        raise _error("the value of 'token' or 'serial' is empty")
    if "pin-source" in uri.query and "pin-value" in uri.query:
        raise _error("pin-source and pin-value cannot be used together")


def _error(what: str) -> UsageError:
    return UsageError(
        f"PKCS #11 URI: {what}", "RFC 7512: 'pkcs11:token=My%20token;serial=1234?pin-source=file:/run/pin'."
    )
