"""Showing and hiding a part; a part that is in no window yet must not become a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def appear(widget: QWidget, *, on: bool) -> None:
    """setVisible for parts: before it has a parent, a part to be shown only forgets that it was hidden."""
    if on and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)  # noqa: FBT003 - Qt's call
    else:
        widget.setVisible(on)
