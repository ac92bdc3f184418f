"""Two windows on one draft: the second one is told who has it open, and nobody is once the first one is gone."""

import datetime as dt
from pathlib import Path

from kiosk.bootstrap.draft_hold import MARK, hold

AT = dt.datetime(2026, 4, 20, 10, 32, tzinfo=dt.UTC)


def test_the_second_window_is_told_who_has_the_draft_open_since_when(tmp_path: Path) -> None:
    first = hold(tmp_path, by="1001", at=AT)
    assert first.other == ""
    assert hold(tmp_path, by="1002", at=AT).other == "1001 04/20 10:32"
    first.release()
    third = hold(tmp_path, by="1002", at=AT)
    assert third.other == ""
    assert (tmp_path / MARK).read_text() == "1002 04/20 10:32"
    third.release()
    third.release()


def test_a_folder_that_takes_no_mark_keeps_nobody_from_working(tmp_path: Path) -> None:
    assert hold(tmp_path / "none", by="1001", at=AT).other == ""
