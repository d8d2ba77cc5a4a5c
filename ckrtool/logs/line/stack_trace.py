"""Find the function that a stack trace below an exception, or a traceback above it, names."""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES, spoken_function
from ckrtool.logs.stack_lines import LONGEST_ABOVE, PARTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

FRAME = lazy(rb'[^\r\n]{0,80}File "[^"\r\n]{1,300}", line \d{1,7}, in (?P<method>[\w.<>]{1,200})\s*$')
TRACEBACK = b"Traceback (most recent call last)"
# What a line must contain to match the expression below, which is slow to fail.
IN_NATIVE = (b"C_", b"jacknji11.")
MOST_BYTES = 8192
MOST_LINES = 80
STACK_LINE = lazy(rb"[^\r\n]{0,80}?(?:\s+at |\s+\.\.\. |Caused by: [^\r\n]*(?:PKCS11|CKR)Exception)")
NATIVE = lazy(
    rb"(?:PKCS11\w{0,40}(?:\.|::)|native\) |method: '|\[as )(?P<function>C_[A-Z][A-Za-z]{2,40})(?=\W)|"
    rb"jacknji11\.CE?\.(?P<spoken>[A-Z]\w{2,40})\("
)


def function_below(block: bytes, end: int, after: bytes = b"") -> str | None:
    """Return the C_* function of the native call in the stack trace below the line that ends at `end`; None if there is none.

    `after` is the text after the block that has been read already.
    """
    if after and len(block) - end < MOST_BYTES:
        block, end = block[end:] + after, 0
    limit = min(len(block), end + MOST_BYTES)
    position = block.find(b"\n", end) + 1
    for _ in range(MOST_LINES):
        if not 0 < position < limit:
            return None
        stop = block.find(b"\n", position)
        stop = stop if stop >= 0 else len(block)
        if _has(IN_NATIVE, block, position, stop):
            native = NATIVE.search(block, position, stop)
            if native is not None:
                return _name(native)
        if not (_has(PARTS, block, position, stop) and STACK_LINE.match(block, position, stop)):
            return None
        position = stop + 1
    return None


def function_above(
    before: bytes, block: bytes, start: int, methods: tuple[tuple[str, str], ...]
) -> str | None:
    """Return the C_* function of the innermost method in the traceback above the line that starts at `start`.

    `before` is the text before the block. `methods` maps methods to functions; the result is None if the traceback names none
    of them.
    """
    known = dict(methods)
    above = block[max(0, start - LONGEST_ABOVE) : start]
    if len(above) < LONGEST_ABOVE:
        above = (before + above)[-LONGEST_ABOVE:]
    for line in reversed(above.split(b"\n")[-MOST_LINES:]):
        if TRACEBACK in line:
            return None
        match = FRAME.match(line)
        if match is not None:
            function = known.get(match["method"].decode("ascii", "replace").rpartition(".")[2])
            if function is not None:
                return function
    return None


def _has(texts: tuple[bytes, ...], block: bytes, start: int, stop: int) -> bool:
    for text in texts:  # noqa: SIM110 - `any` of a generator takes three times as long
        if block.find(text, start, stop) >= 0:
            return True
    return False


def _name(native: re.Match[bytes]) -> str | None:
    if native["spoken"]:
        return spoken_function(native["spoken"])
    name = native["function"].decode()
    return name if name in FUNCTION_NAMES else None
