"""`ckr completion`: prints what packages install."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Ckr


@pytest.mark.parametrize(
    ("shell", "file"), [("bash", "bash/ckr"), ("zsh", "zsh/_ckr"), ("fish", "fish/ckr.fish")]
)
def test_prints_the_file_that_packages_install(ckr: Ckr, shell: str, file: str) -> None:
    ran = ckr("completion", shell)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (ROOT / "completions" / file).read_text("utf-8")
    assert str(ROOT) not in ran.out


@pytest.mark.parametrize("arguments", [[], ["tcsh"], ["bash", "zsh"]])
def test_other_shells_are_a_mistake(ckr: Ckr, arguments: list[str]) -> None:
    ran = ckr("completion", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err
