"""What every test stands on: no screen, quiet Qt, nothing left behind, and properties tried alike on every machine."""

import gc
import os
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.leftovers import end_of, standing
from tests.short import SHORT, tried

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_CHECKOUT = f"{zlib.crc32(str(Path(__file__).resolve().parent).encode()):08x}"  # else two of them push each other out
os.environ["XDG_CACHE_HOME"] = str(Path(tempfile.gettempdir()) / f"kiosk-tests-{os.getuid()}-{_CHECKOUT}")
"""Copies of the forms alone lie there."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that a test starts compiles nothing that another one has

settings.register_profile("office", deadline=None, print_blob=True)
settings.load_profile("office")


REPEATING = (
    "tests/crash/",
    "tests/fuzz/",
    "tests/journeys/test_fewest_questions.py",
    "tests/journeys/test_persona",
    "tests/journeys/test_session_machine.py",
    "tests/unit/test_rules_incremental.py",
)
"""Tests that go the same ways many hundred times: others reach those lines, so nothing is measured while they run."""


READING = (
    "tests/bench/",
    "tests/crash/",
    "tests/journeys/test_one_catalogue.py",
    "tests/unit/test_catalogue_copies.py",
    "tests/unit/test_catalogue_edits.py",
    "tests/unit/test_cli_imports.py",
    "tests/unit/test_forms_in_force.py",
    "tests/unit/test_verdict.py",
    "tests/unit/test_visit_memory.py",
)
"""Tests of how the forms are read and kept: each reads them for itself."""


LONG_TABLES = (
    "tests/crash/",
    "tests/golden/test_forms_golden.py",
    "tests/gui/test_boards_audit.py",
    "tests/gui/test_broken.py",
    "tests/gui/test_cards.py",
    "tests/gui/test_key_bar.py",
    "tests/gui/test_paper.py",
    "tests/journeys/test_archives.py",
    "tests/journeys/test_cover_sheet.py",
    "tests/journeys/test_fewest_questions.py",
    "tests/journeys/test_foreign_residents.py",
    "tests/journeys/test_invented_households.py",
    "tests/journeys/test_matrix_cells.py",
    "tests/journeys/test_occasions.py",
    "tests/journeys/test_parts.py",
    "tests/journeys/test_parts_days.py",
    "tests/journeys/test_persona_stories.py",
    "tests/journeys/test_personas.py",
    "tests/journeys/test_plan_agrees.py",
    "tests/journeys/test_resident_papers.py",
    "tests/journeys/test_right_papers.py",
    "tests/journeys/test_single_wishes.py",
    "tests/journeys/test_support_measures.py",
    "tests/journeys/test_support_staff.py",
    "tests/journeys/test_who_has_come.py",
    "tests/journeys/test_whole_addresses.py",
    "tests/journeys/test_whose.py",
    "tests/unit/test_bad_edits.py",
    "tests/unit/test_catalogue_book.py",
    "tests/unit/test_catalogue_budgets.py",
    "tests/unit/test_catalogue_copies.py",
    "tests/unit/test_catalogue_edits.py",
    "tests/unit/test_city_mistakes.py",
    "tests/unit/test_designing_rule_check.py",
    "tests/unit/test_destination_mistakes.py",
    "tests/unit/test_flow_visit.py",
    "tests/unit/test_forms_agents.py",
    "tests/unit/test_long_numbers.py",
    "tests/unit/test_matrix.py",
    "tests/unit/test_odd_files.py",
    "tests/unit/test_official_papers.py",
    "tests/unit/test_preentry_rules.py",
    "tests/unit/test_rules_filing.py",
    "tests/unit/test_rules_procedures.py",
    "tests/unit/test_rules_unconfirmed.py",
    "tests/unit/test_traces.py",
    "tests/unit/test_words.py",
)
"""Tests that try one promise row by row over a long table. With KIOSK_TESTS=short (`.ci/run`) every 20th row is tried,
always the same ones, and of a property a quarter of its examples (tests/short.py); `pytest` tries all of them, and must
before anything is called done.
"""


WHOLE_VISITS = (
    "tests/journeys/test_fewest_questions.py",
    "tests/journeys/test_persona_stories.py",
    "tests/journeys/test_personas.py",
)
"""Long tables in which a row is a whole visit, or several: the short run tries every fortieth."""


WHOLE_PROGRAMS = (
    "tests/gui/test_audit.py",
    "tests/gui/test_keyboard_walk.py",
    "tests/gui/test_leaving.py",
    "tests/gui/test_lobby_audit.py",
    "tests/gui/test_lobby_signs.py",
    "tests/gui/test_real_session.py",
    "tests/gui/test_register_panel.py",
    "tests/gui/test_taking_up.py",
    "tests/gui/test_trouble.py",
    "tests/journeys/test_hooks.py",
    "tests/journeys/test_identity_unproven.py",
    "tests/journeys/test_one_catalogue.py",
    "tests/journeys/test_terminal_memory.py",
    "tests/journeys/test_terminal_signs.py",
    "tests/unit/test_cli_store.py",
    "tests/unit/test_press_guide_visits.py",
    "tests/unit/test_service_delivery.py",
    "tests/unit/test_service_destination.py",
    "tests/unit/test_verdict.py",
)
"""Every row of their tables goes through the whole program: the short run tries one."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Measuring makes a test twice as slow; a short run leaves rows of the long tables out."""
    for item in items:
        if item.nodeid.startswith(REPEATING):
            item.add_marker("no_cover")
    if SHORT:
        first = {item.nodeid.partition("[")[0]: item.nodeid for item in reversed(items)}
        left = [item for item in items if _row_left_out(item) or _another(item, first)]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


def pytest_collection_finish() -> None:
    """The tests themselves are no garbage, and need not be looked at again and again, nor what is young so often.

    Looking for garbage was a tenth of a whole run; which test it happened in was chance.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 10)


def _row_left_out(item: pytest.Item) -> bool:
    every = 40 if item.nodeid.startswith(WHOLE_VISITS) else 20
    return "[" in item.name and item.nodeid.startswith(LONG_TABLES) and not tried([item.nodeid], every=every)


def _another(item: pytest.Item, first: dict[str, str]) -> bool:
    return item.nodeid.startswith(WHOLE_PROGRAMS) and first[item.nodeid.partition("[")[0]] != item.nodeid


@pytest.fixture(autouse=True)
def read_at_an_earlier_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """No start is the first that ever reads the forms."""
    from tests.read_before import cache_of

    monkeypatch.setattr("kiosk.bootstrap.place.Place.cache", property(cache_of))


@pytest.fixture(scope="session", autouse=True)
def stores_lock_no_memory() -> Iterator[None]:
    """Locking and wiping memory takes five sixths of the time of founding a store, and no process gives it up again.

    That the program does it is tried in a process of its own (test_store_promises), as is what it leaves in memory.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kiosk.store.connection.WIPED", "PRAGMA cipher_memory_security")
        yield


@pytest.fixture(autouse=True)
def one_book_for_the_town(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The town as it is is read from its copy once for a process, but where reading is what is tried."""
    if not request.node.nodeid.startswith(READING):
        from tests.read_before import kept

        monkeypatch.setattr("kiosk.catalogue.catalogue.kept", kept)


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """A thread, a running timer or a window that outlives its test is that test's mistake."""
    before = standing()
    yield
    left = end_of(before)
    assert not left, "left behind: " + ", ".join(left)
