"""The files that are being changed: what each says now, what it says on the disk, and every step back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.designing.releasing.publish import written_in
from kiosk.designing.steps import Steps
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Texts = dict[str, str | None]
"""By file; None is a file that is not there."""


@dataclass
class Ledger:
    """`root` is the folder of the forms. One step changes one file or several, and is taken back as one."""

    root: Path
    _now: Texts = field(default_factory=dict)
    _disk: Texts = field(default_factory=dict)
    steps: Steps[Texts] = field(default_factory=Steps)

    def text(self, file: str) -> str | None:
        """What a file says now; None for one that is not there or is no text. One that others wrote is read again."""
        if file not in self._now or self._now[file] == self._disk[file]:
            text = self._lies(file)
            self._now, self._disk = {**self._now, file: text}, {**self._disk, file: text}  # others look at the old ones
        return self._now[file]

    def _lies(self, file: str) -> str | None:
        try:
            return (self.root / file).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None

    def step(self, texts: Mapping[str, str | None], *, at: str) -> None:
        """Files say something else; `at` is the one that was looked at. A step that changes nothing is none."""
        before = {file: self.text(file) for file in texts}
        if before == dict(texts):
            return
        self.steps.step(dict(self._now), at=at)
        self._now = {**self._now, **texts}

    def undo(self) -> str:
        """Take the last step back; the file that it was made in, empty for none."""
        return self._stand(self.steps.back(dict(self._now)))

    def redo(self) -> str:
        """Do again what was taken back last."""
        return self._stand(self.steps.again(dict(self._now)))

    def _stand(self, found: tuple[Texts, str] | None) -> str:
        if found is None:
            return ""
        texts, at = found
        self._now = {**{file: self._disk[file] for file in self._now if file not in texts}, **texts}
        return at

    @property
    def unsaved(self) -> Mapping[str, str | None]:
        """The files that say something else than on the disk, with what they say."""
        return {file: text for file, text in sorted(self._now.items()) if text != self._disk[file]}

    def forget(self) -> None:
        """What was not saved is gone."""
        self._now, self._disk, self.steps = {}, {}, Steps()

    def save(self) -> tuple[Issue, ...]:
        """Lay down what was changed, each file whole; nothing where somebody else changed one since it was read."""
        changed = self.unsaved
        others = [file for file in changed if self._lies(file) != self._disk[file]]
        if others:
            message = "このファイルは、開いた後にほかで変更されました。"
            return tuple(
                Issue(where=file, message=message, allowed="開き直してから、もう一度直します") for file in others
            )
        for file, text in changed.items():
            try:
                if text is None:
                    (self.root / file).unlink(missing_ok=True)
                else:
                    written_in(self.root, file, text.encode())
            except OSError as error:
                return (Issue(where=file, message=f"書けません（{disk_words(error)}）。"),)
            self._disk = {**self._disk, file: text}
        return ()
