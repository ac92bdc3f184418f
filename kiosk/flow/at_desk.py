"""Who is at a desk now: it belongs to the place and not to the visit, which remembers of each fact who recorded it.

Where nobody signs in (commands, the demonstration, a place without staff), the desk's own name stands in facts, records
and audit, as it always did.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.model.staff import Staff


@dataclass
class AtDesk:
    """The person who signed in last, also while the desk is locked: what goes on meanwhile is still theirs."""

    desk: str
    person: Staff | None = None

    def by(self) -> str:
        """The staff number, or the desk's name."""
        return self.person.number if self.person is not None else self.desk
