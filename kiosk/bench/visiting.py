"""What the family is asked and what is filled for it: the size of the work that is taken off a resident's hands."""

from kiosk.bench.row import Row, at_least, at_most, exactly, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort
from kiosk.catalogue.catalogue import load_catalogue

_SCENARIOS = (
    ("no_card", "カードなし", (False, False), 70),
    ("cards", "カード4枚", (True, False), 49),
    ("cards_and_extract", "カードと転出証明書", (True, True), 36),
)


def visiting(subject: Subject, effort: Effort) -> list[Row]:
    """Forms, boxes, questions and the write-once ratio of the demonstration family; the catalogue's loading time."""
    asked = {
        name: subject.demo.rehearse(cards=cards, extract=extract)[1].asked
        for name, _, (cards, extract), _ in _SCENARIOS
    }
    boxes = sum(form.filled for form in subject.forms)
    return [
        exactly(10, Row(name="demo_forms", label="見本の家族の様式", value=len(subject.kinds), unit="種類")),
        at_least(230, Row(name="demo_filled_boxes", label="埋まった記入欄", value=boxes, unit="か所")),
        *(_asked(name, label, asked[name], limit) for name, label, _, limit in _SCENARIOS),
        information(
            Row(
                name="demo_write_once_ratio",
                label="書く量の比（聞いたこと÷記入欄）",
                value=asked["cards_and_extract"] / boxes,
                unit="倍",
                compared_with="every box written by hand",
            )
        ),
        _loading(subject, effort),
    ]


def _asked(name: str, label: str, count: int, limit: int) -> Row:
    return at_most(limit, Row(name=f"demo_asked_{name}", label=f"聞いたこと（{label}）", value=count, unit="項目"))


def _loading(subject: Subject, effort: Effort) -> Row:
    def load() -> None:
        book = load_catalogue(subject.place.forms, cache=subject.program.place.home / "cache").book
        _ = book.levels  # compiled at the first visit of the day

    took = effort.repeat(load, times=effort.times(5), warm=0, every=1)
    row = Row(name="catalogue_load_ms", label="様式と規則の読み込み", value=took.median, unit="ms")
    return within(150, row, beside=took.beside)
