"""本人確認書類: which papers prove who has come, what a city accepts besides, and what is taken with nothing proven."""

import enum
from collections.abc import Collection, Iterable
from typing import Literal

from kiosk.model.base import Frozen

Confidence = Literal["C", "M", "I"]


class IdCheck(enum.Enum):
    """1点確認, 2点確認, or not enough (不足)."""

    ONE = "1点"
    TWO = "2点"
    SHORT = "不足"


class Acceptance(Frozen):
    """市の例外: papers that count as `counts` while `when` (CEL about the case) holds.

    `expired`: photo IDs whose day has passed; otherwise papers that stand in for those of the lists (代わりの書類).
    """

    papers: tuple[str, ...]
    counts: Literal["photo", "a", "b"]
    when: str
    expired: bool = False
    confidence: Confidence = "M"
    source: str = ""


class Recipient(Frozen):
    """Whom a notice is for: the facts that are the name and the address to which it is posted (A: 届出人)."""

    name: str
    address: str


class NoticeRule(Frozen):
    """届出受理通知: procedures that the law lets be taken with identity unproven, and to whom that is told by post.

    `when` (CEL, empty: always) says in which of them; `also` when a notice is posted although somebody was identified,
    because it was not the one whom it is about (使者, 代理人).
    """

    procedures: tuple[str, ...]
    to: tuple[Recipient, ...]
    when: str = ""
    also: str = ""
    law: str = ""
    confidence: Confidence = "M"
    source: str = ""


class IdPapers(Frozen):
    """forms/identity.toml: one of `photo`, two of `a` (ア), or one of `a` and one of `b` (イ); two of `b` are refused.

    `substitute` are papers that count only where an exception says so. `card` is the name under which a card that was
    read counts. `recheck` says how often a check is repeated: never within a visit. The reasons are what the procedure
    list says while the check is not enough, `reason_notice` where it is taken all the same.
    """

    photo: tuple[str, ...] = ()
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    substitute: tuple[str, ...] = ()
    card: str = ""
    recheck: Literal["none"] = "none"
    reason_short: str = ""
    reason_photo: str = ""
    reason_notice: str = ""
    bring_short: str = ""
    bring_photo: str = ""
    confidence: Confidence = "M"
    source: str = ""
    accept: tuple[Acceptance, ...] = ()
    notice: tuple[NoticeRule, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every paper, in the order of the lists."""
        return (*self.photo, *self.a, *self.b, *self.substitute)

    @property
    def conditions(self) -> tuple[str, ...]:
        """Every CEL text."""
        texts = [each.when for each in self.accept]
        texts += [text for each in self.notice for text in (each.when, each.also)]
        return tuple(dict.fromkeys(text for text in texts if text))

    def has_photo(self, shown: Iterable[str]) -> bool:
        """Whether one of the papers is a photo ID issued by a public office."""
        return any(paper in self.photo for paper in shown)

    def check(self, shown: Iterable[str], *, expired: bool = False, accepted: Collection[Acceptance] = ()) -> IdCheck:
        """How far the papers reach; an expired photo ID does not count, the other papers have no date to look at.

        `accepted` are the exceptions that hold.
        """
        papers = set(shown)
        good = set() if expired else papers & set(self.photo)
        first, second = papers & set(self.a), papers & set(self.b)
        for each in accepted:
            found = papers & set(each.papers) if not each.expired or expired else set[str]()
            {"photo": good, "a": first, "b": second}[each.counts].update(found)
        if good:
            return IdCheck.ONE
        enough = len(first) >= 2 or (len(first) == 1 and bool(second))
        return IdCheck.TWO if enough else IdCheck.SHORT
