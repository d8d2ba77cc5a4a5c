"""`ckr completion bash|zsh|fish`: the file that makes Tab work."""

from enum import StrEnum
from typing import Annotated

import typer

from ckrtool.cli import options as o
from ckrtool.cli.streams import Streams
from ckrtool.exitcodes import ExitCode


class Shell(StrEnum):
    """Shells that are known."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def answer(shell: str, streams: Streams) -> int:
    """Print the completion file of a shell and return the exit status."""
    from ckrtool._tables.completions import COMPLETIONS

    streams.write(COMPLETIONS[shell])
    return ExitCode.OK


def register(app: typer.Typer) -> None:
    """Add the command to the Typer app."""

    @app.command(
        "completion",
        epilog=o.examples(
            "ckr completion bash > ~/.local/share/bash-completion/completions/ckr",
            "ckr completion zsh > ~/.zfunc/_ckr",
            "ckr completion fish > ~/.config/fish/completions/ckr.fish",
        ),
    )
    def _command(shell: Annotated[Shell, typer.Argument(help="The shell.")]) -> None:
        """Print the completion file for a shell; packages install it, so this is for other installations."""
        o.leave(answer(shell.value, Streams()))
