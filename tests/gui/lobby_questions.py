"""The questions of a terminal that take most room, and how each is brought before the resident."""

from kiosk.flow.lobby.pages import Place
from kiosk.flow.pages import QuestionView
from kiosk.flow.views import Viewer
from kiosk.model.vocabulary import Item, Type
from tests.gui.lobby import Touched


def ask(terminal: Touched, path: str) -> None:
    """Show a question, whatever comes before it."""
    lobby = terminal.seat.desk.lobby
    lobby.walk = lobby.walk.to(Place.QUESTION, at=path)
    terminal.window.present(lobby.page())
    terminal.settle()


def fullest(terminal: Touched) -> list[str]:
    """The paths of the questions that take most room."""
    by_type: dict[Type, list[QuestionView]] = {}
    viewer = _viewer(terminal)
    for item in terminal.seat.program.book.vocabulary.items:
        if item.ask and not item.staff:
            view = viewer.asking(_path(item))
            by_type.setdefault(item.type, []).append(view)
    found = dict[str, None]()
    for views in by_type.values():
        for size in (_words, _longest, _many, _hint):
            found[max(views, key=size).path] = None
    return list(found)


def _viewer(terminal: Touched) -> Viewer:
    visit = terminal.seat.desk.visit
    assert visit.snapshot is not None
    state = visit.state
    return Viewer(visit.snapshot, visit.outside.wording, state.typed, state.approved, state.changed, memo=visit.memo)


def _path(item: Item) -> str:
    return item.key.replace("person.", "person[p1].", 1) if item.key.startswith("person.") else item.key


def _words(view: QuestionView) -> int:
    return len(view.ask or view.label)


def _longest(view: QuestionView) -> int:
    return max((len(choice.label) for choice in view.choices), default=0)


def _many(view: QuestionView) -> int:
    return len(view.choices)


def _hint(view: QuestionView) -> int:
    return len(view.text or view.echo)
