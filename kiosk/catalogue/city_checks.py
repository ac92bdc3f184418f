"""Whether the city's settings and its procedures fit together: counters that are named, and where applications go."""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.model.base import Issue
from kiosk.model.procedure import Identity, Procedure
from kiosk.model.spelling import listed, nearest
from kiosk.model.vocabulary import Type
from kiosk.rules.book import RuleBook
from kiosk.rules.texts import places
from kiosk.settings import FEE, FILE, City


def check_city(city: City, book: RuleBook, known: Iterable[Issue]) -> Iterator[Issue]:
    """Departments that procedures name, procedures that destinations name, and applications that would go nowhere.

    Where the city's own file has a mistake (`known`), nothing is said to be missing there.
    """
    if not city.name:
        return
    procedures, wrong = book.whole.procedures, any(issue.where.startswith(FILE) for issue in known)
    for index, destination in enumerate(city.destinations):
        for name in destination.procedures:
            if name not in procedures:
                where = f"{FILE} destination[{index}].procedures"
                yield Issue(where=where, message=f"手続 {name} がありません。", allowed=nearest(name, procedures))
    yield from _at_once(city, procedures)
    yield from _second(city, procedures)
    if not wrong:
        yield from (issue for procedure in procedures.values() for issue in _department(city, procedure))
        yield from (issue for procedure in procedures.values() for issue in _charges(city, book, procedure))
        yield from _nowhere(city, procedures.values())


def _at_once(city: City, procedures: Mapping[str, Procedure]) -> Iterator[Issue]:
    """What leaves a terminal without a clerk must need nobody's look at papers."""
    for index, name in enumerate(city.at_once):
        where = f"{FILE} at_once[{index}]"
        if name not in procedures:
            yield Issue(where=where, message=f"手続 {name} がありません。", allowed=nearest(name, procedures))
        elif any(each.identity is not Identity.NONE for version in procedures[name].versions for each in version.all):
            yield Issue(where=where, message=f"手続 {name} は本人確認がいります。", allowed='identity = "none" の手続')


def _second(city: City, procedures: Mapping[str, Procedure]) -> Iterator[Issue]:
    """A second member of staff looks at procedures that are there, and that a clerk confirms."""
    for index, name in enumerate(city.second_check):
        where = f"{FILE} second_check[{index}]"
        if name not in procedures:
            yield Issue(where=where, message=f"手続 {name} がありません。", allowed=nearest(name, procedures))
        elif name in city.at_once:
            message = f"手続 {name} は at_once にもあり、職員が見ません。"
            yield Issue(where=where, message=message, allowed="どちらか一方")


def _charges(city: City, book: RuleBook, procedure: Procedure) -> Iterator[Issue]:
    """Fees that the city does not have, and counts that are no number; what is free says why."""
    fees = [f"city.{place.replace('.', '_', 1)}" for place in city.settings if place.startswith(f"{FEE}.")]
    for version in procedure.versions:
        for index, charge in enumerate(version.charges):
            where = f"procedures/{procedure.id}.toml version charge[{index}]"
            if charge.fee not in fees:
                message = f"手数料 {charge.fee} は {FILE} の [fee] にありません。"
                yield Issue(where=f"{where} fee", message=message, allowed=nearest(charge.fee, fees))
            item = book.vocabulary.by_key.get(charge.count)
            if charge.count and (item is None or item.type is not Type.INT):
                known = [each.key for each in book.vocabulary.items if each.type is Type.INT]
                message = f"「{charge.count}」は数の項目ではありません。"
                yield Issue(where=f"{where} count", message=message, allowed=nearest(charge.count, known))
            if bool(charge.free_when) != bool(charge.free_why):
                message = "free_when と free_why は、両方書くか、どちらも書きません。"
                yield Issue(where=f"{where} free_why", message=message, allowed="無料になる理由の文")


def _nowhere(city: City, procedures: Iterable[Procedure]) -> Iterator[Issue]:
    """Applications that no destination takes: they would be confirmed and lie there for ever."""
    lost = [
        each.id for each in procedures if _sent(each) and not any(place.takes(each.id) for place in city.destinations)
    ]
    if lost:
        message = f"どの送付先にも行かない手続があります: {listed(lost)}"
        allowed = "どれかの [[destination]] の procedures に足すか、procedures を書かない（すべて）"
        yield Issue(where=f"{FILE} destination", message=message, allowed=allowed)


def _department(city: City, procedure: Procedure) -> Iterator[Issue]:
    """A counter that the floor plan does not have; a plan without any counter is no plan, and staff's own are shown to
    nobody.
    """
    known = city.plan.departments
    if known and not procedure.staff_only and procedure.department not in known:
        where = f"procedures/{procedure.id}.toml department"
        message = f"課 {procedure.department} は {FILE} の [[department]] にありません。"
        yield Issue(where=where, message=message, allowed=nearest(procedure.department, known))


def _sent(procedure: Procedure) -> bool:
    """Whether it has forms on some occasion: then a confirmation makes parcels of it."""
    return any(each.forms for version in procedure.versions for _, each in places("", version))
