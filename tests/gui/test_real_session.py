"""The window over the real parts: the demonstration family from the first key to the slip."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.demo.family import Demo
from kiosk.demo.screens import until_settled
from kiosk.designing.rehearsal import answers
from kiosk.flow.actions import StartVisit, Step
from kiosk.ui.counter.grab import grab_states
from tests.gui.counter import settle, until, words_on_the_glass

Opened = tuple[Demo, CounterDesk]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The demonstration family, and the real window before the visit."""
    demo = Demo.prepare(replace(Place.standard(), home=tmp_path))
    desk = build_counter(demo.program)
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    yield demo, desk
    desk.close()


def test_the_demonstration_family_goes_through_the_window(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    demo, desk = opened
    window = desk.window
    window.act(StartVisit(event=demo.case.event))
    for action in chain(demo.sources(cards=True, extract=True), answers(desk.visit, demo.case)):
        window.act(action)
        until_settled(desk.host)
    pages = {"interview": window.page}
    for name, key in (("plan", Qt.Key.Key_F6), ("check", Qt.Key.Key_F7), ("sign", Qt.Key.Key_F8)):
        QTest.keyClick(window, key)
        until_settled(desk.host)
        pages[name] = window.page
    window.check.gate.approve.click()
    QTest.keyClick(window, Qt.Key.Key_F8)
    until_settled(desk.host)
    for panel in window.sign.panels.values():
        panel.paper.click()
    QTest.keyClick(window, Qt.Key.Key_F9)
    until_settled(desk.host)
    assert window.page.step is Step.DONE, [notice.code for notice in window.page.notices]
    assert window.done.number.text == window.page.slip
    pending = desk.program.store.outbox.count(desk.program.clock.now()).pending
    assert pending > 0
    qtbot.waitUntil(lambda: f"{pending}件" in window.header.outbox.text())
    assert window.done.sent.text.startswith(f"{pending}件")
    pictures = grab_states(window, tmp_path / "screens", pages | {"done": window.page})
    assert all(picture.stat().st_size > 20_000 for picture in pictures)


@pytest.mark.parametrize("drawer", [Qt.Key.Key_F2, Qt.Key.Key_F3], ids=lambda key: key.name)
def test_the_demonstration_family_leaves_no_name_in_the_window_when_the_visit_is_given_up(
    qtbot: QtBot, opened: Opened, drawer: Qt.Key
) -> None:
    demo, desk = opened
    window = desk.window
    samples = window.kit.drawer.samples()
    practice_cards = {f"{card.title}{gap}{card.hint}" for card in samples for gap in " \n"}
    window.act(StartVisit(event=demo.case.event))
    for action in chain(demo.sources(cards=True, extract=True), answers(desk.visit, demo.case)):
        window.act(action)
        until_settled(desk.host)
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F11, Qt.Key.Key_F5, drawer):
        QTest.keyClick(window, key)
    assert any("花子" in text for text in set(words_on_the_glass()) - practice_cards)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F12)
    until(qtbot, lambda: not desk.jobs.running)
    settle(qtbot)
    assert (window.page.step, desk.visit.snapshot) == (Step.START, None)
    left = set(words_on_the_glass()) - practice_cards
    assert [text for text in left if "太郎" in text or "花子" in text] == []
