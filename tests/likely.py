"""Likely and unlikely words and actions at a desk, for tests that try whatever comes to somebody's mind."""

from hypothesis import strategies as st

from kiosk.flow.actions import (
    Action,
    AddPerson,
    Answer,
    Approve,
    ChoosePurposes,
    Clear,
    Hold,
    Put,
    RemovePerson,
    Resolve,
    Sign,
    UseCard,
    UseExtract,
)
from kiosk.flow.case_actions import Later
from kiosk.model.card import CardFace
from kiosk.model.fact import Value
from kiosk.model.source import Source
from kiosk.model.vocabulary import Item, Type
from kiosk.model.wareki import PartialDate
from tests.visits import ON_PAPER, STROKES, Desk, book

MEMBERS = ("p1", "p2", "p3", "p4", "p5")
DATES = (
    "S26.4.21",
    "S63.6.15",
    "H20.4.1",
    "H20.4.2",
    "H29.5.20",
    "R6.2.29",
    "平成30年月日不詳",
    "H30.2.29",
    "8.4",
    "R8.4.12",
)
NAMES = ("架空　太郎", "架空　花子", "SAMPLE ALEXANDRA", "髙﨑　𠮷葛\U000e0100")
WORDS: dict[Type, tuple[str, ...]] = {
    Type.TEXT: ("見本", "なし", ""),
    Type.NAME: NAMES,
    Type.KANA: ("カクウ　タロウ", "かくう", "x"),
    Type.DATE: DATES,
    Type.BOOL: ("はい", "いいえ", "たぶん"),
    Type.INT: ("0", "2", "二"),
    Type.PHONE: ("03-0000-0000", "1"),
    Type.ADDRESS: ("見本県架空市緑ケ丘二丁目7番12号", "見本県仮想市本町３丁目４番５号"),
    Type.DIGITS: ("0000000", "12"),
    Type.PERSON: MEMBERS,
    Type.PERSONS: ("なし", "全員", "p1", "p2、p3"),
    Type.RELATION: ("妻", "夫", "子", "母", "孫"),
    Type.SIGNATURE: ("x",),
}
ASKED = tuple(item for item in book().vocabulary.items if item.ask or item.type is Type.NAME)


def paths(item: Item) -> st.SearchStrategy[str]:
    if not item.key.startswith("person."):
        return st.just(item.key)
    return st.sampled_from(MEMBERS).map(lambda ref: f"person[{ref}]{item.key.removeprefix('person')}")


def words(item: Item) -> st.SearchStrategy[str]:
    codes = book().vocabulary.codes.get(item.codes, ())
    return st.sampled_from((*codes, "選択肢にない")) if codes else st.sampled_from(WORDS[item.type])


any_item = st.integers(0, len(ASKED) - 1).map(lambda index: ASKED[index])
any_path = any_item.flatmap(paths)
member = st.sampled_from(MEMBERS)
birth = st.sampled_from(("1988-06-15", "2017-05-20", "2024-02-29")).map(lambda iso: PartialDate(iso=iso))
face = st.builds(
    CardFace,
    name=st.sampled_from(NAMES),
    address=st.sampled_from(WORDS[Type.ADDRESS]),
    birth=birth,
    sex=st.sampled_from(("1", "2", "9")),
    expired=st.booleans(),
)


def mover(name: str, born: PartialDate, insured: str) -> dict[str, Value]:
    return {"person.name.full": name, "person.birth.date": born, "person.insurance.previous": insured}


movers = st.lists(st.builds(mover, st.sampled_from(NAMES), birth, st.just("国民健康保険")), max_size=3).map(tuple)
PURPOSES = (("tennyu",), ("tennyu", "shomei"), ("tennyu", "tandoku"), ("tennyu", "shomei", "tandoku"))
extract = st.builds(
    UseExtract,
    persons=movers,
    case=st.just({"household.old.head_name": "架空　太郎", "koseki.head_name": "架空　太郎"}),
)
answer: st.SearchStrategy[Action] = any_item.flatmap(lambda item: st.builds(Answer, path=paths(item), text=words(item)))
action: st.SearchStrategy[Action] = st.one_of(
    answer,
    answer,
    answer,
    st.builds(Hold, path=any_path),
    st.builds(Clear, path=any_path),
    st.just(AddPerson()),
    st.builds(RemovePerson, person=member),
    st.builds(UseCard, person=member, face=face),
    extract,
    st.builds(Put, path=st.just("household.foreigners"), value=st.sampled_from(((), ("p1",), ("p2", "p3")))),
    st.builds(Resolve, path=any_path, source=st.sampled_from(Source), reason=st.sampled_from(("", "本人に確認"))),
    st.builds(Approve, paths=st.tuples(any_path)),
    st.builds(Sign, person=member, signature=st.sampled_from((STROKES, ON_PAPER))),
)


def on_the_page(desk: Desk, kind: str, where: int, what: int) -> Action:
    """What somebody may do with what the counter shows now.

    A question is held, taken back or answered with one of the likely words; a procedure is left for another day or
    taken today after all; the purposes are others; a member comes or goes.
    """
    if kind == "later":
        outcomes = desk.now.plan.outcomes
        return Later(procedure=outcomes[where % len(outcomes)].procedure, on=what % 3 > 0)
    if kind == "purposes":
        return ChoosePurposes(events=PURPOSES[where % len(PURPOSES)])
    if kind == "member":
        return RemovePerson(person=desk.now.case.persons[-1]) if what % 2 else AddPerson()
    return _asked(desk, kind, where, what)


def _asked(desk: Desk, kind: str, where: int, what: int) -> Action:
    views = [view for section in desk.page.sections for view in section.questions]
    view = views[where % len(views)]
    if kind == "hold":
        return Hold(path=view.path)
    if kind == "clear":
        return Clear(path=view.path)
    likely = tuple(choice.code for choice in view.choices) or WORDS[view.type]
    return Answer(path=view.path, text=likely[what % len(likely)])


QUESTIONS = ("hold", "clear", "answer")
shown = st.tuples(st.sampled_from(QUESTIONS), st.integers(0, 90), st.integers(0, 9))
chosen = st.tuples(st.sampled_from(("later", "purposes", "member")), st.integers(0, 90), st.integers(0, 9))
