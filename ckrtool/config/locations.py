"""Locates the files of the site and the user; on Linux without platformdirs, whose import is slow (a test compares the paths)."""

from __future__ import annotations

import os
import sys

APP = "ckr"


def config_folders() -> list[str]:
    """Return the folders that may hold an overlay and a configuration: the user's first, then the site's; they need not exist."""
    if sys.platform != "linux":
        import platformdirs

        return [platformdirs.user_config_dir(APP), platformdirs.site_config_dir(APP)]
    user = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111 - pathlib is not on the quick path
    site = os.environ.get("XDG_CONFIG_DIRS", "").strip() or "/etc/xdg"
    return [f"{user}/{APP}", f"{site.split(os.pathsep)[0]}/{APP}"]


def state_folder() -> str:
    """Return the folder for state that is kept between runs (records of failed logins)."""
    import platformdirs

    return platformdirs.user_state_dir(APP)


def existing(folder: str) -> list[str]:
    """Return the existing subfolders named `folder` of the configuration folders."""
    return [path for base in config_folders() if os.path.isdir(path := f"{base}/{folder}")]  # noqa: PTH112
