"""訂正・取消: a record as a later revision of the same application, and what two revisions say differently."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.record import canonical_json, digest
from kiosk.exchange.records.values import SIGNED
from kiosk.flow.clock import TOKYO
from kiosk.model.parcel import NAMESPACE, Processing, Refusal

_OF_THE_REVISION = frozenset(
    f"kyotsu.{name}"
    for name in (
        "exportid",
        "kaiteibango",
        "shorikubun",
        "sha256",
        "sosashaid",
        "kakuninshaid",
        "sosanengappi",
        "sosajikoku",
        "kyakka_kaiteibango",
        "kyakka_bango",
        "dashinaoshi_riyu",
    )
)
"""What differs whenever a record is made again, whatever the case says."""


def numbered(record: Record, *, revision: int, renewed: Mapping[str, Any]) -> Record:
    """The record as revision `revision`, with an id and a digest of its own; `renewed` are further fields of 共通部."""
    common = record.kyotsu
    own = {
        "kaiteibango": revision,
        "exportid": str(uuid.uuid5(NAMESPACE, f"{common.ankenid}/{common.tetsuzukikodo}/{revision}")),
    }
    made = record.model_copy(update={"kyotsu": common.model_copy(update={**renewed, **own})})
    return made.model_copy(update={"kyotsu": made.kyotsu.model_copy(update={"sha256": digest(made)})})


class Reviser:
    """Makes the later revisions of records (kiosk.delivery.correction). Bytes are canonical JSON records."""

    def revised(self, record: bytes, *, revision: int, processing: Processing, by: str, at: dt.datetime) -> bytes:
        """The record as a later revision, made by somebody at an instant; raises pydantic's error for no record."""
        local = at.astimezone(TOKYO)
        renewed = {
            "shorikubun": processing.value,
            "sosashaid": by,
            "sosanengappi": local.date().isoformat(),
            "sosajikoku": local.strftime("%H:%M:%S"),
        }
        return canonical_json(numbered(Record.model_validate_json(record), revision=revision, renewed=renewed))

    def answering(self, record: bytes, refusal: Refusal, *, why: str) -> bytes:
        """The record of an application that is filed again: which revision was refused, under which number of the
        receiver, and why it is filed again.
        """
        made = Record.model_validate_json(record)
        said = {
            "kyakka_kaiteibango": str(refusal.revision),
            "kyakka_bango": refusal.number,
            "dashinaoshi_riyu": why,
        }
        return canonical_json(made.model_copy(update={"kyotsu": made.kyotsu.model_copy(update=said)}))

    def withdraws(self, record: bytes) -> bool:
        """Whether a record is a 取消."""
        return Record.model_validate_json(record).kyotsu.shorikubun == Processing.WITHDRAWN.value

    def changes(self, before: bytes, after: bytes) -> bytes:
        """訂正の差分 as JSON: by field (`taishosha.0.shimei`) what was said before and what is said now; empty where
        both say the same of the case.
        """
        old, new = (dict(_fields(json.loads(text))) for text in (before, after))
        places = sorted((old.keys() | new.keys()) - _OF_THE_REVISION)
        found = [
            {"komoku": place, "mae": old.get(place), "ato": new.get(place)}
            for place in places
            if old.get(place) != new.get(place) and not _signed_anew(old.get(place), new.get(place))
        ]
        return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode() if found else b""


def _signed_anew(old: Any, new: Any) -> bool:
    """A signature is bound to every paper of a case: that it was given once more changes no application."""
    return all(isinstance(each, str) and each.startswith(SIGNED) for each in (old, new))


def _fields(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from _fields(inner, f"{place}.{key}" if place else str(key))
        case list():
            for at, inner in enumerate(value):
                yield from _fields(inner, f"{place}.{at}")
        case _:
            yield place, value
