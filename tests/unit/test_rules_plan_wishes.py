"""What nobody has to have: it is offered, filed by whoever wants it, and nobody is asked about what nobody wants."""

from kiosk.model.plan import Need
from kiosk.rules.book import RuleBook
from tests.rules_book import procedure, rule_book, version
from tests.unit.test_rules_plan import FAMILY, visit

WISH = '"印鑑登録" in case.requests'


def offered() -> RuleBook:
    return rule_book(procedure(version(when=FAMILY, optional=True, wish=WISH, deadline=None), scope="case"))


def test_what_nobody_has_to_have_is_offered_and_filed_only_by_who_wants_it() -> None:
    desk = visit(offered(), household__children="2")
    open_yet = desk.outcome("P1")
    assert (open_yet.need, open_yet.wished, open_yet.forms, open_yet.filed) == (Need.OPTIONAL, False, (), False)
    other = desk.say({"case.requests": "住民票"}).outcome("P1")
    assert (other.need, other.wished, other.forms, other.filed) == (Need.OPTIONAL, False, (), False)
    wanted = desk.say({"case.requests": "印鑑登録"}).outcome("P1")
    assert (wanted.need, wanted.wished, wanted.forms, wanted.filed) == (Need.OPTIONAL, True, ("F1",), True)


def test_what_nobody_wants_is_not_asked_about() -> None:
    desk = visit(offered())
    assert (desk.need("P1"), desk.outcome("P1").missing) == (Need.UNDECIDED, ("household.children",))
    unwanted = desk.say({"case.requests": "住民票"}).outcome("P1")
    assert (unwanted.need, unwanted.missing, unwanted.undecided) == (Need.NOT_NEEDED, (), ())


def test_what_is_not_needed_is_not_filed_because_somebody_wants_it() -> None:
    found = visit(offered(), household__children="0", case__requests="印鑑登録").outcome("P1")
    assert (found.need, found.forms, found.filed) == (Need.NOT_NEEDED, (), False)
