"""The crypto libraries: bad ones are refused, old ones are named to IT staff, and every judgement has its source."""

import datetime as dt

import pytest

from kiosk.model.errors import SiteError
from kiosk.store.connection import check_build
from kiosk.store.crypto import MENDED, MONTHS, REFUSED, Library, libraries, read, refused, remarks

TODAY = dt.date(2026, 11, 26)


def library(*version: int, day: dt.date = TODAY) -> Library:
    return Library("sqlcipher3", (version[0], version[1], version[2]), day)


def test_both_parts_of_this_installation_say_which_library_they_hold_and_none_is_refused() -> None:
    found = libraries()
    assert [each.part for each in found] == ["sqlcipher3", "cryptography"]
    assert all(each.version >= (3, 6, 0) and each.day for each in found)
    assert not [each for each in found if refused(each)]
    check_build()


def test_what_a_library_says_of_itself_is_read() -> None:
    assert read("x", "OpenSSL 3.6.0 1 Oct 2025") == Library("x", (3, 6, 0), dt.date(2025, 10, 1))
    assert read("x", "OpenSSL 1.1.1k  FIPS 25 Mar 2021").version == (1, 1, 1)
    assert read("x", "LibreSSL") == Library("x", (0, 0, 0), None)


@pytest.mark.parametrize("version", [(0, 0, 0), (1, 1, 1), (3, 0, 4), (3, 2, 6)])
def test_a_library_that_is_broken_or_given_up_is_refused(version: tuple[int, int, int]) -> None:
    with pytest.raises(SiteError, match="store-build"):
        check_build(libraries=(library(4, 0, 3), library(*version)))


@pytest.mark.parametrize("version", [(3, 0, 3), (3, 0, 21), (3, 4, 0), (3, 6, 0), (4, 0, 3)])
def test_other_libraries_are_taken(version: tuple[int, int, int]) -> None:
    check_build(libraries=(library(*version),))


def test_a_line_that_had_a_security_release_since_is_named_with_the_version_that_mends_it() -> None:
    (said,) = remarks((library(3, 6, 0), library(3, 6, 3)), today=TODAY)
    assert "OpenSSL 3.6.0" in said
    assert "3.6.3" in said


def test_an_old_version_is_named_with_its_day_and_an_unknown_day_is_old() -> None:
    limit = TODAY - dt.timedelta(days=MONTHS * 30)
    assert remarks((library(4, 0, 3, day=limit),), today=TODAY) == ()
    (said,) = remarks((library(4, 0, 3, day=limit - dt.timedelta(days=1)),), today=TODAY)
    assert str(limit - dt.timedelta(days=1)) in said
    assert "日付不明" in remarks((Library("x", (4, 0, 3), None),), today=TODAY)[0]


def test_every_judgement_says_where_and_when_it_was_read() -> None:
    assert all(len(bad.source) > 10 and dt.date.fromisoformat(bad.read_on) for bad in REFUSED)
    assert not [line for line, patch in MENDED.items() if refused(library(*line, patch))]
