"""The sequence `application`: what a program using python-pkcs11 meets, its exceptions mapped back to the CK_RV where they can be.

It runs in a worker like any other (application.py): guards, marks, blanking and survival are the same.
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
    """Return the sequence for the plan; where another sequence of the run logs in, this one does not."""
    return {
        "name": NAME, "profile": NAME, "steps": [],
        "program": {"paths": _paths(), "logs_in": logs_in},
    }  # fmt: skip


def _paths() -> list[str]:
    """Return where this Python's own programs find python-pkcs11: never the current folder, and also if we run without `site`."""
    done = subprocess.run([sys.executable, "-P", "-c", _ASK], capture_output=True, check=False, cwd="/")
    try:
        paths = json.loads(done.stdout)
    except ValueError:
        return []
    return [path for path in paths if os.path.isabs(path)]  # noqa: PTH117


def rv_of(kind: str, text: str) -> int | None:
    """Return the CK_RV behind an exception of python-pkcs11; None where it does not tell.

    A class of its own has no text where it stands for a return code; with one (`ArgumentsBad("Must provide ...")`) it is the
    library's own complaint. Codes without a class are PKCS11Error with a sentence, or with the number.
    """
    if kind == _BASE:
        found = _UNMAPPED.search(text)
        known = spellings.SENTENCES.get(text.lower().rstrip("."))
        return int(found[1], 16) if found else None if known is None else int(known)
    known = spellings.FORMS.get(kind.lower())
    return int(known) if known is not None and not text else None


def map_back(result: SequenceResult) -> None:
    """Put into each call that raised the CK_RV behind its exception, or words that there is none to be had."""
    for call in result.calls:
        kind, text = call.output.get("exception"), call.output.get("text")
        if not isinstance(kind, str) or not isinstance(text, str):
            continue
        call.rv = rv_of(kind, text)
        call.detail = kind if call.rv is not None else f"{kind}: python-pkcs11 does not tell the CK_RV"
        if call.met is None:
            call.outcome, call.reason = "skipped", "refused"
