"""What became of a visit whose confirmation was cut off before anybody was told: said once, by number."""

import typer

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Program
from kiosk.cli.output import document, say_error
from kiosk.flow.day import DayList, Fate, ParkedVisit
from kiosk.flow.jobs import DropParked, ListDay

_WORDS = {
    Fate.ACCEPTED: "受付番号 {slip} は、受け付け済みです（知らせる前に止まりました）。",
    Fate.NOT_ACCEPTED: "受付番号 {slip} は、受け付けられていません（途中で止まりました）。"
    "続きは kiosk counter、消すときは kiosk drafts drop {slip} です。",
    Fate.OVERTAKEN: "受付番号 {slip} の途中の訂正は使えません（別の画面で、先に訂正か取下げが確定しました）。"
    "消すときは kiosk drafts drop {slip} です。",
}


def stopped(program: Program) -> tuple[ParkedVisit, ...]:
    """The visits that stopped while they were being confirmed. Raises SiteError."""
    parked = StoreDoing(program).do(ListDay())
    return tuple(visit for visit in parked.visits if visit.fate in _WORDS) if isinstance(parked, DayList) else ()


def sentence(visit: ParkedVisit) -> str:
    """Whether it was accepted, in words."""
    return _WORDS[visit.fate].format(slip=visit.slip)


def tell_stopped(program: Program, *, json: bool) -> None:
    """After one that was accepted nothing is confirmed (exit code 1), so that nobody does it twice unaware.

    Each is told once. What was not accepted keeps its draft and does not concern another visit: `kiosk status` and the
    start of the counter tell it.
    """
    accepted = [visit for visit in stopped(program) if visit.fate is Fate.ACCEPTED]
    if not accepted:
        return
    for visit in accepted:
        say_error(sentence(visit))
        StoreDoing(program).do(DropParked(visit.case))
    say_error("今回はまだ確認していません。もう一度確認するときは、同じ命令をもう一度実行してください。")
    if json:
        document({"accepted_before": [{"slip": visit.slip, "case": str(visit.case)} for visit in accepted]})
    program.close()
    raise typer.Exit(1)
