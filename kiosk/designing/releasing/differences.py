"""What comes out otherwise for a written visit: plan, fees, papers and records; each difference one line of words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kiosk.designing.replay import changes, result, told
from kiosk.flow.billing import bill
from kiosk.rules.fill import fill_form

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from kiosk.exchange.records.recorder import Recorder
    from kiosk.model.filled import FilledBox, FilledForm
    from kiosk.model.plan import Outcome
    from kiosk.model.template import Template
    from kiosk.rules.snapshot import Snapshot
    from kiosk.settings import City

_LINES = 12
"""Lines that a form or a record has at most; how many more there are is said."""

_EACH_TIME = {"exportid", "ankenid", "sha256", "sosanengappi", "sosajikoku", "uketsukebango", "yoshikikokai"}
"""What differs between two records of the same visit anyway."""


def differences(
    before: Snapshot,
    after: Snapshot,
    *,
    cities: tuple[City, City],
    records: tuple[Recorder, Recorder],
    at: dt.datetime,
) -> Iterator[str]:
    """Every difference between two runs of a visit; `cities` are the settings of each, `records` make its records, `at`
    is the instant of both.
    """
    yield from (told(change) for change in changes(result(before), result(after)))
    yield from _outcomes(before, after)
    yield from lines("手数料", *(_costs(each, city) for each, city in zip((before, after), cities, strict=True)))
    yield from _papers(before, after)
    first, second = (_records(each, recorder, at) for each, recorder in zip((before, after), records, strict=True))
    for procedure in sorted({*first, *second}):
        yield from lines(f"記録 {procedure}", first.get(procedure, {}), second.get(procedure, {}))


def _costs(snapshot: Snapshot, city: City) -> dict[str, str]:
    found = bill(snapshot, city)
    rows = {f"{row.procedure} {row.name}": row.free or f"{row.unit}円 × {row.count or '?'}" for row in found.rows}
    return {**rows, "合計": f"{found.total}円"}


def _outcomes(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Reasons and papers to bring of what both have."""
    old = {each.procedure: each for each in before.plan.needed}
    for new in after.plan.needed:
        if new.procedure in old:
            yield from lines(f"手続 {new.procedure}", _said(old[new.procedure]), _said(new))


def _said(outcome: Outcome) -> dict[str, str]:
    held = "、".join(outcome.lacks)
    return {
        "判定": outcome.need.value,
        "理由": outcome.reason,
        "持ち物": "、".join(outcome.bring),
        "足りないこと": held,
    }


def _papers(before: Snapshot, after: Snapshot) -> Iterator[str]:
    old, new = ({form.key: form for form in snapshot.forms} for snapshot in (before, after))
    for key in sorted({*old, *new}):
        first, second = ({} if form is None else _boxes(form) for form in (old.get(key), new.get(key)))
        yield from lines(f"様式 {key}", _named(before, old.get(key), first), _named(after, new.get(key), second))


def to_come(snapshot: Snapshot, template: Template) -> Iterator[tuple[FilledForm, FilledForm]]:
    """The papers of a visit beside the same ones on a version that begins after its day, copy by copy."""
    then = {form.subject: form for form in fill_form(snapshot.facts, template, {})}
    for form in snapshot.forms:
        if form.template == template.id and form.subject in then:
            yield form, then[form.subject]


def come(snapshot: Snapshot, template: Template) -> Iterator[str]:
    """What a version that begins later says otherwise than the one of the visit's day, box by box of the same name."""
    for now, then in to_come(snapshot, template):
        what = f"様式 {template.id} の {template.valid_from} からの版（{template.version}）"
        yield from lines(what, _by_label(snapshot, now), _by_label(snapshot, then))


def _by_label(snapshot: Snapshot, form: FilledForm) -> dict[str, str]:
    """What stands in the boxes, by their labels; of several alike one after another."""
    labels = {box.id: box.label for box in snapshot.facts.book.templates[form.template, form.version].boxes}
    found: dict[str, str] = {}
    for box in form.boxes:
        words = "".join((box.text, "・".join(box.marks), "".join(box.parts or ())))
        label = labels.get(box.box, "")
        found[label] = "／".join(filter(None, (found.get(label, ""), words)))
    return {label: words for label, words in found.items() if words}


def _boxes(form: FilledForm) -> dict[tuple[str, int, int], FilledBox]:
    return {(box.box, box.row, box.sheet): box for box in form.boxes}


def _named(
    snapshot: Snapshot, form: FilledForm | None, boxes: Mapping[tuple[str, int, int], FilledBox]
) -> dict[str, str]:
    """What stands in each box, by the words of its label."""
    if form is None:
        return {}
    labels = {box.id: box.label for box in snapshot.facts.book.templates[form.template, form.version].boxes}
    found = {}
    for (box, row, sheet), filled in boxes.items():
        place = (
            f"{box} {labels.get(box, '')}{f' {row + 1}行目' if row else ''}{f' 続紙{sheet}' if sheet else ''}".strip()
        )
        found[place] = "".join((filled.text, "・".join(filled.marks), "".join(filled.parts or ())))
    return {place: words for place, words in found.items() if words}


def _records(snapshot: Snapshot, recorder: Recorder, at: dt.datetime) -> dict[str, dict[str, str]]:
    return {
        outcome.procedure: dict(_flat(json.loads(recorder.record(snapshot, outcome, at=at)), ""))
        for outcome in snapshot.sent
    }


def _flat(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _EACH_TIME:
                yield from _flat(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _flat(inner, f"{place}[{index}]")
    else:
        yield place, str(value)


def lines(what: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The first differences of one thing, and how many more there are."""
    places = [place for place in dict.fromkeys((*before, *after)) if before.get(place, "") != after.get(place, "")]
    for place in places[:_LINES]:
        yield f"{what}　{place}: {before.get(place) or 'なし'} → {after.get(place) or 'なし'}"
    if len(places) > _LINES:
        yield f"{what}　ほかに{len(places) - _LINES}か所"
