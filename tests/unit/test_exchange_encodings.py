"""文字コード of a source: said once, kept to the letter; what cannot be read is named, and no sign is two."""

from pathlib import Path

import pytest

from kiosk.exchange.records.encodings import Encoding
from kiosk.exchange.records.extract import Extract, read_extract
from kiosk.exchange.records.register import Reading, open_register
from kiosk.model.base import Issue
from tests.residents import PRACTICE, TODAY, mapping
from tests.unit.test_exchange_extract import HANA, MAPPING, ON, TARO, read, text


def written(data: bytes, encoding: Encoding) -> Extract | tuple[Issue, ...]:
    return read_extract(data, MAPPING.model_copy(update={"encoding": encoding}), on=ON)


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        (Encoding.UTF8, "utf-8"),
        (Encoding.UTF8, "utf-8-sig"),
        (Encoding.CP932, "cp932"),
        (Encoding.UTF16, "utf-16"),
        (Encoding.UTF16LE, "utf-16-le"),
        (Encoding.UTF16BE, "utf-16-be"),
    ],
)
def test_a_file_is_read_in_the_encoding_that_its_source_says(encoding: Encoding, codec: str) -> None:
    assert written(text(TARO, HANA).encode(codec), encoding) == read(TARO, HANA)


@pytest.mark.parametrize(
    ("encoding", "codec", "said"),
    [
        (Encoding.UTF8, "cp932", "UTF-8 として読めない"),
        (Encoding.CP932, "utf-8", "UTF-8 のファイル"),
        (Encoding.CP932, "utf-8-sig", "UTF-8 のファイル"),
        (Encoding.UTF16, "utf-8", "目印"),
        (Encoding.UTF16, "utf-16-le", "目印"),
        (Encoding.UTF8, "utf-16", "UTF-8 として読めない"),
    ],
)
def test_a_file_in_another_encoding_is_refused_and_never_taken_for_something(
    encoding: Encoding, codec: str, said: str
) -> None:
    found = written(text(TARO).encode(codec), encoding)
    assert isinstance(found, tuple)
    assert len(found) == 1
    assert said in found[0].message
    assert "encoding" in str(found[0].allowed)


@pytest.mark.parametrize(
    ("encoding", "codec", "bad"), [(Encoding.UTF8, "utf-8", b"\xff"), (Encoding.CP932, "cp932", b"\x81 ")]
)
def test_bytes_that_are_no_letter_are_named_by_line_and_column(encoding: Encoding, codec: str, bad: bytes) -> None:
    data = text(TARO, HANA | {"旧氏": "見本", "氏名": "架空　◆子"})
    found = written(data.encode(codec).replace("◆".encode(codec), bad), encoding)
    assert isinstance(found, tuple)
    assert [issue.where for issue in found] == ["転出証明書データ 3行目 氏名"]
    assert "架空" not in str(found)


def test_a_file_that_is_all_wrong_names_some_places_and_says_that_there_are_more() -> None:
    rows = [TARO | {"世帯主氏名": f"架空　{number}"} for number in range(40)]
    data = text(*rows).encode().replace("架空　".encode(), "架".encode() + b"\xff")
    found = written(data, Encoding.UTF8)
    assert isinstance(found, tuple)
    assert len(found) == 21
    assert "ほかにも" in found[-1].message


def test_a_sign_with_a_code_of_windows_is_the_same_sign_in_every_encoding() -> None:
    home = {"住所_番地号表記": "４番５〜７号", "住所_方書": "見本荘２−３"}
    plain = read(TARO | home)
    windows = text(TARO | {"住所_番地号表記": "４番５～７号", "住所_方書": "見本荘２－３"}).encode("cp932")
    assert written(windows, Encoding.CP932) == plain


def test_letters_of_one_place_alone_are_named_in_cp932_too() -> None:
    found = written(text(TARO).encode("cp932").replace("太郎".encode("cp932"), b"\xf0\x40", 1), Encoding.CP932)
    assert isinstance(found, tuple)
    assert [(issue.where, issue.message[:2]) for issue in found] == [("転出証明書データ 2行目 氏名", "外字")]


@pytest.mark.parametrize("codec", ["cp932", "utf-16"])
def test_the_citys_register_is_read_in_its_own_encoding(codec: str, tmp_path: Path) -> None:
    file = tmp_path / "jumin.csv"
    file.write_bytes(PRACTICE.read_text(encoding="utf-8").encode(codec))
    said = mapping().model_copy(update={"encoding": Encoding(codec)})
    found, plain = open_register(file, said, on=TODAY), open_register(PRACTICE, mapping(), on=TODAY)
    assert isinstance(found, Reading)
    assert isinstance(plain, Reading)
    assert list(found.rows()) == list(plain.rows())
    wrong = open_register(file, mapping().model_copy(update={"encoding": Encoding.UTF8}), on=TODAY)
    assert isinstance(wrong, tuple)
    assert wrong[0].where.startswith("jumin.csv 1行目")
