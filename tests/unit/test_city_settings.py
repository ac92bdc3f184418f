"""The city's own values: what stands in municipality.toml reaches rules, deadlines, fees and the plan."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.catalogue import load_catalogue
from kiosk.designing.inspection import inspect
from kiosk.model.plan import Need
from tests.edited_town import SERVICES, Town, deadline, visit
from tests.read_before import begun
from tests.visits import FORMS, MOVE, Desk, book


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begun(tmp_path_factory.mktemp("town") / "cache")


@pytest.fixture
def town(tmp_path: Path, cache: Path) -> Town:
    return Town(Path(shutil.copytree(FORMS, tmp_path / "forms")), cache)


# ---- rules and deadlines ---------------------------------------------------------------------------------------------
def test_rules_see_every_setting_behind_city() -> None:
    city = book().city
    assert (city["fee_juminhyo"], city["ordinance_moped_days"], city["service_water"]) == (300, 15, True)
    assert (city["name"], city["code"]) == ("架空市", "999997")
    assert (city["floor_metres"], city["system_id"], "year_end" in city) == (30, "000", False)


def test_a_city_that_helps_only_babies_does_not_offer_it_to_a_two_year_old(town: Town) -> None:
    assert visit("kazoku4", town.book()).need("P21") is Need.NEEDED
    town.settle("child_medical_until", "18", "1")
    assert visit("kazoku4", town.book()).need("P21") is Need.NOT_NEEDED


def test_a_by_law_with_more_days_moves_the_deadline(town: Town) -> None:
    before = deadline(visit("inu", town.book()), "P71").due
    town.settle("moped_days", "15", "20")
    after = deadline(visit("inu", town.book()), "P71")
    assert (before, after.raw, after.due) == (dt.date(2026, 4, 27), dt.date(2026, 5, 2), dt.date(2026, 5, 7))
    assert "取得の申告は20日" in after.law
    assert town.issues() == []


@pytest.mark.parametrize(("rolls", "due"), [("true", dt.date(2026, 5, 7)), ("false", dt.date(2026, 5, 2))])
def test_whether_a_by_laws_period_waits_for_an_open_day_is_a_setting(town: Town, rolls: str, due: dt.date) -> None:
    town.settle("moped_days", "15", "20")
    town.settle("moped_rolls", "true", rolls)
    assert deadline(visit("inu", town.book()), "P71").due == due
    assert town.issues() == []


def test_another_language_says_the_citys_number_too(town: Town) -> None:
    town.settle("water_days", "3", "7")
    found = load_catalogue(town.root, cache=town.cache)
    note = deadline(visit("inu", found.book), "P72").note
    assert found.issues == ()
    assert "At least 7 business days" in found.labels("en").said(note)


def test_a_deadline_of_words_says_the_citys_number(town: Town) -> None:
    town.settle("water_days", "3", "7")
    assert deadline(visit("inu", town.book()), "P72").note.startswith("使用開始の7営業日前まで")


def test_the_papers_say_how_old_they_may_be_in_this_city(town: Town) -> None:
    town.settle("register_months", "3", "6")
    filers = town.book().procedures["P01"].versions[0].filers
    assert [filer.papers for filer in filers if filer.role == "法定代理人"] == [
        ("戸籍謄本または登記事項証明書（6か月以内）",)
    ]


# ---- fees ------------------------------------------------------------------------------------------------------------
def test_the_plan_shows_the_citys_fees(town: Town) -> None:
    town.settle("juminhyo", "300", "400")
    town.settle("card", "1000", "1200")
    procedures = town.book().procedures
    assert procedures["P40"].fee == "1通400円"
    assert procedures["P41"].fee == "戸籍450円・除籍750円・記載事項350円"
    assert "1,200円" in procedures["P30"].fee


def test_no_text_of_a_procedure_still_waits_for_a_number() -> None:
    for procedure in book().procedures.values():
        papers = [paper for version in procedure.versions for filer in version.filers for paper in filer.papers]
        brought = [paper.what for version in procedure.versions for paper in version.bring]
        rules = [version.deadline for version in procedure.versions if version.deadline]
        said = [procedure.fee, *papers, *brought, *(text for rule in rules for text in (rule.note, rule.law))]
        assert not any("{" in text or "要確認〕" in text for text in said), procedure.id


# ---- services --------------------------------------------------------------------------------------------------------
def test_a_city_without_waterworks_neither_offers_nor_plans_water(town: Town) -> None:
    town.settle("water", "true", "false")
    rules = town.book()
    desk = Desk(rules=rules).say(MOVE)
    assert "P72" not in {outcome.procedure for outcome in desk.now.plan.outcomes}
    offered = [choice.code for choice in desk.question("case.requests").choices]
    assert "住民票の写し" in offered
    assert not any("水道" in choice for choice in offered)


def test_everything_else_of_that_city_stays_as_it_was(town: Town) -> None:
    town.settle("dog", "true", "false")
    before, after = (visit("kazoku4", rules).now.plan.outcomes for rules in (book(), town.book()))
    assert after == tuple(outcome for outcome in before if outcome.procedure != "P70")


def test_a_town_that_runs_none_of_them_has_nothing_more_to_mend(town: Town) -> None:
    for key in SERVICES:
        town.settle(key, "true", "false")
    rules = town.book()
    assert dict(rules.not_run) == dict(SERVICES.values())
    assert not rules.procedures.keys() & rules.not_run.keys()
    assert not any(set(event.procedures) & rules.not_run.keys() for event in rules.events.values())
    before, after = (inspect(each, personas=FORMS / "personas") for each in (book(), rules))
    assert (after.issues, after.remarks) == (before.issues, before.remarks)
    assert len(rules.whole.procedures) == len(book().procedures)


def test_a_procedure_that_is_not_run_is_inspected_all_the_same(town: Town) -> None:
    town.settle("dog", "true", "false")
    town.change("procedures/P70.toml", "when = '''", "when = '''household.circumstanses || ")
    assert any("P70" in issue.where and "circumstanses" in str(issue) for issue in town.issues())


def test_the_choice_is_all_of_the_others_when_an_event_did_not_narrow_it(town: Town) -> None:
    town.settle("dog", "true", "false")
    rules = town.book()
    every = rules.vocabulary.codes["circumstances"]
    assert rules.events["tennyu"].codes["household.circumstances"] == tuple(
        code for code in every if code != "犬を飼っている"
    )
