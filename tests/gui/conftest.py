"""A window over hand-written ports, offscreen."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from fake_desk import FakeDesk
from fake_ports import FakeCards, FakeGlyphs, FakeOffice, FakePaper
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.pages import Choice
from kiosk.ui.app import make_app
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.jobs import Jobs
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Look
from kiosk.ui.words import Words

ASSETS = Path(__file__).resolve().parents[2] / "assets"
EVENTS = ("転入（引越してきた）", "転居（市内で引越した）", "転出（引越していく）", "出生", "おくやみ", "証明書")


@dataclass
class Counter:
    """The window with everything behind it."""

    window: CounterWindow
    desk: FakeDesk
    cards: FakeCards
    office: FakeOffice
    glyphs: FakeGlyphs
    words: Words


def make_counter(folder: Path) -> Counter:
    desk, cards, office, glyphs = FakeDesk(), FakeCards(), FakeOffice(folder), FakeGlyphs()
    words = Words.load(ASSETS / "words")
    events = tuple(Choice(code=f"e{at}", label=label) for at, label in enumerate(EVENTS))
    kit = Kit(
        words=words, look=Look(), glyphs=glyphs, paper=FakePaper(), cards=cards, office=office, jobs=Jobs(), events=events
    )
    kit.look.apply()
    window = CounterWindow(kit, desk, desk.page())
    window.resize(1366, 768)
    return Counter(window, desk, cards, office, glyphs, words)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_app(ASSETS, platform=sys.platform)


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    made = make_counter(tmp_path)
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    yield made
    made.window.close()
