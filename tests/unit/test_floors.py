"""What the tests reach, held against the floors of pyproject.toml."""

from tests.floors import below, reached

FOUND = {
    "files": {
        "kiosk/words.py": {
            "summary": {"num_statements": 8, "num_branches": 2, "covered_lines": 8, "covered_branches": 2}
        },
        "kiosk/flow/visit.py": {
            "summary": {"num_statements": 30, "num_branches": 10, "covered_lines": 30, "covered_branches": 0}
        },
        "kiosk/flow/desks/lobby.py": {
            "summary": {"num_statements": 10, "num_branches": 0, "covered_lines": 0, "covered_branches": 0}
        },
        "kiosk/ui/__init__.py": {
            "summary": {"num_statements": 0, "num_branches": 0, "covered_lines": 0, "covered_branches": 0}
        },
    }
}


def test_lines_and_branches_of_a_package_are_counted_together() -> None:
    assert reached(FOUND) == {"flow": 60.0, "kiosk": 100.0}


def test_a_package_below_its_floor_without_one_or_gone_is_named() -> None:
    assert below({"flow": 60.0, "kiosk": 100.0}, {"flow": 60, "kiosk": 100}) == []
    assert below({"flow": 59.9, "kiosk": 100.0}, {"flow": 60, "press": 90}) == [
        "flow: 59.9 % of 60 %",
        "kiosk: has no floor",
        "press: is not there",
    ]
