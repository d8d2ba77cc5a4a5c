"""The exit statuses of `ckr`, the same for every command."""


class ExitCode:
    """Exit statuses; man pages and README print the comment after each.

    Plain numbers and no Enum: the import of `enum` takes a third of the time of a bare start.
    """

    OK = 0  # answered, nothing wrong
    SEEN = 1  # answered, and there is something to see
    USAGE = 2  # bad option, malformed value, unknown function name, broken sequence file
    SURROUNDINGS = 3  # module not found or not loadable, no such token, unreadable file, unwritable output
    CRASHED = 4  # the module crashed, exited, or hung
    HUNG_UP = 129  # ended by SIGHUP (a probe still writes its report)
    INTERRUPTED = 130  # interrupted
    TERMINATED = 143  # ended by SIGTERM (a probe still writes its report)
