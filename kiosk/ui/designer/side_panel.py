"""The right side: tabs 欄, 条件 and 見本 of what is chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.model.base import Issue
from kiosk.ui.designer.box_panel import BoxPanel
from kiosk.ui.designer.form_panel import FormPanel
from kiosk.ui.designer.many_panel import ManyPanel
from kiosk.ui.designer.rule_panel import RulePanel
from kiosk.ui.designer.sample_panel import SamplePanel
from kiosk.ui.tokens import Level
from kiosk.ui.widgets.button import Button, Rank, only
from kiosk.ui.widgets.flow_layout import flow
from kiosk.ui.widgets.panels import AIR, column, holder, pressed, scrolling

if TYPE_CHECKING:
    from kiosk.ui.designer.kit import DesignKit
    from kiosk.ui.designer.ports import Sheet

TABS = ("box", "rule", "sample")


class SidePanel(QWidget):
    """`edited` carries an edit, `changed` the sheet after boxes were looked at or given a picture, `tried` a person,
    `versioned` a first day and a paper.
    """

    edited = Signal(object)
    changed = Signal(object)
    tried = Signal(str)
    versioned = Signal(object, str)

    def __init__(self, kit: DesignKit) -> None:
        super().__init__()
        self._kit = kit
        words, gap = kit.words, kit.look.dp(8)
        self.tabs = {tab: Button(kit, words(f"designer-tab-{tab}"), rank=Rank.NAV, level=Level.DENSE) for tab in TABS}
        self.box, self.many, self.form = BoxPanel(kit), ManyPanel(kit), FormPanel(kit)
        self.rule, self.sample = RulePanel(kit), SamplePanel(kit)
        boxes = column(self.form, self.box, self.many, gap=gap, margins=AIR)
        boxes.addStretch(1)
        self.stack = QStackedWidget()
        for content in (holder(boxes), self._alone(self.rule), self._alone(self.sample)):
            self.stack.addWidget(scrolling(kit, content))
        self.setLayout(column(flow(*self.tabs.values(), gap=gap), self.stack, gap=gap, margins=(gap, gap, 0, 0)))
        for tab, button in self.tabs.items():
            pressed(button, partial(self.turn, tab))
        for panel in (self.box, self.many, self.form, self.rule):
            panel.edited.connect(self.edited.emit)
        for looked in (self.box, self.many):
            looked.settled.connect(lambda boxes: self.changed.emit(kit.designing.settle(boxes)))
        self.box.pictured.connect(self._lay_picture)
        self.sample.meant.connect(self.tried.emit)
        self.form.versioned.connect(self.versioned.emit)
        self.turn("box")

    def _alone(self, panel: QWidget) -> QWidget:
        body = column(panel, gap=0, margins=AIR)
        body.addStretch(1)
        return holder(body)

    def _lay_picture(self, box: str, name: str, found: bool) -> None:  # noqa: FBT001 - Qt's signal
        """A picture is fetched from elsewhere, or one of the folder is called otherwise."""
        port = self._kit.designing
        sheet = port.lay_picture(box, Path(name)) if found else port.rename_picture(box, name)
        if isinstance(sheet, Issue):
            self.box.picture.field.refuse(str(sheet))
        else:
            self.changed.emit(sheet)

    def turn(self, tab: str) -> None:
        """Show one of the tabs."""
        only(self.tabs[tab], list(self.tabs.values()))
        self.stack.setCurrentIndex(TABS.index(tab))

    def offer(self) -> None:
        """Facts, groups and people as they are now."""
        port = self._kit.designing
        facts, groups = port.facts(), port.groups()
        self.box.offer(facts, dict(groups))
        self.many.offer(groups)
        self.form.offer(groups)
        self.sample.offer(port.people())

    def present(self, sheet: Sheet | None, chosen: tuple[str, ...]) -> None:
        """Show what is chosen."""
        self.setVisible(sheet is not None)
        if sheet is None:
            return
        boxes = [box for box in sheet.template.boxes if box.id in chosen]
        one = boxes[0] if len(boxes) == 1 else None
        self.form.setVisible(not boxes)
        self.box.setVisible(one is not None)
        self.many.setVisible(bool(boxes))
        self.form.present(sheet)
        if one is not None:
            self.box.present(sheet, one, self._kit.designing.explain(one.id))
        if boxes:
            self.many.present(sheet, chosen)
        self.rule.present(sheet, one)
        self.sample.present(sheet)
