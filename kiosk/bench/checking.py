"""The check of every file of a place: from nothing, with nothing changed since the last time, and its memory."""

from collections.abc import Iterator

from kiosk.bench.children import Child
from kiosk.bench.row import Row, at_most, within
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, Work

PEAK_KB = 'next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))'
"""The most that a process held, as Python words for it (Linux). `getrusage` would also tell what its parent held."""

_MEMORY = f"""
from kiosk.bootstrap.place import Place
from kiosk.bootstrap.verdict import verdict
verdict(Place.standard())
print({PEAK_KB})
"""


def checking(subject: Subject, effort: Effort) -> list[Row]:
    """`kiosk check` in fresh processes; each cold one has a home of its own. Modules are compiled.

    A quick run, which only shows that everything runs, reads the forms from nothing once.
    """
    forms, cache = {"KIOSK_FORMS": str(subject.place.forms)}, effort.cache(subject.folder)

    def home(name: str) -> dict[str, str]:
        folder = subject.folder / name
        folder.mkdir(exist_ok=True)
        return {**forms, "KIOSK_HOME": str(folder)}

    def fresh(times: int) -> Iterator[Work]:
        for number in range(times):
            yield Child(("-m", "kiosk", "check"), cache, home(f"cold{number}")).run

    again = Child(("-m", "kiosk", "check"), cache, home("cold0"))
    warm_up = effort.times(1, 0)
    cold = effort.each(fresh(warm_up + effort.times(4, 1)), warm=warm_up, every=1)
    warm = effort.repeat(again.run, times=effort.times(6, 1), warm=1, every=2)
    held = int(Child(("-c", _MEMORY), cache, home("cold0" if effort.quick else "memory")).run()) / 1024
    from_nothing = Row(name="check_cold_ms", label="kiosk check 初回", value=cold.median, unit="ms")
    unchanged = Row(name="check_again_ms", label="kiosk check 変更なし", value=warm.median, unit="ms")
    memory = Row(name="check_memory_mb", label="kiosk check のメモリー", value=held, unit="MB")
    return [
        within(2000, from_nothing, beside=cold.beside),
        within(500, unchanged, beside=warm.beside),
        at_most(400, memory.model_copy(update={"compared_with": "the sample town; a test tries the worst files"})),
    ]
