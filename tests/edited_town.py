"""The town of the catalogue with files that a test has edited, and visits there."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.case_file import load_case_file
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.designing.rehearsal import play
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile
from kiosk.model.plan import Deadline, Need
from kiosk.rules.book import RuleBook
from kiosk.settings import FILE
from tests.edits import change
from tests.visits import FORMS, MOVE, Desk, book

SERVICES = {
    "water": ("P72", "水道の使用開始・中止・名義変更"),
    "childcare": ("P61", "保育所等の認定・申込"),
    "single_parent": ("P22", "児童扶養手当・ひとり親医療の相談"),
    "disability": ("P73", "障害者手帳・自立支援医療"),
    "dog": ("P70", "犬の登録"),
    "moped": ("P71", "原付・小型特殊の標識"),
    "funeral": ("P84", "葬祭費"),
    "bereavement": ("P85", "おくやみコーナー"),
    "transfer": ("P87", "口座振替の受付"),
    "school_aid": ("P88", "就学援助"),
    "special_child": ("P89", "特別児童扶養手当"),
    "severe_medical": ("P92", "重度心身障害者医療費の助成"),
    "single_medical": ("P93", "ひとり親家庭等医療費の助成"),
    "residence_card": ("P33", "特定在留カード等の案内"),
}


@dataclass(frozen=True)
class Town:
    """A copy of the office's folder in which a test may change the city; checked forms are kept between the tests."""

    root: Path
    cache: Path

    def change(self, file: str, old: str, new: str) -> None:
        change(self.root / file, old, new)

    def settle(self, key: str, old: str, new: str) -> None:
        """Give a setting another value, as IT staff would."""
        self.change(FILE, f"\n{key} = {{ value = {old},", f"\n{key} = {{ value = {new},")

    def book(self) -> RuleBook:
        return load_catalogue(self.root, cache=self.cache).book

    def issues(self) -> list[Issue]:
        return list(load_catalogue(self.root, cache=self.cache).issues)


def visit(name: str, rules: RuleBook) -> Desk:
    """A written visit under the rules of a folder."""
    case = load_case_file(FORMS / "personas" / f"{name}.toml", rules)
    assert isinstance(case, CaseFile), case
    desk = Desk(today=case.today, rules=rules, event=case.event)
    play(desk.at_once, case)
    return desk


def deadline(desk: Desk, procedure: str) -> Deadline:
    counted = desk.outcome(procedure).deadline
    assert counted is not None
    return counted


def named(town: Town, old: str, new: str, *, place: str) -> Issue:
    """What is told at a place of municipality.toml about a wrong setting; the counter opens and knows every rule."""
    town.change(FILE, old, new)
    catalogue = load_catalogue(town.root, cache=town.cache)
    issues = {issue.where: issue for issue in catalogue.issues}
    assert f"{FILE} {place}" in issues, issues
    assert len(catalogue.book.procedures) == len(book().procedures)
    assert Desk(rules=catalogue.book).say(MOVE).need("P01") is Need.NEEDED
    return issues[f"{FILE} {place}"]
