"""How far a draft is on its way to the counters, as four signs in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.ui.designer.gate_ports import Stage
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.chip import Chip, Tone
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import column

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit

_STEPS = ("try", "accept", "approve", "release")
_AT = {Stage.UNTRIED: 0, Stage.WRONG: 0, Stage.DIFFERING: 1, Stage.READY: 2, Stage.APPROVED: 3}


class Way(QWidget):
    """What is done is green, what is to be done now blue (red where it failed), the rest grey."""

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._words = {step: kit.words(f"publish-way-{step}") for step in _STEPS}
        self.signs = {step: Chip(kit, self._words[step], level=Level.DENSE) for step in _STEPS}
        self.setLayout(column(flow(*self.signs.values(), gap=kit.look.dp(8)), gap=0))

    def present(self, stage: Stage) -> None:
        """Where it stands."""
        here = _AT[stage]
        for at, (step, sign) in enumerate(self.signs.items()):
            now = Tone.RED if stage is Stage.WRONG else Tone.BLUE
            sign.set(self._words[step], tone=Tone.GREEN if at < here else now if at == here else Tone.NEUTRAL)
