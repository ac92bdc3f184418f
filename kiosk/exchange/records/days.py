"""A day as another office's program wrote it into a table: every spelling that can mean one day only."""

import datetime as dt
import re
from collections.abc import Iterator

from kiosk.model.base import Issue
from kiosk.model.eras import ERAS, spelled, year_text
from kiosk.model.message import Refused
from kiosk.model.said_dates import parse_date
from kiosk.model.wareki import PartialDate, Precision, begins_after, to_wareki

SPELLINGS = "1990-01-05、19900105、平成2年1月5日、または年号コードと年月日の7桁（4020105）"
_FIRST, _YEARS_AHEAD = 1868, 100
_LAST, _NO_MONTH_DAY = "12[-月]?31日?", "(?:99[-月]?99日?|00[-月]?00日?)"
_EMPTY = re.compile(
    r"0+(?:[-年]0+[-月]0+日?)?|9{5,}|9999-?99-?99|8{8}|[-*/ ]+"
    rf"|9999[-年]?[0-9]{{1,2}}[-月]?[0-9]{{1,2}}日?|(?:20|2[1-9]|[3-8][0-9])99[-年]?{_LAST}"
    rf"|(?:[1-5]|[令平昭大明]|令和|平成|昭和|大正|明治|[RHSTM])-?99[-年]?(?:{_LAST}|{_NO_MONTH_DAY})"
    r"|(?:0001|1753|1601)-?0?1-?0?1|1900-?0?1-?0?[01]|1899-?12-?3[01]"
    rf"|8888-88-88|(?:2[1-9]|[3-9][0-9])00[-年]?{_LAST}|null|none|nan|n-?a|[(]null[)]|なし|該当なし|未設定|空欄?",
    re.IGNORECASE,
)
"""What programs write for "no date": noughts, the last or first day that they can hold (also as the year 99 of an era),
a spreadsheet's nought, a database's word for nothing."""

_CLOCK = "[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?|時(?:[0-9]{1,2}分(?:[0-9]{1,2}秒)?)?)"
_TIME = re.compile(
    rf"(?: *\([月火水木金土日](?:曜日?)?\))?(?:[ T]+(?:午[前後]|[AP]M)? ?{_CLOCK}(?: ?[AP]M)?(?:\+09:?00)?)?$",
    re.IGNORECASE,
)
_STAMP = re.compile("([0-9]{8})(?: ?[0-9]{6}| [0-9]{4})")
_DECIMALS = re.compile("(?<=^[0-9]{8})[.]0+$|(?<=^[0-9]{7})[.]0+$")  # a spreadsheet took it for a number
_ODD = re.compile(r"[^\D0-9]")  # digits of another script
_TELLS = re.compile(r"[0-9]|元|不詳|不明|[一二三四五六七八九十〇]年")
_WESTERN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_ERA = "[1-5]|令和?|平成?|昭和?|大正?|明治?|[RHSTM]"
_YEAR_ALONE = re.compile(
    rf"(?:({_ERA})-?([0-9]{{2}})|([0-9]{{4}}))[-年]?(00|99|0[1-9]|1[0-2]|[1-9](?=[-月]))[-月]?(?:00|99)日?",
    re.IGNORECASE,
)
_CODED = re.compile(r"([1-5])-?([0-9]{2})-?([0-9]{2})-?([0-9]{2})")


def read_day(text: str, *, where: str, on: dt.date, past: bool = False) -> PartialDate | Issue | None:
    """The day of a cell in half-width signs; None where it says that there is none, or what is wrong with it.

    `past`: it cannot lie after `on`, as a birth cannot. Years run from 1868 to a century after `on`.
    """
    stamp = _STAMP.fullmatch(text.strip())
    plain = (stamp[1] if stamp else _DECIMALS.sub("", _TIME.sub("", text.strip()))).replace("/", "-").replace(".", "-")
    if _EMPTY.fullmatch(plain):
        return None
    found = _read(plain, on)
    if isinstance(found, str):
        return Issue(where=where, message=found, allowed=SPELLINGS)
    if past and begins_after(found, on):
        return Issue(where=where, message="今日より後の日付です。", allowed=f"{_FIRST}年から今日まで")
    return found


def read_unknown(text: str, wording: str, *, on: dt.date) -> PartialDate:
    """A day that its register marks as 不詳: by its words, else by the year and month that 1950-00-00 still tells."""
    read = parse_date(wording or _still_told(text.strip().replace("/", "-").replace(".", "-")), today=on)
    if isinstance(read, PartialDate) and read.precision is not Precision.DAY:
        return read
    return PartialDate(precision=Precision.UNKNOWN, unknown_text=wording or "年月日不詳")


def no_day(text: str) -> bool:
    """Whether a cell tells a year, or a year and a month, and noughts or nines for the rest: 1950-00-00."""
    plain = text.strip().replace("/", "-").replace(".", "-")
    return _YEAR_ALONE.fullmatch(plain) is not None and not _EMPTY.fullmatch(plain)


def _still_told(plain: str) -> str:
    found = _YEAR_ALONE.fullmatch(plain)
    code, year, western, month = found.groups() if found else ("", "", "", "")
    era = next((era.name for era in ERAS if code and (code in era.name or code.upper() in {era.code, era.letter})), "")
    rest = "月日不詳" if month in {"00", "99"} else f"{month.lstrip('0')}月日不詳"
    told = western or year_text(int(year or 0))
    return f"{era}{told}年{rest}" if found and not _EMPTY.fullmatch(plain) else "年月日不詳"


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
    day = PartialDate(iso="-".join(f"{number:02}" for number in known), precision=Precision.DAY)
    # two eras share their day of change (明治45年7月30日 is 大正元年7月30日): the one that was written stays
    written = f"{era.name}{spelled(year_text(int(found[2])), *known[1:])}"
    return day if to_wareki(day) == written else day.model_copy(update={"era_text": written})


def _cut(seven: str, on: dt.date) -> Iterator[bool]:
    """Whether seven digits can be a Western year with a month or a day of one digit."""
    for month, day in ((seven[4:5], seven[5:]), (seven[4:6], seven[6:])):
        try:
            yield _FIRST <= dt.date(int(seven[:4]), int(month), int(day)).year <= on.year + _YEARS_AHEAD
        except ValueError:
            yield False
