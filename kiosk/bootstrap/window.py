"""Opens the counter window on the real parts, with the courier working in the background."""

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.bootstrap.counter import CounterCards, CounterGlyphs, CounterOffice, CounterPaper
from kiosk.bootstrap.display import check_display
from kiosk.bootstrap.program import Program
from kiosk.delivery.courier import Courier
from kiosk.flow.actions import Action
from kiosk.flow.pages import Choice
from kiosk.flow.visit import Visit
from kiosk.model.errors import SiteError
from kiosk.render.painter import GlyphPainter
from kiosk.store.relay import RelayLock
from kiosk.ui.app import make_app
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.jobs import Jobs
from kiosk.ui.kit import Kit
from kiosk.ui.theme import Look
from kiosk.words import Words

_COURIER_MS = 5_000


@dataclass
class CounterDesk:
    """A window with everything behind it; keep it as long as the window lives."""

    program: Program
    app: QApplication
    visit: Visit
    window: CounterWindow
    jobs: Jobs

    def close(self) -> None:
        """Take the window down and close the store."""
        self.window.close()
        self.window.deleteLater()
        self.jobs.close()
        self.program.close()


def build_counter(program: Program, *, visit: Visit | None = None) -> CounterDesk:
    """Make the window; raises SiteError without a display, fonts or store."""
    check_display(os.environ)
    app = make_app(program.place.assets)
    visit = visit or program.visit()
    _ = program.store
    painter = GlyphPainter(program.renderer.shaper)
    look, jobs = Look(), Jobs()
    kit = Kit(
        words=Words.load(program.place.assets / "words"),
        look=look,
        glyphs=CounterGlyphs(painter),
        paper=CounterPaper(program, painter, visit),
        cards=CounterCards(program),
        office=CounterOffice(program, visit),
        jobs=jobs,
        events=tuple(Choice(code=event.id, label=event.name) for event in program.catalogue.events),
    )
    look.apply()
    return CounterDesk(program, app, visit, CounterWindow(kit, visit, visit.page()), jobs)


def show_counter(program: Program, *, ready: Sequence[Action] = ()) -> Callable[[], None]:
    """Make and show the window; `ready` are actions done beforehand (the demo family). Returns how to close it."""
    desk = build_counter(program)
    courier = Background(program)
    for action in ready:
        desk.window.act(action)
    desk.window.setGeometry(desk.window.screen().availableGeometry())  # kiosks run without a window manager
    desk.window.showMaximized()
    QTimer.singleShot(0, settle)

    def close() -> None:
        courier.stop()
        desk.close()

    return close


def settle() -> None:
    """Take what the start made out of the collector's sight: looking at it all again stops a key for 80 ms."""
    gc.collect()
    gc.freeze()


class Background:
    """The courier beside the window: one worker thread, a look every five seconds."""

    def __init__(self, program: Program) -> None:
        self._jobs = Jobs(name="courier")
        self._courier, self._relay = _courier(program)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(_COURIER_MS)

    def _look(self) -> None:
        courier = self._courier
        if courier is not None and not self._jobs.running:
            self._jobs.run(courier.run_until_idle, done=lambda _: None, failed=lambda _: None)

    def stop(self) -> None:
        """Let another process deliver."""
        self._timer.stop()
        self._jobs.close()
        if self._relay is not None:
            self._relay.release()


def _courier(program: Program) -> tuple[Courier | None, RelayLock | None]:
    """The courier, or nothing when another process of this machine already delivers."""
    try:
        return program.courier()
    except SiteError:
        return None, None
