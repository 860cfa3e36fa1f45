"""Two services that may be one: what they say differently, field by field, before they are made one."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.coming_services import Coming
from borgerplan_desktop.casework.directory.services import COMPARED, merge_services, says_the_same
from borgerplan_desktop.casework.directory.table_columns import LABELS
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.directory.differences_table import Difference, DifferencesTable
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.directory import Service

LEAST = 150                                              # design pixels of the table


class TwoSayings(CaseDialog):
    """What stands here and what the other says, a row each; ticked is taken."""

    drawn = (860, 520)

    def __init__(self, desk: Desk, title: str, words: str, rows: list[Difference], headings: tuple[str, str, str],
                 verb: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, title)
        self.table = DifferencesTable(rows, headings, self)
        self.table.setMinimumHeight(px(LEAST))
        self.table.setVisible(bool(rows))
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave, self.agree = button(_("Cancel"), parent=self), button(verb, "check", "primary", self)
        self.agree.setDefault(True)
        column, row, scroll = QVBoxLayout(self), QHBoxLayout(), DialogScroll(self, 10)
        column.setContentsMargins(28, 24, 28, 20)
        column.addWidget(scroll)
        for each in (plain_label(title, "title", self, wrap=True), plain_label(words, "", self, wrap=True)):
            scroll.body.addWidget(each)
        scroll.body.addWidget(self.table, 1)
        if not rows:
            scroll.body.addStretch(1)
        column.addWidget(self.trouble)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.agree)
        column.addLayout(row)
        self.say_refusal("", self.trouble)
        self.leave.clicked.connect(self.reject)
        self.agree.clicked.connect(self._on_agree)
        (self.table if rows else self.agree).setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_agree(self) -> None:
        self.accept()


class MergeServices(TwoSayings):
    def __init__(self, desk: Desk, kept: Service, other: Service, parent: QWidget | None = None) -> None:
        rows = [Difference(name, _(LABELS[name]), getattr(kept, name), getattr(other, name)) for name in COMPARED
                if name in LABELS and not says_the_same(name, getattr(kept, name), getattr(other, name))]
        super().__init__(
            desk, _("Are they one?"), _(
                "This one is kept and speaks for both in every plan. It gets what only the other knows; tick what it "
                "shall have as the other says it."), rows,
            (_("What"), _("This one"), _("The other")), _("They are one"), parent)
        self._kept, self._other = kept, other

    def _on_agree(self) -> None:
        if self._kept.exists and self._other.exists and self._desk.do(
                merge_services, self._kept, self._other, self.table.taken) == "stored":
            self.accept()


class SameInFile(TwoSayings):
    """What a line of a file says of one that is here."""

    def __init__(self, desk: Desk, line: Coming, parent: QWidget | None = None) -> None:
        known = line.known
        assert known is not None
        rows = [Difference(name, _(LABELS[name]), getattr(known, name), line.values[name]) for name in line.differing]
        super().__init__(
            desk, known.name, _("What stands here stays, and gets what only the file knows. Tick what it shall have "
                                "as the file says it.") if rows else
            _("The file says nothing else than what stands here."), rows,
            (_("What"), _("Here"), _("In the file")), _("Choose this"), parent)
        self.table.begin_with(line.taken)
