"""What `ckr` exits with; the same for every command."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit statuses; the comment behind each is what man pages and README print."""

    OK = 0  # answered, nothing wrong
    SEEN = 1  # answered, and there is something to see
    USAGE = 2  # bad option, malformed value, unknown function name, broken sequence file
    SURROUNDINGS = 3  # module not found or not loadable, no such token, unreadable file, unwritable output
    CRASHED = 4  # the module crashed, exited, or hung
    INTERRUPTED = 130  # interrupted
