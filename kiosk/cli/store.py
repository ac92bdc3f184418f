"""`kiosk store accept-loss`: going on after a loss that cannot be undone, with a reason that stays on record."""

from typing import Annotated

import typer

from kiosk.bootstrap.place import Place
from kiosk.bootstrap.program import Program
from kiosk.cli.output import problems, say
from kiosk.flow.clock import SystemClock
from kiosk.model.audit import AuditEvent
from kiosk.model.base import Issue

LONGEST = 200


def accept_loss(
    *, reason: Annotated[str, typer.Option("--reason", help="失われたわけと、だれが確かめたか（人の情報は書かない）")]
) -> None:
    """Go on with the database that is there; exit code 1 when nothing was lost or no reason is given."""
    from kiosk.store.losses import accept_loss as accept

    program, words = Program(Place.standard(), SystemClock()), " ".join(reason.split())
    if not words or len(words) > LONGEST:
        problems([Issue(where="--reason", message="理由がありません。", allowed=f"1〜{LONGEST}文字")], as_json=False)
    event = AuditEvent(at=program.clock.now(), by="office", action="accept-loss", detail=words)
    if not accept(program.place.data, key=program.key, mark=program.place.mark, event=event):
        problems([Issue(where="store", message="失われた記録はありません。何もしていません。")], as_json=False)
    say("失われた記録を認め、いまある内容から続けます。理由を監査記録に残しました。受付番号は、前の続きから出ます。")
