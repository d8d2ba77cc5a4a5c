"""Decoded values as lines of text, as JSON mappings, and by a template of the user."""

from __future__ import annotations

from ckrtool.errors import UsageError
from ckrtool.numerals import hex_of
from ckrtool.render.styles import HEADING, bare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.constants import Constant
    from ckrtool.knowledge.vendor_code import VendorCode
    from ckrtool.render.styles import Paint
    from ckrtool.values.decoder import Decoded

FIELDS = (
    "input",
    "name",
    "value",
    "hex",
    "kind",
    "category",
    "retry",
    "summary",
    "vendor",
    "function",
    "family",
)
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\", "0": "\0"}
SHOWN = 4


def line(decoded: Decoded, *, everything: bool = False, paint: Paint = bare) -> str:
    """Return `0x000000A0  CKR_PIN_INCORRECT  <summary>`, without a newline; `everything` lists all vendors that use the number."""
    if decoded.kind == "unknown":
        return f"{_shown(decoded.input)}  {paint('unknown', HEADING)}  {decoded.summary}"
    name = paint(decoded.name or decoded.kind, HEADING)
    if decoded.family is not None or (decoded.kind in ("standard", "historic") and decoded.vendor is None):
        return f"{decoded.hex}  {name}  {decoded.summary}"
    users = [row for row in decoded.candidates if row.vendor != decoded.vendor]
    most = len(users) if everything else SHOWN
    shown = ", ".join(_use(row, with_number=decoded.value is None) for row in users[:most])
    more = f", and {len(users) - most} more (see --json)" if len(users) > most else ""
    known = f"; {'also used by' if decoded.vendor else 'used by'}: {shown}{more}" if users else ""
    return f"{decoded.hex or '-'}  {name}  {decoded.summary}{known}"


def _use(row: VendorCode, *, with_number: bool) -> str:
    """Return one vendor's use of a value or a name."""
    return f"{hex_of(row.value) + ' ' if with_number else ''}{row.name} ({row.vendor_name})"


def as_dict(decoded: Decoded) -> dict[str, object]:
    """Return the mapping of `ckr.decode/1`, without its schema."""
    if decoded.kind == "unknown":
        return {
            "input": decoded.input,
            "kind": "unknown",
            "value": None,
            "name": None,
            "suggestions": _near(decoded),
        }
    answer: dict[str, object] = {
        "input": decoded.input,
        "value": decoded.value,
        "hex": decoded.hex,
        "name": decoded.name,
        "kind": decoded.kind,
        "since": decoded.since,
        "category": decoded.category,
        "retry": decoded.retry,
        "summary": decoded.summary,
        "function": decoded.function,
        "vendor": decoded.vendor,
        "candidates": [row.as_dict() for row in decoded.candidates],
    }
    if decoded.family is not None:
        answer["family"] = decoded.family
        answer["candidates"] = [row.as_dict() for row in decoded.vendor_constants]
        if decoded.flags:
            answer["flags"] = list(decoded.flags)
    elif others := _others(decoded):
        answer["suggestions"] = [constant.name for constant in others]
    return answer


def _near(decoded: Decoded) -> list[str]:
    """Return the names that are most similar to an unknown name, best first."""
    from ckrtool.values import constants, spellings

    return (
        list(decoded.suggestions)
        or constants.suggestions(decoded.input, decoded.family)
        or spellings.suggestions(decoded.input)
    )


def _others(decoded: Decoded) -> tuple[Constant, ...]:
    """Return the constants with the number of an undefined return code; () for any other value."""
    if decoded.kind != "undefined" or decoded.value is None or decoded.family is not None:
        return ()
    from ckrtool.knowledge import constants

    return constants.everywhere(decoded.value)


def nearest(decoded: Decoded) -> list[str]:
    """Return the hint for stderr, at most one line: similar names, or constants of other families with the same number."""
    if others := _others(decoded):
        named = ", ".join(f"{constant.name} ({constant.family})" for constant in others)
        return [
            f"{decoded.hex} is not a return code; as a constant: {named}; read it with --as {others[0].family}"
        ]
    if decoded.kind != "unknown":
        return []
    from ckrtool.values.literals import quoted
    from ckrtool.values.spellings import shared_by

    if decoded.suggestions:
        return [f"{quoted(decoded.input)} has several return codes: {', '.join(decoded.suggestions)}"]
    near = _near(decoded)
    if near[:1] == [decoded.input.upper().replace("-", "_")]:
        return [f"{near[0]} is not a return code: ckr explain {near[0]}"]
    relation = "may mean any of" if shared_by(decoded.input) else "is unknown; nearest"
    words = f"{relation}: {', '.join(near)}" if near else "is unknown"
    return [f"{quoted(decoded.input)} {words}"]


class Template:
    """The template of `--format`: literal text and `{field}` placeholders; a null field is empty."""

    __slots__ = ("parts",)

    def __init__(self, text: str) -> None:
        """Parse the template; raises UsageError for unknown fields and unbalanced braces."""
        self.parts: list[tuple[str, str | None]] = []
        literal, position = "", 0
        while position < len(text):
            char = text[position]
            if char == "\\" and text[position + 1 : position + 2] in ESCAPES:
                literal += ESCAPES[text[position + 1]]
                position += 2
            elif text[position : position + 2] in ("{{", "}}"):
                literal += char
                position += 2
            elif char == "{":
                end = text.find("}", position)
                name = text[position + 1 : end] if end > 0 else text[position + 1 :]
                if end < 0:
                    raise UsageError("--format: unbalanced {", "write {{ for a literal brace")
                if name not in FIELDS:
                    raise UsageError(
                        f"--format: {{{name}}} is not a field".replace("\n", " "),
                        f"fields: {', '.join(FIELDS)}",
                    )
                self.parts.append((literal, name))
                literal, position = "", end + 1
            elif char == "}":
                raise UsageError("--format: unbalanced }", "write }} for a literal brace")
            else:
                literal += char
                position += 1
        self.parts.append((literal, None))

    def line(self, decoded: Decoded) -> str:
        """Return the line for one value, without a newline."""
        pieces = []
        for literal, name in self.parts:
            value = None if name is None else getattr(decoded, name)
            pieces.append(literal + ("" if value is None else _shown(str(value))))
        return "".join(pieces)


def _shown(text: str) -> str:
    from ckrtool.printable import printable

    return printable(text)
