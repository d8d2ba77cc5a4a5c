"""Pictures of real terminals, compared with the golden ones; and what must hold for each of them."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.render import screens

PICTURES = screens.names()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux")
@pytest.mark.parametrize(("name", "width", "colours"), PICTURES)
def test_the_screen_is_the_golden_one(name: str, width: int, colours: bool) -> None:
    golden = screens.file_of(name, width, colours).read_text("utf-8")
    assert screens.taken(name, width, colours) == golden, (
        "look at the difference, then: python -m tests.render.screens"
    )


@pytest.mark.parametrize(("name", "width", "colours"), PICTURES)
def test_lines_fit_and_the_verdict_is_first_and_last(name: str, width: int, colours: bool) -> None:
    text = re.sub(r"\x1b\[[\d;]*m", "", screens.file_of(name, width, colours).read_text("utf-8"))
    lines = text.splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert lines[0].split()[0] in ("OK", "ERROR")
    *_, last = text.rstrip().split("\n\n")
    assert last.startswith("verdict: ")


def test_a_healthy_run_fits_one_screen() -> None:
    """24 lines with the command line above and the prompt below."""
    for width in screens.WIDTHS:
        assert len(screens.file_of("with-pin", width, False).read_text("utf-8").splitlines()) <= 22


def test_a_module_that_cannot_be_loaded_fits_too() -> None:
    assert len(screens.file_of("not-loaded", 80, False).read_text("utf-8").splitlines()) <= 22


def test_no_path_is_broken() -> None:
    """A path that fits a line is on one line, so that it can be copied."""
    for name, path in (("lost", "/opt/vendor/lib/libvendorp11.so"), ("with-pin", "softhsm/libsofthsm2.so")):
        for width in screens.WIDTHS:
            text = screens.file_of(name, width, False).read_text("utf-8")
            whole = text.count(path)
            assert whole == "".join(line.strip() for line in text.splitlines()).count(path)
