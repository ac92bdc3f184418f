"""A day as another office's program wrote it into a table: every spelling that can mean one day only."""

import datetime as dt
import re
from collections.abc import Iterator

from kiosk.model.base import Issue
from kiosk.model.eras import ERAS
from kiosk.model.message import Refused
from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import PartialDate, Precision, begins_after

SPELLINGS = "1990-01-05、19900105、平成2年1月5日、または年号コードと年月日の7桁（4020105）"
_FIRST, _YEARS_AHEAD = 1868, 100
_EMPTY = re.compile(r"0+|9999-?(?:12-?31|99-?99)|0000-00-00|0001-?01-?01|2999-?12-?31|1900-0?1-0?0|[-*/ ]+")
"""What programs write for "no date": noughts, the last or first day that they can hold, a spreadsheet's nought."""

_TIME = re.compile(
    r"[ T]+(?:午前|AM ?)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AP]M)?(?:\+09:?00)?$", re.IGNORECASE
)
_ODD = re.compile(r"[^\D0-9]")  # digits of another script
_TELLS = re.compile(r"[0-9]|元|不詳|不明")
_WESTERN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_CODED = re.compile(r"([1-5])-?([0-9]{2})-?([0-9]{2})-?([0-9]{2})")


def read_day(text: str, *, where: str, on: dt.date, past: bool = False) -> PartialDate | Issue | None:
    """The day of a cell in half-width signs; None where it says that there is none, or what is wrong with it.

    `past`: it cannot lie after `on`, as a birth cannot. Years run from 1868 to a century after `on`.
    """
    plain = _TIME.sub("", text.strip()).replace("/", "-").replace(".", "-")
    if _EMPTY.fullmatch(plain):
        return None
    found = _read(plain, on)
    if isinstance(found, str):
        return Issue(where=where, message=found, allowed=SPELLINGS)
    if past and begins_after(found, on):
        return Issue(where=where, message="今日より後の日付です。", allowed=f"{_FIRST}年から今日まで")
    return found


def _read(plain: str, on: dt.date) -> PartialDate | str:
    """The day, or what is wrong with it."""
    coded, western = _coded(plain), _WESTERN.fullmatch(plain)
    if coded is not None and len(plain) == 7 and any(_cut(plain, on)):
        return "年号コードの7桁か西暦か、どちらの日付か決められません。"
    if coded is not None:
        return coded
    if western is None:
        told = not plain.isascii() or plain[:1].isalpha()
        read = parse_date(plain, today=on) if told and _TELLS.search(plain) and not _ODD.search(plain) else None
        return "日付として読めません。" if read is None or isinstance(read, Refused) else read
    year, month, day = (int(number) for number in western.groups() if number is not None)
    if not _FIRST <= year <= on.year + _YEARS_AHEAD:
        return f"{_FIRST}年から{on.year + _YEARS_AHEAD}年までの日付ではありません。"
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return "日付として読めません。"
    return PartialDate(iso=f"{year}-{month:02}-{day:02}")


def _coded(plain: str) -> PartialDate | None:
    """年号コード (住民記録) and six digits of the era's year, month and day: 3630615 is 昭和63年6月15日."""
    found = _CODED.fullmatch(plain)
    if found is None:
        return None
    era = next(era for era in ERAS if era.code == found[1])
    known = era.base + int(found[2]), int(found[3]), int(found[4])
    if found[2] == "00" or not era.holds(known) or not (1 <= known[1] <= 12 and 1 <= known[2] <= 31):
        return None
    return PartialDate(iso="-".join(f"{number:02}" for number in known), precision=Precision.DAY)


def _cut(seven: str, on: dt.date) -> Iterator[bool]:
    """Whether seven digits can be a Western year with a month or a day of one digit."""
    for month, day in ((seven[4:5], seven[5:]), (seven[4:6], seven[6:])):
        try:
            yield _FIRST <= dt.date(int(seven[:4]), int(month), int(day)).year <= on.year + _YEARS_AHEAD
        except ValueError:
            yield False
