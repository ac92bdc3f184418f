"""Every module of the program that can be imported here: a rival of the measurements only where it is installed."""

from importlib.util import find_spec
from pkgutil import walk_packages

import kiosk

RIVALS = "kiosk.bench.rival_"


def modules() -> list[str]:
    """Their names, without the ones that run when they are imported."""
    names = [each.name for each in walk_packages(kiosk.__path__, "kiosk.") if "__main__" not in each.name]
    return [name for name in names if not name.startswith(RIVALS) or find_spec(name.removeprefix(RIVALS))]
