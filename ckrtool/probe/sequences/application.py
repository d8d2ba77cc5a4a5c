"""The sequence `application`, a smoke test with python-pkcs11. Its exceptions are mapped back to the CK_RV if possible.

It runs in a worker like all others (worker/application.py), with the same checks, login marks, redaction and supervision.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from ckrtool._tables import spellings

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Sequence
    from ckrtool.probe.results import SequenceResult

NAME = "application"
_ASK = "import json, sys; print(json.dumps(sys.path))"
_BASE = "pkcs11.exceptions.PKCS11Error"
_UNMAPPED = re.compile(r"Unmapped error code 0x([0-9a-fA-F]{1,16})\Z")


def planned(*, logs_in: bool) -> Sequence:
    """Return the sequence for the plan; `logs_in` is False if another sequence of the run logs in."""
    return {
        "name": NAME, "profile": NAME, "steps": [],
        "program": {"paths": _paths(), "logs_in": logs_in},
    }  # fmt: skip


def _paths() -> list[str]:
    """Return the module search path of this Python without the current directory; needed because ckr may run without `site`."""
    done = subprocess.run([sys.executable, "-P", "-c", _ASK], capture_output=True, check=False, cwd="/")
    try:
        paths = json.loads(done.stdout)
    except ValueError:
        return []
    return [path for path in paths if os.path.isabs(path)]  # noqa: PTH117


def rv_of(kind: str, text: str) -> int | None:
    """Return the CK_RV of an exception of python-pkcs11 (class name and text); None if it has none.

    An exception of a class for one return code has no text; with a text (`ArgumentsBad("Must provide ...")`) it is raised by the
    library itself. Codes without a class are PKCS11Error with a sentence or the number as text.
    """
    if kind == _BASE:
        found = _UNMAPPED.search(text)
        known = spellings.SENTENCES.get(text.lower().rstrip("."))
        return int(found[1], 16) if found else None if known is None else int(known)
    known = spellings.FORMS.get(kind.lower())
    return int(known) if known is not None and not text else None


def map_back(result: SequenceResult) -> None:
    """Set the CK_RV of each call that raised an exception; if it is unknown, say so in the call's detail."""
    for call in result.calls:
        kind, text = call.output.get("exception"), call.output.get("text")
        if not isinstance(kind, str) or not isinstance(text, str):
            continue
        call.rv = rv_of(kind, text)
        call.detail = kind if call.rv is not None else f"{kind}: python-pkcs11 does not report the CK_RV"
        if call.met is None:
            call.outcome, call.reason = "skipped", "refused"
