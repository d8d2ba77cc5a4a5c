"""The settings of a configuration: aliases of modules, defaults, and the order of precedence."""

from __future__ import annotations

import os

CONFIG, MODULE, PIN_SOURCE = "CKR_CONFIG", "CKR_MODULE", "CKR_PIN_SOURCE"
SPEC = "3.2"


class ModuleAlias:
    """A site's own name for a module: its file, and the token, PIN source and arguments to use with it.

    `path` is absolute; `token` a label or PKCS #11 URI, `pin_source` as --pin-source takes it, `init_args` as
    --init-args; each of the three is None if not given. `file` is the configuration file that defines the alias.
    """

    __slots__ = ("file", "init_args", "name", "path", "pin_source", "token")

    def __init__(
        self,
        name: str,
        path: str,
        token: str | None = None,
        pin_source: str | None = None,
        init_args: str | None = None,
        file: str = "",
    ) -> None:
        self.name = name
        self.path = path
        self.token = token
        self.pin_source = pin_source
        self.init_args = init_args
        self.file = file


class Config:
    """The settings of all configuration files; `problems` are lines for stderr about files that were ignored."""

    __slots__ = ("aliases", "default_module", "ignore", "problems", "spec")

    def __init__(self) -> None:
        self.default_module: str | None = None
        self.spec: str | None = None
        self.aliases: dict[str, ModuleAlias] = {}
        self.ignore: list[str] = []  # findings that the site accepts, ID or ID=PATTERN as --ignore takes them
        self.problems: list[str] = []

    def alias(self, name: str) -> ModuleAlias | None:
        """Return the alias with this name; None if there is none."""
        return self.aliases.get(name)

    def module_asked(self, option: str | None) -> str | None:
        """Return the selected module: that of the option, CKR_MODULE, or the configuration; None if there is none."""
        return option or os.environ.get(MODULE) or self.default_module

    def pin_source_asked(self, option: str | None, alias: ModuleAlias | None) -> str | None:
        """Return the source of the PIN: that of the option, CKR_PIN_SOURCE, or the alias; None if there is none."""
        return option or os.environ.get(PIN_SOURCE) or (alias.pin_source if alias else None)

    def spec_asked(self, option: str | None) -> str:
        """Return the edition of the standard to use: that of the option or the configuration, else 3.2."""
        return option or self.spec or SPEC
