"""The plan begins with the citizen's own words, written as they are said."""
from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.own_field import FIRST, INSIDE, OWN_WORDS, OwnField
from borgerplan_desktop.gui.widgets.balanced_columns import BalancedColumns
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.gui.widgets.wrapped_line import QuietText
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.plan import Plan


class OwnWords(Card):
    """Hopes, strengths and what matters now; the rest is a press away, so that the goals are in sight."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("In own words"), "quote", parent)
        self.body.setContentsMargins(18 - INSIDE, 9, 16, 11)
        self.head.setContentsMargins(INSIDE, 0, 0, 0)    # heading, labels and words begin at the same line
        self.body.setSpacing(4)
        self.columns = BalancedColumns(270, 3, self)
        self.fields: list[OwnField] = []
        self.edits: dict[str, QuietText] = {}
        for number, (field, name, questions) in enumerate(OWN_WORDS):
            part = OwnField(desk, field, _(name), questions, self.columns)
            part.setVisible(number < FIRST)
            self.fields.append(part)
            self.edits[field.key] = part.edit
            self.columns.add(part, part.tall)
        self.head.insertWidget(self.head.count() - 1, ElidedLabel(
            _("Write it as it is said. You can always correct it together."), self, "small"), 10)
        self.more_button = self.add_action(_("More questions"), "chevron_down")
        self.body.addWidget(self.columns)
        self._all = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.columns.deal)
        self.more_button.clicked.connect(self._on_more)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_more(self) -> None:
        """Ask the rest too."""
        self._show_all(True)
        self.edits[Plan.situation.key].setFocus()

    def first_to_write(self) -> QuietText:
        """The first of those in sight that is empty, or else the first."""
        seen = [part for part in self.fields if not part.isHidden()]
        return next((part.edit for part in seen if not part.is_answered), seen[0].edit)

    def _on_more(self) -> None:
        if self._all:
            self._show_all(False)
            self.more_button.setFocus()
        else:
            self.show_more()

    def _show_all(self, on: bool) -> None:
        self._all = on
        for part in self.fields[FIRST:]:
            part.setVisible(on)
        self.columns.deal()
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(Plan):
            return
        self._refresh()
        if not any(edit.hasFocus() for edit in self.edits.values()):
            self._soon.start()                           # undone, or written by a colleague: none is torn from a hand

    def _refresh(self) -> None:
        """What the button opens: more questions, or words that are already there."""
        said = sum(part.is_answered for part in self.fields[FIRST:])
        text = _("Fold in") if self._all else ngettext(
            "{n} more answer", "{n} more answers", said).format(n=said) if said else _("More questions")
        self.more_button.setText(text)
        self.more_button.setAccessibleName(text)
        set_button_icon(self.more_button, "chevron_up" if self._all else "chevron_down")
