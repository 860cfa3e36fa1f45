"""Approval and versions: what the steering group approved, what has changed since, and who has been told."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.compared import Different
from borgerplan_desktop.casework.frame.frame import UPDATE, begin_frame, framework
from borgerplan_desktop.casework.frame.take_in import CaseFileError
from borgerplan_desktop.casework.frame.versions import approve, changed_since, differs_between, newest, next_number
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import restyle
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.frame.frame_files import FrameFiles
from borgerplan_desktop.gui.frame.told_card import ToldCard
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label, say
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.framework import FrameVersion, Framework

MOST = 30                                                # differences that are shown


class VersionsPage(Tab):
    """`show_row` knows the versions by their id, and whom was told."""

    def __init__(self, desk: Desk, files: FrameFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_scroll = PageScroll(_("Approval and versions"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_scroll)
        page = self.page_scroll.widget()
        self.changed = ChangedCard(desk, page)
        self.approve = ApproveCard(desk, self.changed, page)
        self.told, self.versions = ToldCard(desk, page), VersionsCard(desk, files, page)
        self.files = FilesCard(files, page)
        for card in (self.approve, self.changed, self.told, self.versions, self.files):
            self.page_scroll.body.addWidget(card)
        self.page_scroll.body.addStretch(1)

    def show_row(self, row_id: str) -> None:
        self.approve.approves.setFocus()
        self.page_scroll.ensureWidgetVisible(self.approve)


class ApproveCard(Card):
    """What is new, and that the steering group has approved."""

    def __init__(self, desk: Desk, changed: ChangedCard, parent: QWidget | None = None) -> None:
        super().__init__(_("Approved by the steering group"), "check_circle", parent)
        self._desk, self._changed = desk, changed
        self.question: QDialog | None = None
        self.state = plain_label("", "muted", self, wrap=True)
        self.news = GrowingTextEdit("", 2, 8, self)
        self.news.setPlaceholderText(_("e.g. A new agreement on interpreters. The partners read it in the mail."))
        self.insert_button = button(_("Write in what has changed"), "plus", "ghost", self)
        grid = FieldGrid(230, 2, self)
        self.on, self.approves = DateEdit(desk.opened.today, grid), QLineEdit(grid)
        self.on.look(Toward.BACK)
        self.on.setDate(desk.opened.today())
        self.approves.setPlaceholderText(_("The steering group"))
        grid.add_named(_("Approved on"), self.on)
        grid.add_named(_("Approved by"), self.approves)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self.act = button("", "check", "primary", self)
        label = plain_label(_("What is new?"), "smallbold", self)
        label.setBuddy(self.news)
        self.news.setAccessibleName(_("What is new?"))
        for part in (self.state, label, self.news, self.insert_button, grid, self.trouble, self.act):
            self.body.addWidget(part)
        self._fields = [TextField(self.news, desk, Framework.news, UPDATE),
                        TextField(self.approves, desk, Framework.approves, UPDATE)]
        # Signals
        self.act.clicked.connect(self.ask_first)
        self.insert_button.clicked.connect(self._on_insert)
        desk.changed.connect(self._on_changed)
        desk.refused.connect(self._on_refused)
        self._show()

    def ask_first(self) -> None:
        """It cannot be undone, so it is asked."""
        self.trouble.hide()
        self._desk.settle.emit()
        if not self.on.is_understood():
            self.on.setFocus()
            return
        number = next_number(self._desk.case)
        self.question = ask(self.window(), Question(
            _("Keep version {number} as it is now?").format(number=number),
            _("It is kept as paper and file, and cannot be changed afterwards. You can always approve a new one."),
            _("Keep it"), _("Not yet")), self.approve)

    def approve(self) -> None:
        frame = framework(self._desk.case)
        by = (frame.approves.strip() if frame is not None else "") or self.approves.placeholderText()
        self.on.enter()
        if self._desk.do(approve, self.on.date() or self._desk.opened.today(), by) == "stored":
            self.on.setDate(self._desk.opened.today())

    def _on_refused(self, sentence: str, field: str) -> None:
        if not self.isVisible() or field not in ("approved_on", "approved_by", ""):
            return
        if field == "approved_on":
            self.on.refuse(sentence, self.on.date())
            self.on.setFocus()
        else:
            say(self.trouble, sentence)
        self._desk.said()

    def _on_insert(self) -> None:
        """What has changed, as words to go on with."""
        frame = framework(self._desk.case) or self._desk.made(begin_frame)
        self._desk.settle.emit()
        if frame is None or not self._changed.found:
            return
        words = "\n".join(each.words for each in self._changed.found[:MOST])
        self._desk.do(write, frame, Framework.news, "\n".join(part for part in (frame.news.strip(), words) if part),
                      UPDATE)
        self.news.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Framework) or changes.touches(FrameVersion):
            self._show()
        self._show_what_is_next()

    def _show(self) -> None:
        row, last = framework(self._desk.case), newest(self._desk.case)
        for field in self._fields:
            if field.row is not row:
                field.show_row(row)
        self.state.setText(
            _("Not approved yet. Show the frame to the steering group, and write it here when they have approved.")
            if last is None else _("Version {number} was approved {date} by {who}.").format(
                number=last.number, date=day(last.approved_on, self._desk.opened.today()), who=last.approved_by))
        words = _("The steering group has approved version {number}").format(number=next_number(self._desk.case))
        self.act.setText(words)
        self.act.setAccessibleName(words)
        self._show_what_is_next()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_what_is_next()

    def _show_what_is_next(self) -> None:
        """Approving is, until it is done; then the partners are told, and the next version waits for something new."""
        self.insert_button.setVisible(bool(self._changed.found))
        self.act.setProperty("kind", "" if self._changed.nothing_new else "primary")
        restyle(self.act)


class ChangedCard(Card):
    """What the frame says now and the newest version does not."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Changed since the newest version"), "edit", parent)
        self._desk = desk
        self.found: list[Different] = []
        self.nothing_new = False                         # the newest version says all that the frame says
        self._stale = False
        self.lines = plain_label("", "", self, wrap=True)
        self.body.addWidget(self.lines)
        desk.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, _changes: Changes) -> None:
        """Comparing takes a moment: not at every letter somebody types on another page."""
        self._stale = True
        if self.isVisible():
            self._show()
        else:
            self.setVisible(newest(self._desk.case) is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    def _show(self) -> None:
        last = newest(self._desk.case)
        self._stale = False
        self.setVisible(last is not None)
        self.found, self.nothing_new = [], False
        if last is None:
            return
        try:
            self.found = changed_since(self._desk.opened, last)
        except (LookupError, CaseFileError):
            self.lines.setText(_("The version does not lie here as it was approved, so it cannot be compared."))
            return
        self.nothing_new = not self.found
        self.lines.setText(in_lines(self.found) or _("Nothing: the frame says what was approved."))


class VersionsCard(Card):
    """Every version, the newest first: its paper, and what was new in it."""

    def __init__(self, desk: Desk, files: FrameFiles, parent: QWidget | None = None) -> None:
        super().__init__(_("Versions"), "history", parent)
        self._desk, self._files = desk, files
        self.rows: RowColumn[FrameVersion, VersionRow] = RowColumn(self._make, 8, self, few=6)
        self.body.addWidget(self.rows)
        desk.changed.connect(self._on_changed)
        self._show()

    def _make(self, version: FrameVersion) -> VersionRow:
        return VersionRow(self._desk, self._files, version, self.rows)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(FrameVersion):
            self._show()

    def _show(self) -> None:
        found = list(reversed(self._desk.case.all(FrameVersion)))
        self.rows.show_rows(found)
        self.setVisible(bool(found))


class VersionRow(QWidget):
    def __init__(self, desk: Desk, files: FrameFiles, version: FrameVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._files, self.version = desk, files, version
        name = _("Version {number}, approved {date} by {who}").format(
            number=version.number, date=day(version.approved_on), who=version.approved_by)
        self.name = plain_label(in_a_row(name), "bold", self, wrap=True)
        self.news = plain_label(in_a_row(version.changed.strip()), "small", self, wrap=True)
        self.news.setVisible(bool(version.changed.strip()))
        self.different = plain_label("", "small", self, wrap=True)
        self.different.hide()
        self.open_button = button(_("Open the paper"), "eye", "ghost", self)
        self.open_button.setAccessibleName(f"{self.open_button.text()}: {name}")
        self.compare_button = button(_("What was different"), "", "quiet", self)
        self.compare_button.setAccessibleName(f"{self.compare_button.text()}: {name}")
        self.compare_button.setVisible(self._before() is not None)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.compare_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (self.name, self.news):
            column.addWidget(each)
        column.addLayout(row)
        column.addWidget(self.different)
        self.setFocusProxy(self.open_button)
        self.open_button.clicked.connect(self._on_open)
        self.compare_button.clicked.connect(self._on_compare)

    def _on_open(self) -> None:
        self._files.show_version(self.version)

    def _before(self) -> FrameVersion | None:
        every = self._desk.case.all(FrameVersion)
        at = every.index(self.version)
        return every[at - 1] if at else None

    def _on_compare(self) -> None:
        """Shown, or away again."""
        before = self._before()
        if before is None or not self.different.isHidden():
            self.different.hide()
            return
        try:
            found = differs_between(self._desk.opened, before, self.version)
        except (LookupError, CaseFileError):
            say(self.different, _("The version does not lie here as it was approved, so it cannot be compared."))
            return
        say(self.different, in_lines(found) or _("Nothing is different."))


class FilesCard(Card):
    """Out of the house and in again."""

    def __init__(self, files: FrameFiles, parent: QWidget | None = None) -> None:
        super().__init__(_("The frame as a file"), "disk", parent)
        words = _("Another shelter can take it in. There is nothing about citizens in it.")
        self.body.addWidget(plain_label(words, "muted", self, wrap=True))
        self.save_button = button(_("Save as a file …"), "disk", "", self)
        self.take_button = button(_("Take in from a file …"), "", "", self)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addWidget(self.take_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.save_button.clicked.connect(files.ask_where)
        self.take_button.clicked.connect(files.ask)


def in_lines(found: Sequence[Different]) -> str:
    """Each in a line, and how many more there are."""
    lines = [f"• {in_a_row(each.words)}" for each in found[:MOST]]
    rest = len(found) - MOST
    return "\n".join([*lines, ngettext("and {n} more", "and {n} more", rest).format(n=rest)] if rest > 0 else lines)


