"""What is felt at the real window: keys, choices, sections, theme and text size, each until everything is painted."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice, repeat

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.bench.keystrokes import PHONE, WORDS, pair, pressed
from kiosk.bench.row import Row, information, within
from kiosk.bench.seat import act, bring_family, paint, seat
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Times, Work
from kiosk.bootstrap.window import CounterDesk
from kiosk.flow.actions import Answer, GoTo, StartVisit, Step
from kiosk.flow.pages import QuestionView
from kiosk.model.errors import Defect

_WITH = "the real window, offscreen, until everything that changed is painted"
_RESIZED = f"{_WITH}; the print of the paper is stretched, its sharp drawing follows 60 ms after the last change"
_FEW = 3
"""Choices with more answers than this are lists to pick from."""


def glass(subject: Subject, effort: Effort) -> list[Row]:
    """The demonstration family at the window: keystrokes as medians and p99, everything else as medians."""
    with seat(subject) as desk:
        bring_family(subject, desk)
        press = partial(act, desk)
        phone = pressed(press, *PHONE, effort=effort)
        words = pressed(press, *WORDS, effort=effort)
        return [
            _bare(desk, effort),
            *pair("keystroke_window", "窓口画面の打鍵（電話番号）", phone, _WITH),
            *pair("keystroke_window_words", "窓口画面の打鍵（毎回変わる語）", words, _WITH),
            _row("choice_ms", "選択肢を選ぶ", effort.each(_choices(desk, effort.times(60, 4)), warm=2, every=2)),
            _row("section_ms", "質問のまとまりを替える", effort.each(_sections(desk, effort.times(40, 4)), every=2)),
            _row("theme_ms", "配色を替える", _changes(desk, desk.window.header.recolour.emit, effort)),
            _row("text_size_ms", "文字の大きさを替える", _sizes(desk, effort), with_=_RESIZED),
            _row("check_open_ms", "確認の画面を開く", effort.each(_checks(desk, effort.times(12)), warm=1, every=1)),
            _row("check_text_size_ms", "確認の画面で文字の大きさを替える", _check_sizes(desk, effort), with_=_RESIZED),
            _row("section_first_ms", "質問のまとまりを初めて開く", _firsts(subject, desk, effort)),
        ]


def _row(name: str, label: str, took: Times, *, with_: str = _WITH) -> Row:
    row = Row(name=name, label=label, value=took.median, unit="ms", compared_with=with_)
    return within(50, row, beside=took.beside)


def _bare(desk: CounterDesk, effort: Effort) -> Row:
    """A key in a line of a bare window of the same toolkit: what nobody can go below."""
    line = QLineEdit()
    line.setMaxLength(len(PHONE[1]))
    line.resize(400, 40)
    line.show()
    typing = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier, "5")
    press: Callable[[], object] = partial(desk.app.sendEvent, line, typing)
    every = islice(cycle((line.clear, *repeat(press, len(PHONE[1])))), 300)
    took = effort.each((partial(_painted, desk, each) for each in every), warm=effort.times(24))
    line.close()
    row = Row(name="keystroke_bare_ms", label="空の入力欄の打鍵", value=took.median, unit="ms", compared_with=_WITH)
    return information(row, beside=took.beside)


def _choices(desk: CounterDesk, count: int) -> Iterator[Work]:
    """Every question with a few choices in turn, answered with another one and back; the keyboard is already there."""
    views = [view for view in _questions(desk) if view.value is not None and 2 <= len(view.choices) <= _FEW]
    if not views:
        raise Defect("the demonstration family has no question with choices")
    for view in islice(cycle(views), (count + 1) // 2):
        desk.window.interview.go(view.path)
        desk.app.processEvents()
        other = next(choice for choice in view.choices if choice.code != view.value)
        yield partial(act, desk, Answer(path=view.path, text=other.label))
        yield partial(act, desk, Answer(path=view.path, text=view.text))


def _questions(desk: CounterDesk) -> list[QuestionView]:
    return [view for section in desk.window.page.sections for view in section.questions]


def _sections(desk: CounterDesk, count: int) -> Iterator[Work]:
    """One section after the other, round and round: most visits see each of them several times."""
    names = [section.id for section in desk.window.page.sections]
    return (
        partial(_painted, desk, partial(desk.window.interview.open_section, name))
        for name in islice(cycle(names), count)
    )


def _firsts(subject: Subject, desk: CounterDesk, effort: Effort) -> Times:
    return effort.each(_first_sections(subject, desk, effort.times(4, 1)), every=2)


def _first_sections(subject: Subject, desk: CounterDesk, visits: int) -> Iterator[Work]:
    """Every section of a visit for the first time: what cards and extract say is there, nothing is answered yet."""
    for _ in range(visits):
        desk.window.end()
        paint(desk)
        for action in (StartVisit(event=subject.demo.case.event), *subject.demo.sources(cards=True, extract=True)):
            act(desk, action)
        for section in desk.window.page.sections[1:]:  # the first one came with the interview
            yield partial(_painted, desk, partial(desk.window.interview.open_section, section.id))


def _checks(desk: CounterDesk, count: int) -> Iterator[Work]:
    """The check from the interview: what is leafed through most at the end of a visit."""
    for _ in range(count + 1):
        act(desk, GoTo(step=Step.INTERVIEW))
        yield partial(act, desk, GoTo(step=Step.CHECK))


def _check_sizes(desk: CounterDesk, effort: Effort) -> Times:
    act(desk, GoTo(step=Step.CHECK))
    return _sizes(desk, effort)


def _sizes(desk: CounterDesk, effort: Effort) -> Times:
    return _changes(desk, desk.window.header.resize_text.emit, effort)


def _changes(desk: CounterDesk, change: Callable[[], None], effort: Effort) -> Times:
    return effort.repeat(partial(_painted, desk, change), times=effort.times(12), every=1)


def _painted(desk: CounterDesk, change: Callable[[], object]) -> None:
    change()
    paint(desk)
