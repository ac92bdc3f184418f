"""The table of measurements is whole and can be read by machines; no test here looks at a time."""

import datetime as dt
import json
import math
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from pydantic import TypeAdapter
from typer.testing import CliRunner

from kiosk.bench.addresses import drawn, in_kanji
from kiosk.bench.children import Child, processor_ms
from kiosk.bench.handwritten import compare, sample
from kiosk.bench.postgres import tools
from kiosk.bench.printing import printing
from kiosk.bench.reference import REFERENCE_MS, Reference
from kiosk.bench.rivals import reportlab_rival, typst_rival
from kiosk.bench.row import NOT_INSTALLED, Row, absent, at_least, at_most, exactly, information, within
from kiosk.bench.subject import Subject
from kiosk.bench.suite import CHAPTERS, measure
from kiosk.bench.timing import Effort, percentile, taking_turns
from kiosk.bench.visiting import visiting
from kiosk.cli import app
from kiosk.flow.clock import FixedClock
from kiosk.model.errors import Defect
from kiosk.render.pdf import PdfWriter
from kiosk.store.connection import connect
from kiosk.store.vault import KEY_BYTES, RootKey, Vault
from tests.read_before import known
from tests.shared import once
from tests.short import SHORT

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
ROWS = TypeAdapter(tuple[Row, ...])
FIELDS = ["name", "label", "value", "unit", "goal", "compared_with", "met", "reference_ms"]
EXPECTED = {
    "audit.verify_s", "hub.messages_per_s", "outbox.claim_ms", "outbox.flat_ratio", "outbox.vs_huey_ratio",
    "outbox.vs_persist-queue_ratio",
    *(("hub.hand_over_ms", "hub.killed_lost", "hub.killed_doubled", "hub.fail_over_lost") if tools() else ()),
    "demo_forms", "demo_filled_boxes", "demo_asked_no_card", "demo_asked_cards", "demo_asked_cards_and_extract",
    "demo_write_once_ratio", "catalogue_load_ms", "render_form_warm_ms", "render_vs_fastest_other",
    "render_reportlab_ms", "render_typst_ms", "keystroke_to_paper_ms", "keystroke_to_paper_p99_ms",
    "keystroke_window_ms", "keystroke_window_p99_ms", "incremental_vs_full_ratio", "plan_household_of_8_ms",
    "personas_s",
    "first_frame_ratio", "start_page_ratio", "help_cpu_ratio", "plan_cpu_ratio", "confirm_ratio",
    "confirm_vs_prepared_ratio", "confirm_vs_plain_ratio", "confirm_answers_ms", "plan_with_derived_facts_ms",
    "store_open_ms", "store_mark_ms",
    "keystroke_window_words_ms", "keystroke_window_words_p99_ms", "section_ms", "choice_ms", "theme_ms",
    "text_size_ms", "first_question_ratio", "keystroke_bare_ms", "memory_mb", "memory_growth_ratio", "reference_ms",
    "lobby.start_ratio", "lobby.page_p99_ms", "lobby.ui_gap_ms", "lobby.certificate_questions", "lobby.certificate_s",
    "lobby.family_pages", "lobby.memory_growth_mb", "lobby.residual_values",
    "designer.drag_ms", "designer.open_ms", "designer.step_ms", "designer.table_open_ms", "designer.table_edit_ratio",
    "check_open_ms", "check_text_size_ms", "section_first_ms", "check_cold_ms", "check_new_home_ms", "check_again_ms",
    "check_memory_mb",
}  # fmt: skip


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> tuple[Row, ...]:
    """A quick run, made once whichever process asks first; an account's second, whose cache knows the forms."""

    def measured(folder: Path) -> None:
        known()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kiosk.bench.suite.CHAPTERS", dict(list(CHAPTERS.items())[1::16]) if SHORT else CHAPTERS)
            write(folder)

    def write(folder: Path) -> None:
        (folder / "rows.json").write_bytes(ROWS.dump_json(measure(progress=False, quick=True)))

    return ROWS.validate_json((once(tmp_path_factory, "bench", measured) / "rows.json").read_bytes())


def test_a_quick_run_fills_every_row_of_the_table_once(rows: tuple[Row, ...]) -> None:
    names = [row.name for row in rows]
    assert len(names) == len(set(names))
    assert SHORT or set(names) >= EXPECTED  # the short run measures every sixteenth chapter
    assert not [name for name in names if name.startswith("broken.")]


def test_the_table_is_one_json_list_with_the_same_fields_in_every_row(rows: tuple[Row, ...]) -> None:
    text = json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False, allow_nan=False)
    assert all(list(each) == FIELDS for each in json.loads(text))


NAUGHT = {
    "counter.gaps_over_50ms", "counter.killed_lost_keys", "lobby.residual_values", "lobby.memory_growth_mb",
    "hub.killed_lost", "hub.killed_doubled", "hub.fail_over_lost",
}  # fmt: skip
"""Rows whose best value is none."""


def test_every_value_is_a_finite_number_and_positive_unless_a_rival_is_missing(rows: tuple[Row, ...]) -> None:
    for row in rows:
        assert math.isfinite(row.value)
        assert row.value > 0 or row.compared_with == NOT_INSTALLED or row.name in NAUGHT, row.name


def test_a_row_has_a_verdict_exactly_when_it_has_a_goal_and_a_value(rows: tuple[Row, ...]) -> None:
    for row in rows:
        assert (row.met is not None) == (bool(row.goal) and row.compared_with != NOT_INSTALLED), row.name


def test_a_run_leaves_no_folder_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("kiosk.bench.suite.CHAPTERS", {"家族": visiting})
    measure(progress=False, quick=True)
    assert not list(tmp_path.iterdir())


def test_the_command_prints_the_list_for_machines_and_the_labels_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row(name="something_ms", label="何かの速さ", value=1.5, unit="ms", goal="≤2", met=True)
    monkeypatch.setattr("kiosk.bench.suite.measure", lambda **_how: (row,))
    printed = CliRunner().invoke(app, ["bench", "--json"])
    assert json.loads(printed.stdout) == [row.model_dump(mode="json")]
    assert "何かの速さ" in CliRunner().invoke(app, ["bench"]).stdout


def test_goals_are_met_at_the_limit_and_missed_beyond_it() -> None:
    row = Row(name="x", label="x", value=12.0, unit="ms")
    assert at_most(12, row).met
    assert not at_most(11.9, row).met
    assert at_least(12, row).met
    assert not at_least(12.1, row).met
    assert exactly(12, row).met
    assert not exactly(10, row).met
    assert information(row).met is None


def test_a_goal_in_milliseconds_is_a_multiple_of_the_reference_beside_it() -> None:
    row = Row(name="x_ms", label="x", value=30.0, unit="ms")
    assert within(30, row, beside=REFERENCE_MS).met
    assert not within(29.9, row, beside=REFERENCE_MS).met
    slow = within(10, row, beside=3 * REFERENCE_MS)
    assert slow.met
    assert slow.equal == pytest.approx(10.0, rel=1e-3)
    assert slow.goal == f"≤{10 / REFERENCE_MS:.3g}×基準（10 ms）"
    assert within(0.03, row.model_copy(update={"value": 0.03, "unit": "秒"}), beside=REFERENCE_MS).met
    assert row.equal is None


def test_no_goal_is_a_bare_time(rows: tuple[Row, ...]) -> None:
    assert [row.name for row in rows if row.goal and row.unit in {"ms", "秒"} and "基準" not in row.goal] == []


def test_a_verdict_looks_at_the_value_before_it_is_shortened_for_the_table() -> None:
    row = at_most(2, Row(name="x", label="x", value=2.00001, unit="倍"))
    assert (row.value, row.met) == (2.0, False)


def test_a_rival_that_is_not_installed_keeps_its_row_without_a_verdict() -> None:
    row = absent(Row(name="x", label="x", value=3.0, unit="ms"))
    assert (row.value, row.met, row.compared_with) == (0.0, None, NOT_INSTALLED)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference(FONTS)


@pytest.fixture
def subject(tmp_path: Path) -> Iterator[Subject]:
    made = Subject(tmp_path)
    yield made
    made.program.close()


def test_without_rivals_the_comparison_rows_say_so(
    subject: Subject, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.bench.rivals.find_spec", lambda _name: None)
    rows = {row.name: row for row in printing(subject, Effort(reference, quick=True))}
    for name in ("render_reportlab_ms", "render_typst_ms", "render_vs_fastest_other"):
        assert (rows[name].value, rows[name].met, rows[name].compared_with) == (0.0, None, NOT_INSTALLED)
    assert rows["render_form_warm_ms"].value > 0


def test_sides_that_are_compared_take_turns_at_being_first() -> None:
    order: list[str] = []
    sides = {"a": lambda: order.append("a"), "b": lambda: order.append("b")}
    found = taking_turns(sides, times=3, warm=1)
    assert order == ["a", "b", "b", "a", "a", "b", "b", "a"]
    assert set(found) == {"a", "b"}


def test_the_reference_is_taken_between_the_repetitions(reference: Reference) -> None:
    before, calls = len(reference.taken), list[int]()
    took = Effort(reference).repeat(lambda: calls.append(len(reference.taken)), times=4, warm=2, every=2)
    assert [seen - before for seen in calls] == [1, 1, 1, 1, 2, 2]
    assert (len(took.values), len(reference.taken) - before) == (4, 3)
    assert min(took.beside, took.median) >= 0


def test_sides_take_turns_with_the_reference_too(reference: Reference) -> None:
    took, beside = Effort(reference).turns({"a": lambda: None}, times=2)
    assert set(took) == {"a"}
    assert beside >= min(reference.taken[-2:])


def test_processor_time_counts_the_processes_that_were_waited_for(tmp_path: Path) -> None:
    child = Child(("-c", "print(sum(range(3_000_000)))"), tmp_path)
    assert processor_ms(child.run) > 0
    assert processor_ms(lambda: None) == 0
    assert child.run() == "4499998500000\n"


def test_a_chapter_that_breaks_is_a_row_and_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_subject: Subject, _effort: Effort) -> list[Row]:
        raise Defect("a measured program ended with 1")

    def sound(_subject: Subject, _effort: Effort) -> list[Row]:
        return [Row(name="sound", label="見本", value=1, unit="件")]

    monkeypatch.setattr("kiosk.bench.suite.CHAPTERS", {"壊れた章": broken, "次の章": sound})
    _, first, second = measure(progress=False, quick=True)
    assert (first.name, first.met, first.compared_with) == ("broken.broken", False, "Defect")
    assert second.name == "sound"


def test_a_measured_program_that_fails_is_a_defect(tmp_path: Path) -> None:
    with pytest.raises(Defect, match="failed"):
        Child(("-c", "raise SystemExit(3)"), tmp_path).run()


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert percentile(values, 0.99) == 100.0
    assert percentile(values, 0.5) == 51.0
    assert percentile([7.0], 0.99) == 7.0


def test_rivals_put_the_same_ink_on_the_paper_as_we_do(subject: Subject) -> None:
    document = subject.pages(subject.kinds[0])
    folder = subject.folder / "rival"
    folder.mkdir()
    rivals = [reportlab_rival([document], subject.place.fonts), typst_rival([document], subject.place.fonts, folder)]
    present = [rival for rival in rivals if rival is not None]
    if not present:
        pytest.skip("no rival is installed (extra `bench`)")
    ours = picture(PdfWriter(subject.program.renderer.shaper).write(document))
    empty = difference(ours, Image.new("L", ours.size, 255))
    for rival in present:
        for way, draw in rival.ways.items():
            assert difference(ours, picture(draw(0))) < empty / 5, f"{rival.name} {way}"


def picture(pdf: bytes) -> Image.Image:
    """The first page in grey at 72 dpi, softened so that the edges of letters do not count."""
    page: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=1.0).to_pil()
    return page.convert("L").filter(ImageFilter.GaussianBlur(2))


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def test_the_hand_written_side_writes_the_same_rows_encrypted_in_a_file_that_is_encrypted_too(tmp_path: Path) -> None:
    key, cases = RootKey(bytes(KEY_BYTES)), sample(4, clock=FixedClock(dt.datetime(2026, 4, 20, 1, tzinfo=dt.UTC)))
    found = compare(tmp_path, cases, key=key)
    assert found.sealing_ratio == found.accept / found.sealing
    counts = set()
    for name in ("sealing.db", "encrypted.db", "accept/kiosk.db"):
        sql = connect(tmp_path / name, key=Vault(key).database_key)
        counts.add(sql.execute("SELECT count(*), sum(length(ciphertext)) FROM outbox").fetchone())
        assert not sql.execute("SELECT 1 FROM outbox WHERE instr(ciphertext, case_id)").fetchall()
        sql.close()
    assert len(counts) == 1


@pytest.mark.parametrize(
    ("number", "kanji"),
    [(0, "〇"), (7, "七"), (10, "十"), (24, "二十四"), (130, "百三十"), (608, "六百八"), (1200, "一二〇〇")],
)
def test_the_invented_addresses_are_written_in_kanji_whatever_number_a_town_has(number: int, kanji: str) -> None:
    assert in_kanji(number) == kanji


def test_the_addresses_that_are_measured_are_drawn_by_lot_and_are_the_same_ones_every_time() -> None:
    codes = [f"{number:07}" for number in range(0, 9000, 7)]
    found = drawn(codes, 90)
    assert found == drawn(codes[::-1], 90) == tuple(sorted(set(found) & set(codes)))
    assert len(found) == 90
    assert found != drawn(codes, 90, seed="another")
    assert drawn(codes, 10_000) == tuple(codes)
