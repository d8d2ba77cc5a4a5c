"""A replacement for `dataclasses`, whose import and code generation take a tenth of the start-up time of a probe.

Type checkers see `dataclasses` itself. The replacement supports only classes that do not inherit fields.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from dataclasses import field, replace
else:

    class _Field:
        """The default value of a field, or its factory, and whether repr() shows the field."""

        def __init__(self, default, factory, shown):
            self.default = default
            self.factory = factory
            self.shown = shown

    def field(*, default=None, default_factory=None, repr=True):  # noqa: A002 - the name in dataclasses
        """Return a field specifier with a default value or a factory; fields without `repr` are secret and not shown."""
        return _Field(default, default_factory, repr)

    def record(cls=None, /, *, frozen=False, eq=True, slots=False):
        """Add the methods of a dataclass to a class with annotations; `slots` is ignored, because it would only save memory."""
        if cls is None:
            return lambda cls: record(cls, frozen=frozen, eq=eq, slots=slots)
        names = cls.__match_args__ = tuple(cls.__annotations__)
        defaults, factories, hidden = {}, {}, set()
        for name in names:
            default = cls.__dict__.get(name, cls)
            if isinstance(default, _Field):
                delattr(cls, name)
                hidden |= set() if default.shown else {name}
                if default.factory is not None:
                    factories[name] = default.factory
                    continue
                default = default.default
            if default is not cls:
                defaults[name] = default
        cls.__init__ = _init(names, defaults, tuple(factories.items()))
        cls.__repr__ = _repr(tuple(name for name in names if name not in hidden))
        if eq:
            cls.__eq__, cls.__hash__ = _equal, _hash if frozen else None
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        return cls

    def _init(names, defaults, factories):
        def init(self, *values, **named):
            fields = self.__dict__
            fields.update(defaults)
            fields.update(zip(names, values, strict=False))
            fields.update(named)
            for name, factory in factories:
                if name not in fields:
                    fields[name] = factory()
            if len(fields) != len(names) or len(values) > len(names):
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
        raise AttributeError(f"{type(self).__name__}.{name} is read-only")

    def replace(instance, /, **changes):
        """Return a copy of a record with some of its fields changed."""
        return instance.__class__(**{**instance.__dict__, **changes})


__all__ = ["field", "record", "replace"]
