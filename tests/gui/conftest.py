"""A window over hand-written ports, offscreen."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.app import make_app
from tests.gui.counter import ASSETS, Counter, make_counter


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_app(ASSETS)


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    made = make_counter(tmp_path)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.cards.go_on.set()
    made.window.close()
    shiboken6.delete(made.window)
