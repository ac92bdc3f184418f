"""The frozen base of every model type, and the input problem as a value."""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Field(description="文字")]
"""What somebody has written, and not nothing."""


class Frozen(BaseModel):
    """A value: immutable, compared by content, unknown keys refused; an error about it never repeats what was given.

    Its checks are made at the first value that is checked (pydantic locks that): most commands meet a third of them.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=True,
        allow_inf_nan=False,
        cache_strings="none",  # else pydantic keeps words of JSON that it has read, long after whoever said them
    )

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """As it was kept. Which fields were set is one set for all that have the same ones: a catalogue that was read
        from its copy holds seven thousand values, and 3 MB of sets otherwise.
        """
        given = state["__pydantic_fields_set__"]
        _hold(self, state["__dict__"])
        _set(self, _SET.setdefault(frozenset(given), given))
        _extra(self, state["__pydantic_extra__"])
        _private(self, state["__pydantic_private__"])

    @classmethod
    def quick(cls, **values: Any) -> Self:
        """Make one from values that are already right, all of them, without validating: for what every key computes.

        A tenth of the time of `model_construct`, which fills in defaults and sorts out aliases. That all of them are
        set is one fact about the type: a copy has its own, and nothing else changes it.
        """
        made = cls.__new__(cls)
        _hold(made, values)
        _set(made, _ALL.get(cls) or _ALL.setdefault(cls, set(values)))
        _extra(made, None)
        _private(made, None)
        return made


_hold, _set, _extra, _private = (
    vars(BaseModel)[f"__{name}__"].__set__
    for name in ("dict", "pydantic_fields_set", "pydantic_extra", "pydantic_private")
)
_ALL: dict[type, set[str]] = {}
_SET: dict[frozenset[str], set[str]] = {}


class Issue(Frozen):
    """What is wrong with a file or a paper, in Japanese for who keeps it: where it is, what is wrong, what is allowed.

    `where` is a file, then the place inside it; `line` and `column` count from 1, 0 says that nobody knows them.
    An answer at a desk that cannot be taken is `kiosk.model.message.Refused`, which has its words in every language.
    """

    where: str
    message: str
    allowed: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        tail = f"（{self.allowed}）" if self.allowed else ""
        return f"{self.place}: {self.message}{tail}"

    @property
    def place(self) -> str:
        """Where it is, with the line: procedures/P70.toml 12行目 version[0].reason."""
        if not self.line:
            return self.where
        file, space, place = self.where.partition(" ")
        return f"{file} {self.line}行目{f'{self.column}文字目' if self.column else ''}{space}{place}"
