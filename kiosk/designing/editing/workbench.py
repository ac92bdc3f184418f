"""A version of a form on the workbench: what it says now, what it said before, and how it gets into its folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.catalogue.pictures import picture_files
from kiosk.designing.editing.changing import changed
from kiosk.designing.editing.pictures import safe_name
from kiosk.designing.editing.text import doubts, read, revised, settled
from kiosk.designing.steps import Steps
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.edits import Add, Bring, Copy, Edit, Put
from kiosk.model.template import Kind, Template

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
    """`file` is the template.toml of the version; `now` how the form stands, `on_disk` what the file says.

    `pictures` are by name those that are not in the folder yet, or not any more: a name has one content for good, so
    that every step back and forth finds it.
    """

    file: Path
    now: Stand
    on_disk: str
    pictures: dict[str, bytes] = field(default_factory=dict)
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
        return new if isinstance(edit, Add | Bring | Copy) else ()

    def lay_picture(self, box: str, name: str, data: bytes) -> None:
        """A box shows a picture, which lies in the folder when the form is saved; another one of its name stays."""
        before = next(each for each in self.now.template.boxes if each.id == box)
        free, number = PurePath(name), 1
        while (there := self.picture(free.name)) is not None and there != data:
            number += 1
            free = PurePath(name).with_stem(f"{PurePath(name).stem}-{number}")
        self.pictures.setdefault(free.name, data)
        self.do(Put(before.model_copy(update={"kind": Kind.IMAGE, "fact": "", "picture": free.name})))

    def rename_picture(self, box: str, name: str) -> None:
        """The picture of a box is called otherwise; one that is there already is shown instead."""
        before = next(each for each in self.now.template.boxes if each.id == box)
        content, end = self.picture(before.picture), PurePath(before.picture).suffix
        if name and self.picture(name) is None and content is not None:
            name = safe_name(PurePath(name).stem) + end
            self.pictures.setdefault(name, content)
        self.do(Put(before.model_copy(update={"picture": name})))

    def picture(self, name: str) -> bytes | None:
        """A picture of the form by its name; None where there is none."""
        if not name or PurePath(name).name != name:
            return None
        try:
            return self.pictures[name] if name in self.pictures else (self.file.parent / name).read_bytes()
        except OSError:
            return None

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

    def unsaved_files(self) -> dict[str, bytes]:
        """By name what stands here and not in the folder; nothing where all is saved."""
        if self.saved:
            return {}
        shown = picture_files(self.now.template) & self.pictures.keys()
        return {FILE: self.now.text.encode(), **{name: self.pictures[name] for name in shown}}

    def save(self) -> tuple[Issue, ...]:
        """Write the file, whole or not at all; refused where somebody else changed it since it was read."""
        where = f"templates/{self.file.parent.parent.name}/{self.file.parent.name}/{FILE}"
        try:
            if self.file.read_bytes() != self.on_disk.encode():
                message = "このファイルは、開いた後にほかで変更されました。"
                return (Issue(where=where, message=message, allowed="開き直してから、もう一度直します"),)
            used = picture_files(self.now.template)
            for name in sorted(used & self.pictures.keys()):
                write_whole(self.file.parent / name, self.pictures[name])
            write_whole(self.file, self.now.text.encode())
            self._clear(used)
        except OSError as error:
            return (Issue(where=where, message=f"書けません（{disk_words(error)}）。"),)
        self.on_disk = self.now.text
        return ()

    def _clear(self, used: frozenset[str]) -> None:
        """Pictures that no box shows any more leave the folder; a step back brings them again."""
        drawn = {page.background for page in self.now.template.pages}
        before = read(self.on_disk, where="")
        known = (picture_files(before) if isinstance(before, Template) else frozenset()) | self.pictures.keys()
        for name in known - used - drawn:
            content = self.picture(name)
            if content is not None:
                self.pictures[name] = content
                (self.file.parent / name).unlink(missing_ok=True)
