"""Invalid object handles: destroyed, ended with a session or login, of another process, not found, or never returned."""

from __future__ import annotations

from ckrtool._tables.codes import NAMES
from ckrtool.calls.model.functions import HANDLES
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import KnownObject
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

ENDS = {
    "destroyed": ("object-destroyed", "destroyed object {handle}"),
    "token-initialised": ("object-destroyed", "initialised the token, which destroyed object {handle}"),
    "owner-closed": ("object-session-closed", "closed the session that object {handle} belonged to"),
    "logout": ("object-after-logout", "logged out, which invalidated private object {handle}"),
    "last-session": ("object-after-logout", "closed the last session, which logged out"),
    "finalized": ("library-finalized", "finalised the library, which invalidated object {handle}"),
}
ONLY = {
    "CKR_WRAPPING_KEY_HANDLE_INVALID": "hWrappingKey",
    "CKR_UNWRAPPING_KEY_HANDLE_INVALID": "hUnwrappingKey",
}
_ONLY = {NAMES[code]: name for code, name in ONLY.items()}
CODES = ("CKR_OBJECT_HANDLE_INVALID", "CKR_KEY_HANDLE_INVALID", *ONLY)


def _invalid(case: Case) -> Iterator[Cause]:
    only = _ONLY.get(case.call.rv or 0)
    for name in HANDLES.get(case.call.function, ()):
        handle = case.call.number_of(name)
        if handle is not None and only in (None, name):
            yield from _handle(case, name, handle)


def _handle(case: Case, name: str, handle: int) -> Iterator[Cause]:
    call, process, _ = case
    obj = process.object_of(call, name)
    shown = f"0x{handle:x}"
    if obj is not None and obj.end is not None:
        ident, text = ENDS[obj.end.how]
        make = proven if obj.end.sure else likely
        yield make(
            ident,
            at(obj.end.ref, text.format(handle=shown)),
            handle=shown,
            session="",
            function=call.function,
        )
    elif obj is not None:
        yield from _hidden(case, obj, shown)
    elif (found := _other_process(case, handle, shown)) is not None:
        yield found
    else:
        yield from _never_given(case, handle, shown)


def _hidden(case: Case, obj: KnownObject, shown: str) -> Iterator[Cause]:
    """Yield the cause where a login or the last session with the token ended after a call returned the object.

    Used for objects whose end the trace does not show.
    """
    slot = case.process.slot_of(case.call)
    if slot is None:
        return
    given = at(obj.given, f"returned object {shown}")
    private = obj.value("CKA_PRIVATE")
    end = slot.login.end
    if end is not None and not slot.login.user and end.ref.line > obj.given.line:
        maybe = private is None and obj.value("CKA_CLASS") in (None, "CKO_PRIVATE_KEY", "CKO_SECRET_KEY")
        event = "logged out" if end.how == "logout" else "closed the last session, which logged out"
        if private is True or maybe:
            make = proven if private is True and end.sure else likely
            yield make("object-after-logout", at(end.ref, event) + given, handle=shown)
    emptied = slot.emptied
    if emptied is not None and emptied.line > obj.given.line and private is not True:
        text = f"all sessions with the token were closed at line {emptied.line}, after object {shown} was returned"
        yield likely(
            "object-session-closed",
            at(emptied, "closed the last session with the token") + given,
            handle=shown,
            text=text,
        )


def _other_process(case: Case, handle: int, shown: str) -> Cause | None:
    process = case.process
    if process.number is None or not handle:
        return None
    for other in case.model.processes.values():
        if other.number in (None, process.number):
            continue
        obj = next((obj for (_, number), obj in other.objects.items() if number == handle), None)
        if obj is not None:
            make = proven if process.whole and "objects" not in process.blind else likely
            evidence = at(obj.given, f"process {other.number} obtained object {shown}")
            return make(
                "object-of-other-process", evidence, handle=shown, process=process.number, other=other.number
            )
    return None


def _never_given(case: Case, handle: int, shown: str) -> Iterator[Cause]:
    call, process, _ = case
    session = process.session_of(call)
    search = (session.search if session else None) or process.last_search
    if search is not None and search.found == 0 and search.last is not None:
        asked = ", ".join(name for name, _ in search.template) or "all objects"
        text = f"the search for {asked} found no object" if search.begun else "this search found no object"
        make = proven if handle == 0 and search.begun else likely
        yield make("search-found-nothing", at(search.last, text), handle=shown)
        if handle == 0:
            return
    if "objects" in process.blind and handle:
        return
    known = process.whole and "objects" not in process.blind
    make = proven if known else likely
    evidence = here(call, f"no call returned object {shown}")
    if not known and search is not None:
        evidence += at(search.last, "searched; the objects found are not shown")
    yield make("handle-never-seen", evidence, handle=shown)


RULES = (Rule(CODES, _invalid, vague=True),)
