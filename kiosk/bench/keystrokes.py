"""From a key to the paper without a window: the visit, the form and its page painted anew.

Nobody waits for a whole page: the window, whose rows (`glass`) have the goal, paints the boxes that a key changed and
no others. Words that change the paper at every key are measured here too, to see what that saves, and have no goal.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.bench.row import Row, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Times, percentile, taking_turns
from kiosk.demo.family import SLIP
from kiosk.flow.actions import Answer
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
    """Median and p99 per keystroke without a window: a phone number, and words that change the paper at every key."""
    with_ = "visit, composing and painting the whole page; {}"
    phone = pressed(_LivePaper.of(subject, PHONE[0]).key, *PHONE, effort=effort)
    words = pressed(_LivePaper.of(subject, WORDS[0]).key, *WORDS, effort=effort)
    every = with_.format("every key changes it, and the window, which has the goal, paints less of it")
    return [
        *pair("keystroke_to_paper", "打鍵から紙面まで（電話番号）", phone, with_.format("a phone number")),
        *(
            information(row, beside=words.beside)
            for row in both("keystroke_words_to_paper", "打鍵から紙面まで（毎回変わる語）", words, every)
        ),
        _remembering(subject, effort),
    ]


def typed(path: str, text: str, *, count: int) -> Iterator[Answer]:
    """`count` keystrokes: the text typed character by character, over and over."""
    keys = [text[:length] for length in range(1, len(text) + 1)]
    return (Answer(path=path, text=key) for key in islice(cycle(keys), count))


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


def pressed(press: Callable[[Answer], object], path: str, text: str, *, effort: Effort) -> Times:
    """Every key of the text, over and over, after some that do not count."""
    warm = effort.times(WARM)
    keys = typed(path, text, count=warm + effort.times(300, 10))
    return effort.each((partial(press, key) for key in keys), warm=warm)


def pair(name: str, label: str, took: Times, with_: str) -> list[Row]:
    """The median and the 99th percentile of keystrokes, with their goals."""
    whole, slow = both(name, label, took, with_)
    return [within(3, whole, beside=took.beside), within(12, slow, beside=took.beside)]


def both(name: str, label: str, took: Times, with_: str) -> tuple[Row, Row]:
    """The median and the 99th percentile of keystrokes."""
    whole = Row(name=f"{name}_ms", label=label, value=took.median, unit="ms", compared_with=with_)
    slow = Row(
        name=f"{name}_p99_ms",
        label=f"{label} 99%",
        value=percentile(took.values, 0.99),
        unit="ms",
        compared_with=f"{len(took.values)} keystrokes",
    )
    return whole, slow


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
