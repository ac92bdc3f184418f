"""送付前の点検: what a receiving system would refuse, found before a record leaves, with the standard's codes."""

import datetime as dt
import enum
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from kiosk.exchange.records.blocks import Record, Subject
from kiosk.exchange.records.cells import RELATION_WORDS
from kiosk.exchange.records.columns import Column, Columns, ColumnType
from kiosk.exchange.records.csvs import tables
from kiosk.exchange.records.record import canonical_json, digest
from kiosk.exchange.records.widths import is_full
from kiosk.model.address import Address
from kiosk.model.address_parts import unplaced
from kiosk.model.base import Frozen, Issue
from kiosk.model.forbidden import forbidden
from kiosk.model.letters import hankaku, length
from kiosk.model.message import Refused
from kiosk.model.numbers import holds_my_number, lg_code_ok
from kiosk.model.relations import parse_relation

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d")
_IDENTIFIERS = {"exportid", "ankenid", "sha256"}
_LABELS = {
    "kyotsu": "申請",
    "taishosha": "対象者",
    "ido": "異動",
    "renrakusaki": "連絡先",
    "seikyu": "証明書の請求",
    "sonota": "その他の事項",
}


class Code(enum.Enum):
    """Error codes of the 共通機能 API."""

    MISSING = "E0001"
    LETTERS = "E0002"
    LENGTH = "E0003"
    RELATED = "E0004"


class Fault(Frozen):
    """One fault, and the part of the record it stands in: `source` as in columns.toml, `about` whom (p1, agent)."""

    issue: Issue
    source: str
    about: str = ""


def check(record: Record, columns: Columns) -> tuple[Issue, ...]:
    """Every fault of a record, in file order; empty when it can be sent. Messages never repeat a value."""
    return tuple(fault.issue for fault in faults(record, columns))


def faults(record: Record, columns: Columns) -> tuple[Fault, ...]:
    """The same with the part of the record that each stands in, so that a desk finds the answer behind it."""
    return (
        *_cells(record, columns),
        *_placed(_common(record), "kyotsu"),
        *(fault for person in record.taishosha for fault in _person(person)),
        *_placed(_triples(record.ido.model_dump(), "異動", "idonengappi", "異動年月日"), "ido.idonengappi"),
        *_open_addresses(record),
        *_numbers(record),
        *_placed(_named(record), "sonota"),
    )


def _placed(issues: Iterable[Issue], source: str, about: str = "") -> Iterator[Fault]:
    return (Fault(issue=issue, source=source, about=about) for issue in issues)


def _issue(code: Code, where: str, message: str, allowed: str = "") -> Issue:
    return Issue(where=where, message=f"{code.value} {message}", allowed=allowed)


def _cells(record: Record, columns: Columns) -> Iterator[Fault]:
    for table in tables(record, columns):
        for number, row in enumerate(table.rows, 1):
            whom = about(record, table.group.rows, number - 1)
            for column, text in zip(table.group.columns, row, strict=True):
                found = _cell(column, text, f"{table.group.name}{number}行目 {column.item}")
                yield from _placed(found, column.source, whom)


def about(record: Record, rows: str, number: int) -> str:
    """Whom a row is about; a row of the others is told by its key and by whom (dog.name, person.job p2)."""
    match rows:
        case "taishosha":
            return record.taishosha[number].taishoshabango
        case "sonota":
            return f"{record.sonota[number].komoku} {record.sonota[number].taishoshabango}"
        case _:
            return ""


def _cell(column: Column, text: str, where: str) -> Iterator[Issue]:
    if column.required and not text:
        yield _issue(Code.MISSING, where, "必須の項目がありません。")
    if column.length and length(text) > column.length:
        yield _issue(Code.LENGTH, where, "文字数が多すぎます。", f"{column.length}文字まで")
    wrong = _wrong_letters(column.type, text) if text else ""
    if wrong:
        yield _issue(Code.LETTERS, where, "使えない文字があります。", wrong)


def _wrong_letters(kind: ColumnType, text: str) -> str:
    """What would be allowed, when a text does not fit its type; otherwise empty."""
    match kind:
        case ColumnType.HALF:
            return "" if text.isascii() and text.isprintable() else "半角文字だけ"
        case ColumnType.FULL:
            return "" if is_full(text) else "全角文字だけ"
        case ColumnType.INTEGER:
            return "" if text.isascii() and text.isdigit() else "半角数字だけ"
        case ColumnType.DATE:
            return "" if _real(text) else "暦にある日付（YYYY-MM-DD）"
        case ColumnType.TIME:
            return "" if _TIME.fullmatch(text) else "時刻（HH:MM:SS）"
        case ColumnType.ANY:
            return ""


def _real(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _common(record: Record) -> Iterator[Issue]:
    common = record.kyotsu
    yield from _lg_code(common.shikuchosonkodo, "申請 市区町村コード")
    if common.shorikubun not in {"0", "1", "2"}:
        yield _issue(Code.RELATED, "申請 処理区分", "処理区分が正しくありません。", "0 新規・1 訂正・2 取消")
    if common.sha256 != digest(record):
        yield _issue(Code.RELATED, "申請 記録のハッシュ値", "記録の内容とハッシュ値が合いません。")


def _person(person: Subject) -> Iterator[Fault]:
    ref, where = person.taishoshabango, f"対象者{person.taishoshabango}"
    born = _triples(person.model_dump(), where, "seinengappi", "生年月日")
    yield from _placed(born, "taishosha.seinengappi", ref)
    code = _lg_code(person.jusho_shikuchosonkodo, f"{where} 住所_市区町村コード")
    yield from _placed(code, "taishosha.jusho_shikuchosonkodo", ref)
    yield from _placed(_postal(person, where), "taishosha.jusho_yubinbango", ref)
    yield from _placed(_relation(person, where), "taishosha.tsuzukigarahyoki", ref)


_MOVES = {"tenshutsusakijusho": "転出先住所", "tennyumaejusho": "転入前住所", "tenkyomaejusho": "転居前住所"}


def _open_addresses(record: Record) -> Iterator[Fault]:
    """Addresses of which some words stand in no part: a receiver that takes the parts would lose them."""
    for person in record.taishosha:
        where = f"対象者{person.taishoshabango} 住所"
        yield from _placed(
            _open(person.model_dump(), "jusho", where), "taishosha.jusho_banchigohyoki", person.taishoshabango
        )
    for prefix, name in _MOVES.items():
        yield from _placed(_open(record.ido.model_dump(), prefix, f"異動 {name}"), f"ido.{prefix}_banchigohyoki")


def _open(values: Mapping[str, object], prefix: str, where: str) -> Iterator[Issue]:
    part = {name: str(values[f"{prefix}_{column}"] or "") for name, column in _ADDRESS.items()}
    if unplaced(Address(**part)):
        allowed = "町字・番地号・方書を合わせると住所の全部になる"
        yield _issue(Code.RELATED, where, "住所の一部が、どの項目にも入っていません。", allowed)


_ADDRESS = {
    "text": "hyoki",
    "prefecture": "todofuken",
    "city": "shikugunchosonmei",
    "town": "choaza",
    "number": "banchigohyoki",
    "building": "katagaki",
}


def _postal(person: Subject, where: str) -> Iterator[Issue]:
    postal = hankaku(person.jusho_yubinbango)
    if postal and not re.fullmatch(r"[0-9]{7}", postal):
        yield _issue(Code.RELATED, f"{where} 住所_郵便番号", "郵便番号は数字7桁です。", "ハイフンなし")


def _relation(person: Subject, where: str) -> Iterator[Issue]:
    relation = parse_relation(person.tsuzukigarahyoki) if person.tsuzukigarahyoki else ""
    if isinstance(relation, Refused):
        yield _issue(Code.RELATED, f"{where} 続柄表記", "続柄の書き方が正しくありません。", RELATION_WORDS)


def _triples(fields: dict[str, object], where: str, prefix: str, label: str) -> Iterator[Issue]:
    date, flag, wording = (fields[name] for name in (prefix, f"{prefix}_fushofuragu", f"{prefix}_fushohyoki"))
    states = {("", "", ""), (date, "0", ""), ("", "1", wording)}
    whole = (date, flag, wording) in states and not (flag == "0" and not date) and not (flag == "1" and not wording)
    if not whole:
        allowed = "日付と不詳フラグ0、または不詳フラグ1と不詳表記"
        yield _issue(Code.RELATED, f"{where} {label}", "日付と不詳の組み合わせが合いません。", allowed)


def _lg_code(code: str, where: str) -> Iterator[Issue]:
    if code and not lg_code_ok(code):
        yield _issue(Code.RELATED, where, "団体コードの検査数字が合いません。", "6桁の全国地方公共団体コード")


def _numbers(record: Record) -> Iterator[Fault]:
    """A text that could be a 個人番号 does not leave, wherever somebody typed it."""
    content = json.loads(canonical_json(record))
    for block, where in _LABELS.items():
        if any(holds_my_number(text) for text in _texts(content.get(block, {}))):
            message, allowed = "個人番号とみられる12桁の数字があります。", "個人番号は入れられません"
            yield Fault(issue=_issue(Code.RELATED, where, message, allowed), source=block)


def _named(record: Record) -> Iterator[Issue]:
    """A fact that is about a forbidden number does not leave, whatever it says."""
    for entry in record.sonota:
        number = forbidden(entry.komoku)
        if number and any(sign.isdecimal() for sign in str(entry.atai)):
            where = f"{_LABELS['sonota']} {entry.komoku}"
            yield _issue(Code.RELATED, where, f"{number}にあたる項目です。", "この項目は送れません")


def _texts(value: object) -> Iterator[str]:
    match value:
        case str() | int():
            yield str(value)
        case list():
            for item in value:
                yield from _texts(item)
        case dict():
            for name, item in value.items():
                yield from _texts("" if name in _IDENTIFIERS else item)
