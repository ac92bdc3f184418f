"""Which type a file of the forms has, with the keys by which it is written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from kiosk.cards.samples import SampleCard
from kiosk.catalogue.city_file import CityFile
from kiosk.catalogue.matrix import Cell
from kiosk.catalogue.rules import ITEM_WORDS, OF_VARIANTS, PROCEDURE_WORDS, VERSION_WORDS
from kiosk.catalogue.screens import KEYS
from kiosk.designing.tables.shapes import Kind, Reading, Shape, Slot
from kiosk.destinations import ToRobot
from kiosk.exchange.records.cells import Mapped
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.gif import GifTables
from kiosk.exchange.records.register import RegisterMapped
from kiosk.exchange.records.targets import Fallback
from kiosk.model.base import Frozen
from kiosk.model.casefile import Expectation
from kiosk.model.identity import IdPapers
from kiosk.model.labels import Labels
from kiosk.model.life_event import LifeEvent
from kiosk.model.navigator import Turning
from kiosk.model.procedure import Procedure, Version
from kiosk.model.vocabulary import Derivation, Item, Section

if TYPE_CHECKING:
    from pydantic import BaseModel


class VocabularyFile(Frozen):
    """vocabulary.toml and the files of vocabulary/ (kiosk.catalogue.rules)."""

    codes: dict[str, tuple[str, ...]] = {}
    section: tuple[Section, ...] = ()
    item: dict[str, Item] = {}
    derive: tuple[Derivation, ...] = ()


class NavigatorFile(Frozen):
    """navigator.toml (kiosk.catalogue.navigator)."""

    question: tuple[Turning, ...] = ()


class CaseText(Frozen):
    """A written visit as its file has it (kiosk.catalogue.case_file); what is answered stands in words."""

    title: str = ""
    event: str
    also: tuple[str, ...] = ()
    today: dt.date
    extract: str = ""
    decisions: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    cards: dict[str, str] = {}
    answers: dict[str, str] = {}
    person: dict[str, dict[str, str]] = {}
    expect: Expectation | None = None


class CardsFile(Frozen):
    """cards.toml (kiosk.cards.samples)."""

    card: tuple[SampleCard, ...] = ()


_READING = Reading(
    names={Procedure: PROCEDURE_WORDS, Version: VERSION_WORDS, Item: ITEM_WORDS, Columns: {"groups": "group"}},
    left={Version: frozenset(OF_VARIANTS), Item: frozenset({"key"}), Labels: frozenset({"language"})},
)
_FILES: Mapping[str, type[BaseModel]] = {
    r"municipality\.toml": CityFile,
    r"identity\.toml": IdPapers,
    r"navigator\.toml": NavigatorFile,
    r"vocabulary\.toml|vocabulary/[^/]+\.toml": VocabularyFile,
    r"events/[^/]+\.toml": LifeEvent,
    r"procedures/[^/]+\.toml": Procedure,
    r"personas/[^/]+\.toml": CaseText,
    r"labels/[^/]+\.toml": Labels,
    r"cards\.toml": CardsFile,
    r"exchange/columns\.toml": Columns,
    r"exchange/extract\.toml": Mapped,
    r"exchange/register\.toml": RegisterMapped,
    r"exchange/gif\.toml": GifTables,
    r"exchange/letters\.toml": Fallback,
    r"exchange/robot/[^/]+\.toml": ToRobot,
}
UNREAD = frozenset({"signatures"})
"""What is drawn with a pen: it stays as it is, and has no field."""


@cache
def root_of(file: str) -> Shape | None:
    """What stands in a file; None for one that is changed in another way."""
    if file == "groups.toml":
        return Shape(Kind.NAMED, "Groups", inner=Shape(Kind.TEXT))
    if file == "matrix.toml":
        return Shape(Kind.NAMED, "Matrix", inner=Shape(Kind.TABLES, inner=_READING.table(Cell)))
    model = next((model for pattern, model in _FILES.items() if re.fullmatch(pattern, file)), None)
    if model is None:
        return None
    shape = _READING.table(model)
    if model is Procedure:
        return Shape(shape.kind, shape.model, {**shape.slots, "service": Slot(Shape(Kind.TEXT))})
    if model is ToRobot:
        return Shape(shape.kind, shape.model, {key: shape.slots[key] for key in KEYS})
    return shape
