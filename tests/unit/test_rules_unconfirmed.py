"""要確認の一覧: what the city must confirm is listed with its file, its value, how far it is known, and by what."""

import os
from pathlib import Path

import pytest

from kiosk.catalogue.catalogue import load_catalogue
from kiosk.catalogue.unconfirmed import Entry, evidence
from kiosk.settings import Confidence
from tests.commands import run, said
from tests.edits import change
from tests.read_before import begun
from tests.visits import FORMS


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place of its own, in which checked forms are kept between the tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def place(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_HOME", str(home))


def known(forms: Path) -> dict[str, Entry]:
    """Everything the rules of a folder rest on, by file and key."""
    found = evidence(load_catalogue(forms, cache=begun(Path(os.environ["KIOSK_HOME"]) / "cache")))
    return {entry.where: entry for entry in (*found.settings, *found.procedures, *found.templates)}


# ---- what is known about each thing ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("where", "what", "value", "confidence"),
    [
        ("municipality.toml name", "市の名前", "架空市", Confidence.OWN),
        (
            "municipality.toml year_end",
            "年末年始の休み",
            "12-29、12-30、12-31、01-01、01-02、01-03",
            Confidence.CONFIRMED,
        ),
        ("municipality.toml department", "課と窓口の場所", "14件", Confidence.OWN),
        ("municipality.toml entrance", "庁舎の入口", "floor 1、x 20、y 0", Confidence.OWN),
        ("municipality.toml fee.card", "マイナンバーカードの再交付", "1,000円", Confidence.CONFIRMED),
        (
            "municipality.toml ordinance.child_medical_until",
            "子ども医療費: この年齢の年度末まで",
            "18歳",
            Confidence.MEMORY,
        ),
        ("municipality.toml service.water", "水道の使用開始・中止・名義変更", "扱う", Confidence.OWN),
        (
            "procedures/P01.toml confidence",
            "転入届",
            "期限: 異動の日（人によって違うときは、いちばん早い日）の翌日から14日（閉庁日なら次の開庁日）",
            Confidence.CONFIRMED,
        ),
        (
            "procedures/P71.toml confidence",
            "原付・小型特殊の標識",
            "期限: 異動年月日（住み始めた日）の翌日から15日（閉庁日なら次の開庁日）",
            Confidence.CONFIRMED,
        ),
        ("procedures/P82.toml confidence", "婚姻届", "期限: 届出により効力が生じます", Confidence.MEMORY),
        (
            "procedures/P22.toml confidence",
            "児童扶養手当・ひとり親医療の相談",
            "期限: 請求した月の翌月分から支給されます",
            Confidence.MEMORY,
        ),
        ("templates/F01/001/template.toml confidence", "住民異動届", "", Confidence.MEMORY),
        ("templates/F17/001/template.toml confidence", "水道使用開始（中止）届", "", Confidence.CONFIRMED),
    ],
)
def test_each_thing_says_what_it_is_and_how_far_it_is_known(
    where: str, what: str, value: str, confidence: Confidence
) -> None:
    entry = known(FORMS)[where]
    assert (entry.what, entry.value, entry.confidence) == (what, value, confidence)
    assert entry.source


def test_a_death_counts_its_first_day_and_says_so() -> None:
    assert "を含めて7日" in known(FORMS)["procedures/P81.toml confidence"].value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('source = "北見市"', 'source = "条番号は記憶"'),
        ('confidence = "C"', 'confidence = "X"'),
        ('law = "住民基本台帳法22条・民法', 'law = "条番号は要確認・民法'),
    ],
)
def test_a_procedure_of_which_a_part_was_not_read_is_not_confirmed(town: Path, old: str, new: str) -> None:
    change(town / "procedures" / "P01.toml", "住民基本台帳法22条、北見市ほか公開資料", "北見市")
    assert known(town)["procedures/P01.toml confidence"].confidence is Confidence.CONFIRMED
    change(town / "procedures" / "P01.toml", old, new)
    assert known(town)["procedures/P01.toml confidence"].confidence is Confidence.MEMORY


def test_what_a_procedure_becomes_on_an_occasion_is_confirmed_by_itself() -> None:
    found = known(FORMS)
    more, ends = (found[f"procedures/P20.toml variant[{index}] confidence"] for index in (1, 7))
    assert (found["procedures/P20.toml confidence"].confidence, more.confidence) == (Confidence.CONFIRMED,) * 2
    assert (ends.what, ends.confidence) == ("児童手当 受給事由の消滅（転出）", Confidence.MEMORY)


def test_a_value_of_which_nobody_wrote_the_source_is_to_be_confirmed(town: Path) -> None:
    change(town / "municipality.toml", "\nmayor = { label", "\n# mayor = { label")
    entry = known(town)["municipality.toml mayor"]
    assert (entry.value, entry.confidence) == ("架空市長", Confidence.MEMORY)
    assert "[origin]" in entry.source


# ---- the list --------------------------------------------------------------------------------------------------------
def test_the_list_holds_what_is_open_and_with_all_the_rest(town: Path) -> None:
    listed, everything = said("rules", "unconfirmed"), said("rules", "unconfirmed", "--all")
    kinds = ("settings", "procedures", "templates")
    assert all(entry["confidence"] in {"M", "I"} for kind in kinds for entry in listed[kind])
    assert {entry["where"] for kind in kinds for entry in everything[kind]} == known(town).keys()
    assert len([entry for entry in everything["procedures"] if "variant" not in entry["where"]]) == 50
    for found in (listed, everything):
        assert found["counts"]["unconfirmed"] == sum(len(listed[kind]) for kind in kinds)
        assert found["counts"]["all"] == len(known(town))
        assert [found["counts"][kind] for kind in kinds] == [len(found[kind]) for kind in kinds]


def test_the_list_is_told_in_words() -> None:
    result = run("rules", "unconfirmed")
    assert result.exit_code == 0
    for words in (
        *("市の設定", "手続", "様式", "どこ", "何", "確度", "出所"),
        *("ordinance.handbook_days", "届出の期限: 14日", "記憶による・要確認", "当方の設定", "14日と30日の例がある"),
    ):
        assert words in result.stdout
    assert "住民票の写し 1通" not in result.stdout
    assert "住民票の写し 1通: 300円" in run("rules", "unconfirmed", "--all").stdout


def test_a_confirmed_setting_leaves_the_list(town: Path) -> None:
    before = said("rules", "unconfirmed")["counts"]["unconfirmed"]
    change(
        town / "municipality.toml",
        'confidence = "M", source = "記憶（14日と30日の例がある）"',
        'confidence = "C", source = "架空市障害者手帳事務取扱要綱5条"',
    )
    found = said("rules", "unconfirmed")
    assert found["counts"]["unconfirmed"] == before - 1
    assert not any("handbook_days" in entry["where"] for entry in found["settings"])


def test_a_procedure_that_the_city_does_not_run_needs_no_confirmation(town: Path) -> None:
    change(town / "municipality.toml", "\nsingle_parent = { value = true", "\nsingle_parent = { value = false")
    assert "procedures/P22.toml confidence" not in known(town)
    assert known(town)["municipality.toml service.single_parent"].value == "扱わない"


def test_check_says_how_much_is_open_without_calling_it_a_mistake(town: Path) -> None:
    count = said("rules", "unconfirmed")["counts"]["unconfirmed"]
    line = f"参考: 使う前に確かめることが {count}件あります。一覧は kiosk rules unconfirmed"
    assert line in run("check").stdout.splitlines()
    checked = said("check")
    assert checked["counts"]["unconfirmed"] == count
    assert not any("確かめる" in issue["message"] for issue in (*checked["issues"], *checked["remarks"]))


# ---- services that are not run ---------------------------------------------------------------------------------------
def test_check_counts_procedures_that_are_not_run_too(town: Path) -> None:
    change(town / "municipality.toml", "\ndog = { value = true", "\ndog = { value = false")
    assert said("check")["counts"]["procedures"] == 50
    assert said("rules", "check")["counts"]["procedures"] == 50


def test_explain_says_that_the_city_does_not_run_it(town: Path) -> None:
    change(town / "municipality.toml", "\ndog = { value = true", "\ndog = { value = false")
    result = run("rules", "explain", str(FORMS / "personas" / "kazoku4.toml"), "--procedure", "P70")
    assert result.exit_code == 1
    assert "P70: この市では扱わない手続です（犬の登録）。" in result.stderr
