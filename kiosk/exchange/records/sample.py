"""見本の申請: a fictional household's 転入届, with which a receiving system can try its import."""

import datetime as dt
import hashlib
import uuid

from kiosk.exchange.records.record import SCHEMA_VERSION, Envelope, Record, build, canonical_json
from kiosk.model.address import Address
from kiosk.model.fact import Fact, Value
from kiosk.model.parcel import Attachment, Parcel, message_id
from kiosk.model.path import person_path
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate

PERSONS = ("p1", "p2", "p3")
CASE = uuid.UUID("0199c3a0-0000-7000-8000-000000000001")
AT = dt.datetime(2026, 4, 20, 1, 2, 3, tzinfo=dt.UTC)

_NEW = Address(
    text="見本県架空市中央一丁目２番３号",
    postal="0000002",
    lg_code="999997",
    prefecture="見本県",
    city="架空市",
    town="中央一丁目",
    number="２番３号",
)
_OLD = Address(
    text="見本県仮想市本町３丁目４番５号", prefecture="見本県", city="仮想市", town="本町三丁目", number="４番５号"
)
_CASE: dict[str, Value] = {
    "case.event_type": "国内転入",
    "case.moved_on": PartialDate(iso="2026-04-18"),
    "case.filed_on": PartialDate(iso="2026-04-20"),
    "addr.new.text": _NEW,
    "addr.new.katagaki": "架空ハイツ　１０１",
    "addr.old.text": _OLD,
    "household.old.head_name": "架空　太郎",
    "koseki.honseki": "見本県仮想市本町３丁目４番",
    "koseki.head_name": "架空　太郎",
}
_PEOPLE: dict[str, dict[str, Value]] = {
    "p1": {
        "person.name.full": "架空　太郎",
        "person.kana": "カクウ　タロウ",
        "person.birth.date": PartialDate(iso="1988-06-15", era_text="昭和63年6月15日"),
        "person.sex": "男",
        "person.relation_new": "世帯主",
        "person.is_japanese": True,
        "person.phone": "03-0000-0000",
    },
    "p2": {
        "person.name.full": "SAMPLE ALEXANDRA MARIA",
        "person.kana": "サンプル　アレクサンドラ　マリア",
        "person.birth.date": PartialDate(iso="1992-04-08"),
        "person.sex": "女",
        "person.relation_new": "妻",
        "person.is_japanese": False,
        "person.foreign.nationality": "ブラジル",
        "person.foreign.status": "日本人の配偶者等",
        "person.foreign.expiry": PartialDate(iso="2029-04-08"),
    },
    "p3": {
        "person.name.full": "架空　さくら",
        "person.kana": "カクウ　サクラ",
        "person.birth.date": PartialDate(iso="2024-02-29", era_text="令和6年2月29日"),
        "person.sex": "女",
        "person.relation_new": "子",
        "person.is_japanese": True,
        "person.insurance.previous": "国民健康保険",
    },
}


def sample_fact(path: str, value: Value, *, source: Source = Source.INTERVIEW) -> Fact:
    """One invented fact."""
    return Fact(path=path, value=value, source=source, by="sample", at=AT)


def sample_facts() -> dict[str, Fact]:
    """The facts of the household by path."""
    values = _CASE | {person_path(ref, key): value for ref, said in _PEOPLE.items() for key, value in said.items()}
    return {path: sample_fact(path, value) for path, value in values.items()}


def sample_envelope(*, procedure: str = "P01", name: str = "転入届", case: uuid.UUID = CASE) -> Envelope:
    """An application of the sample town 架空市."""
    return Envelope(
        case=case,
        slip="A-001",
        municipality="999997",
        municipality_name="架空市",
        procedure=procedure,
        procedure_name=name,
        business="001",
        event="tennyu",
        filed_on=dt.date(2026, 4, 20),
        operator="counter",
        operated_at=AT,
    )


def sample_record(facts: dict[str, Fact] | None = None, *, case: uuid.UUID = CASE) -> Record:
    """The record of the household, or of the given facts, with every fact used."""
    said = sample_facts() if facts is None else facts
    return build(sample_envelope(case=case), facts=said, persons=PERSONS, used=said)


def sample_parcel(record: Record | None = None, *, case: uuid.UUID = CASE, destination: str = "folder") -> Parcel:
    """The record as a parcel with a small PDF beside it."""
    content = b"%PDF-1.7 sample"
    sheet = Attachment(
        name="packet.pdf",
        media_type="application/pdf",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return Parcel(
        message=message_id(case, destination, "P01"),
        case=case,
        destination=destination,
        kind="P01",
        order_key=str(case),
        schema_version=SCHEMA_VERSION,
        record=canonical_json(record or sample_record(case=case)),
        attachments=(sheet,),
    )
