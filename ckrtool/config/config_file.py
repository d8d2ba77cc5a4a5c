"""Reads one config.toml with the validators of the data files: all problems at once, and no message repeats a PIN."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ckrtool._records import record
from ckrtool.config.settings import CONFIG, Config, ModuleAlias
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.schema.check import Array, MapOf, Problem, Table, Text, kind_of
from ckrtool.schema.forms import VERSIONS
from ckrtool.schema.tomlfile import read

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
PIN_SOURCE = re.compile(
    r"env:[A-Za-z_][A-Za-z0-9_]*|file:[/~][^\0\n]+|fd:[0-9]+|cmd:[^\0\n]+|prompt|protected-path"
)
PIN_SOURCES = "env:NAME, file:/PATH (absolute, or ~/...), fd:N, prompt, cmd:COMMAND or protected-path"


@record(frozen=True)
class AliasName:
    """A name that cannot be mistaken for a path, an option or a URI."""

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, str) or not NAME.fullmatch(value):
            yield f"{value!r} can't be a module's alias: letters, digits and . _ - only"


@record(frozen=True)
class ModulePath:
    """An absolute path: the module that is loaded must not depend on the current directory."""

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, str):
            yield f"should be a string, is {kind_of(value)}"
        elif not value.startswith(("/", "~/")) or "\0" in value:
            yield "should be an absolute path (or begin with ~/)"


@record(frozen=True)
class PinSource:
    """The source of a PIN. Messages never repeat the value: it may be the PIN itself."""

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, str) or not PIN_SOURCE.fullmatch(value):
            yield f"should be {PIN_SOURCES}; never the PIN itself"


@record(frozen=True)
class TokenName:
    """A token's label or a PKCS #11 URI without a PIN. Messages do not repeat the value."""

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, str) or not value.strip() or "\n" in value or "\0" in value:
            yield "should be a token's label or a PKCS #11 URI, on one line"
        elif value[:7].lower() == "pkcs11:" and "pin-value" in value.lower():
            yield "contains a PIN (pin-value); use pin-source instead"


@record(frozen=True)
class Modules:
    """The tables of aliases, or the name of the default module where there are none."""

    aliases: MapOf

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        yield from LINE.problems(value) if isinstance(value, str) else self.aliases.problems(value)


LINE = Text(longest=4096)
ALIAS = Table(
    required={"path": ModulePath()},
    optional={"token": TokenName(), "pin-source": PinSource(), "init-args": LINE},
)
FORM = Table(
    optional={
        "default-module": LINE,
        "spec": Text(choices=VERSIONS),
        "ignore": Array(LINE),
        "module": Modules(MapOf(AliasName(), ALIAS)),
    },
    also=lambda table: (
        ["module and default-module both name the default module: keep one"]
        if "default-module" in table and isinstance(table.get("module"), str)
        else []
    ),
)


def read_asked(config: Config, path: str) -> None:
    """Read the file that CKR_CONFIG names; raise UsageError with all its problems, SurroundingsError if it can't be read."""
    table, problems = read(Path(path), FORM)
    if table is None and _unreadable(path):
        raise SurroundingsError(f"{CONFIG}: {problems[0]}", "Name a file that can be read, or unset it.")
    if problems:
        lines = "\n".join(map(str, problems))
        raise UsageError(
            f"{CONFIG} names a file that can't be used\n{lines}", "man ckr-overlay shows its form"
        )
    _take(config, table or {}, path)


def read_found(config: Config, path: str) -> None:
    """Read a user's or site's file; an invalid one is ignored and reported in `problems`."""
    table, problems = read(Path(path), FORM)
    if problems or table is None:
        config.problems += [str(problem) for problem in _named(problems, path)]
        return
    _take(config, table, path)


def _named(problems: list[Problem], path: str) -> list[Problem]:
    return problems or [Problem(path, "", "can't be used")]


def _unreadable(path: str) -> bool:
    """Return whether the file cannot be opened or read, regardless of its content."""
    try:
        with Path(path).open("rb") as stream:
            stream.read(1)
    except (OSError, ValueError):
        return True
    return False


def _take(config: Config, table: dict[str, Any], path: str) -> None:
    """Add the settings of a valid file that no earlier file has set."""
    modules = table.get("module", {})
    default = modules if isinstance(modules, str) else table.get("default-module")
    config.default_module = config.default_module or default
    config.spec = config.spec or table.get("spec")
    config.ignore += table.get("ignore", [])
    for name, row in {} if isinstance(modules, str) else modules.items():
        alias = ModuleAlias(
            name,
            os.path.expanduser(row["path"]),  # noqa: PTH111 - does not raise where there is no home
            row.get("token"),
            row.get("pin-source"),
            row.get("init-args"),
            path,
        )
        config.aliases.setdefault(name, alias)
