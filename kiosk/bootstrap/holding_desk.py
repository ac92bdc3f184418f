"""Who works in a draft: taken over for a reason that is on record, and nothing of the other's is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.bootstrap.releasing import Releasing
from kiosk.designing.releasing.draft import whole
from kiosk.model.audit import AuditEvent, reason
from kiosk.model.base import Issue
from kiosk.model.disk import disk_words
from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.bootstrap.draft_hold import Hold
    from kiosk.bootstrap.program import Program

_MOST_KEPT = 99


@dataclass
class HoldDesk:
    """See kiosk.ui.designer.hold_ports.Holding. `program` is the place's own, `draft` the name, `by` who works here,
    `unsaved` gives by file what was changed here and not saved; None is a file that was taken away.
    """

    program: Program
    draft: str
    by: str
    hold: Hold
    unsaved: Callable[[], Mapping[str, bytes | None]] = field(default=dict)

    def holder(self) -> str:
        """See Holding."""
        self.hold.look()
        return self.hold.other.rpartition(" ")[0] or self.hold.other

    @property
    def works(self) -> bool:
        """Whether this window may change the draft, as it was looked at last."""
        return not self.hold.other

    def guard(self) -> None:
        """Before anything is written: raises SiteError while somebody else has the draft."""
        who = self.holder()
        if who:
            what = f"この下書きは {who} から、ほかの職員が編集しています。ここからは保存できません。"
            raise SiteError("DESIGN-3", what=what, mend="引き継いでから保存してください。")

    def take(self, reason_: str) -> Issue | None:
        """See Holding."""
        said = reason(reason_)
        if isinstance(said, Issue):
            return said
        who = self.holder()
        now = self.program.clock.now()
        detail = f"{self.draft} {who.partition(' ')[0]} {said}"
        self.program.store.audit.append(AuditEvent(at=now, by=self.by, action="forms-take-over", detail=detail))
        try:
            self.hold.take()
        except OSError as error:
            raise SiteError("DESIGN-3", what=disk_words(error), mend="下書きのフォルダーを確かめてください。") from None
        return None

    def keep(self) -> str:
        """See Holding."""
        changes = self.unsaved()
        if not changes:
            return ""
        releasing = Releasing(self.program)
        files = {**whole(releasing.workshop.forms(self.draft))}
        for name, data in changes.items():
            if data is None:
                files.pop(name, None)
            else:
                files[name] = data
        taken = releasing.workshop.names()
        free = (f"{self.draft[:30]}-{number}" for number in range(2, _MOST_KEPT))
        name = next(each for each in free if each not in taken)
        wrong = releasing.begin(name, why=self.draft, by=self.by, files=files)
        if wrong:
            raise SiteError("DESIGN-4", what=str(wrong[0]), mend="この窓を閉じずに、システム担当を呼んでください。")
        return name
