"""見本カード: the invented cards of the demo's picker, read from a TOML file that IT staff can change."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from kiosk.cards.faults import Fault, FaultKind
from kiosk.cards.images import Holder, my_number_card, other_card, staff_card
from kiosk.cards.keys import TryCounters
from kiosk.cards.simulated import SimCard
from kiosk.model.base import Frozen, Issue

_HINTS = {
    "id": "半角の英小文字・数字・ハイフン",
    "kind": "licence、residence、other、staff",
    "identifier": "16進数8桁、14桁、16桁（大文字）",
    "sex": "0、1、2、3、9",
    "pin": "半角数字4桁",
    "code": "半角数字4桁",
    "birth": "例 1988-06-15",
    "expires": "例 2033-06-15",
    "damage": "garbage、truncated、offsets、utf8",
    "pin_left": "0～3",
    "number_b_left": "0～10",
    "lead": "0～2",
}


class Trick(Frozen):
    """Something that happens to the card at a certain command; `ins` as two hexadecimal digits, empty for any."""

    kind: FaultKind
    at: int = Field(default=1, ge=1)
    ins: str = Field(default="", pattern="^([0-9A-Fa-f]{2})?$")

    def fault(self) -> Fault:
        """The same for the simulated wire."""
        return Fault(kind=self.kind, at=self.at, ins=int(self.ins, 16) if self.ins else None)


class SampleCard(Frozen):
    """One card of the picker: its id, title and hint; a マイナンバーカード has a holder, any other card has not.

    A staff card has an `identifier` (UID of 4 or 7 bytes, IDm of 8, in hexadecimal).
    """

    id: str = Field(pattern="^[a-z0-9-]+$")
    title_ja: str = Field(min_length=1)
    hint_ja: str = ""
    kind: Literal["licence", "residence", "other", "staff"] = "other"
    identifier: str = Field(default="", pattern="^([0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{16})?$")
    holder: Holder | None = None
    trick: Trick | None = None

    @property
    def pin(self) -> str:
        """The PIN the picker shows; empty for a card without one."""
        return self.holder.pin if self.holder else ""

    @property
    def number_b(self) -> str:
        """照合番号B the picker shows; empty for a card without one."""
        return self.holder.number_b if self.holder else ""

    def build(self, state_dir: Path | None = None) -> SimCard:
        """The card; its try counters live in `state_dir`/<id>.json, or only as long as the card without a folder."""
        if self.kind == "staff":
            return staff_card(bytes.fromhex(self.identifier))
        if self.holder is None:
            return other_card(self.kind)
        counters = TryCounters(state_dir / f"{self.id}.json" if state_dir else None)
        return my_number_card(self.holder, counters=counters, fault=self.trick.fault() if self.trick else None)


@dataclass(frozen=True, kw_only=True)
class Samples:
    """The usable cards in file order, and what is wrong with the rest of the file."""

    cards: tuple[SampleCard, ...] = ()
    issues: tuple[Issue, ...] = ()

    def card(self, card_id: str) -> SampleCard | None:
        """The card with an id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)


def load_samples(content: bytes | None, *, name: str = "cards.toml") -> Samples:
    """Read the picker's cards; every problem of the file is an Issue, and sound cards stay usable. None: no file."""
    if content is None:
        return _failed(name, "見本カードのファイルを開けません。")
    try:
        tables = tomllib.loads(content.decode("utf-8").replace("\r\n", "\n")).get("card", [])
    except UnicodeDecodeError:
        return _failed(name, "文字コードがUTF-8ではありません。")
    except tomllib.TOMLDecodeError as error:
        return _failed(name, "TOMLの書き方が正しくありません。", allowed=_line(error))
    except (ValueError, RecursionError):  # a whole number of thousands of digits, thousands of brackets
        return _failed(name, "TOMLの書き方が正しくありません。", allowed="桁数や括弧を減らした書き方")
    if not isinstance(tables, list):
        return _failed(name, "カードは [[card]] の並びで書いてください。")
    return _gather(name, tables)


def _gather(where: str, tables: Iterable[Any]) -> Samples:
    cards: dict[str, SampleCard] = {}
    issues: list[Issue] = []
    for number, table in enumerate(tables, start=1):
        spot = f"{where} card[{number}]"
        try:
            card = SampleCard.model_validate(table)
        except ValidationError as error:
            issues += _issues(spot, error)
            continue
        if card.id in cards:
            issues.append(Issue(where=f"{spot}.id", message="同じidのカードが既にあります。"))
        cards.setdefault(card.id, card)
    return Samples(cards=tuple(cards.values()), issues=tuple(issues))


def _issues(spot: str, error: ValidationError) -> Iterable[Issue]:
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        path = [str(part) for part in detail["loc"]]
        field = path[-1] if path else ""
        yield Issue(where=".".join((spot, *path)), message=_message(detail["type"]), allowed=_HINTS.get(field, ""))


def _message(kind: str) -> str:
    match kind:
        case "missing":
            return "必要な項目がありません。"
        case "extra_forbidden":
            return "知らない項目です。"
    return "値が正しくありません。"


def _line(error: tomllib.TOMLDecodeError) -> str:
    found = re.search(r"line (\d+)", str(error))
    return f"{found[1]}行目" if found else "ファイルの終わり"


def _failed(name: str, message: str, *, allowed: str = "") -> Samples:
    return Samples(issues=(Issue(where=name, message=message, allowed=allowed),))
