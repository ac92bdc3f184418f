"""The check of every file of a place: in a new home, from nothing, with nothing changed, and its memory."""

from collections.abc import Iterator
from pathlib import Path

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

    From nothing nobody has read the forms before; a new home otherwise is on a machine that was set up. A quick run,
    which only shows that everything runs, reads the forms from nothing once.
    """
    forms, compiled = {"KIOSK_FORMS": str(subject.place.forms)}, effort.cache(subject.folder)
    installed = subject.folder / "installed"

    def place(home: str, account: Path) -> dict[str, str]:
        return {**forms, "KIOSK_HOME": str(subject.folder / home), "XDG_CACHE_HOME": str(account)}

    def check(home: str, account: Path) -> Work:
        return Child(("-m", "kiosk", "check"), compiled, place(home, account)).run

    def fresh(kind: str, times: int) -> Iterator[Work]:
        for number in range(times):
            (subject.folder / f"{kind}{number}").mkdir()
            account = installed if kind == "new" else subject.folder / f"{kind}{number}" / "account"
            yield check(f"{kind}{number}", account)

    nothing = effort.each(fresh("nothing", effort.times(3, 1)), every=1)
    if not effort.quick:
        check("no-home", installed)()  # as the set-up does
    cold = effort.each(fresh("new", effort.times(4, 0)), every=1) if not effort.quick else nothing
    first = "nothing0"
    warm = effort.repeat(check(first, installed), times=effort.times(6, 1), warm=1, every=2)
    home = first if effort.quick else "memory"
    (subject.folder / home).mkdir(exist_ok=True)
    held = int(Child(("-c", _MEMORY), compiled, place(home, subject.folder / home / "account")).run()) / 1024
    from_nothing = Row(name="check_cold_ms", label="kiosk check 初回", value=nothing.median, unit="ms")
    new_home = Row(name="check_new_home_ms", label="kiosk check 新しい場所", value=cold.median, unit="ms")
    unchanged = Row(name="check_again_ms", label="kiosk check 変更なし", value=warm.median, unit="ms")
    memory = Row(name="check_memory_mb", label="kiosk check のメモリー", value=held, unit="MB")
    return [
        within(2000, from_nothing, beside=nothing.beside),
        within(
            2000,
            new_home.model_copy(update={"compared_with": "a new home on a machine whose set-up has read what ships"}),
            beside=cold.beside,
        ),
        within(500, unchanged, beside=warm.beside),
        at_most(400, memory.model_copy(update={"compared_with": "the sample town; a test tries the worst files"})),
    ]
