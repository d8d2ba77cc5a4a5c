"""Which pager a long answer goes to, and when it goes to none."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from ckrtool.cli import pager

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "a page \u20ac\n"


@pytest.mark.parametrize(
    ("own", "general"),
    [("", None), ("cat", None), (" cat ", "less"), (None, "cat"), (None, ""), ("less 'x", None), ("/nowhere/less", None)],
)  # fmt: skip
def test_no_pager_where_it_is_turned_off_or_not_there(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], own: str | None, general: str | None
) -> None:
    for name, value in (("CKR_PAGER", own), ("PAGER", general)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert pager.paged(TEXT) is False
    assert capfd.readouterr().out == ""
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ckrs_own_variable_stands_before_the_general_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("own", "general"):
        script = tmp_path / name
        script.write_text(f"#!/bin/sh\ncat > {tmp_path}/{name}.text\n")
        script.chmod(0o755)
    monkeypatch.setenv("CKR_PAGER", f"{tmp_path}/own")
    monkeypatch.setenv("PAGER", f"{tmp_path}/general")
    assert pager.paged(TEXT) is True
    assert (tmp_path / "own.text").read_text("utf-8") == TEXT
    assert not (tmp_path / "general.text").exists()
