"""Reads device.toml: what this machine decides for itself; a mistake is told with its line, nothing is guessed."""

from pathlib import Path

from kiosk.catalogue.placing import placed
from kiosk.catalogue.toml_files import build, read_toml
from kiosk.catalogue.trees import with_words
from kiosk.destinations import AnyDestination
from kiosk.model.base import Issue
from kiosk.model.errors import SiteError
from kiosk.settings import Device

NAME = "device.toml"


def load_device(path: Path) -> Device:
    """The settings of the machine. Raises SiteError when the file cannot be used."""
    data = read_toml(path)
    if isinstance(data, Issue):
        raise _refused(data)
    made = build(Device, data, where=path.name)
    if isinstance(made, tuple):
        told = (with_words(issue, Device, path.name) for issue in made)
        raise _refused(*placed(told, {path.name: path.read_bytes()}))
    return made


def at_this_machine(device: Device, destinations: tuple[AnyDestination, ...]) -> tuple[AnyDestination, ...]:
    """The destinations as this machine reaches them. Raises SiteError for a number that the city does not have, and for
    one that shall be brought on and is no hub.
    """
    known = {place.key: place for place in destinations}
    unknown = [key for key in device.folder if key not in known]
    if unknown:
        allowed = "、".join(f"{place.number} {place.name}" for place in destinations)
        message = "この number の送付先は municipality.toml にありません。"
        raise _refused(*(Issue(where=f"{NAME} folder.{key}", message=message, allowed=allowed) for key in unknown))
    hubs = [place.number for place in destinations if place.kind == "hub"]
    if device.onward and device.onward not in hubs:
        message = f"{device.onward} は、中継の number ではありません。"
        allowed = "、".join(map(str, hubs)) or 'kind = "hub" の送付先の number（いまはありません）'
        raise _refused(Issue(where=f"{NAME} onward", message=message, allowed=allowed))
    return tuple(device.here(place) for place in destinations)


def _refused(*issues: Issue) -> SiteError:
    what = " ".join(map(str, issues))
    where = "assets/manuals/machines.md の「この端末の設定」"
    return SiteError("S-DEVICE", what=what, mend=f"この端末の設定を直してください（{where}）。")
