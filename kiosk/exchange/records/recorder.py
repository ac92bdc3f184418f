"""記録係: makes the record of one procedure of a confirmed case; the port Records of kiosk.delivery.confirm."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.exchange.records.record import Envelope, build, canonical_json
from kiosk.model.address import Address
from kiosk.model.address_parts import regained
from kiosk.model.fact import Fact
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.plan import Outcome
from kiosk.model.vocabulary import Type
from kiosk.rules.facts import Facts
from kiosk.rules.filing import Shown, identified, shown
from kiosk.rules.provenance import origins, taken_over
from kiosk.rules.purposes import home
from kiosk.rules.snapshot import Snapshot
from kiosk.rules.wants import completing_paths

_WHOLE = "addr.new.whole"
_HOMES = frozenset({"person.address", "cert.subject_address", _WHOLE})
"""Addresses that are printed in one line; the record takes the parts they were put together from."""

_PARTS = frozenset({"addr.new.text", "addr.new.katagaki"})

_PAPER = ("visitor.", "moving.filing.", "nhi.filing.", "nhi.phone", "person.filing.", "person.contact_phone")
"""Facts that only a paper needs (who files this sheet): the record takes those of the person they were taken from."""

_AS_SAID = {
    "person.name.new": "person.name.full",
    "person.kana_new": "person.kana",
    "person.relation_now": "person.relation_new",
    "moving.filing.role": "case.applicant_role",
    "visitor.role": "case.applicant_role",
    **{f"payee.{part}": f"bank.{part}" for part in ("institution", "branch", "type", "number")},
    "nhi.filing.relation": "case.applicant_relation_to_head",
}
"""What differs from what was said only in a marriage, a divorce, for another filer or another account."""


def _stated(facts: Facts, path: str) -> str:
    """The path of the fact that a record states for one that stands on a paper."""
    key, person = key_of(path), person_of(path)
    if key.startswith(_PAPER) and (taken := taken_over(facts, path)) != path:
        return _stated(facts, taken)
    if key == "household.now.head_name":
        leaving = facts.value("case.occasion") == "転出"
        return "household.old.head_name" if leaving else person_path(facts.person("household.head"), "person.name.full")
    if key == "household.now.address":
        return person_path(facts.person("case.applicant"), "person.address")
    said = person_path(person, _AS_SAID.get(key, key))
    return said if facts.value(said) == facts.value(path) else path


def _still(facts: Facts, persons: tuple[str, ...]) -> frozenset[str]:
    """Members who do not move, where the filing is about a move."""
    if not facts.value("case.event_type"):
        return frozenset()
    return frozenset(person for person in persons if facts.value(person_path(person, "person.moves")) is False)


@dataclass(frozen=True)
class Recorder:
    """The town in whose name records are made: 団体コード, name, and our 独自施策システム等ID; and the `release` of its
    forms.
    """

    municipality: str
    municipality_name: str
    system: str = "000"
    release: str = ""

    def record(self, snapshot: Snapshot, outcome: Outcome, *, at: dt.datetime) -> bytes:
        """The canonical JSON of one application: only what its own forms' boxes and its own rule used."""
        case = snapshot.case
        boxes = (box for form in snapshot.forms if form.template in outcome.forms for box in form.boxes)
        read = {path for box in boxes for path in box.paths} | set(outcome.facts)
        used = {_stated(snapshot.facts, path) for path in read}
        used |= {completing for path in used for completing in completing_paths(snapshot.facts, path)}
        homes = [path for path in used if key_of(path) in _HOMES]
        used |= {said for path in homes for said in origins(snapshot.facts, path) if said in _PARTS}
        used.discard(_WHOLE)
        procedure = snapshot.facts.book.procedures[outcome.procedure].turned(case.today, outcome.variant)
        envelope = Envelope(
            case=case.id,
            slip=case.slip,
            municipality=self.municipality,
            municipality_name=self.municipality_name,
            procedure=procedure.id,
            procedure_name=procedure.name,
            business=procedure.business,
            system=self.system,
            event=home(snapshot.facts.book.events, case.purposes, procedure.id),
            filed_on=case.today,
            operator=case.clerk,
            checker=case.checked_by,
            operated_at=at,
            identity=shown(snapshot.facts) if identified(outcome) else Shown(),
            release=self.release,
        )
        still = _still(snapshot.facts, case.persons)
        away = still - {snapshot.facts.person("household.head")}
        facts = {**snapshot.facts.by_path, **_addresses(snapshot.facts, used)}
        return canonical_json(build(envelope, facts=facts, persons=case.persons, used=used, away=away, still=still))


def _addresses(facts: Facts, used: Iterable[str]) -> dict[str, Fact]:
    """Addresses that follow from an answer in words only, with the parts that the answer has."""
    found: dict[str, Fact] = {}
    for path in used:
        fact = facts.by_path.get(path)
        if fact is not None and isinstance(fact.value, str) and _is_address(facts, path):
            said = (facts.value(origin) for origin in origins(facts, path))
            whole = (regained(fact.value, each) for each in said if isinstance(each, Address))
            address = next((each for each in whole if each is not None), None)
            found |= {} if address is None else {path: fact.model_copy(update={"value": address})}
    return found


def _is_address(facts: Facts, path: str) -> bool:
    item = facts.book.vocabulary.item(path)
    return key_of(path) in _HOMES or (item is not None and item.type is Type.ADDRESS)
