"""Mistakes that no return code reports, such as sessions left open, ignored size queries and repeated logins."""

from __future__ import annotations

from ckrtool._tables.causes import CAUSES
from ckrtool.calls.model.functions import HANDLES, INIT, USED
from ckrtool.calls.model.operations import size_query
from ckrtool.calls.shows import partial
from ckrtool.knowledge import legality
from ckrtool.numerals import normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.model.replay import Model
    from ckrtool.calls.model.state import Process, Ref, Session
    from ckrtool.calls.record import Call

CLOSES = frozenset({"C_CloseSession", "C_CloseAllSessions", "C_Finalize"})
MOST_EVIDENCE = 10
NOT_ALLOWED = frozenset({"unlisted", "excluded", "undefined"})
PIN_INCORRECT, BUFFER_TOO_SMALL = 0xA0, 0x150


class Mistake:
    """One kind of mistake: how often it was made, and the first lines that show it."""

    __slots__ = ("count", "evidence", "id")

    def __init__(self, ident: str) -> None:
        self.id = ident
        self.count = 0
        self.evidence: list[dict[str, object]] = []

    def as_dict(self) -> dict[str, object]:
        """Return the item of the JSON list `mistakes`."""
        text = CAUSES[self.id][1].format(count=self.count)
        return {"id": self.id, "text": text, "evidence": self.evidence, "count": self.count}


class Mistakes:
    """Collect the mistakes of all files."""

    def __init__(self) -> None:
        self._found: dict[str, Mistake] = {}
        self._file: str | None = None
        self._dialect = ""

    def begin(self, file: str | None) -> None:
        """Begin a file; `file` is its name in the evidence, None for standard input."""
        self._file = file

    def _add(self, ident: str, line: int, function: str, text: str) -> None:
        mistake = self._found.setdefault(ident, Mistake(ident))
        mistake.count += 1
        if len(mistake.evidence) < MOST_EVIDENCE:
            mistake.evidence.append(self._evidence(line, function, text))

    def _evidence(self, line: int, function: str, text: str) -> dict[str, object]:
        """Return the evidence of one line, as in JSON."""
        item: dict[str, object] = {"line": line, "function": function, "text": text}
        if self._file is not None:
            item["file"] = self._file
        return item

    def _uncount(self, ident: str) -> None:
        """Undo the count of a line that is evidence of the mistake but not a mistake itself."""
        if ident in self._found:
            self._found[ident].count -= 1

    def _at(self, ident: str, ref: Ref, text: str) -> None:
        if ref.certain:
            self._add(ident, ref.line, ref.function, text)

    def as_list(self) -> list[dict[str, object]]:
        """Return the mistakes as the JSON list `mistakes`."""
        return [mistake.as_dict() for mistake in self._found.values()]

    def add(self, other: Mistakes) -> None:
        """Add the mistakes of a file."""
        for ident, mistake in other._found.items():
            mine = self._found.get(ident)
            if mine is None:
                mine = self._found[ident] = Mistake(ident)
                mine.evidence = list(mistake.evidence)
            else:
                mine.evidence += mistake.evidence[: max(0, MOST_EVIDENCE - len(mine.evidence))]
            mine.count += mistake.count

    def common(self, other: Mistakes) -> Mistakes:
        """Return the mistakes that two readings of a file both show."""
        both = Mistakes()
        for ident, mistake in self._found.items():
            theirs = other._found.get(ident)
            evidence = [item for item in mistake.evidence if theirs and item in theirs.evidence]
            if theirs is None or not evidence:
                continue
            same = both._found[ident] = Mistake(ident)
            same.count, same.evidence = min(mistake.count, theirs.count), evidence
        return both

    def before(self, call: Call, process: Process, model: Model) -> None:
        """Examine a call before the model applies it."""
        self._dialect = call.dialect
        if not call.certain or process.tangled:
            return
        self._other_process(call, process, model)
        if call.rv:
            self._refused(call, process)
        elif call.rv == 0 and call.function in CLOSES:
            for session in _closed_by(call, process):
                self._still_active(session)

    def _refused(self, call: Call, process: Process) -> None:
        value = normalise(call.rv or 0)
        if value == BUFFER_TOO_SMALL:
            self._size_query(call, process)
        if legality.check(call.function, value).verdict in NOT_ALLOWED:
            self._add(
                "return-not-allowed",
                call.shown_at,
                call.function,
                f"0x{value:08X} is not allowed from {call.function}",
            )
        if call.function not in ("C_Login", "C_LoginUser") or value != PIN_INCORRECT:
            return
        slot = process.slot_of(call)
        pin = call.buffer("pPin")
        user = call.args.get("userType")
        if slot is None or pin is None or pin.length is None:
            return
        before = [item for item in slot.refused if item.user == user and item.rv == PIN_INCORRECT]
        same = [item for item in before if item.length == pin.length]
        if same:
            if len(same) == 1:
                self._at("retry-of-login", same[0].ref, f"refused a PIN of {pin.length} characters")
                self._uncount("retry-of-login")
            self._add(
                "retry-of-login",
                call.shown_at,
                call.function,
                f"refused a PIN of {pin.length} characters again",
            )

    def _size_query(self, call: Call, process: Process) -> None:
        """Record a buffer that is too small although an earlier call had asked for the size."""
        session = process.session_of(call)
        for kind in USED.get(call.function, ()):
            sized = session.sized.get(kind) if session else None
            if sized is not None and sized[1].certain and size_query(call) is not True:
                self._at("size-query-ignored", sized[1], f"asked for the size: {sized[0]} bytes")
                self._add("size-query-ignored", call.shown_at, call.function, "passed a smaller buffer")
                self._uncount("size-query-ignored")

    def _other_process(self, call: Call, process: Process, model: Model) -> None:
        """Record handles of another process, whether or not the module accepted them."""
        if process.number is None:
            return
        handle = call.number_of("hSession")
        mine = process.sessions.get(handle) if handle is not None else None
        if handle is not None and handle not in process.closed and (mine is None or mine.opened is None):
            for other in _others(process, model):
                session = other.sessions.get(handle) or other.closed.get(handle)
                if session is not None and session.opened is not None:
                    self._across(
                        call, session.opened, f"session 0x{handle:x} belongs to process {other.number}"
                    )
                    return
        for name in HANDLES.get(call.function, ()):
            number = call.number_of(name)
            if number and process.object_of(call, name) is None:
                for other in _others(process, model):
                    obj = next((item for (_, known), item in other.objects.items() if known == number), None)
                    if obj is not None:
                        self._across(
                            call, obj.given, f"object 0x{number:x} belongs to process {other.number}"
                        )
                        return

    def _across(self, call: Call, ref: Ref, text: str) -> None:
        self._add("handle-used-across-processes", call.shown_at, call.function, text)
        found = self._found["handle-used-across-processes"]
        if all(item["line"] != ref.line for item in found.evidence):
            found.evidence.append(self._evidence(ref.line, ref.function, "returned the handle"))

    def _still_active(self, session: Session) -> None:
        """Record the operations and searches that are active in a session that ends."""
        for kind, operation in session.operations.items():
            if kind != "search" and partial(self._dialect):
                continue
            if operation.failed or operation.started.function not in INIT:
                continue  # an error ended it, or the trace does not show its start
            name = "search-not-finished" if kind == "search" else "operation-abandoned"
            if kind in session.sized:
                length, ref = session.sized[kind]
                self._at(
                    "size-query-ignored",
                    ref,
                    f"asked for the size ({length} bytes), no call with a buffer followed",
                )
            self._at(name, operation.started, f"started it in session 0x{session.handle:x}")

    def _logins(self, process: Process) -> None:
        for slot in process.slots.values():
            if slot.login.user and slot.login.ref is not None and slot.login.ref.function == "C_Login":
                self._at(
                    "login-not-ended",
                    slot.login.ref,
                    f"logged in as {slot.login.user}, not logged out before the end",
                )

    def end(self, process: Process) -> None:
        """Record the sessions and logins of a process that are left open at the end of the trace."""
        if process.tangled or process.cut or process.library == "finalised":
            return
        for session in process.sessions.values():
            if session.opened is not None:
                self._at(
                    "session-leak",
                    session.opened,
                    f"opened session 0x{session.handle:x}, not closed before the end",
                )
        self._logins(process)


def _closed_by(call: Call, process: Process) -> list[Session]:
    """Return the open sessions that a call closes."""
    if call.function == "C_CloseSession":
        session = process.session_of(call)
        return [session] if session else []
    slot = call.number_of("slotID")
    return [
        session
        for session in process.sessions.values()
        if call.function == "C_Finalize" or session.slot == slot
    ]


def _others(process: Process, model: Model) -> list[Process]:
    """Return the other processes of the trace; only those that are shown from their start, unless this one is."""
    return [
        other
        for other in model.processes.values()
        if other.number not in (None, process.number) and (process.whole or other.whole)
    ]
