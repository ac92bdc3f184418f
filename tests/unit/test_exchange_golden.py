"""The sample household as files: byte for byte what a receiving system was told to expect."""

from pathlib import Path

import pytest

from kiosk.exchange.destinations.bundle import Bundle, Formats, bundle
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.gif import load_gif
from kiosk.exchange.records.sample import sample_parcel

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "forms" / "exchange"
GOLDEN = ROOT / "tests" / "golden" / "exchange"


def made() -> dict[str, bytes]:
    formats = Formats(
        columns=load_columns((FORMS / "columns.toml").read_bytes()), gif=load_gif((FORMS / "gif.toml").read_bytes())
    )
    found = bundle(sample_parcel(), formats)
    assert isinstance(found, Bundle)
    return {file.name: file.content for file in (*found.files, found.checklist) if not file.name.endswith(".pdf")}


def test_the_household_becomes_exactly_the_expected_files() -> None:
    assert sorted(made()) == sorted(path.name for path in GOLDEN.iterdir())


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.iterdir()))
def test_a_file_is_byte_for_byte_what_it_was(name: str) -> None:
    assert made()[name] == (GOLDEN / name).read_bytes()


def test_no_golden_file_holds_a_number_of_the_register() -> None:
    for path in GOLDEN.iterdir():
        text = path.read_text(encoding="utf-8")
        for word in ("kojinbango", "個人番号", "住民票コード", "juminhyokodo", "基礎年金番号", "my_number"):
            assert word not in text
