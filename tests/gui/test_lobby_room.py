"""What is longer or larger than its page has its room at the terminal, at once and by touch alone."""

from kiosk.flow.lobby.actions import Begin, Choose, Count, HandIn, Onward, Speak
from kiosk.flow.lobby.pages import Place
from kiosk.model.card import CardGlance
from kiosk.ui.lobby.card_view import CardView
from kiosk.ui.lobby.check_view import CheckView
from kiosk.ui.lobby.slip_view import SlipView
from kiosk.ui.tokens import TextSize
from tests.gui.lobby import Touched, faults, moved_in
from tests.gui.lobby_questions import ask
from tests.terminal import ALONE


def test_a_slip_that_is_longer_than_the_glass_is_turned_by_touch(terminal: Touched) -> None:
    moved_in(terminal)
    terminal.window.kit.look.set(size=TextSize.HUGE)
    terminal.window.act(HandIn())
    terminal.settle()
    view = terminal.window.shown
    assert isinstance(view, SlipView)
    bar = view.turning.area.verticalScrollBar()
    assert bar.maximum() > 0
    assert [*view.groups()] == [list(view.turning.keys)]
    for _ in range(20):
        terminal.touch("次の一覧")
    assert bar.value() == bar.maximum()
    terminal.touch("前の一覧")
    assert bar.value() < bar.maximum()


def test_another_part_of_a_page_has_its_room_at_once(terminal: Touched) -> None:
    """The number of a card takes more of the page than the cards do."""
    terminal.window.act(Speak(language="ja-easy"))
    terminal.window.kit.look.set(size=TextSize.HUGE)
    for action in (Begin(), Choose(event="shomei")):
        terminal.window.act(action)
    terminal.settle()
    view = terminal.window.shown
    assert isinstance(view, CardView)
    view._glanced(CardGlance(pin_tries=3, number_b_tries=10))
    terminal.settle()
    assert faults(terminal.window) == []


def test_answers_are_right_only_after_all_of_them_were_seen(terminal: Touched) -> None:
    terminal.window.kit.look.set(size=TextSize.HUGE)
    moved_in(terminal)
    way, seen = terminal.window.way, [terminal.window.title.text]
    while way.onward_key.text() == "次へ":
        terminal.touch("次へ")
        seen.append(terminal.window.title.text)
    assert seen == [f"答えを確かめてください（{page}／{len(seen)}）" for page in range(1, len(seen) + 1)]
    terminal.touch("戻る")
    assert terminal.at(Place.CHECK)
    assert terminal.window.title.text == seen[-2]
    terminal.touch("次へ")
    terminal.touch("これでよい")
    assert not terminal.at(Place.CHECK)


def test_a_board_with_a_key_below_it_has_its_room_as_soon_as_it_is_asked(terminal: Touched) -> None:
    for action in (Begin(), Choose(event="konin"), Onward()):
        terminal.window.act(action)
    terminal.settle()
    for path in ("person[p1].phone", "marriage.adoptive.husband"):
        ask(terminal, path)
        assert faults(terminal.window) == []


def test_answers_in_the_largest_letters_are_turned_to_their_end_whatever_their_heading_takes(terminal: Touched) -> None:
    """What is tried for a heading must not lay the answers out anew: their pages led back to the first one then."""
    for action in (Speak(language="ja-easy"), Begin(), Choose(event="tennyu"), Count(people=1), Onward()):
        terminal.window.act(action)
    terminal.window.kit.look.set(size=TextSize.HUGE)
    terminal.say({path: words for path, words in ALONE.items() if path != "person[p1].phone"})
    view = terminal.window.shown
    assert isinstance(view, CheckView)
    pages = []
    while terminal.at(Place.CHECK):
        pages.append((view.rows.page, faults(terminal.window)))
        terminal.press(terminal.window.way.onward_key)
    assert pages == [(page, []) for page in range(view.rows.pages)]


def test_a_question_has_its_room_when_it_is_read_in_another_language(terminal: Touched) -> None:
    for action in (Speak(language="vi"), Begin(), Choose(event="tennyu"), Count(people=2), Onward()):
        terminal.window.act(action)
    terminal.window.kit.look.set(size=TextSize.HUGE)
    ask(terminal, "person[p2].kana")
    terminal.window.act(Speak(language="ja-easy"))
    terminal.settle()
    assert terminal.at(Place.QUESTION)
    assert faults(terminal.window) == []


def test_a_visit_is_taken_up_in_the_language_in_which_it_was_left(terminal: Touched) -> None:
    terminal.window.act(Speak(language="vi"))
    moved_in(terminal)
    terminal.window.act(HandIn())
    terminal.settle()
    case = terminal.page.case
    assert case is not None
    terminal.window.end()
    terminal.window.scans.slip.emit(case)
    terminal.settle()
    assert (terminal.page.place, terminal.window.kit.words.language) == (Place.CHECK, "vi")
    assert faults(terminal.window) == []


def test_a_language_that_was_chosen_on_the_way_is_left_with_the_visit(terminal: Touched) -> None:
    """What a page says while it is wiped makes no other page in the language that is left."""
    for action in (Begin(), Choose(event="shomei"), Speak(language="vi")):
        terminal.window.act(action)
        terminal.settle()
    assert terminal.at(Place.CARD)
    terminal.window.end()
    terminal.settle()
    assert (terminal.page.place, terminal.window.kit.words.language) == (Place.LANGUAGE, "ja")
