"""項目の対応表: which columns a CSV has, under which names, types and lengths - read from forms/exchange."""

import enum
import tomllib
from typing import Any

from pydantic import ValidationError

from kiosk.exchange.records.blocks import Common, Contact, Move, Other, Request, Subject
from kiosk.model.base import Frozen, Issue
from kiosk.model.errors import SiteError

_BLOCKS: dict[str, type[Frozen]] = {
    "kyotsu": Common,
    "taishosha": Subject,
    "ido": Move,
    "renrakusaki": Contact,
    "seikyu": Request,
    "sonota": Other,
}
SOURCES = frozenset(
    f"{block}.{field.alias or name}" for block, kind in _BLOCKS.items() for name, field in kind.model_fields.items()
)
"""Every path of the record that a column can hold."""


class ColumnType(enum.Enum):
    """型 of the 基本データリスト; ANY is our own for free values without a width rule."""

    HALF = "X"
    FULL = "Ｎ"
    INTEGER = "9"
    DATE = "DATE"
    TIME = "TIME"
    ANY = "任意"


class Mark(enum.Enum):
    """Whether a name comes from the published standard or is our own."""

    STANDARD = "standard"
    OWN = "own"


class Column(Frozen):
    """項目. `source` is a path in the record (taishosha.shimei); `length` in characters, 0 for no limit.

    `relation` n makes the column the n-th 続柄コード (1–4) of its value.
    `confidence`: C read in the standard, C* in one secondary source, M from memory, U our own romanisation or layout.
    """

    item: str
    romaji: str
    type: ColumnType
    length: int = 0
    source: str
    mark: Mark
    confidence: str
    required: bool = False
    relation: int = 0


class Group(Frozen):
    """グループ, the unit of one file. `rows` names the record's list with one row per element; empty: one row."""

    name: str
    rows: str = ""
    columns: tuple[Column, ...]


class Columns(Frozen):
    """The whole mapping."""

    groups: tuple[Group, ...]


def load_columns(content: bytes) -> Columns:
    """Read columns.toml. Raises SiteError X01 when it is empty, wrong or names an unknown source."""
    try:
        columns = Columns.model_validate({"groups": read_toml(content, "columns.toml").get("group", ())})
    except ValidationError as error:
        raise broken("columns.toml", str(error.errors()[0]["loc"])) from None
    unknown = [column.item for group in columns.groups for column in group.columns if column.source not in SOURCES]
    if unknown or not columns.groups:
        raise broken("columns.toml", "".join(unknown[:1]))
    return columns


def read_toml(content: bytes, name: str) -> dict[str, Any]:
    """A mapping file as plain data. Raises SiteError X01."""
    try:
        return tomllib.loads(content.decode("utf-8").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise broken(name, str(error) if isinstance(error, tomllib.TOMLDecodeError) else "") from None


def broken(name: str, where: str) -> SiteError:
    """The one way a wrong mapping file is reported."""
    issue = Issue(where=name, message="項目の対応表を読み込めません。", allowed=where)
    return SiteError("X01", what=str(issue), mend="forms/exchange のファイルを直してください。")
