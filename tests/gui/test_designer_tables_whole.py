"""様式設計: what reaches beyond a field: a file or a row is called otherwise, changes its place, or goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.designer import Draft, leave, opened
from tests.gui.designer_tables import on_disk, part, show

PROCEDURE = "procedures/P01.toml"


@pytest.fixture
def draft(qtbot: QtBot, tmp_path: Path) -> Iterator[Draft]:
    made = opened(qtbot, tmp_path)
    yield made
    leave(made)


def test_a_procedure_is_called_otherwise_everywhere_in_one_step(draft: Draft) -> None:
    window = draft.seat.window
    before = {path: path.read_bytes() for path in draft.forms.rglob("*.toml")}
    show(draft, PROCEDURE)
    form = window.tables.view.form
    form.renamed.emit((), "P01")
    assert "P01" in window.tables.view.told.label.text  # there is one
    form.renamed.emit((), "dog 1")
    assert window.tables.view.told.label.text
    form.renamed.emit((), "P01B")
    draft.wait()
    assert not window.problems.list.count()
    window.do("save")
    draft.wait()
    assert not (draft.forms / PROCEDURE).exists()
    assert on_disk(draft, "procedures/P01B.toml")["id"] == "P01B"
    spoke = {path for path, data in before.items() if b'"P01"' in data and path.name != "P01.toml"}
    assert spoke
    assert spoke <= {path for path in draft.forms.rglob("*.toml") if b'"P01B"' in path.read_bytes()}
    assert not [path for path in draft.forms.rglob("*.toml") if b'"P01"' in path.read_bytes()]
    window.do("undo")
    window.do("save")
    draft.wait()
    assert {path: path.read_bytes() for path in draft.forms.rglob("*.toml")} == before


def test_rows_change_places_by_their_buttons(draft: Draft) -> None:
    window = draft.seat.window
    show(draft, PROCEDURE, "version", 0, "filers", 0)
    assert part(draft).ways == ()  # it is the only one
    window.tables.view.form.added.emit(("version", 0, "filers"), "")
    draft.wait()
    assert part(draft).ways == (-1,)
    window.tables.view.form.shifted.emit(("version", 0, "filers", 1), -1)
    draft.wait()
    assert (part(draft).path, part(draft).ways) == (("version", 0, "filers", 0), (1,))
    was = on_disk(draft, PROCEDURE)["version"][0]["filers"]
    window.do("save")
    now = on_disk(draft, PROCEDURE)["version"][0]["filers"]
    assert now[1:] == was


def test_what_others_speak_of_is_shown_before_it_goes_and_follows_a_new_name(draft: Draft) -> None:
    window = draft.seat.window
    show(draft, "vocabulary.toml", "item", "case.has_dog")
    form = window.tables.view.form
    form._remove()
    assert form.uses.count() >= 3
    assert "case.has_dog" in on_disk(draft, "vocabulary.toml")["item"]
    assert "もう一度" in form.told.label.text
    form.renamed.emit(("item", "case.has_dog"), "犬")
    assert "半角" in window.tables.view.told.label.text
    form.renamed.emit(("item", "case.has_dog"), "case.dog")
    draft.wait()
    assert part(draft).path == ("item", "case.dog")
    assert not window.problems.list.count()
    window.do("save")
    draft.wait()
    assert "case.dog" in on_disk(draft, PROCEDURE)["version"][0]["when"]
    show(draft, "vocabulary.toml", "item", "case.dog")
    form._remove()
    form._remove()
    draft.wait()
    assert any("case.dog" in window.problems.list.item(at).text() for at in range(window.problems.list.count()))
    window.do("undo")
    draft.wait()
    assert not window.problems.list.count()
