"""A message is a code with values: plain data on its way, words of one language at the end."""

import pytest

from kiosk.model.base import Frozen
from kiosk.model.errors import Defect
from kiosk.model.message import Code, Label, Message, Refused, Said
from kiosk.words import Words

FAR, NEAR, BOTH = Code("far", "word", "count"), Code("near"), Code("both", "first", "options")
JAPANESE = Words("""
list-between = 、
said-hidden = …
far = 「{ $word }」は{ $count }つ先
near = 隣
both = { $first }か{ $options }
""")
MADE_UP = Words("""
list-between = +
said-hidden = #
far = { $count } <{ $word }>
near = ni
both = { $options } o { $first }
""")


class Parked(Frozen):
    """As a visit keeps what was refused."""

    typed: dict[str, tuple[str, Refused]] = {}


def example() -> Message:
    """One message with everything that a message can hold."""
    return BOTH(first=FAR(word=Said("孫"), count=2), options=("父", NEAR(), Label("person.sex", "男")))


def label(what: Label) -> str:
    """A label as its key and code."""
    return f"{what.key}/{what.code}"


def test_the_same_message_is_put_into_the_words_of_every_language() -> None:
    assert JAPANESE.say(example(), label=label) == "「孫」は2つ先か父、隣、person.sex/男"
    assert MADE_UP.say(example(), label=label) == "父+ni+person.sex/男 o 2 <孫>"


def test_what_somebody_typed_is_left_out_where_others_read_along() -> None:
    assert JAPANESE.say(FAR(word=Said("孫"), count=2), hide=True) == "「…」は2つ先"
    assert "孫" not in repr(example())


def test_a_code_takes_its_own_values_and_no_others() -> None:
    for values in ({}, {"word": "孫"}, {"word": "孫", "count": 1, "more": 2}):
        with pytest.raises(Defect, match="far"):
            FAR(**values)


def test_a_label_that_nobody_can_name_is_a_bug() -> None:
    with pytest.raises(Defect, match="both"):
        JAPANESE.say(example())


def test_messages_with_the_same_values_are_the_same() -> None:
    assert example() == example()
    assert len({example(), example(), NEAR()}) == 2
    assert FAR(count=1, word="孫") == FAR(word="孫", count=1)


def test_a_refusal_goes_through_json_and_back_inside_the_state_of_a_visit() -> None:
    parked = Parked(typed={"person[p1].sex": ("x", Refused(Label("person.sex"), example(), NEAR()))})
    assert Parked.model_validate_json(parked.model_dump_json()) == parked
    bare = Parked(typed={"addr": ("", Refused(NEAR(), NEAR()))})
    assert Parked.model_validate_json(bare.model_dump_json()) == bare
