"""Printing and saving: never a false "printed", and a faulty place is named."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import StartVisit, Step
from kiosk.model.bill import Bill, BillRow
from kiosk.model.parcel import OutboxCount
from kiosk.model.printing import PaperKind
from kiosk.ui.counter.extract_panel import ExtractPanel
from kiosk.ui.ports import Delivered
from kiosk.ui.printing import PrintState
from kiosk.ui.widgets.glyph_label import GlyphLabel
from tests.gui.counter import Counter, until


@pytest.fixture
def finished(counter: Counter) -> Counter:
    counter.window.act(StartVisit(event="e0"))
    counter.reach(Step.DONE)
    return counter


def test_the_last_page_says_how_many_applications_were_taken(finished: Counter) -> None:
    done, page = finished.window.done, finished.window.page
    assert page.sent > 1
    assert done.sent.text == f"{page.sent}件の届出・申請を受け付けました。"
    finished.window.present(replace(page, sent=0, held=()))
    assert done.sent.text == finished.words("done-nothing")
    assert done.title.text == finished.words("done-title")
    done.wipe()
    assert done.sent.text == ""


def test_what_is_to_be_paid_is_one_total_with_its_rows_and_nothing_of_it_stays(finished: Counter) -> None:
    done, page = finished.window.done, finished.window.page
    assert (done.bill.total.text, done.bill.codes.isVisible()) == (finished.words("bill-none"), False)
    rows = (
        BillRow("住民票", "写し", 2, 300, confirmed=False),
        BillRow("税", "証明", 1, 300, free="車検用のため"),
        BillRow("水道の使用開始", "水道の開栓", 1, 0, confirmed=False),
    )
    finished.office.owed = Bill(rows, ("転入届",), code="260420-001-600")
    finished.window.present(replace(page))
    assert done.bill.total.text == "合計 600円（要確認）"
    confirmed = (replace(rows[0], confirmed=True), *rows[1:])
    finished.office.owed = Bill(confirmed, ("転入届",), 900, "")
    finished.window.present(replace(page))
    assert (done.bill.total.text, done.bill.codes.isVisible()) == ("お返しする額 300円", False)
    assert "合計 900円　今回の合計 600円" in done.bill.before.text
    assert done.sent.text.startswith("お返しする額 300円")  # seen without scrolling
    finished.office.owed = Bill(rows, ("転入届",), code="260420-001-600")
    finished.window.present(replace(page))
    assert not done.bill.before.isVisible()
    assert all(said in done.bill.rows.text for said in ("300円 × 2 ＝ 600円", "車検用のため", "水道の開栓 無料"))
    assert (done.bill.codes.isVisible(), "転入届" in done.bill.free.text) == (True, True)
    done.wipe()
    assert (done.bill.rows.text, done.bill.code.text) == ("", "")


def told(widget: QWidget) -> str:
    return "\n".join(label.text for label in widget.findChildren(GlyphLabel))


def test_what_was_not_accepted_stands_apart_with_what_is_missing_until_when_and_what_to_bring(
    finished: Counter,
) -> None:
    done, page = finished.window.done, finished.window.page
    held = replace(
        page.outcomes[1], lacks=("新しい住所はどちらですか。",), deadline="令和8年4月27日まで", bring=("鍵",)
    )
    finished.window.present(replace(page, sent=0, held=(held,)))
    said = told(done.held)
    for words in ("新しい住所はどちらですか。", "令和8年4月27日まで", "鍵", held.name):
        assert words in said
    assert done.sent.text == finished.words("done-none-left")
    assert "受け付けました" not in told(done)
    assert done.paper.all.isHidden()
    assert done.first is done.paper.slip


@pytest.mark.parametrize("state", list(PrintState))
def test_every_print_state_has_its_own_words(finished: Counter, qtbot: QtBot, state: PrintState) -> None:
    finished.office.state = state
    done = finished.window.done
    done.print()
    until(qtbot, lambda: done.state is state)
    assert done.paper.told.label.text == finished.words(f"print-{state.value}")
    assert done.paper.asked.isVisible() is (state is PrintState.UNKNOWN)


def test_an_unknown_print_is_settled_by_asking_once(finished: Counter, qtbot: QtBot) -> None:
    finished.office.state = PrintState.UNKNOWN
    done = finished.window.done
    done.print()
    until(qtbot, done.paper.asked.isVisible)
    done.paper.not_out.click()
    assert done.state is PrintState.FAILED
    assert not done.paper.asked.isVisible()
    finished.office.state = PrintState.DONE
    until(qtbot, lambda: finished.office.runs[0].failed)
    done.print()  # nothing came out: no copy, no reason
    until(qtbot, lambda: done.state is PrintState.DONE)
    assert [run.reason for run in finished.office.runs] == ["", ""]


def test_one_key_prints_every_paper_and_what_was_printed_is_printed_again_for_a_reason_only(
    finished: Counter, qtbot: QtBot
) -> None:
    paper, office = finished.window.done.paper, finished.office
    finished.window.key(10)
    until(qtbot, lambda: paper.state is PrintState.DONE)
    assert [run.papers for run in office.runs] == [tuple(PaperKind)]
    paper.slip.click()
    until(qtbot, paper.again.isVisible)
    assert len(office.runs) == 1
    paper.again.usual[1].click()
    until(qtbot, lambda: paper.state is PrintState.DONE)
    newest = office.runs[-1]
    assert (newest.papers, newest.reason) == ((PaperKind.SLIP,), "紛失")
    assert "再印刷（紛失）" in paper.runs.text
    assert (paper.again.isVisible(), QApplication.focusWidget()) == (False, paper.first)


def test_saving_names_the_folder_or_the_trouble(finished: Counter, qtbot: QtBot) -> None:
    done = finished.window.done
    done.save.click()
    until(qtbot, lambda: "1 個" in done.saved.label.text)
    finished.office.broken = True
    done.save.click()
    until(qtbot, lambda: "ST-01" in done.saved.label.text)
    done.folder.clear()
    done.save.click()
    assert done.saved.label.text == finished.words("save-where")


@pytest.mark.parametrize(
    ("count", "part"),
    [
        (OutboxCount(), "なし"),
        (OutboxCount(pending=3, oldest_seconds=120), "3件・最長2分"),
        (OutboxCount(pending=3, oldest_seconds=7300), "3件・最長2時間"),
        (OutboxCount(pending=3, held=1), "保留 1件"),
    ],
)
def test_the_header_shows_what_waits_to_be_sent(finished: Counter, count: OutboxCount, part: str) -> None:
    finished.window.host.rounds.counted.emit(Delivered(count))
    assert part in finished.window.header.outbox.text()


def test_an_extract_with_faults_names_each_and_takes_nothing(counter: Counter, qtbot: QtBot) -> None:
    counter.window.act(StartVisit(event="e0"))
    counter.window.key(3)
    panel: ExtractPanel = counter.window.side.extract
    before = len(counter.desk.log)
    panel.buttons[1].click()
    assert "2行目" in panel.said.label.text
    assert len(counter.desk.log) == before
    panel.buttons[0].click()
    assert (len(counter.desk.log), panel.said.label.text) == (before + 1, "")  # the visit says what became of it
