"""One value and where it came from; the append-only ledger of a case; conflicts between sources as values."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from kiosk.model.address import Address, same_place
from kiosk.model.base import Frozen
from kiosk.model.source import SPOKEN, Source
from kiosk.model.wareki import PartialDate


class Held(Frozen):
    """わからない: the question was put and stays open for a department (保留)."""

    kind: Literal["held"] = "held"


class Cleared(Frozen):
    """An answer taken back: the ledger keeps that it was said, the view forgets it."""

    kind: Literal["cleared"] = "cleared"


class Signature(Frozen):
    """A handwritten signature as strokes in millimetres, bound to the digest of what was signed."""

    kind: Literal["signature"] = "signature"
    strokes: tuple[tuple[tuple[float, float], ...], ...]
    width: float
    height: float
    digest: str = ""


Composite = Annotated[PartialDate | Address | Signature | Held | Cleared, Field(discriminator="kind")]
Value = bool | int | str | tuple[str, ...] | Composite


class Fact(Frozen):
    """`path` such as person[p2].birth.date, its value, its source, who recorded it and when (UTC).

    `day`: of what day the data of the source are, where that is another than the day of the visit (住民記録).
    """

    path: str
    value: Value
    source: Source
    by: str
    at: datetime
    reason: str = ""
    day: date | None = None


class Conflict(Frozen):
    """食い違い: two sources differ about one path; a person resolves it with a reason."""

    path: str
    facts: tuple[Fact, ...]


def comparable(value: Value) -> object:
    """What two sources must share to agree: names ignore spaces, addresses the spelling of their numbers."""
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, Address):
        return same_place(value.text)
    if isinstance(value, PartialDate):
        return (value.iso, value.precision, value.unknown_text)
    return value


class Ledger(Frozen):
    """The append-only list of facts of one case; every view on it is folded, nothing is ever overwritten."""

    facts: tuple[Fact, ...] = ()

    def add(self, facts: Iterable[Fact]) -> "Ledger":
        """Return a ledger with the facts appended."""
        said = tuple(facts)
        return self._with((*self.facts, *said), said)

    def say(self, fact: Fact) -> "Ledger":
        """Append one fact; what somebody is still typing it replaces, but never what they gave a reason for."""
        last = self.facts[-1] if self.facts else None
        same = last is not None and (last.path, last.source, last.by) == (fact.path, fact.source, fact.by)
        typing = same and last is not None and not last.reason
        return self._with((*self.facts[: -1 if typing else None], fact), (fact,))

    def _with(self, facts: tuple[Fact, ...], said: tuple[Fact, ...]) -> "Ledger":
        """A ledger of `facts` that differs by what was `said` now: the views are folded on from where they stand.

        A fact that is replaced while it is typed is the latest of its source, as the one that replaces it: to fold the
        new one over it is the same as to fold without it.
        """
        ledger = Ledger.model_construct(facts=facts)
        by_path, current = dict(self._by_path), dict(self.current)
        for fact in said:
            told = by_path[fact.path] = _folded(by_path.get(fact.path, ()), fact)
            if told:
                current[fact.path] = _shown(told)
            else:
                current.pop(fact.path, None)
        vars(ledger).update(_by_path=by_path, current=current)
        return ledger

    @cached_property
    def _by_path(self) -> Mapping[str, tuple[Fact, ...]]:
        groups: dict[str, tuple[Fact, ...]] = {}
        for fact in self.facts:
            groups[fact.path] = _folded(groups.get(fact.path, ()), fact)
        return groups

    def told(self, path: str) -> tuple[Fact, ...]:
        """What stands about a path: the latest fact of each source, or the settled one."""
        return self._by_path.get(path, ())

    @cached_property
    def current(self) -> Mapping[str, Fact]:
        """The fact shown for each path: the latest of the highest-ranking source."""
        return {path: _shown(facts) for path, facts in self._by_path.items() if facts}

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every path about which two sources differ and nobody has given a reason yet."""
        return tuple(
            Conflict(path=path, facts=facts)
            for path, facts in self._by_path.items()
            if len(facts) > 1
            and len({repr(comparable(fact.value)) for fact in facts if not isinstance(fact.value, Held)}) > 1
        )

    def value(self, path: str) -> Value | None:
        """The current value, or None when nobody has said anything."""
        fact = self.current.get(path)
        return None if fact is None else fact.value


def _folded(facts: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    """The latest fact of each source about one path, after one more; a reason settles what was said before.

    What people of the visit say is one voice: said to a clerk now, it takes the place of what was typed at a terminal.
    """
    voice = SPOKEN if fact.source in SPOKEN else {fact.source}
    kept = () if fact.reason else tuple(each for each in facts if each.source not in voice)
    return kept if isinstance(fact.value, Cleared) else (*kept, fact)


def _shown(facts: tuple[Fact, ...]) -> Fact:
    """The fact of the highest rank; where it lacks the space that another has between 氏 and 名, the other spelling."""
    first = max(facts, key=lambda fact: fact.source.rank)
    if len(facts) == 1 or not isinstance(first.value, str) or _spaced(first):
        return first
    same = [fact for fact in facts if comparable(fact.value) == comparable(first.value)]
    return max(same, key=lambda fact: (_spaced(fact), fact.source.rank))


def _spaced(fact: Fact) -> bool:
    return isinstance(fact.value, str) and len(fact.value.split()) > 1
