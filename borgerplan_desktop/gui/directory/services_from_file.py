"""Services from a spreadsheet: how its columns are understood and what would come in, before anything is written."""
from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.directory.coming_services import How, Look, coming
from borgerplan_desktop.casework.directory.services_files import what_is_not_read
from borgerplan_desktop.casework.directory.take_in_services import take_in_apart
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, StoreTrouble
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.store_messages import told
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.directory.columns_of_file import ColumnsOfFile
from borgerplan_desktop.gui.directory.coming_services_table import ComingServicesTable
from borgerplan_desktop.gui.directory.merge_services import SameInFile
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _, counted, listed, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.text import shortened

LEAST = 220                                              # design pixels of the table


class ServicesFromFile(CaseDialog):
    """`taken(n)` when so many are in the directory."""

    drawn = (1040, 660)
    taken = Signal(int)

    def __init__(self, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        title = _("Which services come along from the file?")
        super().__init__(desk, parent, title)
        self._look = look
        self.waiting: JobProgress | None = None
        self.told = plain_label("", "", self, wrap=True)
        self.behind = plain_label(" ".join(what_is_not_read(look.table)), "smallwarn", self, wrap=True)
        self.behind.setVisible(bool(self.behind.text()))
        self.columns_button = button("", "edit", "quiet", self)
        self.columns_button.setCheckable(True)
        self.columns = ColumnsOfFile(look, self)
        self.table = ComingServicesTable(self)
        self.table.setMinimumHeight(px(LEAST))
        self.all, self.none = button(_("Tick all"), "check", "quiet", self), button(_("Tick none"), "", "quiet", self)
        self.compare = button(_("See the differences …"), "search", "quiet", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave, self.take = button(_("Cancel"), parent=self), button("", "", "primary", self)
        self.take.setDefault(True)
        for each in (self.columns_button, self.all, self.none, self.compare):
            each.setAutoDefault(False)
        self._lay_out(plain_label(title, "title", self, wrap=True))
        self.say_refusal("", self.trouble, self.table)
        # Signals
        self.columns_button.toggled.connect(self.columns.setVisible)
        self.columns.changed.connect(self._look_anew)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.compare.clicked.connect(self.show_differences)
        self.table.coming.changed.connect(self._show_chosen)
        self.table.selectionModel().currentChanged.connect(self._show_compare)
        self.leave.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_take)
        desk.changed.connect(self._on_changed)
        # Initial update
        self.columns.setVisible("name" not in look.columns)
        self.columns_button.setChecked("name" not in look.columns)
        self._look_anew()
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, title: QWidget) -> None:
        outer, tools, row, body = QVBoxLayout(self), QWidget(self), QHBoxLayout(), DialogScroll(self, 10)
        flow = FlowLayout(tools, 6)
        outer.setContentsMargins(32, 24, 28, 22)
        outer.setSpacing(10)
        outer.addWidget(body)
        for each in (title, self.told, self.behind, self.columns_button, self.columns):
            body.body.addWidget(each)
        for each in (self.all, self.none, self.compare):
            flow.addWidget(each)
        body.body.addWidget(tools)
        body.body.addWidget(self.table, 1)
        outer.addWidget(self.trouble)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        outer.addLayout(row)

    # ------------------------------------------------------------------ showing
    def _look_anew(self) -> None:
        """The lines as the columns are understood now; what was ticked before is as a line that is read now."""
        lines = coming(self._desk.case, self._look)
        self.table.show_lines(lines)
        n = len(lines)
        said = [ngettext("{n} line in the file.", "{n} lines in the file.", n).format(n=counted(n))]
        if left := self._look.not_read:
            said.append(_("These columns are not read: {headings}.").format(
                headings=listed([f"»{shortened(each, 40)}«" for each in left])))
        self.told.setText(" ".join(said))
        k, of = len(self._look.columns), max((len(row) for row in self._look.table.rows), default=0)
        words = _("{known} of {all} columns are understood: see them, and change them").format(known=k, all=of)
        self.columns_button.setText(words)
        self.columns_button.setAccessibleName(words)
        if "name" not in self._look.columns:
            say(self.trouble, _("Say which column holds the name of the service."))

    def _show_chosen(self) -> None:
        n = sum(each.how is not How.LEFT for each in self.table.coming.lines)
        self.take.setText(ngettext("Take in {n} service", "Take in {n} services", n).format(n=counted(n)) if n else
                          _("Take services in"))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(n > 0)
        self.trouble.hide()
        self._show_compare()

    def _show_compare(self) -> None:
        row, lines = self.table.marked(), self.table.coming.lines
        line = lines[row] if 0 <= row < len(lines) else None
        self.compare.setEnabled(line is not None and line.how is How.SAME and bool(line.differing))

    def _on_changed(self, changes: Changes) -> None:
        """A colleague may have taken in the same file meanwhile."""
        if self.isVisible() and self.waiting is None and changes.touches(Service):
            self._look_anew()

    # ------------------------------------------------------------------ choosing
    def _on_all(self) -> None:
        self.table.coming.tick_all(True)

    def _on_none(self) -> None:
        self.table.coming.tick_all(False)

    def show_differences(self) -> SameInFile | None:
        """What the line that is stood on says otherwise than what is here, to choose field by field."""
        row = self.table.marked()
        line = self.table.coming.lines[row] if row >= 0 else None
        if line is None or line.known is None or not line.known.exists:
            return None
        dialog = SameInFile(self._desk, line, self)
        dialog.accepted.connect(partial(self._on_compared, row, dialog))
        dialog.open()
        return dialog

    def _on_compared(self, row: int, dialog: SameInFile) -> None:
        self.table.coming.put(row, replace(self.table.coming.lines[row], taken=dialog.table.taken))

    # ------------------------------------------------------------------ taking in
    def _on_take(self) -> None:
        if self.waiting is not None:
            return
        self._desk.settle.emit()
        waiting = JobProgress(take_in_apart(self._desk.opened, self.table.coming.lines), _("The services come in."),
                              self, self)
        waiting.done.connect(self._on_done)
        waiting.failed.connect(self._on_failed)
        waiting.cancelled.connect(self._on_ended)
        self.take.setEnabled(False)
        self.waiting = waiting.start()

    def _on_done(self, here: OpenCase) -> None:
        n = sum(each.how is not How.LEFT for each in self.table.coming.lines)
        if self._desk.do(OpenCase.take_over, here) == "stored":
            self.accept()
            self.taken.emit(n)                           # the keyboard is free to go somewhere
        self._on_ended()

    def _on_failed(self, problem: object) -> None:
        self._on_ended()
        if isinstance(problem, Refused):
            say(self.trouble, problem.message)
        elif isinstance(problem, StoreTrouble):
            say(self.trouble, " ".join(told(problem)))
        elif isinstance(problem, Conflict):
            self._desk.look_for_others()
            self._look_anew()
            say(self.trouble, _("The same has just been changed somewhere else. Look at it, and do it again."))
        else:
            say(self.trouble, _("It did not work. Nothing has been taken in."))

    def _on_ended(self) -> None:
        self.waiting = None
        self._show_chosen()
