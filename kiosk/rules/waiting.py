"""保留: the one way in which a filing is put off - for want of a fact (わからない) or of papers, or for 後日.

Whoever finds a reason (the rule, who files, an essential box, the wish to come again) names the facts for want of which
it may not leave; what becomes of the outcome is decided here alone.
"""

from collections.abc import Iterable

from kiosk.model.plan import Need, Outcome


def put_off(outcome: Outcome, lacks: Iterable[str] = (), *, still_asked: bool = False) -> Outcome:
    """The outcome with what it waits for; HELD unless a question is `still_asked` that may yet give it.

    What is left for another day is HELD whatever is known, once it is certain that it is meant at all.
    """
    waits_for = tuple(dict.fromkeys((*outcome.lacks, *lacks)))
    need = outcome.need if still_asked and not outcome.later else Need.HELD
    return outcome.model_copy(update={"need": need, "lacks": waits_for})


def another_day(outcome: Outcome, missing: Iterable[str]) -> Outcome:
    """It is left for another day: nothing more is asked about it, and what would be asked is what it lacks."""
    filing = outcome.filing
    open_ = (*outcome.missing, *missing, *(filing.missing if filing else ()))
    unasked = {"later": True, "missing": (), "filing": filing and filing.model_copy(update={"missing": ()})}
    left = outcome.model_copy(update=unasked)
    held = put_off(left, open_)
    return held if outcome.need.waits else held.model_copy(update={"need": outcome.need})
