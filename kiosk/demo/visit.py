"""Plays the demonstration visit three times (no card, four cards, cards and extract) and once for real."""

import json
import shutil
import time
from pathlib import Path
from typing import Any

from rich.progress import Progress

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.bootstrap.sending import Sending
from kiosk.delivery.courier import Outcome
from kiosk.delivery.lanes import run_round
from kiosk.demo.family import Demo
from kiosk.demo.screens import grab_screens
from kiosk.designing.rehearsal import Rehearsed
from kiosk.flow.actions import Confirm, Step
from kiosk.model.errors import Defect, SiteError
from kiosk.press.packet import Papers, write_papers

_OURS = ("packet.pdf", "slip.pdf", "guide.pdf", "summary.json", "forms", "screens", "delivered", "home")


def run(place: Place, out: Path, *, progress: bool) -> dict[str, Any]:
    """The whole visit into a folder; returns the summary. Raises SiteError when the folder holds other things."""
    clear_folder(out)
    home = out / "home"
    demo = Demo.prepare(place.at(home))
    with Progress(disable=not progress, transient=True) as bar:
        task = bar.add_task("見本の家族の手続", total=7)
        asked = {}
        for name, cards, extract in _SCENARIOS:
            desk, went = demo.rehearse(cards=cards, extract=extract)
            asked[name] = went.asked
            bar.advance(task)
        begun = time.perf_counter()
        page = desk.handle(Confirm())
        if page.step is not Step.DONE:
            raise Defect(f"demo visit not confirmed: {[notice.code for notice in page.notices]}")
        confirmed = time.perf_counter()
        bar.advance(task)
        papers = write_papers(demo.program.press, went.snapshot, out)
        printed = time.perf_counter()
        bar.advance(task)
        grab_screens(demo, out / "screens")
        shown = time.perf_counter()
        bar.advance(task)
        parcels = deliver(demo.program, out / "delivered")
        bar.advance(task)
    ms = {
        "confirm": confirmed - begun,
        "papers": printed - confirmed,
        "screens": shown - printed,
        "deliver": time.perf_counter() - shown,
    }
    summary = _summary(went, asked, papers, parcels, {name: round(value * 1000, 1) for name, value in ms.items()})
    write_summary(out, summary)
    return summary


_SCENARIOS = (("no_card", False, False), ("cards", True, False), ("cards_and_extract", True, True))


def deliver(program: Program, folder: Path) -> int:
    """Deliver everything, then show the outgoing folder under the demo's name; how many parcels have a receipt."""
    couriers, relay = Sending(program).couriers()
    try:
        laps = run_round(couriers)
    finally:
        relay.release()
        program.close()
    shutil.copytree(program.place.outgoing, folder, ignore=shutil.ignore_patterns(".*"))
    return sum(step.outcome is Outcome.ACKNOWLEDGED for lap in laps for step in lap.steps)


def _summary(
    went: Rehearsed, asked: dict[str, int], papers: Papers, parcels: int, ms: dict[str, float]
) -> dict[str, Any]:
    forms: dict[str, int] = {}
    for form in went.snapshot.forms:
        forms[form.template] = forms.get(form.template, 0) + form.filled
    boxes = sum(forms.values())
    return {
        "forms": forms,
        "boxes": boxes,
        "asked": asked,
        "ratio": round(asked["cards_and_extract"] / boxes, 3),
        "ms": ms,
        "parcels": parcels,
        "warnings": list(papers.warnings),
    }


def write_summary(out: Path, summary: dict[str, Any]) -> None:
    """summary.json, last: its presence says that the run was whole."""
    (out / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def clear_folder(out: Path) -> None:
    """Take away what an earlier demo left; a folder with anything else in it is not ours to touch."""
    found = {path.name for path in out.iterdir()} if out.is_dir() else set()
    if found - set(_OURS):
        mend = "空のフォルダーか、前の見本のフォルダーを --out で指定してください。"
        raise SiteError("F02", what=f"フォルダー {out.name} に見本以外のファイルがあります。", mend=mend)
    for name in found:
        path = out / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    out.mkdir(parents=True, exist_ok=True)
