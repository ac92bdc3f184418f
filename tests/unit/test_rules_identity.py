"""Who has come: which papers are enough, what a card that was read already proves, and what becomes of the rest."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kiosk.catalogue.files import Files
from kiosk.catalogue.rules import load_identity
from kiosk.exchange.records.recorder import Recorder
from kiosk.flow.actions import Decide, Decision, UseCard
from kiosk.model.base import Issue
from kiosk.model.card import CardFace
from kiosk.model.identity import IdPapers
from kiosk.model.plan import Need
from kiosk.model.procedure import Identity
from kiosk.model.wareki import PartialDate
from kiosk.rules.filing import shown
from tests.offices import confirmed
from tests.visits import FORMS, MOVE, Desk, book, moved, settled, told

PAPERS, EXPIRY, CHECK, ROLE = "case.id_papers", "case.id_expiry", "case.id_check", "case.applicant_role"
LICENCE = {PAPERS: "運転免許証", EXPIRY: "R12.6.15"}
TARO = CardFace(
    name="架空　太郎",
    address="見本県仮想市本町３丁目４番５号",
    birth=PartialDate(iso="1988-06-15"),
    sex="1",
    expires_on="2033-06-15",
)
OLD_CARD = TARO.model_copy(update={"expires_on": "2024-06-15", "expired": True})


def came() -> Desk:
    """A plain move, nobody has shown anything yet."""
    return Desk().say({path: words for path, words in MOVE.items() if path != PAPERS})


# ---- the lists -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("papers", "check"),
    [
        ("個人番号カード", "1点"),
        ("運転免許証、診察券", "1点"),
        ("資格確認書、介護保険証", "2点"),
        ("母子健康手帳、学生証", "2点"),
        ("資格確認書、診察券、社員証", "2点"),
        ("資格確認書", "不足"),
        ("学生証、社員証", "不足"),
        ("学生証、社員証、キャッシュカード、診察券", "不足"),
        ("なし", "不足"),
    ],
)
def test_one_photo_or_two_of_the_first_list_or_one_of_each_are_enough(papers: str, check: str) -> None:
    assert came().say({PAPERS: papers, EXPIRY: "R12.6.15"}).value(CHECK) == check


def test_the_papers_that_can_be_answered_are_those_of_the_citys_list() -> None:
    papers = book().identity
    assert tuple(choice.code for choice in came().question(PAPERS).choices) == papers.names
    assert papers.card in papers.photo
    assert papers.recheck == "none"
    assert min(len(papers.photo), len(papers.a), len(papers.b)) >= 4


def test_a_wrong_list_is_named_and_accepts_nothing(tmp_path: Path) -> None:
    text = (FORMS / "identity.toml").read_text(encoding="utf-8")
    for change, where in (
        (("photo =", "photos ="), "identity.toml"),
        (('"学生証"', '"資格確認書"'), "identity.toml"),
        (('card = "個人番号カード"', 'card = "学生証"'), "identity.toml card"),
    ):
        (tmp_path / "identity.toml").write_text(text.replace(*change), encoding="utf-8")
        issues: list[Issue] = []
        load_identity(Files.read(tmp_path), issues)
        assert any(issue.where.startswith(where) for issue in issues), change
    (tmp_path / "identity.toml").unlink()
    assert load_identity(Files.read(tmp_path), []) == IdPapers()


# ---- asking ----------------------------------------------------------------------------------------------------------
def test_the_clerk_is_asked_for_the_papers_once_and_right_after_who_has_come() -> None:
    desk = came()
    assert desk.open.count(PAPERS) == 1
    assert desk.question(PAPERS).ask == "本人確認書類は何をお持ちですか。"
    assert "P01" in desk.question(PAPERS).needed_by


def test_the_expiry_is_asked_only_of_a_photo_id() -> None:
    assert EXPIRY in came().say({PAPERS: "運転免許証"}).open
    assert EXPIRY not in came().say({PAPERS: "資格確認書、学生証"}).open
    assert EXPIRY not in came().say({PAPERS: "なし"}).open


def test_an_expired_photo_id_does_not_count_but_papers_beside_it_do() -> None:
    late = {EXPIRY: "R8.4.19"}
    assert came().say({PAPERS: "運転免許証", **late}).value(CHECK) == "不足"
    assert came().say({PAPERS: "運転免許証、資格確認書、診察券", **late}).value(CHECK) == "2点"
    assert came().say({PAPERS: "運転免許証", EXPIRY: "R8.4.20"}).value(CHECK) == "1点"


def test_an_expiry_that_nobody_can_read_is_held_and_stands_in_nobodys_way() -> None:
    desk = came().say({PAPERS: "運転免許証"}).hold(EXPIRY)
    assert desk.value(CHECK) == "1点"
    assert desk.need("P01") is Need.NEEDED
    assert EXPIRY not in desk.open


def test_what_needs_no_papers_asks_for_none() -> None:
    words = {ROLE: "本人", "case.requests": "水道の使用開始", "household.circumstances": "なし"}
    desk = Desk(event="tandoku").say(words)
    assert desk.need("P72") is Need.NEEDED
    assert PAPERS not in desk.open
    assert book().procedures["P81"].versions[0].identity is Identity.NONE


# ---- cards -----------------------------------------------------------------------------------------------------------
def test_the_applicants_card_that_was_read_is_the_papers_and_nothing_is_asked() -> None:
    desk = came().act(UseCard(person="p1", face=TARO))
    assert desk.value(PAPERS) == ("個人番号カード",)
    assert desk.value(EXPIRY) == PartialDate(iso="2033-06-15")
    assert {PAPERS, EXPIRY}.isdisjoint(desk.open)
    assert desk.need("P01") is Need.NEEDED


def test_a_card_without_a_readable_expiry_still_counts() -> None:
    desk = came().act(UseCard(person="p1", face=TARO.model_copy(update={"expires_on": ""})))
    assert desk.value(CHECK) == "1点"
    assert EXPIRY not in desk.open


def test_an_expired_card_proves_nothing() -> None:
    assert PAPERS in came().act(UseCard(person="p1", face=OLD_CARD)).open


def test_the_card_of_another_member_does_not_tell_who_has_come() -> None:
    assert PAPERS in came().members(2).act(UseCard(person="p2", face=TARO)).open


def test_the_principals_card_does_not_tell_who_the_agent_is() -> None:
    agent = {ROLE: "任意代理人", "agent.poa": "原本あり・内容に不備なし"}
    own = Decide(decision=Decision.SAME)
    desk = came().act(UseCard(person="p1", face=TARO)).say({ROLE: agent[ROLE]}).act(own).say(agent)
    assert PAPERS in desk.open
    assert EXPIRY in desk.say({PAPERS: "個人番号カード"}).open


def test_other_papers_than_the_card_that_was_read_have_their_own_expiry() -> None:
    desk = came().act(UseCard(person="p1", face=TARO)).say({PAPERS: "運転免許証"})
    assert EXPIRY in desk.open
    assert desk.value(EXPIRY) is None


# ---- not enough ------------------------------------------------------------------------------------------------------
def test_too_few_papers_hold_what_needs_them_and_the_clerk_is_told_why() -> None:
    born = {"person[p1].birth.date": "S55.1.7"}
    desk = moved(requests="水道の使用開始、印鑑登録").say({**born, PAPERS: "学生証、社員証"})
    assert "id-short" in desk.codes
    found = desk.outcome("P35")
    assert found.need is Need.HELD
    assert found.reason == book().identity.reason_short
    assert book().identity.bring_short in found.bring
    assert {"F17", "F07"} & {form.template for form in desk.now.forms} == {"F17"}


def test_papers_that_are_brought_after_all_let_everything_go_on() -> None:
    desk = told("kazoku4", signed=False)
    before = [form.key for form in desk.now.forms]
    desk.say({PAPERS: "学生証"})
    assert desk.now.forms != ()
    assert [form.key for form in desk.now.forms] != before
    desk.say(LICENCE)
    assert desk.codes == set()
    assert [form.key for form in desk.now.forms] == before
    assert desk.open == ()


def test_papers_that_nobody_has_looked_at_hold_what_needs_them_in_the_words_of_any_hold() -> None:
    desk = came().hold(PAPERS)
    assert desk.need("P01") is Need.HELD
    assert desk.outcome("P01").reason == moved().outcome("P01").reason
    assert desk.codes == set()


def test_the_register_of_another_town_needs_one_photo_id_and_two_papers_do_not_replace_it() -> None:
    words = {ROLE: "本人", "case.requests": "戸籍の証明書、住民票の写し", "cert.koseki.requester_relation": "本人"}
    desk = Desk(event="shomei").say({**words, "koseki.honseki": "見本県仮想市本町1番", PAPERS: "資格確認書、学生証"})
    assert (desk.need("P41"), desk.need("P40")) == (Need.HELD, Need.NEEDED)
    assert desk.outcome("P41").reason == book().identity.reason_photo
    assert desk.codes == {"id-photo"}
    assert desk.say(LICENCE).need("P41") is Need.NEEDED
    assert desk.say({PAPERS: "資格確認書、学生証", "koseki.honseki": "見本県架空市本町1番"}).need("P41") is Need.NEEDED


# ---- the record ------------------------------------------------------------------------------------------------------
AT = dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)


def common(desk: Desk, procedure: str) -> dict[str, str]:
    recorder = Recorder(municipality="999997", municipality_name="見本県架空市")
    kyotsu = json.loads(recorder.record(desk.now, desk.outcome(procedure), at=AT))["kyotsu"]
    return {key: value for key, value in kyotsu.items() if key.startswith("honninkakunin")}


def test_the_record_says_how_far_which_kinds_and_until_when_and_no_more() -> None:
    desk = moved().say(LICENCE)
    assert common(desk, "P01") == {
        "honninkakunin_kubun": "1点",
        "honninkakunin_hoho": "運転免許証",
        "honninkakunin_yukokigen": "2030-06-15",
    }
    desk.say({PAPERS: "資格確認書、学生証"})
    assert common(desk, "P01") == {"honninkakunin_kubun": "2点", "honninkakunin_hoho": "資格確認書、学生証"}


def test_what_asks_for_no_papers_records_none() -> None:
    assert common(moved(requests="水道の使用開始").say(LICENCE), "P72") == {}


def test_the_audit_keeps_the_kind_and_never_until_when_it_is_valid() -> None:
    desk = settled(moved().say(LICENCE))
    assert confirmed(desk).audit[0].detail.endswith(" id=1点:運転免許証")
    assert str(shown(desk.say({PAPERS: "資格確認書、学生証"}).now.facts)) == "2点:資格確認書・学生証"
    assert "id=" not in confirmed(desk.hold(PAPERS)).audit[0].detail


def test_what_leaves_about_the_papers_is_among_the_answers_to_check() -> None:
    desk = moved().say(LICENCE)
    assert {PAPERS, EXPIRY} <= desk.now.used()
    assert PAPERS not in desk.hold(ROLE).now.used()
