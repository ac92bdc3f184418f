"""What is particular to some of the written visits of forms/personas: one story each."""

import datetime as dt

import pytest

from kiosk.model.filled import BoxState
from kiosk.model.plan import Need
from kiosk.model.source import Source
from kiosk.model.vocabulary import Type
from tests.played import NAMES, played, visit
from tests.visits import FORMS, book, persona, told

each = pytest.mark.parametrize("name", NAMES)


def test_the_couple_from_another_prefecture_brings_the_paper_of_their_old_one() -> None:
    desk, _ = visit("kaigo")
    assert "負担区分等証明書" in desk.outcome("P52").bring
    assert desk.outcome("P52").persons == desk.outcome("P51").persons == ("p2",)
    assert desk.outcome("P50").persons == ("p1", "p2")
    assert desk.outcome("P10").persons == ("p1",)


def test_one_name_without_a_family_name_is_printed_as_it_is() -> None:
    desk, _ = visit("gaikoku")
    assert {box.text for box in desk.boxes("F01", "person[p1].name.new")} == {"MAYA"}
    assert [box.text for box in desk.boxes("F01", "person[p1].foreign.expiry")] == ["2027年3月31日"]
    assert all(box.state is BoxState.NOT_APPLICABLE for box in desk.boxes("F01", "koseki.honseki"))


def test_eight_people_fill_two_sheets_and_every_page_counts_once() -> None:
    desk, _ = visit("hachinin")
    assert [(form.key, form.sheets) for form in desk.now.forms if form.sheets > 1] == [
        ("F01", 2),
        ("F02", 2),
        ("F05", 2),
    ]
    rows = [
        box for box in desk.form("F01").boxes if box.person and box.paths[:1] == (f"person[{box.person}].kana_new",)
    ]
    assert [(box.person, box.sheet, box.row) for box in rows] == [
        (f"p{number + 1}", number // 4, number % 4) for number in range(8)
    ]


def test_a_birth_of_which_nothing_is_known_leaves_every_age_to_the_departments() -> None:
    desk = told("fusho").say({"person[p1].birth.date": "年月日不詳"})
    assert {outcome.procedure for outcome in desk.now.plan.open} == {"P10", "P12", "P20", "P21", "P50", "P52", "P60"}
    assert all(outcome.need is Need.HELD for outcome in desk.now.plan.open)


def test_a_public_servant_is_sent_to_the_employer() -> None:
    desk, _ = visit("komuin")
    assert "公務員" in desk.outcome("P20").reason


def test_an_agent_is_checked_and_named_on_the_seal_form() -> None:
    desk, _ = visit("kokugai")
    assert any("委任状" in paper for paper in desk.outcome("P90").bring)
    assert desk.boxes("F07", "agent.name")[0].text.startswith("架空　代")


def test_rare_letters_are_kept_code_point_by_code_point() -> None:
    desk, _ = visit("ijitai", "cards")
    name = "髙﨑　𠮷葛\U000e0100"
    assert desk.value("person[p1].name.full") == name
    assert {box.text for box in desk.boxes("F01", "household.new.head_name")} == {name}


def test_twins_of_the_same_day_and_sex_have_a_row_each() -> None:
    desk, _ = visit("futago")
    names = [
        box.text for box in desk.form("F04").boxes if box.paths in {("person[p3].name.new",), ("person[p4].name.new",)}
    ]
    assert names == ["見本　陽", "見本　翔"]


def test_of_twins_born_around_midnight_only_the_younger_is_still_a_child() -> None:
    desk, _ = visit("hizuke_futago")
    assert {box.person for box in desk.form("F04").boxes if box.person} == {"p3"}
    assert [box.text for box in desk.boxes("F04", "jido.older_siblings")] == ["1"]


def test_a_third_child_counted_with_the_student_needs_the_confirmation() -> None:
    desk, _ = visit("bekkyo")
    assert "監護相当・生計費の負担についての確認書" in desk.outcome("P20").bring
    lives = {
        box.person: box.marks
        for box in desk.form("F04").boxes
        if box.paths[:1] == (f"person[{box.person}].lives_with_claimant",)
    }
    assert lives["p2"] != lives["p3"]


def test_with_one_student_and_one_child_no_confirmation_is_needed() -> None:
    desk, _ = visit("hizuke_futago")
    assert "監護相当・生計費の負担についての確認書" not in desk.outcome("P20").bring


def test_an_alias_stands_beside_the_name_of_the_foreign_wife_only() -> None:
    desk, _ = visit("kongo")
    assert [box.text for box in desk.boxes("F01", "person[p2].alias_name")] == ["見本　凛"]
    assert desk.outcome("P33").persons == ("p2",)


def test_on_the_last_day_a_filing_is_not_late() -> None:
    desk, _ = visit("uruu")
    deadline = desk.outcome("P02").deadline
    assert deadline is not None
    assert (deadline.due, deadline.late) == (dt.date(2027, 3, 1), False)
    assert desk.outcome("P31").persons == ("p2",)


def test_only_the_child_of_school_age_changes_school() -> None:
    assert visit("yongatsu_umare")[0].outcome("P60").persons == ("p2",)


def test_a_ward_keeps_the_card_but_gets_no_certificate_to_sign_with() -> None:
    desk, _ = visit("kouken")
    assert (desk.need("P30"), desk.need("P31")) == (Need.NEEDED, Need.NOT_NEEDED)
    filing = desk.outcome("P01").filing
    assert filing is not None
    assert any("登記事項証明書" in paper for paper in filing.papers)


def test_a_power_of_attorney_that_is_not_in_order_files_nothing() -> None:
    desk, _ = visit("inin_fubi")
    filing = desk.outcome("P35").filing
    assert filing is not None
    assert (filing.may, desk.now.forms) == (False, ())


@pytest.mark.parametrize(
    ("name", "box", "asked"),
    [
        ("denwa_nashi", "moving.filing.phone", "person[p1].phone"),
        ("furigana_nashi", "person[p1].kana_new", "person[p1].kana"),
    ],
)
def test_what_somebody_does_not_have_is_left_to_the_staff(name: str, box: str, asked: str) -> None:
    desk, _ = visit(name)
    assert {each.state for each in desk.boxes("F01", box)} == {BoxState.HELD}
    assert asked not in desk.open


def test_the_sheet_for_a_divorce_follows_the_day_of_filing() -> None:
    assert [form.version for form in visit("rikon")[0].now.forms if form.template == "F22"] == ["001"]
    assert [form.version for form in visit("rikon_zen")[0].now.forms] == ["000"]


def test_only_who_takes_another_surname_needs_a_new_certificate() -> None:
    assert visit("konin")[0].outcome("P31").persons == ("p2",)
    assert visit("rikon")[0].outcome("P31").persons == ("p2",)


def test_one_who_is_left_alone_need_not_tell_who_heads_the_household() -> None:
    assert visit("shibo_hitori")[0].need("P04") is Need.NOT_NEEDED
    assert visit("shibo")[0].need("P04") is Need.NEEDED


def test_on_the_seventy_fifth_birthday_itself_the_late_elderly_care_begins() -> None:
    desk, _ = visit("nanajugo")
    assert (desk.need("P52"), desk.need("P10"), desk.outcome("P52").bring) == (Need.NEEDED, Need.NOT_NEEDED, ())


def test_care_is_taken_over_before_sixty_five_too() -> None:
    desk, _ = visit("nigou")
    assert (desk.need("P51"), desk.need("P50")) == (Need.NEEDED, Need.NOT_NEEDED)


# ---- a visit about somebody else -----------------------------------------------------------------------------------
def test_no_address_is_shown_that_the_person_at_the_counter_did_not_say() -> None:
    desk, _ = visit("fuhyo")
    said = {fact.path for fact in desk.now.case.ledger.facts}
    kinds = {path: item.type for path in desk.now.facts.by_path if (item := book().vocabulary.item(path))}
    addresses = {path: desk.now.facts.by_path[path] for path, kind in kinds.items() if kind is Type.ADDRESS}
    told = {path: fact for path, fact in addresses.items() if path in said}
    assert {fact.source for fact in told.values()} == {Source.INTERVIEW}
    texts = [{getattr(fact.value, "text", fact.value) for fact in each.values()} for each in (addresses, told)]
    assert texts[0] == texts[1]
    words = {box.text for form in desk.now.forms for box in form.boxes if "見本県" in box.text}
    assert words <= {"見本県架空市緑ケ丘二丁目7番12号", "見本県架空市本町1番"}


def test_a_visit_about_somebody_else_goes_like_any_other() -> None:
    case = persona("fuhyo")
    other = case.answers | {"cert.koseki.subject_name": "架空　某", "cert.koseki.subject_birth": "H1.2.3"}
    (here, went), (there, also) = visit("fuhyo"), played(case.model_copy(update={"answers": other}))
    assert went.questions == also.questions
    assert here.now.plan == there.now.plan
    assert [form.key for form in here.now.forms] == [form.key for form in there.now.forms]
    assert here.page.notices == there.page.notices


@each
def test_no_persona_carries_a_mark_of_protection(name: str) -> None:
    text = (FORMS / "personas" / f"{name}.toml").read_text(encoding="utf-8")
    assert not [word for word in ("支援措置", "保護命令", "加害", "被害", "DV", "dv.") if word in text]


# ---- in the words of the event -------------------------------------------------------------------------------------
def test_an_event_asks_in_its_own_words() -> None:
    certificate, move = visit("shomei")[0], visit("tanshin")[0]
    assert certificate.question("addr.new.text").ask == "ご住所はどちらですか。"
    assert move.question("addr.new.text").ask == "新しい住所はどちらですか。"


@pytest.mark.parametrize("event", sorted(book().events))
def test_an_event_rewords_only_questions_that_there_are(event: str) -> None:
    items = book().vocabulary.by_key
    assert [key for key in book().events[event].asks if key not in items or not items[key].ask] == []


# ---- おくやみ: what follows is not asked -----------------------------------------------------------------------------
def test_what_a_widow_need_not_be_asked_stands_on_the_papers() -> None:
    desk, went = visit("shibo")
    value = desk.now.facts.value
    asked = {"death.spouse_age", "death.person.sex", "death.reporter_honseki", "koseki.honseki", "death.person.address"}
    assert not asked & set(went.questions)
    assert (value("death.spouse_age"), value("death.person.sex"), value("death.person.marital")) == (58, "男", "いる")
    assert value("death.reporter_honseki") == value("koseki.honseki") == value("death.person.honseki")
    assert [box.text for box in desk.boxes("F20", "death.person.address")] == ["見本県架空市緑ケ丘二丁目7番12号"]


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        ({"household.foreigners": "p1"}, {"death.reporter_honseki", "death.reporter_head_name"}),
        ({"death.person.honseki": "大韓民国"}, {"death.reporter_honseki"}),
        ({"death.applicant_relation": "子"}, {"death.person.marital", "death.person.sex", "death.reporter_honseki"}),
        ({"death.applicant_relation": "妻（未届）"}, {"death.reporter_role", "death.person.marital"}),
        (
            {"case.applicant_role": "別世帯の親族"},
            {"death.person.address", "death.reporter_role", "death.shared_living"},
        ),
        ({"death.had": "市内の土地・建物など"}, {"death.person.head_name"}),
    ],
)
def test_what_does_not_follow_is_asked(said: dict[str, str], open_: set[str]) -> None:
    desk, _ = visit("shibo")
    assert open_ <= set(desk.say(said).open)


def test_nobody_is_a_dependent_of_who_had_no_family_insurance() -> None:
    desk, _ = visit("shibo")
    assert desk.now.facts.value("death.dependents") == ()
    assert desk.need("P10") is Need.NOT_NEEDED
    assert "death.dependents" in desk.say({"death.insurance": "任意継続"}).open


@pytest.mark.parametrize(
    ("insurance", "pension", "before"),
    [("任意継続", Need.NOT_NEEDED, "任意継続"), ("国保組合", Need.UNDECIDED, "国保組合")],
)
def test_a_family_cannot_take_over_the_insurance_of_who_has_died(insurance: str, pension: Need, before: str) -> None:
    desk, _ = visit("shibo_ninkei")
    desk.say({"death.insurance": insurance})
    assert desk.outcome("P10").persons == ("p1",)
    assert desk.need("P12") is pension
    assert desk.value("person[p1].insurance.previous") == before


# ---- 婚姻・離婚とあわせた引越し --------------------------------------------------------------------------------------
def test_who_comes_along_to_a_wedding_has_a_school_and_a_care_certificate() -> None:
    desk, _ = visit("konin_tsurego")
    assert [desk.outcome(each).persons for each in ("P60", "P50", "P51", "P10")] == [
        ("p3",),
        ("p4",),
        ("p4",),
        ("p3", "p4"),
    ]
    assert {"転入"} == {box.text.split("　")[0] for box in desk.boxes("F11-p4", "kaigo.reason")}
    assert all(desk.outcome(each).forms == () for each in ("P10", "P20", "P21"))


@pytest.mark.parametrize(
    ("also", "needed"), [("市内で引越した", {"P50", "P60"}), ("世帯だけが変わる", set()), ("引越しはない", set())]
)
def test_at_a_wedding_only_who_comes_from_another_city_brings_care_and_claims_along(
    also: str, needed: set[str]
) -> None:
    desk, _ = visit("konin_tsurego")
    desk.say({"case.also_moves": also})
    moving = {each for each in ("P10", "P50", "P51", "P60") if desk.need(each) is Need.NEEDED}
    assert moving == needed
    assert desk.outcome("P50").forms == ()


# ---- two people at the counter ---------------------------------------------------------------------------------------
def test_who_claims_in_person_needs_no_letter_of_proxy_and_both_sign() -> None:
    desk, _ = visit("futari")
    claim = desk.outcome("P20").filing
    assert claim is not None
    assert (claim.may, claim.papers) == (True, ())
    assert {signer.person: signer.signed for signer in desk.page.signers} == {"p1": True, "p2": True}
    alone = desk.say({"case.came": "p1"})
    assert "agent.poa" in alone.open
