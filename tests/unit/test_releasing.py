"""A change goes from a draft through the gate to the counters, by two people, and can be taken back."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import FormsRefused, in_force
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.releasing import Releasing
from kiosk.bootstrap.verdict import verdict
from kiosk.catalogue.releases import Accepted, Release, archive, begins, named_digest, names, read_release
from kiosk.designing.releasing.draft import Draft, Played
from kiosk.flow.clock import FixedClock
from kiosk.model.base import Issue
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


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from an_office(tmp_path)


RENAMED = (PROCEDURE, 'name = "犬の届出"', 'name = "犬の新しい届出"')
AGAIN = (PROCEDURE, 'name = "犬の新しい届出"', 'name = "犬のもっと新しい届出"')
ON_PAPER = ("templates/F01/001/template.toml", "valid_from = 2024-04-01", "valid_from = 2024-04-02")


def words(found: object) -> str:
    assert isinstance(found, tuple)
    return "\n".join(str(issue) for issue in found)


# ---- the gate --------------------------------------------------------------------------------------------------------
def test_a_draft_changes_nothing_for_residents_and_says_what_it_changes(office: Office) -> None:
    office.begin("dog", RENAMED)
    assert office.called() == "犬の届出"
    assert office.on().changes("dog") == (("*", PROCEDURE),)


def test_whoever_comes_out_otherwise_is_shown_with_plan_and_record_and_accepted_by_name(office: Office) -> None:
    office.begin("dog", RENAMED, (PROCEDURE, 'reason = "犬を飼うため"', 'reason = "犬がいるため"'))
    tried = office.gate("dog")
    assert tried.tried is not None
    (played,) = tried.waiting
    assert (played.persona, played.wrong, tried.tried.played) == ("inu", (), 1)
    said = "\n".join(played.changes)
    assert "犬の届出 → 犬の新しい届出" in said
    assert "理由: 犬を飼うため → 犬がいるため" in said
    assert "記録 P01　kyotsu.tetsuzukimei: 犬の届出 → 犬の新しい届出" in said
    assert "まだ認められていません" in words(office.on().approve("dog", tried, by="S2"))
    accepted = office.on().accept("dog", tried, ["inu"], reason="名前を直したため", by="S1")
    assert isinstance(accepted, Draft)
    assert accepted.waiting == ()


def test_what_stands_on_a_paper_otherwise_is_told_box_by_box(office: Office) -> None:
    office.begin("dog", ("templates/F01/001/template.toml", 'when = "case.has_dog"', 'when = "case.count > 3"'))
    (played,) = office.gate("dog").waiting
    assert any(line.startswith("様式 F01　no3 引越しの日") for line in played.changes)


def test_what_it_costs_otherwise_is_told(office: Office) -> None:
    change(
        office.place.forms / PROCEDURE,
        "[[version.bring]]",
        '[[version.charge]]\nfee = "city.fee_copy"\n\n[[version.bring]]',
    )
    office.begin("dog", ("municipality.toml", "copy = { value = 300", "copy = { value = 400"))
    (played,) = office.gate("dog").waiting
    assert "手数料　合計: 300円 → 400円" in played.changes


def test_an_acceptance_counts_for_what_was_seen_and_for_nothing_else(office: Office) -> None:
    forms = office.begin("dog", RENAMED)
    office.on().accept("dog", office.gate("dog"), ["inu"], reason="名前を直したため", by="S1")
    change(forms / PROCEDURE, "犬の新しい届出", "犬の別の届出")
    assert "検査のあとに変わりました" in words(office.on().approve("dog", office.draft("dog"), by="S2"))
    assert [each.persona for each in office.gate("dog").waiting] == ["inu"]


def test_a_draft_with_a_mistake_is_played_for_nobody_and_not_approved(office: Office) -> None:
    office.begin("dog", (PROCEDURE, "reason_not =", "reason_nott ="))
    tried = office.gate("dog").tried
    assert tried is not None
    assert (tried.played, len(tried.issues)) == (0, 1)
    assert "誤りが1件" in words(office.on().approve("dog", office.draft("dog"), by="S2"))


def test_what_a_written_visit_must_get_cannot_be_accepted_away(office: Office) -> None:
    office.begin("dog", (PROCEDURE, "case.count > 0", "case.count > 1"))
    (played,) = office.gate("dog").waiting
    assert played.wrong == ("手続が見込み（expect.procedures）と違います: P01 → なし",)
    refused = office.on().accept("dog", office.draft("dog"), ["inu"], reason="そのため", by="S1")
    assert "認められる違いのない名前" in words(refused)


@pytest.mark.parametrize("who", ["S1", "S3"])
def test_nobody_approves_what_they_made_or_accepted_themselves(office: Office, who: str) -> None:
    office.begin("dog", RENAMED)
    office.on().accept("dog", office.gate("dog"), ["inu"], reason="そのため", by="S3")
    assert "承認できません" in words(office.on().approve("dog", office.draft("dog"), by=who))
    assert isinstance(office.on().approve("dog", office.draft("dog"), by="S2"), Draft)


def test_nothing_is_released_that_nobody_approved_or_that_changed_since(office: Office) -> None:
    forms = office.begin("dog")
    assert "まだ検査していません" in words(office.on().release("dog", office.draft("dog"), day=DAY))
    office.gate("dog")
    assert "まだ承認されていません" in words(office.on().release("dog", office.draft("dog"), day=DAY))
    office.on().approve("dog", office.draft("dog"), by="S2")
    change(forms / "groups.toml", 'P = "true"', 'P = "true" # 全員')
    assert "検査のあとに変わりました" in words(office.on().release("dog", office.draft("dog"), day=DAY))
    assert names(office.place.forms) == ()


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
    made = office.on().take_back("2026-04-20-2", day=DAY, why="間違いがあった", by="S2")
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
        (lambda office: office.on().take_back("2020-01-01", day=DAY, why="x", by="S1"), "この公開はありません"),
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


def test_however_much_comes_out_otherwise_a_draft_stays_readable_and_knows_all_of_it() -> None:
    many = [f"{number} " + "長い" * 200 for number in range(500)]
    one = Played.of("inu", "犬", changes=many, wrong=())
    other = Played.of("inu", "犬", changes=[*many[:-1], "別"], wrong=())
    assert one.changes == other.changes
    assert (len(one.changes), one.changes[-1]) == (61, "ほかに440件")
    said = {"persona": "inu", "reason": "そのため", "by": "S1", "at": NOW}
    draft = Draft(
        why="x", made_by="S1", made_at=NOW, base="", accepted=(Accepted(**said, changes=(), seen=one.digest),)
    )
    assert (draft.accepts(one), draft.accepts(other)) == (True, False)


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


# ---- what does not fit -----------------------------------------------------------------------------------------------
def test_what_no_longer_fits_on_a_paper_is_told_and_its_paper_written(office: Office, tmp_path: Path) -> None:
    narrow = 'fact = "person[A].name.full"\nrect = { x = 21, y = 21, w = 4, h = 4 }\nfloor = 10.5'
    wide = 'fact = "person[A].name.full"\nrect = { x = 21, y = 21, w = 78, h = 8 }'
    office.begin("dog", ("templates/F01/001/template.toml", wide, narrow))
    pictures = tmp_path / "tight"
    pictures.mkdir()
    tried = office.on().gate("dog", office.draft("dog"), pictures=pictures)
    assert isinstance(tried, Draft)
    (played,) = tried.waiting
    assert any(line.startswith("印刷の注意　F01") for line in played.changes), played
    assert [path.name for path in pictures.iterdir()] == ["inu-F01.pdf"]


def test_what_is_no_release_is_none(office: Office) -> None:
    assert [begins(name) for name in ("2026-13-01", "x", "2026-04-20-2")] == [None, None, DAY]
    assert "読めません" in words(read_release(office.place.forms, "2026-04-20"))
    assert named_digest(office.place.forms, "2026-04-20") == ""
    (office.place.forms / "releases").mkdir()
    (office.place.forms / "releases" / "2026-04-20.toml").write_text("x = ", encoding="utf-8")
    assert "TOML として読めません" in words(read_release(office.place.forms, "2026-04-20"))
    assert named_digest(office.place.forms, "2026-04-20") == ""
