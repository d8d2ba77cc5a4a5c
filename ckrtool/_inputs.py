"""Checks the arguments of the Python API; raises ValueError for malformed ones and KeyError for unknown functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import index
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ckrtool.errors import CkrError
from ckrtool.knowledge import registry
from ckrtool.logs import value_or_line
from ckrtool.values import decoder

if TYPE_CHECKING:
    from ckrtool.values.decoder import Decoded

CHUNK = 1 << 18
LINES = "lines (a list, an open file, a generator)"


def wrong(expected: str, value: object) -> ValueError:
    """Return the error for an argument of another type: not TypeError, because the API raises only ValueError and KeyError."""
    return ValueError(f"expected {expected}, not {type(value).__name__}")


def decoded(text: str | int, *, constants: bool = False) -> Decoded:
    """Return the decoded value as a return code or, with `constants`, also as a constant of another family."""
    text = _value_text(text)
    try:
        parsed = value_or_line.parse(text, None)
        return decoder.decode_any(parsed) if constants else decoder.decode(parsed)
    except CkrError as error:
        raise ValueError(error.message) from None


def _value_text(value: object) -> str:
    """Return a value as text; an integer of any type, such as NumPy's, as a number."""
    if isinstance(value, str):
        try:
            value.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            # Half of a pair of UTF-16 is in no value; the rest of the line may have one.
            return value.encode("utf-8", "replace").decode()
        return value
    expected = "a value (a number, or a text such as 'CKR_PIN_INCORRECT')"
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise wrong(expected, value)
    try:
        number = index(value)
    except TypeError:
        raise wrong(expected, value) from None
    return hex(number) if number >= 0 else str(number)


def function_name(name: str) -> str:
    """Return the standard's spelling of a function's name; raises KeyError for an unknown one."""
    if not isinstance(name, str):
        raise wrong("the name of a function (such as 'C_Login')", name)
    found = registry.function_name(name) or registry.function_name(f"C_{name}")
    if found is None:
        raise KeyError(f"{name!r} is not a function of PKCS #11")
    return found


def stack_id(name: str) -> str | None:
    """Return the id of a stack; raises ValueError for an unknown one."""
    from ckrtool.values import situation

    if not isinstance(name, str):
        raise wrong("the name of a stack (such as 'softhsm2')", name)
    try:
        return situation.stack_for(name, None)
    except CkrError as error:
        raise ValueError(error.message) from None


def edition(spec: str) -> str:
    """Return an edition of the standard; raises ValueError for another text."""
    editions = ", ".join(registry.SPECS)
    if not isinstance(spec, str):
        raise wrong(f"an edition of the standard as text ({editions})", spec)
    if spec not in registry.SPECS:
        raise ValueError(f"{spec!r} is not an edition of the standard: {editions}")
    return spec


def number(found: Decoded) -> int:
    """Return the CK_RV of a decoded value; raises ValueError for a name that has none or several."""
    if found.value is None:
        raise ValueError(f"{found.input!r} has no single value")
    return found.value


def file_name(file: str | PathLike[str] | None) -> str | None:
    """Return the name of a file as text."""
    if file is None or isinstance(file, str):
        return file
    name = fspath(file) if isinstance(file, PathLike) else None
    if not isinstance(name, str):
        raise wrong("the name of a file", file)
    return name


def items(source: Iterable[Any], expected: str) -> Iterator[Any]:
    """Return the iterator over an argument; raises ValueError for a text, a mapping, and what is not iterable."""
    if isinstance(source, str | bytes | bytearray | Mapping):
        raise ValueError(f"expected {expected}, not one {type(source).__name__}")  # noqa: TRY004 - as in `wrong`
    try:
        return iter(source)
    except TypeError:
        raise wrong(expected, source) from None


def chunks(source: Iterable[str | bytes] | Path) -> Iterator[bytes]:
    """Return the pieces of a file, or of lines with their line ends, of about CHUNK bytes each."""
    if isinstance(source, Path):
        return _of_file(source)
    return _joined(items(source, f"{LINES} or a pathlib.Path"))


def _of_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _joined(lines: Iterator[object]) -> Iterator[bytes]:
    piece: list[bytes] = []
    size = 0
    for count, line in enumerate(lines, 1):
        data, _ = encoded(line, count)
        piece.append(data if data.endswith(b"\n") else data + b"\n")
        size += len(data)
        if size >= CHUNK:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)


def encoded(line: object, count: int) -> tuple[bytes, str]:
    """Return a line as bytes, and the error handler with which they are decoded to the same text.

    `count` is the number of the line, for the ValueError if it is neither str nor bytes.
    """
    if isinstance(line, str):
        try:
            return line.encode("utf-8", "surrogateescape"), "surrogateescape"
        except UnicodeEncodeError:  # half of a pair of UTF-16
            return line.encode("utf-8", "surrogatepass"), "surrogatepass"
    if isinstance(line, bytes | bytearray):
        return bytes(line), "surrogateescape"
    raise wrong(f"str or bytes as line {count}", line)
