"""The bundle that every widget is given: words, look and the ports of this desk."""

from dataclasses import dataclass

from kiosk.flow.pages import Choice
from kiosk.ui.jobs import Jobs
from kiosk.ui.ports import CardReader, Glyphs, Office, Paper, SampleDrawer
from kiosk.ui.theme import Look
from kiosk.words import Words


@dataclass(frozen=True)
class Kit:
    """What a widget may use; `events` are the life events of the start page (id and name)."""

    words: Words
    look: Look
    glyphs: Glyphs
    paper: Paper
    cards: CardReader
    drawer: SampleDrawer
    office: Office
    jobs: Jobs
    events: tuple[Choice, ...]
