"""The frozen base of every model type, and the two kinds of trouble the program distinguishes."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, compared by content, unknown keys refused; an error about it never repeats what was given."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @classmethod
    def quick(cls, **values: Any) -> Self:
        """Make one from values that are already right, all of them, without validating: for what every key computes.

        A fifth of the time of `model_construct`, which fills in defaults and sorts out aliases.
        """
        made = cls.__new__(cls)
        for name, content in (("__dict__", values), ("__pydantic_fields_set__", set(values)), *_NO_EXTRAS):
            object.__setattr__(made, name, content)
        return made


_NO_EXTRAS = (("__pydantic_extra__", None), ("__pydantic_private__", None))


class KioskError(Exception):
    """Root of the exceptions: SiteError (the place is not ready) and Defect (our bug). Input problems are Issues."""


class SiteError(KioskError):
    """The place is not ready (disk full, folder read-only, reader missing, newer database).

    `code` is a short staff code, `what` says what happened, `mend` what a person can do; never personal data.
    """

    def __init__(self, code: str, *, what: str, mend: str) -> None:
        super().__init__(f"[{code}] {what} {mend}")
        self.code, self.what, self.mend = code, what, mend


class Defect(KioskError):
    """A bug of ours: logged without personal data, and the case ends safely."""


class Issue(Frozen):
    """An input problem as a value: where it is, what is wrong, what is allowed."""

    where: str
    message: str
    allowed: str = ""

    def __str__(self) -> str:
        tail = f"（{self.allowed}）" if self.allowed else ""
        return f"{self.where}: {self.message}{tail}"
