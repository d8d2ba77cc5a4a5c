"""What the configuration and the environment say to `ckr probe` and `ckr modules`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token


def _config(tmp_path: Path, token: Token) -> dict[str, str]:
    file = tmp_path / "config.toml"
    file.write_text(
        f'default-module = "prod"\n[module.prod]\npath = "{token.module}"\n'
        'token = "probe"\npin-source = "env:THE_PIN"\n'
    )
    return {**token.env, "CKR_CONFIG": str(file)}


def test_an_alias_gives_module_token_and_pin(ckr: Ckr, token: Token, tmp_path: Path) -> None:
    env = _config(tmp_path, token)
    for arguments in (["--module", "prod"], []):
        ran = ckr("probe", "--json", *arguments, env=env)
        report = json.loads(ran.out)
        assert report["module"]["path"] == str(token.module), ran.err
        assert report["module"]["found_by"] == "alias"
        assert any(
            c["function"] == "C_Login" and c["rv"] == 0 for s in report["sequences"] for c in s["calls"]
        )
    assert "prod  " in ckr("modules", env=env).out


def test_variables_name_module_and_pin_source(ckr: Ckr, token: Token) -> None:
    env = {**token.env, "CKR_MODULE": str(token.module), "CKR_PIN_SOURCE": "env:THE_PIN"}
    report = json.loads(ckr("probe", "--json", env=env).out)
    assert any(c["function"] == "C_Login" and c["rv"] == 0 for s in report["sequences"] for c in s["calls"])


@pytest.mark.parametrize("place", ["/nowhere/report.json", "/proc/report.json", "/"])
def test_nothing_is_called_for_a_report_that_cant_be_kept(ckr: Ckr, fake: Path, place: str) -> None:
    log = ckr.home / "calls"
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(log), "THE_PIN": "1234"}
    asked = ["probe", "--module", str(fake), "--pin-source", "env:THE_PIN", "-o"]
    ran = ckr(*asked, place, env=env)
    assert (ran.status, ran.out) == (3, "")
    assert f"can't write '{place}'" in ran.err
    assert not log.exists()
    assert ckr(*asked, "/dev/null", env=env).status == 0
    assert log.exists()
