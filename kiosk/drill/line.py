"""回線 between the couriers and the receiver: what goes over it is cut at chance moments, in the midst of a request."""

import asyncio
import contextlib
from typing import NoReturn

from kiosk.drill.chance import Chance

_PIECE = 65_536
_LONGEST = 30_000
"""Bytes after which a line that is to be cut is cut at the latest: a request with its parcel is some 20 KB."""


def carry_for_ever(*, at: int, to: int, cut: float, chance: Chance) -> NoReturn:
    """Carry every connection made `at` a port of this machine over `to` another one, until the process is killed.

    `cut`: the share of connections that end after a chance number of bytes, in both directions at once.
    """
    asyncio.run(_serve(at, to, cut, chance))
    raise AssertionError("a line is only ever cut")


async def _serve(at: int, to: int, cut: float, chance: Chance) -> None:
    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        left = _Left(int(chance.between(1, _LONGEST)) if chance() < cut else None)
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", to)
        except OSError:
            writer.transport.abort()  # nobody is at the other end
            return
        both = (_pour(reader, far_writer, left), _pour(far_reader, writer, left))
        with contextlib.suppress(OSError, _CutError):
            await asyncio.gather(*both)
        for end in (writer, far_writer):
            end.transport.abort()

    server = await asyncio.start_server(carry, "127.0.0.1", at)
    async with server:
        await server.serve_forever()


class _Left:
    """How many bytes a connection still carries; None: as many as come."""

    def __init__(self, count: int | None) -> None:
        self.count = count

    def take(self, piece: bytes) -> bytes:
        """As much of a piece as is carried."""
        if self.count is None:
            return piece
        carried = piece[: self.count]
        self.count -= len(carried)
        return carried


class _CutError(Exception):
    """The line is cut here."""


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, left: _Left) -> None:
    while piece := await reader.read(_PIECE):
        carried = left.take(piece)
        writer.write(carried)
        await writer.drain()
        if len(carried) < len(piece):
            raise _CutError
    if writer.can_write_eof():
        writer.write_eof()
