"""`kiosk rules` on the town's own folder, and on a copy in which five things are broken at once."""

import json
import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.case_file import load_case_file
from kiosk.catalogue.files import Files
from kiosk.catalogue.rules import load_vocabulary
from kiosk.designing.inspection import inspect
from kiosk.designing.rehearsal import play
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile
from kiosk.model.plan import Need
from kiosk.rules.book import RuleBook
from tests.commands import run, said
from tests.edits import change
from tests.played import NAMES
from tests.short import tried
from tests.visits import FORMS, Desk, read

FAMILY = "kazoku4.toml"


@pytest.fixture
def broken(town: Path) -> Path:
    """A syntax error, a rule that does not compile, a wrong vocabulary entry, a wrong form and a wrong persona."""
    change(town / "procedures" / "P40.toml", 'name = "', "name = ")
    change(town / "procedures" / "P70.toml", "when = '''", "when = '''(")
    (town / "vocabulary").mkdir(exist_ok=True)
    topic = (
        '[item]\n"fish.name" = { type = "fisch", label = "魚の名" }\n"fish.count" = { type = "int", label = "数" }\n'
    )
    (town / "vocabulary" / "fish.toml").write_text(topic, encoding="utf-8")
    change(town / "templates" / "F05" / "001" / "template.toml", "rect = { x =", "rect = { xx =")
    change(town / "personas" / FAMILY, '"case.moved_on" =', '"case.moved_onn" =')
    shutil.copy(FORMS / "personas" / FAMILY, town / "personas" / "second.toml")
    return town


def only(town: Path, *names: str) -> None:
    """Of the personas these alone: what every one of them would get is another test's."""
    for path in (town / "personas").glob("*.toml"):
        if path.stem not in names:
            path.unlink()


def family(folder: Path, book: RuleBook) -> Desk:
    """The sample family's visit under the rules of a folder."""
    case = load_case_file(folder / "personas" / "second.toml", book)
    assert isinstance(case, CaseFile), case
    desk = Desk(today=case.today, rules=book)
    play(desk.at_once, case)
    return desk


# ---- five things broken at once --------------------------------------------------------------------------------------
def test_each_of_five_broken_files_is_named_with_its_place(broken: Path) -> None:
    loaded = read(broken)
    issues = inspect(loaded.book, personas=broken / "personas", found=loaded.issues).issues
    found = [str(issue) for issue in issues]
    lines = (FORMS / "procedures" / "P40.toml").read_text(encoding="utf-8").splitlines()
    number = next(number for number, text in enumerate(lines, start=1) if text.startswith("name ="))
    assert any(text.startswith(f"procedures/P40.toml {number}行目") for text in found)
    assert any(text.startswith("procedures/P70.toml") and "式が正しくありません" in text for text in found)
    assert any(text.startswith("vocabulary/fish.toml 2行目 item.fish.name type: 使えない値です。") for text in found)
    assert any(text.startswith("templates/F05/001/template.toml") and "box[0].rect.xx" in text for text in found)
    assert any(
        text.startswith("kazoku4.toml case.moved_onn: 事実 case.moved_onn は語彙にありません。") for text in found
    )


def test_what_is_not_broken_works_as_before(broken: Path) -> None:
    sound, book = read(FORMS).book, read(broken).book
    assert book.vocabulary.by_key.keys() >= sound.vocabulary.by_key.keys() | {"fish.count"}
    assert book.procedures.keys() == sound.procedures.keys() - {"P40"}
    assert book.templates.keys() == sound.templates.keys() - {("F05", "001")}
    desk, before = family(broken, book), family(broken, sound)
    needs = {outcome.procedure: outcome.need for outcome in before.now.plan.outcomes}
    expected = {name: need for name, need in needs.items() if name not in {"P40", "P70"}}
    assert {outcome.procedure: outcome.need for outcome in desk.now.plan.outcomes} == expected
    assert desk.need("P21") is Need.NEEDED
    forms = [form.key for form in before.now.forms if form.template not in {"F05", "F08"}]
    assert [form.key for form in desk.now.forms] == forms


def test_the_commands_list_all_of_it_and_end_with_one(broken: Path) -> None:
    for words in (("check",), ("rules", "check")):
        result = run(*words, "--json")
        assert result.exit_code == 1
        places = " ".join(issue["where"] for issue in json.loads(result.stdout)["issues"])
        for name in ("P40.toml", "P70.toml", "fish.toml", "F05/001", FAMILY):
            assert name in places


def test_the_town_itself_has_nothing_to_mend() -> None:
    assert [str(issue) for issue in inspect(read(FORMS).book, personas=FORMS / "personas").issues] == []


def test_check_counts_what_is_there(town: Path) -> None:
    counts, book = said("check")["counts"], read(town).book
    assert counts["events"] == len(book.events)
    assert counts["procedures"] == len(book.procedures)
    assert counts["templates"] == len(book.templates)
    assert counts["boxes"] == sum(len(template.boxes) for template in book.templates.values())
    assert counts["personas"] == len(list((town / "personas").glob("*.toml")))


def test_a_group_or_condition_that_cannot_be_read_stops_no_visit(broken: Path) -> None:
    change(broken / "groups.toml", 'C = "', 'C = "(')
    change(broken / "vocabulary.toml", "ask_when = 'household.spouse", "ask_when = '(household.spouse")
    assert family(broken, read(broken).book).need("P21") is Need.NEEDED


# ---- vocabulary by topic ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[item\n", "vocabulary/a.toml"),
        ("item = 3\n", "vocabulary/a.toml item"),
        ("section = 3\n", "vocabulary/a.toml section"),
        ("[codes]\nkind = 3\n", "vocabulary/a.toml codes.kind"),
        ('[[derive]]\nfact = "x.y"\n', "vocabulary/a.toml derive[0] value"),
        ('[item]\n"x.y" = { type = "text" }\n', "vocabulary/a.toml item.x.y label"),
        ('[item]\n"x.y" = 3\n', "vocabulary/a.toml item.x.y"),
        ('[item]\n"z.z" = { type = "text", label = "別" }\n', "vocabulary/a.toml z.z"),
    ],
)
def test_a_wrong_topic_is_named_and_leaves_the_other_topics_alone(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary.toml").write_text('[item]\n"z.z" = { type = "text", label = "初" }\n', encoding="utf-8")
    (tmp_path / "vocabulary" / "a.toml").write_text(text, encoding="utf-8")
    (tmp_path / "vocabulary" / "b.toml").write_text('[codes]\nfine = ["良"]\n', encoding="utf-8")
    issues: list[Issue] = []
    found = load_vocabulary(Files.read(tmp_path), issues)
    assert found.codes == {"fine": ("良",)}
    assert found.by_key["z.z"].label == "初"
    assert any(issue.where.startswith(place) for issue in issues), issues


@pytest.mark.parametrize("text", ["version = 3\n", "[version]\nfrom = 2026-04-01\n", "[[version]]\nfrom = 3\n"])
def test_a_procedure_of_the_wrong_shape_is_named(town: Path, text: str) -> None:
    (town / "procedures" / "P99.toml").write_text(f'id = "P99"\nname = "見本"\n{text}', encoding="utf-8")
    loaded = read(town)
    assert any(issue.where.startswith("procedures/P99.toml version") for issue in loaded.issues), loaded.issues
    assert "P99" not in loaded.book.procedures


@pytest.mark.parametrize("folder", ["procedures", "events"])
def test_an_empty_file_is_named(town: Path, folder: str) -> None:
    (town / folder / "blank.toml").write_text("", encoding="utf-8")
    places = {issue.where for issue in read(town).issues}
    assert {f"{folder}/blank.toml id", f"{folder}/blank.toml name"} <= places


# ---- explain and replay ----------------------------------------------------------------------------------------------
def test_explain_tells_rule_facts_sources_and_deadline_in_words() -> None:
    case = str(FORMS / "personas" / FAMILY)
    text = run("rules", "explain", case, "--procedure", "P20", "--cards", "--extract").stdout
    for words in (
        "P20 児童手当",
        "版: 令和",
        "規則: ",
        "成り立つ",
        "導出: today <= fy_end",
        "期限: 令和8年4月27日まで",
    ):
        assert words in text
    assert "閉庁日のため延びた日: 令和8年4月26日（日曜日）" in text
    assert "（転出証明書）" in text or "（カード）" in text
    assert "P21" not in text


def test_explain_gives_every_outcome_of_a_case_as_json() -> None:
    found = said("rules", "explain", str(FORMS / "personas" / FAMILY))
    listed = [entry["id"] for entry in (*found["procedures"], *found["absent"])]
    assert len(listed) == len(set(listed))
    assert {"P01", "P20", "P33"} <= set(listed)
    assert all(entry["rule"] and entry["votes"] for entry in found["procedures"])


def test_explain_refuses_a_procedure_that_the_event_does_not_have() -> None:
    result = run("rules", "explain", str(FORMS / "personas" / FAMILY), "--procedure", "P999")
    assert result.exit_code == 1
    assert "P999" in result.stderr


def test_replay_against_the_same_day_changes_nobody(town: Path) -> None:
    only(town, *tried(NAMES))
    assert said("rules", "replay", "--at", "2027-05-01", "--against", "2027-05-01")["changed"] == []


def test_replay_lists_who_gets_something_else_after_a_rule_ends(town: Path) -> None:
    only(town, "kazoku4", "suido")
    change(town / "procedures" / "P60.toml", "[[version]]\n", "[[version]]\nto = 2026-05-31\n")
    found = said("rules", "replay", "--at", "2026-06-01", "--against", "2026-05-29")
    mine = next(entry for entry in found["changed"] if entry["persona"] == "kazoku4")
    assert {"procedure_removed"} == {change["kind"] for change in mine["changes"] if change["what"] == "P60"}
    text = run("rules", "replay", "--at", "2026-06-01", "--against", "2026-05-29").stdout
    assert "手続がなくなる　P60 転入学" in text


def test_replay_says_which_answers_cannot_be_given_on_an_earlier_day(town: Path) -> None:
    only(town, "kazoku4", "suido")
    found = said("rules", "replay", "--at", "2026-04-05")
    mine = next(entry for entry in found["changed"] if entry["persona"] == "kazoku4")
    assert any("case.moved_on" in issue["where"] for issue in mine["issues"])


def test_replay_wants_a_calendar_day() -> None:
    assert run("rules", "replay", "--at", "あした").exit_code == 2


# ---- questions -----------------------------------------------------------------------------------------------------
def test_the_questions_of_every_persona_are_counted_beside_the_fewest(town: Path) -> None:
    only(town, "tanshin", "suido")
    counts = {entry["persona"]: entry for entry in said("rules", "questions")["personas"]}
    assert sorted(counts) == ["suido", "tanshin"]
    assert all(count["exact"] and count["minimum"] <= count["asked"] for count in counts.values())
    assert str(counts["suido"]["asked"]) in run("rules", "questions").stdout
