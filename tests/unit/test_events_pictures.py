"""An event has a picture, and answers in it have theirs, each one that can be drawn."""

from kiosk.flow.lobby.pages import Place
from kiosk.ui.lobby.boards.pictures import PICTURES
from tests.terminal import Terminal
from tests.visits import book


def test_every_picture_that_an_event_names_can_be_drawn() -> None:
    events = book().events.values()
    named = {event.picture for event in events} | {
        picture for event in events for table in event.pictures.values() for picture in table.values()
    }
    assert named <= {*PICTURES}
    assert all(event.picture for event in events)


def test_certificates_are_chosen_by_pictures_too() -> None:
    page = Terminal().begin("shomei")
    assert page.place is Place.QUESTION
    assert page.question is not None
    seen = [choice.picture for choice in page.question.choices]
    assert all(seen)
    assert len(seen) == len(set(seen))
