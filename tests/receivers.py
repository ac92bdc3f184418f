"""A receiver's folder, and what a delivery into it answers."""

from pathlib import Path

from kiosk.exchange.destinations.bundle import Formats
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.gif import load_gif
from kiosk.exchange.records.sample import sample_fact, sample_facts, sample_parcel, sample_record
from kiosk.model.fact import Value
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Receipt

FORMS = Path(__file__).resolve().parents[1] / "forms" / "exchange"
FORMATS = Formats(
    columns=load_columns((FORMS / "columns.toml").read_bytes()), gif=load_gif((FORMS / "gif.toml").read_bytes())
)


def folder(path: Path, disk: LocalDisk | None = None) -> FolderDestination:
    return FolderDestination("folder", path, FORMATS, disk=disk)


def failed(answer: Receipt | DeliveryFailed) -> tuple[Failure, str]:
    assert isinstance(answer, DeliveryFailed), answer
    return answer.failure, answer.code


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.iterdir())


def with_fact(path: str, value: Value) -> Parcel:
    return sample_parcel(sample_record(sample_facts() | {path: sample_fact(path, value)}))
