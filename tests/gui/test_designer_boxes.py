"""様式設計, the boxes of a form: moved by mouse and keys, drawn, bound to facts by words, given conditions and rows."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.model.edits import Align, Edge, Put
from kiosk.model.template import Kind, Rect
from tests.gui.designer import CTRL, SHIFT, Draft
from tests.unit.test_boxes_pictures import FILES


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
    canvas.choose(("no1", "no2"))
    draft.key(Qt.Key.Key_C, CTRL)
    window = draft.seat.window
    assert window.errands.new_version(window.sheet.entry, dt.date(2030, 4, 1), "") == ""
    draft.wait()
    assert draft.sheet.entry.version == "002"
    draft.key(Qt.Key.Key_V, CTRL)  # what was taken on one form is laid on another
    first, second = (draft.box(name) for name in canvas.chosen)
    assert (first.fact, second.rect) == (draft.box("no1").fact, draft.box("no2").rect)


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


def test_a_picture_is_chosen_from_a_list_of_files_seen_at_once_and_copied_when_the_form_is_saved(
    draft: Draft, tmp_path: Path
) -> None:
    window, folder = draft.seat.window, draft.forms / "templates" / "F01" / "001"
    (tmp_path / "市長 Seal.PNG").write_bytes(FILES["seal.png"])
    (tmp_path / "memo.png").write_bytes(b"text")
    draft.click(60, 24)
    window.side.box.kind.meant.emit("image")
    line = window.side.box.picture
    assert line.isVisible()
    line.chosen.emit(str(tmp_path / "memo.png"))
    assert "memo.png" in line.field.wrong.label.text
    before = window.canvas.grab().toImage()
    line.chosen.emit(str(tmp_path / "市長 Seal.PNG"))
    assert (draft.box("no1").picture, line.text) == ("seal.png", "seal.png")
    window.side.box.alt.line.setText("市長印")
    window.side.box.alt.line.entered.emit()
    window.side.sample.meant.emit("inu")
    draft.wait()
    assert window.canvas.grab().toImage() != before
    assert not (folder / "seal.png").exists()
    line.field.line.setText("公印 mayor")
    line.field.line.entered.emit()
    window.do("save")
    assert [file.name for file in folder.glob("*.png")] == ["mayor.png"]
