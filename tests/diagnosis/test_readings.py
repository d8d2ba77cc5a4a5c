"""What is proven where only one number stands before a line of pkcs11-logger, which may be the process or a thread."""

from __future__ import annotations

import pytest

from ckrtool.diagnosis.files import why

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.diagnosis.engine import Failure

ONE, TWO, THREE = "0x0000a001", "0x0000b002", "0x0000c003"


class Trace:
    """Writes a trace of pkcs11-logger call by call; each method returns the line of the return."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def call(self, who: str, function: str, *args: str, rv: int = 0) -> int:
        """Add a call that returns before any other line is written."""
        self.enter(who, function, *args)
        return self.leave(who, rv)

    def enter(self, who: str, function: str, *args: str) -> None:
        """Begin a call."""
        self._add(who, f"Calling {function}", "Input", *args)

    def leave(self, who: str, rv: int = 0) -> int:
        """End a call."""
        return self._add(who, f"Returning {rv} (CKR)")

    def begin(self, who: str) -> int:
        """Initialise the library."""
        self.call(who, "C_GetFunctionList")
        return self.call(who, "C_Initialize")

    def open(self, who: str, handle: int) -> int:
        """Open a session."""
        return self.call(who, "C_OpenSession", " slotID: 0", " flags: 4", "Output", f" *phSession: {handle}")

    def use(self, who: str, handle: int, rv: int = 0, function: str = "C_GetSessionInfo") -> int:
        """Call a function with a session."""
        return self.call(who, function, f" hSession: {handle}", rv=rv)

    def last(self) -> Failure:
        """Return the last failure."""
        return why(["\n".join(self.lines).encode() + b"\n"])[0][-1]

    def _add(self, who: str, *texts: str) -> int:
        self.lines += [f"{who} : {text}" if who else text for text in texts]
        return len(self.lines)


INVALID, NOT_INITIALISED, ALREADY_INITIALISED, NOT_LOGGED_IN = 0xB3, 0x190, 0x191, 0x101


def proven(failure: Failure) -> dict[str, list[int]]:
    """Return the proven causes with their lines."""
    return {
        cause.id: [item.line for item in cause.evidence]
        for cause in failure.causes
        if cause.certainty == "proven"
    }


def likely(failure: Failure) -> set[str]:
    return {cause.id for cause in failure.causes if cause.certainty == "likely"}


def test_a_number_alone_is_not_proven_to_be_a_process() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.open(ONE, 1)
    trace.use(TWO, 1, INVALID)
    failure = trace.last()
    assert not proven(failure)
    assert likely(failure) == {"forked"}
    assert failure.causes[0].text.endswith(
        ", if the number in front of each line's text is that of a process"
    )
    assert failure.call.process is None


def test_what_another_number_did_proves_nothing() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.open(ONE, 1)
    trace.call(TWO, "C_CloseSession", " hSession: 1")
    trace.use(ONE, 1, INVALID)
    failure = trace.last()
    assert not proven(failure)
    assert likely(failure) == {"session-closed"}
    assert failure.causes[0].text.endswith(", if the number in front of each line's text is that of a thread")


@pytest.mark.parametrize(
    ("function", "rv"), [("C_GetSlotList", NOT_INITIALISED), ("C_FindObjectsInit", NOT_LOGGED_IN)]
)
def test_nothing_is_missing_for_certain_where_another_number_did_it(function: str, rv: int) -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.open(ONE, 1)
    trace.call(ONE, "C_Login", " hSession: 1", " userType: 1 (CKU_USER)")
    trace.call(TWO, "C_GetFunctionList")
    trace.open(TWO, 2)
    trace.use(TWO, 2, rv, function)
    assert not proven(trace.last())


@pytest.mark.parametrize("others", [(), (TWO,), (TWO, THREE)])
def test_what_a_number_did_itself_is_proven_in_both_readings(others: tuple[str, ...]) -> None:
    trace = Trace()
    trace.begin(ONE)
    for handle, who in enumerate(others, 2):
        trace.open(who, handle)
    trace.open(ONE, 1)
    closed = trace.use(ONE, 1, function="C_CloseSession")
    trace.use(ONE, 1, INVALID)
    assert proven(trace.last()) == {"session-closed": [closed]}


@pytest.mark.parametrize("who", ["0x000000000000b002", "0xf7fdd740"], ids=["16 digits", "too high"])
def test_a_number_that_no_process_can_have_is_a_thread(who: str) -> None:
    trace = Trace()
    trace.begin("0x000000000000a001" if len(who) > 10 else ONE)
    trace.open(who, 1)
    closed = trace.use("0x000000000000c001" if len(who) > 10 else "0xf6fdd740", 1, function="C_CloseSession")
    trace.use(who, 1, INVALID)
    failure = trace.last()
    assert proven(failure) == {"session-closed": [closed]}
    assert (failure.call.process, failure.call.thread) == (None, who[2:])


def test_a_session_used_by_who_did_not_open_it_shows_threads() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.open(TWO, 1)
    trace.use(ONE, 1)
    closed = trace.use(TWO, 1, function="C_CloseSession")
    trace.use(ONE, 1, INVALID)
    assert proven(trace.last()) == {"session-closed": [closed]}


def test_three_threads_are_tied_by_two_sessions() -> None:
    trace = Trace()
    trace.begin(ONE)
    for handle, who in enumerate((TWO, THREE), 1):
        trace.open(who, handle)
        trace.use(ONE, handle)
    closed = trace.use(TWO, 2, function="C_CloseSession")
    trace.use(THREE, 2, INVALID)
    assert proven(trace.last()) == {"session-closed": [closed]}


def test_a_number_without_a_tie_may_be_of_another_process() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.call(THREE, "C_GetFunctionList")
    trace.open(TWO, 1)
    trace.use(ONE, 1)
    finalised = trace.call(ONE, "C_Finalize")
    trace.call(THREE, "C_GetSlotList", rv=NOT_INITIALISED)
    assert not proven(trace.last())
    trace.call(TWO, "C_GetSlotList", rv=NOT_INITIALISED)
    assert not proven(trace.last())  # as long as the third number is not known to be a thread
    trace.lines = [line for line in trace.lines if not line.startswith(THREE)]
    assert proven(trace.last()) == {"library-finalized": [finalised - 3]}


def test_who_began_before_the_trace_may_have_a_session_of_its_own() -> None:
    trace = Trace()
    trace.use(ONE, 9)
    trace.open(TWO, 1)
    trace.use(ONE, 1)
    trace.use(TWO, 1, function="C_CloseSession")
    trace.use(ONE, 1, INVALID)
    assert not proven(trace.last())


def test_the_proof_is_the_same_line_in_both_readings_or_none() -> None:
    trace = Trace()
    trace.begin(ONE)
    for who in (ONE, TWO):
        trace.open(who, 1)
        trace.use(who, 1, function="C_CloseSession")
    trace.use(ONE, 1, INVALID)
    failure = trace.last()
    assert not proven(failure)
    assert likely(failure) == {"session-closed"}


def test_a_cause_is_as_certain_as_in_the_weaker_reading() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.use(TWO, 0, INVALID)
    failure = trace.last()
    assert not proven(failure)
    assert "session-never-opened" in likely(failure)


def test_a_child_may_use_what_it_inherited() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.open(ONE, 1)
    trace.call(TWO, "C_GetFunctionList")
    trace.use(TWO, 1)
    trace.use(ONE, 1, function="C_CloseSession")
    trace.use(TWO, 1, INVALID)
    assert not proven(trace.last())


def test_a_library_initialised_twice_shows_processes() -> None:
    trace = Trace()
    trace.begin(ONE)
    opened = trace.open(ONE, 1)
    trace.begin(TWO)
    trace.use(TWO, 1, INVALID)
    failure = trace.last()
    assert proven(failure) == {"session-of-other-process": [opened]}
    assert failure.call.process == 0xB002
    trace.use(THREE, 1, INVALID)  # which may be a thread of either
    assert not proven(trace.last())


def test_a_library_finalised_meanwhile_shows_no_processes() -> None:
    trace = Trace()
    trace.begin(ONE)
    trace.open(ONE, 1)
    trace.enter(ONE, "C_Finalize")
    trace.begin(TWO)
    trace.leave(ONE)
    trace.use(TWO, 1, INVALID)
    assert not proven(trace.last())


@pytest.mark.parametrize("who", [ONE, ""], ids=["one number", "no number"])
def test_calls_of_unknown_threads_that_overlap_prove_nothing(who: str) -> None:
    trace = Trace()
    trace.begin(who)
    trace.open(who, 1)
    trace.enter(who, "C_GetSessionInfo")
    trace.enter(who, "C_CloseSession", " hSession: 1")  # the first call's line, perhaps
    trace.leave(who)
    trace.leave(who)
    trace.use(who, 1, INVALID)
    assert not proven(trace.last())


@pytest.mark.parametrize("who", [ONE, ""], ids=["one number", "no number"])
def test_what_an_overlapping_call_returned_is_not_known(who: str) -> None:
    trace = Trace()
    trace.begin(who)
    trace.open(who, 1)
    trace.enter(who, "C_Login", " hSession: 1", " userType: 1 (CKU_USER)")
    trace.enter(who, "C_GetInfo")
    trace.leave(who)
    trace.leave(who)
    trace.use(who, 1, NOT_LOGGED_IN, "C_FindObjectsInit")
    assert not proven(trace.last())


def test_a_call_of_a_known_thread_that_never_returned_hides_nothing() -> None:
    trace = Trace()
    who = f"{ONE} : 0x0000000000000001"
    trace.begin(who)
    trace.open(who, 1)
    trace.enter(who, "C_WaitForSlotEvent")
    closed = trace.use(who, 1, function="C_CloseSession")
    trace.use(who, 1, INVALID)
    assert proven(trace.last()) == {"session-closed": [closed]}


def test_calls_of_known_threads_may_overlap() -> None:
    trace = Trace()
    first, second = f"{ONE} : 0x0000000000000001", f"{ONE} : 0x0000000000000002"
    trace.begin(first)
    trace.open(first, 1)
    trace.enter(second, "C_WaitForSlotEvent")
    closed = trace.use(first, 1, function="C_CloseSession")
    trace.use(first, 1, INVALID)
    assert proven(trace.last()) == {"session-closed": [closed]}


def mistakes(trace: Trace) -> dict[str, list[int]]:
    """Return the lines of the mistakes."""
    _, explainer = why(["\n".join(trace.lines).encode() + b"\n"])
    rows = explainer.engine.mistakes.as_list()
    return {str(row["id"]): [item["line"] for item in row["evidence"]] for row in rows}  # type: ignore[attr-defined]


def test_only_mistakes_of_both_readings_are_reported() -> None:
    trace = Trace()
    trace.begin(ONE)
    left = trace.open(ONE, 1)
    trace.open(TWO, 2)
    trace.use(ONE, 2)
    trace.call(TWO, "C_CloseSession", " hSession: 2")
    assert mistakes(trace) == {"session-leak": [left]}
    trace = Trace()
    trace.begin(ONE)
    trace.open(ONE, 1)
    trace.call(TWO, "C_CloseSession", " hSession: 1")
    assert mistakes(trace) == {}
    trace = Trace()
    trace.begin(ONE)
    for handle, who in enumerate((ONE, TWO), 1):
        trace.open(who, handle)
        trace.call(who, "C_Login", f" hSession: {handle}", " userType: 1 (CKU_USER)", " ulPinLen: 4", rv=0xA0)
    assert "retry-of-login" not in mistakes(trace)


def test_a_session_left_open_by_each_of_two_processes_is_reported() -> None:
    trace = Trace()
    left = []
    for who in (ONE, TWO):
        trace.begin(who)
        left.append(trace.open(who, 1))
    assert mistakes(trace) == {"session-leak": left}


PARENT, OTHER = f"{ONE} : 0x0000000000000001", f"{TWO} : 0x0000000000000001"


def test_a_child_is_one_that_does_not_begin_like_a_program() -> None:
    trace = Trace()
    initialised = trace.begin(PARENT)
    opened = trace.open(PARENT, 1)
    trace.call(OTHER, "C_GetSlotList", rv=NOT_INITIALISED)
    assert proven(trace.last()) == {"forked": [initialised]}
    trace.use(OTHER, 1, INVALID)
    assert proven(trace.last()) == {"forked": [opened]}


def test_another_program_is_not_proven_to_be_a_child() -> None:
    trace = Trace()
    trace.begin(PARENT)
    opened = trace.open(PARENT, 1)
    trace.call(OTHER, "C_GetFunctionList")
    failed = trace.call(OTHER, "C_GetSlotList", rv=NOT_INITIALISED)
    assert proven(trace.last()) == {"not-initialized-yet": [failed]}
    assert likely(trace.last()) == {"forked"}
    trace.use(OTHER, 1, INVALID)
    assert proven(trace.last()) == {"session-of-other-process": [opened]}
    trace.call(OTHER, "C_Initialize", rv=ALREADY_INITIALISED)
    assert not proven(trace.last())


def opencryptoki(*calls: tuple[int, str, str | None]) -> Failure:
    """Return the last failure of an openCryptoki trace of calls: thread, text of the call, text of the return."""
    lines = []
    for thread, call, returned in calls:
        head = f"11/28/2026 13:43:23 {thread} "
        lines.append(f"{head}[usr/lib/api/api_interface.c:1 api] INFO: {call}")
        if returned is not None:
            lines.append(
                f"{head}[usr/lib/common/new_host.c:1 swtok] INFO: {call.split()[0]}: rc = {returned}"
            )
    return why(["\n".join(lines).encode() + b"\n"])[0][-1]


OPENED = ((283, "C_Initialize", None), (283, "C_OpenSession  3 6 (nil) (nil) 0x7f", "0x00000000 sess = 1"))
GONE = "0x000000b3, sess = 1"


def test_a_thread_of_opencryptoki_is_not_proven_to_be_a_process() -> None:
    failure = opencryptoki(*OPENED, (284, "C_GetSessionInfo", GONE))
    assert not proven(failure)
    assert failure.call.process is None
    closed = (283, "C_CloseSession", "0x00000000, sess = 1")
    assert proven(opencryptoki(*OPENED, closed, (283, "C_GetSessionInfo", GONE))) == {"session-closed": [5]}


def test_threads_of_opencryptoki_that_share_a_session_are_one_process() -> None:
    failure = opencryptoki(
        (283, "C_Initialize", None),
        (284, "C_OpenSession  3 6 (nil) (nil) 0x7f", "0x00000000 sess = 1"),
        (283, "C_GetSessionInfo", "0x00000000, sess = 1"),
        (284, "C_CloseSession", "0x00000000, sess = 1"),
        (283, "C_GetSessionInfo", GONE),
    )
    assert proven(failure) == {"session-closed": [7]}


def firefox(*calls: tuple[str, str, str, int]) -> list[Failure]:
    """Return the failures of a log of Firefox with the module logger: program, function, argument, return code."""
    lines = []
    for program, function, argument, rv in calls:
        head = f"[{program}: Main Thread]: D/nss_mod_log "
        lines += [f"{head}{function}", f"{head}  {argument}", f"{head}  rv = 0x{rv:x}"]
    return why(["\n".join(lines).encode() + b"\n"])[0]


@pytest.mark.parametrize("closer", ["Parent 4711", "Socket 4712"])
def test_what_another_process_of_firefox_did_proves_nothing(closer: str) -> None:
    failure = firefox(
        ("Parent 4711", "C_Initialize", "pInitArgs = 0x0", 0),
        ("Parent 4711", "C_OpenSession", "*phSession = 0x1", 0),
        (closer, "C_CloseSession", "hSession = 0x1", 0),
        ("Parent 4711", "C_GetSessionInfo", "hSession = 0x1", INVALID),
    )[-1]
    assert set(proven(failure)) == ({"session-closed"} if closer == "Parent 4711" else set())
