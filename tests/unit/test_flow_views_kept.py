"""What a page shows is made anew where it says something else, and is the same object where it does not."""

from kiosk.flow.actions import Answer
from kiosk.flow.pages import QuestionView
from kiosk.model.vocabulary import Type
from tests.visits import Desk, told

NAME, NEW = "person[p2].name.full", "架空　花"
NAMING = (Type.PERSON, Type.PERSONS)


def questions(desk: Desk) -> dict[str, QuestionView]:
    return {view.path: view for section in desk.page.sections for view in section.questions}


def typed(desk: Desk, path: str, text: str) -> Desk:
    return desk.act(Answer(path=path, text=text, typing=True))


def test_a_letter_of_a_name_makes_anew_what_shows_the_name_and_nothing_else() -> None:
    desk = told("kazoku4", signed=False)
    desk.page = desk.visit.page()
    before = questions(desk)
    after = questions(typed(desk, NAME, NEW))
    anew = {path for path, view in after.items() if view is not before.get(path)}
    naming = {path for path, view in after.items() if view.type in NAMING}
    assert NAME in anew <= {NAME, *naming}
    assert len(after) > 4 * len(anew)
    chosen = [view for path, view in after.items() if path in naming and view.choices]
    assert chosen
    assert all(NEW in {choice.label for choice in view.choices} for view in chosen if "p2" in _codes(view))


def _codes(view: QuestionView) -> set[str]:
    return {choice.code for choice in view.choices}


def test_a_letter_of_a_name_makes_anew_the_rows_of_the_plan_that_name_its_bearer() -> None:
    desk = told("kazoku4", signed=False)
    desk.page = desk.visit.page()
    before = {view.id: view for view in desk.page.outcomes}
    name = next(each for each in {each for view in before.values() for each in view.persons} if "花子" in each)
    after = {view.id: view for view in typed(desk, NAME, NEW).page.outcomes}
    named = {view.id for view in before.values() if name in view.persons}
    assert named
    assert len(named) < len(after)
    assert {each for each, view in after.items() if view is not before[each]} == named
    assert all(NEW in after[each].persons and name not in after[each].persons for each in named)


def test_a_value_that_names_a_member_follows_the_name() -> None:
    desk = told("kazoku4", signed=False)
    desk.page = desk.visit.page()
    saying = [path for path, view in questions(desk).items() if view.type in NAMING and "太郎" in view.echo]
    assert saying
    for name in ("架空　太", "架空　太一"):
        after = questions(typed(desk, "person[p1].name.full", name))
        assert all(name in after[path].echo for path in saying)
