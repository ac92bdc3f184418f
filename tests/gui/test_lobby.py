"""The terminal as a resident touches it: the way through, language and comfort, answers that are none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.demo.finger import Finger
from kiosk.demo.resident import Resident
from kiosk.flow.lobby.actions import Begin, Change, Choose, HandIn
from kiosk.flow.lobby.pages import Place
from kiosk.model.fact import Held
from kiosk.ui.tokens import TextSize, Theme
from tests.gui.counter import words_of
from tests.gui.lobby import GLASS, NAME, Touched, comes_in, moved_in
from tests.terminal import ALONE
from tests.visits import persona


# ---- the way through ------------------------------------------------------------------------------------------------
def test_a_whole_visit_by_touch(terminal: Touched) -> None:
    terminal.touch("日本語")
    terminal.touch("転入（引越してきた）")
    terminal.touch("次へ")
    terminal.touch("次へ")
    assert terminal.at(Place.QUESTION)
    terminal.touch("日本のほかの市区町村から引越してきた")
    terminal.touch("次へ")
    terminal.say(ALONE)
    terminal.approve()
    assert (terminal.page.place, terminal.page.slip) == (Place.SLIP, "260420-001")
    terminal.touch("終わる")
    assert terminal.at(Place.LANGUAGE)


@pytest.mark.parametrize("glass", ["1080x1920", "1280x800"])
def test_a_certificate_is_asked_for_by_touch_alone_in_six_questions(terminal: Touched, glass: str) -> None:
    terminal.window.resize(GLASS[glass])
    resident = Resident(Finger(terminal.window, terminal.settle), terminal.seat.program, persona("juminhyo"))
    resident.visit()
    assert resident.questions == 6
    case = terminal.seat.desk.state.case
    assert case is not None
    said = {path: fact.value for path, fact in case.ledger.current.items()}
    assert (said["person[p1].name.full"], said["person[p1].kana"]) == ("仮想　実", "カソウ　ミノル")
    assert (said["addr.new.katagaki"], said["cert.copies"], said["cert.items"]) == ("", 1, ())


def test_a_finger_that_slides_off_a_key_presses_nothing(terminal: Touched) -> None:
    key = terminal.key("English")
    QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=key.rect().center())
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=key.rect().bottomRight() * 3)
    assert (terminal.page.place, terminal.page.language) == (Place.LANGUAGE, "ja")


def test_changing_one_answer_returns_to_the_answers(terminal: Touched) -> None:
    moved_in(terminal)
    terminal.window.act(Change(path="case.moved_on"))
    assert terminal.window.title.text
    terminal.touch("戻る")
    assert terminal.at(Place.CHECK)


def test_what_is_missing_is_said_and_the_page_stays(terminal: Touched) -> None:
    terminal.touch("日本語")
    terminal.touch("転入（引越してきた）")
    terminal.touch("次へ")
    terminal.touch("次へ")
    terminal.touch("次へ")
    assert terminal.at(Place.QUESTION)
    assert "まだ答えがありません" in terminal.window.notice_text.text


def test_a_card_opens_with_its_number_and_the_digits_are_never_seen(terminal: Touched) -> None:
    terminal.touch("日本語")
    terminal.touch("転入（引越してきた）")
    terminal.touch("次へ")
    terminal.touch("夫　架空　太郎")
    for digit in "1234":
        terminal.touch(digit)
        assert digit not in words_of(terminal.window)
    terminal.touch("読み取る")
    assert [person.name for person in terminal.page.persons] == [NAME]


def test_the_last_try_of_a_card_waits_for_a_clear_yes(terminal: Touched) -> None:
    terminal.touch("日本語")
    terminal.touch("転入（引越してきた）")
    terminal.touch("次へ")
    terminal.touch("暗証番号の残りが１回")
    for digit in "0000":
        terminal.touch(digit)
    terminal.touch("読み取る")
    assert terminal.key("いいえ、カードなしで続ける").isVisible()
    terminal.touch("いいえ、カードなしで続ける")
    assert terminal.at(Place.CARD)


# ---- language and comfort --------------------------------------------------------------------------------------------
def test_another_language_in_the_middle_keeps_the_answers(terminal: Touched) -> None:
    moved_in(terminal)
    before = terminal.seat.desk.state.case
    terminal.touch("Language")
    terminal.touch("English")
    after = terminal.seat.desk.state.case
    assert before is not None
    assert after is not None
    assert terminal.at(Place.CHECK)
    said = {path: fact.value for path, fact in after.ledger.current.items()}
    assert all(said[path] == fact.value for path, fact in before.ledger.current.items() if path != "case.language")


def test_large_text_and_strong_colours_are_gone_with_the_resident(terminal: Touched) -> None:
    terminal.touch("文字・色・音")
    terminal.touch("特大")
    terminal.touch("黒地に黄")
    terminal.touch("下のほう")
    look = terminal.window.kit.look
    assert (look.size, look.theme, terminal.window.comfort.low) == (TextSize.HUGE, Theme.DARK, True)
    terminal.touch("設定を閉じる")
    terminal.window.end()
    assert (look.size, look.theme, terminal.window.comfort.low) == (TextSize.NORMAL, Theme.STANDARD, False)


def test_who_finishes_at_the_slip_leaves_it_as_who_ends_elsewhere(terminal: Touched) -> None:
    terminal.touch("English")
    terminal.window.kit.look.set(size=TextSize.HUGE, theme=Theme.DARK)
    terminal.window.comfort.low = True
    for action in (Choose(event="shomei"), HandIn()):
        terminal.window.act(action)
        terminal.settle()
    assert terminal.at(Place.SLIP)
    terminal.touch("Finish")
    assert (terminal.page.place, terminal.page.language) == (Place.LANGUAGE, "ja")
    assert not terminal.window.altered
    assert not terminal.window.idle.on


def test_with_a_low_reach_everything_to_touch_is_in_the_lower_half(terminal: Touched) -> None:
    terminal.window.resize(GLASS["1080x1920"])
    terminal.window.comfort.low = True
    terminal.window._comfortable()
    terminal.window.act(Begin())
    terminal.settle()
    middle = terminal.window.height() // 2
    tops = [key.mapTo(terminal.window, key.rect().topLeft()).y() for row in terminal.window.groups() for key in row]
    assert tops
    assert min(tops) >= middle - terminal.window.kit.look.dp(48)


# ---- answers that are none -------------------------------------------------------------------------------------------
def test_none_is_an_answer_at_a_touch(terminal: Touched) -> None:
    comes_in(terminal)
    terminal.say(ALONE, until="addr.new.katagaki")
    terminal.touch("ありません")
    case = terminal.seat.desk.state.case
    assert case is not None
    assert case.ledger.value("addr.new.katagaki") == ""


def test_which_certificate_is_wanted_is_no_question_that_none_answers(terminal: Touched) -> None:
    terminal.touch("日本語")
    terminal.touch("証明書の請求")
    for _ in range(2):  # nobody is there yet, and no card
        terminal.touch("次へ")
    question = terminal.page.question
    assert question is not None
    assert question.path == "case.requests"
    with pytest.raises(AssertionError, match="ありません"):
        terminal.key("ありません")
    terminal.touch("次へ")
    assert terminal.page.question == question


def test_a_letter_that_is_not_here_is_left_to_the_counter(terminal: Touched) -> None:
    comes_in(terminal)
    terminal.say(ALONE, until="person[p1].name.full")
    for letter in "かくう":
        terminal.touch(letter)
    terminal.touch("漢字")
    terminal.touch("ここにない")
    assert terminal.page.question is not None
    assert terminal.page.question.path != "person[p1].name.full"
    case = terminal.seat.desk.state.case
    assert case is not None
    assert isinstance(case.ledger.value("person[p1].name.full"), Held)
