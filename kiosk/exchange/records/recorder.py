"""記録係: makes the record of one procedure of a confirmed case; the port Records of kiosk.delivery.confirm."""

import datetime as dt
from dataclasses import dataclass

from kiosk.exchange.records.record import Envelope, build, canonical_json
from kiosk.model.path import key_of
from kiosk.model.plan import Outcome
from kiosk.rules.filing import Shown, identified, shown
from kiosk.rules.snapshot import Snapshot, origins, taken_over
from kiosk.rules.wants import completing_paths

_WHOLE = "addr.new.whole"
_HOMES = frozenset({"person.address", "cert.subject_address", _WHOLE})
"""Addresses that are printed in one line; the record takes the parts they were put together from."""

_PARTS = frozenset({"addr.new.text", "addr.new.katagaki"})

_CAME = "visitor."
"""Facts about who came to the counter: the record takes those of the agent or the applicant they were taken from."""


@dataclass(frozen=True)
class Recorder:
    """The town in whose name records are made: 団体コード, name, and our 独自施策システム等ID."""

    municipality: str
    municipality_name: str
    system: str = "000"

    def record(self, snapshot: Snapshot, outcome: Outcome, *, at: dt.datetime) -> bytes:
        """The canonical JSON of one application: only what its own forms' boxes and its own rule used."""
        case = snapshot.case
        boxes = (box for form in snapshot.forms if form.template in outcome.forms for box in form.boxes)
        read = {path for box in boxes for path in box.paths} | set(outcome.facts)
        used = {taken_over(snapshot.facts, path) if path.startswith(_CAME) else path for path in read}
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
            event=case.event,
            filed_on=case.today,
            operator=case.clerk,
            operated_at=at,
            identity=shown(snapshot.facts) if identified(outcome) else Shown(),
        )
        return canonical_json(build(envelope, facts=snapshot.facts.by_path, persons=case.persons, used=used))
