"""Add the attributes, mechanism and slot of a failed call in a trace to its annotation.

For speed, only failed calls are parsed, from a limited number of bytes before their return.
"""

from __future__ import annotations

from functools import lru_cache

from ckrtool._lazy_re import lazy
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.logs.line.result import CodeInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.calls.record import Attribute, Call
    from ckrtool.knowledge.vendor_constants import VendorConstant
    from ckrtool.logs.engine.engine import LineHit
    from ckrtool.logs.line.result import CodeSpan

LEAD = 1 << 10
"""Number of bytes before the call that are parsed too, to detect an open call of another thread."""
MOST_CALLS = 1000
"""Number of calls that are parsed per block."""
MOST_NAMES = 12
HANDLES = (b"[in] h", b"  IN: h")
# The start and the return of a call, in traces that do not show threads (pkcs11-spy, p11-kit).
HEAD = rb"(?:\d+: )?C_[A-Z]\w+[ \t\r]*"
HEAD_LINE = lazy(HEAD + rb"\Z")
HEADS = lazy(rb"\n" + HEAD + rb"(?=\n)")
RETURNED = b"Returned: "
RETURNS = lazy(rb"\nC_[A-Z]\w+ = CKR_")
# Input and output bytes as p11-kit and pkcs11-spy print them, which are not attributes, mechanisms or slots.
DATA = lazy(
    rb" {1,2}(?:IN|OUT): \w+ = \(\d+\) \"| {4}[0-9A-Fa-f]{8} {2}[0-9A-Fa-f]{2} |"
    rb"\[(?:in|out)\] p(?!\w*Template|Mechanism)\w+\[\*?\w+\] "
)
JSON_KEY = b'"function"'
ATTRIBUTES = frozenset({0x10, 0x11, 0x12, 0x13})
TEMPLATE = ATTRIBUTES | {0x5, 0x6, 0x7, 0x1B, 0x54, 0x62, 0x63, 0x68, 0xD0, 0xD1, 0x130, 0x140, 0x1D2}
# Codes whose cause is not the mechanism, slot or template of the call.
ELSEWHERE = frozenset({0x2, 0x8, 0x50, 0x90, 0x91, 0xB0, 0xB3, 0x150, 0x190, 0x191})
GIVES_ATTRIBUTES = "C_GetAttributeValue"
TEMPLATED = frozenset(
    name for name, row in FUNCTIONS.items() if any("emplate" in argument for _, argument in row[2])
)
"""Functions with a template."""
PLACED = frozenset(
    name
    for name, row in FUNCTIONS.items()
    if any(argument in ("pMechanism", "type", "slotID") for _, argument in row[2])
)
"""Functions with a mechanism or a slot."""
SIGNS = (b"CKA_", b"echanism", b"slotID", b"ttribute")
"""Every call that shows one of these arguments contains one of these."""
TEMPLATES = {
    "pTemplate": "template",
    "pPublicKeyTemplate": "public template",
    "pPrivateKeyTemplate": "private template",
}


class DetailedCode(CodeInfo):
    """A return code with the details of its call, which `note` and `tail` include."""

    __slots__ = ("_base", "_facts", "_text")

    def __init__(self, base: CodeInfo, text: str, facts: str) -> None:
        self._base = base
        self._text = text
        self._facts = facts
        self.value, self.name, self.function = base.value, base.name, base.function
        self.ok, self.verdict, self.normal = base.ok, base.verdict, base.normal

    def __getattr__(self, name: str) -> bytes:
        """Compute a text on first use."""
        if name == "note":
            self.note = made = self._base.note + b"; " + self._text.encode()
        elif name == "tail":
            self.tail = made = self._base.tail[:-1] + self._facts.encode() + b"}"
        elif name == "short":
            self.short = made = self._base.short
        else:
            raise AttributeError(name)
        return made


def with_details(before: bytes, block: bytes, hits: list[LineHit], reach: int) -> list[LineHit]:
    """Return the hits of a block, with details added to the failures of calls.

    `before` are the bytes before the block. The start of a call is searched for in `reach` bytes before its return.
    """
    text, shift = b"", 0
    out = hits
    calls = 0
    for index, hit in enumerate(hits):
        outcomes = hit[3]
        if len(outcomes) == 1 and not _is_wanted(outcomes[0].code):
            continue
        if not _is_call(block, hit) or not any(_is_wanted(outcome.code) for outcome in outcomes):
            continue
        calls += 1
        if calls > MOST_CALLS:
            break
        if not text:
            text, shift = before + block, len(before)
            out = list(hits)
        lines = _lines_of_call(text, hit[0] + shift, hit[1] + shift, hit[3], reach)
        if lines:
            detailed = tuple(
                outcome._replace(code=_detailed(outcome.code, lines)) if _is_wanted(outcome.code) else outcome
                for outcome in outcomes
            )
            out[index] = (*hit[:3], detailed)
    return out


@lru_cache(maxsize=2048)
def _is_wanted(code: CodeInfo) -> bool:
    if code.ok or code.value in ELSEWHERE:
        return False
    return code.function in PLACED or (code.value in TEMPLATE and code.function in TEMPLATED)


def _is_call(block: bytes, hit: LineHit) -> bool:
    """Return whether a line is a return in a trace, or a complete call as a JSON object."""
    return hit[3][0].traced or (block.startswith(b"{", hit[0]) and block.find(JSON_KEY, hit[0], hit[1]) >= 0)


def _lines_of_call(
    text: bytes, start: int, end: int, outcomes: Sequence[CodeSpan], reach: int
) -> tuple[bytes, ...]:
    """Return the lines of the call whose return is the line from `start` to `end`; none if it shows no details."""
    if text.startswith(b"{", start):
        return (text[start:end],)
    name = next(outcome.code.function for outcome in outcomes if _is_wanted(outcome.code))
    assert name is not None
    function = name.encode()
    head = text.rfind(function, max(0, start - reach), start)
    if head < 0:
        return ()
    call_start = text.rfind(b"\n", 0, head) + 1
    piece = text[call_start:end]
    if not any(sign in piece for sign in SIGNS):
        return ()
    first = _begin(text, call_start)
    if first != call_start:
        return tuple(text[first:end].split(b"\n"))
    lines = piece.split(b"\n")
    if HEAD_LINE.match(lines[0]) and not any(map(HEAD_LINE.match, lines[1:])):
        # The only open call of a trace without threads: lines without details are dropped, so that similar calls share a cache entry.
        details = (
            line
            for line in lines[1:-1]
            if line.startswith((b" ", b"\t", b"[")) and not line.startswith(HANDLES) and not DATA.match(line)
        )
        lines = [b"0: " * lines[0][:1].isdigit() + function, *details, lines[-1]]
    return tuple(lines)


def _begin(text: bytes, call_start: int) -> int:
    """Return the offset to parse from for the call at `call_start`: an earlier one if another call may be open."""
    lead = max(0, call_start - LEAD)
    before = b"\n" + text[lead:call_start]
    heads = HEADS.search(before)
    since = heads.start() if heads else 0
    returns = before.count(RETURNED, since) + len(RETURNS.findall(before, since))
    if len(HEADS.findall(before, since)) == returns:
        return call_start
    return 0 if lead == 0 else text.find(b"\n", lead, call_start) + 1


def _read(lines: tuple[bytes, ...]) -> Call | None:
    """Return the call that returns on the last line; None if it is not certain."""
    from ckrtool.calls import bare
    from ckrtool.calls.read import Reader

    reader = Reader()
    for line in lines:
        reader.line(line.rstrip(b"\r"))
    reader.finish()
    found = [call for call in reader.calls if call.return_line == len(lines)]
    if len(found) != 1:
        return None
    # In logs without arguments, `certain` is False only because the session is assumed.
    return found[0] if found[0].certain or found[0].dialect == bare.Parser.dialect else None


@lru_cache(maxsize=512)
def _detailed(code: CodeInfo, lines: tuple[bytes, ...]) -> CodeInfo:
    """Return a code with the details of the call in `lines`; the code itself if there are none."""
    call = _read(lines)
    if call is None or code.function != call.function:
        return code
    from ckrtool.logs.jsontext import json_string

    details: list[str] = []
    facts: list[str] = []
    if code.value in TEMPLATE:
        _add_attributes(call, code.value, details, facts)
    mechanism = call.mechanism()
    name = mechanism.name if mechanism else call.args.get("type")
    if isinstance(name, str) and name.startswith("CKM_"):
        details.append(f"mechanism {_with_origin(name)}")
        facts.append(f',"mechanism":{json_string(name)}')
    slot = call.number_of("slotID")
    if slot is not None:
        details.append(f"slot {slot}")
        facts.append(f',"slot":{slot}')
    return DetailedCode(code, "; ".join(details), "".join(facts)) if details else code


def _add_attributes(call: Call, value: int, details: list[str], facts: list[str]) -> None:
    """Add the attributes that were returned without a value; if there are none, those that were given or asked for."""
    lacking = [item for item in _output(call) if item.length == -1] if value in ATTRIBUTES else []
    if lacking:
        details.append(f"no value for {_names(lacking)}")
        facts.append(f',"attributes":{_json(lacking)}')
        return
    for argument, template in TEMPLATES.items():
        given = call.template(argument)
        if given:
            asked = call.function == GIVES_ATTRIBUTES
            details.append(f"asked for {_names(given)}" if asked else f"{template}: {_names(given)}")
            key = "asked" if asked else template.replace(" ", "_")
            facts.append(f',"{key}":{_json(given)}')
            if len(given) == 1 and value in ATTRIBUTES:
                facts.append(f',"attributes":{_json(given)}')


def _output(call: Call) -> tuple[Attribute, ...]:
    found = call.outputs.get("pTemplate")
    return found if isinstance(found, tuple) else ()


def _names(attributes: Sequence[Attribute]) -> str:
    """Return the names of attributes separated by commas, without duplicates; a long list is truncated."""
    names = list(dict.fromkeys(_with_origin(item.name) for item in attributes))
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more


def _json(attributes: Sequence[Attribute]) -> str:
    from ckrtool.logs.jsontext import json_string

    names = dict.fromkeys(item.name for item in attributes)
    return "[" + ",".join(json_string(name) for name in names) + "]"


@lru_cache(maxsize=512)
def _with_origin(name: str) -> str:
    """Return a name, followed by the vendors for a vendor's number and by the edition for an attribute of 3.0 or later."""
    from ckrtool.knowledge import constants

    found = constants.by_name(name)
    if found is None or found.family not in ("attribute", "mechanism"):
        return name
    if found.name is None:
        from ckrtool.knowledge import vendor_constants

        rows = vendor_constants.by_number(found.family, found.value)
        return f"{name} ({', '.join(_vendor_of(row) for row in rows)})" if rows else name
    late = found.family == "attribute" and found.since != "2.40"
    return f"{name} (since {found.since})" if late else name


def _vendor_of(row: VendorConstant) -> str:
    return f"{row.name} of {row.vendor_name}" if row.name else f"of {row.vendor_name}"
