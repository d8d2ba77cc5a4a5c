"""A small declarative checker for TOML tables.

It checks the project's own data files and the overlay files of a site, so its messages address the author of such a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._records import field, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MAX_TEXT = 20_000


@record(frozen=True)
class Problem:
    """One problem in a file: the key, what to change, and the line if it is known."""

    file: str
    key: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """Return `file:line: key: message`, the form in which all problems are printed."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.detail}"

    @property
    def detail(self) -> str:
        """Return `key: message`."""
        return f"{self.key}: {self.message}" if self.key else self.message


@record(frozen=True)
class Text:
    """A string: one of `choices` if given, without line breaks if `one_line`, of at most `longest` characters."""

    choices: Iterable[str] | None = None
    one_line: bool = True
    longest: int = MAX_TEXT
    empty: bool = False

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, str):
            yield f"should be a string, is {kind_of(value)}"
            return
        if not value.strip() and not self.empty:
            yield "is empty"
        if self.one_line and ("\n" in value or "\r" in value):
            yield "should be one line"
        if len(value) > self.longest:
            yield f"has {len(value)} characters, at most {self.longest} are allowed"
        if self.choices is not None and value not in self.choices:
            yield f"{value!r} is not one of: {', '.join(sorted(self.choices))}"


@record(frozen=True)
class Number:
    """A whole number between two bounds."""

    least: int = 0
    most: int = 0xFFFFFFFF

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, int) or isinstance(value, bool):
            yield f"should be a whole number, is {kind_of(value)}"
        elif not self.least <= value <= self.most:
            yield f"{value:#x} is outside {self.least:#x} to {self.most:#x}"


@record(frozen=True)
class Switch:
    """A boolean: true or false."""

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, bool):
            yield f"should be true or false, is {kind_of(value)}"


@record(frozen=True)
class Array:
    """An array whose members all have the same form."""

    of: Any
    least: int = 0

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value` or any of its members."""
        if not isinstance(value, list):
            yield f"should be an array, is {kind_of(value)}"
            return
        if len(value) < self.least:
            yield f"has {len(value)} entries, at least {self.least} are needed"
        for number, member in enumerate(value, 1):
            for problem in self.of.problems(member):
                yield f"entry {number}: {problem}"


@record(frozen=True)
class Table:
    """A table with required and optional keys; no others."""

    required: Mapping[str, Any] = field(default_factory=dict)
    optional: Mapping[str, Any] = field(default_factory=dict)
    also: Callable[[dict[str, Any]], Iterable[str]] | None = None
    then: Callable[[dict[str, Any]], Iterable[str]] | None = None  # called if nothing else is wrong

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`, without naming the file."""
        for key, message in self.located(value):
            yield f"{key}: {message}" if key else message

    def located(self, value: object) -> Iterable[tuple[str, str]]:
        """Yield pairs of key and message."""
        if not isinstance(value, dict):
            yield "", f"should be a table, is {kind_of(value)}"
            return
        found = list(self._of_keys(value))
        yield from found
        if self.also is not None and all(key in value for key in self.required):
            yield from (("", message) for message in self.also(value))
        if self.then is not None and not found:
            yield from (("", message) for message in self.then(value))

    def _of_keys(self, value: dict[str, Any]) -> Iterable[tuple[str, str]]:
        """Yield what is wrong with missing and present keys, and with their values."""
        for key in self.required:
            if key not in value:
                yield key, "is missing"
        for key, member in value.items():
            form = self.required.get(key) or self.optional.get(key)
            if form is None:
                known = ", ".join(sorted([*self.required, *self.optional]))
                yield key, f"is not a known key (known: {known})"
                continue
            for message in form.problems(member):
                yield key, message


@record(frozen=True)
class MapOf:
    """A table with free keys: every key and every value has its own form."""

    keys: Any
    values: Any

    def problems(self, value: object) -> Iterable[str]:
        """Yield what is wrong with `value`."""
        if not isinstance(value, dict):
            yield f"should be a table, is {kind_of(value)}"
            return
        for key, member in value.items():
            for message in self.keys.problems(key):
                yield f"{key}: {message}"
            for message in self.values.problems(member):
                yield f"{key}: {message}"


def kind_of(value: object) -> str:
    """Return the type of `value` as TOML names it."""
    names = {
        str: "a string",
        bool: "true/false",
        int: "a number",
        float: "a float",
        list: "an array",
        dict: "a table",
    }
    return names.get(type(value), type(value).__name__)


def problems_of(file: str, value: object, form: Table) -> list[Problem]:
    """Return every problem of one parsed file."""
    return [Problem(file, key, message) for key, message in form.located(value)]
