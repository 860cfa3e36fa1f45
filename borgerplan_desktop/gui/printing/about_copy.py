"""What is said of a copy before it is printed or saved: why it is made, and whether it has a password."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from borgerplan_desktop.casework.papers.what_for import LONGEST
from borgerplan_desktop.gui.appearance.combo import calm_combo, ignore_wheel
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _


class AboutCopy(QWidget):
    """The usual purpose stands there: whoever has the citizen before them need not think of it."""

    def __init__(self, may_lock: bool, parent: QWidget, *, beside: bool = True) -> None:
        """`beside` each other, or one below the other in a narrow dialog."""
        super().__init__(parent)
        self.purpose = calm_combo(ignore_wheel(QComboBox(self)))
        self.purpose.setEditable(True)
        self.purpose.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.purpose.setAccessibleName(_("What it is made for"))
        if (line := self.purpose.lineEdit()) is not None:
            line.setMaxLength(LONGEST)
            line.setAccessibleName(self.purpose.accessibleName())
        self.lock_box = WrappedCheck(_("Save it with a password"), self)
        self.lock_box.setVisible(may_lock)
        direction = QBoxLayout.Direction
        row = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10 if beside else 4)
        row.addWidget(plain_label(_("What it is made for"), "small", self))
        row.addWidget(self.purpose, 1)
        row.addWidget(self.lock_box, 1)
        if beside:
            row.setAlignment(self.lock_box, Qt.AlignmentFlag.AlignVCenter)

    def offer(self, purposes: Sequence[str]) -> None:
        """Other purposes from now on; what somebody has written or chosen stays, where it is none of the old ones."""
        said, old = self.words, [self.purpose.itemText(n) for n in range(self.purpose.count())]
        if list(purposes) == old:
            return
        self.purpose.clear()
        self.purpose.addItems(list(purposes))
        own = bool(said) and (said not in old or said in purposes and said != old[0])
        self.purpose.setCurrentText(said if own else next(iter(purposes), ""))

    @property
    def words(self) -> str:
        return self.purpose.currentText().strip()
