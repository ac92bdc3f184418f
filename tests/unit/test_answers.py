"""What a receiver decided comes back to its case, as a file or from its service, with what is to be corrected."""

import datetime as dt
import uuid
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.bootstrap.answers import Collector, Fetched, fetch
from kiosk.bootstrap.failures import failures
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.returned import sent_back
from kiosk.destinations import ToService
from kiosk.exchange.destinations.answers import SUFFIX
from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.service import ServiceDestination
from kiosk.exchange.receiver.server import Receiver
from kiosk.flow.clock import SystemClock
from kiosk.model.audit import AuditEvent
from kiosk.model.fate import Fate
from kiosk.model.parcel import Parcel, Receipt
from kiosk.model.verdict import Verdict
from tests.answered import REASON, answer, confirm, put
from tests.commands import Kiosk
from tests.holding import COLUMNS
from tests.read_before import catalogue
from tests.service import certificate


@pytest.fixture
def program(home: Path) -> Program:
    catalogue()
    return Program(Place.standard(), SystemClock())


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    return tmp_path / "returns"


@pytest.fixture
def place(tmp_path: Path, returns: Path) -> FolderDestination:
    return FolderDestination("1", tmp_path / "out", Formats(columns=COLUMNS), returns=returns)


# ---- files -----------------------------------------------------------------------------------------------------------
def test_an_answer_is_taken_once_and_its_reason_is_for_who_may_read_it(
    program: Program, place: FolderDestination, returns: Path, kiosk: Kiosk
) -> None:
    parcel = confirm(program)
    put(returns, answer(parcel, number="R-1"))
    assert fetch(program, place) == Fetched(taken=1)
    assert fetch(program, place) == Fetched()
    (line,) = program.store.answers.list()
    assert (line.result, line.points, line.number, line.open) == (Verdict.TO_CORRECT, 1, "R-1", True)
    newest = program.store.audit.read(1)[0]
    assert (newest.action, newest.detail) == ("answer", "from=1 P01 r1 to-correct points=1")
    program.close()
    assert REASON not in kiosk("answers", "list").out
    (told,) = kiosk("answers", "show", str(parcel.case), "--json").document
    (point,) = told["points"]
    assert (point["item"], point["reason"]) == ("住所_方書", REASON)
    assert {"addr.new.katagaki"} <= {*point["paths"]}
    assert kiosk("audit", "list", "--limit", "1", "--json").document[0]["action"] == "answers-read"
    assert "補正か却下の回答が 1 件" in " ".join(kiosk("status", "--json").document["warnings"])


def test_what_steers_a_screen_in_the_words_of_a_receiver_is_taken_as_a_space(
    program: Program, place: FolderDestination, returns: Path
) -> None:
    parcel = confirm(program)
    put(returns, answer(parcel, reason="\x1b[31m部屋番号\u202eが\n必要\x07"))
    assert fetch(program, place) == Fetched(taken=1)
    event = AuditEvent(at=program.clock.now(), by="c1", action="answers-read")
    assert program.store.answers.of_case(parcel.case, event=event)[0].reason == " [31m部屋番号 が 必要 "


def test_what_was_corrected_since_or_accepted_is_not_open(
    program: Program, place: FolderDestination, returns: Path
) -> None:
    first, other = confirm(program), confirm(program)
    put(returns, answer(first), "a")
    put(returns, answer(other, "却下"), "b")
    fetch(program, place)
    assert {line.open for line in program.store.answers.list()} == {True}
    confirm(program, revision=2, case=first.case)
    put(returns, answer(other, "受理", at="2026-04-21T10:00:00+09:00"), "c")
    fetch(program, place)
    lines = program.store.answers.list()
    assert {line.open for line in lines} == {False}
    assert [line.result for line in lines] == [Verdict.ACCEPTED, Verdict.TO_CORRECT]


def test_what_has_become_of_it_is_told_by_case_and_by_number_alike_and_nothing_of_a_number_that_nobody_has(
    program: Program, place: FolderDestination, returns: Path
) -> None:
    first, event = confirm(program), AuditEvent(at=program.clock.now(), by="c1", action="answers-closed")

    def told() -> list[Fate]:
        by_case, by_number = (
            program.store.answers.filed(first.case, ""),
            program.store.answers.filed(None, "260420-001"),
        )
        assert by_case == by_number
        assert {each.kind for each in by_case} == {"P01"}
        return [each.fate for each in by_case]

    def answered(parcel: Parcel, result: str, name: str) -> list[Fate]:
        put(returns, answer(parcel, result), name)
        fetch(program, place)
        return told()

    assert told() == [Fate.OPEN]
    assert program.store.answers.filed(None, "260420-777") == ()
    assert answered(first, "補正", "a") == [Fate.COME]
    program.store.answers.close(first.case, event=event)
    assert told() == [Fate.SETTLED]
    second = confirm(program, revision=2, case=first.case)
    assert told() == [Fate.OPEN]
    assert answered(second, "却下", "b") == [Fate.REFUSED]
    assert answered(confirm(program, revision=3, case=first.case), "受理", "c") == [Fate.ACCEPTED]


def test_a_shredded_case_keeps_the_decision_and_not_the_reason(
    program: Program, place: FolderDestination, returns: Path
) -> None:
    parcel = confirm(program)
    put(returns, answer(parcel))
    fetch(program, place)
    now = program.clock.now()
    lease = program.store.outbox.claim("1", now=now, lease=dt.timedelta(seconds=30))
    assert lease is not None
    program.store.outbox.settle(lease, Receipt(reference="r", acknowledged=True), now=now)
    event = AuditEvent(at=now, by="c1", action="shred")
    assert program.store.holding.shred(parcel.case, event=event)
    assert program.store.answers.of_case(parcel.case, event=event) == ()
    assert [line.open for line in program.store.answers.list()] == [False]
    put(returns, answer(parcel, "却下", reason=REASON, at="2026-04-21T10:00:00+09:00"), "late")
    assert fetch(program, place).taken == 1
    assert (len(failures(program)), list(sent_back(program))) == (1, [])
    assert program.store.answers.of_case(parcel.case, event=event) == ()


Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda it: it.update(result="保留"),
        lambda it: it.pop("at"),
        lambda it: it.update(message="260420-001"),
        lambda it: it.update(points=[{"item": "a" * 101}]),
        lambda it: it.update(message=str(uuid.UUID(int=1))),
    ],
)
def test_what_is_no_answer_or_about_nothing_of_ours_is_told_and_changes_nothing(
    program: Program, place: FolderDestination, returns: Path, spoil: Spoil
) -> None:
    content = answer(confirm(program))
    spoil(content)
    put(returns, content)
    found = fetch(program, place)
    assert (found.taken, len(found.wrong)) == (0, 1)
    assert REASON not in str(found.wrong[0])
    assert program.store.answers.list() == ()


def test_an_answer_about_what_went_elsewhere_is_not_taken(
    program: Program, place: FolderDestination, returns: Path
) -> None:
    put(returns, answer(confirm(program, destination="7")))
    assert fetch(program, place).taken == 0


def test_a_file_that_is_still_being_written_and_a_folder_that_is_away_are_left_alone(
    program: Program, place: FolderDestination, returns: Path
) -> None:
    assert fetch(program, place) == Fetched()
    put(returns, answer(confirm(program)), ".a")
    (returns / f"pipe{SUFFIX}").mkdir()
    assert fetch(program, place) == Fetched()


def test_couriers_look_at_most_twice_a_minute(program: Program, place: FolderDestination, returns: Path) -> None:
    collect = Collector(program, place)
    collect()
    put(returns, answer(confirm(program)))
    collect()
    assert program.store.answers.list() == ()
    Collector(program, place)()
    assert len(program.store.answers.list()) == 1


# ---- a service -------------------------------------------------------------------------------------------------------
def test_a_service_is_asked_for_what_it_has_decided(program: Program, tmp_path: Path) -> None:
    verdicts = deque(["受理", f"補正:住所_方書:{REASON}"])
    with Receiver(tmp_path / "received", certificate=certificate(tmp_path), verdicts=verdicts) as receiver:
        url = receiver.url
        setting = ToService(number=1, name="受け取り側", url=url, ca="cert.pem", returns=f"{url}/returns")
        service = ServiceDestination(setting, Formats(columns=COLUMNS), tmp_path)
        parcels = [confirm(program), confirm(program)]
        assert all(isinstance(service.deliver(parcel), Receipt) for parcel in parcels)
        assert fetch(program, service) == Fetched(taken=2)
        assert fetch(program, service) == Fetched()
        receiver.misbehave(["500"])
        assert not fetch(program, service).reached
    results = {line.case: (line.result, line.points) for line in program.store.answers.list()}
    expected = ((Verdict.ACCEPTED, 0), (Verdict.TO_CORRECT, 1))
    assert results == dict(zip((parcel.case for parcel in parcels), expected, strict=True))
    assert not fetch(program, service).reached


def test_the_command_asks_every_destination(kiosk: Kiosk, town: Path, home: Path, program: Program) -> None:
    city = town / "municipality.toml"
    city.write_text(
        city.read_text(encoding="utf-8").replace('path = "outgoing"', 'path = "outgoing"\nreturns = "returns"', 1),
        encoding="utf-8",
    )
    put(home / "returns", answer(confirm(program)))
    put(home / "returns", {"message": "x"}, "b")
    program.close()
    found = kiosk("answers", "fetch", "--json")
    assert (found.code, found.document["taken"], len(found.document["issues"])) == (1, 1, 1)
    assert "転入届" in kiosk("answers", "list").out
    assert kiosk("answers", "list", "--json").document[0]["open"]
    for path in (home / "returns").glob("*"):
        path.unlink()
    later = Program(Place.standard(), SystemClock())
    put(home / "returns", answer(confirm(later)))
    later.close()
    assert kiosk("deliver", "--json").document["answers"] == 1


# ---- who sees to it --------------------------------------------------------------------------------------------------
def test_a_day_is_closed_when_somebody_sees_to_everything_that_came_back(
    program: Program, place: FolderDestination, returns: Path, tmp_path: Path, kiosk: Kiosk
) -> None:
    parcel = confirm(program)
    put(returns, answer(parcel))
    fetch(program, place)
    program.close()
    page, short = tmp_path / "day.pdf", str(parcel.message)[:8]
    assert "担当のいない保留・補正・却下が 1 件" in " ".join(kiosk("status", "--json").document["warnings"])
    refused = kiosk("day", "--close", "--paper", page)
    assert (refused.code, "担当がいません" in refused.err, page.exists()) == (1, True, False)
    assert kiosk("failures", "own", short, "--until", "2020-01-01").code == 1
    assert kiosk("failures", "own", "ffffffff").code == 1
    assert "引き受けました" in kiosk("failures", "own", short, "--by", "c1").out
    (line,) = kiosk("failures", "list", "--json").document
    assert (line["staff"], line["sort"], line["late"]) == ("c1", "to-correct", False)
    assert kiosk("day", "--close", "--paper", page).code == 0
    assert page.read_bytes().startswith(b"%PDF-")
    assert kiosk("audit", "list", "--limit", "1", "--json").document[0]["action"] == "day-close"


def test_what_came_back_is_closed_by_command_with_a_reason_and_is_open_again_when_the_receiver_repeats_it(
    program: Program, place: FolderDestination, returns: Path, kiosk: Kiosk
) -> None:
    parcel = confirm(program)
    put(returns, answer(parcel))
    fetch(program, place)
    assert "対応が終わっていません" in kiosk("shred", "260420-001", "--reason", "保存期間").err
    assert kiosk("answers", "close", str(parcel.case), "--reason", "").code == 1
    assert "1件" in kiosk("answers", "close", "260420-001", "--reason", "原本を受け取った").out
    assert kiosk("answers", "close", "260420-001", "--reason", "もう一度").code == 1
    assert program.store.answers.waiting() == ()
    put(returns, answer(parcel, at="2026-04-21T10:00:00+09:00"), "b")
    fetch(program, place)
    assert len(program.store.answers.waiting()) == 1
