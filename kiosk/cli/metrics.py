"""`kiosk metrics`: counts for a monitoring system, in the text form of Prometheus; numbers only, never whose."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.cli.opened import opened
from kiosk.cli.output import say
from kiosk.model.parcel import State

Labelled = Iterable[tuple[dict[str, str], float]]


def metrics() -> None:
    """Write the counts on standard output; `kiosk metrics > FILE` feeds a node exporter's text file collector."""
    with opened() as program:
        lines = list(_lines(program))
    say("\n".join(lines))


def _lines(program: Program) -> Iterator[str]:
    store, now = program.store, program.clock.now()
    count = store.outbox.count(now)
    yield from _gauge("kiosk_outbox_pending", "Parcels that wait to leave.", [({}, count.pending)])
    yield from _gauge("kiosk_outbox_held", "Parcels that wait for a person.", [({}, count.held)])
    yield from _gauge("kiosk_outbox_relayed", "Parcels that a hub has and their receivers lack.", [({}, count.relayed)])
    yield from _gauge(
        "kiosk_outbox_oldest_seconds", "Age of the oldest that has not arrived.", [({}, count.oldest_seconds)]
    )
    waiting = Counter((line.destination, line.state.value) for line in store.holding.unsent())
    states = (State.READY.value, State.LEASED.value, State.HELD.value, State.RELAYED.value)
    keys = [place.key for place in program.catalogue.city.destinations]
    by_place = [({"destination": key, "state": state}, waiting[key, state]) for key in keys for state in states]
    yield from _gauge("kiosk_destination_parcels", "Parcels of a destination that have not arrived.", by_place)
    away = {name for name, _ in Sending(program).away()}
    up = [({"destination": place.key}, float(place.name not in away)) for place in program.catalogue.city.destinations]
    yield from _gauge("kiosk_destination_up", "Whether a destination can be reached.", up)
    paused = [({"destination": line.name}, float(line.paused)) for line in store.places.list()]
    yield from _gauge("kiosk_destination_paused", "Whether staff stopped a destination.", paused)
    open_answers = len(store.answers.waiting())
    yield from _gauge("kiosk_answers_open", "Answers that ask for a correction or refuse.", [({}, open_answers)])
    entries = int(store.audit.head().partition(":")[0] or 0)
    yield from _gauge("kiosk_audit_entries", "Entries of the audit record.", [({}, entries)])
    whole = float(store.audit.newest_holds())
    yield from _gauge("kiosk_audit_newest_whole", "Whether its newest entries hold.", [({}, whole)])


def _gauge(name: str, help_: str, values: Labelled) -> Iterator[str]:
    yield f"# HELP {name} {help_}"
    yield f"# TYPE {name} gauge"
    for labels, value in values:
        said = ",".join(f'{key}="{text}"' for key, text in labels.items())
        yield f"{name}{{{said}}} {value:g}" if said else f"{name} {value:g}"
