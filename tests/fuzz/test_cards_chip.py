"""Rubbish on both ends of the wire: a card that is told anything, and a driver that hears anything."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.cards.apdu import Raw
from kiosk.cards.images import Holder, my_number_card
from kiosk.cards.mynumber import MyNumberReader
from kiosk.model.card import CardGlance, CardGone, Secret
from tests.short import examples

HOLDER = Holder(
    name="見本　花子",
    address="見本県架空市",
    birth=date(1980, 2, 17),
    sex="2",
    expires=date(2035, 2, 17),
    pin="1234",
    code="2285",
)
KNOWN = [
    "00A4040C0AD3921000310001010408",
    "00A4020C020011",
    "00A4020C020002",
    "00200080",
    "002000800430303030",
    "00B0000000",
]
SOUNDING_RIGHT = ["9000", "63C3", "63C0", "6A82", "FF2065DF21089000", "6282"]


class Babbling:
    """A reader whose card says the given things and then nothing."""

    def __init__(self, answers: list[bytes]) -> None:
        self._answers = iter(answers)

    def connect(self) -> "Babbling":
        return self

    def transmit(self, command: Raw) -> bytes:
        return next(self._answers, b"") if command else b""

    def close(self) -> None:
        return


commands = st.one_of(st.binary(max_size=24), st.sampled_from(KNOWN).map(bytes.fromhex))
answers = st.one_of(st.binary(max_size=40), st.sampled_from(SOUNDING_RIGHT).map(bytes.fromhex))


@settings(max_examples=examples(500), deadline=None)
@given(told=st.lists(commands, max_size=20))
def test_a_card_always_answers_with_a_status_word_and_never_gives_the_file_without_a_secret(told: list[bytes]) -> None:
    chip = my_number_card(HOLDER)
    for command in told:
        answer = chip.transmit(command)
        assert len(answer) >= 2
        assert HOLDER.name.encode() not in answer


@settings(max_examples=examples(1000), deadline=None)
@given(heard=st.lists(answers, max_size=14), secret=st.sampled_from(Secret), spend=st.booleans())
def test_a_driver_that_hears_anything_gives_a_result(heard: list[bytes], secret: Secret, *, spend: bool) -> None:
    digits = "1234" if secret is Secret.PIN else "55021720352285"
    outcome = MyNumberReader(Babbling(heard), today=date(2026, 11, 20)).read(secret, digits, spend_last_try=spend)
    assert outcome.outcome in {"wrong_secret", "last_try", "blocked", "gone", "wrong_card", "unreadable"}
    assert not isinstance(outcome, CardGone) or outcome.step <= len(heard) + 1


@settings(max_examples=examples(500), deadline=None)
@given(heard=st.lists(answers, max_size=10))
def test_a_glance_at_anything_gives_a_result(heard: list[bytes]) -> None:
    glance = MyNumberReader(Babbling(heard), today=date(2026, 11, 20)).glance()
    assert isinstance(glance, CardGlance) or glance.outcome in {"gone", "wrong_card", "unreadable"}
