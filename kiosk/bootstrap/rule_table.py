"""The table of rules of a place: made from its procedures, and taken back into them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.bootstrap.forms import read_forms
from kiosk.bootstrap.tried_with import rule_issue
from kiosk.catalogue.intake import Untaken, take
from kiosk.designing.releasing.publish import written_in
from kiosk.designing.sentences.converter import Converter
from kiosk.designing.tables.rule_sheet import COLUMNS, Reader, Taken, sheet, taken
from kiosk.designing.translating.table import MOST_BYTES, Sheet, read_sheet, written_csv, written_xlsx
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.catalogue.catalogue import Catalogue

XLSX = ".xlsx"
_FOLDER = "procedures/"


@dataclass(frozen=True)
class RuleTable:
    """The procedures of a folder of forms; `cache`: see kiosk.bootstrap.forms."""

    forms: Path
    cache: Path | None

    @cached_property
    def _catalogue(self) -> Catalogue:
        return read_forms(self.forms, cache=self.cache)

    @cached_property
    def _texts(self) -> dict[str, str]:
        content = self._catalogue.files.content
        return {name: data.decode() for name, data in content.items() if name.startswith(_FOLDER)}

    @cached_property
    def _reader(self) -> Reader:
        book = self._catalogue.book.whole
        converter = Converter(book)

        def rule(said: str) -> tuple[str, str]:
            made = converter.cel(said)
            return (made, "") if isinstance(made, str) else ("", str(made))

        return Reader(lambda text: converter.say(text).text, rule, lambda text: rule_issue(book, text))

    @property
    def _unread(self) -> tuple[Issue, ...]:
        """What is wrong with the procedures themselves: no table is made of them, and none goes into them."""
        return tuple(issue for issue in self._catalogue.issues if issue.where.startswith(_FOLDER))

    def export(self, file: Path, *, only: frozenset[str]) -> Sheet | tuple[Issue, ...]:
        """Write the table; over an earlier one its foreign columns stay."""
        if self._unread:
            return self._unread
        strange = sorted(only - self._catalogue.book.whole.procedures.keys())
        if strange:
            known = "、".join(self._catalogue.book.whole.procedures)
            return (Issue(where=strange[0], message="この手続はありません。", allowed=known),)
        before = self._came(file) if file.exists() else Sheet(COLUMNS)
        if isinstance(before, Issue):
            return (before,)
        made = sheet(self._texts, self._reader, before, only=only)
        try:
            data = written_xlsx(made, title="規則") if file.suffix.lower() == XLSX else written_csv(made)
            write_whole(file, data)
        except OSError as error:
            return (Issue(where=file.name, message=f"書けません（{disk_words(error)}）。"),)
        return made

    def take(self, file: Path, *, dry: bool) -> Taken | tuple[Issue, ...]:
        """Take a table into the files; nothing is written where a row was not taken."""
        if self._unread:
            return self._unread
        came = self._came(file)
        if isinstance(came, Issue):
            return (came,)
        made = taken(self._texts, came, self._reader, name=file.name)
        if dry or made.issues:
            return made
        try:
            for name, text in made.files.items():
                written_in(self.forms, name, text.encode())
        except OSError as error:
            return (Issue(where=file.name, message=f"書けません（{disk_words(error)}）。"),)
        return made

    @staticmethod
    def _came(file: Path) -> Sheet | Issue:
        try:
            content = take(file, most=MOST_BYTES)
        except Untaken as error:
            return Issue(where=file.name, message=error.message, allowed=error.allowed)
        except OSError:
            return Issue(where=file.name, message="ファイルを読めません。")
        return read_sheet(content, name=file.name, ours=COLUMNS, made_by="kiosk rules table --out")
