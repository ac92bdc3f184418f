"""Writes the papers of a visit as PDF files: the whole packet, one file per form, the slip and the guide sheet."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from kiosk.model.disk import disk_words
from kiosk.model.errors import SiteError
from kiosk.model.filled import FilledForm
from kiosk.press.press import Press
from kiosk.rules.snapshot import Snapshot


@dataclass(frozen=True)
class Papers:
    """The files that were written, and what staff must look at before printing."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...]


def write_papers(press: Press, snapshot: Snapshot, folder: Path, *, progress: bool = False) -> Papers:
    """Write packet, forms/<ID>, letters, slip and guide as .pdf; each file is whole or not there. Raises SiteError.

    A form whose fields stay open is such a file; in the packet it is as it is printed and kept (PDF/A). A visit without
    a form (someone may not file, or a guide is all they need) has no packet.
    """
    stamp = press.stamp(snapshot.case.slip)
    by_form: dict[str, list[FilledForm]] = {}
    for form in snapshot.leaving:
        by_form.setdefault(form.template, []).append(form)
    files: list[Path] = []
    with _writable(folder):
        if by_form:
            files.append(_put(folder / "packet.pdf", press.packet_pdf(snapshot)))
        letters = press.notice_pdf(snapshot)
        if letters:
            files.append(_put(folder / "notice.pdf", letters))
        for name in track(by_form, description="様式を作成", disable=not progress, transient=True):
            forms = by_form[name]
            content = press.renderer.fields_pdf(forms, stamp=stamp) or press.renderer.packet_pdf(forms, stamp=stamp)
            files.append(_put(folder / "forms" / f"{name}.pdf", content))
        files.append(_put(folder / "slip.pdf", press.slip_pdf(snapshot)))
        files.append(_put(folder / "guide.pdf", press.guide_pdf(snapshot)))
    found = [str(issue) for form in snapshot.leaving for issue in press.renderer.warnings(form, stamp=stamp)]
    found += [f"{name}: 届出受理通知書のあて先が分かりません。" for name in press.unaddressed(snapshot)]
    return Papers(tuple(files), tuple(dict.fromkeys(found)))


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        what = f"フォルダー {folder.name} に書き込めません（{disk_words(error)}）。"
        raise SiteError("F01", what=what, mend="空き容量と書き込みの権限を確かめてください。") from error


def _put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.part")
    with scratch.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return scratch.replace(path)
