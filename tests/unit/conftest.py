"""A place of its own for every command, and the commands themselves."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.forms import read_forms
from kiosk.cli import main
from tests.commands import Ended, Kiosk
from tests.shared import once
from tests.visits import FORMS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place where the program keeps its data, not made yet."""
    home = tmp_path / "home"
    monkeypatch.setenv("KIOSK_HOME", str(home))
    monkeypatch.delenv("KIOSK_FORMS", raising=False)
    monkeypatch.setenv("COLUMNS", "300")
    return home


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a place whose forms were read at an earlier start."""

    def read(folder: Path) -> None:
        assert read_forms(FORMS, cache=folder / "cache").issues == ()

    return once(tmp_path_factory, "read", read) / "cache"


@pytest.fixture
def kiosk(home: Path, read_before: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kiosk:
    """The command line at a home where the forms were read before, as on every day but the first."""

    def run(*words: str | Path) -> Ended:
        if home.is_dir() and os.access(home, os.W_OK) and not (home / "cache").exists():
            shutil.copytree(read_before, home / "cache")
        monkeypatch.setattr(sys, "argv", ["kiosk", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
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
