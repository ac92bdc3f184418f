"""What a visit asks to be done outside (a number, a split address, a durable write), and the answers that come back.

A visit never waits: it names a job in its reply, the host does it on another thread, and the answer comes in like any
other action. Both unions are closed; whoever handles them ends with `assert_never`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kiosk.flow.day import DayList, Found
from kiosk.flow.writing import EndAnswers, EraseCase, Writing, Written

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from kiosk.flow.pages import CounterPage
    from kiosk.flow.state import VisitState
    from kiosk.model.address import Address
    from kiosk.model.answer import Returned
    from kiosk.model.base import Issue
    from kiosk.model.errors import SiteError
    from kiosk.model.fate import Filed
    from kiosk.model.filled import Caution, FilledForm
    from kiosk.model.message import Message
    from kiosk.model.source import Source
    from kiosk.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class TakeSlip:
    """受付番号: a number for this case, never given twice."""

    case: uuid.UUID


@dataclass(frozen=True, slots=True)
class SplitAddress:
    """住所の分割: the parts of an address as it was said, by the postal data; `postal` was said beside it."""

    case: uuid.UUID
    path: str
    text: str
    source: Source
    postal: str = ""


@dataclass(frozen=True, slots=True)
class Examine:
    """送付前の点検: what receivers would refuse of a case's records as they would be made now, and what of its forms
    will not be printed as it was said.
    """

    snapshot: Snapshot
    refusing: Callable[[Snapshot], tuple[Issue, ...]]
    cautioning: Callable[[FilledForm], tuple[Caution, ...]]

    @property
    def case(self) -> uuid.UUID:
        """The case it is about."""
        return self.snapshot.case.id

    def done(self) -> Examined:
        """It asks for nothing but time: whoever does jobs does it by this."""
        cautions = tuple((form, self.cautioning(form)) for form in self.snapshot.leaving)
        return Examined(self.snapshot, self.refusing(self.snapshot), cautions)


@dataclass(frozen=True, slots=True)
class Save:
    """An open visit as it goes: kept as a draft of this window, so that whatever stops it loses nothing."""

    state: VisitState


@dataclass(frozen=True, slots=True)
class Park:
    """下書き: the visit as it stands, encrypted on this machine, for whoever goes on with it."""

    state: VisitState


@dataclass(frozen=True, slots=True)
class Keep:
    """A visit that a resident hands in at a terminal: kept as a draft, encrypted, until a clerk takes it up."""

    state: VisitState


@dataclass(frozen=True, slots=True)
class Unpark:
    """Read a visit again: one that is parked, or one that was accepted.

    `theirs`: of one that two machines have gone on with, as the other one has it.
    """

    case: uuid.UUID
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Find:
    """控えの検索: the visit of a number on a slip is read at once, other words give a list."""

    text: str


@dataclass(frozen=True, slots=True)
class LookUp:
    """What has become of what was filed: by the code on a slip, which nobody can guess, or by its number."""

    case: uuid.UUID | None = None
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A row of a visit's 受付案内票 is done at this desk; with `on` False that is taken back. Answers as Find does."""

    slip: str
    procedure: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class DropParked:
    """A draft is no longer wanted: the visit was given up, or its confirmation has been seen."""

    case: uuid.UUID


@dataclass(frozen=True, slots=True)
class ListDay:
    """The day at this desk: which visits are parked on this machine, and which were accepted today."""


@dataclass(frozen=True, slots=True)
class CheckPlace:
    """Whether the store can write: what a trouble waits for."""


TAKEN = "case-confirmed"
"""The code of a SiteError about one visit, not about the place: another desk has confirmed the case."""

Parking = Save | Park | Keep | Unpark | Find | Tick | DropParked | ListDay
"""What is done with drafts and with what was accepted."""

Job = TakeSlip | SplitAddress | Examine | Writing | EndAnswers | EraseCase | CheckPlace | LookUp | Parking


@dataclass(frozen=True, slots=True)
class SlipTaken:
    """The number of a case."""

    case: uuid.UUID
    slip: str


@dataclass(frozen=True, slots=True)
class AddressSplit:
    """The parts of what was said; it counts only while the same words still stand there.

    `elsewhere`: the postal code that was said is another place's.
    """

    case: uuid.UUID
    path: str
    text: str
    source: Source
    address: Address
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Examined:
    """What would be refused of a case as it stood; it counts for as long as its records would say the same. `cautions`
    are those of each form as it was filled.
    """

    snapshot: Snapshot
    issues: tuple[Issue, ...] = ()
    cautions: tuple[tuple[FilledForm, tuple[Caution, ...]], ...] = ()

    @property
    def case(self) -> uuid.UUID:
        """The case it is about."""
        return self.snapshot.case.id


@dataclass(frozen=True, slots=True)
class Failed:
    """The place was not ready: nothing of the job was done."""

    job: Job
    error: SiteError


@dataclass(frozen=True, slots=True)
class Saved:
    """An open visit is on the disk as it stood."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a resident handed in is on the disk, durably."""

    case: uuid.UUID


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What has become of it. `named`: whoever asked had the code, and may hear which applications they are."""

    filed: tuple[Filed, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Unparked:
    """A parked visit, to be resumed; None when there is none any more, or it is open at the desk `elsewhere` now.

    `asks`: what asking once more would do; nothing was done yet. `overtaken`: what was accepted at another window
    stands in the place of the correction that was parked. `returned`: what receivers sent back of an accepted case.
    """

    state: VisitState | None
    elsewhere: str = ""
    overtaken: bool = False
    returned: tuple[Returned, ...] = ()
    asks: Message | None = None


@dataclass(frozen=True, slots=True)
class PlaceChecked:
    """The store is open and takes what is written."""


News = DayList | Found | Saved | Kept | PlaceChecked | LookedUp
"""What is for the desk, and changes no visit."""

Heard = SlipTaken | AddressSplit | Examined | Written | Failed | News
"""What changes no more of a visit than what was awaited."""

Done = Heard | Unparked


class Doing(Protocol):
    """Does the jobs of a visit."""

    def do(self, job: Job) -> Done:
        """Do it, whole or not at all. Raises SiteError when the place is not ready."""


@dataclass(frozen=True)
class Reply:
    """What to show now, and what to do outside; each job's answer comes back as an action."""

    page: CounterPage
    jobs: tuple[Job, ...] = ()
