"""The translation matrix of a place: made from its forms and words, and taken back into them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.catalogue.files import Files
from kiosk.catalogue.intake import Untaken, take
from kiosk.catalogue.layout import WORDS
from kiosk.designing.releasing.publish import written_in
from kiosk.designing.translating.rows import CatalogueRows, Row
from kiosk.designing.translating.screens import screen_rows
from kiosk.designing.translating.table import (
    MOST_BYTES,
    Sheet,
    read_sheet,
    sheet_of,
    written_csv,
    written_xlsx,
)
from kiosk.designing.translating.writing import Taken, Writer
from kiosk.durable import write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words

if TYPE_CHECKING:
    from pathlib import Path

XLSX = ".xlsx"


@dataclass(frozen=True)
class Translating:
    """The words of a folder of forms (the city's, or a draft's) and of the screens."""

    forms: Path
    words: Path

    @cached_property
    def _files(self) -> tuple[Files, Files]:
        return Files.read(self.forms), Files.read(self.words, WORDS)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every word that a resident sees."""
        forms, words = self._files
        return (*CatalogueRows(forms.content).rows(), *screen_rows(words.content))

    def export(self, file: Path) -> Sheet | Issue:
        """Write the matrix; over an earlier one its foreign columns stay, and what is stale since then is told."""
        before = self._came(file) if file.exists() else Sheet()
        if isinstance(before, Issue):
            return before
        made = sheet_of(self.rows, before)
        try:
            write_whole(file, written_xlsx(made) if file.suffix.lower() == XLSX else written_csv(made))
        except OSError as error:
            return Issue(where=file.name, message=f"書けません（{disk_words(error)}）。")
        return made

    def take(self, file: Path, *, dry: bool) -> Taken | Issue:
        """Take the translations of a matrix into the files; what was not taken is told."""
        came = self._came(file)
        if isinstance(came, Issue):
            return came
        forms, words = self._files
        taken = Writer(forms.content, words.content, {row.key: row for row in self.rows}).take(came, name=file.name)
        if dry:
            return taken
        try:
            for root, changed in ((self.forms, taken.forms), (self.words, taken.words)):
                for name, data in changed.items():
                    written_in(root, name, data)
        except OSError as error:
            return Issue(where=file.name, message=f"書けません（{disk_words(error)}）。")
        return taken

    @staticmethod
    def _came(file: Path) -> Sheet | Issue:
        try:
            return read_sheet(take(file, most=MOST_BYTES), name=file.name)
        except Untaken as error:
            return Issue(where=file.name, message=error.message, allowed=error.allowed)
        except OSError:
            return Issue(where=file.name, message="ファイルを読めません。")
