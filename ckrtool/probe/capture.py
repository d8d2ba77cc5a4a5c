"""What a module prints: kept up to a bound, thrown away while a call that carries the PIN is under way, the PIN blanked elsewhere."""

from __future__ import annotations

import base64
import os

KEPT = 64 * 1024
"""Bytes kept; the rest is counted."""

_CHUNK = 64 * 1024
_AT_ONCE = 4 << 20  # bytes read before the journal is looked at again


def forms_of(pin: bytes) -> list[bytes]:
    """Return what a PIN looks like in a trace: text, hex, spaced hex, base64 (at each of the three alignments); longest first."""
    if not pin:
        return []
    forms = {pin}
    for text in (pin.hex(), pin.hex(" "), pin.hex(":"), " ".join(f"0x{byte:02x}" for byte in pin)):
        forms |= {text.encode(), text.upper().encode(), text.upper().replace("0X", "0x").encode()}
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + pin).rstrip(b"=")
        # Only the characters that the PIN alone decides; those at the ends mix with its neighbours.
        start = (shift * 8 + 5) // 6
        end = (shift + len(pin)) * 8 // 6
        if end - start >= 4:
            forms.add(coded[start:end])
        if shift == 0:
            forms.add(base64.b64encode(pin))
    return sorted(forms, key=len, reverse=True)


def blank(text: bytes, forms: list[bytes]) -> bytes:
    """Return the text with each form of the PIN replaced by as many `*`."""
    for form in forms:
        text = text.replace(form, b"*" * len(form))
    return text


class Capture:
    """The output of one worker: reads a descriptor that never blocks."""

    def __init__(self, descriptor: int, pin: bytes | None) -> None:
        self.descriptor = descriptor
        self.total = 0
        self.dropped = 0
        self.open = True
        self._forms = forms_of(pin) if pin else []
        self._margin = (
            len(self._forms[0]) if self._forms else 0
        )  # so that no half of a PIN is left at the end
        self._kept = bytearray()
        os.set_blocking(descriptor, False)

    def read(self, secret: bool) -> bool:
        """Read what is there, up to a bound; with `secret` count and drop it. Return whether everything was read."""
        amount = 0
        while amount < _AT_ONCE:
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                return True
            except OSError:
                chunk = b""
            if not chunk:
                self.open = False
                return True
            amount += len(chunk)
            self.total += len(chunk)
            if secret:
                self.dropped += len(chunk)
            else:
                self._kept += chunk[: max(0, KEPT + self._margin - len(self._kept))]
        return False

    def drop_kept_since(self, length: int) -> None:
        """Throw away what was kept after the first `length` bytes: it came while a call that carries the PIN was under way."""
        self.dropped += max(0, len(self._kept) - length)
        del self._kept[length:]

    @property
    def kept(self) -> int:
        """How many bytes are kept."""
        return len(self._kept)

    def text(self) -> bytes:
        """Return what was kept, the PIN blanked."""
        return blank(bytes(self._kept), self._forms)[:KEPT]

    def close(self) -> None:
        """Close the descriptor."""
        os.close(self.descriptor)
