"""The designer's window with a file of tables as a form: opened, and one answer said until it is on the glass.

What nobody can do without is the floor: the file's text is read by a TOML reader before and after the change.
"""

import tomllib
from itertools import count

from kiosk.bench.row import Row, at_most, within
from kiosk.bench.timing import Effort
from kiosk.bootstrap.designer import DesignerSeat

_FILE, _OTHER = "procedures/P20.toml", "procedures/P01.toml"
_MOST_TIMES = 60


def tables(seat: DesignerSeat, effort: Effort) -> list[Row]:
    """The rows of the table forms, in a window that is shown; nothing is saved."""
    pages, text = seat.window.tables, (seat.program.place.forms / _FILE).read_text(encoding="utf-8")
    turns = count()

    def opened() -> None:
        for file in (_OTHER, _FILE):
            pages.open(file)
            seat.app.processEvents()

    def said() -> None:
        pages.view.form.said.emit(("law",), f"児童手当法{next(turns)}条")
        seat.app.processEvents()

    def read() -> None:
        for _ in range(2):
            tomllib.loads(text)

    both = effort.repeat(opened, times=effort.times(20, 2), warm=1, every=1)
    took, _ = effort.turns({"said": said, "read": read}, times=effort.times(30, 2), warm=1)
    return [
        within(
            300,
            Row(name="designer.table_open_ms", label="様式設計 手続の表を2つ開く", value=both.median, unit="ms"),
            beside=both.beside,
        ),
        at_most(
            _MOST_TIMES,
            Row(
                name="designer.table_edit_ratio",
                label="様式設計 表の1つを直して画面に出るまで",
                value=took["said"] / took["read"],
                unit="倍",
                compared_with="前と後のTOMLの読み取りだけ",
            ),
        ),
    ]
