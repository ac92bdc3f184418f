"""A confirmation as the rows that stand in the database: parcels encrypted, order keys hidden."""

import hashlib
from typing import NamedTuple

from kiosk.flow.ports import Confirmation
from kiosk.model.errors import Defect
from kiosk.model.parcel import Parcel
from kiosk.store.envelope import CONTENT_TYPE, pack, unpack
from kiosk.store.vault import Vault, seal, unseal


class SealedParcel(NamedTuple):
    """One row of `outbox`; `digest` is the SHA-256 of the ciphertext, `order_key` an HMAC."""

    message: str
    case: str
    destination: str
    order_key: str
    kind: str
    revision: int
    schema_version: str
    digest: str
    ciphertext: bytes

    def outbox_row(self, created_at: object) -> tuple[object, ...]:
        """Values in the order of the outbox columns after `seq`."""
        return (*self[:7], CONTENT_TYPE, self.digest, created_at, self.ciphertext)

    def open(self, key: bytes) -> Parcel | None:
        """The parcel, or None when the hash or the tag says that the row is not what was written."""
        if hashlib.sha256(self.ciphertext).hexdigest() != self.digest:
            return None
        packed = unseal(key, self.ciphertext, bound_to=_place(self[:7]))
        return None if packed is None else unpack(packed)


def seal_parcel(vault: Vault, parcel: Parcel, *, key: bytes) -> SealedParcel:
    """Encrypt a parcel under its case's key, bound to the columns that stand in clear."""
    clear = (
        str(parcel.message),
        str(parcel.case),
        parcel.destination,
        vault.mac(parcel.order_key),
        parcel.kind,
        parcel.revision,
        parcel.schema_version,
    )
    ciphertext = seal(key, pack(parcel), bound_to=_place(clear))
    return SealedParcel(*clear, hashlib.sha256(ciphertext).hexdigest(), ciphertext)


def check(confirmation: Confirmation) -> None:
    """A confirmation speaks of one case and names every message once. Raises Defect."""
    if len({parcel.message for parcel in confirmation.parcels}) < len(confirmation.parcels):
        raise Defect("a confirmation names a message twice")
    if any(parcel.case != confirmation.case for parcel in confirmation.parcels):
        raise Defect("a confirmation carries a parcel of another case")


def _place(clear: tuple[object, ...]) -> str:
    return "\n".join(map(str, clear))
