"""Read the return code and the function from the match of a dialect's pattern."""

from __future__ import annotations

from ckrtool.knowledge import registry
from ckrtool.logs.input.searchable import ask
from ckrtool.logs.line.functions_and_names import Mention, spoken_function, value_of_name
from ckrtool.logs.line.mentions import is_mentioned
from ckrtool.logs.line.numbers import return_value
from ckrtool.logs.line.result import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ckrtool.logs.dialects.model import Dialect


def by_dialect(dialect: Dialect, match: re.Match[bytes]) -> Mention | None:
    """Return the code in a line that the dialect's pattern matches; None if it is not a return code."""
    groups = dialect.groups
    function = dialect.function
    if "function" in groups and match["function"]:
        function = registry.function_name(match["function"].decode("ascii", "replace"))
    elif "spoken" in groups and match["spoken"]:
        function = spoken_function(match["spoken"])
    if "said" in groups and match["said"] and dialect.value is not None:
        return Mention(*match.span("said"), dialect.value, name_of(dialect.value), function, False)
    if "name" in groups and match["name"]:
        return _named(match, function)
    if "packed" in groups:
        return _unpacked(match, function)
    if "sentence" in groups:
        return _sentence(match, function)
    if "code" in groups and match["code"]:
        return _number(dialect, match, function)
    if "word" in groups and match["word"]:
        return _spelled(match, function)
    return None


def _named(match: re.Match[bytes], function: str | None) -> Mention | None:
    start, end = match.span("name")
    value, name = value_of_name(match["name"].decode(), match.string, start, end)
    return None if value is None else Mention(start, end, value, name, function, False)


def _number(dialect: Dialect, match: re.Match[bytes], function: str | None) -> Mention | None:
    value = return_value(ask(match.string, *match.span("code")), base=dialect.base)
    if value is None:
        return None
    value |= dialect.offset
    return Mention(*match.span("code"), value, name_of(value), function, True)


def _spelled(match: re.Match[bytes], function: str | None) -> Mention | None:
    """Return the code of a name without CKR_ or in the spelling of a binding."""
    if is_mentioned(match.string, *match.span("word"), dotted=True):
        return None
    word = match["word"].decode("ascii", "replace")
    standard = registry.code_by_name(f"CKR_{word.removeprefix('CKR_')}")
    if standard is not None:
        return Mention(*match.span("word"), standard.value, standard.name, function, False)
    from ckrtool.values import spellings

    parsed = spellings.parse(f"RvError::{word}" if word.isalnum() else word)
    if parsed is None or parsed.value is None or parsed.vendor is not None:
        return None
    return Mention(*match.span("word"), parsed.value, name_of(parsed.value), function, False)


def _sentence(match: re.Match[bytes], function: str | None) -> Mention | None:
    from ckrtool.logs.line import sentences

    value = sentences.value_of(match["sentence"].decode("utf-8", "replace"))
    return None if value is None else Mention(*match.span("sentence"), value, name_of(value), function, False)


def _unpacked(match: re.Match[bytes], function: str | None) -> Mention | None:
    """Return the reason that OpenSSL's packed error number contains; None if it is not a return code."""
    routine = match["routine"]
    if (
        match["library"] == b"Vendor defined" and not routine.startswith(b"PKCS11_")
    ) or b"ERR_ENG" in routine:
        return None
    from ckrtool.values.openssl_error import reason_of

    reason = reason_of(int(ask(match.string, *match.span("packed")), 16))
    if reason is None:
        return None
    return Mention(*match.span("packed"), reason, name_of(reason), function, True)
