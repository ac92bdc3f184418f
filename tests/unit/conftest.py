"""A place of its own for every command, and the commands themselves."""

import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.bench.postgres import Server, founded, tools
from kiosk.bootstrap.bundling import Bundling
from kiosk.catalogue.catalogue import load_catalogue
from kiosk.cli import main
from tests.changing import RENAMED, Office, an_office
from tests.commands import Ended, Kiosk, process
from tests.hub_hall import MACHINES, Hall, hall_of
from tests.hub_way import Way, way_through
from tests.shared import once
from tests.shared_hall import Rooms, emptied, machine
from tests.small_town import Read, said, small_town
from tests.visits import FORMS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place where the program keeps its data, not made yet."""
    home = tmp_path / "home"
    monkeypatch.setenv("KIOSK_HOME", str(home))
    monkeypatch.delenv("KIOSK_FORMS", raising=False)
    monkeypatch.setenv("COLUMNS", "300")
    return home


@pytest.fixture
def kiosk(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kiosk:
    """The command line at a home."""

    def run(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["kiosk", *map(str, words)])
        with process(), pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, said.out, said.err)

    return run


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the town's folder that the commands read."""
    folder = tmp_path / "forms"
    shutil.copytree(FORMS, folder)
    monkeypatch.setenv("KIOSK_FORMS", str(folder))
    return folder


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A city hall with a small book of forms, which are changed there."""
    yield from an_office(tmp_path)


@pytest.fixture
def city(office: Office) -> Bundling:
    """The city that releases, with a key."""
    office.released("dog", RENAMED)
    made = Bundling(office.on().program)
    assert isinstance(made.keys.make(), str)
    return made


@pytest.fixture
def forms(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of a small town, to be edited."""
    made = once(tmp_path_factory, "small_town", small_town)
    return Path(shutil.copytree(made / "forms", tmp_path / "forms"))


@pytest.fixture
def cache(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an earlier start of the same program has kept of the town before any edit."""
    made = once(tmp_path_factory, "small_town", small_town)
    return Path(shutil.copytree(made / "cache", tmp_path / "cache"))


@pytest.fixture(scope="session")
def from_files() -> Read:
    """What the files themselves say, with no copy; the same files are not read a second time."""
    heard: dict[bytes, tuple[object, ...]] = {}

    def read(forms: Path) -> tuple[object, ...]:
        files = (path for path in sorted(forms.rglob("*")) if path.is_file())
        named = "".join(f"{path.relative_to(forms)}:{sha256(path.read_bytes()).hexdigest()}\n" for path in files)
        key = sha256(named.encode()).digest()
        if key not in heard:
            heard[key] = said(load_catalogue(forms))
        return heard[key]

    return read


@pytest.fixture(scope="session")
def hub_server() -> Iterator[Server]:
    """One PostgreSQL with a hub for all tests of this process; they leave it as it was, but for parcels."""
    programs = tools()
    if programs is None:
        pytest.skip("postgresql is not installed")
    with founded(programs, MACHINES) as server:
        yield server


@pytest.fixture
def hall(hub_server: Server, tmp_path: Path) -> Hall:
    """A home beside it."""
    return hall_of(hub_server, tmp_path)


@pytest.fixture
def way(hall: Hall, tmp_path: Path) -> Iterator[Way]:
    """A terminal and what is behind it, with a destination of their own."""
    with way_through(hall, tmp_path) as found:
        yield found


@pytest.fixture
def rooms(hall: Hall) -> Iterator[Rooms]:
    """A terminal, and two counters, of one office."""
    emptied(hall)
    made = machine(hall, "kisai-1"), machine(hall, "mado-3"), machine(hall, "mado-4")
    made[0].sharing.lists = False
    yield made
    for each in made:
        each.close()
