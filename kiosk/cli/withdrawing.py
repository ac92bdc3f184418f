"""`kiosk withdraw`: 取下げ of a whole confirmed case, as on the last page of the counter."""

import uuid

from kiosk.bootstrap.doing import StoreDoing
from kiosk.bootstrap.program import Program
from kiosk.cli.opened import By, Case, Json, Reason, accepted, opened, refuse, staff
from kiosk.cli.output import document, problems, say
from kiosk.flow.at_once import AtOnce
from kiosk.flow.case_actions import Withdraw
from kiosk.flow.jobs import Unpark, Unparked
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue
from kiosk.model.staff import Right


def withdraw(case: Case, *, reason: Reason, by: By = "", json: Json = False) -> None:
    """Take a confirmed case back as a whole: what was sent is sent as a withdrawal, what was not is never sent."""
    why = checked(reason)
    if isinstance(why, Issue):
        problems([why], as_json=json)
    with opened() as program:
        program.at_desk.desk = staff(program, by, right=Right.WITHDRAW, json=json)
        desk = _opened(program, case, accepted(program, case, json=json), json=json)
        before = desk.visit.page().withdrawn
        page = desk.handle(Withdraw(reason=why))
        told = [program.words.say(notice.message) for notice in page.notices]
        if before is not None or page.withdrawn is None:
            refuse(case, " ".join(told) or "取り下げていません。", json=json)
        snapshot = desk.snapshot
        owed = program.press.bill(snapshot) if snapshot is not None else None
    money = (
        [program.words.say(said) for said in (*owed.said, *owed.before)] if owed is not None and owed.changed else []
    )
    if json:
        document({"withdrawn": str(page.slip), "back": -owed.due if owed is not None else 0, "told": told})
        return
    say(f"取り下げました: 受付番号 {page.slip}。送ったものは取消として送ります（kiosk deliver）。")
    for line in (*money, *told):
        say(f"  {line}")


def _opened(program: Program, case: str, found: uuid.UUID, *, json: bool) -> AtOnce:
    """A desk with the case as it was accepted, on the forms that it began with."""
    doing = StoreDoing(program)
    kept = doing.do(Unpark(found))
    state = kept.state if isinstance(kept, Unparked) else None
    if state is None or state.case is None or not state.case.state.accepted:
        mend = "窓口で訂正を終えるか、kiosk drafts drop で捨ててから"
        refuse(case, "途中の訂正があるため、取り下げられません。", mend, json=json)
    edition = program.editions.on(state.catalogue) or program
    desk = AtOnce(edition.visit(), doing)
    desk.handle(kept)
    return desk
