"""What is to be known of a box beside what it says: that it changed, and what of it would not be printed or taken."""

from collections.abc import Iterator

from kiosk.flow.actions import Step
from kiosk.flow.left import Gate, GateEntry
from kiosk.flow.pages import CounterPage
from kiosk.ui.kit import Kit
from kiosk.ui.ports import PlacedBox


class PaperWarnings:
    """Read off a page, from the check of the answers on; a caution that was looked at is still told."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.changed: frozenset[str] = frozenset()
        self._entries: tuple[GateEntry, ...] = ()
        self._page = CounterPage(step=Step.START)

    def present(self, page: CounterPage) -> None:
        """Know the page."""
        if page.groups is not self._page.groups or page.gate is not self._page.gate:
            self.changed = frozenset(row.path for group in page.groups for row in group.rows if row.changed)
            self._entries = tuple(entry for entry in page.gate if entry.kind is Gate.PRINT and entry.path)
        self._page = page

    def __bool__(self) -> bool:
        return bool(self._entries)

    def about(self, box: PlacedBox, title: str) -> bool:
        """Whether anything of a box of the form of this title would not be printed or taken."""
        return next(self._of(box, title), None) is not None

    def told(self, box: PlacedBox, title: str) -> list[str]:
        """All of it in words."""
        words = self._kit.words
        changed = [] if self.changed.isdisjoint(box.paths) else [words("check-changed")]
        return [*changed, *(f"{entry.what}\u3000{entry.why}".strip() for entry in self._of(box, title))]

    def _of(self, box: PlacedBox, title: str) -> Iterator[GateEntry]:
        """A caution is about one box of one form; what a receiver refuses about the fact, wherever it stands."""
        for entry in self._entries:
            named = not entry.id or (entry.what.endswith(f" {box.label}") and _of_form(entry, box, title))
            if entry.path in box.paths and named:
                yield entry


def _of_form(entry: GateEntry, box: PlacedBox, title: str) -> bool:
    return title.startswith(entry.what.removesuffix(f" {box.label}"))
