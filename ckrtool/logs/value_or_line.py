"""Parse one VALUE: a number, a name, or a whole line that a program printed. Importing this module loads no dialect."""

from ckrtool.values import literals, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.values.literals import Parsed


def parse(text: str, base: int | None) -> "Parsed":
    """Return the parsed VALUE or printed line; the dialects of logs are imported only if it is not a known value."""
    try:
        parsed = parser.parse(text, base)
    except literals.NotAValue:
        parsed = None
    if parsed is not None and (parsed.constant or not parsed.unknown):
        return parsed
    from ckrtool.logs import printed_line

    return printed_line.parse(text, base)
