"""A catalogue with a problem is not used: the last good one is, every desk says so, and a visit ends as it began."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.forms import FormsRefused, in_force
from kiosk.bootstrap.late import LateDesk
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.catalogue.files import Files
from kiosk.catalogue.shelf import NOTE, Shelf
from kiosk.flow.actions import End, StartVisit
from kiosk.flow.clock import FixedClock
from kiosk.flow.jobs import Park, Unpark
from tests.edits import change
from tests.tiny_forms import tiny_forms
from tests.visits import ROOT

DAY = dt.date(2026, 4, 20)
PROCEDURE = "procedures/P01.toml"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    home = tmp_path / "home"
    home.mkdir()
    return Place(forms=tiny_forms(tmp_path / "forms"), assets=ROOT / "assets", home=home)


def use(place: Place, *, day: dt.date = DAY) -> tuple[str, str, int]:
    """Which name the procedure has now, since when the forms are used, and how many problems the folder has."""
    found = in_force(place, today=day, needed=frozenset)
    return found.catalogue.book.procedures["P01"].name, found.since, len(found.issues)


def spoil(place: Place) -> None:
    change(place.forms / PROCEDURE, "reason_not =", "reason_nott =")


def test_the_last_forms_that_were_right_are_used_while_those_of_the_folder_are_wrong(place: Place) -> None:
    assert use(place) == ("犬の届出", "", 0)
    change(place.forms / PROCEDURE, 'name = "犬の届出"', 'name = "犬の新しい届出"')
    assert use(place, day=DAY + dt.timedelta(1)) == ("犬の新しい届出", "", 0)
    spoil(place)
    assert use(place, day=DAY + dt.timedelta(2)) == ("犬の新しい届出", "2026-04-21", 1)


def test_mended_forms_are_used_again(place: Place) -> None:
    use(place)
    spoil(place)
    assert use(place)[2] == 1
    change(place.forms / PROCEDURE, "reason_nott =", "reason_not =")
    assert use(place) == ("犬の届出", "", 0)


def test_without_any_that_were_right_every_problem_is_told_and_nothing_begins(place: Place) -> None:
    spoil(place)
    change(place.forms / "groups.toml", '"m.old"', '"m.olt"')
    with pytest.raises(FormsRefused) as refused:
        use(place)
    assert len(refused.value.issues) == 2
    assert f"{PROCEDURE} 18行目" in refused.value.mend
    assert "groups.toml 2行目" in refused.value.mend


def test_forms_that_are_only_tried_out_never_take_the_place_of_the_citys(place: Place, tmp_path: Path) -> None:
    use(place)
    tried = Place(forms=tiny_forms(tmp_path / "tried"), assets=place.assets, home=place.home)
    spoil(tried)
    with pytest.raises(FormsRefused):
        use(tried)


def test_a_look_at_a_case_leaves_no_home_behind(tmp_path: Path) -> None:
    place = Place(forms=tiny_forms(tmp_path / "forms"), assets=ROOT / "assets", home=tmp_path / "none")
    use(place)
    assert not place.home.exists()


# ---- the shelf -------------------------------------------------------------------------------------------------------
@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def files(tmp_path: Path, number: int) -> Files:
    root = tiny_forms(tmp_path / f"forms{number}")
    (root / "groups.toml").write_text(f'# {number}\nP = "true"\nO = "m.old"\n', encoding="utf-8")
    return Files.read(root)


def test_what_is_laid_down_comes_back_with_the_same_digest_and_belongs_to_this_account(
    shelf: Shelf, tmp_path: Path
) -> None:
    laid = files(tmp_path, 1)
    assert shelf.keep(laid, source="here", day="2026-04-20", needed=frozenset)
    back = shelf.load(laid.digest)
    assert back is not None
    assert (back.content, back.digest) == (laid.content, laid.digest)
    assert {path.stat().st_mode & 0o777 for path in shelf.folder.iterdir()} == {0o600}
    assert shelf.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", ["cut", "other", "writable", "link", "gone"])
def test_what_is_damaged_or_could_be_anothers_is_not_taken(shelf: Shelf, tmp_path: Path, damage: str) -> None:
    one, other = files(tmp_path, 1), files(tmp_path, 2)
    for each in (one, other):
        shelf.keep(each, source="here", day="2026-04-20", needed=frozenset)
    path, second = shelf.folder / f"{one.digest}.zip", shelf.folder / f"{other.digest}.zip"
    match damage:
        case "cut":
            path.write_bytes(path.read_bytes()[:-30])
        case "other":
            path.write_bytes(second.read_bytes())
        case "writable":
            path.chmod(0o622)
        case "link":
            path.unlink()
            path.symlink_to(second)
        case _:
            path.unlink()
    assert shelf.load(one.digest) is None


@pytest.mark.parametrize("note", ["", "[]", '{"here": 3}', '{"here": {"digest": "../x", "since": "2026-04-20"}}'])
def test_a_note_that_says_something_else_names_nothing(shelf: Shelf, tmp_path: Path, note: str) -> None:
    shelf.keep(files(tmp_path, 1), source="here", day="2026-04-20", needed=frozenset)
    (shelf.folder / NOTE).write_text(note, encoding="utf-8")
    assert shelf.last("here") is None


def test_old_catalogues_make_room_but_for_those_that_somebody_needs(shelf: Shelf, tmp_path: Path) -> None:
    laid = [files(tmp_path, number) for number in range(8)]
    needed = {laid[0].digest}
    for each in laid:
        shelf.keep(each, source="here", day="2026-04-20", needed=lambda: needed)
    left = {path.stem for path in shelf.folder.glob("*.zip")}
    assert left == {laid[0].digest, *(each.digest for each in laid[-5:])}
    shelf.keep(files(tmp_path, 9), source="here", day="2026-04-20", needed=lambda: None)
    assert len(list(shelf.folder.glob("*.zip"))) == 7


def test_a_full_disk_keeps_nothing_and_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    shelf = Shelf(tmp_path / "file" / "shelf")
    assert not shelf.keep(files(tmp_path, 1), source="here", day="2026-04-20", needed=frozenset)
    assert shelf.last("here") is None


# ---- a visit ends on the forms that it began with --------------------------------------------------------------------
def desk(place: Place) -> tuple[LateDesk, StoreDoing]:
    program = Program(place, FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    return LateDesk(program), StoreDoing(program, number=lambda: "260420-001")


def test_a_parked_visit_goes_on_with_the_forms_that_it_began_with(place: Place) -> None:
    first, doing = desk(place)
    first.handle(StartVisit(event="ten"))
    state = first.state
    assert state.case is not None
    doing.do(Park(state))
    began = first.program.catalogue.digest
    first.program.close()

    change(place.forms / PROCEDURE, 'name = "犬の届出"', 'name = "犬の新しい届出"')
    second, doing = desk(place)
    try:
        second.handle(StartVisit(event="ten"))
        assert second.edition.book.procedures["P01"].name == "犬の新しい届出"
        second.handle(End())
        second.handle(doing.do(Unpark(state.case.id)))
        assert second.state.catalogue == began
        assert second.edition.book.procedures["P01"].name == "犬の届出"
        assert second.edition.store is second.program.store
        assert second.program.editions.of(second.visit.snapshot.facts.book) is second.edition  # type: ignore[union-attr]
        second.handle(End())
        second.handle(StartVisit(event="ten"))
        assert second.edition is second.program
    finally:
        second.program.close()


def test_a_parked_visit_whose_forms_nobody_kept_goes_on_with_those_of_now(place: Place) -> None:
    first, doing = desk(place)
    first.handle(StartVisit(event="ten"))
    state = first.state
    assert state.case is not None
    doing.do(Park(state))
    first.program.close()
    for path in (place.home / "catalogues").glob("*.zip"):
        path.unlink()
    change(place.forms / PROCEDURE, 'name = "犬の届出"', 'name = "犬の新しい届出"')
    second, doing = desk(place)
    try:
        page = second.handle(doing.do(Unpark(state.case.id))).page
        assert [notice.message.code for notice in page.notices] == ["notice-parked-other-forms"]
        assert second.state.catalogue == second.program.catalogue.digest
    finally:
        second.program.close()


def test_the_forms_of_a_parked_visit_never_make_room(place: Place) -> None:
    first, doing = desk(place)
    first.handle(StartVisit(event="ten"))
    doing.do(Park(first.state))
    began = first.program.catalogue.digest
    first.program.close()
    for number in range(8):
        (place.forms / "groups.toml").write_text(f'# {number}\nP = "true"\nO = "m.old"\n', encoding="utf-8")
        later, _ = desk(place)
        assert later.program.catalogue.digest != began
        later.program.close()
    notes = json.loads((place.home / "catalogues" / NOTE).read_text(encoding="utf-8"))
    assert len(notes) == 1
    assert (place.home / "catalogues" / f"{began}.zip").is_file()
