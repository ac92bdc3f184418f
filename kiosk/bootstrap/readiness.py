"""Looks at everything that a terminal needs, one thing after another; what cannot be looked at is a finding, too."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.flow.clock import TOKYO
from kiosk.model.errors import SiteError
from kiosk.ui.lobby.ports import Finding, Grade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.words import Words

FONTS = (
    "BIZUDPGothic-Regular.ttf",
    "BIZUDPGothic-Bold.ttf",
    "BIZUDGothic-Regular.ttf",
    "BIZUDMincho-Regular.ttf",
    "NotoSansJP-Regular.otf",
    "NotoSansSC-GB2312.ttf",
    "NotoSansKR-Hangul.ttf",
)
ESSENTIAL = frozenset({"forms", "fonts", "store", "device"})
"""Without these nobody can be served; a printer or a reader that is away is told to the resident instead."""

FREE_LEAST = 100
"""MB: with less free on its disk a place is at its end."""
_FREE_LITTLE = 1_000
_LATE_SECONDS = 15 * 60
_BACK_SECONDS = 60

Said = dict[str, str | int]
Look = tuple[Grade, str, Said]


def usable(findings: tuple[Finding, ...]) -> bool:
    """Whether residents can be served."""
    return not any(each.grade is Grade.BAD and each.key in ESSENTIAL for each in findings)


@dataclass(frozen=True)
class Readiness:
    """The look at a program's place; `closed` says whether staff have closed the terminal."""

    program: Program
    words: Words
    closed: Callable[[], bool]

    def look(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the page."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Finding]:
        looks: dict[str, Callable[[], Look]] = {
            "forms": self._forms,
            "fonts": self._fonts,
            "store": self._store,
            "device": self._device,
            "reader": lambda: (Grade.NOTE, "note", {}),
            "printer": lambda: self._queue()[0],
            "paper": lambda: self._queue()[1],
            "clock": self._clock,
            "disk": self._disk,
            "outbox": self._outbox,
            "code": lambda: self._plain("good" if self.program.device.staff_code else "note"),
            "service": lambda: self._plain("note" if self.closed() else "good"),
        }
        for key, look in looks.items():
            try:
                grade, word, values = look()
            except SiteError as error:
                yield Finding(key, self._name(key), Grade.BAD, self.words("care-unseen", code=error.code))
            else:
                yield Finding(key, self._name(key), grade, self.words(f"care-{key}-{word}", **values))

    def _name(self, key: str) -> str:
        return self.words(f"care-{key}")

    @staticmethod
    def _plain(word: str) -> Look:
        return Grade(word), word, {}

    def _forms(self) -> Look:
        try:
            forms = self.program.in_force
        except SiteError as error:
            return Grade.BAD, "bad", {"code": error.code}
        if forms.issues:
            return Grade.NOTE, "note", {"issues": len(forms.issues), "since": forms.since}
        return Grade.GOOD, "good", {"forms": len({name for name, _ in forms.catalogue.book.templates})}

    def _fonts(self) -> Look:
        folder = self.program.place.fonts
        missing = [name for name in FONTS if not (folder / name).is_file() or not (folder / name).stat().st_size]
        if missing:
            return Grade.BAD, "bad", {"missing": "、".join(missing)}
        return Grade.GOOD, "good", {"fonts": len(FONTS)}

    def _store(self) -> Look:
        try:
            whole = self.program.store.audit.newest_holds()
            development = self.program.key.is_development_key
        except SiteError as error:
            return Grade.BAD, "bad", {"code": error.code, "mend": error.mend}
        if not whole:
            return Grade.BAD, "chain", {}
        return self._plain("note" if development else "good")

    def _device(self) -> Look:
        try:
            _ = self.program.device
        except SiteError as error:
            return Grade.BAD, "bad", {"what": error.what}
        return self._plain("good")

    def _queue(self) -> tuple[Look, Look]:
        """Printer and paper as the print system sees them."""
        from kiosk.bootstrap.printing import printer_of

        queue = printer_of(self.program.device).queue()
        if queue is None:
            return (Grade.BAD, "bad", {}), (Grade.NOTE, "note", {})
        if not queue.reasons:
            return (Grade.NOTE, "note", {}), (Grade.NOTE, "note", {})
        said = " ".join(queue.reasons)
        empty, low = ("media-empty" in said or "media-needed" in said), "media-low" in said
        paper: Look = (Grade.BAD, "bad", {}) if empty else (Grade.NOTE, "low", {}) if low else self._plain("good")
        works = queue.takes and not any(word in said for word in ("-error", "offline", "stopped", "paused"))
        printer: Look = (Grade.GOOD, "good", {"queue": queue.name}) if works or empty else (Grade.BAD, "bad", {})
        return printer, paper

    def _clock(self) -> Look:
        now = self.program.clock.now()
        shown: Said = {"time": now.astimezone(TOKYO).strftime("%Y-%m-%d %H:%M")}
        mark = self.program.place.mark
        if mark.exists() and mark.stat().st_mtime - now.timestamp() > _BACK_SECONDS and not self.program.practice:
            return Grade.BAD, "bad", shown
        return (Grade.GOOD, "good", shown) if _synchronised() else (Grade.NOTE, "note", shown)

    def _disk(self) -> Look:
        free = shutil.disk_usage(_nearest(self.program.place.home)).free // 1_000_000
        word = "bad" if free < FREE_LEAST else "note" if free < _FREE_LITTLE else "good"
        return Grade(word), word, {"free": free}

    def _outbox(self) -> Look:
        count = self.program.store.outbox.count(self.program.clock.now())
        if count.oldest_seconds >= _LATE_SECONDS or count.held:
            said: Said = {"pending": count.pending + count.held + count.relayed, "minutes": count.oldest_seconds // 60}
            return Grade.NOTE, "note", said
        return Grade.GOOD, "good", {"pending": count.pending}


def _nearest(folder: Path) -> Path:
    """The folder, or the one above it that there is."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _synchronised() -> bool:
    """Whether the system says that its clock is set by others."""
    command = shutil.which("timedatectl")
    if command is None:
        return False
    words = [command, "show", "--property=NTPSynchronized", "--value"]
    try:
        done = subprocess.run(words, capture_output=True, timeout=5, check=False)  # noqa: S603 - fixed words, no shell
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.stdout.strip() == b"yes"
