"""The start page by keyboard, the foldable procedure list, the language of the guide sheet."""

import uuid
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import Answer, GoTo, Hold, Put, StartVisit, Step
from kiosk.flow.case_actions import AcceptHeld, Later, Waive
from kiosk.flow.day import DayList, Found
from kiosk.flow.left import Gate
from kiosk.flow.pages import Notice
from kiosk.model.free_for import FreeFor
from kiosk.model.held_for import HeldFor
from kiosk.model.kept import Face, GuideRow, PastCase, Sent
from kiosk.model.message import Code
from kiosk.model.plan import Need
from kiosk.model.printing import PaperKind, PrintRun
from kiosk.ui.counter.day_lines import past_line
from kiosk.ui.counter.fee_free import FeeFree
from kiosk.ui.counter.plan_view import PlanView
from kiosk.ui.counter.print_lines import print_lines
from kiosk.ui.printing import PrintState
from kiosk.ui.tokens import TextSize
from kiosk.ui.widgets.glyph_label import GlyphLabel
from tests.gui.counter import AT_TEN, Counter, keyboard, settle, until
from tests.gui.family import EVENTS


def test_a_digit_starts_the_visit_it_stands_beside(counter: Counter) -> None:
    focus = QApplication.focusWidget()
    assert focus is counter.window.start.events[0]
    QTest.keyClick(focus, Qt.Key.Key_4)
    assert counter.desk.log == [StartVisit(event="e3")]


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Down], 2),
        ([Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up], 1),
        ([Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_Down] * 9, len(EVENTS) - 2),
    ],
)
def test_arrows_walk_the_two_columns_of_the_start_page(counter: Counter, keys: list[Qt.Key], at: int) -> None:
    for key in keys:
        QTest.keyClick(keyboard(), key)
    assert QApplication.focusWidget() is counter.window.start.events[at]


def test_the_events_stand_in_the_order_that_the_catalogue_gives_them(counter: Counter) -> None:
    start = counter.window.start
    assert [button.accessibleName().partition(" ")[2] for button in start.events] == [
        choice.label for choice in counter.window.kit.events
    ]


@pytest.fixture
def plan(counter: Counter) -> PlanView:
    counter.window.act(StartVisit(event="e0"))
    counter.window.act(GoTo(step=Step.PLAN))
    return counter.window.plan


def words_of(plan: PlanView) -> str:
    return "\n".join(label.text for label in plan.findChildren(GlyphLabel) if label.isVisible())


def test_procedures_are_one_line_each_until_enter_opens_them(plan: PlanView) -> None:
    assert "住民基本台帳法22条" not in words_of(plan)
    fold = plan.cards["P01"].fold
    assert "市民課" in fold.accessibleName()
    QTest.keyClick(fold, Qt.Key.Key_Return)
    assert "住民基本台帳法22条" in words_of(plan)
    QTest.keyClick(fold, Qt.Key.Key_Return)
    assert "住民基本台帳法22条" not in words_of(plan)


def test_a_remark_that_stands_for_a_day_is_not_called_a_day(counter: Counter, plan: PlanView) -> None:
    page, remark = counter.window.page, "期限はありません"
    due = replace(page.outcomes[0], deadline="令和8年4月27日まで　土日は翌日", dated=True)
    counter.window.present(replace(page, outcomes=(due, replace(page.outcomes[1], deadline=remark, dated=False))))
    dated, open_ended = (plan.cards[each.id].fold.accessibleName() for each in counter.window.page.outcomes)
    assert counter.words("plan-line-deadline", day="令和8年4月27日まで") in dated
    assert remark in open_ended
    assert counter.words("plan-line-deadline", day=remark) not in open_ended


def test_who_may_not_file_alone_is_told_with_papers_and_identity_check(
    counter: Counter, plan: PlanView, qtbot: QtBot
) -> None:
    counter.window.act(Answer(path="case.applicant_role", text="任意代理人"))
    counter.window.act(Answer(path="agent.poa", text="なし"))
    card = plan.cards["P20"]
    assert counter.words("need-not_by_this_person") in card.fold.accessibleName()
    card.fold.click()
    settle(qtbot)
    for words in ("・委任状", counter.words("identity-number"), counter.words("plan-may-not-alone")):
        assert words in words_of(plan)


def test_an_opened_procedure_stays_open_when_the_list_changes(counter: Counter, plan: PlanView, qtbot: QtBot) -> None:
    plan.cards["P01"].fold.click()
    page = counter.window.page
    counter.window.present(replace(page, outcomes=page.outcomes[:-1]))
    assert plan.cards["P01"].fold.isChecked()
    settle(qtbot)
    assert "住民基本台帳法22条" in words_of(plan)


def test_what_is_not_needed_lies_under_one_line(plan: PlanView) -> None:
    assert plan.rest is not None
    assert "犬の登録変更" not in words_of(plan)
    plan.rest.fold.click()
    assert "犬の登録変更" in words_of(plan)


def test_the_language_of_the_guide_sheet_is_chosen_once_and_forgotten_with_the_visit(
    counter: Counter, qtbot: QtBot
) -> None:
    window = counter.window
    choice, done = window.header.language, window.done
    assert not choice.isVisible()
    window.act(StartVisit(event="e0"))
    assert choice.currentText() == "日本語"
    choice.setFocus()
    for _ in range(5):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert counter.desk.log[-1] == Put(path="case.language", value="Tiếng Việt")
    counter.reach(Step.DONE)
    assert "Tiếng Việt" in done.paper.guide.text()
    done.paper.guide.click()
    until(qtbot, lambda: done.state is PrintState.DONE)
    assert [run.papers for run in counter.office.runs] == [(PaperKind.GUIDE,)]
    window.end()
    window.act(StartVisit(event="e0"))
    assert choice.currentText() == "日本語"


# ---- 後日にする -----------------------------------------------------------------------------------------------------
def test_f4_on_a_procedure_leaves_it_for_later_and_takes_it_back(counter: Counter, plan: PlanView) -> None:
    plan.cards["P01"].fold.setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_F4)
    assert counter.desk.log[-1] == Later(procedure="P01")
    card = plan.cards["P01"]
    assert (card.view.need, plan.chosen) == (Need.HELD, card)
    assert counter.words("plan-later-chip") in card.fold.accessibleName()
    QTest.keyClick(keyboard(), Qt.Key.Key_F4)
    assert counter.desk.log[-1] == Later(procedure="P01", on=False)
    assert not plan.cards["P01"].view.later


def test_the_button_in_an_opened_procedure_does_the_same(counter: Counter, plan: PlanView, qtbot: QtBot) -> None:
    plan.cards["P01"].fold.click()
    button = plan.cards["P01"].later
    assert button is not None
    button.click()
    assert counter.desk.log[-1] == Later(procedure="P01")
    settle(qtbot)
    assert counter.words("plan-later-explained") in words_of(plan)


def test_a_fee_is_let_off_in_the_opened_procedure_for_a_reason_and_charged_again(
    counter: Counter, plan: PlanView
) -> None:
    def shown(why: str = "") -> FeeFree:
        page = counter.window.page
        others = [view for view in page.outcomes if view.id != "P01"]
        first = next(view for view in page.outcomes if view.id == "P01")
        plan.present(replace(page, outcomes=(replace(first, charged=True, free_for=why), *others)))
        plan.cards["P01"].fold.setChecked(True)
        made = plan.cards["P01"].fee
        assert made is not None
        return made

    fee = shown()
    fee.act.click()
    assert keyboard() is fee.usual[0]
    fee.usual[0].click()
    assert counter.desk.log[-1] == Waive(procedure="P01", reason=FreeFor.OFFICIAL)
    fee.more.click()
    fee.other.line.setText("市の委員会の資料にするため")
    fee.other.sure.click()
    assert counter.desk.log[-1] == Waive(procedure="P01", reason="市の委員会の資料にするため")
    again = shown("公用のため")
    assert "公用のため" in again.chip.text
    again.act.click()
    assert counter.desk.log[-1] == Waive(procedure="P01")


def test_f4_without_a_procedure_says_to_choose_one(counter: Counter, plan: PlanView) -> None:
    counter.window.keys.primary.setFocus()
    before = list(counter.desk.log)
    counter.window.key(4)
    assert counter.desk.log == before
    assert plan.chosen is None
    assert counter.words("later-which") in {message.label.text for message in counter.window.notices.messages}


def test_what_is_left_for_later_is_accepted_before_the_signatures(counter: Counter, plan: PlanView) -> None:
    for path in counter.desk.open:
        counter.window.act(Hold(path=path))
    names = {view.name for view in counter.window.page.held}
    counter.window.act(GoTo(step=Step.SIGN))
    gate = counter.window.check.gate.kinds[Gate.HELD]
    assert [counter.window.page.step] == [Step.CHECK], "nobody signs before what is held is known"
    assert names <= {entry.what for entry in gate.held.entries}
    *rest, last = (entry.id for entry in gate.held.entries)
    gate.held.picks[last].click()
    QTest.keyClick(keyboard(), Qt.Key.Key_2)
    assert counter.desk.log[-1] == AcceptHeld(procedures=(last,), reason=HeldFor.ASK)
    QTest.keyClick(keyboard(), Qt.Key.Key_1)
    assert counter.desk.log[-1] == AcceptHeld(procedures=tuple(rest), reason=HeldFor.PAPERS)
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert [counter.window.page.step] == [Step.SIGN], "nothing is left, so Enter goes on"


def test_the_day_names_every_purpose_and_a_print_says_which_revision_it_belongs_to(counter: Counter) -> None:
    kit, first = counter.window.kit, counter.window.kit.events[0]
    both = f"{first.code} {kit.events[1].code}"
    case = PastCase(uuid.UUID(int=1), "260420-001", both, AT_TEN, "1001", 2, Sent.DONE)
    named = "・".join(choice.label.partition("（")[0] for choice in kit.events[:2])
    assert past_line(kit, case).title == f"260420-001　{named}"
    runs = (PrintRun(1, (PaperKind.SLIP,), AT_TEN, "1001"), PrintRun(2, (PaperKind.SLIP,), AT_TEN, "1001", revision=2))
    former, latter = print_lines(kit, runs).split("\n")
    assert ("訂正（第2版）" in former, "訂正（第2版）" in latter) == (False, True)


def test_what_was_found_is_as_it_stands_when_another_window_has_changed_it(counter: Counter) -> None:
    day = counter.window.start.day
    found = PastCase(uuid.UUID(int=1), "260420-001", "e0", AT_TEN, "1001", 1, Sent.DONE, face=Face("架空　太郎"))
    day.show_found(Found((found,)))
    changed = replace(found, face=None, revision=2, withdrawn=True)
    day.present(DayList((), past=(changed,)))
    assert "取下げ" in day.rows[0].line.about
    assert "架空　太郎" in day.rows[0].line.about  # who was looked for is still known


def test_what_a_search_found_is_seen_at_once_below_the_occasions_of_a_narrow_window(
    counter: Counter, qtbot: QtBot
) -> None:
    window, start = counter.window, counter.window.start
    window.resize(1024, 768)
    while window.kit.look.size is not TextSize.HUGE:
        window.kit.look.resize(step=1, wrap=True)
    QApplication.processEvents()
    start.area.verticalScrollBar().setValue(0)
    rows = tuple(GuideRow(f"P{n}", "国民健康保険", "保険年金課") for n in range(9))
    told = Notice(kind="info", message=Code("tick-done", "procedure", "done", "of")(procedure="年金", done=1, of=9))
    case = PastCase(uuid.UUID(int=1), "260420-001", "e0", AT_TEN, "1001", 1, Sent.DONE, rows=rows)
    start.day.show_found(Found((case,), said=told))
    until(qtbot, lambda: not start.day.told.visibleRegion().isEmpty())
    assert not start.day.rows[0].visibleRegion().isEmpty()
    assert start.day.told.visibleRegion().boundingRect() == start.day.told.rect()
