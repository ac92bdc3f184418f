"""The one JSON record: what is in it, what never is, and that the same facts give the same bytes."""

import json
import uuid

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.record import build, canonical_json, digest
from kiosk.exchange.records.sample import PERSONS, sample_envelope, sample_fact, sample_facts, sample_record
from kiosk.model.address import Address
from kiosk.model.fact import Cleared, Held, Signature, Value
from kiosk.model.source import Source
from kiosk.model.wareki import PartialDate, Precision


def record_of(changes: dict[str, Value], *, without: tuple[str, ...] = ()) -> Record:
    facts = {path: fact for path, fact in sample_facts().items() if path not in without}
    return sample_record(facts | {path: sample_fact(path, value) for path, value in changes.items()})


def test_a_record_read_back_is_the_record_that_was_written() -> None:
    record = sample_record()
    assert Record.model_validate_json(canonical_json(record)) == record


def test_the_order_in_which_facts_were_said_does_not_change_the_bytes() -> None:
    facts = sample_facts()
    backwards = dict(reversed(facts.items()))
    assert canonical_json(sample_record(backwards)) == canonical_json(sample_record(facts))


def test_the_digest_inside_the_record_is_of_everything_else_in_it() -> None:
    record = sample_record()
    assert record.kyotsu.sha256 == digest(record)
    assert record.kyotsu.sha256 != record_of({"person[p1].phone": "03-0000-0001"}).kyotsu.sha256


def test_a_fact_that_no_box_used_does_not_leave() -> None:
    facts = sample_facts()
    used = set(facts) - {"person[p1].phone", "person[p1].sex"}
    content = canonical_json(build(sample_envelope(), facts=facts, persons=PERSONS, used=used)).decode()
    assert "03-0000-0000" not in content
    assert "seibetsu" not in json.loads(content)["taishosha"][0]


def test_a_member_about_whom_nothing_was_used_is_not_named_at_all() -> None:
    facts = sample_facts()
    used = {path for path in facts if not path.startswith("person[p3]")}
    record = build(sample_envelope(), facts=facts, persons=PERSONS, used=used)
    assert [person.taishoshabango for person in record.taishosha] == ["p1", "p2"]


def test_numbers_of_the_register_never_leave_even_when_a_box_asks_for_them() -> None:
    secret: dict[str, Value] = {
        "person[p1].my_number": "123456789018",
        "agent.my_number": "123456789018",
        "person[p1].juminhyo_code": "99900000001",
        "person[p1].pension.number": "1234567890",
        "person[p1].support_measure": True,
        "case.privacy_mode": "on",
        "dv.kind": "A",
    }
    content = canonical_json(record_of(secret)).decode()
    assert content == canonical_json(sample_record()).decode()


def test_roles_follow_from_what_was_used() -> None:
    roles = {person.taishoshabango: person.yakuwari for person in sample_record().taishosha}
    assert roles == {"p1": ("申請者", "異動者", "世帯主"), "p2": ("異動者",), "p3": ("異動者",)}
    chosen = record_of({"household.head": "p2"}, without=("person[p1].relation_new",))
    assert [person.yakuwari for person in chosen.taishosha][:2] == [("申請者",), ("異動者", "世帯主")]


def test_an_agent_is_a_person_of_the_record_with_the_role_of_agent() -> None:
    born = PartialDate(iso="1970-01-01")
    record = record_of({"agent.name": "見本　代子", "agent.birth_date": born, "agent.address": "見本県架空市本町"})
    agent = record.taishosha[-1]
    assert (agent.yakuwari, agent.shimei, agent.seinengappi) == (("代理人",), "見本　代子", "1970-01-01")
    assert agent.jusho_hyoki == "見本県架空市本町"


def test_an_imprecise_birth_date_travels_as_its_wording_with_the_flag_set() -> None:
    unknown = PartialDate(iso="1950", precision=Precision.YEAR, unknown_text="昭和25年 月日不詳")
    person = record_of({"person[p1].birth.date": unknown}).taishosha[0]
    assert (person.seinengappi, person.seinengappi_fushofuragu) == ("", "1")
    assert person.seinengappi_fushohyoki == "昭和25年 月日不詳"


def test_a_day_that_is_not_in_the_calendar_is_kept_as_its_wording() -> None:
    odd = PartialDate(iso="1999-02-29", era_text="平成11年2月29日")
    person = record_of({"person[p1].birth.date": odd}).taishosha[0]
    assert (person.seinengappi, person.seinengappi_fushohyoki) == ("", "平成11年2月29日")


def test_an_answer_that_stays_open_is_listed_as_held_and_an_answer_taken_back_is_gone() -> None:
    record = record_of({"koseki.honseki": Held(), "koseki.head_name": Cleared()})
    assert record.horyu == ("koseki.honseki",)
    assert record.ido.honseki == record.ido.koseki_hittosha == ""
    assert "koseki.head_name" not in record.shussho


def test_every_value_says_where_it_came_from() -> None:
    facts = sample_facts()
    path = "person[p1].name.full"
    facts[path] = sample_fact(path, "架空　太郎", source=Source.CARD)
    assert sample_record(facts).shussho[path] == "card"


def test_a_signature_leaves_as_its_digest_and_never_as_its_strokes() -> None:
    sign = Signature(strokes=(((1.25, 2.5), (3.75, 4.5)),), width=60, height=20, digest="ab12")
    record = record_of({"case.consent_jido": sign})
    assert record.sonota[0].atai == "署名（ab12）"
    assert b"3.75" not in canonical_json(record)


def test_facts_without_a_field_of_their_own_are_listed_with_their_key_and_person() -> None:
    other = record_of({"person[p3].custody": True, "bank.branch": "本店", "jido.older_siblings": 2}).sonota
    found = {(item.komoku, item.taishoshabango): item.atai for item in other}
    assert found[("person.custody", "p3")] is True
    assert found[("bank.branch", "")] == "本店"
    assert found[("jido.older_siblings", "")] == 2


def test_the_other_address_of_a_move_goes_where_the_kind_of_move_puts_it() -> None:
    within = record_of({"case.event_type": "転居"})
    away = record_of({"case.event_type": "国内転出"})
    assert within.ido.tenkyomaejusho_choaza == "本町三丁目"
    assert within.ido.tennyumaejusho_choaza == ""
    assert away.ido.tenshutsusakijusho_choaza == "中央一丁目"
    assert away.taishosha[0].jusho_choaza == "本町三丁目"


def test_an_address_that_was_never_split_has_only_its_text() -> None:
    move = record_of({"addr.old.text": Address(text="ブラジル連邦共和国サンパウロ州")}).ido
    assert move.tennyumaejusho_hyoki == "ブラジル連邦共和国サンパウロ州"
    assert move.tennyumaejusho_todofuken == ""


def test_a_foreign_name_is_never_split_into_family_and_given_name() -> None:
    record = record_of({"person[p2].name.full": "LI MINGHUA"})
    person = record.taishosha[1]
    assert (person.uji_nihonjin, person.na_nihonjin, person.shimei_gaikokujinromaji) == ("", "", "LI MINGHUA")


def test_the_same_application_of_the_same_case_has_the_same_export_id_and_another_has_another() -> None:
    again, other = sample_record(), sample_record(case=uuid.UUID(int=7))
    assert again.kyotsu.exportid == sample_record().kyotsu.exportid != other.kyotsu.exportid


def test_a_certificate_request_has_its_own_block() -> None:
    said: dict[str, Value] = {
        "cert.kind": "住民票の写し",
        "cert.copies": 2,
        "cert.items": ("世帯主・続柄", "本籍・筆頭者"),
    }
    request = record_of(said).seikyu
    assert (request.shurui, request.tsusu, request.kisaijiko) == (
        "住民票の写し",
        "2",
        ("世帯主・続柄", "本籍・筆頭者"),
    )
