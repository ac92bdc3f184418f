"""学生特例 (国民健康保険法116条): who leaves home to study stays insured with the household at home."""

import pytest

from kiosk.model.plan import Need
from tests.invented import HERE, PLAIN, person, printed, told
from tests.visits import MOVERS, Desk

FATHER = person("架空　太郎", "S48.6.15", kana="カクウ　タロウ", phone="03-0000-0000", sex="男", part="残る")
SON = person("架空　学", "H20.3.3", kana="カクウ　マナブ", sex="男")
STUDY = {"study.school": "仮想大学　工学部", "study.place": "別見本県仮想市", "study.until": "令和12年3月"}
LEAVING = {
    **PLAIN,
    "case.event_type": "国内転出",
    "case.applicant_role": "世帯主",
    "case.moved_on": "R8.4.25",
    MOVERS: "p2",
    "household.head": "p2",
    "household.old.head_name": "架空　太郎",
    "household.current": "国民健康保険",
    "household.nhi_members": "全員",
    "addr.new.text": "別見本県仮想市本町三丁目4番5号",
    "addr.new.katagaki": "学生寮見本館",
    "addr.old.text": "見本県架空市緑ケ丘二丁目7番12号",
}


def leaving(students: str = "p2", **said: str) -> Desk:
    words = {**LEAVING, "household.students": students, **said}
    return told("tenshutsu", words, FATHER, {**SON, **STUDY}, today="2026-04-20")


def test_a_student_stays_insured_at_home_and_nobody_leaves_the_insurance() -> None:
    desk = leaving()
    assert (desk.need("P98"), desk.need("P11")) == (Need.NEEDED, Need.NOT_NEEDED)
    assert desk.outcome("P98").persons == ("p2",)
    assert printed(desk, "F50-p2", "届出の区分") == "該当"
    assert printed(desk, "F50-p2", "世帯主 氏名") == "架空　太郎"
    assert printed(desk, "F50-p2", "修学する方の住所").startswith("別見本県仮想市本町三丁目4番5号")
    assert printed(desk, "F50-p2", "世帯主（親元）の住所") == "見本県架空市緑ケ丘二丁目7番12号"
    assert printed(desk, "F50-p2", "卒業の予定") == "令和12年3月"


def test_the_fortnight_runs_from_the_move_and_rolls() -> None:
    deadline = leaving().outcome("P98").deadline
    assert deadline is not None
    assert str(deadline.due) == "2026-05-11"  # the fourteenth day is a Saturday


@pytest.mark.parametrize(
    "said", [{"household.students": "なし"}, {"household.nhi_members": "なし"}, {"household.current": "なし"}]
)
def test_who_does_not_leave_an_insured_home_to_study_is_asked_for_no_school(said: dict[str, str]) -> None:
    desk = leaving().say(said)
    assert desk.need("P98") is Need.NOT_NEEDED
    assert not [path for path in desk.open if "study" in path]


def test_where_the_head_moves_along_nobody_stays_insured_here() -> None:
    father = {key: said for key, said in FATHER.items() if key != "part"}
    words = {**LEAVING, MOVERS: "全員", "household.students": "p2"}
    desk = told("tenshutsu", words, father, {**SON, **STUDY}, today="2026-04-20")
    assert (desk.need("P98"), desk.need("P11")) == (Need.NOT_NEEDED, Need.NEEDED)


@pytest.mark.parametrize(
    ("birth", "asked"),
    [("H20.3.3", True), ("H22.4.1", True), ("H22.4.2", True), ("H23.4.2", False), ("H28.1.1", False)],
)
def test_only_of_who_is_past_compulsory_school_it_is_asked(birth: str, *, asked: bool) -> None:
    words = {**LEAVING, "person[p2].birth.date": birth}
    desk = told("tenshutsu", words, FATHER, {**SON, "birth.date": birth}, today="2026-04-20")
    assert ("household.students" in desk.open) is asked


def test_the_end_of_the_studies_is_filed_by_itself() -> None:
    said = {**PLAIN, "case.requests": "国民健康保険の学生特例の届出", "case.applicant_role": "本人"}
    said |= {"study.kind": "非該当", "study.on": "R8.3.31", "addr.new.text": "見本県架空市緑ケ丘二丁目7番12号"}
    desk = told("tandoku", said, SON, today="2026-04-20")
    assert desk.need("P98") is Need.NEEDED
    assert printed(desk, "F50-p1", "届出の区分") == "非該当"
    assert not [path for path in desk.open if path.endswith("study.until")]


@pytest.mark.parametrize(
    ("around", "insured", "told_"),
    [("親元の国民健康保険が続く学生", Need.NOT_NEEDED, Need.NEEDED), ("なし", Need.NEEDED, Need.NOT_NEEDED)],
)
def test_who_comes_to_study_stays_insured_where_the_parents_live(around: str, insured: Need, told_: Need) -> None:
    said = {**PLAIN, **HERE, "case.event_type": "国内転入", "case.applicant_role": "本人", "case.moved_on": "R8.4.10"}
    said |= {"household.head": "p1", "household.circumstances": around, "household.employer_insured": "なし"}
    desk = told("tennyu", said, SON, today="2026-04-20")
    assert (desk.need("P10"), desk.need("P98")) == (insured, told_)
    assert "F50" not in {form.template for form in desk.now.forms}
