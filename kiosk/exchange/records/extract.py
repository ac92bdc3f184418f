"""転出証明書データ: reads the previous town's CSV of a household into facts, so that nobody copies them by hand.

Shape: one row per person, header of 項目名 as in 基本データリスト, written as the mapping says. Files that lost
leading zeros or hold 〒 full-width are understood. 住民票コード, 基礎年金番号, 個人番号 and any mark of
protection are dropped unread, people who no longer live there are left out and counted. What a row says is about its
own person: only what every row says of the household alike is a fact of the case.
"""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Mapping, Sequence

from kiosk.exchange.records import cells
from kiosk.exchange.records.cells import Mapped
from kiosk.exchange.records.encodings import Written, written
from kiosk.exchange.records.row_facts import Facts, Told, row_facts
from kiosk.exchange.records.rows import LAST, PUT_LAST, faults, place_in_household, read_rows
from kiosk.flow.matching import mover
from kiosk.model.base import Frozen, Issue
from kiosk.model.doubt import Doubt
from kiosk.model.fact import Value, comparable
from kiosk.model.letters import search_key
from kiosk.model.likeness import Likeness, compare
from kiosk.model.wareki import PartialDate, calendar_day

Row = Mapping[str, str]

_SINCE = "person.old_since"
_NEVER_READ = ("住民票コード", "基礎年金番号", "個人番号", "支援措置", "抑止", "参照不可", "選択不可")


class Extract(Frozen):
    """One household. `persons` are facts by key in 記載順位, `case` the facts of the case; the source is EXTRACT.

    `left_out` counts rows that are not taken by why, `passed` are the places whose values are no facts,
    `reworded` the relations for which another word is said today, both of them,
    `taken_for` the encoding where nobody has said which it is and it was not plain.
    """

    persons: tuple[dict[str, Value], ...]
    case: dict[str, Value]
    left_out: dict[str, int] = {}
    passed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    taken_for: str = ""


def read_extract(
    data: bytes, mapping: Mapped, *, on: dt.date, name: str = "転出証明書データ"
) -> Extract | tuple[Issue, ...]:
    """The household of a file, or every fault with its line and column; `on` is today (for the 1 January address)."""
    text = written(lambda: io.BytesIO(data), mapping.encoding, name=name)
    if not isinstance(text, Written):
        return text
    try:
        rows = read_rows(text.lines(), mapping, never=_NEVER_READ)
    except csv.Error:
        return (Issue(where=name, message="CSVとして読めません。", allowed="項目名の見出し行がある、コンマ区切り"),)
    issues = faults(rows, mapping, name)
    if issues:
        return issues
    ordered = sorted(rows.people, key=lambda line: place_in_household(line[1], mapping))
    found = _household(ordered, mapping, on=on, name=name, left_out=rows.left_out)
    return found.model_copy(update={"taken_for": text.taken_for}) if isinstance(found, Extract) else found


def _household(
    rows: Sequence[tuple[int, Row]], mapping: Mapped, *, on: dt.date, name: str, left_out: Mapping[str, int]
) -> Extract | tuple[Issue, ...]:
    told = Told()
    persons: list[Facts] = []
    homes: list[Facts] = []
    left, lines = Counter(left_out), list[int]()
    for line, row in rows:
        if place_in_household(row, mapping) == LAST:
            told.passed.append(f"{line}行目 {mapping.order}（{PUT_LAST}）")
        person = row_facts(row, mapping.person, name=name, line=line, told=told, on=on) | _january(row, mapping, on)
        home = row_facts(row, mapping.case, name=name, line=line, told=told, on=on)
        twin = next((at for at, known in enumerate(persons) if _one_person(known, person)), None)
        if twin is None:
            persons, homes, lines = [*persons, person], [*homes, home], [*lines, line]
        elif (persons[twin], homes[twin]) == (person, home):
            left[_TWICE] += 1
        else:
            message = f"{lines[twin]}行目と同じ方の行ですが、内容が違います。"
            told.issues.append(Issue(where=f"{name} {line}行目", message=message, allowed="1人1行"))
    if told.issues:
        return tuple(told.issues)
    shared = {key: value for key, value in homes[0].items() if all(home.get(key) == value for home in homes)}
    own = [{key: value for key, value in home.items() if key not in shared} for home in homes]
    return Extract(
        persons=tuple(person | home for person, home in zip(persons, own, strict=True)),
        case={**mapping.fixed, **shared},
        left_out=dict(left),
        passed=tuple(told.passed),
        reworded=tuple(told.reworded),
    )


_TWICE = "同じ方の、重なった行"
_SPELLED = frozenset({Doubt.WIDTH, Doubt.LETTERS, Doubt.ORDER})


def _one_person(one: Facts, other: Facts) -> bool:
    """Whether two rows of a household are about the same person, who can be in it once; spelt otherwise, perhaps."""
    first, second = mover(one), mover(other)
    births = first.birth, second.birth
    if births[0] is None or births[1] is None or not births[0].iso or comparable(births[0]) != comparable(births[1]):
        return False
    found = compare(first, second)
    same_reading = search_key(first.kana) == search_key(second.kana)
    return found.likeness is Likeness.SAME or (found.doubt in _SPELLED and same_reading)


def _january(row: Row, mapping: Mapped, on: dt.date) -> Facts:
    """1月1日の住所 (賦課期日) of who lived there on 1 January of this year already; of who came later, since when."""
    since = cells.date(row, mapping.since, where="", on=on)
    home = next((cells.address(row, each.column) for each in mapping.case if each.key == "addr.old.text"), None)
    day = calendar_day(since) if isinstance(since, PartialDate) else None
    if day is None or not isinstance(since, PartialDate):
        return {}
    if day > dt.date(on.year, 1, 1):
        return {_SINCE: since}
    return {} if home is None else {"person.addr_jan1": home.text}
