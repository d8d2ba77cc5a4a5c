"""The configuration (config.toml): the default module, the default edition of the standard, and aliases of modules.

    default-module = "prod"             # an alias, a module's name, or a path
    spec = "3.2"                        # edition that returns are judged by
    [module.prod]                       # ckr probe --module prod
    path = "/opt/acme/lib/libacme.so"   # absolute, or ~/...
    token = "Signing"                   # a label, or a PKCS #11 URI
    pin-source = "file:/run/secrets/pin"
    init-args = "..."                   # pReserved of CK_C_INITIALIZE_ARGS

A file without aliases may write `module = "softhsm2"` for `default-module`. CKR_CONFIG names the one file to read; else
the user's and then the site's config.toml are read, and the user's settings win. The command line overrides the
environment (CKR_MODULE, CKR_PIN_SOURCE), and the environment overrides the files.

Where no file exists this costs a few os.stat calls and imports nothing.
"""

from __future__ import annotations

import os

from ckrtool.config import locations
from ckrtool.config.settings import CONFIG, Config

FILE = "config.toml"


def load() -> Config:
    """Read the configuration and return it.

    A file named by CKR_CONFIG raises SurroundingsError (exit 3) if it can't be read and UsageError (exit 2), with all
    problems, if it is invalid. An invalid user's or site's file is ignored and reported in `problems`.
    """
    config = Config()
    asked = os.environ.get(CONFIG)
    if asked:
        from ckrtool.config import config_file

        config_file.read_asked(config, asked)
        return config
    for path in (f"{folder}/{FILE}" for folder in locations.config_folders()):
        if os.path.exists(path):  # noqa: PTH110 - pathlib is not imported where there is no file
            from ckrtool.config import config_file

            config_file.read_found(config, path)
    return config
