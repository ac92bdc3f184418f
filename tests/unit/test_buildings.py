"""方書 that the register knows: what stands on a lot is offered, a single house and a room are not."""

from pathlib import Path

import pytest

from kiosk.flow.residents import lot_of
from kiosk.model.address import Address, composed
from kiosk.model.building_name import building_name
from kiosk.model.resident import Resident
from tests.databases import opened
from tests.residents import take_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("グリーンハイツ緑ケ丘 305号室", "グリーンハイツ緑ケ丘"),
        ("見本ハイツ１０１", "見本ハイツ"),
        ("架空マンション2号棟－１２０３", "架空マンション2号棟"),
        ("コーポ架空A棟 3-2号", "コーポ架空A棟"),
        ("県営架空団地3棟　405", "県営架空団地3棟"),
        ("SUNNY COURT 12", "SUNNY COURT"),
        ("見本様方", ""),
        ("101号室", ""),
        ("１０１", ""),
        ("", ""),
    ],
)
def test_a_building_is_called_without_its_room(text: str, name: str) -> None:
    assert building_name(text) == name


def home(number: str, building: str) -> Address:
    made = composed(prefecture="見本県", city="架空市", town="緑ケ丘二丁目", number=number)
    return made.model_copy(update={"building": building})


def somebody(household: str, number: str, building: str) -> tuple[str, Resident]:
    facts = {"person.name.full": f"見本　{household}", "addr.old.text": home(number, building)}
    return household, Resident(facts=facts)


def test_what_two_households_share_is_a_building_and_what_one_has_is_nobody_else_s(tmp_path: Path) -> None:
    database = opened(tmp_path / "store")
    there = take_in(
        database,
        [
            somebody("1", "７番１２号", "架空ハイツ　１０１"),
            somebody("2", "7-12", "架空ハイツ102"),
            somebody("3", "７番１２号", "コーポ見本201"),
            somebody("4", "７番１２", "コーポ見本　202"),
            somebody("5", "７番１２号", "架空ハイツ201"),
            somebody("6", "７番１２号", "見本ハウス"),
            somebody("6", "７番１２号", "見本ハウス"),
            somebody("9", "７番１２号", "見本様方"),
            somebody("10", "７番１２号", "見本様方"),
            somebody("7", "７番１３号", "架空ハイツ　１０１"),
            somebody("8", "７番１２号", ""),
        ],
    )
    assert there.buildings(lot_of(home("7番12号", ""))) == ("架空ハイツ", "コーポ見本")
    assert there.buildings(lot_of(home("7-13", ""))) == ()
    assert lot_of(composed(prefecture="見本県", city="架空市", town="緑ケ丘二丁目")) == ""
    database.close()
