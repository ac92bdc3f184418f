"""Parcels that a receiver would refuse because the city's settings were wrong; all data invented."""

from pathlib import Path

from kiosk.exchange.records.blocks import Record
from kiosk.exchange.records.columns import load_columns
from kiosk.exchange.records.record import digest
from kiosk.exchange.records.reissue import Ours
from kiosk.exchange.records.sample import sample_record

COLUMNS = load_columns((Path(__file__).resolve().parents[1] / "forms" / "exchange" / "columns.toml").read_bytes())
OURS = Ours("999997", "架空市", "000")
"""What the sample town says of itself."""


def of_wrong_city(code: str = "999998") -> Record:
    """The sample household's record as a town makes it whose 団体コード is mistyped."""
    record = sample_record()
    people = tuple(person.model_copy(update={"jusho_shikuchosonkodo": code}) for person in record.taishosha)
    common = record.kyotsu.model_copy(update={"shikuchosonkodo": code})
    made = record.model_copy(update={"kyotsu": common, "taishosha": people})
    return made.model_copy(update={"kyotsu": common.model_copy(update={"sha256": digest(made)})})
