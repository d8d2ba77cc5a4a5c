"""The process of the sequence `application`: does with python-pkcs11 what programs do, and tells of each call on a pipe.

Started by path with the plan (JSON) and the PIN on standard input, each behind its length; messages are JSON lines on the
descriptor that argv names: {"enter": name} and {"leave": name, "ns": int, "error": [class, text] | null, "skip": reason | null};
{"lacking": text} and nothing else where python-pkcs11 can't be imported, which is before the PIN is read.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Teller:
    """Makes calls and tells of each before and after it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def tell(self, **message: Any) -> None:
        """Write one message."""
        os.write(self._descriptor, (json.dumps(message) + "\n").encode("ascii"))

    def call(self, name: str, function: Callable[[], Any], skip_on: tuple[str, ...] = ()) -> Any:
        """Make a call; None where it raised, which has been told then."""
        self.tell(enter=name)
        start = time.perf_counter_ns()
        try:
            result = function()
        except Exception as error:  # noqa: BLE001 - whatever it raises is what the sequence is about
            kind = f"{type(error).__module__}.{type(error).__qualname__}"
            skip = kind if type(error).__name__ in skip_on else None
            self.tell(
                leave=name, ns=time.perf_counter_ns() - start, error=[kind, str(error)[:500]], skip=skip
            )
            return None
        self.tell(leave=name, ns=time.perf_counter_ns() - start, error=None, skip=None)
        return result


LACKING = (
    "MechanismInvalid",
    "FunctionNotSupported",
    "SessionReadOnly",
    "TokenWriteProtected",
    "UserNotLoggedIn",
    "RandomNoRNG",
)


def run(plan: dict[str, Any], pin: str | None, teller: Teller) -> None:
    """Open, log in, generate, sign and close, as far as each step lets the next one happen."""
    import pkcs11
    from pkcs11 import KeyType, Mechanism

    library = teller.call("pkcs11.lib", lambda: pkcs11.lib(plan["path"]))
    slots = library and teller.call("lib.get_slots", lambda: library.get_slots(token_present=True))
    slot = next((slot for slot in slots or () if slot.slot_id == plan["slot"]), None)
    token = slot and teller.call("Slot.get_token", slot.get_token)
    session = token and teller.call(
        "Token.open", lambda: token.open(rw=False, user_pin=pin) if pin else token.open(rw=False)
    )
    if not session:
        return
    label = plan["label"]
    teller.call("Session.generate_random", lambda: session.generate_random(256), LACKING)
    teller.call("Session.digest", lambda: session.digest(b"abc", mechanism=Mechanism.SHA256), LACKING)
    if pin:
        key = teller.call(
            "Session.generate_key",
            lambda: session.generate_key(KeyType.AES, 256, store=False, label=label),
            LACKING,
        )
        if key:
            vector = bytes(16)
            secret = teller.call(
                "SecretKey.encrypt", lambda: key.encrypt(b"ckr-probe: data!", mechanism_param=vector), LACKING
            )
            if secret:
                teller.call("SecretKey.decrypt", lambda: key.decrypt(secret, mechanism_param=vector), LACKING)
        _sign(session, label, teller, KeyType.RSA)
    teller.call("Session.close", session.close)


def _sign(session: Any, label: str, teller: Teller, kind: Any) -> None:
    pair = teller.call(
        "Session.generate_keypair",
        lambda: session.generate_keypair(kind, 2048, store=False, label=label),
        LACKING,
    )
    if not pair:
        return
    public, private = pair
    signature = teller.call("PrivateKey.sign", lambda: private.sign(b"ckr-probe"), LACKING)
    if signature:
        teller.call("PublicKey.verify", lambda: public.verify(b"ckr-probe", signature), LACKING)


def main(arguments: list[str]) -> None:
    """Read plan and PIN, run, and leave without running any destructor of the module."""
    descriptor, parent = int(arguments[0]), int(arguments[1])
    from ckrtool.probe.worker_setup import protect, read_input

    protect(parent)
    teller = Teller(descriptor)
    try:
        import pkcs11  # noqa: F401
    except Exception as error:  # noqa: BLE001 - not there, or built for another Python or C library
        teller.tell(lacking=f"{type(error).__name__}: {error}"[:300])
        os._exit(0)
    plan, pin = read_input()
    run(json.loads(plan), pin.decode("utf-8", "surrogateescape") if pin else None, teller)
    teller.tell(done=True)
    sys.stdout.flush()
    os._exit(0)
