"""Rows and columns of a 転出証明書 CSV: who is left out, what is no value, and whose facts a row gives."""

import pytest

from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.model.base import Issue
from tests.unit.test_exchange_extract import HANA, MAPPING, ON, TARO, faults, read, text


def rows(*people: dict[str, str]) -> list[dict[str, str]]:
    """Rows with the columns of all of them."""
    columns = dict.fromkeys(column for person in people for column in person)
    return [{column: person.get(column, "") for column in columns} for person in people]


# ---- who no longer lives there ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ({"住民状態": "2"}, "転出された方"),
        ({"住民状態": "02"}, "転出された方"),
        ({"住民状態": "３"}, "亡くなられた方"),
        ({"住民状態": "9"}, "住民票が消除された方"),
        ({"除票フラグ": "1"}, "除票になっている方"),
        ({"削除フラグ": "1"}, "記録が削除された方"),
        ({"住民状態": "1", "除票フラグ": "0", "削除フラグ": "１"}, "記録が削除された方"),
        ({"住民状態": "死亡"}, "亡くなられた方"),
        ({"住民状態": "転出者"}, "転出された方"),
        ({"除票フラグ": "TRUE"}, "除票になっている方"),
        ({"削除フラグ": "有"}, "記録が削除された方"),
        ({"除票フラグ": "1.0"}, "除票になっている方"),
    ],
)
def test_who_no_longer_lives_there_is_left_out_and_counted_with_why(mark: dict[str, str], why: str) -> None:
    found = read(*rows(TARO | dict.fromkeys(mark, ""), HANA | mark, HANA | mark | {"記載順位": "3", "氏名": ""}))
    assert [person["person.name.full"] for person in found.persons] == ["架空　太郎"]
    assert found.left_out == {why: 2}


@pytest.mark.parametrize(
    "mark",
    [
        *({"住民状態": "1"}, {"住民状態": ""}, {"除票フラグ": "0"}, {"削除フラグ": "0"}, {"除票フラグ": "00"}),
        *(
            {"除票フラグ": "FALSE"},
            {"削除フラグ": "無"},
            {"除票フラグ": "×"},
            {"削除フラグ": "Ｎ"},
            {"削除フラグ": "0.0"},
        ),
        *({"住民状態": "現存"}, {"除票フラグ": "なし", "削除フラグ": "null"}, {"最新フラグ": "TRUE"}),
    ],
)
def test_who_still_lives_there_is_taken(mark: dict[str, str]) -> None:
    found = read(*rows(TARO | mark, HANA | mark))
    assert (len(found.persons), found.left_out) == (2, {})


def test_a_file_of_nobody_who_lives_there_says_why() -> None:
    (issue,) = faults(TARO | {"住民状態": "3"})
    assert issue.message == "取り込める行がありません（亡くなられた方1人）。"


def test_who_is_left_out_makes_no_second_household_and_no_fault() -> None:
    gone = HANA | {"削除フラグ": "1", "世帯番号": "9", "生年月日": "むかし", "記載順位": "x"}
    assert len(read(*rows(TARO, gone)).persons) == 1


def test_a_person_stands_in_a_household_once() -> None:
    found = read(*rows(TARO, HANA, TARO))
    assert [person["person.name.full"] for person in found.persons] == ["架空　花子", "架空　太郎"]
    assert found.left_out == {"同じ方の、重なった行": 1}
    (issue,) = faults(TARO, HANA, TARO | {"住所_番地号表記": "９番"})
    assert (issue.where, issue.message[:7]) == ("転出証明書データ 4行目", "2行目と同じ方")
    assert len(read(TARO, TARO | {"生年月日": "1950-01-01"}).persons) == 2
    assert len(read(TARO | {"氏名": "架空　翔"}, TARO | {"氏名": "架空　翼"}).persons) == 2  # twins


@pytest.mark.parametrize(
    ("name", "again"), [("SAMPLE ANNA", "ＡＮＮＡ　ＳＡＭＰＬＥ"), ("架空太郎", "架空　太郎"), ("高橋　恵", "髙橋　惠")]
)
def test_who_stands_there_twice_in_two_spellings_is_no_two_people(name: str, again: str) -> None:
    (issue,) = faults(TARO | {"氏名": name}, TARO | {"氏名": again})
    assert (issue.where, issue.message[:7]) == ("転出証明書データ 3行目", "2行目と同じ方")


def test_a_household_and_its_order_are_the_same_however_a_spreadsheet_rewrote_their_numbers() -> None:
    found = read(TARO | {"世帯番号": "0012", "記載順位": "２"}, HANA | {"世帯番号": "12", "記載順位": "1.0"})
    assert [person["person.name.full"] for person in found.persons] == ["架空　花子", "架空　太郎"]


@pytest.mark.parametrize("order", ["一", "第1", "1-2", "x", "1234567890", "①番"])
def test_who_stands_at_a_place_that_is_no_number_is_taken_last_and_named_by_line_and_column(order: str) -> None:
    found = read(HANA | {"記載順位": order}, TARO)
    assert [person["person.name.full"] for person in found.persons] == ["架空　太郎", "架空　花子"]
    assert found.passed == ("2行目 記載順位（順位が数字ではないため、世帯の最後に置きました）",)


def test_places_that_are_not_stated_leave_the_rows_as_they_stand() -> None:
    found = read(TARO | {"記載順位": ""}, HANA | {"記載順位": "―"})
    assert [person["person.name.full"] for person in found.persons] == ["架空　太郎", "架空　花子"]
    assert found.passed == ()


# ---- letters that are no value ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200d"])
def test_signs_without_width_are_dropped_everywhere(sign: str) -> None:
    spoilt = {column: f"{cell[:1]}{sign}{cell[1:]}" for column, cell in TARO.items()}
    assert read(spoilt) == read(TARO)
    header = text(TARO).replace("氏名_フリガナ", f"氏名{sign}_フリガナ")
    assert read_extract(header.encode(), MAPPING, on=ON) == read(TARO)


@pytest.mark.parametrize(
    "said", ["NULL", "(null)", "なし", "無し", "該当なし", "―", "－－", "＊＊＊", "#N/A", "（省略）", "ﾅｼ"]
)
def test_what_a_program_writes_for_nothing_is_no_value_in_any_column(said: str) -> None:
    optional = (
        "氏名_フリガナ",
        "旧氏",
        "通称",
        "国籍名等",
        "在留期間の満了の日",
        "本籍",
        "住所_方書",
        "転出予定年月日",
    )
    person = TARO | {"本籍_地番号または、街区符号": ""}
    assert read(person | dict.fromkeys(optional, said)) == read(person | dict.fromkeys(optional, ""))
    (issue,) = faults(TARO | {"氏名": said})
    assert issue.message == "値がありません。"


@pytest.mark.parametrize("said", ["同上", "〃", "（同上）", "上に同じ", "Ditto"])
def test_a_cell_that_only_repeats_another_is_no_value_and_is_named(said: str) -> None:
    found = read(TARO, HANA | {"本籍": said, "氏名_フリガナ": said})
    assert said not in (*found.persons[0].values(), *found.case.values())
    assert found.passed == tuple(
        f"3行目 {column}（「同上」のような、ほかの欄を指す言葉）" for column in ("氏名_フリガナ", "本籍")
    )
    assert [issue.where for issue in faults(TARO, HANA | {"氏名": said})] == ["転出証明書データ 3行目 氏名"]


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("氏名_フリガナ", "氏名_ﾌﾘｶﾞﾅ"),
        ("氏名_フリガナ", "氏名＿フリガナ"),
        ("世帯番号", "sep=,\r\n世帯番号"),
        ("世帯番号", "\r\n世帯番号"),
        ("1988-06-15", "'1988-06-15"),
        ("架空　太郎", '"=""架空　太郎"""'),
    ],
)
def test_how_a_program_dresses_a_table_changes_nothing(change: str, to: str) -> None:
    plain = text(TARO).replace('"', "")
    assert read_extract(plain.replace(change, to).encode(), MAPPING, on=ON) == read(TARO)


@pytest.mark.parametrize("latest", ["１", "01", "'1", "1.0", "はい", "○"])
def test_a_current_row_is_one_in_every_width(latest: str) -> None:
    assert len(read(TARO | {"最新フラグ": latest}, HANA).persons) == 2


def test_a_line_break_in_a_cell_is_a_space() -> None:
    found = read(TARO | {"氏名": "架空\r\n太郎", "本籍": "見本県仮想市\u2028本町"})
    assert found.persons[0]["person.name.full"] == "架空　太郎"
    assert found.case["koseki.honseki"] == "見本県仮想市 本町４番"


def test_a_glyph_selector_stays() -> None:
    name = "葛\U000e0100城　太郎"
    assert read(TARO | {"氏名": name}).persons[0]["person.name.full"] == name


@pytest.mark.parametrize(
    ("letter", "why"),
    [
        *(("〓", "別の記号"), ("?", "別の記号"), ("\ufffd", "別の記号")),
        ("\ue000", "外字"),
        ("\U000f0001", "外字"),
        ("\u202e", "文字の向き"),
        ("\u200f", "文字の向き"),
        *(("\x00", "目に見えない"), ("\u2800", "目に見えない"), ("\ufdd0", "目に見えない")),
    ],
)
def test_a_name_with_letters_that_mean_nothing_here_is_named_with_its_line_and_column(letter: str, why: str) -> None:
    found = faults(TARO, HANA | {"氏名": f"架空　花{letter}"})
    assert [issue.where for issue in found] == ["転出証明書データ 3行目 氏名"]
    assert found[0].message.startswith(why)
    assert letter not in str(found)


@pytest.mark.parametrize("letter", ["\ue000", "\u202e"])
@pytest.mark.parametrize(
    ("column", "key"),
    [
        ("本籍", "koseki.honseki"),
        ("戸籍_筆頭者", "koseki.head_name"),
        ("本籍_地番号または、街区符号", "koseki.honseki"),
    ],
)
def test_another_text_with_such_letters_is_no_value_and_named(letter: str, column: str, key: str) -> None:
    found = read(TARO | {column: f"見本{letter}"})
    assert key not in found.case
    (place,) = found.passed
    assert place.startswith(f"2行目 {column.partition('_地')[0]}（")
    assert letter not in repr(found)


def test_a_foreign_national_has_the_name_in_latin_letters_beside_it_or_instead() -> None:
    found = read(TARO | {"氏名": "見　美玲", "氏名_外国人ローマ字": "ＳＡＭＰＬＥ　ＭＥＩＬＩＮＧ"})
    assert found.persons[0]["person.name.full"] == "見　美玲"
    assert found.persons[0]["person.name.alpha"] == "ＳＡＭＰＬＥ ＭＥＩＬＩＮＧ"
    assert (
        read(TARO | {"氏名": "", "氏名_外国人ローマ字": "SAMPLE ANNA"}).persons[0]["person.name.full"] == "SAMPLE ANNA"
    )


# ---- columns ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "column", ["氏名", "生年月日", "記載順位", "住所_町字", "続柄コード2", "生年月日_不詳表記", "住民状態"]
)
def test_a_column_that_stands_there_twice_is_named(column: str) -> None:
    person = TARO | {column: TARO.get(column, "")}
    lines = [[*person, column], [*person.values(), "見本"]]
    data = "\r\n".join(",".join(line) for line in lines)
    found = read_extract(data.encode(), MAPPING, on=ON)
    assert isinstance(found, tuple)
    assert [issue.where for issue in found] == [f"転出証明書データ 1行目 {column}"]
    assert "見本" not in str(found)


def test_a_column_that_nobody_reads_may_stand_there_twice() -> None:
    lines = [[*TARO, "備考", "備考"], [*TARO.values(), "", ""]]
    assert isinstance(read_extract("\r\n".join(",".join(line) for line in lines).encode(), MAPPING, on=ON), Extract)


def test_a_row_with_more_cells_than_the_header_is_shifted_and_named() -> None:
    lines = text(TARO, HANA).splitlines()
    lines[2] += ',"見本"'
    found = read_extract("\n".join(lines).encode(), MAPPING, on=ON)
    assert isinstance(found, tuple)
    assert [(issue.where, "見本" in str(issue)) for issue in found] == [("転出証明書データ 3行目", False)]
    assert isinstance(read_extract((text(TARO).rstrip() + ",,\n").encode(), MAPPING, on=ON), Extract)


# ---- whose facts -----------------------------------------------------------------------------------------------------
def test_what_all_rows_say_of_the_household_is_the_cases_and_the_rest_stays_with_its_row() -> None:
    found = read(*rows(TARO, HANA | {"本籍": "見本県秘匿市隠町", "戸籍_筆頭者": "見本　花子"}))
    assert "koseki.honseki" not in found.case
    hanako, taro = found.persons
    assert (hanako["koseki.honseki"], hanako["koseki.head_name"]) == ("見本県秘匿市隠町４番", "見本　花子")
    assert taro["koseki.honseki"] == "見本県仮想市本町三丁目４番"
    assert found.case["household.old.head_name"] == "架空　太郎"


def test_where_one_row_says_nothing_nobody_elses_takes_its_place() -> None:
    found = read(*rows(TARO, HANA | {"本籍": "", "本籍_地番号または、街区符号": ""}))
    hanako, taro = found.persons
    assert "koseki.honseki" not in found.case
    assert "koseki.honseki" not in hanako
    assert "koseki.honseki" in taro


def test_who_came_after_the_first_of_january_has_that_day_and_no_address_of_that_day() -> None:
    hanako, taro = read(TARO, HANA).persons
    assert ("person.old_since" in hanako, "person.addr_jan1" in hanako) == (True, False)
    assert ("person.old_since" in taro, "person.addr_jan1" in taro) == (False, True)


def test_every_fault_of_a_file_is_a_value() -> None:
    assert all(isinstance(issue, Issue) for issue in faults(TARO | {"氏名": "\ue000", "生年月日": "x"}))
