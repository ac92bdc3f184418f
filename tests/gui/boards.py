"""The input boards in a plain window, with words of the terminal, and everything that an audit asks of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from kiosk.flow.pages import Choice
from kiosk.readings.names import NameReadings
from kiosk.ui.jobs import Jobs
from kiosk.ui.kit import Kit
from kiosk.ui.lobby.boards.address_entry import AddressEntry, Step
from kiosk.ui.lobby.boards.board import Board
from kiosk.ui.lobby.boards.choices import BigChoices, YesNo
from kiosk.ui.lobby.boards.date_pad import DatePad
from kiosk.ui.lobby.boards.digits import DigitsPad, NumberPad, PhonePad
from kiosk.ui.lobby.boards.kana_board import KanaBoard
from kiosk.ui.lobby.boards.kanji_choice import KanjiChoice
from kiosk.ui.lobby.boards.key import GAP, LEAST, Key
from kiosk.ui.lobby.boards.layouts import Sheet
from kiosk.ui.lobby.boards.lot_board import LotBoard
from kiosk.ui.lobby.boards.postal_pad import PostalPad
from kiosk.ui.lobby.boards.word_writer import WordWriter
from kiosk.ui.theme import Look
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.words import Words
from tests.gui.fake_office import FakeOffice
from tests.gui.fake_ports import FakeCards, FakeGlyphs, FakePaper

ASSETS = Path(__file__).resolve().parents[2] / "assets"
READINGS = NameReadings(ASSETS / "readings")
ROOMS = {"1280x800": QSize(1232, 516), "1080x1920": QSize(1032, 1380), "1920x1080": QSize(1872, 730)}
"""What the glass leaves to a board beside the rest of the page, at the largest text: a heading makes room."""

RELATIONS = ("夫", "妻", "子", "長男", "次男", "父", "母", "配偶者の父母", "同居人", "孫", "兄弟姉妹", "縁故者")
LONG = (
    "仕事や通学、転勤のため",
    "結婚、離婚、養子縁組のため",
    "わからない（職員に聞きたい）",
    "家族といっしょに住むため",
)


def make_kit(language: str = "ja") -> Kit:
    cards = FakeCards()
    kit = Kit(
        words=Words((ASSETS / "words" / "lobby" / f"{language}.ftl").read_text(encoding="utf-8")),
        look=Look(),
        glyphs=FakeGlyphs(),
        paper=FakePaper(),
        cards=cards,
        drawer=cards,
        office=FakeOffice(Path()),
        jobs=Jobs(),
        events=(),
    )
    kit.look.apply()
    return kit


def choices(labels: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(code=f"c{at}", label=label) for at, label in enumerate(labels))


def kana(kit: Kit, sheet: Sheet) -> KanaBoard:
    board = KanaBoard(kit, name="フリガナ")
    board.show_sheet(sheet)
    board.set_text("かくう\u3000たろう")
    return board


def asked(kit: Kit, reading: str) -> KanjiChoice:
    board = KanjiChoice(kit, READINGS, name="氏名")
    board.ask(reading)
    return board


def dated(kit: Kit, text: str) -> DatePad:
    board = DatePad(kit)
    board.set_text(text)
    return board


def postal(kit: Kit, code: str) -> PostalPad:
    board = PostalPad(kit, name="郵便番号")
    board.set_text(code)
    return board


def address(kit: Kit, step: Step) -> AddressEntry:
    board = AddressEntry(kit, READINGS, name="新しい住所")
    board.postal.set_text("0000000")
    if step is not Step.POSTAL:
        board.postal.chosen.emit(kit.office.postal("0000000")[0])
    board.go(step)
    return board


def writer(kit: Kit, reading: str = "") -> WordWriter:
    board = WordWriter(kit, READINGS, name="氏名")
    board.begin(reading, begun="")
    return board


def lot(kit: Kit) -> LotBoard:
    board = LotBoard(kit, name="番地")
    board.set_text("1丁目2番3号")
    return board


BOARDS: dict[str, Callable[[Kit], Board]] = {
    **{f"kana-{sheet.value}": lambda kit, sheet=sheet: kana(kit, sheet) for sheet in Sheet},  # type: ignore[misc]
    "kanji": lambda kit: asked(kit, "わたなべ\u3000けいこ"),
    "kanji-rest": lambda kit: asked(kit, "とじょうひめれいか"),
    "date": lambda kit: dated(kit, "昭和55年1月7日"),
    "date-western": lambda kit: dated(kit, "1980年12月27日"),
    "phone": PhonePad,
    "digits": lambda kit: DigitsPad(kit, name="記号番号", count=8),
    "number": NumberPad,
    "postal": lambda kit: postal(kit, "000"),
    "postal-towns": lambda kit: postal(kit, "0000000"),
    "postal-unknown": lambda kit: postal(kit, "9999999"),
    "lot": lot,
    **{f"address-{step.value}": lambda kit, step=step: address(kit, step) for step in Step},  # type: ignore[misc]
    "writer": writer,
    "writer-kanji": lambda kit: writer(kit, "かさい\u3000あおい"),
    "choices": lambda kit: BigChoices(kit, choices(RELATIONS), now=("c3",)),
    "choices-long": lambda kit: BigChoices(kit, choices(LONG), several=True, now=("c0", "c2")),
    "choices-many": lambda kit: BigChoices(kit, choices(tuple(f"国や地域の名前その{at}" for at in range(60)))),
    "yes-no": lambda kit: YesNo(kit, now=True),
}


class Hall(QWidget):
    """A plain window with one board in it."""

    def __init__(self, board: Board, room: QSize) -> None:
        super().__init__()
        self.board = board
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 24, 24, 24)
        lines.addWidget(board)
        self.resize(room.width() + 48, room.height() + 48)


def touch(key: QWidget) -> None:
    """A finger: down in the middle of a target, and up there."""
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())


def key(board: QWidget, text: str) -> Key:
    """The shown target with these words (or this name)."""
    found = [
        each for each in board.findChildren(Key) if each.isVisible() and text in {each.text(), each.accessibleName()}
    ]
    assert found, f"no {text} among {[each.text() for each in board.findChildren(Key) if each.isVisible()]}"
    return found[0]


def press(board: QWidget, *texts: str) -> None:
    """Touch targets by their words, one after the other."""
    for text in texts:
        touch(key(board, text))


def targets(board: QWidget) -> list[QAbstractButton]:
    return [each for each in board.findChildren(QAbstractButton) if each.isVisible()]


def faults(kit: Kit, board: Board) -> list[str]:
    """What an audit finds: unnamed, small, cut, overlapping, too near, outside."""
    places = {each: QRect(each.mapTo(board, QPoint(0, 0)), each.size()) for each in targets(board)}
    found = [fault for each, place in places.items() for fault in faults_of(kit, each, place)]
    found += [f"{each.accessibleName()} lies outside" for each, at in places.items() if not board.rect().contains(at)]
    return [*found, *too_near(kit, places), *cut_labels(board)]


def faults_of(kit: Kit, each: QAbstractButton, place: QRect) -> list[str]:
    least, found = kit.look.dp(LEAST), list[str]()
    if not each.accessibleName():
        found.append("no name")
    if place.width() < least or place.height() < least:
        found.append(f"{each.accessibleName()} is {place.width()}×{place.height()}")
    if isinstance(each, Key) and not each.whole:
        found.append(f"{each.accessibleName()} is cut in {place.width()}×{place.height()}")
    return found


def too_near(kit: Kit, places: dict[QAbstractButton, QRect]) -> list[str]:
    air, rects, found = kit.look.dp(GAP) - 1, list(places.items()), list[str]()
    for at, (one, place) in enumerate(rects):
        near = place.adjusted(-air, -air, air, air)
        others = [other for other, there in rects[at + 1 :] if near.intersects(there)]
        found += [f"{one.accessibleName()} is too near to {other.accessibleName()}" for other in others]
    return found


def cut_labels(board: Board) -> list[str]:
    labels = [each for each in board.findChildren(GlyphLabel) if each.isVisible() and each.text]
    low = [each for each in labels if each.wraps and each.height() < each.heightForWidth(each.width())]
    narrow = [each for each in labels if not each.wraps and each.width() < each.sizeHint().width() - 2]
    return [f"cut: {each.text}" for each in (*low, *narrow)]


Shows = Callable[..., Board]
"""What puts a board into a window (see conftest)."""
