"""Debug output of Microchip's cryptoauthlib: `4711:4711:C_Login:280:`, lines of attributes, and `4711:4711:C_Login:281:CKR_OK(0)`.

Process and thread are shown on Linux only. Attributes are those of the input template, except for length -1, which is an output.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.calls.constants import named
from ckrtool.calls.record import Attribute
from ckrtool.calls.threads import ThreadParser

LINE = lazy(
    rb"^(?:(\d{1,10}):(\d{1,10}):)?(C_\w{3,40}):\d{1,5}:(?:(?:CKR_\w{2,60})?\(([0-9a-f]{1,8})\))?\s*$"
)
ATTRIBUTE = lazy(rb"^(?:\d{1,10}:(\d{1,10}):)?(?:CKA_\w{2,60})?\(([0-9A-F]{1,8})\):(-?\d{1,20}):")
TEMPLATES = {"C_GenerateKeyPair": "pPublicKeyTemplate"}


class Parser(ThreadParser):
    """Parse the lines of cryptoauthlib."""

    dialect = "cryptoauthlib"

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        if (attribute := ATTRIBUTE.match(text)) is not None:
            call = self.call_of(attribute[1] or b"")
            if call is not None:
                length = int(attribute[3])
                item = Attribute(named("CKA_", int(attribute[2], 16)), length)
                into = call.outputs if length == -1 else call.args
                name = TEMPLATES.get(call.function, "pTemplate")
                into[name] = (*into.get(name, ()), item)
            return
        found = LINE.match(text)
        if found is None:
            return
        thread, function = found[2] or b"", found[3].decode()
        if found[4] is None:
            self.enter(number, thread, function, int(found[1]) if found[1] else None)
            return
        call = self.call_of(thread)
        if call is not None and call.function == function:
            self.leave(number, thread, int(found[4], 16))
