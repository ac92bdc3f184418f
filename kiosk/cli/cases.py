"""`kiosk plan|fill|confirm CASE.toml`: a written visit drives the same code as the counter, without a window."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.bootstrap.caseclock import CaseClock
from kiosk.bootstrap.doing import at_once
from kiosk.bootstrap.program import Program
from kiosk.catalogue.case_file import load_case_file
from kiosk.cli.output import document, problems, say, say_error, table
from kiosk.cli.program import standard
from kiosk.designing.rehearsal import Rehearsed, play
from kiosk.flow.actions import Action, Confirm
from kiosk.flow.at_once import AtOnce
from kiosk.flow.pages import CounterPage
from kiosk.flow.plan_views import plan_views
from kiosk.flow.views import Viewer
from kiosk.model.base import Issue
from kiosk.model.casefile import CaseFile
from kiosk.model.plan import Need
from kiosk.settings import FILE

if TYPE_CHECKING:
    from kiosk.model.follow_up import FollowUp

Case = Annotated[Path, typer.Argument(help="案件ファイル（forms/README.md の書き方）", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="結果を JSON で出す")]
Cards = Annotated[bool, typer.Option("--cards", help="案件ファイルの模擬カードも読む")]
Extract = Annotated[bool, typer.Option("--extract", help="案件ファイルの転出証明書データも読む")]

_WORDS = {
    Need.NEEDED: "必要",
    Need.OPTIONAL: "任意",
    Need.HELD: "保留",
    Need.UNDECIDED: "確認中",
    Need.NOT_BY_THIS_PERSON: "この方は届出できません",
    Need.NOT_NEEDED: "不要",
}


def plan(case: Case, *, json: Json = False, cards: Cards = False, extract: Extract = False) -> None:
    """Print the procedures of a case with reasons and deadlines."""
    program, _, _, went = rehearse(case, json=json, cards=cards, extract=extract, signed=False)
    viewer = Viewer(went.snapshot, program.wording)
    outcomes = plan_views(viewer)
    missing = [viewer.label(path) for path in went.left]
    if json:
        from kiosk.cli.plan_document import plan_document

        document({**plan_document(viewer), "missing": missing})
        return
    rows = [(view.id, view.name, _WORDS[view.need], view.reason, view.deadline, view.department) for view in outcomes]
    table("手続一覧", ("番号", "手続", "判定", "理由", "期限", "窓口"), rows)
    say(f"まだ分からないこと: {len(missing)}件  {'、'.join(missing)}")
    for against in went.snapshot.contradictions:
        about = "、".join(map(viewer.label, against.paths))
        grave = "要確認" if against.rule.unusual else "食い違い"
        say(f"{grave}: {about}  {viewer.wording.labels.said(against.rule.says)}")
    program.close()


def fill(
    case: Case,
    *,
    out: Annotated[Path, typer.Option("--out", help="PDFを書くフォルダー")] = Path("out"),
    json: Json = False,
    cards: Cards = False,
    extract: Extract = False,
) -> None:
    """Write the packet, one PDF per form and the slip."""
    from kiosk.press.packet import write_papers

    program, written, _, went = rehearse(case, json=json, cards=cards, extract=extract)
    papers = write_papers(program.press, went.snapshot, out, progress=not json)
    forms = [{"form": form.key, "boxes": form.filled} for form in went.snapshot.leaving]
    if json:
        files = [str(path) for path in papers.files]
        document({"title": written.title, "forms": forms, "files": files, "warnings": list(papers.warnings)})
        return
    for path in papers.files:
        say(str(path))
    for warning in papers.warnings:
        say(f"要確認: {warning}")


def confirm(case: Case, *, json: Json = False, cards: Cards = False, extract: Extract = False) -> None:
    """Confirm a complete case; the records wait in the outbox until `kiosk deliver`. Nothing is written otherwise."""
    from kiosk.cli.plan_document import plan_document
    from kiosk.cli.stopped import tell_stopped

    program, written, desk, went = rehearse(case, json=json, cards=cards, extract=extract)
    if desk.visit.obstacles():
        problems(_in_the_way(case, program, desk, went), as_json=json)
    if second := desk.visit.page().second:
        problems((_second(second),), as_json=json)
    tell_stopped(program, json=json)
    desk = at_once(program)
    confirmed = play(desk, written, sources=_sources(program, case, written, json=json, cards=cards, extract=extract))
    page, after = desk.first(Confirm())
    parcels = len(went.snapshot.sent)
    if json:
        number = str(confirmed.snapshot.case.id)
        held = [entry for entry in plan_document(Viewer(went.snapshot, program.wording))["procedures"] if _waits(entry)]
        done = {"title": written.title, "slip": page.slip, "case": number, "parcels": parcels}
        document({**done, "held": held, "notices": [each.procedure for each in _notices(went)]})
    else:
        _confirmed(page, went, parcels)
    for job in after:  # only now somebody knows
        desk.doing.do(job)
    program.close()


def _second(names: Sequence[str]) -> Issue:
    """A second look is taken at a window: two people stand there."""
    message = f"別の職員の確認がいる手続があります: {'、'.join(names)}"
    return Issue(where=f"{FILE} second_check", message=message, allowed="窓口の画面（kiosk counter）で確定する")


def _waits(entry: Mapping[str, Any]) -> bool:
    return entry["need"] in {Need.HELD.value, Need.UNDECIDED.value}


def _notices(went: Rehearsed) -> "tuple[FollowUp, ...]":
    """What must be told by post."""
    from kiosk.delivery.confirm import left_over
    from kiosk.model.follow_up import Sort

    return tuple(left for left in left_over(went.snapshot) if left.sort is Sort.NOTICE)


def _confirmed(page: CounterPage, went: Rehearsed, parcels: int) -> None:
    """What left, and apart from it what did not: with what is missing, until when, and what to bring."""
    sent = "送付は kiosk deliver です。" if parcels else ""
    say(f"受付番号 {page.slip}: {parcels}件の申請を送付待ちに入れました。{sent}")
    for view in page.held:
        lacks = "　".join(view.lacks or view.missing)
        why = view.reason if view.later or not lacks else ""
        lacks = "　".join(part for part in (why, f"わかっていないこと: {lacks}" if lacks else "") if part)
        bring = f"　持ち物: {'、'.join(view.bring)}" if view.bring else ""
        say(f"  保留 {view.id} {view.name}　{lacks}　{view.deadline}{bring}".rstrip())
    notices = _notices(went)
    for left in notices:
        say(f"  届出受理通知を郵送します: {left.procedure}")
    if page.held or notices:
        say("残った対応は kiosk later list です。")


def _in_the_way(case: Path, program: Program, desk: AtOnce, went: Rehearsed) -> tuple[Issue, ...]:
    """What must be answered, settled or signed before a confirmation, by the place in the file."""
    missing = [
        Issue(where=f"{case.name} {path}", message="答えがありません。", allowed=_allowed(program, path))
        for path in went.left
    ]
    codes = [notice.code for notice in desk.visit.obstacles()]
    said = [code for code in codes if not missing or code != "questions-open"]
    refused = [issue.model_copy(update={"where": f"{case.name} {issue.where}"}) for issue in desk.visit.refused()]
    told = [Issue(where=case.name, message=_OBSTACLES[code]) for code in said if code in _OBSTACLES]
    return (*missing, *refused, *told)


_OBSTACLES = {
    "questions-open": "まだ埋まっていない欄があります。",
    "conflicts-open": "出所どうしの食い違いを解決してください。[answers] の値とカード・転出証明書データを見比べます。",
    "signatures-open": "署名がありません。[signatures] に署名の線を書きます。",
}


def _allowed(program: Program, path: str) -> str:
    item = program.book.vocabulary.item(path)
    codes = program.book.vocabulary.codes.get(item.codes, ()) if item else ()
    return "、".join(codes) or (item.type.value if item else "")


_NO_SLIP = "000000-000"  # on papers of a visit that is not confirmed: no day, and as short as a real one in bars


def rehearse(
    case: Path, *, json: bool, cards: bool, extract: bool, only_asked: bool = False, signed: bool = True
) -> tuple[Program, CaseFile, AtOnce, Rehearsed]:
    """Load and play a case; every problem ends the command with exit code 1 before anything is written.

    With `only_asked`, what a card or the extract says is not said again by the case file's answers. Not `signed`,
    nothing is laid out that only papers and signatures need.
    """
    program = standard()
    written = load_case_file(case, program.book)
    if isinstance(written, tuple):
        problems(written, as_json=json)
    if written.cards:
        from kiosk.bootstrap.sources import unknown_cards

        unknown = unknown_cards(program, written, name=case.name)
        if unknown:
            problems(unknown, as_json=json)
    program.clock = CaseClock(written.today)
    sources = _sources(program, case, written, json=json, cards=cards, extract=extract)
    desk = at_once(program, next_slip=lambda: _NO_SLIP)
    went = play(desk, written, sources=sources, only_asked=only_asked, signed=signed, name=case.name)
    for told in went.told:
        say_error(told)
    if went.issues:
        problems(went.issues, as_json=json)
    return program, written, desk, went


def _sources(
    program: Program, case: Path, written: CaseFile, *, json: bool, cards: bool, extract: bool
) -> tuple[Action, ...]:
    if not (cards or extract):
        return ()
    from kiosk.bootstrap.sources import read_cards, read_paper

    actions: tuple[Action, ...] = read_cards(program, written) if cards else ()
    if extract and written.extract:
        paper = read_paper(program, case.parent / written.extract)
        if isinstance(paper, tuple):
            problems(paper, as_json=json)
        actions += (paper,)
    return actions
