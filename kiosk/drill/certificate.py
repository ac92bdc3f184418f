"""証明: what a drill came to - what desks were told, what lies at the receivers, and whether each is there once."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kiosk.drill.parties import SERVICE, Room
from kiosk.exchange.destinations.received import look_at, messages
from kiosk.exchange.receiver.inbox import TAKEN
from kiosk.model.base import Frozen
from kiosk.model.parcel import State
from kiosk.store.audit import AuditLog

_ALL = "SELECT message, outbox.destination, outbox.order_key, state FROM outbox JOIN delivery USING (seq) ORDER BY seq"


class Certificate(Frozen):
    """Counts. `kills` and `stops`: how often each party was ended, or stopped and went on.

    `accepted`: all that the store has; `told`: what desks were told of it, before one was killed or after. `taken`:
    messages at the receivers; `lost`: accepted or told, and not there; `doubled`: there twice; `disordered`: taken
    before an earlier one of its household; `unknown`: there, and never accepted; `broken`: there, and not what was
    sent; `held`: waits for a person.
    """

    seed: str
    seconds: float
    kills: Mapping[str, int]
    stops: Mapping[str, int]
    told: int
    accepted: int
    taken: int
    lost: int
    doubled: int
    disordered: int
    unknown: int
    broken: int
    held: int
    audit_whole: bool

    @property
    def clean(self) -> bool:
        """Whether every application arrived exactly once, whole and in order."""
        wrong = (self.lost, self.doubled, self.disordered, self.unknown, self.broken, self.held)
        return self.audit_whole and bool(self.taken) and not any(wrong)


def certify(room: Room, *, seed: str, seconds: float, kills: Counter[str], stops: Counter[str]) -> Certificate:
    """Compare both sides, when nobody works any more. Raises SiteError."""
    database = room.store()
    try:
        rows = database.read(_ALL)
        whole = AuditLog(database).verify_chain() is None
    finally:
        database.close()
    told = _lines(room.told.read_text(encoding="ascii")) if room.told.exists() else []
    service, folder = _of_service(room), messages(room.outgoing)
    there = Counter([*service, *folder])
    accepted = {row[0] for row in rows}
    looked = [look_at(room.outgoing, message, room.formats.columns) for message in folder]
    return Certificate(
        seed=seed,
        seconds=seconds,
        kills=dict(kills),
        stops=dict(stops),
        told=len(told),
        accepted=len(accepted),
        taken=len(there),
        lost=len((accepted | {*told}) - {*there}),
        doubled=sum(count > 1 for count in there.values()),
        disordered=disordered(service, [(row[0], row[2]) for row in rows if row[1] == SERVICE]),
        unknown=len({*there} - accepted),
        broken=sum(bool(each.wrong) for each in looked),
        held=sum(row[3] == State.HELD.value for row in rows),
        audit_whole=whole,
    )


def disordered(taken: Sequence[str], accepted: Iterable[tuple[str, str]]) -> int:
    """How many messages were taken before one of the same order key that was accepted earlier."""
    place = {message: number for number, message in enumerate(taken)}
    by_key: dict[str, list[int]] = defaultdict(list)
    for message, key in accepted:
        if message in place:
            by_key[key].append(place[message])
    return sum(later < earlier for places in by_key.values() for earlier, later in pairwise(places))


def _of_service(room: Room) -> list[str]:
    """Every line that the service wrote when it took a message."""
    file = room.received / TAKEN
    return [json.loads(line)["message"] for line in _lines(file.read_text(encoding="utf-8"))] if file.exists() else []


def _lines(text: str) -> list[str]:
    """Whole lines; a process that was killed may have left half a one."""
    return text.split("\n")[:-1]
