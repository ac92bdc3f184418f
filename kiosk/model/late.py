"""Data classes whose methods are made with the first of their values: `from kiosk.model.late import dataclass`.

The library writes and compiles six methods for each class as its module is imported, 0.6 ms of processor time. A visit
knows two hundred classes (actions, jobs, pages), and a command or a start page makes values of a fifth of them; the
rest cost more than reading the rules. Here a class waits: whatever looks at one of those methods, or at its fields,
finds the library's own, made at that moment. Nothing else differs, and for the type checker it is the library's.

A class with `slots=True` is another class than the one that was written and is made at once.
"""

from __future__ import annotations

import dataclasses
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - what the type checker sees
else:

    def dataclass(cls: type | None = None, /, **said: Any) -> Any:
        """As the library's."""
        if cls is None:
            return lambda found: dataclass(found, **said)
        if said.get("slots") or said.get("order") or said.get("unsafe_hash"):
            return dataclasses.dataclass(cls, **said)
        if said.get("frozen"):
            cls.__setattr__, cls.__delattr__ = _refusing(cls, "assign to"), _refusing(cls, "delete")
        elif said.get("eq", True) and "__hash__" not in vars(cls):
            cls.__hash__ = None
        waiting = _Waiting(cls, said)
        for name in _METHODS:
            if name not in vars(cls):
                setattr(cls, name, _Unmade(waiting, name))
        return cls


_METHODS = (
    "__repr__",
    "__eq__",
    "__hash__",
    "__match_args__",
    "__dataclass_fields__",
    "__dataclass_params__",
    "__init__",
)
"""What the library makes of every class. `__init__` is the last to be given: then all else is there."""

_NOT_WRITTEN = {"__dict__", "__weakref__", "__setattr__", "__delattr__", "__abstractmethods__", "_abc_impl"}
_MAKING = RLock()


class _Waiting:
    """A class that the library has not seen yet, and what it shall be told."""

    def __init__(self, cls: type, said: dict[str, Any]) -> None:
        self.cls, self.said = cls, said

    def make(self) -> None:
        """Give it the library's methods, from a twin: until it has them, another thread sees that it waits."""
        with _MAKING:
            unmade = [name for name, found in vars(self.cls).items() if isinstance(found, _Unmade)]
            if not unmade:
                return
            made: type[Any] = dataclasses.dataclass(_twin(self.cls), **self.said)
            for name in made.__annotations__:
                _settle(self.cls, name, made)
            for name in unmade:
                _settle(self.cls, name, made)


class _Unmade:
    """Stands where one of the library's methods will be."""

    def __init__(self, waiting: _Waiting, name: str) -> None:
        self._waiting, self._name = waiting, name

    def __get__(self, value: object, owner: type) -> Any:
        self._waiting.make()
        made = getattr(self._waiting.cls, self._name)
        return made.__get__(value, owner) if hasattr(made, "__get__") else made


def _twin(cls: type) -> type:
    """The class as it was written."""
    written = {
        name: found for name, found in vars(cls).items() if name not in _NOT_WRITTEN and not isinstance(found, _Unmade)
    }
    return type(cls)(cls.__name__, cls.__bases__, {**written, "__qualname__": cls.__qualname__})


def _settle(cls: type, name: str, made: type) -> None:
    """What the twin has under a name, the class has; or neither."""
    if name in vars(made):
        setattr(cls, name, vars(made)[name])
    elif name in vars(cls):
        delattr(cls, name)


def _refusing(cls: type, what: str) -> Callable[..., None]:
    """What a frozen class says when somebody would change a value of it, in the library's words."""
    change = "__setattr__" if what == "assign to" else "__delattr__"

    def refuse(self: object, name: str, *value: object) -> None:
        if type(self) is cls or name in {each.name for each in dataclasses.fields(cls)}:
            raise dataclasses.FrozenInstanceError(f"cannot {what} field {name!r}")
        getattr(super(cls, self), change)(name, *value)

    return refuse
