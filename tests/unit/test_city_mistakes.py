"""Mistakes in municipality.toml and in what names it are told with place and what is allowed; the counter opens."""

import shutil
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.catalogue.files import Files
from kiosk.catalogue.municipality import load_municipality
from kiosk.model.languages import LANGUAGES
from kiosk.settings import FILE, GUIDE_LANGUAGES
from tests.edited_town import Town, deadline, named, visit
from tests.read_before import begun
from tests.visits import FORMS


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begun(tmp_path_factory.mktemp("town") / "cache")


@pytest.fixture
def town(tmp_path: Path, cache: Path) -> Town:
    return Town(Path(shutil.copytree(FORMS, tmp_path / "forms")), cache)


# ---- mistakes in a procedure -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("file", "old", "new", "place", "allowed"),
    [
        (
            "P21",
            "city.ordinance_child_medical_days",
            "city.ordinance_child_days",
            "version[0].deadline.count",
            "city.ordinance_child_medical_days",
        ),
        ("P21", '"city.ordinance_child_medical_days"', '"15日"', "version[0].deadline.count", "整数"),
        ("P21", "city.ordinance_child_medical_days", "city.name", "version[0].deadline.count", "整数"),
        ("P21", "city.ordinance_child_medical_days", "city.service_water", "version[0].deadline.count", "整数"),
        (
            "P71",
            '"city.ordinance_moped_rolls", law',
            '"city.ordinance_rolls", law',
            "version[0].deadline.rolls",
            "moped_rolls",
        ),
        (
            "P73",
            '"city.ordinance_handbook_rolls"',
            '"city.ordinance_handbook_days"',
            "version[0].deadline.rolls",
            "true",
        ),
        ("P73", '"city.ordinance_handbook_rolls"', '"はい"', "version[0].deadline.rolls", "true"),
        ("P40", "{city.fee_juminhyo}", "{city.fee_juminyo}", "fee", "{city.fee_juminhyo}"),
        ("P40", "{city.fee_juminhyo}", "{juminhyo}", "fee", "{city.fee_juminhyo}"),
        ("P40", "{city.fee_juminhyo}", "{city.service_water}", "fee", "{city.fee_juminhyo}"),
        ("P72", "{city.ordinance_water_days}", "{city.water_days}", "version[0].deadline.note", "water_days"),
        ("P90", "{city.ordinance_poa_months}", "{}", "version[0].deadline.note", "poa_months"),
        ("P40", '"city.fee_juminhyo"', '"city.fee_jumin"', "version charge[0] fee", "city.fee_juminhyo"),
        ("P40", '"cert.copies"', '"cert.kind"', "version charge[0] count", "cert."),
        ("P70", 'service = "dog"', 'service = "dogs"', "service", "water、childcare"),
        ("P70", 'service = "dog"', "service = true", "service", "water、childcare"),
    ],
)
def test_a_setting_that_is_not_there_is_named_with_what_is(
    town: Town, file: str, old: str, new: str, place: str, allowed: str
) -> None:
    town.change(f"procedures/{file}.toml", old, new)
    issues = [issue for issue in town.issues() if issue.where == f"procedures/{file}.toml {place}"]
    assert len(issues) == 1, town.issues()
    assert allowed in issues[0].allowed
    assert len(town.issues()) == 1
    assert file in town.book().procedures


def test_a_filer_that_nobody_can_be_is_named_with_who_was_meant(town: Town) -> None:
    town.change("procedures/P40.toml", 'role = "任意代理人"', 'role = "任意代理"')
    (issue,) = town.issues()
    assert issue.where.startswith("procedures/P40.toml ")
    assert issue.where.endswith(" filers")
    assert "任意代理人" in issue.allowed


def test_what_is_missing_is_said_at_the_counter_and_not_left_out(town: Town) -> None:
    town.change("procedures/P40.toml", "{city.fee_juminhyo}", "{city.fee_paper}")
    town.change("procedures/P71.toml", '"city.ordinance_moped_days"', '"city.ordinance_bike_days"')
    rules = town.book()
    assert rules.procedures["P40"].fee == "1通〔要確認〕円"
    counted = deadline(visit("inu", rules), "P71")
    assert (counted.due, counted.note) == (None, "期限は担当の課で確かめてください")


def test_a_deadline_that_says_something_besides_its_days_keeps_saying_it(town: Town) -> None:
    town.change("procedures/P21.toml", '"city.ordinance_child_medical_days"', '"city.nothing"')
    note = deadline(visit("kazoku4", town.book()), "P21").note
    assert note == "期限は担当の課で確かめてください。期限内なら転入日・出生日にさかのぼります"


# ---- mistakes in the settings ----------------------------------------------------------------------------------------
JUMINHYO = 'juminhyo = { value = 300, unit = "円", label = "住民票の写し 1通", confidence = "C",'
PHOTO = '{ value = 500, label = "写真", confidence = "I", source = "見本" }'


@pytest.mark.parametrize(
    ("old", "new", "place", "allowed"),
    [
        ('name = "架空市"', 'name = "架空架空架空架空架空市"', "name", "12文字まで"),
        ("second_check = []", 'second_check = ["P00"]', "second_check[0]", "P01"),
        ('till = "{number}-{amount}"', 'till = "{number}-{yen}"', "till", "{amount}"),
        ('name = "架空市"', 'name = "架空\\u202e市"', "name", "見える文字"),
        ('mayor = "架空市長"', 'mayor = "架空市長\\u200b"', "mayor", "見える文字"),
        ("juminhyo = { value = 300, ", "juminhyo = { ", "fee.juminhyo.value", "0以上の整数（円）"),
        ("juminhyo = { value = 300,", "juminhyo = { value = -300,", "fee.juminhyo.value", "0以上の整数（円）"),
        ("juminhyo = { value = 300,", 'juminhyo = { value = "300円",', "fee.juminhyo.value", "0以上の整数（円）"),
        ("juminhyo = { value = 300,", "juminhyo = { value = true,", "fee.juminhyo.value", "0以上の整数（円）"),
        ("juminhyo = { value = 300,", "juminhyo = { value = [300],", "fee.juminhyo.value", "0以上の整数（円）"),
        (JUMINHYO, JUMINHYO.replace('"C"', '"A"'), "fee.juminhyo.confidence", "C、M、I"),
        (JUMINHYO, JUMINHYO.replace('label = "住民票の写し 1通", ', ""), "fee.juminhyo.label", "文字"),
        (JUMINHYO, JUMINHYO.replace("住民票の写し 1通", " "), "fee.juminhyo.label", "文字"),
        (JUMINHYO, JUMINHYO.replace("unit", "units"), "fee.juminhyo.units", "unit"),
        ("moped_days = { value = 15,", "moped_days = { value = -1,", "ordinance.moped_days.value", "0以上の整数"),
        ("water = { value = true,", 'water = { value = "はい",', "service.water.value", "true"),
        ('answers = ["犬を飼っている"', 'answers = ["犬がいる"', "service.dog answers", "vocabulary.toml"),
        ('answers = ["犬を飼っている"', "answers = [3", "service.dog.answers[0]", '"…"'),
        ("\n[fee]\n", "\n[fee]\nphoto = 500\n", "fee.photo", "{ value = …"),
        ("\n[fee]\n", f"\n[fee]\nphoto-copy = {PHOTO}\n", "fee.photo-copy", "英小文字"),
        ("\n[ordinance]\n", "\n[ordinances]\n", "ordinances", "ordinance"),
        ("system_id =", "child_medical_until = 18\nsystem_id =", "child_medical_until", "system_id"),
        (
            "\n[origin]\n",
            '\n[origin]\nmap = { label = "地図", confidence = "I", source = "見本" }\n',
            "origin.map",
            "name",
        ),
        ('label = "市の名前", ', "", "origin.name.label", "文字"),
        ('\nname = "架空市"', "", "name", "文字"),
        ('code = "999997"', "code = 999997", "code", "数字6桁"),
        ('"12-29"', '"12-32"', "year_end[0]", "月-日"),
        ('"12-29"', '"02-30"', "year_end[0]", "月-日"),
        ('"12-30"', '"12-29"', "year_end[1]", ""),
        ('code = "999997"', 'code = "999998"', "code", "999997"),
        ('prefecture = "見本県"\ncode', 'prefecture = "見本"\ncode', "prefecture", "都・道・府・県"),
        ('system_id = "000"', 'system_id = "0000"', "system_id", "3文字"),
        ('postal = "0000000"', 'postal = "000-0000"', "postal", "数字7桁"),
        ('mayor = "架空市長"', 'mayor = ""', "mayor", "文字"),
        ("floor_metres = 30 ", "floor_metres = -3 ", "floor_metres", "0以上の数"),
        ("register_days = 3 ", "register_days = 0 ", "register_days", "1～365"),
        ("failure_days = 3 ", "failure_days = 61 ", "failure_days", "1～60"),
        ('name = "架空市"', 'version = 2\nname = "架空市"', "version", "1"),
        ('name = "架空市"', 'nmae = "架空市"', "nmae", "name"),
        ("[entrance]\nfloor = 1", "[entrance]\nfloor = 12", "entrance floor", "-1 から 3"),
        ("[entrance]\nfloor = 1", "[entrance]\nlevel = 1", "entrance.level", "floor"),
        ('counter = "21"', 'counter = "23"', "department 保育課 counter", "庁舎に1つ"),
        ("x = 30\ny = 10", "x = 14\ny = 10", "department 環境課 x", "別の x、y"),
        ("floor = 2\n", 'floor = "2"\n', "department[6].floor", "整数"),
        ("floor = 2\n", "floor = 0\n", "department 子育て支援課 floor", "1階は 1"),
        ("x = 34\n", "x = -34\n", "department[2].x", "0以上"),
        ("x = 34\n", "x = nan\n", "department[2].x", "0以上"),
        ("labels = { en =", "labels = { eng =", "department 市民課 labels.eng", "en"),
        ('name = "環境課"', 'name = "学務課"', "department 学務課", "1つ"),
        ('postal = "0000002"', 'postal = "12"', "town[1].postal", "数字7桁"),
        ('postal = "0000002"\n', "", "town[1].postal", "数字7桁"),
        ('town = "中央一丁目"', 'town = ""', "town[1].town", "文字"),
        ('town = "中央一丁目"', 'town = "本町"', "town[1].town", "1つ"),
        ('town = "本町"', 'town = "本町"\nlg_code = "999998"', "town[0].lg_code", "999997"),
        ("[entrance]\nfloor = 1\nx = 20", "[entrance]\nfloor = 0\nx = 20", "entrance floor", "1階は 1"),
        ("[[town]]\npostal", "[[towns]]\npostal", "towns", "town"),
    ],
)
def test_a_wrong_setting_is_named_and_the_counter_still_opens(
    town: Town, old: str, new: str, place: str, allowed: str
) -> None:
    found = named(town, old, new, place=place)
    assert allowed in found.allowed, found
    assert found.line > 0 or place == "name", found


def test_wrong_closed_days_are_left_out_and_the_others_stand(town: Town) -> None:
    town.change(FILE, '"12-29"', '"大晦日"')
    city = load_municipality(Files.read(town.root), [])
    assert city.year_end == ()
    assert city.name == "架空市"


def test_a_department_that_no_floor_plan_has_is_named_at_the_procedure_with_the_nearest(town: Town) -> None:
    town.change("procedures/P70.toml", 'department = "環境課"', 'department = "環境科"')
    (issue,) = load_catalogue(town.root, cache=town.cache).issues
    assert issue.where == "procedures/P70.toml department"
    assert issue.line > 0
    assert "環境課" in issue.allowed


def test_every_mistake_of_the_file_is_told_at_once_and_each_only_once(town: Town) -> None:
    for old, new in (
        ('code = "999997"', "code = 999997"),
        ("x = 34\n", "x = -34\n"),
        ('town = "緑ケ丘"', 'town = ""'),
        ("number = 1\n", "number = 0\n"),
    ):
        town.change(FILE, old, new)
    issues = load_catalogue(town.root, cache=town.cache).issues
    places = [issue.where for issue in issues]
    for place in ("code", "department[2].x", "town[2].town", "destination[0].number"):
        assert places.count(f"municipality.toml {place}") == 1, places
    assert len([place for place in places if place.startswith(FILE)]) == 4


def test_a_city_without_a_floor_plan_needs_none(town: Town) -> None:
    text = (town.root / FILE).read_text(encoding="utf-8")
    start, end = text.index("[entrance]"), text.index("[[town]]")
    (town.root / FILE).write_text(text[:start] + text[end:], encoding="utf-8")
    assert load_catalogue(town.root, cache=town.cache).issues == ()


def test_the_languages_of_departments_are_those_of_the_guide() -> None:
    assert {*GUIDE_LANGUAGES, "ja"} == set(LANGUAGES.values())


# ---- mistakes in what reads the city's own register ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("old", "new", "wrong", "allowed"),
    [
        ('says = "介護保険"', 'says = "介護"', "答えにありません", "介護保険"),
        ('"household.nhi_members"', '"household.nhi_member"', "語彙にありません", "nhi_members"),
    ],
)
def test_what_the_register_says_and_nobody_asks_is_told(
    town: Town, cache: Path, old: str, new: str, wrong: str, allowed: str
) -> None:
    town.change("exchange/register.toml", old, new)
    (issue,) = read_forms(town.root, cache=cache).issues
    assert (issue.where.startswith("exchange/register.toml"), wrong in issue.message) == (True, True)
    assert allowed in issue.allowed
