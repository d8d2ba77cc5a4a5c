"""Errors that know what to say to a person. They neither log nor exit; `cli.main` catches them once."""

from ckrtool.exitcodes import ExitCode


class CkrError(Exception):
    """Something a user can act on: `message` says what happened and where, `hint` what to do next.

    `told` is true where stderr has the words already, in a form of their own.
    """

    exit_code: int = ExitCode.SEEN
    told = False

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(CkrError):
    """The command was asked something it can't read: exit 2."""

    exit_code = ExitCode.USAGE


class SurroundingsError(CkrError):
    """The surroundings failed (module, token, file): exit 3."""

    exit_code = ExitCode.SURROUNDINGS
