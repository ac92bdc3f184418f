"""The bundle that every widget is given: words, look and the ports of this desk."""

from dataclasses import dataclass, field

from kiosk.flow.pages import Choice
from kiosk.ui.jobs import Jobs
from kiosk.ui.opposite import Opposite
from kiosk.ui.ports import CardReader, Glyphs, Office, Paper, SampleDrawer
from kiosk.ui.theme import Look
from kiosk.ui.trainer import Trainer
from kiosk.words import Words


@dataclass(frozen=True)
class Kit:
    """What a widget may use; `events` are the life events of the start page (id and name), `trainer` who sends the
    visitors of a training (None: they are real), `opposite` what a screen for the resident shows (None: there is none).
    """

    words: Words
    look: Look
    glyphs: Glyphs
    paper: Paper
    cards: CardReader
    drawer: SampleDrawer
    office: Office
    jobs: Jobs
    events: tuple[Choice, ...]
    trainer: Trainer | None = field(default=None, kw_only=True)
    opposite: Opposite | None = field(default=None, kw_only=True)
