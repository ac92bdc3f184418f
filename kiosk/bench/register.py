"""How long a clerk waits for somebody of the city's own register: by a birth, by a common name, for the household."""

import datetime as dt
from functools import partial

from kiosk.bench.row import Row, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Work
from kiosk.flow.residents import wanted, words_of
from kiosk.model.address import composed
from kiosk.model.audit import AuditEvent
from kiosk.model.errors import Defect
from kiosk.model.message import Refused
from kiosk.model.resident import RegisterState, Resident
from kiosk.model.wareki import PartialDate
from kiosk.store.database import Database
from kiosk.store.residents import Residents
from kiosk.store.vault import KEY_BYTES, RootKey

PEOPLE, _OF_ONE_HOUSEHOLD = 50_000, 4
_FAMILIES, _TOWNS, _DAYS = 2_000, 300, 30_000
_DAY, _NOW = dt.date(2026, 4, 20), dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
_EVENT = AuditEvent(at=_NOW, by="mado1", action="register-search", detail="for=tenkyo")


def register(subject: Subject, effort: Effort) -> list[Row]:
    """Each whole: people unsealed, and the look noted in the audit record."""
    count = effort.times(PEOPLE, 400)
    database = Database.open(subject.folder / "register", key=RootKey(bytes(KEY_BYTES)), reserve_bytes=4096)
    there = Residents(database)
    _fill(there, count)
    edition, ((number, _), *_rest) = _look(there, _birth(count // 2))
    ways: dict[str, Work] = {
        "rare": partial(_look, there, _birth(count // 2)),
        "common": partial(_look, there, "氏7"),
        "household": partial(there.household, number, register=edition, event=_EVENT),
    }
    took, beside = effort.turns(ways, times=effort.times(20))
    there.close()
    database.close()
    label = {"rare": "生年月日で探す", "common": "多い姓で探す", "household": "世帯を見る"}
    rows = (_row(name, f"住民記録{count:,}人から（{label[name]}）", took[name]) for name in ways)
    return [within(50, each, beside=beside) for each in rows]


def _row(name: str, label: str, value: float) -> Row:
    beside = "people unsealed, the look in the audit record"
    return Row(name=f"counter.register_{name}_ms", label=label, value=value, unit="ms", compared_with=beside)


def _look(there: Residents, text: str) -> tuple[str, tuple[tuple[int, Resident], ...]]:
    words = wanted(text, today=_DAY)
    if isinstance(words, Refused):
        raise Defect("a search of our own was refused")
    found = there.find(words, event=_EVENT)
    if not found.people:
        raise Defect("somebody who is there was not found")
    return found.register, found.people


def _fill(there: Residents, count: int) -> None:
    with there.begin() as new:
        for number in range(count):
            one = _resident(number)
            new.add(one, household=str(number // _OF_ONE_HOUSEHOLD), words=words_of(one.facts))
        state = RegisterState(day=_DAY, at=_NOW, people=count, households=count // _OF_ONE_HOUSEHOLD)
        new.publish(state, event=_EVENT)


def _resident(number: int) -> Resident:
    household, place = divmod(number, _OF_ONE_HOUSEHOLD)
    town, lot = f"町{household % _TOWNS}", f"{household // _TOWNS + 1}番地"
    name = f"氏{household % _FAMILIES}　名{number}"
    home = composed(prefecture="見本県", city="架空市", town=town, number=lot, postal="0000001", lg_code="999997")
    birth = PartialDate(iso=_birth(number))
    facts = {"person.name.full": name, "person.birth.date": birth, "addr.old.text": home}
    return Resident(facts=facts, order=place + 1)


def _birth(number: int) -> str:
    return (dt.date(1940, 1, 1) + dt.timedelta(days=number * 7919 % _DAYS)).isoformat()
