"""SIGKILL at an object storage, a printer and a robot: nothing arrives by half, nothing is printed or typed twice."""

import random
from collections import Counter
from pathlib import Path

import pytest

from kiosk.destinations import ToObjects
from kiosk.exchange.destinations.received import look_at, messages
from kiosk.exchange.destinations.tasks import Said
from kiosk.exchange.robot.playing import Robot
from kiosk.model.parcel import DeliveryFailed, Receipt
from tests.crash import places
from tests.crash.killing import Zygote
from tests.crash.real_cases import formats
from tests.object_storage import object_storage
from tests.print_system import QUEUE, print_system
from tests.short import SHORT

SEED = 13
KILLS, COUNT = (2, 2) if SHORT else (40, 6)


def test_a_courier_that_is_killed_leaves_whole_applications_in_the_bucket(zygote: Zygote, tmp_path: Path) -> None:
    with object_storage(tmp_path) as bucket:
        assert bucket.begun() is not None
        assert isinstance(bucket.setting, ToObjects)
        endpoint, chance = bucket.setting.endpoint, random.Random(SEED)
        order = {"work": "objects", "store": str(tmp_path / "home"), "target": endpoint, "at": "", "count": str(COUNT)}
        told = set[str]()
        for _ in range(KILLS):
            told |= {*zygote.run(order, chance=chance, after=chance.randrange(3))}
        made = [str(parcel.message) for parcel in places.parcels(COUNT)]
        assert places.deliver(places.objects(tmp_path / "home", endpoint), COUNT) == made
        there = bucket.folder
        assert (told <= {*made}, sorted(messages(there))) == (True, sorted(made))
        assert [look_at(there, message, formats().columns).wrong for message in made] == [()] * COUNT


def test_no_paper_comes_out_twice_however_often_the_courier_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_system(tmp_path, monkeypatch) as office:
        zygote, chance = Zygote(tmp_path / "stderr"), random.Random(SEED)  # one that knows this print system
        order = {"work": "printer", "store": str(tmp_path), "target": QUEUE, "at": "", "count": str(COUNT)}
        told = set[str]()
        for _ in range(KILLS):
            told |= {*zygote.run(order, chance=chance, after=chance.randrange(2))}
        zygote.close()
        answers = {parcel.message: office.destination().deliver(parcel) for parcel in places.parcels(COUNT)}
        printed = Counter(name for name, _ in office.printed())
        assert max(printed.values()) == 1
        for message, answer in answers.items():
            assert isinstance(answer, Receipt) or (isinstance(answer, DeliveryFailed) and answer.code == "D39")
            assert isinstance(answer, DeliveryFailed) or printed[str(message)] == 1
        assert told <= {*printed}


def test_a_robot_that_is_killed_types_no_record_twice_and_what_was_broken_off_is_asked_about(
    zygote: Zygote, tmp_path: Path
) -> None:
    folder, chance = tmp_path / "juki", random.Random(SEED)
    folder.mkdir()
    order = {"work": "robot", "store": "", "target": str(folder), "at": ""}
    place, kept = places.robot(folder), folder / places.LEFT
    waiting = list(places.parcels(COUNT))
    for turn in range(40 * COUNT):
        waiting = [parcel for parcel in waiting if not isinstance(place.deliver(parcel), Receipt)]
        if not waiting:
            break
        if turn < KILLS:
            zygote.run(order, chance=chance)
        while places.play(folder):
            pass
        for path in folder.glob(f"*.{Said.UNKNOWN.value}"):  # somebody looks into the system
            taken = kept.read_text(encoding="utf-8").splitlines()[-1] == places.DONE
            assert Robot(folder, places.Screen(kept)).asked(entered=taken) == 1, path
    assert waiting == []
    records = kept.read_text(encoding="utf-8").split(f"{places.DONE}\n")[:-1]
    whole = Counter(tuple(record.splitlines()[-2:]) for record in records)
    assert (len(whole), set(whole.values())) == (COUNT * 3, {1})
