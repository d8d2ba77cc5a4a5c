"""Findings on the environment of a module by its profile: variables, configuration files, token stores, the daemon."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ckrtool.knowledge import stacks
from ckrtool.probe.judge import daemons
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding

LARGEST_CONFIG = 1 << 20


def findings(
    stack: str | None,
    init_args: str | None,
    *,
    module: str = "",
    libraries: list[str] | None = None,
    reached: bool = False,
) -> Iterator[Finding]:
    """Yield findings on the environment of a module that does not start or shows no token.

    `reached` means that the module lists a slot, so it has reached its daemon. `module` is its file, `libraries` those that were
    loaded with it, which show whether an unknown module uses PC/SC.
    """
    profile = stacks.profile(stack) if stack else None
    if profile is None:
        daemon = None if reached else daemons.of_cards(libraries or [])
        if daemon:
            yield from daemons.findings(os.path.basename(module), daemon)  # noqa: PTH119
        return
    yield from _variables(profile)
    config = _config(profile)
    if config is None and profile.many("config") and init_args is None:
        yield _without_config(profile)
    for store in profile.many("store"):
        if init_args is None or "configdir=" not in init_args:  # NSS: that is the store
            yield from _store(profile, store, config)
    daemon = profile.facts.get("daemon")
    if isinstance(daemon, dict) and not reached:
        kinds = {variable["name"]: variable.get("kind") for variable in profile.many("variable")}
        variable_checked = kinds.get(daemon.get("variable")) in ("file", "folder")
        yield from daemons.findings(profile.name, daemon, variable_checked=variable_checked)
    if stack == "nss" and init_args is None:
        detail = (
            "softokn takes its database from C_Initialize: --init-args \"configdir='sql:/path/to/db' ...\""
        )
        yield finding(
            "info",
            "init-args",
            "NSS softokn was initialised without arguments",
            detail,
            function="C_Initialize",
        )


def _without_config(profile: stacks.Stack) -> Finding:
    forbidden = [str(path) for path in _config_paths(profile) if _forbidden(path)]
    if forbidden:
        title = f"{profile.name}: the configuration file can't be read by this user"
        return finding("error", "config-unreadable", title, f"{forbidden[0]}{_groups(profile)}")
    tried = ", ".join(str(entry["path"]) for entry in profile.many("config"))
    title = f"{profile.name}: no readable configuration file"
    return finding("warning", "config-missing", title, f"looked for {tried}")


def ownership(stack: str | None) -> Iterator[Finding]:
    """Yield a finding where the token store belongs to another user than the one who runs the probe."""
    profile = stacks.profile(stack) if stack else None
    if profile is None:
        return
    config = _config(profile)
    for store in profile.many("store"):
        path = _store_path(store, config)
        owner = None if path is None else _owner(path)
        if (
            path is None
            or owner is None
            or owner == os.geteuid()
            or os.access(path, os.R_OK | os.W_OK | os.X_OK)
        ):
            continue
        detail = f"{path} belongs to {_name(owner)}, the probe runs as {_name(os.geteuid())}"
        named = store.get("group")
        group = f"; members of the group {named} may use it" if named and _group(path) == named else ""
        yield finding(
            "warning",
            "other-user",
            f"{profile.name}: the token store belongs to another user",
            detail + group,
        )


def _variables(profile: stacks.Stack) -> Iterator[Finding]:
    for variable in profile.many("variable"):
        name, kind = str(variable["name"]), variable.get("kind")
        value = os.environ.get(name)
        if value is None and variable.get("needed"):
            title = f"{profile.name}: {name} is not set, and nothing works without it"
            yield finding("error", "variable-unset", title, str(variable.get("meaning", "")))
        if value is None or kind not in ("file", "folder"):
            continue
        path = Path(value)
        if _forbidden(path):
            title = f"{name} names a {kind} that this user can't read"
            yield finding("error", "variable-unreadable", title, f"{name}={value}{_groups(profile)}")
        elif not (os.path.isfile if kind == "file" else os.path.isdir)(path):
            yield finding(
                "error",
                "variable-nowhere",
                f"{name} names a {kind} that does not exist",
                f"{name}={value}: {variable.get('meaning', '')}",
            )


def _forbidden(path: Path) -> bool:
    """Return whether this user lacks the permission to read a file or directory, or to see whether it exists."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return not os.access(path, os.R_OK)


def _config_paths(profile: stacks.Stack) -> Iterator[Path]:
    """Yield the possible paths of the configuration, in order; a variable of the module that is set ends the search."""
    for entry in profile.many("config"):
        text = str(entry["path"])
        if not text.startswith("$"):
            yield Path(os.path.expanduser(text))  # noqa: PTH111 - Path's raises where there is no home
            continue
        name = text[1:].split("/", maxsplit=1)[0].strip("{}")
        if name in os.environ:
            yield Path(os.environ[name] + text[1 + len(name) :])
            if not name.startswith("XDG_"):
                return


def _config(profile: stacks.Stack) -> Path | None:
    """Return the configuration file that the module uses: the first readable one; None if there is none."""
    found = (path for path in _config_paths(profile) if os.path.isfile(path) and not _forbidden(path))  # noqa: PTH113 - never raises
    return next(found, None)


def _settings(config: Path) -> dict[str, str]:
    """Return the `name = value` lines of a configuration file without quotes; an empty dict if it can't be read."""
    try:
        with config.open("rb") as stream:
            text = stream.read(LARGEST_CONFIG).decode("utf-8", "replace")
    except OSError:
        return {}
    pairs = (line.partition("=") for line in text.splitlines() if not line.lstrip().startswith("#"))
    return {name.strip(): value.strip().strip('"') for name, equals, value in pairs if equals}


def _store_path(store: dict[str, Any], config: Path | None) -> Path | None:
    """Return the path of the token store, None if it is unknown.

    The first of these decides: the store's environment variable, the directory of the configuration file or a key in it,
    and the usual path of the module, unless that has a placeholder.
    """
    if store.get("variable") and os.environ.get(str(store["variable"])):
        return Path(os.environ[str(store["variable"])])
    if store.get("beside") == "config" and config is not None:
        return config.parent
    if store.get("config_key") and config is not None:
        value = _settings(config).get(str(store["config_key"]))
        if value and "\0" not in value:
            return Path(value)
    text = str(store["path"])
    if "$" in text or "*" in text or "<" in text:
        return None
    return Path(os.path.expanduser(text))  # noqa: PTH111


def _store(profile: stacks.Stack, store: dict[str, Any], config: Path | None) -> Iterator[Finding]:
    path = _store_path(store, config)
    if path is None:
        return
    try:
        status = path.stat()
    except PermissionError:
        yield finding(
            "error",
            "store-unreadable",
            f"{profile.name}: this user has no access to the token store",
            str(path),
        )
        return
    except (OSError, ValueError):
        yield finding(
            "error",
            "store-missing",
            f"{profile.name}: the token store does not exist",
            f"{path}: {store.get('meaning', '')}",
        )
        return
    wanted = (
        stat.S_ISDIR(status.st_mode)
        if store.get("kind", "folder") == "folder"
        else stat.S_ISREG(status.st_mode)
    )
    if not wanted:
        yield finding(
            "error",
            "store-wrong",
            f"{profile.name}: the token store is not a {store.get('kind', 'folder')}",
            str(path),
        )
    elif not os.access(path, os.R_OK | (os.X_OK if stat.S_ISDIR(status.st_mode) else 0)):
        yield finding(
            "error",
            "store-unreadable",
            f"{profile.name}: the token store can't be read by this user",
            str(path),
        )


def _owner(path: Path) -> int | None:
    try:
        return path.stat().st_uid
    except (OSError, ValueError):
        return None


def _name(uid: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _group(path: Path) -> str | None:
    """Return the name of the group that owns a file; None if it has none or can't be read."""
    import grp

    try:
        return grp.getgrgid(path.stat().st_gid).gr_name
    except (OSError, ValueError, KeyError):
        return None


def _groups(profile: stacks.Stack) -> str:
    """Return the end of a detail that names the group that may usually read a stack's files; "" if none is known."""
    named = [str(store["group"]) for store in profile.many("store") if store.get("group")]
    return f"; on most systems the members of the group {named[0]} may" if named else ""
