"""本人確認書類: which papers prove who has come, and how many of them are enough."""

import enum
from collections.abc import Iterable
from typing import Literal

from kiosk.model.base import Frozen


class IdCheck(enum.Enum):
    """1点確認, 2点確認, or not enough (不足)."""

    ONE = "1点"
    TWO = "2点"
    SHORT = "不足"


class IdPapers(Frozen):
    """forms/identity.toml: one of `photo`, two of `a` (ア), or one of `a` and one of `b` (イ); two of `b` are refused.

    `card` is the name under which a card that was read counts. `recheck` says how often a check is repeated: never
    within a visit. The reasons are what the procedure list says while the check is not enough.
    """

    photo: tuple[str, ...] = ()
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    card: str = ""
    recheck: Literal["none"] = "none"
    reason_short: str = ""
    reason_photo: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every paper, in the order of the lists."""
        return (*self.photo, *self.a, *self.b)

    def has_photo(self, shown: Iterable[str]) -> bool:
        """Whether one of the papers is a photo ID issued by a public office."""
        return any(paper in self.photo for paper in shown)

    def check(self, shown: Iterable[str], *, expired: bool = False) -> IdCheck:
        """How far the papers reach; an expired photo ID does not count, the other papers have no date to look at."""
        papers = set(shown)
        if papers & set(self.photo) and not expired:
            return IdCheck.ONE
        first = len(papers & set(self.a))
        enough = first >= 2 or (first == 1 and bool(papers & set(self.b)))
        return IdCheck.TWO if enough else IdCheck.SHORT
