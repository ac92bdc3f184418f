"""A name longer than its field, and letters of one place alone: one proposal, or a refusal with what to do."""

import pytest

from kiosk.flow.actions import Put
from kiosk.model.address import Address
from kiosk.model.doubt import Doubt
from kiosk.model.likeness import Described, Likeness, compare, shows_less
from kiosk.model.source import Source
from kiosk.model.vocabulary import Type
from kiosk.model.wareki import PartialDate
from tests.sources import ANOTHER, NAME, SAME, asked, face, members, paper, row, unchanged, use
from tests.visits import Desk, book, settled

WHOLE = "SAMPLE MARIA FERNANDA CONCEICAO DE OLIVEIRA"
CUT = WHOLE[:25]
DAY, BORN = PartialDate(iso="1990-11-03"), "H2.11.3"


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        (WHOLE, CUT),
        ("ＳＡＭＰＬＥ　ＭＡＲＩＡ　ＦＥＲＮＡＮＤＡ　ＤＥ　ＯＬＩＶＥＩＲＡ", "sample maria fernanda de o"),
        ("カクウ・マリアフェルナンダ・デ・オリベイラコンセイソン", "カクウマリアフェルナンダデオ"),
        (f"見本　安奈（{WHOLE}）", CUT),
        ("SAMPLE ANNA-MARIA VON HOHENMUSTERSTADT", "Sample Anna-Maria Von Hohen"),
    ],
)
def test_a_name_cut_at_the_length_of_its_field_may_be_the_whole_one(whole: str, shown: str) -> None:
    found = compare(Described(whole, DAY), Described(shown, DAY))
    assert (found.likeness, found.doubt) == (Likeness.UNSURE, Doubt.CUT)
    assert found == compare(Described(shown, DAY), Described(whole, DAY))
    assert shows_less(shown, than=whole) or whole.endswith("）")
    assert not shows_less(whole, than=shown)


def test_who_is_born_on_another_day_or_has_a_short_name_is_nobody_elses_beginning() -> None:
    assert compare(Described(WHOLE, DAY), Described(CUT, PartialDate(iso="1990-11-04"))).likeness is Likeness.OTHER
    assert compare(Described("架空　花子", DAY), Described("架空　花", DAY)).likeness is Likeness.OTHER


def test_a_field_may_end_where_a_word_ends_but_a_second_given_name_left_out_is_the_registers_matter() -> None:
    ends = "SAMPLE MARIA FERNANDA"
    assert compare(Described(WHOLE, DAY), Described(ends, DAY)).doubt is Doubt.ORDER
    assert shows_less(ends, than=WHOLE)
    assert not shows_less("SAMPLE ANNA", than="SAMPLE ANNA MARIA")


def test_a_card_that_cuts_a_name_is_proposed_once_and_the_whole_name_stays() -> None:
    desk, card = Desk().say(name=WHOLE, birth=BORN), use(face(CUT, "1990-11-03", sex="2"))
    unchanged(desk, card)
    assert [(pair.known_name, pair.read_name) for pair in asked(desk).pairs] == [(WHOLE, CUT)]
    desk.act(SAME)
    assert (members(desk), desk.value("person[p1].sex"), desk.now.conflicts) == ({"p1": WHOLE}, "女", ())
    assert desk.now.facts.by_path[NAME].reason.startswith("同じ方と確認（")
    assert desk.act(card).page.proposal is None
    assert (members(desk), desk.now.conflicts) == ({"p1": WHOLE}, ())


def test_an_extract_that_cuts_a_name_leaves_the_whole_one_of_the_card_and_the_other_way_round() -> None:
    desk = Desk().act(use(face(WHOLE, "1990-11-03")))
    desk.act(paper(row(face(CUT, "1990-11-03"), kana="サンプル　マリア")), SAME)
    assert (members(desk), desk.value("person[p1].kana")) == ({"p1": WHOLE}, "サンプル　マリア")
    assert (desk.now.facts.by_path[NAME].source, desk.page.conflicts) == (Source.CARD, ())
    other = Desk().say(name=CUT, birth=BORN).act(paper(row(face(CUT, "1990-11-03"))), use(face(WHOLE, "1990-11-03")))
    assert members(other.act(SAME)) == {"p1": WHOLE}
    assert other.page.conflicts == ()


def test_who_is_declined_stays_another_person() -> None:
    desk = Desk().say(name=WHOLE, birth=BORN).act(use(face(CUT, "1990-11-03")), ANOTHER)
    assert members(desk) == {"p1": WHOLE, "p2": CUT}


def test_a_letter_that_the_card_cannot_show_is_asked_about_once_too() -> None:
    desk, card = Desk().say(name="架空　太郎", birth=BORN), use(face("架空　太〓", "1990-11-03"))
    assert desk.act(card, SAME).act(card).page.proposal is None
    assert members(desk) == {"p1": "架空　太郎"}


def test_the_card_of_another_spelling_than_the_registers_is_asked_about_once() -> None:
    desk, card = Desk().say(name="髙橋　花子", birth=BORN), use(face("高橋　花子", "1990-11-03"))
    desk.act(paper(row(face("髙橋　花子", "1990-11-03"))), card, SAME)
    assert desk.act(card).page.proposal is None
    assert members(desk) == {"p1": "髙橋　花子"}


# ---- letters of one place alone ------------------------------------------------------------------------------------
@pytest.mark.parametrize("letter", ["\ue000", "\uf8ff", "\U000f0001", "\U0010fffd"])
def test_a_letter_of_one_place_alone_is_refused_at_the_desk_with_what_to_do(letter: str) -> None:
    desk = Desk().say(name=f"架空　{letter}郎")
    told = desk.question(NAME).issue
    assert "外字" in told
    assert "印刷された字" in told
    assert desk.value(NAME) is None


def test_no_field_of_text_takes_it_typed_or_put_together() -> None:
    desk = settled(Desk().say(name="架空　太郎", birth="S63.6.15"))
    texts = {Type.TEXT, Type.NAME, Type.KANA, Type.ADDRESS}
    items = [item for item in book().vocabulary.by_key.values() if item.type in texts]
    paths = [f"person[p1].{item.key}" if item.key.startswith("person.") else item.key for item in items]
    before = {path: desk.value(path) for path in paths}
    desk.say_all(dict.fromkeys(paths, "架\ue000")).act(
        *(Put(path=path, value=Address(text="架空市\ue000町1番")) for path in paths if path.startswith("addr."))
    )
    assert {path: desk.value(path) for path in paths} == before
