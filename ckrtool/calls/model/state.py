"""What the model knows of one process; every fact has a `Ref` to the call that shows it."""

from __future__ import annotations

from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.record import Call, Value

UNKNOWN_SLOT = -1
"""Stands for the slot of sessions whose C_OpenSession does not show it."""
MOST_SESSIONS = 10_000
MOST_OBJECTS = 10_000
MOST_FACTS = 64
LONGEST_HISTORY = 12
"""Calls of a session that are kept for its timeline."""


class Ref:
    """A call to cite: its line and function; `certain` is False where its arguments may belong to another call."""

    __slots__ = ("certain", "function", "line", "session")

    def __init__(self, call: Call) -> None:
        self.line = call.shown_at
        self.function = call.function
        self.certain = call.certain
        self.session = call.number_of("hSession")

    def __repr__(self) -> str:
        return f"{self.function}@{self.line}"


class End:
    """How something ended (`closed`, `all-closed`, `finalized`, `logout`, `error`, ...), the call that ended it, and a code."""

    __slots__ = ("how", "ref", "rv", "sure")

    def __init__(self, how: str, call: Call, *, sure: bool = True) -> None:
        self.how = how
        self.ref = Ref(call)
        self.rv = call.rv
        self.sure = sure


class Operation:
    """An operation of a session that was begun: its mechanism, key and how far it got."""

    __slots__ = ("failed", "fed", "key", "kind", "mechanism", "started")

    def __init__(self, kind: str, call: Call) -> None:
        self.kind = kind
        self.started = Ref(call)
        mechanism = call.mechanism()
        self.mechanism = mechanism.name if mechanism else None
        self.key = call.number_of("hKey")
        self.fed = 0  # bytes given to Update calls
        self.failed = False  # a search that an error may have ended


class Search:
    """A search: what it asked for, and how many objects it has given."""

    __slots__ = ("begun", "ended", "found", "last", "started", "template")

    def __init__(self, call: Call, *, begun: bool = True) -> None:
        self.begun = begun  # False where the trace begins inside the search
        self.started = Ref(call)
        self.template = tuple((item.name, item.value) for item in call.template()[:MOST_FACTS])
        self.found = 0
        self.last: Ref | None = None
        self.ended = False


class Session:
    """A session: `opened` is None where the trace does not show its C_OpenSession."""

    __slots__ = (
        "end",
        "ended",
        "flags",
        "flags_ref",
        "handle",
        "history",
        "opened",
        "operations",
        "search",
        "sized",
        "slot",
    )

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self.slot: int | None = None
        self.flags: int | None = None
        self.flags_ref: Ref | None = None
        self.opened: Ref | None = None
        self.end: End | None = None
        self.operations: dict[str, Operation] = {}
        self.ended: dict[str, End] = {}  # how the last operation of each kind ended
        self.search: Search | None = None  # the last search
        self.history: deque[tuple[int, str, int | None]] = deque(maxlen=LONGEST_HISTORY)  # line, function, rv
        self.sized: dict[str, tuple[int | None, Ref]] = {}  # size queries: the length that was asked for


class Login:
    """Who is logged in to a token: `user` is a CKU_ name, "" for nobody, None where not known."""

    __slots__ = ("context", "end", "failed", "ref", "user")

    def __init__(self) -> None:
        self.user: str | None = None
        self.ref: Ref | None = None
        self.end: End | None = None
        self.failed: End | None = None  # the last C_Login, where it was refused
        self.context: End | None = None


class Try:
    """One try of a PIN: for which user, its length, and the answer."""

    __slots__ = ("length", "ref", "rv", "user")

    def __init__(self, call: Call, user: str | None, length: int | None) -> None:
        self.ref = Ref(call)
        self.user = user
        self.length = length
        self.rv = call.rv


class Slot:
    """A slot and its token: information as last shown, mechanisms, tries of PINs."""

    __slots__ = (
        "accepted", "emptied", "fresh", "info", "info_ref", "login", "mechanism_infos", "mechanisms", "mechanisms_ref", "number",
        "refused", "token",
        "token_ref",
    )  # fmt: skip

    def __init__(self, number: int) -> None:
        self.number = number
        self.info: frozenset[str] | None = None
        self.info_ref: Ref | None = None
        self.emptied: Ref | None = None  # the call that closed the last session
        self.fresh: Ref | None = None  # the C_InitToken of this trace
        self.token: dict[str, Value] | None = None
        self.token_ref: Ref | None = None
        self.mechanisms: frozenset[str] | None = None
        self.mechanisms_ref: Ref | None = None
        self.mechanism_infos: dict[str, tuple[dict[str, Value], Ref]] = {}
        self.login = Login()
        self.refused: list[Try] = []  # wrong tries since the last success
        self.accepted: dict[str, Try] = {}  # the last accepted PIN of each user

    @property
    def shown(self) -> str:
        """Return the slot's number as it is printed."""
        return "?" if self.number == UNKNOWN_SLOT else f"0x{self.number:x}"


class Made:
    """A signature or ciphertext that was made: its length, its data, the call, the mechanism."""

    __slots__ = ("data", "length", "mechanism", "ref")

    def __init__(self, length: int | None, data: bytes | None, ref: Ref, mechanism: str | None) -> None:
        self.length = length
        self.data = data
        self.ref = ref
        self.mechanism = mechanism


class Thing:
    """An object: attributes that the trace shows, where it came from, and how it ended."""

    __slots__ = ("attributes", "end", "given", "handle", "made", "named", "owner", "slot")

    def __init__(self, handle: int, slot: int | None, call: Call) -> None:
        self.handle = handle
        self.slot = slot
        self.given = Ref(call)  # the call that gave the handle last
        self.made: Ref | None = None  # the call that made the object
        self.named: frozenset[str] | None = (
            None  # attributes of the template that made it, where their names are shown
        )
        self.owner: int | None = None  # the session that made it
        self.attributes: dict[str, tuple[Value, Ref]] = {}
        self.end: End | None = None

    def value(self, name: str) -> Value:
        """Return an attribute's value; None where it is not known."""
        known = self.attributes.get(name)
        return None if known is None else known[0]

    def ref(self, name: str) -> Ref | None:
        """Return the call that shows an attribute."""
        known = self.attributes.get(name)
        return None if known is None else known[1]


class Process:
    """All that is known of one process.

    `whole` says that everything it called is shown from its start. `blind` names what it was given unseen ("sessions",
    "objects"), so that a handle may be right although no call shows it. `tangled` says that calls of another process may be among
    its own; then nothing is proven.
    """

    def __init__(self, origin: str, number: int | None) -> None:
        self.origin = origin
        self.number = number
        self.whole = False
        self.tangled = False
        self.began: Ref | None = None
        self.calls = 0
        self.library: str | None = None  # "initialised", "finalised", "failed"; None where not known
        self.library_ref: Ref | None = None
        self.initialised: Ref | None = None  # the last successful C_Initialize
        self.blind: set[str] = set()
        self.sessions: dict[int, Session] = {}
        self.closed: dict[int, Session] = {}
        self.slots: dict[int, Slot] = {}
        self.listed: dict[int, tuple[tuple[int, ...], Ref]] = {}  # C_GetSlotList by tokenPresent
        self.objects: dict[tuple[int | None, int], Thing] = {}
        self.owned: dict[int, list[Thing]] = {}  # what each session has made
        self.last_search: Search | None = None
        self.made: dict[str, dict[bytes, Made]] = {
            "sign": {},
            "encrypt": {},
            "wrap": {},
        }  # by the bytes that are shown
        self.opened = 0
        self.open_failed: Ref | None = None
        self.cut = False  # ended inside a call

    def slot(self, number: int) -> Slot:
        """Return what is known of a slot."""
        found = self.slots.get(number)
        if found is None:
            found = self.slots[number] = Slot(number)
        return found

    def session_of(self, call: Call) -> Session | None:
        """Return the open session that a call names; None for an unknown handle."""
        handle = call.number_of("hSession")
        return None if handle is None else self.sessions.get(handle)

    def slot_of(self, call: Call) -> Slot | None:
        """Return the slot of a call: its own argument, or that of its session; None where it has neither.

        The slot of sessions that were opened unseen is `UNKNOWN_SLOT`: what happened there is sure for one session only.
        """
        number = call.number_of("slotID")
        if number is None:
            handle = call.number_of("hSession")
            if handle is None:
                return None
            session = self.sessions.get(handle)
            number = session.slot if session is not None and session.slot is not None else UNKNOWN_SLOT
        return self.slot(number)

    def thing(self, handle: int | None, slot: int | None) -> Thing | None:
        """Return the object of a handle on a slot; on any slot where the slot is not known."""
        if handle is None:
            return None
        found = self.objects.get((slot, handle))
        if found is None and slot is None:
            others = [thing for (_, number), thing in self.objects.items() if number == handle]
            return others[0] if len(others) == 1 else None
        return found or self.objects.get((None, handle))

    def thing_of(self, call: Call, name: str) -> Thing | None:
        """Return the object that an argument of a call names."""
        session = self.session_of(call)
        return self.thing(call.number_of(name), session.slot if session else None)

    def has_session_on(self, slot: int) -> bool:
        """Return whether a session of a slot is open, or one whose slot is not known."""
        return any(session.slot in (slot, None) for session in self.sessions.values())
