"""様式設計: a day of somebody in the IT section - a form is moved, bound, tried, kept, begun anew, taken from paper."""

import io
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.model.edits import Align, Edge, Put
from kiosk.model.template import Kind, Rect
from kiosk.ui.designer.ports import Group, Place
from kiosk.ui.designer.tree_panel import TreePanel
from tests import other_hands
from tests.gui.designer import Draft, leave, opened

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def draft(qtbot: QtBot, tmp_path: Path) -> Iterator[Draft]:
    made = opened(qtbot, tmp_path)
    yield made
    leave(made)


def leaves(tree: TreePanel, group: Group) -> list[str]:
    branch = tree.tree.topLevelItem(list(Group).index(group))
    assert branch is not None
    found = (branch.child(at) for at in range(branch.childCount()))
    return [leaf.text(0) for leaf in found if leaf is not None]


def test_a_box_that_is_dragged_near_a_printed_line_lies_on_it_and_with_alt_where_the_hand_was(draft: Draft) -> None:
    draft.drag((60, 24), (60, 33.8))
    assert draft.box("no1").rect == Rect(x=21, y=31, w=78, h=8)  # the edge of the box there was nearer than the line
    draft.drag((60, 34), (60, 77.1))
    assert draft.box("no1").rect == Rect(x=21, y=74, w=78, h=8)  # on the last rule that is printed
    draft.key(Qt.Key.Key_Z, CTRL)
    draft.key(Qt.Key.Key_Z, CTRL)
    assert draft.box("no1").rect == Rect(x=21, y=21, w=78, h=8)
    draft.drag((60, 24), (60, 37), alt=True)
    assert draft.box("no1").rect.y == pytest.approx(34, abs=0.4)
    assert draft.seat.window.canvas.chosen == ("no1",)
    assert not draft.sheet.saved


def test_a_trembling_click_moves_nothing_and_several_boxes_go_together(draft: Draft) -> None:
    draft.drag((60, 24), (60.3, 24.3))
    assert not draft.sheet.undoable
    draft.click(60, 34, more=True)
    assert draft.seat.window.canvas.chosen == ("no1", "no2")
    draft.key(Qt.Key.Key_Right, SHIFT)
    draft.key(Qt.Key.Key_Down)
    assert [draft.box(name).rect.x for name in ("no1", "no2", "no3")] == [22, 22, 21]
    assert draft.box("no2").options[0].rect == Rect(x=23, y=32.1, w=10, h=5)
    draft.seat.window.edit(Align(("no1", "no2"), Edge.BOTTOM))
    assert draft.box("no2").rect.y == draft.box("no1").rect.y


def test_a_grip_makes_a_box_wider_and_keys_make_it_lower(draft: Draft) -> None:
    draft.click(60, 24)
    draft.drag((99, 25), (89, 25))
    assert draft.box("no1").rect.w == pytest.approx(68, abs=0.7)
    draft.key(Qt.Key.Key_Up, CTRL, SHIFT)
    assert draft.box("no1").rect.h == 7


def test_a_box_is_drawn_bound_by_words_and_says_what_the_resident_would_see(draft: Draft) -> None:
    window = draft.seat.window
    draft.click(60, 66)
    draft.key(Qt.Key.Key_Delete)
    window.bar.add.click()
    draft.drag((20.3, 60.3), (99.7, 73.7))
    (new,) = window.canvas.chosen
    assert (draft.box(new).kind, window.bar.add.isChecked()) == (Kind.TEXT, False)
    assert any("事実が決められていません" in said for said in draft.sheet.problems[new])
    picker = window.side.box.picker
    picker.search.setText("氏名")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert draft.box(new).fact == "person[A].name.full"
    assert (draft.box(new).rect, draft.sheet.issues) == (Rect(x=20, y=60, w=80, h=14), ())
    window.side.sample.person.combo.setCurrentIndex(1)
    window.side.sample.person.combo.activated.emit(1)
    draft.wait()
    assert draft.sheet.sample is not None
    assert next(box.text for box in draft.sheet.sample.boxes if box.box == new) == "架空　犬子"
    assert window.side.box.says.text == "氏名（架空　犬子）: 架空　犬子（聞き取り）"
    for path in draft.forms.rglob("*"):
        assert not path.is_file() or "架空　犬子" not in path.read_text(encoding="utf-8") or path.name == "inu.toml"


def test_what_is_typed_into_the_panel_is_taken_or_refused_beside_it(draft: Draft) -> None:
    window = draft.seat.window
    draft.click(60, 24)
    panel = window.side.box
    panel.place["w"].line.setText("70.5")
    QTest.keyClick(panel.place["w"].line, Qt.Key.Key_Return)
    assert draft.box("no1").rect.w == 70.5
    panel.place["w"].line.setText("広い")
    QTest.keyClick(panel.place["w"].line, Qt.Key.Key_Return)
    assert "1から1000まで" in panel.place["w"].wrong.label.text
    assert draft.box("no1").rect.w == 70.5
    window.side.turn("rule")
    rule = window.side.rule.when
    for text, taken in (("case.has_dog &&", False), ("case.has_dgo", False), ("case.has_dog", True)):
        rule.line.setText(text)
        QTest.keyClick(rule.line, Qt.Key.Key_Return)
        assert (draft.box("no1").when == "case.has_dog") is taken
        assert bool(rule.wrong.label.text) is not taken
    sentences = window.side.rule.sentences
    assert sentences.toPlainText() == "「犬がいる」がはいである"
    written = {"「猫がいる」がはいである": "case.has_dog", "「数」が3以上である": "case.count >= 3", "": ""}
    for text, rule_now in written.items():
        sentences.setPlainText(text)
        window.side.rule.take.click()
        assert draft.box("no1").when == rule_now
        assert bool(window.side.rule.wrong.label.text) is ("猫" in text)
    window.canvas.choose(())
    window.side.form.told["law"].line.setText("見本法9条")
    QTest.keyClick(window.side.form.told["law"].line, Qt.Key.Key_Return)
    assert draft.template.law == "見本法9条"


def test_what_was_changed_is_saved_on_request_and_nobody_leaves_it_by_mistake(draft: Draft) -> None:
    window, before = draft.seat.window, draft.file()
    draft.click(60, 24)
    draft.key(Qt.Key.Key_Delete)
    assert draft.file() == before
    first = QCloseEvent()
    window.closeEvent(first)
    assert not first.isAccepted()
    assert "F01（001）" in window.told.label.text
    window.do("save")
    assert "no1" not in draft.file()
    assert tomllib.loads(draft.file())["essential"] == ["no2"]
    again = QCloseEvent()
    window.closeEvent(again)
    assert again.isAccepted()


def test_a_version_that_counters_have_is_looked_at_and_the_next_one_is_begun(qtbot: QtBot, tmp_path: Path) -> None:
    draft = opened(qtbot, tmp_path, filed=True)
    window, before = draft.seat.window, draft.file()
    draft.drag((60, 24), (60, 44))
    window.edit(Put(draft.box("no1").model_copy(update={"label": "別の名前"})))
    assert (draft.sheet.undoable, draft.file()) == (False, before)
    assert "窓口で使われている" in window.told.label.text
    window.canvas.choose(())
    for text, version in (("来月", "001"), ("2024-01-01", "001"), ("2030-04-01", "002")):
        window.side.form.since.line.setText(text)
        window.side.form.begin.click()
        draft.wait()
        assert draft.sheet.entry.version == version
    window.canvas.choose(("no1",))
    draft.key(Qt.Key.Key_Right)
    window.do("save")
    assert draft.file() == before
    assert "x = 21.1" in draft.file("002")
    assert [leaf for leaf in leaves(window.tree, Group.FORMS) if "F01" in leaf] == [
        "F01（001） 犬の届",
        "✎ F01（002） 犬の届",
    ]
    leave(draft)


def test_several_boxes_of_an_import_are_looked_at_at_once(draft: Draft, tmp_path: Path) -> None:
    window, many, paper = draft.seat.window, draft.seat.window.side.many, tmp_path / "city.pdf"
    paper.write_bytes(other_hands.plain("F03"))
    window.do("import")
    window.taking.file.field.line.setText(str(paper))
    window.taking.name.line.setText("国の様式")
    window.taking.go.click()
    draft.wait()
    first, *several = tuple(draft.sheet.doubts)[:3]
    window.canvas.choose((first,))
    assert not many.right.isVisibleTo(window)
    window.side.box.right.click()
    window.canvas.choose((first, *several))
    assert many.right.text() == "印の付いた2個を確かめた"
    many.right.click()
    assert not {*several} & {*draft.sheet.doubts}
    assert not many.right.isVisibleTo(window)
    window.do("undo")
    assert {*several} <= {*draft.sheet.doubts}


def test_a_paper_is_taken_in_doubts_are_settled_and_the_check_leads_to_what_is_wrong(
    draft: Draft, tmp_path: Path
) -> None:
    window, paper = draft.seat.window, tmp_path / "city.pdf"
    paper.write_bytes(other_hands.plain("F03"))
    window.do("import")
    assert window.taking.id.line.text() == "F2"
    window.taking.go.click()
    assert window.taking.file.field.wrong.label.text
    window.taking.file.field.line.setText(str(paper))
    window.taking.name.line.setText("国の様式")
    window.taking.go.click()
    draft.wait()
    assert (draft.sheet.entry.form, draft.template.title) == ("F2", "国の様式")
    doubted = next(iter(draft.sheet.doubts))
    window.canvas.choose((doubted,))
    window.side.box.right.click()
    assert doubted not in draft.sheet.doubts
    window.edit(Put(draft.box(doubted).model_copy(update={"kind": Kind.TEXT, "fact": "person[A].nme"})))
    window.do("save")
    window.do("check")
    draft.wait()
    assert "直すことが" in window.told.label.text
    window.open(Place("F01", "001"))
    rows = [window.problems.list.item(at) for at in range(window.problems.list.count())]
    window.problems.list.itemClicked.emit(next(row for row in rows if "person.nme" in row.text()))
    assert (draft.sheet.entry.form, window.canvas.chosen) == ("F2", (doubted,))
    window.do("import")
    window.taking.file.field.line.setText(str(draft.forms / "municipality.toml"))
    window.taking.name.line.setText("紙ではない")
    window.taking.go.click()
    draft.wait()
    assert window.taking.told.label.text
    assert not (draft.forms / "templates" / "F3").exists()


def test_other_files_are_shown_at_the_line_that_is_wrong(draft: Draft) -> None:
    window = draft.seat.window
    file = draft.forms / "procedures" / "P01.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("case.count > 0", "case.cuont > 0"), encoding="utf-8")
    window.do("check")
    draft.wait()
    row = window.problems.list.item(0)
    assert "case.cuont" in row.text()
    window.problems.list.itemClicked.emit(row)
    assert window.middle.currentWidget() is window.file
    assert "case.cuont" in window.file.text.textCursor().block().text()
    assert [leaf for leaf in leaves(window.tree, Group.PROCEDURES) if "●" in leaf] == ["犬の届出　●1"]


def test_the_keyboard_alone_reaches_every_box_and_takes_steps_back_and_forth(draft: Draft) -> None:
    canvas, seen = draft.seat.window.canvas, list[str]()
    for _ in range(6):
        draft.key(Qt.Key.Key_PageDown)
        seen += canvas.chosen
    assert seen == ["no1", "no2", "no3", "no4", "no5", "no1"]
    draft.key(Qt.Key.Key_D, CTRL)
    assert canvas.chosen == ("no6",)
    assert draft.box("no6").rect.y == 29
    for key, many in ((Qt.Key.Key_Z, 5), (Qt.Key.Key_Y, 6)):
        draft.key(key, CTRL)
        assert len(draft.template.boxes) == many
    draft.key(Qt.Key.Key_A, CTRL)
    draft.key(Qt.Key.Key_Delete)
    assert draft.template.boxes == ()
    draft.key(Qt.Key.Key_Z, CTRL)
    assert len(draft.template.boxes) == 6


def test_a_new_paper_becomes_the_next_version_with_the_bindings_of_the_old_one(draft: Draft, tmp_path: Path) -> None:
    window, paper = draft.seat.window, tmp_path / "new.pdf"
    form = window.side.form
    form.since.line.setText("2030-04-01")
    form.revise.click()
    assert form.paper.field.wrong.label.text
    form.paper.field.line.setText(str(paper))
    form.revise.click()
    draft.wait()
    assert "ファイルがありません" in window.told.label.text
    with pikepdf.open(io.BytesIO(other_hands.plain("F03"))) as pdf:
        pdf.save(paper)
    form.revise.click()
    draft.wait()
    assert (draft.sheet.entry.version, draft.template.pages[0].background) == ("002", "paper.pdf")
    assert draft.sheet.doubts


def test_what_somebody_else_wrote_is_read_on_request_and_by_itself_where_nothing_is_lost(
    draft: Draft,
) -> None:
    window = draft.seat.window
    file = draft.forms / "templates" / "F01" / "001" / "template.toml"
    file.write_text(draft.file().replace('title = "犬の届"', 'title = "犬の届出"'), encoding="utf-8")
    window.open(Place("F01", "001"))
    assert draft.template.title == "犬の届出"
    draft.click(60, 24)
    draft.key(Qt.Key.Key_Right)
    file.write_text(draft.file().replace('title = "犬の届出"', 'title = "犬の登録"'), encoding="utf-8")
    window.do("save")
    assert "ほかで変更" in window.told.label.text
    assert (draft.template.title, draft.sheet.saved) == ("犬の届出", False)
    window.bar.acts["reread"].click()
    assert (draft.template.title, draft.sheet.saved) == ("犬の登録", True)
    assert not window.bar.acts["reread"].isVisible()


def test_rows_that_cannot_be_are_refused_at_the_button_too_and_days_are_read_as_people_write_them(draft: Draft) -> None:
    window = draft.seat.window
    draft.click(60, 24)
    many = window.side.many
    for rows, down in (("0", "9"), ("61", "9"), ("2.5", "9"), ("3", "0"), ("3", "-3"), ("いくつか", "9")):
        many.rows.line.setText(rows)
        many.down.line.setText(down)
        many.in_rows.click()
        assert draft.template.repeats == ()
    many.rows.line.setText("３")
    many.down.line.setText("９．５")
    many.in_rows.click()
    assert [(repeat.rows, repeat.dy) for repeat in draft.template.repeats] == [(3, 9.5)]
    window.canvas.choose(())
    first = window.side.form.first
    for text, day in (("あした", "2024-04-01"), ("令和９年４月１日", "2027-04-01"), ("2028/4/1", "2028-04-01")):
        first.line.setText(text)
        QTest.keyClick(first.line, Qt.Key.Key_Return)
        assert draft.template.valid_from.isoformat() == day


def test_what_is_half_typed_counts_when_the_window_is_closed_and_half_written_sentences_wait(draft: Draft) -> None:
    window = draft.seat.window
    draft.click(60, 24)
    window.side.turn("rule")
    window.side.rule.sentences.setPlainText("「数」が")
    draft.click(60, 34)
    draft.click(60, 24)
    assert window.side.rule.sentences.toPlainText() == "「数」が"
    window.side.turn("box")
    line = window.side.box.label.line
    line.setFocus()
    line.setText("飼い主")
    leaving = QCloseEvent()
    window.closeEvent(leaving)
    assert (leaving.isAccepted(), draft.box("no1").label) == (False, "飼い主")


def test_a_fact_of_nobody_and_a_number_for_a_condition_are_told(draft: Draft) -> None:
    window = draft.seat.window
    window.edit(Put(draft.box("no1").model_copy(update={"fact": "person.name.full"})))
    assert any("だれの" in said for said in draft.sheet.problems["no1"])
    window.canvas.choose(("no1",))
    window.side.turn("rule")
    for text in ("1", '"a"', "case.count"):
        window.side.rule.when.line.setText(text)
        QTest.keyClick(window.side.rule.when.line, Qt.Key.Key_Return)
        assert window.side.rule.when.wrong.label.text
        assert draft.box("no1").when == ""


def test_each_printed_choice_and_each_part_of_a_date_is_moved_by_itself_and_stays_in_its_box(draft: Draft) -> None:
    draft.click(60, 34)
    draft.drag((25, 34.5), (45, 35))  # 届出 goes over to the right
    assert draft.box("no2").rect == Rect(x=21, y=31, w=78, h=8)
    moved, other = draft.box("no2").options
    assert (moved.rect.x, moved.rect.y) == pytest.approx((42, 32.5), abs=0.5)
    assert other.rect == Rect(x=42, y=32, w=10, h=5)
    draft.key(Qt.Key.Key_Left, SHIFT)
    assert draft.box("no2").options[0].rect.x == pytest.approx(moved.rect.x - 1)
    draft.drag((45, 34), (140, 80))  # out of the box it goes nowhere
    rect = draft.box("no2").options[0].rect
    assert (rect.x + rect.w, rect.y + rect.h) == pytest.approx((99, 39))
    draft.key(Qt.Key.Key_Delete)
    assert [option.code for option in draft.box("no2").options] == ["取消"]
    draft.click(90, 44)
    draft.drag((55, 44), (65, 44))
    parts = draft.box("no3").parts
    assert parts is not None
    assert parts.day.x == pytest.approx(61, abs=0.5)
    assert parts.month.x == 41
    draft.key(Qt.Key.Key_Delete)
    assert draft.box("no3").parts == parts  # a date without a day is none
