"""What has become of what was filed, asked at the terminal by touch and by scanner."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.flow.lobby.actions import Begin
from kiosk.flow.lobby.pages import Place
from kiosk.flow.lobby.slip_code import bars_of
from kiosk.model.fate import Fate
from kiosk.ui.lobby.inquiry_views import StandingView
from tests.gui.lobby import Touched, faults

SLIP = "260420-321"


def test_a_number_is_asked_about_by_touch_and_nothing_of_it_is_left_on_the_glass(terminal: Touched) -> None:
    terminal.window.act(Begin())
    terminal.touch("前に出した手続がどうなったか")
    terminal.touch("次へ")
    assert terminal.at(Place.NUMBER)
    assert terminal.window.notice_text.text.startswith("受付番号は、6けたの数字と")
    for letter in SLIP:
        terminal.touch(letter)
    terminal.touch("次へ")
    view = terminal.window.shown
    assert isinstance(view, StandingView)
    assert (terminal.page.standing, view.said.text) == (Fate.OPEN, "まだ結果のお知らせはありません。")
    assert SLIP not in " ".join(view.spoken())
    assert faults(terminal.window) == []
    terminal.touch("終わる")
    assert terminal.at(Place.LANGUAGE)


def test_bars_of_a_slip_ask_about_its_number_from_the_first_page(terminal: Touched) -> None:
    QTest.keyClicks(terminal.window, bars_of(SLIP))
    QTest.keyClick(terminal.window, Qt.Key.Key_Return)
    terminal.settle()
    assert (terminal.page.place, terminal.page.standing) == (Place.STANDING, Fate.OPEN)
