"""突合: what left this place on some days, beside what its receiver says that it has, and a hub between them.

Context: a receiver loses a disk, or a share is put back as it was yesterday; what had a receipt is not there any more.
Decision: the days are compared by message; what the receiver or the hub lacks leaves once more under its own number,
so that who has it after all takes it once.
Consequence: the command and the office's window ask the same, and both say what nobody of this office sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.bootstrap.hub_side import HubSide, hub_side
from kiosk.model.audit import AuditEvent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from kiosk.bootstrap.program import Program
    from kiosk.store.reconciling import Left, Reconciled


@dataclass(frozen=True)
class Comparison:
    """Both sides of a destination and the hub between them, of the days from `since` to `until`. `asked`: the
    receiver's side is known. `again`: how many are sent once more.
    """

    key: str
    since: dt.date
    until: dt.date
    both: Reconciled
    hub: HubSide | None
    asked: bool
    again: int = 0

    @property
    def known(self) -> bool:
        """Whether any other side than this place's own was asked."""
        return self.asked or self.hub is not None

    @property
    def missing(self) -> tuple[Left, ...]:
        """What the receiver lacks."""
        return self.both.missing if self.asked else ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """What the receiver has and nobody of this office sent."""
        return self.hub.unknown if self.hub is not None else self.both.unknown

    @property
    def lost(self) -> tuple[Left, ...]:
        """What the receiver or the hub lacks, once each."""
        lacking = self.hub.lacking if self.hub is not None else ()
        return tuple(dict.fromkeys((*self.missing, *lacking)))

    @property
    def wrong(self) -> bool:
        """Whether a person must look."""
        hub = self.hub is not None and (self.hub.away or self.hub.other)
        return bool(self.unknown or hub or len(self.lost) > self.again)


def compare(
    program: Program, key: str, since: dt.date, until: dt.date, *, received: Collection[str] | None
) -> Comparison:
    """The days in Japan from `since` to `until`, both with, at the destination of a key; `received` are the messages
    that the receiver has (None: it was not asked). Raises SiteError.
    """
    both = program.store.reconciling.compare(key, since, until, received or ())
    return Comparison(key, since, until, both, hub_side(program, key, both), asked=received is not None)


def resend(program: Program, found: Comparison, *, why: str, by: str) -> Comparison:
    """Let what is lost leave once more; what was erased or refused since does not. Raises SiteError."""
    event = AuditEvent(at=program.clock.now(), by=by, action="resend", detail=f"to={found.key} {why}")
    again = program.store.reconciling.resend([each.message for each in found.lost], event=event)
    return replace(found, again=again)
