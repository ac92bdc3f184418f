"""The same visit in a language that nobody speaks: every sentence, label, code and date of a page can be translated."""

import re

import pytest

from kiosk.catalogue.labels import texts
from kiosk.flow.actions import Answer, GoTo, Step
from kiosk.flow.check_views import row_groups
from kiosk.flow.pages import QuestionView
from kiosk.flow.plan_views import plan_views
from kiosk.flow.views import Viewer
from kiosk.flow.wording import Wording
from kiosk.model.labels import ItemLabels, Labels
from kiosk.model.vocabulary import Type, Vocabulary
from kiosk.words import Words
from tests.visits import ROOT, Desk, book, told
from tests.wording import WORDS

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *= *(.*)$", re.MULTILINE)
_DATE = "{ $day }.{ $month }.{ $year }"
SPELLED = {Type.CODE, Type.CODES, Type.BOOL}


def words() -> Words:
    """Every sentence as its key with its values, a date by its numbers."""
    files = (ROOT / "assets" / "words" / part / "ja.ftl" for part in ("", "said"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    entries = {key: " ".join((f"<{key}>", *re.findall(r"\{ \$\w+ \}", said))) for key, said in _ENTRY.findall(text)}
    entries |= {
        "date-on-day": _DATE,
        "date-on-western-day": _DATE,
        "list-between": "+",
        "deadline-until": f"<until> {_DATE}",
    }
    return Words("".join(f"{key} = {said}\n" for key, said in entries.items()), language="en")


def labels(vocabulary: Vocabulary) -> Labels:
    """Every fact by its key, every code by its place in its list."""
    return Labels(
        language="xx",
        item={
            key: ItemLabels(label=f"<{key}>", ask=f"<{key}>?", plain=f"({key})", why=f"[{key}]")
            for key in vocabulary.by_key
        },
        codes={
            name: {code: f"<{name} {at}>" for at, code in enumerate(codes)} for name, codes in vocabulary.codes.items()
        },
        text={text: f"<text {at}>" for at, text in enumerate(dict.fromkeys(texts(book()))) if text},
    )


def wording() -> Wording:
    """The made-up language over the catalogue of the city."""
    return Wording(words(), book().vocabulary, labels(book().vocabulary))


def questions(desk: Desk) -> list[QuestionView]:
    """Everything asked of a visit, in the made-up language."""
    viewer = Viewer(desk.now, wording(), typed=desk.visit.state.typed)
    return [question for section in viewer.sections() for question in section.questions]


@pytest.fixture
def family() -> Desk:
    """A family of four that has told everything."""
    return told("kazoku4")


def test_every_question_and_every_choice_speaks_the_language(family: Desk) -> None:
    shown = questions(family)
    said = [text for q in shown for text in (q.label, q.ask, q.plain, q.why)]
    offered = [choice.label for q in shown if q.type in {Type.CODE, Type.CODES} for choice in q.choices]
    assert len(shown) > 40
    assert len(offered) > 40
    assert [text for text in (*said, *offered) if JAPANESE.search(text)] == []


def test_what_was_answered_is_shown_in_the_language_and_kept_as_its_code(family: Desk) -> None:
    shown = [q for q in questions(family) if q.type in SPELLED and q.echo]
    assert [q.path for q in shown if JAPANESE.search(q.echo)] == []
    sex = next(q for q in shown if q.path == "person[p1].sex")
    assert (sex.value, sex.echo) == ("男", "<sex 0>")
    assert (sex.choices[0].code, sex.choices[0].label) == ("男", "<sex 0>")


def test_dates_and_deadlines_are_spelled_by_the_language(family: Desk) -> None:
    born = next(q for q in questions(family) if q.path == "person[p1].birth.date")
    assert re.fullmatch(r"\d+\.\d+\.\d+", born.echo)
    viewer = Viewer(family.now, wording())
    until = {view.deadline.partition("　")[0] for view in plan_views(viewer) if view.deadline.startswith("<until>")}
    assert until
    assert all(re.fullmatch(r"<until> \d+\.\d+\.2026", day) for day in until)


def test_the_procedure_list_speaks_the_language_but_for_names_that_nobody_translated(family: Desk) -> None:
    views = plan_views(Viewer(family.now, wording()))
    said = [(v.reason, v.deadline, v.department, v.fee, v.who, v.guide, *v.bring, *v.papers, *v.forms) for v in views]
    shown = [text for each in said for text in each if text]
    assert len(shown) > 100
    assert [text for text in shown if JAPANESE.search(text)] == []


def test_check_your_answers_speaks_the_language_under_headings_of_its_own(family: Desk) -> None:
    groups = row_groups(Viewer(family.now, wording()))
    assert groups[0].label == "<group-about-all>"
    assert [row.label for group in groups for row in group.rows if JAPANESE.search(row.label)] == []


def test_what_cannot_be_read_is_refused_in_the_language() -> None:
    desk = Desk().act(Answer(path="case.moved_on", text="昭和55年13月1日"))
    moved = next(q for q in questions(desk) if q.path == "case.moved_on")
    assert moved.issue == "<date-no-month> 13<date-months>"
    assert next(q for s in desk.page.sections for q in s.questions if q.path == moved.path).issue.startswith(
        "13月はあり"
    )


def test_a_choice_goes_back_as_its_code_whatever_it_is_called(family: Desk) -> None:
    asked = next(q for q in questions(family) if q.path == "person[p1].sex")
    second = asked.choices[1]
    family.act(Answer(path=asked.path, text=second.code), GoTo(step=Step.INTERVIEW))
    assert family.now.facts.value(asked.path) == "女"


def test_a_language_without_labels_keeps_the_japanese_ones(family: Desk) -> None:
    viewer = Viewer(family.now, Wording(WORDS, book().vocabulary, Labels(language="en")))
    shown = {q.path: q for section in viewer.sections() for q in section.questions}
    sex = shown["person[p1].sex"]
    item = book().vocabulary.by_key["person.sex"]
    assert (sex.label, sex.ask, sex.echo) == (item.en, item.ask, "男")
