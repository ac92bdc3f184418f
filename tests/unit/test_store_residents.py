"""住民記録 on disk: found by whole words, replaced as a whole or not at all, told to nobody who has the files alone."""

import csv
import os
import signal
from pathlib import Path

import pytest

from kiosk.flow.residents import words_of
from kiosk.model.errors import SiteError
from kiosk.store.audit import AuditLog
from kiosk.store.database import Database
from kiosk.store.residents import Residents
from tests.databases import KEY, opened
from tests.residents import LOOKED, NOW, PRACTICE, READ_IN, TOOK, changed, names, people, reading, take_in

KENICHI = ["見本　健一", "見本　健一"]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return opened(tmp_path / "store")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("見本健一", KENICHI),
        ("ミホン けんいち", KENICHI),
        ("見本 健一 昭和59年5月12日", ["見本　健一"]),
        ("高橋 恵子", ["髙橋　恵子"]),
        ("髙\u200b橋 \ufeff恵子", ["髙橋　恵子"]),
        ("本町15-2", ["見本　健一"]),
        ("本町 髙橋", ["髙橋　恵子", "髙橋　蒼"]),
        ("中央1-2-3 S59.5.12", ["見本　健一"]),
        ("見本アレクサンドラ", ["ALEXANDRA MARIA GABRIELA FERREIRA DOS SANTOS OLIVEIRA"]),
        ("見本昭", []),  # has died
        ("転出済", []),
        ("見", []),
    ],
)
def test_somebody_is_found_by_name_reading_birth_and_address_however_it_is_spelt(
    database: Database, text: str, found: list[str]
) -> None:
    assert names(take_in(database, people()), text) == found


def test_the_household_is_read_in_its_order_with_who_was_chosen(database: Database) -> None:
    there = take_in(database, people())
    register, ((number, _),) = there.find(((frozenset({"name 見本理沙"})),), event=LOOKED)
    household = there.household(number, register=register, event=TOOK)
    assert household is not None
    found = [str(each.facts["person.name.full"]) for each in household.people]
    assert (found, household.chosen) == (["見本　健一", "見本　理沙", "見本　陸", "見本　芽衣"], 1)
    assert there.household(9999, register=register, event=TOOK) is None
    take_in(database, people())
    assert there.household(number, register=register, event=TOOK) is None  # a number of the register before


def test_who_stands_at_no_number_in_the_household_is_read_in_last_and_named(database: Database, tmp_path: Path) -> None:
    row = next(line for line in PRACTICE.read_text(encoding="utf-8").splitlines() if "見本　理沙" in line)
    cells = row.split(",")
    cells[PRACTICE.read_text(encoding="utf-8").split("\n")[0].split(",").index("記載順位")] = "二"
    read = reading(changed(tmp_path, (row, ",".join(cells))))
    everybody = [(each.household, each.resident) for each in read.rows() if each.resident is not None]
    told = "jumin.csv 3行目 記載順位: 順位が数字ではないため、世帯の最後に置きました。"
    assert (len(everybody), read.bad, [f"{each.where}: {each.message}" for each in read.faults]) == (15, 0, [told])
    there = take_in(database, everybody)
    register, ((number, _),) = there.find(((frozenset({"name 見本理沙"})),), event=LOOKED)
    household = there.household(number, register=register, event=TOOK)
    assert household is not None
    assert [str(each.facts["person.name.full"]) for each in household.people][-1] == "見本　理沙"


def test_of_a_protected_household_nothing_that_tells_where_it_lives_is_on_the_disk_at_all(database: Database) -> None:
    there = take_in(database, people())
    register, ((number, mother),) = there.find((frozenset({"name 護持まもり"}),), event=LOOKED)
    household = there.household(number, register=register, event=TOOK)
    assert household is not None
    assert mother.withheld
    assert all(each.withheld for each in household.people)  # the daughter has no mark of her own
    kept = [key for each in household.people for key in each.facts]
    assert [key for key in kept if key.startswith("addr.") or key == "koseki.honseki"] == []
    assert names(there, "中央1-9-1") == names(there, "中央1-9-1 護持") == []


def test_no_name_reading_or_address_can_be_read_in_the_folder(database: Database, tmp_path: Path) -> None:
    take_in(database, people()).close()
    said = b"".join(file.read_bytes() for file in (tmp_path / "store").iterdir())
    assert [word for word in ("見本", "ミホン", "健一", "緑ケ丘", "1984-05-12", "name ") if word.encode() in said] == []


def test_who_looks_stands_in_the_audit_record_with_purpose_and_counts_and_no_word_of_anybody(
    database: Database,
) -> None:
    there = take_in(database, people())
    register, _ = there.find((frozenset({"name 見本"}), frozenset({"name 健一"})), event=LOOKED)
    there.household(1, register=register, event=TOOK)
    took, looked, _ = AuditLog(database).read()
    assert (looked.by, looked.action, looked.detail) == ("mado1", "register-search", "found=2 for=tenkyo")
    assert (took.action, took.detail) == ("register-take", "people=4 for=tenkyo")


def test_a_new_register_takes_the_place_of_the_last_one_at_once_and_for_an_open_counter_too(
    database: Database, tmp_path: Path
) -> None:
    there = take_in(database, people())
    assert names(there, "見本 理沙")
    with Residents(database).begin() as new:
        new.add(people()[4][1], household="1", words=words_of(people()[4][1].facts))
        assert names(there, "見本 理沙")  # nothing has changed before it is published
    assert names(there, "見本 理沙")  # and an import that was left changes nothing
    take_in(database, people(changed(tmp_path, ("見本　理沙", "見本　里紗"))))
    assert (names(there, "見本 理沙"), names(there, "見本 里紗")) == ([], ["見本　里紗"])
    assert len(list((tmp_path / "store").glob("residents-*.db"))) == 1


def test_one_import_at_a_time(database: Database) -> None:
    with Residents(database).begin(), pytest.raises(SiteError), Residents(database).begin():
        raise AssertionError


def test_a_process_killed_in_the_middle_of_an_import_leaves_the_last_register_standing(
    database: Database, tmp_path: Path
) -> None:
    take_in(database, people())
    database.close()
    child = os.fork()
    if child == 0:
        with Residents(Database.open(tmp_path / "store", key=KEY, reserve_bytes=4096)).begin() as new:
            for household, resident in people():
                new.add(resident, household=household, words=words_of(resident.facts))
            os.kill(os.getpid(), signal.SIGKILL)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert len(list((tmp_path / "store").glob("residents-*.db"))) == 2  # the half one, which nobody has the key of
    again = opened(tmp_path / "store")
    assert names(Residents(again), "見本 理沙") == ["見本　理沙"]
    take_in(again, people())
    assert len(list((tmp_path / "store").glob("residents-*.db"))) == 1


def test_what_was_forgotten_is_gone_with_its_key(database: Database, tmp_path: Path) -> None:
    there = take_in(database, people())
    names(there, "見本")
    assert there.forget(event=READ_IN)
    assert (there.state(), names(there, "見本"), there.forget(event=READ_IN)) == (None, [], False)
    assert list((tmp_path / "store").glob("residents-*.db*")) == []


def test_the_key_of_the_register_outlives_the_shredding_of_a_case(database: Database) -> None:
    from kiosk.store.shredding import rotate

    there = take_in(database, people())
    database.change(lambda sql: rotate(sql, database.vault))
    assert names(there, "見本 理沙") == ["見本　理沙"]


def test_what_was_tampered_with_is_told_and_never_shown(database: Database) -> None:
    there = take_in(database, people())
    database.change(lambda sql: sql.execute("UPDATE residents SET wrapped = zeroblob(60)"))
    with pytest.raises(SiteError):
        names(there, "見本")


# ---- the file --------------------------------------------------------------------------------------------------------
def test_what_the_city_has_granted_is_said_in_the_words_of_the_question(tmp_path: Path) -> None:
    found = {str(each.facts["person.name.full"]): each.facts for _, each in people()}
    assert found["見本　健一"].get("person.pension.kind") == "第2号(厚生年金・共済)"  # the later of two of one name
    assert found["架空　正雄"]["household.current"] == ("後期高齢者医療", "介護保険")
    assert found["髙橋　恵子"]["household.current"] == ("国民健康保険", "国民年金第1号")
    assert found["髙橋　蒼"]["household.nhi_members"] is True
    assert "household.current" not in found["双葉　つむぎ"]


def test_who_no_longer_lives_here_is_left_out_and_counted() -> None:
    read = reading()
    assert len(list(read.rows())) == 15
    assert read.left_out == {"亡くなられた方": 1, "転出された方": 1, "記録が削除された方": 1}


def test_a_bad_row_is_named_by_line_and_column_and_never_by_its_value(tmp_path: Path) -> None:
    read = reading(changed(tmp_path, ("2015-07-07", "7月の七夕"), ("見本　理沙", "見本\ue000理沙")))
    rows = list(read.rows())
    assert [row.household for row in rows if row.resident is None] == ["5001", "5001"]
    told = [str(issue) for issue in read.faults]
    assert ["3行目 氏名" in told[0], "4行目 生年月日" in told[1]] == [True, True]
    assert "七夕" not in "".join(told)


def test_a_file_in_cp932_reads_the_same(tmp_path: Path) -> None:
    file = tmp_path / "sjis.csv"
    file.write_bytes(PRACTICE.read_bytes().decode().encode("cp932"))
    assert people(file) == people()


def test_a_register_that_is_published_knows_when_it_was_read_in(database: Database) -> None:
    state = take_in(database, people()).state()
    assert state is not None
    assert (state.people, state.households, state.at, state.age(NOW.date())) == (15, 7, NOW, 3)


@pytest.mark.parametrize(
    ("said", "withheld"), [("×", True), ("FALSE", True), ("未", True), ("0", False), ("なし", False)]
)
def test_whatever_is_not_plainly_a_no_withholds_a_home(tmp_path: Path, said: str, *, withheld: bool) -> None:
    with PRACTICE.open(encoding="utf-8-sig", newline="") as source:
        rows = [*csv.DictReader(source)]
    rows[1]["支援措置区分"] = said
    file = tmp_path / "jumin.csv"
    with file.open("w", encoding="utf-8", newline="") as made:
        writer = csv.DictWriter(made, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert {each.withheld for number, each in people(file) if number == "5001"} == {withheld}
