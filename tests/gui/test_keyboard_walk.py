"""Whole visits by keyboard: after every key the keyboard is in the work area, on something that can be seen."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from kiosk.catalogue.case_file import load_case_file
from kiosk.demo.family import Demo
from kiosk.flow.actions import Step
from kiosk.model.casefile import CaseFile
from tests.gui.clerk import Clerk, in_sight
from tests.gui.counter import keyboard, settle
from tests.gui.real import Opens


@pytest.mark.parametrize("persona", ["tanshin", "juminhyo", "shibo_hitori"])
def test_after_every_key_of_a_visit_the_keyboard_is_where_the_work_is(
    qtbot: QtBot, open_counter: Opens, demo: Demo, persona: str
) -> None:
    desk = open_counter()
    case = load_case_file(demo.program.place.personas / f"{persona}.toml", demo.program.book)
    assert isinstance(case, CaseFile)
    clerk = Clerk(qtbot, desk, case, partial(in_sight, desk))
    clerk.begin()
    clerk.answer()
    clerk.finish()
    settle(qtbot)
    assert desk.window.page.step is Step.DONE
    assert not keyboard().visibleRegion().isEmpty()
