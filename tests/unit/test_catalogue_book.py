"""The forms/ folder as one whole: what is right works, and every part that does not fit is named with its file."""

import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.toml_files import read_toml
from kiosk.flow.actions import StartVisit
from kiosk.model.base import Issue
from tests.edits import change
from tests.visits import FORMS, Desk, book, read


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A copy of the office's folder in which a test may make mistakes."""
    return Path(shutil.copytree(FORMS, tmp_path / "forms"))


def found(forms: Path) -> list[str]:
    return [str(issue) for issue in read(forms).issues]


def test_the_sample_town_has_no_mistakes() -> None:
    assert read(FORMS).issues == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        ("procedures/P70.toml", "household.has_dog", "household.has_dogg", ("P70", "has_dogg")),
        ("procedures/P70.toml", "household.has_dog'''", "household.has_dog) '''", ("P70",)),
        ("procedures/P01.toml", 'forms = ["F01"]', 'forms = ["F99"]', ("P01", "F99")),
        ("procedures/P01.toml", 'forms = ["F01"]', "forms = []", ("P01", "様式も、様式のいらない理由もありません")),
        ("procedures/P20.toml", 'forms = ["F29"]', "forms = []", ("P20", "variant", "様式も")),
        (
            "procedures/P02.toml",
            'forms = ["F01"]',
            'forms = ["F01"]\nno_form = { why = "見本", source = "見本" }',
            ("P02", "様式があるのに"),
        ),
        ("procedures/P33.toml", ', source = "出入国在留管理庁公開資料" }', " }", ("P33", "no_form", "source")),
        ("procedures/P01.toml", 'start = "moving.first_on"', 'start = "case.moved_in"', ("P01", "case.moved_in")),
        ("procedures/P01.toml", "reason_not =", "reason_nott =", ("P01", "reason_nott")),
        ("procedures/P01.toml", 'id = "P01"', "id = ", ("P01", "TOML")),
        ("events/tennyu.toml", '"P33"', '"P99"', ("tennyu", "P99")),
        ("events/tennyu.toml", '"case.moved_on"', '"case.moved_in"', ("tennyu", "case.moved_in")),
        ("groups.toml", "C = 'm.cared", "C = 'm.carred", ("groups.toml", "carred")),
        ("vocabulary.toml", 'codes = "sex"', 'codes = "sexes"', ("person.sex", "sexes")),
        ("vocabulary.toml", "'!(m.ref in household.foreigners)'", "'!m.is_foreigner'", ("循環",)),
        (
            "vocabulary.toml",
            "value = '!m.is_japanese'",
            "value = '!m.is_japanse'",
            ("person.is_foreigner", "is_japanse"),
        ),
        ("templates/F07/001/template.toml", 'fact = "agent.poa_paper"', 'fact = "agent.paper"', ("F07", "agent.paper")),
        ("templates/F07/001/template.toml", 'version = "001"', 'version = "007"', ("F07", "001")),
    ],
)
def test_a_mistake_is_named_with_its_file_and_the_rest_still_works(
    forms: Path, file: str, old: str, new: str, names: tuple[str, ...]
) -> None:
    change(forms / file, old, new)
    issues = found(forms)
    assert any(all(name in issue for name in names) for issue in issues), issues
    rules = read(forms).book
    if "tennyu" in rules.events and rules.vocabulary.items:
        assert Desk(rules=rules).act(StartVisit(event="tennyu")).page.slip


def test_every_mistake_is_told_at_once(forms: Path) -> None:
    change(forms / "procedures" / "P70.toml", "household.has_dog", "household.nothing")
    change(forms / "procedures" / "P71.toml", "household.has_moped", "household.nothing")
    (forms / "procedures" / "P72.toml").write_text("nonsense", encoding="utf-8")
    issues = " ".join(found(forms))
    assert all(name in issues for name in ("P70", "P71", "P72"))


def test_a_procedure_that_no_event_calls_is_named(forms: Path) -> None:
    change(forms / "procedures" / "P70.toml", 'id = "P70"', 'id = "P999"')
    assert any("procedures/P70.toml 2行目 id" in issue and "P70" in issue for issue in found(forms))
    (forms / "procedures" / "P70.toml").rename(forms / "procedures" / "P999.toml")
    assert any(issue.startswith("events/") and "手続 P70 がありません" in issue for issue in found(forms))
    for event in (forms / "events").glob("*.toml"):
        event.write_text(event.read_text(encoding="utf-8").replace('"P70"', '"P71"'), encoding="utf-8")
    assert any("procedures/P999.toml" in issue and "きっかけ" in issue for issue in found(forms))


def test_a_box_for_the_individual_number_is_refused(forms: Path) -> None:
    number = 'fact = "person[A].my_number"'
    change(forms / "templates" / "F07" / "001" / "template.toml", 'fact = "agent.poa_paper"', number)
    assert any("my_number" in issue or "個人番号" in issue for issue in found(forms))


def test_a_missing_folder_is_an_empty_catalogue_and_says_so(tmp_path: Path) -> None:
    loaded = read(tmp_path)
    rules = loaded.book
    assert (dict(rules.procedures), dict(rules.events), dict(rules.templates)) == ({}, {}, {})
    assert any("vocabulary.toml" in issue.where for issue in loaded.issues)


def test_the_newest_version_in_force_is_the_one_a_case_begins_with(forms: Path) -> None:
    old = forms / "templates" / "F07" / "001"
    new = Path(shutil.copytree(old, old.with_name("002")))
    change(new / "template.toml", 'version = "001"', 'version = "002"')
    change(new / "template.toml", "valid_from = 2026-04-01", "valid_from = 2026-05-01")
    rules = read(forms).book
    today = Desk().now.case.today
    before, after = rules.template("F07", today), rules.template("F07", today.replace(month=5))
    assert before is not None
    assert after is not None
    assert (before.version, after.version) == ("001", "002")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"a = 1\nb = \n", "2行目"),
        ("名前 = 1\n".encode(), "1行目"),
        ("a = 'あ'\n".encode("cp932"), "UTF-8"),
        (b'a = "', "TOML"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_line(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "some.toml"
    path.write_bytes(content)
    issue = read_toml(path)
    assert isinstance(issue, Issue)
    assert issue.where.startswith("some.toml")
    assert word in str(issue)


def test_the_book_that_tests_share_is_the_office_one() -> None:
    assert set(book().events) == {path.stem for path in (FORMS / "events").glob("*.toml")}


def test_every_life_event_has_a_place_of_its_own_on_the_start_page() -> None:
    places = {event.id: event.order for event in book().events.values()}
    assert sorted(places.values()) == list(range(1, len(places) + 1))
    assert places["tennyu"] == 1
