"""What the configuration and the environment say to `ckr probe` and `ckr modules`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.probe.conftest import Token


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
