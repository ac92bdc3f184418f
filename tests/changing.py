"""A city hall in which two people change the forms of a small book, with one written visit, for stories of releases."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.bootstrap.forms import in_force
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.designing.releasing.draft import Draft
from kiosk.flow.clock import FixedClock
from tests.edits import change
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT

NOW = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)
DAY, TOMORROW = dt.date(2026, 4, 20), dt.date(2026, 4, 21)
PROCEDURE = "procedures/P01.toml"
PERSONA = """title = "犬を飼う人"
event = "ten"
today = 2026-04-20

[answers]
"case.kind" = "届出"
"case.wish" = "犬を飼う"
"case.moved_on" = "R8.4.12"
"case.has_dog" = "はい"
"case.count" = "1"
"case.applicant_role" = "本人"
"case.id_papers" = "カード"

[person.p1]
"name.full" = "架空　花子"
"birth.date" = "S40.1.2"

[expect]
procedures = ["P01"]
"""


@dataclass
class Office:
    """A city hall with two people who change forms; its counters start on any day."""

    place: Place
    programs: list[Program] = field(default_factory=list)

    def on(self, day: dt.date = DAY) -> Releasing:
        program = Program(self.place, FixedClock(dt.datetime(day.year, day.month, day.day, 1, tzinfo=dt.UTC)))
        self.programs.append(program)
        return Releasing(program)

    def begin(self, name: str, *edits: tuple[str, str, str]) -> Path:
        releasing = self.on()
        assert releasing.begin(name, why="試しに", by="S1") == ()
        forms = releasing.workshop.forms(name)
        for file, old, new in edits:
            change(forms / file, old, new)
        return forms

    def draft(self, name: str) -> Draft:
        found = self.on().workshop.load(name)
        assert isinstance(found, Draft)
        return found

    def gate(self, name: str) -> Draft:
        tried = self.on().gate(name, self.draft(name))
        assert isinstance(tried, Draft), tried
        return tried

    def released(self, name: str, *edits: tuple[str, str, str], day: dt.date = DAY) -> str:
        self.begin(name, *edits)
        waiting = [each.persona for each in self.gate(name).waiting]
        if waiting:
            assert isinstance(self.on().accept(name, self.draft(name), waiting, reason="そのため", by="S1"), Draft)
        assert isinstance(self.on().approve(name, self.draft(name), by="S2"), Draft)
        made = self.on().release(name, self.draft(name), day=day)
        assert isinstance(made, str), made
        return made

    def called(self, day: dt.date = DAY) -> str:
        """What the procedure is called at a counter that starts on a day."""
        return in_force(self.place, today=day, needed=frozenset).catalogue.book.procedures["P01"].name

    def told(self, day: dt.date = DAY) -> list[str]:
        return [str(issue) for issue in in_force(self.place, today=day, needed=frozenset).issues]


def an_office(tmp_path: Path) -> Iterator[Office]:
    """A city hall with a small book of forms and one written visit."""
    forms = tiny_forms(tmp_path / "forms")
    (forms / "personas").mkdir()
    (forms / "personas" / "inu.toml").write_text(PERSONA, encoding="utf-8")
    (tmp_path / "home").mkdir()
    made = Office(Place(forms=forms, assets=ROOT / "assets", home=tmp_path / "home"))
    yield made
    for program in made.programs:
        program.close()


RENAMED = (PROCEDURE, 'name = "犬の届出"', 'name = "犬の新しい届出"')
AGAIN = (PROCEDURE, 'name = "犬の新しい届出"', 'name = "犬のもっと新しい届出"')
ON_PAPER = ("templates/F01/001/template.toml", "valid_from = 2024-04-01", "valid_from = 2024-04-02")


def words(found: object) -> str:
    assert isinstance(found, tuple)
    return "\n".join(str(issue) for issue in found)
