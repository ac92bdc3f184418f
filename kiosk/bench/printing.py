"""How long a filled form takes to become a PDF, ours beside two rivals that draw the very same lists."""

from collections.abc import Callable, Sequence

from kiosk.bench.rival import Document, Draw, Rival
from kiosk.bench.rivals import reportlab_rival, typst_rival
from kiosk.bench.row import Row, absent, at_least, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.demo.family import SLIP
from kiosk.render.pdf import PdfWriter

_KINDS = "the ten kinds of forms of the demonstration, one document each"


def printing(subject: Subject, effort: Effort) -> list[Row]:
    """Milliseconds a form and a packet, the rivals' milliseconds, and how many times faster than the faster rival.

    Everybody takes turns. The rivals and "draw" start from the same finished lists, "form" and "packet" from the filled
    forms; preparation (fonts, backgrounds) is not counted for anybody.
    """
    documents = [subject.pages(form) for form in subject.kinds]
    folder, fonts = subject.folder / "typst", subject.place.fonts
    folder.mkdir()
    rivals = {"reportlab": reportlab_rival(documents, fonts), "typst": typst_rival(documents, fonts, folder)}
    present = [rival for rival in rivals.values() if rival is not None]
    took, beside = _measured(subject, documents, present, effort)
    best = {rival.name: _best(rival, took) for rival in present}
    rows = _our_rows(subject, took, beside)
    for name in rivals:
        row = Row(name=f"render_{name}_ms", label=f"描画だけ（{name}）", value=0.0, unit="ms")
        rows.append(_rival_row(row, *best[name]) if name in best else absent(row))
    return [*rows, _ratio(took["draw"], best)]


def _measured(
    subject: Subject, documents: Sequence[Document], rivals: Sequence[Rival], effort: Effort
) -> tuple[dict[str, float], float]:
    """Median milliseconds of every side (a packet as a whole, everything else a document), and the reference's."""
    kinds, renderer, stamp = subject.kinds, subject.program.renderer, subject.program.press.stamp(SLIP)
    writer, every = PdfWriter(renderer.shaper), range(len(documents))
    sides = {
        "form": _each(lambda number: renderer.form_pdf(kinds[number], stamp=stamp), every),
        "draw": _each(lambda number: writer.write(documents[number]), every),
    }
    for rival in rivals:
        sides |= {f"{rival.name} {way}": _each(draw, every) for way, draw in rival.ways.items()}
    whole = {"packet": lambda: renderer.packet_pdf(subject.forms, stamp=stamp)}
    took, beside = effort.turns(sides | whole, times=effort.times(14, 1))
    return {name: value / (1 if name in whole else len(documents)) for name, value in took.items()}, beside


def _our_rows(subject: Subject, took: dict[str, float], beside: float) -> list[Row]:
    copies = f"{len(subject.forms)} copies in one document"
    form = Row(
        name="render_form_warm_ms",
        label="様式1件のPDF（配置から）",
        value=took["form"],
        unit="ms",
        compared_with=_KINDS,
    )
    packet = Row(name="render_packet_ms", label="様式一式のPDF", value=took["packet"], unit="ms", compared_with=copies)
    draw = Row(name="render_draw_ms", label="描画だけ（当方）", value=took["draw"], unit="ms", compared_with=_KINDS)
    return [within(12, form, beside=beside), *(information(row, beside=beside) for row in (packet, draw))]


def _each(draw: Draw, numbers: Sequence[int]) -> Callable[[], object]:
    return lambda: [draw(number) for number in numbers]


def _best(rival: Rival, took: dict[str, float]) -> tuple[float, str]:
    """The faster of a rival's two ways."""
    return min((took[f"{rival.name} {way}"], way) for way in rival.ways)


def _rival_row(row: Row, took: float, way: str) -> Row:
    return information(row.model_copy(update={"value": took, "compared_with": f"{way}, the same draw lists"}))


def _ratio(ours: float, best: dict[str, tuple[float, str]]) -> Row:
    row = Row(name="render_vs_fastest_other", label="速い方の他製品との比", value=0.0, unit="倍")
    if not best:
        return absent(row.model_copy(update={"goal": "≥1.5"}))
    took, name = min((value, name) for name, (value, _) in best.items())
    return at_least(1.5, row.model_copy(update={"value": took / ours, "compared_with": name}))
