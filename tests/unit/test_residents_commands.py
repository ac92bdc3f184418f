"""`kiosk residents`: a register is read in, its state is told, and nothing of it is told about anybody."""

import sqlite3
from pathlib import Path

from tests.commands import Kiosk
from tests.residents import PRACTICE, changed


def test_a_register_is_read_in_told_and_forgotten(kiosk: Kiosk) -> None:
    assert kiosk("residents", "status").code == 1
    done = kiosk("residents", "import", PRACTICE, "--day", "2026-04-17")
    assert (done.code, "15人、7世帯" in done.out, "亡くなられた方 1人" in done.out) == (0, True, True)
    state = kiosk("residents", "status", "--json")
    register = state.document["register"]
    assert (register["day"], register["people"], register["old"], state.code) == ("2026-04-17", 15, True, 1)
    assert "古くなっています" in kiosk("residents", "status").out
    assert "住民記録のデータが古くなっています" in kiosk("status").out
    assert kiosk("residents", "forget", "--reason", "試用の終わり").code == 0
    assert (kiosk("residents", "status").code, kiosk("residents", "forget", "--reason", "もう一度").code) == (1, 1)
    told = kiosk("audit", "list").out
    assert ["住民記録を取り込んだ" in told, "住民記録を消した" in told, "見本" in told] == [True, True, False]


def test_a_bad_row_is_named_and_the_others_are_read_in(kiosk: Kiosk, tmp_path: Path) -> None:
    done = kiosk("residents", "import", changed(tmp_path, ("2015-07-07", "いつか")))
    assert (done.code, "14人、7世帯" in done.out, "4行目 生年月日" in done.err) == (1, True, True)
    assert "いつか" not in done.out + done.err


def test_what_a_file_was_taken_for_is_told_where_nobody_has_said_how_it_is_written(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    file = tmp_path / "jumin.csv"
    file.write_bytes(PRACTICE.read_text(encoding="utf-8").encode("cp932"))
    done = kiosk("residents", "import", file)
    assert (done.code, "Shift_JIS（CP932） とみなしました" in done.out, "15人、7世帯" in done.out) == (0, True, True)
    assert "とみなしました" not in kiosk("residents", "import", PRACTICE).out


def test_a_broken_file_leaves_the_last_register_standing(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk("residents", "import", PRACTICE, "--day", "2026-04-17")
    shifted = changed(tmp_path, *[(f"19{year}-", f"x{year}-") for year in (84, 86, 46, 49, 91, 79)])
    no_marks = changed(tmp_path, ("支援措置区分", "備考"), name="no_marks.csv")
    no_households = changed(tmp_path, ("世帯番号", "備考"), name="no_households.csv")
    database = tmp_path / "is.sqlite"
    sqlite3.connect(database).execute("VACUUM")
    for file, told in (
        (shifted, "読めないため、取り込みません"),
        (no_marks, "支援措置の対象者を示す列がなく"),
        (no_households, "だれが同じ世帯か分かりません"),
        (database, "列がありません"),
        (tmp_path / "away.csv", "ファイルを開けません"),
    ):
        done = kiosk("residents", "import", file)
        assert (done.code, told in done.err, "そのままです" in done.err) == (1, True, True), (file, done.err)
    assert kiosk("residents", "import", PRACTICE, "--day", "2999-01-01").code == 1
    assert kiosk("residents", "status", "--json").document["register"]["people"] == 15
