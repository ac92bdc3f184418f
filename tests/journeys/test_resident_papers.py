"""What a resident takes home: no office remarks, closed days said, nothing to tick elsewhere, one counter."""

import dataclasses
from pathlib import Path

import pytest

from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.program import Program
from kiosk.model.remarks import for_residents
from kiosk.press.guide import write_guide
from kiosk.press.guide_rows import Say, Typesetter
from kiosk.press.guide_sheet import GuideContent
from kiosk.press.guide_words import GuideWords
from kiosk.press.press import Press
from kiosk.press.route import gathered
from kiosk.rules.snapshot import Snapshot
from tests.golden.test_forms_golden import renderer
from tests.played import visit
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT, TODAY, book, catalogue, place_at

OFFICE = ("団体による", "要確認", "記憶", "条番号")
SOME = ("inin_fubi", "techo", "suido", "taishoku", "tenshutsu_kazoku", "kokugai_tenshutsu", "inu", "tenshutsu_fufu")
"""Visits in which something has such a remark, or is taken by another office."""

WORDS = GuideWords.read(ROOT / "assets" / "words" / "guide", catalogue().labels)


def sheet(snapshot: Snapshot, *, language: str = "ja", one_stop: bool = False) -> GuideContent:
    return write_guide(snapshot, WORDS, city=catalogue().city, language=language, one_stop=one_stop)


def press(snapshot: Snapshot) -> Press:
    return Program(place_at(ROOT / "no-store-is-opened"), CaseClock(snapshot.case.today)).press


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("作成後3か月以内の委任状（団体による）", "作成後3か月以内の委任状"),
        (
            "使用開始の3営業日前まで（団体による）。住民票の届出とは連動しません",
            "使用開始の3営業日前まで。住民票の届出とは連動しません",
        ),
        ("日数は要確認", ""),
        ("30日以内。日数は要確認。窓口へ", "30日以内。窓口へ"),
        ("省令（条番号は記憶）", "省令"),
        ("手数料〔要確認〕円", "手数料円"),
        ("本人確認書類（顔写真のあるもの）", "本人確認書類（顔写真のあるもの）"),
    ],
)
def test_what_the_office_notes_for_itself_is_taken_out_and_nothing_else(written: str, read: str) -> None:
    assert for_residents(written) == read


@pytest.mark.parametrize("name", SOME)
def test_no_paper_of_a_resident_has_a_remark_of_the_office(name: str) -> None:
    desk, _ = visit(name)
    said = sheet(desk.now).model_dump_json() + press(desk.now)._slip(desk.now).model_dump_json()
    assert not any(remark in said for remark in OFFICE)


def test_a_deadline_that_fell_on_a_closed_day_says_so_on_slip_and_guide() -> None:
    desk, _ = visit("hachinin")
    deadline = desk.outcome("P01").deadline
    assert deadline is not None
    assert (str(deadline.raw), str(deadline.due), deadline.closed) == ("2026-04-26", "2026-04-27", True)
    told = "令和8年4月27日まで（令和8年4月26日は閉庁日のため）"
    assert told in sheet(desk.now).model_dump_json()
    assert told in press(desk.now)._slip(desk.now).model_dump_json()


def test_a_period_that_does_not_roll_says_that_its_last_day_is_closed() -> None:
    desk, _ = visit("hachinin")
    deadline = desk.outcome("P30").deadline
    assert deadline is not None
    assert deadline.closed
    assert deadline.due == deadline.raw
    assert "この日は閉庁日です" in sheet(desk.now).model_dump_json()


def test_a_day_on_which_the_office_is_open_says_nothing() -> None:
    desk, _ = visit("kaigo")
    assert "閉庁日" not in sheet(desk.now).model_dump_json()


def test_there_is_nothing_to_tick_where_another_office_takes_it() -> None:
    found = {}
    for name in SOME:
        desk, _ = visit(name)
        for row in (row for stop in sheet(desk.now).stops for row in stop.rows):
            found[" ".join(line.ja for line in row.lines)] = row.here
    elsewhere = {said for said in found if "ここでの手続はありません" in said}
    assert elsewhere
    assert all(found[said] is ("ここでの手続はありません" not in said) for said in found)


@pytest.mark.parametrize("width", [40.0, 70.0, 110.0])
def test_easy_japanese_is_broken_between_its_phrases_and_never_inside_one(width: float) -> None:
    words = "水道（すいどう）を 止（と）める 3日（か）前（まえ）までに 申（もう）し込（こ）んで ください"
    setter = Typesetter(renderer().shaper, "ja-easy")
    lines = [line.text for line in setter.lines(Say(ja="", other=words), width=width, size=10.0)]
    assert len(lines) > 1
    assert " ".join(lines) == words


@pytest.mark.parametrize("name", ["hachinin", "kaigo", "kazoku4"])
def test_at_a_one_stop_city_or_desk_the_resident_stays_at_one_counter(name: str) -> None:
    desk, _ = visit(name)
    many, one = sheet(desk.now), sheet(desk.now, one_stop=True)
    assert len(many.stops) > 1
    assert len(one.stops) == 1
    assert "窓口 1か所" in one.intro[1].ja
    assert [row.code for row in one.stops[0].rows] != []
    assert {row.code for stop in many.stops for row in stop.rows} == {row.code for row in one.stops[0].rows}
    here = dataclasses.replace(press(desk.now), one_stop=True)._slip(desk.now)
    assert len({line.counter for line in here.lines}) == 1


def test_one_procedure_alone_may_be_done_where_the_visit_begins() -> None:
    desk, _ = visit("kaigo")
    plan, every = desk.now.plan, book().procedures
    procedures = {each.procedure: every[each.procedure].turned(plan.on, each.variant) for each in plan.needed}
    procedures["P52"] = procedures["P52"].model_copy(update={"one_stop": True})
    sent = gathered(procedures, among=procedures, plan=catalogue().city.plan)
    assert sent["P52"].department == sent["P01"].department
    assert sent["P10"].department == procedures["P10"].department != sent["P01"].department


@pytest.mark.parametrize("place", ["city", "desk"])
def test_one_word_in_the_settings_of_the_city_or_the_desk_is_enough(tmp_path: Path, place: str) -> None:
    forms, home = tiny_forms(tmp_path / "forms"), tmp_path / "home"
    home.mkdir()
    if place == "city":
        file = forms / "municipality.toml"
        file.write_text("one_stop = true\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    else:
        (home / "device.toml").write_text("one_stop = true\n", encoding="utf-8")
    program = Program(place_at(home, forms=forms), CaseClock(TODAY))
    assert program.catalogue.issues == ()
    assert program.press.one_stop
