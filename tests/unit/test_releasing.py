"""A release is in force from its day on, names what it was made with, keeps what was before, and can be taken back."""

import datetime as dt
from collections.abc import Callable

import pytest

from kiosk.bootstrap.forms import FormsRefused, in_force
from kiosk.bootstrap.releases import Releases
from kiosk.bootstrap.verdict import verdict
from kiosk.catalogue.releases import Release, archive, begins, named_digest, names, read_release
from kiosk.designing.releasing.draft import Draft
from kiosk.model.base import Issue
from tests.changing import AGAIN, DAY, ON_PAPER, PROCEDURE, RENAMED, TOMORROW, Office, words
from tests.edits import change


# ---- in force --------------------------------------------------------------------------------------------------------
def test_a_release_counts_from_its_day_on_and_what_was_before_until_then(office: Office) -> None:
    assert office.released("dog", RENAMED, day=TOMORROW) == "2026-04-21"
    assert names(office.place.forms) == ("2026-04-20", "2026-04-21")
    assert (office.called(DAY), office.called(TOMORROW)) == ("犬の届出", "犬の新しい届出")
    assert office.told(DAY) == office.told(TOMORROW) == []
    release = read_release(office.place.forms, "2026-04-21")
    assert isinstance(release, Release)
    assert (release.made_by, release.approved_by, release.played) == ("S1", "S2", 1)
    assert [(each.persona, each.by, each.reason) for each in release.accepted] == [("inu", "S1", "そのため")]
    assert {"procedures/P01.toml", "personas/inu.toml"} <= release.hashes.keys()
    assert office.on().workshop.names() == ()


def test_an_edit_that_was_not_released_changes_nothing_and_is_told_at_every_desk(office: Office) -> None:
    office.released("dog", RENAMED)
    change(office.place.forms / PROCEDURE, "犬の新しい届出", "犬の勝手な届出")
    assert office.called() == "犬の新しい届出"
    (told,) = office.told()
    assert told.startswith(f"{PROCEDURE}: 公開（2026-04-20-2）のあと、公開しないまま変わりました")
    assert in_force(office.place, today=DAY, needed=frozenset).edited
    assert told in [str(remark) for remark in verdict(office.place).remarks]


def test_a_published_version_of_a_form_is_sealed_for_the_start_the_check_and_every_draft(office: Office) -> None:
    office.released("dog", RENAMED)
    office.begin("form", ON_PAPER)
    tried = office.gate("form").tried
    assert tried is not None
    assert "公開した版（2026-04-20）は変えられません" in tried.issues[0]
    change(office.place.forms / ON_PAPER[0], *ON_PAPER[1:])
    assert [str(issue) for issue in verdict(office.place).issues] == office.told()
    assert "次の番号のフォルダーに新しい版を作る" in office.told()[0]


def test_a_release_whose_files_are_damaged_leaves_the_one_before_it_in_force(office: Office) -> None:
    office.released("dog", RENAMED)
    newest = office.released("more", AGAIN)
    release = read_release(office.place.forms, newest)
    assert isinstance(release, Release)
    change(office.place.forms / PROCEDURE, "犬のもっと新しい届出", "犬の勝手な届出")
    path = archive(office.place.forms, release.digest)
    path.write_bytes(path.read_bytes()[:-40])
    assert office.called() == "犬の新しい届出"
    assert any(path.name in told for told in office.told())


def test_without_a_release_that_can_be_used_nothing_begins_but_what_was_kept(office: Office) -> None:
    office.released("dog", RENAMED)
    for name in names(office.place.forms):
        (office.place.forms / "releases" / f"{name}.toml").write_text("digest = 3\n", encoding="utf-8")
    assert office.called() == "犬の届出"  # what the counters ran on last
    assert any("releases/2026-04-20-2.toml" in told for told in office.told())
    assert {issue.where.partition(" ")[0] for issue in verdict(office.place).issues} == {
        "releases/2026-04-20.toml",
        "releases/2026-04-20-2.toml",
    }
    for path in (office.place.home / "catalogues").iterdir():
        path.unlink()
    with pytest.raises(FormsRefused) as refused:
        office.called()
    assert "releases/2026-04-20" in refused.value.mend


def test_an_earlier_release_is_in_force_again_and_the_list_says_why(office: Office) -> None:
    office.released("dog", RENAMED)
    office.released("more", AGAIN)
    made = Releases(office.on().program).take_back("2026-04-20-2", day=DAY, why="間違いがあった", by="S2")
    assert made == "2026-04-20-4"
    assert office.called() == "犬の新しい届出"
    assert office.told() == []
    assert '"犬の新しい届出"' in (office.place.forms / PROCEDURE).read_text(encoding="utf-8")
    release = read_release(office.place.forms, "2026-04-20-4")
    assert isinstance(release, Release)
    assert (release.again, release.why) == ("2026-04-20-2", "間違いがあった")


def test_a_draft_from_before_another_release_does_not_take_that_one_back(office: Office) -> None:
    office.begin("slow", ("groups.toml", 'P = "true"', 'P = "true" # 全員'))
    office.released("dog", RENAMED)
    tried = office.on().gate("slow", office.draft("slow"))
    assert isinstance(tried, Draft)
    assert "別の公開がありました" in words(office.on().approve("slow", tried, by="S2"))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda office: office.on().begin("../dog", why="x", by="S1"), "名前に使えません"),
        (
            lambda office: Releases(office.on().program).take_back("2020-01-01", day=DAY, why="x", by="S1"),
            "この公開はありません",
        ),
        (lambda office: office.on().workshop.load("none"), "この名前の下書きはありません"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    office: Office, ask: Callable[[Office], tuple[Issue, ...]], said: str
) -> None:
    found = ask(office)
    assert isinstance(found[0], Issue)
    assert said in words(found)


def test_a_release_is_never_from_a_day_that_is_over(office: Office) -> None:
    office.begin("dog")
    office.gate("dog")
    office.on().approve("dog", office.draft("dog"), by="S2")
    assert "過去の日" in words(office.on().release("dog", office.draft("dog"), day=DAY - dt.timedelta(1)))


# ---- what it was made with -------------------------------------------------------------------------------------------
def test_slip_and_record_name_the_release_and_a_parked_visit_keeps_its_own(office: Office) -> None:
    office.released("dog", RENAMED)
    first = office.on().program
    assert (first.release, first.press.release, first.recorder.release) == ("2026-04-20-2",) * 3
    office.released("more", AGAIN)
    for path in (office.place.home / "catalogues").glob("*.zip"):
        path.unlink()
    second = office.on().program
    assert second.release == "2026-04-20-3"
    edition = second.editions.on(first.catalogue.digest)
    assert edition is not None
    assert edition.book.procedures["P01"].name == "犬の新しい届出"
    assert edition.recorder.release == "2026-04-20-2"
    assert "様式の公開 2026-04-20-2" in edition.words("slip-release", release=edition.press.release)


# ---- two drafts at once ----------------------------------------------------------------------------------------------
def test_a_draft_takes_in_what_was_released_since_and_goes_on(office: Office) -> None:
    forms = office.begin("slow", ("groups.toml", 'P = "true"', 'P = "true" # 全員'))
    office.released("dog", RENAMED)
    assert office.on().follow("slow", office.draft("slow")) == (PROCEDURE,)
    assert "犬の新しい届出" in (forms / PROCEDURE).read_text(encoding="utf-8")
    assert office.gate("slow").waiting == ()
    assert isinstance(office.on().approve("slow", office.draft("slow"), by="S2"), Draft)
    assert office.on().release("slow", office.draft("slow"), day=DAY) == "2026-04-20-3"


def test_a_file_that_both_have_changed_is_named_and_nothing_is_taken_in(office: Office) -> None:
    forms = office.begin("slow", (PROCEDURE, "犬の届出", "犬の遅い届出"))
    office.released("dog", RENAMED)
    assert f"{PROCEDURE}: 下書きでも、そのあとの公開でも変わっています" in words(
        office.on().follow("slow", office.draft("slow"))
    )
    assert "犬の遅い届出" in (forms / PROCEDURE).read_text(encoding="utf-8")


def test_what_is_no_release_is_none(office: Office) -> None:
    assert [begins(name) for name in ("2026-13-01", "x", "2026-04-20-2")] == [None, None, DAY]
    assert "読めません" in words(read_release(office.place.forms, "2026-04-20"))
    assert named_digest(office.place.forms, "2026-04-20") == ""
    (office.place.forms / "releases").mkdir()
    (office.place.forms / "releases" / "2026-04-20.toml").write_text("x = ", encoding="utf-8")
    assert "TOML として読めません" in words(read_release(office.place.forms, "2026-04-20"))
    assert named_digest(office.place.forms, "2026-04-20") == ""
