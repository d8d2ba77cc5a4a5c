"""The configuration as a command goes by it: with a word about each file that is left out."""

from __future__ import annotations

from ckrtool.config import loader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cli.streams import Streams
    from ckrtool.config.settings import Config


def settings_told(streams: Streams) -> Config:
    """Return the configuration, after saying what is wrong with it."""
    settings = loader.load()
    for problem in settings.problems:
        streams.hint(f"ckr: warning: {problem}; the file is left out")
    return settings


def edition_of(asked: str | None, streams: Streams) -> str:
    """Return the edition to judge by: the option's, the configuration's, or 3.2."""
    return settings_told(streams).spec_asked(asked)
