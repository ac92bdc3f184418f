"""The base of every value: its checks are made at the first value that needs them, by one thread, and can be made."""

import threading
from importlib import import_module

import pytest

from kiosk.model.base import Frozen
from tests.rooms import modules


def every(base: type[Frozen]) -> list[type[Frozen]]:
    """All kinds of values below one."""
    return [kind for below in base.__subclasses__() for kind in (below, *every(below))]


def test_the_checks_of_every_value_can_be_made() -> None:
    for name in modules():
        import_module(name)
    for kind in every(Frozen):
        kind.model_rebuild()
        assert kind.__pydantic_complete__, kind


def test_threads_that_need_a_new_kind_of_value_at_once_all_get_it() -> None:
    class Given(Frozen):
        number: int

    begin, found = threading.Barrier(8), list[Given]()

    def make() -> None:
        begin.wait()
        found.append(Given.model_validate({"number": "7"}))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.number for each in found] == [7] * 8


def test_an_unknown_key_is_refused_and_a_value_never_changes() -> None:
    class Told(Frozen):
        word: str

    with pytest.raises(ValueError, match="extra"):
        Told.model_validate({"word": "a", "more": "b"})
    with pytest.raises(ValueError, match="frozen"):
        Told(word="a").word = "b"  # type: ignore[misc]  # what must not be possible
