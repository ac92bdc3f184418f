"""The sample cards of the picker: the delivered file, what each card shows, and what a wrong file says."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.cards.images import basic_four_file
from kiosk.cards.mynumber import MyNumberReader
from kiosk.cards.samples import SampleCard, Samples, load_samples
from kiosk.cards.simreader import SimReader
from kiosk.model.card import (
    Blocked,
    CardFace,
    CardGlance,
    CardGone,
    CardOutcome,
    LastTry,
    Secret,
    Unreadable,
    WrongCard,
    WrongSecret,
)

FILE = Path(__file__).resolve().parents[2] / "forms" / "cards.toml"
TODAY = date(2026, 11, 20)
OLD_HOME = "見本県仮想市本町３丁目４番５号　見本荘２０３"


def sample(card_id: str) -> SampleCard:
    found = load_samples(FILE.read_bytes()).card(card_id)
    assert found is not None
    return found


def laid_on(card: SampleCard, state_dir: Path | None = None) -> MyNumberReader:
    reader = SimReader()
    reader.insert(card.build(state_dir))
    return MyNumberReader(reader, today=TODAY)


def with_pin(card_id: str) -> CardOutcome:
    card = sample(card_id)
    return laid_on(card).read(Secret.PIN, card.pin)


def face(card_id: str) -> CardFace:
    outcome = with_pin(card_id)
    assert isinstance(outcome, CardFace)
    return outcome


def written(text: str) -> Samples:
    return load_samples(text.encode())


def test_the_delivered_file_has_every_card_of_the_demo_and_no_issue() -> None:
    samples = load_samples(FILE.read_bytes())
    assert samples.issues == ()
    family = {"1", "family-wife", "family-child1", "family-child2"}
    wanted = family | set("2345678") | {"7-geta", "wrong-card", "residence", "transit", "damaged", "pulled"}
    wanted |= {"staff-1", "staff-2"}
    assert {card.id for card in samples.cards} == wanted
    assert all(card.title_ja and card.hint_ja for card in samples.cards)


@pytest.mark.parametrize(
    ("card_id", "name", "birth", "sex"),
    [
        ("1", "架空　太郎", "1988-06-15", "1"),
        ("family-wife", "架空　花子", "1990-11-03", "2"),
        ("family-child1", "架空　一郎", "2017-05-20", "1"),
        ("family-child2", "架空　さくら", "2024-02-29", "2"),
    ],
)
def test_the_demo_family_has_its_old_address_on_all_four_cards(card_id: str, name: str, birth: str, sex: str) -> None:
    read = face(card_id)
    assert (read.name, read.address, read.birth.iso, read.sex) == (name, OLD_HOME, birth, sex)
    assert read.expires_on.startswith("2033-")
    assert not read.expired


def test_the_wrong_pin_card_counts_down_and_shows_the_right_pin() -> None:
    card = sample("2")
    assert card.pin == "1234"
    assert laid_on(card).read(Secret.PIN, "9999") == WrongSecret(secret=Secret.PIN, tries_left=2)


def test_the_card_with_one_try_left_asks_first() -> None:
    assert with_pin("3") == LastTry(secret=Secret.PIN)


def test_the_blocked_card_opens_with_number_b() -> None:
    card = sample("4")
    assert with_pin("4") == Blocked(secret=Secret.PIN)
    assert card.number_b == "55021720355566"
    assert isinstance(laid_on(card).read(Secret.NUMBER_B, card.number_b), CardFace)


def test_the_expired_card_is_read_and_marked() -> None:
    assert face("5").expired


def test_the_long_card_needs_more_than_one_block() -> None:
    card = sample("6")
    assert card.holder is not None
    assert len(basic_four_file(card.holder)) > 256 + 32
    assert face("6").address == card.holder.address


def test_the_rare_letters_card_keeps_its_selector_and_the_other_one_is_to_be_checked() -> None:
    assert face("7").name == "髙﨑　𠮷葛\U000e0100"
    assert face("7").doubtful == ()
    assert face("7-geta").doubtful == ("〓",)


def test_the_foreign_residents_number_b_begins_with_the_gregorian_year() -> None:
    card = sample("8")
    assert card.number_b.startswith("920408")
    assert isinstance(laid_on(card).read(Secret.NUMBER_B, card.number_b), CardFace)


@pytest.mark.parametrize(("card_id", "kind"), [("wrong-card", "licence"), ("residence", "residence")])
def test_other_identity_cards_are_named(card_id: str, kind: str) -> None:
    assert laid_on(sample(card_id)).glance() == WrongCard.model_validate({"kind": kind})
    assert (sample(card_id).pin, sample(card_id).number_b) == ("", "")


def test_a_transit_card_is_unknown() -> None:
    assert laid_on(sample("transit")).glance() == WrongCard(kind="unknown")


def test_the_damaged_and_the_pulled_card_can_be_glanced_at_but_not_read() -> None:
    assert isinstance(laid_on(sample("damaged")).glance(), CardGlance)
    assert with_pin("damaged") == Unreadable(staff_code="IC-TLV")
    assert isinstance(laid_on(sample("pulled")).glance(), CardGlance)
    assert with_pin("pulled") == CardGone(step=6)


def test_a_try_spent_on_a_sample_card_is_remembered_in_its_own_file(tmp_path: Path) -> None:
    laid_on(sample("2"), tmp_path).read(Secret.PIN, "9999")
    glance = laid_on(sample("2"), tmp_path).glance()
    assert isinstance(glance, CardGlance)
    assert glance.pin_tries == 2
    assert [path.name for path in tmp_path.iterdir()] == ["2.json"]


def test_without_a_folder_every_card_is_new() -> None:
    laid_on(sample("2")).read(Secret.PIN, "9999")
    glance = laid_on(sample("2")).glance()
    assert isinstance(glance, CardGlance)
    assert glance.pin_tries == 3


def test_a_missing_broken_or_misencoded_file_is_an_issue_and_no_crash() -> None:
    assert [issue.where for issue in load_samples(None).issues] == ["cards.toml"]
    assert written("[[card]]\nid = \n").issues[0].allowed == "2行目"
    assert len(written("card = 3").issues) == 1
    assert len(load_samples(b"\xff\xfe").issues) == 1


def test_one_wrong_card_is_told_with_its_place_and_the_others_stay(tmp_path: Path) -> None:
    good = '[[card]]\nid = "ok"\ntitle_ja = "よい"\nkind = "other"\n'
    bad = '[[card]]\nid = "bad"\ntitle_ja = "x"\n[card.holder]\nname = "見本"\npin = "12"\ncolour = "red"\n'
    samples = written(bad + good)
    told = {issue.where: str(issue) for issue in samples.issues}
    assert [card.id for card in samples.cards] == ["ok"]
    assert "半角数字4桁" in told["cards.toml card[1].holder.pin"]
    assert "知らない項目" in told["cards.toml card[1].holder.colour"]
    assert "必要な項目" in told["cards.toml card[1].holder.birth"]


@pytest.mark.parametrize("entry", ["card = [1]", 'card = ["x"]', "[[card]]"])
def test_an_entry_that_is_no_card_is_an_issue(tmp_path: Path, entry: str) -> None:
    samples = written(entry)
    assert samples.cards == ()
    assert samples.issues


def test_the_same_id_twice_is_an_issue_and_the_first_card_stays(tmp_path: Path) -> None:
    one = '[[card]]\nid = "a"\ntitle_ja = "{}"\n'
    samples = written(one.format("一枚目") + one.format("二枚目"))
    assert [card.title_ja for card in samples.cards] == ["一枚目"]
    assert [issue.where for issue in samples.issues] == ["cards.toml card[2].id"]


def test_an_issue_does_not_repeat_what_was_typed(tmp_path: Path) -> None:
    samples = written('[[card]]\nid = "a"\ntitle_ja = "x"\n[card.holder]\nname = "秘密"\npin = "739"\n')
    assert "739" not in str(samples.issues)
    assert "秘密" not in str(samples.issues)
