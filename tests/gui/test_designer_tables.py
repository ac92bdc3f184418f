"""様式設計: procedures, questions, settings, occasions and invented residents are changed as forms, field by field."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from kiosk.ui.designer.ports import Group
from kiosk.ui.designer.table_ports import Making
from kiosk.ui.tokens import TextSize
from tests.forms import FORMS
from tests.gui.designer import Draft, leave, opened
from tests.gui.designer_tables import fill, on_disk, part, row, say, show

PROCEDURE = "procedures/P01.toml"


@pytest.fixture
def draft(qtbot: QtBot, tmp_path: Path) -> Iterator[Draft]:
    made = opened(qtbot, tmp_path)
    yield made
    leave(made)


def test_a_procedure_is_changed_field_by_field_and_its_file_keeps_everything_else(draft: Draft) -> None:
    window, before = draft.seat.window, (draft.forms / PROCEDURE).read_text(encoding="utf-8")
    tree = window.tree.tree.topLevelItem(list(Group).index(Group.PROCEDURES))
    assert tree is not None
    leaves = [leaf for at in range(tree.childCount()) if (leaf := tree.child(at)) is not None]
    leaf = next(leaf for leaf in leaves if "犬の届出" in leaf.text(0))
    window.tree.tree.itemClicked.emit(leaf, 0)
    assert window.middle.currentWidget() is window.tables.view
    say(draft, "name", text="犬の登録")
    show(draft, PROCEDURE, "version", 0)
    say(draft, "version", 0, "reason", text="犬を飼い始めたため")
    say(draft, "version", 0, "when", text="「犬がいる」がはいである")
    show(draft, PROCEDURE, "version", 0, "deadline")
    for text, taken in (("十", False), ("5000", False), ("３０", True)):
        say(draft, "version", 0, "deadline", "count", text=text)
        assert bool(row(draft, "version", 0, "deadline", "count").wrong.label.text) is not taken
    say(draft, "version", 0, "deadline", "unit", text="month")
    assert (draft.forms / PROCEDURE).read_text(encoding="utf-8") == before
    draft.wait()
    window.do("save")
    draft.wait()
    version = on_disk(draft, PROCEDURE)["version"][0]
    assert (on_disk(draft, PROCEDURE)["name"], version["when"]) == ("犬の登録", "case.has_dog")
    assert (version["deadline"]["count"], version["deadline"]["unit"]) == (30, "month")
    for _ in range(5):
        window.do("undo")
    window.do("save")
    draft.wait()
    assert (draft.forms / PROCEDURE).read_text(encoding="utf-8") == before


@pytest.mark.parametrize("label", ["個人番号", "マイ ナンバー", "住民票コード", "基礎年金番号", "My Number"])
def test_the_three_numbers_are_refused_at_the_field_in_every_spelling(draft: Draft, label: str) -> None:
    window = draft.seat.window
    show(draft, "vocabulary.toml", "item", "case.count")
    say(draft, "item", "case.count", "label", text=label)
    assert "どの名前でも扱いません" in row(draft, "item", "case.count", "label").wrong.label.text
    say(draft, "item", "case.count", "ask", text=f"{label}は何番ですか。")
    assert "どの名前でも扱いません" in row(draft, "item", "case.count", "ask").wrong.label.text
    window.do("new")
    window.tables.making.begin(Making.FACT)
    rows = window.tables.making.rows
    fill(rows["key"].control, "person.extra_number")
    fill(rows["label"].control, label)
    window.tables.making.go.click()
    assert "どの名前でも扱いません" in rows["label"].wrong.label.text
    assert not window._kit.tabling.unsaved()


def test_a_city_adds_a_question_and_a_procedure_of_its_own_out_of_forms(draft: Draft) -> None:
    window, making = draft.seat.window, draft.seat.window.tables.making
    (draft.forms / "matrix.toml").write_text('[[P01]]\non = ["ten"]\nmark = "○"\nwhy = "犬"\n', encoding="utf-8")
    window.do("new")
    making.begin(Making.CODES)
    fill(making.rows["id"].control, "tree")
    fill(making.rows["codes"].control, "松\n杉")
    making.go.click()
    draft.wait()
    making.begin(Making.FACT)
    making.go.click()
    assert all(making.rows[key].wrong.label.text for key in ("key", "label"))
    for key, text in (("key", "case.tree"), ("label", "木の種類"), ("type", "code"), ("ask", "どの木ですか。")):
        fill(making.rows[key].control, text)
    making.go.click()
    assert making.rows["codes"].wrong.label.text
    fill(making.rows["codes"].control, "tree")
    fill(making.rows["section"].control, "all")
    making.go.click()
    draft.wait()
    assert part(draft).path == ("item", "case.tree")
    window.do("new")
    making.begin(Making.PROCEDURE)
    for key, text in (("name", "木の届出"), ("department", "市民課"), ("reason", "木を植えるため")):
        fill(making.rows[key].control, text)
    fill(making.rows["reason_not"].control, "木を植えないため")
    fill(making.rows["events"].control, "引越し")
    making.rows["when"].control.first().setPlainText("「木の種類」が『松』である")  # type: ignore[attr-defined]
    making.go.click()
    draft.wait()
    assert [window.problems.list.item(at).text() for at in range(window.problems.list.count())] == []
    window.do("save")
    draft.wait()
    assert on_disk(draft, "procedures/P02.toml")["version"][0]["when"] == 'case.tree == "松"'
    assert on_disk(draft, "events/ten.toml")["procedures"] == ["P01", "P02"]
    assert [cell["mark"] for cell in on_disk(draft, "matrix.toml").get("P02", [])] == ["○"]
    window.do("check")
    draft.wait()
    assert not window.problems.list.count()


def test_a_setting_has_its_field_and_says_what_is_allowed(draft: Draft) -> None:
    window, file = draft.seat.window, draft.forms / "municipality.toml"
    file.write_text(f'mayer = "名"\n{file.read_text(encoding="utf-8")}', encoding="utf-8")
    window.do("check")
    draft.wait()
    show(draft, "municipality.toml")
    assert "この名前の項目はありません" in row(draft, "mayer").wrong.label.text
    row(draft, "mayer").remove.click()
    say(draft, "handed_in_days", text="100")
    assert "1～90" in row(draft, "handed_in_days").wrong.label.text
    say(draft, "mayor", text="架空　町子")
    draft.wait()
    days = row(draft, "handed_in_days")
    assert (days.control.value, "1～90" in days.wrong.label.text) == ("100", True)  # what others say does not wipe it
    say(draft, "handed_in_days", text="7")
    assert not days.wrong.label.text
    say(draft, "cover_sheet", text="false")
    show(draft, "municipality.toml", "fee", "copy")
    say(draft, "fee", "copy", "value", text="350")
    window.tables.view.form.added.emit(("fee",), "seal")
    draft.wait()
    assert part(draft).path == ("fee", "seal")
    assert part(draft).wrong
    for key, text in (("label", "印鑑"), ("source", "条例")):
        say(draft, "fee", "seal", key, text=text)
    draft.wait()
    assert not part(draft).wrong
    first = QCloseEvent()
    window.closeEvent(first)
    assert not first.isAccepted()
    assert "municipality.toml" in window.told.label.text
    window.do("save")
    draft.wait()
    city = on_disk(draft, "municipality.toml")
    assert (city["fee"]["copy"]["value"], city["fee"]["seal"]["label"], city["cover_sheet"]) == (350, "印鑑", False)
    assert "mayer" not in city


def test_a_resident_is_copied_and_answers_otherwise_and_others_edits_are_not_written_over(draft: Draft) -> None:
    window = draft.seat.window
    show(draft, "personas/inu.toml")
    window.tables.view.form.copied.emit("neko")
    draft.wait()
    assert window.tables.view.table is not None
    assert window.tables.view.table.file == "personas/neko.toml"
    show(draft, "personas/neko.toml", "answers")
    say(draft, "answers", "case.count", text="2")
    window.tables.view.form.added.emit(("answers",), "case.occasion")
    draft.wait()
    window.do("save")
    draft.wait()
    assert on_disk(draft, "personas/neko.toml")["answers"]["case.count"] == "2"
    assert on_disk(draft, "personas/inu.toml")["answers"]["case.count"] == "1"
    say(draft, "answers", "case.count", text="3")
    (draft.forms / "personas" / "neko.toml").write_text("title = 1\n", encoding="utf-8")
    window.do("save")
    assert "ほかで変更" in window.told.label.text
    window.do("reread")
    draft.wait()
    assert not window._kit.tabling.unsaved()


def test_lists_follow_the_size_of_the_text_while_the_window_is_open(draft: Draft) -> None:
    window, look = draft.seat.window, draft.seat.window._kit.look
    show(draft, PROCEDURE)
    before = [window.tree.tree.font().pixelSize(), window.bar.acts["save"].sizeHint().width()]
    look.set(size=TextSize.HUGE)
    after = [window.tree.tree.font().pixelSize(), window.bar.acts["save"].sizeHint().width()]
    assert window.minimumSizeHint().height() <= 768  # also the page on which a paper is taken in
    look.set(size=TextSize.SMALL)
    assert all(large > small for large, small in zip(after, before, strict=True))
    assert window.tables.view.list.font() == window.tree.tree.font()


def test_translations_of_words_that_are_said_no_more_go_with_them_and_come_back(draft: Draft) -> None:
    window, labels = draft.seat.window, draft.forms / "labels" / "en.toml"
    labels.parent.mkdir(exist_ok=True)
    before = '[text]\n"犬はいますか。" = "Is there a dog?"\n"いくつですか。" = "How many?"\n'
    labels.write_text(before, encoding="utf-8")
    show(draft, "vocabulary.toml", "item", "case.has_dog")
    say(draft, "item", "case.has_dog", "ask", text="犬を飼っていますか。")
    assert "1言語" in window.told.label.text
    draft.wait()
    assert not window.problems.list.count()
    window.do("save")
    draft.wait()
    assert labels.read_text(encoding="utf-8") == before.replace('"犬はいますか。" = "Is there a dog?"\n', "")
    window.do("undo")
    window.do("save")
    draft.wait()
    assert labels.read_text(encoding="utf-8") == before


def test_practice_cards_columns_of_other_systems_and_translations_are_filled_in_as_forms(draft: Draft) -> None:
    window = draft.seat.window
    for file in ("cards.toml", "exchange/extract.toml", "labels/pt.toml"):
        (draft.forms / file).parent.mkdir(exist_ok=True)
        shutil.copy(FORMS / file, draft.forms / file)
    before = (draft.forms / "exchange/extract.toml").read_text(encoding="utf-8")
    show(draft, "cards.toml", "card", 0, "holder")
    say(draft, "card", 0, "holder", "sex", text="2")
    say(draft, "card", 0, "holder", "pin_left", text="4")
    assert row(draft, "card", 0, "holder", "pin_left").wrong.label.text
    show(draft, "exchange/extract.toml", "person", 0)
    say(draft, "person", 0, "as", text="text")
    say(draft, "person", 0, "column", text="個人番号")
    draft.wait()
    assert any("個人番号の列は読めません" in told for told in part(draft).told)
    window.do("undo")
    show(draft, "labels/pt.toml", "text")
    form = window.tables.view.form
    many = len(form.rows)
    form.filter.line.setText("住民票の写し")
    assert 0 < len(form.rows) < many
    (path, *_) = form.rows
    say(draft, *path, text="Outra palavra")
    window.do("save")
    draft.wait()
    assert on_disk(draft, "cards.toml")["card"][0]["holder"]["sex"] == "2"
    assert on_disk(draft, "labels/pt.toml")["text"][path[-1]] == "Outra palavra"
    after = (draft.forms / "exchange/extract.toml").read_text(encoding="utf-8")
    others = [(was, now) for was, now in zip(before.split("\n"), after.split("\n"), strict=True) if was != now]
    assert others == [('as = "name"', 'as = "text"')]
