"""Where the passage under the cursor went, the way there, and that it is not settled after all."""
from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from borgerplan_desktop.casework.plan.taking_over import let_go
from borgerplan_desktop.gui.earlier.become import FIELDS
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.papers import Passage, PassageUse
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.settled import became


class PassageStrip(QFrame):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._passages: tuple[Passage, ...] = ()
        self.setProperty("role", "soft")
        self.said = ElidedLabel("", self, "small")
        self.go_button = button(_("Go there"), "arrow_right", "ghost", self)
        self.free_button = icon_button("close", _("Not settled after all"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.addWidget(self.said, 1)
        row.addWidget(self.go_button)
        row.addWidget(self.free_button)
        self.go_button.clicked.connect(self._on_go)
        self.free_button.clicked.connect(self._on_free)

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        self._passages = passages
        self.setVisible(bool(passages))
        if passages:
            self.said.setText(" · ".join(went(each) for each in passages))
            self.go_button.setVisible(any(became(each) is not None for each in passages))

    def _on_go(self) -> None:
        row = next((row for each in self._passages if (row := became(each)) is not None), None)
        if row is not None:
            self._desk.go.emit("plan", row.id)

    def _on_free(self) -> None:
        for each in self._passages:
            if each.exists:
                self._desk.do(let_go, each)


def went(passage: Passage) -> str:
    """"Became the step »Ring til Eva«"."""
    row = became(passage)
    said = " ".join(_said(row).split())
    match passage.use:
        case PassageUse.LEFT_OUT:
            return _("Shall not come along")
        case PassageUse.OWN_WORDS:
            return _("Stands in own words: {field}").format(field=_(FIELDS.get(passage.field, passage.field)))
        case PassageUse.NOTE:
            return _("Stands as a note")
        case _ if said:
            return _("Became {what}: {words}").format(what=_(passage.use.label).lower(), words=said)
        case _:
            return _("Became {what}").format(what=_(passage.use.label).lower())


def _said(row: Row | None) -> str:
    match row:
        case Goal():
            return row.title
        case Step() | Agreement():
            return row.text
        case Intervention():
            return row.name
    return ""
