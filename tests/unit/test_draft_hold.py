"""Several windows on one draft: one works, the others know who does; nobody keeps it who is gone."""

import datetime as dt
import os
from pathlib import Path

from kiosk.bootstrap.draft_hold import MARK, Hold, hold

AT = dt.datetime(2026, 4, 20, 10, 32, tzinfo=dt.UTC)


def looked(*holds: Hold) -> list[bool]:
    """Who has it, after everybody has looked."""
    for each in holds:
        each.look()
    return [not each.other for each in holds]


def test_the_second_window_is_told_who_has_the_draft_open_since_when(tmp_path: Path) -> None:
    first = hold(tmp_path, by="1001", at=AT)
    second = hold(tmp_path, by="1002", at=AT)
    assert not first.other
    assert second.other.startswith("1001 04/20 10:32 ")
    first.release()
    assert looked(second) == [True]
    assert (tmp_path / MARK).read_text().startswith("1002 04/20 10:32")
    for each in (second, second):
        each.release()


def test_whoever_takes_it_over_has_it_whatever_the_order_in_which_the_others_look(tmp_path: Path) -> None:
    first, second, third = (hold(tmp_path, by=name, at=AT) for name in ("1001", "1002", "1003"))
    second.take()
    assert looked(third, first, third, first, second, third, first) == [False, False, False, False, True, False, False]
    second.release()
    assert looked(first, third, first) == [False, True, False]  # it was taken from the first one
    first.take()
    assert looked(third, first) == [False, True]
    for each in (first, third):
        each.release()


def test_a_window_that_ended_without_a_word_keeps_nobody_waiting(tmp_path: Path) -> None:
    first = hold(tmp_path, by="1001", at=AT)
    os.close(first._mark)
    second = hold(tmp_path, by="1002", at=AT)
    assert second.other
    os.utime(tmp_path / MARK, (0, 0))
    assert looked(second) == [True]
    second.release()


def test_a_folder_that_takes_no_mark_keeps_nobody_from_working(tmp_path: Path) -> None:
    free = hold(tmp_path / "none", by="1001", at=AT)
    assert looked(free) == [True]
    free.release()
