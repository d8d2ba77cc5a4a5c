"""Named tuples made without `typing` are those that `typing` makes."""

from __future__ import annotations

import pickle
import subprocess
import sys
import typing
from typing import Any

import pytest

from ckrtool import _named_tuples
from ckrtool.logs.input.chunks import Kind, Piece

TEXT = '''
from __future__ import annotations
class Span(NamedTuple):
    """A part of a line."""
    start: int
    end: int = 7
    names: tuple[str, ...] = ()
    @property
    def length(self):
        """Return the length."""
        return self.end - self.start
    def __str__(self):
        return f"{self.start}-{self.end}"
'''


def span(base: Any) -> Any:
    """Return the class above with `base` as its NamedTuple."""
    names: dict[str, Any] = {"NamedTuple": base, "__name__": __name__}
    exec(TEXT, names)
    return names["Span"]


@pytest.fixture
def both() -> tuple[Any, Any]:
    return span(_named_tuples.NamedTuple), span(typing.NamedTuple)


def test_fields_defaults_and_texts_are_the_same(both: tuple[Any, Any]) -> None:
    ours, known = both
    for name in (
        "_fields",
        "_field_defaults",
        "__doc__",
        "__module__",
        "__name__",
        "__qualname__",
        "__bases__",
    ):
        assert getattr(ours, name) == getattr(known, name), name
    assert list(ours.__annotations__) == list(known.__annotations__)


def test_instances_behave_the_same(both: tuple[Any, Any]) -> None:
    for made in (both[0](2), both[1](2)):
        assert made == (2, 7, ())
        assert (str(made), repr(made), made.length) == ("2-7", "Span(start=2, end=7, names=())", 5)
        assert made._replace(end=9)._asdict() == {"start": 2, "end": 9, "names": ()}
        assert not hasattr(made, "__dict__")


def test_missing_and_unknown_values_are_refused(both: tuple[Any, Any]) -> None:
    for cls in both:
        with pytest.raises(TypeError):
            cls()
        with pytest.raises(TypeError):
            cls(1, stop=2)


def test_instances_can_be_pickled() -> None:
    piece = Piece(Kind.LINES, b"a line\n")
    assert pickle.loads(pickle.dumps(piece)) == piece


def test_typing_is_not_imported() -> None:
    code = "import sys, ckrtool._named_tuples; sys.exit('typing' in sys.modules)"
    assert (
        subprocess.run(
            [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
            check=False,
        ).returncode
        == 0
    )
