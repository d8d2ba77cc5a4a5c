"""The state of one process in the model; every fact has a `Ref` to the call that shows it."""

from __future__ import annotations

from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.record import Call, Value

UNKNOWN_SLOT = -1
"""Number used for the slot of sessions whose slot the trace does not show."""
MOST_SESSIONS = 10_000
MOST_OBJECTS = 10_000
MOST_FACTS = 64
LONGEST_HISTORY = 12
"""Number of calls of a session that are kept for its timeline."""


class Ref:
    """A reference to a call: its line and function; `certain` is False if its arguments may belong to another call."""

    __slots__ = ("certain", "function", "line", "session")

    def __init__(self, call: Call) -> None:
        self.line = call.shown_at
        self.function = call.function
        self.certain = call.certain
        self.session = call.number_of("hSession")

    def __repr__(self) -> str:
        return f"{self.function}@{self.line}"


class End:
    """The end of a session, login, object or operation.

    `how` is the kind of end (`closed`, `all-closed`, `finalized`, `logout`, `error`, ...), `ref` the call that caused it and
    `rv` its return code. `sure` is False if the trace does not prove the end.
    """

    __slots__ = ("how", "ref", "rv", "sure")

    def __init__(self, how: str, call: Call, *, sure: bool = True) -> None:
        self.how = how
        self.ref = Ref(call)
        self.rv = call.rv
        self.sure = sure


class Operation:
    """An active operation of a session: its kind, mechanism, key, and the number of bytes processed."""

    __slots__ = ("failed", "fed", "key", "kind", "mechanism", "started")

    def __init__(self, kind: str, call: Call) -> None:
        self.kind = kind
        self.started = Ref(call)
        mechanism = call.mechanism()
        self.mechanism = mechanism.name if mechanism else None
        self.key = call.number_of("hKey")
        self.fed = 0  # bytes passed to Update calls
        self.failed = False  # a search that an error may have ended


class Search:
    """A search: its template and the number of objects found."""

    __slots__ = ("begun", "ended", "found", "last", "started", "template")

    def __init__(self, call: Call, *, begun: bool = True) -> None:
        self.begun = begun  # False if the trace does not show the C_FindObjectsInit
        self.started = Ref(call)
        self.template = tuple((item.name, item.value) for item in call.template()[:MOST_FACTS])
        self.found = 0
        self.last: Ref | None = None
        self.ended = False


class Session:
    """A session; `opened` is None if the trace does not show its C_OpenSession."""

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
        self.sized: dict[str, tuple[int | None, Ref]] = {}  # size queries: the length that was returned


class Login:
    """The login to a token: `user` is a CKU_ name, "?" for a user of unknown type, "" for no user, None if unknown."""

    __slots__ = ("context", "end", "failed", "needed", "ref", "user")

    def __init__(self) -> None:
        # A call that succeeded without a user, as most tokens allow to a user only.
        self.needed: Ref | None = None
        self.user: str | None = None
        self.ref: Ref | None = None
        self.end: End | None = None
        self.failed: End | None = None  # the last C_Login, if it was refused
        self.context: End | None = None


class Try:
    """One PIN try: the user, the PIN's length, and the return code."""

    __slots__ = ("length", "ref", "rv", "user")

    def __init__(self, call: Call, user: str | None, length: int | None) -> None:
        self.ref = Ref(call)
        self.user = user
        self.length = length
        self.rv = call.rv


class Slot:
    """A slot and its token: the information shown last, the mechanisms, the login and the PIN tries."""

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
        """Return the slot's number as messages show it (`0x1`; `?` if unknown)."""
        return "?" if self.number == UNKNOWN_SLOT else f"0x{self.number:x}"


class Made:
    """A signature, ciphertext or wrapped key: its length, its input data, the call that created it, and the mechanism."""

    __slots__ = ("data", "length", "mechanism", "ref")

    def __init__(self, length: int | None, data: bytes | None, ref: Ref, mechanism: str | None) -> None:
        self.length = length
        self.data = data
        self.ref = ref
        self.mechanism = mechanism


class KnownObject:
    """An object: its known attributes, the calls that created it and returned its handle, and its end."""

    __slots__ = ("attributes", "end", "given", "handle", "made", "named", "owner", "slot")

    def __init__(self, handle: int, slot: int | None, call: Call) -> None:
        self.handle = handle
        self.slot = slot
        self.given = Ref(call)  # the last call that returned the handle
        self.made: Ref | None = None  # the call that created the object
        self.named: frozenset[str] | None = (
            None  # attributes in the template that created it; None if not shown
        )
        self.owner: int | None = None  # the session that created it
        self.attributes: dict[str, tuple[Value, Ref]] = {}
        self.end: End | None = None

    def value(self, name: str) -> Value:
        """Return an attribute's value; None if it is not known."""
        known = self.attributes.get(name)
        return None if known is None else known[0]

    def ref(self, name: str) -> Ref | None:
        """Return the call that shows an attribute; None if it is not known."""
        known = self.attributes.get(name)
        return None if known is None else known[1]


class Process:
    """The known state of one process.

    `whole` is True if the trace shows all its calls from its start. `blind` contains "sessions" or "objects" if the process
    got such handles from calls that the trace does not show, so that an unknown handle may be valid. `tangled` is True if
    calls of another process may be among its own; in that case nothing is proven.
    """

    def __init__(self, origin: str, number: int | None) -> None:
        self.origin = origin
        self.number = number
        self.whole = False
        self.tangled = False
        self.began: Ref | None = None
        self.thread: str | None = None  # of its first call
        self.calls = 0
        self.library: str | None = None  # "initialised", "finalised", "failed"; None if unknown
        self.library_ref: Ref | None = None
        self.initialised: Ref | None = None  # the last successful C_Initialize
        self.blind: set[str] = set()
        self.sessions: dict[int, Session] = {}
        self.closed: dict[int, Session] = {}
        self.slots: dict[int, Slot] = {}
        self.listed: dict[int, tuple[tuple[int, ...], Ref]] = {}  # C_GetSlotList by tokenPresent
        self.objects: dict[tuple[int | None, int], KnownObject] = {}
        self.owned: dict[int, list[KnownObject]] = {}  # the objects that each session has created
        self.last_search: Search | None = None
        # Signatures, ciphertexts and wrapped keys by the bytes that the trace shows.
        self.made: dict[str, dict[bytes, Made]] = {"sign": {}, "encrypt": {}, "wrap": {}}
        self.opened = 0
        self.open_failed: Ref | None = None
        self.cut = False  # the trace ends inside a call
        self.hole = 0  # the last call whose effect shows that calls before it are missing, by its line; 0 if none does

    def slot(self, number: int) -> Slot:
        """Return the state of a slot, which is created on first use."""
        found = self.slots.get(number)
        if found is None:
            found = self.slots[number] = Slot(number)
        return found

    def session_of(self, call: Call) -> Session | None:
        """Return the open session of a call's `hSession`; None for an unknown handle."""
        handle = call.number_of("hSession")
        return None if handle is None else self.sessions.get(handle)

    def slot_of(self, call: Call) -> Slot | None:
        """Return the slot of a call, from its argument `slotID` or from its session; None if it has neither.

        Sessions whose slot the trace does not show have the slot `UNKNOWN_SLOT`, whose facts hold for one session only.
        """
        number = call.number_of("slotID")
        if number is None:
            handle = call.number_of("hSession")
            if handle is None:
                return None
            session = self.sessions.get(handle)
            number = session.slot if session is not None and session.slot is not None else UNKNOWN_SLOT
        return self.slot(number)

    def object_at(self, handle: int | None, slot: int | None) -> KnownObject | None:
        """Return the object with a handle on a slot, or on the only slot that has this handle if `slot` is None."""
        if handle is None:
            return None
        found = self.objects.get((slot, handle))
        if found is None and slot is None:
            others = [obj for (_, number), obj in self.objects.items() if number == handle]
            return others[0] if len(others) == 1 else None
        return found or self.objects.get((None, handle))

    def object_of(self, call: Call, name: str) -> KnownObject | None:
        """Return the object whose handle is an argument of a call; None if it is unknown."""
        session = self.session_of(call)
        return self.object_at(call.number_of(name), session.slot if session else None)

    def has_session_on(self, slot: int) -> bool:
        """Return whether a session with a slot is open; sessions with an unknown slot count too."""
        return any(session.slot in (slot, None) for session in self.sessions.values())
