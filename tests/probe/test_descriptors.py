"""A probe that was started with standard descriptors closed accuses nobody."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import fake_module

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr


@pytest.mark.parametrize("closing", ["<&-", "2>&-", "<&- 2>&-"])
def test_closed_descriptors(ckr: Ckr, tmp_path: Path, closing: str) -> None:
    command = " ".join(ckr.command(["probe", "--module", str(fake_module.build()), "--json"]))
    done = subprocess.run(
        ["sh", "-c", f"{command} {closing}"],
        env={**ckr.env, "CKR_FAKE": ""},
        capture_output=True,
        check=False,
    )
    assert {entry["outcome"] for entry in json.loads(done.stdout)["sequences"]} == {"passed"}
    assert done.returncode == 0
