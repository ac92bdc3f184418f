"""CSV renderings: header, quoting, widths, names - and that what was written is what is read."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.destinations.bundle import Bundle, Formats, bundle
from kiosk.exchange.records import csvs
from kiosk.exchange.records.columns import Column, Columns, ColumnType, Group, Mark, load_columns
from kiosk.exchange.records.sample import sample_fact, sample_facts, sample_parcel, sample_record
from kiosk.model.errors import SiteError
from kiosk.model.fact import Value

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "forms" / "exchange"
COLUMNS = load_columns((FORMS / "columns.toml").read_bytes())


def column(item: str, *, source: str = "sonota.atai") -> Column:
    return Column(item=item, romaji="atai", type=ColumnType.ANY, source=source, mark=Mark.OWN, confidence="U")


def person_row(number: int, changes: dict[str, Value] | None = None) -> dict[str, str]:
    facts = sample_facts() | {path: sample_fact(path, value) for path, value in (changes or {}).items()}
    table = csvs.tables(sample_record(facts), COLUMNS)[1]
    return dict(zip((column.item for column in table.group.columns), table.rows[number], strict=True))


def test_every_table_read_back_has_the_same_header_and_rows() -> None:
    for table in csvs.tables(sample_record(), COLUMNS):
        header, rows = csvs.decode(csvs.encode(table))
        assert header == tuple(column.item for column in table.group.columns)
        assert rows == table.rows


@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00")), min_size=2, max_size=2)
)
def test_any_text_survives_the_round_trip(texts: list[str]) -> None:
    group = Group(name="その他", columns=(column("甲"), column("乙")))
    table = csvs.Table(group=group, rows=(tuple(texts),))
    assert csvs.decode(csvs.encode(table))[1] == table.rows


FORMULAS = (
    '=cmd|" /C calc"!A0',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "'=1",
    "'",
)


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_text_and_its_true_value_is_read_back(cell: str) -> None:
    table = csvs.Table(group=Group(name="その他", columns=(column("甲"), column("乙"))), rows=((cell, "x"),))
    raw = list(csv.reader(io.StringIO(csvs.encode(table).decode(), newline="")))
    assert raw[1] == [f"'{cell}", "x"]
    assert csvs.decode(csvs.encode(table))[1] == table.rows
    open_cells = csvs.encode(table, spreadsheet_safe=False)
    assert list(csv.reader(io.StringIO(open_cells.decode(), newline="")))[1] == [cell, "x"]
    assert csvs.decode(open_cells, spreadsheet_safe=False)[1] == table.rows


def test_other_cells_stand_as_they_are() -> None:
    cells = ("架空　太郎", "1-2-3", "03-0000-0000", " =1", "", "0", "a=b")
    table = csvs.Table(group=Group(name="その他", columns=(column("甲"),) * len(cells)), rows=(cells,))
    assert csvs.encode(table) == csvs.encode(table, spreadsheet_safe=False)


def test_every_field_is_quoted_and_every_line_ends_with_crlf() -> None:
    table = csvs.tables(sample_record(), COLUMNS)[1]
    lines = csvs.encode(table).decode().split("\r\n")
    assert lines.pop() == ""
    assert len(lines) == 4
    assert all(line.startswith('"') and line.endswith('"') for line in lines)
    assert "\n" not in "".join(lines)


def test_a_byte_order_mark_comes_only_when_it_is_asked_for() -> None:
    table = csvs.tables(sample_record(), COLUMNS)[0]
    assert not csvs.encode(table).startswith(b"\xef\xbb\xbf")
    assert csvs.encode(table, bom=True) == b"\xef\xbb\xbf" + csvs.encode(table)


def test_the_header_can_be_the_field_names_of_the_interface() -> None:
    table = csvs.tables(sample_record(), COLUMNS)[1]
    header = next(csv.reader(io.StringIO(csvs.encode(table, romaji=True).decode())))
    assert header[4:7] == ["shimei", "uji_nihonjin", "na_nihonjin"]


def test_full_width_columns_hold_no_half_width_letter() -> None:
    row = person_row(1, {"addr.new.katagaki": "Sample Heights 101"})
    assert row["氏名"] == "ＳＡＭＰＬＥ　ＡＬＥＸＡＮＤＲＡ　ＭＡＲＩＡ"
    assert row["住所_方書"] == "Ｓａｍｐｌｅ　Ｈｅｉｇｈｔｓ　１０１"


def test_codes_are_half_width_text_with_their_leading_zeros() -> None:
    row = person_row(0, {"person[p1].relation_new": "妻の母"})
    assert [row[f"続柄コード{slot}"] for slot in (1, 2, 3, 4)] == ["12", "52", "", ""]
    assert person_row(0)["続柄コード1"] == "02"
    assert row["住所_郵便番号"] == "0000002"


def test_a_relation_without_a_published_code_keeps_its_wording_and_no_code() -> None:
    row = person_row(2, {"person[p3].relation_new": "子の妻"})
    assert (row["続柄コード1"], row["続柄表記"]) == ("", "子の妻")


def test_a_variation_selector_stays_on_its_letter() -> None:
    row = person_row(0, {"person[p1].name.full": "葛\U000e0100　太郎"})
    assert row["氏名"] == "葛\U000e0100　太郎"


def test_a_file_is_named_after_town_system_business_group_time_and_number() -> None:
    assert csvs.file_name(sample_record(), "対象者", 7) == "999997_000_001_対象者_20260420100203_007.csv"


def test_no_column_is_for_a_number_of_the_register() -> None:
    names = {name for group in COLUMNS.groups for column in group.columns for name in (column.item, column.romaji)}
    forbidden = ("個人番号", "住民票コード", "基礎年金番号", "kojinbango", "juminhyokodo", "kisonenkinbango")
    assert not [name for name in names if any(word in name for word in forbidden)]


def test_no_group_has_the_same_column_twice() -> None:
    for group in COLUMNS.groups:
        items = [column.item for column in group.columns]
        romaji = [column.romaji for column in group.columns]
        assert len(set(items)) == len(items)
        assert len(set(romaji)) == len(romaji)


def test_official_names_types_and_lengths_agree_with_the_published_field_list() -> None:
    shared = ROOT.parent / "shared" / "domain" / "kyotsu" / "031_jutogai_fuban_api_request_fields_v2.0.csv"
    if not shared.is_file():
        pytest.skip("the published field list is not on this machine")
    official = {row["param"]: row for row in csv.DictReader(shared.read_text(encoding="utf-8").splitlines())}
    ours = {c.romaji: c for g in COLUMNS.groups for c in g.columns if c.mark is Mark.STANDARD and c.romaji in official}
    assert len(ours) >= 25
    for romaji, found in ours.items():
        row = official[romaji]
        assert (found.item, found.type.value, str(found.length)) == (row["name_ja"], row["type"], row["max_len"])


@pytest.mark.parametrize(
    "broken",
    [
        "[[group]\n",
        '[[group]]\nname = "申請"\ncolumns = [{ item = "甲" }]\n',
        '[[group]]\nname = "申請"\ncolumns = [{ item = "甲", romaji = "a", type = "X", source = "kyotsu.nothing", '
        'mark = "own", confidence = "U" }]\n',
        "",
    ],
)
def test_a_broken_mapping_file_is_reported_to_the_staff_who_can_mend_it(broken: str) -> None:
    with pytest.raises(SiteError) as raised:
        load_columns(broken.encode())
    assert raised.value.code == "X01"


def test_a_missing_mapping_file_is_reported_too() -> None:
    with pytest.raises(SiteError, match="X01"):
        load_columns(b"")


def test_another_mapping_gives_other_columns_without_a_change_of_program() -> None:
    own = Columns(
        groups=(Group(name="宛名", rows="taishosha", columns=(column("お名前", source="taishosha.shimei"),)),)
    )
    (table,) = csvs.tables(sample_record(), own)
    assert table.rows == (("架空　太郎",), ("SAMPLE ALEXANDRA MARIA",), ("架空　さくら",))


@pytest.mark.parametrize("safe", [True, False])
def test_formulas_are_text_in_the_csv_alone_and_only_where_the_destination_wants_it(*, safe: bool) -> None:
    facts = sample_facts() | {"cert.purpose": sample_fact("cert.purpose", "=1+1")}
    parcel = sample_parcel(sample_record(facts))
    made = bundle(parcel, Formats(columns=COLUMNS, spreadsheet_safe=safe))
    assert isinstance(made, Bundle)
    tables = b"".join(file.content for file in made.files if file.name.endswith(".csv")).decode()
    assert (',"\'＝１＋１"' in tables, ',"＝１＋１"' in tables) == (safe, not safe)
    assert next(file.content for file in made.files if file.name.endswith(".json")) == parcel.record
    assert b'"=1+1"' in parcel.record
