"""`kiosk store accept-loss`: going on after a loss that cannot be undone, with a reason that stays on record.

Who does it is noted as it is said: the list of staff lies in the store that cannot be opened.
"""

from typing import Annotated

import typer

from kiosk.cli.opened import Reason, account, opened
from kiosk.cli.output import problems, say
from kiosk.model.audit import AuditEvent
from kiosk.model.audit import reason as checked
from kiosk.model.base import Issue

Named = Annotated[
    str, typer.Option("--by", help="操作する職員（監査記録に残る）。省けばログイン名", show_default=False)
]


def accept_loss(*, reason: Reason, by: Named = "") -> None:
    """Go on with the database that is there; exit code 1 when nothing was lost or no reason is given."""
    from kiosk.store.losses import accept_loss as accept

    said = checked(reason)
    if isinstance(said, Issue):
        problems([said], as_json=False)
    with opened() as program:
        event = AuditEvent(at=program.clock.now(), by=by.strip() or account(), action="accept-loss", detail=said)
        place, copy = program.place, program.device.second_mark
        if not accept(place.data, key=program.key, mark=place.mark, event=event, copy=copy):
            problems([Issue(where="store", message="失われた記録はありません。何もしていません。")], as_json=False)
    say("失われた記録を認め、いまある内容から続けます。理由を監査記録に残しました。受付番号は、前の続きから出ます。")
