"""The function keys: one row at every text size, and words for every key that cannot act where the visit stands."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.flow.actions import StartVisit, Step
from kiosk.model.parcel import OutboxCount
from kiosk.model.staff import Role, Staff
from kiosk.ui.counter.keys import FUNCTION_KEYS, refusal
from kiosk.ui.ports import Delivered
from kiosk.ui.tokens import TextSize
from tests.gui.counter import Counter, settle


@pytest.mark.parametrize("wide", [1366, 1024])
@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_all_keys_stand_in_one_row_beside_the_longest_primary_action(
    counter: Counter, qtbot: QtBot, size: TextSize, wide: int
) -> None:
    window = counter.window
    window.resize(wide, 768)
    window.kit.look.set(size=size)
    window.act(StartVisit(event="e0"))
    for step in (Step.INTERVIEW, Step.PLAN, Step.CHECK, Step.SIGN):
        counter.reach(step)
        settle(qtbot)
        assert len({button.y() for button in window.keys.keys}) == 1, step
        assert window.keys.height() <= window.kit.look.dp(80)
        assert [key.accessibleName() for key in window.keys.keys][
            10
        ] == "F11 職員がご案内します"  # however short the key


@pytest.mark.parametrize("size", list(TextSize), ids=lambda size: size.name)
def test_the_header_has_one_line_whatever_waits_and_says_the_rest_to_assistive_tools(
    counter: Counter, qtbot: QtBot, size: TextSize
) -> None:
    window, header = counter.window, counter.window.header
    window.resize(1366, 768)
    header.show_person(Staff(number="1001", name="架空　花子", roles=frozenset({Role.CLERK})))
    header.offer_hiding()
    window.kit.look.set(size=size)
    window.act(StartVisit(event="e0"))
    header.show_outbox(Delivered(OutboxCount(pending=12, oldest_seconds=3000)))
    settle(qtbot)
    assert len({thing.geometry().center().y() for thing in (header.slip, header.outbox, header.hide_button)}) == 1
    assert header.height() <= window.kit.look.dp(72)
    assert header.outbox.accessibleName() == "送付待ち 12件・最長50分"
    assert "12件" in header.outbox.text()


@pytest.mark.parametrize("step", list(Step))
def test_a_key_acts_or_has_words_that_say_what_to_do(counter: Counter, step: Step) -> None:
    instead = {number: refusal(number, step) for number in FUNCTION_KEYS}
    assert {words for words in instead.values() if words} <= counter.words.keys
    assert [number for number, words in instead.items() if not words] == ACTING[step]


ACTING = {
    Step.START: [1, 2, 3],
    Step.INTERVIEW: [1, 2, 3, 4, 5, 6, 7, 8, 11, 12],
    Step.PLAN: [1, 2, 3, 4, 5, 6, 7, 8, 11, 12],
    Step.CHECK: [1, 2, 3, 5, 6, 7, 8, 11, 12],
    Step.SIGN: [1, 2, 3, 5, 6, 7, 8, 9, 11, 12],
    Step.DONE: [1, 10, 12],
}


def test_a_notice_does_not_push_the_question_that_has_the_keyboard_out_of_sight(counter: Counter, qtbot: QtBot) -> None:
    window = counter.window
    window.kit.look.set(size=TextSize.HUGE)
    window.act(StartVisit(event="e0"))
    window.interview.go("person[p1].phone")
    settle(qtbot)
    window.key(12)
    settle(qtbot)
    panel = window.interview.panels["visit"]
    field = panel.fields["person[p1].phone"]  # type: ignore[union-attr]  # visit is no grid
    seen = field.visibleRegion().boundingRect().height()
    assert window.notices.isVisible()
    assert seen == field.height()
