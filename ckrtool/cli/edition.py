"""The configuration of a command, with a warning for each invalid file."""

from __future__ import annotations

from ckrtool.config import loader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cli.streams import Streams
    from ckrtool.config.settings import Config


def settings_with_warnings(streams: Streams) -> Config:
    """Return the configuration, after writing a warning to stderr for each of its problems."""
    settings = loader.load()
    for problem in settings.problems:
        streams.hint(f"ckr: warning: {problem}; the file is left out")
    return settings


def edition_of(asked: str | None, streams: Streams) -> str:
    """Return the edition of the standard to use: that of `--spec`, else that of the configuration, else 3.2."""
    return settings_with_warnings(streams).spec_asked(asked)
