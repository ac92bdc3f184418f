"""住民記録データ: reads the city's own extract of its residents, one row a person, a million of them if need be.

Shape: a heading of 項目名 as in 基本データリスト, written and read as forms/exchange/register.toml says.
住民票コード, 基礎年金番号 and 個人番号 are dropped unread; people who no longer live there are left out and counted; a
row that cannot be read is named by line and column, and its household is known to lack somebody.
支援措置: where a column that marks it says anything but "no", nothing of the whole household that tells where it lives
is taken from the file at all. What was never kept can be shown to nobody.
"""

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from kiosk.exchange.records.cells import Mapped, code, mark, stated
from kiosk.exchange.records.columns import broken, read_toml
from kiosk.exchange.records.encodings import Written, written
from kiosk.exchange.records.row_facts import Facts, Told, row_facts
from kiosk.exchange.records.rows import LAST, PUT_LAST, Line, current_lines, heading_faults, is_read, place_in_household
from kiosk.flow.sources import tells_where
from kiosk.model.base import Frozen, Issue
from kiosk.model.resident import CURRENT, Resident

NAME = "exchange/register.toml"
NEVER_READ = ("住民票コード", "基礎年金番号", "個人番号")
NAMED_FAULTS = 100


class Held(Frozen):
    """A column that says what somebody is insured with or receives, and which value of household.current that is.

    It is so where the cell says one of `when`; without `when`, where it says anything but "" and `none`.
    `members`: the fact that names those of whom it is true.
    """

    column: str
    says: str
    when: tuple[str, ...] = ()
    none: tuple[str, ...] = ("0",)
    members: str = ""

    def holds(self, row: Mapping[str, str]) -> bool:
        """Whether it is so for the person of a row."""
        said = stated(row, self.column)
        return code(said) in self.when if self.when else mark(said) not in {"", *self.none}


class Protected(Frozen):
    """支援措置: columns whose name contains one of `columns`; any value but "" and `none` withholds the address.

    Also a word that elsewhere is a no: a × may say that nothing is to be shown.

    A file without any such column is refused where it is `required`.
    """

    columns: tuple[str, ...] = ()
    none: tuple[str, ...] = ("0",)
    required: bool = True


class RegisterMapped(Mapped):
    """forms/exchange/register.toml."""

    since: str = ""
    held: tuple[Held, ...] = ()
    protected: Protected = Protected()

    def marks(self, header: Sequence[str]) -> tuple[str, ...]:
        """The columns of a file that mark who is protected."""
        return tuple(item for item in header if any(word in item for word in self.protected.columns))

    def needs(self, column: str) -> bool:
        """Whether anything is read of a column."""
        return is_read(self, column) or column in {held.column for held in self.held} or bool(self.marks([column]))


def load_register(content: bytes) -> RegisterMapped:
    """Read register.toml. Raises SiteError X01."""
    try:
        return RegisterMapped.model_validate(read_toml(content, "register.toml"))
    except ValidationError as error:
        raise broken("register.toml", str(error.errors()[0]["loc"])) from None


@dataclass(frozen=True)
class Row:
    """A person of the file; None of `resident` where the row cannot be read. `household` is its 世帯番号."""

    household: str
    resident: Resident | None = None


@dataclass
class Reading:
    """What a file is read to; complete once `rows` has been walked through to its end."""

    file: Path
    mapping: RegisterMapped
    on: dt.date
    text: Written
    withheld: frozenset[str]
    left_out: Counter[str] = field(default_factory=Counter)
    faults: list[Issue] = field(default_factory=list)
    bad: int = 0

    def rows(self) -> Iterator[Row]:
        """Everybody who lives there, one after another. Raises OSError, csv.Error."""
        for line in _lines(self.text, self.mapping)[1]:
            if line.gone:
                self.left_out[line.gone] += 1
            else:
                yield self._row(line)

    def _row(self, line: Line) -> Row:
        household = code(line.row.get(self.mapping.household, "")) or f"row {line.number}"
        resident = self._resident(line, household)
        if isinstance(resident, Resident):
            return Row(household, resident)
        self.bad += 1
        self.faults += resident[: max(0, NAMED_FAULTS - len(self.faults))]
        return Row(household)

    def _resident(self, line: Line, household: str) -> Resident | list[Issue]:
        mapping, name, order = self.mapping, self.file.name, place_in_household(line.row, self.mapping)
        if line.longer:
            return [Issue(where=f"{name} {line.number}行目", message=_SHIFTED, allowed="見出しと同じ数の列")]
        if order == LAST and len(self.faults) < NAMED_FAULTS:
            self.faults.append(Issue(where=f"{name} {line.number}行目 {mapping.order}", message=f"{PUT_LAST}。"))
        told = Told()
        row = line.row
        read = (
            row_facts(row, part, name=name, line=line.number, told=told, on=self.on)
            for part in (mapping.person, mapping.case)
        )
        facts: Facts = {key: value for part in read for key, value in part.items()}
        if told.issues:
            return told.issues
        if household in self.withheld:
            facts = {key: value for key, value in facts.items() if not tells_where(key)}
        return Resident(facts=facts | _held(row, mapping), order=order, withheld=household in self.withheld)


_SHIFTED = "見出しより列が多く、値がずれています。"


def _held(row: Mapping[str, str], mapping: RegisterMapped) -> Facts:
    holding = [held for held in mapping.held if held.holds(row)]
    facts: Facts = {held.members: True for held in holding if held.members}
    return facts | ({CURRENT: tuple(held.says for held in holding)} if holding else {})


# ---- the file --------------------------------------------------------------------------------------------------------
def open_register(file: Path, mapping: RegisterMapped, *, on: dt.date) -> Reading | tuple[Issue, ...]:
    """A file that can be read, looked through once for its letters, its heading and who is protected.

    `on` is today. The faults name the file and the column; nothing of a person.
    """
    name = file.name
    try:
        text = written(lambda: file.open("rb"), mapping.encoding, name=name)
        if not isinstance(text, Written):
            return text
        header, lines = _lines(text, mapping)
        wrong = heading_faults(header, mapping, name) or tuple(_unmarked(header, mapping, name))
        if wrong:
            return wrong
        return Reading(file, mapping, on, text, _withheld(lines, mapping, mapping.marks(header)))
    except OSError:
        return (Issue(where=name, message="ファイルを開けません。", allowed="住民記録データの CSV"),)
    except csv.Error:
        return (Issue(where=name, message="CSVとして読めません。", allowed="項目名の見出し行がある、コンマ区切り"),)


def _unmarked(header: Sequence[str], mapping: RegisterMapped, name: str) -> Iterator[Issue]:
    if mapping.household not in header:
        yield Issue(where=f"{name} 1行目 {mapping.household}", message="列がなく、だれが同じ世帯か分かりません。")
    if mapping.protected.required and not mapping.marks(header):
        words = "、".join(mapping.protected.columns)
        message = "支援措置の対象者を示す列がなく、だれの住所を出してはならないか分かりません。"
        allowed = f"名前に次の語が入る列: {words}（{NAME} の [protected] で変えられます）"
        yield Issue(where=f"{name} 1行目", message=message, allowed=allowed)


def _withheld(lines: Iterator[Line], mapping: RegisterMapped, marks: Sequence[str]) -> frozenset[str]:
    """The households in which anybody is protected: who shares the home would tell where it is."""
    none = {"", *mapping.protected.none}
    found = (line for line in lines if any(code(stated(line.row, column)) not in none for column in marks))
    return frozenset(code(line.row.get(mapping.household, "")) or f"row {line.number}" for line in found)


def _lines(text: Written, mapping: RegisterMapped) -> tuple[Sequence[str], Iterator[Line]]:
    return current_lines(text.lines(), mapping, never=NEVER_READ, only=mapping.needs)
