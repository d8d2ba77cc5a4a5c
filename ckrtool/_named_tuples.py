"""A replacement for `typing.NamedTuple`, because the import of `typing` and its checks of types take a quarter of a short run.

Type checkers see `typing.NamedTuple` itself, and refuse what it refuses, such as a default value before a field without one.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    class _FromAnnotations(type):
        """The type of NamedTuple; makes a named tuple of each class that inherits from it."""

        def __new__(cls, name, bases, body):
            """Return the named tuple with the annotated names as fields, and the other names of the class body."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            made = namedtuple(  # noqa: PYI024 - what this module is for
                name,
                fields,
                defaults=[body.pop(field) for field in fields if field in body],
                module=body["__module__"],
            )
            for key, value in body.items():
                if key not in {"__module__", "__qualname__"}:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_FromAnnotations):
        """The base of a class whose annotated names become the fields of a tuple."""


__all__ = ["NamedTuple"]
