"""A cause of a failed call: what the trace shows, how certain that is, and the lines that prove it."""

from __future__ import annotations

from ckrtool._tables.causes import CAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from ckrtool.calls.model.state import Ref
    from ckrtool.calls.record import Call

    Certainty: TypeAlias = Literal["proven", "likely", "possible"]

ORDER = {"proven": 0, "likely": 1, "possible": 2}


class Evidence:
    """A line of the trace, its function, and what it shows."""

    __slots__ = ("certain", "function", "line", "text")

    def __init__(self, line: int, function: str, text: str, *, certain: bool = True) -> None:
        self.line = line
        self.function = function
        self.text = text
        self.certain = certain

    def as_dict(self) -> dict[str, object]:
        """Return the mapping that stands in `evidence`."""
        return {"line": self.line, "function": self.function, "text": self.text}


class Cause:
    """What explains a failure; `values` fill the text of the cause's data."""

    __slots__ = ("certainty", "evidence", "fix", "id", "text")

    def __init__(
        self, ident: str, certainty: Certainty, evidence: tuple[Evidence, ...], *, text: str, fix: str
    ) -> None:
        self.id = ident
        self.certainty: Certainty = certainty
        self.evidence = evidence
        self.text = text
        self.fix = fix

    def as_dict(self) -> dict[str, object]:
        """Return the mapping that stands in `causes`."""
        return {
            "id": self.id,
            "certainty": self.certainty,
            "text": self.text,
            "evidence": [item.as_dict() for item in self.evidence],
            "fix": self.fix,
        }


def at(ref: Ref | None, text: str) -> tuple[Evidence, ...]:
    """Return the evidence of an earlier call; () where that call is not shown."""
    return () if ref is None else (Evidence(ref.line, ref.function, text, certain=ref.certain),)


def here(call: Call, text: str) -> tuple[Evidence, ...]:
    """Return the failing call's own line as evidence."""
    return (Evidence(call.shown_at, call.function, text, certain=call.certain),)


def cause(ident: str, certainty: Certainty, evidence: tuple[Evidence, ...], **values: object) -> Cause:
    """Return a cause; its text and fix come from the data, filled with `values` and `line`, the line of the first evidence.

    `told` is a text of its own, for a case that the data's does not describe.
    """
    row = CAUSES[ident]
    told = values.pop("told", None)
    values.setdefault("line", evidence[0].line if evidence else 0)
    return Cause(
        ident, certainty, evidence, text=str(told or row[1].format(**values)), fix=row[2].format(**values)
    )


def proven(ident: str, evidence: tuple[Evidence, ...], **values: object) -> Cause:
    """Return a cause that the trace shows; without evidence it is only likely."""
    return cause(ident, "proven" if evidence else "likely", evidence, **values)


def likely(ident: str, evidence: tuple[Evidence, ...], **values: object) -> Cause:
    """Return a cause that fits what is shown."""
    return cause(ident, "likely", evidence, **values)


def possible(ident: str, **values: object) -> Cause:
    """Return a cause of which the trace shows nothing, where the code leaves little else."""
    return cause(ident, "possible", (), **values)


def settled(found: Cause, *, sure: bool) -> Cause:
    """Return the cause, no more than likely where calls or evidence are uncertain."""
    if found.certainty == "proven" and not (sure and all(item.certain for item in found.evidence)):
        found.certainty = "likely"
    return found
