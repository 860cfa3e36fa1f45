"""A note from anywhere in a citizen's case: Ctrl+N, the words, Esc."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_box import NoteBox
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.plan import Goal, current_plan

ID = Qt.ItemDataRole.UserRole
ROWS = 5                                                 # goals in sight


class QuickNote(CaseDialog):
    """The keyboard begins in the words; however the window is left, what is written is a note."""

    drawn = (640, 600)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        name = desk.case.the(Citizen).first_name
        self.box = NoteBox(desk, None, parent=self)
        self.goals = QListWidget(self)
        self.goals.setAccessibleName(_("Which goals is it about?"))
        self.goals_label = plain_label(_("Which goals is it about? None: the course as a whole."), "smallbold", self,
                                       wrap=True)
        for goal in current_plan(desk.case).goals:
            item = QListWidgetItem(goal.title.strip() or _("A goal without words yet"), self.goals)
            item.setData(ID, goal.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.goals.setCurrentRow(0)                      # the space bar ticks it at once
        rows = min(ROWS, self.goals.count())
        self.goals.setFixedHeight(rows * px(30) + px(10))
        for widget in (self.goals, self.goals_label):
            widget.setVisible(rows > 0)
        self.close_button = button(_("Close"), "", "", self)
        self.close_button.setAutoDefault(False)
        body = DialogScroll(self)
        for widget in (self.box, self.goals_label, self.goals):
            body.body.addWidget(widget)
        body.body.addStretch(1)
        buttons = QHBoxLayout()
        hint = plain_label(_("Ctrl+Enter ends the note. Ctrl+Z takes it back."), "small", self, wrap=True)
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 18)
        column.setSpacing(10)
        column.addWidget(plain_label(_("A note about {name}").format(name=name) if name else _("A note"), "title", self,
                                     wrap=True))
        column.addWidget(body, 1)
        column.addLayout(buttons)
        # Signals
        self.goals.itemChanged.connect(self._on_goals)
        self.box.closed.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):       # wherever the keyboard is, as is said below
            QShortcut(QKeySequence(keys), self).activated.connect(self.box.finish)
        self.box.edit.setFocus()

    def show_row(self, row_id: str) -> None:
        """Tick the goal of this id."""
        for row in range(self.goals.count()):
            if (item := self.goals.item(row)).data(ID) == row_id:
                item.setCheckState(Qt.CheckState.Checked)
                self.goals.scrollToItem(item)

    def reject(self) -> None:
        """Also Esc, another citizen and the lock: nothing written is let go of."""
        if self.isVisible():
            self.box.leave()
        super().reject()

    def _on_goals(self) -> None:
        ids = [item.data(ID) for item in (self.goals.item(row) for row in range(self.goals.count()))
               if item.checkState() is Qt.CheckState.Checked]
        self.box.about_goals([goal for id in ids if (goal := self._desk.case.get(Goal, id)) is not None])
