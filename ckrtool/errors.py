"""Errors with a message and a hint for the user. `cli.main` catches, prints and turns them into exit statuses."""

from ckrtool.exitcodes import ExitCode


class CkrError(Exception):
    """Something a user can act on: `message` says what happened and where, `hint` what to do next.

    `already_printed` is true if the message has already been printed in another form.
    """

    exit_code: int = ExitCode.SEEN
    already_printed = False

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(CkrError):
    """The arguments or an input file are invalid: exit 2."""

    exit_code = ExitCode.USAGE


class SurroundingsError(CkrError):
    """A module, token or file cannot be used: exit 3."""

    exit_code = ExitCode.SURROUNDINGS
