"""Pre-entry at this place: its keys in the store, the page it builds, and codes that come back, read and spent."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.durable import write_whole
from kiosk.model.errors import SiteError
from kiosk.model.message import Message
from kiosk.preentry.keys import CODE_DAYS, CityKey, in_use, new_key
from kiosk.preentry.opening import Entry, Expected, Trouble, missing, opened, said
from kiosk.preentry.parts import Collected
from kiosk.preentry.reading import action, codes_in, collected, digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.flow.actions import UsePreentry

_KEPT = dt.timedelta(days=CODE_DAYS)
_REMEMBERED = dt.timedelta(days=2 * CODE_DAYS + 2)  # longer than any code that could come again lives


@dataclass
class HomeKeys:
    """The city's keys."""

    program: Program

    def all(self) -> tuple[CityKey, ...]:
        """The key in use first; one that cannot be unsealed is left out. Raises SiteError."""
        kept = self.program.store.preentries.keys()
        return tuple(
            CityKey(each.kid, json.loads(each.secret), each.made_on, each.retired_on) for each in kept if each.secret
        )

    def make(self) -> CityKey:
        """A new key in the place of the one in use. Raises SiteError."""
        today = self.program.clock.today()
        key = new_key(today)
        store = self.program.store.preentries
        store.replace_key(key.kid, key.written(), on=today, forget_before=today - _KEPT)
        return key


def build_page(program: Program, folder: Path) -> Path:
    """Write index.html into a folder. Raises SiteError without a key, and when it cannot be written."""
    from kiosk.preentry.page import Key, Site, build

    key = in_use(HomeKeys(program).all())
    if key is None or key.until < program.clock.today():
        what = "家で使うページの鍵がありません。" if key is None else "家で使うページの鍵の期限が過ぎています。"
        raise SiteError("HOME-2", what=what, mend="先に kiosk preentry keys make か rotate で鍵を作ってください。")
    catalogue, assets = program.catalogue, program.place.assets
    site = Site(
        book=program.book,
        catalogue=catalogue.digest,
        key=Key(key.public, key.kid, key.until),
        labelling=catalogue.labels,
        assets=assets / "preentry",
        words=assets / "words" / "preentry",
    )
    file, page = folder / "index.html", build(site).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, page)
        file.chmod(0o644)  # it is there to be published
    except OSError as error:
        what = "家で使うページを書けません。"
        raise SiteError("HOME-3", what=what, mend="フォルダーと空きを確かめてください。") from error
    return file


@dataclass
class HomeCodes:
    """Codes as they are read one after another; the answers when all are there. One for each desk."""

    program: Program
    _read: Collected = field(default_factory=Collected)

    def lines(self, lines: Iterable[str], *, event: str = "") -> UsePreentry | Message:
        """The answers once every code is read, else what is missing or wrong; `event` is that of the visit at hand.

        Raises SiteError where the store is not ready.
        """
        entry = self.look(lines)
        if isinstance(entry, Message):
            return entry
        self._read = Collected()
        if event not in {"", entry.event} or entry.event not in self.program.book.events:
            return said(Trouble.OTHER_EVENT)
        today = self.program.clock.today()
        fresh = self.program.store.preentries.spend(digest(entry), on=today, forget_before=today - _REMEMBERED)
        return action(entry) if fresh else said(Trouble.USED)

    def look(self, lines: Iterable[str]) -> Entry | Message:
        """What the codes hold once every one is read, else what is missing or wrong; nothing is spent."""
        found = collected(lines, self._read)
        if found is None:
            return said(Trouble.NO_CODE)
        self._read = found
        if not found.whole:
            return missing(read=len(found.letters), of=found.of, numbers=found.missing)
        entry = self.entry()
        if isinstance(entry, Trouble):
            self._read = Collected()
            return said(entry)
        return entry

    def entry(self) -> Entry | Trouble:
        """The message that was read, opened."""
        message = self._read.message
        if message is None:
            return Trouble.DAMAGED
        city = str(self.program.book.city.get("code", ""))
        return opened(message, Expected(self.program.clock.today(), city, HomeKeys(self.program).all()))

    def forget(self) -> None:
        """Nothing that was read so far is kept."""
        self._read = Collected()


def lines_of(path: Path) -> tuple[str, ...] | Message:
    """The codes in a picture, or the lines of a text file of codes; what is wrong with the file."""
    try:
        data = path.read_bytes()
    except OSError:
        return said(Trouble.PICTURE)
    if path.suffix.lower() == ".txt":
        return tuple(data.decode("ascii", "replace").splitlines())
    return _pictured(data) or said(Trouble.PICTURE)


def _pictured(data: bytes) -> tuple[str, ...]:
    from PySide6.QtGui import QImage

    from kiosk.preentry.reading import Grey

    image = QImage.fromData(data).convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        return ()
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    dots = bytes(image.constBits())
    rows = (dots[line * stride : line * stride + width] for line in range(height))
    return codes_in(Grey(width, height, b"".join(rows)))
