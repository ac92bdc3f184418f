"""The real window without a screen, and the demonstration family sitting down in front of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QEventLoop, QtMsgType, qInstallMessageHandler

from kiosk.bench.subject import Subject
from kiosk.bootstrap.settling import settle
from kiosk.bootstrap.window import CounterDesk, build_counter
from kiosk.demo.family import SLIP
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.flow.actions import Action, Sign, StartVisit


@contextmanager
def seat(subject: Subject) -> Iterator[CounterDesk]:
    """A shown window of 1366×768 as the counter's start leaves it; its home is the subject's."""
    before = qInstallMessageHandler(silent)
    desk = build_counter(subject.program, next_slip=lambda: SLIP)
    settle()
    desk.window.resize(1366, 768)
    desk.window.show()
    try:
        yield desk
    finally:
        desk.window.close()
        desk.host.close()
        desk.window.deleteLater()  # its words are about a family: they do not wait for the collector
        desk.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.unfreeze()
        qInstallMessageHandler(before)


def silent(_kind: QtMsgType, _context: object, _text: str) -> None:
    """The offscreen platform complains about hints that it does not need."""


def act(desk: CounterDesk, action: Action) -> None:
    """One action until everything that changed is painted and nothing of it is under way."""
    desk.window.act(action)
    if desk.host.busy:
        waiting = QEventLoop()
        desk.host.settled.connect(waiting.quit)
        waiting.exec()
        desk.host.settled.disconnect(waiting.quit)
    paint(desk)


def paint(desk: CounterDesk) -> None:
    """Everything that waits is painted, and what was thrown away is gone, as in a running event loop."""
    desk.app.processEvents()
    desk.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def bring_family(subject: Subject, desk: CounterDesk) -> None:
    """The family's cards and extract, an answer to everything that is asked, and their signatures."""
    case = subject.demo.case
    for action in (StartVisit(event=case.event), *subject.demo.sources(cards=True, extract=True)):
        act(desk, action)
    for answer in answers(desk.visit, case):
        act(desk, answer)
    for action in looked_through(desk.visit):
        act(desk, action)
    for person, signature in case.signatures.items():
        act(desk, Sign(person=person, signature=signature))
