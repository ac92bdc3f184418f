"""Applications as a store accepts them, one a case, for tests of what becomes of them."""

from collections.abc import Callable

from kiosk.bootstrap.program import Program
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.ports import Confirmation
from kiosk.model.audit import AuditEvent
from kiosk.model.parcel import Parcel, message_id


def accept(program: Program, count: int, *, change: Callable[[Record], Record] = lambda record: record) -> list[Parcel]:
    """So many cases of a day, confirmed by c1, each with one application for destination 1: 260420-000, -001 …

    `change` makes another record of the sample household's.
    """
    made = list[Parcel]()
    for number in range(count):
        case, now = program.clock.new_id(), program.clock.now()
        one = sample_parcel(change(sample_record(case=case)), case=case, destination="1")
        parcel = one.model_copy(update={"message": message_id(case, "1", one.kind)})
        event = AuditEvent(at=now, by="c1", action="confirm", case=str(case))
        slip = f"260420-{number:03d}"
        program.store.outbox.accept(
            Confirmation(case=case, slip=slip, event="tennyu", at=now, parcels=(parcel,), audit=(event,))
        )
        made.append(parcel)
    return made
