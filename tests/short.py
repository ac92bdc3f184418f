"""The short run (KIOSK_TESTS=short, `.ci/run`): every fifth row of long tables, a quarter of a property's examples."""

import os

SHORT = os.environ.get("KIOSK_TESTS") == "short"


def examples(count: int) -> int:
    """How many examples of a property are tried; `pytest` tries all of them."""
    return max(5, count // 4) if SHORT else count
