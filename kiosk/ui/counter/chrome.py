"""What stands around the steps: header, notices, what is asked when a visit is left, and the keys."""

from PySide6.QtWidgets import QVBoxLayout

from kiosk.flow.pages import CounterPage
from kiosk.ui.counter.aside_panel import AsidePanel
from kiosk.ui.counter.header import Header
from kiosk.ui.counter.key_bar import KeyBar
from kiosk.ui.counter.leaving import Leaving
from kiosk.ui.counter.step_views import StepViews
from kiosk.ui.host import Host
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.notice_area import NoticeArea
from kiosk.ui.widgets.panels import holder


class Chrome(StepViews):
    """The parts of the window that every step has."""

    def __init__(self, kit: Kit, host: Host, first: CounterPage) -> None:
        super().__init__(kit, host, first)
        self.header, self.keys, self.notices = Header(kit), KeyBar(kit), NoticeArea(kit)
        self.leaving = Leaving(self.keys.leave, AsidePanel(kit, self.splitter))
        self._arrange()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        side, top = self.kit.look.dp(16), self.kit.look.dp(12)
        left.setContentsMargins(side, top, side, 0)
        left.addWidget(self.stack)
        self.splitter.addWidget(holder(left))
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.header, self.notices, self.splitter, self.keys):
            whole.addWidget(widget, 1 if widget is self.splitter else 0)
        self.setCentralWidget(holder(whole))
        self.leaving.panel.setParent(self.centralWidget())
        self.share()

    def _say(self, key: str, **values: str) -> None:
        self.notices.say(self.kit.words(key, **values))
        self._unsay()

    def _unsay(self) -> None:
        """Nothing of the window itself is said any more, but what waits to be said."""
        self.leaving.forget()
        self.notices.present(self.page)
