"""How much memory a counter holds after a morning of visits, and whether it still grows."""

import json
import shutil

from kiosk.bench.children import Child
from kiosk.bench.row import Row, at_most
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort

FULL = 30


def memory(subject: Subject, effort: Effort) -> list[Row]:
    """Resident memory after all visits, and how much of it the last two thirds of them added."""
    folder, count = subject.folder / "morning", effort.times(FULL, 1)
    folder.mkdir()
    first_day, known = Subject(folder), subject.place.cache
    first_day.place.home.mkdir()
    if known is not None and known.is_dir():
        shutil.copytree(known, first_day.place.home / "cache")
    _ = first_day.program.store, first_day.program.catalogue  # a morning finds its tables made and its forms read
    first_day.program.close()
    child = Child(("-m", "kiosk.bench.many_visits", str(folder), str(count)), effort.cache(subject.folder))
    held: list[float] = json.loads(child.run())
    first, last = held[0], held[-1]
    course = f"{', '.join(f'{each:.0f}' for each in held)} MB after each third of {count} visits"
    return [
        at_most(
            200,
            Row(name="memory_mb", label=f"{count}件のあとのメモリー", value=last, unit="MB", compared_with=course),
        ),
        at_most(
            1.03,
            Row(
                name="memory_growth_ratio",
                label="メモリーの増え方（最後÷3分の1）",
                value=last / first,
                unit="倍",
                compared_with="flat: what a first visit loads stays, a later one adds nothing",
            ),
        ),
    ]
