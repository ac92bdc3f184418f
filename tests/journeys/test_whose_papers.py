"""The rows of a paper are about the members they are about: once, as many as a visit holds, and nobody else's."""

from dataclasses import replace

import pytest

from kiosk.flow.actions import AddPerson, UseExtract
from kiosk.model.fact import Value
from tests.sources import (
    ANOTHER,
    BACK,
    HANAKO,
    ICHIRO,
    JIRO,
    PLACE,
    SAME,
    TARO,
    asked,
    face,
    members,
    paper,
    row,
    unchanged,
    use,
)
from tests.visits import Desk


# ---- papers ----------------------------------------------------------------------------------------------------------
def test_a_second_paper_changes_nothing_and_says_one_thing() -> None:
    desk = Desk().act(use(TARO), paper(row(TARO), row(HANAKO)))
    assert desk.codes == {"extract-taken"}
    for second in (paper(row(TARO), row(ICHIRO)), paper(row(TARO), row(HANAKO)), paper(row(JIRO))):
        unchanged(desk, second)
        assert desk.codes == {"extract-twice"}


def test_a_paper_of_other_people_changes_nothing_and_says_one_thing() -> None:
    desk = unchanged(Desk().act(use(TARO)), paper(row(HANAKO), row(ICHIRO), koseki__honseki=PLACE))
    assert (desk.codes, desk.page.proposal) == ({"extract-unused"}, None)
    assert "花子" not in repr(desk.page)


@pytest.mark.parametrize("other", ["見本　花子", "Hanako Kaku", "華乃　花子"])
def test_a_paper_shows_nothing_to_who_only_shares_a_birthday_and_a_given_name(other: str) -> None:
    desk = Desk().say(name=other, birth="H2.11.3")
    unchanged(desk, paper(row(HANAKO, kana="カクウ　ハナコ")))
    assert (desk.codes, desk.page.proposal) == ({"extract-unused"}, None)


def test_an_applicant_who_is_declined_is_not_on_the_paper() -> None:
    desk = Desk().say(name="髙橋　花子", birth="H2.11.3").act(paper(row(face("高橋　花子", "1990-11-03")), row(ICHIRO)))
    unchanged(desk, ANOTHER)
    assert (desk.codes, desk.page.proposal) == ({"extract-unused"}, None)


def test_who_is_left_out_and_what_is_passed_over_is_told() -> None:
    left, odd = {"転出された方": 2}, ("2行目 通称（外字）",)
    use_it = UseExtract(persons=(row(TARO),), case={}, left_out=left, passed=odd, taken_for="Shift_JIS（CP932）")
    use_it = replace(use_it, reworded=("3行目 続柄表記 長女→子",))
    desk = Desk().act(use(TARO), use_it)
    said = [desk.visit.outside.wording.say(notice.message) for notice in desk.page.notices]
    assert said[1] == "次の方は取り込んでいません：転出された方 2人"
    assert said[2].endswith("2行目 通称（外字）")
    assert said[3].endswith("3行目 続柄表記 長女→子")
    assert "Shift_JIS（CP932） とみなしました" in said[4]


def test_a_row_tells_where_its_own_person_is_registered_and_nobody_else() -> None:
    hers: dict[str, Value] = {"koseki.honseki": "見本県秘匿市隠町９番", "koseki.head_name": "見本　花子"}
    his: dict[str, Value] = {"koseki.honseki": "見本県仮想市本町三丁目４番地"}
    desk = Desk().act(use(TARO), paper(row(HANAKO) | hers, row(TARO) | his))
    assert desk.value("koseki.honseki") == his["koseki.honseki"]
    assert desk.value("koseki.head_name") is None


# ---- how many --------------------------------------------------------------------------------------------------------
def crowd(count: int) -> tuple[dict[str, Value], ...]:
    return tuple(row(face(f"架空　{n}郎", "2017-05-20")) for n in range(count))


def test_a_paper_with_more_people_than_a_visit_holds_is_told_before_anything_is_taken() -> None:
    desk = unchanged(Desk().act(use(TARO)), paper(row(TARO), *crowd(29)))
    assert desk.codes == {"people-limit"}
    assert len(desk.act(paper(row(TARO), *crowd(19))).page.persons) == 20


def test_a_card_or_a_button_that_finds_no_room_says_so() -> None:
    desk = Desk().act(use(TARO), AddPerson(people=19))
    assert desk.codes == set()
    unchanged(desk, AddPerson())
    assert desk.codes == {"people-limit"}
    for number in range(2, 21):
        desk.member(f"p{number}", name=f"架空　{number}郎", birth="H29.5.20")
    unchanged(desk, use(HANAKO), ANOTHER)
    assert (desk.codes, asked(desk).full) == ({"people-limit"}, True)
    assert unchanged(desk, BACK).page.proposal is None
    assert Desk().act(AddPerson(people=30)).codes == {"people-limit"}


def test_a_row_takes_no_place_in_which_another_reading_was_said() -> None:
    desk = Desk().act(use(TARO)).members(3).member("p3", kana="カクウ　イチロウ")
    desk.act(paper(row(TARO), row(HANAKO, kana="カクウ　ハナコ"), row(ICHIRO, kana="カクウ　イチロウ")))
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空　花子", "p3": "架空　一郎"}
    desk = Desk().act(use(TARO)).members(2).member("p2", kana="カクウ　イチロウ")
    assert "p3" in members(desk.act(paper(row(TARO), row(HANAKO, kana="カクウ　ハナコ"))))


def test_rows_without_a_reading_are_asked_about_where_places_are_known_by_theirs_alone() -> None:
    desk = Desk().act(use(TARO)).members(3).member("p2", kana="カクウ　イチロウ").member("p3", kana="カクウ　ハナコ")
    unchanged(desk, paper(row(TARO), row(HANAKO), row(ICHIRO)))
    assert [(pair.person, pair.read_name) for pair in asked(desk).pairs] == [
        ("p2", "架空　花子"),
        ("p3", "架空　一郎"),
    ]
    desk.act(ANOTHER, ANOTHER, ANOTHER, SAME, SAME)
    assert members(desk) == {"p1": "架空　太郎", "p2": "架空　一郎", "p3": "架空　花子"}


@pytest.mark.parametrize("card", ["SAMPLE MEILING", "MEILING SAMPLE", "ＳＡＭＰＬＥ　ＭＥＩＬＩＮＧ"])
def test_whose_name_a_paper_has_in_kanji_and_in_latin_letters_is_found_by_a_card_in_these(card: str) -> None:
    both = row(face("見　美玲", "1979-12-30"), name__alpha="SAMPLE MEILING")
    desk = Desk().act(use(face(card, "1979-12-30")))
    unchanged(desk, paper({key.replace("__", "."): value for key, value in both.items()}))
    assert [pair.read_name for pair in asked(desk).pairs] == ["見　美玲"]
    desk.act(SAME)
    assert (members(desk), desk.value("person[p1].name.alpha")) == ({"p1": "見　美玲"}, "SAMPLE MEILING")
