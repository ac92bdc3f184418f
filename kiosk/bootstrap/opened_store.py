"""The opened database of a place and what works on it, put together in one go."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.bootstrap.place import Place
from kiosk.store.answers import Answers
from kiosk.store.audit import AuditLog
from kiosk.store.beyond import BeyondHub
from kiosk.store.charges import Charges
from kiosk.store.database import Database
from kiosk.store.destinations import Destinations
from kiosk.store.drafts import Drafts
from kiosk.store.fencing import Fencing
from kiosk.store.follow_ups import FollowUps
from kiosk.store.guides import Guides
from kiosk.store.holding import Holding
from kiosk.store.kept import KeptCases
from kiosk.store.outbox import SqlOutbox
from kiosk.store.preentry import Preentries
from kiosk.store.prepared import Prepared
from kiosk.store.prints import Prints
from kiosk.store.reconciling import Reconciling
from kiosk.store.residents import Residents
from kiosk.store.retention import Retention
from kiosk.store.roster import Roster
from kiosk.store.sharing import Shared
from kiosk.store.sign_in import Doorway
from kiosk.store.tickets import Tickets
from kiosk.store.vault import RootKey


@dataclass(frozen=True)
class Store:
    """Everything that a desk and the office do with the database."""

    database: Database
    outbox: SqlOutbox
    audit: AuditLog
    tickets: Tickets
    drafts: Drafts
    kept: KeptCases
    later: FollowUps
    holding: Holding
    places: Destinations
    preentries: Preentries
    staff: Roster
    door: Doorway
    prints: Prints
    guides: Guides
    residents: Residents
    fencing: Fencing
    answers: Answers
    beyond: BeyondHub
    charges: Charges
    retention: Retention
    reconciling: Reconciling
    shared: Shared
    prepared: Prepared


def open_store(place: Place, *, key: RootKey, second_mark: Path | None = None) -> Store:
    """Open it, or found it at the first use. Raises SiteError."""
    database = Database.open(place.data, key=key, mark=place.mark, mark_copy=second_mark)
    return Store(
        database=database,
        outbox=SqlOutbox(database),
        audit=AuditLog(database),
        tickets=Tickets(database),
        drafts=Drafts(database),
        kept=KeptCases(database),
        later=FollowUps(database),
        holding=Holding(database),
        places=Destinations(database),
        preentries=Preentries(database),
        staff=Roster(database),
        door=Doorway(database),
        prints=Prints(database),
        guides=Guides(database),
        residents=Residents(database),
        fencing=Fencing(database),
        answers=Answers(database),
        beyond=BeyondHub(database),
        charges=Charges(database),
        retention=Retention(database),
        reconciling=Reconciling(database),
        shared=Shared(database),
        prepared=Prepared(database),
    )
