"""A row of the plan: its words as on paper, and behind a quiet button who and when can be changed."""
from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.gui.appearance.combo import calm_combo, ignore_wheel, turns
from borgerplan_desktop.gui.appearance.sizes import fit_sizes, remember_sizes
from borgerplan_desktop.gui.appearance.theme import px, restyle, scale
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import LONGEST_ROW, plain_label
from borgerplan_desktop.model.text import shortened

W = TypeVar("W", bound=QWidget)
FIELD, LEAST = 36, 90                                    # design pixels


class MetaButton(QPushButton):
    """"Eva · 9. mar." in small type; opens the details."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("kind", "meta")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """However long a provider is called, the page is not made wider by it."""
        return super().minimumSizeHint().boundedTo(QSize(px(LEAST), 10 ** 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - 2 * px(6) - 2
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)  # type: ignore
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def say(self, text: str, late: bool = False) -> None:
        text = shortened(text, LONGEST_ROW)
        self.setText((text or self._name).replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {text}" if text else self._name)
        state = "late" if late else "" if text else "empty"
        if self.property("state") != state:
            self.setProperty("state", state)
            restyle(self)



def beside_line(widget: W) -> W:
    """A label or tick that stands level with the first line of the text beside it."""
    widget.setProperty("beside", "line")                 # the style sheet's: its own height of a tick would win
    return widget


class Details(QWidget):
    """Fields one under the other, made when they are first looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 2, 0, 8)
        column.setSpacing(6)
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(self.form)
        self.column = column

    def add(self, name: str, field: QWidget) -> None:
        label = plain_label(name, "small", self)
        remember_sizes(label, QSize(0, FIELD), None)
        fit_sizes(label, scale())
        label.setBuddy(field)
        field.setAccessibleName(name)
        if isinstance(field, QComboBox):                 # however long a goal or a service is called
            calm_combo(field)
        elif turns(field):
            ignore_wheel(field)
        self.form.addRow(label, field)


class RowWidget(QWidget):
    """Base of rows with details: `show_details` makes and shows them. `gone_wanted` asks to delete the row."""

    gone_wanted = Signal()
    move_wanted = Signal(int)                            # -1 up, 1 down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details: Details | None = None

    def make_details(self) -> Details:
        """Fields to change who and when; each kind of row puts its own into it."""
        return Details(self)

    def layout_for_details(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout

    def show_details(self, on: bool) -> None:
        if on and self.details is None:
            self.details = self.make_details()
            self.layout_for_details().addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(on)
            if on and self.isVisible():
                QTimer.singleShot(0, self, self._show_opened)            # once the page knows how tall it is

    def _show_opened(self) -> None:
        """Scroll so far that what was opened is in sight, the row itself first."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        content = page.widget() if page is not None else None
        if page is None or content is None or self.details is None or self.details.isHidden():
            return
        top, bar, view = self.mapTo(content, QPoint(0, 0)).y(), page.verticalScrollBar(), page.viewport().height()
        bottom = self.details.mapTo(content, QPoint(0, self.details.height())).y()
        if bottom > bar.value() + view:
            bar.setValue(min(top, bottom - view) + px(8 if bottom - view < top else -8))

    def delete_button(self, text: str) -> QPushButton:
        made = button(text, "close", "quiet", self)
        made.clicked.connect(self.gone_wanted)
        return made
