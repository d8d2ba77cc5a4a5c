"""Classes of named values, as `dataclasses` makes them: that module and the code it generates would take a tenth of a probe's start.

Type checkers see `dataclasses` itself. What is here does the same for classes whose fields stand in one class.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import field, replace
else:

    class _Field:
        """The default of a field, or what makes it; a secret is not shown."""

        def __init__(self, default, factory, shown):
            self.default = default
            self.factory = factory
            self.shown = shown

    def field(*, default=None, default_factory=None, repr=True):  # noqa: A002 - the name in dataclasses
        """Return the default of a field: a value, or what makes one; without `repr` it is not shown (a secret)."""
        return _Field(default, default_factory, repr)

    def record(cls=None, /, *, frozen=False, eq=True, slots=False):
        """Give a class of annotated names the methods that a dataclass has; `slots` would only save memory, and is not looked at."""
        if cls is None:
            return lambda cls: record(cls, frozen=frozen, eq=eq, slots=slots)
        names = cls.__match_args__ = tuple(cls.__annotations__)
        defaults, makers, hidden = {}, {}, set()
        for name in names:
            default = cls.__dict__.get(name, cls)
            if isinstance(default, _Field):
                delattr(cls, name)
                hidden |= set() if default.shown else {name}
                if default.factory is not None:
                    makers[name] = default.factory
                    continue
                default = default.default
            if default is not cls:
                defaults[name] = default
        cls.__init__ = _init(names, defaults, tuple(makers.items()))
        cls.__repr__ = _repr(tuple(name for name in names if name not in hidden))
        if eq:
            cls.__eq__, cls.__hash__ = _equal, _hash if frozen else None
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        return cls

    def _init(names, defaults, makers):
        def init(self, *values, **named):
            own = self.__dict__
            own.update(defaults)
            own.update(zip(names, values, strict=False))
            own.update(named)
            for name, make in makers:
                if name not in own:
                    own[name] = make()
            if len(own) != len(names) or len(values) > len(names):
                raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")

        return init

    def _repr(names):
        return lambda self: (
            f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"
        )

    def _equal(self, other):
        return self.__dict__ == other.__dict__ if other.__class__ is self.__class__ else NotImplemented

    def _hash(self):
        return hash(tuple(self.__dict__[name] for name in self.__match_args__))

    def _refuse(self, name, *_value):
        raise AttributeError(f"{type(self).__name__}.{name} does not change")

    def replace(one, /, **changes):
        """Return a copy with some of the fields changed."""
        return one.__class__(**{**one.__dict__, **changes})


__all__ = ["field", "record", "replace"]
