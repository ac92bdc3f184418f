"""A place of its own for every command, and the commands themselves."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bootstrap.bundling import Bundling
from kiosk.cli import main
from tests.changing import RENAMED, Office, an_office
from tests.commands import Ended, Kiosk, process
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
