"""手数料 on the last page: one total with its rows, what is free, and the same total as the till reads it."""

from collections.abc import Iterator, Sequence

from kiosk.model.bill import Bill, BillRow
from kiosk.ui.jobs import Errands
from kiosk.ui.kit import Kit
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.appear import appear
from kiosk.ui.widgets.code_picture import BarsPicture, CodePicture
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.glyph_label import GlyphLabel
from kiosk.ui.widgets.panels import Panel


class BillPanel(Panel):
    """Where nothing is to be paid it says so in one line."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        words, look = kit.words, kit.look
        self._errands, self._code = Errands(kit.jobs), ""
        self.total = GlyphLabel(kit, level=Level.TITLE, bold=True)
        self.before = GlyphLabel(kit)
        self.rows, self.free = GlyphLabel(kit), GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.qr = CodePicture(look, name=words("bill-till"), side=112)
        self.bars = BarsPicture(look, name=words("bill-till"))
        self.code = GlyphLabel(kit, level=Level.DENSE, ink="quiet")
        self.codes = flow(self.qr, self.bars, gap=look.dp(16))
        self.column.addWidget(GlyphLabel(kit, words("bill-title"), level=Level.HEAD, bold=True))
        for thing in (self.total, self.before, self.rows, self.codes, self.code, self.free):
            self.column.addWidget(thing)

    def present(self, bill: Bill) -> None:
        """Show what is to be paid, or to be given back."""
        words = self._kit.words
        mark = "" if bill.confirmed else words("bill-unconfirmed")
        self.total.set_text("".join((*map(words.say, bill.said), mark)))
        self.before.set_text("\n".join(map(words.say, bill.before)))
        appear(self.before, on=bool(bill.before))
        self.rows.set_text("\n".join(" ".join(self._row(row)) for row in bill.rows))
        appear(self.rows, on=bool(bill.rows))
        self.free.set_text(words("bill-free", names=words("list-between").join(bill.free)) if bill.free else "")
        appear(self.free, on=bool(bill.free))
        self._encode(bill.code)
        self._say_code(bill)

    def _row(self, row: BillRow) -> Iterator[str]:
        words, unit = self._kit.words, f"{row.unit:,}"
        yield words("bill-row", procedure=row.procedure, name=row.name)
        if row.free:
            yield words("bill-row-less", yen=f"{row.amount:,}", why=row.free)
            return
        if not row.unit:
            yield words("bill-row-nothing")
        elif row.count is None:
            yield words("bill-row-open", unit=unit)
        else:
            yield words("bill-row-many", unit=unit, n=row.count, yen=f"{row.amount:,}")
        if not row.confirmed:
            yield words("bill-unconfirmed")

    def _encode(self, code: str) -> None:
        """Codes are worked out beside the window: the first one imports what that needs."""
        if code != self._code:
            self._code = code
            self._errands.drop()
            self._draw(((), ""))
            if code:
                self._errands.run(lambda: _codes(code), done=self._draw)
        appear(self.codes, on=bool(code))

    def _say_code(self, bill: Bill) -> None:
        """What the till reads, or why it must be typed there."""
        words = self._kit.words
        said = words("bill-code", code=bill.code) if bill.code else words("bill-no-code") if bill.earlier else ""
        self.code.set_text(said)
        appear(self.code, on=bool(said))

    def _draw(self, codes: tuple[Sequence[bytes], str]) -> None:
        rows, bars = codes
        self.qr.show_rows(rows)
        self.bars.show_bars(bars)


def _codes(code: str) -> tuple[Sequence[bytes], str]:
    """The rows of the square and the bars of a code."""
    from kiosk.render.barcode import modules, qr_modules

    return qr_modules(code), modules(code)
