"""After the end of a visit nothing of it is left in the program, and a replaced rule book is left by everybody."""

import gc
import json
import subprocess
import sys
import weakref
from pathlib import Path

from kiosk.catalogue.catalogue import load_catalogue
from kiosk.rules.calendar import OpenDays
from kiosk.rules.plan import Planner
from kiosk.rules.snapshot import take
from tests.alive import BACKWARDS
from tests.generated_rules import case_of
from tests.read_before import begun
from tests.visits import FORMS


def test_a_visit_is_found_while_it_lasts_and_nothing_of_it_after_its_end() -> None:
    said = subprocess.run([sys.executable, "-m", "tests.alive"], capture_output=True, text=True, check=True).stdout
    assert json.loads(said) == [sorted(BACKWARDS), []]


def test_a_catalogue_read_again_leaves_one_rule_book_alive(tmp_path: Path) -> None:
    books, cache = weakref.WeakSet[object](), begun(tmp_path / "cache")
    for _ in range(5):
        book = load_catalogue(FORMS, cache=cache).book
        books.add(book)
        case = case_of("p1").model_copy(update={"event": "tennyu"})
        assert take(case, book=book, planner=Planner(OpenDays())).plan.outcomes
    gc.collect()
    assert [each is book for each in books] == [True]
