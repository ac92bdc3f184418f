"""画像を選ぶ: a picture comes into the form's folder with the form, safely named, and leaves with it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from kiosk.designing.editing.pictures import fetched, safe_name
from kiosk.designing.editing.workbench import Workbench
from kiosk.model.base import Issue
from kiosk.model.edits import Remove
from tests.forms import load_form
from tests.unit.test_boxes_pictures import FILES, SEAL_BOX
from tests.unit.test_templates_loading import FORM, publish

OTHER = FILES["seal.png"] + b"\0"


def saved(picture: Image.Image, kind: str) -> bytes:
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    folder = publish(tmp_path, FORM + SEAL_BOX)
    (folder / "seal.png").write_bytes(FILES["seal.png"])
    found = Workbench.open(folder)
    assert isinstance(found, Workbench)
    return found


def pictures(bench: Workbench) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in bench.file.parent.glob("*.png")}


def shown(bench: Workbench) -> str:
    return next(box.picture for box in bench.now.template.boxes if box.id == "no9")


def test_a_picture_lies_in_the_folder_once_the_form_is_saved_and_the_one_before_leaves(bench: Workbench) -> None:
    bench.lay_picture("no9", "crest.png", OTHER)
    assert (shown(bench), bench.picture("crest.png"), [*pictures(bench)]) == ("crest.png", OTHER, ["seal.png"])
    assert bench.save() == ()
    assert pictures(bench) == {"crest.png": OTHER}
    assert not isinstance(load_form(bench.file.parent), tuple)


def test_a_step_back_brings_the_picture_before_again_and_both_stand_as_they_were(bench: Workbench) -> None:
    bench.lay_picture("no9", "crest.png", OTHER)
    bench.save()
    bench.undo()
    assert shown(bench) == "seal.png"
    bench.save()
    assert pictures(bench) == {"seal.png": FILES["seal.png"]}
    bench.redo()
    bench.save()
    assert pictures(bench) == {"crest.png": OTHER}


def test_another_picture_of_the_same_name_takes_no_ones_place_and_the_same_one_needs_none(bench: Workbench) -> None:
    bench.lay_picture("no9", "seal.png", FILES["seal.png"])
    assert (shown(bench), bench.saved) == ("seal.png", True)
    bench.lay_picture("no9", "seal.png", OTHER)
    assert shown(bench) == "seal-2.png"


def test_a_picture_is_called_otherwise_and_goes_with_its_box(bench: Workbench) -> None:
    bench.rename_picture("no9", "市長印 Mayor")
    assert shown(bench) == "mayor.png"
    bench.save()
    assert pictures(bench) == {"mayor.png": FILES["seal.png"]}
    bench.do(Remove(("no9",)))
    bench.save()
    assert pictures(bench) == {}


def test_a_photograph_becomes_a_png_and_what_is_no_picture_is_refused_with_what_may_be(tmp_path: Path) -> None:
    colours = Image.effect_noise((40, 30), 80.0).convert("RGB")
    for name, data in {
        "a.JPG": saved(colours, "JPEG"),
        "b.tif": saved(colours, "TIFF"),
        "c.bmp": saved(colours, "BMP"),
    }.items():
        (tmp_path / name).write_bytes(data)
        made = fetched(tmp_path / name)
        assert isinstance(made, tuple)
        assert made[0] == f"{name[0]}.png"
        with Image.open(io.BytesIO(made[1])) as read, Image.open(io.BytesIO(data)) as was:
            assert read.tobytes() == was.convert("RGB").tobytes()
    wrong = {"d.gif": saved(colours, "GIF"), "e.png": b"text", "f.jpg": b"text", "g.svg": b"<svg><script/></svg>"}
    for name, data in wrong.items():
        (tmp_path / name).write_bytes(data)
        issue = fetched(tmp_path / name)
        assert isinstance(issue, Issue)
        assert (issue.where, bool(issue.message)) == (name, True)
    assert isinstance(fetched(tmp_path / "none.png"), Issue)
    (tmp_path / "large.png").write_bytes(FILES["seal.png"] + bytes(5 * 1024 * 1024))
    assert isinstance(fetched(tmp_path / "large.png"), Issue)


@pytest.mark.parametrize(
    ("said", "name"),
    [("公印", "picture"), ("Ｓｅａｌ ２", "seal2"), ("../../x y", "xy"), ("-_-", "picture"), ("a" * 90, "a" * 40)],
)
def test_a_name_is_one_that_every_system_takes(said: str, name: str) -> None:
    assert safe_name(said) == name
