"""What is published about the record that leaves, and what holds it to it: schema, files read back, items covered."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kiosk.exchange.destinations.bundle import Formats, bundle
from kiosk.exchange.destinations.folder import FolderDestination
from kiosk.exchange.destinations.received import look_at, messages
from kiosk.exchange.records import csvs
from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.coverage import Covered, Fit, cover
from kiosk.exchange.records.readback import Files, differences, read_back
from kiosk.exchange.records.record import canonical_json, digest
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.exchange.records.schema import schema, violations
from kiosk.model.base import Issue
from kiosk.model.parcel import DeliveryFailed, Receipt
from tests.commands import Kiosk
from tests.holding import COLUMNS

ITEMS = """name_ja,name_romaji,type,length
氏名,shimei,Ｎ,100
住所_町字,jusho_choaza,Ｎ,18
電話番号,denwabango,X,20
続柄表記,tsuzukigarahyoki,X,20
個人番号,kojinbango,X,12
身長,shincho,9,3
"""


# ---- the schema ------------------------------------------------------------------------------------------------------
def test_a_record_of_ours_fulfils_the_schema_that_is_published(kiosk: Kiosk) -> None:
    published = json.loads(kiosk("records", "schema").out)
    assert published == json.loads(json.dumps(schema(COLUMNS)))
    Draft202012Validator.check_schema(published)
    assert not list(Draft202012Validator(published).iter_errors(json.loads(canonical_json(sample_record()))))
    assert published["properties"]["taishosha"]["items"]["properties"]["shimei"]["title"] == "氏名"


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda it: it["kyotsu"].update(shinseibi="令和8年4月20日"), "kyotsu.shinseibi"),
        (lambda it: it["kyotsu"].update(shorikubun="9"), "kyotsu.shorikubun"),
        (lambda it: it["kyotsu"].pop("exportid"), "kyotsu"),
        (lambda it: it["taishosha"][1].update(shimei=""), "taishosha.1.shimei"),
        (lambda it: it["taishosha"][0].update(shimei="長" * 201), "taishosha.0.shimei"),
        (lambda it: it["taishosha"][0].update(kojinbango="1"), "taishosha.0"),
        (lambda it: it.update(horyu=[]), "horyu"),
    ],
)
def test_a_record_that_is_something_else_is_told_by_its_place_and_never_by_a_value(change: Change, place: str) -> None:
    content = json.loads(canonical_json(sample_record()))
    change(content)
    assert violations(json.dumps(content).encode(), COLUMNS) == (place,)


def test_a_record_that_does_not_fulfil_the_schema_does_not_leave() -> None:
    record = sample_record()
    odd = record.model_copy(update={"kyotsu": record.kyotsu.model_copy(update={"ankenid": "260420-001"})})
    right = odd.model_copy(update={"kyotsu": odd.kyotsu.model_copy(update={"sha256": digest(odd)})})
    refused = bundle(sample_parcel(right), Formats(columns=COLUMNS))
    assert isinstance(refused, DeliveryFailed)
    assert (refused.code, "kyotsu.ankenid" in refused.detail) == ("D11", True)


# ---- the files read back ---------------------------------------------------------------------------------------------
def files(record: Record, *, romaji: bool = False) -> Files:
    made = csvs.tables(record, COLUMNS)
    return {table.group.name: csvs.decode(csvs.encode(table, romaji=romaji)) for table in made}


@pytest.mark.parametrize("romaji", [False, True])
def test_what_the_csv_files_say_makes_the_same_files_again(romaji: bool) -> None:
    record = sample_record()
    back = read_back(files(record, romaji=romaji), COLUMNS)
    assert isinstance(back, Record)
    assert csvs.tables(back, COLUMNS) == csvs.tables(record, COLUMNS)
    assert differences(record, files(record, romaji=romaji), COLUMNS) == ()


def test_a_record_in_the_widths_of_its_columns_comes_back_whole_but_for_where_values_came_from() -> None:
    once = read_back(files(sample_record()), COLUMNS)
    assert isinstance(once, Record)
    assert read_back(files(once), COLUMNS) == once
    kept = {*once.model_dump(exclude_defaults=True)}
    assert {*sample_record().model_dump(exclude_defaults=True)} - kept == {"shussho"}


def test_a_cell_that_somebody_changed_is_told_by_its_row_and_column() -> None:
    told = dict(files(sample_record()))
    header, rows = told["対象者"]
    for column in ("連携ID", "氏名", "続柄コード1"):
        changed = tuple("9" if item == column else cell for item, cell in zip(header, rows[1], strict=True))
        told["対象者"] = header, (rows[0], changed, *rows[2:])
        assert [issue.where for issue in differences(sample_record(), told, COLUMNS)] == [f"対象者2行目 {column}"]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda told: told.pop("申請"), "ファイルがありません"),
        (lambda told: told.update(申請=(("項目",), ())), "見出し"),
        (lambda told: told.update(申請=(told["申請"][0], (("1",),))), "列の数"),
    ],
)
def test_files_that_are_not_ours_are_named(spoil: Callable[[dict[str, Any]], object], message: str) -> None:
    told = dict(files(sample_record()))
    spoil(told)
    found = read_back(told, COLUMNS)
    assert isinstance(found, tuple)
    assert message in found[0].message


# ---- what arrived ----------------------------------------------------------------------------------------------------
def test_what_arrived_is_looked_at_as_a_receiver_should(tmp_path: Path, kiosk: Kiosk) -> None:
    place = FolderDestination("1", tmp_path, Formats(columns=COLUMNS))
    assert isinstance(place.deliver(sample_parcel()), Receipt)
    (message,) = messages(tmp_path)
    assert look_at(tmp_path, message, COLUMNS).wrong == ()
    assert kiosk("records", "check", tmp_path, "--json").document == {"messages": 1, "issues": []}
    table = tmp_path / f"{message}_対象者.csv"
    table.write_bytes(table.read_bytes().replace("架空　太郎".encode(), "架空　次郎".encode(), 1))
    ended = kiosk("records", "check", tmp_path)
    assert ended.code == 1
    assert "ハッシュ値がマニフェストと違います" in ended.err
    assert "対象者1行目 氏名" in ended.err
    assert "次郎" not in ended.err


def test_what_cannot_be_read_at_all_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "m.done").touch()
    (tmp_path / "m.manifest.json").write_text("{}", encoding="utf-8")
    assert "読めません" in look_at(tmp_path, "m", COLUMNS).wrong[0].message


# ---- whose items are covered -----------------------------------------------------------------------------------------
def test_a_receivers_list_is_told_item_by_item(kiosk: Kiosk, tmp_path: Path) -> None:
    covered = cover(ITEMS.encode("cp932"), COLUMNS)
    assert isinstance(covered, tuple)
    assert [item.fit for item in covered] == [
        Fit.MAPPED,
        Fit.LOSSY,
        Fit.MAPPED,
        Fit.LOSSY,
        Fit.FORBIDDEN,
        Fit.UNMAPPED,
    ]
    assert covered[1] == Covered(
        "住所_町字", "jusho_choaza", Fit.LOSSY, "住所_町字", "18文字まで（こちらは120文字まで）"
    )
    path = tmp_path / "items.csv"
    path.write_text(ITEMS, encoding="utf-8")
    (told,) = kiosk("records", "coverage", path, "--json").document
    assert (told["items"], told["mapped"], told["lossy"], told["forbidden"], told["unmapped"]) == (6, 2, 2, 1, 1)
    assert "身長" in kiosk("records", "coverage", path).out


def test_a_file_that_is_no_list_of_items_is_refused(kiosk: Kiosk, tmp_path: Path) -> None:
    assert isinstance(cover(b"a,b\n1,2\n", COLUMNS), Issue)
    assert isinstance(cover(b"\xff\xff\xff", COLUMNS), Issue)
    assert kiosk("records", "coverage", tmp_path / "nowhere.csv").code == 1
