"""Cards and papers of invented people, laid on a desk, and what is asked about them."""

from kiosk.flow.actions import Action, Decide, Decision, UseCard, UseExtract
from kiosk.flow.pages import ProposalView
from kiosk.model.card import CardFace
from kiosk.model.fact import Value
from kiosk.model.wareki import PartialDate
from tests.visits import Desk

PLACE = "見本県仮想市本町３丁目４番５号"
NAME, BIRTH = "person[p1].name.full", "person[p1].birth.date"


def face(name: str, born: str, *, sex: str = "1") -> CardFace:
    return CardFace.model_validate({"name": name, "address": PLACE, "birth": PartialDate(iso=born), "sex": sex})


TARO, HANAKO = face("架空　太郎", "1988-06-15"), face("架空　花子", "1990-11-03", sex="2")
ICHIRO, JIRO = face("架空　一郎", "2017-05-20"), face("架空　二郎", "2017-05-20")


def row(of: CardFace, **more: Value) -> dict[str, Value]:
    facts: dict[str, Value] = {"person.name.full": of.name, "person.birth.date": of.birth}
    return facts | {f"person.{key}": value for key, value in more.items()}


def paper(*rows: dict[str, Value], **case: Value) -> UseExtract:
    return UseExtract(persons=rows, case={key.replace("__", "."): value for key, value in case.items()})


def use(of: CardFace, person: str = "p1") -> UseCard:
    return UseCard(person=person, face=of)


SAME, ANOTHER, BACK = (Decide(decision=Decision(name)) for name in ("same", "another", "back"))


def asked(desk: Desk) -> ProposalView:
    assert desk.page.proposal is not None
    return desk.page.proposal


def members(desk: Desk) -> dict[str, object]:
    return {person.id: desk.value(f"person[{person.id}].name.full") for person in desk.page.persons}


def unchanged(desk: Desk, *actions: Action) -> Desk:
    """The same household and the same facts after as before."""
    before = desk.now.case
    desk.act(*actions)
    assert (desk.now.case.persons, desk.now.case.ledger) == (before.persons, before.ledger)
    return desk


AGENT = Decide(decision=Decision.AGENT)
