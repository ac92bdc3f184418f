"""SFTP: a folder on another machine, over SSH. The same files in the same order, and nothing there is ever replaced.

The server is known by its key, which stands in the settings: no key is believed because it was the first one seen. Who
sends shows a key of its own, which is a credential of the machine. A file gets its name when it is whole, by a rename
that fails where the name is taken (SSH_FXP_RENAME); then it is read back. A connection lasts for one parcel.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import asyncssh

from kiosk.destinations import ToSftp
from kiosk.exchange.destinations.far import FarFolder
from kiosk.exchange.destinations.tokens import NoToken, credential
from kiosk.model.parcel import DeliveryFailed, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from kiosk.destinations import ToSftp
    from kiosk.exchange.destinations.far import FarDisk

    Run = Callable[[Coroutine[Any, Any, Any]], Any]

T = TypeVar("T")

_ERRNO: dict[type[asyncssh.SFTPError], int] = {
    asyncssh.SFTPNoSuchFile: errno.ENOENT,
    asyncssh.SFTPNoSuchPath: errno.ENOENT,
    asyncssh.SFTPPermissionDenied: errno.EACCES,
    asyncssh.SFTPWriteProtect: errno.EROFS,
    asyncssh.SFTPNoSpaceOnFilesystem: errno.ENOSPC,
    asyncssh.SFTPQuotaExceeded: errno.EDQUOT,
    asyncssh.SFTPNoConnection: errno.ENOTCONN,
    asyncssh.SFTPConnectionLost: errno.ENOTCONN,
}
_AWAY = "受け取り側のフォルダーが見つからないか、接続が切れました。path とネットワークを確かめてください。"


class SftpDestination(FarFolder[ToSftp]):
    """A folder of an SFTP server.

    Besides what hinders a folder: UNREACHABLE D30 not reached, D31 another server's key, D32 not let in.
    """

    @property
    def folder(self) -> Path:
        """The folder at the other end."""
        return Path(self.setting.path)

    def far(self, work: Callable[[FarDisk], T]) -> T | DeliveryFailed:
        """See FarFolder; on an event loop of its own."""
        loop = asyncio.new_event_loop()
        try:
            return self._over(loop.run_until_complete, work)
        except NoToken as error:
            return _away("D32", error.detail)
        except asyncssh.HostKeyNotVerifiable:
            return _away(
                "D31", "サーバーの鍵が、設定の host_key と違います。別の機械かもしれません。送付を止めています。"
            )
        except (asyncssh.PermissionDenied, asyncssh.KeyImportError):
            return _away("D32", "受け取り側に、この端末の鍵が通りません。user と key を確かめてください。")
        except (OSError, TimeoutError, asyncssh.Error):
            return _away("D30", "受け取り側につながりません。host と port とネットワークを確かめてください。")
        finally:
            loop.close()

    def _over(self, run: Run, work: Callable[[FarDisk], T]) -> T | DeliveryFailed:
        connection = run(self._connect())
        try:
            done = work(SftpDisk(run, run(connection.start_sftp_client()), self.setting.timeout))
        finally:
            connection.abort()
            run(connection.wait_closed())
        lost = isinstance(done, DeliveryFailed) and done.code == "D01"
        return _away("D30", _AWAY) if lost else done

    async def _connect(self) -> asyncssh.SSHClientConnection:
        """Nothing of the account's own settings is used: no agent, no known_hosts, no configuration."""
        setting = self.setting
        return await asyncssh.connect(
            setting.host,
            setting.port,
            username=setting.user,
            client_keys=[asyncssh.import_private_key(credential(setting.key_name, self.home))],
            known_hosts=([asyncssh.import_public_key(setting.host_key)], [], []),
            agent_path=None,
            config=[],
            connect_timeout=setting.timeout,
            login_timeout=setting.timeout,
        )


@dataclass(frozen=True)
class SftpDisk:
    """The disk at the other end (see kiosk.exchange.destinations.disk.Disk)."""

    run: Run
    client: asyncssh.SFTPClient
    timeout: float

    def put(self, path: Path, content: bytes) -> None:
        """See Disk."""
        self._done(self._put(str(path), str(path.with_name(f".{path.name}.part")), content))

    def settle(self, folder: Path) -> None:
        """See Disk; SFTP forces no list of names, so what matters is that the folder is there."""
        if not self._done(self.client.isdir(str(folder))):
            raise OSError(errno.ENOENT, "no such folder")

    def digest(self, path: Path) -> str | None:
        """See Disk."""
        content = self.read(path)
        return None if content is None else hashlib.sha256(content).hexdigest()

    def read(self, path: Path) -> bytes | None:
        """See Disk."""
        try:
            return bytes(self._done(self._read(str(path))))
        except FileNotFoundError:
            return None

    def listed(self, folder: Path) -> list[tuple[str, str, int]]:
        """See Shelf."""
        every = self._done(self.client.readdir(str(folder)))
        return [(str(item.filename), f"{item.attrs.mtime} {item.attrs.size}", item.attrs.size or 0) for item in every]

    def replace(self, path: Path, content: bytes) -> None:
        """See Disk."""
        self._done(self._replace(str(path), f"{path}.{os.getpid()}", content))

    def make(self, folder: Path) -> None:
        """See Disk; a receiver's folder is made by the receiver."""
        self.settle(folder)

    async def _replace(self, path: str, part: str, content: bytes) -> None:
        async with self.client.open(part, "wb") as file:
            await file.write(content)
        await self.client.posix_rename(part, path)

    async def _put(self, path: str, part: str, content: bytes) -> None:
        async with self.client.open(part, "wb") as file:
            await file.write(content)
            with contextlib.suppress(asyncssh.SFTPOpUnsupported):
                await file.fsync()
        try:
            await self.client.rename(part, path)  # not the posix one, which replaces
        except asyncssh.SFTPError:
            taken = await self.client.exists(path)
            await self.client.remove(part)
            if taken:
                raise FileExistsError(errno.EEXIST, "taken") from None
            raise

    async def _read(self, path: str) -> bytes:
        async with self.client.open(path, "rb") as file:
            content: bytes = await file.read()
            return content

    def _done(self, work: Coroutine[Any, Any, T]) -> T:
        """What came of it in time; what the server says as the error a disk would raise."""
        try:
            return self.run(asyncio.wait_for(work, self.timeout))  # type: ignore[no-any-return]  # a loop is not typed
        except asyncssh.SFTPError as error:
            raise OSError(_ERRNO.get(type(error), errno.EIO), "sftp") from None
        except TimeoutError:
            raise OSError(errno.ETIMEDOUT, "sftp") from None


def _away(code: str, detail: str) -> DeliveryFailed:
    return DeliveryFailed(failure=Failure.UNREACHABLE, code=code, detail=detail)
