"""The sample town of the tests: its forms and places, and a memory that does what a visit wants done outside."""

import uuid
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kiosk.bootstrap.place import Place
from kiosk.catalogue.catalogue import Catalogue, load_catalogue
from kiosk.catalogue.postal import Postal
from kiosk.flow.day import DayList, ParkedVisit
from kiosk.flow.jobs import (
    AddressSplit,
    CheckPlace,
    Done,
    DropParked,
    Examine,
    Find,
    Job,
    Keep,
    Kept,
    LookedUp,
    LookUp,
    Park,
    Parking,
    PlaceChecked,
    Save,
    Saved,
    SlipTaken,
    SplitAddress,
    TakeSlip,
    Unpark,
    Unparked,
)
from kiosk.flow.state import VisitState
from kiosk.flow.writing import (
    AnswersEnded,
    Confirmed,
    EndAnswers,
    EraseCase,
    Erased,
    Withdrawn,
    WriteConfirmation,
    WriteWithdrawal,
)
from kiosk.model.address import Address
from kiosk.model.errors import SiteError
from kiosk.model.fate import Filed
from kiosk.rules.snapshot import Snapshot
from kiosk.store.places import PostalList
from tests.read_before import EDITED, FORMS, TOWN, begun, catalogue

ROOT = Path(__file__).resolve().parents[1]


def read(forms: Path) -> Catalogue:
    """A folder's catalogue, as at a place where the town's forms were read before."""
    return catalogue() if forms == FORMS else load_catalogue(forms, cache=begun(EDITED))


def place_at(home: Path, *, forms: Path = FORMS) -> Place:
    """A place whose forms somebody has read before; `home` is not made."""
    return Place(forms=forms, assets=ROOT / "assets", home=home, account_cache=TOWN if forms == FORMS else None)


def towns() -> tuple[Address, ...]:
    """The sample town's own places."""
    return catalogue().city.towns


def split(text: str) -> Address:
    """An address in parts, as at the counter."""
    return postal().split(text)


@lru_cache(maxsize=1)
def postal() -> Postal:
    """The country's list and the sample town's own places."""
    return Postal(PostalList(), towns())


def _split(job: SplitAddress) -> AddressSplit:
    parts = postal().split(job.text, postal=job.postal)
    return AddressSplit(job.case, job.path, job.text, job.source, parts, postal().contradicts(parts))


@dataclass
class Register:
    """Does a visit's jobs in memory: takes confirmed visits, keeps parked ones; `broken` makes the place not ready.

    `filed` is what has become of what was filed, by the number on its slip.
    """

    taken: list[Snapshot] = field(default_factory=list)
    parked: dict[uuid.UUID, VisitState] = field(default_factory=dict)
    broken: SiteError | None = None
    filed: dict[str, tuple[Filed, ...]] = field(default_factory=dict)

    def do(self, job: Job) -> Done:
        """Do it, or say what is wrong with the place."""
        if self.broken:
            raise self.broken
        match job:
            case TakeSlip():
                return SlipTaken(job.case, "260420-001")
            case Examine() | SplitAddress():
                return job.done() if isinstance(job, Examine) else _split(job)
            case WriteConfirmation():
                self.parked[job.case] = job.state
                self.taken.append(job.snapshot)
                return Confirmed(job.case)
            case WriteWithdrawal():
                self.parked[job.case] = job.state
                return Withdrawn(job.snapshot.case)
            case Keep(state=state) if state.case is not None:
                self.parked[state.case.id] = state
                return Kept(state.case.id)
            case CheckPlace() | LookUp():
                return self._looked_up(job) if isinstance(job, LookUp) else PlaceChecked()
            case _:
                return _ended(job) if isinstance(job, EndAnswers | EraseCase) else self._parked(job)

    def _looked_up(self, job: LookUp) -> Done:
        case = self.parked[job.case].case if job.case else None
        return LookedUp(self.filed.get(case.slip if case else job.slip, ()), named=case is not None)

    def _parked(self, job: Parking) -> Done:
        match job:
            case Save() if job.state.case is not None:
                self.parked[job.state.case.id] = job.state
                return Saved()
            case Park() if job.state.case is not None:
                self.parked[job.state.case.id] = job.state
            case Find():
                found = [state for state in self.parked.values() if state.case and state.case.slip == job.text]
                return Unparked(found[0] if found else None)
            case Unpark():
                return Unparked(self.parked.get(job.case))
            case DropParked():
                self.parked.pop(job.case, None)
        cases = [state.case for state in self.parked.values() if state.case is not None]
        return DayList(tuple(ParkedVisit(case.id, case.slip, case.event) for case in cases))


def _ended(job: EndAnswers | EraseCase) -> Done:
    return AnswersEnded(job.case) if isinstance(job, EndAnswers) else Erased(job.case)
