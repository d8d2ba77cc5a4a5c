"""`ckr completion bash|zsh|fish`: the completion script of a shell."""

from __future__ import annotations

from ckrtool.cli.streams import Streams
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cli import options as o

EXAMPLES = (
    "ckr completion bash > ~/.local/share/bash-completion/completions/ckr",
    "ckr completion zsh > ~/.zfunc/_ckr",
    "ckr completion fish > ~/.config/fish/completions/ckr.fish",
)


def answer(shell: str, streams: Streams) -> int:
    """Print the completion script of a shell and return the exit status."""
    from ckrtool._tables.completions import COMPLETIONS

    streams.write(COMPLETIONS[shell])
    return ExitCode.OK


def run(shell: o.Shell) -> int:
    """Print the completion script for a shell; packages install it, so this is for other installations."""
    return answer(shell, Streams())
