"""研修: invented visitors, judged by the model visit, in a room that nothing leaves and nothing real comes into."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest

from kiosk.bootstrap.blank import blank_paper
from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.bootstrap.training import TrainingRoom, training_program
from kiosk.designing.rehearsal import answers, looked_through
from kiosk.destinations import AnyDestination, ToFolder, ToService
from kiosk.flow.actions import Action, Answer, Confirm, GoTo, Hold, Sign, StartVisit, Step
from kiosk.flow.at_once import AtOnce
from kiosk.flow.clock import SystemClock
from kiosk.flow.state import VisitState
from kiosk.flow.visit import Visit
from kiosk.model.errors import Defect, SiteError
from kiosk.ui.trainer import Score
from tests.visits import ON_PAPER

ALONE, MOVER, COUPLE = "juminhyo", "nagai_katagaki", "rikon_zen"


@dataclass
class Trainee:
    """A desk of the training room without its window."""

    program: Program
    desk: AtOnce

    @property
    def visit(self) -> Visit:
        return self.desk.visit

    @property
    def edition(self) -> Program:
        return self.program

    @property
    def state(self) -> VisitState:
        return self.desk.visit.state


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    made = training_program(replace(Place.standard(), home=tmp_path_factory.mktemp("home")))
    yield made
    made.close()


@pytest.fixture
def room(program: Program) -> TrainingRoom:
    return TrainingRoom(program, Trainee(program, at_once(program)))


def serve(room: TrainingRoom, guest: str, **otherwise: str) -> Score:
    """A whole visit in which the clerk records what the visitor says, but some of it otherwise."""
    room.receive(guest)
    visit, visitor = room.desk.visit, room.visitor
    assert visitor is not None
    desk = AtOnce(visit, at_once(room.program).doing)
    desk.do(StartVisit(event=visitor.case.event, also=visitor.case.also, people=len(visitor.case.persons)))
    for answer in answers(visit, visitor.case):
        changed = otherwise.get(answer.path)
        desk.do(Answer(path=answer.path, text=changed) if changed else answer)
    for action in _to_the_end(visit):
        desk.do(action)
    assert visit.state.step is Step.DONE, visit.notices
    return room.judge()


def _to_the_end(visit: Visit) -> Iterator[Action]:
    snapshot = visit.snapshot
    assert snapshot is not None
    yield from (Hold(path=path) for path in snapshot.interview.open)
    yield GoTo(step=Step.CHECK)
    yield from looked_through(visit)
    yield GoTo(step=Step.SIGN)
    yield from (Sign(person=signer.person, signature=ON_PAPER) for signer in visit.page().signers)
    yield Confirm()


def words(pdf: bytes) -> list[str]:
    """What stands on every page."""
    document = pypdfium2.PdfDocument(pdf)
    return [str(page.get_textpage().get_text_range()) for page in document]


def test_a_trainee_who_records_what_the_visitor_says_is_told_that_everything_is_right(room: TrainingRoom) -> None:
    score = serve(room, ALONE)
    assert score.whole, score
    assert {tally.kind for tally in score.tallies} == {"procedures", "papers", "boxes", "answers"}
    assert score.asked == score.needed


def test_what_is_recorded_otherwise_is_told_by_the_answer_and_counted_on_the_papers(room: TrainingRoom) -> None:
    score = serve(room, MOVER, **{"case.moved_on": "R8.4.1"})
    told = [(each.kind, each.about, each.mine, each.model) for each in score.differences]
    assert [(kind, mine) for kind, _, mine, _ in told] == [("answers", "令和8年4月1日（2026年）")]
    boxes = next(tally for tally in score.tallies if tally.kind == "boxes")
    assert 0 < boxes.right < boxes.of


def test_the_visitor_says_what_is_asked_and_nothing_of_what_they_do_not_know(room: TrainingRoom) -> None:
    here = room.receive(MOVER)
    assert here.purposes == ("転居",)
    assert room.says("case.moved_on").startswith("令和8年")
    assert room.says("dog.name") == ""
    room.leave()
    assert room.says("case.moved_on") == ""


def test_members_are_known_again_though_they_were_entered_in_another_order(room: TrainingRoom) -> None:
    room.receive(COUPLE)
    assert room.visitor is not None
    names = {person: room.says(f"person[{person}].name.full") for person in room.visitor.case.persons}
    first, second = names
    desk = at_once(room.program)
    desk.do(StartVisit(event=room.visitor.case.event, people=2))
    room.desk = Trainee(room.program, desk)
    desk.do(Answer(path=f"person[{first}].name.full", text=names[second]))
    desk.do(Answer(path=f"person[{second}].name.full", text=names[first]))
    assert room.says(f"person[{first}].kana") != room.says(f"person[{second}].kana")
    assert room.says(f"person[{first}].name.full") == names[second]


def test_every_guest_can_come(room: TrainingRoom) -> None:
    guests = room.guests()
    assert {guest.id for guest in guests} == {path.stem for path in room.program.place.personas.glob("*.toml")}
    assert guests[0].event == "転入"


def test_every_page_that_a_training_prints_says_so(room: TrainingRoom, tmp_path: Path) -> None:
    from kiosk.press.packet import write_papers

    serve(room, ALONE)
    snapshot, press = room.desk.visit.snapshot, room.program.press
    assert snapshot is not None
    papers = [file.read_bytes() for file in write_papers(press, snapshot, tmp_path / "papers").files]
    papers += [blank_paper(room.program, "F01").content, press.lobby_slip_pdf(snapshot)]
    pages = [page for pdf in papers for page in words(pdf)]
    assert len(pages) >= len(papers)
    assert all(page.count("研修") == 2 for page in pages)


def test_what_a_training_wrote_is_opened_by_no_other_program_and_it_opens_nothing_real(tmp_path: Path) -> None:
    place = replace(Place.standard(), home=tmp_path)
    training = training_program(place)
    training.note("training")
    training.close()
    with pytest.raises(SiteError):
        _ = Program(training.place, SystemClock()).store
    real = Program(place, SystemClock())
    real.note("real")
    real.close()
    with pytest.raises(SiteError):
        _ = Program(place, SystemClock(), practice=True, training=True).store


@pytest.mark.parametrize(
    "setting",
    [
        ToFolder(number=1, name="住基", path="/srv/juki"),
        ToFolder(number=1, name="住基", path="../elsewhere"),
        ToService(number=1, name="住基", kind="service", url="https://juki.example.jp/in"),
    ],
    ids=lambda setting: setting.kind,
)
def test_no_connection_is_made_by_which_something_invented_would_leave(
    program: Program, setting: AnyDestination, monkeypatch: pytest.MonkeyPatch
) -> None:
    sending = Sending(program)
    assert sending.destinations
    monkeypatch.setitem(sending.__dict__, "reached", (setting,))
    del sending.__dict__["destinations"]
    with pytest.raises(Defect):
        _ = sending.destinations


def test_what_a_training_sends_lies_in_its_own_home(room: TrainingRoom) -> None:
    serve(room, ALONE)
    couriers, relay = Sending(room.program).couriers()
    try:
        assert room.program.store.outbox.count(room.program.clock.now()).pending > 0
        for courier in couriers:
            courier.step()
    finally:
        relay.release()
    assert list((room.program.place.home / "outgoing").glob("*.done"))
