"""聞き取り: what to ask next - only what an undecided rule or an unfilled required box still needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.model.filled import FilledForm
from kiosk.model.procedure import Plan
from kiosk.rules.facts import Facts
from kiosk.rules.priority import in_order
from kiosk.rules.wants import wants


@dataclass(frozen=True)
class Interview:
    """The open questions in asking order, and for each the procedures and forms that need its answer."""

    open: tuple[str, ...]
    needed_by: dict[str, tuple[str, ...]]


def interview(facts: Facts, plan: Plan, forms: Iterable[FilledForm]) -> Interview:
    """What is still to be asked, the next question first."""
    found = tuple(wants(facts, plan, forms))
    needs: dict[str, dict[str, None]] = {}
    for want in found:
        needs.setdefault(want.path, {})[want.who] = None
    return Interview(in_order(facts, found), {path: tuple(who) for path, who in needs.items()})
