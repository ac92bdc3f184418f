"""A resident alone is asked little: what nearly everybody answers stands already, and one board gives two answers."""

from kiosk.flow.lobby.actions import CallStaff, Change, HandIn, Onward, Say, SayValue
from kiosk.flow.lobby.pages import LobbyPage, Place
from kiosk.model.address import Address
from tests.terminal import Terminal, wording
from tests.visits import book, persona

CERTIFICATE = persona("juminhyo").answers
USUAL = frozenset({"case.applicant_role", "cert.kind", "cert.items", "cert.copies"})
NAME, READING = "person[p1].name.full", "person[p1].kana"
PLACE, BUILDING = "addr.new.text", "addr.new.katagaki"
HOME = Address(
    text="見本県架空市緑ケ丘7番12号\u3000見本荘203",
    prefecture="見本県",
    city="架空市",
    town="緑ケ丘",
    number="7番12号",
    building="見本荘203",
)


def asked(desk: Terminal, *, role: str = "") -> list[str]:
    """What is asked for a certificate until the answers are checked, in order."""
    desk.begin("shomei")
    paths = []
    while desk.page.place is Place.QUESTION and desk.page.question is not None:
        path = desk.page.question.path
        paths.append(path)
        match path:
            case "addr.new.text":
                desk.act(SayValue(value=HOME))
            case "person[p1].name.full":
                desk.act(Say(text=CERTIFICATE[path], reading="かそう　みのる"))
            case _:
                desk.act(Say(text=CERTIFICATE[path]))
    return paths


def rows(page: LobbyPage) -> dict[str, str]:
    return {row.path: row.text for group in page.groups for row in group.rows}


def test_a_certificate_without_a_card_takes_six_questions() -> None:
    desk = Terminal()
    assert asked(desk) == ["case.requests", "person[p1].phone", NAME, "person[p1].birth.date", "cert.scope", PLACE]
    assert desk.page.place is Place.CHECK
    assert desk.page.held == ()


def test_the_usual_answers_are_seen_marked_and_can_be_changed() -> None:
    desk = Terminal()
    asked(desk)
    assert desk.page.usual == USUAL
    assert rows(desk.page)["cert.copies"] == "1"
    page = desk.act(Change(path="cert.copies"), Say(text="3"))
    assert (page.place, rows(page)["cert.copies"], page.usual) == (Place.CHECK, "3", USUAL - {"cert.copies"})


def test_a_change_that_opens_more_questions_asks_them_before_the_answers_are_shown_again() -> None:
    desk = Terminal()
    asked(desk)
    page = desk.act(Change(path="case.applicant_role"), Say(text="任意代理人"))
    assert page.place is Place.QUESTION
    assert page.question is not None
    assert page.question.path.startswith("agent.")


def test_who_calls_a_person_is_not_taken_at_the_word_they_never_said() -> None:
    desk = Terminal()
    desk.begin("shomei")
    desk.act(CallStaff(), HandIn())
    kept = next(iter(desk.register.parked.values()))
    assert kept.case is not None
    assert USUAL.isdisjoint(kept.case.ledger.current)


def test_who_calls_a_person_with_everything_answered_is_not_passed_by() -> None:
    desk = Terminal(at_once=frozenset({"P40"}))
    asked(desk)
    page = desk.act(CallStaff(), HandIn())
    assert page.place is Place.SLIP
    assert page.case in desk.register.parked


def test_a_name_gives_its_reading_and_an_address_its_building() -> None:
    desk = Terminal()
    asked(desk)
    seen = rows(desk.page)
    assert seen[READING] == "カソウ　ミノル"
    case = desk.lobby.state.case
    assert case is not None
    assert case.ledger.value(BUILDING) == "見本荘203"
    place = case.ledger.value(PLACE)
    assert isinstance(place, Address)
    assert (place.text, place.building) == ("見本県架空市緑ケ丘7番12号", "")


def test_an_address_is_changed_with_the_building_it_had() -> None:
    desk = Terminal()
    asked(desk)
    page = desk.act(Change(path=PLACE))
    assert page.question is not None
    assert isinstance(page.question.value, Address)
    assert page.question.value.building == "見本荘203"
    page = desk.act(SayValue(value=HOME.model_copy(update={"building": "", "text": "見本県架空市緑ケ丘7番12号"})))
    case = desk.lobby.state.case
    assert page.place is Place.CHECK
    assert case is not None
    assert case.ledger.value(BUILDING) == ""


def test_a_name_without_a_known_reading_is_asked_for_it_next() -> None:
    desk = Terminal()
    desk.begin("shomei")
    while desk.page.question is not None and desk.page.question.path != NAME:
        path = desk.page.question.path
        desk.act(SayValue(value=HOME) if path == PLACE else Say(text=CERTIFICATE[path]))
    page = desk.act(Say(text="架空　太郎"))
    assert page.question is not None
    assert page.question.path == READING


def test_a_relation_is_checked_in_the_words_in_which_it_was_chosen() -> None:
    item = book().vocabulary.by_key["person.relation_new"]
    said = {language: wording(language).value("子", item=item, names={}) for language in ("ja", "pt", "vi")}
    assert said["ja"] == "子"
    assert len(set(said.values())) == 3


def test_only_what_somebody_said_and_can_change_is_checked() -> None:
    desk = Terminal()
    asked(desk)
    assert "cert.requester_relation" not in rows(desk.page)
    assert all(
        desk.act(Change(path=path)).changing and desk.act(Onward()).place is Place.CHECK
        for path in list(rows(desk.page))
    )
