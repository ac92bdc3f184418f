"""A register of residents for tests: the practice file of the forms, whole or changed, read into a real store."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from kiosk.exchange.records.register import Reading, RegisterMapped, load_register, open_register
from kiosk.flow.residents import building_of, wanted, words_of
from kiosk.model.audit import AuditEvent
from kiosk.model.message import Refused
from kiosk.model.resident import RegisterState, Resident
from kiosk.store.database import Database
from kiosk.store.residents import Residents

FORMS = Path(__file__).resolve().parents[1] / "forms"
PRACTICE = FORMS.parent / "assets" / "practice" / "jumin_kiroku.csv"
DAY, NOW = dt.date(2026, 4, 17), dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
TODAY = dt.date(2026, 4, 20)
READ_IN = AuditEvent(at=NOW, by="it", action="register-import")
LOOKED = AuditEvent(at=NOW, by="mado1", action="register-search", detail="for=tenkyo")
TOOK = AuditEvent(at=NOW, by="mado1", action="register-take", detail="for=tenkyo")


def mapping() -> RegisterMapped:
    return load_register((FORMS / "exchange" / "register.toml").read_bytes())


def changed(folder: Path, *edits: tuple[str, str], name: str = "jumin.csv") -> Path:
    """The practice file with other words in it."""
    text = PRACTICE.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def reading(file: Path = PRACTICE) -> Reading:
    found = open_register(file, mapping(), on=TODAY)
    assert isinstance(found, Reading), found
    return found


def people(file: Path = PRACTICE) -> list[tuple[str, Resident]]:
    return [(row.household, row.resident) for row in reading(file).rows() if row.resident is not None]


def take_in(database: Database, found: Iterable[tuple[str, Resident]], *, day: dt.date = DAY) -> Residents:
    """Read people into the place of the last register."""
    there = Residents(database)
    with there.begin() as new:
        everybody = list(found)
        for household, resident in everybody:
            facts = resident.facts
            new.add(resident, household=household, words=words_of(facts), building=building_of(facts))
        state = RegisterState(day=day, at=NOW, people=len(everybody), households=new.households())
        new.publish(state, event=READ_IN)
    return there


def names(there: Residents, text: str) -> list[str]:
    """Who is found by words."""
    words = wanted(text, today=TODAY)
    assert not isinstance(words, Refused)
    return sorted(str(each.facts["person.name.full"]) for _, each in there.find(words, event=LOOKED).people)
