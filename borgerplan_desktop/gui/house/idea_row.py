"""One idea: as it was said, where and when, how far we are, and what came of it."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.house import ideas as casework
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import DateField, TextField
from borgerplan_desktop.gui.house.name_hint import NameHint
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus

KIND = {IdeaStatus.HEARD: "line", IdeaStatus.LOOKING: "soft", IdeaStatus.DONE: "good",
        IdeaStatus.NOT_POSSIBLE: "soft"}
BESIDE = 760                                             # design pixels from which on the answer stands beside it


class IdeaRow(Card):
    def __init__(self, desk: Desk, idea: HouseIdea, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, self._idea, self._choosing = desk, idea, False
        self.body.setContentsMargins(16, 10, 14, 12)
        self.said, self.state = plain_label("", "small", self, wrap=True), Pill(parent=self)
        self.gone = icon_button("close", "", self)
        self.words, self.answer = citizens_own(GrowingTextEdit("", 2, 8, self)), GrowingTextEdit("", 2, 8, self)
        self.answer.setPlaceholderText(_("What we did, or why it cannot be done"))
        self.where, self.said_on, self.status = QLineEdit(self), DateEdit(parent=self), calm_combo(QComboBox(self))
        self.said_on.look(Toward.BACK)
        self.poster = WrappedCheck(_("On the poster"), self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.state)
        top.addWidget(self.gone)
        beside = SideBySide(BESIDE, 14, self)
        beside.add(self._named(_("As it was said"), self.words))
        beside.add(self._named(_("What came of it"), self.answer))
        grid = FieldGrid(180, 3, self)
        for name, field in ((_("How far we are"), self.status), (_("Where"), self.where), (_("Said on"), self.said_on)):
            grid.add_named(name, field)
        self.body.addLayout(top)
        for each in (beside, NameHint(desk, self.words, self), NameHint(desk, self.answer, self), grid, self.poster,
                     self.trouble):
            self.body.addWidget(each)
        for each in IdeaStatus:
            self.status.addItem(_(each.label), each.value)
        for bound in (TextField(self.words, desk, HouseIdea.words, casework.CHANGED),
                      TextField(self.answer, desk, HouseIdea.answer, casework.CHANGED),
                      TextField(self.where, desk, HouseIdea.where, casework.CHANGED),
                      DateField(self.said_on, desk, HouseIdea.said_on, casework.CHANGED, casework.said_on)):
            bound.show_row(idea)
        # Signals
        self.status.activated.connect(self._on_status)
        self.poster.clicked.connect(self._on_poster)
        self.gone.clicked.connect(self._on_gone)
        desk.refused.connect(self._on_refused)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """As it is now."""
        idea, today = self._idea, self._desk.opened.today()
        if not idea.exists:
            return
        self.said.setText(_("Said {date}").format(date=day(idea.said_on, today)))
        late = idea.answered_on is None and idea.said_on + casework.ANSWER_WITHIN <= today
        self.state.say(_("Has waited long for an answer") if late else _(idea.status.label),
                       "warn" if late else KIND[idea.status], "clock" if late else
                       "check" if idea.status is IdeaStatus.DONE else "")
        self.status.setCurrentIndex(self.status.findData(idea.status.value))
        self.poster.setChecked(idea.on_poster)
        self.setAccessibleName(idea.words)
        self.gone.setAccessibleName(_("Remove: {what}").format(what=idea.words))

    def _named(self, name: str, edit: GrowingTextEdit) -> QWidget:
        box, label = QWidget(self), plain_label(name, "smallbold", self)
        label.setBuddy(edit)
        edit.setAccessibleName(name)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(edit)
        column.addStretch(1)
        return box

    def _on_status(self, index: int) -> None:
        if not self._idea.exists:
            return
        self._desk.settle.emit()                         # what was just written counts
        self.trouble.hide()
        self._choosing = True
        self._desk.do(casework.came_to, self._idea, IdeaStatus(self.status.itemData(index)))
        self._choosing = False
        self.refresh()

    def _on_poster(self, on: bool) -> None:
        if self._idea.exists:
            self._desk.do(casework.hang, self._idea, on)

    def _on_refused(self, sentence: str, _field: str) -> None:
        if self._choosing:
            say(self.trouble, sentence)
            self._desk.said()
            self.answer.setFocus()

    def _on_gone(self) -> None:
        self._desk.settle.emit()
        self._desk.do(casework.remove_idea, self._idea)
