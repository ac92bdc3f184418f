"""The local log: what it tells IT staff, and what it never tells anybody."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kiosk.bootstrap.log import BYTES, FILES, NAME, LocalLog
from kiosk.flow.clock import FixedClock
from kiosk.model.errors import SiteError
from kiosk.model.fact import Fact
from kiosk.words import Words

SECRET = "架空　太郎 1988-06-15"


@pytest.fixture
def log(tmp_path: Path) -> LocalLog:
    return LocalLog(tmp_path / "logs", FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))


def lines(folder: Path) -> list[dict[str, object]]:
    text = (folder / "logs" / NAME).read_text(encoding="ascii")
    return [json.loads(line) for line in text.splitlines()]


def caught(work: object) -> BaseException:
    assert callable(work)
    try:
        work()
    except Exception as error:  # noqa: BLE001 - any error will do
        return error
    raise AssertionError("nothing went wrong")


def test_a_defect_is_where_it_broke_and_of_what_kind_without_its_words(log: LocalLog, tmp_path: Path) -> None:
    reference = log.defect(caught(lambda: Words("key = 語")(SECRET)))
    log.close()
    (line,) = lines(tmp_path)
    assert line["ref"] == reference
    assert line["kinds"] == ["Defect"]
    assert str(line["at"]).count("kiosk/words.py:") >= 1
    assert line["time"] == "2026-04-20T01:00:00.000+00:00"


def test_neither_an_error_nor_its_cause_is_quoted(log: LocalLog, tmp_path: Path) -> None:
    def fail() -> None:
        try:
            Fact.model_validate({"path": SECRET, "value": [SECRET], "source": SECRET})
        except ValueError as error:
            raise RuntimeError(SECRET) from error

    log.defect(caught(fail))
    log.trouble("store", SiteError("store-full", what=SECRET, mend=SECRET).code)
    log.close()
    text = (tmp_path / "logs" / NAME).read_text(encoding="ascii")
    assert "u67b6" not in text
    assert "1988" not in text
    defect, trouble = lines(tmp_path)
    assert defect["kinds"] == ["RuntimeError", "ValidationError"]
    assert (trouble["kind"], trouble["code"]) == ("store", "store-full")


def test_what_qt_says_loses_what_is_quoted_counted_or_japanese(log: LocalLog, tmp_path: Path) -> None:
    log.qt("QtWarningMsg", "qt.text", "cannot draw \"架空\" of '03-0000-0000' at 123, 太郎")
    log.close()
    (line,) = lines(tmp_path)
    assert line["message"] == "cannot draw  of  at ###, "


def test_the_file_rotates_and_a_few_are_kept(log: LocalLog, tmp_path: Path) -> None:
    for _ in range((FILES + 2) * BYTES // 90):
        log.trouble("store", "store-full" * 5)
    log.close()
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == [NAME, *(f"{NAME}.{number}" for number in range(1, FILES + 1))]
    assert all(path.stat().st_size <= BYTES for path in (tmp_path / "logs").iterdir())


def test_a_folder_that_cannot_be_written_costs_lines_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"a file is in the way")
    log = LocalLog(tmp_path / "logs", FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    assert log.defect(ValueError(SECRET)).startswith("D-")
    (tmp_path / "logs").unlink()
    log.mended("store")
    log.close()
    assert [line["event"] for line in lines(tmp_path)] == ["mended"]
