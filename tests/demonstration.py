"""The demonstration as a process of its own: `python -m tests.demonstration OUT`, with every logger talking."""

import logging
import sys
from pathlib import Path

from kiosk.demo.visit import run
from tests.visits import place_at


def play(out: Path) -> None:
    """The demonstration's results in a folder; nothing but them is written anywhere."""
    run(place_at(out / "unused"), out, progress=True)


class _All(logging.Formatter):
    """A record's words and everything it was made of."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{super().format(record)} {record.args}"


if __name__ == "__main__":
    talking = logging.StreamHandler()
    talking.setFormatter(_All())
    logging.basicConfig(level=logging.DEBUG, handlers=[talking])
    play(Path(sys.argv[1]))
