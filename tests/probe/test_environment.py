"""The surroundings of a module as an ordinary user finds them: what may not be looked at is said, and never ends the run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from ckrtool.probe.judge import environment


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that this user may not search (root may: the kernel's answer is given in its place)."""
    folder = tmp_path / "closed"
    real = os.stat

    def refused(path: Any, *rest: Any, **more: Any) -> os.stat_result:
        if str(path).startswith(f"{folder}/"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "stat", refused)
    return folder


def test_a_configuration_in_a_folder_that_may_not_be_searched(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOFTHSM2_CONF", str(closed / "softhsm2.conf"))
    found = {one["id"]: one for one in environment.findings("softhsm2", None)}
    assert found["variable-unreadable"]["severity"] == "error"
    assert str(closed) in found["variable-unreadable"]["detail"]
    assert "variable-nowhere" not in found


def test_the_usual_configuration_may_not_be_read(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOFTHSM2_CONF", raising=False)
    monkeypatch.setattr(environment, "_config_paths", lambda _profile: iter([closed / "softhsm2.conf"]))
    ids = {one["id"]: one["severity"] for one in environment.findings("softhsm2", None)}
    assert ids["config-unreadable"] == "error"
    assert "config-missing" not in ids


def test_only_the_group_that_a_store_belongs_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {tmp_path}\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(config))
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.R_OK and str(path) == str(config))
    (one,) = environment.ownership("softhsm2")
    assert one["id"] == "other-user"
    assert "members of" not in one["detail"]


def test_a_store_beside_its_configuration_is_looked_for_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """tpm2-pkcs11 takes the first folder that has its database; /etc/tpm2_pkcs11 need not be there."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("TPM2_PKCS11_STORE", raising=False)
    if Path("/etc/tpm2_pkcs11").exists():
        pytest.skip("this host has a system store")
    assert "store-missing" in {one["id"] for one in environment.findings("tpm2-pkcs11", None)}
    (tmp_path / ".tpm2_pkcs11").mkdir()
    (tmp_path / ".tpm2_pkcs11" / "tpm2_pkcs11.sqlite3").touch()
    assert "store-missing" not in {one["id"] for one in environment.findings("tpm2-pkcs11", None)}
