"""A visit says that it can be confirmed exactly when it can: also while it is asked whose a card is."""

from kiosk.flow.actions import Confirm, Decide, Decision, Sign, Step, UseCard
from kiosk.model.card import CardFace
from kiosk.model.wareki import PartialDate
from tests.visits import STROKES, Desk, told

STRANGER = CardFace(
    name="見本　次郎",
    address="見本県仮想市本町3丁目4番5号",
    birth=PartialDate(iso="1971-01-02"),
    sex="1",
    expired=False,
)


def signed() -> Desk:
    """A family that has said everything and signed."""
    desk = told("kazoku4", signed=False)
    for signer in desk.page.signers:
        desk.act(Sign(person=signer.person, signature=STROKES))
    return desk


def test_while_it_is_asked_whose_a_card_is_nothing_can_be_confirmed_and_the_page_says_so() -> None:
    desk = signed()
    assert desk.page.can_confirm
    person = desk.now.case.persons[0]
    desk.act(UseCard(person=person, face=STRANGER))
    assert desk.page.proposal is not None
    assert not desk.page.can_confirm
    assert [notice.code for notice in desk.visit.obstacles()] == ["decide-first"]
    desk.act(Confirm())
    assert (desk.page.step is Step.DONE, desk.register.taken) == (False, [])


def test_once_it_is_decided_that_the_card_is_put_back_the_visit_can_be_confirmed_again() -> None:
    desk = signed()
    desk.act(UseCard(person=desk.now.case.persons[0], face=STRANGER), Decide(decision=Decision.BACK))
    assert desk.page.can_confirm
    desk.act(Confirm())
    assert desk.page.step is Step.DONE
