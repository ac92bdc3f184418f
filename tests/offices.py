"""An office that takes a visit as far as the confirmation and writes nothing down."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from kiosk.delivery.confirm import Accepting, Confirmer
from kiosk.delivery.routing import Routing
from kiosk.destinations import ToFolder
from kiosk.exchange.records.revision import Reviser
from kiosk.flow.ports import Confirmation
from kiosk.model.filled import FilledForm
from kiosk.model.kept import GuideRow
from kiosk.model.plan import Outcome
from kiosk.rules.snapshot import Snapshot
from tests.visits import Desk

TO_ONE = Routing((ToFolder(number=1, name="送付フォルダー"),))


@dataclass
class Office:
    """Records, papers and an outbox that say only which procedure they were given; of `kept` forms the fields stay."""

    kept: frozenset[str] = frozenset()

    def record(self, snapshot: Snapshot, outcome: Outcome, *, at: dt.datetime) -> bytes:
        """The procedure."""
        return f"{snapshot.case.slip} {outcome.procedure} {at}".encode()

    def rows(self, snapshot: Snapshot) -> tuple[GuideRow, ...]:
        return tuple(GuideRow(each.procedure, each.procedure) for each in snapshot.plan.leaving)

    def pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """The forms."""
        return " ".join((slip, *(form.key for form in forms))).encode()

    def fields_pdf(self, forms: tuple[FilledForm, ...], *, slip: str) -> bytes:
        """Those that stay open."""
        return (
            " ".join((slip, *named)).encode() if (named := [f.key for f in forms if f.template in self.kept]) else b""
        )


def confirmed(desk: Desk) -> Confirmation:
    """What a confirmation would write; the outbox is not reached."""
    office = Office()
    return Confirmer(cast("Accepting", None), office, office, desk.clock, TO_ONE, Reviser()).assemble(desk.now)
