"""Places between which forms travel as a signed file: a counter with a key, and what it carries and takes."""

from pathlib import Path

from kiosk.bootstrap.bundling import Bundling
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.designing.releasing.bundle import Bundle
from kiosk.flow.clock import FixedClock
from tests.changing import NOW
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT


def counter(folder: Path) -> Bundling:
    """A place with forms of its own; its key is made."""
    (folder / "home").mkdir(parents=True)
    place = Place(forms=tiny_forms(folder / "forms"), assets=ROOT / "assets", home=folder / "home")
    made = Bundling(Program(place, FixedClock(NOW)))
    assert isinstance(made.keys.make(), str)
    return made


def carried(bundling: Bundling, data: object, name: str = "x.kioskforms") -> Path:
    assert isinstance(data, bytes), data
    path = bundling.program.place.home / name
    path.write_bytes(data)
    return path


def taken(bundling: Bundling, path: Path) -> Bundle:
    found = bundling.opened(path)
    assert isinstance(found, Bundle), found
    return found
