"""Runs `ckr` after taking away what Python does not have on Windows: `python without_posix.py WORD...`.

The standard library's own modules are imported first: on Windows they have other code for these.
"""

import asyncio  # noqa: F401
import ctypes  # noqa: F401
import getpass  # noqa: F401
import os
import pathlib  # noqa: F401
import platform  # noqa: F401
import random  # noqa: F401
import select
import shutil  # noqa: F401
import signal
import socket
import subprocess  # noqa: F401
import sys
import tempfile  # noqa: F401
import webbrowser  # noqa: F401

MISSING = {
    os: "O_CLOEXEC O_NONBLOCK O_NOFOLLOW O_DIRECTORY O_NOCTTY pread pwrite geteuid getuid getegid getgid getgroups getpgid getpgrp setsid setpgid fork "
    "forkpty waitid wait3 wait4 killpg WNOHANG WNOWAIT WEXITED P_PID P_ALL register_at_fork posix_spawn pidfd_open mkfifo uname sysconf nice chown "
    "fchmod RTLD_NOW RTLD_LAZY RTLD_LOCAL RTLD_GLOBAL sched_getaffinity ttyname openpty memfd_create",
    signal: "SIGHUP SIGALRM SIGKILL SIGPIPE SIGQUIT SIGUSR1 SIGUSR2 SIGCHLD SIGSTOP SIGTSTP SIGCONT SIGWINCH setitimer ITIMER_REAL pthread_sigmask alarm "
    "sigwait sigtimedwait",
    socket: "AF_UNIX SCM_RIGHTS",
}
for module, names in MISSING.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
for name in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog"):
    sys.modules[name] = None  # type: ignore[assignment]


def of_sockets_only(*_: object) -> None:
    """Fail as select does on Windows for a file or a pipe."""
    raise OSError(10038, "An operation was attempted on something that is not a socket")


select.select = of_sockets_only  # type: ignore[assignment]

from ckrtool.cli.main import process  # noqa: E402

process()
