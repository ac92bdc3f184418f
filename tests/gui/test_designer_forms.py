"""様式設計, whole forms: kept on request, begun anew, taken from paper, checked, read again; nothing is lost."""

import io
import tomllib
from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from kiosk.model.edits import Put
from kiosk.model.template import Kind
from kiosk.ui.designer.ports import Group, Place
from kiosk.ui.designer.tree_panel import TreePanel
from tests import other_hands
from tests.gui.designer import Draft, leave, opened


def leaves(tree: TreePanel, group: Group) -> list[str]:
    branch = tree.tree.topLevelItem(list(Group).index(group))
    assert branch is not None
    found = (branch.child(at) for at in range(branch.childCount()))
    return [leaf.text(0) for leaf in found if leaf is not None]


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


def test_whether_fields_stay_open_is_said_of_the_form_and_then_each_box_names_its_field(draft: Draft) -> None:
    side = draft.seat.window.side
    side.form.fields.combo.setCurrentIndex(1)
    side.form.fields.combo.activated.emit(1)
    draft.click(60, 24)
    assert side.box.own.isVisible()
    side.box.own.line.setText("shimei, kana")
    side.box.own.line.entered.emit()
    draft.seat.window.do("save")
    written = tomllib.loads(draft.file())
    assert (written["fields"], written["box"][0]["field"]) == ("kept", ["shimei", "kana"])


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
    assert f"読み取ったままの欄が{len(draft.sheet.doubts)}" in window.problems.title.text
    still, panel = window.side.form.still.label, window.side.form
    assert "だれの分を作るか" in still.text
    headed = next(box.id for box in draft.template.boxes if box.label.startswith("被保険者 氏名"))
    panel.copies.combo.setCurrentIndex(1)
    panel.copies.meant.emit(panel.copies.code)
    assert (draft.template.copies, draft.box(headed).fact[:9]) == (panel.copies.code, "person[P]")
    assert ("どの手続も、この様式を使っていません" in still.text, "だれの分を作るか" in still.text) == (True, False)
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
    assert not still.text
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
    assert window.middle.currentWidget() is window.tables.view
    part = window.tables.view.part
    assert part is not None
    assert (part.path, part.wrong) == (("version", 0), 1)
    assert "case.cuont" in window.tables.view.form.rows[("version", 0, "when")].wrong.label.text
    (draft.forms / "labels").mkdir(exist_ok=True)
    (draft.forms / "labels" / "en.toml").write_text("[text]\n\n[txet\n", encoding="utf-8")
    window.do("check")
    draft.wait()
    row = next(row for at in range(9) if (row := window.problems.list.item(at)) and "en.toml" in row.text())
    window.problems.list.itemClicked.emit(row)
    assert window.middle.currentWidget() is window.file
    assert "txet" in window.file.text.textCursor().block().text()
    assert [leaf for leaf in leaves(window.tree, Group.PROCEDURES) if "●" in leaf] == ["犬の届出　●1"]


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
