"""A path is taken apart and put together in one place."""

import pytest

from kiosk.model.path import FactPath, key_of, parse, person_of, person_path


@pytest.mark.parametrize(
    ("text", "person", "key"),
    [
        ("person[p2].birth.date", "p2", "person.birth.date"),
        ("person[A].name.full", "A", "person.name.full"),
        ("case.kind", "", "case.kind"),
        ("person.birth.date", "", "person.birth.date"),
        ("person[p2]", "", "person[p2]"),
        ("case.note].odd", "", "case.note].odd"),
        ("", "", ""),
    ],
)
def test_a_path_has_a_member_or_none_and_a_key_and_is_written_as_it_was_read(text: str, person: str, key: str) -> None:
    assert parse(text) == FactPath(person, key)
    assert (person_of(text), key_of(text)) == (person, key)
    assert str(parse(text)) == text or not person


def test_a_key_of_the_case_has_the_same_path_for_everybody() -> None:
    assert person_path("p2", "case.kind") == "case.kind"
    assert person_path("p2", "person.birth.date") == "person[p2].birth.date"
