"""届いた申請の取り込み: files of an inbox folder or of a service become applications that wait for their visit."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.durable import write_whole
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue
from kiosk.model.slip_number import half_width

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kiosk.bootstrap.program import Program
    from kiosk.exchange.records.incoming import Application, Layout, Wrong

KEPT = dt.timedelta(days=30)
"""How long an application waits after its day, or after it came."""


@dataclass
class Taken:
    """What came of a file: applications that are new, those that were there, those kept aside with what is wrong."""

    new: int = 0
    again: int = 0
    bad: int = 0
    faults: list[Issue] = field(default_factory=list)
    aside: Path | None = None


def layouts(program: Program) -> Mapping[str, Layout]:
    """forms/exchange/incoming, by name. Raises SiteError X01."""
    from kiosk.exchange.records.incoming import FOLDER, load_layout

    files = program.catalogue.files.under(f"exchange/{FOLDER}")
    return {name.removesuffix(".toml"): load_layout(files.content[name], name) for name in sorted(files.content)}


def take(
    program: Program, content: bytes, *, file: Path, layout: str, by: str, told: Callable[[int, int], None]
) -> Taken | tuple[Issue, ...]:
    """Keep the applications of a file; the rows of what cannot be read are written beside it (`….aside.csv`).

    `told` hears how many of how many are kept. Raises SiteError and OSError.
    """
    from kiosk.exchange.records.encodings import Written, written
    from kiosk.exchange.records.incoming import sort_out

    shape = layouts(program)[layout]
    text = written(lambda: io.BytesIO(content), shape.encoding, name=file.name)
    if not isinstance(text, Written):
        return text
    try:
        found = sort_out(text.lines(), shape, name=file.name, wrong=_wrong(program, shape))
    except csv.Error:
        return (Issue(where=file.name, message="CSVとして読めません。", allowed="見出し行がある、コンマ区切り"),)
    if isinstance(found, tuple):
        return found
    store, now = program.store.prepared, program.clock.now()

    def arrived() -> Iterator[tuple[uuid.UUID, bytes, dt.date | None]]:
        for number, each in enumerate(found.good, start=1):
            yield store.named(layout, each.number), _content(layout, shape, each), each.day
            told(number, len(found.good))

    new = store.take(arrived(), now=now)
    detail = f"layout={layout} new={new} again={len(found.good) - new} aside={found.bad}"
    program.store.audit.append(AuditEvent(at=now, by=by, action="incoming", detail=detail))
    aside = _aside(file, found.aside) if found.bad else None
    return Taken(new, len(found.good) - new, found.bad, found.faults, aside)


def inbox(program: Program, layout: str) -> tuple[Path, ...]:
    """The files that lie in the folder of a layout, by name."""
    shape = layouts(program)[layout]
    folder = program.place.home / shape.folder if shape.folder else None
    return () if folder is None else tuple(sorted(path for path in folder.glob("*.csv") if ".aside" not in path.name))


def put_away(file: Path) -> None:
    """A file that was taken leaves the inbox for its `taken` folder."""
    done = file.parent / "taken"
    done.mkdir(mode=0o700, exist_ok=True)
    file.replace(done / file.name)


def fetched(program: Program, layout: str) -> bytes | None:
    """What the service of a layout gives; None where it has none. Raises NoAnswer."""
    from kiosk.exchange.destinations.bundle import Formats
    from kiosk.exchange.destinations.service import ServiceDestination
    from kiosk.exchange.records.columns import Columns

    shape = layouts(program)[layout]
    if shape.service is None:
        return None
    return ServiceDestination(shape.service, Formats(columns=Columns(groups=())), program.place.home).fetched()


def numbered(program: Program, text: str) -> tuple[uuid.UUID, ...]:
    """What cases an application of this number may be, one for each layout, in whatever width it is typed."""
    typed = text.strip()
    numbers = dict.fromkeys(filter(None, (typed, half_width(typed), half_width(typed).upper())))
    return tuple(program.store.prepared.named(layout, number) for layout in layouts(program) for number in numbers)


def begin(program: Program, case: uuid.UUID) -> str:
    """The visit of an application begins: it stands in the list of the day, with a slip number, for who takes it up.

    The number; empty where there is none, or it has begun already. Raises SiteError.
    """
    from kiosk.bootstrap.case_files import CaseFiles
    from kiosk.bootstrap.doing import at_once
    from kiosk.flow.actions import StartVisit, UsePreentry

    content = program.store.prepared.load(case)
    if content is None:
        return ""
    said = json.loads(content)
    desk = at_once(program)
    desk.do(StartVisit(event=said["event"], people=len(said["persons"])))
    desk.do(UsePreentry(event=said["event"], persons=tuple(said["persons"]), case=said["case"]))
    state = desk.visit.state
    if state.case is None:
        return ""
    own = state.case.model_copy(update={"id": case})
    CaseFiles(program).keep(state.model_copy(update={"case": own, "note": f"{said['title']} {said['number']}"}))
    return own.slip


def _wrong(program: Program, shape: Layout) -> Wrong:
    """Whether words cannot be read as an answer that a resident can give at home."""
    from kiosk.flow.parse_answer import Reader
    from kiosk.model.message import Refused

    outside = program.visit().outside
    people = tuple(f"p{number}" for number in range(1, 21))
    reader = Reader(
        vocabulary=outside.book.vocabulary,
        today=program.clock.today(),
        members={person: person for person in people},
        event=outside.book.events[shape.event],
        limits=outside.limits,
    )

    def wrong(key: str, words: str) -> bool:
        item = outside.book.vocabulary.by_key.get(key)
        return item is None or isinstance(reader.read(item, words), Refused)

    return wrong


def _content(layout: str, shape: Layout, each: Application) -> bytes:
    said = {"layout": layout, "title": shape.title, "number": each.number, "event": shape.event}
    return json.dumps({**said, "persons": each.persons, "case": each.case}, ensure_ascii=False).encode()


def _aside(file: Path, rows: list[list[str]]) -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    place = file.with_name(f"{file.stem}.aside.csv")
    write_whole(place, out.getvalue().encode("utf-8-sig"))
    return place
