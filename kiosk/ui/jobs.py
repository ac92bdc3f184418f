"""Work that may be slow (store, courier, card reader, printer) on a thread of its own, answered on the UI thread."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.model.errors import SiteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

A = TypeVar("A")
T = TypeVar("T")
WATCHDOG_MS = 5_000


class Jobs(QObject):
    """One worker thread: jobs run one after the other, each answer comes back through the event loop.

    `slow` is emitted when a job has not answered within five seconds; it goes on and may still answer.
    """

    slow = Signal()
    _finished = Signal(object, object, object)

    def __init__(self, *, name: str = "device", watchdog_ms: int = WATCHDOG_MS) -> None:
        super().__init__()
        self.setObjectName(name)
        self._watchdog_ms, self.running, self._open = watchdog_ms, 0, True
        self._finished.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        """The thread; it begins with the first job, and so does the import of its machinery."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self.objectName())

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[SiteError], None] | None = None,
        broke: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do `work` on the thread, then `done(result)` here.

        A SiteError goes to `failed`; anything else is a bug and goes to `broke`, or is raised here for the hooks.
        After `close` nothing is done any more.
        """
        if not self._open:
            return
        self.running += 1
        future = self._pool.submit(work)
        watch = QTimer(self)
        watch.setSingleShot(True)
        watch.timeout.connect(self.slow)
        watch.start(self._watchdog_ms)

        def tell(finished: Future[T]) -> None:
            self._finished.emit(finished, (done, failed, broke), watch)

        future.add_done_callback(tell)

    def _answer(self, future: Future[Any], ways: tuple[Callable[..., None], Any, Any], watch: QTimer) -> None:
        self.running -= 1
        if not self._open:
            return
        watch.stop()
        watch.deleteLater()
        done, failed, broke = ways
        error = None if future.cancelled() else future.exception()
        match error:
            case None:
                done(future.result())
            case SiteError() if failed is not None:
                failed(error)
            case _ if broke is not None:
                broke(error)
            case _:
                raise error

    def close(self, *, finish: bool = False) -> None:
        """Take no more work and forget what still runs, or with `finish` wait until it is done; twice does no harm."""
        self._open = False
        for watch in self.findChildren(QTimer):
            watch.stop()
        if "_pool" in self.__dict__:
            self._pool.shutdown(wait=finish, cancel_futures=not finish)


class Errands:
    """Jobs of one page: what comes back after the page was wiped is dropped, so that it reaches nobody else's visit."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs, self._turn = jobs, 0

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[SiteError], None] | None = None,
        broke: Callable[[BaseException], None] | None = None,
    ) -> None:
        """As `Jobs.run`, for the page as it is now."""
        self._jobs.run(
            work, done=self._still(done), failed=failed and self._still(failed), broke=broke and self._still(broke)
        )

    def _still(self, hear: Callable[[A], None]) -> Callable[[A], None]:
        turn = self._turn
        return lambda answer: hear(answer) if turn == self._turn else None

    def drop(self) -> None:
        """The page was wiped: nobody waits any more."""
        self._turn += 1
