"""A scripted resident at the terminal: reads a page, answers it by touching what is shown, and goes on to the slip."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.demo.answering import choose, write, write_address, write_date, write_digits, write_kana, write_words
from kiosk.flow.actions import UsePreentry
from kiosk.flow.lobby.pages import Place
from kiosk.model.errors import Defect
from kiosk.model.languages import ANSWERS
from kiosk.model.message import Refused
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.said_dates import parse_date
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import to_wareki
from kiosk.ui.lobby.boards.address_entry import AddressEntry, Step
from kiosk.ui.lobby.boards.choices import BigChoices
from kiosk.ui.lobby.boards.date_pad import DatePad
from kiosk.ui.lobby.boards.digits import DigitsPad, NumberPad
from kiosk.ui.lobby.boards.kana_board import KanaBoard
from kiosk.ui.lobby.boards.word_writer import WordWriter
from kiosk.ui.lobby.card_view import CardView
from kiosk.ui.lobby.check_view import CheckView
from kiosk.ui.lobby.choosing import PeopleView, PurposeView, WhoseView
from kiosk.ui.lobby.language_view import LanguageView
from kiosk.ui.lobby.question_view import AskView
from kiosk.ui.lobby.sign_view import SignView

if TYPE_CHECKING:
    from kiosk.bootstrap.program import Program
    from kiosk.cards.samples import SampleCard
    from kiosk.demo.finger import Finger
    from kiosk.flow.pages import QuestionView
    from kiosk.model.casefile import CaseFile
    from kiosk.rules.book import RuleBook
    from kiosk.ui.lobby.boards.board import Board
    from kiosk.ui.lobby.view import LobbyView

_MOST = 250  # pages; a visit that needs more is broken
_HERE, _AWAY = ("0000003", "緑ケ丘"), ("1000013", "霞が関")
_FIGURES = str.maketrans("一二三四五六七八九", "123456789")
_NOBODY = {"なし", "いない"}
_YES = {"はい": "true", "いいえ": "false"}


def from_home(case: CaseFile, book: RuleBook) -> UsePreentry:
    """What codes from home say of a written visit: every answer that a resident can give."""
    persons: dict[str, dict[str, str]] = {person: {} for person in case.persons}
    of_all: dict[str, str] = {}
    for path, words in case.answers.items():
        item = book.vocabulary.item(path)
        if item is not None and item.ask and not item.staff:
            persons.get(person_of(path), of_all)[item.key] = words
    language = ANSWERS["ja"]
    return UsePreentry(event=case.event, persons=tuple(persons.values()), case=of_all, language=language)


@dataclass
class Resident:
    """Who plays a written visit with a finger. Where it says nothing, something that fits is answered, or わからない.

    `left` are the cards not read yet, `home` is what the codes say that they have brought. `pages` are the pages that
    were seen, in order: what they are, and of questions which.
    """

    finger: Finger
    program: Program
    case: CaseFile
    language: str = "ja"
    left: list[SampleCard] = field(default_factory=list)
    home: UsePreentry | None = None
    pages: list[str] = field(default_factory=list)

    @property
    def questions(self) -> int:
        """How many questions were asked."""
        return len({page for page in self.pages if page.startswith("question ")})

    def visit(self) -> None:
        """To the slip. Raises Defect where the way has no end or no way on."""
        for _ in range(_MOST):
            place, before = self.finger.window.page.place, self._mark()
            if place is Place.SLIP:
                self._see("slip")
                return
            self._do(place)
            if self._mark() == before:
                self._put_off(before)
        raise Defect(f"the way of the resident has no end: {self.pages[-5:]}")

    def _mark(self) -> tuple[str, ...]:
        page, view = self.finger.window.page, self.finger.window.shown
        inside = ""
        if isinstance(view, AskView) and isinstance(view.board, AddressEntry):
            inside = view.board.step.value
        signed = str(sum(signer.signed for signer in page.signers))
        return (
            page.place.value,
            page.question.path if page.question else page.asks,
            inside,
            signed,
            str(len(self.left)),
        )

    def _see(self, page: str) -> None:
        if not self.pages or self.pages[-1] != page:
            self.pages.append(page)

    def _put_off(self, before: tuple[str, ...]) -> None:
        """What could not be answered is left for the counter; where that is no way on, there is none."""
        way = self.finger.window.way
        if not way.unsure_key.isVisible():
            raise Defect(f"no way on at {before}: {self.finger.window.notice_text.text}")
        self.finger.press(way.unsure_key)

    def _on(self) -> None:
        self.finger.press(self.finger.window.way.onward_key)

    # ---- pages -----------------------------------------------------------------------------------------------------
    def _do(self, place: Place) -> None:
        match self.finger.window.shown:
            case AskView() as view:
                self._question(view)
            case CheckView() as view:
                self._check(view)
            case CardView() as view:
                self._card(view)
            case SignView() as view:
                self._see(place.value)
                self._sign(view)
            case view:
                self._see(place.value)
                self._enter(view)

    def _enter(self, view: LobbyView) -> None:
        """What is chosen before the questions."""
        match view:
            case LanguageView() if self.home is not None:
                self.finger.window.scans.home.emit(self.home)
                self.finger.after()
            case LanguageView():
                self.finger.offered(view.keys, ANSWERS[self.language])
            case PurposeView():
                events = self.finger.window.page.events
                self.finger.offered(view.keys, next(each.label for each in events if each.code == self.case.event))
            case PeopleView():
                write_digits(self.finger, view.pad, str(len(self.case.persons)))
                self._on()
            case WhoseView():
                choose(self.finger, view.answers, [view.kit.words("lobby-whose-same")])
            case _:
                self._on()

    def _card(self, view: CardView) -> None:
        """One card of the household after the other; 次へ after the last."""
        self._see("card")
        if not self.left:
            self._on()
            return
        card = self.left.pop(0)
        self.finger.offered(view.samples, card.title_ja)
        self._see(f"card {card.id}")
        write(self.finger, view.pin.pad, card.pin)
        self.finger.press(view.read)

    def _check(self, view: CheckView) -> None:
        """Every page of the answers is looked at."""
        for number in range(view.rows.pages):
            self._see(f"check {number + 1}")
            self._on()

    def _sign(self, view: SignView) -> None:
        """A stroke across the pad, where somebody signs here."""
        if view.pad.isVisible():
            middle = view.pad.rect().center()
            self.finger.stroke(view.pad, [middle, middle + (view.pad.rect().bottomRight() - middle) / 2])
        self._on()

    # ---- questions -------------------------------------------------------------------------------------------------
    def _question(self, view: AskView) -> None:
        question, board = self.finger.window.page.question, view.board
        if question is None or board is None:
            raise Defect("a page of a question without one")
        self._see(f"question {question.path}")
        self._answer(view, question, board)
        if self.finger.window.page.question is not None and self.finger.window.page.question.path == question.path:
            self._on()

    def _answer(self, view: AskView, question: QuestionView, board: Board) -> None:
        words = self.case.answers.get(question.path, "")
        match board:
            case BigChoices():
                self._choose(view, question, board, words)
            case DatePad():
                write_date(self.finger, board, self._date(question, words))
            case DigitsPad() | NumberPad():
                write_digits(self.finger, board, words or self._digits(question))
            case KanaBoard():
                write_kana(self.finger, board, words or "ミホン　ハナ")
            case AddressEntry():
                self._address(question, board, words)
            case WordWriter():
                self._words(view, question, board, words)
            case _:
                return

    def _choose(self, view: AskView, question: QuestionView, board: BigChoices, words: str) -> None:
        if words in _NOBODY and view.nothing.isVisible():
            self.finger.press(view.nothing)
            return
        said = {_YES.get(word, word) for word in words.split("、")}
        everybody = words == "全員"
        codes = {"true": view.kit.words("board-yes"), "false": view.kit.words("board-no")}
        choices = {**codes, **{choice.code: choice.label for choice in question.choices}}
        if question.type is not Type.BOOL:
            choices = {code: label for code, label in choices.items() if code not in codes}
        wanted = [label for code, label in choices.items() if everybody or code in said or label in said]
        choose(self.finger, board, wanted or list(choices.values())[:1])

    def _date(self, question: QuestionView, words: str) -> str:
        """As it is written, or a day that most questions can take."""
        today = self.case.today
        read = parse_date(words, today=today) if words else Refused
        if not words or isinstance(read, Refused):
            return "昭和60年4月1日" if "birth" in question.path else to_wareki(today)
        return to_wareki(read)  # type: ignore[arg-type]  # a Refused has been left out above

    def _digits(self, question: QuestionView) -> str:
        if question.type is Type.PHONE:
            return "0300000000"
        return "1" if question.type is Type.INT else "1" * (question.digits or 7)

    def _address(self, question: QuestionView, board: AddressEntry, words: str) -> None:
        event = self.program.book.events[self.case.event]
        away = key_of(question.path) in event.outside or ".old" in question.path or "honseki" in question.path
        postal, town = _AWAY if away else _HERE
        if board.step is not Step.BUILDING:
            write_address(
                self.finger,
                board,
                postal=postal,
                town=town,
                lot=words.partition(town)[2].translate(_FIGURES) or "1-2-3",
            )

    def _words(self, view: AskView, question: QuestionView, board: WordWriter, words: str) -> None:
        if words in _NOBODY and view.nothing.isVisible():
            self.finger.press(view.nothing)
            return
        beside = self.program.book.vocabulary.together.get(key_of(question.path))
        reading = self.case.answers.get(person_path(question.person, beside.key), "") if beside else ""
        if question.type is Type.NAME and not (words and reading):
            words, reading = "見本　花", "ミホン　ハナ"
        write_words(self.finger, board, words if reading else "みほん", reading=reading or "みほん")
