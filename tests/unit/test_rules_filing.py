"""Who may file: the person, the household, an agent with papers that are in order - and nobody else."""

import datetime as dt
from functools import lru_cache

import pytest

from kiosk.flow.case_actions import AcceptHeld
from kiosk.model.plan import Filing, Need
from kiosk.rules.facts import Facts
from kiosk.rules.filing import filing
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import take
from tests.offices import confirmed
from tests.visits import TODAY, Desk, book, moved, settled, told

ROLE, POA = "case.applicant_role", "agent.poa"
RIGHT, WRONG, NONE = "原本あり・内容に不備なし", "不備あり", "なし"
HOUSEHOLD = {"本人", "世帯主", "同一世帯員"}
FREE = {"P71", "P72"}  # any bearer, without a letter of proxy
BEARER = {"P36"}  # whoever holds the registration card
OWN = {"P22", "P32", "P33", "P82", "P83", "P94", "P95", "P96"}  # no agent at all
REGISTER = {"P80", "P81"}  # births and deaths: a messenger may bring the paper
KOSEKI, NOT_A_FILING = {"P41"}, {"P90", "P91"}
ORDINARY = sorted(book().procedures.keys() - FREE - BEARER - OWN - REGISTER - KOSEKI - NOT_A_FILING)
DAY = dt.date(2026, 6, 20)  # every procedure is in force


def asked_of(procedure: str, role: str, **said: str) -> Filing:
    """What the rule says about a person in a role."""
    event = next((name for name, found in book().events.items() if procedure in found.procedures), "tennyu")
    codes = book().events[event].codes.get(ROLE, book().vocabulary.codes["applicant_role"])
    version = book().procedures[procedure].at(DAY)
    assert version is not None
    return filing(come(event if role in codes else "tennyu", role, tuple(said.items())), version)


@lru_cache
def come(event: str, role: str, said: tuple[tuple[str, str], ...]) -> Facts:
    """What is known where somebody in a role has come; nobody changes it."""
    desk = Desk(today=DAY, event=event).say({ROLE: role})
    return desk.say({"jido.claimant": "p1", **{key.replace("_", "."): words for key, words in said}}).now.facts


# ---- the data --------------------------------------------------------------------------------------------------------
def test_every_procedure_says_who_may_file_it() -> None:
    silent = {name for name, found in book().procedures.items() for each in found.versions if not each.filers}
    assert silent == {"P91"}
    assert all(each.who for found in book().procedures.values() for each in found.versions)


def test_all_fifty_procedures_are_sorted_by_who_may_come() -> None:
    assert len(book().procedures) == 50
    assert len(ORDINARY) == 50 - len(FREE | BEARER | OWN | REGISTER | KOSEKI | NOT_A_FILING)


def test_every_role_and_every_proof_of_the_data_is_a_word_of_the_vocabulary() -> None:
    filers = [each for found in book().procedures.values() for version in found.versions for each in version.filers]
    assert {filer.role for filer in filers} <= set(book().vocabulary.codes["applicant_role"])
    assert {filer.proof for filer in filers} == {"", POA}
    assert book().vocabulary.codes["poa_state"] == (RIGHT, WRONG, NONE)


@pytest.mark.parametrize("procedure", ORDINARY)
def test_the_household_files_and_an_agent_needs_papers_that_are_in_order(procedure: str) -> None:
    assert all(asked_of(procedure, role).may is True for role in HOUSEHOLD)
    for role in ("任意代理人", "法定代理人"):
        assert asked_of(procedure, role, agent_poa=RIGHT).may is True
        for state in (WRONG, NONE):
            refused = asked_of(procedure, role, agent_poa=state)
            assert (refused.may, refused.missing) == (False, ())
            assert refused.papers
        assert POA in asked_of(procedure, role).missing
    assert asked_of(procedure, "使者", agent_poa=RIGHT).may is False


@pytest.mark.parametrize("procedure", sorted(OWN))
def test_what_only_the_person_can_do_is_done_by_no_agent(procedure: str) -> None:
    assert asked_of(procedure, "本人").may is True
    assert asked_of(procedure, "任意代理人", agent_poa=RIGHT).may is False


@pytest.mark.parametrize("procedure", sorted(FREE | BEARER))
def test_whoever_brings_it_may_file_without_a_letter_of_proxy(procedure: str) -> None:
    offered = {role for each in book().events.values() if procedure in each.procedures for role in each.codes[ROLE]}
    assert {asked_of(procedure, role).may for role in offered} == {True}
    assert (asked_of(procedure, "使者").papers == ("印鑑登録証",)) == (procedure in BEARER)


@pytest.mark.parametrize("procedure", sorted(REGISTER))
def test_a_messenger_may_bring_the_notice_of_a_birth_or_a_death(procedure: str) -> None:
    assert asked_of(procedure, "使者").may is True
    assert asked_of(procedure, "任意代理人", agent_poa=RIGHT).may is False


def test_the_allowance_is_claimed_by_the_earner_or_with_the_earners_letter_of_proxy() -> None:
    desk = Desk().members(2).say({ROLE: "世帯主", "jido.claimant": "p2"})
    version = book().procedures["P20"].at(TODAY)
    assert version is not None
    assert filing(desk.now.facts, version).missing[:1] == ("case.came",)
    assert filing(desk.say({"case.came": "p1、p2"}).now.facts, version).may is True
    desk.say({"case.came": "p1"})
    assert filing(desk.now.facts, version).missing[:1] == (POA,)
    refused = filing(desk.say({POA: NONE}).now.facts, version)
    assert (refused.may, refused.papers) == (False, ("委任状",))
    assert filing(desk.say({POA: RIGHT}).now.facts, version).may is True


# ---- the family register of another town -----------------------------------------------------------------------------
def register_wanted(role: str, honseki: str, relation: str = "本人") -> Desk:
    words = {ROLE: role, "case.requests": "戸籍の証明書", "koseki.honseki": honseki, POA: RIGHT}
    licence = {"case.id_papers": "運転免許証", "case.id_expiry": "R12.1.1"}
    return Desk(event="shomei").say({**words, **licence, "cert.koseki.requester_relation": relation})


@pytest.mark.parametrize("role", ["任意代理人", "法定代理人"])
def test_an_agent_gets_the_register_of_this_town_but_never_that_of_another(role: str) -> None:
    here, there = "見本県架空市本町1番", "見本県仮想市本町1番"
    ours, theirs = (register_wanted(role, honseki).outcome("P41").filing for honseki in (here, there))
    assert ours is not None
    assert theirs is not None
    assert (ours.may, bool(ours.papers)) == (True, True)
    assert (theirs.may, theirs.papers) == (False, ())


@pytest.mark.parametrize(("relation", "may"), [("本人", True), ("配偶者", True), ("直系尊属", True), ("第三者", False)])
def test_the_register_of_another_town_is_for_the_person_the_spouse_and_the_direct_line(
    relation: str, may: bool
) -> None:
    found = register_wanted("本人", "見本県仮想市本町1番", relation).outcome("P41").filing
    assert found is not None
    assert found.may is may


# ---- at the desk -----------------------------------------------------------------------------------------------------
def by_agent(papers: str) -> Desk:
    desk = moved(applicant_role="任意代理人", requests="印鑑登録、水道の使用開始")
    return desk.say({POA: papers} if papers else {}, birth="S55.1.7")


def test_nobody_but_an_agent_is_asked_for_a_letter_of_proxy() -> None:
    assert POA not in moved().open
    assert POA in by_agent("").open
    assert "P01" in by_agent("").question(POA).needed_by


@pytest.mark.parametrize("state", [WRONG, NONE])
def test_a_letter_of_proxy_that_is_not_in_order_leaves_only_what_needs_none(state: str) -> None:
    desk = by_agent(state)
    assert {form.template for form in by_agent(RIGHT).now.forms} >= {"F01", "F07", "F17"}
    assert {form.template for form in desk.now.forms} == {"F17"}
    assert desk.need("P01") is Need.NOT_BY_THIS_PERSON
    assert [outcome.procedure for outcome in desk.now.plan.filed if outcome.forms] == ["P72"]


def test_a_procedure_that_this_person_cannot_file_says_so_and_names_the_papers() -> None:
    views = {view.id: view for view in by_agent(NONE).page.outcomes}
    assert (views["P01"].may_file, views["P01"].papers) == (False, ("委任状",))
    assert "委任状" in views["P01"].who
    assert views["P72"].may_file is True
    assert views["P90"].papers == ("委任状の原本",)


def test_nothing_is_asked_for_the_sake_of_what_cannot_be_filed() -> None:
    asked_for = {who for path in by_agent(NONE).open for who in by_agent(NONE).question(path).needed_by}
    assert asked_for.isdisjoint({"F01", "F07", "P01", "P35"})


def test_an_agent_registers_a_seal_by_letter_and_not_on_the_same_day() -> None:
    desk = by_agent(RIGHT)
    found = desk.outcome("P35").filing
    assert found is not None
    assert "照会書兼回答書（即日登録はできません）" in found.papers
    assert desk.value("seal.verify_method") == "照会書"
    assert [box.text for box in desk.boxes("F07", "agent.poa_paper")] == ["代理権授与通知書（委任状）"]


def test_letters_of_proxy_that_are_mended_bring_the_forms_back() -> None:
    desk = by_agent(WRONG).say({POA: RIGHT})
    assert desk.now.forms == take(desk.now.case, book=book(), planner=desk.visit.outside.planner).forms
    assert "F01" in {form.template for form in desk.now.forms}


def test_a_role_that_nobody_knows_holds_everything_and_sends_nothing() -> None:
    desk = told("kazoku4").hold(ROLE)
    assert desk.now.forms == ()
    assert {outcome.need for outcome in desk.now.plan.outcomes} <= {Need.HELD, Need.NOT_NEEDED}
    assert desk.act(AcceptHeld(procedures=desk.page.unaccepted, reason="office")).page.can_confirm


# ---- what leaves -----------------------------------------------------------------------------------------------------
def test_only_what_may_be_filed_leaves_the_counter() -> None:
    whole, rest = (confirmed(settled(by_agent(state))) for state in (RIGHT, NONE))
    assert "P01" in {parcel.kind for parcel in whole.parcels}
    assert {parcel.kind for parcel in rest.parcels} == {"P72"}
    assert "P01" not in rest.audit[0].detail


def test_a_plan_made_from_scratch_says_the_same_about_who_may_file() -> None:
    desk = by_agent(WRONG)
    fresh = Planner(desk.visit.outside.planner.days).plan(desk.now.facts)
    assert [outcome.filing for outcome in fresh.outcomes] == [outcome.filing for outcome in desk.now.plan.outcomes]
