"""A disk that fails speaks the words of the office."""

import errno

import pytest

from kiosk.model.disk import disk_words


@pytest.mark.parametrize("number", [errno.EEXIST, errno.EACCES, errno.EROFS, errno.ENOSPC, errno.ESTALE, errno.ENOTDIR])
def test_what_happens_in_an_office_is_said_without_english(number: int) -> None:
    said = disk_words(OSError(number, "File exists"))
    assert not any(letter.isascii() for letter in said)


def test_anything_else_is_told_by_its_number() -> None:
    assert str(errno.EDOM) in disk_words(OSError(errno.EDOM, "odd"))
