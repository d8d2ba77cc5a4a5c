"""Runs the sequence `application`: uses python-pkcs11 as programs do, with the same guards as for any other login.

python-pkcs11 makes several calls per method and hides their return codes, so the methods are reported ("Token.open").
Information that it does not provide (session counts, session state, PIN lengths) is obtained by calls of the worker to the same
loaded module. Sessions that it would leave open (after a refused login or a failed C_Logout) end with C_Finalize.
"""

from __future__ import annotations

import sys
import time

from ckrtool.probe.protocol import NO_PYTHON_PKCS11
from ckrtool.probe.worker import stopping
from ckrtool.probe.worker.calls import Answer, Place
from ckrtool.probe.worker.guards import Guards, RefusedError
from ckrtool.probe.worker.state import State
from ckrtool.probe.worker.verdict import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.cryptoki.values import Expr
    from ckrtool.probe.protocol import Message, Plan, Step
    from ckrtool.probe.worker.calls import Caller

_CKA_TOKEN, _CKA_LABEL = 0x1, 0x3
_CKU_USER = 1
_LACKING = frozenset(
    (
        "MechanismInvalid", "FunctionNotSupported", "SessionReadOnly", "TokenWriteProtected", "UserNotLoggedIn",
        "RandomNoRNG",
    )
)  # fmt: skip
_MAY_LACK = ("Session.", "SecretKey.", "PrivateKey.", "PublicKey.")
_DATA = b"ckr-probe: data!"  # one block of AES
_OPEN: Step = {"n": 0, "call": "C_OpenSession", "args": {}}
_LOGIN: Step = {"n": 0, "call": "C_Login", "args": {"pPin": {"pin": True}}}


class Application:
    """Opens a session, logs in, generates keys, signs and closes, until a step fails that the next one needs."""

    def __init__(self, plan: Plan, caller: Caller) -> None:
        self._plan = plan
        self._caller = caller
        self._program = plan["sequences"][0]["program"]
        self._slot = int(plan["vars"]["slot"])  # type: ignore[arg-type]
        self._state = State()
        self._guards = Guards(plan, caller, self._state)
        self._verdict = Verdict()
        self._number = 0
        self._made: list[Any] = []
        self._public = False  # a session was seen to be public, so the login is the probe's and closing the session may log out

    def run(self) -> None:
        """Run the sequence, handle every exception, and write its outcome."""
        sys.path += [path for path in self._program["paths"] if path not in sys.path]
        try:
            import pkcs11
        except Exception as error:  # noqa: BLE001 - not installed, or built for another Python or C library
            self._verdict.end("skipped", f"{NO_PYTHON_PKCS11}: {type(error).__name__}: {error}"[:300], 0)
        else:
            self._use(pkcs11)
        verdict = self._verdict
        self._caller.journal.write(
            {"m": "end", "s": 0, "outcome": verdict.outcome, "reason": verdict.reason, "n": verdict.step},
            last=True,
        )

    def _use(self, pkcs11: Any) -> None:
        library = self._call("pkcs11.lib", lambda: pkcs11.lib(self._plan["module"]["path"]))
        if library is None:
            return
        self._state.initialised = True
        try:
            slots = self._call("lib.get_slots", lambda: library.get_slots(token_present=True)) or ()
            slot = next((slot for slot in slots if slot.slot_id == self._slot), None)
            token = slot and self._call("Slot.get_token", slot.get_token)
            if token:
                self._without_login(token)
                if self._program["logs_in"]:
                    self._with_login(token, pkcs11)
                elif self._plan["pin"]:
                    self._write(
                        "skip",
                        "Token.open",
                        reason="login-used",
                        detail="another sequence of this run logs in",
                    )
            elif self._verdict.outcome == "passed":
                self._verdict.end("skipped", "no-token", self._number)
        except RefusedError as refused:
            self._write("skip", "Token.open", reason=refused.reason, detail=refused.detail)
            if refused.ends:
                self._verdict.end("skipped", refused.reason, self._number)
        finally:
            self._call("lib.finalize", library.finalize, "cleanup")

    # --- calls -----------------------------------------------------------------------------------------------------

    def _place(self, kind: str = "step") -> Place:
        return Place(0, self._number, (), kind)

    def _write(self, type_: str, name: str, kind: str = "step", /, **more: Any) -> None:
        self._caller.journal.write(self._place(kind).message(type_, name, **more))

    def _call(
        self,
        name: str,
        act: Callable[[], Any],
        kind: str = "step",
        *,
        login: bool = False,
        slow: bool = False,
        gone: Any = None,
    ) -> Any:
        """Make a call and return its result, None if it raised (which it reports). `login`: it passes the PIN; `gone`: key to destroy."""
        stopping.end_if_asked()
        self._number += kind == "step"
        seconds = self._caller.deadline("C_Login" if login or slow else name)
        self._caller.marker.next_call()
        self._write("enter", name, kind, a={}, t=seconds, pin=login, login=login)
        start = time.perf_counter_ns()
        result, raised = None, None
        try:
            result = act()
        except Exception as error:  # noqa: BLE001 - any exception is a result of the sequence
            raised = error
        more = self._described(result, raised, name, "pin-not-accepted" if login else "mismatch")
        if gone is not None and raised is None:
            more["gone"] = [hex(gone.handle)]
        more["ns"] = time.perf_counter_ns() - start
        if login:
            self._caller.flush()  # written while the supervisor still discards output
        self._write("leave", name, kind, login=login, odd=[], **more)
        return result

    def _described(self, result: Any, raised: Exception | None, name: str, reason: str) -> Message:
        if raised is None:
            keys = (result if isinstance(result, tuple) else (result,)) if "generate_key" in name else ()
            self._made += keys
            own = {"own": [hex(key.handle) for key in keys]} if keys else {}
            return {"rv": 0, "out": {}, "met": True, **own}
        kind = f"{type(raised).__module__}.{type(raised).__qualname__}"
        lacking = type(raised).__name__ in _LACKING and name.startswith(_MAY_LACK)
        if not lacking:
            self._verdict.fail(reason, self._number, stop=False)
        out = {"exception": kind, "text": str(raised)[:500]}
        return {"rv": None, "out": out, "met": None if lacking else False}

    # --- actions of a program -----------------------------------------------------------------------------------------

    def _open(self, open_it: Callable[[], Any], *, login: bool = False) -> Any:
        numbers = {"slotID": self._slot}
        self._guards.before_session(_OPEN, numbers, self._place("guard"))
        if login:
            secret = self._caller.context.pin
            length = None if secret is None or secret.secret is None else len(secret.secret)
            self._guards.before_login(
                _LOGIN, _CKU_USER, 0, self._slot, length, self._place("guard"), with_pin=True
            )
        session = self._call("Token.open", open_it, login=login)
        if session is not None:
            self._state.follow("C_OpenSession", numbers, {"phSession": session.handle})
            self._guards.learn("C_OpenSession", numbers, {})
        return session

    def _close(self, session: Any, kind: str = "step") -> None:
        self._call("Session.close", session.close, kind)
        self._guards.learn("C_OpenSession", {"slotID": self._slot}, {})  # the session count has changed

    def _without_login(self, token: Any) -> None:
        from pkcs11 import Mechanism

        session = self._open(lambda: token.open(rw=False))
        if session is None:
            return
        try:
            if self._program["logs_in"]:
                self._guards.check_not_logged_in(session.handle, self._place("guard"))
                self._public = session.handle in self._state.session_states
            self._call("Session.generate_random", lambda: session.generate_random(256))
            self._call("Session.digest", lambda: session.digest(b"abc", mechanism=Mechanism.SHA256))
        finally:
            self._close(session)

    def _with_login(self, token: Any, pkcs11: Any) -> None:
        if not self._public:
            raise RefusedError("state-unknown")
        pin = self._pin(pkcs11)
        session = self._open(lambda: token.open(rw=False, user_pin=pin), login=True)
        self._guards.after_login(_LOGIN, 1 if session is None else 0, 0)
        if session is None:
            return
        try:
            self._encrypt(session, pkcs11)
            self._sign(session, pkcs11)
        finally:
            for key in self._made:
                self._destroy(key)
            self._search(session.handle)
            self._close(session, "cleanup")

    def _pin(self, pkcs11: Any) -> Any:
        """Return the PIN as python-pkcs11 expects it: text, which it sends as UTF-8."""
        secret = self._caller.context.pin
        if secret is None:
            raise RefusedError("no-pin")
        if secret.secret is None:
            return pkcs11.PROTECTED_AUTH
        try:
            return secret.secret.decode("utf-8")
        except UnicodeDecodeError:
            raise RefusedError("pin-not-utf8") from None

    def _encrypt(self, session: Any, pkcs11: Any) -> None:
        label = self._plan["label"]
        key = self._call(
            "Session.generate_key",
            lambda: session.generate_key(pkcs11.KeyType.AES, 256, store=False, label=label),
            slow=True,
        )
        if key is None:
            return
        vector = bytes(16)
        secret = self._call("SecretKey.encrypt", lambda: key.encrypt(_DATA, mechanism_param=vector))
        if secret is not None:
            self._call("SecretKey.decrypt", lambda: key.decrypt(secret, mechanism_param=vector))

    def _sign(self, session: Any, pkcs11: Any) -> None:
        label = self._plan["label"]
        pair = self._call(
            "Session.generate_keypair",
            lambda: session.generate_keypair(pkcs11.KeyType.RSA, 2048, store=False, label=label),
            slow=True,
        )
        if pair is None:
            return
        public, private = pair
        signature = self._call("PrivateKey.sign", lambda: private.sign(_DATA))
        if signature is not None:
            self._call("PublicKey.verify", lambda: public.verify(_DATA, signature))

    # --- clean-up --------------------------------------------------------------------------------------------------

    def _destroy(self, key: Any) -> None:
        self._call("Key.destroy", key.destroy, "cleanup", gone=key)

    def _search(self, session: int) -> None:
        """Search the token for objects with the label of this run, as the other sequences do at their end."""
        where: dict[str, Expr] = {"hSession": {"int": session}}
        label = [
            [_CKA_TOKEN, "bool", {"bool": True}],
            [_CKA_LABEL, "text", {"text": self._plan["label"]}],
        ]

        def found(answer: Answer) -> Message:
            count = answer.values.get("pulObjectCount", 0)
            if answer.rv != 0 or not count:
                return {"met": answer.rv == 0}
            self._verdict.fail("mismatch", self._number, stop=False)
            return {"met": False, "bad": [{"param": "pulObjectCount", "expected": 0, "got": count}]}

        for function, given, check in (
            ("C_FindObjectsInit", {**where, "pTemplate": {"template": label}}, None),
            ("C_FindObjects", {**where, "phObject": {"buffer": 16}}, found),
            ("C_FindObjectsFinal", where, None),
        ):
            if self._caller.missing(function):
                return
            call = self._caller.prepare(function, given)
            if self._caller.make(call, self._place("cleanup"), check=check).rv != 0:
                return
