"""申請の記録: makes the one JSON record of an application from the facts that its boxes and rules used."""

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kiosk.exchange.records.blocks import Common, Contact, Move, Other, Record, Request, Subject
from kiosk.exchange.records.people import Members, subjects
from kiosk.exchange.records.values import address, exact, nothing, plain, triple, words
from kiosk.flow.clock import TOKYO
from kiosk.model.base import Frozen
from kiosk.model.fact import Fact, Held
from kiosk.model.parcel import NAMESPACE
from kiosk.model.path import key_of, person_of, person_path
from kiosk.model.wareki import PartialDate
from kiosk.rules.filing import Shown

__all__ = ["SCHEMA_VERSION", "Envelope", "Record", "build", "canonical_json", "digest", "leaves"]

SCHEMA_VERSION = "1"

_NEVER = ("my_number", "juminhyo_code", "pension.number", "support_measure", "privacy_mode")
_ENVELOPE = {"case.id", "case.filed_on", "case.queue_no", "case.applicant", "household.head"}
MOVE = {
    "case.event_type": "idojiyumei",
    "household.old.head_name": "tennyumaejusho_setainushishimei",
    "household.new.head_name": "setainushishimei",
    "koseki.honseki": "honseki",
    "koseki.head_name": "koseki_hittosha",
}
"""Facts of the move that travel as they were said, and the field they fill."""

REQUEST = {
    "cert.kind": "shurui",
    "cert.copies": "tsusu",
    "cert.scope": "hani",
    "cert.fiscal_year": "nendo",
    "cert.purpose": "shiyomokuteki",
    "cert.requester_relation": "seikyushatonokankei",
}
"""The same for what a request of a certificate says."""


class Envelope(Frozen):
    """What surrounds the facts. `municipality` is the six-digit 団体コード, `business` the 業務ID (three characters),
    `system` our 独自施策システム等ID, `processing` 0 new, 1 correction, 2 withdrawal; `operated_at` is aware.
    `identity` says how the person who came was identified, where the procedure asks for it. `release` names the
    release of the forms that it was made with, where the city releases them.
    """

    case: uuid.UUID
    slip: str
    municipality: str
    municipality_name: str
    procedure: str
    procedure_name: str
    business: str = "000"
    system: str = "000"
    event: str
    filed_on: dt.date
    operator: str
    checker: str = ""
    operated_at: dt.datetime
    processing: str = "0"
    revision: int = 1
    schema_version: str = SCHEMA_VERSION
    identity: Shown = Shown()
    release: str = ""


def build(
    envelope: Envelope,
    *,
    facts: Mapping[str, Fact],
    persons: Sequence[str],
    used: Collection[str],
    away: Collection[str] = (),
    still: Collection[str] = (),
) -> Record:
    """The record of one application; a fact outside `used` does not leave. `persons` in order, the applicant first.

    Who is `away` neither moves nor lives where the others will; who is `still` does not move.
    """
    said = (path for path in sorted(used) if path in facts and not nothing(facts[path].value))
    visible = {path: facts[path] for path in said if leaves(path)}
    stated = {path: fact for path, fact in visible.items() if not isinstance(fact.value, Held)}
    members = subjects(Members(said=stated, persons=tuple(persons), away=frozenset(away), still=frozenset(still)))
    move, moved = _move(stated)
    request, requested = _request(stated)
    contact, reached = _contact(members.subjects, stated)
    known = members.consumed | moved | requested | reached | _ENVELOPE
    record = Record(
        kyotsu=_common(envelope),
        taishosha=members.subjects,
        ido=move,
        renrakusaki=contact,
        seikyu=request,
        sonota=tuple(_other(path, fact) for path, fact in stated.items() if path not in known),
        horyu=tuple(path for path in visible if path not in stated),
        shussho={path: _origin(fact) for path, fact in visible.items()},
    )
    return record.model_copy(update={"kyotsu": record.kyotsu.model_copy(update={"sha256": digest(record)})})


def _origin(fact: Fact) -> str:
    """The source of a fact, and of what day its data are where it has one: "register 2026-04-17"."""
    return f"{fact.source.value} {fact.day}" if fact.day else fact.source.value


def leaves(path: str) -> bool:
    """False for what never leaves: 個人番号, 住民票コード, 基礎年金番号, and 支援措置 in any form."""
    key = key_of(path)
    return not key.startswith("dv.") and not any(part in key for part in _NEVER)


def canonical_json(record: Record) -> bytes:
    """UTF-8 JSON with sorted keys, no spaces and nothing that was not stated: the same record, the same bytes."""
    return json.dumps(
        _stated(record.model_dump(by_alias=True)), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def digest(record: Record) -> str:
    """SHA-256 of the canonical JSON without its own `sha256`, hexadecimal."""
    bare = record.model_copy(update={"kyotsu": record.kyotsu.model_copy(update={"sha256": ""})})
    return hashlib.sha256(canonical_json(bare)).hexdigest()


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        bare = {key: _stated(item) for key, item in value.items()}
        return {key: item for key, item in bare.items() if item not in ("", [], {})}
    if isinstance(value, tuple):
        return [_stated(item) for item in value]
    return value


def _common(envelope: Envelope) -> Common:
    local = envelope.operated_at.astimezone(TOKYO)
    return Common(
        exportid=str(uuid.uuid5(NAMESPACE, f"{envelope.case}/{envelope.procedure}/{envelope.revision}")),
        schemaversion=envelope.schema_version,
        shikuchosonkodo=envelope.municipality,
        shikuchosonmei=envelope.municipality_name,
        dokujishisakushisutemutoid=envelope.system,
        gyomuid=envelope.business,
        tetsuzukikodo=envelope.procedure,
        tetsuzukimei=envelope.procedure_name,
        kikkake=envelope.event,
        shorikubun=envelope.processing,
        kaiteibango=envelope.revision,
        ankenid=str(envelope.case),
        uketsukebango=envelope.slip,
        shinseibi=envelope.filed_on.isoformat(),
        todokedenengappi=envelope.filed_on.isoformat(),
        sosashaid=envelope.operator,
        kakuninshaid=envelope.checker,
        sosanengappi=local.date().isoformat(),
        sosajikoku=local.strftime("%H:%M:%S"),
        honninkakunin_kubun=envelope.identity.check,
        honninkakunin_hoho="、".join(envelope.identity.papers),
        honninkakunin_yukokigen=envelope.identity.expires_on,
        yoshikikokai=envelope.release,
    )


def _move(said: Mapping[str, Fact]) -> tuple[Move, set[str]]:
    """The move block and the paths it used up. The other address goes where the kind of move puts it."""
    fields = {name: words(said[path].value) for path, name in MOVE.items() if path in said}
    used = {path for path in MOVE if path in said}
    moved_on = said.get("case.moved_on")
    if moved_on and isinstance(moved_on.value, PartialDate):
        fields |= triple("idonengappi", moved_on.value)
        used.add("case.moved_on")
    planned = said.get("case.tenshutsu_planned_on")
    if planned and exact(planned.value):
        fields["tenshutsuyoteinengappi"] = exact(planned.value)
        used.add("case.tenshutsu_planned_on")
    prefix, side = _other_address(fields.get("idojiyumei", ""))
    if f"{side}.text" in said:
        katagaki = said.get(f"{side}.katagaki")
        fields |= address(prefix, said[f"{side}.text"].value, words(katagaki.value) if katagaki else "")
        used |= {f"{side}.text", f"{side}.katagaki"}
    return Move(**fields), used


def _other_address(reason: str) -> tuple[str, str]:
    if "転出" in reason:
        return "tenshutsusakijusho", "addr.new"
    return ("tenkyomaejusho" if reason == "転居" else "tennyumaejusho"), "addr.old"


def _request(said: Mapping[str, Fact]) -> tuple[Request, set[str]]:
    fields: dict[str, Any] = {name: words(said[path].value) for path, name in REQUEST.items() if path in said}
    used = {path for path in REQUEST if path in said}
    items = said.get("cert.items")
    if items and isinstance(items.value, tuple):
        fields["kisaijiko"] = items.value
        used.add("cert.items")
    return Request(**fields), used


def _contact(people: Sequence[Subject], said: Mapping[str, Fact]) -> tuple[Contact, set[str]]:
    """The first person who can be reached."""
    for person in people:
        path = person_path(person.taishoshabango, "person.email")
        email = words(said[path].value) if path in said else ""
        if person.denwabango or email:
            return Contact(name=person.shimei, phone=person.denwabango, email=email), {path}
    return Contact(), set()


def _other(path: str, fact: Fact) -> Other:
    return Other(komoku=key_of(path), taishoshabango=person_of(path), atai=plain(fact.value))
