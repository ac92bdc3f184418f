"""Values whose class waits for the first of them are what the library's own would be."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from threading import Barrier, Thread
from typing import Any

import pytest

from kiosk.flow.actions import Action, Answer
from kiosk.model.late import dataclass


@dataclass(frozen=True)
class Called:
    """A number that is called to a window."""

    number: int
    window: str = "1"
    notes: list[str] = field(default_factory=list, compare=False)

    @cached_property
    def spoken(self) -> str:
        return f"{self.number} → {self.window}"


@dataclass(frozen=True, kw_only=True)
class CalledAgain(Called):
    """A number that nobody came for."""

    times: int = 1

    def __repr__(self) -> str:
        return f"{self.number} ×{self.times}"


@dataclass
class Waiting:
    """Who waits, which changes."""

    numbers: list[int] = field(default_factory=list)
    longest: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.longest = max(self.numbers, default=0)


@dataclass(frozen=True, eq=False)
class Door:
    """One door is not another that looks the same."""

    side: str


def test_what_is_said_alike_is_the_same_and_counts_once() -> None:
    assert Called(7, "2") == Called(7, "2", ["came late"]) != Called(8, "2")
    assert len({Called(7), Called(7), CalledAgain(7)}) == 2  # called again is something else
    assert CalledAgain(7, times=2) == CalledAgain(7, times=2) != CalledAgain(7, times=3)
    assert Door("east") != Door("east")
    assert len({Door("east"), Door("east")}) == 2


def test_each_has_its_own_notes_and_its_words_for_a_reader() -> None:
    first, second = Called(1), Called(2)
    first.notes.append("with a pram")
    assert not second.notes
    assert repr(second) == "Called(number=2, window='1', notes=[])"
    assert repr(CalledAgain(3, times=2)) == "3 ×2"
    assert Called(4, "2").spoken == "4 → 2"


@pytest.mark.parametrize("called", [Called(7), CalledAgain(7)])
def test_nobody_changes_what_was_said(called: Any) -> None:
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'number'"):
        called.number = 8
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'window'"):
        del called.window
    assert replace(called, number=8).number == 8
    assert called.number == 7


def test_a_class_of_its_own_below_may_note_something_more() -> None:
    class Shown(Called):
        """Is on the board."""

    shown: Any = Shown(7)
    shown.colour = "red"
    assert shown.colour == "red"
    with pytest.raises(FrozenInstanceError):
        shown.number = 8
    del shown.colour
    assert not hasattr(shown, "colour")


def test_what_changes_has_no_place_among_what_counts_once() -> None:
    waiting = Waiting([3, 9])
    waiting.numbers.append(12)
    assert (waiting.longest, waiting == Waiting([3, 9, 12])) == (9, False)  # 9 was the longest at the beginning
    with pytest.raises(TypeError, match="unhashable"):
        hash(waiting)


def test_values_are_taken_apart_by_place_and_named_by_field() -> None:
    match CalledAgain(7, "3", times=2):
        case Called(number, window):
            assert (number, window) == (7, "3")
    assert [each.name for each in dataclasses.fields(CalledAgain)] == ["number", "window", "notes", "times"]
    assert dataclasses.asdict(Called(7)) == {"number": 7, "window": "1", "notes": []}
    with pytest.raises(TypeError):
        CalledAgain(7, "3", [], 2)  # type: ignore[call-arg]


def test_a_value_that_is_read_from_its_bytes_before_any_was_made_compares_as_others_do() -> None:
    @dataclass(frozen=True)
    class Kept:
        """What lay in a copy."""

        number: int

    read = [Kept.__new__(Kept) for _ in range(2)]  # as a copy gives them: no value is made, only its fields are there
    for each in read:
        each.__dict__["number"] = 7
    assert read[0] == read[1]
    assert len({*read, Kept(7)}) == 1
    assert pickle.loads(pickle.dumps(Called(7))) == Called(7)


def test_two_desks_that_make_the_first_at_the_same_moment_both_have_theirs() -> None:
    for _ in range(20):

        @dataclass(frozen=True)
        class First:
            """Made twice at once."""

            number: int = 5

        begin, made = Barrier(4), list[object]()

        def make(begin: Barrier = begin, made: list[object] = made, kind: type = First) -> None:
            begin.wait()
            made.append(kind())

        threads = [Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made == [First()] * 4


def test_an_action_that_nobody_has_taken_costs_nothing_at_import() -> None:
    @dataclass(frozen=True)
    class Untaken:
        """Nobody says this."""

        path: str

    assert "__init__" in vars(Untaken)
    assert not callable(vars(Untaken)["__init__"])
    assert Untaken(path="a").path == "a"
    assert callable(vars(Untaken)["__init__"])
    spoken: Action = Answer(path="person[p1].name", text="山田 花子")
    assert spoken == Answer(path="person[p1].name", text="山田 花子")
