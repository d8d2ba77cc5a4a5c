"""The configuration: option before environment before file, user before site, all problems at once, no PIN in a message."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ckrtool.config import loader
from ckrtool.errors import SurroundingsError, UsageError
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

PROD = """
default-module = "prod"
spec = "3.0"
[module.prod]
path = "/opt/acme/lib/libacme.so"
token = "pkcs11:token=Signing%20keys"
pin-source = "file:/run/secrets/pin"
init-args = "configDir=/etc/acme"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; the site's folder is `site` in it, the user's is `config`."""
    for name in ("CKR_CONFIG", "CKR_MODULE", "CKR_PIN_SOURCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "site"))
    return tmp_path


def put(path: Path, text: str) -> Path:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_nothing_is_configured() -> None:
    found = loader.load()
    assert (found.default_module, found.spec, found.alias("prod"), found.problems) == (None, None, None, [])
    assert (found.module_asked(None), found.pin_source_asked(None, None), found.spec_asked(None)) == (
        None,
        None,
        "3.2",
    )


def test_every_key_is_read(home: Path) -> None:
    path = put(home / "config/ckr/config.toml", PROD)
    found = loader.load()
    assert (found.default_module, found.spec, found.problems) == ("prod", "3.0", [])
    alias = found.alias("prod")
    assert alias is not None
    assert (alias.path, alias.token) == ("/opt/acme/lib/libacme.so", "pkcs11:token=Signing%20keys")
    assert (alias.pin_source, alias.init_args) == ("file:/run/secrets/pin", "configDir=/etc/acme")
    assert alias.file == str(path)


def test_tilde_is_the_home(home: Path) -> None:
    put(home / "config/ckr/config.toml", '[module.mine]\npath = "~/lib/m.so"\n')
    alias = loader.load().alias("mine")
    assert alias is not None
    assert alias.path == str(home / "lib/m.so")


def test_module_may_name_the_default_where_there_are_no_aliases(home: Path) -> None:
    put(home / "config/ckr/config.toml", 'module = "softhsm2"\n')
    assert loader.load().default_module == "softhsm2"


def test_users_file_stands_before_the_sites(home: Path) -> None:
    put(home / "site/ckr/config.toml", PROD + '[module.test]\npath = "/opt/test.so"\n')
    put(home / "config/ckr/config.toml", 'default-module = "test"\n[module.prod]\npath = "/mine.so"\n')
    found = loader.load()
    assert (found.default_module, found.spec) == ("test", "3.0")
    prod, test = found.alias("prod"), found.alias("test")
    assert prod is not None
    assert test is not None
    assert (prod.path, prod.pin_source, test.path) == ("/mine.so", None, "/opt/test.so")


def test_option_then_environment_then_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(home / "config/ckr/config.toml", PROD)
    found = loader.load()
    alias = found.alias("prod")
    assert found.module_asked(None) == "prod"
    assert found.pin_source_asked(None, alias) == "file:/run/secrets/pin"
    assert found.spec_asked(None) == "3.0"
    monkeypatch.setenv("CKR_MODULE", "other")
    monkeypatch.setenv("CKR_PIN_SOURCE", "env:PIN")
    assert found.module_asked(None) == "other"
    assert found.pin_source_asked(None, alias) == "env:PIN"
    assert found.module_asked("mine") == "mine"
    assert found.pin_source_asked("prompt", alias) == "prompt"
    assert found.spec_asked("2.40") == "2.40"


def test_ckr_config_names_the_only_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(home / "config/ckr/config.toml", PROD)
    other = put(home / "other.toml", 'spec = "2.40"\n')
    monkeypatch.setenv("CKR_CONFIG", str(other))
    found = loader.load()
    assert (found.spec, found.default_module, found.alias("prod")) == ("2.40", None, None)
    monkeypatch.setenv("CKR_CONFIG", "/dev/null")
    assert loader.load().default_module is None


BROKEN = """
default-module = 5
spec = "3.3"
colour = "red"
[module."a/b"]
path = "/x.so"
[module.prod]
path = "libacme.so"
pin-source = "48151623"
token = "pkcs11:token=x?pin-value=48151623"
[module.test]
token = "x"
"""


def test_all_problems_at_once_and_no_pin_in_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(home / "broken.toml", BROKEN)
    monkeypatch.setenv("CKR_CONFIG", str(path))
    with pytest.raises(UsageError) as refused:
        loader.load()
    text = refused.value.message
    for part in (
        "default-module",
        "spec",
        "colour",
        "a/b",
        "absolute",
        "pin-source",
        "pin-value",
        "path: is missing",
    ):
        assert part in text
    assert text.count(str(path)) == 8
    assert "48151623" not in text


@pytest.mark.parametrize("scheme", ["pkcs11", "PKCS11"])
@pytest.mark.parametrize("attribute", ["pin-value", "PIN-VALUE", "Pin-Value"])
def test_a_pin_in_a_uri_is_refused_however_it_is_written(home: Path, scheme: str, attribute: str) -> None:
    uri = f"{scheme}:token=x?{attribute}=48151623"
    put(home / "config/ckr/config.toml", f'[module.prod]\npath = "/x.so"\ntoken = "{uri}"\n')
    found = loader.load()
    assert found.alias("prod") is None
    assert "contains a PIN" in "".join(found.problems)
    assert "48151623" not in "".join(found.problems)


def test_problems_tell_the_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(home / "broken.toml", BROKEN + '[module.far]\npath = "/x"\npin-source = "file:pin"\n')
    monkeypatch.setenv("CKR_CONFIG", str(path))
    with pytest.raises(UsageError) as refused:
        loader.load()
    lines = refused.value.message.split("\n")[1:]
    assert [line.removeprefix(f"{path}:").split(": ")[:2] for line in lines] == [
        ["2", "default-module"],
        ["3", "spec"],
        ["4", "colour"],
        ["5", "module"],
        ["8", "module"],
        ["9", "module"],
        ["10", "module"],
        ["11", "module"],
        ["15", "module"],
    ]
    path.write_text('spec = "3.2"\nmodule = \n')
    with pytest.raises(UsageError, match=r"broken\.toml:2: is not valid TOML"):
        loader.load()


def test_the_probe_goes_by_no_half_of_a_configuration(ckr: Ckr, home: Path) -> None:
    path = put(home / "config/ckr/config.toml", BROKEN)
    put(home / "site/ckr/config.toml", PROD)
    asked = ckr("probe", "--module", "prod", "--dry-run")
    assert (asked.status, asked.out) == (2, "")
    assert f"{path}:8: module: prod: path" in asked.err
    assert "48151623" not in asked.err
    listed = ckr("modules")
    assert listed.status == 0
    assert f"{path}:8: module: prod: path" in listed.err
    path.unlink()
    assert ckr("probe", "--module", "prod", "--dry-run").status == 0


@pytest.mark.parametrize(
    "text", [BROKEN, "a = ", "\x00", "module = []", 'module = "a"\ndefault-module = "b"']
)
def test_a_broken_file_of_the_user_is_a_warning_and_the_sites_still_counts(home: Path, text: str) -> None:
    path = put(home / "config/ckr/config.toml", text)
    put(home / "site/ckr/config.toml", PROD)
    found = loader.load()
    assert found.default_module == "prod"
    assert found.problems
    assert all(str(path) in problem for problem in found.problems)
    assert "48151623" not in "".join(found.problems)


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_was_asked_for_and_cant_be_read(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("CKR_CONFIG", str(home / name))
    with pytest.raises(SurroundingsError, match="CKR_CONFIG"):
        loader.load()


def test_hardly_anything_is_imported_where_no_file_is(home: Path) -> None:
    code = (
        "import sys; from ckrtool.config import loader; loader.load()\n"
        "print(*{'tomllib', 'platformdirs', 'pathlib', 're', 'dataclasses', 'typing'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
        env={"HOME": str(home)},
    )
    assert done.stdout.strip() == ""


def test_a_command_goes_by_the_configured_edition(ckr: Ckr, home: Path) -> None:
    put(home / "config/ckr/config.toml", 'spec = "2.40"\n')
    assert ckr("returns", "C_LoginUser").status == 1
    assert ckr("returns", "C_LoginUser", "--spec", "3.2").status == 0


def test_a_command_says_what_is_wrong_with_a_configuration(ckr: Ckr, home: Path) -> None:
    path = put(home / "config/ckr/config.toml", BROKEN)
    ran = ckr("returns", "C_Login", "--json")
    assert (ran.status, ran.out.count("\n")) == (0, 1)
    assert ran.err.count(str(path)) == 8
    asked = ckr("returns", "C_Login", env={"CKR_CONFIG": str(path)})
    assert (asked.status, asked.out) == (2, "")
    assert asked.err.count(str(path)) == 8
    assert "48151623" not in ran.err + asked.err
    missing = ckr("returns", "C_Login", env={"CKR_CONFIG": str(home / "nowhere.toml")})
    assert (missing.status, missing.out) == (3, "")
    assert "nowhere.toml" in missing.err
