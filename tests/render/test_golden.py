"""Whole outputs, compared with the golden files."""

import pytest

from tests.render.goldens import HERE, rendered

TEXTS = rendered()


@pytest.mark.parametrize("name", TEXTS)
def test_output_is_the_golden_file(name: str) -> None:
    golden = (HERE / "golden" / name).read_bytes()
    assert TEXTS[name].encode() == golden, "read the difference, then: python -m tests.render.goldens"


def test_every_golden_file_has_its_output() -> None:
    assert {path.name for path in (HERE / "golden").iterdir()} == set(TEXTS)
