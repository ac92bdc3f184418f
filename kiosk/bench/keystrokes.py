"""From a key to the paper: what a clerk feels at every keystroke, without a window and with the real one."""

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from statistics import median as middle

from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap

from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, milliseconds, percentile, taking_turns
from kiosk.bootstrap.window import CounterDesk, build_counter, settle
from kiosk.demo.family import SLIP
from kiosk.designing.rehearsal import answers
from kiosk.flow.actions import Answer, StartVisit
from kiosk.flow.pages import CounterPage
from kiosk.flow.visit import Visit
from kiosk.model.filled import FilledForm
from kiosk.render.painter import GlyphPainter
from kiosk.rules.snapshot import take

PHONE = ("person[p1].phone", "03-0000-0000")
WORDS = ("bank.branch", "見本支店本店営業部")
SCALE = 2.5
WARM = 24


def keystrokes(subject: Subject, effort: Effort) -> list[Row]:
    """Median and p99 per keystroke: a phone number, and words that change the paper at every key."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    before = qInstallMessageHandler(_silent)
    desk = build_counter(subject.program, next_slip=lambda: SLIP)
    settle()
    count = effort.times(300, 30)
    try:
        rows = [*_paper_rows(subject, count), *_window_rows(subject, desk, count), _remembering(subject, effort)]
    finally:
        desk.window.close()
        gc.unfreeze()
        qInstallMessageHandler(before)
    return rows


def _silent(_kind: QtMsgType, _context: object, _text: str) -> None:
    """The offscreen platform complains about hints that it does not need."""


def typed(path: str, text: str, *, count: int) -> Iterator[Answer]:
    """`count` keystrokes: the text typed character by character, over and over."""
    keys = [text[:length] for length in range(1, len(text) + 1)]
    return (Answer(path=path, text=key) for key in islice(cycle(keys), count))


# ---- the visit and the paper, without a window ----------------------------------------
@dataclass(frozen=True)
class _LivePaper:
    """The page that shows a fact, painted onto its background after every keystroke."""

    subject: Subject
    visit: Visit
    painter: GlyphPainter
    background: QPixmap
    at: int
    page: int

    @classmethod
    def of(cls, subject: Subject, path: str) -> "_LivePaper":
        visit = subject.visit()[0].visit
        renderer = subject.program.renderer
        at, form, page = _place(subject, visit.page(), path)
        painter, empty = GlyphPainter(renderer.shaper), renderer.background(form, page=page)
        picture = QPixmap(round(empty.width * SCALE), round(empty.height * SCALE))
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as brush:
            painter.paint(brush, empty, scale=SCALE)
        return cls(subject, visit, painter, picture, at, page)

    def key(self, action: Answer) -> None:
        """One keystroke from the answer to the painted page."""
        form = self.visit.handle(action).page.forms[self.at]
        program, sheet = self.subject.program, QPixmap(self.background.size())
        drawn = program.renderer.page(form, stamp=program.press.stamp(SLIP), page=self.page)
        with QPainter(sheet) as brush:
            brush.drawPixmap(0, 0, self.background)
            self.painter.paint(brush, drawn, scale=SCALE)


def _place(subject: Subject, page: CounterPage, path: str) -> tuple[int, FilledForm, int]:
    """The first form that shows a fact, and the page it stands on."""
    found = ((at, form, box.box) for at, form in enumerate(page.forms) for box in form.boxes if path in box.paths)
    at, form, box_id = next(found)
    return at, form, next(box.page for box in subject.template(form).boxes if box.id == box_id)


def _paper_rows(subject: Subject, count: int) -> list[Row]:
    with_ = "visit, composing and painting the whole page; {}"
    phone = _pressed(_LivePaper.of(subject, PHONE[0]).key, *PHONE, count=count)
    words = _pressed(_LivePaper.of(subject, WORDS[0]).key, *WORDS, count=count)
    return [
        *_pair("keystroke_to_paper", "打鍵から紙面まで（電話番号）", phone, with_.format("a phone number")),
        *_pair(
            "keystroke_words_to_paper", "打鍵から紙面まで（毎回変わる語）", words, with_.format("every key changes it")
        ),
    ]


def _pressed(press: Callable[[Answer], None], path: str, text: str, *, count: int) -> list[float]:
    took = [milliseconds(partial(press, key)) for key in typed(path, text, count=WARM + count)]
    return took[WARM:]


def _pair(name: str, label: str, took: list[float], with_: str) -> list[Row]:
    return [
        at_most(5, Row(name=f"{name}_ms", label=label, value=middle(took), unit="ms", compared_with=with_)),
        at_most(
            16,
            Row(
                name=f"{name}_p99_ms",
                label=f"{label} 99%",
                value=percentile(took, 0.99),
                unit="ms",
                compared_with=f"{len(took)} keystrokes",
            ),
        ),
    ]


# ---- the real window ----------------------------------------
def _window_rows(subject: Subject, desk: CounterDesk, count: int) -> list[Row]:
    """Action to painted window: the desk answers, every widget that changed is painted before the clock stops."""
    window = desk.window
    window.resize(1366, 768)
    window.show()
    family = (StartVisit(event=subject.demo.case.event), *subject.demo.sources(cards=True, extract=True))
    for action in family:
        window.act(action)
    for answer in answers(desk.visit, subject.demo.case):
        window.act(answer)
    desk.app.processEvents()

    def press(action: Answer) -> None:
        window.act(action)
        desk.app.processEvents()

    with_ = "the real window, offscreen, until everything that changed is painted"
    return [
        *_pair("keystroke_window", "窓口画面の打鍵（電話番号）", _pressed(press, *PHONE, count=count), with_),
        *_pair("keystroke_window_words", "窓口画面の打鍵（毎回変わる語）", _pressed(press, *WORDS, count=count), with_),
    ]


# ---- what remembering saves ----------------------------------------
def _remembering(subject: Subject, effort: Effort) -> Row:
    desk, went = subject.visit()
    book, planner = subject.program.book, subject.program.planner
    for action in typed(*WORDS, count=2):
        desk.handle(action)
    before, after = went.snapshot, desk.snapshot
    case = after.case if after is not None else before.case
    took = taking_turns(
        {
            "again": lambda: take(case, book=book, planner=planner, previous=before),
            "anew": lambda: take(case, book=book, planner=planner),
        },
        times=effort.times(60),
        warm=3,
    )
    return information(
        Row(
            name="incremental_vs_full_ratio",
            label="打鍵ごとの再計算: 全部計算との比",
            value=took["again"] / took["anew"],
            unit="倍",
            compared_with="everything worked out anew",
        )
    )
