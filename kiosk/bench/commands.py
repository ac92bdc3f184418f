"""What a command costs before it says anything: processor time beside loading the command library alone."""

from kiosk.bench.children import Child, processor_ms
from kiosk.bench.row import Row, at_most, information
from kiosk.bench.subject import Subject
from kiosk.bench.timing import Effort, taking_turns

EIGHT = "hachinin.toml"
_LIBRARY = "import typer; typer.Typer()"


def commands(subject: Subject, effort: Effort) -> list[Row]:
    """`kiosk --help` and `kiosk plan` of a household of eight, each in fresh processes; modules are compiled."""
    place, cache = subject.place, effort.cache(subject.folder)
    home = {"KIOSK_HOME": str(subject.program.place.home), "KIOSK_FORMS": str(place.forms)}
    sides = {
        "library": Child(("-c", _LIBRARY), cache).run,
        "help": Child(("-m", "kiosk", "--help"), cache, home).run,
        "plan": Child(("-m", "kiosk", "plan", str(place.personas / EIGHT)), cache, home).run,
    }
    took = taking_turns(sides, times=effort.times(5, 1), warm=effort.times(1, 0), clock=processor_ms)
    library = "processor time of loading typer alone"
    return [
        information(Row(name="command_library_ms", label="typer だけ（CPU）", value=took["library"], unit="ms")),
        _ratio(1.8, "help", "kiosk --help（CPU）", took, library),
        _ratio(4, "plan", "kiosk plan 8人世帯（CPU）", took, library),
    ]


def _ratio(limit: float, name: str, label: str, took: dict[str, float], with_: str) -> Row:
    value = took[name] / took["library"]
    return at_most(limit, Row(name=f"{name}_cpu_ratio", label=label, value=value, unit="倍", compared_with=with_))
