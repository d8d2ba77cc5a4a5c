"""Programs that are simulated, and logged with one number before each line: what is proven of them is what happened."""

from __future__ import annotations

import random

import pytest

from ckrtool.diagnosis.files import why

NUMBERS = ("0x0000a001", "0x0000b002", "0x0000c003")
WORLDS = {"threads": (0, 0, 0), "processes": (0, 1, 2), "threads and a process": (0, 0, 1)}
"""The process of each number."""
ALREADY_INITIALISED, NOT_INITIALISED, INVALID = 0x191, 0x190, 0xB3
Truth = dict[
    str, int | None
]  # the causes that are right, with the line of their proof if another call is the proof


class Process:
    """A process with the library, which behaves as the standard says."""

    def __init__(self) -> None:
        self.begun = False
        self.initialised: int | None = None
        self.finalised: int | None = None
        self.open: set[int] = set()
        self.gone: dict[int, Truth] = {}


class World:
    """Makes calls at random and writes them down; `truth` has the true causes of each failure by its line."""

    def __init__(self, world: str, seed: int) -> None:
        self.random = random.Random(seed)
        processes = [Process(), Process(), Process()]
        self.of = [processes[index] for index in WORLDS[world]]
        self.lines: list[str] = []
        self.truth: dict[int, Truth] = {}

    def write(self, who: int, function: str, *args: str, rv: int = 0) -> int:
        """Write a call and return the line of its return."""
        for text in (f"Calling {function}", *args, f"Returning {rv} (CKR)"):
            self.lines.append(f"{NUMBERS[who]} : {text}")
        return len(self.lines)

    def step(self, numbers: int) -> None:
        """Let one of the numbers make a call."""
        who = self.random.randrange(numbers)
        process = self.of[who]
        if not process.begun:
            process.begun = True
            self.write(who, "C_GetFunctionList")
        weights = [3 if process.initialised is None else 0.3, 0.4, 3, 2, 6]
        functions = ["C_Initialize", "C_Finalize", "C_OpenSession", "C_CloseSession", "C_GetSessionInfo"]
        function = self.random.choices(functions, weights)[0]
        if function == "C_Initialize":
            if process.initialised is None:
                process.initialised = self.write(who, function)
            else:
                line = self.write(who, function, rv=ALREADY_INITIALISED)
                self.truth[line] = {"already-initialized": process.initialised}
        elif process.initialised is None:
            ended = process.finalised
            line = self.write(who, function, " hSession: 1", rv=NOT_INITIALISED)
            self.truth[line] = {"library-finalized": ended} if ended else {"not-initialized-yet": None}
        elif function == "C_Finalize":
            process.finalised = self.write(who, function)
            process.initialised = None
            process.gone |= {handle: {"library-finalized": process.finalised} for handle in process.open}
            process.open.clear()
        elif function == "C_OpenSession":
            free = [handle for handle in range(1, 40) if handle not in process.open]
            handle = free[0] if self.random.random() < 0.5 else self.random.choice(free)
            process.open.add(handle)
            self.write(who, function, " slotID: 0", " flags: 4", "Output", f" *phSession: {handle}")
        else:
            self._use(who, process, function, self.random.randint(1, 4))

    def _use(self, who: int, process: Process, function: str, handle: int) -> None:
        known = handle in process.open
        line = self.write(who, function, f" hSession: {handle}", rv=0 if known else INVALID)
        if not known:
            never: Truth = {"session-never-opened": None, "session-of-other-process": None}
            self.truth[line] = process.gone.get(handle, never)
        elif function == "C_CloseSession":
            process.open.discard(handle)
            process.gone[handle] = {"session-closed": line}


@pytest.mark.parametrize("digits", [8, 16])
@pytest.mark.parametrize("world", WORLDS)
def test_what_is_proven_is_what_happened(world: str, digits: int) -> None:
    count = 0
    for seed in range(150):
        simulated = World(world, seed)
        for _ in range(simulated.random.randint(4, 30)):
            simulated.step(simulated.random.choice([2, 3]))
        starts = [index for index, line in enumerate(simulated.lines) if "Calling" in line]
        cut = simulated.random.choice([0, 0, simulated.random.choice(starts)])
        if (
            digits == 16
        ):  # threads, which are read as those of one program unless another one is seen to start
            cut = 0
        lines = [line.replace("0x", "0x".ljust(digits - 6, "0"), 1) for line in simulated.lines[cut:]]
        for failure in why(["\n".join(lines).encode() + b"\n"])[0]:
            right = simulated.truth[failure.call.shown_at + cut]
            for cause in failure.causes:
                if cause.certainty != "proven":
                    continue
                count += 1
                assert cause.id in right, (seed, cause.id, right)
                proof = right[cause.id]
                assert proof in (None, *(item.line + cut for item in cause.evidence)), (seed, cause.id)
    assert count > 50
