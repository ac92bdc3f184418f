"""A version of a form that people file is never edited: a change is a new folder, with its own first day."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kiosk.catalogue.pictures import picture_files
from kiosk.catalogue.releases import next_number
from kiosk.designing.editing.text import read, revised
from kiosk.designing.editing.workbench import FILE
from kiosk.durable import flush, write_whole
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.template import Template

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection
    from pathlib import Path


def next_version(form: Path, taken: Collection[str] = ()) -> str:
    """The number behind the highest of a form: 001 → 002; `taken` are numbers that it had once."""
    there = [each.name for each in form.iterdir()] if form.is_dir() else []
    return next_number((*there, *taken))


def new_version(folder: Path, *, since: dt.date, taken: Collection[str] = ()) -> Path | tuple[Issue, ...]:
    """The version of a folder once more under the next number, in force from a day; nothing is half there.

    Where the old version has no last day it goes on until the new one begins (the newest in force is taken), so that
    its own file stays as it is. Only the paper goes along: a drawing (sheet.toml) would draw the old version.
    """
    where = f"templates/{folder.parent.name}/{folder.name}/{FILE}"
    to = folder.parent / next_version(folder.parent, taken)
    scratch = folder.parent / f".{to.name}.new"
    try:
        text = (folder / FILE).read_bytes().decode()
        before = read(text, where=where)
        if not isinstance(before, Template):
            return before
        if since <= before.valid_from:
            message = f"新しい版は、今の版（{before.valid_from}から）より後の日からにします。"
            return (Issue(where="施行日", message=message, allowed=f"{before.valid_from} より後の日"),)
        after = before.model_copy(update={"version": to.name, "valid_from": since, "valid_to": None})
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        for name in dict.fromkeys((*(page.background for page in before.pages), *picture_files(before))):
            write_whole(scratch / name, (folder / name).read_bytes())
        write_whole(scratch / FILE, revised(text, before, after).encode())
        scratch.rename(to)
        flush(folder.parent)
    except OSError as error:
        shutil.rmtree(scratch, ignore_errors=True)
        return (Issue(where=where, message=f"書けません（{disk_words(error)}）。"),)
    return to
