"""送付の管理: what staff may do about parcels that have not left - look, release, let go, vouch, stop and go on.

A parcel that a receiver would refuse again is not released: it is said what is still wrong. One that was made while the
city's settings were wrong is made again with those of now, as the next revision, and with it whatever of its case comes
after it, so that the order in which they leave stays as it was confirmed.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from kiosk.destinations import Destination
from kiosk.flow.clock import Clock
from kiosk.flow.ports import Outbox
from kiosk.model.audit import AuditEvent, reason
from kiosk.model.base import Frozen, Issue
from kiosk.model.parcel import UNSEEN, Cause, Faults, Parcel, State, Unsent
from kiosk.model.staff import Right

_RECORD, _NOWHERE = {"D11", "D12", "D46"}, "D15"
_STORED = {"D13", "tampered"}
_GONE = Issue(where="送付物", message="保留ではありません。すでに送られたか、ほかの人が決めました。")
_UNREADABLE = Issue(where="送付物", message="保存された内容を読めません。", allowed="見送りにして、届出を受け付け直す")
_NOT_SEEN = Issue(where="送付物", message="届いたかどうかは、送付先の返事で決まります。")
_TWO = Issue(
    where="見送り", message="別の職員の確認がいります。", allowed="決めた職員とは別の、窓口か責任者の職員の番号"
)
_UNDER_WAY = Issue(where="送付物", message="いま送付中です。少し待って、もう一度操作してください。")


Gate = Callable[[str, Right], Issue | None]
"""Why somebody, by name or staff number, may not do what needs a right; None where they may."""


def alone() -> bool:
    """A place without staff, where one person decides."""
    return False


def anybody(_by: str, _right: Right) -> Issue | None:
    """A gate without a guard."""
    return None


class Held(Protocol):
    """Parcels that have not left (kiosk.store.holding)."""

    def unsent(self) -> Sequence[Unsent]:
        """Every one, in the order of acceptance. Raises SiteError."""
        ...

    def parcel(self, message: uuid.UUID) -> Parcel | None:
        """What is in it, if it can be read. Raises SiteError."""
        ...

    def reissue(self, renewed: Sequence[tuple[uuid.UUID, Parcel]], *, event: AuditEvent) -> bool:
        """Put the next revisions in their places, all or none. Raises SiteError."""
        ...

    def vouch(self, message: uuid.UUID, *, event: AuditEvent) -> bool:
        """It is there, a person has seen it; False where that is not for a person to say. Raises SiteError."""
        ...

    def note(self, event: AuditEvent) -> None:
        """Write an entry of the audit record. Raises SiteError."""
        ...


class Places(Protocol):
    """Destinations as the store knows them (kiosk.store.destinations)."""

    def pause(self, name: str, *, paused: bool, event: AuditEvent) -> bool:
        """Stop or resume; False when it is already so. Raises SiteError."""
        ...


class Mending(Protocol):
    """Looks into records with the settings of now (kiosk.exchange.records.reissue)."""

    def faults(self, parcel: Parcel) -> Faults:
        """What a receiver would refuse."""
        ...

    def differs(self, parcel: Parcel) -> bool:
        """Whether it says of the city what the settings of now do not."""
        ...

    def again(self, parcel: Parcel) -> Parcel:
        """The next revision, made with the settings of now."""
        ...


class Explained(Frozen):
    """Why a parcel stands where it does: its cause, what is wrong with its record now, and whether it could leave."""

    line: Unsent
    cause: Cause | None = None
    wrong: tuple[Issue, ...] = ()
    renewable: bool = False


class Decided(Frozen):
    """What came of a decision: released as it was, made again, or still held with what is wrong."""

    line: Unsent
    renewed: bool = False
    wrong: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class Decisions:
    """Every decision is written into the audit record with who made it; `gate` says who may, `two` whether the place
    has staff, so that what can never be taken back is decided by two.
    """

    outbox: Outbox
    held: Held
    places: Places
    mending: Mending
    destinations: Sequence[Destination]
    clock: Clock
    gate: Gate = anybody
    two: Callable[[], bool] = alone

    def lines(self) -> Sequence[Unsent]:
        """What has not left."""
        return self.held.unsent()

    def explain(self, line: Unsent) -> Explained:
        """Look into a parcel; its cause is only asked for when it is held."""
        parcel = self.held.parcel(line.message)
        if parcel is None:
            return Explained(line=line, cause=Cause.STORED, wrong=(_UNREADABLE,))
        faults = self.mending.faults(parcel)
        differs = self.mending.differs(parcel)
        cause = _cause(line, faults, differs=differs) if line.state is State.HELD else None
        return Explained(line=line, cause=cause, wrong=self._wrong(line, faults), renewable=differs)

    def release(self, line: Unsent, *, by: str) -> Decided:
        """再送: send it again, made anew where it must be; or say what is still wrong."""
        return self._release([each for each in self.lines() if _together(each, line)], line, by=by)

    def release_mended(self, *, by: str) -> tuple[Decided, ...]:
        """Release everything that would be taken now, and make again what waits with wrong settings."""
        found: list[Decided] = []
        for _, group in groupby(sorted(self.lines(), key=_way), key=_way):
            lines = list(group)
            for line in filter(self._worth, lines):
                found.append(self._release(lines, line, by=by))
                if found[-1].renewed:
                    break
        return tuple(found)

    def skip(self, line: Unsent, *, why: str, by: str, second: str = "") -> Issue | None:
        """見送り: never send it, for a reason that is kept; what is wrong with the decision, or None.

        `second`: who else has looked, and has proved to be who they say; needed where the place has staff.
        """
        said = self.gate(by, Right.DECIDE) or self._seconded(by, second) or reason(why)
        if isinstance(said, Issue):
            return said
        checked = f"checked={second}" if second else ""
        event = self._event("hold-skip", by, line, " ".join(filter(None, (line.kind, line.code, checked, said))))
        return None if self.outbox.skip(line.message, audit=event) else _GONE

    def _seconded(self, by: str, second: str) -> Issue | None:
        if not self.two():
            return None
        return _TWO if second in {"", by} else self.gate(second, Right.CHECK)

    def vouch(self, line: Unsent, *, why: str, by: str) -> Issue | None:
        """届いている: somebody has seen it at the receiver (a paper), and says where; what is wrong, or None."""
        said = self.gate(by, Right.DECIDE) or reason(why)
        if isinstance(said, Issue):
            return said
        if line.code not in UNSEEN:
            return _NOT_SEEN
        event = self._event("hold-vouch", by, line, f"{line.kind} {line.code} {said}")
        return None if self.held.vouch(line.message, event=event) else _GONE

    def read(self, line: Unsent, *, by: str) -> bytes:
        """The record itself, for who must look into it, which is noted; empty when it cannot, or may not, be read."""
        parcel = self.held.parcel(line.message)
        if parcel is None or self.gate(by, Right.READ) is not None:
            return b""
        self.held.note(self._event("hold-read", by, line, line.kind))
        return parcel.record

    def pause(self, *, keys: Iterable[str], paused: bool, by: str) -> tuple[str, ...]:
        """Stop or resume destinations; those for which that is new."""
        action = "destination-pause" if paused else "destination-resume"
        event = AuditEvent(at=self.clock.now(), by=by, action=action)
        changed = (
            key for key in keys if self.places.pause(key, paused=paused, event=event.model_copy(update={"detail": key}))
        )
        return tuple(changed)

    def _worth(self, line: Unsent) -> bool:
        """Whether a parcel is held, or will be, for something that may have been mended."""
        if line.state is State.HELD:
            return line.code in {*_RECORD, _NOWHERE}
        if line.state is not State.READY or line.behind:
            return False
        parcel = self.held.parcel(line.message)
        return parcel is not None and self.mending.differs(parcel) and bool(self.mending.faults(parcel).settings)

    def _release(self, lines: Sequence[Unsent], line: Unsent, *, by: str) -> Decided:
        if (no := self.gate(by, Right.DECIDE)) is not None:
            return Decided(line=line, wrong=(no,))
        parcel = self.held.parcel(line.message)
        if parcel is None:
            return Decided(line=line, wrong=(_UNREADABLE,))
        renew = self.mending.differs(parcel)
        wrong = self._wrong(line, self.mending.faults(self.mending.again(parcel) if renew else parcel))
        if wrong:
            return Decided(line=line, wrong=wrong)
        if renew:
            return self._renew(lines, line, by=by)
        event = self._event("hold-release", by, line, f"{line.kind} {line.code}")
        gone = not self.outbox.release(line.message, audit=event)
        return Decided(line=line, wrong=(_GONE,) if gone else ())

    def _renew(self, lines: Sequence[Unsent], line: Unsent, *, by: str) -> Decided:
        """Make it again, and what of its case leaves after it."""
        after = [each for each in lines[_place(lines, line) :] if each.state in {State.READY, State.HELD}]
        parcels = [(each.message, self.held.parcel(each.message)) for each in after]
        renewed = [(message, self.mending.again(parcel)) for message, parcel in parcels if parcel is not None]
        event = self._event("hold-reissue", by, line, f"{line.kind} {line.code} parcels={len(renewed)}")
        done = self.held.reissue(renewed, event=event)
        return Decided(line=line, renewed=done, wrong=() if done else (_UNDER_WAY,))

    def _wrong(self, line: Unsent, faults: Faults) -> tuple[Issue, ...]:
        nowhere = line.destination not in {place.key for place in self.destinations}
        return (*((self._nowhere(line),) if nowhere else ()), *faults.every)

    def _nowhere(self, line: Unsent) -> Issue:
        known = "、".join(f"{place.number} {place.name}" for place in self.destinations)
        place = f"{line.destination} {line.place}".strip()
        return Issue(
            where="送付先", message=f"送付先 {place} はいまの設定にありません。", allowed=f"いまの送付先: {known}"
        )

    def _event(self, action: str, by: str, line: Unsent, detail: str) -> AuditEvent:
        return AuditEvent(at=self.clock.now(), by=by, action=action, case=str(line.case), detail=detail)


def _way(line: Unsent) -> tuple[str, str]:
    return line.destination, str(line.case)


def _together(one: Unsent, other: Unsent) -> bool:
    return _way(one) == _way(other)


def _place(lines: Sequence[Unsent], line: Unsent) -> int:
    return next((index for index, each in enumerate(lines) if each.message == line.message), len(lines))


def _cause(line: Unsent, faults: Faults, *, differs: bool) -> Cause:
    if line.code in _STORED:
        return Cause.STORED
    if line.code.startswith("D99"):
        return Cause.PROGRAM
    if faults.settings or (differs and not faults.content and line.code in _RECORD):
        return Cause.SETTINGS
    return Cause.CONTENT if faults.content else Cause.DESTINATION
