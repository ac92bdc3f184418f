"""A ministry's new paper becomes the next version of a form: the bindings come along, what has changed is told."""

import dataclasses
import datetime as dt
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from kiosk.bootstrap.program import Program
from kiosk.bootstrap.revising import NextVersion, revise
from kiosk.designing.importing.revising import Change, Revised
from kiosk.flow.clock import FixedClock
from kiosk.model.template import Template
from kiosk.render.drawlist import DrawList, Frame, Item, Rule, Text
from kiosk.render.pdf import PdfPage, PdfWriter
from tests.commands import Kiosk
from tests.other_hands import drawn, plain, shaper
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT, place_at

SINCE = dt.date(2027, 4, 1)


@cache
def program() -> Program:
    return Program(place_at(ROOT / "no-store-is-opened"), FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))


def paper(items: tuple[Item, ...], form: str = "F03") -> bytes:
    page = drawn(form)
    blank = DrawList(width=page.width, height=page.height)
    return PdfWriter(shaper()).write([PdfPage(dataclasses.replace(page, items=items), blank)], title="用紙")


def lower(form: str, below: float, dy: float) -> tuple[Item, ...]:
    """What a form prints, with everything below a line moved down."""
    return tuple(_lower(item, below, dy) for item in drawn(form).items)


def _lower(item: Item, below: float, dy: float) -> Item:
    moved = {name: getattr(item, name) + dy for name in ("y", "y1", "y2") if getattr(item, name, 0) > below}
    return dataclasses.replace(item, **moved)


def next_version(
    folder: Path, data: bytes, form: str = "F03", *, taken: Collection[str] = (), picture: Path | None = None
) -> NextVersion:
    path = folder / "new.pdf"
    path.write_bytes(data)
    done = revise(program(), form, path, since=SINCE, root=folder / "forms", taken=taken, picture=picture)
    assert isinstance(done, NextVersion), done
    return done


def template(done: NextVersion) -> Template:
    return done.revised.draft.template


def labels(found: Revised, change: Change) -> list[str]:
    return [step.label for step in found.of(change)]


def test_the_same_paper_again_changes_nothing_and_nothing_is_to_confirm(tmp_path: Path) -> None:
    done = next_version(tmp_path, plain("F03"))
    assert {change: len(done.revised.of(change)) for change in Change if done.revised.of(change)} == {Change.SAME: 16}
    assert done.revised.to_confirm == ()
    assert template(done).boxes == done.before.boxes
    assert (done.issues, done.folder.name, template(done).valid_from) == ((), "002", SINCE)


def test_a_number_that_a_version_had_in_a_release_is_never_given_again(tmp_path: Path) -> None:
    assert next_version(tmp_path, plain("F03"), taken=("002", "003")).folder.name == "004"


def test_boxes_that_moved_keep_what_they_are_filled_with_at_their_new_place(tmp_path: Path) -> None:
    done = next_version(tmp_path, paper(lower("F03", 120.0, 6.0)))
    moved = done.revised.of(Change.MOVED)
    assert len(moved) > 3
    assert done.revised.of(Change.LOST) == ()
    for step in moved:
        assert step.before is not None
        assert step.after is not None
        assert step.after.rect.y - step.before.rect.y == pytest.approx(6.0, abs=0.5)
        same = {"rect": step.before.rect, "options": step.before.options, "parts": step.before.parts}
        assert step.after.model_copy(update=same) == step.before


def test_a_field_that_was_added_stays_for_the_pen_until_somebody_says_what_stands_in_it(tmp_path: Path) -> None:
    below = max(item.y + item.h for item in drawn("F03").items if isinstance(item, Frame)) + 3
    new: tuple[Item, ...] = (
        Frame(x=20, y=below, w=30, h=9, width=0.3),
        Frame(x=50, y=below, w=140, h=9, width=0.3),
        Text(x=22, y=below + 6, size_pt=9.0, face="gothic", text="電子メール"),
    )
    done = next_version(tmp_path, paper((*drawn("F03").items, *new)))
    (added,) = done.revised.of(Change.ADDED)
    assert added.after is not None
    assert (added.label, added.after.fact, added.after.no) == ("電子メール", "", 17)
    assert "新しい欄です" in added.confirm
    assert "# 確かめる: 電子メール" in (done.folder / "template.toml").read_text(encoding="utf-8")


def test_a_field_that_is_gone_is_told_with_what_is_written_no_more(tmp_path: Path) -> None:
    last = max(program().book.templates["F03", "001"].boxes, key=lambda box: box.rect.y).rect
    kept = tuple(
        item
        for item in drawn("F03").items
        if not (isinstance(item, Frame | Rule) and _high(item) > last.y - 12) and not _word_below(item, last.y - 12)
    )
    done = next_version(tmp_path, paper(kept))
    lost = done.revised.of(Change.LOST)
    assert lost
    assert all("もう書かれません" in step.confirm or "手書きの欄" in step.confirm for step in lost)
    ids = {box.id for box in template(done).boxes}
    assert set(template(done).essential) <= ids
    assert not ids & {step.before.id for step in lost if step.before}


def _high(item: Frame | Rule) -> float:
    return item.y if isinstance(item, Frame) else item.y1


def _word_below(item: Item, line: float) -> bool:
    return isinstance(item, Text) and item.y > line


def test_both_papers_are_seen_on_each_other(tmp_path: Path) -> None:
    picture = tmp_path / "both.pdf"
    next_version(tmp_path, paper(lower("F03", 120.0, 6.0)), picture=picture)
    pdf = pypdfium2.PdfDocument(picture.read_bytes())
    seen = pdf[0].render(scale=0.5).to_pil().convert("RGB")
    pdf.close()
    colours = set(seen.get_flattened_data()) if hasattr(seen, "get_flattened_data") else set(seen.getdata())
    assert any(red > 180 and blue < 120 for red, _, blue in colours)
    assert any(blue > 180 and red < 120 for red, _, blue in colours)


@pytest.mark.parametrize(
    ("form", "since", "data", "said"),
    [
        ("F999", SINCE, plain(), "この番号の様式はありません"),
        ("F03", dt.date(2020, 1, 1), plain(), "始まりより後の日"),
        ("F03", SINCE, b"no paper", "new.pdf"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, form: str, since: dt.date, data: bytes, said: str
) -> None:
    path = tmp_path / "new.pdf"
    path.write_bytes(data)
    found = revise(program(), form, path, since=since, root=tmp_path / "forms")
    assert isinstance(found, tuple)
    assert said in str(found[0])
    assert not (tmp_path / "forms").exists()


def test_a_form_is_revised_in_a_draft_at_the_command_line(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_FORMS", str(tiny_forms(tmp_path / "forms")))
    blank = tmp_path / "blank.pdf"
    assert kiosk("paper", "F01", "--out", blank).code == 0
    folder = Path(kiosk("forms", "draft", "neu", "--reason", "改正された様式", "--json").document["folder"])
    done = kiosk("forms", "revise", "F01", blank, "--draft", "neu", "--from", "2027-04-01")
    assert "F01　001 版 → 002 版" in done.out
    assert (folder / "templates" / "F01" / "002" / "paper.pdf").read_bytes() == blank.read_bytes()
    assert not (tmp_path / "forms" / "templates" / "F01" / "002").exists()
    again = kiosk("forms", "revise", "F01", blank, "--draft", "neu", "--from", "2028-04-01", "--json")
    assert again.document["version"] == "003"
    assert kiosk("forms", "revise", "F01", blank, "--draft", "none").code == 1


def test_choices_and_the_parts_of_a_date_move_with_their_box(tmp_path: Path) -> None:
    done = next_version(tmp_path, paper(lower("F04", 165.0, 5.0), "F04"), form="F04")
    moved = [(step.before, step.after) for step in done.revised.of(Change.MOVED) if step.before and step.after]
    chosen = [(old, new) for old, new in moved if old.options]
    dated = [(old, new) for old, new in moved if old.parts is not None]
    assert chosen
    assert dated
    for old, new in chosen:
        assert [option.code for option in new.options] == [option.code for option in old.options]
        assert new.options[0].rect.y - old.options[0].rect.y == pytest.approx(5.0, abs=1.0)
    for old, new in dated:
        assert new.parts is not None
        assert old.parts is not None
        assert new.parts.year.y - old.parts.year.y == pytest.approx(5.0, abs=1.0)
