"""Every kind of page that a terminal can show, one after the other, at its fullest: what an audit looks at."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from kiosk.demo.resident import from_home
from kiosk.flow.actions import Decide, Decision, End
from kiosk.flow.lobby.actions import (
    AskAfter,
    Begin,
    BringHome,
    CallStaff,
    Change,
    Choose,
    Count,
    HandIn,
    LobbyAction,
    Onward,
    PutOff,
    ShowCard,
    SignHere,
    Speak,
    Turn,
    Wonder,
)
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.model.card import Blocked, CardFace, CardGlance, LastTry, NoReader, Secret, WrongSecret
from kiosk.model.fate import Fate
from kiosk.model.languages import LANGUAGES
from kiosk.model.wareki import PartialDate
from kiosk.preentry.opening import missing
from kiosk.ui.lobby.boards.address_entry import AddressEntry, Step
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.kana_board import KanaBoard
from kiosk.ui.lobby.boards.layouts import Sheet
from kiosk.ui.lobby.boards.word_writer import WordWriter
from kiosk.ui.lobby.card_view import CardView
from kiosk.ui.lobby.check_view import CheckView
from kiosk.ui.lobby.question_view import AskView
from kiosk.ui.lobby.slip_view import SlipView
from kiosk.ui.printing import PrintState
from kiosk.ui.tokens import TextSize
from tests.gui.lobby import Speaking, Touched
from tests.gui.lobby_questions import ask, fullest
from tests.visits import STROKES, persona

B = TypeVar("B", bound=Board)
PAIR = persona("futari")
CARD = CardFace(
    name="見本原　佐久良子",
    address="見本県架空市緑ケ丘二丁目7番12号見本荘203",
    birth=PartialDate(iso="1990-02-03"),
    sex="2",
    expired=False,
)
OTHER = CARD.model_copy(update={"name": "仮想　陸", "birth": PartialDate(iso="1991-12-30")})


def kinds(terminal: Touched, language: str, *, size: TextSize) -> Iterator[str]:
    """The name of each, as it is reached by who has chosen this size on the first page."""
    for part in (_entering, _inquiring, _cards, _beginning, _from_home, _asking, _boards, _checking, _leaving, _covers):
        _do(terminal, End(), Speak(language=language))
        terminal.window.kit.look.set(size=size)
        terminal.settle()
        yield from part(terminal)
        terminal.window.end()
        terminal.settle()


def _do(terminal: Touched, *actions: LobbyAction | End | Decide) -> None:
    for action in actions:
        terminal.window.act(action)
    terminal.settle()


def _moves(terminal: Touched, people: int = 2) -> None:
    _do(terminal, Begin(), Choose(event="tennyu"), Count(people=people))


def _entering(terminal: Touched) -> Iterator[str]:
    window = terminal.window
    yield "language"
    window._open_languages()
    yield "another language"
    window._close_over()
    window._open_settings()
    yield "settings"
    window._close_over()
    window.kit = replace(window.kit, voice=Speaking())
    window._open_settings()
    yield "settings with a voice"
    window._close_over()
    _do(terminal, Begin())
    yield "purpose"
    window.tell("lobby-preparing")
    yield "purpose, while rules are read"
    _do(terminal, Wonder())
    asked = set[str]()
    while terminal.at(Place.NAVIGATOR) and terminal.page.asks not in asked:
        asked.add(terminal.page.asks)
        yield f"navigator {len(asked)}"
        _do(terminal, Turn(yes=False))
    yield "staff, nothing said"


def _inquiring(terminal: Touched) -> Iterator[str]:
    _do(terminal, Begin(), AskAfter())
    yield "number"
    terminal.window.tell("lobby-number-missing")
    yield "number, none"
    page = LobbyPage(place=Place.STANDING, language=terminal.page.language)
    names = [procedure.name for procedure in terminal.seat.program.book.whole.procedures.values()]
    longest = sorted(names, key=len)[-len(Fate) :]
    for fate in (Fate.OPEN, Fate.ACCEPTED, Fate.COME, Fate.WITHDRAWN):
        filed = tuple(zip(longest, Fate, strict=True)) if fate is Fate.COME else ()
        terminal.window.present(replace(page, standing=fate, filed=filed))
        terminal.settle()
        yield f"standing, {fate.value}"


def _cards(terminal: Touched) -> Iterator[str]:
    _moves(terminal)
    view = terminal.window.shown
    assert isinstance(view, CardView)
    yield "card"
    view._glanced(CardGlance(pin_tries=3, number_b_tries=10))
    yield "card, its number"
    view._answered(WrongSecret(secret=Secret.PIN, tries_left=2))
    yield "card, a wrong number"
    view._answered(LastTry(secret=Secret.PIN))
    yield "card, the last try"
    view._failed(Blocked(secret=Secret.PIN))
    terminal.settle()
    yield "card, blocked"
    view._failed(NoReader(staff_code="CARD-1"))
    terminal.settle()
    yield "card, no reader"
    _do(terminal, ShowCard(face=CARD))
    yield "card, read"
    _do(terminal, ShowCard(face=OTHER))
    _do(terminal, ShowCard(face=OTHER.model_copy(update={"name": "仮想　睦"})))
    yield "card, another's"


def _beginning(terminal: Touched) -> Iterator[str]:
    """One code of four that were made at home, and how many people it is about."""
    window = terminal.window
    window.say(window.kit.words.say(missing(read=1, of=4, numbers=(2, 3, 4))))
    yield "language, codes are missing"
    _do(terminal, Begin(), Choose(event=PAIR.event))
    yield "people"


def _from_home(terminal: Touched) -> Iterator[str]:
    """What was answered at home: whose a card may be, what is to be confirmed or changed."""
    window = terminal.window
    entry = from_home(PAIR, terminal.seat.program.book)
    spoken = next(said for said, file in LANGUAGES.items() if file == window.page.language)
    _do(terminal, BringHome(entry=replace(entry, language=spoken)))
    yield "card, after codes from home"
    _do(terminal, ShowCard(face=OTHER))
    if terminal.at(Place.WHOSE):
        yield "card, perhaps one of them"
        _do(terminal, Decide(decision=Decision.BACK))
    _do(terminal, Onward())
    while terminal.at(Place.QUESTION):
        _do(terminal, PutOff())
    yield "check, from home"
    _do(terminal, Change(path="addr.old.text"))
    yield "question, to be changed"


# ---- questions -----------------------------------------------------------------------------------------------------
def _asking(terminal: Touched) -> Iterator[str]:
    """Of every board the longest question, the longest choices and the most of them, about a long name."""
    _moves(terminal)
    _do(terminal, ShowCard(face=CARD), Onward())
    for path in fullest(terminal):
        ask(terminal, path)
        yield f"question {path}"
        terminal.window.tell("lobby-sign-missing")
        yield f"question {path}, with a notice"


def _boards(terminal: Touched) -> Iterator[str]:
    """What a board shows while something is written on it."""
    _moves(terminal, people=1)
    _do(terminal, Onward())
    ask(terminal, "person[p1].name.full")
    board = _board(terminal, WordWriter)
    yield "board, a name"
    for sheet in Sheet:
        board.board.show_sheet(sheet)
        terminal.settle()
        yield f"board, {sheet.value}"
    board.begin("わたなべ", begun="")
    terminal.settle()
    yield "board, kanji of a name"
    ask(terminal, "person[p1].kana")
    kana = _board(terminal, KanaBoard)
    kana.set_text("ヴァンデンベルク\u3000アレクサンドラ")
    terminal.settle()
    yield "board, a long reading"
    ask(terminal, "person[p1].birth.date")
    _typed(terminal, "昭和55年1月7日")
    yield "board, a day"
    ask(terminal, "addr.new.text")
    entry = _board(terminal, AddressEntry)
    entry.postal.set_text("000")
    terminal.settle()
    yield "board, a postal code"
    entry.postal.chosen.emit(terminal.window.kit.office.postal("0000003")[0])
    for step in (Step.LOT, Step.BUILDING, Step.SELF):
        entry.go(step)
        terminal.settle()
        yield f"board, an address: {step.value}"


def _board(terminal: Touched, kind: type[B]) -> B:
    view = terminal.window.shown
    assert isinstance(view, AskView)
    assert isinstance(view.board, kind)
    return view.board


def _typed(terminal: Touched, text: str) -> None:
    _board(terminal, Board).set_text(text)
    terminal.settle()


# ---- the end -------------------------------------------------------------------------------------------------------
def _checking(terminal: Touched) -> Iterator[str]:
    _answered(terminal, without=("person[p1].phone", "person[p1].occupation"))
    view = terminal.window.shown
    assert isinstance(view, CheckView)
    while terminal.at(Place.CHECK):
        yield f"check {view.rows.page + 1}"
        terminal.press(terminal.window.way.onward_key)
    yield "sign at the counter"
    _do(terminal, CallStaff())
    yield "staff, something said"


def _answered(terminal: Touched, *, without: Iterable[str] = ()) -> None:
    _moves(terminal, people=len(PAIR.persons))
    _do(terminal, Onward())
    terminal.say({path: words for path, words in PAIR.answers.items() if path not in without})
    assert terminal.at(Place.CHECK)


def _leaving(terminal: Touched) -> Iterator[str]:
    _answered(terminal)
    _do(terminal, Onward())
    yield "sign"
    terminal.window.tell("lobby-sign-missing")
    yield "sign, nothing written"
    for signer in terminal.page.signers:
        _do(terminal, SignHere(person=signer.person, signature=STROKES))
    yield "signed"
    terminal.window.present(_keeping(terminal.page))
    yield "keeping"
    _do(terminal, HandIn())
    view = terminal.window.shown
    assert isinstance(view, SlipView)
    for state in PrintState:
        view._told(state)
        view._ask.stop()
        yield f"slip, {state.value}"


def _keeping(page: LobbyPage) -> LobbyPage:
    return LobbyPage(place=Place.KEEPING, language=page.language, begun=True)


def _covers(terminal: Touched) -> Iterator[str]:
    window = terminal.window
    _moves(terminal)
    window.lonely.more.set_text(window.kit.words("lobby-idle-left", n=20))
    window._ask_whether_here()
    yield "countdown"
    window.lonely.hide()
    window._hide()
    yield "hidden"
    window._unhide()
    window._broken()
    yield "broken"
