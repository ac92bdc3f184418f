"""A parcel as the bytes that are encrypted: two lines of JSON, then the record and the attachments as they are."""

import json
from itertools import accumulate, pairwise
from typing import Any

from kiosk.model.parcel import Parcel

CONTENT_TYPE = "application/vnd.kiosk.parcel"
_BYTES: dict[str, Any] = {"record": True, "noted": True, "asked": True, "attachments": {"__all__": {"content"}}}


def pack(parcel: Parcel) -> bytes:
    """UTF-8: the parcel as JSON without its bytes, a JSON list of their lengths, the bytes one after the other."""
    blobs = (parcel.record, *(attachment.content for attachment in parcel.attachments))
    lengths = json.dumps([len(blob) for blob in blobs])
    head = parcel.model_dump_json(exclude=_BYTES)
    return b"".join((head.encode(), b"\n", lengths.encode(), b"\n", *blobs))


def unpack(packed: bytes) -> Parcel:
    """The parcel of `pack`."""
    line, lengths, body = packed.split(b"\n", 2)
    record, *contents = (body[start:end] for start, end in pairwise(accumulate(json.loads(lengths), initial=0)))
    head = json.loads(line)
    for attachment, content in zip(head["attachments"], contents, strict=True):
        attachment["content"] = content
    return Parcel.model_validate({**head, "record": record})
