"""A window that is ended without a word, at any moment: at most the last key is lost."""

from pathlib import Path

from kiosk.bench.sudden import lost_keys
from tests.read_before import begun


def test_whatever_was_typed_is_on_the_disk_but_for_the_last_key(tmp_path: Path) -> None:
    assert max(lost_keys(tmp_path / "clerk", ends=6, known=begun(tmp_path / "known"))) <= 1
