"""Records behave as dataclasses do, as far as the package uses them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from ckrtool import _records
from tests.conftest import ROOT

TEXT = '''
from __future__ import annotations
@record
class Plain:
    """A thing."""
    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list)
    fourth: str = field(default="", repr=False)
    @property
    def both(self):
        return f"{self.first}{self.second}"
@record(frozen=True)
class Frozen:
    name: str
    number: int = 1
@record(eq=False)
class Own:
    name: str
'''


def made(makers: Any) -> dict[str, Any]:
    """Return the classes above, made by `dataclasses` or by the package's own module."""
    names: dict[str, Any] = {
        "record": getattr(makers, "record", None) or makers.dataclass,
        "field": makers.field,
        "__name__": __name__,
    }
    exec(compile(TEXT, "x", "exec"), names)
    return names


@pytest.mark.parametrize("makers", [_records, dataclasses], ids=["records", "dataclasses"])
def test_records_are_as_dataclasses(makers: Any) -> None:
    classes = made(makers)
    plain, frozen, own = classes["Plain"], classes["Frozen"], classes["Own"]
    one = plain(1)
    assert (one.first, one.second, one.third, one.fourth, one.both) == (1, "two", [], "", "1two")
    assert plain(1).third is not one.third
    assert plain(1, "x", [2], "pin") == plain(second="x", first=1, fourth="pin", third=[2]) != one
    assert "pin" not in repr(plain(1, fourth="pin"))
    assert "first=1, second='two', third=[])" in repr(one)
    one.first = 5
    with pytest.raises(TypeError):
        hash(one)
    for wrong in (plain, lambda: plain(1, "", [], "", 5), lambda: plain(1, nope=2)):
        with pytest.raises(TypeError):
            wrong()
    assert {frozen("a"), frozen(number=1, name="a"), frozen("b")} == {frozen("a"), frozen("b")}
    assert frozen("a") != plain(1)
    with pytest.raises(AttributeError):
        frozen("a").name = "b"
    assert makers.replace(frozen("a"), number=2) == frozen("a", 2)
    assert own("a") != own("a")
    match frozen("a", 7):
        case frozen(name, number):
            assert (name, number) == ("a", 7)


def test_package_uses_no_dataclasses_but_in_results() -> None:
    for path in (ROOT / "ckrtool").rglob("*.py"):
        if path.relative_to(ROOT / "ckrtool").parts[0] not in {"_generate", "_results.py", "_records.py"}:
            assert "import dataclass" not in path.read_text("utf-8"), path
