"""The plan begins with the citizen's own words, written as they are said."""
from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.gui.widgets.wrapped_line import QuietText
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.plan import Plan, current_plan
from borgerplan_desktop.model.row import Field

# label, question, always in sight: wording of the field and the question one would ask aloud
_FIELDS: tuple[tuple[Field, str, str, bool], ...] = (
    (Plan.hopes, N_("Hopes and dreams"), N_("What do you hope for? What do you dream of?"), True),
    (Plan.strengths, N_("Strengths"), N_("What are you good at? What have you managed before?"), True),
    (Plan.matters_now, N_("What matters most now"), N_("What matters most to you right now?"), True),
    (Plan.situation, N_("Situation"), N_("What does an ordinary day look like for you now?"), False),
    (Plan.help_wanted, N_("What I would like help with"),
     N_("What is hard – and what makes it easier, even a little?"), False),
    (Plan.can_do_myself, N_("What I can do myself"),
     N_("What needs doing, and what will you take on yourself?"), False),
)
INSIDE = 8                                               # pixels from the frame of a field to its words


class OwnWords(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("In own words"), "quote", parent)
        self._desk = desk
        self.body.setContentsMargins(18 - INSIDE, 9, 16, 11)
        self.head.setContentsMargins(INSIDE, 0, 0, 0)    # heading, labels and words begin at the same line
        self.body.setSpacing(4)
        self.edits: dict[str, QuietText] = {}
        self.columns = FieldGrid(270, 3, self)
        self.more = FieldGrid(270, 3, self)
        for field, name, question, always in _FIELDS:
            part = self.columns if always else self.more
            part.add(self._field(field, _(name), _(question), part))
        self.head.insertWidget(self.head.count() - 1, ElidedLabel(
            _("Write it as it is said. You can always correct it together."), self, "small"), 10)
        self.more_button = self.add_action(_("More questions"), "chevron_down")
        self.body.addWidget(self.columns)
        self.body.addWidget(self.more)
        self.more_button.clicked.connect(self.show_more)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_more(self) -> None:
        """Ask the rest too."""
        self.more.show()
        self.more_button.hide()
        self.edits[Plan.situation.key].setFocus()

    def _field(self, field: Field, name: str, question: str, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        edit = QuietText(name, question, 1, 14, parent=box)
        label = plain_label(name, "smallbold", box)
        label.setBuddy(edit)
        label.setContentsMargins(INSIDE, 0, 0, 0)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(edit)
        column.addStretch(1)
        TextField(edit, self._desk, field, N_("Change own words")).show_row(current_plan(self._desk.case))
        self.edits[field.key] = edit
        return box

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Plan):
            self._refresh()

    def _refresh(self) -> None:
        """The later questions come into sight when one of them has an answer."""
        plan = current_plan(self._desk.case)
        if any(getattr(plan, field.key).strip() for field, _name, _question, always in _FIELDS if not always):
            self.more.show()
            self.more_button.hide()
        elif self.more_button.isVisibleTo(self) or not self.isVisible():
            self.more.hide()
