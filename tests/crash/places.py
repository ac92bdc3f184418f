"""What is killed at an object storage, a printer and a robot's screen: couriers, and the robot itself."""

import hashlib
import io
import os
import uuid
from functools import lru_cache
from pathlib import Path

import pikepdf

from kiosk.destinations import ToObjects, ToPrinter, ToRobot
from kiosk.exchange.destinations.robot import RobotDestination
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.flow.clock import wait
from kiosk.flow.ports import Destination
from kiosk.model.parcel import Attachment, Parcel, Receipt
from tests.crash.real_cases import formats

WINDOW, DONE, REFUSED, LEFT = "異動入力", "登録完了", "入力エラー", ".typed"
ROBOT = ToRobot(
    number=1, name="住記", window=WINDOW, done=DONE, refused=REFUSED, keys=("[連携ID]", "[対象者番号]", "ctrl+s")
)


def parcels(count: int) -> tuple[Parcel, ...]:
    """As many applications, the same for every process."""
    return tuple(_parcel(uuid.UUID(int=number)) for number in range(1, count + 1))


def _parcel(case: uuid.UUID) -> Parcel:
    content = paper()
    made = Attachment(
        name="packet.pdf", media_type="application/pdf", content=content, sha256=hashlib.sha256(content).hexdigest()
    )
    return sample_parcel(sample_record(case=case), case=case).model_copy(update={"attachments": (made,)})


@lru_cache(maxsize=1)
def paper() -> bytes:
    """One empty page of A4."""
    whole, out = pikepdf.Pdf.new(), io.BytesIO()
    whole.add_blank_page(page_size=(595.28, 841.89))
    whole.save(out, static_id=True)
    return out.getvalue()


def deliver(place: Destination, count: int) -> list[str]:
    """What is there, or gets there now; what waits for a person or for later is left."""
    return [str(parcel.message) for parcel in parcels(count) if isinstance(place.deliver(parcel), Receipt)]


def objects(home: Path, endpoint: str) -> Destination:
    from kiosk.exchange.destinations.objects import ObjectsDestination
    from tests.object_storage import ACCESS

    setting = ToObjects(
        number=1,
        name="住民記録",
        endpoint=endpoint,
        bucket="juki-in",
        prefix="kiosk",
        access_key=ACCESS,
        secret="s3-key",
    )
    return ObjectsDestination(setting, formats(), home)


def printer(home: Path, queue: str) -> Destination:
    from kiosk.exchange.destinations.printer import PrinterDestination

    return PrinterDestination(ToPrinter(number=1, name="住民記録", queue=queue), home, patience=2)


def robot(folder: Path) -> RobotDestination:
    return RobotDestination(ROBOT, folder, formats(), patience=0)


class Screen:
    """A screen whose system keeps what was typed: a line for each field, one with DONE for a record that was taken."""

    def __init__(self, kept: Path) -> None:
        self._kept, self._title = kept, WINDOW

    def title(self) -> str:
        title, self._title = self._title, WINDOW
        return title

    def write(self, text: str, *, front: str) -> bool:
        self._keep(text)
        return front == WINDOW

    def press(self, key: str) -> None:
        self._keep(DONE if key == "ctrl+s" else key)
        self._title = DONE

    def copied(self) -> str:
        return ""

    def _keep(self, text: str) -> None:
        handle = os.open(self._kept, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(handle, f"{text}\n".encode())
        os.close(handle)
        wait(0.001)  # a screen takes its time, in which a robot may be ended


def play(folder: Path) -> bool:
    """The robot's one look; whether it did anything."""
    from kiosk.exchange.robot.playing import Robot, Told, only_robot

    with only_robot(folder) as alone:
        told = Robot(folder, Screen(folder / LEFT), patience=1, pause=lambda _: None).step() if alone else Told.NOTHING
    return told is not Told.NOTHING
