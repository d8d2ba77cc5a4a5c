"""The command tree, of a toy program and of `ckr`."""

from __future__ import annotations

from typing import Annotated

import typer

from ckrtool._generate import commandtree


def toy() -> commandtree.Tree:
    """Return a program with one of each."""
    app = typer.Typer(add_completion=False, help="Toys.")

    @app.callback()
    def _root(version: Annotated[bool, typer.Option("--version", help="The version.")] = False) -> None: ...

    @app.command("play", epilog="\b\nExamples:\n  toy play ball\n  toy play --loud")
    def _play(
        name: Annotated[list[str], typer.Argument(metavar="FUNCTION...", help="What to play.")],
        depth: Annotated[int, typer.Option("-d", "--depth", metavar="N", help="How deep.")] = 3,
        loud: Annotated[bool, typer.Option("--loud", help="Loud.")] = False,
        tag: Annotated[list[str] | None, typer.Option("--tag", metavar="TEXT", help="Tags.")] = None,
        hidden: Annotated[bool, typer.Option("--secret", hidden=True)] = False,
    ) -> None:
        """Play with something.

        This is told
        at length.
        """

    return commandtree.described(typer.main.get_command(app))


def test_everything_of_a_command_is_there() -> None:
    (play,) = toy().commands
    assert (play.name, play.summary) == ("play", "Play with something")
    assert play.help == "Play with something.\n\nThis is told at length."
    assert play.examples == ("toy play ball", "toy play --loud")
    assert [one.names for one in play.options] == [("--depth", "-d"), ("--loud",), ("--tag",), ("--help",)]
    depth, loud, tag, _ = play.options
    assert (depth.metavar, depth.default, depth.flag) == ("N", "3", False)
    assert (loud.flag, tag.repeatable, depth.repeatable) == (True, True, False)
    (argument,) = play.arguments
    assert (argument.metavar, argument.many, argument.required, argument.values) == (
        "FUNCTION...", True, True, "functions",
    )  # fmt: skip


def test_the_program_itself_has_its_options() -> None:
    assert [one.names for one in toy().root.options] == [("--version",), ("--help",)]


def test_values_are_told_by_option_and_metavar() -> None:
    assert commandtree.values_of("decode", "", "VALUE...") == "values"
    assert commandtree.values_of("precedence", "", "VALUE VALUE...") == "codes"
    assert commandtree.values_of("scan", "", "[FILE]...") == "files"
    assert commandtree.values_of("explain", "--stack", "NAME") == "stacks"
    assert commandtree.values_of("probe", "--module", "NAME|PATH") == "modules"
    assert commandtree.values_of("decode", "--format", "TEXT") == ""
    assert not commandtree.known("", "WHATEVER")
    assert commandtree.known("", "TEXT")


def test_ckr_has_all_commands_that_are_there() -> None:
    names = [command.name for command in commandtree.tree().commands]
    assert names[:6] == ["decode", "explain", "returns", "check", "precedence", "list"]
    assert names[-1] == "completion"
    assert all(command.examples for command in commandtree.tree().commands)
