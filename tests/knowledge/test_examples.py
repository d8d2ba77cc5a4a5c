"""The example of a page is a line that `decode` reads as the page's code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool.knowledge import advice, registry

if TYPE_CHECKING:
    from tests.conftest import Ckr

EXAMPLES = [
    (code, found.example[0])
    for code in registry.codes()
    if (found := advice.explain(code.value)) is not None and found.example is not None
]


@pytest.mark.parametrize(("code", "seen"), EXAMPLES, ids=[code.name for code, _ in EXAMPLES])
def test_the_line_of_an_example_is_read_as_the_code_of_its_page(
    code: registry.ReturnCode, seen: str, ckr: Ckr
) -> None:
    ran = ckr("decode", "--json", seen)
    assert (ran.status, ran.err, json.loads(ran.out)["name"]) == (0, "", code.name)
