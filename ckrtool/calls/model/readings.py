"""Replay calls of which only one number is shown, in both ways: as threads of one program, and as processes.

The two readings differ in whose handles, logins and library a call meets, so only what holds in both is proven, unless the
trace itself refutes one of them:

- Two numbers name threads of one process if one of them, whose calls are all shown, has used with success a session that only
  the other opened, after this one had begun: no process knows a session of another one, and a child inherits only what was
  there when it was forked. A number without such a tie may still be of another process.
- Numbers name processes as far as each has initialised the library while it was initialised under another number: in one
  process the second C_Initialize returns CKR_CRYPTOKI_ALREADY_INITIALIZED. (If they are threads, then of processes that have
  one thread each, which is the same.) Where a number has not, it may be a thread of any of the others.

That a library is not initialised for a number refutes nothing: it may have failed, or have been finalised meanwhile.
"""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple
from ckrtool.calls.model.replay import Model
from ckrtool.calls.model.state import Process  # noqa: TC001
from ckrtool.calls.record import Call, origin_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.model.state import Session


class View(NamedTuple):
    """A call as one reading has it, with the state of its process and of the model before it."""

    call: Call
    process: Process
    model: Model


class Readings:
    """The readings of one file: `joined` takes unclear numbers for threads, `apart` for processes.

    `apart` is None while the trace has no unclear number, and once it is refuted.
    """

    def __init__(self) -> None:
        self.joined = Model()
        self.apart: Model | None = None
        self._refuted = False
        self._late = False  # calls before the first unclear one are not in `apart`
        self._numbers: set[tuple[str, int]] = set()
        self._own: set[tuple[str, int]] = set()  # with a C_Initialize of their own
        self._ties: list[set[tuple[str, int]]] = []  # numbers of one process each
        self._initialiser: dict[str, int] = {}

    @property
    def are_threads(self) -> bool:
        """Return whether the trace shows that all numbers up to here are those of one process's threads."""
        return self.apart is None or self._numbers in self._ties

    @property
    def are_processes(self) -> bool:
        """Return whether the trace shows that all numbers up to here are those of processes."""
        return len(self._numbers) > 1 and self._own == self._numbers and not self._late

    def views(self, call: Call) -> tuple[View, ...]:
        """Return a call in each reading, `joined` first."""
        if call.unclear is not None and not self._refuted:
            return self._both(call, call.unclear)
        view = View(call, self.joined.process(call), self.joined)
        if self.apart is None:
            return (view,)
        if call.process is None and call.thread is not None and call.origin in self._initialiser:
            self._refute()  # the same program prints a number that can only be that of a thread
            return (view,)
        return view, View(call, self.apart.process(call), self.apart)

    def valid(self, views: tuple[View, ...]) -> tuple[View, ...]:
        """Return the views in which a fact has to hold."""
        if self.are_threads or (len(self._numbers) == 1 and not self._late):
            return views[:1]  # a single number is one process in both readings
        return views[1:] if self.are_processes else views

    def _both(self, call: Call, number: int) -> tuple[View, ...]:
        if self.apart is None:
            self.apart = Model()
            self._late = bool(self.joined.processes)
        key = (call.origin, number)
        self._note_initialise(call, key)
        first = key not in self._numbers and (call.first or bool(self._numbers))
        self._numbers.add(key)
        alone = call.of_process(number, first=first)
        process = self.apart.process(alone)
        view = View(call, self.joined.process(call), self.joined)
        opened = self._opened_by_another(view, process)
        if opened is not None:
            self._tie(key, opened)
        return view, View(alone, process, self.apart)

    def _note_initialise(self, call: Call, key: tuple[str, int]) -> None:
        """Record the numbers of two processes, which a second C_Initialize shows that succeeds without a C_Finalize before it."""
        origin, number = key
        before = self._initialiser.setdefault(origin, number)
        if call.function != "C_Initialize" or call.rv != 0:
            return
        known = self.joined.processes.get(origin)
        initialised = known is not None and known.library == "initialised"
        if initialised and before != number and "C_Finalize" not in call.waiting and call.certain:
            self._own.update((key, (origin, before)))
        self._initialiser[origin] = number

    @staticmethod
    def _opened_by_another(view: View, process: Process) -> Session | None:
        """Return the session of a call that succeeded although its number, as `process`, can not know the session."""
        call = view.call
        handle = call.number_of("hSession")
        if call.rv != 0 or handle is None or not call.certain or process.tangled:
            return None
        if not process.whole or "sessions" in process.blind or process.began is None:
            return None
        session = view.process.sessions.get(handle)
        if (
            handle in process.sessions
            or handle in process.closed
            or session is None
            or session.opened is None
        ):
            return None
        return session if session.opened.certain and session.opened.line > process.began.line else None

    def _tie(self, key: tuple[str, int], session: Session) -> None:
        """Record that a number is of the same process as the one that opened a session."""
        for other in self._numbers:
            process = self.apart.processes.get(origin_of(*other)) if self.apart is not None else None
            known = process.sessions.get(session.handle) if process is not None else None
            if known is None or known.opened is None or session.opened is None:
                continue
            if known.opened.line == session.opened.line:
                both = {key, other}
                tied = [group for group in self._ties if group & both]
                self._ties = [group for group in self._ties if not group & both]
                self._ties.append(both.union(*tied))
                return

    def _refute(self) -> None:
        self._refuted = True
        self.apart = None
