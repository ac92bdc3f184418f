"""A written visit: read as it stands, or every mistake named with its file, its place and what is allowed."""

from pathlib import Path

import pytest

from kiosk.catalogue.case_file import load_case_file
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile
from tests.visits import FORMS, book

HEAD = 'title = "見本"\nevent = "tennyu"\ntoday = 2026-04-20\n'


def read(folder: Path, text: str) -> CaseFile | tuple[Issue, ...]:
    path = folder / "visit.toml"
    path.write_text(text, encoding="utf-8")
    return load_case_file(path, book())


def issues(folder: Path, text: str) -> dict[str, Issue]:
    found = read(folder, text)
    assert not isinstance(found, CaseFile)
    return {issue.where: issue for issue in found}


def test_a_visit_is_read_with_the_words_a_clerk_would_type(tmp_path: Path) -> None:
    written = read(
        tmp_path,
        f"""{HEAD}
[answers]
"case.event_type" = "国内転入"
"case.moved_on" = 2026-04-12
"jido.all_in_custody" = true
"cert.copies" = 2
"case.requests" = ["印鑑登録", "水道の使用開始"]
[person.p1]
"name.full" = "架空　太郎"
birth.date = "S63.6.15"
[person.p2]
[cards]
p1 = "1"
[signatures]
p2 = [[[1, 2], [3.5, 4]]]
""",
    )
    assert isinstance(written, CaseFile)
    assert written.persons == ("p1", "p2")
    assert written.answers == {
        "case.event_type": "国内転入",
        "case.moved_on": "2026-04-12",
        "jido.all_in_custody": "はい",
        "cert.copies": "2",
        "case.requests": "印鑑登録、水道の使用開始",
        "person[p1].name.full": "架空　太郎",
        "person[p1].birth.date": "S63.6.15",
    }
    assert written.signatures["p2"].strokes == (((1.0, 2.0), (3.5, 4.0)),)


def test_a_file_may_leave_out_everything_but_the_event_and_the_day(tmp_path: Path) -> None:
    written = read(tmp_path, 'event = "tennyu"\ntoday = 2026-04-20\n')
    assert isinstance(written, CaseFile)
    assert (written.persons, written.answers, written.title) == (("p1",), {}, "")


def test_a_path_without_quotes_means_the_same(tmp_path: Path) -> None:
    written = read(tmp_path, f'{HEAD}[answers]\ncase.event_type = "国内転入"\n')
    assert isinstance(written, CaseFile)
    assert written.answers == {"case.event_type": "国内転入"}


def test_the_day_may_stand_in_quotes_and_must_be_a_day(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, 'event = "tennyu"\ntoday = "2026-04-20"\n'), CaseFile)
    for day in ('"R8.4.20"', '"2026-02-30"', "8", "[1]"):
        assert list(issues(tmp_path, f'event = "tennyu"\ntoday = {day}\n')) == ["visit.toml today"]


@pytest.mark.parametrize(
    ("text", "where", "allowed"),
    [
        ('[answers]\n"case.evnt_type" = "国内転入"', "visit.toml case.evnt_type", "forms/vocabulary"),
        ('[answers]\n"move.event_type" = "国内転入"', "visit.toml move.event_type", "case.event_type"),
        ('[person.p1]\n"birthday" = "S63.6.15"', "visit.toml person[p1].birthday", "forms/vocabulary"),
        ('[answers]\n"person[p3].sex" = "男"\n[person.p1]', "visit.toml person[p3].sex", "[person.p1]"),
        ('[answers]\n"person.sex" = "男"\n[person.p1]', "visit.toml person.sex", "[person.p1]"),
        ("[person.mother]", "visit.toml person.mother", "p1"),
        ("[person.p1]\n[person.p3]", "visit.toml person.p3", "p1、p2"),
        ('[cards]\np2 = "1"', "visit.toml cards.p2", "p1"),
        ("[signatures]\np9 = [[[1, 2]]]", "visit.toml signatures.p9", "p1"),
        ('[anwsers]\nx = "1"', "visit.toml anwsers", "answers"),
        ("answers = 3", "visit.toml answers", "[answers]"),
        ("[person]\np1 = 3", "visit.toml p1", "[p1]"),
        ('cards = "1"', "visit.toml cards", "[cards]"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_is_allowed(
    tmp_path: Path, text: str, where: str, allowed: str
) -> None:
    found = issues(tmp_path, HEAD + text + "\n" if "\n" in text or "=" not in text else f"{text}\n{HEAD}")
    assert where in found
    assert found[where].message.endswith("。")
    assert allowed in found[where].allowed


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[signatures]\np1 = 3", "signatures.p1"),
        ("[signatures]\np1 = [[[1]]]", "signatures.p1"),
        ("[cards]\np1 = 3", "cards.p1"),
        ('[expect]\nasked = "few"', "expect.asked"),
        ("[expect]\nnothing = 1", "expect.nothing"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(tmp_path: Path, text: str, where: str) -> None:
    assert any(place.startswith(f"visit.toml {where}") for place in issues(tmp_path, HEAD + text))


def test_an_event_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    (issue,) = issues(tmp_path, 'event = "moving"\ntoday = 2026-04-20\n').values()
    assert issue.where == "visit.toml event"
    assert "tennyu" in issue.allowed


def test_a_missing_event_and_a_missing_day_are_both_named_at_once(tmp_path: Path) -> None:
    assert set(issues(tmp_path, 'title = "x"\n')) == {"visit.toml event", "visit.toml today"}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b'title = "x\n', "TOML"),
        (b"today = 2026-02-30\n", "TOML"),
        ("title = 見本\n".encode(), "TOML"),
        ("title = '見本'\n".encode("cp932"), "UTF-8"),
    ],
)
def test_a_file_that_is_not_toml_is_named_with_the_line(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "visit.toml"
    path.write_bytes(content)
    found = load_case_file(path, book())
    assert not isinstance(found, CaseFile)
    assert found[0].where.startswith("visit.toml")
    assert word in str(found[0])


def test_a_file_that_is_not_there_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.toml", tmp_path):
        found = load_case_file(path, book())
        assert not isinstance(found, CaseFile)
        assert found[0].where == path.name


@pytest.mark.parametrize("path", sorted((FORMS / "personas").glob("*.toml")), ids=lambda path: path.stem)
def test_every_persona_is_a_case_file_without_mistakes(path: Path) -> None:
    assert isinstance(load_case_file(path, book()), CaseFile)


def test_a_visit_says_who_has_come_and_who_signs_on_paper(tmp_path: Path) -> None:
    people = '[person.p1]\n[person.p2]\n[signatures]\np2 = "紙"\n'
    written = read(tmp_path, f'{HEAD}came = ["p1", "p2"]\n{people}')
    assert isinstance(written, CaseFile)
    assert written.answers["case.came"] == "p1、p2"
    assert written.signatures["p2"].strokes == ()
    assert set(issues(tmp_path, f'{HEAD}came = ["p1", "p3"]\n{people}')) == {"visit.toml came.p3"}
