"""What the designer's widgets are given: words, look, letters, and the port to the forms."""

from dataclasses import dataclass

from kiosk.ui.designer.gate_ports import Gating
from kiosk.ui.designer.hold_ports import Holding
from kiosk.ui.designer.ports import Conditions, Designing
from kiosk.ui.designer.shelf_ports import Shelving
from kiosk.ui.designer.table_ports import Tabling
from kiosk.ui.kit import Kit


@dataclass(frozen=True)
class DesignKit(Kit):
    """As `Kit`; of the ports of a desk nothing is used here. `gating`: the folder is a draft on its way to counters;
    `holding`: others may have it open, too; `shelving`: the releases of the place that it is for.
    """

    designing: Designing
    tabling: Tabling
    conditions: Conditions
    gating: Gating | None = None
    holding: Holding | None = None
    shelving: Shelving | None = None
