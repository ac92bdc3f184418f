"""A record that was made with wrong settings: whose fault it is, and how it is made again, word for word."""

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.checks import check
from kiosk.exchange.records.record import canonical_json, digest
from kiosk.exchange.records.reissue import Mender, Ours, reissued, said
from kiosk.exchange.records.sample import sample_parcel, sample_record
from kiosk.model.parcel import Parcel, message_id
from tests.holding import COLUMNS, OURS, of_wrong_city

MENDER = Mender(OURS, COLUMNS)


def content(parcel: Parcel) -> Record:
    return Record.model_validate_json(parcel.record)


def test_a_wrong_code_is_the_fault_of_the_settings_wherever_the_city_is_named() -> None:
    found = MENDER.faults(sample_parcel(of_wrong_city()))
    assert {issue.where.partition(" ")[0] for issue in found.settings} == {"申請", "対象者p1", "対象者p2", "対象者p3"}
    assert found.content == ()


def test_what_somebody_said_is_not_blamed_on_the_settings() -> None:
    record = of_wrong_city()
    first = record.taishosha[0].model_copy(update={"tsuzukigarahyoki": "よその人"})
    record = record.model_copy(update={"taishosha": (first, *record.taishosha[1:])})
    record = record.model_copy(update={"kyotsu": record.kyotsu.model_copy(update={"sha256": digest(record)})})
    found = MENDER.faults(sample_parcel(record))
    assert [issue.where for issue in found.content] == ["対象者p1 続柄表記"]
    assert len(found.settings) == 4
    assert set(found.every) == {*found.settings, *found.content}


def test_a_sound_record_has_no_fault_and_one_that_was_changed_is_nobodys_setting() -> None:
    assert MENDER.faults(sample_parcel()).every == ()
    record = sample_record()
    changed = record.model_copy(update={"kyotsu": record.kyotsu.model_copy(update={"kikkake": "tenkyo"})})
    found = MENDER.faults(sample_parcel(changed))
    assert (len(found.content), found.settings) == (1, ())
    assert not MENDER.differs(sample_parcel(changed))


def test_what_is_no_record_at_all_is_named() -> None:
    broken = sample_parcel().model_copy(update={"record": b"{}"})
    (issue,) = MENDER.faults(broken).content
    assert "形" in issue.message
    assert not MENDER.differs(broken)


def test_made_again_it_says_the_city_of_now_is_whole_and_is_another_message() -> None:
    old = sample_parcel(of_wrong_city())
    new = MENDER.again(old)
    record = content(new)
    assert said(record) == OURS
    assert check(record, COLUMNS) == ()
    assert {person.jusho_shikuchosonkodo for person in record.taishosha} == {OURS.code}
    assert record.kyotsu.exportid != content(old).kyotsu.exportid
    assert (record.kyotsu.kaiteibango, new.revision) == (2, 2)
    assert new.message == message_id(old.case, old.destination, old.kind, 2)
    assert new.record == canonical_json(record)
    assert new.attachments == old.attachments


def test_everything_else_stays_word_for_word() -> None:
    old = of_wrong_city()
    new = reissued(old, OURS, revision=2)
    same = {"kyotsu": old.kyotsu, "taishosha": old.taishosha, "ido": old.ido}
    assert new.model_copy(update=same) == old
    assert [each.model_copy(update={"jusho_shikuchosonkodo": ""}) for each in new.taishosha] == [
        each.model_copy(update={"jusho_shikuchosonkodo": ""}) for each in old.taishosha
    ]


def test_an_address_elsewhere_keeps_its_code() -> None:
    record = of_wrong_city()
    away = {"tennyumaejusho_shikuchosonkodo": "131016", "tennyumaejusho_todofuken": "東京都"}
    move = record.ido.model_copy(update={**away, "tennyumaejusho_shikugunchosonmei": "千代田区"})
    made = reissued(record.model_copy(update={"ido": move}), OURS, revision=2)
    assert made.ido.tennyumaejusho_shikuchosonkodo == "131016"


def test_a_parcel_differs_only_when_the_city_says_something_else() -> None:
    assert not MENDER.differs(sample_parcel())
    assert MENDER.differs(sample_parcel(of_wrong_city()))
    assert Mender(Ours("999997", "架空市", "001"), COLUMNS).differs(sample_parcel())
