"""打ち込み: plays the record that lies in a destination's folder into the screen, once, and leaves the answer there."""

import enum
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.durable import NotPlainError, flush, read_plain
from kiosk.exchange.destinations import tasks
from kiosk.exchange.destinations.disk import LocalDisk
from kiosk.exchange.destinations.tasks import FINAL, FORM, SCRIPT, Deed, Said, Task
from kiosk.exchange.robot.screen import Screen, ScreenAwayError
from kiosk.flow.clock import wait

_STEP = 0.1
_PATIENCE = 10.0
"""Seconds for which the system may think before it says what came of a record."""


class Told(enum.Enum):
    """What one look of the robot came to."""

    NOTHING = "nothing"  # no record, or the one that lies there is answered
    NOT_IN_FRONT = "not in front"  # another window has the keyboard: nothing was typed
    FAULTY = "faulty"  # the two files are no task
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"  # broken off now or before


class _NotTypedError(Exception):
    """Another window has the keyboard, or a field does not hold what was typed."""


@contextmanager
def only_robot(folder: Path) -> Iterator[bool]:
    """Whether no other robot works at the folder: a second one would take what the first has begun for broken off."""
    handle = os.open(folder / ".kiosk-robot.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o660)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


@dataclass(frozen=True)
class Robot:
    """A robot at a folder. `pause` rests for seconds."""

    folder: Path
    screen: Screen
    patience: float = _PATIENCE
    pause: Callable[[float], None] = wait

    def step(self) -> Told:
        """See to the record that lies there. Raises OSError, and ScreenAwayError before anything is typed."""
        content = self._read(SCRIPT)
        task = tasks.read(content) if content is not None else None
        if task is None:
            return Told.NOTHING if content is None else Told.FAULTY
        if any(self._there(task, said) for said in FINAL):
            return Told.NOTHING
        if self._there(task, Said.BEGUN):
            return self._answer(task, Told.UNKNOWN)
        cells = self._cells(task)
        if cells is None:
            return Told.FAULTY
        if self.screen.title() != task.front:
            return Told.NOT_IN_FRONT
        self._leave(task, Said.BEGUN)
        return self._answer(task, self._entered(task, cells))

    def asked(self, *, entered: bool) -> int:
        """A person has looked into the system: what was broken off is there, or is not and is laid down anew.

        How many records that was about. Raises OSError.
        """
        unknown = sorted(self.folder.glob(f"*.{Said.UNKNOWN.value}"))
        for path in unknown:
            begun = path.with_suffix(f".{Said.BEGUN.value}")
            if entered:
                with suppress(FileExistsError):
                    LocalDisk(mode=0o660).put(path.with_suffix(f".{Said.DONE.value}"), b"")
            else:
                begun.unlink(missing_ok=True)
            flush(self.folder)
            path.unlink()
        flush(self.folder)
        return len(unknown)

    def _entered(self, task: Task, cells: dict[str, str]) -> Told:
        """DONE and REFUSED only where the system has said so by the title of a window."""
        try:
            for deed in task.deeds:
                self._play(deed, task.front, cells)
            left = self.patience
            while (title := self.screen.title()) not in {task.done, task.refused} and left > 0:
                self.pause(_STEP)
                left -= _STEP
        except (_NotTypedError, ScreenAwayError):
            return Told.UNKNOWN
        return {task.done: Told.DONE, task.refused: Told.REFUSED}.get(title, Told.UNKNOWN)

    def _answer(self, task: Task, told: Told) -> Told:
        """The answer is on the disk before the way back to the empty screen."""
        self._leave(task, Said(told.value), self._reason(task) if told is Told.REFUSED else b"")
        if told is Told.DONE:
            with suppress(_NotTypedError, ScreenAwayError):  # the next one waits until its window is in front
                for deed in task.after:
                    self._play(deed, task.done, {})
        return told

    def _play(self, deed: Deed, front: str, cells: dict[str, str]) -> None:
        if deed.verb == "wait":
            self.pause(int(deed.what) / 1000)
            return
        if self.screen.title() != front:
            raise _NotTypedError
        if deed.verb == "type":
            if not self.screen.write(cells[deed.what], front=front):
                raise _NotTypedError
        else:
            self.screen.press(deed.what)

    # ---- the folder ------------------------------------------------------------------------------------------------
    def _cells(self, task: Task) -> dict[str, str] | None:
        """What is to be typed; None where it is not what the script was written for."""
        form = self._read(FORM)
        if form is None or hashlib.sha256(form).hexdigest() != task.digest:
            return None
        try:
            cells = tasks.cells(form, task)
        except ValueError:
            return None
        return cells if all(deed.what in cells for deed in task.deeds if deed.verb == "type") else None

    def _read(self, name: str) -> bytes | None:
        try:
            return read_plain(self.folder / name)
        except (FileNotFoundError, NotPlainError):
            return None

    def _there(self, task: Task, said: Said) -> bool:
        return (self.folder / f"{task.name}.{said.value}").exists()

    def _reason(self, task: Task) -> bytes:
        """What the system itself says of a refusal; nothing where it cannot be asked."""
        try:
            for deed in task.reason:
                self._play(deed, task.refused, {})
            return self.screen.copied().encode() if task.reason else b""
        except (_NotTypedError, ScreenAwayError):
            return b""

    def _leave(self, task: Task, said: Said, content: bytes = b"") -> None:
        """Raises FileExistsError where another robot was faster."""
        LocalDisk(mode=0o660).put(self.folder / f"{task.name}.{said.value}", content)
        flush(self.folder)
