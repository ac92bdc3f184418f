"""A version of a form on the workbench: what it says now, what it said before, and how it gets into its folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.designing.editing.changing import changed
from kiosk.designing.editing.text import doubts, read, revised, settled
from kiosk.designing.steps import Steps
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.edits import Add, Copy, Edit, Put
from kiosk.model.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FILE = "template.toml"


@dataclass(frozen=True)
class Stand:
    """The form at one moment, as template and as text."""

    template: Template
    text: str


@dataclass
class Workbench:
    """`file` is the template.toml of the version; `now` how the form stands, `on_disk` what the file says."""

    file: Path
    now: Stand
    on_disk: str
    steps: Steps[Stand] = field(default_factory=Steps)

    @classmethod
    def open(cls, folder: Path) -> Workbench | tuple[Issue, ...]:
        """The version in a folder, or what is wrong with its file."""
        file, where = folder / FILE, f"templates/{folder.parent.name}/{folder.name}/{FILE}"
        try:
            text = file.read_bytes().decode()
        except UnicodeDecodeError:
            return (Issue(where=where, message="UTF-8 の文字として読めません。", allowed="UTF-8"),)
        except OSError as error:
            return (Issue(where=where, message=f"読めません（{disk_words(error)}）。"),)
        template = read(text, where=where)
        return cls(file, Stand(template, text), text) if isinstance(template, Template) else template

    # ---- changing ----------------------------------------------------------------------------------------------------
    def do(self, edit: Edit) -> tuple[str, ...]:
        """Make an edit; the ids of the boxes that are new. An edit that changes nothing leaves nothing to take back."""
        before = self.now
        after = changed(before.template, edit)
        if after == before.template:
            return ()
        text = revised(before.text, before.template, after)
        if isinstance(edit, Put):  # whoever says himself what a box is has looked at it
            text = settled(text, after, (edit.box.id,))
        self._go(Stand(after, text))
        known = {box.id for box in before.template.boxes}
        new = tuple(box.id for box in after.boxes if box.id not in known)
        return new if isinstance(edit, Add | Copy) else ()

    def settle(self, boxes: Iterable[str]) -> None:
        """What the import was unsure of was looked at, and is right."""
        text = settled(self.now.text, self.now.template, frozenset(boxes))
        if text != self.now.text:
            self._go(Stand(self.now.template, text))

    def _go(self, stand: Stand) -> None:
        self.steps.step(self.now)
        self.now = stand

    def undo(self) -> bool:
        """Take the last change back; whether there was one."""
        return self._stand(self.steps.back(self.now))

    def redo(self) -> bool:
        """Do again what was taken back last; whether there was anything."""
        return self._stand(self.steps.again(self.now))

    def _stand(self, found: tuple[Stand, str] | None) -> bool:
        if found is not None:
            self.now = found[0]
        return found is not None

    # ---- looking and keeping -----------------------------------------------------------------------------------------
    @property
    def doubts(self) -> Mapping[str, str]:
        """By box, what a person has to look at still."""
        return doubts(self.now.text, self.now.template)

    @property
    def saved(self) -> bool:
        """Whether the file says what stands here."""
        return self.now.text == self.on_disk

    @property
    def moved_on(self) -> bool:
        """Whether somebody else has written the file since it was read here."""
        try:
            return self.file.read_bytes() != self.on_disk.encode()
        except OSError:
            return True

    def save(self) -> tuple[Issue, ...]:
        """Write the file, whole or not at all; refused where somebody else changed it since it was read."""
        where = f"templates/{self.file.parent.parent.name}/{self.file.parent.name}/{FILE}"
        try:
            if self.file.read_bytes() != self.on_disk.encode():
                message = "このファイルは、開いた後にほかで変更されました。"
                return (Issue(where=where, message=message, allowed="開き直してから、もう一度直します"),)
            write_whole(self.file, self.now.text.encode())
        except OSError as error:
            return (Issue(where=where, message=f"書けません（{disk_words(error)}）。"),)
        self.on_disk = self.now.text
        return ()
