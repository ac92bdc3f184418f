"""What a rule works out once and keeps: for the day of the visit, for the same arguments; and words that lie apart."""

import pytest

from kiosk.rules.absorbing import KNOWN, Judge
from kiosk.rules.cel import Language
from kiosk.rules.functions import functions
from kiosk.rules.judging import judge_of
from kiosk.rules.syntax import Call, Literal, Name

DAYS = ("2026-04-20", "2026-04-20", "2026-04-21", "2026-04-20")


def counted(text: str, calls: list[tuple[object, ...]]) -> Judge:
    """A rule whose days_after is counted."""

    def days_after(*given: object) -> str:
        calls.append(given)
        return f"{given[0]}+{given[1]}"

    return judge_of(Language(("m",), functions()).compile(text).tree, {"days_after": days_after})


def test_what_looks_at_the_day_alone_is_judged_once_a_day() -> None:
    calls: list[tuple[object, ...]] = []
    judge = counted("days_after(today, 3)", calls)
    assert [judge({"today": day, "m": {}}) for day in DAYS] == [f"{day}+3" for day in DAYS]
    assert calls == [("2026-04-20", 3), ("2026-04-21", 3), ("2026-04-20", 3)]


def test_what_looks_at_a_member_too_is_judged_for_every_member() -> None:
    calls: list[tuple[object, ...]] = []
    judge = counted("days_after(today, m.count)", calls)
    assert [judge({"today": DAYS[0], "m": {"count": count}}) for count in (1, 2)] == [f"{DAYS[0]}+1", f"{DAYS[0]}+2"]
    assert len(calls) == 2


def test_on_no_day_nothing_that_looks_at_the_day_is_known() -> None:
    with pytest.raises(KeyError, match="today"):
        counted("days_after(today, 3)", [])({})


def test_what_a_function_came_to_is_kept_under_its_name_and_arguments() -> None:
    language = Language(("m",), functions())
    known: dict[object, object] = {}
    rule = language.rule("months_after(m.day, 2)")
    told = rule.evaluate({**language.activation({"m": {"day": "2026-04-20"}, "today": DAYS[0]}), KNOWN: known})
    assert known == {("months_after", "2026-04-20", 2): told}


def test_a_function_of_many_words_is_told_them_in_their_order() -> None:
    call = Call("joined", (Name("first"), *map(Literal, ("番", "の", "方"))))
    assert judge_of(call, {"joined": lambda *words: "".join(words)})({"first": "3"}) == "3番の方"
