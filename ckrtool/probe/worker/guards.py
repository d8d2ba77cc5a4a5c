"""Checks the state of the module before a step that could do harm, and refuses the step if necessary.

The guards inspect the token just before the call, because it may have changed since another process saw it.
"""

from __future__ import annotations

from ckrtool.probe.protocol import LOGIN_CALLS, PIN_FLAGS, RELOGIN_HARMLESS
from ckrtool.probe.worker.compare import expects_ok

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.cryptoki.values import Expr
    from ckrtool.probe.protocol import Plan, Step
    from ckrtool.probe.worker.calls import Answer, Caller, Place
    from ckrtool.probe.worker.state import State

TOKEN_UNKNOWN, MECHANISMS_UNKNOWN = "token-info-failed", "mechanism-info-failed"
"""Reasons of steps that are left out because the call of the guard itself failed."""

_CKR_MECHANISM_INVALID = 0x70
_CKA_TOKEN, _CKA_LABEL = 0x1, 0x3
_CKU_USER = 1
_CKU_CONTEXT_SPECIFIC = 2
_MAX_INSPECTED = 8  # objects
_CKF_PROTECTED_AUTHENTICATION_PATH = 0x00000100
# Declared effects that allow the call for any object.
_PERMITS = {
    "C_DestroyObject": ("destroys",),
    "C_SetAttributeValue": ("token-objects", "destroys"),
}


class RefusedError(Exception):
    """A guard refused a step; `reason` is an id of the protocol, `ends` is whether the rest of the sequence is skipped."""

    def __init__(self, reason: str, detail: str | None = None, ends: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail
        self.ends = ends


class Guards:
    """Checks made before C_OpenSession, C_Login and steps that need a mechanism."""

    def __init__(self, plan: Plan, caller: Caller, state: State) -> None:
        self._pin = plan["pin"]
        self._chosen = plan["vars"].get("slot")
        self._caller = caller
        self._state = state
        self._mechanisms: dict[int, list[int]] = {}
        self._mechanism_flags: dict[tuple[int, int], int] = {}
        self._tokens: dict[int, dict[str, Any]] = {}
        self._failure: str | None = None  # of the last C_GetTokenInfo
        self._unknown: dict[tuple[int, ...], str] = {}  # why a slot's mechanisms, or one of them, are unknown
        self.logins = 0
        self.relogins = 0
        self.context_logins = 0
        self.first_ok = False
        self.pin_ended: str | None = None  # why the PIN is no longer used

    def _ask(self, function: str, given: dict[str, Expr], place: Place) -> Answer | None:
        if self._caller.missing(function):
            return None
        call = self._caller.prepare(function, given)
        return self._caller.make(call, place.as_kind("guard"))

    def _token(self, slot: int, place: Place, fresh: bool = False) -> dict[str, Any] | None:
        if fresh or slot not in self._tokens:
            answer = self._ask("C_GetTokenInfo", {"slotID": {"int": slot}}, place)
            self._failure = None if answer is None or answer.rv == 0 else _told("C_GetTokenInfo", answer)
            if answer is None or answer.rv != 0 or "pInfo" not in answer.values:
                return None
            self._tokens[slot] = answer.values["pInfo"]
        return self._tokens[slot]

    def learn(self, function: str, numbers: dict[str, int], values: dict[str, Any]) -> None:
        """Note information from the result of a step, so that no guard asks for it again."""
        slot = numbers.get("slotID", 0)
        if function == "C_GetTokenInfo" and "pInfo" in values:
            self._tokens[slot] = values["pInfo"]
        elif function == "C_OpenSession":
            self._tokens.pop(slot, None)  # its session count has changed

    # --- slots ---------------------------------------------------------------------------------------------------

    def before_slot(self, step: Step, place: Place) -> None:
        """Call C_GetSlotList before the first call with a slot, because a module may not know its slots before (section 5.5).

        First with NULL, which lets the module search for new slots, then with a buffer, as most programs do.
        """
        state = self._state
        if step.get("unlisted"):
            return
        if not ("slotID" in step["args"] or step.get("needs")) or not state.initialised or state.slots_listed:
            return
        state.slots_listed = True  # once, even if it fails: `identity` reports a failure
        every: dict[str, Expr] = {"tokenPresent": {"bool": False}}
        self._ask("C_GetSlotList", {**every, "pSlotList": {"null": True}}, place)
        self._ask("C_GetSlotList", every, place)

    # --- sessions ------------------------------------------------------------------------------------------------

    def before_session(self, step: Step, numbers: dict[str, int], place: Place) -> None:
        """Refuse to open a session if the token allows at most one more, which other programs may need."""
        if not expects_ok(step) or not self._state.initialised:
            return
        slot = numbers.get("slotID", 0)
        info = self._token(slot, place)
        if info is None:
            if self._failure is not None:  # the number of free sessions is unknown
                raise RefusedError(TOKEN_UNKNOWN, self._failure)
            return
        most, now = info["ulMaxSessionCount"], info["ulSessionCount"]
        if not most or now is None or now < max(1, most - 1):
            return
        own = sum(session_slot == slot for session_slot in self._state.sessions.values())
        ours = f", of which {own} by the probe" if own else ""
        raise RefusedError(
            "sessions-few" if own == most else "sessions-exhausted",
            f"{now} of {most} sessions are open{ours}",
        )

    def ask_device(self, function: str, session: int | None, place: Place) -> None:
        """Read the device's error number (ulDeviceError) of an open session after a call in it failed (section 5.1.1)."""
        if session in self._state.sessions and function != "C_GetSessionInfo":
            self._ask("C_GetSessionInfo", {"hSession": {"int": session}}, place)

    def inspect(self, session: int | None, objects: list[int], place: Place) -> None:
        """Read the label and CKA_TOKEN of objects found by a search that should find none."""
        for handle in objects[:_MAX_INSPECTED]:
            wanted: Expr = {
                "attributes": [_CKA_TOKEN, _CKA_LABEL],
                "kinds": {str(_CKA_TOKEN): "bool", str(_CKA_LABEL): "text"},
            }
            given: dict[str, Expr] = {
                "hSession": {"int": session or 0}, "hObject": {"int": handle}, "pTemplate": wanted,
            }  # fmt: skip
            self._ask("C_GetAttributeValue", given, place)

    # --- objects -------------------------------------------------------------------------------------------------

    def before_write(self, step: Step, effect: str, numbers: dict[str, int]) -> None:
        """Refuse to change, end or copy an object that may not be the worker's own, unless the sequence declares that effect.

        The declared effect alone does not suffice for a step that relies on an object of its own (`own`).
        """
        permitted = effect in _PERMITS.get(step["call"], (effect,))
        if (step.get("own") or not permitted) and not self._state.owns(
            numbers.get("hSession", 0), numbers.get("hObject", 0)
        ):
            raise RefusedError("object-not-own", f"{step['call']} of {numbers.get('hObject', 0):#x}")

    # --- mechanisms ----------------------------------------------------------------------------------------------

    def needs(self, step: Step, slot: int | None, place: Place) -> None:
        """Refuse a step if the slot lacks one of its mechanisms or flags."""
        needed = step.get("needs")
        if not needed:
            return
        if slot is None:
            raise RefusedError("unset: slot", ends=False)
        have = self._mechanism_list(slot, place)
        for need in needed:
            number = need if isinstance(need, int) else need["mechanism"]
            flags = 0 if isinstance(need, int) else need.get("flags", 0)
            if number not in have:
                raise RefusedError("mechanism-missing", f"{number:#x}", ends=False)
            if flags and self._flags_of(slot, number, place) & flags != flags:
                raise RefusedError("mechanism-missing", f"{number:#x} without flags {flags:#x}", ends=False)

    def offers(self, slot: int, mechanism: int, flags: int, place: Place) -> bool:
        """Return whether the slot has a mechanism with these flags."""
        return (
            mechanism in self._mechanism_list(slot, place)
            and self._flags_of(slot, mechanism, place) & flags == flags
        )

    def _mechanism_list(self, slot: int, place: Place) -> list[int]:
        if slot not in self._mechanisms:
            self._unless_unknown(slot)
            where: Expr = {"int": slot}
            self._ask("C_GetMechanismList", {"slotID": where, "pMechanismList": {"null": True}}, place)
            answer = self._ask("C_GetMechanismList", {"slotID": where}, place)
            if answer is None or answer.rv != 0:
                self._unknown[slot,] = _told("C_GetMechanismList", answer)
                self._unless_unknown(slot)
            self._mechanisms[slot] = answer.values.get("pMechanismList", []) if answer else []
        return self._mechanisms[slot]

    def _flags_of(self, slot: int, number: int, place: Place) -> int:
        key = (slot, number)
        if key not in self._mechanism_flags:
            self._unless_unknown(*key)
            answer = self._ask(
                "C_GetMechanismInfo", {"slotID": {"int": slot}, "type": {"int": number}}, place
            )
            if answer is None or answer.rv not in (0, _CKR_MECHANISM_INVALID):
                self._unknown[key] = _told("C_GetMechanismInfo", answer)
                self._unless_unknown(*key)
            info = answer.values.get("pInfo", {}) if answer else {}
            self._mechanism_flags[key] = info.get("flags", 0)
        return self._mechanism_flags[key]

    def _unless_unknown(self, *key: int) -> None:
        """Refuse the step if the module could not tell a slot's mechanisms, or this one of them; it is asked once."""
        if key in self._unknown:
            raise RefusedError(MECHANISMS_UNKNOWN, self._unknown[key], ends=False)

    # --- logins --------------------------------------------------------------------------------------------------

    def before_login(
        self,
        step: Step,
        user: int | None,
        session: int,
        slot: int | None,
        length: int | None,
        place: Place,
        *,
        with_pin: bool,
    ) -> None:
        """Refuse a login that could use up a PIN try: a second one, one after a refusal, or one to a token close to being locked.

        `length` is the length of the PIN in bytes, None if it is entered on the token's keypad.
        """
        if self.pin_ended:
            raise RefusedError(self.pin_ended)
        if user == _CKU_CONTEXT_SPECIFIC:  # for one signature, after the login as CKU_USER
            if not self.first_ok or self._state.logged_in is None or self.context_logins:
                raise RefusedError("login-used" if self.context_logins else "pin-not-accepted")
            self._check_token(slot, length, place)
            return
        if self.logins:
            if not step.get("relogin") or not self.first_ok or self.relogins:
                raise RefusedError("pin-not-accepted" if not self.first_ok else "login-used")
            return
        if with_pin and user != _CKU_USER and "pin" in step["args"].get("pPin", {}):
            raise RefusedError("not-cku-user")
        self.check_not_logged_in(session, place)
        if user == _CKU_USER:
            self._check_token(slot, length, place)

    def check_not_logged_in(self, session: int, place: Place) -> None:
        """Refuse a login in a session that is already logged in, by a login that this worker did not make."""
        if session not in self._state.sessions:
            return
        if session not in self._state.session_states:
            answer = self._ask("C_GetSessionInfo", {"hSession": {"int": session}}, place)
            if answer is not None and answer.rv == 0:
                self._state.follow("C_GetSessionInfo", {"hSession": session}, answer.values)
        if self._state.session_states.get(session):
            self._state.logged_in = "shared"
            self._state.login_session = session
            raise RefusedError("login-shared", ends=False)

    def _check_token(self, slot: int | None, length: int | None, place: Place) -> None:
        use = self._pin or {"given": False, "protected_path": False, "risk": False}
        info = None if slot is None else self._token(slot, place, fresh=True)
        serial = use.get("serial")
        if info is not None and slot == self._chosen and serial not in (None, info["serialNumber"]):
            raise self._stop_using_pin("token-changed")
        if use["risk"]:
            return
        if info is None:
            raise self._stop_using_pin(TOKEN_UNKNOWN, self._failure)
        for flag, reason in PIN_FLAGS:
            if info["flags"] & flag:
                raise self._stop_using_pin(reason)
        if use["protected_path"] and not info["flags"] & _CKF_PROTECTED_AUTHENTICATION_PATH:
            raise self._stop_using_pin("no-protected-path")
        shortest, longest = info["ulMinPinLen"] or 0, info["ulMaxPinLen"]
        if length is not None and (length < shortest or (longest and length > longest)):
            raise self._stop_using_pin("pin-length")

    def _stop_using_pin(self, reason: str, detail: str | None = None) -> RefusedError:
        self.pin_ended = reason
        return RefusedError(reason, detail)

    def after_login(self, step: Step, rv: int, session: int) -> None:
        """Record the result of C_Login; the PIN is no longer used if it was refused."""
        if step["args"].get("userType", {}).get("int") == _CKU_CONTEXT_SPECIFIC:
            self.context_logins += 1
            if rv != 0:
                self.pin_ended = "pin-not-accepted"
            return
        if self.logins and step.get("relogin"):
            self.relogins += 1
            if rv not in RELOGIN_HARMLESS:
                self.pin_ended = "pin-not-accepted"
            return
        self.logins += 1
        self.first_ok = rv == 0
        if rv == 0:
            public = self._state.session_states.get(session) is False
            self._state.logged_in = "own" if public else "unsure"
            self._state.login_session = session
            self._state.session_states.clear()
        else:
            self.pin_ended = "pin-not-accepted"

    def before_pin(self, slot: int | None, place: Place) -> None:
        """Refuse to pass the PIN to C_SetPIN and similar functions if a login would be refused: a wrong PIN uses up a try there too."""
        if self.pin_ended:
            raise RefusedError(self.pin_ended)
        if slot is not None:
            self._check_token(slot, None, place)

    def after_pin(self, rv: int) -> None:
        """Stop using the PIN, because it was refused or has been changed."""
        self.pin_ended = "pin-changed" if rv == 0 else "pin-not-accepted"


def _told(function: str, answer: Answer | None) -> str:
    """Return what a function of a guard returned; None means that the module does not have it."""
    return f"the module has no {function}" if answer is None else f"{function} returned {answer.rv:#x}"


def passes_pin(step: Step) -> bool:
    """Return whether a step passes the PIN to the token without being a login (C_SetPIN, C_InitPIN, C_InitToken)."""
    return not is_login(step["call"]) and any("pin" in expr for expr in step["args"].values())


def is_login(function: str) -> bool:
    """Return whether the function may use up a PIN try."""
    return function in LOGIN_CALLS
