"""Find the program that a call belongs to, in traces that number their calls and do not show the process."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.record import Call

DISORDER = 64
"""How far numbers may be out of order, because threads print a number later than they take it."""


class Numbers:
    """The numbers that one program has used so far, and those that are missing among them.

    A missing number may be that of a thread that has taken it and not printed it yet; until it is printed, it is missing.
    """

    __slots__ = ("_lost", "_missing", "highest")

    def __init__(self, number: int) -> None:
        self.highest = number
        self._missing: dict[
            int, int
        ] = {}  # with the line of the higher number that showed that it is missing
        self._lost = 0  # the same line of those that are not kept any more

    def take(self, number: int, line: int) -> None:
        """Record a number and its line."""
        if number <= self.highest:
            self._missing.pop(number, None)
            return
        if number > self.highest + DISORDER:
            self._lost = line
        for missed in range(max(self.highest + 1, number - DISORDER), number):
            self._missing[missed] = line
        self.highest = number
        while len(self._missing) > DISORDER:
            self._lost = max(self._lost, self._missing.pop(next(iter(self._missing))))

    def lose(self, line: int) -> None:
        """Record that numbers before a line are missing for good."""
        self._lost = line

    @property
    def hole(self) -> int:
        """Return the last line before which a number is missing; 0 if none is."""
        return max(self._lost, *self._missing.values(), 0) if self._missing else self._lost


class _Run:
    """The numbers that one program has used so far: all of them, the highest, and the recent ones."""

    __slots__ = ("highest", "numbers", "origin", "recent", "tangled")

    def __init__(self, origin: str, number: int) -> None:
        self.origin = origin
        self.numbers = Numbers(number)
        self.highest = number
        self.recent = {number}
        self.tangled = False

    def continues_with(self, number: int) -> bool:
        return number == self.highest + 1

    def may_have(self, number: int) -> bool:
        return number not in self.recent and self.highest - DISORDER < number <= self.highest + DISORDER

    def take(self, number: int, line: int) -> None:
        self.numbers.take(number, line)
        self.recent.add(number)
        self.highest = max(self.highest, number)
        if len(self.recent) > 4 * DISORDER:
            self.recent = {known for known in self.recent if known > self.highest - 2 * DISORDER}


class Numbering:
    """Assign calls to programs: numbers that restart mean another program, numbers that interleave several at a time."""

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self._current: _Run | None = None
        self._count = 0
        self._banner = False
        self._processes: dict[int, Numbers] = {}

    def banner(self) -> None:
        """Record that a new program has started to write."""
        self._banner = True

    def begins_again(self, number: int) -> bool:
        """Return whether this number starts a new program after another has stopped."""
        run = self._current
        return run is not None and number == 0 and not run.recent <= {0}

    def assign(self, call: Call, number: int) -> Numbers:
        """Set `origin`, `first` and `certain` of a call with this number, and return the numbers of its program."""
        run = self._current
        if run is None or not run.continues_with(number):
            run = self._known_run(number, run)
        if run is None:
            self._count += 1
            run = _Run(f"run {self._count}", number)
            self._runs.append(run)
            if len(self._runs) > 16:
                del self._runs[0]
            call.first = number <= 1
        else:
            run.take(number, call.line)
        self._banner = False
        self._current = run
        call.origin = run.origin
        call.certain = not run.tangled
        return run.numbers

    def _known_run(self, number: int, current: _Run | None) -> _Run | None:
        """Return the known program that the number belongs to; None for a new program."""
        if number == 0 or self._banner:
            return None
        others = [run for run in self._runs if run is not current and run.continues_with(number)]
        if others:
            for run in (*others, *([current] if current else [])):
                run.tangled = True
            return others[-1]
        if current is not None and current.may_have(number):
            return current
        return None

    def assign_process(self, call: Call, process: int) -> Numbers:
        """Use the process of a call, which a later line shows, as its origin, and return the numbers of the process."""
        call.process = process
        number = call.number or 0
        call.origin = f"process {process}"
        call.certain = True
        begins = number <= 1 or (bool(self._processes) and call.function == "C_Initialize")
        call.first = process not in self._processes and begins
        numbers = self._processes.get(process)
        if numbers is None or number == 0:
            before = max((other.highest for other in self._processes.values()), default=-1)
            numbers = self._processes[process] = Numbers(number)
            if 1 < number > before + 1 and self._processes:
                numbers.lose(call.line)  # a child goes on with the numbers of its parent
        numbers.take(number, call.line)
        return numbers
