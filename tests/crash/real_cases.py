"""Confirmations as the counter makes them - three applications of an invented household each - and their folder."""

import datetime as dt
from functools import lru_cache
from pathlib import Path

from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.gif import load_gif
from kiosk.exchange.records.record import build, canonical_json
from kiosk.exchange.records.sample import PERSONS, sample_envelope, sample_facts, sample_parcel
from kiosk.flow.clock import Clock
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Parcel, message_id

EXCHANGE = Path(__file__).resolve().parents[2] / "forms" / "exchange"
APPLICATIONS = (("P01", "転入届"), ("P10", "国民健康保険 資格取得"), ("P20", "児童手当 認定請求"))
DELIVERED = ".done"  # the suffix of the file that makes a message delivered


@lru_cache(maxsize=1)
def formats() -> Formats:
    """The sample town's own columns and GIF tables."""
    return Formats(
        columns=load_columns((EXCHANGE / "columns.toml").read_bytes()),
        gif=load_gif((EXCHANGE / "gif.toml").read_bytes()),
    )


def folder(target: Path) -> FolderDestination:
    """The embedded default destination over a folder."""
    return FolderDestination("folder", target, formats())


def cases(count: int, *, clock: Clock) -> tuple[Confirmation, ...]:
    """Made-up visits, one second after another, with a parcel for each of d0, d1 and d2."""
    return tuple(_case(clock, number) for number in range(count))


def _case(clock: Clock, number: int) -> Confirmation:
    case, at = clock.new_id(), clock.now() + dt.timedelta(seconds=number)
    facts, template = sample_facts(), sample_parcel()
    made = []
    for index, (procedure, name) in enumerate(APPLICATIONS):
        envelope = sample_envelope(procedure=procedure, name=name, case=case).model_copy(update={"operated_at": at})
        changes = {
            "message": message_id(case, f"d{index}", procedure),
            "case": case,
            "destination": f"d{index}",
            "kind": procedure,
            "order_key": str(case),
            "record": canonical_json(build(envelope, facts=facts, persons=PERSONS, used=facts)),
        }
        made.append(Parcel.model_validate(template.model_dump() | changes))
    entry = AuditEvent(at=at, by="sample", action="confirm", case=str(case), detail="parcels=3")
    return Confirmation(case=case, slip=f"S-{number:04}", event="tennyu", at=at, parcels=tuple(made), audit=(entry,))
