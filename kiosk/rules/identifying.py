"""本人確認の結果: how far the papers shown reach with the city's exceptions, and what is taken although they do not."""

import datetime as dt

from kiosk.model.identity import IdCheck, NoticeRule
from kiosk.model.plan import Outcome, Plan, Wait
from kiosk.model.wareki import PartialDate, calendar_day
from kiosk.rules.facts import Facts
from kiosk.rules.keys import CHECKED

_PAPERS, _EXPIRY, _CHECK = CHECKED


def reached(facts: Facts) -> IdCheck | None:
    """How far the papers reach; None while nobody has said which there are."""
    said = facts.value(_CHECK)
    if not isinstance(said, str):
        return None
    check, shown = IdCheck(said), facts.value(_PAPERS)
    if check is not IdCheck.SHORT or not isinstance(shown, tuple):
        return check
    papers, rule = facts.book.identity, facts.book.language.rule
    accepted = tuple(each for each in papers.accept if facts.ask(rule(each.when)) is True)
    return papers.check(shown, expired=_expired(facts), accepted=accepted)


def _expired(facts: Facts) -> bool:
    until = facts.value(_EXPIRY)
    day: dt.date | None = calendar_day(until) if isinstance(until, PartialDate) else None
    return day is not None and day < facts.case.today


def taken_unproven(facts: Facts, procedure: str) -> NoticeRule | None:
    """The rule that lets a procedure be taken although nobody knows who has come; None where there is none."""
    rule = facts.book.language.rule
    rules = (each for each in facts.book.identity.notice if procedure in each.procedures)
    return next((each for each in rules if not each.when or facts.ask(rule(each.when)) is True), None)


def to_be_noticed(facts: Facts, plan: Plan) -> tuple[tuple[Outcome, NoticeRule], ...]:
    """What leaves and must be told by post to whom it is about: nobody was identified, or somebody else was."""
    found = ((outcome, taken_unproven(facts, outcome.procedure)) for outcome in plan.leaving)
    return tuple((outcome, rule) for outcome, rule in found if rule is not None and _must_be_told(facts, outcome, rule))


def _must_be_told(facts: Facts, outcome: Outcome, rule: NoticeRule) -> bool:
    unproven = outcome.filing is not None and outcome.filing.wait is Wait.NOTICE
    return unproven or (bool(rule.also) and facts.ask(facts.book.language.rule(rule.also)) is True)
