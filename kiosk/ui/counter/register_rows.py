"""Somebody of the register in a list: name and reading, and below them birth and address, as far as that is shown."""

from kiosk.flow.residents import Candidate, Face
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.titled_row import TitledRow


def where(kit: Kit, face: Face) -> str:
    """The address, or the one sentence that stands in its place whatever the reason."""
    return face.address or kit.words("register-no-address")


class ResidentRow(TitledRow):
    """A row for one candidate."""

    def __init__(self, kit: Kit, candidate: Candidate) -> None:
        face = candidate.face
        about = "　".join((kit.words("register-born", birth=face.birth), where(kit, face)))
        super().__init__(kit, "　".join(filter(None, (face.name, face.kana))), about)
        self.candidate = candidate
