"""手数料: one total from what was asked for and what the city takes, what is free and why, and the till."""

import pytest

from kiosk.flow.actions import Answer, Confirm
from kiosk.flow.billing import bill
from kiosk.flow.case_actions import Correct, Rewind, Waive, Withdraw
from kiosk.model.bill import Bill, till_code, till_unfit
from kiosk.model.case import CaseState
from kiosk.model.free_for import FreeFor
from kiosk.press.guide import write_guide
from kiosk.press.guide_words import GuideWords
from kiosk.settings import Confidence
from tests.played import played, visit
from tests.visits import ROOT, TODAY, Desk, catalogue, persona
from tests.wording import WORDS

CITY = catalogue().city
GUIDE = GuideWords.read(ROOT / "assets" / "words" / "guide", catalogue().labels)


def test_what_was_asked_for_comes_to_one_total_that_the_till_can_read() -> None:
    snapshot = visit("shomei")[0].now
    found = bill(snapshot, CITY)
    assert [(row.name, row.count, row.amount) for row in found.rows] == [
        ("住民票の写し 1通", 1, 300),
        ("印鑑登録証明書 1通", 2, 600),
        ("所得・課税・納税の証明書 1通", 1, 300),
    ]
    assert (found.total, found.code, found.open, found.confirmed) == (1200, f"{snapshot.case.slip}-1200", False, True)


def test_what_is_free_says_why_and_what_the_city_has_not_looked_at_says_so() -> None:
    desk, _ = played(persona("shomei"))
    desk.at_once.handle(Answer(path="cert.tax.kind", text="軽自動車継続検査用納税証明"))
    fee = CITY.settings["fee.juminhyo"].model_copy(update={"confidence": Confidence.MEMORY})
    city = CITY.model_copy(update={"settings": {**CITY.settings, "fee.juminhyo": fee}, "till": "{amount:06}{digits}"})
    assert desk.visit.snapshot is not None
    rows = {row.name: row for row in bill(desk.visit.snapshot, city).rows}
    tax, resident = rows.get("所得・課税・納税の証明書 1通"), rows["住民票の写し 1通"]
    assert tax is None or (tax.amount, tax.free) == (0, "継続検査（車検）用のため")
    assert (resident.confirmed, bill(desk.visit.snapshot, city).confirmed) == (False, False)


def test_a_fee_that_is_let_off_counts_nothing_and_the_bill_and_the_slip_say_why() -> None:
    desk, _ = visit("shomei")
    certificates = [row.procedure for row in bill(desk.now, CITY).rows]
    procedure = next(view.id for view in desk.page.outcomes if view.name == certificates[0])
    desk.act(Waive(procedure=procedure, reason=FreeFor.OFFICIAL))
    found = bill(desk.now, CITY, say=WORDS.say)
    assert (found.total, [row.free for row in found.rows]) == (900, ["公用のため", "", ""])
    view = next(view for view in desk.page.outcomes if view.id == procedure)
    assert (view.charged, view.free_for) == (True, "公用のため")
    desk.act(Waive(procedure=procedure, reason="市の委員会の資料にするため"))
    assert bill(desk.now, CITY, say=WORDS.say).rows[0].free == "市の委員会の資料にするため"
    desk.act(Rewind())
    assert bill(desk.now, CITY, say=WORDS.say).rows[0].free == "公用のため"
    desk.act(Waive(procedure=procedure))
    assert bill(desk.now, CITY).total == 1200


def test_a_fee_is_made_less_for_a_reason_and_the_total_and_its_code_take_what_is_left() -> None:
    desk, _ = visit("shomei")
    rows = bill(desk.now, CITY).rows
    procedure = next(view.id for view in desk.page.outcomes if view.name == rows[0].procedure)
    desk.act(Waive(procedure=procedure, reason=FreeFor.WELFARE, left=150))
    found = bill(desk.now, CITY, say=WORDS.say)
    assert (found.total, found.rows[0].amount, found.rows[0].free) == (1050, 150, "生活保護を受けているため")
    assert found.code.endswith("-1050")
    view = next(view for view in desk.page.outcomes if view.id == procedure)
    assert (view.free_for, view.fee_left) == ("生活保護を受けているため", 150)
    desk.act(Waive(procedure=procedure, reason=FreeFor.WELFARE, left=5000))
    assert bill(desk.now, CITY).total == 1200  # never more than the fee
    desk.act(Rewind())
    assert bill(desk.now, CITY).total == 1050
    desk.act(Waive(procedure=procedure))
    assert (desk.now.case.free_for, desk.now.case.fee_left, bill(desk.now, CITY).total) == ({}, {}, 1200)


def test_a_fee_is_let_off_for_a_reason_that_can_be_kept_and_for_a_procedure_that_is_there() -> None:
    desk, _ = visit("shomei")
    before = desk.now.case
    desk.act(Waive(procedure="P01", reason=FreeFor.LAW))
    assert desk.now.case.free_for == before.free_for
    desk.act(Waive(procedure="P40", reason="　"))
    assert desk.now.case.free_for == {}
    assert [notice.code for notice in desk.page.notices] == ["free-needs-reason"]


def test_a_later_revision_tells_what_was_told_and_the_till_takes_the_difference_alone() -> None:
    desk, _ = visit("shomei")
    desk.act(Confirm(), Correct(reason="通数の聞き間違い"), Answer(path="cert.seal.copies", text="4"))
    more = bill(desk.now, CITY)
    assert (more.told, more.total, more.due, more.code) == (1200, 1800, 600, f"{desk.now.case.slip}-600")
    assert lines(more) == [
        "追加のお支払い 600円",
        "前にお知らせした合計 1,200円　今回の合計 1,800円",
        "前の分をまだお支払いでないときは、今回の合計 1,800円だけをいただきます。",
    ]
    assert "追加のお支払い：600円" in notes(desk)
    desk.act(Answer(path="cert.seal.copies", text="1"))
    less = bill(desk.now, CITY)
    assert (less.due, less.code, lines(less)[0]) == (-300, "", "お返しする額 300円")
    assert "To be given back to you: 300 yen" in notes(desk, "en")
    desk.act(Answer(path="cert.seal.copies", text="2"))
    same = bill(desk.now, CITY)
    assert (same.due, same.code, lines(same)[0]) == (0, "", "追加のお支払いはありません")
    assert "お支払い" not in notes(desk)


def test_after_two_corrections_the_slip_fits_who_paid_the_first_total_the_second_or_nothing() -> None:
    desk, _ = visit("shomei")
    for copies in ("4", "3"):
        desk.sign().act(Confirm(), Correct(reason="聞き間違い"), Answer(path="cert.seal.copies", text=copies))
    found = bill(desk.now, CITY)
    assert (desk.now.case.billed, found.total, found.told, found.earlier) == ((1200, 1800), 1500, 1800, (1200,))
    assert lines(found) == [
        "今回の合計 1,500円",
        "これまでのお支払いが 1,800円のときは、お返しする額は 300円です。",
        "これまでのお支払いが 1,200円のときは、追加のお支払いは 300円です。",
        "前の分をまだお支払いでないときは、今回の合計 1,500円だけをいただきます。",
    ]
    assert found.code == ""  # nobody here knows what was paid: the till is told nothing that may be wrong
    assert "これまでのお支払いによって違います" in notes(desk)
    assert "depends on what you have paid" in notes(desk, "en")


def test_a_correction_back_to_what_was_paid_first_says_so_to_who_paid_it() -> None:
    desk, _ = visit("shomei")
    for copies in ("4", "2"):
        desk.sign().act(Confirm(), Correct(reason="聞き間違い"), Answer(path="cert.seal.copies", text=copies))
    said = lines(bill(desk.now, CITY))
    assert "これまでのお支払いが 1,200円のときは、追加のお支払いはありません。" in said
    assert "これまでのお支払いが 1,800円のときは、お返しする額は 600円です。" in said


def test_a_case_that_an_earlier_version_corrected_is_read_with_the_one_total_it_kept() -> None:
    case = visit("shomei")[0].now.case
    for kept, read in ((1200, (1200,)), (None, ())):
        assert type(case).model_validate({**case.model_dump(), "billed": kept}).billed == read


def test_what_was_told_of_a_case_that_is_taken_back_is_given_back() -> None:
    desk, _ = visit("shomei")
    desk.act(Confirm(), Withdraw(reason="取りやめ"))
    assert desk.now.case.state is CaseState.WITHDRAWN
    back = bill(desk.now, CITY)
    assert (back.rows, back.code, back.due) == ((), "", -1200)
    assert lines(back)[0] == "お返しする額 1,200円"
    assert lines(back)[2] == "前の分をまだお支払いでないときは、お返しするものはありません。"


def notes(desk: Desk, language: str = "ja") -> str:
    """What stands at the foot of the guide."""
    content = write_guide(desk.now, GUIDE, city=CITY, language=language)
    return "".join(note.other or note.ja for note in content.notes)


def lines(found: Bill) -> list[str]:
    return [*map(WORDS.say, found.said), *map(WORDS.say, found.before)]


def test_a_case_that_was_taken_back_owes_nothing_and_free_procedures_are_named() -> None:
    snapshot = visit("kazoku4")[0].now
    assert "転入届" in bill(snapshot, CITY).free
    taken_back = snapshot.with_case(snapshot.case.model_copy(update={"state": CaseState.WITHDRAWN}))
    assert bill(taken_back, CITY).rows == ()


@pytest.mark.parametrize(
    "text", ["{number}", "{amount", "{yen}", "合計{amount}", "", "{amount.real!q}", "{amount}" * 9]
)
def test_a_text_that_a_till_cannot_read_is_no_text(text: str) -> None:
    assert till_unfit(text)
    assert not till_unfit("{digits}{amount:06}")
    assert till_code("{digits}{amount:06}", number="260420-001", amount=1200, on=TODAY, city="") == "260420001001200"
