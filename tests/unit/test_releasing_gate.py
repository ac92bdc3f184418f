"""The gate before a release: what a draft changes is shown with everybody, accepted by name, approved by another."""

from pathlib import Path

import pytest

from kiosk.catalogue.releases import Accepted, names
from kiosk.designing.releasing.draft import Draft, Played
from tests.changing import DAY, NOW, PROCEDURE, RENAMED, Office, words
from tests.edits import change


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
