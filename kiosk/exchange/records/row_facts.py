"""What one row of a table of people says, as facts: the same reading for whoever hands such a table over."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.exchange.records import cells
from kiosk.exchange.records.cells import As, Field
from kiosk.model.base import Issue
from kiosk.model.ditto import says_the_same
from kiosk.model.fact import Value
from kiosk.model.letters import has_hidden, has_private, turns_direction

Row = Mapping[str, str]
Facts = dict[str, Value]


@dataclass(frozen=True)
class Told:
    """What is told of a file: faults, places in it that are passed over, and words for which others are said today."""

    issues: list[Issue] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    reworded: list[str] = field(default_factory=list)


def row_facts(row: Row, fields: Sequence[Field], *, name: str, line: int, told: Told, on: dt.date) -> Facts:
    """The facts of a row; the last stated column of a key wins. An old word stays beside today's, under WRITTEN."""
    facts: Facts = {}
    whole = "".join(row.values())
    seldom = not whole.replace("\u3000", "").isprintable() or _PERHAPS.search(whole)  # which column: asked only then
    for each in fields:
        place = f"{line}行目 {each.column}"
        odd = _odd_letters(row, each) if seldom else ""
        value = None if odd else cells.read(row, each, where=f"{name} {place}", on=on)
        if odd and each.required:
            told.issues.append(Issue(where=f"{name} {place}", message=f"{odd}が入っています。", allowed=_BY_HAND))
        elif isinstance(value, Issue) and each.required:
            told.issues.append(value)
        elif isinstance(value, Issue):
            told.passed.append(f"{place}（{value.message.rstrip('。')}）")
        elif value is not None:
            facts[each.key] = value
            if said := cells.reworded(row, each, value):
                told.reworded.append(f"{place} {said}→{value}")
                facts[f"{each.key}{WRITTEN}"] = said
        elif why := odd or cells.unheard(row, each):
            told.passed.append(f"{place}（{why}）")
    return facts


WRITTEN = "_written"
"""What a key ends in under which a register's own word is kept beside today's."""
_BY_HAND = "証明書に印刷された字を見て、聞き取りで入力してください"
_PRIVATE, _TURNING = "外字（その自治体だけの文字）", "文字の向きを変える、目に見えない文字"
_CONTROL = "目に見えない文字（制御文字など）"
_UNREADABLE = "別の記号に置き換わった、読めない文字"
_REPEATED = "「同上」のような、ほかの欄を指す言葉"
_LOST, _LOST_OF_NAME = re.compile("[〓\ufffc\ufffd]"), re.compile("[〓\ufffc\ufffd?？□■●]")
_PERHAPS = re.compile('[\u2800〓\ufffc\ufffd?？□■●〃〟″′"]|々々|同[上右左前じ]|おなじ|に同|と同|ditto', re.IGNORECASE)


def _odd_letters(row: Row, each: Field) -> str:
    """What makes the text of a field unusable: no meaning elsewhere, not what it shows, or only repeated."""
    columns = [column for column in row if cells.names(each, column)]
    texts = [row.get(column, "") for column in (*columns, *each.tail, f"{each.column}_不詳表記")]
    if any(map(has_private, texts)):
        return _PRIVATE
    if any(map(turns_direction, texts)):
        return _TURNING
    if any(map(has_hidden, filter(lambda text: not _LOST.search(text), texts))):
        return _CONTROL
    lost = _LOST_OF_NAME if each.reading in {As.NAME, As.KANA} else _LOST
    if any(map(lost.search, texts)):
        return _UNREADABLE
    return _REPEATED if any(map(says_the_same, texts)) else ""
