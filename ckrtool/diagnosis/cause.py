"""A cause of a failed call: its text, its certainty, and the lines of the trace that prove it."""

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
    """A line of the trace with the function called there and the fact that it shows."""

    __slots__ = ("certain", "function", "line", "text")

    def __init__(self, line: int, function: str, text: str, *, certain: bool = True) -> None:
        self.line = line
        self.function = function
        self.text = text
        self.certain = certain

    def as_dict(self) -> dict[str, object]:
        """Return the item of the JSON list `evidence`."""
        return {"line": self.line, "function": self.function, "text": self.text}


class Cause:
    """An explanation of a failure: the cause's id, certainty, evidence, text and fix."""

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
        """Return the item of the JSON list `causes`."""
        return {
            "id": self.id,
            "certainty": self.certainty,
            "text": self.text,
            "evidence": [item.as_dict() for item in self.evidence],
            "fix": self.fix,
        }


def at(ref: Ref | None, text: str) -> tuple[Evidence, ...]:
    """Return an earlier call as evidence; () if the trace does not show that call."""
    return () if ref is None else (Evidence(ref.line, ref.function, text, certain=ref.certain),)


def here(call: Call, text: str) -> tuple[Evidence, ...]:
    """Return the line of the failed call as evidence."""
    return (Evidence(call.shown_at, call.function, text, certain=call.certain),)


def cause(
    ident: str,
    certainty: Certainty,
    evidence: tuple[Evidence, ...],
    *,
    text: str | None = None,
    **values: object,
) -> Cause:
    """Return a cause whose text and fix are the templates of its data file.

    `values` fill the placeholders; `line` is by default the line of the first evidence. `text` replaces the data's text
    where that does not describe the case.
    """
    row = CAUSES[ident]
    values.setdefault("line", evidence[0].line if evidence else 0)
    return Cause(
        ident, certainty, evidence, text=text or row[1].format(**values), fix=row[2].format(**values)
    )


def proven(ident: str, evidence: tuple[Evidence, ...], *, text: str | None = None, **values: object) -> Cause:
    """Return a cause that the trace proves; it is only likely if `evidence` is empty."""
    return cause(ident, "proven" if evidence else "likely", evidence, text=text, **values)


def likely(ident: str, evidence: tuple[Evidence, ...], *, text: str | None = None, **values: object) -> Cause:
    """Return a cause that is consistent with the trace but not proven by it."""
    return cause(ident, "likely", evidence, text=text, **values)


def possible(ident: str, **values: object) -> Cause:
    """Return a cause without evidence, for codes that have few other causes."""
    return cause(ident, "possible", (), text=None, **values)


def lower_if_uncertain(found: Cause, *, sure: bool) -> None:
    """Change a proven cause to likely if `sure` is false or an item of its evidence is uncertain."""
    if found.certainty == "proven" and not (sure and all(item.certain for item in found.evidence)):
        found.certainty = "likely"
