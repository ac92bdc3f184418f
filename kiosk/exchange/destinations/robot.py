"""RPA: a system that takes no file is typed into by a robot, one record at a time, and answers by its screen.

The folder bears the sign and the fence of any folder. It holds one open record (kiosk.exchange.destinations.tasks); the
next one appears when the robot has answered. Entered twice is worse than late: what a robot has begun is never laid
down again by itself. Of what was broken off a person is asked, who looks into the system and says at the robot which it
is (`kiosk robot --entered`, `--not-entered`); until then sending it again only asks again. What the system refused was
not entered, and may be sent again; where the robot can ask for the system's own words, they come back to the case like
any receiver's answer. A correction or a withdrawal is no new entry, and is left to a person.
"""

import csv
import datetime as dt
import io
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from kiosk.destinations import ToRobot
from kiosk.durable import read_plain
from kiosk.exchange.destinations import tasks
from kiosk.exchange.destinations.answers import Arrived, Known, digest
from kiosk.exchange.destinations.bundle import Formats, refused, sound
from kiosk.exchange.destinations.disk import Disk, LocalDisk, explain
from kiosk.exchange.destinations.fence import Fence
from kiosk.exchange.destinations.marker import Guard, only_writer
from kiosk.exchange.destinations.tasks import FINAL, FORM, SCRIPT, Said, headings, once_said, row_of, typed
from kiosk.exchange.records import csvs
from kiosk.exchange.records.columns import Group
from kiosk.flow.clock import wait
from kiosk.model.answer import Answer
from kiosk.model.parcel import DeliveryFailed, Failure, Parcel, Processing, Receipt
from kiosk.model.verdict import Verdict

_PATIENCE, _STEP = 5.0, 0.25
"""Seconds for which an answer is waited for in one attempt (a window that closes waits as long), and between looks."""

_AGAIN = 10.0
_WORDS, _LETTERS = 16 * 1024, 500
"""Bytes of a system's words that are read, and letters of them that are kept."""


class RobotDestination:
    """A folder with one record for a robot; nothing is opened until the first parcel."""

    def __init__(
        self,
        setting: ToRobot,
        folder: Path,
        formats: Formats,
        *,
        disk: Disk | None = None,
        guard: Guard | None = None,
        fence: Fence | None = None,
        patience: float = _PATIENCE,
        alone: Callable[[Path], AbstractContextManager[bool]] = only_writer,
    ) -> None:
        self.name = setting.key
        self._setting, self._folder, self._formats, self._disk = setting, folder, formats, disk or LocalDisk()
        self._guard, self._fence, self._delivers = guard, fence, False
        self._patience, self._alone = patience, alone

    def look(self) -> DeliveryFailed | None:
        """See Destination; UNREACHABLE D45 where the keys name a column that there is not."""
        if unknown := typed(self._setting.keys, beside=self._columns()):
            detail = (
                f"送付先の設定の keys の {unknown[0]} は、対応表にない項目です。municipality.toml を直してください。"
            )
            return DeliveryFailed(failure=Failure.UNREACHABLE, code="D45", detail=detail)
        try:
            self._disk.settle(self._folder)
            wrong = self._guard.look(self._folder, self._disk) if self._guard else None
            wrong = wrong or (self._fence.look(self._folder, self._disk) if self._fence else None)
            if wrong is None and self._fence and self._delivers:
                self._fence.go_on(self._folder, self._disk)
        except OSError as error:
            return explain(error)
        return wrong

    def deliver(self, parcel: Parcel) -> Receipt | DeliveryFailed:
        """Lay the records of a parcel down one after the other; the receipt is that the last of them was entered.

        UNREACHABLE as a folder, D45; UNKNOWN_OUTCOME D40 the robot has not answered yet; REFUSED D11 to D13 the parcel
        itself, D41 the system did not take it, D42 broken off, D43 no new application, D44 what no key can type.
        """
        made = self._records(parcel)
        if isinstance(made, DeliveryFailed):
            return made
        self._delivers, left = True, self._patience
        while True:
            said = self._once(parcel, made)
            if left <= 0 or isinstance(said, Receipt) or said.code != _PENDING:
                return said
            wait(_STEP)
            left -= _STEP

    def _once(self, parcel: Parcel, made: tuple[bytes, ...]) -> Receipt | DeliveryFailed:
        try:
            if (hindrance := self.look()) is not None:
                return hindrance
            with self._alone(self._folder) as alone:
                if not alone:
                    return _pending("ほかの端末が、同じ送付先フォルダーに書き込んでいます。終わるまで待ちます。")
                for number, form in enumerate(made, start=1):
                    if (failed := self._entered(f"{parcel.message}_{number}", form)) is not None:
                        return failed
        except OSError as error:
            return explain(error)
        return Receipt(reference=f"rpa:{parcel.message}:{len(made)}", acknowledged=True)

    def _entered(self, name: str, form: bytes) -> DeliveryFailed | None:
        """None where a record is known to be in the system."""
        said, current = self._said(name), self._current()
        if said in FINAL and current == name:
            self._close()
        if said is Said.DONE:
            return None
        if said is Said.UNKNOWN:
            return refused("D42", _BROKEN_OFF)
        if said is Said.REFUSED and current == name:
            return refused("D41", _NOT_TAKEN)
        if said is not Said.BEGUN and not current:
            self._open(name, form)
            current = name
        return _pending(_AT_IT if current == name else _BEFORE)

    def answers(self, known: Known) -> Iterator[Arrived]:
        """What the system said where it did not take a record, as its answer (補正): sealed with the case from then on,
        and gone from the folder once it is. Raises OSError.
        """
        for path in sorted(self._folder.glob(f"*.{Said.REFUSED.value}")):
            words = read_plain(path, most=_WORDS)
            found = answer_of(path.stem.rpartition("_")[0], words, path.stat().st_mtime)
            if found is None:
                continue
            said = digest(path.name.encode() + words)
            if known(said):
                self._disk.replace(path, b"")
            else:
                yield Arrived(said, found)

    # ---- the folder ------------------------------------------------------------------------------------------------
    def _said(self, name: str) -> Said | None:
        """The robot's last word; a broken one is worse than begun."""
        there = [said for said in Said if self._disk.digest(self._folder / f"{name}.{said.value}") is not None]
        return there[-1] if there else None

    def _current(self) -> str:
        """The record that lies there; what cannot be read is nobody's, and is not laid over."""
        content = self._disk.read(self._folder / SCRIPT)
        if content is None:
            return ""
        read = tasks.read(content)
        return read.name if read else "?"

    def _open(self, name: str, form: bytes) -> None:
        """The script last: before it a robot sees nothing. What was refused before is sent again by a person."""
        self._forget(name)
        (self._folder / FORM).unlink(missing_ok=True)  # of an attempt that was broken off
        text = csvs.TEXT if self._formats.spreadsheet_safe else ""
        made = tasks.task(name, form, self._setting, text=text)
        self._disk.put(self._folder / FORM, form)
        self._disk.settle(self._folder)
        self._disk.put(self._folder / SCRIPT, tasks.script(made))
        self._disk.settle(self._folder)

    def _close(self) -> None:
        for each in (SCRIPT, FORM):
            (self._folder / each).unlink(missing_ok=True)
            self._disk.settle(self._folder)

    def _forget(self, name: str) -> None:
        for said in (Said.BEGUN, Said.REFUSED):
            (self._folder / f"{name}.{said.value}").unlink(missing_ok=True)
        self._disk.settle(self._folder)

    # ---- the records -----------------------------------------------------------------------------------------------
    def _records(self, parcel: Parcel) -> tuple[bytes, ...] | DeliveryFailed:
        record = sound(parcel, self._formats)
        if isinstance(record, DeliveryFailed):
            return record
        if record.kyotsu.shorikubun != Processing.NEW.value:
            return refused("D43", _NO_ENTRY)
        made = {table.group.name: table.rows for table in csvs.tables(record, self._formats.columns)}
        once = [cell for group in once_said(self._formats.columns) for cell in made[group.name][0]]
        rows = [(*once, *row) for row in (made[self._sheet.name] if self._sheet else ((),))]
        columns, told = self._columns(), set(typed(self._setting.keys))
        if not rows or any(_breaks(row[at]) for row in rows for name, at in columns.items() if name in told):
            return refused("D44", _UNTYPABLE)
        return tuple(self._form([row[at] for at in columns.values()]) for row in rows)

    @property
    def _sheet(self) -> Group | None:
        return row_of(self._formats.columns, self._setting.sheet)

    def _columns(self) -> dict[str, int]:
        return headings(self._formats.columns, sheet=self._setting.sheet, romaji=self._formats.romaji)

    def _form(self, row: list[str]) -> bytes:
        out = io.StringIO(newline="")
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(self._columns())
        writer.writerow([csvs.as_text(cell) for cell in row] if self._formats.spreadsheet_safe else row)
        script = self._formats.script
        return script.encode(script.written(out.getvalue()), bom=self._formats.bom)


_PENDING = "D40"
_AT_IT = "ロボットが打ち込むのを待っています。ロボットの端末と画面を確かめてください。"
_BEFORE = "ロボットが前の1件を打ち込み終えるのを待っています。"
_NOT_TAKEN = (
    "相手のシステムが登録を受け付けませんでした。画面の理由を確かめ、直して「再送」するか、"
    "手で登録して「見送り」にしてください。"
)
_BROKEN_OFF = (
    "ロボットが入力の途中で止まりました。相手のシステムに登録されたかを画面で確かめ、ロボットの端末で "
    "kiosk robot --entered か --not-entered と答えてから「再送」してください。"
)
_NO_ENTRY = "訂正と取消は、ロボットでは入力しません。相手のシステムの画面で直し、「見送り」にしてください。"
_UNTYPABLE = (
    "ロボットが打てない記録です（対象の人がいないか、改行やタブのある項目です）。手で登録し、「見送り」にしてください。"
)


def answer_of(message: str, words: bytes, at: float) -> Answer | None:
    """The words of a system that did not take a record; None where it said nothing."""
    said = " ".join(words.decode("utf-8", "replace").split())[:_LETTERS]
    try:
        number = uuid.UUID(message)
    except ValueError:
        return None
    if not said:
        return None
    when = dt.datetime.fromtimestamp(int(at), dt.UTC)
    return Answer(message=number, result=Verdict.TO_CORRECT, at=when, reason=said)


def _breaks(cell: str) -> bool:
    """Whether a cell holds what a screen would take for a key: a control sign, an end of a line."""
    return any(unicodedata.category(sign) in {"Cc", "Zl", "Zp"} for sign in cell)


def _pending(detail: str) -> DeliveryFailed:
    return DeliveryFailed(failure=Failure.UNKNOWN_OUTCOME, code=_PENDING, detail=detail, after=_AGAIN)
