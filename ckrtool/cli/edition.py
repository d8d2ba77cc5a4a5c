"""Which edition of the standard a command judges by."""

from __future__ import annotations

from ckrtool import config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cli.streams import Streams


def edition_of(asked: str | None, streams: Streams) -> str:
    """Return the edition to judge by: the option's, the configuration's, or 3.2; say what is wrong with a configuration."""
    settings = config.load()
    for problem in settings.problems:
        streams.hint(f"ckr: warning: {problem}; the file is left out")
    return settings.spec_asked(asked)
