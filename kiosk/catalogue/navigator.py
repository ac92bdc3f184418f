"""forms/navigator.toml: the questions that find the life event of somebody who does not know its name, checked."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.files import Files
from kiosk.catalogue.toml_files import build, only, tables
from kiosk.model.base import Issue
from kiosk.model.navigator import STAFF, Navigator, Turning
from kiosk.model.spelling import nearest

NAVIGATOR = "navigator.toml"


def read_navigator(files: Files, issues: list[Issue]) -> Navigator:
    """The questions in the order of the file; what is wrong is named and left out. Without the file there are none."""
    data = files.toml(NAVIGATOR, issues) if NAVIGATOR in files.content else None
    if data is None:
        return Navigator()
    issues.extend(only(data, ("question",), where=NAVIGATOR))
    found: list[Turning] = []
    for index, entry in enumerate(tables(data, "question", where=NAVIGATOR, issues=issues)):
        turning = build(Turning, entry, where=f"{NAVIGATOR} question[{index}]")
        if isinstance(turning, tuple):
            issues.extend(turning)
        else:
            found.append(turning)
    return Navigator(questions=tuple(found))


def check_navigator(navigator: Navigator, events: Mapping[str, object]) -> Iterator[Issue]:
    """Every way leads to an event or to a person, and every question and event can be reached.

    A question only leads to later ones, so that nobody is asked in a circle.
    """
    places = {each.id: index for index, each in enumerate(navigator.questions)}
    named, wrong = set[str](), list[Issue]()
    for index, each in enumerate(navigator.questions):
        where = f"{NAVIGATOR} question[{index}]"
        if places[each.id] != index:
            wrong.append(Issue(where=f"{where} id", message=f"同じ名前の質問があります（{each.id}）。"))
        for way, to in (("yes", each.yes), ("no", each.no)):
            named.add(to)
            if to in places and places[to] <= index:
                wrong.append(Issue(where=f"{where} {way}", message="前の質問には戻れません。", allowed="あとの質問"))
            elif to not in places and to not in events and to != STAFF:
                allowed = nearest(to, [*places, *events, STAFF])
                wrong.append(
                    Issue(where=f"{where} {way}", message="この名前の質問やきっかけはありません。", allowed=allowed)
                )
    if wrong:  # what a wrong way was meant to lead to is not missed once more
        yield from wrong
        return
    lost = [each for each in navigator.questions[1:] if each.id not in named]
    yield from (Issue(where=f"{NAVIGATOR} {each.id}", message="どの質問からも進めません。") for each in lost)
    if navigator.questions:
        unled = [event for event in events if event not in named]
        yield from (Issue(where=NAVIGATOR, message=f"きっかけ {event} に進む質問がありません。") for event in unled)
