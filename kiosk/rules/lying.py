"""Whether an address lies where the purpose of a visit wants it: 転入 leads into this city, 転出 out of it."""

from collections.abc import Mapping

from kiosk.model.address import Address
from kiosk.model.address_text import folded
from kiosk.model.life_event import LifeEvent


def lies_outside(key: str, address: Address, *, event: LifeEvent, city: Mapping[str, object]) -> bool:
    """Whether it should lie in this city and does not; one that is not divided yet lies nowhere in it."""
    return key in event.inside and not _lies_in(address, prefecture=str(city["prefecture"]), city=str(city["name"]))


def lies_inside(key: str, address: Address, *, event: LifeEvent, city: Mapping[str, object]) -> bool:
    """Whether it should lie outside this city and does not."""
    return key in event.outside and _lies_in(address, prefecture=str(city["prefecture"]), city=str(city["name"]))


def _lies_in(address: Address, *, prefecture: str, city: str) -> bool:
    """A ward belongs to its city; a prefecture that was left out is no other one."""
    near = not address.prefecture or folded(address.prefecture) == folded(prefecture)
    return near and folded(address.city).startswith(folded(city))
