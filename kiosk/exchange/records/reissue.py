"""記録の作り直し: a record that was made while the city's settings were wrong, made again with those of now.

After the confirmation nothing is left of a visit but its records and papers, and both stay what was signed. Of a
record only what the city itself says is made anew: its code, its name and its 独自施策システム等ID, also where an
address of the city carries the code. A receiver sees another revision with an id of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.checks import check, faults
from kiosk.exchange.records.columns import Columns
from kiosk.exchange.records.early import answers_of
from kiosk.exchange.records.letters import NO_LETTER, letters
from kiosk.exchange.records.record import canonical_json, digest
from kiosk.exchange.records.revision import numbered
from kiosk.exchange.records.targets import NAMES, PLAIN, Script
from kiosk.model.base import Issue
from kiosk.model.parcel import Faults, Parcel, message_id

_CODE, _CITY, _PREFECTURE = "_shikuchosonkodo", "_shikugunchosonmei", "_todofuken"


@dataclass(frozen=True)
class Ours:
    """What a record says of the city: 団体コード, name with its prefecture, 独自施策システム等ID."""

    code: str
    name: str
    system: str


_RIGHT = Ours(code="999997", name="見本県架空市", system="000")


def said(record: Record) -> Ours:
    """What a record says of the city."""
    common = record.kyotsu
    return Ours(common.shikuchosonkodo, common.shikuchosonmei, common.dokujishisakushisutemutoid)


def reissued(record: Record, ours: Ours, *, revision: int) -> Record:
    """The same application as revision `revision`, with what `ours` says of the city."""
    renewed = {
        "shikuchosonkodo": ours.code,
        "shikuchosonmei": ours.name,
        "dokujishisakushisutemutoid": ours.system,
    }
    addressed = record.model_copy(
        update={
            "taishosha": tuple(each.model_copy(update=_codes(each, record, ours)) for each in record.taishosha),
            "ido": record.ido.model_copy(update=_codes(record.ido, record, ours)),
        }
    )
    return numbered(addressed, revision=revision, renewed=renewed)


def _codes(block: Any, record: Record, ours: Ours) -> dict[str, str]:
    """The codes of the addresses that lie in the city, as the record itself names it."""
    fields: dict[str, str] = block.model_dump()
    homes = [name.removesuffix(_CODE) for name, value in fields.items() if name.endswith(_CODE) and value]
    named = record.kyotsu.shikuchosonmei
    return {
        f"{home}{_CODE}": ours.code
        for home in homes
        if named in {fields[f"{home}{_CITY}"], fields[f"{home}{_PREFECTURE}"] + fields[f"{home}{_CITY}"]}
    }


@dataclass(frozen=True)
class Mender:
    """Looks into parcels with the settings of now: what is wrong with a record, and how it would be made today."""

    ours: Ours
    columns: Columns
    scripts: Mapping[str, Script] = field(default_factory=dict)

    def faults(self, parcel: Parcel) -> Faults:
        """What a receiver would refuse. The settings are to blame for what is not wrong with the same record of a
        city whose settings are right.
        """
        record = _read(parcel)
        if record is None:
            return Faults(content=(Issue(where="記録", message="記録の形が正しくありません。"),))
        found = check(record, self.columns)
        if not found and (unwritable := self._unwritable(record, parcel.destination)):
            return Faults(settings=unwritable)
        if not found or record.kyotsu.sha256 != digest(record):
            return Faults(content=found)
        own = check(reissued(record, _RIGHT, revision=parcel.revision), self.columns)
        return Faults(
            settings=tuple(issue for issue in found if issue not in own),
            content=tuple(issue for issue in found if issue in own),
        )

    def to_correct(self, parcel: Parcel) -> tuple[tuple[Issue, tuple[str, ...]], ...]:
        """What of a record only another answer of its visit mends, with the paths that may stand behind it."""
        record, content = _read(parcel), self.faults(parcel).content
        if record is None:
            return ()
        found = (each for each in faults(record, self.columns) if each.issue in content)
        return tuple((each.issue, tuple(dict.fromkeys(answers_of(record, each)))) for each in found)

    def _unwritable(self, record: Record, destination: str) -> tuple[Issue, ...]:
        """Letters that the receiver has not, and that the city's list puts no other in place of; never which."""
        script = self.scripts.get(destination, PLAIN)
        lost = (each for each in letters(record, self.columns, script) if not each.put)
        message, allowed = f"{NO_LETTER[0]}（{NAMES[script.target]}）。", NO_LETTER[1]
        places = dict.fromkeys(each.where for each in lost)
        return tuple(Issue(where=place, message=message, allowed=allowed) for place in places)

    def differs(self, parcel: Parcel) -> bool:
        """Whether a record says of the city what the settings of now do not say."""
        record = _read(parcel)
        return record is not None and record.kyotsu.sha256 == digest(record) and said(record) != self.ours

    def again(self, parcel: Parcel) -> Parcel:
        """The same application as the next revision, made with the settings of now; its papers stay as signed."""
        revision = parcel.revision + 1
        record = reissued(Record.model_validate_json(parcel.record), self.ours, revision=revision)
        message = message_id(parcel.case, parcel.destination, parcel.kind, revision)
        return parcel.model_copy(update={"message": message, "revision": revision, "record": canonical_json(record)})


def _read(parcel: Parcel) -> Record | None:
    try:
        return Record.model_validate_json(parcel.record)
    except ValidationError:
        return None
